/** Finds what to ask instead of a query that found little or nothing. */

import { withoutNumber } from '../../corpus/heading.ts'
import { foldText, tidy } from '../../text/normalizer.ts'
import { escapePattern } from '../../text/occurrences.ts'
import type { Sounds } from '../../text/sounds.ts'
import { cutWords } from '../../text/words.ts'
import type { Backend } from '../backend.ts'
import { readOperators } from '../query/operators.ts'
import type { Plan } from '../query/plan.ts'
import type { Query } from '../query/query.ts'
import { MAX_QUESTION_UTF16 } from '../query/question-words.ts'
import { passageText } from '../rank/passage-text.ts'
import type { Ranked } from '../rank/ranker.ts'
import { isFrameWord, readTopic, speakOf, type TopicWord, weightOf } from '../rank/topic.ts'
import type { RankedAnswer } from './find-ranked.ts'
import { NEAR_HITS } from './judge.ts'
import { type Missing, nearest } from './missing.ts'
import { correctSpelling } from './spelling.ts'

export type Suggestion =
  /** Words of the corpus near the query; `query` is what to ask instead. */
  | { readonly kind: 'term'; readonly label: string; readonly query: string }
  /** The same question without the filter, place or year that leaves nothing. */
  | { readonly kind: 'drop-filter'; readonly label: string; readonly query: string }

interface LackingAnswer extends Pick<RankedAnswer, 'query' | 'plan' | 'ranked'> {
  readonly missing: readonly Missing[]
}

interface Means {
  readonly backend: Backend
  readonly sounds: Sounds
}

/** Buttons have little room. */
export const MAX_SUGGESTIONS = 4

/** A word typed rightly, the filter, place or year to drop, the phrase without its marks, other names, known words, near topics. */
export async function suggest(findings: LackingAnswer, { backend, sounds }: Means): Promise<Suggestion[]> {
  const { query, plan, ranked } = findings
  if (query.text.length > MAX_QUESTION_UTF16) return dropFilters(query).slice(0, MAX_SUGGESTIONS)
  const corrected = await correctSpelling({ query, plan, catalog: await backend.catalog(), sounds, backend })
  const words = readTopic(plan)
  const isAboutSomebody = query.intent === 'person' || query.intent === 'opening'
  const all: Suggestion[] = [
    ...corrected.map(toTerm),
    ...dropFilters(query),
    ...dropMissing(findings, words),
    ...unquote(query),
    ...(query.phrases.length > 0 || isAboutSomebody
      ? []
      : [...otherNames(findings), ...knownWords(findings, words), ...nearTopics(ranked, plan)]),
  ]
  const queries = all.map((suggestion) => suggestion.query)
  return all
    .filter(({ query: text }, place) => text !== '' && text !== query.text && queries.indexOf(text) === place)
    .slice(0, MAX_SUGGESTIONS)
}

function dropFilters(query: Query): Suggestion[] {
  return readOperators(query.text).filters.map(({ text }) => drop(query, text))
}

/** Without the place whose reports lack the topic, or the year that they do not cover. */
function dropMissing({ query, missing }: LackingAnswer, words: readonly TopicWord[]): Suggestion[] {
  return missing.flatMap((lack): Suggestion[] => {
    // Without a place that is all there is, nothing would be asked.
    const isAll = words.every(({ text }) => query.foreign.some((place) => place.includes(text)))
    if (lack.kind === 'place') return isAll ? [] : [drop(query, lack.text)]
    if (lack.kind === 'word') return lack.reports > 0 ? query.named.map((place) => drop(query, place)) : []
    const [typed] = new RegExp(`${lack.text}\\s*年?`, 'u').exec(query.text) ?? []
    return typed === undefined ? [] : [drop(query, typed)]
  })
}

function drop({ text }: Query, words: string): Suggestion {
  return { kind: 'drop-filter', label: words.trim(), query: tidy(text.replace(words, ' ')) }
}

/** The words of phrases that stand nowhere in a row. */
function unquote(query: Query): Suggestion[] {
  return query.phrases.map((phrase) => ({
    kind: 'term',
    label: phrase,
    query: tidy(query.text.replace(new RegExp(`.${escapePattern(phrase)}.`, 'u'), ` ${phrase} `)),
  }))
}

const MAX_NAMES = 2

