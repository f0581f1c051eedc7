/** Finds the one figure whose clause says all that a question asks, where nothing of its own name may be in the question. */
import { firstNumber } from '../../figures/figure.ts'
import type { StatedFigure } from '../../search/backend.ts'
import type { Filters } from '../../search/filter.ts'
import { heldIn, isFrameWord, readTopic, shareIn, type TopicWord } from '../../search/rank/topic.ts'
import type { Searcher } from '../../search/searcher.ts'
import { askedQuantity } from '../../search/verdict/judge.ts'
import type { AskedQuantity } from '../../search/verdict/quantity.ts'
import { foldPhrase } from '../../text/normalizer.ts'
import { afterMark, beforeMark, sentenceAround } from '../../text/sentences.ts'
import { COMMON_NOUN, isCountedOtherwise, isOfUnit, thingsIn } from './counted-thing.ts'
import type { FigureQuestion } from './figure-question.ts'
import { isDone, isFiller } from './figure-words.ts'

/** The figures of one printed name, and the words of the question that it leaves. */
export interface PrintedFigures {
  readonly stated: readonly StatedFigure[]
  readonly asked: FigureQuestion
}

/** Passages looked at for a noun that is printed in other words. */
export const PASSAGES = 10
/** What a clause, or a sentence that a name of the question stands in, must hold of the question's words. */
const MIN_HELD = 0.9
/** The same of a clause where the rest stands in its passage, and no other clause of it comes near. */
const MIN_HELD_OF_PART = 0.35
/** The same of one word beside the number. */
const MIN_HELD_NEAR = 0.5
/** Fewer characters stand in a clause by chance: 路 in 路沿石. */
const MIN_CHARACTERS = 3
const MIN_NAME = 2

/** 几类水, 第几幼儿园: what is asked for is no amount, or it is several; and of an English question it is not known which words are. */
const NO_AMOUNT = /第几|(?:多少|几).*(?:多少|几)|几[类级星a-z]|^\P{sc=Han}*$/iu
/** 停车场和厕所: the figure of one of them is half an answer. */
const JOINED = /[和与及、]/u

/** null where none says it all, or several that differ do: a neighbour is no answer. */
export async function findByClause(
  searcher: Searcher,
  asked: FigureQuestion,
  filters: Filters,
): Promise<PrintedFigures | null> {
  if (asked.isSeveral || NO_AMOUNT.test(asked.query.text)) return null
  const { plan, ranked } = await searcher.explain(asked.query.text)
  const words = readTopic(plan).filter((word) => isTelling(word, asked))
  if (words.reduce((sum, { characters }) => sum + characters.length, 0) < MIN_CHARACTERS) return null
  const stated = await searcher.backend.figures({
    passages: ranked.slice(0, PASSAGES).map(({ passage }) => passage.id),
    filters,
    kind: asked.kind === 'both' ? null : asked.kind,
  })
  const quantity = askedQuantity(asked.query)
  const sought = makeSought(words, asked)
  const held = stated
    .filter((one) => isAsked(one, asked, quantity) && !isElsewhere(one, asked))
    .flatMap((one) => weigh(one, sought) ?? [])
    .filter(({ shares }) => words.every(({ text }, at) => !COMMON_NOUN.test(text) || shares[at] !== 0))
  const fitting =
    [isWhole, isNamed].map((fits) => held.filter(fits)).find((some) => some.length > 0) ??
    held.filter((one) => isPart(one, held))
  // What a synonym alone leads to is told from what is printed as it was typed, and a name from what is not asked for.
  const best = (JOINED.test(asked.query.text) ? [isSpelt] : [isSpelt, isNamed]).reduce((some, fits) => {
    const narrower = some.filter(fits)
    return narrower.length > 0 ? narrower : some
  }, fitting)
  const own = areOne(best) ? best : mostNamed(best)
  if (own.length === 0 || !areOne(own)) return null
  if (
    own.some(({ one: { passage } }) =>
      leavesOut(foldPhrase(passage.text + passage.section.join('')), words, asked),
    )
  )
    return null
  // 政府对每个少儿每年补贴75元 is told 每人每年, though in other words.
  const isEach = own.every(({ one }) => /[每均]/u.test(one.figure.quote))
  const scopes = isEach ? asked.scopes.filter((scope) => !/[每均]/u.test(scope)) : asked.scopes
  return { stated: own.map(({ one }) => one), asked: { ...asked, words: [], scopes, isBySubject: true } }
}

