import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Searcher } from '../../src/search/searcher.ts'
import { createMemoryLanguages, openLanguages } from '../../src/state/languages.ts'
import { openFiveReports } from '../five-reports.ts'
import { PERSON, TestChat } from './test-chat.ts'

let searcher: Searcher
beforeAll(async () => {
  searcher = await openFiveReports()
})

const log = pino({ level: 'silent' })
const kazakh = { from: { ...PERSON, language_code: 'kk' } }

describe('/lang', () => {
  it('changes the language for good, also inline, until /forget', async () => {
    const languages = createMemoryLanguages()
    const chat = new TestChat(searcher, { languages })
    const menu = await chat.say('/lang', kazakh)
    expect(menu.text).toContain('Language: English')
    expect((await chat.press(menu, '繁體中文', kazakh.from)).text).toContain('介面語言：繁體中文')
    const other = new TestChat(searcher, { languages })
    expect((await other.say('旅游', kazakh)).text).toContain('其他相關：')
    expect((await other.inline('zzz qqq', '', kazakh.from)).button.text).toContain('沒有找到')
    expect((await other.say('/forget', kazakh)).text).toContain('已刪除')
    expect((await other.say('旅游', kazakh)).text).toContain('Also:')
    expect((await other.say('/forget', kazakh)).text).toContain('No setting')
  })

  it.each([
    ['/lang 繁体', '繁體中文'],
    ['/lang 简体', '简体中文'],
    ['/lang en', 'English'],
    ['/lang zh-hant', '繁體中文'],
  ])('takes a name: %s', async (words, name) => {
    expect((await new TestChat(searcher).say(words)).text).toContain(name)
  })

  it('is named in /privacy', async () => {
    expect((await new TestChat(searcher).say('/privacy')).text).toMatch(/\/lang.*\/forget/)
  })
})

describe('the file of languages', () => {
  const open = async () => join(await mkdtemp(join(tmpdir(), 'languages-')), 'deep', 'languages.json')

  it('keeps what was chosen over a restart, and nothing that was forgotten', async () => {
    const path = await open()
    const store = await openLanguages(path, log)
    await Promise.all([store.choose(1, 'en'), store.choose(2, 'zh-hant'), store.choose(3, 'en')])
    expect(await store.forget(3)).toBe(true)
    expect(await store.forget(3)).toBe(false)
    const again = await openLanguages(path, log)
    expect([await again.find(1), await again.find(2), await again.find(3)]).toEqual(['en', 'zh-hant', null])
    expect(JSON.parse(await readFile(path, 'utf8'))).toEqual({ 1: 'en', 2: 'zh-hant' })
  })

  it('that is damaged is begun anew', async () => {
    const path = join(await mkdtemp(join(tmpdir(), 'languages-')), 'l.json')
    await writeFile(path, '{"1":')
    const store = await openLanguages(path, log)
    expect(await store.find(1)).toBeNull()
    await store.choose(1, 'en')
    expect(await (await openLanguages(path, log)).find(1)).toBe('en')
  })
})
