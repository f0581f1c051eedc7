/** Turns an answer and its view into the lines above it: the question, what was not taken as it was meant, what is missing. */

import { FormattedString } from '@grammyjs/parse-mode'
import type { Answer } from '../../answer/answer.ts'
import { missingLine } from '../../answer/missing-line.ts'
import { reportName } from '../../corpus/naming.ts'
import type { ReportCount } from '../../search/backend.ts'
import type { Query } from '../../search/query/query.ts'
import { clip } from '../../text/clip.ts'
import { foldText } from '../../text/normalizer.ts'
import type { Translate } from '../../text/translate.ts'
import type { Narrowing } from '../callback-data.ts'
import { type ViewState, writeStateLink } from '../state-link.ts'
import type { Unmet } from '../talk/unmet.ts'
import type { Setting } from './source-line.ts'

const MAX_ECHO_UTF16 = 60

/** The question, linked to itself: the link is what the buttons find the question by. */
export function questionHeading(state: ViewState, { botUsername }: Setting): FormattedString {
  const echo = FormattedString.b(clip(state.query, MAX_ECHO_UTF16))
  const link = writeStateLink(state, botUsername)
  return FormattedString.join(['🔎 ', link === null ? echo : FormattedString.link(echo, link)])
}

/** What was not taken as it was meant, and what narrows the hits. */
export function notices(answer: Answer, state: ViewState, t: Translate): string[] {
  const faults = [
    ...faultLines(answer.query, t),
    ...(answer.missing ?? []).map((lack) => missingLine(lack, t)),
  ]
  const here = placeLeftOpen(answer)
  if (here !== null) faults.unshift(t('place-open', { place: here }))
  if (answer.quote?.kind === 'not-found') faults.unshift(`⚠ ${t('quote-not-found')}`)
  return state.narrowing === null
    ? faults
    : [...faults, t('narrowed', { to: narrowingLabel(state.narrowing, answer.reports) })]
}

/** 我县, 我们这儿: the user's own place, which nobody but the user knows. */
const HERE =
  /(?:我们?|咱们?|俺们?|本)(?:这)?[省市县区州镇乡](?![\p{sc=Han}]{0,3}[长委])|(?:我们|咱们?|俺们?|你们)(?:这里|这儿|这边|这块儿?|那里|那儿|这个?地方)/u

/** The words by which a question means a place without naming it, where several places may be meant; else null. */
function placeLeftOpen({ query, reports }: Answer): string | null {
  if (query.named.length + query.foreign.length > 0) return null
  if (query.text.length > MAX_ECHO_UTF16 || new Set(reports.map(({ report }) => report.place)).size < 2)
    return null
  return HERE.exec(foldText(query.text))?.[0] ?? null
}

/** 伊宁市, 2022, 伊宁市 2023. */
export function narrowingLabel(narrowing: Narrowing, reports: readonly ReportCount[]): string {
  if (narrowing.by !== 'report') return narrowing.value
  const known = reports.find(({ report }) => report.id === narrowing.value)
  return known === undefined ? narrowing.value : reportName(known.report)
}

/** What in the question could not be taken as it was meant. */
export function faultLines(query: Query, t: Translate): string[] {
  return query.faults.map(({ kind, text }) => `⚠ ${t(`fault-${kind}`, { text: clip(text, 40) })}`)
}

/** Places that a question names and that have no report, each once. */
export function foreignLines({ foreign }: Query, t: Translate): string[] {
  return [...new Set(foreign)].map((place) => t('missing-place', { place }))
}

/** What an answer lacks of what was meant: 没有找到2024年的、说到“碳币”的。 */
export function unmetLine(unmet: readonly Unmet[], t: Translate): string {
  const parts = unmet.map((one) => t(`unmet-${one.kind}`, { text: 'text' in one ? clip(one.text) : '' }))
  return unmet.some(({ kind }) => kind === 'elsewhere')
    ? parts.join('')
    : t('unmet', { parts: parts.join(t('list-comma')) })
}
