/** A quote check in, the message that tells it out: in these words, in other words, or not at all. */
import { FormattedString } from '@grammyjs/parse-mode'
import type { MessageEntity } from 'grammy/types'
import { citePassage } from '../../answer/citation.ts'
import type { DiffPart } from '../../answer/quote-align.ts'
import type { QuoteCheck } from '../../answer/quote-check.ts'
import type { QuotePlace } from '../../answer/quote-context.ts'
import type { Folding } from '../../answer/quote-text.ts'
import type { Hit, Range } from '../../search/searcher.ts'
import type { Translate } from '../locale.ts'
import {
  button,
  embolden,
  fitReply,
  type Keyboard,
  lines,
  quoteBlock,
  type Reply,
  safeCut,
} from '../reply.ts'
import type { ViewState } from '../state-link.ts'
import { citationButton, shareButton } from './passage-reply.ts'
import { questionHeading } from './results-reply.ts'
import { deepLink, type Setting, sourceLine } from './source-line.ts'

/** Words of the report shown around a quote, on each side. */
const CONTEXT_UTF16 = 60
/** Longest run of the report or of the comparison that is shown. */
const MAX_SHOWN_UTF16 = 1_500
const NEAREST_UTF16 = 300
const MAX_OTHERS_NAMED = 5

export interface CheckedQuote {
  readonly check: QuoteCheck
  /** Length of what was checked, when the quote was too long to be checked whole; null when all of it was. */
  readonly checkedOnly: number | null
}

export function quoteReply({ check, checkedOnly }: CheckedQuote, state: ViewState, setting: Setting): Reply {
  const { t } = setting
  const hit = check.kind === 'not-found' ? check.nearest : check.hit
  return fitReply({
    text: lines(
      questionHeading(state, setting),
      checkedOnly === null ? null : `⚠ ${t('quote-cut', { count: checkedOnly })}`,
      check.kind === 'not-found' || check.part === undefined ? null : t('quote-part'),
      '',
      ...verdict(check, setting),
    ),
    keyboard: quoteKeyboard(hit, quotedWords(check), setting),
  })
}

function verdict(check: QuoteCheck, setting: Setting): (FormattedString | string | null)[] {
  const { t } = setting
  switch (check.kind) {
    case 'verbatim':
      return [
        FormattedString.b(t('quote-verbatim')),
        check.folded.length === 0 ? null : foldedLine(check.folded, t),
        check.cutFigure === null ? null : `⚠ ${t('quote-cut-figure', { figure: check.cutFigure })}`,
        ...check.places.map(inContext),
        citationLine(check.hit, check.places, setting),
        ...otherLines(check.others, setting),
      ]
    case 'differs':
      return [
        FormattedString.b(
          check.onlyPunctuation
            ? t('quote-punctuation')
            : t('quote-differs', { similarity: `${Math.floor(check.similarity * 100)}%` }),
        ),
        t('quote-legend'),
        quoteBlock(diffText(check.diff), false),
        FormattedString.b(t('quote-true-words')),
        ...check.places.map(inContext),
        citationLine(check.hit, check.places, setting),
      ]
    case 'not-found':
      return check.nearest === null
        ? [FormattedString.b(t('quote-not-found'))]
        : [
            FormattedString.b(t('quote-not-found')),
            t('quote-nearest'),
            opening(check.nearest.passage.text),
            citationLine(check.nearest, [], setting),
          ]
  }
}

function foldedLine(folded: readonly Folding[], t: Translate): string {
  return t('quote-folded', { what: folded.map((folding) => t(`folding-${folding}`)).join(t('list-comma')) })
}

/** The report's words at a range, in bold, within what stands around them. */
function inContext({ passage: { text }, range: [start, end] }: QuotePlace): FormattedString {
  const from = Math.max(0, start - CONTEXT_UTF16)
  const shownEnd = Math.min(end, start + MAX_SHOWN_UTF16)
  const to = Math.min(text.length, shownEnd + CONTEXT_UTF16)
  const [cutFrom, cutTo] = [safeCut(text, from), safeCut(text, to)]
  // The whole paragraph quoted: bold would tell nothing.
  const marked: Range[] =
    start <= cutFrom && end >= cutTo ? [] : [[start - cutFrom, Math.min(end, cutTo) - cutFrom]]
  return quoteBlock(
    FormattedString.join([
      cutFrom > 0 ? '…' : '',
      embolden(text.slice(cutFrom, cutTo), marked),
      cutTo < text.length ? '…' : '',
    ]),
    false,
  )
}

/** The comparison in one line: what the quote leaves out is underlined, what it adds is struck out. */
function diffText(diff: readonly DiffPart[]): FormattedString {
  const entities: MessageEntity[] = []
  let text = ''
  for (const part of diff) {
    if (part.kind === 'added' || part.kind === 'missing') {
      const type = part.kind === 'added' ? 'strikethrough' : 'underline'
      entities.push({ type, offset: text.length, length: part.text.length })
    }
    text += part.text
  }
  const whole = new FormattedString(text, entities)
  if (text.length <= MAX_SHOWN_UTF16) return whole
  return FormattedString.join([whole.slice(0, safeCut(text, MAX_SHOWN_UTF16)), '…'])
}

function opening(text: string): FormattedString {
  const end = text.length <= NEAREST_UTF16 ? text.length : safeCut(text, NEAREST_UTF16)
  return quoteBlock(new FormattedString(`${text.slice(0, end)}${end < text.length ? '…' : ''}`), false)
}

function citationLine(hit: Hit, places: readonly QuotePlace[], { botUsername }: Setting): FormattedString {
  const first = places[0]?.passage ?? hit.passage
  const citation = citePassage(first, hit.report, places.at(-1)?.passage ?? first)
  return FormattedString.link(citation, deepLink(first.id, botUsername))
}

/** Where else the same words stand. */
function otherLines(others: readonly Hit[], setting: Setting): (FormattedString | string)[] {
  if (others.length === 0) return []
  const named = others.slice(0, MAX_OTHERS_NAMED).map((hit) => sourceLine(hit.passage, hit.report, setting))
  return ['', setting.t('quote-others', { count: others.length }), ...named]
}

/** The report's own words for the quote, when they stand in one paragraph. */
function quotedWords(check: QuoteCheck): string {
  if (check.kind === 'not-found' || check.places.length > 1) return ''
  return check.hit.passage.text.slice(...check.range)
}

function quoteKeyboard(hit: Hit | null, quote: string, setting: Setting): Keyboard {
  const { t } = setting
  if (hit === null) return [button(t('button-results'), { kind: 'list', offset: 0 })]
  return [
    [
      ...citationButton(hit.passage, hit.report, { label: t('button-copy'), quote }),
      ...shareButton(hit.passage, setting),
    ],
    [
      ...button(t('button-open'), { kind: 'open', passage: hit.passage.id, page: 0 }),
      ...button(t('button-results'), { kind: 'list', offset: 0 }),
    ],
  ]
}
