/** Compares two sentences that answer each other: what is the same, what went, what came, and whether a figure is another one. */
import { diffArrays } from 'diff'
import type { CompareToken } from './compare-tokens.ts'
import type { Sentence } from './sentence.ts'

/** A run of the comparison; the runs that are not `added` put together are the words of a, those not `removed` the words of b. */
export interface ChangePart {
  /** `same`: as printed in b. `removed`: stands in a alone. `added`: stands in b alone. */
  readonly kind: 'same' | 'removed' | 'added'
  readonly text: string
}

/** `kept`: the same words and figures; `figure`: the same statement with another figure; `reworded`: other words. */
export type PairKind = 'kept' | 'figure' | 'reworded'

export interface SentenceComparison {
  readonly kind: PairKind
  readonly diff: readonly ChangePart[]
}

/** Edits beyond this many are not worth telling apart: all is changed. */
const MAX_EDITS = 600

/** Compares by characters; figures, dates and Latin words stay whole. */
export function compareSentences(a: Sentence, b: Sentence): SentenceComparison {
  const edits = diffTokens(a.tokens.map(keyOf), b.tokens.map(keyOf))
  const diff = partsOf(tidy(edits), a, b)
  const isKept = wordsOf(a.tokens) === wordsOf(b.tokens)
  return { kind: isKept ? 'kept' : hasOtherFigure(a, b) ? 'figure' : 'reworded', diff }
}

function keyOf({ key }: CompareToken): string {
  return key
}

/** Punctuation says nothing new. */
function wordsOf(tokens: readonly CompareToken[]): string {
  return tokens
    .filter(({ kind }) => kind !== 'mark')
    .map(keyOf)
    .join(' ')
}

/** Numbers of tokens on either side. */
interface Edit {
  readonly isSame: boolean
  readonly a: number
  readonly b: number
}

function diffTokens(a: readonly string[], b: readonly string[]): Edit[] {
  const changes = diffArrays([...a], [...b], { maxEditLength: MAX_EDITS })
  if (changes === undefined) return [{ isSame: false, a: a.length, b: b.length }]
  return changes.map(({ added, removed, count }) => ({
    isSame: !added && !removed,
    a: added ? 0 : count,
    b: removed ? 0 : count,
  }))
}

/** One equal character between edits of at least so many is chance. */
const MIN_EDITED_AROUND = 4

/** Joins edits side by side, and over a character that is equal by chance, so that a reader sees words, not letters. */
function tidy(edits: readonly Edit[]): Edit[] {
  const joined: Edit[] = []
  edits.forEach((edit, index) => {
    const last = joined.at(-1)
    const next = edits[index + 1]
    const around = (last?.a ?? 0) + (last?.b ?? 0) + (next?.a ?? 0) + (next?.b ?? 0)
    const isChance =
      edit.isSame &&
      edit.a === 1 &&
      last?.isSame === false &&
      next?.isSame === false &&
      around >= MIN_EDITED_AROUND
    if (last === undefined || last.isSame || (edit.isSame && !isChance)) joined.push(edit)
    else joined[joined.length - 1] = { isSame: false, a: last.a + edit.a, b: last.b + edit.b }
  })
  return joined
}

function partsOf(edits: readonly Edit[], a: Sentence, b: Sentence): ChangePart[] {
  const parts: ChangePart[] = []
  let [atA, atB] = [0, 0]
  const add = (kind: ChangePart['kind'], text: string): void => {
    if (text !== '') parts.push({ kind, text })
  }
  for (const edit of edits) {
    const [runA, runB] = [surface(a, atA, atA + edit.a), surface(b, atB, atB + edit.b)]
    if (edit.isSame) add('same', runB)
    else {
      add('removed', runA)
      add('added', runB)
    }
    atA += edit.a
    atB += edit.b
  }
  return parts
}

/** White space behind a token belongs to it, so that the runs put together are the sentence. */
function surface({ text, tokens }: Sentence, from: number, to: number): string {
  if (from === to) return ''
  const start = from === 0 ? 0 : (tokens[from]?.start ?? text.length)
  return text.slice(start, tokens[to]?.start ?? text.length)
}

/**
 * Whether a figure has another value in a statement that both sentences make. The sentences are compared with every
 * figure masked; a figure of one then faces a figure of the other, and what its clause counts must be named by both.
 */
function hasOtherFigure(a: Sentence, b: Sentence): boolean {
  const [maskedA, maskedB] = [maskFigures(a.tokens), maskFigures(b.tokens)]
  const facing: (number | undefined)[] = []
  let [atA, atB] = [0, 0]
  for (const edit of diffTokens(maskedA.map(maskOf), maskedB.map(maskOf))) {
    if (edit.isSame) for (let at = 0; at < edit.b; at++) facing[atB + at] = atA + at
    atA += edit.a
    atB += edit.b
  }
  return maskedB.some(({ mask, value, clause }, at) => {
    const other = facing[at] === undefined ? undefined : maskedA[facing[at]]
    if (mask !== FIGURE || other === undefined || other.value === value) return false
    const [clauseA, clauseB] = [clauseOf(maskedA, other.clause), clauseOf(maskedB, clause)]
    const shared = contextOf(
      maskedB.filter(
        (token, place) =>
          clauseB.includes(token) && clauseA.includes(maskedA[facing[place] ?? -1] as MaskedToken),
      ),
    )
    return (
      shared >= CONTEXT_UTF16 && shared >= LEAST_COSINE * Math.sqrt(contextOf(clauseA) * contextOf(clauseB))
    )
  })
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
const FIGURE = '#'

function maskOf({ mask }: MaskedToken): string {
  return mask
}

/** So many characters beside a figure, besides those that stand beside every figure, say what it is a figure of. */
const CONTEXT_UTF16 = 2
const BESIDE_EVERY_FIGURE =
  /增长|下降|提高|提升|增加|减少|达到?|完成|实现|高于|低于|高出|居|全国|全省|全市|全区|全县|平均|水平|百分点|亿元|万元|亿|万|元|人次|同比|同口径|比上年|分别|年均|连续|个月|第|位|个|家|项|件|次|名|人|年|月|日|均|约|超过?|突破|以上|左右|累计|其中|@|[^\p{Script=Han}]/gu

interface MaskedToken {
  /** `#` for every figure; the character itself for others. */
  readonly mask: string
  /** A figure with what bounds it (左右, 以上); '' for others. */
  readonly value: string
  /** Number of its clause. */
  readonly clause: number
}

/** A bound stands at most so many characters behind its figure: 5%左右, 1200万人以上. */
const BOUND_REACH = 4

function maskFigures(tokens: readonly CompareToken[]): MaskedToken[] {
  let clause = 0
  // 新建学校12所、医院3家 is said in two clauses.
  let isStated = false
  return tokens.flatMap((token, index): MaskedToken[] => {
    const { kind, key } = token
    if (kind === 'figure') isStated = true
    if (kind === 'mark' && (/^[,;:。]/u.test(key) || (key === '、' && isStated))) {
      clause++
      isStated = false
    }
    if (kind === 'mark' || kind === 'bound') return []
    if (kind !== 'figure') return [{ mask: kind === 'date' ? '@' : key, value: '', clause }]
    return [
      { mask: FIGURE, value: [boundBefore(tokens, index), key, boundAfter(tokens, index)].join(' '), clause },
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
