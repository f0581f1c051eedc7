/** Which figures answer a question: those beyond a bound, in which order, of which years, and who is silent. */
import { beforeAll, describe, expect, it } from 'vitest'
import { answerFigures } from '../../src/answer/figures/answer-figures.ts'
import { shortNumber } from '../../src/answer/figures/figure-number.ts'
import type { Searcher } from '../../src/search/searcher.ts'
import { openSmallCorpus, report } from '../search/small-corpus.ts'

const said = (id: string, place: string, done: string, planned: string) => {
  const year = Number(id.slice(-4))
  return report(id, { place, level: place.slice(-1), year, reviews: year - 1, plans: year }, [
    `## ${year - 1}年工作回顾`,
    done,
    `## ${year}年工作安排`,
    planned,
  ])
}

let searcher: Searcher
beforeAll(async () => {
  searcher = await openSmallCorpus([
    said('jia-2022', '甲县', '旅游收入2亿元，增长10%。', '旅游收入达到2.5亿元。'),
    said('jia-2023', '甲县', '旅游收入2.6亿元，增长30%。', '旅游收入突破3亿元。'),
    said(
      'jia-2024',
      '甲县',
      '旅游收入3亿元，增长15%。粮食产量40万吨。“十三五”期间累计旅游收入9亿元。',
      '旅游收入达到3.5亿元。',
    ),
    said('yi-2024', '乙县', '旅游收入超过3亿元，增长5%。粮食产量50万吨。', '旅游收入增长8%以上。'),
    said('bing-2024', '丙县', '旅游收入5000万元，下降4%。', '旅游收入达到1亿元。'),
    said('ding-2023', '丁市', '旅游收入约4亿元。', '旅游收入达到4.4亿元。'),
    said('ding-2024', '丁市', '旅游收入4.5亿元，增长5%。', '扎实办好民生实事。'),
  ])
})

async function rowsOf(question: string): Promise<string[]> {
  const answer = await answerFigures(searcher, question)
  return (answer?.rows ?? []).map(
    ({ report: { place }, figure }) =>
      `${place[0]}${figure.year}${figure.kind === 'target' ? '目标' : ''} ${shortNumber(figure)}`,
  )
}

const [JIA, YI, BING, DING] = ['甲2023 3亿元', '乙2023 >3亿元', '丙2023 5000万元', '丁2023 4.5亿元']

describe('a bound', () => {
  it.each([
    ['旅游收入超过3亿元的县', [YI]],
    ['旅游收入不低于3亿元的县', [JIA, YI]],
    ['旅游收入低于3亿元的县', [BING]],
    ['旅游收入不超过3亿元的县', [JIA, BING]],
    ['2023年旅游收入等于3亿元的县', [JIA]],
    ['丁市2022年旅游收入大约4亿元吗', ['丁2022 ≈4亿元']],
    ['旅游收入低于5000万元的地方', []],
    ['旅游收入增长超过10%的县', [JIA]],
    ['旅游收入增长的县', [JIA, YI]],
    ['旅游收入下降的县', [BING]],
  ])('shuts out what is not beyond it: %s', async (question, rows) => {
    expect(await rowsOf(question)).toEqual(rows)
  })
})

describe('the order', () => {
  it.each([
    ['各县旅游收入排名', [JIA, YI, BING]],
    ['旅游收入最高的两个地方', [DING, JIA]],
    ['旅游收入前三名', [DING, JIA, YI]],
    ['旅游收入最高的地方', [DING, JIA, YI, BING]],
    ['旅游收入最低的地方', [BING, JIA, YI, DING]],
    ['旅游收入增速排名', [JIA, DING, YI, BING]],
    // Those that state no size come last.
    ['各县旅游收入目标', ['甲2024目标 3.5亿元', '丙2024目标 1亿元', '乙2024目标 ≥+8%']],
    ['各地粮食产量', ['乙2023 50万吨', '甲2023 40万吨']],
    // Results are put in order, each with its target behind it.
    ['国内旅游收入', [DING, JIA, '甲2024目标 3.5亿元', YI, '乙2024目标 ≥+8%', BING, '丙2024目标 1亿元']],
  ])('is that which is asked for: %s', async (question, rows) => {
    expect(await rowsOf(question)).toEqual(rows)
  })
})

