/** What a part of a report says of time: whether its figures are results or targets, and of which year. */
import { describe, expect, it } from 'vitest'
import { calendarOf, frameSections } from '../../src/figures/section-frame.ts'
import { planEnd, timeAt, yearOf } from '../../src/figures/time.ts'
import { foldPhrase } from '../../src/text/normalizer.ts'
import { report } from '../search/small-corpus.ts'

const FIELDS = { place: '甲县', year: 2023, reviews: 2022, plans: 2023 }
const framesOf = (body: readonly string[], fields = {}) =>
  frameSections(report('jia-2023', { ...FIELDS, ...fields }, body)).map(
    ({ kind, year, part, period, isGlossary }) =>
      [kind, year, part, period, isGlossary ? 'glossary' : undefined]
        .filter((one) => one !== undefined)
        .join(' '),
  )
const under = (heading: string, fields = {}): string | undefined =>
  framesOf([`## ${heading}`, '修建公路十公里，种树三百亩。'], fields).at(-1)

describe('a heading', () => {
  it.each([
    ['2022年工作回顾', 'actual 2022'],
    ['一、2021年工作回顾', 'actual 2021'],
    ['一、过去五年工作回顾', 'actual 2022 过去五年'],
    ['过去一年的工作', 'actual 2022'],
    ['2022年上半年工作回顾', 'actual 2022 上半年'],
    ['二、2023年工作安排', 'target 2023'],
    ['二、2024年主要目标', 'target 2024'],
    ['下半年重点工作', 'target 2023 下半年'],
    ['三、今后五年的奋斗目标', 'target 2027 今后五年'],
    ['三、未来五年工作', 'target 2027 未来五年'],
    ['“十四五”时期主要目标', 'target 2025 “十四五”时期'],
    ['“十三五”时期发展', 'actual 2022 “十三五”时期'],
    ['“十三五”时期2020年成效', 'actual 2020'],
    ['“十三五”时期和2022年工作回顾', 'actual 2022 “十三五”时期'],
    ['重点工作', 'target 2023'],
    ['2022年目标任务', 'actual 2022'],
    ['2022年工作回顾和2023年工作的总体要求', 'actual 2022'],
    ['2023年上半年工作回顾', 'actual 2023 上半年'],
    ['第十四个五年计划的基本任务', 'target 2025 第十四个五年时期'],
    ['十三五计划的执行情况', 'actual 2022'],
    ['名词解释', 'actual 2022 glossary'],
    ['农业', 'actual 2022'],
  ])('%s says %s', (heading, frame) => {
    expect(under(heading)).toBe(frame)
  })

  it('holds where its first paragraph only names the plan that it served', () => {
    const year = '2022年是“十四五”的关键之年，全县围绕“十四五”规划总体目标，全力推进发展。'
    const plan = '“十四五”规划总体目标是：修建公路一百公里。'
    expect(framesOf(['## 2022年工作回顾', year, '修路。'])).toEqual(['actual 2022', 'actual 2022'])
    expect(framesOf(['## 2022年工作回顾', plan])).toEqual(['target 2025 “十四五”时期'])
  })

  it('within a part names no time by that of an event', () => {
    const body = [
      '## 二、2023年工作安排',
      '### （一）以筹办2025年运动会为契机，建设城市',
      '修建公路十公里，种树三百亩。',
    ]
    expect(framesOf(body).at(-1)).toBe('target 2023')
  })

  it('within a part is of no plan that is to be drawn up', () => {
    expect(framesOf(['## 二、2023年工作安排', '### （一）编制“十四五”规划', '修路。']).at(-1)).toBe(
      'target 2023',
    )
  })

  it('within a part turns to another time only where it names one', () => {
    expect(
      framesOf(['## 2022年工作回顾', '修路。', '### 重点工作', '修路。', '### 2023年安排', '修路。']),
    ).toEqual(['actual 2022', 'actual 2022', 'target 2023'])
    expect(
      framesOf(['## 2022年工作回顾', '### 构建面向未来的产业体系', '修路。', '### 未来五年安排', '修路。']),
    ).toEqual(['actual 2022', 'target 2027 未来五年'])
  })
})

