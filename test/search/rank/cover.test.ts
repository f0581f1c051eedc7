import { describe, expect, it } from 'vitest'
import { NO_FILTERS } from '../../../src/search/filter.ts'
import { planQuery, widenPlan } from '../../../src/search/query/plan.ts'
import { coverAll } from '../../../src/search/rank/cover.ts'
import { readVocabulary } from '../../../src/search/vocabulary.ts'
import { openSmallCorpus } from '../small-corpus.ts'
import { candidatesOf, handPlan } from './hand-plan.ts'

const QUESTION = '出远门不方便'
/** Words of a topic: the first stands in several passages of the small corpus, the second in one. */
const TOPIC = { words: ['旅游', '断头路'], terms: new Set(['远', '门', '方', '便', '方便']), share: 0.5 }

describe('coverAll', () => {
  it('gives the words of a guessed topic less, the more of the candidates have them', async () => {
    const searcher = await openSmallCorpus()
    const { backend } = searcher
    const { synonyms } = await readVocabulary()
    const plan = widenPlan(
      await planQuery(await searcher.read(QUESTION), { synonyms, backend }),
      [TOPIC],
      await backend.catalog(),
    )
    const { candidates } = await backend.search({
      groups: [{ terms: [{ term: '旅游', weight: 1 }] }, { terms: [{ term: '头路', weight: 1 }] }],
      phrases: [],
      excluded: [],
      filters: NO_FILTERS,
      prefer: null,
      limit: 50,
    })
    const covers = coverAll(candidates, plan)
    const coverageOf = (word: string, without: string): number[] =>
      candidates.flatMap(({ passage: { text } }, place) =>
        text.includes(word) && !text.includes(without) ? [covers[place]?.coverage ?? 0] : [],
      )
    const rare = coverageOf('断头路', '旅游')
    const common = coverageOf('旅游', '断头路')
    expect(common.length).toBeGreaterThan(rare.length)
    expect(Math.min(...rare)).toBeGreaterThan(Math.max(...common))
    expect(Math.min(...common)).toBeGreaterThan(0)
  })

  it('covers nothing of a question without words', () => {
    expect(coverAll([], { text: '', terms: [], concepts: [], weight: 0, wordWeight: 0, groups: [] })).toEqual(
      [],
    )
  })

  describe('of terms weighed by hand', () => {
    const plan = handPlan(
      '修路 交通 港口 桥',
      [
        { term: '修路', weight: 3 },
        { term: '交通', weight: 2 },
        { term: '港口', weight: 4, concepts: [0] },
        { term: '桥', weight: 1, isWord: false },
      ],
      [{ start: 6, end: 8, alternatives: ['码头'], share: 0.75, isGuess: false }],
    )
    const coverOf = async (heading: string, text: string, of = plan) =>
      coverAll(await candidatesOf(heading, [text]), of)[0]

    it('counts what a heading has for less, and what the text has too in full', async () => {
      const cover = await coverOf('交通', '修路架桥，改善交通。整治市容')
      expect(cover?.coverage).toBeCloseTo(0.6)
      expect(cover?.heading).toBeCloseTo(0.2)
      expect(cover?.words).toBeCloseTo(5 / 9)
      expect(cover?.sentences).toEqual([{ text: '修路架桥,改善交通。', share: expect.closeTo(0.6) }])
    })

    it('counts a synonym by its share, and in full where the question is whether the word is spoken of', async () => {
      const cover = await coverOf('市容', '整治市容。新建码头')
      expect(cover?.coverage).toBeCloseTo(0.3)
      expect(cover?.words).toBeCloseTo(4 / 9)
      expect(cover?.sentences).toEqual([{ text: '新建码头', share: expect.closeTo(0.3) }])
    })

    it('counts a word beside its synonym once', async () => {
      const cover = await coverOf('市容', '港口码头。')
      expect(cover?.coverage).toBeCloseTo(0.4)
      expect(cover?.sentences[0]?.share).toBeCloseTo(0.4)
    })

    it('lets every sentence answer alike where only the heading speaks of it', async () => {
      const cover = await coverOf('交通', '整治市容。美化环境。')
      expect(cover?.sentences).toEqual(
        ['整治市容。', '美化环境。'].map((text) => ({ text, share: expect.closeTo(0.06) })),
      )
      expect(cover?.words).toBeCloseTo(0.6 / 9)
    })

    it('keeps the sentences that cover nearly as much as the best', async () => {
      const cover = await coverOf('市容', '港口。修路。交通。')
      expect(cover?.sentences.map(({ text }) => text)).toEqual(['港口。', '修路。'])
    })

    it('takes nothing of one passage over to the next', async () => {
      const [, other] = coverAll(
        [...(await candidatesOf('市容', ['港口。'])), ...(await candidatesOf('市容', ['修路。桥。']))],
        plan,
      )
      expect(other).toMatchObject({ coverage: expect.closeTo(0.4), heading: 0 })
      expect(other?.sentences).toEqual([{ text: '修路。', share: expect.closeTo(0.3) }])
    })

    it('gives a guess that one passage alone has its whole share', async () => {
      const concept = { start: 0, end: 0, alternatives: ['码头'], share: 0.5, isGuess: true }
      const guess = handPlan('靠船', [{ term: '靠船', weight: 1, concepts: [0] }], [concept])
      const texts = ['新建码头。', '整治市容。', '美化环境。']
      const covers = coverAll(await candidatesOf('市容', texts), guess)
      expect(covers.map(({ coverage }) => coverage)).toEqual([expect.closeTo(0.5), 0, 0])
    })

    it.each([
      ['no words', false, 0.5],
      ['words', true, 1],
    ])('measures a light question with %s by them, where it has any', async (_, isWord, words) => {
      const light = handPlan('修路 桥梁', [
        { term: '修路', weight: 0.25, isWord },
        { term: '桥梁', weight: 0.25, isWord: false },
      ])
      const cover = await coverOf('市容', '修路。', light)
      expect([cover?.coverage, cover?.words]).toEqual([0.5, words])
    })

    it('covers nothing, and no sentence, of a question whose words weigh nothing', async () => {
      const cover = await coverOf('交通', '修路。', handPlan('修路', [{ term: '修路', weight: 0 }]))
      expect(cover).toEqual({ coverage: 0, words: 0, heading: 0, sentences: [{ text: '', share: 0 }] })
    })
  })
})
