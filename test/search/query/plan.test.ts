import { beforeAll, describe, expect, it } from 'vitest'
import { type Plan, planQuery, widenPlan } from '../../../src/search/query/plan.ts'
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
    ['港口路灯', '港口', true],
    ['港口路灯', '口路', false],
    ['财政收入', '政收', true],
    ['G219', 'g219', true],
    ['港口', '港', false],
    ['灯', '灯', false],
  ])('knows in %s whether %s is a word: %s', async (text, term, isOne) => {
    expect((await plan(text)).terms.find((planned) => planned.term === term)?.isOneWord).toBe(isOne)
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

/** A plan over ten passages, one of which has each term, or so many as are given. */
async function planOver(text: string, frequencies: Readonly<Record<string, number>>): Promise<Plan> {
  const backend = {
    catalog: async () => ({ passages: 10, version: '', reports: [] }),
    frequencies: async (terms: readonly string[]) => terms.map((term) => frequencies[term] ?? 1),
  } as unknown as Searcher['backend']
  return planQuery(await searcher.read(text), { synonyms, backend })
}
const groupsOf = ({ groups }: Plan) => groups.map(({ terms }) => terms.map(({ term }) => term).join())

describe('the groups of a plan', () => {
  it('leave out characters that more than three tenths of the passages have, where six others are left', async () => {
    expect(groupsOf(await planOver('港口路灯', { 港: 4, 口: 3 }))).toHaveLength(6)
    expect(groupsOf(await planOver('港口路灯', { 港: 4, 口: 3 }))).not.toContain('港')
    expect(groupsOf(await planOver('港口路灯', { 港: 3 }))).toContain('港')
    expect(groupsOf(await planOver('港口路灯', { 港: 4, 口: 4 }))).toHaveLength(7)
    expect(groupsOf(await planOver('港口', { 港: 4 }))).toContain('港')
  })

  it('leave out what no passage has, and put the heaviest first, of two alike that of the lesser code', async () => {
    expect(groupsOf(await planOver('路灯 港口', { 灯: 0 })).slice(0, 2)).toEqual(['港口', '路灯'])
    expect(groupsOf(await planOver('港口 路灯', { 灯: 0 })).slice(0, 2)).toEqual(['港口', '路灯'])
    expect(groupsOf(await planOver('路灯 港口', { 港口: 2, 灯: 0 }))).not.toContain('灯')
    expect(groupsOf(await planOver('路灯 港口', { 港口: 2 }))[0]).toBe('路灯')
  })

  it('hold those of what is asked about in other words', async () => {
    const catalog = { passages: 10, version: '', reports: [] }
    const made = await planOver('港口', {})
    const about = (said: readonly string[], words: readonly string[]) =>
      [{ terms: new Set(said), words, share: 0.5 }] as unknown as Parameters<typeof widenPlan>[1]
    const wide = widenPlan(made, about(['港口'], ['码头']), catalog)
    expect(groupsOf(wide)).toEqual([...groupsOf(made), '码头'])
    expect(wide.concepts).toEqual([{ start: 0, end: 0, alternatives: ['码头'], share: 0.5, isGuess: true }])
    expect(wide.terms.map(({ term, concepts }) => [term, ...concepts])).toEqual(
      made.terms.map(({ term }) => (term === '港口' ? [term, 0] : [term])),
    )
    expect(groupsOf(widenPlan(made, about([], ['港口']), catalog))).toEqual(groupsOf(made))
  })
})

it('takes two characters that the segmenter parts for a word where passages have them side by side', async () => {
  const weights = async (frequency: number) => {
    const made = await planOver('双修 港口', { 双修: frequency, 港口: frequency })
    return [weightOf(made, '双修'), weightOf(made, '港口')]
  }
  const [said, known] = await weights(1)
  expect(said).toBe(known)
  const [unsaid] = await weights(0)
  expect(unsaid).toBe(0)
})
