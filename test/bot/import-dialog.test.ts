/** The talk in which an administrator takes a report in: what the file holds, then whether it shall be stored. */
import { describe, expect, it, vi } from 'vitest'
import { createAdmin } from '../../src/bot/admin.ts'
import type { AdminActions, ImportOutcome, StoreOutcome } from '../../src/bot/admin-actions.ts'
import { makeMeta } from '../made-meta.ts'
import { openSmallCorpus } from '../search/small-corpus.ts'
import type { SentMessage } from './strict-telegram.ts'
import { labels, PERSON, TestChat } from './test-chat.ts'

const MB = 1024 * 1024
const BYTES = new Uint8Array([1, 2, 3])
const searcher = await openSmallCorpus()
const DOCUMENT = { file_id: 'f1', file_unique_id: 'u1', file_name: '昭苏.docx', file_size: 9 }
const understood = (more: Partial<Extract<ImportOutcome, { kind: 'understood' }>> = {}): ImportOutcome => ({
  kind: 'understood',
  file: '昭苏.docx',
  meta: makeMeta({
    id: 'zhaosu-2025',
    place: '昭苏县',
    year: 2025,
    meeting: '',
    date: '',
    speaker: '',
    post: '',
  }),
  headings: 12,
  paragraphs: 57,
  keptChars: 9_000,
  droppedChars: 80,
  warnings: [],
  replaces: false,
  ...more,
})
const STORED: StoreOutcome = { kind: 'stored', file: '昭苏.docx', id: 'zhaosu-2025', isSearchable: true }

function open(more: Partial<AdminActions> = {}) {
  const actions = {
    maxFileBytes: 20 * MB,
    download: vi.fn<AdminActions['download']>(async () => BYTES),
    inspect: vi.fn<AdminActions['inspect']>(async () => [understood()]),
    store: vi.fn<AdminActions['store']>(async () => [STORED]),
    ...more,
  }
  const admin = createAdmin({ admins: new Set([PERSON.id]), actions: actions as unknown as AdminActions })
  return { actions, chat: new TestChat(searcher, { before: [admin] }) }
}

/** Presses a button of a preview, which Telegram gives with the message that it answers. */
async function confirm(chat: TestChat, preview: SentMessage, document: object | null): Promise<string> {
  const asked = document === null ? preview : { ...preview, reply_to_message: { message_id: 5, document } }
  await chat.pressData(asked as SentMessage, 'A:import')
  return chat.telegram.current(preview).text
}

const preview = async (
  chat: TestChat,
  document: object = DOCUMENT,
  caption = '/import',
): Promise<SentMessage> => (await chat.hear({ document, caption })) as SentMessage

