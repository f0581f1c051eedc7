/** Turns a Query and what was found into the places, years and words asked about that the reports lack. */

import { foldPhrase, foldText } from '../../text/normalizer.ts'
import { cutWords } from '../../text/words.ts'
import type { Backend, Catalog } from '../backend.ts'
import { isOfPlaces, isUnfiltered, NO_FILTERS, type YearRange } from '../filter.ts'
import { yearsAskedOf } from '../query/place-years.ts'
import { asksForTopic, type Query } from '../query/query.ts'
import { MAX_QUESTION_UTF16 } from '../query/question-words.ts'
import { passageText } from '../rank/passage-text.ts'
import type { Ranked } from '../rank/ranker.ts'
import { isFrameWord, readTopic, speakOf, type TopicWord } from '../rank/topic.ts'
import type { Vocabulary } from '../vocabulary.ts'
import { readDemands } from './demand.ts'
import type { RankedAnswer } from './find-ranked.ts'
import { NEAR_HITS, TOPIC_WEIGHT } from './judge.ts'

/** What the question asks about and no report covers; of a strong match years, and a word of others' reports for which the place's have another one. */
export type Missing =
  /** `text`: the place as typed. */
  | { readonly kind: 'place'; readonly text: string }
  /**
   * `text`: the year asked about; `place`: whose reports neither review nor plan it, null for those of all places; `years`:
   * those that they are of, in order.
   */
  | {
      readonly kind: 'year'
      readonly text: string
      readonly place: string | null
      readonly years: readonly number[]
    }
  /** `text`: the word as typed; `places`: whose reports do not have it, none for all; `reports`: how many others have it. */
  | {
      readonly kind: 'word'
      readonly text: string
      readonly places: readonly string[]
      readonly reports: number
    }
  /** Whether it was done in that year (`text`) is asked, and no report of the place looks back on it. */
  | { readonly kind: 'review'; readonly text: string; readonly place: string }
  /** What is demanded beside the topic and no near passage states; `text`: the words that demand it. */
  | { readonly kind: 'reason' | 'lack' | 'month' | 'ordinal'; readonly text: string }

type AnswerAtHand = Pick<RankedAnswer, 'query' | 'plan' | 'match' | 'ranked'>

interface Means {
  readonly backend: Backend
  readonly vocabulary: Pick<Vocabulary, 'synonyms' | 'isPrinted'>
}

export async function findMissing(findings: AnswerAtHand, means: Means): Promise<Missing[]> {
  const { query, match, ranked } = findings
  // Nor is a place that what answers speaks of: 扬州 of 扬州援疆 has given aid, and no report.
  const places = [...new Set(query.foreign)].map((text): Missing => ({ kind: 'place', text }))
  const isPaste = query.text.length > MAX_QUESTION_UTF16
  // The years of a paste are those of its sentences.
  const years = isPaste ? [] : findYears(query, await means.backend.catalog())
  // A passage of another year's report may name the year (到2035年): what answers is not missing.
  if (match === 'strong')
    return [...years.filter((year) => isOfOther(year, ranked)), ...(await findRenamed(findings, means))]
  // A report of a plan of years tells of each, and its nearest passages by name: 其中2023年3.49万座.
  const untold = years.filter((year) => !isNamed(year, nearest(query, ranked)))
  if (places.length + untold.length > 0 || isPaste) return [...places, ...untold]
  const unmet = findUnmet(findings)
  return unmet.length > 0 ? unmet : await findWords(findings, means)
}

/** Whether what answers is of the place whose reports lack the year, and does not name it. */
function isOfOther(lacking: Missing, [first]: readonly Ranked[]): boolean {
  if (first === undefined || lacking.kind !== 'year') return false
  const { place } = lacking
  return (place === null || place === first.report.place) && !isNamed(lacking, [first])
}

function isNamed({ text }: Missing, hits: readonly Ranked[]): boolean {
  return hits.some(({ passage }) => passage.text.includes(text))
}

