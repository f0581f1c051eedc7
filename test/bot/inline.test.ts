import { beforeAll, describe, expect, it } from 'vitest'
import { openPictures } from '../../src/pictures/pictures.ts'
import type { Searcher } from '../../src/search/searcher.ts'
import { openFiveReports } from '../five-reports.ts'
import { openSmallCorpus, report } from '../search/small-corpus.ts'
import { findButton, PERSON, spans, TestChat } from './test-chat.ts'

let searcher: Searcher
beforeAll(async () => {
  searcher = await openFiveReports()
})

const chatWith = (deps = {}): TestChat => new TestChat(searcher, deps)

describe('the inline mode', () => {
  it('offers sentences: the source as title, the words around the figure as description', async () => {
    const { results, cache_time, is_personal } = await chatWith().inline('伊宁 旅游收入')
    expect(results[0].title).toContain('伊宁市 2023')
    expect(results[0].description).toContain('旅游收入56.4亿元')
    expect(cache_time).toBeGreaterThanOrEqual(3600)
    expect(is_personal).toBe(false)
  })

  it('sends the quote, its citation, and a link that opens the passage in the bot', async () => {
    const { results } = await chatWith().inline('伊宁 旅游收入')
    const { message_text, entities } = results[0].input_message_content
    expect(entities[0].type).toMatch(/blockquote/)
    expect(message_text).toContain('伊宁市2023年政府工作报告')
    expect(JSON.stringify(entities)).toContain(`https://t.me/yinju_test_bot?start=${results[0].id}`)
    expect(results[0].reply_markup.inline_keyboard[0][0].url).toContain(`start=${results[0].id}`)
  })

  it('gives everybody the same, whatever their language', async () => {
    const [zh, en] = await Promise.all([
      chatWith().inline('旅游'),
      chatWith().inline('旅游', '', { ...PERSON, language_code: 'en' }),
    ])
    expect({ ...en, inline_query_id: '' }).toEqual({ ...zh, inline_query_id: '' })
  })

  it('keeps results to the one who asked where not everybody may ask', async () => {
    expect((await chatWith({ isRestricted: true }).inline('旅游')).is_personal).toBe(true)
  })

  it.each(['旅游', ''])('pages to the end of %j without repeating a result', async (query) => {
    const chat = chatWith()
    const seen = new Set<string>()
    let offset = ''
    do {
      const page = await chat.inline(query, offset)
      for (const { id } of page.results) {
        expect(seen).not.toContain(id)
        seen.add(id)
      }
      offset = page.next_offset
    } while (offset !== '')
    const total =
      query === '' ? (await searcher.catalog()).reports.length : (await searcher.search(query)).total
    expect(seen.size).toBe(total)
  })

  it.each(['那昭苏呢', '谢谢', '第二条', '还有吗', '你好', '只看目标'])(
    'asks for the whole question instead of searching for %s',
    async (query) => {
      const { results, button } = await chatWith().inline(query)
      expect(results).toEqual([])
      expect(button.text).toContain('把问题写全')
    },
  )

  it.each([
    ['昭苏县2024年地区生产总值增长8%', /^✗ 与报告不符 · 昭苏县 2025/, '地区生产总值增长6%'],
    ['伊宁市2022年地区生产总值增长8%', /^✗ 与报告不符 · 伊宁市 2023/, '增长0.6%'],
    ['昭苏县2024年地区生产总值增长6%', /^✓ 与报告一致 · 昭苏县 2025/, '地区生产总值增长6%'],
    ['伊宁市2022年旅游收入56.4亿', /^✓ 与报告一致 · 伊宁市 2023/, '旅游收入56.4亿元'],
  ])('puts the verdict on a claim first: %s', async (query, title, words) => {
    const { results } = await chatWith().inline(query)
    expect(results[0].title).toMatch(title)
    expect(results[0].input_message_content.message_text).toContain(words)
    expect(new Set(results.map(({ id }: { id: string }) => id)).size).toBe(results.length)
  })

  it.each([
    ['昭苏县2025年政府工作报告', 'zhaosu-2025'],
    ['热合木', 'xinyuan-2023'],
    ['新疆2024年的报告', 'xinjiang-2024'],
  ])('offers the report that is named: %s', async (query, id) => {
    const { results } = await chatWith().inline(query)
    expect(results[0].id).toBe(id)
  })

  it.each([
    ['伊宁市 名词解释', '“三支队伍”'],
    ['名词解释', '“三支队伍”'],
    ['新源县 第35段', '激发旅游发展活力'],
  ])('offers the section or paragraph that is named: %s', async (query, words) => {
    const { results } = await chatWith().inline(query)
    expect(results[0].input_message_content.message_text).toContain(words)
  })

  it('offers the reports, the most recent first, before anything is typed', async () => {
    const { results, button } = await chatWith().inline('')
    expect(results[0].title).toContain('昭苏县 2025')
    expect(button.start_parameter).toBe('inline')
  })

  it('offers the quote card beside the words, where the pages are open to all', async () => {
    const pictures = openPictures(() => undefined)
    const deps = { ...(pictures !== null && { pictures }), pagesUrl: 'https://example.org/yinju' }
    const chat = new TestChat(searcher, deps)
    const shared = findButton(await chat.say('伊宁市2022年旅游收入'), '分享')
    const query = shared.switch_inline_query_chosen_chat?.query ?? ''
    const [article, photo] = (await chat.inline(query)).results
    expect([article.type, photo.type]).toEqual(['article', 'photo'])
    expect(photo.photo_url).toMatch(
      /^https:\/\/example\.org\/yinju\/cards\/yining-2023_\w+\.jpg\?mark=\d+-\d+$/,
    )
    const closed = new TestChat(searcher, { ...deps, pagesUrl: 'http://localhost:8080' })
    expect((await closed.inline(query)).results).toHaveLength(1)
  })

  it('gives exactly the sentences that the share button asks for', async () => {
    const { hits } = await searcher.search('粮食产量')
    const { id, text } = (hits[0] as (typeof hits)[number]).passage
    const { results } = await chatWith().inline(id)
    expect(results.map((result: { id: string }) => result.id)).toEqual([id])
    const shared = results[0].input_message_content
    expect(
      text.startsWith(
        spans({ text: shared.message_text, entities: shared.entities }, 'blockquote')[0] ?? '-',
      ),
    ).toBe(true)
  })

  it('sends on the sentence that is shown, widened or not', async () => {
    const chat = chatWith()
    const shown = await chat.say('伊宁市 2022 旅游收入')
    for (const message of [shown, await chat.press(shown, '＋上一句')]) {
      const query = findButton(message, '分享').switch_inline_query_chosen_chat?.query ?? ''
      const { results } = await chat.inline(query)
      const { message_text } = results[0].input_message_content
      const [quote = ''] = spans(message, 'blockquote')
      expect(message_text.startsWith(`${quote.replace(/^…|…$/g, '')}\n`)).toBe(true)
    }
  })

  it('guides on when nothing matches', async () => {
    const { results, button, is_personal } = await chatWith().inline('zzz qqq')
    expect(results).toEqual([])
    expect(button.text).toContain('没有找到')
    expect(is_personal).toBe(true)
  })

  it.each(['abc', '-5', '1e3', '0', '999999', '../..', '💥'])(
    'answers the forged offset %s with nothing',
    async (offset) => {
      const answer = await chatWith().inline('旅游', offset)
      expect(answer.results).toEqual([])
      expect(answer.next_offset).toBe('')
    },
  )

  it('unfolds a sent snippet to the whole paragraph', async () => {
    const chat = chatWith()
    const { results } = await chat.inline('伊宁 旅游收入')
    const [, whole] = results[0].reply_markup.inline_keyboard[0]
    await chat.callback({ data: whole.callback_data, inline_message_id: 'm1' })
    const [edit] = chat.telegram.callsTo('editMessageText')
    const passage = await searcher.passage(results[0].id)
    expect(edit?.payload).toMatchObject({ inline_message_id: 'm1' })
    expect(edit?.payload.text).toContain(passage?.passage.text)
  })

  it.each([
    '1:l:0',
    '1:b',
    '1:f',
    '1:q:旅游',
    '1:i:yining-2023_0123456789',
    '1:w:yining-2023_0123456789',
    '1:r:0',
    'junk',
  ])('answers any button of a sent message: %s', async (data) => {
    const chat = chatWith()
    await chat.callback({ data, inline_message_id: 'm1' })
    expect(chat.events.filter(({ kind }) => kind === 'failure')).toEqual([])
    expect(chat.telegram.callsTo('sendMessage')).toEqual([])
  })
})

