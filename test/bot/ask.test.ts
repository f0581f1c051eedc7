import { beforeAll, describe, expect, it } from 'vitest'
import type { Searcher } from '../../src/search/searcher.ts'
import { openFiveReports } from '../five-reports.ts'
import { buttons, findButton, labels, PERSON, PRIVATE, spans, TestChat } from './test-chat.ts'

let searcher: Searcher
beforeAll(async () => {
  searcher = await openFiveReports()
})

const chatWith = (): TestChat => new TestChat(searcher)

describe('a question', () => {
  it('is answered with one sentence, marked, and its source; the others take a line each', async () => {
    const reply = await chatWith().say('伊宁市 2022 旅游收入')
    const quotes = spans(reply, 'blockquote')
    expect(quotes).toHaveLength(1)
    expect(quotes[0]).toContain('旅游收入56.4亿元')
    expect(spans(reply, 'bold')).toContain('旅游收入56.4亿元')
    expect(reply.text.match(/^[2-5] \S+ \d{4} 第\d+段 .*$/gm)?.length).toBeGreaterThan(0)
    expect(reply.text).toMatch(/^56\.4亿元 · 2022年 · 实绩\n/)
    expect(reply.text.length).toBeLessThan(900)
    expect(reply.text).toMatch(/伊宁市 2023 › 2022年工作回顾 › .* › 第6段/)
  })

  it('shows every quotation as it stands in its report', async () => {
    const reply = await chatWith().say('粮食安全')
    const catalog = await searcher.catalog()
    const reports = await Promise.all(catalog.reports.map(({ id }) => searcher.report(id)))
    const paragraphs = reports.flatMap((report) => report?.passages.map(({ text }) => text) ?? [])
    const others = [
      ...reply.text.matchAll(/^[2-5] \S+ \d{4} 第\d+段 (?:(?:实绩|目标|计划)[、 ]){0,2}(.*)$/gm),
    ].map(([, words]) => words ?? '')
    expect(others).toHaveLength(4)
    for (const quote of [...spans(reply, 'blockquote'), ...others]) {
      const words = quote.replace(/^…|…$/g, '')
      expect(paragraphs.some((text) => text.includes(words))).toBe(true)
    }
  })

  it('names the speaker when that is the question', async () => {
    expect((await chatWith().say('昭苏县县长是谁')).text).toContain('县长阿比连·阿布力海依尔')
  })

  it('links every hit to itself', async () => {
    const reply = await chatWith().say('旅游')
    const { hits } = await searcher.search('旅游')
    const links = reply.entities.flatMap(({ url }) => /\?start=([\w-]+)$/.exec(url ?? '')?.[1] ?? [])
    expect(links).toEqual(hits.map(({ passage }) => passage.id))
  })

  it('says so when nothing answers, and offers what to try as buttons', async () => {
    const chat = chatWith()
    const reply = await chat.say('旅游 地区:北京')
    expect(reply.text).toContain('没有找到相关段落')
    expect(reply.text).toContain('地区:北京')
    const followed = await chat.press(reply, /^✕/)
    expect(followed.text).not.toContain('没有')
    expect(spans(followed, 'blockquote')).toHaveLength(1)
  })

  it.each([
    ['塔城市2023年GDP', '没有塔城市的报告。', '✕ 塔城市'],
    ['依宁市旅游收入', '没有依宁市的报告。', '伊宁市旅游收入'],
    ['昭苏2030年目标', '昭苏县的报告专谈 2024、2025 年，没有专谈 2030 年。', '✕ 2030年'],
    ['1998年粮食产量', '这里的报告专谈 2022、2023、2024、2025 年，没有专谈 1998 年。', '✕ 1998年'],
    ['乌恰县棉花产量', '乌恰县的报告没有提到“棉花”，另有 1 份报告提到。', '✕ 乌恰县'],
    ['昭苏县地铁', '昭苏县的报告没有提到“地铁”，其他报告也没有。', null],
    ['恐龙', '没有报告提到“恐龙”。', null],
    ['户侧改造', '没有直接对应的段落', '户厕改造'],
  ])('says what the reports lack for %s, and what to try', async (question, line, button) => {
    const reply = await chatWith().say(question)
    expect(reply.text).toContain(line)
    if (button !== null) expect(labels(reply)).toContain(button)
  })

  it('does not miss what the asker left out of a quotation', async () => {
    const reply = await chatWith().say('好像有句话叫“八大产业……”什么来着')
    expect(reply.text).toContain('八大产业')
    expect(reply.text).not.toContain('没有报告提到')
  })

  it('says so in the language of the asker', async () => {
    const en = await chatWith().say('乌恰县棉花产量', { from: { ...PERSON, language_code: 'en' } })
    expect(en.text).toContain('The reports of 乌恰县 do not have “棉花”; 1 other has it.')
    const hant = await chatWith().say('2030年糧食產量', { from: { ...PERSON, language_code: 'zh-hant' } })
    expect(hant.text).toContain('沒有專談 2030 年。')
  })

  it('answers the question without what the reports lack at the press of its button', async () => {
    const chat = chatWith()
    const followed = await chat.press(await chat.say('乌恰县棉花产量'), '✕ 乌恰县')
    expect(spans(followed, 'blockquote')[0]).toContain('棉花')
    const corrected = await chat.press(await chat.say('依宁市旅游收入'), '伊宁市旅游收入')
    expect(corrected.text).toContain('旅游收入56.4亿元')
  })

  it.each(['昭苏县委书记是谁', '谁是昭苏县书记', '昭苏县一把手是谁'])(
    'shows the speaker for %s, but not as the answer',
    async (question) => {
      const reply = await chatWith().say(question)
      expect(reply.text).toContain('没有直接对应的段落')
      expect(reply.text).toContain('县长阿比连·阿布力海依尔')
    },
  )

  it.each([
    ['昭苏县县长叫啥', '县长阿比连·阿布力海依尔 · 昭苏县 2025 · 2025-01-19'],
    ['新疆2024年的报告是谁作的', '自治区主席艾尔肯·吐尼亚孜 · 新疆维吾尔自治区 2024 · 2024-01-30'],
    ['伊宁市的报告是哪天作的', '市长哈米提·阿克木 · 伊宁市 2023 · 2023-01-12'],
    ['2024年那次报告是谁念的', '自治区主席艾尔肯·吐尼亚孜 · 新疆维吾尔自治区 2024 · 2024-01-30'],
    ['who delivered the zhaosu report', '县长阿比连·阿布力海依尔 · 昭苏县 2025 · 2025-01-19'],
    ['when was the zhaosu report delivered', '县长阿比连·阿布力海依尔 · 昭苏县 2025 · 2025-01-19'],
    ['昭苏县长呢', '县长阿比连·阿布力海依尔 · 昭苏县 2025 · 2025-01-19'],
    ['报告人是谁', '县长木塔力甫·塞衣皮 · 乌恰县 2023 · 2023-01-10'],
  ])('tells who spoke, when and where, before the words: %s', async (question, line) => {
    expect((await chatWith().say(question)).text).toContain(line)
  })

  it.each([
    ['新疆有多少人口', /没有直接对应的段落：没有找到说这个数的/],
    ['昭苏县总人口是多少', /没有直接对应的段落：没有找到说这个数的/],
    ['新源县城区面积', /没有直接对应的段落：没有找到说这个数的/],
    ['昭苏县粮食产量有多少', /没有直接对应的段落：没有找到说这个数的/],
    ['伊宁市有多大面积', /没有直接对应的段落：没有找到说这个数的/],
    ['昭苏县的面积有多大', /没有直接对应的段落：没有找到说这个数的/],
    ['取暖费', /没有直接对应的段落：没有找到说这个数的/],
    ['新源县有多少个镇', /没有直接对应的段落：没有找到说这个数的/],
    ['去哪办营业执照', /没有直接对应的段落：怎么办、什么价/],
    ['孩子上学要多少钱', /没有直接对应的段落：怎么办、什么价/],
    ['看病贵吗', /没有直接对应的段落：报告不作这样的评价/],
    ['我要投诉', /没有直接对应的段落：怎么办、什么价/],
    ['那拉提门票多少钱', /没有直接对应的段落：怎么办、什么价/],
    ['物业费怎么交', /没有直接对应的段落：怎么办、什么价/],
    ['社保卡丢了怎么办', /没有直接对应的段落：怎么办、什么价/],
    ['你觉得哪个县最好', /没有直接对应的段落：报告不作这样的评价/],
    ['伊宁市好玩吗', /没有直接对应的段落：报告不作这样的评价/],
    ['王书记是谁', /没有直接对应的段落：报告只署作报告的人/],
  ])('says of %s that reports do not tell it, and shows no sentence as if it did', async (question, line) => {
    const chat = chatWith()
    const reply = await chat.say(question)
    expect(reply.text).toMatch(line)
    expect(spans(reply, 'blockquote')).toEqual([])
    expect(labels(reply)).not.toContain('复制')
    expect(reply.text.length).toBeLessThan(400)
    const touching = labels(reply).find((label) => /^[1-3]$/.test(label))
    if (touching !== undefined) expect(spans(await chat.press(reply, touching), 'blockquote')).toHaveLength(1)
  })

  it.each([
    ['共同富裕', /^[2-5] (?!.*共同)/m],
    ['伊宁市2022年旅游收入', /名词解释|第6[78]段|第70段/],
    ['伊宁市户厕改造', /^[2-5] /m],
    ['昭苏县2024年GDP', /^[2-5] (?!昭苏)/m],
    ['扬州援疆', /^[2-5] (?!.*扬州)/m],
  ])('takes no line for what shares but a common word with %s', async (question, line) => {
    const reply = await chatWith().say(question)
    expect(reply.text).not.toMatch(line)
    expect(labels(reply)).toContain('▶')
  })

  it('misses no English words in Chinese reports', async () => {
    expect((await chatWith().say('tourist arrivals in Zhaosu 2024')).text).not.toContain('没有提到')
  })

  it.each(['！！！', '“', '-', '……'])('asks for words instead of %s', async (text) => {
    expect((await chatWith().say(text)).text).toContain('请用文字提问')
  })

  it.each(['字'.repeat(4096), '旅游收入，'.repeat(1000), '𠮷'.repeat(2500), 'a b '.repeat(1250)])(
    'survives a question of thousands of characters (%#)',
    async (text) => {
      const chat = chatWith()
      const reply = await chat.say(text)
      for (const { text: label, callback_data } of buttons(reply)) {
        if (callback_data?.startsWith('1:l:') === true) await chat.press(reply, label)
      }
    },
  )

  it('is answered anew when it is edited', async () => {
    const chat = chatWith()
    await chat.update({
      edited_message: {
        message_id: 5,
        date: 1,
        chat: PRIVATE,
        from: { id: 11, is_bot: false },
        text: '旅游',
      },
    })
    expect(chat.telegram.messages.at(-1)?.text).toContain('旅游')
  })

  it('may be the caption of a photo; a photo alone gets a friendly line, an album silence', async () => {
    const chat = chatWith()
    const photo = [{ file_id: 'x' }]
    expect((await chat.hear({ photo, caption: '旅游' }))?.text).toContain('🔎 旅游')
    expect((await chat.hear({ photo }))?.text).toContain('我只看得懂文字')
    expect(await chat.hear({ photo, media_group_id: '1' })).toBeUndefined()
    expect(await chat.hear({ pinned_message: {} })).toBeUndefined()
    expect(
      await chat.hear({ text: '旅游', via_bot: { id: 7, is_bot: true, first_name: 'b' } }),
    ).toBeUndefined()
  })
})

