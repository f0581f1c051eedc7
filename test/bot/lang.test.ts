import { beforeAll, describe, expect, it } from 'vitest'
import type { Searcher } from '../../src/search/searcher.ts'
import { createMemoryLanguages } from '../../src/state/languages.ts'
import { openFiveReports } from '../five-reports.ts'
import { PERSON, TestChat } from './test-chat.ts'

let searcher: Searcher
beforeAll(async () => {
  searcher = await openFiveReports()
})

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
