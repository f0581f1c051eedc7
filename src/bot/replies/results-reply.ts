/** Turns an answer and the part of it to show into the results message: one answer first, the others in a line each. */

import { FormattedString } from '@grammyjs/parse-mode'
import type { InlineKeyboardButton } from 'grammy/types'
import type { Answer } from '../../answer/answer.ts'
import type { AnsweredHit } from '../../answer/answered-hit.ts'
import { itemWords } from '../../answer/enumeration.ts'
import { furtherHits, readUnanswerable } from '../../answer/further-hits.ts'
import { type Sentence, takeSentences } from '../../answer/sentence.ts'
import { makeSnippet } from '../../answer/snippet.ts'
import { reportName } from '../../corpus/naming.ts'
import type { ReportCount } from '../../search/backend.ts'
import { clip } from '../../text/clip.ts'
import type { Range } from '../../text/runs.ts'
import type { Translate } from '../../text/translate.ts'
import type { Action } from '../callback-data.ts'
import {
  button,
  embolden,
  excerpt,
  fitReply,
  type Keyboard,
  lines,
  pageRow,
  pairRows,
  quoteBlock,
  type Reply,
} from '../reply.ts'
import type { ViewState } from '../state-link.ts'
import { suggestionHash } from '../suggestion.ts'
import { figureLines, isTable, kindLabel, withKinds } from './figures-reply.ts'
import { narrowingLabel, notices, questionHeading } from './notices.ts'
import { isAboutSpeech, linkTo, type Setting, sittingLines, sourceLine, speakerLines } from './source-line.ts'
import { cardButton, copyButtons, shareButton, takeButtons } from './take-away.ts'

/** Hits on a page: as many as there are number buttons. */
export const HITS_A_PAGE = 5

/** Words around the match in the line of a hit, in UTF-16 units. */
const LINE_UTF16 = 48
/** The nearest passage to a question for a figure that none states for sure: it may stand a clause further on. */
const NEAREST_UTF16 = 80

/** A longer sentence does not open a further page. */
const LONG_UTF16 = 240

/** Shows the sentence that answers, and a line for each further hit of the page; or says that there are none and what to try. */
export function resultsReply(answer: Answer, state: ViewState, setting: Setting): Reply {
  const { t } = setting
  const isFocused = (state.focus ?? null) !== null
  const isFirstPage = state.offset === 0 && !isFocused
  const head = lines(
    ...(isFirstPage ? answerLines(answer, setting) : []),
    questionHeading(state, setting),
    ...notices(answer, state, t),
  )
  const at = Math.min(state.focus?.hit ?? 0, answer.hits.length - 1)
  const hit = answer.hits[at]
  if (hit === undefined)
    return fitReply({
      text: lines(head, nothingText(answer, state, t)),
      keyboard: nothingKeyboard(answer, state, t),
    })
  const sentence =
    state.focus?.sentences == null
      ? hit.sentence
      : takeSentences(hit.passage, hit.matches, state.focus.sentences)
  const further = furtherHits(answer, state.offset)
  const lineOf = (index: number, limit: number): FormattedString =>
    hitLine(answer.hits[index] as AnsweredHit, { number: index + 1, limit }, setting)
  const unanswerable = isFirstPage ? readUnanswerable(answer) : null
  // Who turns the page looks for more, and not for one long sentence.
  const isLeafing = state.offset > 0 && !isFocused && sentence.text.length > LONG_UTF16
  if (unanswerable !== null || isLeafing) {
    const { text, near } = withoutSentence(answer, unanswerable, { further, setting })
    const first = unanswerable === 'quantity' ? NEAREST_UTF16 : LINE_UTF16
    return fitReply({
      text: lines(head, ...text, ...near.map((index, nth) => lineOf(index, nth === 0 ? first : LINE_UTF16))),
      keyboard: resultsKeyboard(answer, state, { at: null, further: near, setting }),
    })
  }
  const others = further.filter((index) => index !== at).map((index) => lineOf(index, LINE_UTF16))
  return fitReply({
    text: lines(
      head,
      answer.match === 'weak' ? t('results-weak') : null,
      quoteBlock(excerpt(hit.passage.text, sentence.range, highlightsIn(sentence))),
      withKinds(sourceOf(answer, hit, setting), hit, t),
      ...(isFocused || at > 0 ? [] : itemLines(answer, hit, t)),
      others.length === 0 ? null : `\n${othersHeading(answer, t)}`,
      ...others,
    ),
    keyboard: [
      ...sentenceRows({ hit, sentence, at }, setting),
      ...resultsKeyboard(answer, state, { at, further, setting }),
    ],
  })
}

