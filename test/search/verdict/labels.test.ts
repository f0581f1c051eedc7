import { beforeAll, describe, expect, it } from 'vitest'
import { markWords } from '../../../src/answer/highlights.ts'
import type { Searcher } from '../../../src/search/searcher.ts'
import { readQuantity, statesQuantity } from '../../../src/search/verdict/quantity.ts'
import { openFiveReports } from '../../five-reports.ts'

let searcher: Searcher
beforeAll(async () => {
  searcher = await openFiveReports()
})

describe('a question that the reports do not answer is not called strong', () => {
  it.each([
    ['a quantity that is not stated', '昭苏县2024年固定资产投资多少亿元'],
    ['a quantity that is not stated', '乌恰县社零是多少亿'],
    ['a quantity that is not stated', '昭苏县粮食产量是多少'],
    ['a quantity that is not stated', '社保缴费基数是多少'],
    ['a share that is not stated', '老百姓看病报销比例'],
    ['an amount that is not stated', '乌恰口岸过货量'],
    ['an amount that is not stated', '新疆铁路客运量'],
    ['an amount that is not stated', '新疆发电量是多少'],
    ['a product of something else', '昭苏县马产业产值多少来着'],
    ['a product of something else', '新疆马产业产值是多少'],
    ['a thing that is not there', '昭苏养老院有没有补贴'],
    ['a thing that is not there', '伊宁市大学生有无住房补助？'],
    ['a rate of something else', '昭苏县医保报销比例'],
    ['a rate of something else', '昭苏县大学升学率'],
    ['a rate of something else', '昭苏县义务教育巩固率是多少'],
    ['a rate of something else', '新疆企业所得税率'],
    ['a rate of something else', '伊宁市公积金缴存比例'],
    ['a part of all', '昭苏县教师人数'],
    ['a part of all', '昭苏县村庄数量'],
    ['a population', '新疆有多少人口'],
    ['a population', '伊宁市常住人口是多少'],
    ['an area', '伊宁市面积'],
    ['an area', '昭苏县总面积多少平方公里'],
    ['how many there are', '昭苏县有多少个村'],
    ['how many there are', '伊宁市有几个区'],
    ['a distance', '昭苏到伊宁有多远'],
    ['a distance', '去昭苏坐飞机要多久'],
    ['a price', '房价'],
    ['a price', '油价'],
    ['a price', '昭苏草原门票多少钱'],
    ['a service', '身份证丢了怎么办'],
    ['a service', '乌恰县政府电话是多少'],
    ['a reason', '为什么旅游收入增长这么快'],
    ['a reason', '昭苏县为啥发展马产业'],
    ['a reason', '新源县招商引资下降是什么原因'],
    ['what is lacking', '新源有没有没通自来水的村'],
    ['what is lacking', '昭苏县哪些乡镇还没通柏油路'],
    ['a place that another sentence names', '和田2023年旅游收入'],
    ['a month', '昭苏县2024年7月接待游客'],
    ['a month', '伊宁市一季度旅游收入'],
    ['an opinion', '那拉提风景区好玩吗'],
    ['advice', '伊宁市现在该不该买房'],
    ['an opinion', '伊宁市哪家医院最好'],
    ['a superlative', '世界上最高的山是哪座'],
    ['half a word', '新源县核电站'],
  ])('%s: %s', async (_, question) => {
    expect((await searcher.search(question)).match).not.toBe('strong')
  })
})

describe('a question that they answer is', () => {
  it.each([
    '伊宁市2022年旅游收入多少亿元',
    '新疆粮食产量是多少',
    '昭苏县2024年接待游客多少',
    '伊宁市新建了多少条城市道路',
    '昭苏县高标准农田多少万亩',
    '乌恰全县公路有多长',
    '乌恰2023年城镇新增就业目标是多少人',
    '新源县民生支出占比',
    '新源县新能源产业产值多少来着',
    '昭苏有没有高端民宿',
    '伊宁市学前教育普惠率',
    '新源 种树 面积',
    '乌恰 反腐',
    '那拉提敬老院什么时候能用上',
    '扬州援疆',
  ])('%s', async (question) => {
    expect((await searcher.search(question)).match).toBe('strong')
  })
})

