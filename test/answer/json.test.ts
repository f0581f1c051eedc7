/** The JSON of answers and verdicts: every field that the contract has, and none that is not there. */
import { beforeAll, describe, expect, it } from 'vitest'
import { answer } from '../../src/answer/answer.ts'
import { answerToJson, verdictToJson } from '../../src/answer/json.ts'
import type { Report } from '../../src/corpus/report.ts'
import { verifyText } from '../../src/quote/verify-text.ts'
import type { Searcher } from '../../src/search/searcher.ts'
import { openSmallCorpus, report } from '../search/small-corpus.ts'

const yunling = report('yunling-2024', { place: '云岭县', year: 2024, reviews: 2023, plans: 2024 }, [
  '全年接待游客93万人次，实现旅游收入56.4亿元，完成造林两万亩，治理河道四十公里。',
  '坚决落实过紧日子的要求，把每一分钱都用在发展的紧要处、民生的急需上。',
  '粮食产量达12.6万吨。',
])
const haibin = report('haibin-2024', { place: '海滨市', year: 2024, reviews: 2023, plans: 2024 }, [
  '港口货物吞吐量突破三亿吨，新开航线十二条，口岸营商环境持续优化。',
  '力争粮食产量达31万吨。',
])
const [tourism, thrift] = yunling.passages.map(({ id }) => id)

let searcher: Searcher
beforeAll(async () => {
  searcher = await openSmallCorpus([yunling, haibin] as readonly Report[])
})

const jsonOf = async (query: string) =>
  answerToJson(query, await answer(searcher, query), 1.23456) as Record<string, unknown>

describe('the JSON of an answer', () => {
  it('has its hits with report, place in it, words and citation', async () => {
    const { hits, took_ms, query, quote } = await jsonOf('落实过紧日子')
    expect({ took_ms, query, quote }).toEqual({ took_ms: 1.235, query: '落实过紧日子', quote: undefined })
    expect((hits as unknown[])[0]).toMatchObject({
      id: thrift,
      report: 'yunling-2024',
      title: '政府工作报告',
      place: '云岭县',
      year: 2024,
      paragraph: 2,
      section: [],
      text: yunling.passages[1]?.text,
      kind: null,
    })
  })

  it('tells of a hit whether it states results or targets', async () => {
    const { hits } = await jsonOf('粮食产量')
    const kinds = (hits as { report: string; kind: string | null }[]).map(({ report: id, kind }) => [
      id,
      kind,
    ])
    expect(kinds).toEqual(
      expect.arrayContaining([
        ['yunling-2024', 'actual'],
        ['haibin-2024', 'target'],
      ]),
    )
  })

  it('has a quote that stands in a report, and its place', async () => {
    const { quote } = await jsonOf('把每一分钱都用在发展的紧要处、民生的急需上')
    expect(quote).toEqual({
      kind: 'verbatim',
      places: [{ id: thrift, range: [12, 33] }],
      folded: [],
      omissions: [],
      cutFigure: null,
    })
  })

  it('has a quote in other words with its comparison', async () => {
    const { quote } = await jsonOf('全年接待游客93万人次，实现旅游收入58.4亿元，完成造林两万亩')
    expect(quote).toMatchObject({
      kind: 'differs',
      places: [{ id: tourism }],
      similarity: expect.any(Number),
    })
    expect(quote).not.toHaveProperty('part')
    expect(quote).not.toHaveProperty('misattributed')
    expect((quote as { diff: unknown }).diff).toContainEqual({ kind: 'missing', text: '56.4' })
  })

  it('tells which part was checked, and to whom it was given wrongly', async () => {
    const { quote } = await jsonOf(
      '海滨市2024年政府工作报告指出：“把每一分钱都用在发展的紧要处、民生的急需上。”',
    )
    expect(quote).toMatchObject({
      kind: 'verbatim',
      part: expect.stringContaining('把每一分钱'),
      misattributed: expect.stringContaining('海滨'),
    })
  })

  it('has the pieces of a quote out of several places', async () => {
    const { quote } = await jsonOf('港口货物吞吐量突破三亿吨，把每一分钱都用在发展的紧要处。')
    expect(quote).toMatchObject({
      kind: 'pieced',
      pieces: [{ id: haibin.passages[0]?.id, omission: null }, { id: thrift }],
    })
  })
})

describe('the JSON of a verdict', () => {
  const verdictOf = async (text: string) =>
    verdictToJson(await verifyText(searcher, text)) as Record<string, unknown>
  const TRUE = '坚决落实过紧日子的要求，把每一分钱都用在发展的紧要处、民生的急需上。'
  const OTHER = '港口货物吞吐量突破三亿吨，新开航线十二条，口岸营商环境持续优化。'
  const WRONG = '全年接待游客93万人次，实现旅游收入58.4亿元，完成造林两万亩，治理河道四十公里。'
  const NOWHERE = '实施蓝天保卫战三年行动计划，淘汰燃煤锅炉一百台。'

  it.each([
    ['one sentence word for word', TRUE, 'verbatim', undefined],
    ['one sentence in other words', WRONG, 'differs', undefined],
    ['one sentence that stands nowhere', NOWHERE, 'not-found', undefined],
    ['sentences of two reports', `${TRUE}\n${OTHER}`, 'pieced', ['verbatim', 'verbatim']],
    ['a true one and a wrong one', `${TRUE}\n${WRONG}`, 'differs', ['verbatim', 'differs']],
    ['a true one and one that stands nowhere', `${TRUE}\n${NOWHERE}`, 'differs', ['verbatim', 'not-found']],
    [
      'two that stand nowhere',
      `${NOWHERE}\n新建地铁十二条，高铁里程达三千公里。`,
      'not-found',
      ['not-found', 'not-found'],
    ],
  ])('of %s', async (_, text, verdict, sentences) => {
    const json = await verdictOf(text)
    expect(json.verdict).toBe(verdict)
    const told = json.sentences as { verdict: string; start: number; end: number }[] | undefined
    expect(told?.map((one) => one.verdict)).toEqual(sentences)
    for (const { start, end } of told ?? []) expect(text.slice(start, end).trim()).not.toBe('')
  })

  it('names the passage with its citation, and the differences of what differs', async () => {
    const json = await verdictOf(WRONG)
    expect(json).toMatchObject({
      passage: tourism,
      citation: expect.stringContaining('云岭县2024年政府工作报告'),
    })
    expect(json.diff).toContainEqual({ kind: 'added', text: '58.4' })
    expect(await verdictOf(TRUE)).toMatchObject({ diff: [], passage: thrift })
    expect(await verdictOf(NOWHERE)).toMatchObject({ diff: [], citation: null })
  })
})
