/** What says which ones a number counts: 亿元以上项目 are none of all projects. */
import { describe, expect, it } from 'vitest'
import { isSameLimit, limitsIn } from '../../../src/quote/claims/figure-parts.ts'
import { verify } from '../../../src/quote/verify.ts'
import { openReports, report } from '../small-searcher.ts'

it.each([
  ['2023年亿元以上项目63个', ['亿元以上']],
  ['年产值超千万元的企业46家', ['超千万元的']],
  ['新增3个过百亿产业', ['过百亿']],
  ['80岁以上老人', ['80岁以上']],
  ['营业面积500平方米以下的超市', ['500平方米以下的']],
  ['投资5亿元以上', []],
  ['增长8%以上的目标', []],
  ['收入突破百亿元大关', []],
])('the limits in %s', (text, limits) => {
  expect(limitsIn(text, []).map(({ printed }) => printed)).toEqual(limits)
})

it.each([
  ['亿元以上项目', '1亿元以上的项目', true],
  ['超千万元的企业', '一千万元以上企业', true],
  ['亿元以上项目', '10亿元以上项目', false],
  ['80岁以上老人', '80岁以下老人', false],
])('%s and %s are alike: %s', (one, other, is) => {
  const [[a], [b]] = [limitsIn(one, []), limitsIn(other, [])]
  expect(a !== undefined && b !== undefined && isSameLimit(a, b)).toBe(is)
})

const linshui = report(
  'linshui-2024',
  { place: '临水县', level: '县', reviews: 2023, plans: 2024 },
  `# 政府工作报告

## 一、2023年工作回顾

年纳税超百万元的企业达到46家，其中超千万元的9家。亿元以上项目63个、总投资410亿元，其中10亿元以上项目8个。80岁以上老人2.3万人，百岁以上老人35人。年销售额千万元以上的网店达到71家，五千万元以上的12家。新增28家亿元以上书院。
`,
)
const searcher = await openReports(linshui)

describe('a claim of some', () => {
  it.each([
    '临水县2023年年纳税超百万元的企业46家',
    '临水县2023年亿元以上项目63个',
    '临水县2023年10亿元以上项目8个',
    '临水县2023年80岁以上老人2.3万人',
    '临水县2023年年销售额千万元以上的网店71家',
    '临水县2023年新增亿元以上书院28家',
  ])('is confirmed by those: %s', async (text) => {
    expect((await verify(searcher, text)).supported).toBe(true)
  })

  it.each([
    ['others', '临水县2023年年纳税超千万元的企业46家'],
    ['others, under the same name', '临水县2023年亿元以上项目8个'],
    ['others, in words', '临水县2023年年销售额五千万元以上的网店71家'],
    ['those below', '临水县2023年年销售额千万元以下的网店71家'],
    ['all of them', '临水县2023年老人2.3万人'],
    ['all of them, as the end of the words says', '临水县2023年网店71家'],
    ['all of them, with a part of the words', '临水县2023年纳税企业46家'],
    ['all of them, before their noun', '临水县2023年新增书院28家'],
    ['words cut off behind the number of a limit', '亿元以上项目8个'],
  ])('is not confirmed of %s: %s', async (_what, text) => {
    expect((await verify(searcher, text)).supported).not.toBe(true)
  })
})
