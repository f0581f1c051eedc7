/** Judges ranked hits: whether they answer the question, touch it, or have nothing to do with it. */
import { foldText } from '../../text/normalizer.ts'
import { shortName } from '../../text/place-name.ts'
import type { Catalog } from '../backend.ts'
import { acceptsReport, isOfPlaces, isUnfiltered } from '../filter.ts'
import type { Plan } from '../query/plan.ts'
import { asksForTopic, type Query } from '../query/query.ts'
import { MAX_QUESTION_UTF16 } from '../query/question-words.ts'
import { keptForQuestion } from '../question-time.ts'
import { passageText } from '../rank/passage-text.ts'
import type { Ranked } from '../rank/ranker.ts'
import { isFrameWord, readTopic, type Spoken, shareIn, speakOf, type TopicWord } from '../rank/topic.ts'
import { type Demand, readDemands } from './demand.ts'
import type { Openings } from './opening.ts'
import { type AskedQuantity, namesRate, readQuantity, statesQuantity } from './quantity.ts'

/** `strong`: the hits answer; `weak`: they touch the question; `none`: nothing in the corpus does. */
export type Match = 'strong' | 'weak' | 'none'

interface Evidence {
  readonly query: Query
  readonly plan: Plan
  readonly ranked: readonly Ranked[]
  readonly openings: Openings
  readonly isExact: boolean
  readonly catalog: Catalog
}

/**
 * Share of the question's topic that an answer speaks of. Measured over all own and citizens' questions, on the five reports,
 * as right first hits called strong and questions without an answer called strong: 0.50 gives 96.6 % and 8.9 %, 0.54 96.0 %
 * and 7.5 %, 0.56 95.4 % and 5.5 %, 0.60 94.0 % and 4.8 %.
 */
const STRONG_TOPIC = 0.56
/** The more passages there are, the more of a question one of them speaks of by chance: ten times as many, this much more. */
const TOPIC_BY_SIZE = 0.06
/** Passages of a corpus in which chance plays no part: five reports. */
const SMALL_CORPUS = 500
/** Below this share of its words a passage has no more to do with the question than any passage has. */
const WEAK_WORDS = 0.05
/**
 * Below both of these, too: what says this little of the question itself is found by what the question may be about, and then has a
 * score of some 2. Of 1,772 answerable questions none is lost; small talk and letters at random are no longer near anything.
 */
const NEAR_TOPIC = 0.07
const NEAR_SCORE = 1.1
/** How many of the first hits are looked at for an answer, and for anything near one or to ask instead. */
const JUDGED_HITS = 3
export const NEAR_HITS = 10

export interface Judgement {
  readonly match: Match
  /** Number of the first hit that answers, from 0; the first one where nothing tells it from the others. */
  readonly first: number
}

export function judgeMatch(evidence: Evidence): Judgement {
  // Only its own speaker is a person that a report names, and it is no counter.
  const first = asksForTopic(evidence.query) ? findAnswering(evidence) : -1
  return { match: matchOf(evidence, first >= 0), first: Math.max(0, first) }
}

function matchOf(evidence: Evidence, isAnswered: boolean): Match {
  const { query, plan, ranked, openings, isExact } = evidence
  if (ranked.length === 0) return 'none'
  if (query.part !== null && query.terms === '' && !openings.isAnswer) return 'none'
  if (openings.isAnswer || isExact || isAnswered) return 'strong'
  // Nothing but a place and what asks of it: 伊宁怎么解释的.
  if (plan.terms.length === 0) return query.intent === null ? 'strong' : 'weak'
  const near = ranked.slice(0, NEAR_HITS)
  const isNear =
    openings.candidates.length > 0 ||
    (near.some(({ words }) => words >= WEAK_WORDS) &&
      near.some((hit) => hit.score >= NEAR_SCORE || speakOf(readTopic(plan), hit).topic >= NEAR_TOPIC))
  return isNear ? 'weak' : 'none'
}

/** -1 where none of the hits looked at answers. */
function findAnswering({ query, plan, ranked, catalog }: Evidence): number {
  const whole = readTopic(plan)
  const clauses = askingClauses(query, whole)
  const asked: Asked = {
    quantity: askedQuantity(query),
    isDate: query.intent === 'date',
    isSuperlative: SUPERLATIVE.test(query.text),
    thing: THING.exec(foldText(query.text))?.groups?.thing ?? '',
    demands: readDemands(query.text),
    foreign: query.named.length > 0 ? [] : query.foreign.map((place) => foldText(place)),
  }
  const answers = (words: readonly TopicWord[], hit: Ranked, least: number): boolean => {
    const spoken = speakOf(words, hit)
    return (
      spoken.topic >= least && speaksOfTopic(words, spoken) && isSaid(asked, hit, { words, plan, spoken })
    )
  }
  const least = leastShare(query, catalog)
  return ranked
    .slice(0, JUDGED_HITS)
    .findIndex(
      (hit) =>
        meetsEssentials(hit, query, { words: whole, plan }) &&
        (answers(whole, hit, least) || clauses.some((words) => answers(words, hit, CLAUSE_TOPIC))),
    )
}

