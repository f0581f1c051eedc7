import { beforeAll, describe, expect, it } from 'vitest'
import type { Searcher } from '../../src/search/searcher.ts'
import { openFiveReports } from '../five-reports.ts'
import type { SentMessage } from './strict-telegram.ts'
import { TestChat } from './test-chat.ts'

let searcher: Searcher
beforeAll(async () => {
  searcher = await openFiveReports()
})

async function inTurn(...texts: readonly string[]): Promise<SentMessage> {
  const chat = new TestChat(searcher)
  const shown: SentMessage[] = []
  for (const text of texts) shown.push(await chat.say(text))
  return shown.at(-1) as SentMessage
}

const heading = (message: SentMessage): string =>
  message.text.split('\n').find((line) => line.startsWith('🔎')) ?? ''

describe('a short message behind an answer', () => {
  it.each([
    // Something asked of what was shown.
    [['新源 第四小学', '弄完了没'], '新源 第四小学 弄完了没'],
    [['伊宁海关', '要解决啥问题'], '伊宁 海关 要解决啥问题'],
    [['葱岭牧人是啥牌子', '电商一年卖了多少'], '葱岭牧人 牌子 电商一年卖了多少'],
    [['新疆新能源总装机', '占比'], '新疆 新能源总装机 占比'],
    [['昭温公路', '是修好了还是还在修嘛'], '昭苏县 昭温公路 进展'],
    // What one sentence says of both is asked of both, also where the words stand by themselves elsewhere.
    [['新疆棉花2023年产了多少', '占全国多少'], '新疆 2023年 棉花 产 占全国多少'],
    [['新疆粮食产量', '2024年打算增产多少'], '粮食产量'],
    [['自贸区有几个片区', '改革试点任务一共多少项', '今年全部落地？'], '改革试点任务'],
    // Of the place of all that was shown, where nothing answered.
    [['乌玉尔台水库投了几个亿', '不是说已经蓄水了吗'], '昭苏县 '],
    [['新疆 2023年 原煤产量', '昭苏2024年目标多少'], '昭苏 2024年 原煤产量 目标'],
    // An indicator alone, of the place, year and kind that were asked about.
    [['昭苏2025年GDP目标', '社零'], '昭苏2025年社零目标'],
    [['昭苏县旅游收入', '旅游收入'], '🔎 旅游收入'],
    [['疆电外送', '伊宁市旅游收入'], '🔎 伊宁市旅游收入'],
    [['新疆GDP增速', '全国排第几'], '新疆 GDP增速 全国排第几'],
    [['新疆2023进出口', '光出口呢'], '新疆2023出口'],
    [['新疆新能源', '光伏呢'], '光伏'],
    // Words that the passage shown has beside those asked for, and a part of its topic.
    [['2024年新疆原煤产量目标', '煤制气'], '新疆 2024年'],
    [['昭苏接待游客多少', '境外的'], '昭苏 接待游客 境外'],
    [['伊宁城镇居民收入', '农村的'], '伊宁农村居民收入'],
    [['新疆棉花产量', '全国占比'], '新疆 棉花产量 全国占比'],
    [['新源县旅游收入', '占gdp多少'], '新源县 旅游收入 占gdp多少'],
    [['昭苏县GDP', '报错了，是2025年当年的'], '2025年 昭苏县GDP'],
    [['新疆旅游收入', '涨了多少报告里写了吗'], '新疆 旅游收入 涨了多少'],
    [['新疆2023年旅游收入？', '为什么这么高'], '为什么'],
    // Another topic at the same place.
    [['新源新能源有啥大项目', '风电开工了没'], '新能源有 大项目 风电开工了没'],
    // The same at another place.
    [['乌恰援疆资金', '伊宁'], '伊宁援疆资金'],
    [['三难一不畅是哪三难', '新源报告里也提了没'], '新源 三难一不畅是哪三难'],
    [['八大产业集群是哪八个', '伊宁报告里咋解释的'], '伊宁 八大产业集群是哪八个'],
    [['乌恰援疆资金', '全疆呢'], '新疆维吾尔自治区援疆资金'],
    // A part of what was asked for.
    [['新疆2023年生产总值增速', '不对 我问的是兵团的'], '生产总值增速 兵团'],
    // A verb alone keeps the topic, as do the whole of what each has, and what is so now.
    [['新疆粮食产量目标', '那2022年实际打了多少'], '2022年 粮食产量'],
    [['伊宁市2022年人均GDP', '总量？'], '伊宁市2022年GDP 总量'],
    [['新疆2024年棉花产量目标', '现在多少'], '新疆 棉花产量 完成情况'],
    // Its own place again, with another topic.
    [['新源2023年要新增几家上市公司', '新源规上企业多少家'], '规上企业多少家'],
    // Another speaker, and who spoke.
    [['艾尔肯·吐尼亚孜报告里的旅游', '热合木那份呢'], '热合木报告里的旅游'],
    [['热合木说的旅游', '他提到就业吗'], '热合木 提到就业吗'],
    // What is asked of several before is set side by side.
    [['昭苏2023年GDP增速', '伊宁呢', '所以伊宁更快？'], '昭苏 伊宁'],
    [['新疆2023年城镇新增就业', '2024年的', '哪年多？多多少'], '2024年 2023年'],
    [['昭苏GDP增速', '伊宁呢', '新源呢', '三个里面最高的是？'], '昭苏 伊宁 新源'],
    // What asks by itself.
    [['昭苏接待游客多少', '哪些县有滑雪场'], '🔎 哪些县有滑雪场'],
    [['乌恰援疆资金', '昭苏县 石榴籽'], '🔎 昭苏县 石榴籽'],
    [['新疆接待游客多少', '旅游收入2967.15亿元'], '🔎 旅游收入2967.15亿元'],
    [['新疆棉花产量', '棉花品质不断提升，总产511.2万吨'], '🔎 棉花品质不断提升，总产511.2万吨'],
  ])('%j', async (texts, question) => {
    expect(heading(await inTurn(...texts))).toContain(question)
  })

  it('opens the report that its name names', async () => {
    expect((await inTurn('乌恰援疆资金', '伊宁市政府工作报告')).text).toMatch(/^📖 伊宁市 2023/u)
    expect((await inTurn('伊宁')).text).toMatch(/^📖 伊宁市 2023/u)
  })

  it('keeps a question nobody answers at its topic, and says so', async () => {
    const shown = await inTurn('2023年新疆造林面积', '2024计划', '为啥少了')
    expect(shown.text).toContain('没有找到直接说原因的句子')
    expect(shown.text).toContain('造林120万亩')
  })

  it('gives the numbered thing right behind the sentence shown', async () => {
    expect((await inTurn('2024年新疆十件民生实事', '第四条')).text).toContain(
      '四是积极帮扶和确保困难群体就业',
    )
  })

  it.each([
    [['新疆十件民生实事2024年花多少钱', '前一年'], '2023年'],
    [['新源2022年城镇新增就业', '五年加起来'], '新源 2022年 城镇新增就业 五年加起来'],
    [['新源农民收入', '城里人'], '新源城镇收入'],
    [['旅游兴疆哪几份报告有', '最早哪份'], '“旅游兴疆”最早什么时候提的'],
  ])('%j', async (texts, question) => {
    expect(heading(await inTurn(...texts))).toContain(question)
  })

  it('asks of what, where nothing is behind', async () => {
    expect((await inTurn('那个增长多少来着')).text).toContain('请回复我的那条回答')
  })

  it('takes a line of the metro for no number that is claimed', async () => {
    expect((await inTurn('乌鲁木齐6号线开了吗')).text).toMatch(/^🔎 乌鲁木齐6号线开了吗/u)
  })

  it('takes a year in a question for no number that is claimed', async () => {
    expect((await inTurn('新疆24年房价会降吗')).text).toMatch(/^🔎 新疆24年房价会降吗/u)
  })

  it('weighs and tables two places at once', async () => {
    expect((await inTurn('伊宁2022gdp', '哪个大 大多少')).text).toContain('新源县')
    expect((await inTurn('对比伊宁和新源2023年GDP目标', '乌恰的也加上')).text).toContain('乌恰县')
  })
})
