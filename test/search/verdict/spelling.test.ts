import { beforeAll, describe, expect, it } from 'vitest'
import { createMiniSearchBackend } from '../../../src/search/embedded/backend.ts'
import { planQuery } from '../../../src/search/query/plan.ts'
import { createSearcher, type Searcher } from '../../../src/search/searcher.ts'
import { correctSpelling } from '../../../src/search/verdict/spelling.ts'
import { readVocabulary } from '../../../src/search/vocabulary.ts'
import { openSmallCorpus, report } from '../small-corpus.ts'

let searcher: Searcher
beforeAll(async () => {
  searcher = await openSmallCorpus()
})

describe('a word that is typed wrongly', () => {
  it.each([
    ['a place by sound', '云领县旅游收入', '云岭县旅游收入'],
    ['a word by sound', '断投路', '断头路'],
    ['a word beside others', '云岭县货物吞土量', '云岭县货物吞吐量'],
  ])('is put right: %s', async (_, typed, right) => {
    const { match, suggestions } = await searcher.search(typed)
    expect(match).not.toBe('strong')
    expect(suggestions[0]).toEqual({ kind: 'term', label: right, query: right })
  })

  it.each([
    ['what the reports have', '云岭县断头路'],
    ['what sounds like nothing in the reports', '云岭县量子'],
    ['more slips than a slip has', '断投路投段投头投段'],
    ['a name of two characters in the midst', '看看云领收入'],
  ])('is left alone: %s', async (_, typed) => {
    const { suggestions } = await searcher.search(typed)
    expect(suggestions.filter(({ query }) => query.length === typed.length)).toEqual([])
  })

  it('is none that only carries grammar, whatever sounds like it', async () => {
    const park = report('haibin-2023', { place: '海滨市', level: '市' }, [
      '建设绿地立体公园，方便老人独立走动。',
    ])
    const { query } = await createSearcher(createMiniSearchBackend([park]), await readVocabulary()).search(
      '绿地里走走',
    )
    expect(query.text).toBe('绿地里走走')
  })

  it('is put right three times in a question, and no more', async () => {
    const roads = report('haibin-2023', { place: '海滨市', level: '市' }, [
      '打通断头路，新装路灯，货物吞吐量增长，旅游收入增长，乡村振兴。',
      '断头路、路灯、吞吐量、旅游收入、乡村振兴。',
    ])
    const made = createSearcher(createMiniSearchBackend([roads]), await readVocabulary())
    const read = async (text: string) => (await made.search(text)).query.text
    expect(await read('断投路 吞土量 旅由收入')).toBe('断头路 吞吐量 旅游收入')
    expect(await read('断投路 吞土量 旅由收入 乡村正兴')).toBe('断头路 吞吐量 旅游收入 乡村正兴')
  })
})

describe('what is offered in the stead of what was typed', () => {
  const offered = async (
    typed: string,
    places: readonly string[],
    body: readonly string[],
  ): Promise<string[]> => {
    const made = await openSmallCorpus(
      places.map((place, index) => report(`r${index}-2023`, { place, level: place.slice(-1) }, body)),
    )
    const { synonyms, sounds } = await readVocabulary()
    const { backend } = made
    const query = await made.read(typed)
    const plan = await planQuery(query, { synonyms, backend })
    return await correctSpelling({
      query,
      plan,
      catalog: await made.catalog(),
      sounds,
      backend,
    })
  }

  it.each([
    ['路登', ['新装路灯800盏。', '路灯亮化。'], ['路灯']],
    // At the edge of a run one passage is not enough, nor is what is no word.
    ['路登', ['新装路灯800盏。'], []],
    ['路登', ['公路等级提高。', '公路等级公路。'], []],
    // Between two neighbours one passage is.
    ['断投路', ['打通断头路。'], ['断头路']],
    // Of several readings that which more passages have, and before all what both neighbours vouch for.
    ['货物吞土量', ['货物吞吐量增长。', '货物吞吐量。'], ['货物吞吐量']],
    // A character is no slip where a pair of it stands in the reports.
    ['断头路', ['打通断头路。'], []],
    ['新装路登', ['新装路灯。', '新装路灯800盏。'], ['新装路灯']],
    ['登路', ['灯路。', '灯路。'], []],
  ])('%s where the reports say %j: %j', async (typed, body, right) => {
    expect(await offered(typed, ['云岭县'], body)).toEqual(right)
  })

  it.each([
    ['云领旅游', ['云岭旅游']],
    ['看看云领旅游', []],
    ['云岭旅游', []],
  ])('of a name of two characters where it opens the question: %s: %j', async (typed, right) => {
    expect(await offered(typed, ['云岭县'], ['旅游收入增长。'])).toEqual(right)
  })

  it.each([
    ['看看哈尔宾旅游', ['看看哈尔滨旅游']],
    ['哈尔宾旅游', ['哈尔滨旅游']],
    ['哈尔滨旅游', []],
  ])('of a longer name wherever it stands: %s: %j', async (typed, right) => {
    expect(await offered(typed, ['哈尔滨市', '云岭县'], ['旅游收入增长。'])).toEqual(right)
  })
})
