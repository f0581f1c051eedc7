import { describe, expect, it } from 'vitest'
import type { Paragraph } from '../../../src/import/lines/unwrap.ts'
import { outline } from '../../../src/import/report/outline.ts'

const BODY = '全年完成造林三万亩，改造渠道五十公里，新建学校六所，群众的生活一天比一天好。'
const paragraph = (text: string, more: Partial<Paragraph> = {}): Paragraph => ({
  text,
  line: 1,
  page: null,
  heading: null,
  boldStart: 0,
  isTableRow: false,
  isNote: false,
  ...more,
})
/** Each block as `level text`. */
const levels = (...texts: (string | Paragraph)[]): string[] =>
  outline(texts.map((text) => (typeof text === 'string' ? paragraph(text) : text))).map(
    ({ level, text }) => `${level} ${text === BODY ? '…' : text}`,
  )

describe('outline', () => {
  it('puts 一、 on level 2 and （一） or (一) on level 3', () => {
    expect(levels('一、回顾', BODY, '（一）农业', BODY, '(二)工业', BODY)).toEqual([
      '2 一、回顾',
      '0 …',
      '3 （一）农业',
      '0 …',
      '3 (二)工业',
      '0 …',
    ])
  })
  it('puts a heading with a year beside 一、', () => {
    expect(levels('2020年工作回顾', BODY, '2021年工作安排', BODY, '一、农业', BODY)).toEqual([
      '2 2020年工作回顾',
      '0 …',
      '2 2021年工作安排',
      '0 …',
      '2 一、农业',
      '0 …',
    ])
  })
  it('puts 一、 below 第一部分', () => {
    expect(levels('第一部分 回顾', '一、农业', BODY, '第二部分 安排', '一、农业', BODY)).toEqual([
      '2 第一部分 回顾',
      '3 一、农业',
      '0 …',
      '2 第二部分 安排',
      '3 一、农业',
      '0 …',
    ])
  })
  it('divides a run-in heading from its paragraph, the full stop gone', () => {
    expect(levels(`（一）坚持绿色发展，守护青山绿水。${BODY}`)).toEqual([
      '3 （一）坚持绿色发展，守护青山绿水',
      '0 …',
    ])
  })
  it('divides a heading that lost its line break', () => {
    expect(levels(`一、2020年工作回顾过去的一年，${BODY}`)).toEqual([
      '2 一、2020年工作回顾',
      `0 过去的一年，${BODY}`,
    ])
  })
  it('leaves a sentence with figures in its paragraph', () => {
    const text = `（一）全年生产总值增长5%，财政收入增长8%。${BODY}`
    expect(levels(text)).toEqual([`0 ${text}`])
  })
  it('leaves items of a list paragraphs', () => {
    expect(levels('（一）新建学校六所。', '（二）改造渠道五十公里。', '（三）植树三万亩。')).toEqual([
      '0 （一）新建学校六所。',
      '0 （二）改造渠道五十公里。',
      '0 （三）植树三万亩。',
    ])
  })
  it('leaves 一是 and —— with their paragraphs', () => {
    expect(levels(`一是发展农业。${BODY}`, `——发展工业。${BODY}`).map((block) => block[0])).toEqual([
      '0',
      '0',
    ])
  })
  it('puts an unnumbered short line below the open heading', () => {
    expect(levels('一、回顾', BODY, '（一）农业', '粮食连年丰收', BODY, '茶叶香飘四方', BODY)).toEqual([
      '2 一、回顾',
      '0 …',
      '3 （一）农业',
      '4 粮食连年丰收',
      '0 …',
      '4 茶叶香飘四方',
      '0 …',
    ])
  })
  it('keeps a numbered list inside a section from ending it', () => {
    expect(
      levels('一、回顾', BODY, '二、安排', BODY, '一、修路', BODY, '二、架桥', BODY, '三、保障', BODY),
    ).toEqual([
      '2 一、回顾',
      '0 …',
      '2 二、安排',
      '0 …',
      '3 一、修路',
      '0 …',
      '3 二、架桥',
      '0 …',
      '2 三、保障',
      '0 …',
    ])
  })
  it('makes an entry of the glossary a paragraph, and no heading of it', () => {
    expect(levels('名词解释', '1.林长制：保护森林的制度。', '一、河长制：保护河流的制度。')).toEqual([
      '2 名词解释',
      '0 1.林长制：保护森林的制度。',
      '0 一、河长制：保护河流的制度。',
    ])
  })
  it('makes a paragraph of a heading with nothing below it', () => {
    expect(levels('一、回顾', BODY, '二、安排')).toEqual(['2 一、回顾', '0 …', '0 二、安排'])
  })
  it('believes the format about headings that carry no number', () => {
    expect(levels(paragraph('发展历程', { heading: 2 }), BODY)).toEqual(['2 发展历程', '0 …'])
  })
})
