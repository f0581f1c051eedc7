import { readFile } from 'node:fs/promises'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Searcher } from '../../src/search/searcher.ts'
import { openFiveReports } from '../five-reports.ts'
import { GROUP, TestChat } from './test-chat.ts'

const RIGHT = '2022年，伊宁市实现旅游收入56.4亿元。'
const WRONG = '2022年，伊宁市地区生产总值增长8%。'
const DRAFT = `${RIGHT}${WRONG}${'那是一个晴朗的早晨，街上的人们慢慢走着，彼此问好。'.repeat(16)}`

let searcher: Searcher
beforeAll(async () => {
  searcher = await openFiveReports()
})

function open(content: string | null) {
  const files: string[] = []
  const download = async (path: string) => {
    files.push(path)
    return content === null ? null : Buffer.from(content)
  }
  return { chat: new TestChat(searcher, { download }), files }
}

const document = (name: string) => ({
  document: { file_id: 'f1', file_unique_id: 'u', file_name: name, file_size: 9 },
})

describe('a draft', () => {
  it.each([
    ['as a long text', { text: DRAFT }],
    ['as a document', document('draft.txt')],
  ])('is answered by the sum, what is wrong, and a file: %s', async (_how, message) => {
    const { chat } = open(DRAFT)
    const reply = await chat.hear(message)
    expect(reply?.text.split('\n')[0]).toBe('2 句：1 一致，1 不符，0 找不到')
    expect(reply?.text).toContain('增长0.6%')
    expect(chat.telegram.callsTo('sendDocument')).toHaveLength(1)
  })

  it("is told of a number that is the report's rounded, which is neither right nor wrong", async () => {
    const { chat } = open(null)
    const reply = await chat.hear({ text: `${DRAFT}昭苏县2024年接待游客760万人次。` })
    expect(reply?.text.split('\n')[0]).toBe('3 句：1 一致，1 不符，1 找不到')
    expect(reply?.text).toContain('⚠ 数字取了整，报告写的是：昭苏县2024年接待游客760.16万人次')
  })

  it('is reviewed where it states a single thing', async () => {
    const { chat } = open(RIGHT)
    await chat.hear(document('draft.txt'))
    expect(chat.telegram.callsTo('sendDocument')).toHaveLength(1)
  })

  it.each([
    ['is too large', null, 'draft.txt', 'MB'],
    ['has no text', ' ', 'draft.txt', '读不了'],
    ['says nothing of reports', '今天天气很好。', 'draft.txt', '没有引用'],
  ])('is told what is wrong with a document that %s', async (_what, content, name, told) => {
    const { chat } = open(content)
    expect((await chat.hear(document(name)))?.text).toContain(told)
  })

  it.each([
    [400, 4, true],
    [399, 4, false],
    [400, 3, false],
    [150, 6, true],
    [149, 6, false],
    [150, 5, false],
  ])('is a text from %i characters and %i sentences on: %s', async (length, sentences, isDraft) => {
    const begun = `${RIGHT}${WRONG}${'天晴。'.repeat(sentences - 3)}`
    const { chat } = open(null)
    await chat.hear({ text: `${begun}${'天'.repeat(length - begun.length - 1)}。` })
    expect(chat.telegram.callsTo('sendDocument')).toHaveLength(isDraft ? 1 : 0)
  })

  it('is told of a place without a report that there is none, and no other words', async () => {
    const { chat } = open(`北京市2022年地区生产总值增长6%。${RIGHT}`)
    const reply = await chat.hear(document('draft.txt'))
    expect(reply?.text).toContain('没有北京市的报告')
    expect(reply?.text).not.toContain('原文')
  })

  it('is no picture, and no file in a group', async () => {
    const { chat, files } = open(DRAFT)
    await chat.hear(document('photo.png'))
    await chat.hear({ ...document('draft.txt'), chat: GROUP })
    expect(files).toEqual([])
  })

  it('is not what stands in a report as a whole', async () => {
    const { chat } = open(null)
    const text = await readFile('corpus/yining-2023.md', 'utf8')
    const paragraph = text.split('\n').find((line) => line.length > 500 && line.length < 900) ?? ''
    expect((await chat.say(paragraph)).text).toContain('与原文一致 ✓')
  })
})
