import { beforeAll, describe, expect, it } from 'vitest'
import { citePassage } from '../../src/answer/citation.ts'
import { widthOf } from '../../src/bot/replies/figure-table.ts'
import type { Passage } from '../../src/corpus/report.ts'
import type { Searcher } from '../../src/search/searcher.ts'
import { openFiveReports } from '../five-reports.ts'
import { BOT, buttons, findButton, GROUP, labels, PERSON, spans, TestChat } from './test-chat.ts'

let searcher: Searcher
let passage: Passage
beforeAll(async () => {
  searcher = await openFiveReports()
  const { hits } = await searcher.search('“实现旅游收入56.4亿元”')
  passage = (hits[0] as (typeof hits)[number]).passage
})

const chatWith = (deps = {}): TestChat => new TestChat(searcher, deps)

describe('a passage', () => {
  it('is shown whole, with its citation', async () => {
    const shown = await chatWith().say(`/start ${passage.id}`)
    const found = await searcher.passage(passage.id)
    expect(spans(shown, 'blockquote')).toEqual([passage.text])
    expect(shown.text).toContain(found === null ? '' : citePassage(passage, found.report))
  })

  it('copies its citation, shares itself by its id, and has no way back without a question', async () => {
    const shown = await chatWith().say(`/start ${passage.id}`)
    expect(findButton(shown, '复制出处').copy_text?.text).toContain('[R]')
    expect(labels(shown)).not.toContain('复制')
    expect(findButton(shown, '分享').switch_inline_query_chosen_chat?.query).toBe(passage.id)
    expect(labels(shown)).not.toContain('返回结果')
  })

  it('cannot be shared by a bot without an inline mode', async () => {
    const botInfo = { ...BOT, supports_inline_queries: false }
    expect(labels(await chatWith({ botInfo }).say(`/start ${passage.id}`))).not.toContain('分享')
  })

  it('opens as a page: in Telegram where two talk, in a browser in a group, and not at all without an address', async () => {
    const pagesUrl = 'https://example.org/yinju'
    const url = `${pagesUrl}/passages/${passage.id}`
    const alone = await chatWith({ pagesUrl }).say(`/start ${passage.id}`)
    expect(findButton(alone, '打开网页').web_app).toEqual({ url })
    const fields = { chat: GROUP }
    const together = await chatWith({ pagesUrl }).say(`/start@${BOT.username} ${passage.id}`, fields)
    expect(findButton(together, '打开网页').url).toBe(url)
    expect(labels(await chatWith().say(`/start ${passage.id}`))).not.toContain('打开网页')
  })

  it('has no paragraph before the first and none after the last', async () => {
    const report = await searcher.report('yining-2023')
    const first = await chatWith().say(`/start ${report?.passages[0]?.id}`)
    const last = await chatWith().say(`/start ${report?.passages.at(-1)?.id}`)
    expect(labels(first)).not.toContain('上一段')
    expect(labels(first)).toContain('下一段')
    expect(labels(last)).not.toContain('下一段')
  })

  it('can be drawn by lot, every one with the same chance', async () => {
    const catalog = await searcher.catalog()
    for (const lot of [0, 0.5, 0.999999]) {
      const shown = await chatWith({ random: () => lot }).say('/random')
      expect(shown.text).toMatch(/第\d+段/)
      expect(labels(shown)).toContain('再来一段')
    }
    expect(catalog.passages).toBeGreaterThan(0)
  })
})

