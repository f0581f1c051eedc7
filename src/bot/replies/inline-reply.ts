/** Turns hits into inline results: what is chosen is the quote, its citation and a link that opens the passage in the bot. */

import { FormattedString } from '@grammyjs/parse-mode'
import type { InlineKeyboardButton, InlineQueryResultArticle, InlineQueryResultPhoto } from 'grammy/types'
import { citePassage } from '../../answer/citation.ts'
import type { Sentence } from '../../answer/sentence.ts'
import { reportName } from '../../corpus/naming.ts'
import type { Passage } from '../../corpus/report.ts'
import type { Kind } from '../../figures/figure.ts'
import { SHAPES } from '../../pictures/card-layout.ts'
import type { ReportSummary } from '../../search/backend.ts'
import { clip } from '../../text/clip.ts'
import { button, embolden, excerpt, fitReply, lines, quoteBlock } from '../reply.ts'
import { MAX_PART_UTF16, splitParts } from './passage-reply.ts'
import { deepLink, linkTo, type Setting } from './source-line.ts'

const MAX_TITLE_UTF16 = 120
const MAX_DESCRIPTION_UTF16 = 120
/** Quotes longer than this are folded up in the chat they are sent to. */
const FOLD_FROM_UTF16 = 300

// Telegram keeps inline results for everybody who asks the same, whatever their language: nothing here is translated.
const OPEN_LABEL = '查看原文 Open'
const WHOLE_LABEL = '全段 Full text'

/** What is sent of a passage. */
export interface SharedWords {
  readonly sentence: Sentence
  /** Whether it states results, targets or both. */
  readonly kinds: readonly Kind[]
}

const KIND_LABEL: Readonly<Record<Kind, string>> = { actual: '实绩', target: '目标' }

/** A passage to choose: its source, then the words around the match; what is sent is the sentence, marked, with its citation. */
export function passageArticle(
  passage: Passage,
  report: ReportSummary,
  { sentence, kinds }: SharedWords,
  botUsername: string,
): InlineQueryResultArticle {
  const quote = embolden(sentence.text, sentence.highlights)
  const isWhole = sentence.text === passage.text
  return article(passage.id, [reportName(report), ...passage.section].join(' › '), {
    description: wordsAround(sentence),
    text: quoteMessage(passage, report, { quote, kinds }, botUsername),
    buttons: [
      openButton(passage.id, botUsername),
      ...(isWhole ? [] : button(WHOLE_LABEL, { kind: 'whole', passage: passage.id })),
    ],
  })
}

interface Sent {
  readonly description: string
  readonly text: FormattedString
  readonly buttons: InlineKeyboardButton[]
}

/** A line to choose, and the message that is sent for it. */
function article(id: string, title: string, { description, text, buttons }: Sent): InlineQueryResultArticle {
  return {
    type: 'article',
    id,
    title: clip(title, MAX_TITLE_UTF16),
    description,
    input_message_content: {
      message_text: text.text,
      entities: text.entities,
      link_preview_options: { is_disabled: true },
    },
    reply_markup: { inline_keyboard: [buttons] },
  }
}

/** The same words as a quote card, which Telegram fetches from the pages: there must be some, at an address open to all. */
export function passagePhoto(
  passage: Passage,
  report: ReportSummary,
  { sentence }: Pick<SharedWords, 'sentence'>,
  { pages, canDraw, botUsername }: Setting,
): InlineQueryResultPhoto | null {
  if (!canDraw || pages === null || !IS_OPEN.test(pages.root)) return null
  // Telegram takes JPEG here and nothing else.
  const url = `${pages.root}/cards/${passage.id}.jpg?mark=${sentence.range.join('-')}`
  const [photo_width, photo_height] = SHAPES.wide
  const caption = linkTo(citePassage(passage, report), passage.id, botUsername)
  return {
    type: 'photo',
    id: `${passage.id}.card`,
    photo_url: url,
    thumbnail_url: url,
    photo_width,
    photo_height,
    title: clip(reportName(report), MAX_TITLE_UTF16),
    caption: caption.text,
    caption_entities: caption.entities,
    reply_markup: { inline_keyboard: [[openButton(passage.id, botUsername)]] },
  }
}

const IS_OPEN = /^https:\/\/[^/]+\.[^/]/

/** The list shows two lines or so: they begin with the clause in which the first figure stands, or else the first match. */
function wordsAround({ text, highlights }: Sentence): string {
  const marked = highlights.find(([start, end]) => /\d/u.test(text.slice(start, end))) ?? highlights[0]
  const before = text.slice(0, marked?.[0] ?? 0)
  const start = Math.max(...['。', '；', '，', '：'].map((mark) => before.lastIndexOf(mark))) + 1
  const words = text.length <= MAX_DESCRIPTION_UTF16 || start === 0 ? text : `…${text.slice(start)}`
  return clip(words, MAX_DESCRIPTION_UTF16)
}

/** The same message with the whole paragraph, for the button below it. */
export function wholeMessage(
  passage: Passage,
  report: ReportSummary,
  kinds: readonly Kind[],
  botUsername: string,
): { readonly text: FormattedString; readonly keyboard: readonly (readonly InlineKeyboardButton[])[] } {
  return {
    text: quoteMessage(passage, report, { quote: wholeText(passage.text), kinds }, botUsername),
    keyboard: [[openButton(passage.id, botUsername)]],
  }
}

/** A report to choose, for whoever has typed nothing yet. */
export function reportArticle(report: ReportSummary, botUsername: string): InlineQueryResultArticle {
  const details = [report.date, report.meeting, report.speaker].filter((part) => part !== '').join(' · ')
  const title = `${reportName(report)} ${report.title}`
  // Passage ids hold an underscore, report ids do not: the two never meet.
  return article(report.id, title, {
    description: clip(details || report.id, MAX_DESCRIPTION_UTF16),
    text: lines(linkTo(FormattedString.b(title), report.id, botUsername), details || null),
    buttons: [openButton(report.id, botUsername)],
  })
}

function quoteMessage(
  passage: Passage,
  report: ReportSummary,
  { quote, kinds }: { readonly quote: FormattedString; readonly kinds: readonly Kind[] },
  botUsername: string,
): FormattedString {
  const label = kinds.map((kind) => KIND_LABEL[kind]).join('、')
  const source = linkTo(citePassage(passage, report), passage.id, botUsername)
  const text = lines(
    quoteBlock(quote, quote.text.length > FOLD_FROM_UTF16),
    label === '' ? source : FormattedString.join([source, ` · ${label}`]),
  )
  return fitReply({ text, keyboard: [] }).text
}

/** The paragraph, or as much of it from the start as fits into a message. */
function wholeText(text: string): FormattedString {
  return excerpt(text, splitParts(text, MAX_PART_UTF16)[0] ?? [0, text.length])
}

function openButton(id: string, botUsername: string): InlineKeyboardButton {
  return { text: OPEN_LABEL, url: deepLink(id, botUsername) }
}

/** A plain line in place of a passage. */
export function textArticle(text: string): InlineQueryResultArticle {
  return {
    type: 'article',
    id: 'text',
    title: clip(text, MAX_TITLE_UTF16),
    input_message_content: { message_text: text, link_preview_options: { is_disabled: true } },
  }
}
