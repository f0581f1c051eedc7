/** Sets reports side by side: of each the passage that speaks best of the words, and which reports never have them. */
import { compareByPlace } from '../corpus/naming.ts'
import type { ReportSummary } from '../search/backend.ts'
import { acceptsReport, isOfPlaceAndYear } from '../search/filter.ts'
import type { Query } from '../search/query/query.ts'
import type { Hit, Searcher } from '../search/searcher.ts'
import { inTurns } from '../search/turns.ts'
import type { Match } from '../search/verdict/judge.ts'
import { foldPhrase } from '../text/normalizer.ts'
import { type AnsweredHit, answerHits } from './answered-hit.ts'

export interface Comparison {
  readonly query: Query
  readonly match: Match
  /** Whether the words stand in every hit; else no report has them, and the hits are only near. */
  readonly isSaid: boolean
  /** The best passage of each report, by place and year. */
  readonly hits: readonly AnsweredHit[]
  /** The reports in which the words do not stand, by place and year; empty where none has them. */
  readonly without: readonly ReportSummary[]
}

/** How many of the best hits are gone through for the reports that come near the words. */
const MAX_HITS = 300
/** Of more reports than these only those that hold the words most often are compared: each costs a search. */
const MAX_REPORTS = 150

export async function compare(searcher: Searcher, words: string): Promise<Comparison> {
  const overall = await searcher.search(words, { limit: MAX_HITS })
  const { query } = overall
  const said = await reportsSaying(searcher, query)
  const isSaid = said.length > 0
  const hits = isSaid
    ? await bestPassages(
        searcher,
        said,
        `${phrasesOf(query)
          .map((phrase) => `“${phrase}”`)
          .join(' ')} ${query.terms}`,
      )
    : firstByReport(ofAskedPlaces(overall.hits, query))
  const ordered = hits.sort((a, b) => compareByPlace(a.report, b.report))
  const { reports } = await searcher.catalog()
  const saying = new Set(said.map(({ id }) => id))
  return {
    query,
    match: isSaid ? 'strong' : overall.match === 'strong' ? 'weak' : overall.match,
    isSaid,
    hits: await answerHits(searcher, ordered, query),
    without: isSaid
      ? reports.filter((report) => isAsked(report, query) && !saying.has(report.id)).sort(compareByPlace)
      : [],
  }
}

/** The words as they must stand: phrases, and what is typed between spaces. */
function phrasesOf({ phrases, terms }: Query): string[] {
  return [...phrases, ...terms.split(/\s+/u)].filter((phrase) => foldPhrase(phrase) !== '')
}

/** The reports of which some passage holds all of the words, those with the most such passages first. */
async function reportsSaying(searcher: Searcher, query: Query): Promise<readonly ReportSummary[]> {
  const phrases = phrasesOf(query).map(foldPhrase)
  if (phrases.length === 0) return []
  const { filters, preferences } = query
  const { counts } = await searcher.backend.search({
    groups: [],
    phrases,
    excluded: query.excluded.map(foldPhrase).filter((phrase) => phrase !== ''),
    filters: filters.places.length > 0 ? filters : { ...filters, places: preferences.places },
    prefer: null,
    limit: 1,
  })
  return [...counts]
    .sort((a, b) => b.count - a.count)
    .slice(0, MAX_REPORTS)
    .map(({ report }) => report)
}

function isAsked(report: ReportSummary, { filters, preferences }: Query): boolean {
  const { year, reviews, plans } = report
  const { places } = preferences
  return (
    acceptsReport(filters, report) &&
    isOfPlaceAndYear(report, { places, years: filters.years }, [year, reviews, plans])
  )
}

async function bestPassages(
  searcher: Searcher,
  reports: readonly ReportSummary[],
  words: string,
): Promise<Hit[]> {
  // A hundred searches in one go would keep everybody else waiting.
  const results = await inTurns(reports, ({ id }) => searcher.search(`报告:${id} ${words}`, { limit: 1 }))
  return results.flatMap(({ hits }) => hits)
}

/** Who names several places asks for no others, unless none of these comes near. */
function ofAskedPlaces(hits: readonly Hit[], query: Query): readonly Hit[] {
  const asked = query.preferences.places.length > 1 ? hits.filter(({ report }) => isAsked(report, query)) : []
  return asked.length > 0 ? asked : hits
}

function firstByReport(hits: readonly Hit[]): Hit[] {
  const first = new Map<string, Hit>()
  for (const hit of hits) {
    if (hit.matches.length > 0 && !first.has(hit.report.id)) first.set(hit.report.id, hit)
  }
  return [...first.values()]
}
