import { beforeAll, describe, expect, it } from 'vitest'
import { answer } from '../../src/answer/answer.ts'
import { answerFigures } from '../../src/answer/figures/answer-figures.ts'
import { createMiniSearchBackend } from '../../src/search/embedded/backend.ts'
import { createSearcher, type Searcher } from '../../src/search/searcher.ts'
import { readVocabulary } from '../../src/search/vocabulary.ts'
import { report } from '../quote/small-searcher.ts'

const body = (past: string, plan: string) => `# 政府工作报告

## 一、上年工作回顾

${past}

## 二、今年工作安排

${plan}
`
const years = (year: number) => ({ year, reviews: year - 1, plans: year })
const county = (id: string, place: string, year: number, texts: readonly [past: string, plan: string]) =>
  report(id, { place, level: '县', ...years(year) }, body(...texts))

const reports = [
  county('yunling-2023', '云岭县', 2023, [
    '2022年，地区生产总值完成80亿元，增长4%。旅游收入9500万元，增长8%。',
    '2023年，地区生产总值增长6%，旅游收入达到1.2亿元。',
  ]),
  county('yunling-2024', '云岭县', 2024, [
    '2023年，地区生产总值完成85亿元，增长5%。旅游收入1.3亿元，增长30%。一般公共预算收入3亿元，下降2%。',
    '2024年主要预期目标：地区生产总值增长7%左右，旅游收入增长10%，一般公共预算收入增长3%，城镇登记失业率控制在4%以内。',
  ]),
  county('haibei-2024', '海北县', 2024, [
    '2023年，地区生产总值增长6.2%。旅游收入2.4亿元，增长12%。一般公共预算收入5亿元，增长9%。常态化举办龙舟赛事26场次。接待游客210万人次。日接待游客达1.6万人次。民生支出占一般公共预算支出的比重达到82%。茶园管护不断加强，油料总产3.2万吨。蔬菜品质不断提升，总产51.2万吨。',
    '2024年，地区生产总值增长8%以上，蔬菜总产保持在50万吨以上，新增绿道30公里，新建旅游厕所19个，城镇新增就业2000人。',
  ]),
  report(
    'dongshan-2024',
    { place: '东山省', level: '省', ...years(2024) },
    body(
      '2023年，地区生产总值增长5.5%。将财政支出的78.4%用于民生领域。粮食产量120万吨。',
      '2024年，地区生产总值增长5.5%。',
    ),
  ),
]

let searcher: Searcher
beforeAll(async () => {
  searcher = createSearcher(createMiniSearchBackend(reports), await readVocabulary())
})

const rowsOf = async (question: string): Promise<string[]> =>
  ((await answerFigures(searcher, question))?.rows ?? []).map(
    ({ figure, report: { place } }) =>
      `${place} ${figure.year} ${figure.kind} ${[figure.value ?? '', figure.unit ?? '', figure.change ?? ''].join('')}`,
  )

