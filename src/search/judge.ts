/** Ranked hits in; out: whether they answer the question, touch it, or have nothing to do with it. */
import { foldText } from '../text/normalizer.ts'
import type { Plan } from './plan.ts'
import type { Query } from './query.ts'
import type { Ranked } from './ranker.ts'
import type { Match } from './searcher.ts'
import { passageText } from './text-cache.ts'

interface Evidence {
  readonly query: Query
  readonly plan: Plan
  readonly ranked: readonly Ranked[]
  /** How many openings of reports answer a question about the speech itself. */
  readonly openings: number
  readonly isExact: boolean
}

/** The best passage covers at least this share of the query's weight … */
const STRONG_COVERAGE = 0.6
/** … or touches the question from here on. */
const WEAK_COVERAGE = 0.2
/** How many of the first hits are looked at. */
const JUDGED_HITS = 3

export function judgeMatch({ query, plan, ranked, openings, isExact }: Evidence): Match {
  if (ranked.length === 0) return 'none'
  if (openings > 0) return 'strong'
  if (isExact || plan.terms.length === 0) return 'strong'
  const judged = ranked.slice(0, JUDGED_HITS)
  const coverage = Math.max(...judged.map((hit) => hit.coverage))
  if (coverage < WEAK_COVERAGE) return 'none'
  if (coverage < STRONG_COVERAGE) return 'weak'
  return judged.some((hit) => meetsEssentials(hit, query)) ? 'strong' : 'weak'
}

/** A place without a report must at least be named, a year that is asked for must be spoken about. */
function meetsEssentials(hit: Ranked, { foreign, preferences }: Query): boolean {
  const { folded, heading } = passageText(hit.passage, hit.report)
  const isNamed = foreign.every((place) => {
    const name = foldText(place)
    return folded.includes(name) || heading.includes(name) || foldText(hit.report.place).includes(name)
  })
  return isNamed && (preferences.years.length === 0 || hit.features.year > 0)
}
