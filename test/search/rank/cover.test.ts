import { describe, expect, it } from 'vitest'
import { NO_FILTERS } from '../../../src/search/filter.ts'
import { planQuery, widenPlan } from '../../../src/search/query/plan.ts'
import { coverAll } from '../../../src/search/rank/cover.ts'
import { readVocabulary } from '../../../src/search/vocabulary.ts'
import { openSmallCorpus } from '../small-corpus.ts'

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
})
