/** The stretch of a report around a paragraph, and what a run of it stands for. */
import { describe, expect, it } from 'vitest'
import { unitText } from '../../src/quote/alignment/units.ts'
import {
  bodyOf,
  covers,
  dropHeadingStops,
  passageContext,
  placesOf,
  runsInStretch,
  surroundings,
} from '../../src/quote/context.ts'
import type { ReportSummary } from '../../src/search/backend.ts'
import { report } from './small-searcher.ts'

const PARAGRAPHS = ['修路三条。', '造林两亩。', '引水四里。', '办学五所。', '建桥六座。']
const own = report(
  'yunling-2024',
  {},
  `# 政府工作报告\n\n## 一、回顾\n\n${PARAGRAPHS.slice(0, 2).join('\n\n')}\n\n### （一）水利\n\n${PARAGRAPHS.slice(2).join('\n\n')}\n`,
)
const summary = { id: 'yunling-2024' } as ReportSummary
const around = (paragraph: number, reach: number) => surroundings(own, summary, { paragraph, reach })
const texts = (paragraph: number, reach: number): string => around(paragraph, reach).text.raw

describe('surroundings', () => {
  it('has a neighbour on both sides at the least, and as much text as is reached for', () => {
    expect(texts(3, 0)).toBe('造林两亩。\n（一）水利\n引水四里。\n办学五所。')
    expect(texts(3, 4)).toBe(texts(3, 0))
    expect(texts(3, 5)).toBe(
      '一、回顾\n修路三条。\n造林两亩。\n（一）水利\n引水四里。\n办学五所。\n建桥六座。',
    )
    expect(texts(1, 0)).toBe('一、回顾\n修路三条。\n造林两亩。')
    expect(texts(5, 0)).toBe('办学五所。\n建桥六座。')
  })

  it('covers a paragraph with both its neighbours', () => {
    expect([1, 2, 3, 4, 5].map((paragraph) => covers(around(3, 0), paragraph))).toEqual([
      false,
      false,
      true,
      false,
      false,
    ])
    expect(covers(around(2, 0), 1)).toBe(true)
    expect(covers(around(5, 0), 5)).toBe(false)
  })
})

describe('what a run stands for', () => {
  const context = around(3, 0)
  const places = (words: string): string[] => {
    const at = context.text.keys.indexOf(unitText(words).keys)
    return placesOf(context, [at, at + unitText(words).keys.length]).map(
      ({ passage, range, heading }) => `${passage.paragraph} ${heading ?? passage.text.slice(...range)}`,
    )
  }

  it('is a part of each paragraph that it goes over', () => {
    expect(places('两亩。')).toEqual(['2 两亩。'])
    expect(places('两亩。（一）水利引水')).toEqual(['2 两亩。', '3 引水'])
  })

  it('is a heading where it goes over nothing else, above the paragraph below it', () => {
    expect(places('水利')).toEqual(['3 （一）水利'])
    expect(placesOf(context, [0, 0])).toEqual([])
  })

  it('is a part of a paragraph by itself', () => {
    const [passage] = own.passages
    if (passage === undefined) throw new Error('no passage')
    expect(placesOf(passageContext(passage, summary), [0, 2])).toEqual([{ passage, range: [0, 2] }])
  })
})

describe('the body of a stretch', () => {
  it('is its paragraphs without the headings between them', () => {
    const context = around(3, 0)
    const body = bodyOf(context)
    expect(body?.text.keys).toBe('造林两亩。引水四里。办学五所。')
    if (body === null) throw new Error('no body')
    expect(runsInStretch(body, [0, 7]).map(([start, end]) => context.text.keys.slice(start, end))).toEqual([
      '造林两亩。',
      '引水',
    ])
    expect(runsInStretch(body, [0, 5])).toHaveLength(1)
    expect(bodyOf(around(5, 0))).toBeNull()
  })
})

describe('a quote over a heading', () => {
  const drop = (quote: string): string => dropHeadingStops(unitText(quote), around(3, 0)).keys

  it('loses the stop behind it, and no other', () => {
    expect(drop('（一）水利。引水四里。')).toBe('(一)水利引水四里。')
    expect(drop('水利。引水四里。')).toBe('水利引水四里。')
    expect(drop('造林两亩。（一）水利。引水')).toBe('造林两亩。(一)水利引水')
    expect(drop('造林两亩。引水四里。')).toBe('造林两亩。引水四里。')
    expect(drop('。水利')).toBe('。水利')
  })
})
