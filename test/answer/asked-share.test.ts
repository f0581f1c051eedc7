/** Which share a question asks for, and which printed figures are that share. */
import { describe, expect, it } from 'vitest'
import { isShareOf, readAskedShare } from '../../src/answer/figures/asked-share.ts'

describe('a question for a share', () => {
  it.each([
    ['民生支出占比', '民生支出', ''],
    ['工业占gdp的比重', '工业', 'gdp'],
    ['各县民生支出占财政支出多少', '民生支出', '财政支出'],
    ['哪里的服务业占比最高', '服务业', ''],
    ['茶叶的份额', '茶叶', ''],
    ['茶叶产值 占农业产值的比重', '茶叶产值', '农业产值'],
    ['茶叶占农业产值多大比例', '茶叶', '农业产值'],
    ['茶叶占了农业产值百分之多少', '茶叶', '农业产值'],
    ['2024说茶叶占农业产值多少', '茶叶', '农业产值'],
    ['报告里讲茶叶占农业产值多少', '茶叶', '农业产值'],
  ])('%s: of %s in “%s”', (question, owner, whole) => {
    const asked = readAskedShare(question)
    expect(asked).toMatchObject({ owner, whole })
    expect(question.slice(asked?.start, asked?.end)).toMatch(new RegExp(`^${owner}.*[比重多少份额例]$`, 'u'))
  })

  it.each(['茶占比', '占比', '茶叶产量'])('is not %s', (question) => {
    expect(readAskedShare(question)).toBeNull()
  })
})

describe('a printed figure', () => {
  it.each([
    ['财政民生支出占一般公共预算支出的比重', '民生支出', '财政支出', true],
    ['用于民生领域占一般公共预算支出比重', '民生支出', '', true],
    ['服务业增加值占GDP比重', '服务业', 'gdp', true],
    ['服务业实现增加值占地区生产总值比重', '服务业增加值', 'gdp', true],
    ['产值占规模以上工业总产值', '产值', '规上工业总产值', true],
    ['服务业增加值', '服务业', '', false],
    ['服务业占工业投资比重', '服务业', '财政支出', false],
    ['占财政支出的比重里的民生', '民生', '', false],
  ])('%s is the share of %s in “%s”: %s', (name, owner, whole, isIt) => {
    expect(isShareOf(name, { owner, whole, start: 0, end: 0 })).toBe(isIt)
  })
})
