/** Turns a BackendRequest into the bodies of OpenSearch's searches. Nothing here speaks to the cluster. */

import { MUNICIPALITIES } from '../../corpus/rank.ts'
import { groupBy } from '../../text/maps.ts'
import type { BackendRequest, FigureRequest } from '../backend.ts'
import { type Filters, NO_FILTERS } from '../filter.ts'
import { BM25, COORDINATION } from '../indexing/bm25.ts'
import { FIELDS } from '../indexing/fields.ts'
import { figureKey, phraseQuery } from './schema.ts'
import type { Frequencies, WeightedTerm } from './score.ts'

/** Lucene refuses more than 1,024 clauses; the rarest of a long paste tell its passage as well as all of them. */
const MAX_CLAUSES = 400
/** Of a term that stands in three of ten passages. */
const MIN_INVERSE_FREQUENCY = 1.2
const MIN_RARE_GROUPS = 4
/** OpenSearch keeps lengths in one byte and knows its own shard's frequencies, so that a passage may stand further down than in our order. */
const CANDIDATES_PER_HIT = 2.5
/** How many of those that match best by OpenSearch's own score are looked at in our order. */
const RESCORED_PER_HIT = 8
/** Of the groups of a question a passage that answers matches so many. */
const TYPICAL_SHARE = 0.6
const READING_ORDER = [{ report: 'asc' }, { paragraph: 'asc' }] as const
/** OpenSearch's own bound on what one search gives back. */
const MAX_WINDOW = 10_000
/** OpenSearch fails a search that counts in more than 65,535 buckets; of more reports the fullest are named. */
const MAX_BUCKETS = 60_000
/** What comes back of a passage. */
export const PASSAGE_SOURCE = ['report', 'edition', 'paragraph', 'passage', 'lengths', 'figures'] as const

const FIGURE_SOURCE = ['report', 'edition', 'paragraph', 'passage', 'figures'] as const
/** Of a longer run of years all figures are asked for, and those of other years left out here. */
const MAX_KEYED_YEARS = 30

const PASSAGES = { term: { kind: 'passage' } }

/** A body that finds the passages to show. With terms: the best first; without: in reading order. */
export function candidatesBody(
  request: BackendRequest,
  terms: readonly WeightedTerm[],
  prefer: Filters = NO_FILTERS,
): object {
  const isScored = terms.length > 0
  const needsTerm = isScored && request.phrases.length === 0
  const { filter, must_not } = conditions(request)
  return {
    size: Math.min(isScored ? Math.ceil(request.limit * CANDIDATES_PER_HIT) : request.limit, MAX_WINDOW),
    track_total_hits: false,
    _source: PASSAGE_SOURCE,
    query: {
      bool: {
        filter: [...filter, ...filterClauses(prefer)],
        must_not,
        // What is preferred is looked for in few passages, and any of their words may bring one in.
        should: (prefer === NO_FILTERS ? telling(terms) : bounded(terms)).map(({ term, field, boost }) => ({
          term: { [`terms.${field}`]: { value: term, boost } },
        })),
        minimum_should_match: needsTerm ? 1 : 0,
      },
    },
    // By score alone Lucene passes over whatever cannot reach the best; all that hold a phrase are counted anyhow.
    ...(needsTerm
      ? { rescore: rescoreBy(terms, request.limit) }
      : { sort: isScored ? ['_score', ...READING_ORDER] : READING_ORDER }),
  }
}

/**
 * Brings the order of the first passages near to that of scorePassage(), which decides in the end: each term that matches
 * adds the lower bound of BM25+, and the number of matched groups multiplies the whole. Its root is drawn as a straight
 * line that touches it where most of the groups match.
 */
function rescoreBy(terms: readonly WeightedTerm[], limit: number): object[] {
  const window_size = limit * RESCORED_PER_HIT
  const lowerBounds = bounded(terms).map(({ term, field, weight }) => ({
    constant_score: { filter: { term: { [`terms.${field}`]: term } }, boost: weight * BM25.d },
  }))
  const groups = groupBy(bounded(terms), ({ group }) => group)
  const touched = Math.max(1, groups.size * TYPICAL_SHARE)
  const matched = [...groups.values()].map((own) => ({
    constant_score: {
      filter: { bool: { should: own.map(({ term, field }) => ({ term: { [`terms.${field}`]: term } })) } },
      boost: COORDINATION / touched ** (1 - COORDINATION),
    },
  }))
  const base = { match_all: { boost: (1 - COORDINATION) * touched ** COORDINATION } }
  return [
    { window_size, query: { rescore_query: { bool: { should: lowerBounds } }, score_mode: 'total' } },
    {
      window_size,
      query: { rescore_query: { bool: { must: [base], should: matched } }, score_mode: 'multiply' },
    },
  ]
}

