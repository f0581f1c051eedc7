/** Turns a query and its plan into ranked passages: asks the backend, ranks, and says how well they match and which are shown. */
import { groupBy } from '../../text/maps.ts'
import { foldPhrase } from '../../text/normalizer.ts'
import type { Backend, BackendResponse, ReportCount } from '../backend.ts'
import { type Filters, isUnfiltered, NO_FILTERS } from '../filter.ts'
import type { Plan } from '../query/plan.ts'
import type { Query } from '../query/query.ts'
import { passageText } from '../rank/passage-text.ts'
import { keepOrder, putFirst, type Ranked, rank } from '../rank/ranker.ts'
import { readDemands } from './demand.ts'
import { judgeMatch, type Match } from './judge.ts'
import { findOpenings } from './opening.ts'

/** How many of the backend's candidates the ranker looks at: 100 are no better than 40 on any set of questions. */
export const RANKED_CANDIDATES = 50
/** A paste has more terms than these, and so many in common with its passage that few others come near it. */
const MAX_QUESTION_TERMS = 60
const RANKED_FOR_PASTE = 10
/**
 * A passage that covers less than this share of what the best one covers is not shown. Half would shut out what answers
 * without the name of what is asked about: 1,500 people died, after a paragraph that says which ship it was.
 */
const SHOWN_SHARE = 0.3
/** Where no passage covers this share of the question, the best few may each hold another part of it, and are shown anyhow. */
const WHOLE_COVERAGE = 0.9
const SHOWN_IN_PART = 3
/** So many of the first hits tell how much of the question any passage covers. */
const LEADING_HITS = 5

export interface RankedAnswer {
  readonly query: Query
  readonly plan: Plan
  readonly match: Match
  /** All that the backend found, best first; `shown` are those of them that match well enough. */
  readonly ranked: readonly Ranked[]
  readonly shown: readonly Ranked[]
  readonly total: number
  readonly counts: readonly ReportCount[]
}

interface Depth {
  readonly backend: Backend
  /** How many hits the page asked for reaches down to. */
  readonly depth: number
}

export async function findRanked(query: Query, plan: Plan, { backend, depth }: Depth): Promise<RankedAnswer> {
  const phrases = foldPhrases(query.phrases)
  const isExact = phrases.length > 0
  if (!isExact && isBarePlace(query)) return await findReports(query, plan, { backend, depth })
  const isWhole = isExact || plan.groups.length === 0
  const looked = plan.terms.length > MAX_QUESTION_TERMS ? RANKED_FOR_PASTE : RANKED_CANDIDATES
  if (
    !isExact &&
    plan.groups.length === 0 &&
    (query.terms !== '' || isUnfiltered(query.filters)) &&
    query.intent !== 'opening' &&
    query.part === null
  ) {
    return { query, plan, match: 'none', ranked: [], shown: [], total: 0, counts: [] }
  }
  const [found, openings] = await Promise.all([
    backend.search({
      groups: plan.groups,
      phrases,
      excluded: foldPhrases(query.excluded),
      filters: query.filters,
      prefer: preferred(query),
      // Words give one list to page through; what must match exactly may have any number of pages.
      limit: isWhole ? Math.max(looked, depth) : looked,
    }),
    findOpenings(query, backend),
  ])
  const { candidates, total } = found
  const catalog = await backend.catalog()
  const head = isWhole ? candidates.slice(0, looked) : candidates
  const reranked = rank(head, query, plan)
  const tail = keepOrder(candidates.slice(head.length))
  const placed = putFirst(openings.candidates, [...reranked, ...tail], query, plan)
  const { match, first } = judgeMatch({ query, plan, ranked: placed, openings, isExact, catalog })
  const ranked = match === 'strong' ? withFirst(placed, first, query) : placed
  if (match === 'none') return { query, plan, match, ranked, shown: [], total: 0, counts: [] }
  if (!openings.isAnswer && (isExact || plan.terms.length === 0)) {
    return { query, plan, match, ranked, shown: ranked, total, counts: byCount(found.counts) }
  }
  const most = Math.max(...ranked.slice(0, LEADING_HITS).map(({ coverage }) => coverage))
  const always = Math.max(most < WHOLE_COVERAGE ? SHOWN_IN_PART : 1, openings.candidates.length)
  // Who spoke and when is answered by the openings alone, as what a part says is by that part.
  const shown = openings.isAnswer
    ? ranked.slice(0, openings.candidates.length)
    : ranked.filter((hit, place) => place < always || hit.coverage >= most * SHOWN_SHARE)
  return { query, plan, match, ranked, shown, total: shown.length, counts: countHits(shown) }
}