describe('readQuantity', () => {
  it.each([
    ['粮食产量是多少', '粮食产量达12.6万吨', true],
    ['粮食产量是多少', '粮食净增5600吨', false],
    ['粮食产量是多少', '粮食种植面积55万亩', false],
    ['固定资产投资多少亿元', '固定资产投资完成125.7亿元', true],
    ['固定资产投资多少亿元', '固定资产投资增长12%', false],
    ['有多少名医生', '新引进医生3名', false],
    ['有多少名医生', '全县共有医生320名', true],
    ['门诊多少钱', '门诊人次达3万', false],
    ['人口', '常住人口5.2万人', true],
    ['人口', '脱贫人口就业3万人', false],
    ['面积', '国土面积1.1万平方公里', true],
    ['面积', '绿化面积300亩', false],
    ['公里数多少公里', '公里数76.5千米', true],
    ['医生人数', '轮换医生20名', false],
    ['医生人数', '现有医生300名', true],
    ['新增医生人数', '新增医生20名', true],
    ['有多少个村通了公交', '86个村开通公交', true],
    ['今年通公交多少户', '公交通达3200户', true],
  ])('%s: %s', (question, sentence, isStated) => {
    const quantity = readQuantity(question, [])
    if (quantity === null) throw new Error('no quantity')
    const names = ['粮食', '固定资产投资', '医生', '门诊', '公里数'].filter((name) => question.includes(name))
    expect(statesQuantity(quantity, sentence, names)).toBe(isStated)
  })

  it.each([
    ['医保报销比例', '住院报销比例达70%', true],
    ['医保报销比例', '住院费用报销70%以上', true],
    ['医保报销比例', '参保率95%，报销流程不断简化', false],
    ['民生支出占比', '把财政支出的77%用于民生，支出结构不断优化', false],
    ['义务教育巩固率', '义务教育巩固率达99%', true],
    ['义务教育巩固率', '义务教育巩固率稳步提高，达到99%', true],
    ['义务教育巩固率', '入学率达99%，巩固率稳步提高', false],
    ['义务教育巩固率', '义务教育巩固提升，普惠率达83%', false],
  ])('knows a rate by what it is of: %s, %s', (question, sentence, isStated) => {
    const quantity = readQuantity(question, [])
    if (quantity?.rate == null) throw new Error('no rate')
    expect(statesQuantity(quantity, sentence, [quantity.rate])).toBe(isStated)
  })

  it.each(['旅游发展', '为什么要退耕还林', '三高项目指什么', '是哪几个地方', '四馆一站包括哪几个馆'])(
    'finds none in %s',
    (question) => {
      expect(readQuantity(question, [])).toBeNull()
    },
  )
})

describe('what the reports lack', () => {
  it.each([
    ['新源县有没有提到芯片', ['芯片']],
    ['新疆人均GDP', ['人均GDP']],
    ['看病能不能先看后付钱', []],
    ['tourism revenue of Zhaosu in 2024', []],
    ['恐龙', ['恐龙']],
    ['扬州援疆', []],
    ['伊宁市秋天雾霾', []],
    ['新源县盖不盖机场塔台', []], // no word of any report
    ['新源县地铁最高多少', ['地铁']],
    ['新源县试管婴儿', ['试管婴儿']],
    ['新源县的目标当时定的几', []],
    ['新源县旅游收入连续三年第一来着', []],
    ['新源县改造哪几个小区 有没有老人食堂', ['老人食堂']],
  ])('is named as a person would: %s', async (question, words) => {
    const { missing = [] } = await searcher.search(question)
    expect(missing.map(({ text }) => text)).toEqual(words)
  })

  it('suggests no word that is none: 失业金怎么领', async () => {
    const { suggestions } = await searcher.search('失业金怎么领')
    expect(suggestions.map(({ label }) => label).join()).not.toContain('业经')
  })
})

describe('markWords', () => {
  it.each([
    ['比去年的收入', [[0, 6]], '去年|收入'],
    ['去旅游', [[0, 3]], '旅游'],
    ['比例很高', [[0, 2]], '比例'],
  ])('leaves words of grammar unmarked: %s', (text, ranges, marked) => {
    const shown = markWords(text, ranges as [number, number][])
    for (const part of marked.split('|'))
      expect(shown.map((range) => text.slice(...range)).join()).toContain(part)
    for (const range of shown) expect(text.slice(...range)).not.toMatch(/^[的去比]$|^[的比](?!例)|的$/u)
  })
})
