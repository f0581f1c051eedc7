/** Turns a question into ranked hits: parses, asks the backend, ranks, and says how well it matches. */

import type { Passage, Report } from '../corpus/report.ts'
import { foldPhrase } from '../text/normalizer.ts'
import {
  type Backend,
  type BackendResponse,
  type Candidate,
  type Catalog,
  type ReportCount,
  type ReportSummary,
  withCurrentId,
} from './backend.ts'
import { type Filters, isUnfiltered, NO_FILTERS } from './filter.ts'
import { type BarePlace, readBarePlace } from './query/bare-place.ts'
import { type PinyinMeans, readPinyin } from './query/pinyin.ts'
import { makePlaceLexicon, type PlaceLexicon } from './query/places.ts'
import { type Plan, planQuery, widenPlan } from './query/plan.ts'
import { MAX_QUESTION_UTF16, parseQuery, type Query } from './query/query.ts'
import { makeSpellings } from './query/spellings.ts'
import { topicText } from './query/topic-text.ts'
import { currentQuestion } from './question-time.ts'
import { byCount, countHits } from './rank/count-hits.ts'
import { prepareMatches, type WeightedRange } from './rank/matches.ts'
import { keepOrder, putFirst, type Ranked, rank } from './rank/ranker.ts'
import { takingTurns } from './turns.ts'
import { judgeMatch, type Match } from './verdict/judge.ts'
import { findMissing, type Missing } from './verdict/missing.ts'
import { findOpenings } from './verdict/opening.ts'
import { correctEveryWord } from './verdict/spelling.ts'
import { MAX_SUGGESTIONS, type Suggestion, suggest, toTerm } from './verdict/suggest.ts'
import type { Vocabulary } from './vocabulary.ts'

export type { ReportCount } from './backend.ts'
export type { Missing } from './verdict/missing.ts'
export type { Suggestion } from './verdict/suggest.ts'

export interface Hit {
  readonly passage: Passage
  readonly report: ReportSummary
  readonly score: number
  /** Places in `passage.text` that the query's terms and phrases match, sorted by start; those of different terms may overlap. */
  readonly matches: readonly WeightedRange[]
}

export interface SearchResult {
  readonly query: Query
  readonly match: Match
  /** How many passages match well enough to be shown, over all pages; exact for phrases. */
  readonly total: number
  /** The page asked for, best first; ties in reading order. Empty when `match` is `none`. */
  readonly hits: readonly Hit[]
  /** Matching passages by report, most first. */
  readonly reports: readonly ReportCount[]
  /** Places and years asked about that the corpus lacks; empty when there are none. */
  readonly missing?: readonly Missing[]
  /** Set when `match` is weak or none. */
  readonly suggestions: readonly Suggestion[]
}

export interface SearchOptions {
  /** How many hits. Default 5. */
  readonly limit?: number
  /** How many hits to pass over. Default 0. */
  readonly offset?: number
}

/** Everything above the search layer asks through this, whatever the backend. */
export interface Searcher {
  readonly backend: Backend
  search(text: string, options?: SearchOptions): Promise<SearchResult>
  /** Reads a question without searching for it. */
  read(text: string): Promise<Query>
  /** The ranker's whole list with every score, for evaluation. */
  explain(text: string): Promise<Explanation>
  /** Other wordings of these words as a whole, from the synonyms; folded, none where there are none. */
  wordings(words: string): readonly string[]
  catalog(): Promise<Catalog>
  report(id: string): Promise<Report | null>
  passage(id: string): Promise<Candidate | null>
}

export interface Explanation {
  readonly query: Query
  readonly plan: Plan
  readonly match: Match
  readonly ranked: readonly Ranked[]
}

const DEFAULT_LIMIT = 5
/** How many of the backend's candidates the ranker looks at: 100 are no better than 40 on any set of questions. */
const RANKED_CANDIDATES = 50
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

/** What is known of a state of the corpus. */
interface Known {
  readonly catalog: Catalog
  readonly places: PlaceLexicon
}

