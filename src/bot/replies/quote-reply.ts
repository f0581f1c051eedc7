/** Makes the message that tells whether the reports confirm a text: the verdict, the report's own words, and their source. */

import { FormattedString } from '@grammyjs/parse-mode'
import { tellAround } from '../../answer/check-words.ts'
import { citePassage } from '../../answer/citation.ts'
import {
  isOfFigures,
  placesUnknown,
  statedStretch,
  tellAside,
  tellClaims,
} from '../../answer/verdict-words.ts'
import { countVerdicts } from '../../export/draft-review.ts'
import type { Place } from '../../quote/alignment/compare.ts'
import type { Verdict } from '../../quote/verify.ts'
import type { SentenceVerdict, TextVerdict } from '../../quote/verify-text.ts'
import type { StatedFigure } from '../../search/backend.ts'
import { clip } from '../../text/clip.ts'
import { sentencesAcross } from '../../text/sentences.ts'
import { button, embolden, fitReply, type Keyboard, lines, quoteBlock, type Reply } from '../reply.ts'
import type { ViewState } from '../state-link.ts'
import { questionHeading } from './notices.ts'
import { cautionLine, verdictLines } from './quote-verdict.ts'
import { linkTo, type Setting, sourceLine } from './source-line.ts'
import { cardButton, copyButtons, shareButton } from './take-away.ts'

export interface CheckedQuote {
  readonly verdict: TextVerdict
  /** Length of what was checked, when the quote was too long to be checked whole; null when all of it was. */
  readonly checkedOnly: number | null
}

/** Sentences with a verdict of their own that are shown in one message, the wrong ones first. */
const MAX_SENTENCES = 8
/** Of a sentence that is right, so much is repeated. */
const SENTENCE_UTF16 = 60

export function quoteReply(
  { verdict, checkedOnly }: CheckedQuote,
  state: ViewState,
  setting: Setting,
): Reply {
  const { t } = setting
  const { sentences } = verdict
  return fitReply({
    text: lines(
      questionHeading(state, setting),
      checkedOnly === null ? null : `⚠ ${t('quote-cut', { count: checkedOnly })}`,
      ...(sentences.length > 1 ? sentencesLines(sentences, setting) : oneLines(verdict, setting)),
    ),
    keyboard: verdictKeyboard(verdict, setting),
  })
}

type Line = FormattedString | string | null

function oneLines(verdict: Verdict, setting: Setting): Line[] {
  if (isOfFigures(verdict)) return ['', ...claimLines(verdict, setting)]
  const unknown = placesUnknown(verdict)
  if (unknown.length > 0) return ['', ...unknown.map((place) => setting.t('missing-place', { place }))]
  return [...tellAround(verdict, setting.t).map(cautionLine), '', ...verdictLines(verdict, setting)]
}

export function sentencesLines(sentences: readonly SentenceVerdict[], setting: Setting): Line[] {
  const order = [false, null, true]
  const shown = [...sentences]
    .sort((a, b) => order.indexOf(a.supported) - order.indexOf(b.supported) || a.start - b.start)
    .slice(0, MAX_SENTENCES)
  return [
    FormattedString.b(setting.t('draft-summary', countVerdicts(sentences))),
    ...shown.flatMap((one) => ['', ...sentenceLines(one, setting)]),
  ]
}

function sentenceLines(verdict: SentenceVerdict, setting: Setting): Line[] {
  const { text, supported, source } = verdict
  if (supported === true) {
    const place = source === null ? null : sourceLine(source.passage, source.report, setting)
    return [`✓ ${clip(text, SENTENCE_UTF16)}`, ...tellAside(verdict, setting.t), place]
  }
  return [
    `${supported === false ? '✗' : '?'} ${text}`,
    ...oneLines(verdict, setting).filter((line) => line !== ''),
  ]
}

/** What the reports say of the figures that a text states: the verdict first, then their own words with the source. */
function claimLines(verdict: Verdict, setting: Setting): Line[] {
  const { lines, figures } = tellClaims(verdict, setting.t)
  return [
    ...lines.map(({ text, isVerdict }) => (isVerdict ? FormattedString.b(text) : text)),
    ...figures.flatMap((one) => [sentenceOf(one), citation(one, setting)]),
  ]
}

/** The sentence that says so, its numbers in bold. */
function sentenceOf(stated: StatedFigure): FormattedString {
  const { figure } = stated
  const { text } = stated.passage
  const [start, end] = statedStretch(stated)
  const numbers = figure.numbers.map(([from, to]) => [from - start, to - start] as const)
  return quoteBlock(
    FormattedString.join([
      start > 0 && text[start - 1] !== '。' ? '…' : '',
      embolden(text.slice(start, end), numbers),
      end < text.length && text[end - 1] !== '。' ? '…' : '',
    ]),
  )
}

function citation({ passage, report }: StatedFigure, { botUsername }: Setting): FormattedString {
  return linkTo(citePassage(passage, report), passage.id, botUsername)
}

/** The report's own words for the quote, when they stand in one paragraph or heading; otherwise the whole paragraph is copied. */
function quotedWords({ check, claims }: Verdict, source: Place): string {
  const figure = claims
    .flatMap(({ stated, meant }) => stated ?? meant ?? [])
    .find(({ passage }) => passage.id === source.passage.id)
  if (check.kind === 'not-found' || check.hit.passage.id !== source.passage.id)
    return figure?.figure.quote ?? source.passage.text
  if (check.kind === 'pieced' || check.places.length > 1) return source.passage.text
  return check.places[0]?.heading ?? check.hit.passage.text.slice(...check.range)
}

/** The sentences of the passage that hold the quote; null for words that are not quoted from it as they stand. */
function quotedSentences({ check }: Verdict, { passage }: Place): readonly [number, number] | null {
  if (check.kind === 'not-found') return null
  const ranges = check.places.filter((place) => place.passage.id === passage.id).map(({ range }) => range)
  const [start, end] = [Math.min(...ranges.map(([from]) => from)), Math.max(...ranges.map(([, to]) => to))]
  return start < end ? sentencesAcross(passage.text, [start, end]) : null
}

function verdictKeyboard(verdict: Verdict, setting: Setting): Keyboard {
  const { t } = setting
  const { check } = verdict
  const source = verdict.source ?? (check.kind === 'not-found' ? check.nearest : check.hit)
  if (source === null) return [button(t('button-results'), { kind: 'list', offset: 0 })]
  return [
    [
      ...copyButtons(source.passage, source.report, { quote: quotedWords(verdict, source), t }),
      ...shareButton(source.passage, setting),
      ...cardButton(source.passage, setting, quotedSentences(verdict, source)),
    ],
    [
      ...button(t('button-open'), { kind: 'open', passage: source.passage.id, page: 0 }),
      ...button(t('button-results'), { kind: 'list', offset: 0 }),
    ],
  ]
}