/** A clause is answered by what speaks of all but this much of it; one of less than this share of the question's weight only asks. */
const CLAUSE_TOPIC = 0.8
const CLAUSE_WEIGHT = 0.25
/** Where a clause ends: at a mark, or at a space behind a word that asks. */
const CLAUSE_END =
  /[，,。；;！!]|(?<=[?？])(?![?？])|(?<=(?:多少|几)\p{sc=Han}{0,2}|哪些|什么|来着|[谁吗呢啊吧])\s/u
const CLAUSE_ASKS = /[?？]$|多少|几[个名年条项座家次]|什么|啥|哪|谁|怎么|怎样|如何|是否|有没有|[吗呢]$/u

/**
 * The words of the clauses that ask by themselves, their weights adding up to 1: 我妈在农村，基础养老金涨到多少 tells beside it who asks,
 * and no passage speaks of that.
 */
function askingClauses({ text }: Query, words: readonly TopicWord[]): TopicWord[][] {
  if (text.length > MAX_QUESTION_UTF16) return []
  const clauses = foldText(text).split(CLAUSE_END)
  return clauses
    .filter((clause) => CLAUSE_ASKS.test(clause))
    .flatMap((clause): TopicWord[][] => {
      const own = words.filter((word) => clause.includes(foldText(word.text)))
      const weight = own.reduce((sum, word) => sum + word.weight, 0)
      if (weight < CLAUSE_WEIGHT || own.length === words.length) return []
      const scale = <T extends { readonly weight: number }>(one: T): T => ({
        ...one,
        weight: one.weight / weight,
      })
      return [own.map((word) => ({ ...scale(word), characters: word.characters.map(scale) }))]
    })
}

/** null as well where 几 counts what is wanted, as in 找几条资料. */
export function askedQuantity(query: Query): AskedQuantity | null {
  const { intent, text, named, foreign } = query
  if (intent === null && /[几多]/u.test(text)) return null
  // The verdict and the figures ask for the same of one question.
  return keptForQuestion(query, () => readQuantity(text, [...named, ...foreign]))
}

/** What more a sentence has to say than the words of the question. */
interface Asked {
  readonly quantity: AskedQuantity | null
  readonly isDate: boolean
  readonly isSuperlative: boolean
  /** 补贴 of 养老院有没有补贴; '' where the question is for none. */
  readonly thing: string
  readonly demands: readonly Demand[]
  /** Places without a report, folded, where no other is named: what is said of them stands in a sentence that names them. */
  readonly foreign: readonly string[]
}

/** Whether there is such a thing. */
const THING = /(?:有没有|有无|是否有)(?<thing>\p{sc=Han}{2,6}?)(?:吗|么|呢|没有|没|的)?[?？。\s]*$/u
/** The highest mountain is not any mountain. */
const SUPERLATIVE = /最[高低大小长短多少好差早晚快强]/u
const DATE =
  /[0-9]\s*[年月日天]|[年月]底|[年月]初|[上下]半年|季度|年内|[上中下]旬|投入使用|投入运营|投用|启用|建成|完工|竣工/u
/** A sentence says it when it speaks of this much of what the best one speaks of. */
const SAYING_SHARE = 0.5
/** The same where the sentence must name a place without a report: most sentences of the passage are about the report's own place. */
const FOREIGN_SHARE = 0.9
/** A passage that has less than this share of a word does not speak of it: 核电 of 核电站. */
const WHOLE_WORD = 0.75
/** In a sentence half of a word is said in other words. */
const HALF_WORD = 0.5

interface Speech extends Topic {
  readonly spoken: Spoken
}

