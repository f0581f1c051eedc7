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
  tokenized.tokens.forEach((token, index) => {
    if (token.kind === 'han') addHan(terms, tokenized, token)
    if (token.kind === 'code') addCode(terms, tokenized, token, tokenized.tokens[index + 1])
  })
  return terms
}

function addHan(terms: Term[], { folded }: Tokenized, token: Token): void {
  const characters = Array.from(token.folded)
  let at = token.foldedStart
  characters.forEach((character, index) => {
    const next = characters[index + 1]
    const [start, end] = originalRange(folded, at, at + character.length)
    terms.push({ term: character, kind: 'char', start, end })
    if (next !== undefined) {
      const range = originalRange(folded, at, at + character.length + next.length)
      terms.push({ term: character + next, kind: 'pair', start: range[0], end: range[1] })
    }
    at += character.length
  })
  for (const numeral of readNumerals(token.folded)) {
    const from = token.foldedStart + numeral.start
    const range = originalRange(folded, from, token.foldedStart + numeral.end)
    const value = String(numeral.value)
    terms.push({ term: value, kind: 'measure', start: range[0], end: range[1] })
    const unit = firstCharacter(token.folded.slice(numeral.end))
    if (unit === '') continue
    const measured = originalRange(folded, from, token.foldedStart + numeral.end + unit.length)
    terms.push({ term: value + unit, kind: 'measure', start: measured[0], end: measured[1] })
  }
}

function addCode(terms: Term[], { folded }: Tokenized, token: Token, next: Token | undefined): void {
  const code = token.folded.replace(/(?<=^\d{1,3}|,\d{3}),(?=\d{3}(?!\d))/g, '')
  const end = token.foldedStart + token.folded.length
  const add = (term: string, kind: TermKind, from: number, to: number): void => {
    const range = originalRange(folded, from, to)
    terms.push({ term, kind, start: range[0], end: range[1] })
  }
  add(code, 'code', token.foldedStart, end)
  const unit = next?.kind === 'han' ? firstCharacter(next.folded) : ''
  if (unit !== '' && /\d$/.test(code)) {
    add(code + unit, 'measure', token.foldedStart, end + unit.length)
    const last = /\d+(?:\.\d+)?$/.exec(code)?.[0] ?? ''
    if (last !== code && !code.endsWith(`.${last}`))
      add(last + unit, 'measure', end - last.length, end + unit.length)
  }
  if (/^[\d,.]+[%‰]?$/.test(token.folded) && code !== token.folded) return
  const parts = [...token.folded.matchAll(/\d+(?:\.\d+)?|[^\d.,'&/+_%‰-]+/g)]
  for (const part of parts) {
    if (part[0] === code || (parts.length === 1 && part[0] !== code.replace(/[%‰]$/, ''))) continue
    add(part[0], 'part', token.foldedStart + part.index, token.foldedStart + part.index + part[0].length)
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
