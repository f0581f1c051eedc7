import { beforeAll, describe, expect, it } from 'vitest'
import { createMiniSearchBackend } from '../../../src/search/embedded/backend.ts'
import { createSearcher, type Searcher } from '../../../src/search/searcher.ts'
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
