/** What a word says was done with what a number counts. */
import { describe, expect, it } from 'vitest'
import { doingOf, isOfOtherStage, isSum } from '../../src/figures/doing-word.ts'
import { readSentence } from './read-sentence.ts'

describe('doingOf', () => {
  it.each([
    ['新增企业', 'added'],
    ['净增企业', 'added'],
    ['净增加企业', 'added'],
    ['全县新增企业', 'added'],
    ['新培育企业', 'added'],
    ['新引进企业', 'added'],
    ['新增减税', null],
    ['新建学校', 'made'],
    ['新改扩建学校', 'made'],
    ['新改建学校', 'made'],
    ['全年新登记企业', 'made'],
    ['新设企业', 'made'],
    ['新能源企业', null],
    ['企业新增', null],
  ])('of %s is %s', (name, doing) => {
    expect(doingOf(name)).toBe(doing)
  })
})

it.each([
  ['接待游客', '累计接待', true],
  ['接待游客', '共计接待', true],
  ['接待游客', '总计接待', true],
  ['接待游客', '接待', false],
  ['城镇新增就业', '', true],
  ['新增减税降费', '', true],
  ['新增就业', '', false],
])('%s, said as %s, is a sum of years: %j', (indicator, said, is) => {
  expect(isSum(indicator, said)).toBe(is)
})

it.each([
  ['地铁通车里程', '在建里程278公里', true],
  ['地铁通车里程', '地铁运营里程595公里', false],
  ['地铁在建里程', '运营里程595公里', true],
  ['保障房分了多少套', '建设筹集住房5204套', true],
  ['保障房分了多少套', '供应分配住房9680套', false],
  ['保障房多少套', '建设筹集住房5204套', false],
  ['煤炭产量', '新增煤炭产能6257万吨', true],
  ['生猪存栏', '生猪出栏3万头', true],
  ['筹集和分配', '分配3套', false],
])('asked for %s, %s is of another stage: %s', (asked, said, isOther) => {
  expect(isOfOtherStage(asked, said)).toBe(isOther)
})

describe('the doing-word of a list', () => {
  it.each<[string, readonly string[]]>([
    ['新建学校6所、医院3所。', ['新建学校 6所 实绩2021', '新建医院 3所 实绩2021']],
    ['新建学校6所，医院3所。', ['新建学校 6所 实绩2021', '新建医院 3所 实绩2021']],
    ['新建学校6所，公路3公里。', ['新建学校 6所 实绩2021', '公路 3公里 实绩2021']],
    ['新建学校6所、改造医院3所。', ['新建学校 6所 实绩2021', '医院 3所 实绩2021']],
    ['新建学校6所、总医院3所。', ['新建学校 6所 实绩2021', '总医院 3所 实绩2021']],
    ['新建学校6所、医院达3所。', ['新建学校 6所 实绩2021', '医院 3所 实绩2021']],
    ['新增8家企业，总数达41家。', ['新增企业 41家 +8家 实绩2021']],
    ['新建学校6所，总数达41所。', ['新建学校 6所 实绩2021', '学校 41所 实绩2021']],
    ['新建学校6所、总数41所。', ['新建学校 6所 实绩2021', '学校 41所 实绩2021']],
    ['新建学校6所，达到41所。', ['新建学校 6所 实绩2021']],
    ['新增企业8家、达到41家。', ['新增企业 41家 +8家 实绩2021']],
    ['企业新增8家。', ['新增企业 8家 实绩2021']],
    ['扎实新建学校6所。', ['新建学校 6所 实绩2021']],
  ])('%s', (sentence, said) => {
    expect(readSentence(sentence)).toEqual(said)
  })
})

it.each([
  ['城镇新增就业60万人。', ['城镇新增就业 60万人 (过去五年) 实绩2021']],
  [
    '我们注重处理好平稳较快发展、结构调整和管理预期的关系，增强政策的针对性。2020年，全面完成主要目标，城镇新增就业10万人。',
    ['城镇新增就业 10万人 实绩2020'],
  ],
])('under a heading of years together, %s', (sentence, figures) => {
  expect(readSentence(sentence, '一、过去五年工作回顾')).toEqual(figures)
})
