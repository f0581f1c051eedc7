/** An answer and the part of it to show in, the results message out. */
import { FormattedString } from '@grammyjs/parse-mode'
import type { InlineKeyboardButton } from 'grammy/types'
import type { Answer, AnsweredHit } from '../../answer/answer.ts'
import type { ReportCount } from '../../search/backend.ts'
import type { Query } from '../../search/query/query.ts'
import type { Missing } from '../../search/searcher.ts'
import type { Narrowing } from '../callback-data.ts'
import type { Translate } from '../locale.ts'
import {
  button,
  clip,
  embolden,
  fitReply,
  type Keyboard,
  lines,
  numberRow,
  pageRow,
  pairRows,
  quoteBlock,
  type Reply,
} from '../reply.ts'
import { type ViewState, writeStateLink } from '../state-link.ts'
import { suggestionHash } from '../suggestion.ts'
import { deepLink, type Setting, shortName, sourceLine } from './source-line.ts'

/** Hits on a page: as many as there are number buttons. */
export const HITS_A_PAGE = 5

/** Longer quotations are folded up to three lines, to be opened by a tap; the best hit is read at once and stays open. */
const FOLD_FROM_UTF16 = 160
const MAX_ECHO_UTF16 = 60
/** Reports named in the summary line; the others are counted. */
const MAX_REPORTS_NAMED = 4

/** Shows one page of hits, or says that there are none and what to try. */
export function resultsReply(answer: Answer, state: ViewState, setting: Setting): Reply {
  const { t } = setting
  const head = lines(questionHeading(state, setting), ...notices(answer, state, t))
  if (answer.hits.length === 0) {
    return fitReply({
      text: lines(head, nothingText(answer, state, t)),
      keyboard: nothingKeyboard(answer, state, t),
    })
  }
  // Who spoke, when and where: that is answered by the front matter, and a short source line leaves it out.
  const isCitedInFull = answer.query.intent === 'opening'
  const hits = answer.hits.map((hit, index) => hitText({ hit, isCitedInFull }, index + 1, setting))
  return fitReply({
    text: FormattedString.join([lines(head, summary(answer, t)), ...hits], '\n\n'),
    keyboard: resultsKeyboard(answer, state, t),
  })
}

/** The question, linked to itself: the link is what the buttons find the question by. */
export function questionHeading(state: ViewState, { botUsername }: Setting): FormattedString {
  const echo = FormattedString.b(clip(state.query, MAX_ECHO_UTF16))
  const link = writeStateLink(state, botUsername)
  return FormattedString.join(['🔎 ', link === null ? echo : FormattedString.link(echo, link)])
}

/** What was not taken as it was meant, and what narrows the hits. */
export function notices(answer: Answer, state: ViewState, t: Translate): string[] {
  const faults = [...faultLines(answer.query, t), ...missingLines(answer.missing ?? [], t)]
  if (answer.quote?.kind === 'not-found') faults.unshift(`⚠ ${t('quote-not-found')}`)
  return state.narrowing === null
    ? faults
    : [...faults, t('narrowed', { to: narrowingLabel(state.narrowing, answer.reports) })]
}

/** 伊宁市, 2022, 伊宁市 2023. */
function narrowingLabel(narrowing: Narrowing, reports: readonly ReportCount[]): string {
  if (narrowing.by !== 'report') return narrowing.value
  const known = reports.find(({ report }) => report.id === narrowing.value)
  return known === undefined ? narrowing.value : shortName(known.report)
}

/** One hit: number and source, then the words themselves with the matches in bold. */
function hitText(
  { hit, isCitedInFull }: { readonly hit: AnsweredHit; readonly isCitedInFull: boolean },
  number: number,
  setting: Setting,
): FormattedString {
  const quote = embolden(hit.snippet.text, hit.snippet.highlights)
  const source = isCitedInFull
    ? FormattedString.link(hit.citation, deepLink(hit.passage.id, setting.botUsername))
    : sourceLine(hit.passage, hit.report, setting)
  return lines(
    FormattedString.join([FormattedString.b(String(number)), ' ', source]),
    quoteBlock(quote, number > 1 && quote.text.length > FOLD_FROM_UTF16),
  )
}

