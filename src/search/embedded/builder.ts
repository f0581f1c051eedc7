/** Turns reports into their index, laid out flat: the terms as MiniSearch counts them, and what phrases, figures and years need. */
import type { Passage, Report } from '../../corpus/report.ts'
import type { Figure } from '../../figures/figure.ts'
import { readFigures } from '../../figures/read-figures.ts'
import { foldPhrase } from '../../text/normalizer.ts'
import { passageYears } from '../indexing/aspect.ts'
import { FIELDS, passageTerms } from '../indexing/fields.ts'
import { layOutFigures } from './figure-table.ts'
import { layOutTexts } from './folded-texts.ts'
import { mergePacks } from './merge.ts'
import type { IndexArrays, Pack, SavedIndex } from './pack.ts'
import { TermCounter } from './term-counter.ts'

/** A report and what names the content of its file, see PackEntry. */
export interface NamedReport {
  readonly report: Report
  readonly content: string
}

/**
 * Passages that are counted together. What MiniSearch holds of them in objects is let go when they are laid out, so that
 * the memory of a build grows by the flat index alone.
 */
const SLICE_PASSAGES = 2_000

/** Builds an index. Passages are numbered in the order of report ids and paragraphs, so a lower number wins a tie. */
export function buildIndex(reports: readonly Report[]): SavedIndex {
  const { arrays } = buildPack(reports.map((report) => ({ report, content: '' })))
  return { arrays, reports: [...reports].sort(byId) }
}

/** Builds the pack of these reports. */
export function buildPack(named: readonly NamedReport[]): Pack {
  const sorted = [...named].sort((a, b) => byId(a.report, b.report))
  const packs: Pack[] = []
  for (let next = 0; next < sorted.length || packs.length === 0; ) {
    const first = next
    for (let passages = 0; next < sorted.length && passages < SLICE_PASSAGES; next++)
      passages += sorted[next]?.report.passages.length ?? 0
    packs.push(buildSlice(sorted.slice(first, next)))
  }
  const [only] = packs
  if (packs.length === 1 && only !== undefined) return only
  return mergePacks(packs.map((pack) => ({ pack, takes: () => true })))
}

function byId(a: Report, b: Report): number {
  return a.id < b.id ? -1 : 1
}

function buildSlice(named: readonly NamedReport[]): Pack {
  const lines = named.map(({ report }) => Buffer.from(`${JSON.stringify(report)}\n`))
  return {
    arrays: layOut(named.map(({ report }) => report)),
    entries: named.map(({ report, content }, at) => ({
      id: report.id,
      content,
      passages: report.passages.length,
      bytes: lines[at]?.length ?? 0,
    })),
    lines: new Uint8Array(Buffer.concat(lines)),
  }
}

const counter = new TermCounter(FIELDS)

function layOut(reports: readonly Report[]): IndexArrays {
  const read: Read = { texts: [], years: [], yearStarts: [0], figures: [] }
  try {
    for (const report of reports) {
      const stated = readFigures(report)
      let next = 0
      for (const passage of report.passages) {
        readPassage(passage, report, read)
        // They come in reading order.
        const first = next
        while (stated[next]?.passage === passage.id) next++
        read.figures.push(stated.slice(first, next))
      }
    }
    return {
      ...counter.finish(),
      ...layOutTexts(read.texts),
      ...layOutFigures(read.figures),
      years: Uint16Array.from(read.years),
      yearStarts: Uint32Array.from(read.yearStarts),
    }
  } finally {
    counter.clear()
  }
}

/** What is laid out of passages beside their terms. */
interface Read {
  readonly texts: string[]
  readonly years: number[]
  readonly yearStarts: number[]
  readonly figures: (readonly Figure[])[]
}

/** A function of its own: the engine compiles a loop with all that it calls anew for each time that it is entered. */
function readPassage(passage: Passage, report: Report, { texts, years, yearStarts }: Read): void {
  counter.add(passageTerms(passage, counter))
  texts.push(foldPhrase(passage.text))
  years.push(...passageYears(passage, report))
  yearStarts.push(years.length)
}
