import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readVocabulary, VocabularyError } from '../../src/search/vocabulary.ts'

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yinju-'))
})
afterAll(() => rm(folder, { recursive: true }))

describe('readVocabulary', () => {
  it('reads the lists that come with the program', async () => {
    const { synonyms, gazetteer } = await readVocabulary()
    expect(synonyms.find('伊宁gdp')).toEqual([
      expect.objectContaining({ start: 2, end: 5, alternatives: expect.arrayContaining(['地区生产总值']) }),
    ])
    expect(gazetteer).toEqual(expect.arrayContaining(['塔城市', '和田地区', '上海市', '台湾省']))
    expect(gazetteer.length).toBeGreaterThan(3000)
  })

  it("adds the operator's synonyms on top", async () => {
    const file = join(folder, 'own.txt')
    await writeFile(file, '# 自己的\nGDP, 经济总盘子\n')
    const { synonyms } = await readVocabulary(file)
    const [match] = synonyms.find('gdp')
    expect(match?.alternatives).toEqual(expect.arrayContaining(['地区生产总值', '经济总盘子']))
  })

  it.each([
    ['a line that is no rule', '甲甲\n', ':1: '],
    ['a missing file', null, 'check the path'],
  ])('refuses %s with the place and the fix', async (_, text, words) => {
    const file = join(folder, text === null ? 'missing.txt' : 'bad.txt')
    if (text !== null) await writeFile(file, text)
    await expect(readVocabulary(file)).rejects.toThrow(VocabularyError)
    await expect(readVocabulary(file)).rejects.toThrow(words)
  })
})