describe('as a guest', () => {
  const guest = (text: string, fields = {}) => ({
    guest_message: {
      message_id: 4,
      date: 1,
      guest_query_id: 'g1',
      chat: { id: -77, type: 'supergroup', title: 'elsewhere' },
      from: PERSON,
      text,
      entities: [{ type: 'mention', offset: 0, length: 15 }],
      ...fields,
    },
  })

  it('answers a mention with the best passage', async () => {
    const chat = chatWith()
    await chat.update(guest('@yinju_test_bot 伊宁 旅游收入'))
    const [call] = chat.telegram.callsTo('answerGuestQuery')
    expect(call?.payload.result.input_message_content.message_text).toContain('56.4亿元')
    expect(chat.telegram.callsTo('sendMessage')).toEqual([])
  })

  it('takes the words of the message replied to', async () => {
    const chat = chatWith()
    const reply_to_message = {
      message_id: 2,
      date: 1,
      chat: { id: -77, type: 'supergroup' },
      text: '伊宁 旅游收入',
    }
    await chat.update(guest('@yinju_test_bot', { reply_to_message }))
    expect(JSON.stringify(chat.telegram.callsTo('answerGuestQuery'))).toContain('56.4亿元')
  })

  it('says when there is nothing, and how to ask', async () => {
    const chat = chatWith()
    await chat.update(guest('@yinju_test_bot zzz qqq'))
    await chat.update(guest('@yinju_test_bot', { guest_query_id: 'g2' }))
    const texts = chat.telegram
      .callsTo('answerGuestQuery')
      .map(({ payload }) => payload.result.input_message_content.message_text)
    expect(texts[0]).toContain('没有找到')
    expect(texts[1]).toContain('例如')
  })

  it('says of what only touches the question that it does, and is counted', async () => {
    const chat = chatWith()
    await chat.update(guest('@yinju_test_bot 伊宁市旅游机器人'))
    await chat.update(guest('@yinju_test_bot 伊宁市旅游收入', { guest_query_id: 'g2' }))
    const texts = chat.telegram
      .callsTo('answerGuestQuery')
      .map(({ payload }) => payload.result.input_message_content.message_text)
    expect(texts.map((text) => /\n.*部分/u.test(text))).toEqual([true, false])
    expect(chat.events).toMatchObject([
      { kind: 'answer', feature: 'guest', match: 'weak' },
      { kind: 'answer', feature: 'guest', match: 'strong' },
    ])
  })
})

