/** Turns a Query and what was found into the places, years and words asked about that the reports lack. */

import { foldPhrase, foldText } from '../../text/normalizer.ts'
import { HEADS_OF_GOVERNMENT } from '../../text/office.ts'
import { cutWords } from '../../text/words.ts'
import type { Backend, Catalog } from '../backend.ts'
import { isUnfiltered, NO_FILTERS, type YearRange } from '../filter.ts'
import { isFiller } from '../query/filler-words.ts'
import { yearsAskedOf } from '../query/place-years.ts'
import { asksForTopic, MAX_QUESTION_UTF16, type Query } from '../query/query.ts'
import { passageText } from '../rank/passage-text.ts'
import type { Ranked } from '../rank/ranker.ts'
import { isFrameWord, readTopic, speakOf, type TopicWord } from '../rank/topic.ts'
import { readDemands } from './demand.ts'
import type { RankedAnswer } from './find-ranked.ts'
import { NEAR_HITS, TOPIC_WEIGHT } from './judge.ts'

/** What the question asks about and no report covers; of a strong match years, and a word of others' reports for which the place's have another one. */
export type Missing =
  /** `text`: the place as typed. */
  | { readonly kind: 'place'; readonly text: string }
  /**
   * `text`: the year asked about; `place`: whose reports do not speak of it, null for those of all places; `years`: those
   * that they speak of, in order.
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

export async function findMissing(findings: AnswerAtHand, backend: Backend): Promise<Missing[]> {
  const { query, match, ranked } = findings
  // Nor is a place that what answers speaks of: 扬州 of 扬州援疆 has given aid, and no report.
  const places = [...new Set(query.foreign)].map((text): Missing => ({ kind: 'place', text }))
  const isPaste = query.text.length > MAX_QUESTION_UTF16
  // The years of a paste are those of its sentences.
  const years = isPaste ? [] : findYears(query, await backend.catalog())
  // A passage of another year's report may name the year (到2035年): what answers is not missing.
  if (match === 'strong')
    return [...years.filter((year) => isOfOther(year, ranked)), ...(await findRenamed(findings, backend))]
  if (places.length + years.length > 0 || isPaste) return [...places, ...years]
  const unmet = findUnmet(findings)
  return unmet.length > 0 ? unmet : await findWords(findings, backend)
}

/** Whether what answers is of the place whose reports lack the year, and does not name it. */
function isOfOther(lacking: Missing, [first]: readonly Ranked[]): boolean {
  if (first === undefined || lacking.kind !== 'year') return false
  const { place, text } = lacking
  return (place === null || place === first.report.place) && !first.passage.text.includes(text)
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

/** Years asked about that no report of the places asked about speaks of. Of a place without a report nothing more is to be said. */
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
      .map(label)
    return [...new Set(lacking)].map((text): Missing => ({ kind: 'year', text, place, years: known }))
  })
}

function label({ from, to }: YearRange): string {
  return from === to ? String(from) : `${from}–${to}`
}

/** A word of less weight is not why nothing answers. */
const TELLING_WEIGHT = 0.2
const MAX_WORDS = 2
/** A question about more places than these (自治区) is about none of them. */
const MAX_PLACES = 3

/** English words among Chinese ones: names of three letters are few. */
const MIXED = /(?:[a-z]{2,}(?:(?![a-z]).)*){4}/isu
/** Several words, none of them Chinese. */
const ENGLISH = /^(?=[^\p{sc=Han}]*$).*[a-z]\s+[a-z]/isu