describe('a question for figures', () => {
  it.each([
    ['云岭县2022年GDP多少', ['云岭县 2022 actual 80亿元+4%']],
    ['云岭县gdp2023', ['云岭县 2023 actual 85亿元+5%']],
    ['云岭县2023gdp', ['云岭县 2023 actual 85亿元+5%']],
    ['云岭县2023年GDP', ['云岭县 2023 actual 85亿元+5%']],
    ['云岭县2023年GDP增长目标', ['云岭县 2023 target +6%']],
    ['云岭县 去年 旅游 收入', ['云岭县 2023 actual 1.3亿元+30%']],
    ['云岭县去年旅游收入', ['云岭县 2023 actual 1.3亿元+30%']],
    // Each year belongs to the place before it.
    [
      '按旅游收入从低到高排：云岭2022年、海北2023年',
      ['云岭县 2022 actual 9500万元+8%', '海北县 2023 actual 2.4亿元+12%'],
    ],
    [
      '2023年云岭县和海北县，哪个县的旅游收入大一点',
      ['海北县 2023 actual 2.4亿元+12%', '云岭县 2023 actual 1.3亿元+30%'],
    ],
    [
      '2023年云岭和海北旅游收入加起来是多少',
      ['海北县 2023 actual 2.4亿元+12%', '云岭县 2023 actual 1.3亿元+30%'],
    ],
    ['云岭县2023年旅游收入有多少亿', ['云岭县 2023 actual 1.3亿元+30%']],
    ['云岭县旅游2022年收入多少', ['云岭县 2022 actual 9500万元+8%']],
    ['云岭县去年旅游收入升到多少了', ['云岭县 2023 actual 1.3亿元+30%']],
    ['哪个县2024年GDP增长目标最高', ['海北县 2024 target +8%', '云岭县 2024 target +7%']],
    ['哪个县旅游收入高', ['海北县 2023 actual 2.4亿元+12%', '云岭县 2023 actual 1.3亿元+30%']],
    ['2023年哪个县GDP增长快', ['海北县 2023 actual +6.2%', '云岭县 2023 actual 85亿元+5%']],
    ['海北和云岭谁GDP增长慢', ['云岭县 2023 actual 85亿元+5%', '海北县 2023 actual +6.2%']],
    ['哪个县2023年GDP增长最快', ['海北县 2023 actual +6.2%', '云岭县 2023 actual 85亿元+5%']],
    ['哪些县2023年GDP增长超过6%', ['海北县 2023 actual +6.2%']],
    ['云岭县2024年GDP增长目标定了多少', ['云岭县 2024 target +7%']],
    ['云岭县今年经济增长目标', ['云岭县 2024 target +7%']],
    ['云岭县GDP目标 2023年实际完成多少', ['云岭县 2023 actual 85亿元+5%']],
    ['云岭县GDP', ['云岭县 2023 actual 85亿元+5%', '云岭县 2024 target +7%']],
    ['云岭县历年GDP完成多少', ['云岭县 2022 actual 80亿元+4%', '云岭县 2023 actual 85亿元+5%']],
    ['近两年云岭县旅游收入怎么变化', ['云岭县 2022 actual 9500万元+8%', '云岭县 2023 actual 1.3亿元+30%']],
    ['云岭县最近1年GDP', ['云岭县 2023 actual 85亿元+5%']],
    [
      '这几年云岭县GDP是如何变化的',
      ['云岭县 2022 actual 80亿元+4%', '云岭县 2023 actual 85亿元+5%', '云岭县 2024 target +7%'],
    ],
    [
      '云岭县2022年到2023年旅游收入的走势',
      ['云岭县 2022 actual 9500万元+8%', '云岭县 2023 actual 1.3亿元+30%'],
    ],
    ['云岭县过去五年年均增长多少', []],
    ['云岭县2023年GDP和旅游收入', ['云岭县 2023 actual 85亿元+5%', '云岭县 2023 actual 1.3亿元+30%']],
    ['海北县2023年举办了多少场龙舟赛', ['海北县 2023 actual 26场次']],
    ['海北县去年接待了多少游客', ['海北县 2023 actual 210万人次']],
    ['海北县2023年旅游收入有多少钱', ['海北县 2023 actual 2.4亿元+12%']],
    ['海北县2023年旅游收入多少，有人知道吗', ['海北县 2023 actual 2.4亿元+12%']],
    ['海北县2024年GDP增长目标是几个点', ['海北县 2024 target +8%']],
    ['海北县有多少万吨蔬菜', ['海北县 2023 actual 51.2万吨', '海北县 2024 target 50万吨']],
    ['海北县打算建多少旅游厕所', ['海北县 2024 target 19个']],
    ['海北县打算新增多少公里绿道', ['海北县 2024 target 30公里']],
    ['海北县打算新增多少就业', ['海北县 2024 target 2000人']],
    ['海北县2024年准备新增多少人就业', ['海北县 2024 target 2000人']],
  ])('of one place: %s', async (question, rows) => {
    expect(await rowsOf(question)).toEqual(rows)
  })

  it.each([
    ['Yunling GDP 2022', ['云岭县 2022 actual 80亿元+4%']],
    ["what was Yunling's GDP in 2022?", ['云岭县 2022 actual 80亿元+4%']],
    ['what is the GDP growth target of Yunling for 2024', ['云岭县 2024 target +7%']],
    ['how much did tourism revenue grow in Yunling last year', ['云岭县 2023 actual 1.3亿元+30%']],
    [
      'GDP and tourism revenue of Yunling County in 2023',
      ['云岭县 2023 actual 85亿元+5%', '云岭县 2023 actual 1.3亿元+30%'],
    ],
    [
      'which county had the highest tourism revenue',
      ['海北县 2023 actual 2.4亿元+12%', '云岭县 2023 actual 1.3亿元+30%'],
    ],
    [
      'which county had the fastest GDP growth in 2023',
      ['海北县 2023 actual +6.2%', '云岭县 2023 actual 85亿元+5%'],
    ],
    ['counties with tourism revenue over 200 million yuan', ['海北县 2023 actual 2.4亿元+12%']],
    ['how many jobs does Haibei plan to create', ['海北县 2024 target 2000人']],
  ])('asked in English: %s', async (question, rows) => {
    expect(await rowsOf(question)).toEqual(rows)
  })

  it.each([
    ['哪个县旅游收入增长最快', ['云岭县 2023 actual 1.3亿元+30%', '海北县 2023 actual 2.4亿元+12%']],
    ['旅游收入涨得最快的是哪个县', ['云岭县 2023 actual 1.3亿元+30%', '海北县 2023 actual 2.4亿元+12%']],
    ['旅游收入最高的县', ['海北县 2023 actual 2.4亿元+12%', '云岭县 2023 actual 1.3亿元+30%']],
    ['哪些县2023年GDP增长不超过5%', ['云岭县 2023 actual 85亿元+5%']],
    ['旅游收入超过2亿的县', ['海北县 2023 actual 2.4亿元+12%']],
    ['一般公共预算收入下降的县', ['云岭县 2023 actual 3亿元-2%']],
    ['哪个县减了一般公共预算收入', ['云岭县 2023 actual 3亿元-2%']],
    ['2024年各县GDP增长目标', ['海北县 2024 target +8%', '云岭县 2024 target +7%']],
    ['各省2024年GDP目标', ['东山省 2024 target +5.5%']],
    ['哪些县2024年GDP目标是7%左右', ['云岭县 2024 target +7%']],
    ['2024年GDP目标7%左右的县有哪些', ['云岭县 2024 target +7%']],
    ['哪些县2024年GDP目标是6%', []],
    ['旅游收入1.3亿元是哪个县的', ['云岭县 2023 actual 1.3亿元+30%']],
    ['哪个县2023年GDP增长6.2%', ['海北县 2023 actual +6.2%']],
    ['旅游收入最高的一个县', ['海北县 2023 actual 2.4亿元+12%']],
    ['云岭和海北谁的旅游收入高', ['海北县 2023 actual 2.4亿元+12%', '云岭县 2023 actual 1.3亿元+30%']],
    ['云岭和海北旅游收入谁更高', ['海北县 2023 actual 2.4亿元+12%', '云岭县 2023 actual 1.3亿元+30%']],
  ])('of several: %s', async (question, rows) => {
    expect(await rowsOf(question)).toEqual(rows)
  })

  it('lists what a report plans', async () => {
    expect(await rowsOf('云岭县2024年主要预期目标')).toHaveLength(4)
    expect(await rowsOf('云岭县2024年目标')).toHaveLength(4)
    expect(await rowsOf('云岭县2024年预期目标')).toHaveLength(4)
    expect(await rowsOf('云岭县2024年经济目标')).toEqual(['云岭县 2024 target +7%'])
    // What was reached is no target.
    expect(await rowsOf('海北县2023年主要预期目标')).toEqual([])
  })

  it.each([
    '海北县2022年GDP', // another year's report is no answer
    '西岭县2023年GDP', // nor is another place's
    '云岭县2023年粮食产量',
    '云岭县开发区2023年GDP',
    '云岭县2023年数字经济增速',
    '海北县有多少人口', // 接待游客210万人次
    '云岭县旅游收入为什么增长',
    '促进旅游发展的措施',
    '海北县2023年打算新增多少就业', // no report of it plans that year
    'Haibei GDP 2022',
    '2023年全国粮食产量', // no report of the country
    'why did tourism revenue grow in Yunling',
    'how to raise tourism revenue in Yunling',
    'measures for tourism revenue in Yunling',
    'GDP of the development zone of Yunling in 2023',
  ])('is answered by no other figure: %s', async (question) => {
    expect(await rowsOf(question)).toEqual([])
  })

  it('is told that only growth is stated where the amount is asked for', async () => {
    const found = await answerFigures(searcher, '海北县2023年GDP总量多少亿元')
    expect(found?.lacking).toBe('value')
    expect(found?.rows.map(({ figure }) => figure.change)).toEqual(['+6.2%'])
  })

  it('is told which reports are silent', async () => {
    const found = await answerFigures(searcher, '2024年各县一般公共预算收入目标')
    expect(found?.absent.map(({ report: { id }, year }) => [id, year])).toEqual([['haibei-2024', 2024]])
    expect(found?.absent.map(({ isCovered }) => isCovered)).toEqual([true])
  })

  it.each([
    ['海北县今年实际利用外资多少', 2024],
    ['海北县去年实际利用外资多少', 2023],
  ])('is told of the year that %s means', async (question, year) => {
    expect((await answerFigures(searcher, question))?.absent).toMatchObject([{ year }])
  })

  it('is told where no report covers the year', async () => {
    const found = await answerFigures(searcher, '海北县2019年GDP')
    expect(found?.absent).toMatchObject([{ report: { id: 'haibei-2024' }, year: 2019, isCovered: false }])
  })

  it('is told where no report plans the year', async () => {
    const found = await answerFigures(searcher, '海北县2023年打算新增多少就业')
    expect(found?.absent).toMatchObject([{ year: 2023, isCovered: false }])
  })

  it('is no quotation, though its words stand in a report or a list follows a colon', async () => {
    const asked = '按旅游收入从低到高排，看看谁排在最后一位：云岭2022年、海北2023年'
    for (const text of ['2022年，地区生产总值', asked]) {
      const { quote, figures } = await answer(searcher, text)
      expect(quote).toBeNull()
      expect(figures?.rows).not.toHaveLength(0)
    }
    expect((await answer(searcher, '2022年，地区生产总值完成80亿元')).quote?.kind).toBe('verbatim')
  })

  it('shows each figure as it stands in its passage', async () => {
    for (const { figure, passage } of (await answerFigures(searcher, '各县旅游收入对比'))?.rows ?? [])
      expect(passage.text.slice(figure.start, figure.end)).toBe(figure.quote)
  })
})

