/** Tells a new wording from a new topic: 农业普查 is not 文物普查, whatever else two sentences share. */
import { diffArrays } from 'diff'
import { DOING } from './doing-words.ts'
import type { Sentence } from './sentence.ts'

/** A topic is named by so many characters. */
const MIN_TOPIC = 2
const MAX_TOPIC = 6
/** A longer sentence says more than one thing. */
const MAX_TOKENS = 30
/** So many characters on either side are the same where one topic stands in the place of another: 全国|农业|普查. */
const MIN_BESIDE = 2

/**
 * Makes a test for pairs of sentences that differ by a topic: one word stands in the place of another, and each of the two is
 * spoken of in the other report, too. What was only renamed is not: its new name is new, or its old name is gone.
 */
export function makeTopicTest(
  a: readonly Sentence[],
  b: readonly Sentence[],
): (a: Sentence, b: Sentence) => boolean {
  const [wordsA, wordsB] = [a.map(wordsOf).join('\n'), b.map(wordsOf).join('\n')]
  return (one, other) => {
    if (one.tokens.length > MAX_TOKENS || other.tokens.length > MAX_TOKENS) return false
    return replacements(one, other).some(
      ({ removed, added }) => wordsB.includes(removed) && wordsA.includes(added),
    )
  }
}

function wordsOf({ tokens }: Sentence): string {
  return tokens.map(({ key }) => key).join('')
}

function replacements(a: Sentence, b: Sentence): { readonly removed: string; readonly added: string }[] {
  const changes = diffArrays(
    a.tokens.map(({ key }) => key),
    b.tokens.map(({ key }) => key),
  )
  return changes.flatMap((change, index) => {
    const [before, next] = [changes[index - 1], changes[index + 1]]
    if (!change.removed || next?.added !== true) return []
    const [removed, added] = [change.value.join(''), next.value.join('')]
    const isInside =
      isWord(before?.value.slice(-MIN_BESIDE)) && isWord(changes[index + 2]?.value.slice(0, MIN_BESIDE))
    return isInside && isTopic(removed) && isTopic(added) ? [{ removed, added }] : []
  })
}

function isWord(tokens: readonly string[] | undefined): boolean {
  return tokens?.length === MIN_BESIDE && tokens.every((token) => /^\p{Script=Han}$/u.test(token))
}

function isTopic(words: string): boolean {
  return (
    words.length >= MIN_TOPIC &&
    words.length <= MAX_TOPIC &&
    /^\p{Script=Han}+$/u.test(words) &&
    !DOING.test(words)
  )
}
