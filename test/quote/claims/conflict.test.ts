/** Whether a claim is of another time than a figure: another year, another period, planned or done. */
import { describe, expect, it } from 'vitest'
import { scopeConflictsOf, timeConflictsOf } from '../../../src/quote/claims/conflict.ts'
import { claimOf, figureOf } from './small-claims.ts'

const show = (
  conflicts: readonly { readonly kind: string; readonly said: string; readonly source: string }[],
) => conflicts.map(({ kind, said, source }) => `${kind}: ${said} ≠ ${source}`)

describe('the year and kind of a claim', () => {
  it.each([
    ['2023年旅游收入3亿元', '旅游收入3亿元。', []],
    ['2022年旅游收入3亿元', '旅游收入3亿元。', ['year: 2022年 ≠ 2023年']],
    ['旅游收入3亿元', '旅游收入3亿元。', []],
    ['去年旅游收入3亿元', '旅游收入3亿元。', []],
    ['今年旅游收入3亿元', '旅游收入3亿元。', ['year: 2024年 ≠ 2023年']],
    ['2023年旅游收入目标3亿元', '旅游收入3亿元。', ['kind: 目标 ≠ 实绩']],
    ['2022年旅游收入目标3亿元', '旅游收入3亿元。', ['year: 2022年 ≠ 2023年', 'kind: 目标 ≠ 实绩']],
    // The year is that of the report.
    ['2024年政府工作报告：旅游收入3亿元', '旅游收入3亿元。', []],
    ['2022年政府工作报告：去年旅游收入3亿元', '旅游收入3亿元。', ['year: 2022年 ≠ 2024年']],
    ['2024年政府工作报告：去年旅游收入3亿元', '旅游收入3亿元。', []],
    ['2024年政府工作报告，2024年旅游收入3亿元', '旅游收入3亿元。', ['year: 2024年 ≠ 2023年']],
    ['2024年政府工作报告，2024年旅游收入3亿元', '2022年旅游收入3亿元。', ['year: 2024年 ≠ 2022年']],
    ['2023年政府工作报告，2023年旅游收入3亿元', '2022年旅游收入3亿元。', ['year: 2023年 ≠ 2022年']],
  ])('%s, where a report has %s', async (text, printed, conflicts) => {
    expect(show(timeConflictsOf(claimOf(text), await figureOf(printed)))).toEqual(conflicts)
  })

  it('counts from the year of a report that says nothing of plans', async () => {
    const stated = await figureOf('旅游收入3亿元。', { reviews: undefined, plans: undefined, year: 2024 })
    const { year } = stated.figure
    expect(timeConflictsOf({ year: { is: 'relative', year: year - 2024 }, kind: null }, stated)).toEqual([])
    expect(timeConflictsOf({ year: { is: 'relative', year: year - 2023 }, kind: null }, stated)).toHaveLength(
      1,
    )
  })
})

describe('the period of a claim', () => {
  it.each([
    ['2023年旅游收入3亿元', '旅游收入3亿元。', []],
    ['五年来旅游收入累计30亿元', '五年来旅游收入累计30亿元。', []],
    ['2023年旅游收入30亿元', '五年来，旅游收入累计30亿元。', ['words:  ≠ 五年来']],
    ['旅游收入30亿元', '五年来，旅游收入累计30亿元。', []],
    ['五年来旅游收入30亿元', '旅游收入30亿元。', ['words: 五年来 ≠ ']],
    ['2023年1—11月旅游收入3亿元', '前11个月旅游收入3亿元。', []],
    ['2023年1至11月旅游收入3亿元', '前11个月旅游收入3亿元。', []],
    ['2023年前十一个月旅游收入3亿元', '前11个月旅游收入3亿元。', []],
    ['2023年1—10月旅游收入3亿元', '前11个月旅游收入3亿元。', ['words: 1—10月 ≠ 前11个月']],
    ['2023年上半年旅游收入3亿元', '1—6月旅游收入3亿元。', []],
    ['2023年上半年旅游收入3亿元', '1—7月旅游收入3亿元。', ['words: 上半年 ≠ 1—7月']],
    ['2023年前三季度旅游收入3亿元', '1—9月旅游收入3亿元。', []],
    ['2023年前三季度旅游收入3亿元', '1—8月旅游收入3亿元。', ['words: 前三季度 ≠ 1—8月']],
    ['2023年一季度旅游收入3亿元', '1—3月旅游收入3亿元。', []],
    ['2023年上半年旅游收入3亿元', '旅游收入3亿元。', ['words: 上半年 ≠ ']],
    ['2023年下半年旅游收入3亿元', '上半年旅游收入3亿元。', ['words: 下半年 ≠ 上半年']],
    ['五年来旅游收入年均增长8%', '五年来，旅游收入年均增长8%。', []],
    ['2023年旅游收入年均增长8%', '旅游收入年均增长8%。', ['words: 年均 ≠ 年均']],
    ['2023年旅游收入增长8%', '旅游收入年均增长8%。', ['words:  ≠ 年均']],
    ['旅游收入比2015年增长80%', '旅游收入比2015年增长80%。', []],
    ['旅游收入比2016年增长80%', '旅游收入比2015年增长80%。', ['words: 比2016年 ≠ 比2015年']],
  ])('%s, where a report has %s', async (text, printed, conflicts) => {
    expect(show(scopeConflictsOf(claimOf(text), await figureOf(printed)))).toEqual(conflicts)
  })

  it.each([
    ['今后五年旅游收入增长80%', '旅游收入增长80%。', '二、今后五年目标任务', []],
    ['今后五年旅游收入增长80%', '2024年旅游收入增长80%。', '二、今后五年目标任务', ['words: 今后五年 ≠ ']],
  ])('%s, where a report has %s below %s', async (text, printed, heading, conflicts) => {
    const stated = await figureOf(printed, { heading })
    expect(
      show(scopeConflictsOf(claimOf(text), { ...stated, figure: { ...stated.figure, scope: null } })),
    ).toEqual(conflicts)
  })

  it('may be measured from what the one before it is measured from', async () => {
    const stated = await figureOf('旅游收入比2015年增长80%。')
    const claim = claimOf('2023年旅游收入增长80%')
    expect(show(scopeConflictsOf({ ...claim, base: '比2015年' }, stated))).toEqual([])
    expect(show(scopeConflictsOf({ ...claim, base: '比2016年' }, stated))).toHaveLength(1)
    expect(show(scopeConflictsOf({ ...claim, base: null }, stated))).toHaveLength(1)
  })
})
