/** Where a report begins and ends among the lines of its source. */
import { describe, expect, it } from 'vitest'
import { divideLines } from '../../../src/import/report/body.ts'
import { linesOf } from '../lines/line-of.ts'

const PROSE = '全年完成造林三万亩，改造渠道五十公里，新建学校六所，群众的生活一天比一天好。'

interface Divided {
  readonly head: string[]
  readonly body: string[]
  readonly dropped: string[]
}

function divide(...texts: string[]): Divided {
  const { head, body, dropped } = divideLines(linesOf(texts))
  return {
    head: head.map(({ text }) => text),
    body: body.map(({ text }) => text),
    dropped: dropped.map(({ text, reason }) => `${reason}: ${text}`),
  }
}

describe('the body of a report', () => {
  it('begins at the salutation, the lines of the head above it', () => {
    expect(divide('网站首页', '政府工作报告', '县长 李明', '各位代表：', PROSE, PROSE)).toEqual({
      head: ['政府工作报告', '县长 李明'],
      body: ['各位代表：', PROSE, PROSE],
      dropped: [expect.stringContaining('网站首页')],
    })
  })

  it('begins with the first running text where nobody is addressed, be it the first line', () => {
    expect(divide(PROSE, PROSE).body).toEqual([PROSE, PROSE])
    expect(divide('政府工作报告', '二〇二四年', PROSE).body).toEqual([PROSE])
  })

  it('begins at a salutation that one line of text stands above, and not at one in the middle of the text', () => {
    expect(divide('政府工作报告', PROSE, '各位代表：', PROSE, PROSE).body).toEqual([
      '各位代表：',
      PROSE,
      PROSE,
    ])
    expect(divide('政府工作报告', PROSE, PROSE, '各位代表：', PROSE).body).toEqual([
      PROSE,
      PROSE,
      '各位代表：',
      PROSE,
    ])
    const long = PROSE.repeat(6)
    expect(divide('政府工作报告', long, '各位代表：', PROSE).body).toEqual([long, '各位代表：', PROSE])
  })

  it('is cut from a head that lost its line breaks', () => {
    const head = '政府工作报告——2024年1月5日在云岭县第一届人民代表大会第四次会议上 县长 李明'
    expect(divide(`${head} 各位代表：现在报告工作。`, PROSE, PROSE)).toMatchObject({
      head: [head],
      body: ['各位代表：现在报告工作。', PROSE, PROSE],
    })
  })

  it('has no teaser of its first words above it', () => {
    const teaser = '全年完成造林三万亩，改造渠道五十公里，新建…'
    const { body, dropped } = divide('政府工作报告', teaser, '各位代表：', PROSE, PROSE)
    expect(body).toEqual(['各位代表：', PROSE, PROSE])
    expect(dropped).toEqual([`teaser of the text below: ${teaser}`])
    const short = '全年完成造林三万…'
    expect(divide('政府工作报告', '各位代表：', PROSE, short, PROSE).dropped).toEqual([])
  })

  it('ends before the page’s own lines and before an annex that has nothing below its heading', () => {
    const report = ['政府工作报告', '各位代表：', ...Array.from({ length: 8 }, () => PROSE)]
    expect(divide(...report, '附件：名词解释').body.at(-1)).toBe(PROSE)
    expect(divide(...report, '附件', '1.夜校：指晚上开的课。').body.slice(-2)).toEqual([
      '附件',
      '1.夜校：指晚上开的课。',
    ])
    expect(divide(...report, '谢谢大家！', '责任编辑：王五', '分享到：').body.at(-1)).toBe('谢谢大家！')
  })
})
