/** Turns a question into ranked hits: parses, asks the backend, ranks, and says how well it matches. */

import type { Passage, Report } from '../corpus/report.ts'
import { getOrMake } from '../text/maps.ts'
import { foldPhrase } from '../text/normalizer.ts'
import { type Backend, type Candidate, type Catalog, type ReportCount, withCurrentId } from './backend.ts'
import { topicText } from './query/filler-words.ts'
import { makeSpellings, type PinyinMeans, readPinyin } from './query/pinyin.ts'
import { makePlaceLexicon, type PlaceLexicon } from './query/places.ts'
import { type Plan, planQuery, widenPlan } from './query/plan.ts'
import { parseQuery, type Query } from './query/query.ts'
import { MAX_QUESTION_UTF16 } from './query/question-words.ts'
import { keptForQuestion } from './question-time.ts'
import { prepareMatches, type WeightedRange } from './rank/matches.ts'
import { takingTurns } from './turns.ts'
import { findRanked, RANKED_CANDIDATES, type RankedAnswer } from './verdict/find-ranked.ts'
import type { Match } from './verdict/judge.ts'
import { findMissing, type Missing } from './verdict/missing.ts'
import { correctEveryWord } from './verdict/spelling.ts'
import { MAX_SUGGESTIONS, type Suggestion, suggest, toTerm } from './verdict/suggest.ts'
import type { Vocabulary } from './vocabulary.ts'

export type { ReportCount } from './backend.ts'
export type { Missing } from './verdict/missing.ts'
export type { Suggestion } from './verdict/suggest.ts'

export interface Hit extends Candidate {
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

export type Explanation = Pick<RankedAnswer, 'query' | 'plan' | 'match' | 'ranked'>

const DEFAULT_LIMIT = 5

/** Puts a searcher over a backend. Make a new one for a new backend: a reload swaps them. */
export function createSearcher(given: Backend, vocabulary: Vocabulary): Searcher {
  const backend = takingTurns(given)
  const { parse, find } = makeFinder(backend, vocabulary)
  return {
    backend,
    search: async (text, { limit = DEFAULT_LIMIT, offset = 0 } = {}) => {
      const { query, match, total, counts, missing, suggestions, shown, findMatches } = await find(
        text,
        offset + limit,
      )
      const hits = shown
        .slice(offset, offset + limit)
        .map(({ passage, report, score }) => ({ passage, report, score, matches: findMatches(passage) }))
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

interface Finder {
  readonly parse: (text: string) => Promise<Query>
  /** Finds what answers, at least this many hits of it. */
  readonly find: (text: string, least: number) => Promise<Told>
}

function makeFinder(backend: Backend, vocabulary: Vocabulary): Finder {
  const { synonyms, sounds } = vocabulary
  const memory = makeMemory()
  const lexicon = makeLexiconOf(backend, vocabulary)
  const pinyin: PinyinMeans = { backend, sounds, ...makeSpellings(vocabulary) }
  const parse = (text: string): Promise<Query> =>
    getOrMake(memory().queries, text, async () => parseQuery(text, await lexicon()))
  const read = async (text: string): Promise<{ query: Query; plan: Plan }> => {
    const query = await parse(text)
    return { query, plan: await planQuery(query, { synonyms, backend }) }
  }
  const find = (text: string, least: number): Promise<Told> => {
    const depth = Math.max(RANKED_CANDIDATES, least)
    return getOrMake(memory().answers, `${depth} ${text}`, async () =>
      tell(await findAnew(text, depth), backend, vocabulary),
    )
  }
  const findAnew = async (text: string, depth: number): Promise<Guessed> => {
    const query = await parse(text)
    const spelt = await readPinyin(query, pinyin)
    const findRead = async (one: Query): Promise<RankedAnswer> =>
      await findOrWiden(one, { depth, backend, vocabulary })
    if (spelt !== null) return await findRead(await parse(spelt))
    const found = await findRead(query)
    // What place is meant is asked, and not guessed.
    if (query.phrases.length > 0 || query.foreign.length > 0 || query.text.length > MAX_QUESTION_UTF16)
      return found
    const spelling = { query, plan: found.plan, catalog: await backend.catalog(), sounds, backend }
    const corrected = await correctEveryWord(spelling, read)
    if (corrected === null) return found
    const again = await findRead(await parse(corrected))
    if (again.match === 'none' || coverageOf(again) < coverageOf(found)) return found
    // What was meant is a guess, however well the guess is answered.
    return { ...again, match: 'weak', guess: corrected }
  }
  return { parse, find }
}

interface Depth {
  /** How many are ranked. */
  readonly depth: number
  readonly backend: Backend
  readonly vocabulary: Vocabulary
}

/** What is asked in the reports' own words is answered by them; only everyday speech is asked again by its topics. */
async function findOrWiden(query: Query, { depth, backend, vocabulary }: Depth): Promise<RankedAnswer> {
  const plan = await planQuery(query, { synonyms: vocabulary.synonyms, backend })
  const found = await findRanked(query, plan, { backend, depth })
  if (found.match === 'strong' || query.phrases.length > 0) return found
  const about = vocabulary.topics.find(topicText(query))
  if (about.length === 0) return found
  const widened = await findRanked(query, widenPlan(plan, about, await backend.catalog()), { backend, depth })
  // What the question is about is a guess, however well the guess is answered.
  return widened.match === 'strong' ? { ...widened, match: 'weak' } : widened
}

async function tell(found: Guessed, backend: Backend, vocabulary: Vocabulary): Promise<Told> {
  const { query, plan, ranked, guess } = found
  const missing = await findMissing(found, { backend, vocabulary })
  // What answers for a year that no report speaks of is of another one.
  const match = found.match === 'strong' && missing.length > 0 ? 'weak' : found.match
  const others =
    match === 'strong' ? [] : await suggest({ query, plan, ranked, missing }, { ...vocabulary, backend })
  return {
    ...found,
    match,
    missing,
    suggestions: [...(guess === undefined ? [] : [toTerm(guess)]), ...others].slice(0, MAX_SUGGESTIONS),
    findMatches: prepareMatches(query, plan),
  }
}

/** What is known of a state of the corpus. */
interface Known {
  readonly catalog: Catalog
  readonly places: PlaceLexicon
}

function makeLexiconOf(backend: Backend, { gazetteer, sounds }: Vocabulary): () => Promise<Known> {
  let known: Known | null = null
  return async () => {
    const catalog = await backend.catalog()
    if (known?.catalog !== catalog) known = { catalog, places: makePlaceLexicon(catalog, gazetteer, sounds) }
    return known
  }
}

/** One answer asks several times what its question means and finds. Outside of any question nothing is kept. */
function makeMemory(): () => Memory {
  const owner = {}
  return () => keptForQuestion(owner, () => ({ queries: new Map(), answers: new Map() }))
}

/** What is known of a question, or being worked out: gone with it, so that nothing that was typed is kept and no later one is answered from it. */
interface Memory {
  readonly queries: Map<string, Promise<Query>>
  readonly answers: Map<string, Promise<Told>>
}

interface Guessed extends RankedAnswer {
  /** The question as it was taken, where a word of it was taken for a slip. */
  readonly guess?: string
}

/** What was found, with all that is told of it. */
interface Told extends Guessed {
  readonly missing: readonly Missing[]
  readonly suggestions: readonly Suggestion[]
  readonly findMatches: (passage: Passage) => readonly WeightedRange[]
}

/** How much of the question the first hit speaks of. */
function coverageOf({ ranked: [first] }: RankedAnswer): number {
  return first?.words ?? 0
}