/** Telling words that stand nowhere in the reports of the places asked about, under no other name either. */
async function findWords({ query, plan, ranked }: AnswerAtHand, backend: Backend): Promise<Missing[]> {
  const { places } = query.preferences
  // Reports have no English words to be missed.
  if (ENGLISH.test(query.text) || MIXED.test(query.text)) return []
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
    .filter(isNoun)
    .map((word) => ({ ...word, text: withoutFillers(inFull(word.text, query.text)) }))
    // What the reports would call it was not typed.
    .filter(({ text }) => text !== '' && foldText(query.text).includes(foldText(text)))
    .filter(({ text }) => !WRITING.test(text) && !OFFICE.test(text))
    .filter(({ weight }) => weight >= TELLING_WEIGHT)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, MAX_WORDS)
  const found = await Promise.all(lacking.map(({ text }) => findLacking(text, places, backend)))
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
  backend: Backend,
): Promise<Missing[]> {
  const { places } = query.preferences
  const isPlaced = places.length > 0 && places.length <= MAX_PLACES && isUnfiltered(query.filters)
  if (!isPlaced || first === undefined || query.phrases.length > 0 || query.intent !== null) return []
  const { folded, heading } = passageText(first.passage, first.report)
  const topic = readTopic(plan).find(({ weight }) => weight >= TOPIC_WEIGHT)
  if (topic === undefined || !isTelling(topic) || !isNoun(topic)) return []
  const text = withoutFillers(inFull(topic.text, query.text))
  if (text === '' || folded.includes(foldPhrase(text)) || heading.includes(foldPhrase(text))) return []
  const lacking = await findLacking(text, places, backend)
  return lacking === null || lacking.reports === 0 ? [] : [lacking]
}

/** The nearest passages, of the place that is asked about. */
export function nearest({ preferences: { places } }: Query, ranked: readonly Ranked[]): Ranked[] {
  return ranked
    .filter(({ report }) => places.length === 0 || places.includes(report.place))
    .slice(0, NEAR_HITS)
}

/** 常住 and 人口 side by side are 常住人口. */
function joinNeighbours(words: readonly TopicWord[]): { readonly text: string; readonly weight: number }[] {
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

/** Every report has its head of government, whatever it calls him. */
const OFFICE = new RegExp(`^(?:${HEADS_OF_GOVERNMENT})$`, 'u')
/** Words for a kind of text: what people look for, and no report would mention. */
const WRITING = /^(?:排比句?|金句|表述|原[文话句]|句子|段落|出处|字数\p{L}*|\p{L}{0,2}之类)$/u

/** 说给 and 你搞错 are no things that a report could mention, and 花城之类 is 花城. */
function withoutFillers(text: string): string {
  const words = cutWords(
    text.replace(/(?<=.{2})(?:之类|什么的|等等|一(?:平米?|斤|个|次|度|方|套))$/u, ''),
  ).map(({ segment }) => segment)
  const first = words.findIndex((word) => !isFiller(word))
  const last = words.findLastIndex((word) => !isFiller(word))
  const rest = first < 0 ? '' : words.slice(first, last + 1).join('')
  // A single character that is left of a word is not what was meant.
  const isScrap = rest.length < 2 && text.length > 1
  return isScrap || [...rest].every(isFiller) ? '' : rest
}

/** What begins with an adverb says how something is done (先看), what says that something fails (没人管, 路不修) is a complaint, and 八成 is an amount: no report could mention it. */
function isNoun({ text }: { readonly text: string }): boolean {
  return !/^[先再又也就才只不没很太更还都已正]|没[人有法]|不\p{sc=Han}$|[一二两三四五六七八九十百千万亿几半\d][成倍折%]$|[找买看修用住吃付办]不[到着起了成]/u.test(
    text,
  )
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

const ENGLISH_FRAME =
  /^(?:the|a|an|of|in|on|at|to|for|from|by|with|and|or|is|are|was|were|how|what|which|much|many|year|total|per)$/iu
/** When, where and by whom it is done: a passage need not say so in these words. 坐 and 交钱 are verbs, and no things to mention. */
const CIRCUMSTANCE =
  /^(?:[今昨明后前]天|最近|[春夏秋冬][天季日]?|[早晚]上|[上中下]午|[平周假]日|周末|各[地县市区省州乡村]|[坐玩耍吃喝睡穿骑跑逛]|[投交给发拨付掏出]钱)$/u

/** Two characters or more; a single one only where the whole corpus lacks it, as 狗 in 养狗. */
function isTelling({ text, characters }: TopicWord): boolean {
  if (isFrameWord(text) || ENGLISH_FRAME.test(text) || CIRCUMSTANCE.test(text) || !/\p{L}/u.test(text))
    return false
  return characters.length > 1 || /^\p{Script=Latin}/u.test(text)
    ? true
    : characters.some(({ terms }) => terms.some(({ kind, frequency }) => kind === 'char' && frequency === 0))
}
