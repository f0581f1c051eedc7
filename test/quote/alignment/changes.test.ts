import { describe, expect, it } from 'vitest'
import type { DiffPart } from '../../../src/quote/alignment/align.ts'
import { findChanges, isReordered, isSameInValue, warningOf } from '../../../src/quote/alignment/changes.ts'
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

describe('the warning of a difference', () => {
  it.each([
    ['figure', '5%', '6%', { key: 'quote-figure', variables: { printed: '5%', typed: '6%' }, isGrave: true }],
    ['negation', '不', '', { key: 'quote-denial-missing', variables: { words: '不' }, isGrave: true }],
    ['negation', '', '不', { key: 'quote-denial-added', variables: { words: '不' }, isGrave: true }],
    [
      'negation',
      '增长',
      '下降',
      { key: 'quote-denial-differs', variables: { printed: '增长', typed: '下降' }, isGrave: true },
    ],
    ['words', 'and', '和', { key: 'quote-sic', variables: { words: 'and' }, isGrave: false }],
    ['words', 'and', 'or', null],
    ['words', '和', 'and', null],
    ['words', '和', '与', null],
    ['marks', '，', '、', null],
  ] as const)('of the kind %s, %s for %s', (kind, printed, typed, warning) => {
    expect(warningOf({ kind, printed, typed })).toEqual(warning)
  })
})

describe('a difference', () => {
  const changesOf = (...parts: readonly [DiffPart['kind'], string][]) =>
    findChanges(parts.map(([kind, text]) => ({ kind, text })) as DiffPart[]).map(
      ({ kind, printed, typed }) => `${kind} ${printed}>${typed}`,
    )

  it.each([
    [
      [
        ['same', '12.6'],
        ['missing', '万'],
        ['same', '吨'],
      ],
      ['figure 12.6万>12.6'],
    ],
    [
      [
        ['same', '12.6'],
        ['missing', '万'],
        ['added', '亿'],
        ['same', '吨'],
      ],
      ['figure 万>亿'],
    ],
    [
      [
        ['same', '粮食'],
        ['missing', '万'],
        ['same', '吨'],
      ],
      ['words 万>'],
    ],
    [
      [
        ['same', '12.6'],
        ['missing', '吨'],
        ['added', '斤'],
      ],
      ['words 吨>斤'],
    ],
    [
      [
        ['missing', '甲'],
        ['same', '乙'],
        ['moved', '丙'],
      ],
      ['words 甲>', 'words >丙'],
    ],
    [[['same', '甲']], []],
    [[], []],
  ] as const)('of %j is %j', (parts, changes) => {
    expect(changesOf(...(parts as unknown as [DiffPart['kind'], string][]))).toEqual(changes)
  })

  it.each([
    ['不一二三四五', '', 'negation'],
    ['不一二三四五六', '', 'words'],
    ['', '不一二三四五', 'negation'],
    ['', '不一二三四五六', 'words'],
    ['不', '未', 'words'],
    ['一二三四五六', '不', 'negation'],
    ['降低', '提高', 'negation'],
    ['提高', '上升', 'words'],
    ['降低', '减少', 'words'],
    ['两半', '三成', 'figure'],
    ['百分之十', '12', 'figure'],
    ['5', '多', 'words'],
    ['，', '和', 'words'],
  ])('%s for %s is of the kind %s', (printed, typed, kind) => {
    expect(changesOf(['missing', printed], ['added', typed])).toEqual([`${kind} ${printed}>${typed}`])
  })

  it.each([
    ['2.3亿', '23000万', true],
    ['10%', '百分之十', true],
    ['5%', '6%', false],
    ['', '', false],
    ['紧', '苦', false],
    ['5%', '很多', false],
  ])('%s for %s is the same in value: %s', (printed, typed, isSame) => {
    expect(
      isSameInValue([
        { kind: 'missing', text: printed },
        { kind: 'added', text: typed },
      ]),
    ).toBe(isSame)
  })

  it('of several values is the same where each is', () => {
    const parts = (last: string): DiffPart[] => [
      { kind: 'missing', text: '10%' },
      { kind: 'added', text: '百分之十' },
      { kind: 'same', text: '和' },
      { kind: 'missing', text: '20%' },
      { kind: 'added', text: last },
    ]
    expect([isSameInValue(parts('百分之二十')), isSameInValue(parts('百分之三十'))]).toEqual([true, false])
  })
})
