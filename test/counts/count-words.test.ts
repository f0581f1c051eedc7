/** Which phrases a text counts, and in which reports. */
import { beforeAll, expect, it } from 'vitest'
import { countWords } from '../../src/counts/count-words.ts'
import type { Searcher } from '../../src/search/searcher.ts'
import { openSmallCorpus, report } from '../search/small-corpus.ts'

const REPORTS = [
  ['yunling-2022', '云岭县', 2022, '发展低空经济，打通断头路。'],
  ['yunling-2023', '云岭县', 2023, '低空经济起步，云岭机场开工，发展数字经济。'],
  ['haibin-2023', '海滨市', 2023, '低空经济起步，海洋经济增长。'],
] as const
let searcher: Searcher
beforeAll(async () => {
  searcher = await openSmallCorpus(
    REPORTS.map(([id, place, year, text]) =>
      report(id, { place, year, level: place.slice(-1) }, ['## 工作回顾', text]),
    ),
  )
})

it.each<[words: string, counts: Readonly<Record<string, number>>, reports: number]>([
  ['低空经济', { 低空经济: 3 }, 3],
  ['低空经济 云岭县', { 低空经济: 2 }, 2],
  ['云岭', { 云岭: 1 }, 3],
  ['“低空经济”', { 低空经济: 3 }, 3],
  ['低空经济和数字经济', { 低空经济和数字经济: 0 }, 3],
  ['低空经济 和 数字经济', { 低空经济: 3, 数字经济: 1 }, 3],
  ['低空经济 vs 数字经济', { 低空经济: 3, 数字经济: 1 }, 3],
  ['低空经济、数字经济；断头路', { 低空经济: 3, 数字经济: 1, 断头路: 1 }, 3],
  ['低空经济、数字经济 云岭县', { 低空经济: 2, 数字经济: 1 }, 2],
  ['甲、乙、丙、丁、戊', { 甲: 0, 乙: 0, 丙: 0, 丁: 0 }, 3],
  ['低空经济 年份:2022', { 低空经济: 1 }, 1],
  ['哪些县提到了低空经济', { 低空经济: 2 }, 2],
  ['？、！', {}, 0],
])('%s counts %j', async (words, counts, reports) => {
  const found = await countWords(searcher, words)
  expect(Object.fromEntries(found.map(({ phrase, total }) => [phrase, total]))).toEqual(counts)
  for (const one of found) expect(one.reports.length + one.without.length).toBe(reports)
})