describe('an answer', () => {
  it.each(['旅游收入 云岭县', '旅游 收入 云岭县', '云岭县 旅游 收入'])(
    'begins the answer where an indicator is named, in one word or two: %s',
    async (question) => {
      const { figures } = await answer(searcher, question)
      expect(figures?.rows.map(({ figure }) => figure.value)).toContain('1.3')
    },
  )

  it('begins with the passage that states the figure, and says whether it was done or is planned', async () => {
    const { hits, match, figures } = await answer(searcher, '云岭县2024年GDP增长目标是多少')
    expect([match, figures?.rows.length]).toEqual(['strong', 1])
    expect(hits[0]?.report.id).toBe('yunling-2024')
    expect(hits[0]?.kinds).toEqual(['target'])
  })

  it('calls nothing strong where the report is silent on the figure', async () => {
    const { match, figures } = await answer(searcher, '云岭县2023年城镇登记失业率是多少')
    expect(match).not.toBe('strong')
    expect(figures?.rows).toEqual([])
  })

  it.each([
    ['海北县2024年计划举办多少场龙舟赛', 'weak'], // 26 were held the year before
    ['海北县2023年举办了多少场龙舟赛', 'strong'],
    ['海北县2022年举办了多少场龙舟赛', 'weak'],
    ['海北县2023年打算新建多少旅游厕所', 'weak'],
    ['海北县2024年打算新建多少旅游厕所', 'strong'],
  ])('is of the year that is named, done or planned as asked: %s', async (question, wanted) => {
    expect((await answer(searcher, question)).match).toBe(wanted)
  })

  it.each(['海北县2023年旅游收入', '海北县2023年一般公共预算收入', '海北县2024年城镇新增就业'])(
    'begins with the figure where a place, a year and an indicator are named, and nothing besides: %s',
    async (question) => expect((await answer(searcher, question)).figures?.rows).toHaveLength(1),
  )

  it('repeats no passage over its pages', async () => {
    const pages = await Promise.all(
      [0, 2, 4].map((offset) => answer(searcher, '云岭县2022年GDP多少', { limit: 2, offset })),
    )
    const ids = pages.flatMap(({ hits }) => hits.map(({ passage }) => passage.id))
    expect(new Set(ids).size).toBe(ids.length)
    const whole = await answer(searcher, '云岭县2022年GDP多少', { limit: 6 })
    expect(ids).toEqual(whole.hits.map(({ passage }) => passage.id))
  })
})

