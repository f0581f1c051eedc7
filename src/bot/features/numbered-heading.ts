/** Finds the heading that a number means to whom was shown a passage: 第七条 of the twelve that a part has. */
import { headingNumber } from '../../corpus/heading.ts'
import type { Passage, Report } from '../../corpus/report.ts'

/**
 * Place in the outline of the heading of that number: one below the passage's own, else one beside it, else one beside those above.
 * Headings without numbers count in their order. null where there are not so many.
 */
export function findNumberedHeading(report: Report, { section }: Passage, number: number): number | null {
  for (let depth = section.length; depth >= 0; depth--) {
    const beside = report.sections.flatMap(({ heading, path, level }, index) =>
      level > 1 &&
      path.length === depth + 1 &&
      section.slice(0, depth).every((above, at) => path[at] === above)
        ? [{ index, number: headingNumber(heading) }]
        : [],
    )
    if (beside.length < 2 || beside.length < number) continue
    const isNumbered = beside.some((one) => one.number !== null)
    const found = isNumbered ? beside.find((one) => one.number === number) : beside[number - 1]
    if (found !== undefined) return found.index
  }
  return null
}
