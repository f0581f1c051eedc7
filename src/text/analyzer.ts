/** Turns text into terms, the same for passages and queries: characters and pairs of Han runs, codes and figures. */

import { fold, foldText, originalRange } from './normalizer.ts'
import { readNumeral } from './numeral.ts'

/**
 * `char`: one Han character. `pair`: two that stand side by side. `code`: letters and figures (g577, pm2.5, 348.2).
 * `part`: a piece of a code (g and 577). `measure`: a figure with the first character of its unit (348.2亿, 18届),
 * Chinese numerals written in figures.
 */
export type TermKind = 'char' | 'pair' | 'code' | 'part' | 'measure'

export interface Term {
  readonly term: string
  readonly kind: TermKind
  /** Place in the original, `[start, end)` in UTF-16 units. */
  readonly start: number
  readonly end: number
}

/** Makes the terms of a text, in the order of their places. */
export function analyze(text: string): Term[] {
  const folded = fold(text)
  const terms: Term[] = []
  visit(folded.text, (term, kind, from, to) => {
    const [start, end] = originalRange(folded, from, to)
    terms.push({ term: term ?? folded.text.slice(from, to), kind, start, end })
  })
  return terms
}

/** Takes terms; nearly all are of one or two UTF-16 units, and as numbers these cost no string. */
export interface TermVisitor {
  /** @param code see codeOf(). */
  short(code: number, kind: TermKind): void
  long(term: string, kind: TermKind): void
}

/** Visits the same terms without asking where they stand in the original. */
export function visitTerms(text: string, visitor: TermVisitor): void {
  const folded = foldText(text)
  visit(folded, (term, kind, from, to) => {
    if (term !== null || to > from + 2) visitor.long(term ?? folded.slice(from, to), kind)
    else
      visitor.short((folded.charCodeAt(from) << 16) | (to > from + 1 ? folded.charCodeAt(from + 1) : 0), kind)
  })
}

/** A term of one or two units as a number of 32 bits, the first unit in the upper half; null for a longer one. */
export function codeOf(term: string): number | null {
  const [first, second] = [term.charCodeAt(0), term.charCodeAt(1)]
  return term.length === 1 ? first << 16 : term.length === 2 && second > 0 ? (first << 16) | second : null
}

/** The term that has this code. */
export function termOfCode(code: number): string {
  const second = code & 0xffff
  return String.fromCharCode(code >>> 16) + (second === 0 ? '' : String.fromCharCode(second))
}

/** `[from, to)` in the folded text; null for a term that is what stands there. */
type TakeTerm = (term: string | null, kind: TermKind, from: number, to: number) => void

/** Letters and figures that belong together: G577, PM2.5, 348.2, 1,200, 5.5%, 3A, e-mail. */
const CODE =
  /(?:(?!\p{Script=Han})[\p{L}\p{N}\p{M}])+(?:[.,'&/+_-](?:(?!\p{Script=Han})[\p{L}\p{N}\p{M}])+)*[%‰]?/uy

function visit(folded: string, found: TakeTerm): void {
  for (let at = 0; at < folded.length; ) {
    const sort = sortAt(folded, at)
    if (sort >= HAN) at = visitHan(folded, at, found)
    else if (sort === NEITHER) at += lengthAt(folded, at)
    else {
      CODE.lastIndex = at
      const run = CODE.exec(folded)?.[0] ?? ''
      visitCode(run, { from: at, unit: hanAt(folded, at + run.length) }, found)
      at += run.length
    }
  }
}

/** What a unit is, asked once for each; a surrogate is asked with the one behind it every time. */
const SORTS = new Uint8Array(0x10000)
const [UNKNOWN, NEITHER, LETTER] = [0, 1, 2]
/** All from here on are Han characters. */
const HAN = 3
const HAN_NUMERAL = 4

function sortAt(text: string, at: number): number {
  const code = text.charCodeAt(at)
  const known = SORTS[code] as number
  if (known !== UNKNOWN) return known
  const character = String.fromCodePoint(text.codePointAt(at) as number)
  const sort = sortOf(character)
  if ((code & 0xf800) !== 0xd800) SORTS[code] = sort
  return sort
}

function sortOf(character: string): number {
  if (NUMERALS.includes(character)) return HAN_NUMERAL
  if (/\p{Script=Han}/u.test(character)) return HAN
  return /[\p{L}\p{N}\p{M}]/u.test(character) ? LETTER : NEITHER
}

/** Units of the character at a place. */
function lengthAt(text: string, at: number): number {
  return (text.charCodeAt(at) & 0xfc00) === 0xd800 && (text.charCodeAt(at + 1) & 0xfc00) === 0xdc00 ? 2 : 1
}

/** Visits the characters of a run and the pairs that they make; returns where it ends. */
function visitHan(folded: string, from: number, found: TakeTerm): number {
  let numerals = 0
  let sort = sortAt(folded, from)
  for (let at = from, next = from; ; at = next) {
    if (sort === HAN_NUMERAL) numerals++
    next = at + lengthAt(folded, at)
    found(null, 'char', at, next)
    sort = next < folded.length ? sortAt(folded, next) : NEITHER
    if (sort < HAN) {
      if (numerals > 1) visitNumerals(folded.slice(from, next), from, found)
      return next
    }
    found(null, 'pair', at, next + lengthAt(folded, next))
  }
}

function visitNumerals(run: string, from: number, found: TakeTerm): void {
  for (const { value, start, end } of readNumerals(run)) {
    found(String(value), 'measure', from + start, from + end)
    const unit = hanAt(run, end)
    if (unit !== '') found(value + unit, 'measure', from + start, from + end + unit.length)
  }
}

interface CodePlace {
  readonly from: number
  /** The Han character right behind it, or ''. */
  readonly unit: string
}

function visitCode(run: string, { from, unit }: CodePlace, found: TakeTerm): void {
  const code = run.includes(',') ? run.replace(/(?<=^\d{1,3}|,\d{3}),(?=\d{3}(?!\d))/g, '') : run
  const end = from + run.length
  found(code, 'code', from, end)
  if (unit !== '' && /\d$/.test(code)) {
    found(code + unit, 'measure', from, end + unit.length)
    const last = /\d+(?:\.\d+)?$/.exec(code)?.[0] ?? ''
    if (last !== code && !code.endsWith(`.${last}`))
      found(last + unit, 'measure', end - last.length, end + unit.length)
  }
  // A plain number is its own only part.
  if (PLAIN.test(run) || (code !== run && /^[\d,.]+[%‰]?$/.test(run))) return
  const parts = [...run.matchAll(/\d+(?:\.\d+)?|[^\d.,'&/+_%‰-]+/g)]
  for (const { 0: part, index } of parts) {
    if (part === code || (parts.length === 1 && part !== code.replace(/[%‰]$/, ''))) continue
    found(part, 'part', from + index, from + index + part.length)
  }
}

const PLAIN = /^\d+(?:\.\d+)?$/

interface Numeral {
  readonly value: number
  readonly start: number
  readonly end: number
}

const NUMERALS = '零一二两三四五六七八九十百千万亿'
const NUMERAL = new RegExp(`[${NUMERALS}]{2,}`, 'g')

function readNumerals(folded: string): Numeral[] {
  return [...folded.matchAll(NUMERAL)].flatMap((match) => {
    const value = readNumeral(match[0])
    return value === null ? [] : [{ value, start: match.index, end: match.index + match[0].length }]
  })
}

/** The Han character at a place of a text, or ''. */
function hanAt(text: string, at: number): string {
  return at < text.length && sortAt(text, at) >= HAN ? text.slice(at, at + lengthAt(text, at)) : ''
}
