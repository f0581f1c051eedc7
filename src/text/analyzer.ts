/** Turns text into terms, the same for passages and queries: characters and pairs of Han runs, codes and figures. */

import { originalRange } from './normalizer.ts'
import { readNumeral } from './numeral.ts'
import { type Token, type Tokenized, tokenize } from './tokenizer.ts'

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
  const tokenized = tokenize(text)
  const terms: Term[] = []
  visit(tokenized, (term, kind, from, to) => {
    const [start, end] = originalRange(tokenized.folded, from, to)
    terms.push({ term, kind, start, end })
  })
  return terms
}

/** Visits the same terms without asking where they stand in the original. */
export function visitTerms(text: string, found: (term: string, kind: TermKind) => void): void {
  visit(tokenize(text), found)
}

/** `[from, to)` in the folded text. */
type Found = (term: string, kind: TermKind, from: number, to: number) => void

function visit({ tokens }: Tokenized, found: Found): void {
  tokens.forEach((token, index) => {
    if (token.kind === 'han') visitHan(token, found)
    if (token.kind === 'code') visitCode(token, tokens[index + 1], found)
  })
}

function visitHan(token: Token, found: Found): void {
  const characters = Array.from(token.folded)
  let at = token.foldedStart
  characters.forEach((character, index) => {
    const next = characters[index + 1]
    found(character, 'char', at, at + character.length)
    if (next !== undefined) found(character + next, 'pair', at, at + character.length + next.length)
    at += character.length
  })
  for (const { value, start, end } of readNumerals(token.folded)) {
    const from = token.foldedStart + start
    const to = token.foldedStart + end
    found(String(value), 'measure', from, to)
    const unit = firstCharacter(token.folded.slice(end))
    if (unit !== '') found(value + unit, 'measure', from, to + unit.length)
  }
}

function visitCode(token: Token, next: Token | undefined, found: Found): void {
  const code = token.folded.replace(/(?<=^\d{1,3}|,\d{3}),(?=\d{3}(?!\d))/g, '')
  const end = token.foldedStart + token.folded.length
  found(code, 'code', token.foldedStart, end)
  const unit = next?.kind === 'han' ? firstCharacter(next.folded) : ''
  if (unit !== '' && /\d$/.test(code)) {
    found(code + unit, 'measure', token.foldedStart, end + unit.length)
    const last = /\d+(?:\.\d+)?$/.exec(code)?.[0] ?? ''
    if (last !== code && !code.endsWith(`.${last}`))
      found(last + unit, 'measure', end - last.length, end + unit.length)
  }
  if (/^[\d,.]+[%‰]?$/.test(token.folded) && code !== token.folded) return
  const parts = [...token.folded.matchAll(/\d+(?:\.\d+)?|[^\d.,'&/+_%‰-]+/g)]
  for (const { 0: part, index } of parts) {
    if (part === code || (parts.length === 1 && part !== code.replace(/[%‰]$/, ''))) continue
    found(part, 'part', token.foldedStart + index, token.foldedStart + index + part.length)
  }
}

interface Numeral {
  readonly value: number
  readonly start: number
  readonly end: number
}

function readNumerals(folded: string): Numeral[] {
  return [...folded.matchAll(/[零一二两三四五六七八九十百千万亿]{2,}/g)].flatMap((match) => {
    const value = readNumeral(match[0])
    return value === null ? [] : [{ value, start: match.index, end: match.index + match[0].length }]
  })
}

function firstCharacter(text: string): string {
  const point = text.codePointAt(0)
  return point === undefined ? '' : String.fromCodePoint(point)
}