it('goes by sizes where half of the places state one, else by changes', async () => {
  const placesOf = async (...done: string[]): Promise<string> => {
    const made = await openSmallCorpus(
      done.map((text, index) => said(`p${index}-2024`, `${'子丑寅'[index]}县`, text, '办好实事。')),
    )
    const answer = await answerFigures(made, '各县旅游收入')
    return (answer?.rows ?? []).map(({ report: { place } }) => place[0]).join('')
  }
  const [sized, grown, less] = ['旅游收入3亿元，增长5%。', '旅游收入增长8%。', '旅游收入增长2%。']
  expect(await placesOf(grown, sized)).toBe('丑子')
  expect(await placesOf(less, sized, grown)).toBe('寅丑子')
})

it('puts what states no amount last, be it the lowest that is asked for', async () => {
  const made = await openSmallCorpus([
    said('p0-2024', '子县', '旅游收入增长8%。', '办好实事。'),
    said('p1-2024', '丑县', '旅游收入3亿元。', '办好实事。'),
  ])
  const answer = await answerFigures(made, '旅游收入最低的地方')
  expect(answer?.rows.map(({ report: { place } }) => place)).toEqual(['丑县', '子县'])
})

describe('the year', () => {
  const years = ['甲2021 2亿元', '甲2022 2.6亿元', JIA]
  it.each([
    ['甲县旅游收入', [JIA, '甲2024目标 3.5亿元']],
    ['甲县今年旅游收入', ['甲2024目标 3.5亿元']],
    ['甲县明年旅游收入', []],
    ['甲县去年旅游收入', [JIA]],
    ['甲县前年旅游收入', ['甲2022 2.6亿元']],
    ['甲县近三年旅游收入', years],
    ['甲县近两年旅游收入', years.slice(1)],
    ['甲县历年旅游收入', [...years, '甲2024目标 3.5亿元']],
    ['甲县2021年到2022年旅游收入', years.slice(0, 2)],
    ['甲县2000年到2024年旅游收入', [...years, '甲2024目标 3.5亿元']],
    ['甲县十三五旅游收入', ['甲2020 9亿元']],
    ['甲县旅游收入目标和完成情况', [JIA, '甲2024目标 3.5亿元']],
    ['丁市旅游收入', [DING, '丁2023目标 4.4亿元']],
    ['2022年旅游收入', ['丁2022 ≈4亿元', '甲2022 2.6亿元']],
    ['各县前年旅游收入', ['甲2022 2.6亿元']],
    ['甲县2030年旅游收入', []],
  ])('is that which is asked for: %s', async (question, rows) => {
    expect(await rowsOf(question)).toEqual(rows)
  })
})

describe('who is silent', () => {
  it.each([
    ['甲县今年粮食产量', ['jia-2024 2024 true']],
    ['丙县粮食产量', ['bing-2024 2023 true']],
    ['丙县粮食产量目标', ['bing-2024 2024 true']],
    ['丙县2023年粮食产量', ['bing-2024 2023 true']],
    ['各地粮食产量', ['bing-2024 2023 true', 'ding-2024 2023 true']],
    ['2022年旅游收入', ['bing-2024 2022 false', 'yi-2024 2022 false']],
    ['甲县2030年旅游收入', ['jia-2024 2030 false']],
    ['甲县2024年实际粮食产量', ['jia-2024 2024 false']],
    ['甲县2024年粮食产量', ['jia-2024 2024 true']],
    // The report of this year neither plans the next one nor reviews the one before the last.
    ['甲县明年旅游收入', ['jia-2024 2025 false']],
    ['乙县前年旅游收入', ['yi-2024 2022 false']],
    ['各地旅游收入目标排名', ['ding-2024 2024 true']],
    ['甲县旅游收入', []],
  ])(
    'is told with the year asked about, and whether it tells of that at all: %s',
    async (question, silent) => {
      const answer = await answerFigures(searcher, question)
      expect(
        answer?.absent.map(({ report: { id }, year, isCovered }) => `${id} ${year} ${isCovered}`).sort(),
      ).toEqual([...silent].sort())
    },
  )

  it.each([
    ['乙县2024年旅游收入总量', 'value'],
    ['丁市2022年旅游收入增速', 'change'],
    ['乙县2024年旅游收入增速', null],
  ])('and what is lacking of what is stated: %s', async (question, lacking) => {
    expect((await answerFigures(searcher, question))?.lacking ?? null).toBe(lacking)
  })
})

