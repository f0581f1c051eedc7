import { describe, expect, it } from 'vitest'
import { AskedNamesError, loadAskedNames, parseAskedNames } from '../../src/figures/asked.ts'
import { loadIndicators } from '../../src/figures/indicators.ts'

const named = (question: string): string[] =>
  loadAskedNames()
    .find(question)
    .map(({ start, end }) => question.slice(start, end))

describe('the names that questions use', () => {
  it.each([
    ['2023年gdp增速', 'gdp'],
    ['经济总量有多大', '经济总量'],
    ['研发投入强度', '研发投入强度'],
    ['城乡居民收入分别多少', '城乡居民收入'],
  ])('are found in %s', (question, name) => {
    expect(named(question)).toContain(name)
  })

  it('are whole words where they are Latin', () => {
    expect(named('gdpr的实施')).toEqual([])
  })

  it('are refused without an indicator, with the line', () => {
    expect(() => parseAskedNames('# a comment\n社零 =>\n', loadIndicators())).toThrow(AskedNamesError)
    expect(() => parseAskedNames('# a comment\n社零 =>\n', loadIndicators())).toThrow('asked.txt:2')
  })
})
