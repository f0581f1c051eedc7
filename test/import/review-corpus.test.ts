/** What a person is told to look at in a report file. */
import { expect, it } from 'vitest'
import { reviewText } from '../../src/import/review-corpus.ts'

const FINE = '全年完成造林三万亩，改造渠道五十公里，新建学校六所，群众的生活一天比一天好，干劲更足。'
const review = (...blocks: string[]): string[] =>
  reviewText(['---', 'title: 题', '---', '# 题', ...blocks].join('\n\n')).map(
    ({ line, message }) => `${line}: ${message}`,
  )

it.each<[string, string[], (string | RegExp)[]]>([
  ['nothing of finished paragraphs, and of short ones without an end', [FINE, '一、回顾', '李明'], []],
  ['a paragraph that breaks off', [FINE.slice(0, -1)], [/^9: ends in mid-sentence \(….{12}\); join it/u]],
  ['no entry of a list that does', [`1.${FINE.slice(0, -1)}`], []],
  ['an invisible character', [`全年\u200b${FINE}`], [/^9: holds escapes or invisible characters/u]],
  ['spaces inside Chinese', [`全 年 ${FINE}`], [/^9: holds spaces inside Chinese text; take them out/u]],
  ['a long paragraph that stands twice', [FINE, FINE], [/^11: says the same as line 9; remove one/u]],
  ['no short one that does', ['各位代表！', '各位代表！'], []],
  [
    'what a web page has around a text',
    ['责任编辑：王五'],
    [/^9: looks like .*; remove it if it is no part/u],
  ],
])('is told of %s', (_, blocks, warnings) => {
  expect(review(...blocks)).toEqual(
    warnings.map((warning) => (typeof warning === 'string' ? warning : expect.stringMatching(warning))),
  )
})

it('asks for an end from forty characters on, and for none in a table or behind a mark of an end', () => {
  const long = (length: number): string => FINE.slice(0, 39).repeat(2).slice(0, length)
  expect(review(long(39).replace(/.$/u, '的'))).toEqual([])
  expect(review(long(40).replace(/.$/u, '的'))).toHaveLength(1)
  expect(review(`${long(40)}的 | 甲`)).toEqual([])
  for (const end of ['？', '；', '：', '…', '。”', '。（完）', '|'])
    expect(review(`${long(40)}的${end}`)).toEqual([])
})

it('takes a paragraph of thirty characters for one that is said twice', () => {
  const said = (length: number): number =>
    review(...Array.from({ length: 2 }, () => `${'修'.repeat(length - 1)}。`)).length
  expect([said(29), said(30)]).toEqual([0, 1])
})

it('takes a line of up to sixty characters for what stands at the edge of a page', () => {
  const line = (length: number): string => `来源：${'文'.repeat(length - 4)}。`
  expect(review(line(60))[0]).toContain('looks like publication data')
  expect(review(line(61))).toEqual([])
})

it('looks behind the front matter alone, and passes over headings', () => {
  expect(reviewText(['---', '---', '', '责任编辑：王五'].join('\n'))).toHaveLength(1)
  expect(reviewText(['---', '责任编辑：王五', '---', '', FINE].join('\r\n'))).toEqual([])
  expect(
    reviewText(['---', 'a: b', '---', '', '# 责任编辑：王五', '', '## 责任编辑：王五'].join('\n')),
  ).toEqual([])
})
