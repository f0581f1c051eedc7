import { describe, expect, it } from 'vitest'
import type { Catalog } from '../../../src/search/backend.ts'
import { makePlaceLexicon } from '../../../src/search/query/places.ts'
import { MAX_QUERY_UTF16, parseQuery, type Query } from '../../../src/search/query/query.ts'
import { readVocabulary } from '../../../src/search/vocabulary.ts'
import { makeSummary } from '../../made-meta.ts'

const catalog: Catalog = {
  passages: 40,
  version: 'test',
  reports: [
    makeSummary({ id: 'yining-2023', place: '伊宁市', level: '市' }),
    makeSummary({ id: 'xinyuan-2023', place: '新源县', level: '县' }),
    makeSummary({ id: 'xinjiang-2024', place: '新疆维吾尔自治区', level: '自治区', year: 2024 }),
    makeSummary({ id: 'luohu-2021', place: '深圳市罗湖区', level: '区', year: 2021 }),
  ],
}
const gazetteer = [
  '新疆维吾尔自治区',
  '伊宁市',
  '伊宁县',
  '新源县',
  '塔城地区',
  '塔城市',
  '霍城县',
  '富民县',
  '工农区',
  '成县',
  '深圳市',
  '罗湖区',
  '察布查尔锡伯自治县',
]

function parse(text: string): Query {
  return parseQuery(text, { catalog, places: makePlaceLexicon(catalog, gazetteer) })
}

describe('a place in letters', async () => {
  const { sounds } = await readVocabulary()
  const places = makePlaceLexicon(catalog, gazetteer, sounds)

  it.each([
    ['yining', ['伊宁市']],
    ['luohu', ['深圳市罗湖区']],
    ['xinyuanxian', ['新源县']],
    ['xinyuanx', []],
  ])('%s is %j', (letters, found) => {
    expect(places.resolve(letters)).toEqual(found)
  })

  it('has four letters at least: three are words of other languages', () => {
    const reports = ['阿合县', '乌恰县'].map((place, number) => makeSummary({ id: `x${number}-2023`, place }))
    const short = makePlaceLexicon({ ...catalog, reports }, [], sounds)
    expect(['阿合', '乌恰', 'wuqia', 'ahe'].map((name) => short.resolve(name))).toEqual([
      ['阿合县'],
      ['乌恰县'],
      ['乌恰县'],
      [],
    ])
  })
})

describe('years of two figures', () => {
  it.each([
    ['23年伊宁修了多少路', 2023],
    ['伊宁市二四年的目标', 2024],
    ['22年发了多少补贴', 2022],
  ])('reads %s as %i', (text, year) => {
    expect(parse(text).preferences.years).toEqual([{ from: year, to: year }])
    expect(parse(text).terms).not.toContain('年')
  })

  it.each(['近23年的变化', '干了23年', '23年来', '十年禁渔', '土地再延长23年', '二三十年前', '19年'])(
    'reads no year in %s, a length of time or a year of no report',
    (text) => {
      expect(parse(text).preferences.years).toEqual([])
    },
  )
})

describe('a year told from now', () => {
  it.each([
    ['新疆去年的旅游', ['xinjiang-2024']],
    ['今年旅游怎么安排', ['yining-2023', 'xinyuan-2023', 'xinjiang-2024', 'luohu-2021']],
    ['伊宁2022年和去年比', []],
    ['伊宁的旅游', []],
  ])('%s means the reports %j', (text, newest) => {
    expect(parse(text).preferences.newest).toEqual(newest)
  })
})

describe('the country', () => {
  it.each(['国家今年打算减多少税', '全国新增就业多少', '中央怎么说'])('is asked about in %s', (text) => {
    expect(parse(text).preferences.isNational).toBe(true)
  })

  it.each(['国家级开发区', '国家公园', '伊宁市有哪些国家项目', '外国客人'])(
    'is not asked about in %s',
    (text) => {
      expect(parse(text).preferences.isNational).toBe(false)
    },
  )
})

