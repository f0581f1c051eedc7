/** Words that say when. */
import { describe, expect, it } from 'vitest'
import { type Time, timeAt } from '../../src/figures/time.ts'
import { foldPhrase } from '../../src/text/normalizer.ts'

/** The word of time at the head of a text, and what it says. */
function read(text: string): readonly [string, Time] | null {
  const folded = foldPhrase(text)
  const found = timeAt(folded, 0)
  return found === null ? null : [folded.slice(0, found.length), found.time]
}
const PAST = { is: 'period', last: null, side: 'past' } as const
const AHEAD = { is: 'period', last: null, side: 'ahead' } as const
const until = (last: number | null) => ({ is: 'period', last, side: 'here' }) as const
const base = (year: number | null) => ({ is: 'base', year }) as const

describe('timeAt', () => {
  it.each<[string, string, Time]>([
    ['比上年末水平增长', '比上年末水平', base(null)],
    ['较去年同期', '较去年同期', base(null)],
    ['为上年', '为上年', base(null)],
    ['比2015年底增长', '比2015年底', base(2015)],
    ['较2015提高', '较2015', base(2015)],
    ['比“十二五”末增长', '比“十二五”末', base(2015)],
    ['比五年前翻番', '比五年前', base(0)],
    ['比上届末增加', '比上届末', base(0)],
    ['2017年至2021年五年间新增', '2017年至2021年五年间', until(2021)],
    ['2017-2021年新增', '2017-2021年', until(2021)],
    ['2020年和2021年', '2020年和2021年', { is: 'year', year: 2021 }],
    ['2015年以来', '2015年以来', PAST],
    ['2015年起', '2015年起', PAST],
    ['到2025年底', '到2025年底', { is: 'year', year: 2025 }],
    ['预计到2025年', '预计到2025年', { is: 'year', year: 2025 }],
    ['2023年度', '2023年度', { is: 'year', year: 2023 }],
    ['二〇二三年末', '二〇二三年末', { is: 'year', year: 2023 }],
    ['“十三五”期间', '“十三五”期间', until(2020)],
    ['“十三五”末', '“十三五”末', until(2020)],
    ['“十四五”前三年', '“十四五”前三年', PAST],
    ['“十四五”以来', '“十四五”以来', PAST],
    ['“十四五”规划', '“十四五”规划', { is: 'length' }],
    ['十四五规划', '十四五规划', { is: 'length' }],
    ['第六个五年计划', '第六个五年计划', { is: 'length' }],
    ['过去五年来', '过去五年来', PAST],
    ['近三年', '近三年', PAST],
    ['过去一年', '过去一年', { is: 'relative', years: -1 }],
    ['近十年来新高', '近十年来新高', { is: 'rank' }],
    ['今后五年', '今后五年', AHEAD],
    ['未来三年', '未来三年', AHEAD],
    ['连续五年', '连续五年', { is: 'length' }],
    ['连续3个季度', '连续3个季度', { is: 'length' }],
    ['五年来', '五年来', PAST],
    ['5年间', '5年间', PAST],
    ['十年来首次', '十年来首次', { is: 'rank' }],
    ['五年累计', '五年', until(null)],
    ['上半年', '上半年', { is: 'part' }],
    ['前三季度', '前三季度', { is: 'part' }],
    ['第二季度', '第二季度', { is: 'part' }],
    ['前11个月', '前11个月', { is: 'part' }],
    ['1-6月', '1-6月', { is: 'part' }],
    ['三月份', '三月份', { is: 'part' }],
    ['三年增长', '三年', { is: 'length' }],
    ['去年底', '去年底', { is: 'relative', years: -1 }],
    ['上年度', '上年度', { is: 'relative', years: -1 }],
    ['今年以来', '今年以来', { is: 'relative', years: 0 }],
    ['明年', '明年', { is: 'relative', years: 1 }],
    ['前年', '前年', { is: 'relative', years: -2 }],
    ['平均每年', '平均每年', { is: 'mean' }],
    ['年平均', '年平均', { is: 'mean' }],
  ])('reads %s', (text, word, time) => {
    expect(read(text)).toEqual([foldPhrase(word), time])
  })

  it.each(['十四五', '提前五年', '三年行动', '公路', '比例', '对比'])('reads nothing of %s', (text) => {
    expect(read(text)).toBeNull()
  })

  it('begins no year in the midst of a number', () => {
    expect(timeAt('12023年', 1)).toBeNull()
    expect(timeAt('1.5年间', 2)).toBeNull()
    expect(timeAt('达2023年', 1)?.length).toBe(5)
  })
})
