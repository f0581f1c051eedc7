import { beforeAll, describe, expect, it } from 'vitest'
import { keepOrder, putFirst, type Ranked, rank } from '../../../src/search/rank/ranker.ts'
import type { Searcher } from '../../../src/search/searcher.ts'
import { openSmallCorpus, report } from '../small-corpus.ts'

let searcher: Searcher
beforeAll(async () => {
  searcher = await openSmallCorpus()
})

async function ranked(question: string): Promise<readonly Ranked[]> {
  return (await searcher.explain(question)).ranked
}

const featuresOf = (hits: readonly Ranked[], words: string) =>
  hits.find(({ passage }) => passage.text.includes(words))?.features

describe('rank', () => {
  it('does not let the right place outvote the only word of the topic', async () => {
    const [first] = await ranked('海滨市去年打通了几条断头路')
    expect(first?.passage.text).toContain('断头路')
  })

  it('sees whose report it is, and a passage that only names the place', async () => {
    const hits = await ranked('云岭县旅游 机场 扩建')
    expect(featuresOf(hits, '旅游收入3.5亿元')?.place).toBe(1)
    expect(featuresOf(hits, '云岭机场')?.place).toBeGreaterThan(0)
    expect(featuresOf(hits, '云岭机场')?.place).toBeLessThan(1)
    expect(featuresOf(hits, '旅游总收入260亿元')?.place ?? 0).toBe(0)
  })

  it('sees whether a passage reviews or plans', async () => {
    const hits = await ranked('云岭县今年计划接待游客')
    expect(featuresOf(hits, '150万人次')?.aspect).toBeGreaterThan(0)
    expect(featuresOf(hits, '120万人次')?.aspect).toBeLessThan(0)
  })

  it.each(['三高项目是什么意思', '“三高”项目是什么意思'])(
    'sees which passage explains: %s',
    async (question) => {
      const hits = await ranked(question)
      expect(featuresOf(hits, '高耗能')?.definition).toBe(1)
      expect(featuresOf(hits, '淘汰“三高”项目')?.definition).toBe(0)
    },
  )

  it('sees a figure beside the words that ask for one', async () => {
    const hits = await ranked('断头路有多少条')
    expect(featuresOf(hits, '打通断头路5条')?.figure).toBe(1)
  })

  it('sees a day or a year where the question asks when', async () => {
    const texts = ['云岭机场1998年建成。', '云岭机场扩建工程开工。']
    const other = await openSmallCorpus([report('a-2023', { place: '云岭县' }, texts)])
    const { ranked: hits } = await other.explain('云岭机场是什么时候建成的')
    expect(texts.map((text) => featuresOf(hits, text)?.figure)).toEqual([1, 0])
  })

  it.each([
    ['2022年断头路', 0.8],
    ['云岭县2022年断头路', 0.3],
  ])('counts the year for more where no place is named: %s', async (question, weight) => {
    const [first] = await ranked(question)
    const { features, score } = first as Ranked
    expect(features.year).toBe(1)
    const others = {
      ...{ bm25: 0.15, coverage: 0.6, sentence: 0.8, place: 1.3, nation: 0.4, aspect: 0.3 },
      ...{ heading: 0.1, definition: 0.8, figure: 0.2, joined: 0.15 },
    }
    const sum = Object.entries(others).reduce(
      (total, [name, worth]) => total + worth * features[name as keyof typeof others],
      0,
    )
    expect(score - sum).toBeCloseTo(weight)
  })

  it('weighs the guesses about a question in everyday words by where they stand together, and by the length of the passage', async () => {
    const long = `${'完善城市管理，提升服务水平，'.repeat(20)}整治高空抛物。`
    const other = await openSmallCorpus([report('a-2023', { place: '云岭县' }, ['整治高空抛物。', long])])
    const { ranked: hits } = await other.explain('楼上往下丢垃圾砸到人')
    expect(hits).toHaveLength(2)
    for (const { features, score, passage } of hits) {
      expect(features.length).toBeCloseTo(Math.log(passage.text.length / 200), 1)
      const { bm25, coverage, sentence, heading, length } = features
      expect(coverage).toBeGreaterThan(0)
      expect(score).toBeCloseTo(0.4 * bm25 + 0.8 * coverage + 1.2 * sentence + 0.1 * heading - 0.05 * length)
    }
  })

  it('covers all of a question with the passage that has all of its words', async () => {
    const hits = await ranked('港口货物吞吐量')
    const [first, second] = hits
    expect(first?.passage.text).toContain('港口货物吞吐量')
    expect(first?.coverage).toBeCloseTo(1)
    expect(second?.coverage ?? 0).toBeLessThan(0.5)
  })

  it('counts a sentence that has the words together for more than two that share them', async () => {
    const spread = '打通断头路。接待游客。新建港口。'
    const together = '整顿市容。打通断头路，接待游客，新建港口。'
    const other = await openSmallCorpus([report('a-2023', { place: '云岭县' }, [spread, together])])
    const { ranked: hits } = await other.explain('断头路 游客 港口')
    expect(hits.map(({ passage }) => passage.text)).toEqual([together, spread])
  })

  it('keeps the backend’s order among equals, and of what is too far down to be looked at', async () => {
    const same = ['港口建设。', '港口建设。', '港口建设。']
    const other = await openSmallCorpus([report('a-2023', { place: '云岭县' }, same)])
    const { query, plan, ranked: hits } = await other.explain('港口')
    expect(hits.map(({ passage }) => passage.paragraph)).toEqual([1, 2, 3])
    const reversed = [...hits].reverse()
    expect(keepOrder(reversed).map(({ passage, score }) => [passage.paragraph, score])).toEqual([
      [3, 0],
      [2, 0],
      [1, 0],
    ])
    expect(rank([], query, plan)).toEqual([])
    for (const { coverage, words, features } of keepOrder(hits))
      expect([coverage, words, ...Object.values(features)].every((value) => value === 0)).toBe(true)
  })

  it('measures each by the best of the backend, and no score by nothing', async () => {
    const { query, plan, ranked: hits } = await searcher.explain('云岭县')
    const scored = (scores: readonly number[]): number[] =>
      rank(
        scores.map((score, place) => ({ ...(hits[place] as Ranked), score })),
        query,
        plan,
      ).map(({ features }) => features.bm25)
    expect(scored([0.5, 0.25]).sort()).toEqual([0.5, 1])
    expect(scored([0, 0])).toEqual([0, 0])
  })

  it('puts what answers by itself before all others, once and above them', async () => {
    const { query, plan, ranked: hits } = await searcher.explain('接待游客')
    const [first, ...others] = hits
    const last = others.at(-1)
    if (first === undefined || last === undefined) throw new Error('too few hits')
    const ordered = putFirst([last], hits, query, plan)
    expect(ordered.map(({ passage }) => passage.id)).toEqual(
      [last, first, ...others.slice(0, -1)].map(({ passage }) => passage.id),
    )
    expect(ordered[0]?.score).toBeGreaterThan(first.score)
    expect(putFirst([], hits, query, plan)).toEqual(hits)
    expect(putFirst([last], [], query, plan)).toHaveLength(1)
  })
})
