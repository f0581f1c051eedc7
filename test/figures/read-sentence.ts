/** Reads a made-up sentence as one of a report of 青山县 that reviews 2021 and plans 2022. */
import type { Report } from '../../src/corpus/report.ts'
import type { Figure } from '../../src/figures/figure.ts'
import { readFigures } from '../../src/figures/read-figures.ts'
import { makeMeta } from '../made-meta.ts'

export const REVIEW = '一、2021年工作回顾'
export const PLAN = '二、2022年工作安排'

/** A line a figure: whose it is, the indicator, value, change, bound, period, kind and year. */
export function readSentence(sentence: string, section = REVIEW): string[] {
  return figuresOf(sentence, section).map(
    ({ indicator, value, unit, change, bound, kind, year, subject, scope }) =>
      [
        subject === null ? null : `${subject}:`,
        indicator,
        value === null ? null : `${value}${unit ?? ''}`,
        change,
        bound === 'exact' ? null : bound,
        scope === null ? null : `(${scope})`,
        `${kind === 'target' ? '目标' : '实绩'}${year}`,
      ]
        .filter((part) => part !== null)
        .join(' '),
  )
}

export function figuresOf(text: string, section: string): readonly Figure[] {
  const report: Report = {
    ...makeMeta({ id: 'qingshan-2022', place: '青山县', date: '2022-01-20', year: 2022 }),
    sections: [],
    passages: [{ id: 'p', report: 'qingshan-2022', paragraph: 1, section: [section], text, page: null }],
  }
  return readFigures(report)
}