/** Of hits with about the same score, puts the one that answers first; of any, where the best speaks of another month or of the third for the fourth. */
function withFirst(ranked: readonly Ranked[], first: number, { text }: Query): readonly Ranked[] {
  const [best, answering] = [ranked[0], ranked[first]]
  if (best === undefined || answering === undefined || best === answering) return ranked
  if (best.score - answering.score > ABOUT_THE_SAME && !meetsMore(text, answering, best)) return ranked
  return [{ ...answering, score: best.score }, ...ranked.slice(0, first), ...ranked.slice(first + 1)]
}

/** Whether one passage meets a demand that the other does not: of those that a sentence alone meets, neither does. */
function meetsMore(text: string, one: Ranked, other: Ranked): boolean {
  const [said, saidByOther] = [one, other].map(({ passage, report }) => passageText(passage, report).folded)
  return readDemands(text).some(({ isMet }) => isMet('', said ?? '') && !isMet('', saidByOther ?? ''))
}

/** Scores, which are some 2 to 3, that differ by no more are about the same. From 0.02 to 0.1 the value makes no difference; without a bound, right hits are lost. */
const ABOUT_THE_SAME = 0.05

/** 伊宁市, 昭苏县政府工作报告, 伊宁2022: a place and perhaps years, and nothing that is asked about them. */
export function isBarePlace({ terms, filters, preferences, foreign, intent, part }: Query): boolean {
  const { places, years } = preferences
  const rest = years.length > 0 ? terms.replace(/\d{4}|年/gu, '') : terms
  const isAsked = foreign.length > 0 || intent !== null || part !== null || /[\p{L}\p{N}]/u.test(rest)
  return places.length > 0 && !isAsked && filters.places.length === 0
}

/** The reports of a place in reading order; those of all years where they do not speak of the year that is named. */
async function findReports(query: Query, plan: Plan, { backend, depth }: Depth): Promise<RankedAnswer> {
  const { filters, preferences } = query
  const { places, years } = preferences
  const limit = Math.max(RANKED_CANDIDATES, depth)
  const excluded = foldPhrases(query.excluded)
  const find = async (wanted: Filters): Promise<BackendResponse> =>
    await backend.search({ groups: [], phrases: [], excluded, filters: wanted, prefer: null, limit })
  const ofYears = await find({ ...filters, places, years: [...filters.years, ...years] })
  const isCovered = ofYears.total > 0 || years.length === 0
  const { candidates, total, counts } = isCovered ? ofYears : await find({ ...filters, places })
  const ranked = keepOrder(candidates)
  const match = total === 0 ? 'none' : isCovered ? 'strong' : 'weak'
  return { query, plan, match, ranked, shown: ranked, total, counts: byCount(counts) }
}

function foldPhrases(phrases: readonly string[]): string[] {
  return phrases.map(foldPhrase).filter((phrase) => phrase !== '')
}

function countHits(hits: readonly Ranked[]): ReportCount[] {
  const byReport = groupBy(hits, ({ report }) => report.id)
  return byCount(
    Array.from(byReport.values(), (of) => ({ report: (of[0] as Ranked).report, count: of.length })),
  )
}

/** Most first. */
function byCount(counts: readonly ReportCount[]): ReportCount[] {
  return [...counts].sort((a, b) => b.count - a.count || (a.report.id < b.report.id ? -1 : 1))
}

function preferred({ preferences, filters }: Query): Filters | null {
  if (preferences.places.length === 0 || filters.places.length > 0) return null
  return { ...NO_FILTERS, places: preferences.places }
}
