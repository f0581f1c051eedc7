/** What the words of a question for figures ask for, whatever indicator and place it names. */
import { expect, it } from 'vitest'
import { type FigureWords, Rest, readFigureWords } from '../../src/answer/figures/figure-words.ts'

const read = (text: string): FigureWords => readFigureWords(new Rest(text))

it.each<[string, Partial<FigureWords>]>([
  ['中国', { isNation: true }],
  ['中国电信', { isNation: false }],
  ['谋划了几个项目', { kind: null, unit: null }],
  ['修了几条路', { kind: 'actual', unit: '条' }],
  ['多少人才', { unit: null }],
  ['多少人次', { unit: '人次' }],
  ['多少', { measure: null, order: null, threshold: null, sign: null, isSeveral: false, levels: [] }],
  ['总量', { measure: 'value' }],
  ['增速', { measure: 'change' }],
  ['增速和总量', { measure: null }],
  ['各县', { isSeveral: true, levels: ['县'] }],
  ['对比', { isSeveral: true, levels: [] }],
  ['下降的县', { sign: -1, levels: ['县'] }],
  ['增长的县', { sign: 1 }],
  ['下降了没', { sign: null }],
  ['增长最快的县', { sign: null, order: { by: 'change', isDescending: true, first: null } }],
  ['最大的县', { order: { by: null, isDescending: true, first: null }, ranksSubjects: false }],
  ['最低的三个县', { order: { by: null, isDescending: false, first: 3 } }],
  ['总投资最大的项目', { isBySubject: true, ranksSubjects: true }],
  ['投资了哪几个项目', { isBySubject: true, ranksSubjects: false }],
  ['增长超过10%', { threshold: { by: 'change', is: 'above', amount: { number: 10, unit: '%' } } }],
  ['达到3亿元', { threshold: { by: 'value', is: 'at-least', amount: { number: 3e8, unit: '元' } } }],
  ['哪些县目标是5%左右', { threshold: { by: 'change', is: 'about', amount: { number: 5, unit: '%' } } }],
  ['125亿元是哪个省的', { threshold: { by: 'value', is: 'equal', amount: { number: 125e8, unit: '元' } } }],
  ['存款125亿元', { threshold: null }],
  ['定在5%', { threshold: null }],
  ['主要目标', { isOverview: true, kind: 'target' }],
  ['主要经济指标', { isOverview: true, kind: null }],
  ['经济成绩单', { isOverview: true, kind: null }],
  ['目标', { isOverview: false, kind: 'target' }],
  ['实际', { kind: 'actual' }],
  ['目标完成了没有', { kind: 'both' }],
  ['目标125亿斤完成了吗', { kind: 'both' }],
  ['目标2023年实际完成多少', { kind: 'actual' }],
  ['要加学位多少', { kind: 'target' }],
  ['打算学位达到多少', { kind: 'target' }],
  ['学位是涨是跌', { measure: 'change' }],
  ['过去五年学位多少', { scopes: ['过去五年'] }],
  ['要加学位实际加了几个', { kind: 'actual' }],
  ['有什么安排', { kind: null }],
  ['提高多少', { measure: 'change' }],
  ['提高到多少', { measure: null }],
  ['浓度多少微克', { measure: 'value' }],
])('%s: %j', (text, words) => {
  const { threshold, ...others } = read(text)
  const { threshold: expected, ...rest } = words
  expect(others).toMatchObject(rest)
  if (expected === null || expected === undefined) expect(threshold).toBeNull()
  else expect(threshold).toMatchObject({ ...expected, amount: expect.objectContaining(expected.amount) })
})

it.each<[string, FigureWords['years'], number | null]>([
  ['2021年趋势', 'all', null],
  ['2021年和2023年趋势', null, null],
  ['趋势2021年到2023年', null, null],
  ['近三年变化', 'all', 3],
  ['变化近三年一共', 'all', 3],
  ['近三年一共', 'all', null],
  ['历年变化', 'all', null],
  ['近几年变化', 'all', null],
  ['去年', 'last', null],
  ['前年和去年', 'before-last', null],
  ['今年', 'this', null],
  ['明年', 'next', null],
  ['多少', null, null],
])('%s is asked of the years %s, of %s last ones', (text, years, lastYears) => {
  expect(read(text)).toMatchObject({ years, lastYears })
})
