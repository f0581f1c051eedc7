/** A BackendRequest in, the bodies of OpenSearch's searches out. Nothing here speaks to the cluster. */
import type { BackendRequest } from './backend.ts'
import { FIELDS } from './fields.ts'
import { phraseQuery } from './opensearch-schema.ts'
import type { Frequencies, WeightedTerm } from './opensearch-score.ts'
import type { Filters } from './query.ts'

/** Lucene refuses more than 1,024 clauses; the rarest of a long paste tell its passage as well as all of them. */
const MAX_CLAUSES = 400
/** Sorted by its own score and without d, the passage that ours puts first can stand further down. */
const CANDIDATES_PER_HIT = 2
export const READING_ORDER = [{ report: 'asc' }, { paragraph: 'asc' }] as const
/** What comes back of a passage. */
export const PASSAGE_SOURCE = ['report', 'paragraph', 'passage'] as const

const PASSAGES = { term: { kind: 'passage' } }

/** A body that finds the passages to show. With terms: the best first; without: in reading order. */
export function candidatesBody(
  request: BackendRequest,
  terms: readonly WeightedTerm[],
  prefer: Filters | null,
): object {
  const filters = prefer === null ? [] : filterClauses(prefer)
  const isScored = terms.length > 0
  return {
    size: isScored ? request.limit * CANDIDATES_PER_HIT : request.limit,
    track_total_hits: false,
    _source: PASSAGE_SOURCE,
    query: {
      bool: {
        ...conditions(request, filters),
        should: rarest(terms).map(({ term, field, boost }) => ({
          term: { [`terms.${field}`]: { value: term, boost } },
        })),
        minimum_should_match: isScored && request.phrases.length === 0 ? 1 : 0,
      },
    },
    // Ties in reading order; without phrases nobody sees the ties of OpenSearch's own score.
    ...(isScored && request.phrases.length === 0
      ? {}
      : { sort: isScored ? ['_score', ...READING_ORDER] : READING_ORDER }),
  }
}

/** A body that counts the matching passages by report, without scoring; the cluster caches its answer. */
export function countsBody(request: BackendRequest, terms: readonly WeightedTerm[], reports: number): object {
  const anyTerm = rarest(terms).map(({ term, field }) => ({ term: { [`terms.${field}`]: term } }))
  const filters =
    anyTerm.length === 0 || request.phrases.length > 0
      ? []
      : [{ bool: { should: anyTerm, minimum_should_match: 1 } }]
  return {
    size: 0,
    track_total_hits: true,
    query: { bool: conditions(request, filters) },
    aggs: { reports: { terms: { field: 'report', size: Math.max(1, reports) } } },
  }
}

/** A body that counts in how many passages each term stands, field by field. */
export function frequenciesBody(terms: readonly string[]): object {
  const filters = Object.fromEntries(
    terms.flatMap((term, index) =>
      FIELDS.map((field) => [`${index}.${field}`, { term: { [`terms.${field}`]: term } }]),
    ),
  )
  return { size: 0, track_total_hits: false, aggs: { terms: { filters: { filters } } } }
}

export type FrequencyBuckets = Readonly<Record<string, { readonly doc_count: number }>>

export function readFrequencies(buckets: FrequencyBuckets, index: number): Frequencies {
  return Object.fromEntries(
    FIELDS.map((field) => [field, buckets[`${index}.${field}`]?.doc_count ?? 0]),
  ) as Frequencies
}

function conditions(request: BackendRequest, more: readonly object[]): object {
  return {
    filter: [PASSAGES, ...filterClauses(request.filters), ...request.phrases.map(phraseQuery), ...more],
    must_not: request.excluded.map(phraseQuery),
  }
}

function filterClauses(filters: Filters): object[] {
  const { places, levels, reports, congresses, years } = filters
  const lists = { place: places, level: levels, report: reports, congress: congresses }
  const clauses: object[] = Object.entries(lists)
    .filter(([, values]) => values.length > 0)
    .map(([field, values]) => ({ terms: { [field]: values } }))
  if (years.length > 0) {
    const ranges = years.map(({ from, to }) => ({ range: { years: { gte: from, lte: to } } }))
    clauses.push({ bool: { should: ranges, minimum_should_match: 1 } })
  }
  return clauses
}

function rarest(terms: readonly WeightedTerm[]): readonly WeightedTerm[] {
  if (terms.length <= MAX_CLAUSES) return terms
  return [...terms].sort((a, b) => b.weight - a.weight).slice(0, MAX_CLAUSES)
}