describe('a file with /import', () => {
  it('is shown as it is understood, and stored when that is confirmed, as it was asked for', async () => {
    const { chat, actions } = open()
    const shown = await preview(chat, DOCUMENT, '/import id=zhaosu-2025  year=2025')
    expect(shown.text).toMatch(/^\/import id=zhaosu-2025 year=2025\n\n📄 昭苏\.docx\n/u)
    for (const line of ['编号：zhaosu-2025', '会议：—', '日期：—', '报告人：—', '标题 12 个，段落 57 段'])
      expect(shown.text).toContain(line)
    expect(shown.text).not.toContain('⚠')
    expect(labels(shown)).toHaveLength(2)
    expect(chat.telegram.callsTo('sendChatAction')).toHaveLength(1)
    expect(actions.store).not.toHaveBeenCalled()
    expect(await confirm(chat, shown, DOCUMENT)).toBe('✓ 昭苏.docx 已收录为 zhaosu-2025，现在就能查到。')
    const given = ['昭苏.docx', BYTES, ['id=zhaosu-2025', 'year=2025']]
    expect(actions.inspect).toHaveBeenCalledExactlyOnceWith(...given)
    expect(actions.store).toHaveBeenCalledExactlyOnceWith(...given)
    expect(actions.download).toHaveBeenCalledWith('documents/f1')
  })

  it('may be one that the message answers', async () => {
    const { chat, actions } = open()
    const asked = { message_id: 5, date: 1, chat: { id: PERSON.id, type: 'private' }, document: DOCUMENT }
    expect((await chat.say('/import', { reply_to_message: asked })).text).toContain('编号：zhaosu-2025')
    expect(actions.inspect).toHaveBeenCalledWith('昭苏.docx', BYTES, [])
  })

  it('has its warnings told, five at the most, and that it replaces a report', async () => {
    const warnings = (count: number) => Array.from({ length: count }, (_, at) => `warning ${at + 1}`)
    const textOf = async (count: number) =>
      (
        await preview(
          open({ inspect: async () => [understood({ replaces: true, warnings: warnings(count) })] }).chat,
        )
      ).text
    expect((await textOf(5)).split('\n').filter((line) => line.startsWith('⚠'))).toEqual([
      '⚠ 将替换已有的报告 zhaosu-2025',
      ...warnings(5).map((warning) => `⚠ ${warning}`),
    ])
    expect((await textOf(7)).split('\n').at(-1)).toBe('⚠ +2')
  })

  it('of several reports has each told; one that cannot be read leaves the others be', async () => {
    const outcomes: StoreOutcome[] = [
      { ...STORED, isSearchable: false },
      { kind: 'failed', file: 'b.pdf', reason: 'is a scan' },
    ]
    const { chat } = open({
      inspect: async () => [understood(), { kind: 'failed', file: 'b.pdf', reason: 'is a scan' }],
      store: async () => outcomes,
    })
    const shown = await preview(chat)
    expect(shown.text).toContain('✗ b.pdf：is a scan')
    expect(labels(shown)).toHaveLength(2)
    const told = await confirm(chat, shown, DOCUMENT)
    expect(told).toMatch(/已存为 zhaosu-2025，但还不在索引中.*\n\n✗ b\.pdf：is a scan$/u)
  })

  it('of which nothing can be read has no button', async () => {
    const { chat } = open({ inspect: async () => [{ kind: 'failed', file: 'x', reason: 'is damaged' }] })
    expect(labels(await preview(chat))).toEqual([])
  })

  it('that is gone when it is confirmed is asked for again', async () => {
    const { chat, actions } = open()
    expect(await confirm(chat, await preview(chat), null)).toBe('原来的文件已不在，请重新发送。')
    expect(actions.store).not.toHaveBeenCalled()
  })

  it.each([
    ['as large as may be', { ...DOCUMENT, file_size: 20 * MB }, {}, '编号：zhaosu-2025'],
    ['larger by its size', { ...DOCUMENT, file_size: 20 * MB + 1 }, {}, '文件超过 20 MB'],
    ['larger than it says', DOCUMENT, { download: async () => null }, '文件超过 20 MB'],
    [
      'that cannot be fetched',
      DOCUMENT,
      { download: () => Promise.reject(new Error('away')) },
      '无法从 Telegram 取得文件',
    ],
  ])('%s is told so, and again when it is confirmed', async (_, document, more, told) => {
    const { chat, actions } = open(more)
    const shown = await preview(chat, document)
    expect(shown.text).toContain(told)
    const answered = await confirm(chat, shown, document)
    const isRead = told.startsWith('编号')
    expect(answered).toContain(isRead ? '已收录为 zhaosu-2025' : told)
    expect(actions.store).toHaveBeenCalledTimes(isRead ? 1 : 0)
  })

  it('without a name is called a document', async () => {
    const { chat, actions } = open()
    await preview(chat, { file_id: 'f1', file_unique_id: 'u1' })
    expect(actions.inspect).toHaveBeenCalledWith('document', BYTES, [])
  })

  it('is told within the length of a message', async () => {
    const warnings = ['😀'.repeat(3_000)]
    const { text } = await preview(open({ inspect: async () => [understood({ warnings })] }).chat)
    expect(text.length).toBeLessThanOrEqual(4096)
    expect(text.endsWith('😀…')).toBe(true)
  })
})
