import { beforeAll, describe, expect, it } from 'vitest'
import { readFollowUpIn } from '../../src/bot/talk/read-follow-up.ts'
import type { Searcher } from '../../src/search/searcher.ts'
import { openFiveReports } from '../five-reports.ts'
import type { SentMessage } from './strict-telegram.ts'
import { BOT, TestChat } from './test-chat.ts'

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

describe('what follows an answer', () => {
  it.each([
    ['省里呢', { kind: 'above', level: '省' }],
    ['那州里怎么说', { kind: 'above', level: '市' }],
    ['再看看全国', { kind: 'above', level: '国' }],
    ['哪份提得最多', { kind: 'mentions' }],
    ['还有没得', { kind: 'more', isOfShown: true }],
    ['这三个哪个今年目标最高', { kind: 'weigh', isOfPlaces: true }],
    ['两个比哪个定得高', { kind: 'weigh', isOfPlaces: true }],
    ['增速排一下', { kind: 'weigh', isOfPlaces: true }],
    ['排个名', { kind: 'weigh', isOfPlaces: true }],
    ['省里的报告写的也是这个数', { kind: 'above', level: '省' }],
    ['其他几个地方的占比呢', { kind: 'elsewhere', level: '地' }],
    ['再说一遍，短点', { kind: 'again', isSame: true }],
    ['是计划吗', { kind: 'again', isSame: true }],
    ['没有写吗', { kind: 'again', isSame: true }],
    ['真的没提到吗', { kind: 'again', isSame: true }],
    ['算目标吧', { kind: 'again', isSame: true }],
    ['到底多少', { kind: 'again', isSame: false }],
    ['最近一份报告里是多少', { kind: 'newest' }],
    ['最新的呢', { kind: 'newest' }],
    ['第四个再说一遍', { kind: 'nth', number: 4 }],
    ['30是目标吗', { kind: 'claim', amount: '30', place: '目标' }],
    ['当时计划是1000对吧', { kind: 'claim', amount: '1000', place: '计划' }],
    ['除了这条还有没有', { kind: 'more', isOfShown: false }],
    ['还有别的', { kind: 'more', isOfShown: false }],
    ['市上有没有提到这个项目', { kind: 'above', level: '市' }],
    ['目标比实际多出来多少', { kind: 'weigh' }],
    ['三个里头谁最多', { kind: 'weigh', isOfPlaces: true }],
    ['哪个增得快', { kind: 'weigh', isOfPlaces: true }],
    ['24年目标定高了还是定低了', { kind: 'weigh' }],
    ['比24年定的目标高还是低', { kind: 'weigh' }],
    ['25年的目标反倒比这个少', { kind: 'weigh' }],
    ['新源的拿来比一比', { kind: 'beside', words: '新源的拿来比一比' }],
    ['再加上昭苏，三家谁最多', { kind: 'beside', words: '再加上昭苏,三家谁最多' }],
    ['那就是说2025年的目标定得比2024年还高咯', { kind: 'weigh', isOfPlaces: false }],
    ['第七件原话', { kind: 'item', number: 7 }],
    ['哪个县说得最多', { kind: 'mentions' }],
    ['不对吧，我记得是17', { kind: 'claim', amount: '17' }],
    ['不是7%吗', { kind: 'claim', amount: '7%' }],
    ['应该是增长8.5%吧', { kind: 'claim', amount: '增长8.5%' }],
    ['第3件具体怎么弄', { kind: 'item', number: 3 }],
    ['第二点', { kind: 'item', number: 2 }],
    ['第五部分讲了啥', { kind: 'part', words: '第五部分' }],
    ['到底是多少', { kind: 'again' }],
    ['这个说法怎么理解', { kind: 'meaning' }],
    ['是什么意思', { kind: 'meaning' }],
    ['原文怎么写的', { kind: 'open' }],
    ['上面那条原文', { kind: 'open' }],
    ['谁报告的', { kind: 'cite' }],
    ['是几号的', { kind: 'cite' }],
    ['那会是哪天开的', { kind: 'cite' }],
    ['啥时候开的会', { kind: 'cite' }],
    ['会议日期', { kind: 'cite' }],
    ['会议什么时候开的', { kind: 'cite' }],
    ['给个出处', { kind: 'cite' }],
    ['按论文引用格式给我', { kind: 'cite' }],
    ['这报告谁做的', { kind: 'cite' }],
    ['到底差多少', { kind: 'weigh', isOfPlaces: false }],
    ['哪个县更高', { kind: 'weigh', isOfPlaces: true }],
    ['昭苏也是12%对吧', { kind: 'claim', amount: '12%', place: '昭苏' }],
    ['现在是30万亩对不对', { kind: 'claim', amount: '30万亩' }],
    ['各提了几次', { kind: 'mentions' }],
    ['最早什么时候提的', { kind: 'mentions' }],
    ['后面说的什么', { kind: 'neighbour', of: 'sentence', by: 1 }],
    ['是不是比去年高', { kind: 'weigh', words: '是不是比去年高' }],
    ['不要实绩', { kind: 'only', words: '目标' }],
    ['最后一条', { kind: 'nth', number: -1 }],
  ])('%s', async (text, followUp) => {
    expect(await readFollowUpIn(searcher, text)).toMatchObject(followUp)
  })

  it.each([
    ['不是，我说的是2024年', undefined],
    ['应该是2024年的', undefined],
    ['那什么时候通', undefined],
    ['伊宁有吗', undefined],
    ['2025年的目标', undefined],
    ['一共投了多少钱', undefined],
    ['这个县粮食产量呢', undefined],
    ['第3条', 'nth'],
    ['省级高新区有几个', undefined],
    ['省里给了多少钱修路', undefined],
    ['这次大会什么时候开', 'cite'],
    ['哪个县的旅游收入最多', undefined],
    ['旅游投资多少钱', undefined],
    ['机场今年建不建', undefined],
    ['今年旅游收入做到多少', undefined],
    ['乡村振兴是什么意思', undefined],
    ['水库开工了没', undefined],
    ['引用外资多少', undefined],
    ['高考成绩高了多少', undefined],
    ['开放型经济怎么发展', undefined],
    ['哪些报告提到了旅游', undefined],
    ['今年投资增长多少', undefined],
  ])('is not taken for it: %s', async (text, kind) => {
    expect((await readFollowUpIn(searcher, text))?.kind).toBe(kind)
  })
})

