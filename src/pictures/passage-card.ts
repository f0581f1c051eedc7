/** Turns a passage, and what of it is pointed at, into the quote card to draw. */

import { citePassage } from '../answer/citation.ts'
import { confirmWords } from '../answer/confirm-words.ts'
import { reportName } from '../corpus/naming.ts'
import type { Passage } from '../corpus/report.ts'
import type { ReportSummary } from '../search/backend.ts'
import type { Searcher } from '../search/searcher.ts'
import type { Range } from '../text/runs.ts'
import type { CardLabels, QuoteCard } from './card-layout.ts'

export interface PassageCardOptions {
  readonly searcher: Searcher
  /** Sentences that hold one of these are shown. Empty: the passage from its start. */
  readonly pointed: readonly Range[]
  /** What is highlighted. Default: what is pointed at. */
  readonly marked?: readonly Range[]
  readonly link: string | null
  readonly labels: CardLabels
}

export function passageCard(passage: Passage, report: ReportSummary, options: PassageCardOptions): QuoteCard {
  const { searcher, pointed, marked = pointed, link, labels } = options
  return {
    text: passage.text,
    pointed,
    marked,
    heading: reportName(report),
    citation: citePassage(passage, report),
    link,
    labels,
    verify: (range) => confirmWords(searcher, passage, range),
  }
}
