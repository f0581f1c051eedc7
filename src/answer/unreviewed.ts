/** Tells whether what answers is of the year that is asked about, done or planned as asked; and whether of what is asked to be done the reports know no more than that it was planned. */

import type { Kind } from '../figures/figure.ts'
import { calendarOf } from '../figures/section-frame.ts'
import type { ReportSummary } from '../search/backend.ts'
import { acceptsYears } from '../search/filter.ts'
import type { Query } from '../search/query/query.ts'
import { ASKS_WHAT } from '../search/query/question-words.ts'
import type { Missing, Searcher, SearchResult } from '../search/searcher.ts'
import { findYears } from '../search/verdict/missing.ts'
import { foldText } from '../text/normalizer.ts'

/** 已经建成了, 开门了没, 完成了吗. */
const ASKS_DONE =
  /已经?(?!经)\p{sc=Han}|了(?:吗|没有?|么|嘛|吧|是吗|是吧)?[?？。\s]*$|(?<!有)没[?？\s]*$|(?:完成|实现|办完|建成|落地|达标|达到)(?:吗|没有?)?[?？\s]*$/u
/** How much was done, or when, is another question, as is whether a target is set. */
const ASKS_MORE = new RegExp(
  `${ASKS_WHAT}|(?:目标|计划|任务)(?!.*(?:完成|实现|达[成到标]|兑现|做到|办[完成]))`,
  'u',
)

/** 攻下来了吗: done or not, and no number. */
export function asksWhetherDone(folded: string): boolean {
  return ASKS_DONE.test(folded) && !ASKS_MORE.test(folded)
}

interface ShownHit {
  readonly report: ReportSummary
  readonly kinds: readonly Kind[]
  readonly isPlan: boolean
}

/** The year on which no report of the place looks back, of a plan that the first hit tells, or that the question names; none else. */
export async function findUnreviewed(
  searcher: Searcher,
  { text, preferences }: Query,
  hits: readonly ShownHit[],
): Promise<readonly Missing[]> {
  const [first] = hits
  const folded = foldText(text)
  if (first === undefined || !asksWhetherDone(folded)) return []
  const [named, ...others] = preferences.years
  const isPlanned = first.isPlan || (first.kinds.length === 1 && first.kinds[0] === 'target')
  const year =
    named !== undefined && others.length === 0 && named.from === named.to
      ? named.from
      : isPlanned
        ? calendarOf(first.report).plans
        : null
  if (year === null) return []
  const { place } = first.report
  const { reports } = await searcher.catalog()
  const isReviewed = reports.some((report) => report.place === place && calendarOf(report).reviews >= year)
  return isReviewed ? [] : [{ kind: 'review', text: String(year), place }]
}

/** So many of the first hits are taken for an answer. */
const ANSWERING_HITS = 3

/**
 * The year asked about, as missing, where the first hits state figures and none of that year: the plan of another year is no
 * answer. Empty where the reports tell of the year otherwise; null where the hits are of it, or none is asked for.
 */
export async function findOtherTime(
  searcher: Searcher,
  { query, hits }: SearchResult,
): Promise<readonly Missing[] | null> {
  const { intent, preferences } = query
  const { aspect, years } = preferences
  if (intent !== 'figure' || years.length === 0) return null
  const stated = await searcher.backend.figures({
    passages: hits.slice(0, ANSWERING_HITS).map(({ passage }) => passage.id),
  })
  const kind = aspect === 'plan' ? 'target' : aspect === 'review' ? 'actual' : null
  const isOfTime = stated.some(
    ({ figure }) => (kind === null || figure.kind === kind) && acceptsYears({ years }, [figure.year]),
  )
  if (stated.length === 0 || isOfTime) return null
  // A year that is reviewed but not planned, or planned but not reviewed, is not one that the reports lack.
  if (kind !== null) return []
  return findYears(query, await searcher.catalog())
}