describe('a follow-up', () => {
  it.each([
    [['昭苏旅游收入多少', '自治区里呢'], '自治区旅游收入多少'],
    [['昭苏旅游收入多少', '州里呢'], '伊犁哈萨克自治州旅游收入多少'],
    [['营商环境出现了几次', '哪个县提得最多'], '“营商环境”哪个县提得最多'],
    [['昭苏天马节办到第几届了', '这届什么时候办的'], '昭苏 天马节'],
    [['那拉提敬老院', '这个县今年有什么目标'], '新源县'],
    [['新源县城镇居民收入目标', '农村的呢'], '新源县农村居民收入目标'],
    [['昭苏县长是谁', '新源的呢'], '新源县长是谁'],
    [['昭苏县长是谁', '那伊宁市长呢'], '🔎 伊宁市长'],
    [['冰雪旅游', '伊宁有吗'], '伊宁 冰雪旅游'],
    [['伊宁市旅游收入', '其他县呢', '昭苏呢'], '🔎 昭苏 旅游收入'],
    [['昭苏 乌玉尔台水库', '投资多少钱'], '昭苏 乌玉尔台水库 投资多少钱'],
    [['昭苏2024年旅游收入多少', '计划做到多少'], '昭苏 2025年 旅游收入 目标'],
    [['昭苏 “三难一不畅”', '这个词怎么理解'], '三难一不畅是什么意思'],
    [['伊宁市2022年旅游收入', '谢谢', '那昭苏呢'], '昭苏2022年旅游收入'],
    [['伊宁市2022年旅游收入', '太长了', '换2023年的'], '伊宁市2023年旅游收入'],
    [['伊宁市2022年旅游收入', '2023年打算多少'], '伊宁市2023年旅游收入 目标'],
    [['伊宁市2022年旅游收入', '2023年目标'], '2023年'],
    [['三难一不畅', '哪些报告提了', '一共几次'], '“三难一不畅”报告提到一共几次'],
    [['那拉提敬老院', '还有别的养老院吗'], '新源县 养老院'],
    [['自治区2024年报告里的就业', '乌恰的呢'], '乌恰报告里的就业'],
    [['新源县教育', '本科上线率81.99%是吧'], '新源县 本科上线率81.99%'],
    [['康苏', '引水那个 原文发我'], '康苏 引水'],
    [['新疆粮食总产', '面积呢'], '新疆 粮食总面积'],
    [['新疆粮食总产', '面积呢', '今年的任务是多少'], '今年 新疆 粮食总面积 目标'],
    [['昭苏旅游收入', '人数呢'], '昭苏 旅游人数'],
    [['新疆高标准农田', '昭苏的累计和新增'], '昭苏高标准农田'],
    [['新疆治安 公众安全满意度', '有人说排全国第一'], '公众安全满意度 排全国第一'],
    [['昭苏2024 GDP增速', '总量多少亿'], 'GDP 总量'],
    [['伊宁堵车的问题报告提没提', '那打算咋解决'], '堵车的问题'],
    [['昭苏旅游收入', '新源 葡萄酒'], '新源 葡萄酒'],
    [['昭苏旅游收入', '新源殡仪馆'], '新源殡仪馆'],
    [['殡仪馆', '伊宁市那个'], '伊宁市 殡仪馆'],
    [['昭苏旅游收入', '伊宁那边的嘞'], '伊宁旅游收入'],
    [['伊犁马', '买一匹要多少钱'], '伊犁马 买一匹要多少钱'],
    [['新疆2023年接待游客多少', '前一年呢'], '新疆2022年接待游客多少'],
    [['新疆2023年接待游客多少', '上一年呢'], '新疆2022年接待游客多少'],
    [['新疆2023年接待游客多少', '上年呢'], '新疆2022年接待游客多少'],
    [['新疆2023年接待游客多少', '前年呢'], '新疆2021年接待游客多少'],
    [['新疆2023年接待游客多少', '明年呢'], '新疆2024年接待游客多少'],
    [['昭苏县GDP增长目标', '那固定资产投资实绩呢'], '昭苏县固定资产投资增长 实绩'],
    [['旅游 地区:昭苏县 年份:2025', '2024年呢'], '2024年 旅游 地区:昭苏县'],
    [['旅游 地区:昭苏县 年份:2023', '那伊宁呢'], '伊宁 旅游 年份:2023'],
    [['昭苏县2024旅游收入目标', '加上2025年'], '昭苏县 2024年 2025年 旅游收入'],
    [['昭苏县2024年旅游收入目标', '加上伊宁'], '昭苏县 伊宁 2024年 旅游收入目标'],
    [['昭温公路', '区上的报告里提没提到这条路'], '新疆维吾尔自治区 昭温公路'],
    [['新源农村居民收入多少钱', '城里人的呢'], '新源城镇居民收入多少钱'],
    [['玉龙喀什水利枢纽', '这个已经建成了是吧'], '玉龙喀什水利枢纽 已经建成了'],
  ])('asks on: %j', async (texts, question) => {
    expect(heading(await inTurn(...texts))).toContain(question)
  })

  it.each([
    ['昭苏2024年接待游客多少', '不对吧，我记得是860万', '与报告不符'],
    ['昭苏2024年旅游收入多少', '应该是30.38吧', '与报告一致'],
    ['昭苏县2024年GDP增速', '不是7%吗', '与报告不符'],
    ['昭苏空气优良天数', '所以2025年目标也是100%对吧', '99%以上（目标）'],
    ['乌恰招商引资完成了多少', '有人说比上年涨了8%，是真的吗', '增长0.8%（实绩）'],
    ['新疆原煤产量', '5亿吨那个是实际还是计划', '2024年的目标'],
    ['新疆原煤产量', '5亿吨那个是计划还是实际', '2024年的目标'],
    ['伊宁旅游收入', '2023年目标是70亿元吗', '74.9亿元（目标）'],
    ['伊宁旅游收入', '目标是74.9吧', '与报告一致'],
    ['新疆粮食产量', '2024年还要增加100万吨吗', '增长100万吨以上（目标）'],
    ['伊宁城镇新增就业', '我写2023年计划新增就业1.1万人 行不行', '9000人（目标）'],
  ])('checks the number that one has in mind: %s, %s', async (question, claim, verdict) => {
    expect((await inTurn(question, claim)).text).toContain(verdict)
  })

  it('states the figure of which two numbers were weighed, and of a statement that was wrong', async () => {
    expect((await inTurn('伊宁市城镇新增就业', '9000人还是1.1万人？')).text).toMatch(/^1\.1万人/u)
    expect((await inTurn('昭苏2024年旅游收入40亿元', '那实际多少')).text).toMatch(/^30\.38亿元/u)
  })

  it('names the part of any report where nothing was shown before', async () => {
    expect((await inTurn('第五部分讲了啥')).text).toContain('点开看')
  })

  it('opens the part of the report whose card was shown', async () => {
    expect((await inTurn('介绍下伊宁市的报告', '第五部分讲了啥')).text).toContain(
      '五、推进以人为核心的新型城镇化',
    )
  })

  it('shows once more what it cannot check, and says so', async () => {
    const asked = await inTurn('乌恰 反腐')
    expect((await inTurn('乌恰 反腐', '我记得是17')).text).toBe(`没有找到说到“17”的。\n${asked.text}`)
    expect((await inTurn('乌恰 反腐', '我记得是17.3%')).text).toBe(`没有找到说到“17.3%”的。\n${asked.text}`)
  })

  it('shows one of the things that the words shown number', async () => {
    const shown = await inTurn('乌恰县 不足和问题 一是 二是', '第二点具体是什么')
    expect(shown.text).toContain('二是')
  })

  it('sets side by side what was asked of two years or places', async () => {
    const years = await inTurn('伊宁市2022年旅游收入', '2023年目标呢', '高了多少')
    expect(years.text).toMatch(/56\.4亿元.*74\.9亿元/su)
    const places = await inTurn('伊宁市旅游收入', '那昭苏呢', '谁多')
    expect(places.text).toMatch(/56\.4亿元.*30\.38亿元/su)
  })

  it('checks the number for another place', async () => {
    const { text } = await inTurn('伊宁市2023年旅游收入目标', '新源也是74.9亿元对吧')
    expect(text).toContain('与报告不符')
    expect(text).toContain('46.8亿元')
  })

  it('checks the number for what no indicator names', async () => {
    expect((await inTurn('昭苏托育机构', '现在是15个对吗')).text).toContain('与报告一致')
  })

  it('checks what is said of the place that was shown', async () => {
    const { text } = await inTurn('新源县教育', '本科上线率81.99%，是吗')
    expect(text).toContain('与报告一致')
  })

  it('asks of all where nothing came before it', async () => {
    expect((await inTurn('2023年打算干些什么')).text).not.toContain('请回复我的那条回答')
  })

  it('takes 第三条 for what the words shown number, or for the third of the hits', async () => {
    const items = await inTurn('乌恰县 不足和问题 一是 二是', '第三条')
    expect(items.text).toMatch(/…三是/u)
    const hits = await inTurn('伊宁市旅游', '第三条')
    expect(hits.text).not.toMatch(/…三是/u)
  })

  it('lists what the sentence shown leads in to, and shows the one that is asked for', async () => {
    const { text } = await inTurn('谢谢', '自治区十件民生实事有哪些')
    expect(text).toMatch(/全力抓好2024年十件民生实事.*其中各项：\n一是.*\n十是/su)
    expect((await inTurn('自治区今年十件实事', '第九条是啥')).text).toMatch(/…九是/u)
  })

  it('goes on behind a list, and turns the page of hits', async () => {
    expect((await inTurn('昭苏县承认自己有啥毛病', '还有呢')).text).toContain('对这些问题，我们将高度重视')
    expect((await inTurn('昭苏县承认自己有啥毛病', '下一页')).text).not.toContain(
      '对这些问题，我们将高度重视',
    )
  })

  it('asks for a reply where no answer came before', async () => {
    expect((await inTurn('谢谢', '哪份提得最多')).text).toContain('请回复我的那条回答')
  })
})