/** Puts a searcher over a backend. Make a new one for a new backend: a reload swaps them. */
export function createSearcher(given: Backend, vocabulary: Vocabulary): Searcher {
  const backend = takingTurns(given)
  let known: Known | null = null
  const context = async (): Promise<Known> => {
    const catalog = await backend.catalog()
    if (known?.catalog !== catalog) {
      const places = makePlaceLexicon(catalog, vocabulary.gazetteer, vocabulary.sounds)
      known = { catalog, places }
    }
    return known
  }
  const { synonyms, topics, sounds } = vocabulary
  const pinyin: PinyinMeans = { backend, sounds, ...makeSpellings(vocabulary) }
  const parse = async (text: string): Promise<Query> => {
    const { queries } = memory()
    const query = queries.get(text) ?? parseQuery(text, await context())
    queries.set(text, query)
    return query
  }
  const read = async (text: string): Promise<{ query: Query; plan: Plan }> => {
    const query = await parse(text)
    return { query, plan: await planQuery(query, { synonyms, backend }) }
  }
  const ofQuestion = new WeakMap<object, Memory>()
  /** One answer asks several times what its question means and finds. Outside of any question nothing is kept. */
  const memory = (): Memory => {
    const question = currentQuestion() ?? {}
    const made = ofQuestion.get(question) ?? { queries: new Map(), answers: new Map() }
    ofQuestion.set(question, made)
    return made
  }
  const find = async (text: string, least: number): Promise<Told> => {
    const depth = Math.max(RANKED_CANDIDATES, least)
    const { answers } = memory()
    const key = `${depth} ${text}`
    const told = answers.get(key) ?? (await tell(await findAnew(text, depth)))
    answers.set(key, told)
    return told
  }
  const tell = async (found: Found): Promise<Told> => {
    const { query, plan, match, ranked, guess } = found
    const missing = await findMissing(found, backend)
    const others =
      match === 'strong' ? [] : await suggest({ query, plan, ranked, missing }, { ...vocabulary, backend })
    return {
      ...found,
      missing,
      suggestions: [...(guess === undefined ? [] : [toTerm(guess)]), ...others].slice(0, MAX_SUGGESTIONS),
      findMatches: prepareMatches(query, plan),
    }
  }
  const findAnew = async (text: string, depth: number): Promise<Found> => {
    const query = await parse(text)
    const spelt = await readPinyin(query, pinyin)
    if (spelt !== null) return await findRead(await parse(spelt), depth)
    const found = await findRead(query, depth)
    // What place is meant is asked, and not guessed.
    if (query.phrases.length > 0 || query.foreign.length > 0 || query.text.length > MAX_QUESTION_UTF16)
      return found
    const spelling = { query, plan: found.plan, catalog: await backend.catalog(), sounds, backend }
    const corrected = await correctEveryWord(spelling, read)
    if (corrected === null) return found
    const again = await findRead(await parse(corrected), depth)
    if (again.match === 'none' || coverageOf(again) < coverageOf(found)) return found
    // What was meant is a guess, however well the guess is answered.
    return { ...again, match: 'weak', guess: corrected }
  }
  const findRead = async (query: Query, depth: number): Promise<Found> => {
    const plan = await planQuery(query, { synonyms, backend })
    const found = await findRanked(query, plan, { backend, depth })
    // What is asked in the reports' own words is answered by them; only everyday speech is asked again by its topics.
    const about = found.match === 'strong' || query.phrases.length > 0 ? [] : topics.find(topicText(query))
    if (about.length === 0) return found
    const widened = await findRanked(query, widenPlan(plan, about, await backend.catalog()), {
      backend,
      depth,
    })
    // What the question is about is a guess, however well the guess is answered.
    return widened.match === 'strong' ? { ...widened, match: 'weak' } : widened
  }
  return {
    backend,
    search: async (text, { limit = DEFAULT_LIMIT, offset = 0 } = {}) => {
      const { query, match, total, counts, missing, suggestions, shown, findMatches } = await find(
        text,
        offset + limit,
      )
      const hits = shown.slice(offset, offset + limit).map((ranked) => makeHit(ranked, findMatches))
      return { query, match, total, hits, reports: counts, missing, suggestions }
    },
    read: parse,
    explain: async (text) => {
      const { query, plan, match, ranked } = await find(text, RANKED_CANDIDATES)
      return { query, plan, match, ranked }
    },
    wordings: (words) => {
      const folded = foldPhrase(words)
      const [match] = vocabulary.synonyms.find(folded)
      return match?.start === 0 && match.end === folded.length ? match.alternatives : []
    },
    catalog: () => backend.catalog(),
    report: async (id) => (await backend.report(id)) ?? (await withCurrentId(id, backend, backend.report)),
    passage: async (id) => (await backend.passage(id)) ?? (await withCurrentId(id, backend, backend.passage)),
  }
}