describe('phrases and exclusions', () => {
  it.each([
    ['“断头路” 新源', ['断头路'], ''],
    ['「断头路」 『路灯』', ['断头路', '路灯'], ''],
    ['"exact words"', ['exact words'], ''],
    ['《政府工作报告》', ['政府工作报告'], ''],
    ['“办就办好”精神”', ['办就办好”精神'], ''],
    ['“”精神，“时时放心不下”', ['”精神，“时时放心不下'], ''],
    ['“，”', ['，'], ''],
  ])('reads the phrases of %s', (text, phrases) => {
    expect(parse(text).phrases).toEqual(phrases)
  })

  it.each([
    '“三高”项目指什么',
    '以"马上办、办就办好"精神,"时时放心不下"的责任意识',
    '推进“三高”',
    '“没有关上',
    '" OR 1=1 --',
  ])('leaves quotation marks inside a sentence alone: %s', (text) => {
    expect(parse(text).phrases).toEqual([])
    expect(parse(text).terms).not.toBe('')
  })

  it('reads exclusions, and no dash that stands apart or inside a word', () => {
    expect(parse('旅游 -疫情 －“新冠 病毒”').excluded).toEqual(['疫情', '新冠 病毒'])
    expect(parse('2020-2023 — 旅游 - 收入 --').excluded).toEqual([])
  })
})

describe('filters', () => {
  it.each([
    ['地区:伊宁 旅游', { places: ['伊宁市'] }],
    ['旅游 place：伊宁市,新源', { places: ['伊宁市', '新源县'] }],
    ['地區:新疆', { places: ['新疆维吾尔自治区'] }],
    ['地区:罗湖', { places: ['深圳市罗湖区'] }],
    ['年份:2022', { years: [{ from: 2022, to: 2022 }] }],
    ['年份：2022-2024 收入', { years: [{ from: 2022, to: 2024 }] }],
    ['year:二〇二二年至2024年', { years: [{ from: 2022, to: 2024 }] }],
    ['年份:2022-', { years: [{ from: 2022, to: 2100 }] }],
    ['年份:-2022', { years: [{ from: 1949, to: 2022 }] }],
    ['级别:县级', { levels: ['县'] }],
    ['level:county', { levels: ['县'] }],
    ['级别:省级', { levels: ['省', '自治区', '直辖市'] }],
    ['level:municipality', { levels: ['直辖市'] }],
    ['报告:yining-2023', { reports: ['yining-2023'] }],
    ['届:十八', { congresses: [18] }],
    ['届:第18届', { congresses: [18] }],
  ])('reads %s', (text, filters) => {
    expect(parse(text).filters).toMatchObject(filters)
    expect(parse(text).faults).toEqual([])
  })

  it.each([
    ['作者:张三 旅游', 'unknown-filter', '作者:张三'],
    ['地区:火星', 'unknown-place', '地区:火星'],
    ['报告:nowhere-2023', 'unknown-report', '报告:nowhere-2023'],
    ['级别:村', 'unknown-level', '级别:村'],
    ['年份:去年', 'bad-year', '年份:去年'],
    ['年份:2024-2022', 'bad-year', '年份:2024-2022'],
    ['届:几', 'bad-congress', '届:几'],
    ['长'.repeat(MAX_QUERY_UTF16 + 1), 'too-long', `${'长'.repeat(20)}…`],
  ])('says what it cannot take: %s', (text, kind, words) => {
    const [fault] = parse(text).faults
    expect(fault?.kind).toBe(kind)
    expect(fault?.text).toBe(words)
  })

  it('lets nothing pass a filter that it cannot take', () => {
    expect(parse('届:几').filters.congresses).toEqual([0])
    expect(parse('报告:nowhere-2023').filters.reports).toEqual(['nowhere-2023'])
    expect(parse('长'.repeat(MAX_QUERY_UTF16)).faults).toEqual([])
  })

  it('keeps the words of an unknown filter as terms', () => {
    expect(parse('作者:张三 旅游').terms).toContain('张三')
  })

  it.each(['会议指出：要坚持稳中求进工作总基调，扎实推进', 'https://example.org/a', '10:30'])(
    'takes no sentence, address or time for a filter: %s',
    (text) => {
      expect(parse(text).faults).toEqual([])
    },
  )
})