describe('the places that the same was asked of, one message after the other', () => {
  it('are set side by side by their newest reports, with the growth or aim asked for', async () => {
    const asked = ['伊宁市招商引资到位多少', '那新源', '昭苏和乌恰呢']
    const ranked = await inTurn(...asked, '增速排一下')
    expect(heading(ranked)).toContain('伊宁市 新源 昭苏 乌恰')
    expect(ranked.text).toMatch(/\+36\.1%.*\+29\.11%.*\+25\.96%.*\+0\.8%/su)
    const visited = ['昭苏2024年来了多少游客', '伊宁市呢', '新源呢']
    const { text } = await inTurn(...visited, '这三个哪个今年目标最高')
    expect(text).toMatch(/1248万人次.*900万人次.*840万人次/su)
    expect(text).not.toContain('乌恰')
  })

  it('are forgotten where something else is asked', async () => {
    const { text } = await inTurn('伊宁市旅游收入', '那新源', '新源县教育', '谁多')
    expect(text).not.toContain('🔎 伊宁市')
  })
})

describe('another place behind the card of a report', () => {
  it('is its own report, of whatever year', async () => {
    const chat = new TestChat(searcher)
    await chat.say('乌恰县2023年报告')
    expect((await chat.say('昭苏呢')).text).toMatch(/^📖 昭苏县 2025\n/u)
  })
})

