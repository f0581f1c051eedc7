/** Turns a passage into its folded text, cut into sentences, and what it speaks about, kept while it is asked for again. */

import type { Passage, ReportMeta } from '../../corpus/report.ts'
import { getOrMake } from '../../text/maps.ts'
import { foldText } from '../../text/normalizer.ts'
import { RecentMap } from '../../text/recent-map.ts'
import { type Aspect, passageAspect, passageYears } from '../indexing/aspect.ts'

export interface PassageText {
  readonly folded: string
  /** Where each sentence of `folded` ends; the last is its length. */
  readonly sentenceEnds: readonly number[]
  readonly heading: string
  /** What it speaks about, worked out for the questions that ask for a time: of most passages that takes as long as all else. */
  readonly time: () => PassageTime
}

export interface PassageTime {
  readonly aspect: Aspect | null
  readonly years: readonly number[]
}

/** Of so many passages at the least the text is kept, of twice as many at the most: a few megabytes on any corpus. */
const KEPT_PASSAGES = 2_000

const kept = new RecentMap<Passage, PassageText>(KEPT_PASSAGES)

export function passageText(passage: Passage, report: ReportMeta): PassageText {
  return getOrMake(kept, passage, () => makeText(passage, report))
}

function makeText(passage: Passage, report: ReportMeta): PassageText {
  const folded = foldText(passage.text)
  const sentenceEnds: number[] = []
  for (let at = 1; at < folded.length; at++)
    if (isSentenceEnd(folded, at - 1) && !isSentenceEnd(folded, at)) sentenceEnds.push(at)
  sentenceEnds.push(folded.length)
  let time: PassageTime | null = null
  return {
    folded,
    sentenceEnds,
    heading: foldText(passage.section.join('\n')),
    time: () => (time ??= readTime(passage, report)),
  }
}

/** Marks of ASCII and 。: folding leaves no others of width. */
function isSentenceEnd(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  return unit === 0x21 || unit === 0x3f || unit === 0x3b || unit === 0x0a || unit === 0x3002
}

function readTime(passage: Passage, report: ReportMeta): PassageTime {
  const aspect = passageAspect(passage, report)
  return { aspect, years: passageYears(passage, report, aspect) }
}
