/** Writes verdicts as text for people at a terminal. */
import { citePassage } from '../answer/citation.ts'
import { type ClaimCheck, isUnsure } from '../quote/claims/check-claim.ts'
import { verdictKind } from '../quote/verify.ts'
import type { SentenceVerdict } from '../quote/verify-text.ts'
import { printable } from './corpus-options.ts'

const SUPPORTED = new Map([
  [true, 'agrees with the report'],
  [false, 'does not agree with the report'],
  [null, 'no report says so'],
])

/** The first that holds of a claim. */
const NEAR: readonly (readonly [is: (claim: ClaimCheck) => boolean, told: string])[] = [
  [isUnsure, 'not confirmed, what the report has may be of something else'],
  [({ isRoundedOff }) => isRoundedOff, 'rounded, see the number of the report'],
  [({ isNumberSaid }) => isNumberSaid, 'the report has the numbers, in other words: compare'],
]
const REST = 'the numbers agree with the report, which does not say the rest'

/** What the reports say of one sentence: the verdict, what does not agree, and the source, a line each. */
export function sentenceToText(verdict: SentenceVerdict): string[] {
  const { text, supported, conflicts, aside = [], source, claims } = verdict
  // Of what is neither confirmed nor contradicted, only what comes near to a report has conflicts with it.
  const isNear = supported === null && conflicts.length > 0
  const told = isNear ? NEAR.find(([is]) => claims.some(is))?.[1] : SUPPORTED.get(supported)
  return [
    `${printable(text)}: ${told ?? REST} (words: ${verdictKind(verdict)})`,
    ...conflicts.map(
      ({ kind, said, source: printed }) =>
        `   ${kind}: said ${printable(said) || '-'}, the report has ${printable(printed) || '-'}`,
    ),
    ...aside.map((comment) => `   comment, not in the report: ${printable(comment)}`),
    // What comes near to a figure that no report states is no source of it.
    ...(source === null || (supported === null && claims.length > 0 && !isNear)
      ? []
      : [`   ${printable(citePassage(source.passage, source.report))}`]),
  ]
}
