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
    expect(facing('建成养殖甲乙丙丁戊己6人', '建成养殖子丑寅卯辰巳8人')).toHaveLength(1)
    expect(facing('建成养殖甲乙丙丁戊己庚6人', '建成养殖子丑寅卯辰巳8人')).toEqual([])
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

describe('clauses', () => {
  it.each([
    // Side by side in both they are told as one, over one mark and no more.
    ['粮食产量36亿斤，农业产值20亿元', '粮食产量38亿斤，农业产值22亿元', ['粮食产量36亿斤,农业产值20亿元']],
    [
      '粮食产量36亿斤，修路，农业产值20亿元',
      '粮食产量38亿斤，农业产值22亿元',
      ['粮食产量36亿斤', '农业产值20亿元'],
    ],
    [
      '粮食产量36亿斤，农业产值20亿元',
      '粮食产量38亿斤，修路，农业产值22亿元',
      ['粮食产量36亿斤', '农业产值20亿元'],
    ],
    [
      '粮食产量36亿斤，“农业产值20亿元',
      '粮食产量38亿斤，“农业产值22亿元',
      ['粮食产量36亿斤', '农业产值20亿元'],
    ],
    // A list of figures has a clause for each; before the first one it is one clause.
    ['新建学校12所、医院3家', '新建学校15所、医院3家', ['新建学校12所']],
    ['新建小学、中学12所', '新建小学、中学15所', ['新建小学、中学12所']],
    ['新建学校12所、小学、中学8所', '新建学校12所、小学、中学9所', ['小学、中学8所']],
    ['修路；新建学校12所', '修路；新建学校15所', ['新建学校12所']],
    // Two characters name what is counted; one does not.
    ['种树，学校12所', '种树，学校15所', ['学校12所']],
    ['种树，学校12人', '种树，学校15人', ['学校12人']],
    ['种树，校12人', '种树，校15人', ['种树,校12人']],
    ['校12人', '校15人', []],
    ['增长5%', '增长7%', []],
  ])('of %s beside %s: %j', (a, b, told) => {
    expect(facing(a, b).map(([before]) => before)).toEqual(told)
  })

  it.each([
    ['就业1200人左右', '就业1200人以上', true],
    ['就业1200万人次左右', '就业1200万人次', true],
    ['就业1200个岗位左右', '就业1200个岗位', true],
    ['就业1200个岗位数左右', '就业1200个岗位数', false],
    ['就业1200；左右', '就业1200；以上', false],
    ['就业超过1200人', '就业1200人', true],
    ['就业约1200人', '就业近1200人', true],
    ['收入左右1200元', '收入1200元', false],
  ])('%s states another figure than %s: %s', (a, b, isOther) => {
    expect(facing(a, b).length > 0).toBe(isOther)
  })
})
