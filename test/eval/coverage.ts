/**
 * npm run eval:coverage -- DIR: of the words that reports print, the share that has an everyday name among the synonyms.
 *
 * DIR holds reports as .txt or .md. Four of five give the vocabulary: the commonest content terms by the number of reports
 * that print them. The fifth is measured: of the places where a term stands there, how many have an everyday name, that is
 * a rule with the term on its right side, or a group that holds it.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readSynonyms } from '../../src/search/vocabulary.ts'
import { foldText } from '../../src/text/normalizer.ts'
import { cutWords } from '../../src/text/words.ts'
import { endWithUsage, readOptions } from '../script-options.ts'

const USAGE = `usage: npm run eval:coverage -- DIR [--terms N] [--missing N] [--all]

  --terms N    how many terms (default 5000)
  --missing N  prints so many of the commonest terms without a name (default 0)
  --all        lists every term
`

const { values, positionals } = readOptions(
  USAGE,
  {
    terms: { type: 'string', default: '5000' },
    missing: { type: 'string', default: '0' },
    all: { type: 'boolean', default: false },
  },
  true,
)
/** Words of the segmenter that a term joins at most. */
const MOST_WORDS = 3
const LONGEST_TERM = 8
const FEWEST_REPORTS = 4
/** Different words that stand before a term, and after it; a piece of one fixed phrase has one. */
const ENOUGH_NEIGHBOURS = 3
/** Normalised pointwise mutual information of words that are one term, 1 where they never stand apart. */
const TOGETHER = 0.45
const STOP_WORDS = new Set(
  readFileSync(new URL('stop-words.txt', import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => !line.startsWith('#'))
    .flatMap((line) => line.split(' '))
    .map((word) => foldText(word)),
)
const STOP_EDGE =
  /^[的了在是和与及等对把被从于为以也都就还其之这那个不]|[的了在是和与及等对把被从于为以也都就还其之这那]$/

const [folder] = positionals
if (folder === undefined) endWithUsage(USAGE, 'no folder given')
const names = readdirSync(folder).filter((name) => /\.(?:txt|md)$/.test(name))
const texts = names.sort().map((name) => runsOf(readFileSync(join(folder as string, name), 'utf8')))
const learned = texts.filter((_, index) => index % 5 !== 4)
const measured = texts.filter((_, index) => index % 5 === 4)
const terms = commonestTerms(learned, Number(values.terms))
const everyday = namesOf(await readSynonyms())
report()

/** A stretch of Han characters, cut into words. */
type Run = readonly string[]

function runsOf(text: string): Run[] {
  const runs = foldText(text).match(/\p{Script=Han}{2,}/gu) ?? []
  return runs.map((run) => cutWords(run).map(({ segment }) => segment))
}

interface Candidate {
  reports: number
  count: number
  lastReport: number
  readonly before: Set<string>
  readonly after: Set<string>
}

/**
 * Words of two characters or more, and words that stand side by side much more often than chance would set them (老旧 +
 * 小区), between which no border shows: many different words stand before and after them.
 */
function commonestTerms(reports: readonly (readonly Run[])[], size: number): Map<string, number> {
  const singles = new Map<string, number>()
  const candidates = new Map<string, Candidate>()
  let total = 0
  reports.forEach((runs, report) => {
    for (const run of runs) {
      run.forEach((word, at) => {
        total++
        singles.set(word, (singles.get(word) ?? 0) + 1)
        for (let length = 1; length <= MOST_WORDS && at + length <= run.length; length++) {
          const term = run.slice(at, at + length).join('')
          if (term.length < 2 || term.length > LONGEST_TERM) continue
          const known = candidates.get(term) ?? newCandidate()
          candidates.set(term, known)
          known.count++
          if (known.lastReport !== report) known.reports++
          known.lastReport = report
          if (known.before.size < ENOUGH_NEIGHBOURS) known.before.add(run[at - 1] ?? `edge${known.count}`)
          if (known.after.size < ENOUGH_NEIGHBOURS) known.after.add(run[at + length] ?? `edge${known.count}`)
        }
      })
    }
  })
  const isTerm = ([term, { reports: holders, count, before, after }]: [string, Candidate]): boolean => {
    if (holders < FEWEST_REPORTS || before.size < ENOUGH_NEIGHBOURS || after.size < ENOUGH_NEIGHBOURS)
      return false
    const words = cutWords(term).map(({ segment }) => segment)
    if (words.some((word) => STOP_WORDS.has(word)) || STOP_EDGE.test(term)) return false
    const chance = words.reduce((product, word) => product * ((singles.get(word) ?? 1) / total), 1)
    return words.length === 1 || Math.log2(count / total / chance) / -Math.log2(count / total) >= TOGETHER
  }
  const found = [...candidates].filter(isTerm)
  found.sort(
    ([a, one], [b, other]) => other.reports - one.reports || other.count - one.count || (a < b ? -1 : 1),
  )
  return new Map(found.slice(0, size).map(([term, { reports: holders }]) => [term, holders]))
}

function newCandidate(): Candidate {
  return { reports: 0, count: 0, lastReport: -1, before: new Set(), after: new Set() }
}

/** Words that have another name: those right of an arrow, and those of groups without one. */
function namesOf(text: string): Set<string> {
  const rules = text.split('\n').map((line) => line.replace(/#.*$/, '').trim())
  const targets = rules.flatMap((rule) => (rule.split('=>').at(-1) ?? '').split(','))
  return new Set(targets.map((word) => foldText(word).trim()))
}

/** The terms of a run from left to right, the longest first, none overlapping another. */
function termsOf(run: Run): string[] {
  const found: string[] = []
  for (let at = 0; at < run.length; ) {
    let length = MOST_WORDS
    while (length > 0 && !terms.has(run.slice(at, at + length).join(''))) length--
    if (length > 0) found.push(run.slice(at, at + length).join(''))
    at += Math.max(1, length)
  }
  return found
}

function report(): void {
  const places = measured.flat().flatMap(termsOf)
  const named = places.filter((term) => everyday.has(term)).length
  const distinct = [...new Set(places)]
  const percent = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(1)} %`
  console.log(`${learned.length} reports give ${terms.size} terms, ${measured.length} are measured`)
  console.log(`places with an everyday name: ${percent(named, places.length)} of ${places.length}`)
  const known = distinct.filter((term) => everyday.has(term)).length
  console.log(`terms with an everyday name: ${percent(known, distinct.length)} of ${distinct.length}`)
  const missing = [...terms].filter(([term]) => values.all || !everyday.has(term))
  for (const [term, holders] of missing.slice(0, Number(values.missing))) console.log(`${holders} ${term}`)
}
