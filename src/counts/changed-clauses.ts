/** Finds the clauses in which two sentences state the same with another figure. */
import { diffTokens } from '../text/token-edits.ts'
import type { CompareToken } from './compare-tokens.ts'

/** `[from, to)` in the tokens of a sentence. */
export type TokenRun = readonly [from: number, to: number]

/** Clauses of a and b that name the same and state another figure of it. */
export interface ChangedClauses {
  readonly a: TokenRun
  readonly b: TokenRun
}

/**
 * The sentences are compared with every figure masked; a figure of one then faces a figure of the other, and what its
 * clause counts must be named by both. In the order of b; clauses side by side in both are told as one.
 */
export function changedClauses(a: readonly CompareToken[], b: readonly CompareToken[]): ChangedClauses[] {
  const [maskedA, maskedB] = [maskFigures(a), maskFigures(b)]
  const facing: (number | undefined)[] = []
  let [atA, atB] = [0, 0]
  for (const edit of diffTokens(maskedA.map(maskOf), maskedB.map(maskOf))) {
    if (edit.isSame) for (let at = 0; at < edit.b; at++) facing[atB + at] = atA + at
    atA += edit.a
    atB += edit.b
  }
  const changed: ChangedClauses[] = []
  for (const [at, figure] of maskedB.entries()) {
    const other = facing[at] === undefined ? undefined : maskedA[facing[at]]
    if (figure.value === '' || other === undefined || other.value === figure.value) continue
    const [clauseA, clauseB] = [clauseOf(maskedA, other.clause), clauseOf(maskedB, figure.clause)]
    const both = maskedB.filter(
      (token, place) =>
        clauseB.includes(token) && clauseA.includes(maskedA[facing[place] as number] as MaskedToken),
    )
    const shared = contextOf(both)
    if (shared < CONTEXT_UTF16) continue
    if (shared < LEAST_COSINE * Math.sqrt(contextOf(clauseA) * contextOf(clauseB))) continue
    const endOf = (tokens: readonly MaskedToken[], { clause }: MaskedToken): MaskedToken | undefined =>
      tokens.findLast((token) => token.clause === clause)
    join(changed, {
      a: runOf(a, clauseA[0] ?? other, endOf(maskedA, other) ?? other),
      b: runOf(b, clauseB[0] ?? figure, endOf(maskedB, figure) ?? figure),
    })
  }
  return changed
}

/** From the clause that names what is counted to the end of the clause with the figure, 左右 included. */
function runOf(tokens: readonly CompareToken[], named: MaskedToken, last: MaskedToken): TokenRun {
  let to = last.place + 1
  while (tokens[to]?.kind === 'bound') to++
  return [named.place, to]
}

function join(changed: ChangedClauses[], next: ChangedClauses): void {
  const last = changed.at(-1)
  const isBeside = last !== undefined && next.a[0] <= last.a[1] + 1 && next.b[0] <= last.b[1] + 1
  if (!isBeside) changed.push(next)
  else changed[changed.length - 1] = { a: span(last.a, next.a), b: span(last.b, next.b) }
}

function span(one: TokenRun, other: TokenRun): TokenRun {
  return [Math.min(one[0], other[0]), Math.max(one[1], other[1])]
}

/** What names the thing that a clause counts: the clause itself, or the one before where it only says 同比增长5%. */
function clauseOf(tokens: readonly MaskedToken[], clause: number): readonly MaskedToken[] {
  const own = tokens.filter((token) => token.clause === clause)
  return contextOf(own) >= CONTEXT_UTF16 || clause === 0 ? own : clauseOf(tokens, clause - 1)
}

/** How many characters say what is counted. */
function contextOf(tokens: readonly MaskedToken[]): number {
  return tokens.map(maskOf).join('').replace(BESIDE_EVERY_FIGURE, '').length
}

/** Clauses that count the same share so much of what they say. */
const LEAST_COSINE = 0.4
/** An amount and a share never face each other. */
const [AMOUNT, SHARE] = ['#', '%']

function maskOf({ mask }: MaskedToken): string {
  return mask
}

/** So many characters beside a figure, besides those that stand beside every figure, say what it is a figure of. */
const CONTEXT_UTF16 = 2
const BESIDE_EVERY_FIGURE =
  /增长|下降|提高|提升|增加|减少|达到?|完成|实现|高于|低于|高出|居|全国|全省|全市|全区|全县|平均|水平|百分点|亿元|万元|亿|万|元|人次|同比|同口径|比上年|分别|年均|连续|个月|第|位|个|家|项|件|次|名|人|年|月|日|均|约|超过?|突破|以上|左右|累计|其中|@|[^\p{Script=Han}]/gu

interface MaskedToken {
  /** One for every amount, one for every share (5%); the character itself for others. */
  readonly mask: string
  /** A figure with what bounds it (左右, 以上); '' for others. */
  readonly value: string
  /** Number of its clause. */
  readonly clause: number
  /** Place of its token. */
  readonly place: number
}

/** A bound stands at most so many characters behind its figure: 5%左右, 1200万人以上. */
const BOUND_REACH = 4

function maskFigures(tokens: readonly CompareToken[]): MaskedToken[] {
  let clause = 0
  // 新建学校12所、医院3家 is said in two clauses.
  let isStated = false
  return tokens.flatMap((token, place): MaskedToken[] => {
    const { kind, key } = token
    if (kind === 'figure') isStated = true
    if (kind === 'mark' && (/^[,;:。]/u.test(key) || (key === '、' && isStated))) {
      clause++
      isStated = false
    }
    if (kind === 'mark' || kind === 'bound') return []
    if (kind !== 'figure') return [{ mask: kind === 'date' ? '@' : key, value: '', clause, place }]
    return [
      {
        mask: /[%‰]$/u.test(key) ? SHARE : AMOUNT,
        value: [boundBefore(tokens, place), key, boundAfter(tokens, place)].join(' '),
        clause,
        place,
      },
    ]
  })
}

/** 以下十件 tells of ten: what bounds from behind belongs to the figure before. */
const BOUND_BEHIND = /^(?:左右|以.|上下)$/u

function boundBefore(tokens: readonly CompareToken[], at: number): string {
  const before = tokens[at - 1]
  return before?.kind === 'bound' && !BOUND_BEHIND.test(before.key) ? before.key : ''
}

function boundAfter(tokens: readonly CompareToken[], at: number): string {
  for (const token of tokens.slice(at + 1, at + 1 + BOUND_REACH)) {
    if (token.kind === 'bound') return token.key
    if (token.kind !== 'word') return ''
  }
  return ''
}