describe('plain words', () => {
  it.each([
    ['茶几是做什么用的？', '茶几是做 用的？'],
    ['《几何原本》是谁写的', '《几何原本》 写的'],
    ['《今年夏天》是谁写的', '《今年夏天》 写的'],
    ['酒吧街在哪里', '酒吧街'],
    ['项目前景怎么样', '项目前景'],
    ['带回了多少月球岩石', '带回 月球岩石'],
    ['有多少人口', '人口'],
    ['修了几条路', '修了 路'],
    ['盖了几栋楼', '盖了 楼'],
    ['第几届奥运会', '届奥运会'],
    ['阿拉伯语有多少人使用？', '阿拉伯语 使用？'],
    ['大桥是哪一年完工的？', '大桥 完工的？'],
    ['它是什么时候被偷的', '它 被偷的'],
    ['死于哪场战役？', '死于 战役？'],
    ['你知道李白是谁吗？', '李白 ？'],
  ])('takes out of %s the words that ask, and no part of another word', (text, terms) => {
    expect(parse(text).terms).toBe(terms)
  })

  it.each([
    ['伊宁 2022 旅游收入', ['伊宁市'], [2022], '2022 旅游收入'],
    ['伊寧市2022年接待了多少遊客', ['伊宁市'], [2022], '2022年 接待 遊客'],
    ['请问新源的曙光小学建好了吗？', ['新源县'], [], '的曙光小学建好了 ？'],
    ['新疆煤炭', ['新疆维吾尔自治区'], [], '煤炭'],
    ['自治区给困难群众发了多少救助资金', ['新疆维吾尔自治区'], [], '给困难群众发 救助资金'],
    ['罗湖财政收入', ['深圳市罗湖区'], [], '财政收入'],
    ['城市双修啥意思', [], [], '城市双修'],
    ['两霍两伊说的是哪几个地方', [], [], '两霍两伊'],
    ['伊宁市报告 建设服务型政府 那一部分', ['伊宁市'], [], '建设服务型政府'],
  ])('understands %s', (text, places, years, terms) => {
    const { preferences, ...query } = parse(text)
    expect(preferences.places).toEqual(places)
    expect(preferences.years.map(({ from }) => from)).toEqual(years)
    expect(query.terms).toBe(terms)
  })

  it('parts letters from the year that follows them', () => {
    expect(parse('新源app2022推广').terms).toContain('app 2022')
  })

  it('tells places that the corpus has no report of', () => {
    expect(parse('塔城市2023年GDP').foreign).toEqual(['塔城市'])
    expect(parse('塔城 GDP').foreign).toEqual(['塔城'])
    expect(parse('伊宁县旅游').foreign).toEqual(['伊宁县'])
    expect(parse('霍城GDP多少').foreign).toEqual(['霍城'])
    for (const word of ['富民政策有哪些', '工农业总产值多少', '修一条到霍城的路'])
      expect(parse(word).foreign).toEqual([])
    expect(parse('伊宁县旅游').preferences.places).toEqual([])
    expect(parse('新源要升格成县级市吗').foreign).toEqual([])
  })

  it.each([
    ['昭苏去年办了多少场赛马', 'review'],
    ['新源今年准备造林多少亩', 'plan'],
    ['伊宁机场迁建会开工吗', 'plan'],
    ['新源的育儿补贴发下来没有', 'review'],
    ['断头路修好没', 'review'],
    ['新源有没有水库', null],
    ['伊宁什么时候能坐上地铁', 'plan'],
    ['伊宁什么时候建的机场', null],
    ['tourists in Xinjiang last year', 'review'],
    ['how many roads will be built', 'plan'],
    ['willows on the planet', null],
    ['铁厂沟水库', null],
    ['医疗今年投了多少', 'plan'],
    ['今年以来完成了多少', null],
  ])('tells review from plan: %s', (text, aspect) => {
    expect(parse(text).preferences.aspect).toBe(aspect)
  })

  it('takes a minus before a percentage or a decimal for a part of the figure', () => {
    expect(parse('-10.4%；收入7.06亿元').excluded).toEqual([])
    expect(parse('收入 -2022').excluded).toEqual(['2022'])
  })

  it('takes a name for many places for the one that is named beside it', () => {
    expect(parse('新疆的旅游，自治区怎么管').preferences.places).toEqual(['新疆维吾尔自治区'])
  })

  it.each([
    '新源存在哪些问题',
    '新源县承认自己有啥毛病',
    '新源2023年还面临什么困难和挑战',
    '新源报告里自己说有哪些短板',
  ])('is looked for by the words that admit it: %s', (text) => {
    expect(parse(text)).toMatchObject({ terms: '清醒认识问题', intent: null })
  })

  it.each(['问题和不足', '新源的教育有哪些问题', '新源县解决了哪些问题', '存在问题'])(
    'asks for no more than its words, or for less: %s',
    (text) => {
      expect(parse(text).terms).not.toBe('清醒认识问题')
    },
  )

  it.each([
    ['新源的药材市场搞得咋样了', '的药材市场'],
    ['新源县旅游发展得怎么样', '旅游发展'],
    ['新源教育办得如何？', '教育 ？'],
    ['新源的路修得怎么样了', '的路修'],
    ['新源县怎么样了不起', '了不起'],
  ])('asks with the verb that says nothing, too: %s', (text, terms) => {
    expect(parse(text).terms).toBe(terms)
  })

  it('means the report of a year by the year of what is admitted', () => {
    const { preferences } = parse('新源2023年存在哪些问题')
    expect([preferences.years, preferences.newest]).toEqual([[], ['xinyuan-2023']])
    expect(parse('新源1999年存在哪些问题').preferences.years).toEqual([{ from: 1999, to: 1999 }])
  })

  it('keeps 人口 a word where its number is asked for', () => {
    expect(parse('新源县有多少万人口').terms).toBe('人口')
  })

  it.each([
    ['“三高”项目指什么', 'definition'],
    ['什么是双碳', 'definition'],
    ['新源县县长是谁', 'opening'],
    ['伊宁的报告是什么时候、在哪个会上作的', 'opening'],
    ['谁作的报告', 'opening'],
    ['新源报告里说自己存在哪些问题', null],
    ['伊宁和新源的报告谁提旅游多', null],
    ['供热管网什么时候改造', 'date'],
    ['谁是新源县书记', 'opening'],
    ['乌恰县一把手是谁', 'opening'],
    ['伊宁市教育局局长叫什么', 'person'],
    ['习近平是谁', 'person'],
    ['社保卡丢了怎么补', 'service'],
    ['高速公路收费标准', 'service'],
    ['新增了多少市场主体', 'figure'],
    ['新源修了几条路', 'figure'],
    ['一下雨好几条路就泡水', null],
    ['这房子住了十几年没有本子', null],
    ['近几年的变化', null],
    ['铁厂沟水库', null],
    ['电动车上牌的手续', 'service'],
    ['闯红灯扣多少分', 'service'],
    ['出租车起步价', 'service'],
    ['乌恰明天天气', 'service'],
    ['优良天气有几天', 'figure'],
    ['天然气一方几块钱', 'service'],
    ['民宿住一晚大概要多少钱', 'service'],
    ['停车多少钱一个月', 'service'],
    ['最低工资多少钱一个月', 'figure'],
    ['怎么评价昭苏的旅游', 'opinion'],
    ['亩均效益评价改革', null],
    ['好玩的项目', null],
    ['昭苏县长今年多大', 'person'],
    ['国家民委怎么评价的', null],
    ['谁给予高度评价', null],
    ['这句话是谁家报告里的', null],
    ['乌恰县长是哪个', 'opening'],
    ['沙依巴克区区长', 'opening'],
    ['谁投资了水电站', null],
    ['水电站是跟谁签的', null],
    ['那首诗是谁写的', null],
    ['公安局长谁', 'person'],
    ['某某是什么人', 'person'],
    ['是哪位县长念的', 'opening'],
    ['新疆棉花总产', 'figure'],
    ['昭苏安全生产', null],
    ['农业生产', null],
  ])('tells what kind of answer is asked for: %s', (text, intent) => {
    expect(parse(text).intent).toBe(intent)
  })

  it.each([
    ['昭苏2030年目标', [2030]],
    ['1998年伊宁财政收入', [1998]],
    ['昭苏2030目标', [2030]],
    ['造林2000亩', []],
    ['补贴2050元', []],
    ['新增岗位2010个', []],
  ])('takes a year that no report covers for a year, and a figure for a figure: %s', (text, years) => {
    expect(parse(text).preferences.years.map(({ from }) => from)).toEqual(years)
  })

  it('leaves out of an English question who says it and when', () => {
    expect(parse('What did the government work report say about water last year?').terms).toBe('water ?')
    expect(parse('十几年没有本子').terms).toContain('十几年')
  })

  it('takes nothing out of a long paste', () => {
    const paste = '贯彻落实中央新疆工作座谈会精神，伊宁市2022年如何推进、怎么落实，坚决守住底线，务求见效'
    expect(parse(paste.repeat(3)).terms).toBe(paste.repeat(3))
  })
})