it('takes a listed name with what stands before it for the printed name of another', async () => {
  const made = await openSmallCorpus([
    said('zi-2024', '子县', '都市圈经济总量达到9000亿元。', '地区生产总值增长5%。'),
    said('chou-2024', '丑县', '地区生产总值达到70亿元。', '办好实事。'),
  ])
  const valuesOf = async (question: string): Promise<(string | null)[] | undefined> =>
    (await answerFigures(made, question))?.rows.map(({ figure }) => figure.value)
  expect(await valuesOf('子县都市圈经济总量多少')).toEqual(['9000'])
  expect(await valuesOf('丑县经济总量多少')).toEqual(['70'])
  expect(await valuesOf('丑县都市圈经济总量多少')).toEqual([])
})

it('asks places for what the country does not state, by a name that is the country’s', async () => {
  const places = [said('zi-2024', '子县', '地区生产总值增长5%。', '办好实事。')]
  const nation = (done: string) => said('guo-2024', '全国', done, '办好实事。')
  const asked = async (...reports: Parameters<typeof openSmallCorpus>[0] & object): Promise<string[]> => {
    const answer = await answerFigures(await openSmallCorpus(reports), '国内生产总值增长多少')
    return (answer?.rows ?? []).map(({ report: { place } }) => place)
  }
  expect(await asked(...places, nation('国内生产总值增长6%。'))).toEqual(['全国'])
  expect(await asked(...places, nation('粮食产量增长1%。'))).toEqual(['子县'])
})

describe('a name that means several things', () => {
  const [own, large] = ['工业增加值12亿元，增长7%。', '规模以上工业增加值增长9%。']
  const namesOf = async (question: string, ...done: readonly string[]): Promise<string[]> => {
    const made = await openSmallCorpus(
      done.map((text, index) => said(`p${index}-2024`, `${'子丑寅'[index]}县`, text, '工业增加值增长6%。')),
    )
    const answer = await answerFigures(made, question)
    return (answer?.rows ?? []).map(
      ({ report: { place }, figure }) =>
        `${place[0]}${figure.indicator.slice(0, 2)}${figure.kind === 'target' ? '目标' : ''}`,
    )
  }

  it('is all of them for one place, in the order of its report', async () => {
    expect(await namesOf('子县工业增加值', `${large}${own}`)).toEqual(['子规模', '子工业', '子工业目标'])
    expect(await namesOf('子县工业增加值', `${own}${large}`)).toEqual(['子工业', '子规模', '子工业目标'])
    expect(await namesOf('子县2023年工业增加值', `${large}\n\n${own}`)).toEqual(['子规模', '子工业'])
  })

  it('is that which most of several places state, the first of two that as many state', async () => {
    expect(await namesOf('2023年各县工业增加值', `${own}${large}`, large)).toEqual(['子规模', '丑规模'])
    expect(await namesOf('2023年各县工业增加值', `${own}${large}`, `${large}${own}`)).toEqual([
      '子工业',
      '丑工业',
    ])
  })
})

describe('the main targets', () => {
  const targetsOf = async (planned: string): Promise<string[]> => {
    const made = await openSmallCorpus([said('zi-2024', '子县', '办好实事。', planned)])
    const answer = await answerFigures(made, '子县主要目标')
    return (answer?.rows ?? []).map(({ figure }) => figure.indicator)
  }
  const main = '地区生产总值增长6%，固定资产投资增长8%，一般公共预算收入增长3%。'

  it('are those that a paragraph lists together', async () => {
    const three = await targetsOf(`${main}\n\n社会消费品零售总额增长5%。`)
    expect(three).toHaveLength(3)
    expect(three).not.toContain('社会消费品零售总额')
  })

  it('are all that are stated where no paragraph lists them', async () => {
    const apart = await targetsOf('地区生产总值增长6%，固定资产投资增长8%。\n\n社会消费品零售总额增长5%。')
    expect(apart).toContain('社会消费品零售总额')
    expect(apart).toHaveLength(3)
  })
})
