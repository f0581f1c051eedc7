import { describe, expect, it } from 'vitest'
import { contentWords, isComment, missingWords, shortened } from '../../src/quote/claims/account.ts'

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

it('is said in short', () => {
  expect(shortened('老旧小区节能改造', ['老小区', '改造'])).toBe('老小区节能改造')
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

describe('a clause', () => {
  it.each([
    ['日子眼看着好起来了', true],
    ['骑车的有福了', true],
    ['这五年挺争气', true],
    ['步伐加快', true],
    ['在全省排第一，真不错', false],
    ['真不错，一半在山区', false],
    ['全都是外资建的，真行', false],
    ['总算建成通车了', false],
    ['居民出行', false],
  ])('that says how its writer finds the rest: %s: %s', (clause, is) => {
    expect(isComment(clause)).toBe(is)
  })
})
