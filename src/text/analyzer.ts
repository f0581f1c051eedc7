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
    terms.push({ term, kind, start, end })
  })
  return terms
}

/** Visits the same terms without asking where they stand in the original. */
export function visitTerms(text: string, found: (term: string, kind: TermKind) => void): void {
  visit(foldText(text), found)
}

/** `[from, to)` in the folded text. */
type TakeTerm = (term: string, kind: TermKind, from: number, to: number) => void

/** A run of Han characters, or of letters and figures that belong together: G577, PM2.5, 348.2, 1,200, 5.5%, 3A, e-mail. */
const RUN =
  /(?<han>\p{Script=Han}+)|(?:(?!\p{Script=Han})[\p{L}\p{N}\p{M}])+(?:[.,'&/+_-](?:(?!\p{Script=Han})[\p{L}\p{N}\p{M}])+)*[%‰]?/gu

function visit(folded: string, found: TakeTerm): void {
  for (const { 0: run, index, groups } of folded.matchAll(RUN)) {
    if (groups?.han !== undefined) visitHan(run, index, found)
    else visitCode(run, { from: index, unit: hanAt(folded, index + run.length) }, found)
  }
}

function visitHan(run: string, from: number, found: TakeTerm): void {
  const characters = Array.from(run)
  let at = from
  characters.forEach((character, index) => {
    const next = characters[index + 1]
    found(character, 'char', at, at + character.length)
    if (next !== undefined) found(character + next, 'pair', at, at + character.length + next.length)
    at += character.length
  })
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
  const code = run.replace(/(?<=^\d{1,3}|,\d{3}),(?=\d{3}(?!\d))/g, '')
  const end = from + run.length
  found(code, 'code', from, end)
  if (unit !== '' && /\d$/.test(code)) {
    found(code + unit, 'measure', from, end + unit.length)
    const last = /\d+(?:\.\d+)?$/.exec(code)?.[0] ?? ''
    if (last !== code && !code.endsWith(`.${last}`))
      found(last + unit, 'measure', end - last.length, end + unit.length)
  }
  if (/^[\d,.]+[%‰]?$/.test(run) && code !== run) return
  const parts = [...run.matchAll(/\d+(?:\.\d+)?|[^\d.,'&/+_%‰-]+/g)]
  for (const { 0: part, index } of parts) {
    if (part === code || (parts.length === 1 && part !== code.replace(/[%‰]$/, ''))) continue
    found(part, 'part', from + index, from + index + part.length)
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

/** The Han character at a place of a text, or ''. */
function hanAt(text: string, at: number): string {
  return /^\p{Script=Han}/u.exec(text.slice(at, at + 2))?.[0] ?? ''
}