/** What the nearest passages call a word of the query: 房地产 for 房价. Pieces of longer words (公安 of 公安局) are no words. */
function otherNames({ query, plan, ranked }: LackingAnswer): Suggestion[] {
  const isWhole = readBounds(plan.text)
  const texts = nearest(query, ranked).map(({ passage, report }) => passageText(passage, report).folded)
  const names = plan.concepts
    .filter(({ start, end }) => isWhole(start, end))
    .flatMap(({ alternatives }) => alternatives)
    .filter((name) => !foldText(query.text).includes(name) && texts.some((text) => text.includes(name)))
    .filter((name, place, all) => !all.slice(0, place).some((other) => other.includes(name)))
  return names.slice(0, MAX_NAMES).map((name) => ({ kind: 'term', label: name, query: inPlace(query, name) }))
}

/** Share of the question's weight that the known words must have, so as not to be mere crumbs of it. */
const KNOWN_WEIGHT = 0.2
const MIN_WORD_UTF16 = 2

/** The words of the query that the nearest passages have, where they lack others. */
function knownWords({ query, plan, ranked }: LackingAnswer, words: readonly TopicWord[]): Suggestion[] {
  const places = query.foreign.join(' ')
  const isWhole = readBounds(plan.text)
  const frequencyOf = new Map(plan.terms.map(({ term, frequency }) => [term, frequency]))
  const isKnown = (start: number, end: number): boolean =>
    (frequencyOf.get(foldText(plan.text.slice(start, end))) ?? 0) > 0
  const isAlone = ({ characters }: TopicWord): boolean => {
    const start = characters[0]?.start ?? 0
    const end = characters.at(-1)?.end ?? 0
    // 近平 of 习近平: a single character beside a word is a part of it where the corpus has them in a row.
    const isBefore = isWhole(start - 1, start) && isKnown(start - 1, start + 1)
    const isAfter = isWhole(end, end + 1) && isKnown(end - 1, end + 1)
    return isWhole(start, end) && !isBefore && !isAfter
  }
  const isWord = (word: TopicWord): boolean =>
    word.text.length >= MIN_WORD_UTF16 &&
    !isFrameWord(word.text) &&
    !places.includes(word.text) &&
    isAlone(word)
  const [known = []] = nearest(query, ranked)
    .map((hit) => speakOf(words, hit).shares)
    .map((shares) => words.filter((word, place) => isWord(word) && shares[place] === 1))
    .sort((a, b) => weightOf(b) - weightOf(a))
  const weight = weightOf(known)
  if (known.length === words.length || weight < KNOWN_WEIGHT) return []
  const label = known.map(({ text }) => text).join(' ')
  return [{ kind: 'term', label, query: inPlace(query, label) }]
}

/** Tells whether a run of the text begins and ends where the segmenter's words do, and is more than a space. */
function readBounds(text: string): (start: number, end: number) => boolean {
  const starts = new Set<number>()
  const ends = new Set<number>()
  for (const { index, segment, isWordLike } of cutWords(text)) {
    if (isWordLike !== true) continue
    starts.add(index)
    ends.add(index + segment.length)
  }
  return (start, end) => starts.has(start) && ends.has(end)
}

function inPlace({ preferences: { places } }: Query, words: string): string {
  return places.length === 1 ? `${places[0]} ${words}` : words
}

const MAX_TOPICS = 2
const MAX_TOPIC_UTF16 = 20
/** A passage that shares less than this with the question is about something else. */
const NEAR_WORDS = 0.3
/** Headings that every report has. */
const GENERAL = /工作回顾|重点工作|工作安排|主要工作|总体要求|工作打算|名词解释|目标/u

/** What the nearest passages are about: their leads and headings, without numbers, that have a word of the question. */
function nearTopics(ranked: readonly Ranked[], { terms, concepts }: Plan): Suggestion[] {
  const words = [
    ...terms
      .filter(({ isWord, isOneWord, frequency }) => isWord && isOneWord && frequency > 0)
      .map(({ term }) => term),
    ...concepts.flatMap(({ alternatives }) => alternatives),
  ].filter((word) => !isFrameWord(word))
  const topics = ranked
    .slice(0, NEAR_HITS)
    .filter((hit) => hit.words >= NEAR_WORDS)
    .flatMap(({ passage }) => passage.section.at(-1) ?? [])
    .map(withoutNumber)
    .filter((heading) => heading.length >= MIN_WORD_UTF16 && heading.length <= MAX_TOPIC_UTF16)
    .filter((heading) => !GENERAL.test(heading) && words.some((word) => foldText(heading).includes(word)))
  return [...new Set(topics)].slice(0, MAX_TOPICS).map(toTerm)
}

/** Turns words into a suggestion that asks for them. */
export function toTerm(text: string): Suggestion {
  return { kind: 'term', label: text, query: text }
}
