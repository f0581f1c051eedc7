import { describe, expect, it } from 'vitest'
import { findChanges, isReordered } from '../../../src/quote/alignment/changes.ts'
import { findNegation } from '../../../src/quote/alignment/omissions.ts'
import { isAskedAbout, longestQuotation } from '../../../src/quote/frame.ts'
import { writeFigures } from '../../../src/quote/numerals.ts'

describe('the differences of a quote', () => {
  it.each([
    ['6.8%', '8.6%', 'figure'],
    ['二', '三', 'figure'],
    ['未', '', 'negation'],
    ['', '严禁', 'negation'],
    ['下降', '增长', 'negation'],
    ['紧', '苦', 'words'],
    ['不断', '', 'words'],
    ['，', '；', 'marks'],
  ])('%s for %s is of the kind %s', (_printed, _typed, kind) => {
    const diff = [
      { kind: 'same', text: '全县' },
      { kind: 'missing', text: _printed },
      { kind: 'added', text: _typed },
      { kind: 'same', text: '达到' },
    ] as const
    expect(findChanges(diff)).toEqual([{ kind, printed: _printed, typed: _typed }])
  })

  it('come with figures and denials first', () => {
    const diff = [
      { kind: 'missing', text: '紧' },
      { kind: 'added', text: '苦' },
      { kind: 'same', text: '日子' },
      { kind: 'missing', text: '不' },
      { kind: 'same', text: '少于' },
      { kind: 'missing', text: '5%' },
      { kind: 'added', text: '6%' },
    ] as const
    expect(findChanges(diff).map(({ kind }) => kind)).toEqual(['figure', 'negation', 'words'])
  })

  it('are an order when all the words are the same', () => {
    const diff = [
      { kind: 'missing', text: '奶、' },
      { kind: 'same', text: '蛋' },
      { kind: 'added', text: '、奶' },
    ] as const
    expect(isReordered(diff)).toBe(true)
    expect(isReordered(diff.slice(1))).toBe(false)
    expect(isReordered([{ kind: 'same', text: '蛋' }])).toBe(false)
  })
})

describe('written-out numbers', () => {
  it.each([
    ['增长三十七点五%', '增长37.5%'],
    ['增长百分之十', '增长10%'],
    ['下降百分之零点六', '下降0.6%'],
    ['达五成以上', '达50%以上'],
    ['一百二十九项改革', '129项改革'],
    ['二〇二三年', '2023年'],
    ['支出的八成六用于民生', '支出的86%用于民生'],
    ['百分之⼋⼗六', '86%'], // radicals, as they are copied from a PDF
  ])('%s is %s', (text, written) => {
    expect(writeFigures(text)).toBe(written)
  })

  it.each(['建成一批学校', '完成任务', '第十八届', '增长5%'])('%s has none', (text) => {
    expect(writeFigures(text)).toBeNull()
  })
})

describe('a denial', () => {
  it.each([
    ['住的、不是用来', '不'],
    ['严禁弄虚作假', '严禁'],
    ['不断提升非常重要的无人机', null],
    ['日子好不好', null],
  ])('in %s is %s', (text, word) => {
    expect(findNegation(text)).toBe(word)
  })
})

describe('words in quotation marks', () => {
  it.each([
    ['“新疆是个好地方”', true],
    ['市长在报告里说“力量源于团结”对吗', true],
    ['报告原文「力量源于团结」是真的吗？', true],
    ['“两霍两伊”是什么', false],
    ['推动“走出去”项目建设', false],
  ])('are asked about: %s is %s', (text, asked) => {
    const quotation = longestQuotation(text)
    expect(quotation !== null && isAskedAbout(quotation)).toBe(asked)
  })
})
