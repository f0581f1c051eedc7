/** Makes the headings of a report as counts see them: folded, each with the passage that stands first below it. */

import type { Passage, Report } from '../../corpus/report.ts'
import { getOrMake } from '../../text/maps.ts'
import { foldPhrase } from '../../text/normalizer.ts'

export interface Heading {
  /** Folded, without white space. */
  readonly text: string
  readonly below: Passage
}

/** A report that has not changed is the same object in the next index: its headings are folded once. */
const known = new WeakMap<Report, readonly Heading[]>()

/** All but the title, which is the report's name. */
export function headingsOf(report: Report): readonly Heading[] {
  return getOrMake(known, report, () => readHeadings(report))
}

function readHeadings({ sections, passages }: Report): Heading[] {
  return sections.flatMap(({ heading, level, first }): Heading[] => {
    const below = passages[first - 1]
    return level === 1 || below === undefined ? [] : [{ text: foldPhrase(heading), below }]
  })
}

export function lengthOfHeadings(headings: readonly Heading[]): number {
  return headings.reduce((sum, { text }) => sum + text.length, 0)
}
