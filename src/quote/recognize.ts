/** Turns a question and its hits into a quote check where the question looks like a pasted quote; null when it asks or lists words. */

import { loadIndicators } from '../figures/indicators.ts'
import { readOperators } from '../search/query/operators.ts'
import type { Query } from '../search/query/query.ts'
import { passageText } from '../search/rank/passage-text.ts'
import type { Hit, Searcher, SearchResult } from '../search/searcher.ts'
import { foldPhrase, foldText, lettersOf } from '../text/normalizer.ts'
import { findChanges, isReordered } from './alignment/changes.ts'
import { isSimilar } from './alignment/compare.ts'
import { readQuote } from './alignment/exact.ts'
import { hasClauses } from './alignment/pieces.ts'
import { countWords, isMark, trimMarks, unitText } from './alignment/units.ts'
import { type CheckOf, checkQuote, type QuoteCheck } from './check.ts'
import { isAskedAbout, isRequest, longestQuotation } from './frame.ts'
import { findFigures } from './numbers.ts'
import { withoutMarkup } from './readings.ts'

/** In quotation marks shorter words are looked for, not checked. */
const MIN_MARKED_UNITS = 4
/** A text this long that reads as prose is a quote even when nothing is like it. */
const MIN_PROSE_UNITS = 30
const MIN_RECKONING_UNITS = 16
/** Fewer characters than these are words to look for: the reports' set phrases are as long. */
const MIN_UNITS = 10
/** With a mark or a figure a quote may be shorter. */
const MIN_SHORT_UNITS = 8

/**
 * How alike a passage has to be, measured on the questions of test/eval: misquotes are from 0.90 on, save those with
 * several wrong words, which have punctuation; questions and lists of words reach 0.89.
 */
const MIN_LIKENESS = 0.9
const MIN_PUNCTUATED_LIKENESS = 0.75
/** What asks, or lists words with spaces, has to be all but the same. */
const MIN_ASKING_LIKENESS = 0.95
/** So few wrong characters in the midst of the right ones are a slip, however short the quote. */
const MAX_SLIP_UNITS = 2
/** The same words in another order, where there is punctuation. */
const MIN_REORDERED_LIKENESS = 0.65
/** A text with a place, year or speaker before it has to be so long without marks and figures. */
const MIN_FRAMED_UNITS = 14

const ASKS =
  /[?？吗呢]\s*$|什么|多少|几[个家所条座]|哪[些里个年几一两二三四五六七八九十]|是谁|怎[么样]|如何|是否|有没有|能不能|请问|嗎\s*$|什麼|怎[麼樣]/u
const LIST = /\p{sc=Han}\s+\p{sc=Han}/u
const LOOSE_LIST = /\p{sc=Han}\s+\S|\S\s+\p{sc=Han}/u

/** The check of what is looked for as a phrase and is a quote: it needs no hits, and can be asked for beside them. null for any other text. */
export async function recognizePhrase(searcher: Searcher, text: string): Promise<QuoteCheck | null> {
  const query = await searcher.read(text)
  const isChecked = query.phrases.length > 0 && !isNarrowed(text, query) && isSaidToBeQuote(text)
  return isChecked ? await checkQuote(searcher, text) : null
}

export async function recognizeQuote(
  searcher: Searcher,
  text: string,
  { query, hits }: SearchResult,
): Promise<QuoteCheck | null> {
  if (isNarrowed(text, query)) return null
  if (isSaidToBeQuote(text)) return await checkQuote(searcher, text, query.phrases.length > 0 ? [] : hits)
  const plain = withoutMarkup(text)
  const shape = shapeOf(plain)
  if (shape.length < MIN_SHORT_UNITS) return null
  // Without a hit only the check itself can tell.
  const isWorthChecking =
    shape.isProse || shape.isClauses || hits.length === 0 || resembles(plain, hits, leastLikeness(shape))
  if (!isWorthChecking || isIndicator(plain)) return null
  const check = await checkQuote(searcher, text, hits)
  return shape.isProse || (isQuote(check, shape) && !isOfOtherYear(check, plain)) ? check : null
}

/** 2024年自治区十件民生实事, like what is said of those of 2023, asks for those of the year it begins with. */
function isOfOtherYear(check: QuoteCheck, text: string): boolean {
  if (check.kind !== 'differs' || !LEADING_YEAR.test(text)) return false
  return findChanges(check.diff).every(({ printed, typed }) => YEAR.test(printed) && YEAR.test(typed))
}

const LEADING_YEAR = /^\p{sc=Han}{0,8}(?:19|20)\d\d年[^\d\p{P}]{4,}$/u
/** Nothing, too: one of them has it elsewhere. */
const YEAR = /^(?:(?:19|20)\d\d年?度?)?$/u

/** 农村居民人均可支配收入, and nothing else, asks how much it is. */
function isIndicator(text: string): boolean {
  return loadIndicators().lookUp(foldPhrase(text)) !== undefined
}

/** By what was typed: 哪个县写的 narrows the answer as well, and says nothing of which report the words are. */
function isNarrowed(text: string, { excluded }: Query): boolean {
  return readOperators(text).filters.length > 0 || excluded.length > 0
}

/** In quotation marks, or with a request to check it: whoever writes so asks about these words. */
function isSaidToBeQuote(text: string): boolean {
  const quotation = longestQuotation(text)
  if (quotation !== null && isAskedAbout(quotation)) return countWords(quotation.words) >= MIN_MARKED_UNITS
  return isRequest(text)
}

