/** Turns reports into questions for one figure each, as people ask them: place, year and indicator. */
import type { Report } from '../../src/corpus/report.ts'
import { loadIndicators } from '../../src/figures/indicators.ts'
import { readFigures } from '../../src/figures/read-figures.ts'
import { seededRandom } from './questions.ts'

/** Figures are read anew of so many reports, evenly spread. */
const REPORTS = 20
const ENDINGS = ['是多少', '增长了多少', '目标', '']

/** Makes `count` questions that a figure of a listed indicator answers. The same reports and seed give the same questions. */
export function makeFigureQuestions(reports: readonly Report[], count: number, seed = 1): string[] {
  const random = seededRandom(seed)
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T
  const step = Math.max(1, Math.floor(reports.length / REPORTS))
  const listed = new Set(loadIndicators().all.map(({ name }) => name))
  const stated = reports
    .filter((_, index) => index % step === 0)
    .flatMap((report) =>
      readFigures(report).flatMap(({ indicator, year, subject }) =>
        subject === null && listed.has(indicator) ? [`${report.place}${year}年${indicator}`] : [],
      ),
    )
  return Array.from({ length: count }, () => `${pick(stated)}${pick(ENDINGS)}`)
}