/** A place without a report is named, and no other, and the sentence does not speak of it. */
export function isElsewhere(
  { figure, passage: { text } }: StatedFigure,
  { query: { named, foreign } }: FigureQuestion,
): boolean {
  if (named.length > 0 || foreign.length === 0) return false
  const sentence = sentenceAround(text, figure.start, figure.end)
  return !foreign.some((place) => sentence.includes(place.replace(/[省市县区州旗]$/u, '')))
}

/**
 * Whether the text leaves out a thing that the question is about: 天马 of 天马机场. What no dictionary has is a row of lone
 * characters, of which each stands in many a text.
 */
export function leavesOut(
  text: string,
  words: readonly TopicWord[],
  { query, words: typed }: FigureQuestion,
): boolean {
  const asked = foldPhrase(query.text)
  const rows: string[] = []
  let end = -1
  for (const { text: word, characters } of words) {
    const { start } = characters[0] ?? { start: -1 }
    if (word.length > 1) continue
    if (start === end) rows.push((rows.pop() ?? '') + foldPhrase(word))
    else rows.push(foldPhrase(word))
    end = characters.at(-1)?.end ?? -1
  }
  const isWord = (row: string): boolean => typed.some((word) => foldPhrase(word).includes(row))
  return rows.filter(isWord).some((row) => {
    const isDeed = new RegExp(`${row}了?(?:多少|几)|(?:多少|几)${row}`, 'u').test(asked)
    const pairs = Array.from({ length: row.length - 1 }, (_, at) => row.slice(at, at + 2))
    return !isDeed && pairs.length > 0 && !pairs.some((pair) => text.includes(pair))
  })
}

/** How it is reckoned, and not what: each report has words of its own for it. */
const PER_HEAD = /^(?:每|平均)/u

/** Of the numbers of one list that by whose name the question calls it. */
function mostNamed(held: readonly Held[]): readonly Held[] {
  const [first] = held
  if (held.some(({ one }) => one.figure.name !== first?.one.figure.name)) return held
  const most = Math.max(...held.map(({ named }) => named))
  return held.filter(({ named }) => named === most)
}

/** What asks, and what is done in everyday words (卖了多少), tells nothing. */
export function isTelling({ text }: TopicWord, { runs, query, scopes }: FigureQuestion): boolean {
  const counted = askedQuantity(query)?.noun ?? ''
  const word = foldPhrase(text)
  return (
    !isFiller(word) &&
    !isFrameWord(word) &&
    !isDone(word, foldPhrase(query.text)) &&
    !scopes.some((scope) => PER_HEAD.test(scope) && scope.includes(word)) &&
    [...runs, counted].some((run) => run.includes(word))
  )
}

/** Whether the figure states what is asked for, in the unit that is. */
function isAsked(one: StatedFigure, asked: FigureQuestion, quantity: AskedQuantity | null): boolean {
  const { change, value, unit } = one.figure
  if (asked.measure === 'change') return change !== null
  if (value === null || !isOfUnit(unit, asked.unit) || isCountedOtherwise(one, asked)) return false
  return asked.unit !== null || quantity === null || quantity.units.test(`1${unit ?? ''}`)
}

/** What a question asks for, the same for every figure that is weighed. */
interface Sought {
  /** The question, folded, as all texts below. */
  readonly text: string
  readonly words: readonly TopicWord[]
  /** Those of more than one character. */
  readonly longer: readonly { readonly word: TopicWord; readonly text: string }[]
  readonly things: readonly string[]
}

function makeSought(words: readonly TopicWord[], asked: FigureQuestion): Sought {
  return {
    text: foldPhrase(asked.query.text),
    words,
    longer: words
      .map((word) => ({ word, text: foldPhrase(word.text) }))
      .filter(({ text }) => text.length > 1),
    things: thingsIn(asked.words.map(foldPhrase).filter((word) => word.length > 1)),
  }
}

