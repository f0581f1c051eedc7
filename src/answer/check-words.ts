/** Turns the check of a quote into what is said of it: the verdict, and what to beware of. */
import { findChanges, isReordered, warningOf } from '../quote/alignment/changes.ts'
import type { Omission } from '../quote/alignment/omissions.ts'
import type { CheckOf, QuoteCheck } from '../quote/check.ts'
import type { Verdict } from '../quote/verify.ts'
import { tidy } from '../text/normalizer.ts'
import type { Translate } from '../text/translate.ts'
import { isAllChecked, tellAside, verbatimHeading } from './verdict-words.ts'

/** A line beside the verdict. */
export interface Caution {
  readonly text: string
  /** The quote says, or may be taken to say, something else than the report. */
  readonly isGrave: boolean
}

/** A longer omission is counted, not shown. */
export const MAX_OMISSION_UTF16 = 160
const MAX_CHANGES = 5

/** The verdict on words that stand, or nearly stand, in a report. */
export function tellCheck(
  check: Exclude<QuoteCheck, { kind: 'not-found' }>,
  verdict: Pick<Verdict, 'supported' | 'conflicts'>,
  t: Translate,
): string {
  if (check.kind === 'verbatim') return verbatimHeading(check, verdict, t)
  if (check.kind === 'pieced') return `⚠ ${t('quote-pieced')}`
  return check.onlyPunctuation
    ? t('quote-punctuation')
    : t('quote-differs', { count: findChanges(check.diff).length })
}

/** What else a text says than the words that were checked, and whose report it takes them from. */
export function tellAround(
  verdict: Pick<Verdict, 'check' | 'claims' | 'supported' | 'aside'>,
  t: Translate,
): Caution[] {
  const { check } = verdict
  const aside = tellAside(verdict, t).map(plain)
  if (check.kind === 'not-found') return aside
  const { part, misattributed, hit } = check
  const { place, year } = hit.report
  return [
    ...(part === undefined || isAllChecked(verdict) ? [] : [plain(t('quote-part'))]),
    ...aside,
    ...(misattributed === undefined
      ? []
      : [grave(t('quote-misattributed', { place, year: String(year), named: misattributed }))]),
  ]
}

/** What was folded, left out or cut off to find the words as they were typed. */
export function tellFolded({ omissions, folded, cutFigure }: CheckOf<'verbatim'>, t: Translate): Caution[] {
  const what = folded.map((one) => t(`folding-${one}`)).join(t('list-comma'))
  return [
    ...omissions.flatMap((omission) => tellOmission(omission, t)),
    ...(folded.length === 0 ? [] : [plain(t('quote-folded', { what }))]),
    ...(cutFigure === null ? [] : [grave(t('quote-cut-figure', { figure: cutFigure }))]),
  ]
}

export function tellOmission({ text, negation }: Omission, t: Translate): Caution[] {
  return [
    ...(text.length > MAX_OMISSION_UTF16 ? [] : [plain(t('quote-omitted', { words: tidy(text) }))]),
    ...(negation === null ? [] : [grave(t('quote-omits-negation', { word: negation }))]),
  ]
}

/** What differs, the gravest first. */
export function tellChanges({ diff, sameValues }: CheckOf<'differs'>, t: Translate): Caution[] {
  const changes = sameValues ? [] : findChanges(diff).slice(0, MAX_CHANGES)
  return [
    ...(sameValues ? [plain(t('quote-same-values'))] : []),
    ...(isReordered(diff) ? [plain(t('quote-reordered'))] : []),
    ...changes
      .flatMap((change) => warningOf(change) ?? [])
      .map(({ key, variables, isGrave }) => ({ text: t(key, variables), isGrave })),
  ]
}

function plain(text: string): Caution {
  return { text, isGrave: false }
}

function grave(text: string): Caution {
  return { text, isGrave: true }
}
