/** Which lines of a source are wrapped, and at which width. */
import { describe, expect, it } from 'vitest'
import { measureLines } from '../../../src/import/lines/measure.ts'
import { wrap } from '../sample-report.ts'
import { linesOf } from './line-of.ts'

const TEXT = '全年完成造林三万亩，改造渠道五十公里，新建学校六所，群众的生活一天比一天好。'
const wrapped = (lines: number): string[] => wrap(TEXT.repeat(lines), 40).slice(1, lines + 1)
const whole = (lines: number): string[] =>
  Array.from(
    { length: lines },
    (_, index) => `${TEXT.slice(0, 14 + ((index * 7) % 20))}。${TEXT.repeat(index % 4)}`,
  )

describe('the measure of lines', () => {
  it('is one where all are wrapped, and none where none is', () => {
    const measures = measureLines(linesOf(wrapped(100)))
    expect(new Set(measures).size).toBe(1)
    expect(measures[0]?.columns).toBe(38)
    expect(new Set(measureLines(linesOf(whole(100))))).toEqual(new Set([null]))
  })

  it('is that of a stretch where a part of the source is wrapped', () => {
    const measures = measureLines(linesOf([...whole(120), ...wrapped(60), ...whole(120)]))
    expect(measures.map((measure) => measure?.columns ?? 0)).toEqual([
      ...Array.from({ length: 120 }, () => 0),
      ...Array.from({ length: 60 }, () => 38),
      ...Array.from({ length: 120 }, () => 0),
    ])
  })
})
