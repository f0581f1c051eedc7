import { beforeAll, describe, expect, it } from 'vitest'
import { readChanges } from '../../src/counts/report-changes.ts'
import { readDraft } from '../../src/import/read-draft.ts'
import { openPictures, type Pictures } from '../../src/pictures/pictures.ts'
import type { Searcher } from '../../src/search/searcher.ts'
import { openFiveReports } from '../five-reports.ts'
import { openSmallCorpus, report } from '../search/small-corpus.ts'
import type { SentMessage } from './strict-telegram.ts'
import { findButton, GROUP, labels, TestChat } from './test-chat.ts'

const pictures = openPictures(() => undefined) as Pictures
let searcher: Searcher
beforeAll(async () => {
  searcher = await openFiveReports()
})

const chatWith = (deps = {}): TestChat => new TestChat(searcher, { pictures, ...deps })

interface SentFile {
  readonly filename: string
  toRaw(): Promise<Uint8Array>
}

/** The bytes of what was sent last, as grammY would send them. */
async function lastFile(chat: TestChat, method: 'sendPhoto' | 'sendDocument'): Promise<Uint8Array> {
  const payload = chat.telegram.callsTo(method).at(-1)?.payload
  return await ((payload.photo ?? payload.document) as SentFile).toRaw()
}

const photos = (chat: TestChat) => chat.telegram.callsTo('sendPhoto').map(({ payload }) => payload)

describe('卡片', () => {
  it.each([
    ['an answer', '伊宁市2022年旅游收入是多少'],
    ['a quote', '全年接待游客934.7万人次，实现旅游收入56.4亿元'],
    ['a phrase', '“乡村振兴”'],
  ])('sends %s as a picture, with its source below', async (_what, words) => {
    const chat = chatWith()
    await chat.press(await chat.say(words), '卡片')
    const [photo] = photos(chat)
    expect(photo.caption).toMatch(/政府工作报告.*第\d+段/u)
    expect(photo.caption_entities[0]).toMatchObject({ type: 'text_link' })
    expect([...(await lastFile(chat, 'sendPhoto'))].slice(1, 4)).toEqual([0x50, 0x4e, 0x47])
  })

  it('shows the sentences of the message, and what matched in them', async () => {
    const drawn: Parameters<Pictures['card']>[0][] = []
    const watched: Pictures = {
      ...pictures,
      card: (card, shape) => {
        drawn.push(card)
        return pictures.card(card, shape)
      },
    }
    const chat = chatWith({ pictures: watched, pagesUrl: 'https://example.org' })
    const shown = await chat.say('伊宁市2022年旅游收入是多少')
    await chat.press(shown, '卡片')
    const [card] = drawn
    const quote = shown.entities.find(({ type }) => type === 'blockquote')
    const words = shown.text.slice(quote?.offset, (quote?.offset ?? 0) + (quote?.length ?? 0))
    expect(card?.text.slice(...(card.pointed[0] ?? []))).toBe(words.replace(/^…|…$/gu, ''))
    expect(card?.marked.length).toBeGreaterThan(0)
    expect(card?.link).toMatch(/^https:\/\/example\.org\/passages\/yining-2023_/)
  })

  it('is sent by its id the second time, and anew when Telegram has forgotten it', async () => {
    const chat = chatWith()
    const shown = await chat.say('伊宁市2022年旅游收入是多少')
    const { callback_data: data = '' } = findButton(shown, '卡片')
    await chat.pressData(shown, data)
    await chat.pressData({ ...shown, message_id: shown.message_id + 500 }, data)
    expect(photos(chat)[1].photo).toBe('photo-1')
  })

  it('stands in a group below the message whose button was pressed', async () => {
    const chat = chatWith()
    const shown = await chat.say('/ask@yinju_test_bot 伊宁市2022年旅游收入是多少', { chat: GROUP })
    await chat.press(shown, '卡片')
    expect(photos(chat)[0].reply_parameters.message_id).toBe(shown.message_id)
  })

  it.each([
    ['too-long', '放不下'],
    ['characters', '没有这些字'],
    ['busy', '稍候'],
  ] as const)('says in a line why there is none: %s', async (reason, told) => {
    const refusing: Pictures = {
      ...pictures,
      card: async () => ({ kind: 'refused', reason, characters: '𪚥' }),
    }
    const chat = chatWith({ pictures: refusing })
    await chat.press(await chat.say('伊宁市2022年旅游收入是多少'), '卡片')
    expect(photos(chat)).toEqual([])
    expect(chat.telegram.messages.at(-1)?.text).toContain(told)
  })

  it('is not offered where nothing can be drawn, and a button from before says so', async () => {
    const before = await chatWith().say('伊宁市2022年旅游收入是多少')
    const chat = new TestChat(searcher)
    expect(labels(await chat.say('伊宁市2022年旅游收入是多少'))).not.toContain('卡片')
    await chat.pressData(before, findButton(before, '卡片').callback_data ?? '')
    expect(chat.telegram.messages.at(-1)?.text).toContain('不能生成图片')
  })
})

