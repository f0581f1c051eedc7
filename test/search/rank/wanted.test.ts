/** What a query wants of a passage beside its words. */
import { beforeAll, describe, expect, it } from 'vitest'
import { planQuery } from '../../../src/search/query/plan.ts'
import { readWantedBeside, type WantedBeside } from '../../../src/search/rank/features.ts'
import type { Searcher } from '../../../src/search/searcher.ts'
import { parseSynonyms } from '../../../src/text/synonyms.ts'
import { openSmallCorpus } from '../small-corpus.ts'

const { synonyms } = parseSynonyms('GDP => 生产总值\n断头路 => 未贯通道路')

let searcher: Searcher
beforeAll(async () => {
  searcher = await openSmallCorpus()
})

async function wanted(text: string): Promise<WantedBeside> {
  const query = await searcher.read(text)
  return readWantedBeside(query, await planQuery(query, { synonyms, backend: searcher.backend }))
}

describe('what is wanted beside the words', () => {
  it('is a figure behind the pairs that weigh as much as the mean or more, and behind synonyms', async () => {
    expect((await wanted('游客多少人次')).figureWords).toContain('游客')
    expect((await wanted('游客收入断头路多少')).figureWords).toEqual(
      expect.arrayContaining(['断头', '未贯通道路']),
    )
    // 客收 goes across two words and weighs little.
    expect((await wanted('游客收入断头路多少')).figureWords).not.toContain('客收')
    expect((await wanted('游客')).figureWords).toBeNull()
  })

  it('is what was reached, where a figure is asked for without a year', async () => {
    expect(await wanted('游客多少人次')).toMatchObject({ aspect: 'review', isAspectImplied: true })
    expect(await wanted('2022年游客多少人次')).toMatchObject({ isAspectImplied: false })
    expect(await wanted('计划游客多少人次')).toMatchObject({ aspect: 'plan', isAspectImplied: false })
    expect(await wanted('游客')).toMatchObject({ aspect: null, isAspectImplied: false })
  })

  it('is the place and the year that are named', async () => {
    expect(await wanted('云岭县2022年游客')).toMatchObject({
      places: ['云岭县'],
      placeNames: ['云岭'],
      years: { years: [{ from: 2022, to: 2022 }] },
    })
    expect((await wanted('游客')).years).toBeNull()
  })

  it('is a definition or a date', async () => {
    expect(await wanted('三高项目是什么意思')).toMatchObject({ isDefinition: true, isDate: false })
    expect(await wanted('机场什么时候开工')).toMatchObject({ isDefinition: false, isDate: true })
  })

  it('is a synonym with the two characters before and behind what it stands for', async () => {
    expect((await wanted('全县GDP增长情况')).joints).toEqual(['全县生产总值', '生产总值增长'])
    expect((await wanted('GDP增长')).joints).toEqual(['生产总值增长'])
    expect((await wanted('县GDP增')).joints).toEqual([])
  })

  it('is no synonym where a text has more than eight of them', async () => {
    expect((await wanted('GDP增长'.repeat(8))).joints.length).toBeGreaterThan(0)
    expect((await wanted('GDP增长'.repeat(9))).joints).toEqual([])
  })
})