describe('a quote', () => {
  const TRUE = '全年接待游客934.7万人次，实现旅游收入56.4亿元'
  const WRONG = '全年接待游客934.7万人次，实现旅游收入58.4亿元'

  it('is recognised as verbatim', async () => {
    const reply = await chatWith().say(TRUE)
    expect(reply.text).toContain('与原文一致 ✓')
    expect(reply.text).toContain('伊宁市2023年政府工作报告')
  })

  it('shows and copies the heading that a quote is made of, not the paragraph below', async () => {
    const reply = await chatWith().say('/verify 淬炼高质量发展合力')
    const heading = '七、聚焦民族团结,全力以赴淬炼高质量发展合力'
    expect(spans(reply, 'blockquote')).toEqual([heading])
    expect(findButton(reply, '复制').copy_text?.text).toMatch(new RegExp(`^“${heading}”\n`))
  })

  it('is compared character by character when it differs', async () => {
    const reply = await chatWith().say(WRONG)
    expect(reply.text).toContain('与原文有出入')
    expect(spans(reply, 'strikethrough').join()).toContain('58.4')
    expect(spans(reply, 'underline').join()).toContain('56.4')
    expect(reply.text).toContain(`${TRUE}。`)
  })

  it('is said to have the same words in another order when it has', async () => {
    const [one = '', other = ''] = TRUE.split('，')
    const reply = await chatWith().say('/verify 坚决落实党政机关过紧日子的要求，一般性支出严控')
    expect(reply.text).toContain('文字全都相同，只是先后不同。')
    expect((await chatWith().say(`/verify ${WRONG}`)).text).not.toContain('先后不同')
    expect((await chatWith().say(`/verify ${other}，${one}`)).text).not.toContain('与原文一致')
  })

  it('opens its passage and comes back to the comparison', async () => {
    const chat = chatWith()
    const check = await chat.say(WRONG)
    const opened = await chat.press(check, '打开原段')
    expect(spans(opened, 'blockquote')).toEqual([passage.text])
    expect((await chat.press(opened, '返回结果')).text).toBe(check.text)
    const related = await chat.press(check, '相关段落')
    expect(labels(related)).toContain('引文核对')
    expect((await chat.press(related, '引文核对')).text).toBe(check.text)
  })

  it('is checked on demand, as words or as a reply to a message or to a part of it', async () => {
    const chat = chatWith()
    expect((await chat.say(`/verify ${WRONG}`)).text).toContain('与原文有出入')
    const reply_to_message = { message_id: 3, date: 1, chat: GROUP, text: `他说：${TRUE}，对吗` }
    const replied = await chat.say('/verify', { reply_to_message, quote: { text: TRUE, position: 3 } })
    expect(replied.text).toContain('与原文一致 ✓')
    expect((await chat.say('/verify')).text).toContain('/verify 后面')
  })

  it('that stands nowhere is said to', async () => {
    expect((await chatWith().say('/verify 月亮上的居民共同修建了一条通往木星的隧道')).text).toContain(
      '没有找到这段引文',
    )
  })
})

describe('/compare', () => {
  it('sets the reports side by side by place and year, figures in bold', async () => {
    const chat = chatWith()
    const reply = await chat.say('/compare 粮食安全')
    const places = [...reply.text.matchAll(/^\d (\S+) (\d{4}) ›/gm)].map(
      ([, place, year]) => `${place} ${year}`,
    )
    expect(places.length).toBeGreaterThan(1)
    expect(new Set(places).size).toBe(places.length)
    expect(spans(reply, 'bold').join()).toMatch(/\d/)
    const opened = await chat.press(reply, '1')
    expect((await chat.press(opened, '返回结果')).text).toBe(reply.text)
  })

  it('tells what a report does not state from a year that no report covers', async () => {
    const chat = chatWith()
    expect((await chat.say('昭苏县2024年粮食产量')).text).toContain('没有说粮食产量：昭苏县（2024年）')
    const { text } = await chat.say('昭苏县2019年GDP')
    expect(text).toContain('这里没有专谈那一年的报告：昭苏县（2019年）')
    expect(text).not.toContain('没有说')
  })

  it.each([
    [
      '昭苏县2024年上半年GDP',
      '没有说上半年地区生产总值：昭苏县（2024年）',
      '昭苏县 · 2024年 · 实绩 · 地区生产总值 预计+6%',
    ],
    [
      '“十五五”期间昭苏县GDP年均增长目标',
      '没有说“十五五”期间年均地区生产总值',
      '昭苏县 · 2025年 · 目标 · 地区生产总值 +7%',
    ],
    ['伊宁市人均旅游收入', '没有说人均旅游收入', '伊宁市 · 2022年 · 实绩 · 旅游收入 56.4亿元'],
  ])(
    'tells what is not stated by all that was asked of it, with the nearest year beside it: %s',
    async (question, silent, near) => {
      const { text } = await chatWith().say(question)
      expect(text).toContain(silent)
      expect(text.split('\n')[2]).toBe(near)
    },
  )

  it('sets an indicator in a table that a telephone can show, results and targets apart, a button a figure', async () => {
    const chat = chatWith()
    const reply = await chat.say('/compare 旅游收入')
    const [table = ''] = spans(reply, 'pre')
    expect(table.split('\n')[0]).toMatch(/年份 +实绩 +目标/)
    expect(table).toMatch(/伊宁市 +2022 +56\.4亿元$/m)
    expect(table).toMatch(/伊宁市 +2023 +74\.9亿元$/m)
    expect(Math.max(...table.split('\n').map(widthOf))).toBeLessThanOrEqual(36)
    expect(reply.text).toContain('没有说旅游收入：乌恰县')
    const number = /^(\d) 伊宁市 +2022/m.exec(table)?.[1] ?? ''
    const opened = await chat.press(reply, number)
    expect(opened.text).toContain('实现旅游收入56.4亿元')
    expect((await chat.press(opened, '返回结果')).text).toBe(reply.text)
  })

  it('names the reports in which the words do not stand', async () => {
    const reply = await chatWith().say('/compare 新质生产力')
    expect(reply.text).toContain('1 份报告谈到')
    expect(reply.text).toMatch(/没有提到：.*昭苏县 2025/)
  })

  it('explains itself without words', async () => {
    expect((await chatWith().say('/compare')).text).toContain('/compare 粮食产量')
  })
})

