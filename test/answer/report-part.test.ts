/** Which of a report's two parts words ask for, and which sections make it. */
import { describe, expect, it } from 'vitest'
import { readPart, sectionsOfPart } from '../../src/answer/named-report.ts'
import { report } from '../search/small-corpus.ts'

describe('readPart', () => {
  it.each([
    '工作回顾',
    '做了哪些事',
    '取得了哪些成绩',
    '去年的主要成就',
    '目标任务完成情况',
    '干成了什么大事',
  ])('takes %s for what was done', (words) => {
    expect(readPart(words)).toBe('actual')
  })

  it.each([
    '重点工作',
    '今年要做什么',
    '工作怎么安排',
    '重点抓哪些方面',
    '主要做哪几件大事',
    '重点做好八个方面工作',
    '主要任务有哪些',
    '下一步打算',
  ])('takes %s for what is planned', (words) => {
    expect(readPart(words)).toBe('target')
  })

  it.each([
    '工作',
    '事',
    '重点项目',
    '计划生育',
    '取得的经验',
    '主要目标',
    '安排就业',
    '总结经验',
    '要抓好哪四件大事',
  ])('takes %s for neither', (words) => {
    expect(readPart(words)).toBeNull()
  })
})

describe('sectionsOfPart', () => {
  const headings = (body: readonly string[], part: 'actual' | 'target'): string[] => {
    const made = report('yunling-2023', { place: '云岭县', level: '县' }, body)
    return sectionsOfPart(made, part).map((index) => made.sections[index]?.heading ?? '')
  }
  const deep = Array.from({ length: 3 }, (_, part) => [
    `## ${'三四五'[part]}、聚焦${part}`,
    ...Array.from({ length: 7 }, (_, at) => [`### （${at}）举措${part}${at}`, `推进${part}${at}。`]).flat(),
  ]).flat()

  it('are those that look back, or ahead, and no glossary', () => {
    const body = [
      '## 一、2022年工作回顾',
      '甲。',
      '### （一）农业',
      '乙。',
      '## 二、2023年工作安排',
      '丙。',
      '## 三、聚焦改革',
      '丁。',
      '## 名词解释',
      '戊。',
    ]
    expect(headings(body, 'actual')).toEqual(['一、2022年工作回顾', '（一）农业'])
    expect(headings(body, 'target')).toEqual(['二、2023年工作安排', '三、聚焦改革'])
  })

  it('are the outermost ones where there are many', () => {
    const body = ['## 一、2022年工作回顾', '甲。', '## 二、2023年工作安排', '丙。', ...deep]
    expect(headings(body, 'target')).toEqual(['二、2023年工作安排', '三、聚焦0', '四、聚焦1', '五、聚焦2'])
  })
})
