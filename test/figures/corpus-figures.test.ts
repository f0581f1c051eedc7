/** The reports of the corpus: figures read by hand, and laws that hold of every figure. */
import { describe, expect, it } from 'vitest'
import { readFigures } from '../../src/figures/read-figures.ts'
import { readFiveReports } from '../five-reports.ts'
import { evaluate, readLines } from './evaluate.ts'

const reports = await readFiveReports()

describe('figures of the corpus', () => {
  const scores = evaluate(reports, readLines('test/figures/corpus-figures.jsonl'), {
    traps: readLines('test/figures/corpus-traps.jsonl'),
  })

  it('finds what a reader finds of the main indicators, and nothing else', () => {
    expect(scores.core.found / scores.core.all, scores.misses.join('\n')).toBeGreaterThanOrEqual(0.94)
    expect(scores.precise.right / scores.precise.all).toBeGreaterThanOrEqual(0.97)
    expect(scores.others.found / scores.others.all).toBeGreaterThanOrEqual(0.8)
  })

  it('tells results from targets, their years and what is meant by the number', () => {
    for (const what of ['kind', 'year', 'bound', 'unit', 'subject'] as const) {
      expect(scores[what] / scores.core.found, what).toBeGreaterThanOrEqual(0.96)
    }
  })
})

describe('every figure', () => {
  const figures = reports.flatMap((report) =>
    readFigures(report).map((figure) => ({ figure, passage: report.passages[figure.paragraph - 1] })),
  )

  it('has a quote that stands in its passage', () => {
    for (const { figure, passage } of figures) {
      expect(passage?.id).toBe(figure.passage)
      expect(passage?.text.slice(figure.start, figure.end)).toBe(figure.quote)
    }
  })

  it('has its numbers in its quote', () => {
    for (const { figure, passage } of figures) {
      expect(figure.numbers.length).toBeGreaterThan(0)
      for (const [start, end] of figure.numbers) {
        expect(start).toBeGreaterThanOrEqual(figure.start)
        expect(end).toBeLessThanOrEqual(figure.end)
      }
      const printed = figure.numbers.map(([start, end]) => passage?.text.slice(start, end)).join(' ')
      for (const digits of `${figure.value ?? ''} ${figure.change ?? ''}`.match(/\d+/g) ?? []) {
        expect(printed).toContain(digits)
      }
    }
  })

  it('says a value or a change', () => {
    for (const { figure } of figures) {
      expect(figure.value !== null || figure.change !== null).toBe(true)
      expect(figure.indicator).not.toBe('')
      expect(figure.name).not.toBe('')
    }
  })
})
