/** Finds the numbers of a text, and turns those that no figure of it takes up into figures without a name. */
import { loadAskedNames } from '../../figures/asked.ts'
import type { Figure } from '../../figures/figure.ts'
import { isWord, lex, type Token } from '../../figures/lexer.ts'
import type { PrintedNumber } from '../../figures/number.ts'
import { type Quantity, readQuantity } from '../../figures/quantity.ts'
import type { StatedHere } from '../../figures/read-statement.ts'
import type { Time } from '../../figures/time.ts'
import { type Folded, fold } from '../../text/normalizer.ts'
import { overlap, type Range } from '../../text/runs.ts'
import { afterMark } from '../../text/sentences.ts'

export interface NumberHere {
  /** `[start, end)` in the text, unit included. */
  readonly at: Range
  /** Without what it is counted by: 元 of 元/月. */
  readonly quantity: Quantity | null
}

/** In figures or in words; no years, dates and numbers of names. */
export function numbersIn(text: string): NumberHere[] {
  const { tokens, folded } = cut(text)
  return tokens.flatMap((token): NumberHere[] => {
    if (token.is !== 'number') return []
    const { number } = token
    return [
      { at: placeOf(number, folded), quantity: readQuantity(number.value, number.unit.replace(/\/.*/u, '')) },
    ]
  })
}

export function cut(text: string): { readonly folded: Folded; readonly tokens: readonly Token[] } {
  const folded = fold(text, { dropSpaces: true })
  return { folded, tokens: lex(folded.text, 0, folded.text.length, loadAskedNames().indicators) }
}

export function placeOf({ start, digitsEnd }: PrintedNumber, { starts, ends }: Folded): [number, number] {
  return [starts[start] ?? 0, ends[digitsEnd - 1] ?? 0]
}

export interface UnreadNumber {
  readonly figure: Figure
  readonly year: StatedHere['year']
}

/** @param taken places in the text of the numbers that are read. */
export function findUnread(text: string, taken: readonly Range[]): UnreadNumber[] {
  const { tokens, folded } = cut(text)
  return tokens.flatMap((token, at): UnreadNumber[] => {
    if (token.is !== 'number') return []
    const { number } = token
    const [start, end] = placeOf(number, folded)
    // 3位名家.
    const unit = number.unit === '' && PERSONS.test(folded.text.slice(number.end)) ? '名' : number.unit
    const isBare = unit === ''
    if (isBare || taken.some((one) => overlap([start, end], one))) return []
    const words = wordsBefore(tokens, at)
    if (words.some((word) => isWord(word, 'from'))) return []
    const year = yearFor(tokens, at)
    const base = tokens.slice(0, at).findLast((one) => one.is === 'time' && isBase(one.time, year))
    const change = changeOf(words)
    const bound = words.flatMap((one) =>
      one.is === 'word' && one.word.is === 'bound' ? [one.word.bound] : [],
    )
    const sentence = afterMark(folded.text, '。!?', token.start)
    const before = tokens.slice(0, at).filter(({ start: from }) => from >= sentence)
    const scope = change === null || base === undefined ? scopeOf(before, folded.text) : base
    return [
      {
        figure: {
          indicator: '',
          name: '',
          kind: 'actual',
          year: 0,
          value: change === null ? number.value : null,
          unit: change === null ? unit : null,
          change: change === null ? null : `${change}${number.value}${unit}`,
          bound: number.bound === 'exact' ? (bound.at(-1) ?? 'exact') : number.bound,
          subject: null,
          scope: scope === undefined ? null : folded.text.slice(scope.start, scope.end),
          passage: '',
          paragraph: 1,
          start,
          end,
          quote: text.slice(start, end),
          numbers: [[start, end]],
        },
        year,
      },
    ]
  })
}

/** Behind a number, but not 居全国3位 and 5位数. */
const PERSONS = /^位(?=\p{sc=Han})(?![居列于次数])/u

/** 比2020年, but not 比上年. */
function isBase(time: Time, year: StatedHere['year']): boolean {
  if (time.is !== 'base' || time.year === null) return false
  return year?.is !== 'named' || time.year !== year.year - 1
}

/** Those of the grammar right before a number, back to a noun or mark. */
export function wordsBefore(tokens: readonly Token[], at: number): readonly Token[] {
  const from = tokens
    .slice(0, at)
    .findLastIndex(({ is }) => is === 'text' || is === 'name' || is === 'mark' || is === 'number')
  return tokens.slice(from + 1, at)
}

export function changeOf(words: readonly Token[]): '+' | '-' | null {
  let change: '+' | '-' | null = null
  for (const token of words) {
    if (token.is !== 'word') continue
    if (token.word.is === 'change') change = token.word.sign
    else if (token.word.is === 'level' && token.word.isTo) change = null
  }
  return change
}

/** Years together, a mean of them, or a part of one. */
function scopeOf(before: readonly Token[], text: string): Token | undefined {
  return before.findLast(
    (token) =>
      token.is === 'time' &&
      /^(?:period|mean|part|length)$/u.test(token.time.is) &&
      !/末|^一年$/u.test(text.slice(token.start, token.end)),
  )
}

/** A name of a place may stand before a year that leads: 新疆维吾尔自治区. */
const MAX_LEAD_UTF16 = 12

/** The year that a sentence begins with, for those behind it: 云岭县2021年发展平稳. null where it begins with none, or with the name of a report. */
export function leadingYear(text: string): StatedHere['year'] {
  const { tokens, folded } = cut(text)
  const first = tokens.find(({ is }) => is === 'time' || is === 'mark' || is === 'number')
  if (first?.is !== 'time' || first.time.is !== 'year' || first.start > MAX_LEAD_UTF16) return null
  return /^.{0,8}报告/u.test(folded.text.slice(first.end)) ? null : yearOf(first.time)
}

/** The last year named before the number, else the first behind it: 634公里，这是2023年的里程. */
function yearFor(tokens: readonly Token[], at: number): StatedHere['year'] {
  const years = tokens.flatMap((token, index) => {
    const year = token.is === 'time' ? yearOf(token.time) : null
    return year === null ? [] : [{ index, year }]
  })
  return (years.findLast(({ index }) => index < at) ?? years[0])?.year ?? null
}

function yearOf(time: Time): StatedHere['year'] {
  if (time.is === 'year') return { is: 'named', year: time.year }
  if (time.is === 'relative') return { is: 'relative', year: time.years }
  return time.is === 'period' && time.last !== null ? { is: 'named', year: time.last } : null
}