describe('/reports', () => {
  it('leads from the list over an outline to every paragraph of a report', async () => {
    const chat = chatWith()
    const list = await chat.say('/reports')
    expect(labels(list)).toContain('昭苏县 2025')
    const outline = await chat.press(list, '昭苏县 2025')
    const report = await searcher.report('zhaosu-2025')
    expect(outline.text).toContain(report?.meeting)
    const outlines = [outline, await chat.press(outline, '▶')]
    const seen = new Set<string>()
    for (const { callback_data = '' } of outlines.flatMap(buttons)) {
      if (!callback_data.startsWith('1:e:')) continue
      await chat.pressData(outline, callback_data)
      for (let section = chat.telegram.current(outline); ; section = await chat.press(section, '▶')) {
        for (const text of spans(section, 'blockquote')) seen.add(text)
        if (!labels(section).includes('▶')) break
      }
    }
    const inSections = report?.passages.filter(({ section }) => section.length > 0) ?? []
    expect(inSections.length).toBeGreaterThan(20)
    for (const { text } of inSections) expect(seen).toContain(text)
  })

  it('walks from section to section and back, over headings that have no text of their own', async () => {
    const chat = chatWith()
    const list = await chat.say('/reports')
    const outline = await chat.press(list, '昭苏县 2025')
    const first = buttons(outline).find(({ callback_data = '' }) => callback_data.startsWith('1:e:'))
    await chat.pressData(outline, first?.callback_data ?? '')
    let shown = chat.telegram.current(outline)
    const walked = [shown.text]
    for (; labels(shown).some((label) => label.endsWith(' ›')); walked.push(shown.text))
      shown = await chat.press(shown, / ›$/u)
    expect(walked.length).toBeGreaterThan(5)
    const back = [shown.text]
    for (; labels(shown).some((label) => label.startsWith('‹ ')); back.unshift(shown.text))
      shown = await chat.press(shown, /^‹ /u)
    expect(back.slice(-walked.length)).toEqual(walked)
    expect(new Set(back).size).toBe(back.length)
  })
})

describe('/reports with words', () => {
  it('lists the reports of a place or a year', async () => {
    const chat = chatWith()
    const reply = await chat.say('/reports 伊宁')
    expect(labels(reply)).toEqual(['伊宁市 2023', '全部报告'])
    expect(labels(await chat.press(reply, '全部报告'))).toContain('昭苏县 2025')
    expect((await chat.say('/reports 火星')).text).toContain('0 份报告')
  })
})

describe('/cite', () => {
  it.each([
    ['an id', (id: string) => `/cite ${id}`],
    ['a link', (id: string) => `/cite https://t.me/yinju_test_bot?start=${id}`],
    ['words', () => '/cite “实现旅游收入56.4亿元”'],
  ])('takes %s and gives three styles to copy', async (_, words) => {
    const reply = await chatWith().say(words(passage.id))
    const [gbt, bibtex, plain] = spans(reply, 'pre')
    expect(gbt).toContain('[R]')
    expect(bibtex).toContain(`@techreport{${passage.id}`)
    expect(plain).toContain('第6段')
  })

  it('takes a reply to a message that shows the passage', async () => {
    const chat = chatWith()
    const shown = await chat.say(`/start ${passage.id}`)
    const reply = await chat.say('/cite', { reply_to_message: { ...shown, from: { id: 7, is_bot: true } } })
    expect(spans(reply, 'pre')).toHaveLength(3)
  })

  it('explains itself, and says what is not there', async () => {
    expect((await chatWith().say('/cite')).text).toContain('/cite 粮食产量')
    expect((await chatWith().say('/cite yining-2023_0000000000')).text).toContain('不在语料中')
  })
})

