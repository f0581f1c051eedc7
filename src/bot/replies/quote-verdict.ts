/** Turns a quote check into the lines that tell it: the verdict, what to beware of, the report's own words and their source. */

import { FormattedString } from '@grammyjs/parse-mode'
import type { MessageEntity } from 'grammy/types'
import {
  type Caution,
  MAX_OMISSION_UTF16,
  tellChanges,
  tellCheck,
  tellFolded,
  tellOmission,
} from '../../answer/check-words.ts'
import { citePassage } from '../../answer/citation.ts'
import { tellKind } from '../../answer/verdict-words.ts'
import { placeInReport } from '../../corpus/naming.ts'
import type { DiffPart } from '../../quote/alignment/align.ts'
import type { QuotePiece } from '../../quote/alignment/pieces.ts'
import type { CheckOf } from '../../quote/check.ts'
import type { QuotePlace } from '../../quote/context.ts'
import { cutQualifier } from '../../quote/qualifiers.ts'
import type { Verdict } from '../../quote/verify.ts'
import type { Hit } from '../../search/searcher.ts'
import { clip, safeCut } from '../../text/clip.ts'
import { excerpt, quoteBlock } from '../reply.ts'
import { linkTo, type Setting, sourceLine } from './source-line.ts'

/** Words of the report shown around a quote, on each side. */
const CONTEXT_UTF16 = 60
/** Longest run of the report or of the comparison that is shown. */
const MAX_SHOWN_UTF16 = 1_500
const NEAREST_UTF16 = 300
const MAX_OTHERS_NAMED = 5

type Line = FormattedString | string | null

export function verdictLines(verdict: Verdict, setting: Setting): Line[] {
  const { check } = verdict
  switch (check.kind) {
    case 'verbatim':
      return verbatimLines(check, verdict, setting)
    case 'pieced':
      return piecedLines(check, verdict, setting)
    case 'differs':
      return differsLines(check, verdict, setting)
    case 'not-found':
      return notFoundLines(check, setting)
  }
}

function verbatimLines(check: CheckOf<'verbatim'>, verdict: Verdict, setting: Setting): Line[] {
  const { t } = setting
  return [
    FormattedString.b(tellCheck(check, verdict, t)),
    tellKind(verdict, t),
    ...tellFolded(check, t).map(cautionLine),
    ...blocksOf(check.places),
    citationLine(check.hit, check.places, setting),
    ...otherLines(check.others, check.holders - 1, setting),
  ]
}

export function cautionLine({ text, isGrave }: Caution): string {
  return isGrave ? `⚠ ${text}` : text
}

function piecedLines(check: CheckOf<'pieced'>, verdict: Verdict, setting: Setting): Line[] {
  const { t } = setting
  return [
    FormattedString.b(tellCheck(check, verdict, t)),
    ...check.pieces.flatMap((piece, index) => [
      piece.omission === null ? null : t('quote-gap', { count: piece.omission.length }),
      ...(piece.omission === null ? [] : tellOmission(piece.omission, t).map(cautionLine)),
      ...pieceLines(piece, check.pieces[index - 1], setting),
    ]),
  ]
}

/** The words as printed, with their source; pieces of one report share its full citation. */
function pieceLines(piece: QuotePiece, before: QuotePiece | undefined, setting: Setting): Line[] {
  const { passage, hit } = piece
  const isSameReport = before?.hit.report.id === hit.report.id
  const source = isSameReport
    ? linkTo(placeInReport(passage, setting.t), passage.id, setting.botUsername)
    : citationLine(hit, [piece], setting)
  const words = passage.text.slice(...piece.range)
  return [quoteBlock(new FormattedString(clip(words, MAX_SHOWN_UTF16))), source]
}

function differsLines(check: CheckOf<'differs'>, verdict: Verdict, setting: Setting): Line[] {
  const { t } = setting
  return [
    FormattedString.b(tellCheck(check, verdict, t)),
    ...tellChanges(check, t).map(cautionLine),
    t('quote-legend'),
    quoteBlock(diffText(check.diff)),
    ...check.diff.map((part) => movedLine(part, setting)),
    FormattedString.b(t('quote-true-words')),
    ...blocksOf(check.places),
    citationLine(check.hit, check.places, setting),
  ]
}

