import { describe, expect, it } from 'vitest'
import { compareSentences } from '../../src/counts/compare-sentences.ts'
import { tokenizeForComparison } from '../../src/counts/compare-tokens.ts'
import { sentence } from './made-sentence.ts'

const signed = (parts: ReturnType<typeof compareSentences>['diff']): string =>
  parts.map(({ kind, text }) => ({ same: text, removed: `[-${text}]`, added: `[+${text}]` })[kind]).join('')

describe('the difference of two sentences', () => {
  it.each([
    ['修好农村公路', '修好城市公路', '修好[-农村][+城市]公路'],
    // One equal character between edits of four and more is chance; of fewer it is none, nor are two, nor one at an end.
    ['甲乙大丙丁', '子丑大寅卯', '[-甲乙大丙丁][+子丑大寅卯]'],
    ['甲乙大丙', '子大寅', '[-甲乙大丙][+子大寅]'],
    ['甲大丙', '子大寅', '[-甲][+子]大[-丙][+寅]'],
    ['甲大', '子大寅', '[-甲][+子]大[+寅]'],
    ['甲乙大丙', '大', '[-甲乙]大[-丙]'],
    ['甲乙大中丙丁', '子丑大中寅卯', '[-甲乙][+子丑]大中[-丙丁][+寅卯]'],
    ['大甲乙', '大子丑', '大[-甲乙][+子丑]'],
    ['甲乙大', '子丑大', '[-甲乙][+子丑]大'],
    ['修路', '修路', '修路'],
    ['', '修路', '[+修路]'],
    ['新建 12.5公里', '新建13公里', '新建[-12.5][+13]公里'],
  ])('%s → %s is %s', (a, b, diff) => {
    expect(signed(compareSentences(sentence(a), sentence(b)).diff)).toBe(diff)
  })

  it('is told by the clauses of a figure alone, with … for what is left out', () => {
    const clauses = (a: string, b: string): string =>
      signed(compareSentences(sentence(a), sentence(b)).clauses)
    expect(clauses('造林3万亩，修好公路。', '造林5万亩，修好水渠。')).toBe('造林[-3万][+5万]亩')
    expect(clauses('修好公路，造林3万亩。', '修好水渠，造林5万亩。')).toBe('…造林[-3万][+5万]亩')
    expect(clauses('造林3万亩，修渠，新建学校6所', '造林5万亩，修桥，新建学校8所')).toBe(
      '造林[-3万][+5万]亩…新建学校[-6][+8]所',
    )
    expect(clauses('修好公路', '修好水渠')).toBe('')
  })
})

describe('the tokens of a comparison', () => {
  it.each([
    ['增长5.5%左右', ['word 增', 'word 长', 'figure 5.5%', 'bound 左右']],
    ['1，234万', ['figure 1234万']],
    ['1,234.5亿元', ['figure 1234.5亿', 'word 元']],
    ['5%—5.5%', ['figure 5%—5.5%']],
    ['5至6', ['figure 5—6']],
    ['-3.2%', ['figure -3.2%']],
    ['−3', ['figure -3']],
    ['十二件', ['figure 十二', 'word 件']],
    ['第三件', ['word 第', 'word 三', 'word 件']],
    ['一百件', ['figure 一百', 'word 件']],
    ['第3位', ['figure 第3', 'word 位']],
    ['第3届', ['code 第3', 'word 届']],
    ['2023年5月1日', ['date 2023年', 'date 5月1日']],
    ['G219线', ['code g219', 'word 线']],
    ['5G', ['code 5g']],
    ['1号', ['code 1号']],
    ['突破5', ['bound 突破', 'figure 5']],
    ['突破难点', ['word 突', 'word 破', 'word 难', 'word 点']],
    ['超过5', ['bound 超过', 'figure 5']],
    [' 甲 ', ['word 甲']],
  ])('of %s are %j', (text, tokens) => {
    expect(tokenizeForComparison(text).map(({ kind, key }) => `${kind} ${key}`)).toEqual(tokens)
  })

  it('stand where they are printed', () => {
    expect(tokenizeForComparison('约 １２万').map(({ start, end }) => [start, end])).toEqual([
      [0, 1],
      [2, 5],
    ])
  })
})
