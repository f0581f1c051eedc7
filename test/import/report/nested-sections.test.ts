/** Which of the marks 一、二、三、 are a list's. */
import { describe, expect, it } from 'vitest'
import { findNestedSections } from '../../../src/import/report/nested-sections.ts'

const BODY = '全年完成造林三万亩，改造渠道五十公里，新建学校六所，群众的生活一天比一天好。'
const NUMBERS = [...'一二三四五六七八九十']
/** Marks by their numbers: 1 is 一、, 0 a paragraph, a text itself. The answer is the nested ones' places. */
const nested = (...marks: readonly (number | string)[]): number[] => [
  ...findNestedSections(
    marks.map((mark) =>
      typeof mark === 'string' ? mark : mark === 0 ? BODY : `${NUMBERS[mark - 1]}、抓好实事`,
    ),
  ),
]

describe('findNestedSections', () => {
  it('finds none where sections are counted through', () => {
    expect(nested(1, 0, 2, 0, 3, 0)).toEqual([])
    expect(nested()).toEqual([])
  })

  it('finds a list behind which the sections go on', () => {
    expect(nested(1, 0, 2, 0, 1, 0, 2, 0, 3, 0)).toEqual([4, 6])
    expect(nested(1, 0, 2, 0, 0, 0, 0, 0, 0, 1, 0, 2, 0, 3, 0)).toEqual([9, 11])
    expect(nested(1, 0, 2, 0, 1, 0, 3, 0)).toEqual([4])
  })

  it('finds one at the end of the report that begins within four paragraphs of its section', () => {
    expect(nested(1, 0, 2, 0, 0, 0, 1, 0, 2, 0)).toEqual([6, 8])
    expect(nested(1, 0, 2, 0, 0, 0, 0, 1, 0, 2, 0)).toEqual([])
    expect(nested(1, 0, 2, 0, 1, 0)).toEqual([])
  })

  it('takes numbers that begin anew below a heading without one for sections', () => {
    expect(nested(1, 0, 2, 0, '今年的工作任务', 1, 0, 2, 0)).toEqual([])
    expect(nested(1, 0, 2, 0, '2024年工作安排', 1, 0, 2, 0)).toEqual([])
    expect(nested(1, 0, 2, 0, '今年', 1, 0, 2, 0)).toEqual([5, 7])
    expect(nested(1, 0, 2, 0, '今年的工作任务。', 1, 0, 2, 0)).toEqual([5, 7])
  })

  it('looks for that heading down from the mark before', () => {
    expect(nested(1, 0, 2, '今年的工作任务', 0, 0, 1, 0, 2, 0)).toEqual([])
    expect(nested(1, 0, '今年的工作任务', 2, 0, 0, 1, 0, 2, 0)).toEqual([6, 8])
  })

  it('takes a number that may be of either for the list’s where the sections have it below', () => {
    expect(nested(1, 0, 2, 0, 1, 0, 2, 0, 3, 0, 4, 0, 3, 0)).toEqual([4, 6, 8, 10])
    expect(nested(1, 0, 2, 0, 1, 0, 2, 0, 3, 0, 4, 0)).toEqual([4, 6])
  })

  it('takes it for the list’s where that goes on to seven', () => {
    expect(nested(1, 0, 2, 0, 1, 2, 3, 4, 5, 6, 7)).toEqual([4, 5, 6, 7, 8, 9, 10])
    expect(nested(1, 0, 2, 0, 1, 2, 3, 4, 5, 6)).toEqual([4, 5])
  })

  it('asks no further than a new heading below which numbers begin anew', () => {
    expect(nested(1, 0, 2, 0, 1, 0, 2, 0, 3, 0, '今年的工作任务', 1, 0, 2, 0, 3, 0)).toEqual([4, 6])
    expect(nested(1, 0, 2, 0, 1, 0, 2, 0, 3, 0, 1, 0, 2, 0, 3, 0)).toContain(8)
  })

  it('takes a number that leaps for one of a list without its beginning', () => {
    expect(nested(1, 0, 2, 0, 7, 0, 8, 0, 3, 0)).toEqual([4, 6])
    expect(nested(2, 0, 3, 0)).toEqual([])
  })

  it('passes over （一） and annexes', () => {
    expect(nested(1, '（一）农业', 2, '（一）产业', 1, 2, '（二）民生', 3, 4, 3)).toEqual([4, 5, 7, 8])
    expect(nested(1, 0, 2, 0, '名词解释', 1, 0, 2, 0)).toEqual([5, 7])
  })
})
