/** What is typed in pinyin, by its initials, or with a slip finds what is meant, in the report files themselves. */
import { beforeAll, describe, expect, it } from 'vitest'
import type { Searcher } from '../../src/search/searcher.ts'
import { openFiveReports } from '../five-reports.ts'

let searcher: Searcher
beforeAll(async () => {
  searcher = await openFiveReports()
})

async function first(question: string): Promise<{ place: string; text: string; read: string }> {
  const { hits, query } = await searcher.search(question)
  return { place: hits[0]?.report.place ?? '', text: hits[0]?.passage.text ?? '', read: query.text }
}

describe('pinyin', () => {
  it.each([
    ['yining lvyou shouru', '伊宁市', '旅游', 'yining 旅游收入'],
    ['yiningshi lvyoushouru', '伊宁市', '旅游', '旅游收入'],
    ['伊宁 gaobiaozhun nongtian', '伊宁市', '高标准', '伊宁 高标准农田'],
    ['xinyuan laojiu xiaoqu 改造', '新源县', '老旧小区', '老旧小区 改造'],
  ])('finds %s by its sound', async (question, place, word, read) => {
    const hit = await first(question)
    expect(hit.place).toBe(place)
    expect(hit.text).toContain(word)
    expect(hit.read).toContain(read)
  })

  it('reads initials that only one word of the lists has', async () => {
    expect((await first('伊宁 gdzctz')).read).toBe('伊宁 固定资产投资')
  })

  it('reads what stands beside initials that no list has', async () => {
    const hit = await first('xj waimao jinchukou zonge')
    expect(hit.read).toBe('xj 外贸进出口总额')
    expect(hit.text).toContain('外贸进出口总额')
  })

  it.each([
    'gdp zengsu of yining',
    'how many tourists visited Yining',
    'tourism revenue',
    'GDP',
    'zzxxqq vvkkjj',
  ])('leaves %s alone, which is English, known, or no sound', async (question) => {
    expect((await first(question)).read).toBe(question)
  })
})

describe('slips', () => {
  it.each([
    ['伊宁市旅由收入', '旅游收入'],
    ['新源县高标淮农田', '高标准农田'],
    ['昭苏 乡村正兴', '振兴'],
  ])('finds %s in the words of the reports', async (question, word) => {
    expect((await first(question)).text).toContain(word)
    expect((await first(question)).read).toContain(word)
  })

  it('says that the word is a guess', async () => {
    const { match, suggestions } = await searcher.search('伊宁市旅由收入')
    expect(match).toBe('weak')
    expect(suggestions[0]).toEqual({ kind: 'term', label: '伊宁市旅游收入', query: '伊宁市旅游收入' })
  })

  it.each(['伊宁市旅游收入', '俺家娃儿念书要花好多钱不'])('corrects nothing in %s', async (question) => {
    expect((await first(question)).read).toBe(question)
  })
})
