/** Turns real reports into any number of made-up ones: their sentences recombined, their figures changed. For measuring only. */
import { parseReport } from '../../src/corpus/parse-report.ts'
import type { Report } from '../../src/corpus/report.ts'
import { seededRandom } from './questions.ts'

const PASSAGES_A_REPORT = 100
/** Mean length of a passage of the general collection that issue reports quote: about 156 characters. */
const MIN_PASSAGE_UTF16 = 120
const YEARS = 20
const FIRST_YEAR = 2006

/** A report file that is not written anywhere yet. */
export interface SyntheticFile {
  readonly id: string
  readonly content: string
}

/** Yields reports of 100 passages each until `passages` are made. The same seeds give the same reports. */
export function* syntheticReports(seeds: readonly Report[], passages: number, seed = 1): Generator<Report> {
  for (const { id, content } of syntheticFiles(seeds, passages, seed)) {
    const parsed = parseReport(id, content)
    if (parsed.report === undefined) throw new Error(`${id}: ${parsed.faults[0]?.message}`)
    yield parsed.report
  }
}

/** Yields the same reports as the text of their files. */
export function* syntheticFiles(
  seeds: readonly Report[],
  passages: number,
  seed = 1,
): Generator<SyntheticFile> {
  const random = seededRandom(seed)
  const sentences = seeds.flatMap((report) =>
    report.passages.flatMap(({ text }) => text.match(/[^。！？]{6,80}[。！？]/gu) ?? []),
  )
  const headings = seeds.flatMap((report) =>
    report.sections.filter(({ level }) => level > 1).map(({ heading }) => heading),
  )
  const pick = (items: readonly string[]): string => items[Math.floor(random() * items.length)] as string
  for (let made = 0, number = 0; made < passages; number++) {
    const count = Math.min(PASSAGES_A_REPORT, passages - made)
    const blocks: string[] = []
    for (let paragraph = 0; paragraph < count; paragraph++) {
      if (paragraph % 10 === 0) blocks.push(`## ${pick(headings)}`)
      blocks.push(makePassage(() => changeFigures(pick(sentences), random)))
    }
    yield makeFile(number, blocks)
    made += count
  }
}

function makePassage(next: () => string): string {
  let text = ''
  while (text.length < MIN_PASSAGE_UTF16) text += next()
  return text
}

function changeFigures(sentence: string, random: () => number): string {
  return sentence.replace(/\d/g, () => String(Math.floor(random() * 10)))
}

function makeFile(number: number, blocks: readonly string[]): SyntheticFile {
  const id = `synthetic-${String(number).padStart(6, '0')}`
  const year = FIRST_YEAR + (number % YEARS)
  const place = `合成${Math.floor(number / YEARS)}县`
  const front = `title: 政府工作报告\nplace: ${place}\nlevel: 县\nyear: ${year}\nreviews: ${year - 1}\nplans: ${year}`
  return { id, content: `---\n${front}\n---\n\n# 政府工作报告\n\n${blocks.join('\n\n')}\n` }
}
