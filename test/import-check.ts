/** A folder of reports, or a .jsonl.gz of them, in; what importing all of them comes to out. Nothing is written. */

import { existsSync } from 'node:fs'
import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { parseReport } from '../src/corpus/parse-report.ts'
import { type Imported, importSource } from '../src/import/import-report.ts'
import { decodeLeftovers } from '../src/import/lines/line.ts'
import { readInput, readSourcesFromBytes } from '../src/import/read-source.ts'
import { reviewText } from '../src/import/review-corpus.ts'
import type { ReadSource } from '../src/import/source/source.ts'
import { lettersOf } from '../src/text/normalizer.ts'
import { endWithUsage, readOptions } from './script-options.ts'

const USAGE = `usage: npm run import:check -- PATH [--sample N] [--seed N]

PATH  a folder of reports, which may hold index.tsv (file, place, year, level, …) and the reports in files/,
      or a .jsonl.gz with a line {"name","place","year","level","text"} a report
`

/** What is known of a report beforehand; '' where nothing is. */
interface Known {
  readonly place: string
  readonly year: string
  readonly level: string
}

interface Case extends Known {
  readonly file: string
  readonly read: () => Promise<readonly ReadSource[]>
}

/** Names of levels in lists of reports, and the levels of a report file that they stand for. */
const LEVELS: Readonly<Record<string, string>> = {
  central: '国',
  province: '省 自治区 市',
  city: '市 州',
  district: '区',
  county: '县 市',
  'county/district': '县 区 市',
}

async function listCases(path: string): Promise<Case[]> {
  if (path.endsWith('.jsonl.gz')) {
    const lines = gunzipSync(await readFile(path))
      .toString('utf8')
      .trim()
      .split('\n')
    return lines.map((line) => {
      const { name, place, year, level, text } = JSON.parse(line) as Known & { name: string; text: string }
      return {
        file: name,
        place,
        year: String(year),
        level,
        read: () => readSourcesFromBytes(name, Buffer.from(text)),
      }
    })
  }
  const folder = existsSync(join(path, 'files')) ? join(path, 'files') : path
  const index = join(path, 'index.tsv')
  const rows = existsSync(index)
    ? (await readFile(index, 'utf8'))
        .trim()
        .split('\n')
        .map((row) => row.split('\t'))
    : []
  const names = (await readdir(folder)).filter((name) => !name.startsWith('.') && name !== 'index.tsv').sort()
  return names.map((name) => {
    const [, place = '', year = '', level = ''] = rows.find(([file]) => file === name) ?? []
    return {
      file: name,
      place,
      year,
      level,
      read: async () => readSourcesFromBytes(name, await readInput(join(folder, name))),
    }
  })
}

/** 深圳市罗湖区 and 罗湖区 are one place; so are 西藏 and 西藏自治区. */
function isSamePlace(found: string, known: string): boolean {
  return found === known || found.endsWith(known) || known.endsWith(found) || found.startsWith(known)
}

/** Numbers from 0 to 1 that are the same for the same seed. */
function mulberry(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let value = Math.imul(state ^ (state >>> 15), 1 | state)
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value
    return ((value ^ (value >>> 14)) >>> 0) / 4294967296
  }
}