describe('the buttons of a results message', () => {
  it('page back and forth in the same message', async () => {
    const chat = chatWith()
    const first = await chat.say('旅游')
    expect(labels(first)).not.toContain('◀')
    const second = await chat.press(first, '▶')
    expect(second.text).not.toBe(first.text)
    expect(labels(second)).toContain('◀')
    expect((await chat.press(second, '◀')).text).toBe(first.text)
    expect(chat.telegram.messages).toHaveLength(1)
  })

  it('reach the last page, where there is no way on', async () => {
    const chat = chatWith()
    let shown = await chat.say('产业')
    for (let page = 1; labels(shown).includes('▶'); page++) {
      expect(page).toBeLessThan(60)
      shown = await chat.press(shown, '▶')
    }
    const [page, pages] = (labels(shown).find((label) => /^\d+\/\d+$/.test(label)) ?? '').split('/')
    expect(page).toBe(pages)
    expect(spans(shown, 'blockquote')).toHaveLength(1)
  })

  it('work after a restart, in another copy, when the question is gone', async () => {
    const [one, other] = [chatWith(), chatWith()]
    const shown = await one.say('旅游')
    const data = findButton(shown, '▶').callback_data ?? ''
    await other.pressData(shown, data).catch(() => {})
    const [edit] = other.telegram.callsTo('editMessageText')
    expect(edit?.payload.text).toContain('旅游')
    expect(edit?.payload.message_id).toBe(shown.message_id)
  })

  it('open a passage with its matches in bold, walk on, and return to the same page', async () => {
    const chat = chatWith()
    const results = await chat.press(await chat.say('旅游'), '▶')
    const passage = await chat.press(await chat.press(results, '2'), '全段')
    expect(passage.text).toMatch(/第\d+段（全文 \d+ 段）/)
    expect(spans(passage, 'bold').join()).toContain('旅游')
    const walked = await chat.press(passage, '下一段')
    expect(walked.text).not.toBe(passage.text)
    expect(spans(await chat.press(walked, '上一段'), 'blockquote')).toEqual(spans(passage, 'blockquote'))
    const back = await chat.press(walked, '返回结果')
    expect(spans(passage, 'blockquote')[0]).toContain(spans(back, 'blockquote')[0]?.replace(/^…|…$/g, ''))
    expect((await chat.press(back, '1')).text).toBe(results.text)
  })

  it('group the hits by report and narrow to one of them', async () => {
    const chat = chatWith()
    const results = await chat.say('旅游')
    const groups = await chat.press(results, '按报告')
    expect(groups.text).toContain('按报告分列')
    const narrowed = await chat.press(groups, '1')
    expect(narrowed.text).toMatch(/筛选：\S+县 2023/)
    expect(narrowed.text).not.toMatch(/^\d (?!\S+县 2023)/m)
    expect((await chat.press(narrowed, /^✕ /)).text).toBe(results.text)
  })

  it('narrow to a place or a year among the hits, each with its count, and widen again', async () => {
    const chat = chatWith()
    const results = await chat.say('旅游')
    const menu = await chat.press(results, '筛选')
    expect(menu.text).toBe(results.text)
    expect(labels(menu)).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^伊宁市 · \d+$/),
        expect.stringMatching(/^2022 · \d+$/),
      ]),
    )
    const count = Number(/\d+$/.exec(findButton(menu, /^伊宁市/).text)?.[0])
    const narrowed = await chat.press(menu, /^伊宁市/)
    expect(narrowed.text).toContain('筛选：伊宁市')
    expect(labels(narrowed).filter((label) => /^[1-5]$/.test(label))).toHaveLength(Math.min(count, 5) - 1)
    expect((await chat.press(narrowed, '✕ 伊宁市')).text).toBe(results.text)
  })

  it('count a double tap once', async () => {
    const chat = chatWith()
    const shown = await chat.say('旅游')
    const data = findButton(shown, '▶').callback_data ?? ''
    await chat.pressData(shown, data)
    await chat.pressData(shown, data)
    expect(chat.telegram.callsTo('editMessageText')).toHaveLength(1)
    expect(chat.telegram.callsTo('answerCallbackQuery')).toHaveLength(2)
  })

  it('are answered before the work is done', async () => {
    const chat = chatWith()
    await chat.press(await chat.say('旅游'), '▶')
    const order = chat.telegram.calls.map(({ method }) => method)
    expect(order.indexOf('answerCallbackQuery')).toBeLessThan(order.indexOf('editMessageText'))
  })

  it.each([
    'x',
    '1:',
    '1:o:',
    '1:o:../../etc/passwd',
    '1:l:-1',
    '1:l:1e9',
    '1:n:y:9999',
    '1:n:p:<b>',
    '1:e:yining-2023:1',
    '2:o:yining-2023_0123456789',
    '1:constructor:1',
    '💥'.repeat(16),
  ])('with forged data (%s) are politely refused', async (data) => {
    const chat = chatWith()
    const shown = await chat.say('旅游')
    expect(await chat.pressData(shown, data)).toContain('这个按钮已经失效')
    expect(chat.telegram.callsTo('editMessageText')).toHaveLength(0)
  })

  it.each([
    '1:l:999999',
    '1:g:999',
    '1:c:999',
    '1:o:yining-2023_0123456789',
    '1:t:nowhere-2000:0',
    '1:e:yining-2023:999:0',
    '1:r:999',
    '1:s:00000000',
    '1:i:yining-2023_0123456789',
  ])('with data that leads nowhere (%s) lead to a polite line', async (data) => {
    const chat = chatWith()
    const shown = await chat.say('旅游')
    await chat.pressData(shown, data)
    expect(chat.events.filter(({ kind }) => kind === 'failure')).toEqual([])
    const edited = chat.telegram.callsTo('editMessageText').length
    expect(chat.telegram.callsTo('sendMessage').length + edited).toBeGreaterThan(1)
  })

  it('of a message without a question say that it is lost', async () => {
    const chat = chatWith()
    const shown = await chat.say('/about')
    await chat.pressData(shown, '1:l:0')
    expect(chat.telegram.messages.at(-1)?.text).toContain('没有可用的提问')
  })

  it('answer in a new message where the old one cannot be shown to the bot any more', async () => {
    const chat = chatWith()
    const shown = await chat.say('旅游')
    const data = findButton(shown, '全段').callback_data
    await chat.callback({ data, message: { chat: PRIVATE, message_id: 3, date: 0 } })
    expect(chat.telegram.messages.at(-1)?.text).toMatch(/第\d+段/)
  })
})
