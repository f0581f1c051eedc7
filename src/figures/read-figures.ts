/** Turns a report's passages into its figures. */
import type { Report } from '../corpus/report.ts'
import type { Figure } from './figure.ts'
import { type Indicators, loadIndicators } from './indicators.ts'

/** Every figure of the report, in reading order. */
export function readFigures(report: Report, indicators: Indicators = loadIndicators()): readonly Figure[] {
  const figures: Figure[] = []
  for (const passage of report.passages) {
    for (let at = 0; at < passage.text.length; at++) {
      if (indicators.longestAt(passage.text, at, passage.text.length) > 0) break
    }
  }
  return figures
}
