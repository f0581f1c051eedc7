/** Turns a quote that stands nowhere as one run into the true clauses that it is put together from, each with its place. */

import type { Candidate } from '../../search/backend.ts'
import type { Hit, Searcher } from '../../search/searcher.ts'
import { countUp, getOrMake } from '../../text/maps.ts'
import { findHolders, stretchesOf } from '../candidates.ts'
import { passageContext, type QuotePlace } from '../context.ts'
import { unitsOf } from '../report-units.ts'
import { type Located, locate } from './compare.ts'
import type { Quote } from './exact.ts'
import { findOmissions, type Omission } from './omissions.ts'
import { indexUncut, isMark, trimMarks, type UnitRun, type UnitText } from './units.ts'

/** Clauses of a quote that stand side by side in one paragraph. */
export interface QuotePiece extends QuotePlace {
  /** The passage as a hit whose matches are the piece's words. */
  readonly hit: Hit
  /** The words left out since the piece before, when that stands earlier in the same paragraph; null otherwise. */
  readonly omission: Omission | null
}

/** Every clause is true, but the quote joins what does not stand together, or turns its order round. */
export interface Pieced extends Located {
  readonly kind: 'pieced'
  /** In the order of the quote, two at the least. */
  readonly pieces: readonly QuotePiece[]
}

/** More clauses than these are a page, not a quote: each costs a search. */
const MAX_CLAUSES = 24
/** A shorter clause stands in too many places to say where it is from. */
const MIN_CLAUSE_UNITS = 5
const CLAUSE_END = /[。！!？?；;，,、：:…]/u
const SENTENCE_END = /[。！!？?]/u
/** 增长11% says nothing without what it is said of: it is true only where its clause before it stands. */
const DEPENDENT =
  /^(?:同比|环比|分别|其中|比上年|比|较|增长|下降|提高|降低|增加|减少|增幅|降幅|达|占|为|超|约|净增)/u

/** True for a quote of which a check clause by clause can tell something. */
export function hasClauses(quote: Quote): boolean {
  return [CLAUSE_END, SENTENCE_END].some((ends) => {
    const clauses = clausesOf(quote, ends)
    return clauses.length > 1 && clauses.every(([start, end]) => end - start >= MIN_CLAUSE_UNITS)
  })
}

/** Finds every clause word for word, as many together as stand together; null when one stands nowhere. */
export async function findPieces(searcher: Searcher, quote: Quote): Promise<Pieced | null> {
  const clauses = clausesOf(quote, CLAUSE_END)
  if (clauses.length < 2 || clauses.length > MAX_CLAUSES) return null
  const holders = await Promise.all(
    clauses.map(async (clause) => (await findHolders(searcher, stretchesOf(quote.text, clause))).candidates),
  )
  const found = joinClauses(quote.text, clauses, holders)
  if (found === null || found.length < 2) return null
  const pieces = found.map((piece, index) => pieceAt(piece, found[index - 1]))
  const [first] = pieces
  if (first === undefined) return null
  const places = pieces
    .filter(({ hit }) => hit.report.id === first.hit.report.id)
    .map(({ passage, range }) => ({ passage, range }))
    .sort((a, b) => a.passage.paragraph - b.passage.paragraph || a.range[0] - b.range[0])
  return { kind: 'pieced', hit: first.hit, range: first.range, places, pieces }
}

/** Without the marks at their ends. */
function clausesOf({ text, parts }: Quote, ends: RegExp): UnitRun[] {
  const clauses: UnitRun[] = []
  for (const [start, end] of parts) {
    let from = start
    for (let unit = start; unit <= end; unit++) {
      if (unit < end && !(ends.test(text.keys[unit] ?? '') && isMark(text, unit))) continue
      const clause = trimMarks(text, [from, unit])
      if (clause[0] < clause[1]) clauses.push(clause)
      from = unit + 1
    }
  }
  return clauses
}

interface Joined {
  readonly candidate: Candidate
  readonly text: UnitText
  /** In `text`. */
  readonly run: UnitRun
  /** Index of the first clause that is not in it. */
  readonly next: number
}

/** Goes through the clauses: each time to the passage that holds the most of those that follow. */
function joinClauses(
  quote: UnitText,
  clauses: readonly UnitRun[],
  holders: readonly (readonly Candidate[])[],
): Joined[] | null {
  const texts = new Map<string, UnitText>()
  const textOf = ({ passage }: Candidate): UnitText =>
    getOrMake(texts, passage.id, () => unitsOf(passage.text))
  const held = countReports(holders)
  const heldBy = ({ candidate }: Joined): number => held.get(candidate.report.id) as number
  const joined: Joined[] = []
  for (let at = 0; at < clauses.length; ) {
    const before = joined.at(-1)
    const runs = (holders[at] ?? []).flatMap(
      (candidate) => longestRun(quote, clauses, at, { candidate, text: textOf(candidate) }) ?? [],
    )
    const [best] = runs.sort(
      (a, b) => b.next - a.next || nearness(b, before) - nearness(a, before) || heldBy(b) - heldBy(a),
    )
    if (best === undefined || !standsAlone(quote, joinedRun(clauses, at, best.next))) return null
    if (before !== undefined && isNextTo(before, best)) {
      joined[joined.length - 1] = { ...best, run: [before.run[0], best.run[1]] }
    } else joined.push(best)
    at = best.next
  }
  return joined
}

/** From one clause up to the one before `next`. */
function joinedRun(clauses: readonly UnitRun[], at: number, next: number): UnitRun {
  return [(clauses[at] as UnitRun)[0], (clauses[next - 1] as UnitRun)[1]]
}

function standsAlone(quote: UnitText, [start, end]: UnitRun): boolean {
  return end - start >= MIN_CLAUSE_UNITS && !DEPENDENT.test(quote.keys.slice(start, end))
}

function longestRun(
  quote: UnitText,
  clauses: readonly UnitRun[],
  at: number,
  { candidate, text }: Pick<Joined, 'candidate' | 'text'>,
): Joined | null {
  let found: Joined | null = null
  for (let next = at + 1; next <= clauses.length; next++) {
    const keys = quote.keys.slice(...joinedRun(clauses, at, next))
    const from = indexUncut(text, keys)
    if (from < 0) break
    found = { candidate, text, run: [from, from + keys.length], next }
  }
  return found
}

/** How many clauses each report holds, so that a quote from one report is not looked for in two. */
function countReports(holders: readonly (readonly Candidate[])[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const candidates of holders)
    for (const id of new Set(candidates.map(({ report }) => report.id))) countUp(counts, id)
  return counts
}

function nearness({ candidate: { passage, report } }: Joined, before: Joined | undefined): number {
  const isSame = [before?.candidate.passage.id === passage.id, before?.candidate.report.id === report.id]
  return isSame.filter(Boolean).length
}

/** Only a mark stands between them, another one than in the quote. */
function isNextTo(before: Joined, { candidate, run, text }: Joined): boolean {
  if (before.candidate.passage.id !== candidate.passage.id || run[0] < before.run[1]) return false
  return trimMarks(text, [before.run[1], run[0]])[0] === run[0]
}

function pieceAt({ candidate, text, run }: Joined, before: Joined | undefined): QuotePiece {
  const context = passageContext(candidate.passage, candidate.report)
  const { hit, range } = locate(context, [run])
  const isSame = before?.candidate.passage.id === candidate.passage.id
  const omission = before !== undefined && isSame ? (findOmissions(text, [before.run, run])[0] ?? null) : null
  return { passage: candidate.passage, range, hit, omission }
}