function movedLine(part: DiffPart, { t, botUsername }: Setting): Line {
  if (part.kind !== 'moved') return null
  const { passage } = part.at
  const words = clip(part.text.replace(/[\p{P}\s]+$/u, ''))
  const place = linkTo(placeInReport(passage, t), passage.id, botUsername)
  return FormattedString.join([`${t('quote-moved', { words })} `, place])
}

function notFoundLines({ nearest }: CheckOf<'not-found'>, setting: Setting): Line[] {
  const { t } = setting
  const verdict = FormattedString.b(t('quote-not-found'))
  if (nearest === null) return [verdict]
  return [verdict, t('quote-nearest'), opening(nearest.passage.text), citationLine(nearest, [], setting)]
}

/** Each paragraph once, unless the places in it are far apart. */
function blocksOf(places: readonly QuotePlace[]): FormattedString[] {
  const groups: QuotePlace[][] = []
  for (const place of places) {
    const group = groups.at(-1)
    const last = group?.at(-1)
    const isNear =
      last?.passage.id === place.passage.id && place.range[0] - last.range[1] <= MAX_OMISSION_UTF16
    if (group !== undefined && isNear) group.push(place)
    else groups.push([place])
  }
  return groups.map(inContext)
}

/** The report's words at places of one paragraph, in bold, within what stands around them; or the heading above it. */
function inContext(places: readonly QuotePlace[]): FormattedString {
  const [first, last] = [places[0], places.at(-1)] as [QuotePlace, QuotePlace]
  if (first.heading !== undefined) return quoteBlock(new FormattedString(first.heading))
  const { text } = first.passage
  const [start, end] = [first.range[0], last.range[1]]
  const from = Math.max(0, start - CONTEXT_UTF16)
  const shownEnd = Math.min(end, start + MAX_SHOWN_UTF16)
  const to = Math.min(text.length, shownEnd + CONTEXT_UTF16)
  const [cutFrom, cutTo] = [safeCut(text, from), safeCut(text, to)]
  // The whole paragraph quoted: bold would tell nothing.
  const isWhole = places.length === 1 && start <= cutFrom && end >= cutTo
  return quoteBlock(excerpt(text, [cutFrom, cutTo], isWhole ? [] : places.map(({ range }) => range)))
}

/** The comparison in one line: what the quote leaves out is underlined, what it adds, or has at another place, is struck out. */
function diffText(diff: readonly DiffPart[]): FormattedString {
  const entities: MessageEntity[] = []
  let text = ''
  for (const part of diff) {
    const type = STYLES[part.kind]
    if (type !== null) entities.push({ type, offset: text.length, length: part.text.length })
    text += part.text
  }
  const whole = new FormattedString(text, entities)
  if (text.length <= MAX_SHOWN_UTF16) return whole
  return FormattedString.join([whole.slice(0, safeCut(text, MAX_SHOWN_UTF16)), '…'])
}

const STYLES: Readonly<Record<DiffPart['kind'], 'underline' | 'strikethrough' | null>> = {
  same: null,
  cut: null,
  missing: 'underline',
  added: 'strikethrough',
  moved: 'strikethrough',
}

function opening(text: string): FormattedString {
  const end = text.length <= NEAREST_UTF16 ? text.length : safeCut(text, NEAREST_UTF16)
  return quoteBlock(excerpt(text, [0, end]))
}

function citationLine(hit: Hit, places: readonly QuotePlace[], { botUsername }: Setting): FormattedString {
  const first = places[0]?.passage ?? hit.passage
  const citation = citePassage(first, hit.report, places.at(-1)?.passage ?? first)
  return linkTo(citation, first.id, botUsername)
}

/** Where else the same words stand. */
function otherLines(others: readonly Hit[], count: number, setting: Setting): Line[] {
  if (others.length === 0) return []
  const named = others.slice(0, MAX_OTHERS_NAMED).map((hit) => otherLine(hit, setting))
  return ['', setting.t('quote-others', { count }), ...named]
}

/** With the qualifier that the other report has behind the same words. */
function otherLine(hit: Hit, setting: Setting): FormattedString {
  const line = sourceLine(hit.passage, hit.report, setting)
  const range = hit.matches[0]?.range
  const cut = range === undefined ? null : cutQualifier(hit.passage.text, range)
  if (cut === null) return line
  return FormattedString.join([line, ` ⚠ ${setting.t('quote-cut-qualifier', { words: cut })}`])
}