/** What is said where no sentence is shown, and the places of the hits that have a line below it. */
function withoutSentence(
  answer: Answer,
  unanswerable: ReturnType<typeof readUnanswerable>,
  { further, setting }: Pick<ShownHits, 'further' | 'setting'>,
): { readonly text: readonly (FormattedString | string)[]; readonly near: readonly number[] } {
  const { t } = setting
  if (unanswerable === null)
    return { text: [answer.match === 'weak' ? t('results-weak') : othersHeading(answer, t)], near: further }
  const speakers = unanswerable === 'speaker' ? speakerLines(answer, setting) : []
  const sittings = unanswerable === 'speaker' && speakers.length === 0 ? sittingLines(answer, setting) : []
  if (sittings.length > 0) return { text: [t('results-speaker-unnamed'), ...sittings], near: [] }
  const near = speakers.length > 0 ? [] : further
  const isAlone = speakers.length + near.length === 0
  return { text: [t(`results-no-${unanswerable}${isAlone ? '-alone' : ''}`), ...speakers], near }
}

/** The figures that answer, where they are few, or who spoke. */
function answerLines(answer: Answer, setting: Setting): FormattedString[] {
  const { figures } = answer
  return [
    ...(figures === null || isTable(figures) ? [] : figureLines(figures, setting)),
    ...(isAboutSpeech(answer) ? speakerLines(answer, setting) : []),
  ]
}

/** The things that the sentence only leads in to, or looks back on. */
function itemLines(
  { items }: Answer,
  { passage, sentence: { range: shown } }: AnsweredHit,
  t: Translate,
): string[] {
  const unshown = items.filter(
    ({ passage: itemOf, range: [start, end] }) => itemOf !== passage || start >= shown[1] || end <= shown[0],
  )
  return unshown.length === 0 ? [] : [t('results-items'), ...itemWords(unshown)]
}

function highlightsIn({ highlights, range: [from] }: Sentence): Range[] {
  return highlights.map(([start, end]): Range => [from + start, from + end])
}

/** Who spoke, when and where: that is answered by the front matter, and a short source line leaves it out. */
function sourceOf(
  { query }: Answer,
  { passage, report, citation }: AnsweredHit,
  setting: Setting,
): FormattedString {
  return query.intent === 'opening'
    ? linkTo(citation, passage.id, setting.botUsername)
    : sourceLine(passage, report, setting)
}

/** How many there are is said where they are counted: words are only looked for among the best. */
function othersHeading({ query, total, reports }: Answer, t: Translate): string {
  const isCounted = query.phrases.length > 0 || query.terms === ''
  return isCounted ? t('results-counted', { total, reports: reports.length }) : t('results-others')
}

/** `2 伊宁市 2023 第14段 …旅游收入56.4亿元…` */
function hitLine(
  hit: AnsweredHit,
  { number, limit }: { readonly number: number; readonly limit: number },
  { t, botUsername }: Setting,
): FormattedString {
  const { passage, report, matches } = hit
  const label = kindLabel(hit, t)
  const place = t('paragraph', { number: String(passage.paragraph) })
  const { text, highlights } = makeSnippet(passage, matches, { limit })
  return FormattedString.join([
    FormattedString.b(String(number)),
    ' ',
    linkTo(`${reportName(report)} ${place}`, passage.id, botUsername),
    label === null ? ' ' : ` ${label} `,
    embolden(text, highlights),
  ])
}