describe('one of things that are numbered', () => {
  it('is shown by its number in the question, and by the steps behind it', async () => {
    const chat = new TestChat(searcher)
    expect((await chat.say('自治区十件民生实事第六件')).text).toContain('六是实施道路交通运输安全整治行动')
    expect((await chat.say('下一件')).text).toContain('七是实施中小学生爱眼护齿行动')
    expect((await chat.say('再下一件')).text).toContain('八是开展居家社区养老服务')
    expect((await chat.say('上一件')).text).toContain('七是实施中小学生爱眼护齿行动')
  })

  it.each([
    ['乌恰2023年重点工作安排有几条', '第七条全文', '(七)踔厉奋发勇毅前行,激发稳岗就业新活力'],
    ['新源报告2023年重点工作一共几个方面', '第四个展开看看', '（四）发展现代农业'],
  ])('is a heading where headings were asked for: %s, %s', async (question, nth, heading) => {
    const chat = new TestChat(searcher)
    // What was asked before the headings is not what follows them.
    await chat.say('伊宁市旅游收入')
    await chat.say(question)
    expect((await chat.say(nth)).text).toContain(heading)
  })

  it.each(['昭苏是不是全疆第一个', '伊宁市的第三条高速公路', '第六件'])('is none of: %s', async (text) => {
    expect((await new TestChat(searcher).say(text)).text).not.toMatch(/(?:一|三|六)是/u)
  })
})

