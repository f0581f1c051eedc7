/** A query that found little or nothing in; out: what to ask instead. */
import { foldText } from '../text/normalizer.ts'
import { readOperators } from './operators.ts'
import type { Plan } from './plan.ts'
import type { Query } from './query.ts'
import type { Ranked } from './ranker.ts'
import type { Suggestion } from './searcher.ts'

interface Findings {
  readonly query: Query
  readonly plan: Plan
  /** What the backend found nearest, shown or not. */
  readonly ranked: readonly Ranked[]
}

/** Buttons have little room. */
const MAX_SUGGESTIONS = 4

/** The filter to drop, the phrase without its marks, synonyms, the words that are known, and near topics. */
export function suggest({ query, plan, ranked }: Findings): Suggestion[] {
  const all = [
    ...dropFilters(query),
    ...unquote(query),
    ...synonymsOf(query, plan),
    ...knownWords(query, plan),
    ...nearTopics(ranked),
  ]
  const unlike = new Map(all.toReversed().map((suggestion) => [suggestion.query, suggestion]))
  return [...unlike.values()]
    .reverse()
    .filter((suggestion) => suggestion.query !== '' && suggestion.query !== query.text)
    .slice(0, MAX_SUGGESTIONS)
}

function dropFilters(query: Query): Suggestion[] {
  return readOperators(query.text).filters.map(({ text }) => ({
    kind: 'drop-filter',
    label: text,
    query: tidy(query.text.replace(text, ' ')),
  }))
}

/** The words of phrases that stand nowhere in a row. */
function unquote(query: Query): Suggestion[] {
  return query.phrases.map((phrase) => ({
    kind: 'term',
    label: phrase,
    query: tidy(query.text.replace(new RegExp(`.${escapePattern(phrase)}.`, 'u'), ` ${phrase} `)),
  }))
}

function synonymsOf(query: Query, { text, concepts }: Plan): Suggestion[] {
  return concepts.flatMap(({ start, end, alternatives }) =>
    alternatives.map((label) => replaceWord(query, text.slice(start, end), label)),
  )
}

const words = new Intl.Segmenter('zh', { granularity: 'word' })

/** The words of the query that stand in the corpus, where others do not. */
function knownWords(query: Query, { text, terms }: Plan): Suggestion[] {
  const unknown = terms.filter(({ isWord, frequency, weight }) => isWord && frequency === 0 && weight > 0)
  // A place is suggested whole or not at all: no 城市 out of 塔城市.
  const withoutPlaces = query.foreign.reduce((rest, place) => rest.replaceAll(place, ' '), text)
  const typed = Array.from(words.segment(withoutPlaces)).filter(
    ({ isWordLike, segment }) => isWordLike && !/^\d+$/.test(segment),
  )
  const isKnown = (word: string): boolean => !unknown.some(({ term }) => foldText(word).includes(term))
  const known = typed
    .map(({ segment }) => segment)
    .filter((word) => word.length >= MIN_WORD_UTF16 && isKnown(word))
  if (unknown.length === 0 || known.length === 0) return []
  const label = known.join(' ')
  const [place] = query.preferences.places
  return [{ kind: 'term', label, query: place === undefined ? label : `${place} ${label}` }]
}

const MIN_WORD_UTF16 = 2
const MAX_TOPICS = 2
const MAX_TOPIC_UTF16 = 20
/** A passage that shares less than this with the question is about something else. */
const NEAR_WORDS = 0.15

/** What the nearest passages are about: their leads and headings, without numbers. */
function nearTopics(ranked: readonly Ranked[]): Suggestion[] {
  const topics = ranked
    .filter((hit) => hit.words >= NEAR_WORDS)
    .flatMap(({ passage }) => passage.section.at(-1) ?? [])
    .map((heading) => heading.replace(/^[（(]?[\d一二三四五六七八九十]+[）)、.．]\s*/u, ''))
    .filter((heading) => heading.length >= MIN_WORD_UTF16 && heading.length <= MAX_TOPIC_UTF16)
  return [...new Set(topics)].slice(0, MAX_TOPICS).map((label) => ({ kind: 'term', label, query: label }))
}

/** The query with one word for another; the other word alone where the first was not typed in a row. */
function replaceWord({ text }: Query, word: string, label: string): Suggestion {
  return { kind: 'term', label, query: text.includes(word) ? tidy(text.replace(word, label)) : label }
}

function tidy(text: string): string {
  return text.replace(/\s+/gu, ' ').trim()
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
