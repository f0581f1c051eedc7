/** What a whole question for figures asks for: of what, of whom, and whether it asks for a figure at all. */
import { beforeAll, expect, it } from 'vitest'
import { type FigureQuestion, readFigureQuestion } from '../../src/answer/figures/figure-question.ts'
import type { Searcher } from '../../src/search/searcher.ts'
import { openSmallCorpus } from '../search/small-corpus.ts'

let searcher: Searcher
beforeAll(async () => {
  searcher = await openSmallCorpus()
})

async function asked(text: string): Promise<FigureQuestion | null> {
  return readFigureQuestion(await searcher.read(text))
}

const indicatorsOf = (question: FigureQuestion | null): string[] =>
  (question?.indicators ?? []).map(({ either }) => either[0]?.[0] ?? '')

it.each([
  ['云岭县接待游客', false],
  ['云岭县接待游客多少', true],
  ['云岭县旅游收入', true],
  ['云岭县接待游客对比', true],
  ['云岭县接待游客增长', true],
  ['云岭县接待游客排名', true],
  ['云岭县主要目标', true],
  ['云岭县民生支出占比', true],
])('%s: is sure to ask for a figure: %s', async (text, isSure) => {
  expect((await asked(text))?.isSure).toBe(isSure)
})

it.each([
  ['云岭县2022年旅游收入', true],
  ['云岭县2022年', false],
  ['云岭县旅游收入', false],
  ['2022年旅游收入', false],
  ['云岭县2022年古城旅游收入', false],
  ['云岭县旅游收入 年份:2022', true],
])('%s: names nothing but an indicator, whose and of when: %s', async (text, isNamed) => {
  expect((await asked(text))?.isNamed).toBe(isNamed)
})

it('reads a name that a mean stands within', async () => {
  expect(indicatorsOf(await asked('云岭县经济年均增速'))).toEqual(['地区生产总值'])
  expect((await asked('云岭县经济年均增速'))?.scopes).toEqual(['年均'])
})

it('reads English words among Chinese ones', async () => {
  expect(indicatorsOf(await asked('云岭县 tourism revenue 多少'))).toEqual(
    indicatorsOf(await asked('云岭县旅游收入多少')),
  )
})

it.each([
  ['国内生产总值多少', true],
  ['云岭县国内生产总值多少', false],
  ['各县国内生产总值多少', false],
  ['地区生产总值多少', false],
])('%s: asks of the nation: %s', async (text, isImplied) => {
  expect((await asked(text))?.impliesNation).toBe(isImplied)
})

it.each([
  ['云岭县旅游收入', []],
  ['云岭旅游收入', []],
  ['云岭县古城旅游收入', ['古城']],
  ['火星旅游收入', ['火星']],
  ['云岭县旅游收入才多少', []],
  ['云岭县旅游收入涨了百分之多少', []],
  ['云岭县2022年底旅游收入', []],
])('%s: leaves the words %j', async (text, runs) => {
  expect((await asked(text))?.runs).toEqual(runs)
})

it('is none where it is longer than a question', async () => {
  const question = '旅游收入多少'
  const padded = (length: number): string => question.padStart(length, '景区游客观光度假消费购物')
  expect(await asked(padded(60))).not.toBeNull()
  expect(await asked(padded(61))).toBeNull()
})

it.each(['旅游收入为什么增长', '云岭县的开头怎么说旅游收入'])('is none: %s', async (text) => {
  expect(await asked(text)).toBeNull()
})

it('keeps the whole of a longer name beside the listed one in it', async () => {
  expect((await asked('古城旅游收入多少'))?.longNames).toEqual(['古城旅游收入'])
  expect((await asked('云岭县旅游收入多少'))?.longNames).toEqual([])
})

it('takes the names within a share for none of their own, and those beside it', async () => {
  const share = await asked('一般公共预算支出中民生支出占一般公共预算支出的比重')
  expect(share?.share).toMatchObject({ whole: '一般公共预算支出' })
  const beside = await asked('旅游收入、民生支出占一般公共预算支出的比重、粮食产量')
  expect(indicatorsOf(beside)).toEqual(['旅游收入', '粮食产量'])
})

it('reads names that are typed apart, or with an amount within them', async () => {
  expect(indicatorsOf(await asked('旅游 收入'))).toEqual(['旅游收入'])
  expect(indicatorsOf(await asked('新增多少就业'))).toEqual(indicatorsOf(await asked('新增就业多少')))
})

it.each([
  ['云岭县打了多少斤粮食', ['粮食产量']],
  ['云岭县农民一年能挣多少钱', ['农村居民人均可支配收入']],
  ['云岭县退了多少税', []],
  ['云岭县粮食产量在全市排第几', ['粮食产量']],
])('%s: asks for %j', async (text, names) => {
  expect(indicatorsOf(await asked(text))).toEqual(names)
})

it.each([
  ['云岭县花了多少钱修路', ['修路']],
  ['云岭县补多少', []],
  ['云岭县煤多少吨', ['煤']],
])('%s: seeks %j, and not what was done', async (text, words) => {
  expect((await asked(text))?.words).toEqual(words)
})

it.each([
  ['云岭县解决了多少人喝水问题', true],
  ['云岭县有什么问题', false],
  ['云岭县粮食产量连续几年第一', true],
  ['云岭县粮食产量连续几年增长', true],
  ['云岭县粮食断了几年', true],
  ['云岭县第一的是哪几个指标', false],
])('%s: may be answered by a figure: %s', async (text, may) => {
  expect((await asked(text)) !== null).toBe(may)
})
