import { beforeAll, describe, expect, it } from 'vitest'
import { answer } from '../../src/answer/answer.ts'
import { compare } from '../../src/answer/compare.ts'
import { findFigures } from '../../src/quote/numbers.ts'
import type { Searcher } from '../../src/search/searcher.ts'
import { report, smallSearcher } from '../quote/small-searcher.ts'
import { openSmallCorpus, report as reportOf } from '../search/small-corpus.ts'

const filler = '坚持统筹兼顾，推动各项事业全面进步，努力开创新局面。'.repeat(10)
const paragraphs = (visitors: number) => `# 政府工作报告

## 一、工作回顾

${filler}全年接待游客${visitors}万人次，旅游收入3.5亿元。

坚决落实党政机关过紧日子的要求，严控一般性支出，把每一分钱都用在发展的紧要处。
`
const searcher = smallSearcher([
  report('yunling-2024', {}, paragraphs(100)),
  report('yunling-2023', { year: 2023 }, paragraphs(90)),
  report('haibei-2024', { place: '海北县' }, paragraphs(80)),
])

describe('an answer', () => {
  it('shows each hit with its snippet and citation', async () => {
    const { hits, quote } = await answer(searcher, '接待游客多少')
    expect(hits).toHaveLength(3)
    expect(hits[0]?.snippet.text).toContain('接待游客')
    expect(hits[0]?.citation).toMatch(/^云岭县2024年政府工作报告.*第1段$/u)
    expect(quote).toBeNull()
  })

  it.each([
    ['words as printed', '坚决落实党政机关过紧日子的要求，严控一般性支出', 'verbatim'],
    ['a wrong word', '坚决落实党政机关过苦日子的要求，严控一般性支出', 'differs'],
    ['a set phrase of three reports', '党政机关过紧日子的要求', 'verbatim'],
    ['a short set phrase in quotation marks', '“过紧日子”', 'verbatim'],
    ['a short quote with a wrong word', '把每一分钱都花在发展的紧要处', 'differs'],
    ['words in quotation marks that stand nowhere', '“淘汰燃煤锅炉一百台”', 'not-found'],
    [
      'a long text that stands nowhere',
      '实施蓝天保卫战三年行动，淘汰燃煤锅炉，推广清洁取暖，新增公交车辆，建设充电站点。',
      'not-found',
    ],
  ])('checks %s as a quote', async (_name, text, kind) => {
    const { quote, match } = await answer(searcher, text)
    expect(quote?.kind).toBe(kind)
    if (kind !== 'not-found') expect(match).toBe('strong')
  })

  it('leads from a half-remembered quotation to what it differs from, as what is only near', async () => {
    const { quote, hits, match } = await answer(searcher, '“坚决落实党政机关过苦日子的要求”')
    expect([quote?.kind, match]).toEqual(['differs', 'weak'])
    expect(hits[0]?.passage.text).toContain('坚决落实党政机关过紧日子的要求')
  })

  it.each(['“坚决落实党政机关过苦日子的要求”出自哪份报告', '哪些报告写了“坚决落实党政机关过苦日子的要求”'])(
    'leads to what it differs from where it is asked who says it: %s',
    async (text) => {
      const { quote, mentions } = await answer(searcher, text)
      expect([quote?.kind, mentions]).toEqual(['differs', null])
    },
  )

  it('is not told that a topic is lacking where it is asked who lacks it', async () => {
    const { mentions, missing } = await answer(searcher, '哪些县的报告里面没提港口')
    expect(mentions?.question.ask).toBe('without')
    expect(missing).toEqual([])
  })

  it('shows nothing for a term in quotation marks that no passage holds', async () => {
    for (const term of ['“苦日子”', '“苦日子要求”']) {
      const { hits, match } = await answer(searcher, term)
      expect([hits, match], term).toEqual([[], 'none'])
    }
  })

  it('puts the passage of a quote first and marks its words from end to end', async () => {
    const { hits } = await answer(searcher, '坚决落实党政机关过紧日子的要求，严控一般性支出')
    expect(hits.map(({ passage }) => passage.paragraph)).toContain(2)
    const [first] = hits
    const [start, end] = first?.snippet.highlights[0] ?? [0, 0]
    expect(first?.snippet.text.slice(start, end)).toBe('坚决落实党政机关过紧日子的要求，严控一般性支出')
    expect(first?.snippet.highlights).toHaveLength(1)
  })

  it.each([
    ['a question', '全年接待游客一共有多少万人次呢'],
    ['a list of words', '接待游客 旅游收入 一般性支出'],
    ['a short name', '旅游收入'],
    ['a word in quotation marks', '“旅游”'],
    ['words of a passage with a gap', '接待旅游万人次游客'],
    ['nothing', ''],
    ['marks alone', '？！……'],
  ])('takes %s for no quote', async (_name, text) => {
    expect((await answer(searcher, text)).quote).toBeNull()
  })
})

