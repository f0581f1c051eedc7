import { describe, expect, it } from 'vitest'
import { findSpeakers } from '../../../src/search/query/speakers.ts'

const report = (id: string, speaker: string) => ({ id, speaker })
const CATALOG = {
  reports: [
    report('a-1996', '张工'),
    report('a-2013', '王小明'),
    report('a-2014', '王小明'),
    report('b-2020', '热合木·艾木拉'),
    report('c-2020', ''),
  ],
} as unknown as Parameters<typeof findSpeakers>[1]

const found = (text: string) => findSpeakers(text, CATALOG).map(({ name, reports }) => [name, ...reports])

describe('speakers whose reports a question asks about', () => {
  it.each([
    ['王小明报告里物价', ['王小明', 'a-2013', 'a-2014']],
    ['王小明总理那份呢，问题部分', ['王小明', 'a-2013', 'a-2014']],
    ['2013年王小明的政府工作报告怎么讲就业', ['王小明', 'a-2013', 'a-2014']],
    ['省长张工说的营商环境', ['张工', 'a-1996']],
    ['张工 物价', ['张工', 'a-1996']],
    ['热合木说的旅游', ['热合木', 'b-2020']],
    ['热合木·艾木拉报告里的旅游', ['热合木·艾木拉', 'b-2020']],
  ])('%s', (text, mention) => {
    expect(found(text)).toEqual([mention])
  })

  it.each(['紧张工作报告', '王小明是谁', '王小明多大年纪', '扩张工程说明', '物价'])('none: %s', (text) => {
    expect(found(text)).toEqual([])
  })

  it('takes what is said around the name with it', () => {
    const text = '王小明总理那份报告里的物价'
    const [{ start, end } = { start: 0, end: 0 }] = findSpeakers(text, CATALOG)
    expect(text.slice(start, end)).toBe('王小明总理那份报告里')
  })

  it('finds none where no report has a speaker', () => {
    expect(findSpeakers('王小明报告里物价', { ...CATALOG, reports: [] })).toEqual([])
  })
})