interface Shown {
  readonly hit: AnsweredHit
  readonly sentence: Sentence
  /** Its place on the page, from 0. */
  readonly at: number
}

/** What can be done with the sentence: take it with its source, send it on, widen it, read what is around it. */
function sentenceRows({ hit, sentence, at }: Shown, setting: Setting): Keyboard {
  const { t } = setting
  const { first, last, count } = sentence
  const { passage, report } = hit
  const widened = (numbers: readonly [number, number]): Action => ({
    kind: 'focus',
    focus: { hit: at, sentences: numbers },
  })
  return [
    [
      ...copyButtons(passage, report, { quote: sentence.text, t }),
      ...shareButton(passage, setting, [first, last]),
      ...cardButton(passage, setting, [first, last]),
      ...button(t('button-whole'), { kind: 'open', passage: passage.id, page: 0 }),
    ],
    [
      ...(first > 0 ? button(t('button-sentence-before'), widened([first - 1, last])) : []),
      ...(last < count - 1 ? button(t('button-sentence-after'), widened([first, last + 1])) : []),
    ],
  ]
}

interface ShownHits {
  /** Place of the hit that is shown whole; null where none is. */
  readonly at: number | null
  /** Places of those that have a line. */
  readonly further: readonly number[]
  readonly setting: Setting
}

function resultsKeyboard(answer: Answer, state: ViewState, { at, further, setting }: ShownHits): Keyboard {
  const { t } = setting
  const page = Math.floor(state.offset / HITS_A_PAGE)
  const pages = Math.ceil(answer.total / HITS_A_PAGE)
  const isNarrowable = answer.total > 1 && state.narrowing === null
  return [
    further.flatMap((hit) =>
      hit === at ? [] : button(String(hit + 1), { kind: 'focus', focus: { hit, sentences: null } }),
    ),
    pageRow(page, pages, (to) => ({ kind: 'list', offset: to * HITS_A_PAGE })),
    [
      ...(answer.reports.length > 1 ? button(t('button-group'), { kind: 'group', offset: 0 }) : []),
      ...(isNarrowable ? button(t('button-filter'), { kind: 'facets' }) : []),
      ...widenButton(state, answer.reports, t),
      ...(answer.quote === null ? [] : button(t('button-check'), { kind: 'check' })),
      ...(answer.total > 1 ? takeButtons(['csv'], setting) : []),
    ],
    ...(answer.match === 'weak' ? suggestionRows(answer, state) : []),
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
  const unanswerable = readUnanswerable(answer)
  if (unanswerable !== null) return t(`results-no-${unanswerable}-alone`)
  if (!/[\p{L}\p{N}]/u.test(state.query)) return t('question-without-words')
  return answer.suggestions.length > 0 ? t('results-none-suggest') : t('results-none')
}

function nothingKeyboard(answer: Answer, state: ViewState, t: Translate): Keyboard {
  if (answer.total > 0) return [button(t('button-first-page'), { kind: 'list', offset: 0 })]
  return [...suggestionRows(answer, state), widenButton(state, answer.reports, t)]
}

function suggestionRows({ suggestions }: Answer, { query, narrowing }: ViewState): Keyboard {
  const buttons = suggestions.flatMap((suggestion) => {
    // The narrowing has a button of its own.
    const isNarrowing =
      suggestion.kind === 'drop-filter' && narrowing !== null && !query.includes(suggestion.label)
    if (isNarrowing) return []
    const sign = suggestion.kind === 'drop-filter' ? '✕ ' : ''
    return button(`${sign}${clip(suggestion.label, 30)}`, {
      kind: 'suggestion',
      hash: suggestionHash(suggestion),
    })
  })
  return pairRows(buttons)
}
