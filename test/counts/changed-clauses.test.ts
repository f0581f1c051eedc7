/** Clauses that state the same with another figure. */
import { describe, expect, it } from 'vitest'
import { changedClauses } from '../../src/counts/changed-clauses.ts'
import { tokenizeForComparison } from '../../src/counts/compare-tokens.ts'

function facing(a: string, b: string): [string, string][] {
  const [before, after] = [tokenizeForComparison(a), tokenizeForComparison(b)]
  const words = (tokens: typeof before, [from, to]: readonly [number, number]): string =>
    tokens
      .slice(from, to)
      .map(({ key }) => key)
      .join('')
  return changedClauses(before, after).map((one) => [words(before, one.a), words(after, one.b)])
}

describe('a clause', () => {
  it('faces the one that names the same with another figure, its bound with it', () => {
    expect(facing('新建学校6所，造林3万亩。', '新建学校8所左右，造林3万亩。')).toEqual([
      ['新建学校6所', '新建学校8所左右'],
    ])
    expect(facing('新建学校6所', '新建学校6所')).toEqual([])
  })

  it('faces one with which it shares two fifths of what both say, and none with which it shares less', () => {
    expect(facing('建成标准养殖小区6个', '建成生态养殖基地8个')).toHaveLength(1)
    expect(facing('建成污水处理厂6个', '建成文化活动室8个')).toEqual([])
  })

  it('is named by the clause before where it only tells of growth', () => {
    expect(facing('生产总值完成，增长5%。', '生产总值完成，增长7%。')).toEqual([
      ['生产总值完成,增长5%', '生产总值完成,增长7%'],
    ])
  })

  it('is named by the same words whatever day or year stands in it', () => {
    const [[before = '', after = ''] = []] = facing('2022年底粮库6座', '2023年底粮库8座')
    expect([before, after]).toEqual(['2022年底粮库6座', '2023年底粮库8座'])
  })

  it('of an amount faces none of a share', () => {
    expect(facing('高标准农田达到6万亩', '高标准农田达到60%')).toEqual([])
  })
})