/** The demands of the question that the nearest passage does not state where it speaks of the topic. */
function findUnmet({ query, plan, ranked }: AnswerAtHand): Missing[] {
  const [first] = nearest(query, ranked)
  if (first === undefined) return []
  const { bySentence } = speakOf(readTopic(plan), first)
  const { folded, sentenceEnds } = passageText(first.passage, first.report)
  const least = Math.max(...bySentence) / 2
  const speaking = sentenceEnds.flatMap((end, number) =>
    (bySentence[number] ?? 0) < least ? [] : [folded.slice(sentenceEnds[number - 1] ?? 0, end)],
  )
  return readDemands(query.text)
    .filter(({ isMet }) => !speaking.some((sentence) => isMet(sentence, folded)))
    .map(({ kind, text }) => ({ kind, text }))
}

/** Years asked about that no report of the places asked about reviews or plans. Of a place without a report nothing more is to be said. */
export function findYears(query: Query, { reports }: Catalog): Missing[] {
  const { foreign, preferences } = query
  if (preferences.years.length === 0) return []
  const asked = preferences.places.length > 0 ? preferences.places : foreign.length > 0 ? [] : [null]
  return asked.flatMap((place): Missing[] => {
    const covered = reports
      .filter((report) => place === null || report.place === place)
      .flatMap(({ year, reviews, plans }) => [year, reviews, plans])
    const known = [...new Set(covered.filter((year) => year !== null))].sort((a, b) => a - b)
    const isCovered = ({ from, to }: YearRange): boolean => known.some((year) => year >= from && year <= to)
    const lacking = yearsAskedOf(query, place)
      .filter((range) => !isCovered(range))
      .map(({ from, to }) => (from === to ? String(from) : `${from}–${to}`))
    return [...new Set(lacking)].map((text): Missing => ({ kind: 'year', text, place, years: known }))
  })
}

/** A word of less weight is not why nothing answers. */
const TELLING_WEIGHT = 0.3
const MAX_WORDS = 2
/** A question about more places than these (自治区) is about none of them. */
const MAX_PLACES = 3

/** Telling words that stand nowhere in the reports of the places asked about, under no other name either. */
async function findWords(
  { query, plan, ranked }: AnswerAtHand,
  { backend, vocabulary }: Means,
): Promise<Missing[]> {
  const { places } = query.preferences
  if (
    !asksForTopic(query) ||
    query.phrases.length > 0 ||
    !isUnfiltered(query.filters) ||
    places.length > MAX_PLACES
  )
    return []
  const words = readTopic(plan)
  const near = nearest(query, ranked).map((hit) => speakOf(words, hit).shares)
  const lacking = joinNeighbours(
    words.filter((word, place) => isTelling(word) && near.every((shares) => (shares[place] ?? 0) < 0.5)),
  )
    .filter(({ weight }) => weight >= TELLING_WEIGHT)
    .sort((a, b) => b.weight - a.weight)
    .flatMap(({ text, weight }) =>
      // Who types one word and nothing else names it.
      text === query.terms && cutWords(text).length === 1
        ? text
        : thingsIn({ text: inFull(text, query.text), weight }, vocabulary),
    )
    // What the reports would call it was not typed.
    .filter((text) => query.text.includes(text))
    .slice(0, MAX_WORDS)
  const found = await Promise.all(lacking.map((text) => findLacking(text, places, backend)))
  return found.filter((one) => one !== null)
}

/** The word, where no report of the places has it. */
async function findLacking(
  text: string,
  places: readonly string[],
  backend: Backend,
): Promise<Extract<Missing, { kind: 'word' }> | null> {
  const count = async (of: readonly string[]): Promise<number> =>
    (
      await backend.search({
        groups: [],
        phrases: [foldPhrase(text)],
        excluded: [],
        filters: { ...NO_FILTERS, places: of },
        prefer: null,
        limit: 1,
      })
    ).counts.length
  const [inPlaces, reports] = await Promise.all([count(places), count([])])
  return inPlaces > 0 ? null : { kind: 'word', text, places, reports }
}

