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

  it('is that of characters where a program broke the text after so many', () => {
    const text =
      '全年完成造林3.25万亩，改造渠道150公里，新建学校16所，PM2.5平均浓度下降，群众生活一天比一天好。'
    const cut = text.repeat(20).match(/.{36}/gu) ?? []
    const measure = measureLines(linesOf(cut))[0]
    expect(measure?.columns).toBe(72)
    expect(new Set(cut.map((line) => measure?.width(line)))).toEqual(new Set([72]))
  })

  it('is one where half of the lines are full, and none where fewer are', () => {
    /** Twelve full lines among so many that end short, each at another place. */
    const measureOf = (short: number): number | undefined => {
      const texts = [
        ...Array.from({ length: 12 }, () => '文'.repeat(20)),
        ...Array.from({ length: short }, (_, at) => `${'字'.repeat(8 + (at % 8))}`),
      ]
      return measureLines(linesOf(texts))[0]?.columns
    }
    expect([measureOf(12), measureOf(14)]).toEqual([40, undefined])
  })

  it('takes for full what is within three characters of the middle', () => {
    const measureOf = (less: number): number | undefined => {
      const texts = [
        ...Array.from({ length: 11 }, () => '文'.repeat(20)),
        '文'.repeat(20 - less),
        ...Array.from({ length: 8 }, () => '文'.repeat(8)),
      ]
      return measureLines(linesOf(texts))[0]?.columns
    }
    expect([measureOf(3), measureOf(4)]).toEqual([40, undefined])
  })

  it('is one where half of the full lines stop within a sentence', () => {
    const measureOf = (closed: number): number | undefined =>
      measureLines(
        linesOf(Array.from({ length: 20 }, (_, at) => `${'文'.repeat(19)}${at < closed ? '。' : '字'}`)),
      )[0]?.columns
    expect([measureOf(10), measureOf(11)]).toEqual([40, undefined])
  })

  it.each([
    [65, 130],
    [66, undefined],
    [8, 16],
    [7, undefined],
  ])('of lines of %i characters is %s', (length, columns) => {
    const lines = linesOf(Array.from({ length: 14 }, () => '文'.repeat(length)))
    expect(measureLines(lines)[0]?.columns).toBe(columns)
  })

  it('has an indent where some of the lines have one, from 3 of a hundred to the half', () => {
    const indentOf = (indented: number, indent = 4): number | null | undefined => {
      const lines = linesOf(Array.from({ length: 100 }, () => '文'.repeat(20)))
      return measureLines(lines.map((line, at) => ({ ...line, indent: at < indented ? indent : 0 })))[0]
        ?.indent
    }
    expect([2, 3, 49, 51].map((count) => indentOf(count))).toEqual([null, 2, 2, null])
    expect([indentOf(10, 1), indentOf(10, 2)]).toEqual([null, 2])
  })

  it('is one of twelve full lines', () => {
    const measureOf = (count: number): number | undefined =>
      measureLines(linesOf(Array.from({ length: count }, () => '文'.repeat(20))))[0]?.columns
    expect([measureOf(11), measureOf(12)]).toEqual([undefined, 40])
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