interface Held {
  readonly one: StatedFigure
  /** Share of each word that the figure's own clause holds. */
  readonly shares: readonly number[]
  /** Share of all of them that the clause, its sentence and its passage hold. */
  readonly own: number
  readonly sentence: number
  readonly passage: number
  /** Whether the clause has all the characters typed. */
  readonly isSpelt: boolean
  /** Whether the question says the figure's name. */
  readonly isNamed: boolean
  /** Share of the words that the figure's own name holds: 农村低保补差标准, and not 城镇低保补差标准. */
  readonly named: number
}

/** null where no word of the question stands beside the number itself: 12个分馆为枢纽、90个村服务点. */
function weigh(one: StatedFigure, { text, words, longer, things }: Sought): Held | null {
  const { figure, passage } = one
  const { start, end } = figure
  const between = (marks: string, from: number, to: number): string =>
    foldPhrase(passage.text.slice(afterMark(passage.text, marks, from), beforeMark(passage.text, marks, to)))
  const [from, to] = firstNumber(figure)
  // Of a list the name stands before all numbers, and tells them apart: 粮肉奶产量分别为….
  const name = foldPhrase(figure.indicator)
  const folded = between(CLAUSE_MARKS, start, end) + name
  const near = between(`${CLAUSE_MARKS}、`, from, to) + name
  const isSaid = [name, foldPhrase(figure.name)].some((one) => one.length >= MIN_NAME && text.includes(one))
  // What stands in the clause as it was typed is not meant by a synonym beside it.
  const isBeside = (thing: string): boolean =>
    folded.includes(thing)
      ? near.includes(thing)
      : longer.some(
          ({ word, text: said }) =>
            (thing.includes(said) || said.includes(thing)) && shareIn(word, near) >= MIN_HELD_NEAR,
        )
  const before = foldPhrase(passage.text.slice(afterMark(passage.text, `${CLAUSE_MARKS}、`, from), from))
  if (QUALIFIED.test(before) || !(isSaid || things.some(isBeside))) return null
  const within = (around: string): number => heldIn(foldPhrase(around + passage.section.join('')), words)
  return {
    one,
    shares: words.map((word) => shareIn(word, folded)),
    own: heldIn(folded, words),
    sentence: within(sentenceAround(passage.text, start, end)),
    passage: within(passage.text),
    isSpelt: words.every((word) =>
      [...foldPhrase(word.text)].every((character) => folded.includes(character)),
    ),
    isNamed: isSaid,
    named: heldIn(name, words),
  }
}

/** 超10亿元项目3个: not all of them. */
const QUALIFIED = /超过?\d|\d[^、]*以[上下内]\p{sc=Han}/u

const CLAUSE_MARKS = '。；;，：:！？\n'

const isWhole = ({ own }: Held): boolean => own >= MIN_HELD
const isSpelt = ({ isSpelt: isTyped }: Held): boolean => isTyped
const isNamed = ({ isNamed: isSaid, sentence }: Held): boolean => isSaid && sentence >= MIN_HELD

/** No other clause of the passage holds a word that this one lacks, or as much. */
function isPart({ one, own, passage, shares }: Held, held: readonly Held[]): boolean {
  if (own < MIN_HELD_OF_PART || passage < MIN_HELD) return false
  const others = held.filter((other) => other.one.passage.id === one.passage.id && other.one !== one)
  return others.every(
    (other) => other.own < own && other.shares.every((share, at) => share <= (shares[at] ?? 0)),
  )
}

/** Of one place, and of one report, year and kind one value. */
function areOne(held: readonly Held[]): boolean {
  const values = new Map<string, string>()
  return held.every(({ one: { figure, report } }) => {
    const key = [report.id, figure.kind, figure.year].join()
    const value = `${figure.value}${figure.unit}${figure.change}`
    const known = values.get(key) ?? value
    values.set(key, value)
    return known === value && report.place === held[0]?.one.report.place
  })
}
