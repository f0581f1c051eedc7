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
    for (const line of ['社零', '=> 税收收入', '社零 => 税收收入, ', '社零 => 税收收入 | '])
      expect(() => parseAskedNames(line, loadIndicators())).toThrow(
        'asked.txt:1: write “words => indicators”',
      )
  })

  it.each([
    ['粮食播种面积和产量', ['粮食播种面积', '产量']],
    ['粮食播种面积及产量分别多少', ['粮食播种面积', '产量']],
    ['城镇和农村居民收入', ['城镇', '农村居民收入']],
    ['全县城镇、农村居民收入', ['城镇', '农村居民收入']],
    ['粮食播种面积和天气', ['粮食播种面积']],
    ['天气和农村居民收入', ['农村居民收入']],
  ])('share what stands beside them in %s', (question, names) => {
    expect(named(question)).toEqual(names)
  })

  it('mean what the line says, one after another or all of them', () => {
    const asked = parseAskedNames(
      '收成 => 粮食产量 | 粮食播种面积\n两税 => 税收收入, 非税收入\n钱袋 => 税收收入 / 财政收入',
      loadIndicators(),
    )
    expect(asked.lookUp('收成')).toEqual({ either: [['粮食产量'], ['粮食播种面积']], isOpen: false })
    expect(asked.lookUp('两税')).toEqual({ either: [['税收收入', '非税收入']], isOpen: false })
    expect(asked.lookUp('钱袋')).toEqual({ either: [['税收收入'], ['财政收入']], isOpen: true })
    expect(asked.lookUp('别的')).toBeUndefined()
  })
})
