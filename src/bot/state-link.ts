/**
 * Writes what a message shows into a link of it, and reads it back from there. So every button of a results message finds
 * its question after a restart, in another copy of the bot, and when the question was deleted.
 */

import { deflateRawSync, inflateRawSync } from 'node:zlib'
import type { MessageEntity } from 'grammy/types'
import { safeCut } from '../text/clip.ts'
import {
  type Focus,
  type Narrowing,
  readFocus,
  readNarrowing,
  writeFocus,
  writeNarrowing,
} from './callback-data.ts'

/** Ways to show the answer to a question. */
const VIEWS = {
  l: 'list',
  g: 'group',
  c: 'compare',
  k: 'check',
  m: 'mentions',
  t: 'trend',
  w: 'kwic',
  d: 'changes',
} as const
export type View = (typeof VIEWS)[keyof typeof VIEWS]

/** The question a message answers, and which part of the answer it shows. */
export interface ViewState {
  readonly view: View
  /** The question as it was asked. */
  readonly query: string
  readonly narrowing: Narrowing | null
  /** First hit (or report) shown. */
  readonly offset: number
  /** What of a page of hits is shown whole. Default: the sentence of its first hit that answers. */
  readonly focus?: Focus | null
  /** Places that the same was asked of before, one message after the other, as typed: 哪个高 is asked of these as well. */
  readonly along?: readonly string[]
  /** The question before this one: 回到刚才的 asks of it. */
  readonly before?: string
}

/** The first page of a view of a question. */
export function firstPage(view: View, query: string): ViewState {
  return { view, query, narrowing: null, offset: 0 }
}

/**
 * Longest link. Telegram does not document a limit for a `text_link`; all entities of a message together may take some
 * 9,500 bytes, and a link of this length leaves room for the others.
 */
export const MAX_LINK_CHARS = 3_000

const PARAMETER = 'yinju'
const LETTERS = new Map(Object.entries(VIEWS).map(([letter, view]) => [view, letter]))
const MAX_STATE_BYTES = 32_768
const OFFSET = /^\d{1,6}$/

/** Makes the link; null when the question is too long to ride in one. */
export function writeStateLink(state: ViewState, botUsername: string): string | null {
  const narrowing = state.narrowing === null ? '' : writeNarrowing(state.narrowing)
  const along = (state.along ?? []).map((place) => `@${place}`).join('')
  const before = state.before === undefined ? '' : `~${state.before.replace(/\s+/gu, ' ')}`
  const position = `${state.offset}${state.focus ? `.${writeFocus(state.focus)}` : ''}${along}${before}`
  const plain = Buffer.from([LETTERS.get(state.view), narrowing, position, state.query].join('\n'))
  const packed = deflateRawSync(plain)
  // The first letter tells whether it is packed: short texts grow.
  const value =
    packed.length < plain.length ? `d${packed.toString('base64url')}` : `p${plain.toString('base64url')}`
  const link = `https://t.me/${botUsername}?${PARAMETER}=${value}`
  if (link.length <= MAX_LINK_CHARS) return link
  if (along + before === '') return null
  const { along: _along, before: _before, ...shorter } = state
  return writeStateLink(shorter, botUsername)
}

/** Finds the state among a message's entities; null when there is none, or it is damaged. */
export function readState(entities: readonly MessageEntity[] | undefined): ViewState | null {
  for (const entity of entities ?? []) {
    if (entity.type !== 'text_link') continue
    const state = readStateLink(entity.url)
    if (state !== null) return state
  }
  return null
}

/** The entities of a message with this in the state that it carries. */
export function carry(
  entities: readonly MessageEntity[],
  more: Pick<ViewState, 'along' | 'before'>,
  botUsername: string,
): MessageEntity[] {
  return entities.map((entity) => {
    const state = entity.type === 'text_link' ? readStateLink(entity.url) : null
    const url = state === null ? null : writeStateLink({ ...state, ...more }, botUsername)
    return entity.type === 'text_link' && url !== null ? { ...entity, url } : entity
  })
}

/** Reads one link; null when it is not one of writeStateLink's. */
export function readStateLink(link: string): ViewState | null {
  const match = /^https:\/\/t\.me\/\w{1,64}\/?\?yinju=([pd])([\w-]{1,4000})$/.exec(link)
  const bytes = match === null ? null : unpack(match[1] === 'd', Buffer.from(match[2] ?? '', 'base64url'))
  if (bytes === null) return null
  const [letter = '', narrowing = '', position = '', ...query] = bytes.split('\n')
  const view = Object.hasOwn(VIEWS, letter) ? VIEWS[letter as keyof typeof VIEWS] : undefined
  const text = query.join('\n')
  const [spot = '', before] = position.split(/~(.*)/u)
  const [place = '', ...along] = spot.split('@')
  const [offset = '', ...focused] = place.split('.')
  if (view === undefined || !OFFSET.test(offset)) return null
  const focus = focused.length === 0 ? null : readFocus(focused.join('.'))
  if (focused.length > 0 && focus === null) return null
  if (text.trim() === '') return null
  const read = narrowing === '' ? null : readNarrowing(narrowing)
  if (narrowing !== '' && read === null) return null
  return {
    view,
    query: text,
    narrowing: read,
    offset: Number(offset),
    ...(focus && { focus }),
    ...(along.length > 0 && { along }),
    ...(before !== undefined && { before }),
  }
}

/** The question with its narrowing as a filter: in front, where no unclosed quotation mark can swallow it. */
export function narrowedQuery({ query, narrowing }: Pick<ViewState, 'query' | 'narrowing'>): string {
  if (narrowing === null) return query
  const name = { place: '地区', year: '年份', report: '报告' }[narrowing.by]
  return `${name}:${narrowing.value} ${query}`
}

/** In UTF-16 units: at three bytes each, with all else that a link may hold, no packing is needed. */
const ALWAYS_FITS_UTF16 = 600

/** Cuts a question to what a state link can carry; the same question when it fits. */
export function fitQuestion(query: string, botUsername: string): string {
  const fits = (text: string): boolean =>
    writeStateLink(
      // The longest narrowing and position that may be added to it later.
      {
        view: 'list',
        query: text,
        narrowing: { by: 'place', value: '某'.repeat(20) },
        offset: 999_999,
        focus: { hit: 9, sentences: [999, 999] },
      },
      botUsername,
    ) !== null
  if (query.length <= ALWAYS_FITS_UTF16 || fits(query)) return query
  let [low, high] = [0, query.length]
  while (low < high - 1) {
    const middle = Math.floor((low + high) / 2)
    if (fits(query.slice(0, middle))) low = middle
    else high = middle
  }
  return query.slice(0, safeCut(query, low))
}

function unpack(isPacked: boolean, bytes: Buffer): string | null {
  try {
    const plain = isPacked ? inflateRawSync(bytes, { maxOutputLength: MAX_STATE_BYTES }) : bytes
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(plain)
  } catch {
    return null
  }
}
