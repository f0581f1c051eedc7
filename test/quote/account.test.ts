import { describe, expect, it } from 'vitest'
import { contentWords, isFunctionWord, missingWords, printedFor } from '../../src/quote/claims/account.ts'

const NONE = () => []

describe('the content words of a text', () => {
  it.each([
    ['据2023年政府工作报告，全年完成3.6亿元，同比增长9%左右', []],
    ['水库，预计到2025年底建成', ['水库', '建成']],
    ['听说是真的吗？', []],
    ['首次超过12家', ['首次']],
    ['税率下调的背景下', ['税率']],
    ['省级园区', ['省级', '园区']],
    ['县长坦承，换了灯', []],
    ['按照年度计划落户前海', ['落户', '前海']],
    ['想把已经有的水库', ['水库']],
    ['眼看足足花在水库', ['水库']],
    ['高端水库', ['水库', '高端']],
    ['，老区水库', ['水库', '老区']],
  ])('%s: %j', (text, words) => {
    expect(contentWords(text)).toEqual(words)
  })

  it.each(['没有', '未', '不再'])('keep what denies: %s', (word) => {
    expect(contentWords(`${word}完成`).join('')).toContain(word)
  })
})

describe('a word', () => {
  it.each([
    ['水库', '青石水库', true],
    ['高铁', '高速铁路', true],
    ['货运', '铁路货物运输', true],
    ['新能源车', '新能源汽车', true],
    ['病人', '确诊病例', true],
    ['乡亲', '转移安置2745人', true],
    ['乡亲', '转移安置2745台', false],
    ['白石', '青石水库', false],
    ['进口', '出口', false],
  ])('%s is held by %s: %s', (word, told, isHeld) => {
    expect(missingWords([word], told, NONE)).toEqual(isHeld ? [] : [word])
  })

  it('is held by another word for it', () => {
    expect(missingWords(['社保'], '基本养老保险', (word) => (word === '社保' ? ['养老保险'] : []))).toEqual(
      [],
    )
  })
})

describe('what a word stands for', () => {
  it.each([
    ['高铁', '高速铁路', true],
    ['高铁', '高速的铁路', true],
    ['高铁', '高速公共铁路', false],
    ['高铁', '高，铁路', false],
    ['高铁', '高', false],
    ['高铁', '铁路高速', false],
    ['高铁', '高山，高速铁路', true],
    ['高高铁', '高高速铁', true],
    ['百元', '百亿元', false],
    ['不快', '不够快', false],
    ['铁', '铁路', true],
    ['鬫', '铁路', false],
    // Each character beside another of the word.
    ['茶园扩面', '扩面和茶园', true],
    ['茶园扩面', '茶园', false],
    ['茶园扩', '茶园', false],
    ['茶园', '园，茶', false],
    ['甲乙丙', '甲乙，乙丙', true],
    ['甲乙丙', '乙丙，甲', false],
    ['甲乙丙', '丙甲乙', false],
    ['甲乙丙丁', '甲乙，丁', false],
  ])('%s is in %s: %s', (word, told, isIn) => {
    expect(missingWords([word], told, NONE)).toEqual(isIn ? [] : [word])
  })
})

it('knows what reports print for what people say, of two characters or more', () => {
  const found = printedFor('国高企业多了')
  expect(found.length).toBeGreaterThan(0)
  expect(printedFor('茶')).toEqual([])
  expect(printedFor('')).toEqual([])
})

it.each([
  ['达到', true],
  ['一共', true],
  ['增长', true],
  ['超过', true],
  ['想把', true],
  ['没有', false],
  ['不再', false],
  ['首次', false],
  ['水库', false],
  ['省级', false],
])('%s says nothing of what a number is told of: %s', (word, is) => {
  expect(isFunctionWord(word)).toBe(is)
})

it.each([
  ['3万亩茶园', ['茶园']],
  ['茶园3万亩水库', ['茶园', '水库']],
  ['2023年茶园', ['茶园']],
  ['茶园5', ['茶园']],
])('of %s only the words are left: %j', (text, words) => {
  expect(contentWords(text)).toEqual(words)
})