describe('an inline query that is being typed', () => {
  it.each(['昭苏l', "昭苏lv'you", '昭苏旅游shou'])(
    'is asked without the letters of a word to come: %s',
    async (query) => {
      const chat = new TestChat(await openFiveReports())
      const { results } = await chat.inline(query)
      expect(results.length).toBeGreaterThan(0)
      expect(results[0].title).not.toContain('部分相关')
    },
  )

  it('keeps letters that are a word of the reports', async () => {
    const chat = new TestChat(await openFiveReports())
    expect((await chat.inline('新疆gdp')).results[0].input_message_content.message_text).toMatch(
      /GDP|生产总值/u,
    )
  })
})

describe('the bounds of an inline answer', () => {
  const made = (count: number) =>
    openSmallCorpus(
      Array.from({ length: count }, (_, index) =>
        report(`zi-${2000 + index}`, { place: '子县', level: '县', year: 2000 + index }, [
          '## 一、回顾',
          '旅游兴县。',
        ]),
      ),
    )

  it.each([
    [20, ''],
    [21, '20'],
  ])('are twenty results a page: of %d the next begins at %j', async (count, next) => {
    const chat = new TestChat(await made(count))
    for (const query of ['', '旅游兴县']) {
      const { results, next_offset } = await chat.inline(query)
      expect([results.length, next_offset], query).toEqual([20, next])
    }
  })

  it('are kept for an hour, and nothing for five minutes', async () => {
    const chat = new TestChat(await made(1))
    const [some, none] = [await chat.inline('旅游'), await chat.inline('火箭')]
    expect([some.cache_time, none.cache_time]).toEqual([3_600, 300])
    expect((await chat.inline('旅游', 'junk')).cache_time).toBe(300)
  })

  it('are titles of 120 characters, with what is said of them', async () => {
    const searcher = await openSmallCorpus([
      report('zi-2023', { place: '子县', level: '县' }, [`## 一、${'旅'.repeat(130)}`, '旅游收入3亿元。']),
    ])
    const { results } = await new TestChat(searcher).inline('子县2022年旅游收入4亿元')
    expect(results[0].title).toMatch(/^✗ 与报告不符 · 子县 2023/u)
    expect(results[0].title).toHaveLength(120)
  })

  it('are as many whole sentences as 300 characters hold', async () => {
    const [first, second] = ['甲'.repeat(149), '乙'.repeat(149)]
    const shared = async (end: string): Promise<string> => {
      const searcher = await openSmallCorpus([
        report('zi-2023', { place: '子县', level: '县' }, [
          '## 一、回顾',
          `${first}。${second}${end}。末句。`,
        ]),
      ])
      const [hit] = (await searcher.search('末句')).hits
      const { results } = await new TestChat(searcher).inline(hit?.passage.id ?? '')
      return results[0].input_message_content.message_text.split('\n')[0]
    }
    expect(await shared('')).toBe(`${first}。${second}。`)
    expect(await shared('乙')).toBe(`${first}。`)
  })

  it('are asked without a letter that may be the first of a word, and with letters that reports print', async () => {
    const searcher = await openSmallCorpus([
      report('zi-2023', { place: '子县', level: '县' }, [
        '## 一、回顾',
        '推广ktv消防。',
        '建设A座和消防站。',
      ]),
    ])
    const asked: string[] = []
    const noting = {
      ...searcher,
      search: searcher.search,
      read: (text: string) => {
        asked.push(text)
        return searcher.read(text)
      },
    }
    const chat = new TestChat(noting as never)
    for (const query of ['消防ktv', '消防a', '消防zz']) await chat.inline(query)
    expect([...new Set(asked)].filter((text) => /消防/u.test(text))).toEqual(['消防ktv', '消防'])
  })
})
