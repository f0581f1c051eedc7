/** Which word is meant by initials, and which letters are words themselves. */
import { beforeAll, describe, expect, it } from 'vitest'
import { makeSpellings } from '../../../src/search/query/pinyin.ts'
import { readVocabulary, type Vocabulary } from '../../../src/search/vocabulary.ts'

let vocabulary: Vocabulary
beforeAll(async () => {
  vocabulary = await readVocabulary()
})

describe('initials', () => {
  const wordOf = (initials: string, ...printed: string[]): string | null =>
    makeSpellings({ ...vocabulary, printed: () => printed }).wordOfInitials(initials)

  it('stand for the one word of three to eight characters that has them', () => {
    expect(wordOf('hhl', '合伙人', '合伙林')).toBe('合伙林')
    expect(wordOf('gdzctz', '固定资产投资')).toBe('固定资产投资')
    expect(wordOf('sjsjsjsj', '数据数据数据数据')).toBe('数据数据数据数据')
    expect(wordOf('sjsjsjsjs', '数据数据数据数据数')).toBeNull()
    expect(wordOf('sj', '数据')).toBeNull()
  })

  it('that two words have stand for none, and one word said twice for itself', () => {
    expect(wordOf('hhr', '合伙人', '黄花人')).toBeNull()
    expect(wordOf('hhr', '合伙人', '合伙人')).toBe('合伙人')
  })

  it('are those of each sound that a character has', () => {
    expect(['cqs', 'zqs'].map((initials) => wordOf(initials, '重庆市'))).toEqual(['重庆市', '重庆市'])
  })

  it('are told of words of Chinese characters alone', () => {
    expect(wordOf('gwz', 'G网站')).toBeNull()
  })
})

describe('letters', () => {
  it('are a word where the lists have them whole', () => {
    const { isWord } = makeSpellings(vocabulary)
    expect(isWord('gdp')).toBe(true)
    expect(isWord('gdpx')).toBe(false)
    expect(isWord('xgdp')).toBe(false)
  })
})
