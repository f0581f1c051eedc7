/** Tells words that are half remembered, which what says them nearly answers, from a term that no report has. */
import type { Mentions } from '../counts/mentions.ts'
import { findChanges } from '../quote/alignment/changes.ts'
import type { QuoteCheck } from '../quote/check.ts'
import { foldText, lettersOf } from '../text/normalizer.ts'

/** “路虽远行则将至”: no term, if a report says it with the marks that are left out. */
export function lacksMarks(check: QuoteCheck | null): boolean {
  return (
    check?.kind === 'differs' &&
    findChanges(check.diff).every(
      ({ printed, typed }) => lettersOf(foldText(printed)) === lettersOf(foldText(typed)),
    )
  )
}

/** Where nothing says the words as they are typed. */
export function mayBeRemembered({ count, question }: Mentions): boolean {
  return count.total === 0 && lettersOf(question.phrase).length >= MIN_UNMARKED
}

/** In characters: two short clauses. */
const MIN_UNMARKED = 6

/** Where nothing says the words in marks, what says them nearly is told with what differs. */
export function isHalfRemembered({ count, question: { isQuoted, phrase } }: Mentions): boolean {
  const letters = lettersOf(phrase).length
  const isSentence = isQuoted || letters >= MIN_SENTENCE || /\p{L}[\p{P}\s]+\p{L}/u.test(phrase)
  return isSentence && count.total === 0 && letters >= MIN_REMEMBERED
}

/** In characters: fewer are a term to look for. */
export const MIN_REMEMBERED = 8

/** In characters: no term is as long. */
const MIN_SENTENCE = 10