async function main(): Promise<number> {
  const options = {
    sample: { type: 'string', default: '0' },
    seed: { type: 'string', default: '1' },
  } as const
  const { values, positionals } = readOptions(USAGE, options, true)
  const [path] = positionals
  if (path === undefined || !(await stat(path).catch(() => null)))
    endWithUsage(USAGE, path === undefined ? 'no folder given' : `${path}: is not there`)
  const counts = {
    files: 0,
    imported: 0,
    refused: 0,
    failed: 0,
    known: 0,
    place: 0,
    year: 0,
    level: 0,
    date: 0,
    meeting: 0,
    speaker: 0,
    broken: 0,
  }
  let [letters, dropped, lost, paragraphs, unfinished, leftovers] = [0, 0, 0, 0, 0, 0]
  const taken = new Set<string>()
  const passages: string[] = []
  const started = performance.now()
  for (const one of await listCases(path)) {
    for (const source of await one.read()) {
      counts.files += 1
      if (source.error !== undefined) {
        counts.failed += 1
        console.log(`failed   ${source.file}: ${source.error.message}`)
        continue
      }
      const outcome = importSource(source, { holderOf: (id) => (taken.has(id) ? '' : null) })
      if (outcome.status === 'refused') {
        counts.refused += 1
        console.log(`refused  ${basename(source.file)}: ${outcome.reason}`)
        continue
      }
      counts.imported += 1
      taken.add(outcome.meta.id)
      tally(outcome, one)
      const { report, faults } = parseReport(outcome.meta.id, outcome.text)
      if (report === undefined) {
        counts.broken += 1
        console.log(
          `broken   ${one.file}: ${faults.map((fault) => `${fault.line}: ${fault.message}`).join('; ')}`,
        )
        continue
      }
      const all = lettersOf(source.lines.map((line) => decodeLeftovers(line.text)).join('')).length
      letters += all
      dropped += outcome.droppedChars
      lost += outcome.warnings.some((warning) => warning.includes('neither')) ? 1 : 0
      paragraphs += report.passages.length
      const findings = reviewText(outcome.text)
      unfinished += findings.filter((finding) => finding.message.startsWith('ends')).length
      leftovers += findings.filter((finding) => /^(?:looks|holds)/.test(finding.message)).length
      passages.push(
        ...report.passages.map(
          (passage) => `${passage.id}  ${passage.section.join(' › ')}\n  ${passage.text}`,
        ),
      )
    }
  }
  const seconds = (performance.now() - started) / 1000
  report()
  sample(Number(values.sample), Number(values.seed))
  return counts.broken + counts.failed + lost > 0 ? 1 : 0

  function tally(outcome: Imported, known: Known & { readonly file: string }): void {
    const { meta } = outcome
    counts.date += meta.date === '' ? 0 : 1
    counts.meeting += meta.meeting === '' ? 0 : 1
    counts.speaker += meta.speaker === '' ? 0 : 1
    if (known.place === '') return
    counts.known += 1
    const place = isSamePlace(meta.place, known.place)
    const year = meta.year === Number(known.year)
    const level = (LEVELS[known.level] ?? known.level).split(' ').includes(meta.level)
    counts.place += Number(place)
    counts.year += Number(year)
    counts.level += Number(level)
    if (!place || !year || !level) {
      console.log(
        `differs  ${known.file}: ${known.place} ${known.year} ${known.level}, found ${meta.place} ${meta.year} ${meta.level}`,
      )
    }
  }

  function report(): void {
    const share = (part: number, whole: number): string =>
      `${part} of ${whole} (${((100 * part) / Math.max(1, whole)).toFixed(1)} %)`
    console.log(`
files       ${counts.files}: ${counts.imported} imported, ${counts.refused} refused, ${counts.failed} failed, ${counts.broken} broken
place       ${share(counts.place, counts.known)} as the index has it
year        ${share(counts.year, counts.known)}
level       ${share(counts.level, counts.known)}
found       date ${counts.date}, meeting ${counts.meeting}, speaker ${counts.speaker} of ${counts.imported}
letters     ${letters} in the sources, ${dropped} left out with a reason, ${lost} reports with letters unaccounted for
paragraphs  ${paragraphs}; without a final mark ${share(unfinished, paragraphs)}; with leftovers ${leftovers}
time        ${seconds.toFixed(1)} s, memory ${Math.round(process.resourceUsage().maxRSS / 1024)} MB at most`)
  }

  function sample(count: number, seed: number): void {
    const random = mulberry(seed)
    for (let drawn = 0; drawn < count; drawn++)
      console.log(`\n${passages[Math.floor(random() * passages.length)] ?? ''}`)
  }
}

process.exitCode = await main()