describe('what an answer is made of', () => {
  let two: Searcher
  beforeAll(async () => {
    two = await openSmallCorpus([
      reportOf('jia-2023', { place: '甲县', level: '县' }, [
        '## 一、2022年工作回顾',
        '打通断头路5条，新装路灯800盏。',
        '推进四大产业：一是工业，二是农业，三是旅游业，四是商贸业。',
        '地区生产总值完成80亿元，增长4%。',
        '城镇新增就业1200人。全县9个镇。',
        '坚决落实机关过紧日子的要求。',
        '## 二、2023年工作安排',
        '打通断头路3条。',
        '城镇新增就业1500人。地区生产总值增长6%。',
      ]),
      reportOf('yi-2023', { place: '乙县', level: '县' }, [
        '## 一、2022年工作回顾',
        '打通断头路7条。都市圈经济总量达到1.2万亿元，增长5%。地区生产总值增长7%。',
        '培育新质生产力。完成4个镇的规划。',
      ]),
    ])
  })

  it.each<[string, number, string, string]>([
    // Where the passages that match tell of another year, or of what was done instead of planned.
    ['乙县2022年计划打通多少条断头路', 0, 'weak', '乙1,乙2'],
    ['甲县2023年打通了多少条断头路', 0, 'weak', '甲1,甲6'],
    // A list is told on its first page.
    ['四大产业是哪四个', 0, 'strong', '甲2 items 4'],
    ['四大产业是哪四个', 1, 'strong', ''],
    // Words in marks that stand nowhere are missing.
    ['打通“快速路”', 0, 'weak', '甲6,乙1 lacks 快速路 in 0'],
    ['打通“断头路”多少条', 0, 'strong', '乙1,甲1 figures 1'],
    // How many there are of all: what some are counted by is no answer.
    ['乙县有多少个镇', 0, 'weak', '乙2,甲4'],
    // Figures are told where an amount is sure to be asked for, or what is done or planned.
    ['甲县城镇新增就业', 0, 'strong', '甲4,甲7'],
    ['甲县城镇新增就业目标', 0, 'strong', '甲7,甲4 figures 1'],
    ['甲县就业目标', 0, 'strong', '甲7,甲4 figures 1'],
    // Those of the figures come first, over the pages too.
    ['各县地区生产总值', 0, 'strong', '乙1,甲3 figures 3'],
    ['各县地区生产总值', 1, 'strong', '甲3,甲7 figures 3'],
    ['各县地区生产总值', 2, 'strong', '甲7 figures 3'],
    ['国内生产总值多少', 0, 'strong', '乙1,甲3 figures 3'],
    ['乙县都市圈经济总量多少', 0, 'strong', '乙1,甲3 figures 1'],
    ['甲县2021年地区生产总值', 0, 'weak', '甲3,甲7 figures 0 lacks 2021 in undefined'],
    // Half remembered are eight characters; nothing is near to some.
    ['“决落实机关过苦日”', 0, 'weak', '甲5 quote differs'],
    ['“落实机关过苦日”', 0, 'none', ' quote differs'],
    ['“淘汰燃煤锅炉一百台”', 0, 'none', ' quote not-found lacks 燃煤锅炉 in 0'],
    ['坚决落实机关过紧日子的要求', 0, 'strong', '甲5 quote verbatim'],
    ['坚决落实机关过紧日子的要求', 1, 'strong', ' quote verbatim'],
    ['打通断头路5条，新装路灯800盏', 0, 'strong', '甲1,乙1 quote verbatim'],
    ['打通断头路5条，新装路灯800盏', 1, 'strong', '乙1,甲6 quote verbatim'],
    // Who says it: one report, several, none.
    ['哪些报告提到了新质生产力', 0, 'strong', '乙2 says 1'],
    ['哪些报告提到了断头路', 0, 'strong', '甲6,乙1 says 3'],
    ['哪些报告提到了火星', 0, 'none', ' says 0'],
    ['哪些报告2035年提到了断头路', 0, 'none', ' says 0 lacks 2035 in undefined'],
  ])('is told of %s from the hit %d on: %s, %s', async (text, offset, match, told) => {
    const found = await answer(two, text, { limit: 2, offset })
    const { hits, items, quote, mentions, figures, missing = [], total } = found
    expect(
      [
        hits.map(({ report: { place }, passage: { paragraph } }) => `${place[0]}${paragraph}`).join(),
        ...(items.length > 0 ? [`items ${items.length}`] : []),
        ...(quote === null ? [] : [`quote ${quote.kind}`]),
        ...(mentions === null ? [] : [`says ${mentions.count.total}`]),
        ...(figures === null ? [] : [`figures ${figures.rows.length}`]),
        ...missing.map((one) => `lacks ${one.text} in ${'reports' in one ? one.reports : undefined}`),
      ].join(' '),
    ).toBe(told)
    expect(found.match).toBe(match)
    if (match === 'none') expect(total).toBe(0)
  })

  it('has five hits where nothing is said of their number', async () => {
    const { hits } = await answer(two, '断头路 生产总值 就业 要求 产业 生产力')
    expect(hits).toHaveLength(5)
  })
})

