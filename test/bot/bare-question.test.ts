import { describe, expect, it } from 'vitest'
import { bareQuestion } from '../../src/bot/talk/bare-question.ts'
import type { Searcher } from '../../src/search/searcher.ts'
import { openFiveReports } from '../five-reports.ts'
import { TestChat } from './test-chat.ts'

describe('the question in a message', () => {
  it.each([
    ['你好，急，请问昭苏县2024年旅游收入是多少？谢谢🙏', '请问昭苏县2024年旅游收入是多少？'],
    ['昭苏县旅游收入，在线等', '昭苏县旅游收入'],
    ['我是报社的记者，赶稿，昭苏县旅游收入', '昭苏县旅游收入'],
    ['不好意思，打扰了，伊宁市粮食产量多少', '伊宁市粮食产量多少'],
    ['领导等着要，伊宁市粮食产量多少', '伊宁市粮食产量多少'],
    ['伊宁市怎么发展夜间经济，不超过100字', '伊宁市怎么发展夜间经济'],
    ['夜间经济，要原文和出处', '夜间经济'],
    ['查询：昭苏马产业；要求：原文', '昭苏马产业'],
    ['嗯那个昭苏县旅游收入', '昭苏县旅游收入'],
    ['昭苏县的就是旅游收入是多少然后增长了多少', '昭苏县的旅游收入是多少，增长了多少'],
    ['核实一下，昭苏县2024年接待游客760.16万人次', '昭苏县2024年接待游客760.16万人次'],
    ['医院什么时候修好，看病太难了😡', '医院什么时候修好'],
    ['我们昭苏县有几个水库', '昭苏县有几个水库'],
    ['報告裏有冇提到旅遊節', '報告裏有没有提到旅遊節'],
    ['那个县旅游收入最高', '哪个县旅游收入最高'],
    ['网上都说昭苏县2024年旅游收入30.38亿元，真的假的', '昭苏县2024年旅游收入30.38亿元'],
    ['有人讲昭苏县2024年旅游收入涨了两成，有这回事吗', '昭苏县2024年旅游收入涨了两成'],
    ['昭苏县2024年旅游收入30.38亿元，别是吹的吧', '昭苏县2024年旅游收入30.38亿元'],
    ['说一下民生', '说一下民生'],
    ['昭苏县旅游收入[抱拳][玫瑰]', '昭苏县旅游收入'],
    ['[通知]昭苏县旅游收入', '[通知]昭苏县旅游收入'],
    ['听说伊宁要建高铁站', '听说伊宁要建高铁站'],
    ['昭苏县2024年旅游收入30.38亿元，对吗', '昭苏县2024年旅游收入30.38亿元'],
    ['昭苏县2024年旅游收入30.38亿元对吧', '昭苏县2024年旅游收入30.38亿元'],
    ['昭苏县2024年旅游收入30.38亿元 帮我核对下', '昭苏县2024年旅游收入30.38亿元'],
    ['昭苏县2024年固定资产投资增长12%属实吗', '昭苏县2024年固定资产投资增长12%'],
    ['“伊宁市2022年地区生产总值增长6%” 这句能用吗', '伊宁市2022年地区生产总值增长6%'],
    ['那我写“2024年昭苏接待游客突破900万人次” 对不', '2024年昭苏接待游客突破900万人次'],
    ['“六星街和喀赞其都创建为国家级旅游休闲街区” 这么写行吗', '六星街和喀赞其都创建为国家级旅游休闲街区'],
    ['“庸懒散慢软浮推拖假乱” 这样写对不', '“庸懒散慢软浮推拖假乱”'],
    ['昭苏县旅游收入，1,200字以内', '昭苏县旅游收入'],
    ['1,200字以内，昭苏县旅游收入', '昭苏县旅游收入'],
    ['昭苏县旅游收入,200字以内', '昭苏县旅游收入'],
    ['伊宁粮食产量12.6万吨，大家帮我看看这个数据对不对', '伊宁粮食产量12.6万吨'],
  ])('is bare: %s', (message, question) => {
    expect(bareQuestion(message)).toBe(question)
  })

  it.each([
    '昭苏 牛',
    '就业 -高校',
    '民族团结 金句',
    '急救中心',
    '太阳能 光伏',
    '额敏县',
    '喂养',
    '那拉提景区',
    '那昭苏呢',
    '“乡村振兴” 产业',
    '旅游 地区:昭苏县 年份:2022-2024',
    '粮食总产量12.6万吨，增长1,200吨',
    '生态优先，绿色发展',
    '总结，部署',
    '谢谢',
    '👍',
    '1️⃣',
    '',
  ])('is the message itself: %j', (message) => {
    expect(bareQuestion(message)).toBe(message)
  })
})

describe('a pasted text', () => {
  it.each([
    [160, 157],
    [161, 161],
  ])('of %i characters has %i of them left', (length, left) => {
    expect(bareQuestion(`谢谢，${'路'.repeat(length - 3)}`)).toHaveLength(left)
  })

  it('states nothing that could be checked in eleven characters', () => {
    expect(bareQuestion('粮食产量12.6万吨，这个数据帮我核对一下')).toContain('核对')
  })
})

describe('an answer to a message with talk in it', () => {
  let searcher: Searcher
  const ask = async (text: string): Promise<string> => {
    searcher ??= await openFiveReports()
    return (await new TestChat(searcher).say(text)).text
  }

  it('is the figure', async () => {
    expect(await ask('您好，急用，昭苏县2024年旅游收入到底多少？麻烦了🙏')).toMatch(/^30\.38亿元/u)
  })

  it.each([
    '有没有说给老人发钱的',
    '伊宁是不是叫什么花城之类的',
    '我要写一段关于营商环境的，伊宁市是怎么表述的',
  ])('names no scrap of speech as a word that the reports lack: %s', async (text) => {
    expect(await ask(text)).not.toMatch(/“(?:说给|花城之类|表述)”/u)
  })

  it.each(['我县今年的民生实事有哪些', '我们这儿的医院什么时候能修好', '本市的教育怎么样'])(
    'says that nobody knows the place: %s',
    async (text) => {
      expect(await ask(text)).toContain('我不知道')
    },
  )

  it.each(['伊宁报告承认哪些不足', '昭苏政府承认自己哪里没做好', '新疆承认有什么困难'])(
    'is what a report says of its own faults: %s',
    async (text) => {
      const said = await ask(text)
      expect(said).toMatch(/清醒地?认识/u)
      expect(said).not.toContain('没有提到')
    },
  )

  it('does not say so where the place is named', async () => {
    expect(await ask('我们昭苏县今年的民生实事有哪些')).not.toContain('我不知道')
  })

  it('says of a quotation that it is in no report', async () => {
    expect(await ask('报告里是不是有“来了就是伊犁人”这句话')).toContain('没有一份报告提到')
    expect(await ask('昭苏县2025报告里的“三个年”是什么意思')).toContain('没有提到“三个年”')
  })
})
