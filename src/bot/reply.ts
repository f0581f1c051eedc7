/** Turns the parts of a reply into a reply within Telegram's limits: formatted text and a keyboard. */

import { FormattedString } from '@grammyjs/parse-mode'
import type { InlineKeyboardButton, MessageEntity } from 'grammy/types'
import type { Match } from '../search/verdict/judge.ts'
import { safeCut } from '../text/clip.ts'
import type { Range } from '../text/runs.ts'

import { type Action, encodeAction } from './callback-data.ts'

export type Keyboard = readonly (readonly InlineKeyboardButton[])[]

/** What is sent or edited in: text with entities, and buttons in rows. */
export interface Reply {
  readonly text: FormattedString
  readonly keyboard: Keyboard
}

/** A reply, and how well it answers. */
export interface ShownAnswer {
  readonly reply: Reply
  readonly match: Match
}

/** Longest message, counted after parsing. */
const MAX_REPLY_UTF16 = 4096
/** Telegram drops whatever entities come after this many. */
const MAX_ENTITIES = 100
/** Longest text that a button copies. */
export const MAX_COPY_UTF16 = 256

/** Brings a reply within Telegram's limits: the text is cut between characters, entities end where the text does. */
export function fitReply(reply: Reply): Reply {
  return {
    text: fitEntities(fitText(fixText(reply.text))),
    keyboard: reply.keyboard.filter((row) => row.length > 0),
  }
}

const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

/** Half a character, as a broken client may send in a question that is echoed, would make Telegram refuse the reply. */
function fixText(text: FormattedString): FormattedString {
  const fixed = text.text.replace(LONE_SURROGATE, '\uFFFD')
  return fixed === text.text ? text : new FormattedString(fixed, text.entities)
}

function fitText(text: FormattedString): FormattedString {
  if (text.text.length <= MAX_REPLY_UTF16) return text
  const end = safeCut(text.text, MAX_REPLY_UTF16 - 1)
  return new FormattedString(`${text.text.slice(0, end)}…`, text.slice(0, end).entities)
}

/** Highlights are given up first, the last ones before the others: links and quotations carry more. */
function fitEntities(text: FormattedString): FormattedString {
  if (text.entities.length <= MAX_ENTITIES) return text
  let surplus = text.entities.length - MAX_ENTITIES
  const kept = [...text.entities]
    .reverse()
    .filter((entity) => !(entity.type === 'bold' && surplus-- > 0))
    .reverse()
  return new FormattedString(text.text, kept.slice(0, MAX_ENTITIES))
}

/** Text with some of its ranges in bold. */
export function embolden(text: string, ranges: readonly Range[]): FormattedString {
  const entities: MessageEntity[] = ranges
    .filter(([start, end]) => start < end && end <= text.length)
    .map(([start, end]) => ({ type: 'bold', offset: start, length: end - start }))
  return new FormattedString(text, entities)
}

/** A run of a text with ranges of the text in bold, and … where it is cut. */
export function excerpt(text: string, [start, end]: Range, bold: readonly Range[] = []): FormattedString {
  const inside = bold.map(([from, to]): Range => [Math.max(from, start) - start, Math.min(to, end) - start])
  return FormattedString.join([
    start > 0 ? '…' : '',
    embolden(text.slice(start, end), inside),
    end < text.length ? '…' : '',
  ])
}

/** The text as a quotation; folded up by Telegram until it is tapped where it is `isExpandable`. Default false. */
export function quoteBlock(text: FormattedString, isExpandable = false): FormattedString {
  const type = isExpandable ? 'expandable_blockquote' : 'blockquote'
  return new FormattedString(text.text, [{ type, offset: 0, length: text.text.length }, ...text.entities])
}

/** Joins lines, leaving out what is null. */
export function lines(...parts: readonly (FormattedString | string | null)[]): FormattedString {
  return FormattedString.join(
    parts.filter((part) => part !== null),
    '\n',
  )
}

/** A callback button; an empty list when its data would not fit, so that it can be spread into a row. */
export function button(text: string, action: Action): InlineKeyboardButton[] {
  const data = encodeAction(action)
  return data === null || text === '' ? [] : [{ text, callback_data: data }]
}

/** A button that copies the first of the texts that is short enough; none fits: no button. */
export function copyButton(text: string, ...choices: readonly string[]): InlineKeyboardButton[] {
  const copied = choices.find((choice) => choice.length > 0 && choice.length <= MAX_COPY_UTF16)
  return copied === undefined ? [] : [{ text, copy_text: { text: copied } }]
}

/** One page of a list, from 0; the last one where there are not so many. */
export function pageOf<T>(all: readonly T[], asked: number, aPage: number) {
  const pages = Math.max(1, Math.ceil(all.length / aPage))
  const page = Math.min(asked, pages - 1)
  return { page, pages, first: page * aPage, shown: all.slice(page * aPage, (page + 1) * aPage) }
}

/** `◀ 2/7 ▶`, or nothing when there is but one page. */
export function pageRow(
  page: number,
  pages: number,
  actionAt: (page: number) => Action,
): InlineKeyboardButton[] {
  if (pages <= 1) return []
  return [
    ...(page > 0 ? button('◀', actionAt(page - 1)) : []),
    ...button(`${page + 1}/${pages}`, { kind: 'idle' }),
    ...(page < pages - 1 ? button('▶', actionAt(page + 1)) : []),
  ]
}

/** Buttons `1` to `n` in one row. */
export function numberRow(actions: readonly Action[]): InlineKeyboardButton[] {
  return actions.flatMap((action, index) => button(String(index + 1), action))
}

const BUTTONS_A_ROW = 5

/** Buttons from the number `first` on, five in a row. */
export function numberRows(actions: readonly Action[], first = 1): InlineKeyboardButton[][] {
  const buttons = actions.flatMap((action, index) => button(String(first + index), action))
  return buttons.flatMap((_, at) => (at % BUTTONS_A_ROW === 0 ? [buttons.slice(at, at + BUTTONS_A_ROW)] : []))
}

/** Puts labels that may be long into rows of two, or of one where they are. */
export function pairRows(
  buttons: readonly InlineKeyboardButton[],
  longLabelUtf16 = 12,
): InlineKeyboardButton[][] {
  const rows: InlineKeyboardButton[][] = []
  for (const item of buttons) {
    const row = rows.at(-1)
    const isShort = (one: InlineKeyboardButton | undefined): boolean =>
      one !== undefined && one.text.length <= longLabelUtf16
    if (row?.length === 1 && isShort(row[0]) && isShort(item)) row.push(item)
    else rows.push([item])
  }
  return rows
}
