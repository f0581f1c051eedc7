/** A word of which many passages speak, and how it can be narrowed, each way with how many passages it leaves. */
import { expect, it } from 'vitest'
import type { Searcher } from '../../src/search/searcher.ts'
import { openSmallCorpus, report } from '../search/small-corpus.ts'
import { findButton, labels, TestChat } from './test-chat.ts'

/** So many passages of each report speak of 路灯. */
async function corpusOf(
  ...counts: readonly (readonly [place: string, year: number, count: number])[]
): Promise<Searcher> {
  return await openSmallCorpus(
    counts.map(([place, year, count], at) =>
      report(`r${at}-${year}`, { place, level: place.slice(-1), year, reviews: year - 1, plans: year }, [
        `## ${year - 1}年工作回顾`,
        ...Array.from({ length: count }, (_, index) => `第${index + 1}处路灯已经修好。`),
        '天气很好。',
      ]),
    ),
  )
}
const offers = async (searcher: Searcher, question = '路灯'): Promise<string[]> =>
  labels(await new TestChat(searcher).say(question)).filter((label) => / · \d+$/u.test(label))

it('is offered by level, year and place, the most first', async () => {
  const searcher = await corpusOf(['甲县', 2023, 4], ['乙县', 2023, 6], ['丙市', 2024, 5])
  expect(await offers(searcher)).toEqual([
    '县 · 10',
    '市 · 5',
    '2023 · 5',
    '2022 · 10',
    '乙县 · 6',
    '丙市 · 5',
    '甲县 · 4',
  ])
})

it('offers four places and four years at the most', async () => {
  const searcher = await corpusOf(
    ...['甲县', '乙县', '丙县', '丁县', '戊县'].map((place, at) => [place, 2019 + at, 3 + at] as const),
  )
  const told = await offers(searcher)
  expect(told.filter((label) => label.includes('县'))).toEqual([
    '戊县 · 7',
    '丁县 · 6',
    '丙县 · 5',
    '乙县 · 4',
  ])
  expect(told.filter((label) => /^\d/u.test(label))).toEqual(['2022 · 7', '2021 · 6', '2020 · 5'])
})

it('leaves as many as it says', async () => {
  const searcher = await corpusOf(['甲县', 2023, 8], ['乙县', 2023, 9])
  const chat = new TestChat(searcher)
  const reply = await chat.say('路灯')
  await chat.press(reply, findButton(reply, '甲县 · 8').text)
  const said = chat.telegram.messages.at(-1)?.text ?? ''
  expect(said).toContain('地区:甲县')
})

it.each<[string, (readonly [string, number, number])[], string]>([
  [
    'of fewer than fifteen passages',
    [
      ['甲县', 2023, 7],
      ['乙县', 2023, 7],
    ],
    '路灯',
  ],
  ['of one report', [['甲县', 2023, 20]], '路灯'],
  [
    'that is one of several',
    [
      ['甲县', 2023, 8],
      ['乙县', 2023, 9],
    ],
    '路灯 修好',
  ],
  [
    'that is narrowed',
    [
      ['甲县', 2023, 8],
      ['乙县', 2023, 9],
    ],
    '路灯 地区:甲县',
  ],
  [
    'with a year',
    [
      ['甲县', 2023, 8],
      ['乙县', 2023, 9],
    ],
    '2022年路灯',
  ],
])('a word %s is not', async (_what, counts, question) => {
  expect(await offers(await corpusOf(...counts), question)).toEqual([])
})

it('is offered from fifteen passages on', async () => {
  expect(await offers(await corpusOf(['甲县', 2023, 7], ['乙县', 2023, 8]))).not.toEqual([])
})