/** What readAll() finds the passages with that may state what is asked for: kind and year are the figure's, and looked at later. */
export function figuresBody({ indicators, passages, filters = NO_FILTERS }: FigureRequest): {
  readonly query: object
  readonly _source: readonly string[]
  readonly sort: readonly object[]
} {
  const years = filters.years.flatMap(({ from, to }) =>
    Array.from({ length: Math.min(to - from + 1, MAX_KEYED_YEARS + 1) }, (_, index) => from + index),
  )
  const keys = indicators?.flatMap((indicator) =>
    years.length === 0 || years.length > MAX_KEYED_YEARS
      ? [figureKey(indicator)]
      : years.map((year) => figureKey(indicator, year)),
  )
  const filter = [
    PASSAGES,
    ...filterClauses({ ...filters, years: [] }),
    ...(keys === undefined ? [] : [{ terms: { figureKeys: keys } }]),
    ...(passages === undefined ? [] : [{ ids: { values: passages } }]),
  ]
  return { query: { bool: { filter } }, _source: FIGURE_SOURCE, sort: READING_ORDER }
}

/** A body that counts the passages that pass the phrases and filters, by report; the cluster keeps its answer. */
export function countsBody(request: BackendRequest, reports: number): object {
  const buckets = Math.max(1, Math.min(reports, MAX_BUCKETS))
  return {
    size: 0,
    track_total_hits: true,
    query: { bool: conditions(request) },
    aggs: { reports: { terms: { field: 'report', size: buckets, shard_size: buckets } } },
  }
}

/** A search, to be read page by page, for all passages that hold any of the phrases, in reading order. */
export function holdersBody(phrases: readonly string[]): Readonly<Record<string, unknown>> {
  return {
    _source: ['report', 'edition', 'paragraph', 'passage'],
    query: holdAny('passage', phrases),
    sort: READING_ORDER,
  }
}

/** The same for the reports that have one in their headings. */
export function headingHoldersBody(phrases: readonly string[]): Readonly<Record<string, unknown>> {
  return { _source: ['report', 'sections'], query: holdAny('report', phrases), sort: [{ report: 'asc' }] }
}

function holdAny(kind: string, phrases: readonly string[]): object {
  return { bool: { filter: [{ term: { kind } }], should: phrases.map(phraseQuery), minimum_should_match: 1 } }
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

function conditions(request: BackendRequest): { readonly filter: object[]; readonly must_not: object[] } {
  return {
    filter: [PASSAGES, ...filterClauses(request.filters), ...request.phrases.map(phraseQuery)],
    must_not: request.excluded.map(phraseQuery),
  }
}

function filterClauses(filters: Filters): object[] {
  return Object.values(filterQueries(filters)).filter((query) => query !== null)
}

/** What each filter asks of the cluster; null for one that is not set. */
function filterQueries({
  places,
  years,
  levels,
  reports,
  congresses,
}: Filters): Record<keyof Filters, object | null> {
  const ranks = levels.includes('直辖市') ? [{ terms: { place: MUNICIPALITIES } }] : []
  const ranges = years.map(({ from, to }) => ({ range: { years: { gte: from, lte: to } } }))
  return {
    places: oneOf('place', places),
    reports: oneOf('report', reports),
    congresses: oneOf('congress', congresses),
    levels: levels.length === 0 ? null : anyOf([{ terms: { level: levels } }, ...ranks]),
    years: years.length === 0 ? null : anyOf(ranges),
  }
}

function oneOf(field: string, values: readonly (string | number)[]): object | null {
  return values.length === 0 ? null : { terms: { [field]: values } }
}

function anyOf(queries: readonly object[]): object {
  return { bool: { should: queries, minimum_should_match: 1 } }
}

/**
 * The terms worth asking for. What stands in a third of all passages tells hardly anything of one and costs the most: it
 * counts when the candidates are scored, but does not bring any in, unless the question has nothing else.
 */
function telling(terms: readonly WeightedTerm[]): readonly WeightedTerm[] {
  const rare = terms.filter(({ weight, boost }) => weight / boost >= MIN_INVERSE_FREQUENCY)
  const asked = new Set(rare.map(({ group }) => group)).size >= MIN_RARE_GROUPS ? rare : terms
  return bounded(asked)
}

function bounded(terms: readonly WeightedTerm[]): readonly WeightedTerm[] {
  if (terms.length <= MAX_CLAUSES) return terms
  return [...terms].sort((a, b) => b.weight - a.weight).slice(0, MAX_CLAUSES)
}