/** 葡萄酒 of a place whose reports have 白酒 alone: that others have the word itself shows that the two are not the same. */
async function findRenamed(
  { query, plan, ranked: [first] }: AnswerAtHand,
  { backend, vocabulary }: Means,
): Promise<Missing[]> {
  const { places } = query.preferences
  const isPlaced = places.length > 0 && places.length <= MAX_PLACES && isUnfiltered(query.filters)
  if (!isPlaced || first === undefined || query.phrases.length > 0 || query.intent !== null) return []
  const { folded, heading } = passageText(first.passage, first.report)
  const topic = readTopic(plan).find(({ weight }) => weight >= TOPIC_WEIGHT)
  if (topic === undefined || !isTelling(topic)) return []
  const text = foldPhrase(inFull(topic.text, query.text))
  const isSame = (name: string): boolean =>
    name === text || vocabulary.synonyms.find(name).some(({ alternatives }) => alternatives.includes(text))
  const names = [text, ...plan.concepts.flatMap(({ alternatives }) => alternatives)].filter(isSame)
  if (names.some((name) => folded.includes(name) || heading.includes(name))) return []
  const lacking = await findLacking(text, places, backend)
  return lacking === null || lacking.reports === 0 ? [] : [lacking]
}

/** The nearest passages, of the place that is asked about. */
export function nearest({ preferences: { places } }: Query, ranked: readonly Ranked[]): Ranked[] {
  return ranked.filter(({ report }) => isOfPlaces(report, places)).slice(0, NEAR_HITS)
}

interface Run {
  readonly text: string
  readonly weight: number
}

/** 常住 and 人口 side by side are 常住人口. */
function joinNeighbours(words: readonly TopicWord[]): Run[] {
  const joined: { text: string; weight: number; end: number }[] = []
  for (const { text, weight, characters } of words) {
    const last = joined.at(-1)
    const end = characters.at(-1)?.end ?? 0
    if (last?.end === characters[0]?.start && last !== undefined) {
      last.text += text
      last.weight += weight
      last.end = end
    } else joined.push({ text, weight, end })
  }
  return joined
}

/**
 * The longest word of a run that reports at large print: 彩礼 of 彩礼最高, but not 塑料 of 塑料袋; or the whole of it, where it is what
 * the question is about and some report's word in everyday speech (试管婴儿). That a report lacks what none would print (当时,
 * 讲个笑话) tells nobody anything.
 */
function thingsIn({ text: run, weight }: Run, { synonyms, isPrinted }: Means['vocabulary']): string[] {
  const [known] = weight >= TOPIC_WEIGHT && !/[不没]/u.test(run) ? synonyms.find(foldText(run)) : []
  if (known?.start === 0 && known.end === run.length) return [run]
  const words = cutWords(run).map(({ segment }) => segment)
  const runs = words.flatMap((_, start) =>
    words.slice(start).flatMap((_word, length) => {
      const end = start + length + 1
      return words[end]?.length === 1 ? [] : words.slice(start, end).join('')
    }),
  )
  const things = runs.filter((text) => text.length > 1 && isPrinted(foldText(text)))
  const longest = Math.max(...things.map(({ length }) => length))
  return things.filter(({ length }) => length === longest).slice(-1)
}

/** Who asks for 人均GDP or 航空母舰 is told of that, and not of GDP or 母舰. */
function inFull(word: string, question: string): string {
  const at = question.indexOf(word)
  if (at < 0) return word
  const segments = cutWords(question).filter(
    ({ index, segment }) => index < at + word.length && index + segment.length > at,
  )
  const start = Math.min(at, ...segments.map(({ index }) => index))
  const whole = question.slice(start, at + word.length)
  return /^[a-z]/iu.test(word) && question.slice(0, at).endsWith('人均') ? `人均${word}` : whole
}

/** Two characters or more; a single one only where the whole corpus lacks it, as 狗 in 养狗. */
function isTelling({ text, characters }: TopicWord): boolean {
  if (isFrameWord(text)) return false
  return characters.length > 1 || /^\p{Script=Latin}/u.test(text)
    ? true
    : characters.some(({ terms }) => terms.some(({ kind, frequency }) => kind === 'char' && frequency === 0))
}