describe('a table of several indicators at several places', () => {
  it('has no empty heading', async () => {
    const chat = new TestChat(searcher)
    await chat.say('新源县城里和农村的人均收入是多少元？')
    const table = await chat.say('加上伊宁市', {
      reply_to_message: { ...chat.telegram.messages.at(-1), from: BOT },
    })
    expect(heading(table)).toContain('对比')
    expect(table.text).toContain('农村')
  })
})

it.each([
  // One number takes the place of the other, and one measure too.
  [['伊宁市2022年gdp增长6%对吗', '那招商引资涨了36.1%呢'], /涨了36\.1%\n+与报告一致/],
  [['昭苏2024年GDP增长', '总量呢'], /报告只说了增速，没有说总量/],
  // What the message itself says and no passage near does is told, and no answer is a strong one then.
  [['新源县教育', '碳币发了多少'], /^没有找到说到“碳币”的。\n🔎[^\n]*\n没有直接对应的段落/],
  [['伊宁市2022年旅游收入', '2023年目标呢', '这俩口径一样吗'], /口径以原文为准.*74\.9亿元.*56\.4亿元/s],
  [
    ['疆电外送2023年送了多少', '第四通道开工了吗'],
    /没有回顾 2024 年的新疆维吾尔自治区报告[^\n]*\n…[^\n]*第四通道等重大工程前期工作/,
  ],
  [['那拉提机场', '第三个具体干什么'], /^那条回答里没有找到这一项/],
  // What numbers nothing may still stand in lines with numbers.
  [['新源县2023年有哪些重点项目', '第二个具体说说'], /智能制造、循环科技/],
  [['新源2022年城镇新增就业', '2023年目标一样吗'], /城镇新增就业.*\n.*3100人/su],
  [['新源旅游收入目标', '再说一遍'], /^46\.8亿元/],
  [['新源2022年GDP增长多少', '最新的呢'], /🔎 新源 ?GDP增长多少/],
  [['新源白酒今年产值', '是计划吗', '还有吗'], /已经没有更多段落/],
  [['昭苏旅游收入', '那句相知无远近是哪个报告的'], /相知无远近，万里尚为邻/],
  [['昭苏旅游收入目标', '这是计划还是已经实现的'], /^39\.6亿元以上 · 2025年 · 目标/],
  [['伊宁市2022年旅游收入', '这是实际完成的还是计划'], /^56\.4亿元 · 2022年 · 实绩/],
  // Of a list each figure is told by its own name.
  [
    ['2024年昭苏县城镇、农村居民人均可支配收入分别增长9.2%、6.1%'],
    /年城镇居民人均可支配收入增长6\.1%（实绩）\n✗ 昭苏县2024年农村居民人均可支配收入增长9\.2%/,
  ],
  // What was quoted without its marks stands there; a term of the same characters in another order does not.
  [['“路虽远行则将至”'], /文字与原文一致，仅标点不同/],
  [['路虽远行则将至 这话是谁在报告里讲的'], /文字与原文一致，仅标点不同/],
  [['“民生十件实事”'], /没有找到相关段落/],
  // Of which place, of which year and in which words it is, asks of the words in marks, though one character differs.
  [['“相知无远近，万里皆为邻”是哪个县的报告'], /与原文有出入.*万里.*为邻/su],
  [['“相知无远近，万里皆为邻”是哪一年的报告里的'], /与原文有出入/],
  [['“相知无远近，万里皆为邻”这句原文怎么写的，要一字不差'], /与原文有出入/],
  [['三难一不畅是什么鬼'], /^🔎[^\n]*\n9\.“三难一不畅”/],
])('%j is answered by %s', async (messages, expected) => {
  const chat = new TestChat(searcher)
  let text = ''
  for (const message of messages) ({ text } = await chat.say(message))
  expect(text).toMatch(expected)
})