function summary(answer: Answer, t: Translate): string {
  const named = answer.reports
    .slice(0, MAX_REPORTS_NAMED)
    .map(({ report, count }) => t('report-count', { report: shortName(report), count: String(count) }))
    .join(t('list-comma'))
  const rest = answer.reports.length - MAX_REPORTS_NAMED
  const where = rest > 0 ? t('reports-and-more', { named, rest: String(rest) }) : named
  const key = answer.match === 'strong' ? 'results-strong' : 'results-weak'
  return t(key, { total: answer.total, reports: answer.reports.length, where })
}

/** What in the question could not be taken as it was meant. */
export function faultLines(query: Query, t: Translate): string[] {
  return query.faults.map(({ kind, text }) => `⚠ ${t(`fault-${kind}`, { text: clip(text, 40) })}`)
}

/** What the question asks about and no report covers. */
function missingLines(missing: readonly Missing[], t: Translate): string[] {
  return missing.map((lack) => {
    if (lack.kind === 'place') return t('missing-place', { place: clip(lack.text, 40) })
    if (lack.kind === 'word') return missingWordLine(lack, t)
    const years = lack.years.join(t('list-comma'))
    if (lack.place === null) return t('missing-year-anywhere', { years, year: lack.text })
    return t('missing-year', { place: lack.place, years, year: lack.text })
  })
}

function missingWordLine(
  { text, places, reports }: Extract<Missing, { kind: 'word' }>,
  t: Translate,
): string {
  const word = clip(text, 40)
  if (places.length === 0) return t('missing-word', { word })
  const place = places.join(t('list-comma'))
  return t(reports > 0 ? 'missing-word-place' : 'missing-word-place-only', { place, word, reports })
}

function resultsKeyboard(answer: Answer, state: ViewState, t: Translate): Keyboard {
  const page = Math.floor(state.offset / HITS_A_PAGE)
  const pages = Math.ceil(answer.total / HITS_A_PAGE)
  const isNarrowable = answer.total > 1 && state.narrowing === null
  return [
    numberRow(answer.hits.map((hit) => ({ kind: 'open', passage: hit.passage.id, page: 0 }))),
    pageRow(page, pages, (to) => ({ kind: 'list', offset: to * HITS_A_PAGE })),
    [
      ...(answer.reports.length > 1 ? button(t('button-group'), { kind: 'group', offset: 0 }) : []),
      ...(isNarrowable ? button(t('button-filter'), { kind: 'facets' }) : []),
      ...widenButton(state, answer.reports, t),
      ...(answer.quote === null ? [] : button(t('button-check'), { kind: 'check' })),
    ],
    ...(answer.match === 'weak' ? suggestionRows(answer) : []),
  ]
}

/** `✕ 伊宁市` takes the narrowing off again. */
export function widenButton(
  state: ViewState,
  reports: readonly ReportCount[],
  t: Translate,
): InlineKeyboardButton[] {
  if (state.narrowing === null) return []
  const label = t('button-widen', { to: clip(narrowingLabel(state.narrowing, reports), 20) })
  return button(label, { kind: 'narrow', narrowing: null })
}

function nothingText(answer: Answer, state: ViewState, t: Translate): string {
  if (answer.total > 0) return t('results-past-the-end')
  if (!/[\p{L}\p{N}]/u.test(state.query)) return t('question-without-words')
  return answer.suggestions.length > 0 ? t('results-none-suggest') : t('results-none')
}

function nothingKeyboard(answer: Answer, state: ViewState, t: Translate): Keyboard {
  if (answer.total > 0) return [button(t('button-first-page'), { kind: 'list', offset: 0 })]
  return [...suggestionRows(answer), widenButton(state, answer.reports, t)]
}

function suggestionRows(answer: Answer): Keyboard {
  const buttons = answer.suggestions.flatMap((suggestion) => {
    const sign = suggestion.kind === 'drop-filter' ? '✕ ' : ''
    return button(`${sign}${clip(suggestion.label, 30)}`, {
      kind: 'suggestion',
      hash: suggestionHash(suggestion),
    })
  })
  return pairRows(buttons)
}
