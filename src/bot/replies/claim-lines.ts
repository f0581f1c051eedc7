/** Tells what the reports say of the figures that a text states: the verdict first, then their own words with the source. */
import { FormattedString } from '@grammyjs/parse-mode'
import { citePassage } from '../../answer/citation.ts'
import { statedStretch, tellClaims } from '../../answer/verdict-words.ts'
import type { Verdict } from '../../quote/verify.ts'
import type { StatedFigure } from '../../search/backend.ts'
import { embolden, quoteBlock } from '../reply.ts'
import { linkTo, type Setting } from './source-line.ts'

type Line = FormattedString | string | null

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
  const [start, end] = statedStretch(stated)
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
  return linkTo(citePassage(passage, report), passage.id, botUsername)
}
