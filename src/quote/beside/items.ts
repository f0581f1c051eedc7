/** Takes a text apart into its numbers, each with the words that may be its own, and the clauses without a number. */
import { boundBefore } from '../../figures/lexicon.ts'
import { boundBehind } from '../../figures/number.ts'
import { foldPhrase } from '../../text/normalizer.ts'
import { overlap, type Range } from '../../text/runs.ts'
import { afterMark, beforeMark } from '../../text/sentences.ts'
import { contentOf } from '../claims/account.ts'
import { withoutRank } from '../claims/ranks.ts'
import type { Claim } from '../claims/read-claims.ts'
import type { SaidNumber } from './numbers.ts'

export interface SaidItem {
  readonly number: SaidNumber
  /** null where none is read of it. */
  readonly claim: Claim | null
  /** Before it and behind it; folded. */
  readonly words: readonly [before: string, behind: string]
}

const CLAUSE = '。；;！？!?，,：:、（(）)—'
/** 落到, 压在: says only that it came to the number. */
const COMES_TO = /\p{sc=Han}(?:到|至|在)了?$/u
/** 408个人. */
const BEHIND = /^[余多来]?(?:人(?!\p{sc=Han}))?/u
const EACH = /分别|各为|依次/u

/** @param names of places, folded: whose numbers they are is compared by itself. */
export function itemsOf(
  text: string,
  {
    numbers,
    claims,
    names,
  }: {
    readonly numbers: readonly SaidNumber[]
    readonly claims: readonly Claim[]
    readonly names: readonly string[]
  },
): SaidItem[] {
  const pieces = piecesOf(text, numbers)
  return numbers.map((number, index): SaidItem => {
    const claim = claims.find(({ figure }) => figure.numbers.some((one) => overlap(one, number.at))) ?? null
    const [before, behind] = wordsFor(pieces, index, {
      text,
      name: (claim?.figure.indicator ?? '').replace(COMES_TO, ''),
    })
    return {
      number,
      claim,
      words: [withoutNames(before, names), withoutNames(behind, names)].map((words) =>
        withoutMeasure(words, number),
      ) as [string, string],
    }
  })
}

/** 种植面积2.4万亩: the unit says it. */
const MEASURES: readonly (readonly [unit: RegExp, word: RegExp])[] = [
  [/亩|平方/u, /(?:种植|播种|栽植)?总?面积/gu],
  [/公里|^米$/u, /总?里程|总?长度|[总全]长/gu],
  [/吨/u, /总?产量?/gu],
]

function withoutMeasure(words: string, { quantity }: SaidNumber): string {
  return MEASURES.reduce(
    (left, [unit, word]) => (unit.test(quantity.unit) ? left.replace(word, ',') : left),
    words,
  )
}

export function withoutNames(text: string, names: readonly string[]): string {
  return names.reduce((left, name) => left.replaceAll(name, ','), foldPhrase(withoutRank(text)))
}

interface Piece {
  /** What stands before the number, from the number or mark before. */
  readonly before: string
  /** Behind it, up to the next number or mark. */
  readonly behind: string
}

function piecesOf(text: string, numbers: readonly SaidNumber[]): Piece[] {
  const endOf = ({ at }: SaidNumber): number => {
    const end = at[1] + (BEHIND.exec(text.slice(at[1]))?.[0].length ?? 0)
    return end + (boundBehind(text, end)?.[0].length ?? 0)
  }
  return numbers.map((number, index) => {
    const [previous, next] = [numbers[index - 1], numbers[index + 1]]
    const start = afterMark(text, CLAUSE, number.at[0])
    const from = previous === undefined ? start : Math.max(start, endOf(previous))
    const to = Math.min(beforeMark(text, CLAUSE, number.at[1]), next?.at[0] ?? text.length)
    const bound = boundBefore(text, number.at[0])?.[0].length ?? 0
    const before = text.slice(from, Math.max(from, number.at[0] - bound)).replace(COMES_TO, '')
    return { before, behind: text.slice(endOf(number), to) }
  })
}

/** Where they say nothing, the name that is read for the number, or the words of the numbers before it. */
function wordsFor(
  pieces: readonly Piece[],
  index: number,
  { text, name }: { readonly text: string; readonly name: string },
): readonly [string, string] {
  const { before = '', behind = '' } = pieces[index] ?? {}
  if (name !== '' && EACH.test(before)) return [name, behind]
  if (saysAny(before + behind)) return [before, behind]
  if (name !== '') return [name, '']
  const other = pieces.slice(0, index).findLast((piece) => saysAny(piece.before + piece.behind))
  return other === undefined ? [text, ''] : [other.before, other.behind]
}

function saysAny(words: string): boolean {
  return contentOf(words).trim() !== ''
}

/** The places of the clauses of a text. */
export function clausesOf(text: string): Range[] {
  return Array.from(
    text.matchAll(/[^，,。；;：:！!？?、\n（）()—]+/gu),
    ({ 0: clause, index }): Range => [index, index + clause.length],
  )
}
