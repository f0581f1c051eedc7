/** Tells what the reports say of the figures that a text states: the verdict first, then their own words with the source. */
import { FormattedString } from '@grammyjs/parse-mode'
import { citePassage } from '../../answer/citation.ts'
import { sentenceStart, tellClaims } from '../../answer/verdict-words.ts'
import type { Verdict } from '../../quote/verify.ts'
import type { StatedFigure } from '../../search/backend.ts'
import { embolden, quoteBlock } from '../reply.ts'
import { deepLink, type Setting } from './source-line.ts'

type Line = FormattedString | string | null

/** Words of the report shown around a figure, on each side, up to the ends of its sentence. */
const CONTEXT_UTF16 = 80

export function claimLines(verdict: Verdict, setting: Setting): Line[] {
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
  const start = Math.max(sentenceStart(stated), figure.start - CONTEXT_UTF16)
  const stop = text.indexOf('。', figure.end - 1)
  const end = Math.min(stop < 0 ? text.length : stop + 1, figure.end + CONTEXT_UTF16)
  const numbers = figure.numbers.map(([from, to]) => [from - start, to - start] as const)
  return quoteBlock(
    FormattedString.join([
      start > 0 && text[start - 1] !== '。' ? '…' : '',
      embolden(text.slice(start, end), numbers),
      end < text.length && text[end - 1] !== '。' ? '…' : '',
    ]),
    false,
  )
}

function citation({ passage, report }: StatedFigure, { botUsername }: Setting): FormattedString {
  return FormattedString.link(citePassage(passage, report), deepLink(passage.id, botUsername))
}