describe('words for the first of all places', () => {
  it.each([
    '谁的旅游收入最高',
    '哪里旅游收入最多',
    '旅游收入最高的是谁',
    '两个县里谁的旅游收入最高',
    '这两个里头旅游收入谁高',
    '旅游收入哪个县挣得多',
    '县里面旅游收入最高的是谁',
    '县市当中旅游收入第一的是哪个',
    '旅游收入排名',
    '旅游收入前三',
    '哪个县旅游收入第一',
    '旅游收入榜首是哪个县',
    '谁家旅游收入领先',
  ])('%s', async (question) => {
    expect(await rowsOf(question)).toEqual([
      '海北县 2023 actual 2.4亿元+12%',
      '云岭县 2023 actual 1.3亿元+30%',
    ])
  })

  it.each(['旅游收入最低的是哪个县', '谁的旅游收入垫底', '哪个县的旅游收入最少'])('%s', async (question) => {
    expect((await rowsOf(question))[0]).toBe('云岭县 2023 actual 1.3亿元+30%')
  })

  it('leave out whom no report tells results of, and say so', async () => {
    const found = await answerFigures(searcher, '哪个县一般公共预算收入最高')
    expect(found?.absent).toEqual([])
    expect((await answerFigures(searcher, '谁的旅游收入最高'))?.absent).toMatchObject([
      { report: { place: '东山省' } },
    ])
  })

  it('say of whom that tells a target alone that it tells no result', async () => {
    expect(await answerFigures(searcher, '按GDP增速排：云岭2023年、海北2024年')).toMatchObject({
      rows: [{ report: { place: '云岭县' } }],
      absent: [{ report: { place: '海北县' } }],
      only: 'actual',
    })
    expect(await answerFigures(searcher, '哪个县2023年GDP增长最快')).toMatchObject({ absent: [], only: null })
    // 海北县 tells a result, though not how much it is.
    expect(await answerFigures(searcher, '海北县和云岭县谁2023年GDP总量高')).toMatchObject({
      absent: [{ report: { place: '海北县' } }],
      only: null,
    })
  })
})

