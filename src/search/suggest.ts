/** A query that found little in; out: what to ask instead. */

import { readOperators } from './operators.ts'
import type { Plan } from './plan.ts'
import type { Query } from './query.ts'
import type { Ranked } from './ranker.ts'
import type { Suggestion } from './searcher.ts'

interface Findings {
  readonly query: Query
  readonly plan: Plan
  readonly shown: readonly Ranked[]
}

/** Buttons have little room. */
const MAX_SUGGESTIONS = 4

export function suggest({ query, plan }: Findings): Suggestion[] {
  return [...dropFilters(query), ...synonymsOf(query, plan)].slice(0, MAX_SUGGESTIONS)
}

function dropFilters(query: Query): Suggestion[] {
  return readOperators(query.text).filters.map(({ text }) => ({
    kind: 'drop-filter',
    label: text,
    query: query.text.replace(text, ' ').replace(/\s+/gu, ' ').trim(),
  }))
}

function synonymsOf(query: Query, { concepts }: Plan): Suggestion[] {
  return concepts.flatMap(({ start, end, alternatives }) =>
    alternatives.map(
      (label): Suggestion => ({
        kind: 'term',
        label,
        query: query.terms.slice(0, start) + label + query.terms.slice(end),
      }),
    ),
  )
}
