/** What administrators can do from the chat, on a corpus of their own; and that nobody else can. */
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { createAdmin } from '../../src/bot/admin.ts'
import { loadConfig } from '../../src/config.ts'
import { createCorpusAdmin } from '../../src/run/corpus-admin.ts'
import { openLiveSearch } from '../../src/run/live-search.ts'
import { openIndex } from '../../src/run/open-index.ts'
import { createMetrics } from '../../src/server/metrics.ts'
import { GROUP, labels, PERSON, TestChat } from './test-chat.ts'

const REPORT = await readFile('corpus/originals/zhaosu-2025.txt')
const OTHER = { id: 12, is_bot: false, first_name: 'Bob', language_code: 'en' }

const closers: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closers.splice(0)) await close()
})

/** A folder with one report and its index: each test begins with a copy. */
const template = await mkdtemp(join(tmpdir(), 'yinju-admin-'))
beforeAll(async () => {
  await cp('corpus/yining-2023.md', join(template, 'yining-2023.md'))
  await openIndex(template)
})
afterAll(() => rm(template, { recursive: true }))

async function open() {
  const folder = await mkdtemp(join(tmpdir(), 'yinju-admin-'))
  await cp(template, folder, { recursive: true })
  const config = { ...loadConfig({ CORPUS_DIR: folder }), botToken: '7:test' }
  const quiet = { log: pino({ level: 'silent' }), isWatched: false, minIntervalMs: 0 }
  const live = await openLiveSearch(config, quiet)
  closers.push(async () => {
    await live.close()
    await rm(folder, { recursive: true })
  })
  const actions = createCorpusAdmin({ config, live, metrics: createMetrics(), startedAt: Date.now() })
  const chat = new TestChat(live.searcher(), {
    searcher: live.searcher,
    before: [createAdmin({ admins: new Set([PERSON.id]), actions })],
  })
  return { folder, live, chat, actions }
}

describe('somebody else', () => {
  it.each(['/stats', '/reload', '/import', '/remove yining-2023'])(
    'is told of %s as of any unknown command',
    async (text) => {
      const { chat } = await open()
      const known = (await chat.say(text, { from: OTHER })).text
      const unknown = (await chat.say(text.replace(/\w+/, 'nonsense'), { from: OTHER })).text
      expect(known?.replace(/\/\w+/, '')).toBe(unknown?.replace(/\/\w+/, ''))
    },
  )

  it('cannot press the buttons of an administrator', async () => {
    const { chat, folder } = await open()
    const asked = await chat.say('/remove yining-2023')
    expect(await chat.pressData(asked, 'A:really:yining-2023', OTHER)).toBeDefined()
    expect(await readdir(folder)).toContain('yining-2023.md')
  })

  it('does not see them in a group, where others would read along', async () => {
    const { chat } = await open()
    expect((await chat.hear({ text: '/stats', chat: GROUP }))?.text ?? '').not.toContain('MB')
  })
})

describe('an administrator', () => {
  it('sees numbers with /stats', async () => {
    const { chat } = await open()
    expect((await chat.say('/stats')).text).toMatch(/1 份报告，\d+ 段/)
  })

  it('reads the corpus anew with /reload, and sees which file is broken', async () => {
    const { chat, folder } = await open()
    await writeFile(join(folder, 'broken-2024.md'), 'nothing')
    expect((await chat.say('/reload')).text).toContain('broken-2024.md:1: no front matter')
  })

  it('removes a report after being asked twice; the original stays', async () => {
    const { chat, folder, live } = await open()
    const asked = await chat.say('/remove yining-2023')
    expect(labels(asked)).toEqual(['删除', '✕ 取消'])
    const again = await chat.press(asked, '删除')
    expect(again.text).toContain('真的删除 yining-2023')
    expect(await readdir(folder)).toContain('yining-2023.md')
    await chat.press(again, '真的删除')
    expect(await readdir(folder)).not.toContain('yining-2023.md')
    expect((await live.searcher().catalog()).reports).toEqual([])
  })

  it.each(['/remove', '/remove nowhere-2023', '/remove ../../etc/passwd', '/remove YINING'])(
    'is told what to write after %s',
    async (text) => {
      const { chat } = await open()
      expect(labels(await chat.say(text))).toEqual([])
    },
  )

  it('may change his mind', async () => {
    const { chat, folder } = await open()
    const message = await chat.press(await chat.say('/remove yining-2023'), '✕ 取消')
    expect(message.text).toBe('已取消，什么也没有改动。')
    expect(await readdir(folder)).toContain('yining-2023.md')
  })

  it('is told how to import when there is no document', async () => {
    const { chat } = await open()
    expect((await chat.say('/import')).text).toContain('docx')
  })
})

describe('the corpus', () => {
  it('takes a report in, says what it understood, and finds it', async () => {
    const { actions, live, folder } = await open()
    const [understood] = await actions.inspect('昭苏.txt', REPORT, [])
    expect(understood).toMatchObject({
      kind: 'understood',
      meta: { id: 'zhaosu-2025', place: '昭苏县', year: 2025 },
      replaces: false,
    })
    expect(await readdir(folder)).not.toContain('zhaosu-2025.md')
    expect(await actions.store('昭苏.txt', REPORT, [])).toEqual([
      { kind: 'stored', file: '昭苏.txt', id: 'zhaosu-2025', isSearchable: true },
    ])
    expect((await live.searcher().search('“昭苏县”')).total).toBeGreaterThan(0)
    expect(await readFile(join(folder, 'originals', 'zhaosu-2025.txt'))).toEqual(REPORT)
    expect(await actions.inspect('昭苏.txt', REPORT, [])).toMatchObject([{ replaces: true }])
  })

  it('takes the administrator’s word for id, place and year', async () => {
    const { actions } = await open()
    expect(await actions.inspect('x.txt', REPORT, ['id=other-2024', 'year=2024'])).toMatchObject([
      { meta: { id: 'other-2024', year: 2024 } },
    ])
  })

  it.each<[string, Uint8Array, string[], RegExp]>([
    ['a damaged PDF', Buffer.from('%PDF-1.4 nonsense'), [], /PDF/],
    ['a text that is no report', Buffer.from('今天天气不错。'.repeat(50)), [], /./],
    ['an empty file', new Uint8Array(0), [], /./],
    ['a wrong option', REPORT, ['colour=red'], /colour=red: write id=/],
    ['a day that is none', REPORT, ['date=2025-02-30'], /date=2025-02-30: write a day as 2023-01-12/],
    ['an id that is a path', REPORT, ['id=../x'], /id=\.\.\/x: write 1 to 40/],
  ])('refuses %s with a reason, and stays as it is', async (_what, bytes, args, reason) => {
    const { actions, folder } = await open()
    expect(await actions.store('x.txt', bytes, args)).toEqual([
      { kind: 'failed', file: 'x.txt', reason: expect.stringMatching(reason) },
    ])
    expect((await readdir(folder)).filter((name) => name.endsWith('.md'))).toEqual(['yining-2023.md'])
  })
})