function isSaid(asked: Asked, { passage, report }: Ranked, { words, plan, spoken }: Speech): boolean {
  const { quantity, isDate, isSuperlative, thing, demands, foreign } = asked
  const last = words.findLastIndex(
    ({ text }) => !isFrameWord(text) && quantity?.noun.endsWith(foldText(text)) === true,
  )
  if (quantity?.isNamed === true && last >= 0 && (spoken.shares[last] ?? 0) < WHOLE_WORD) return false
  const { folded, sentenceEnds, heading } = passageText(passage, report)
  const least = Math.max(...spoken.bySentence) * (foreign.length > 0 ? FOREIGN_SHARE : SAYING_SHARE)
  const named = `${thing}${quantity?.owner ?? ''}`
  const essential = words.filter(({ text }) => named.includes(foldText(text)) && !isFrameWord(text))
  const names = quantity === null ? [] : namesOf(quantity, { words, plan })
  return sentenceEnds.some((end, number) => {
    if ((spoken.bySentence[number] ?? 0) < least) return false
    const sentence = folded.slice(sentenceEnds[number - 1] ?? 0, end)
    if (essential.some((word) => shareIn(word, `${heading}\n${sentence}`) < HALF_WORD)) return false
    if (quantity !== null && !statesQuantity(quantity, sentence, names)) return false
    if (!foreign.every((place) => sentence.includes(shortName(place)))) return false
    if (!demands.every((demand) => demand.isMet(sentence, folded))) return false
    return (!isDate || DATE.test(sentence)) && (!isSuperlative || /最|第一/u.test(sentence))
  })
}

/** What the report may call what is counted: the last word of the noun, its pairs of characters, and its other names. */
function namesOf({ noun, rate }: AskedQuantity, { words, plan }: Topic): string[] {
  if (rate !== null) {
    const renamed = plan.concepts
      .filter(({ start, end }) => start < end)
      .flatMap(({ alternatives }) => alternatives)
    // A topic has other rates beside this one.
    return [rate, ...(noun.endsWith('量') ? renamed : renamed.filter(namesRate))]
  }
  const topic = words.findLast(({ text }) => noun.includes(foldText(text)) && !isFrameWord(text))
  if (topic === undefined) return []
  const [start, end] = [topic.characters[0]?.start ?? 0, topic.characters.at(-1)?.end ?? 0]
  const others = plan.concepts
    .filter((concept) => concept.start < end && concept.end > start)
    .flatMap(({ alternatives }) => alternatives)
  const terms = topic.characters
    .flatMap((character) => character.terms.map(({ term }) => term))
    .filter((term) => !isFrameWord(term))
  return [foldText(topic.text), ...terms, ...others]
}

/** Where one word says what the question is about, the passage has all of it. */
function speaksOfTopic(words: readonly TopicWord[], { shares }: Spoken): boolean {
  const at = words.findIndex(({ weight }) => weight >= TOPIC_WEIGHT)
  return at < 0 || (shares[at] ?? 0) >= WHOLE_WORD
}

/** A word of so much of the question's weight is its topic. */
export const TOPIC_WEIGHT = 0.6

interface Topic {
  readonly words: readonly TopicWord[]
  readonly plan: Plan
}

function leastShare(
  { preferences: { places }, filters }: Query,
  { reports, passages: all }: Catalog,
): number {
  // Most questions are asked of all reports, which need not be gone through.
  const passages =
    places.length === 0 && isUnfiltered(filters)
      ? all
      : reports
          .filter((report) => acceptsReport(filters, report) && isOfPlaces(report, places))
          .reduce((sum, report) => sum + report.passages, 0)
  return STRONG_TOPIC + TOPIC_BY_SIZE * Math.max(0, Math.log10(passages / SMALL_CORPUS))
}

/** The place that is asked about must be the report's or be named beside the topic, and so must a place without a report; the year must be spoken about. */
function meetsEssentials(hit: Ranked, { foreign, preferences }: Query, topic: Topic): boolean {
  const { places, years, newest } = preferences
  const isNamed = foreign.every((place) => isNamedBeside(hit, foldText(place), topic))
  const isOfPlace =
    isOfPlaces(hit.report, places) || places.some((place) => isNamedBeside(hit, shortName(place), topic))
  const isTimed = years.length > 0 || (places.length > 0 && newest.length > 0)
  const isOfYear = !isTimed || hit.features.year > 0
  // 今年 of the newest report is what it plans, and no result of the year before.
  const isOfPart = newest.length === 0 || hit.features.aspect >= 0
  return isNamed && isOfPlace && isOfYear && isOfPart
}

/** The share of the rest of the question that is spoken of by a sentence which names the place beside the topic. */
const BESIDE_TOPIC = 0.35

/** A passage of many places names one in a heading, or in a sentence that speaks of the question too. */
function isNamedBeside(hit: Ranked, name: string, { words }: Topic): boolean {
  const { folded, sentenceEnds, heading } = passageText(hit.passage, hit.report)
  if (heading.includes(name)) return true
  if (!folded.includes(name)) return false
  const others = words.filter(({ text }) => {
    const word = foldText(text)
    return !word.includes(name) && !name.includes(word)
  })
  const least = others.reduce((sum, { weight }) => sum + weight, 0) * BESIDE_TOPIC
  const { bySentence } = speakOf(others, hit)
  return sentenceEnds.some(
    (end, number) =>
      folded.slice(sentenceEnds[number - 1] ?? 0, end).includes(name) && (bySentence[number] ?? 0) >= least,
  )
}
