/** What of a Markdown file is no word of its text. */
import { describe, expect, it } from 'vitest'
import { readMarkdown } from '../../../src/import/extract/markdown.ts'

const read = (...texts: readonly string[]) => readMarkdown(texts.map((text) => ({ text })))
const words = (text: string): string => read(text)[0]?.text ?? ''

describe('marks of Markdown', () => {
  it.each([
    ['> 引述的话', '引述的话'],
    ['>> 引述的话', '引述的话'],
    ['- 一条', '一条'],
    ['* 一条', '一条'],
    ['  + 一条', '  一条'],
    ['- 3 -', '- 3 -'],
    ['-5%的增速', '-5%的增速'],
    ['——农业更加稳固', '——农业更加稳固'],
    ['建设[青禾](https://example.org/a_(b) "青禾")新城', '建设青禾新城'],
    ['![封面](cover.png)全县', '全县'],
    ['高标准农田[^1]四万亩', '高标准农田[1]四万亩'],
    ['[^1]: 指旱涝保收的农田', '[1] 指旱涝保收的农田'],
    ['增长3\\.2\\%，达到1\\~2亿', '增长3.2\\%，达到1~2亿'],
    ['县长 林小川\\', '县长 林小川'],
    ['## 一、**回顾**', '## 一、**回顾**'],
    ['[1]（见附件）', '[1]（见附件）'],
  ])('make %j %j', (text, plain) => {
    expect(words(text)).toBe(plain)
  })

  it('are lines of their own under a heading and between parts, whose numbers stay as they are', () => {
    expect(read('政府工作报告', '===', '', '一、回顾', '---', '正文。', '', '---', '* * *')).toEqual([
      { text: '政府工作报告', heading: 1 },
      { text: '' },
      { text: '' },
      { text: '一、回顾', heading: 2 },
      { text: '' },
      { text: '正文。' },
      { text: '' },
      { text: '' },
      { text: '' },
    ])
  })

  it('divide the cells of a table', () => {
    expect(read('| 指标 | **2021年** |', '|:---|---:|', '| 造林 |  |')).toEqual([
      { text: '指标\t**2021年**', isBlock: true, isTableRow: true },
      { text: '' },
      { text: '造林\t', isBlock: true, isTableRow: true },
    ])
  })
})
