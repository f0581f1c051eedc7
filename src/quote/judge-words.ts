/** Turns the check of a text's words into a verdict on them, whatever its figures say. */
import { findChanges } from './alignment/changes.ts'
import type { Differs } from './alignment/compare.ts'
import type { QuoteCheck } from './check.ts'
import type { Conflict } from './claims/conflict.ts'

export interface Judged {
  /** `true`: words or figures, place, year, kind and qualifiers all agree with a report; `false`: a report says otherwise; null: none says anything of it. */
  readonly supported: boolean | null
  readonly conflicts: readonly Conflict[]
  /** Of a text whose figures agree, the comments that no report has. Default: none. */
  readonly aside?: readonly string[]
}

/** Less alike than this, another wording tells nothing of what is said. */
const SURE_SIMILARITY = 0.75

/** Whether the words stand in a report that is one of the place they are said to be of. */
export function judgeWords(check: QuoteCheck, text: string): Judged {
  switch (check.kind) {
    case 'verbatim': {
      const conflicts = [...placeConflicts(check), ...cutConflicts(check, text)]
      return { supported: conflicts.length === 0, conflicts }
    }
    case 'differs': {
      const conflicts = [...placeConflicts(check), ...changeConflicts(check)]
      if (check.onlyPunctuation || check.sameValues) {
        const places = placeConflicts(check)
        return { supported: places.length === 0, conflicts: places }
      }
      const isSure = check.similarity >= SURE_SIMILARITY && (!differsInSmallWords(check) || denies(check))
      return isQuoted(check, text) || isSure
        ? { supported: false, conflicts }
        : { supported: null, conflicts: [] }
    }
    default:
      return { supported: null, conflicts: [] }
  }
}

/** Words that say nothing by themselves: 提升到 for 提升至, 下闸蓄水 for 实现下闸蓄水. */
const SMALL_WORDS = /^(?:[的了着和与及至到达为有]|全[省市县区州国年]|年?共|实现|达到|同比|以及|,|、|\s)*$/u

export function differsInSmallWords({ diff }: Differs): boolean {
  return findChanges(diff).every(
    ({ kind, printed, typed }) => kind === 'marks' || SMALL_WORDS.test(printed + typed),
  )
}

export function denies({ diff, similarity }: Differs): boolean {
  return similarity >= SURE_SIMILARITY && findChanges(diff).some(({ kind }) => kind === 'negation')
}

/** In quotation marks: said to be the report's own words. */
function isQuoted({ part }: Matched, text: string): boolean {
  return part !== undefined && [...'“「『"'].some((mark) => text.includes(mark + part))
}

type Matched = Exclude<QuoteCheck, { kind: 'not-found' }>

function placeConflicts({ misattributed, hit }: Matched): Conflict[] {
  return misattributed === undefined ? [] : [{ kind: 'place', said: misattributed, source: hit.report.place }]
}

function cutConflicts(
  { cutFigure, cutQualifier, omissions, part }: Extract<QuoteCheck, { kind: 'verbatim' }>,
  text: string,
): Conflict[] {
  const said = (part ?? text).trim()
  const conflicts: Conflict[] = []
  if (cutFigure !== null) conflicts.push({ kind: 'figure', said, source: cutFigure })
  if (cutQualifier !== null) conflicts.push({ kind: 'bound', said, source: cutQualifier })
  for (const { negation, text: left } of omissions) {
    if (negation !== null) conflicts.push({ kind: 'words', said, source: left.trim() })
  }
  return conflicts
}

function changeConflicts({ diff }: Extract<QuoteCheck, { kind: 'differs' }>): Conflict[] {
  return findChanges(diff)
    .filter(({ kind }) => kind !== 'marks')
    .map(({ kind, printed, typed }) => ({
      kind: kind === 'figure' ? 'figure' : 'words',
      said: typed,
      source: printed,
    }))
}