describe('a question for a share', () => {
  it.each([
    ['海北县民生支出占比', ['海北县 2023 actual 82%']],
    ['东山省民生支出占财政支出的比重', ['东山省 2023 actual 78.4%']],
    ['民生支出占比', ['海北县 2023 actual 82%', '东山省 2023 actual 78.4%']],
  ])('%s', async (question, rows) => {
    expect((await rowsOf(question)).sort()).toEqual([...rows].sort())
  })

  it('is told of another year beside the silence on the one asked for', async () => {
    expect(await answerFigures(searcher, '海北县2024年民生支出占比')).toMatchObject({
      rows: [],
      absent: [{ report: { place: '海北县' }, year: 2024 }],
      elsewhere: [{ figure: { value: '82', year: 2023 } }],
    })
  })

  it('is told to be silent under the words of the question', async () => {
    expect(await answerFigures(searcher, '云岭县民生支出占比')).toMatchObject({
      indicator: '民生支出占比',
      rows: [],
      absent: [{ report: { place: '云岭县' } }],
    })
  })
})

describe('a figure that a report does not state', () => {
  it.each(['云岭县2023年粮食产量是11.95万吨', '云岭县2023年粮食产量'])(
    'is told to be missing, with what is stated elsewhere: %s',
    async (question) => {
      expect((await answer(searcher, question)).figures).toMatchObject({
        indicator: '粮食产量',
        rows: [],
        elsewhere: [{ report: { place: '东山省' }, figure: { value: '120' } }],
      })
    },
  )

  it('is told beside one of the kind that was asked for, whatever is nearer', async () => {
    const { figures } = await answer(searcher, '海北县2022年GDP目标多少')
    expect(figures?.rows).toEqual([])
    expect(figures?.elsewhere[0]).toMatchObject({
      report: { place: '海北县' },
      figure: { kind: 'target', year: 2024 },
    })
  })
})
