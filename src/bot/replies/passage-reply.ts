/** Turns a passage with its neighbours into the message that shows it whole. */

import { FormattedString } from '@grammyjs/parse-mode'
import { citePassage } from '../../answer/citation.ts'
import { placeInReport, reportName, sourceUrl } from '../../corpus/naming.ts'
import type { Passage } from '../../corpus/report.ts'
import type { ReportSummary } from '../../search/backend.ts'
import { safeCut } from '../../text/clip.ts'
import type { Range } from '../../text/runs.ts'

import { button, excerpt, fitReply, type Keyboard, lines, pageRow, quoteBlock, type Reply } from '../reply.ts'
import { type ViewState, writeStateLink } from '../state-link.ts'
import { deepLink, type Setting } from './source-line.ts'
import { cardButton, copyButtons, pageButton, shareButton } from './take-away.ts'

/** A passage in its place. */
export interface PlacedPassage {
  readonly passage: Passage
  readonly report: ReportSummary
  /** Ids of the paragraphs before and after, or null at the ends of the report. */
  readonly previous: string | null
  readonly next: string | null
  /** Places in the text to show in bold. */
  readonly highlights: readonly Range[]
}

export interface PassageView {
  /** Which part of a very long paragraph, from 0. */
  readonly page: number
  /** The question the passage was opened from, to go back to; null when there is none. */
  readonly state: ViewState | null
  /** True for a passage drawn by lot: offers another one. */
  readonly isRandom?: boolean
}

/** A paragraph longer than this comes in parts, so that heading and citation find room beside it. */
export const MAX_PART_UTF16 = 3_000

export function passageReply(placed: PlacedPassage, view: PassageView, setting: Setting): Reply {
  const { passage, report, highlights } = placed
  const parts = splitParts(passage.text)
  const page = Math.min(view.page, parts.length - 1)
  const part = parts[page] ?? [0, 0]
  return fitReply({
    text: lines(
      passageHeading(placed, view, setting),
      quoteBlock(excerpt(passage.text, part, highlights)),
      citePassage(passage, report),
    ),
    keyboard: passageKeyboard(placed, { ...view, page }, parts.length, setting),
  })
}

/** Cuts a text into parts of bounded length, at sentence ends where there are any. */
export function splitParts(text: string, limit: number = MAX_PART_UTF16): Range[] {
  const parts: Range[] = []
  let start = 0
  while (text.length - start > limit) {
    const window = text.slice(start, start + limit)
    const sentence = Math.max(...['。', '！', '？', '；'].map((mark) => window.lastIndexOf(mark))) + 1
    const end = sentence > limit / 2 ? start + sentence : safeCut(text, start + limit)
    parts.push([start, end])
    start = end
  }
  return [...parts, [start, text.length]]
}

function passageHeading(
  { passage, report }: PlacedPassage,
  { state }: PassageView,
  setting: Setting,
): FormattedString {
  const { t, botUsername } = setting
  const name = FormattedString.b(reportName(report))
  const own = deepLink(passage.id, botUsername)
  const back = state && writeStateLink(state, botUsername)
  const count = t('paragraph-of', { place: placeInReport(passage, t), total: String(report.passages) })
  // A reply to the message finds the question by the one link, the passage by the other.
  return FormattedString.join([
    '📄 ',
    FormattedString.link(name, back ?? own),
    ' · ',
    back === null ? count : FormattedString.link(count, own),
  ])
}

function passageKeyboard(
  { passage, report, previous, next }: PlacedPassage,
  { page, state, isRandom = false }: PassageView,
  parts: number,
  setting: Setting,
): Keyboard {
  const { t } = setting
  const url = sourceUrl(report)
  return [
    pageRow(page, parts, (to) => ({ kind: 'open', passage: passage.id, page: to })),
    [
      ...(previous === null
        ? []
        : button(t('button-previous'), { kind: 'open', passage: previous, page: 0 })),
      ...(next === null ? [] : button(t('button-next'), { kind: 'open', passage: next, page: 0 })),
    ],
    [
      ...copyButtons(passage, report, { quote: passage.text, t }),
      ...shareButton(passage, setting),
      ...cardButton(passage, setting),
    ],
    [
      ...button(t('button-formats'), { kind: 'cite', passage: passage.id }),
      ...button(t('button-outline'), { kind: 'outline', report: report.id, page: 0 }),
    ],
    [
      ...pageButton(`/passages/${passage.id}`, setting),
      ...(url === null ? [] : [{ text: t('button-source'), url }]),
      ...(isRandom ? button(t('button-another'), { kind: 'random' }) : []),
      ...(state === null ? [] : button(t('button-back'), { kind: 'back' })),
    ],
  ]
}