interface Shape {
  /** In units, marks at the ends not counted. */
  readonly length: number
  /** How many of them are marks. */
  readonly marks: number
  readonly hasFigure: boolean
  readonly isProse: boolean
  /** Several clauses, each long enough to be looked for by itself. */
  readonly isClauses: boolean
  /** Neither asks nor lists words. */
  readonly isStatement: boolean
  /** How alike a passage has to be. */
  readonly needed: number
}

function shapeOf(text: string): Shape {
  const units = unitText(text)
  const [start, end] = trimMarks(units, [0, units.keys.length])
  let marks = 0
  for (let unit = start; unit < end; unit++) if (isMark(units, unit)) marks++
  const length = end - start
  const asks = ASKS.test(text)
  const isLoose = asks || LIST.test(text)
  const isStatement = !isLoose && !LOOSE_LIST.test(text)
  const likeness = isLoose ? MIN_ASKING_LIKENESS : marks > 0 ? MIN_PUNCTUATED_LIKENESS : MIN_LIKENESS
  return {
    length,
    marks,
    hasFigure: findFigures(text).length > 0,
    isProse: (length - marks >= MIN_PROSE_UNITS && marks >= 2 && !asks) || (isStatement && isReckoning(text)),
    isClauses: !isLoose && marks > 0 && hasClauses(readQuote(units)),
    isStatement,
    needed: length < MIN_UNITS ? 1 : likeness,
  }
}

/** 一般公共预算收入完成6181.1亿元、增长8.2%: nobody looks for two figures in a sentence who does not quote it. */
function isReckoning(text: string): boolean {
  const isChinese = /\p{sc=Han}{4}/u.test(text)
  return (
    isChinese &&
    /[，、；。：,;:]/u.test(text) &&
    countWords(text) >= MIN_RECKONING_UNITS &&
    findFigures(text).length > 1
  )
}

function leastLikeness({ marks, isStatement, needed }: Shape): number {
  if (!isStatement) return needed
  return Math.min(needed, marks > 0 ? MIN_REORDERED_LIKENESS : MIN_PUNCTUATED_LIKENESS)
}

function isQuote(check: QuoteCheck, shape: Shape): boolean {
  if (check.kind === 'not-found') return false
  const { length, marks, hasFigure, isStatement } = shape
  if (check.part !== undefined && marks === 0 && !hasFigure && countWords(check.part) < MIN_FRAMED_UNITS)
    return false
  switch (check.kind) {
    case 'pieced':
      return isStatement
    case 'verbatim':
      return length >= MIN_UNITS || (isStatement && (marks > 0 || hasFigure))
    case 'differs':
      if (check.sameValues) return isStatement
      return isAlike(check, shape) || (isStatement && (isSlip(check, shape) || isReordered(check.diff)))
  }
}

function isAlike({ similarity: alike, diff }: CheckOf<'differs'>, { needed, marks }: Shape): boolean {
  // Words put before or after what stands there are a user's: 昭苏2025年 + 主要预期目标.
  const isFramed = diff[0]?.kind === 'added' || diff.at(-1)?.kind === 'added'
  return alike >= needed && (marks > 0 || !isFramed)
}

function isSlip({ similarity: alike, diff }: CheckOf<'differs'>, { marks, hasFigure }: Shape): boolean {
  if (alike < MIN_PUNCTUATED_LIKENESS) return false
  const changes = findChanges(diff)
  const sizes = changes.map(({ kind, printed, typed }) =>
    kind === 'figure' ? 1 : Math.max(countWords(printed), countWords(typed)),
  )
  if (sizes.reduce((sum, size) => sum + size, 0) > MAX_SLIP_UNITS) return false
  if (marks > 0 || hasFigure) return diff[0]?.kind !== 'added' && diff.at(-1)?.kind !== 'added'
  // Plain words are as well a list of words run together: 5G远程超声机器人.
  return (
    diff[0]?.kind === 'same' &&
    diff.at(-1)?.kind === 'same' &&
    changes.every(({ printed, typed }, at) => sizes[at] === 1 || countWords(printed) === countWords(typed))
  )
}

/** Whether a text is this much like one of some passages or their headings, from 0 to 1: 1 when it stands there word for word. */
function resembles(text: string, hits: readonly Hit[], least: number): boolean {
  const quote = readQuote(unitText(text))
  const pairs = letterPairs(text)
  return hits.some(({ passage, report }) => {
    const { folded, heading } = passageText(passage, report)
    if (mayBeLike(pairs, lettersOf(folded)) && isSimilar(quote, passage.text, least)) return true
    return (
      mayBeLike(pairs, lettersOf(heading)) && passage.section.some((words) => isSimilar(quote, words, least))
    )
  })
}

function letterPairs(text: string): readonly string[] {
  const letters = lettersOf(foldText(text))
  return Array.from({ length: letters.length - 1 }, (_, at) => letters.slice(at, at + 2))
}

/** A wrong character breaks two pairs: with fewer pairs than these no text is alike enough to be called a quote. */
const MIN_PAIRS_SHARE = 0.3

/** Tells most questions from quotes without comparing them character by character. */
function mayBeLike(pairs: readonly string[], letters: string): boolean {
  const held = pairs.filter((pair) => letters.includes(pair)).length
  return held >= MIN_PAIRS_SHARE * pairs.length
}
