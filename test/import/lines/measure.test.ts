/** Which lines of a source are wrapped, and at which width. */
import { describe, expect, it } from 'vitest'
import type { Line } from '../../../src/import/lines/clean.ts'
import { measureLines } from '../../../src/import/lines/measure.ts'
import { wrap } from '../sample-report.ts'

const TEXT = '全年完成造林三万亩，改造渠道五十公里，新建学校六所，群众的生活一天比一天好。'
const lineOf = (text: string, index: number): Line => ({
  text,
  number: index + 1,
  indent: 0,
  page: null,
  opensPage: false,
  heading: null,
  boldStart: 0,
  isBlock: false,
  isTableRow: false,
  isNote: false,
  opens: null,
})
const wrapped = (lines: number): string[] => wrap(TEXT.repeat(lines), 40).slice(1, lines + 1)
const whole = (lines: number): string[] =>
  Array.from(
    { length: lines },
    (_, index) => `${TEXT.slice(0, 14 + ((index * 7) % 20))}。${TEXT.repeat(index % 4)}`,
  )

describe('the measure of lines', () => {
  it('is one where all are wrapped, and none where none is', () => {
    const measures = measureLines(wrapped(100).map(lineOf))
    expect(new Set(measures).size).toBe(1)
    expect(measures[0]?.columns).toBe(38)
    expect(new Set(measureLines(whole(100).map(lineOf)))).toEqual(new Set([null]))
  })

  it('is that of a stretch where a part of the source is wrapped', () => {
    const measures = measureLines([...whole(120), ...wrapped(60), ...whole(120)].map(lineOf))
    expect(measures.map((measure) => measure?.columns ?? 0)).toEqual([
      ...Array.from({ length: 120 }, () => 0),
      ...Array.from({ length: 60 }, () => 38),
      ...Array.from({ length: 120 }, () => 0),
    ])
  })
})