describe('the opening of a paragraph', () => {
  it.each([
    ['2023年政府工作的总体要求是：坚持稳中求进。', 'target 2023'],
    ['今年主要目标：修路。', 'target 2023'],
    ['今后五年主要目标是修路。', 'target 2027 今后五年'],
    ['“十四五”时期主要目标是修路。', 'target 2025 “十四五”时期'],
    ['今年，我们要修路。', 'target 2023'],
    ['做好2023年工作，任务很重。', 'target 2023'],
    ['“十三五”时期主要目标都已完成。', 'actual 2022'],
    ['五年来，我们修路。', 'actual 2022 五年来'],
    ['——这是民生大幅改善的五年。新增学位4万个。', 'actual 2022 五年'],
    ['这是难忘的五年', 'actual 2022'],
    ['2022年，我们修路。', 'actual 2022'],
  ])('%s turns to %s', (text, frame) => {
    expect(framesOf([text])).toEqual([frame])
  })

  it('that looks back on years together does so where the next ones are planned, too', () => {
    const plan = '## “十五五”规划的说明'
    expect(framesOf([plan, '“十三五”时期，种树百亩。', '修路。', '“十五五”时期，修渠。'])).toEqual([
      'actual 2022 “十三五”时期',
      'target 2030 “十五五”时期',
      'target 2030 “十五五”时期',
    ])
  })

  it('within a review of a year and of years together turns to these for all behind it', () => {
    const both = '## 一、2022年和“十三五”时期工作回顾'
    const turn = '2022年的任务完成了。回望过去五年，我们一起修路。'
    const part = '### （一）修建公路'
    expect(framesOf([both, '修渠。', turn, part, '种树。', '2022年，种树百亩。'])).toEqual([
      'actual 2022',
      'actual 2022',
      'actual 2022 过去五年',
      'actual 2022',
    ])
    expect(framesOf(['## 一、2022年工作回顾', turn, part, '种树。']).at(-1)).toBe('actual 2022')
  })

  it('on years together is of that paragraph alone; under a heading it holds until a year is named', () => {
    expect(framesOf(['五年来，我们修路。', '种树百亩。'])).toEqual(['actual 2022 五年来', 'actual 2022'])
    expect(framesOf(['## 2022年工作回顾', '五年来，路修好了。修渠。', '种树百亩。']).at(-1)).toBe(
      'actual 2022',
    )
    expect(framesOf(['## 过去五年工作回顾', '修路。', '2022年，修渠。', '种树。'])).toEqual([
      'actual 2022 过去五年',
      'actual 2022',
      'actual 2022',
    ])
  })
})

describe('the years by which a report says 今年', () => {
  it.each([
    [{}, { today: 2023, reviews: 2022, plans: 2023 }],
    [{ date: '2022-12-28' }, { today: 2022, reviews: 2022, plans: 2023 }],
    [{ date: '2023-01-10' }, { today: 2023, reviews: 2022, plans: 2023 }],
    [
      { reviews: '', plans: '' },
      { today: 2023, reviews: 2022, plans: 2023 },
    ],
  ])('with %j are %j', (fields, calendar) => {
    expect(calendarOf(report('jia-2023', { ...FIELDS, ...fields }, ['修路。']))).toEqual(calendar)
  })
})

it.each([
  ['一五', 1957],
  ['二五', 1962],
  ['三五', 1970],
  ['九五', 2000],
  ['十五', 2005],
  ['十一五', 2010],
  ['十四五', 2025],
  ['十五五', 2030],
])('the plan %s ends in %i', (plan, year) => {
  expect(planEnd(plan)).toBe(year)
})

it.each([
  ['2023', 2023],
  ['二零二三', 2023],
  ['二〇一九', 2019],
  ['一九九八', 1998],
])('%s is the year %i', (printed, year) => {
  expect(yearOf(printed)).toBe(year)
})

describe('a word of time', () => {
  it.each<[string, object | null]>([
    ['2023年', { is: 'year', year: 2023 }],
    ['今年', { is: 'relative', years: 0 }],
    ['去年', { is: 'relative', years: -1 }],
    ['上年', { is: 'relative', years: -1 }],
    ['前年', { is: 'relative', years: -2 }],
    ['明年', { is: 'relative', years: 1 }],
    ['年均', { is: 'mean' }],
    ['上半年', { is: 'part' }],
    ['比上年', { is: 'base', year: null }],
    ['较2020年', { is: 'base', year: 2020 }],
    ['比五年计划原定的1957年', { is: 'base', year: 1957 }],
    ['一九八○年', { is: 'year', year: 1980 }],
    ['公路', null],
  ])('%s is %j', (word, time) => {
    const found = timeAt(foldPhrase(word), 0)
    expect(found?.time ?? null).toEqual(time)
    if (time !== null) expect(found?.length).toBe(word.length)
  })
})