describe('the passage that holds a quote', () => {
  it.each([
    ['大力发展乡村旅游，让群众过上好日子', ['jia-2023', 'yi-2023']],
    ['甲县大力发展乡村旅游，让群众过上好日子', ['jia-2023', 'yi-2023']],
    // A place that is named is not answered from another's report.
    ['乙县大力发展乡村旅游，让群众过上好日子', ['yi-2023', 'jia-2023']],
  ])('comes first, unless another place is named: %s', async (text, ids) => {
    const made = await openSmallCorpus([
      reportOf('jia-2023', { place: '甲县', level: '县' }, [
        '## 2022年工作回顾',
        '大力发展乡村旅游，让群众过上好日子，天天都红火。',
      ]),
      reportOf('yi-2023', { place: '乙县', level: '县' }, [
        '## 2022年工作回顾',
        '发展乡村旅游，发展旅游，群众好日子。',
      ]),
    ])
    const { hits, quote } = await answer(made, text, { limit: 5 })
    expect(quote?.kind).toBe('verbatim')
    expect(hits.map(({ report: { id } }) => id)).toEqual(ids)
  })
})

describe('a comparison', () => {
  it('has the best passage of every report, by place and year', async () => {
    const { hits } = await compare(searcher, '接待游客')
    expect(hits.map((hit) => [hit.report.id, hit.passage.paragraph])).toEqual([
      ['haibei-2024', 1],
      ['yunling-2023', 1],
      ['yunling-2024', 1],
    ])
  })
})

describe('figures', () => {
  it.each([
    ['增长5.5%、0.3个百分点', ['5.5%', '0.3个百分点']],
    ['投资1900余万元', ['1900余万元']],
    ['产值1,200.5亿元', ['1,200.5亿元']],
    ['G577线和PM2.5', []],
    ['打造3A级景区', []],
    ['2023年增长5倍', ['5倍']],
    ['装机100万千瓦', ['100万千瓦']],
    ['接待９８万人次', ['９８万人次']],
    ['没有数字', []],
  ])('are found with their units: %s', (text, expected) => {
    expect(findFigures(text).map((range) => text.slice(...range))).toEqual(expected)
  })
})
