import { beforeAll, describe, expect, it } from 'vitest'
import { type Plan, planQuery } from '../../../src/search/query/plan.ts'
import type { Searcher } from '../../../src/search/searcher.ts'
import { parseSynonyms } from '../../../src/text/synonyms.ts'
import { openSmallCorpus } from '../small-corpus.ts'

const { synonyms } = parseSynonyms('财政收入, 一般公共预算收入\n断头路 => 未贯通道路')

let searcher: Searcher
beforeAll(async () => {
  searcher = await openSmallCorpus()
})

async function plan(text: string): Promise<Plan> {
  return planQuery(await searcher.read(text), { synonyms, backend: searcher.backend })
}

function weightOf({ terms }: Plan, term: string): number {
  return terms.find((planned) => planned.term === term)?.weight ?? Number.NaN
}

describe('a plan', () => {
  it('weighs a term by how rare it is in the corpus', async () => {
    const made = await plan('游客 路灯')
    expect(weightOf(made, '路灯')).toBeGreaterThan(weightOf(made, '游客'))
  })

  it('weighs a pair across two words less than a pair within one, and one that no passage has nothing', async () => {
    const made = await plan('旅游收入 港口路灯')
    expect(weightOf(made, '游收')).toBeGreaterThan(0)
    expect(weightOf(made, '游收')).toBeLessThan(weightOf(made, '收入') / 2)
    expect(weightOf(made, '口路')).toBe(0)
  })

  it('weighs grammar little', async () => {
    const made = await plan('港口的 港口')
    expect(weightOf(made, '口的')).toBeLessThan(weightOf(made, '港口') / 2)
  })

  it('weighs a character that was typed alone as a word, and one within a word less', async () => {
    const [alone, within] = [await plan('灯'), await plan('路灯')]
    expect(weightOf(within, '灯')).toBeLessThan(weightOf(alone, '灯'))
    expect(alone.terms.find(({ term }) => term === '灯')?.isWord).toBe(true)
  })

  it('weighs the figures of a year that a report is of less than those of another', async () => {
    const [known, other] = [await plan('2022年'), await plan('1998年')]
    expect(weightOf(known, '2022')).toBeLessThan(weightOf(other, '1998') / 2)
  })

  it.each([
    ['港口', '港口', 1],
    ['港口', '港', 0.7],
    ['灯', '灯', 1],
    ['的 港口', '的', 0.3],
    ['G219', 'g219', 1.2],
    ['G219', 'g', 0.3],
    ['3.5亿元', '3.5亿', 0.3],
    ['旅游收入', '游收', 0.2],
    ['2022年', '2022', 0.24],
    ['港口路灯', '口路', 0],
    ['附近的路灯', '附近', 0.25],
  ])('weighs of %s the term %s as so many times its rarity: %d', async (text, term, share) => {
    const made = await plan(text)
    const { passages } = await searcher.catalog()
    const { frequency = 0 } = made.terms.find((planned) => planned.term === term) ?? {}
    const rarity = Math.log(1 + (passages - frequency + 0.5) / (frequency + 0.5))
    expect(weightOf(made, term) / rarity).toBeCloseTo(share, 9)
  })

  it('has each term once, where it first stands', async () => {
    const { terms } = await plan('游客 路灯 游客')
    const [first, ...others] = terms.filter(({ term }) => term === '游客')
    expect([first?.start, others]).toEqual([0, []])
  })

  it('knows the other names of a run, with its place', async () => {
    const { text, concepts } = await plan('海滨市财政收入和断头路')
    const runs = concepts.map(({ start, end, alternatives }) => [text.slice(start, end), alternatives])
    expect(runs).toEqual([
      ['财政收入', ['一般公共预算收入']],
      ['断头路', ['未贯通道路']],
    ])
  })

  it.each([
    ['十件实事', '十件', '10件'],
    ['12项措施', '12项', '十二项'],
    ['三大攻坚战', '三大', '3大'],
    ['二十条', '二十条', '20条'],
  ])('has the number of %s in both numerals', async (words, run, other) => {
    const { text, concepts } = await plan(words)
    expect(concepts.map(({ start, end, alternatives }) => [text.slice(start, end), alternatives])).toEqual([
      [run, [other]],
    ])
  })

  it.each(['第三条', '三农', '1.5条', '一百二十三条'])('has no other numeral for %s', async (words) => {
    expect((await plan(words)).concepts).toEqual([])
  })

  it('asks the backend for what the corpus has, the rarest first, and for other names', async () => {
    const { groups } = await plan('量子游客路灯财政收入')
    const asked = groups.map(({ terms }) => terms.map(({ term }) => term))
    expect(asked.flat()).not.toContain('量子')
    const at = (term: string): number => asked.findIndex((terms) => terms.includes(term))
    expect(at('路灯')).toBeGreaterThanOrEqual(0)
    expect(at('路灯')).toBeLessThan(at('游客'))
    expect(asked.at(-1)).toContain('预算')
  })

  it('asks the backend for each with what its kind is worth, and for other names with half of that', async () => {
    const { groups } = await plan('灯 路灯 G219 财政收入')
    const weightOf = (term: string): number | undefined =>
      groups.flatMap(({ terms }) => terms).find((one) => one.term === term)?.weight
    expect(['灯', '路', '路灯', 'g219', 'g', '预算'].map(weightOf)).toEqual([1, 0.7, 1, 1.2, 0.3, 0.5])
  })

  it('sums its weights, those of words apart', async () => {
    const { terms, weight, wordWeight } = await plan('云岭县打通断头路')
    const sum = (some: Plan['terms']): number => some.reduce((total, term) => total + term.weight, 0)
    expect(weight).toBeCloseTo(sum(terms))
    expect(wordWeight).toBeCloseTo(sum(terms.filter(({ isWord }) => isWord)))
    expect(wordWeight).toBeLessThan(weight)
  })

  it('asks for no more than 64 groups of a paste', async () => {
    const passages = (
      await Promise.all((await searcher.catalog()).reports.map(({ id }) => searcher.report(id)))
    )
      .flatMap((report) => report?.passages ?? [])
      .map(({ text }) => text)
    const { terms, groups } = await plan(passages.join('，'))
    expect(terms.filter(({ frequency }) => frequency > 0).length).toBeGreaterThan(64)
    expect(groups.filter(({ terms }) => terms.length === 1).length).toBeLessThanOrEqual(64)
  })
})
