/** Makes the buttons that take words of a report away, with their source: copied, sent on to another chat, as a picture, a file or a page. */
import { citeGbt7714, copyCitation } from '../../answer/citation.ts'
import type { Passage } from '../../corpus/report.ts'
import type { ReportSummary } from '../../search/backend.ts'
import type { Translate } from '../../text/translate.ts'
import type { TakenForm } from '../callback-data.ts'
import { button, copyButton, type Keyboard, MAX_COPY_UTF16 } from '../reply.ts'
import type { Setting } from './source-line.ts'

/**
 * Copies what is shown with its citation. A button holds 256 characters: where both do not fit there is a button for
 * the words and one for the source, and each says which it is.
 */
export function copyButtons(
  passage: Passage,
  report: ReportSummary,
  { quote, t }: { readonly quote: string; readonly t: Translate },
): Keyboard[number] {
  const both = copyCitation(passage, report, { quote, limit: MAX_COPY_UTF16 })
  if (both.startsWith('“')) return copyButton(t('button-copy'), both)
  return [
    ...copyButton(t('button-copy-words'), quote),
    ...copyButton(t('button-copy-source'), citeGbt7714(passage, report), both),
  ]
}

/** Offers these sentences to another chat; without numbers, what a reader sees first of the passage. */
export function shareButton(
  passage: Passage,
  { t, canShare }: Setting,
  sentences?: readonly [first: number, last: number],
): Keyboard[number] {
  if (!canShare) return []
  const query = {
    query: sentences === undefined ? passage.id : `${passage.id} ${sentences.join('-')}`,
    allow_user_chats: true,
    allow_group_chats: true,
    allow_channel_chats: true,
  }
  return [{ text: t('button-share'), switch_inline_query_chosen_chat: query }]
}

/** Sends these sentences as a picture; without numbers, as many of the passage as find room. */
export function cardButton(
  passage: Passage,
  { t, canDraw }: Setting,
  sentences: readonly [first: number, last: number] | null = null,
): Keyboard[number] {
  return canDraw ? button(t('button-card'), { kind: 'card', passage: passage.id, sentences }) : []
}

/** Sends what the message tells of as files of these forms. */
export function takeButtons(forms: readonly TakenForm[], { t, canDraw }: Setting): Keyboard[number] {
  return forms
    .filter((form) => form !== 'chart' || canDraw)
    .flatMap((form) => button(t(`button-${form}`), { kind: 'take', form }))
}

/** Opens a page (`/passages/<id>`): within Telegram where that may be, else in a browser. */
export function pageButton(path: string, { t, pages }: Setting): Keyboard[number] {
  if (pages === null) return []
  const url = `${pages.root}${path}`
  // Telegram opens none but https within itself, and links to no host without a dot.
  if (pages.isPrivate && url.startsWith('https://')) return [{ text: t('button-page'), web_app: { url } }]
  return new URL(url).hostname.includes('.') ? [{ text: t('button-page'), url }] : []
}
