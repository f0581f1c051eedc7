/** Finds the one figure whose clause says all that a question asks, where nothing of its own name may be in the question. */
import type { StatedFigure } from '../../search/backend.ts'
import type { Filters } from '../../search/filter.ts'
import { isFrameWord, readTopic, shareIn, type TopicWord } from '../../search/rank/topic.ts'
import type { Searcher } from '../../search/searcher.ts'
import { askedQuantity } from '../../search/verdict/judge.ts'
import type { AskedQuantity } from '../../search/verdict/quantity.ts'
import { afterMark, beforeMark, sentenceAround } from '../../text/after-mark.ts'
import { foldPhrase } from '../../text/normalizer.ts'
import { COMMON_NOUN, isCountedOtherwise, isOfUnit, thingsIn } from './counted-thing.ts'
import type { FigureQuestion } from './figure-question.ts'
import { isFiller } from './figure-words.ts'

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
    indicators: null,
    passages: ranked.slice(0, PASSAGES).map(({ passage }) => passage.id),
    filters,
    kind: asked.kind === 'both' ? null : asked.kind,
  })
  const quantity = askedQuantity(asked.query)
  const sought = makeSought(words, asked)
  const held = stated
    .filter((one) => isAsked(one, asked, quantity))
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
  if (best.length === 0 || !areOne(best)) return null
  return { stated: best.map(({ one }) => one), asked: { ...asked, words: [], isBySubject: true } }
}

/** What asks, and what is done in everyday words (卖了多少), tells nothing. */
function isTelling({ text }: TopicWord, { runs, query }: FigureQuestion): boolean {
  const counted = askedQuantity(query)?.noun ?? ''
  const word = foldPhrase(text)
  const isDone = word.length === 1 && new RegExp(`${word}了?(?:多少|几)`, 'u').test(foldPhrase(query.text))
  return (
    !isFiller(word) && !isFrameWord(word) && !isDone && [...runs, counted].some((run) => run.includes(word))
  )
}

/** Whether the figure states what is asked for, in the unit that is. */
function isAsked(one: StatedFigure, asked: FigureQuestion, quantity: AskedQuantity | null): boolean {
  const { change, value, unit } = one.figure
  if (asked.measure === 'change') return change !== null
  if (value === null || !isOfUnit(unit, asked.unit) || isCountedOtherwise(one, asked)) return false
  return quantity === null || quantity.units.test(`1${unit ?? ''}`)
}

/** What a question asks for, the same for every figure that is weighed. */
interface Sought {
  /** The question, folded, as all texts below. */
  readonly text: string
  readonly words: readonly TopicWord[]
  /** Sum of their weights. */
  readonly weight: number
  /** Those of more than one character. */
  readonly longer: readonly { readonly word: TopicWord; readonly text: string }[]
  readonly things: readonly string[]
}

function makeSought(words: readonly TopicWord[], asked: FigureQuestion): Sought {
  return {
    text: foldPhrase(asked.query.text),
    words,
    weight: words.reduce((sum, { weight }) => sum + weight, 0),
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
}

/** null where no word of the question stands beside the number itself: 12个分馆为枢纽、90个村服务点. */
function weigh(one: StatedFigure, { text, words, weight, longer, things }: Sought): Held | null {
  const { figure, passage } = one
  const { start, end } = figure
  const between = (marks: string, from: number, to: number): string =>
    foldPhrase(passage.text.slice(afterMark(passage.text, marks, from), beforeMark(passage.text, marks, to)))
  const [from, to] = figure.numbers[0] ?? [start, end]
  const folded = between(CLAUSE_MARKS, start, end)
  const near = between(`${CLAUSE_MARKS}、`, from, to)
  const name = foldPhrase(figure.name)
  const isSaid = name.length >= MIN_NAME && text.includes(name)
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
  const sum = (some: readonly number[]): number =>
    some.reduce((total, share, at) => total + share * (words[at]?.weight ?? 0), 0) / weight
  const sharesIn = (around: string): number[] => words.map((word) => shareIn(word, around))
  const within = (around: string): number => sum(sharesIn(foldPhrase(around + passage.section.join(''))))
  const shares = sharesIn(folded)
  return {
    one,
    shares,
    own: sum(shares),
    sentence: within(sentenceAround(passage.text, start, end)),
    passage: within(passage.text),
    isSpelt: words.every((word) =>
      [...foldPhrase(word.text)].every((character) => folded.includes(character)),
    ),
    isNamed: isSaid,
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