interface Found {
  /** The question as it was taken, where a word of it was taken for a slip. */
  readonly guess?: string
  readonly query: Query
  readonly plan: Plan
  readonly match: Match
  readonly ranked: readonly Ranked[]
  readonly shown: readonly Ranked[]
  readonly total: number
  readonly counts: readonly ReportCount[]
}

/** What is known of a question: gone with it, so that nothing that was typed is kept and no later one is answered from it. */
interface Memory {
  readonly queries: Map<string, Query>
  readonly answers: Map<string, Told>
}

/** What was found, with all that is told of it. */
interface Told extends Found {
  readonly missing: readonly Missing[]
  readonly suggestions: readonly Suggestion[]
  readonly findMatches: (passage: Passage) => readonly WeightedRange[]
}

/** Who asks for passages alone needs no places in them. */
function makeHit({ passage, report, score }: Ranked, findMatches: Told['findMatches']): Hit {
  let matches: readonly WeightedRange[] | null = null
  return {
    passage,
    report,
    score,
    get matches() {
      matches ??= findMatches(passage)
      return matches
    },
  }
}

/** How much of the question the first hit speaks of. */
function coverageOf({ ranked: [first] }: Found): number {
  return first?.words ?? 0
}

interface Depth {
  readonly backend: Backend
  /** How many hits the page asked for reaches down to. */
  readonly depth: number
}

async function findRanked(query: Query, plan: Plan, { backend, depth }: Depth): Promise<Found> {
  const phrases = query.phrases.map(foldPhrase).filter((phrase) => phrase !== '')
  const isExact = phrases.length > 0
  const bare = isExact ? null : readBarePlace(query)
  if (bare !== null) return await findReports(bare, query, plan, { backend, depth })
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
  const [{ candidates, total, counts }, openings] = await Promise.all([
    backend.search({
      groups: plan.groups,
      phrases,
      excluded: query.excluded.map(foldPhrase).filter((phrase) => phrase !== ''),
      filters: query.filters,
      prefer: preferred(query),
      // Words give one list to page through; what must match exactly may have any number of pages.
      limit: isWhole ? Math.max(looked, depth) : looked,
    }),
    findOpenings(query, backend),
  ])
  const catalog = await backend.catalog()
  const head = isWhole ? candidates.slice(0, looked) : candidates
  const reranked = rank(head, query, plan)
  const tail = keepOrder(candidates.slice(head.length))
  const ranked = putFirst(openings.candidates, [...reranked, ...tail], query, plan)
  const match = judgeMatch({ query, plan, ranked, openings, isExact, catalog })
  if (match === 'none') return { query, plan, match, ranked, shown: [], total: 0, counts: [] }
  if (!openings.isAnswer && (isExact || plan.terms.length === 0)) {
    return { query, plan, match, ranked, shown: ranked, total, counts: byCount(counts) }
  }
  const most = Math.max(...ranked.slice(0, DEFAULT_LIMIT).map(({ coverage }) => coverage))
  const always = Math.max(most < WHOLE_COVERAGE ? SHOWN_IN_PART : 1, openings.candidates.length)
  // Who spoke and when is answered by the openings alone, as what a part says is by that part.
  const shown = openings.isAnswer
    ? ranked.slice(0, openings.candidates.length)
    : ranked.filter((hit, place) => place < always || hit.coverage >= most * SHOWN_SHARE)
  return { query, plan, match, ranked, shown, total: shown.length, counts: byCount(countHits(shown)) }
}

/** The reports of a place in reading order; those of all years where they do not speak of the year that is named. */
async function findReports(
  bare: BarePlace,
  query: Query,
  plan: Plan,
  { backend, depth }: Depth,
): Promise<Found> {
  const limit = Math.max(RANKED_CANDIDATES, depth)
  const excluded = query.excluded.map(foldPhrase).filter((phrase) => phrase !== '')
  const find = async (filters: Filters): Promise<BackendResponse> =>
    await backend.search({ groups: [], phrases: [], excluded, filters, prefer: null, limit })
  const ofYears = await find(bare.filters)
  const isCovered = ofYears.total > 0 || !bare.hasYears
  const { candidates, total, counts } = isCovered
    ? ofYears
    : await find({ ...bare.filters, years: query.filters.years })
  const ranked = keepOrder(candidates)
  const match = total === 0 ? 'none' : isCovered ? 'strong' : 'weak'
  return { query, plan, match, ranked, shown: ranked, total, counts: byCount(counts) }
}

function preferred({ preferences, filters }: Query): Filters | null {
  if (preferences.places.length === 0 || filters.places.length > 0) return null
  return { ...NO_FILTERS, places: preferences.places }
}