describe('图表', () => {
  it.each([
    ['a table of figures', '各地旅游收入是多少', '旅游收入'],
    ['a trend', '/trend 乡村振兴', '乡村振兴'],
    ['a comparison', '/compare 地区生产总值', '地区生产总值'],
  ])('sends %s as a picture', async (_what, words, title) => {
    const chat = chatWith()
    await chat.press(await chat.say(words), '图表')
    expect(photos(chat)[0].caption).toContain(title)
  })
})

it('draws one figure with those of the other years', async () => {
  const years = [2021, 2022, 2023].map((year) =>
    report(`a-${year}`, { place: '甲县', level: '县', year, reviews: year - 1, plans: year }, [
      `## ${year - 1}年工作回顾`,
      `旅游收入${year - 2018}亿元。`,
    ]),
  )
  const chat = new TestChat(await openSmallCorpus(years), { pictures })
  await chat.say('甲县2021年旅游收入')
  await chat.hear({ text: '画个图' })
  expect(photos(chat)[0]?.caption).toContain('甲县 · 旅游收入')
})

async function textOf(chat: TestChat): Promise<string> {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await lastFile(chat, 'sendDocument'))
}

describe('the table of a message', () => {
  it.each([
    [
      'results',
      '乡村振兴怎么推进',
      'report,place,level,year,date,section,paragraph,kind,passage,text,citation',
    ],
    ['figures', '各地旅游收入是多少', /^report,place,level,year,indicator,.*quote,citation$/],
    ['a comparison', '/compare 粮食安全', /^report,place,.*citation$/],
    ['a trend', '/trend 乡村振兴', 'phrase,report,place,level,year,count,per_10000,first,citation'],
    ['mentions', '哪些地方提到了乡村振兴', /^phrase,report,place,level,year,count/],
    ['a concordance', '/kwic 乡村振兴', 'phrase,report,place,year,passage,before,words,after,citation'],
  ] as const)('comes as CSV that a spreadsheet reads: %s', async (_what, words, head) => {
    const chat = chatWith()
    await chat.press(await chat.say(words), 'CSV 表格')
    const text = await textOf(chat)
    expect(text.codePointAt(0)).toBe(0xfeff)
    const [columns = '', ...rows] = text.slice(1).trimEnd().split('\r\n')
    expect(columns).toMatch(head)
    expect(rows.length).toBeGreaterThan(1)
    expect(chat.telegram.callsTo('sendDocument')[0]?.payload.document.filename).toMatch(/\.csv$/)
  })
})

it('compares a figure that one report states alone as a figure', async () => {
  const chat = new TestChat(await openSmallCorpus(), { pictures })
  await chat.press(await chat.say('/compare 港口货物吞吐量'), 'CSV 表格')
  expect((await textOf(chat)).slice(1)).toMatch(/^report,place,level,year,indicator,/u)
})

describe('the changes between two reports', () => {
  it.each(['Word 全文', 'HTML 全文'])('come whole: %s', async (label) => {
    const chat = chatWith()
    const shown: SentMessage = await chat.say('/changes 新源县 伊宁市')
    await chat.press(shown, label)
    const name = chat.telegram.callsTo('sendDocument')[0]?.payload.document.filename as string
    expect(name).toMatch(/^新源县2023-伊宁市2023\.(?:docx|html)$/)
    const text = await readDraft(name, await lastFile(chat, 'sendDocument'))
    const found = await readChanges(searcher.backend, 'xinyuan-2023', 'yining-2023')
    if ('missing' in found) throw new Error(found.missing)
    const plain = text.replace(/\s/gu, '')
    const told = found.changes.filter(({ kind }) => kind === 'new' || kind === 'dropped')
    const lost = told.filter(({ a, b }) => !plain.includes((b ?? a)?.text.replace(/\s/gu, '') ?? ''))
    expect(told.length).toBeGreaterThan(100)
    expect(lost).toEqual([])
    expect(text).toContain('新增')
  })

  it('come in the language that was chosen', async () => {
    const chat = chatWith()
    await chat.say('/lang zh-hant')
    await chat.press(await chat.say('/changes 新源县 伊宁市'), 'HTML 全文')
    const page = new TextDecoder().decode(await lastFile(chat, 'sendDocument'))
    expect(page).toContain('<html lang="zh-Hant">')
    expect(page).toContain('刪除線')
  })
})
