/** A passage in; out: its folded text, cut into sentences, and what it speaks about, kept for as long as the passage itself. */
import type { Passage, ReportMeta } from '../corpus/report.ts'
import { foldText } from '../text/normalizer.ts'
import { type Aspect, passageAspect, passageYears } from './aspect.ts'

export interface PassageText {
  readonly folded: string
  /** Letters and figures alone, to tell whether a quote stands in it whatever the punctuation. */
  readonly letters: string
  /** Where each sentence of `folded` ends; the last is its length. */
  readonly sentenceEnds: readonly number[]
  readonly heading: string
  readonly aspect: Aspect | null
  readonly years: readonly number[]
}

const cache = new WeakMap<Passage, PassageText>()

export function passageText(passage: Passage, report: ReportMeta): PassageText {
  const known = cache.get(passage)
  if (known !== undefined) return known
  const folded = foldText(passage.text)
  const sentenceEnds = Array.from(
    folded.matchAll(/[。！？!?；;\n]+/gu),
    (match) => match.index + match[0].length,
  )
  if (sentenceEnds.at(-1) !== folded.length) sentenceEnds.push(folded.length)
  const made = {
    folded,
    letters: lettersOf(folded),
    sentenceEnds,
    heading: foldText(passage.section.join('\n')),
    aspect: passageAspect(passage, report),
    years: passageYears(passage, report),
  }
  cache.set(passage, made)
  return made
}

export function lettersOf(folded: string): string {
  return folded.replace(/[^\p{L}\p{N}]/gu, '')
}
