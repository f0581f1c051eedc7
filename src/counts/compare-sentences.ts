/** Compares two sentences that answer each other: what is the same, what went, what came, and whether a figure is another one. */
import { diffTokens, type Edit, joinEdits } from '../text/token-edits.ts'
import { type ChangedClauses, changedClauses, type TokenRun } from './changed-clauses.ts'
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
  /** Of the kind `figure` the clauses alone that tell of it, with … for what is left out; of others empty. */
  readonly clauses: readonly ChangePart[]
}

/** Compares by characters; figures, dates and Latin words stay whole. */
export function compareSentences(a: Sentence, b: Sentence): SentenceComparison {
  const edits = diffTokens(a.tokens.map(keyOf), b.tokens.map(keyOf))
  const diff = partsOf(tidy(edits), a, b)
  if (wordsOf(a.tokens) === wordsOf(b.tokens)) return { kind: 'kept', diff, clauses: [] }
  const changed = changedClauses(a.tokens, b.tokens)
  return { kind: changed.length > 0 ? 'figure' : 'reworded', diff, clauses: partsOfClauses(changed, a, b) }
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

/** One equal character between edits of at least so many is chance. */
const MIN_EDITED_AROUND = 4

/** Joins edits side by side, and over a character that is equal by chance, so that a reader sees words, not letters. */
function tidy(edits: readonly Edit[]): Edit[] {
  return joinEdits(edits, (before, edit, index) => {
    if (before.isSame || !edit.isSame) return !before.isSame
    const next = edits[index + 1]
    if (edit.a > 1 || next === undefined || next.isSame) return false
    return before.a + before.b + next.a + next.b >= MIN_EDITED_AROUND
  })
}

function partsOf(edits: readonly Edit[], a: Worded, b: Worded): ChangePart[] {
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
function surface({ text, tokens }: Worded, from: number, to: number): string {
  if (from === to) return ''
  return text.slice(tokens[from]?.start, tokens[to]?.start)
}

/** Each pair of clauses compared for itself. */
function partsOfClauses(changed: readonly ChangedClauses[], a: Sentence, b: Sentence): ChangePart[] {
  return changed.flatMap((clauses, index) => {
    const [one, other] = [cut(a, clauses.a), cut(b, clauses.b)]
    const parts = partsOf(tidy(diffTokens(one.tokens.map(keyOf), other.tokens.map(keyOf))), one, other)
    return index === 0 && clauses.b[0] === 0 ? parts : [LEFT_OUT, ...parts]
  })
}

const LEFT_OUT: ChangePart = { kind: 'same', text: '…' }

type Worded = Pick<Sentence, 'text' | 'tokens'>

function cut({ text, tokens }: Sentence, [from, to]: TokenRun): Worded {
  return { text: text.slice(0, tokens[to - 1]?.end), tokens: tokens.slice(from, to) }
}
