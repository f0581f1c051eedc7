/** Which figure answers a question whose words its clause holds, though they are not its name; and where none does. */
import { expect, it } from 'vitest'
import { answerFigures } from '../../src/answer/figures/answer-figures.ts'
import { openFiveReports } from '../five-reports.ts'
import { openSmallCorpus, report } from '../search/small-corpus.ts'

it.each([
  ['昭苏县要引进多少名紧缺人才', '60'],
  ['昭苏县想引进多少人才', '60'],
  ['新源县政府欠民企的钱还了多少', '7911'],
  ['新源县网上卖货卖了多少', '7084'],
  ['乌恰县跟疆外几家三甲医院能远程会诊', '5'],
  ['伊宁市发了多少消费券', '500'],
])('%s: %s, whatever the figure is called', async (question, value) => {
  const found = await answerFigures(await openFiveReports(), question)
  expect(found?.rows.map(({ figure }) => figure.value)).toEqual([value])
})

it.each([
  ['昭苏县计划建多少停车场和厕所', 'half an answer'],
  ['新源县打算引进几个上亿的项目', '超10亿元项目3—5个'],
  ['新源县的图书馆分馆有多少个', '90个 of other things in the clause'],
  ['乌恰县建成投用的是第几幼儿园', 'a number that counts'],
  ['伊犁河伊宁段水质是几类', 'a number that measures'],
  ['昭苏县改造了多少户棚户区', '老旧小区, of which the clause speaks beside it'],
  ['新疆2023年给企业减了多少税', 'a growth that stands beside a part of a word'],
])('answers %s with no figure: %s', async (question) => {
  const found = await answerFigures(await openFiveReports(), question)
  expect(found?.rows ?? []).toEqual([])
})

it.each([
  ['青县地铁一共多少公里', ['879']],
  ['青县地铁有多少公里', ['879']],
  ['青县地铁新增多少公里', ['43']],
  ['青县公交专线一共多少条', []],
  ['青县公交专线里程', []],
])('%s: %j, told apart from what was added', async (question, values) => {
  const text = '新增地铁运营里程43公里、总里程达到879公里；新增公交专线12条，护栏总长247公里。'
  const searcher = await openSmallCorpus([
    report('qing-2025', { place: '青县', level: '县', year: 2025, reviews: 2024, plans: 2025 }, [
      '## 2024年工作回顾',
      text,
    ]),
  ])
  const found = await answerFigures(searcher, question)
  expect((found?.rows ?? []).map(({ figure }) => figure.value)).toEqual(values)
})