describe('what the bot says about itself', () => {
  it.each(['/start', '/help', '/privacy', '/about'])('%s answers', async (command) => {
    expect((await chatWith().say(command)).text.length).toBeGreaterThan(20)
  })

  it('counts the corpus and names its newest day', async () => {
    const { text } = await chatWith().say('/about')
    const catalog = await searcher.catalog()
    expect(text).toContain(`${catalog.reports.length} 份报告`)
    expect(text).toContain('2025-01-19')
  })

  it('tells the truth about the log', async () => {
    expect((await chatWith().say('/privacy')).text).toContain('日志里没有提问内容')
    expect((await chatWith({ logsQueries: true }).say('/privacy')).text).toContain('开启了提问日志')
  })

  it('helps by examples that find something', async () => {
    const chat = chatWith()
    const help = await chat.say('/help')
    for (const { text } of buttons(help)) {
      await chat.press(help, text)
      const answered = chat.telegram.messages.at(-1)
      expect(answered?.text).not.toMatch(/没有(?!说)/)
      const shown = answered ?? help
      expect([...spans(shown, 'blockquote'), ...spans(shown, 'pre')]).toHaveLength(1)
    }
  })

  it('points from an unknown command to help', async () => {
    expect((await chatWith().say('/nosuch')).text).toContain('/help')
  })

  it.each(['../../etc/passwd', 'A'.repeat(64), '中文', 'nowhere-1999', '-', '<b>', 'constructor'])(
    'explains a link that leads nowhere: %s',
    async (parameter) => {
      expect((await chatWith().say(`/start ${parameter}`)).text).toContain('打不开')
    },
  )

  it('leads from an outdated passage to its report', async () => {
    const chat = chatWith()
    const reply = await chat.say('/start yining-2023_0123456789')
    expect(reply.text).toContain('不在语料中')
    expect((await chat.press(reply, '目录')).text).toContain('伊宁市 2023')
  })

  it('opens a report from a link', async () => {
    expect((await chatWith().say('/start yining-2023')).text).toContain(
      '伊宁市第十八届人民代表大会第三次会议',
    )
  })
})

describe('in a group', () => {
  const inGroup = { chat: GROUP }
  const mention = { entities: [{ type: 'mention', offset: 0, length: 15 }] }

  it.each([
    ['a message to others', { text: '大家好' }],
    ['a command of any bot', { text: '/help' }],
    ["another bot's command", { text: '/ask@other_bot 旅游' }],
    ['its own inline message', { text: '/ask 旅游', via_bot: { id: 7, is_bot: true, first_name: 'b' } }],
    ['another bot', { text: '/ask 旅游', from: { id: 9, is_bot: true, first_name: 'b' } }],
    [
      'a mention of somebody else',
      { text: '@someone 旅游', entities: [{ type: 'mention', offset: 0, length: 8 }] },
    ],
    ['a photo', { photo: [{ file_id: 'x' }] }],
  ])('it keeps silent at %s', async (_, fields) => {
    const chat = chatWith()
    expect(await chat.hear({ ...inGroup, ...fields })).toBeUndefined()
    expect(chat.telegram.calls).toEqual([])
  })

  it.each([
    ['/ask', { text: '/ask 旅游' }],
    ['a named command', { text: '/ask@Yinju_Test_Bot 旅游' }],
    ['a mention', { text: '@yinju_test_bot 旅游', ...mention }],
    [
      'a reply to it',
      {
        text: '旅游',
        reply_to_message: { message_id: 2, date: 1, chat: GROUP, from: { id: 7, is_bot: true } },
      },
    ],
    [
      'a mention below somebody’s words',
      {
        text: '@yinju_test_bot',
        ...mention,
        reply_to_message: { message_id: 2, date: 1, chat: GROUP, from: PERSON, text: '旅游' },
      },
    ],
  ])('it answers %s with a reply', async (_, fields) => {
    const chat = chatWith()
    const reply = await chat.hear({ ...inGroup, ...fields })
    expect(reply?.text).toMatch(/^🔎 旅游\n/)
    expect(chat.telegram.callsTo('sendMessage')[0]?.payload.reply_parameters).toMatchObject({
      allow_sending_without_reply: true,
    })
  })

  it('lets everybody press its buttons', async () => {
    const chat = chatWith()
    const reply = await chat.hear({ ...inGroup, text: '/ask 旅游' })
    if (reply === undefined) throw new Error('no reply')
    await chat.press(reply, '▶', { id: 99, is_bot: false, first_name: 'Else', language_code: 'en' })
    expect(chat.telegram.messages.at(-1)?.text).toContain('Also:')
  })

  it('explains a bare mention', async () => {
    expect((await chatWith().hear({ ...inGroup, text: '@yinju_test_bot', ...mention }))?.text).toContain(
      '/ask',
    )
  })
})
