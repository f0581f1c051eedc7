/** Whether a question asks if something was done of which the reports know only that it was planned. */
import { beforeAll, describe, expect, it } from 'vitest'
import { answer } from '../../src/answer/answer.ts'
import type { Searcher } from '../../src/search/searcher.ts'
import { openSmallCorpus, report } from '../search/small-corpus.ts'

const fieldsOf = (place: string, year: number) => ({ place, year, reviews: year - 1, plans: year })
const REPORTS = [
  report('yunling-2023', fieldsOf('云岭县', 2023), ['## 二、2023年重点工作', '加快建设口岸查验楼。']),
  report('yunling-2024', fieldsOf('云岭县', 2024), [
    '## 一、2023年工作回顾',
    '口岸查验楼主体完工。接待游客90万人次。',
    '## 二、2024年重点工作',
    '成立西瓜研究院。',
    '新增学位800个。',
    '实现口岸货场对外开放，我们已经走过了三年。',
    '## 三、埋头苦干',
    `力争新增草场50万亩以上。${'坚持以草定畜，扶持牧民合作社。'.repeat(20)}设立种羊场。`,
    '## 名词解释',
    '示范冷库：成立于产地的冷库。',
  ]),
]

let searcher: Searcher
beforeAll(async () => {
  searcher = await openSmallCorpus(REPORTS)
})

const undoneOf = async (question: string) =>
  (await answer(searcher, question)).missing?.filter(({ kind }) => kind === 'review') ?? []
const unreviewed = (text: string) => [{ kind: 'review', text, place: '云岭县' }]

describe('whether something was done', () => {
  it.each([
    '云岭县西瓜研究院已经成立',
    '云岭县西瓜研究院成立了吗',
    '云岭县西瓜研究院成立了没有',
    '云岭县西瓜研究院成立没？',
    '云岭县新增学位完成了吧',
    '云岭县新增学位目标完成了吗',
    '云岭县2024年新增学位任务后来完成了没有',
  ])('cannot be checked for a plan on which no report looks back: %s', async (question) => {
    expect(await undoneOf(question)).toEqual(unreviewed('2024'))
  })

  it('cannot be checked in a year that is named and not looked back on, whatever comes first', async () => {
    expect(await undoneOf('云岭县2024年口岸查验楼完工了吗')).toEqual(unreviewed('2024'))
    expect(await undoneOf('云岭县2023年口岸查验楼完工了吗')).toEqual([])
  })

  it.each([
    ['another question', '云岭县西瓜研究院'],
    ['how much it was', '云岭县新增学位完成了多少'],
    ['whether there is one', '云岭县有没有西瓜研究院'],
    ['what was done', '云岭县口岸查验楼完工了吗'],
    ['whether a target is set', '云岭县新增学位目标定了吗'],
    ['what no report speaks of', '云岭县地铁开工了没'],
  ])('%s is not asked so: %s', async (_, question) => {
    expect(await undoneOf(question)).toEqual([])
  })
})

describe('a hit without a figure', () => {
  it.each([
    ['of a part that plans', '西瓜研究院', true],
    ['that looks back there', '口岸货场对外开放', false],
    ['of a part that looks back', '口岸查验楼主体', false],
    ['of a glossary', '示范冷库', false],
    ['beside a target, where no heading tells', '种羊场', true],
    ['with a figure', '新增学位', false],
  ])('%s', async (_, words, isPlan) => {
    expect((await answer(searcher, `云岭县 ${words}`)).hits[0]?.isPlan).toBe(isPlan)
  })
})
