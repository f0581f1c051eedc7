import { beforeAll, describe, expect, it } from 'vitest'
import { pickReports } from '../../src/counts/pick-reports.ts'
import type { Searcher } from '../../src/search/searcher.ts'
import { openSmallCorpus, report } from '../search/small-corpus.ts'

let searcher: Searcher
beforeAll(async () => {
  const made = [
    ['yunling', '云岭县', 2021],
    ['yunling', '云岭县', 2022],
    ['yunling', '云岭县', 2024],
    ['haibin', '海滨市', 2022],
    ['haibin', '海滨市', 2023],
    ['donghe', '东河县', 2023],
    ['yunlingshi', '云岭市', 2023],
  ] as const
  searcher = await openSmallCorpus(
    made.map(([id, place, year]) =>
      report(`${id}-${year}`, { place, year, level: place.slice(-1) }, ['各位代表，修路。']),
    ),
  )
})

describe('pickReports', () => {
  it.each([
    ['云岭县', ['yunling-2022', 'yunling-2024']],
    ['云岭', ['yunling-2022', 'yunling-2024']],
    ['云岭县 2022', ['yunling-2021', 'yunling-2022']],
    ['云岭县 2021 2024', ['yunling-2021', 'yunling-2024']],
    ['云岭县 2024 2021', ['yunling-2021', 'yunling-2024']],
    ['云岭县 2021-2022', ['yunling-2021', 'yunling-2022']],
    ['云岭县 海滨市', ['yunling-2024', 'haibin-2023']],
    ['云岭县 海滨市 2022', ['yunling-2022', 'haibin-2022']],
    ['haibin-2023 yunling-2021', ['haibin-2023', 'yunling-2021']],
  ])('takes %s for %j', async (words, ids) => {
    const picked = await pickReports(searcher, words)
    expect('a' in picked ? [picked.a.id, picked.b.id] : picked).toEqual(ids)
  })

  it.each([
    ['修路', 'place'],
    ['云岭县 2023', 'year'],
    ['云岭县 2021 2023', 'year'],
    ['云岭县 2021', 'single'],
    ['东河县', 'single'],
    ['云岭县 东河县 2022', 'year'],
  ])('says of %s that there are no two: %s', async (words, problem) => {
    expect(await pickReports(searcher, words)).toEqual({ problem })
  })
})
