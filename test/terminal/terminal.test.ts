import { PassThrough, Readable } from 'node:stream'
import { pino } from 'pino'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Searcher } from '../../src/search/searcher.ts'
import { ChatWindow } from '../../src/terminal/chat-window.ts'
import type { CommandIo } from '../../src/terminal/command-io.ts'
import { renderButtons, renderText } from '../../src/terminal/render.ts'
import { runTerminal, type TerminalOptions } from '../../src/terminal/terminal.ts'
import { openFiveReports } from '../five-reports.ts'
import { openSmallCorpus, report } from '../search/small-corpus.ts'

let searcher: Searcher
beforeAll(async () => {
  searcher = await openFiveReports()
})

/** Pipes lines in; resolves to everything that came out. */
function talk(...lines: readonly string[]): Promise<string> {
  return run(lines)
}

async function run(
  lines: readonly string[],
  { isTTY = false, ...options }: { readonly isTTY?: boolean } & Partial<TerminalOptions> = {},
): Promise<string> {
  const stdout = Object.assign(new PassThrough(), { isTTY })
  const chunks: Buffer[] = []
  stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
  const io: CommandIo = {
    stdin: Object.assign(Readable.from(lines.map((line) => `${line}\n`)), { isTTY }),
    stdout,
    stderr: new PassThrough(),
    env: {},
  }
  await runTerminal({ io, searcher: () => searcher, log: pino({ enabled: false }), ...options })
  return Buffer.concat(chunks).toString('utf8')
}

describe('the terminal', () => {
  it('answers a line, numbers the buttons, and ends with the input', async () => {
    const out = await talk('伊宁市 2022 旅游收入')
    expect(out).toContain('实现旅游收入56.4亿元')
    expect(out).toMatch(/\[#1 复制\] \[#2 分享\] \[#3 全段\]/)
  })

  it('presses a button by its number, in the message shown last', async () => {
    const out = await talk('伊宁市 2022 旅游收入', '#3', '#2')
    expect(out).toContain('第6段（全文')
    expect(out).toContain('第7段（全文')
  })

  it('shows what Telegram would do with the other buttons', async () => {
    const out = await talk('伊宁市 2022 旅游收入', '#1', '#2')
    expect(out).toMatch(/已复制：\n.*\[R\]/s)
    expect(out).toMatch(/其中会出现：@yinju_bot yining-2023_[0-9a-f]{10} \d+-\d+/)
  })

  it('names the address that a button opens', async () => {
    const url = 'https://example.org/report.html'
    const small = await openSmallCorpus([
      report('yunling-2023', { place: '云岭县', level: '县', url }, ['打通断头路5条，新装路灯800盏。']),
    ])
    const shown = await run(['新装路灯', '#3'], { searcher: () => small })
    const number = /\[#(\d+) 原文网址\]/u.exec(shown)?.[1] ?? ''
    const out = await run(['新装路灯', '#3', `#${number}`], { searcher: () => small })
    expect(out).toContain(`打开：${url}`)
    expect(out.match(/打开：/gu)).toHaveLength(1)
  })

  it('says how to have the files that Telegram would send', async () => {
    expect(await talk('/kwic 乡村振兴', '#13')).toMatch(/乡村振兴\.csv：终端不收文件.*--csv/)
  })

  it('tries the inline mode', async () => {
    expect(await talk('@yinju_bot 伊宁 旅游收入')).toMatch(/1\. 伊宁市 2023.*\n?.*旅游收入/)
  })

  it('says which button there is not, and takes commands and empty lines', async () => {
    const out = await talk('', '#9', '/about')
    expect(out).toContain('没有 #9 这个按钮')
    expect(out).toContain('5 份报告')
  })

  it('says nothing of a token by itself, and first how to get one where it is asked to', async () => {
    expect(await talk('/about')).not.toContain('BOT_TOKEN')
    expect(await run([], { tellsOfToken: true })).toMatch(/^.*BOT_TOKEN=….*\n$/u)
  })

  it('greets a person, in colours, and waits for each line with a sign', async () => {
    const out = await run(['伊宁市 2022 旅游收入'], { isTTY: true })
    expect(out).toMatch(/^输入问题后回车.*Ctrl\+D 退出。\n\n/u)
    expect(out).toContain('试试看')
    // In the place of a passage › stands behind a space.
    expect(out).toMatch(/(?<! )› /u)
    expect(out).toContain('\u001b[1m')
    expect(out.endsWith('\n')).toBe(true)
    const plain = await talk('伊宁市 2022 旅游收入')
    for (const sign of ['输入问题', '\n› ', '\u001b']) expect(plain).not.toContain(sign)
  })

  it('speaks another language where it is told to', async () => {
    expect(await run(['/about'], { language: 'en' })).toContain('5 reports')
  })

  it.each(['#3', '＃3', '# 3', ' #3 '])('takes %j for a button', async (press) => {
    expect(await talk('伊宁市 2022 旅游收入', press)).toContain('第6段（全文')
  })

  it.each(['#', '#1234', '#1x'])('takes %j for a question', async (text) => {
    expect(await talk('伊宁市 2022 旅游收入', text)).not.toContain('个按钮。')
  })

  it('tries the inline mode without words too, whatever the case of the name', async () => {
    const out = await talk('@YINJU_BOT')
    expect(out).not.toContain('没有找到')
    expect(await talk('@yinju_bot 伊宁 旅游收入')).toMatch(/\n→\n.*旅游收入/su)
    expect(await talk('@yinju_bot zzz qqq')).toMatch(/^· 没有找到/u)
  })
})

describe('a message in the terminal', () => {
  const entities = [
    { type: 'blockquote', offset: 2, length: 5 },
    { type: 'bold', offset: 3, length: 1 },
    { type: 'strikethrough', offset: 5, length: 1 },
    { type: 'underline', offset: 6, length: 1 },
  ]

  it('has weights and lines where there are colours', () => {
    expect(renderText('题\n甲乙\n丙丁', entities, true)).toBe(
      '题\n│ 甲\u001b[1m乙\u001b[22m\n│ \u001b[9m丙\u001b[29m\u001b[4m丁\u001b[24m',
    )
  })

  it('keeps words whole on a pipe, and marks only what differs', () => {
    expect(renderText('题\n甲乙\n丙丁', entities, false)).toBe('题\n│ 甲乙\n│ [-丙-]{+丁+}')
  })

  it('numbers its buttons through', () => {
    expect(renderButtons([[{ text: '1' }, { text: '2' }], [{ text: '▶' }]])).toBe('[#1 1] [#2 2]\n[#3 ▶]')
  })
})

describe('the window', () => {
  const open = () => {
    const written: string[] = []
    return { window: new ChatWindow({ write: (text) => void written.push(text), isColored: false }), written }
  }
  const rows = [[{ text: '▶', callback_data: 'x' }]]

  it('shows a message with its buttons, and each change of it', async () => {
    const { window, written } = open()
    expect(window.shown).toBeNull()
    await window.call('sendMessage', { text: '一', reply_markup: { inline_keyboard: rows } })
    await window.call('editMessageText', { message_id: 1, text: '二' })
    expect(window.shown).toMatchObject({ message_id: 1, text: '二', rows: [] })
    await window.call('editMessageReplyMarkup', { message_id: 1, reply_markup: { inline_keyboard: rows } })
    expect(window.shown).toMatchObject({ message_id: 1, text: '二', rows })
    expect(written).toEqual(['一\n[#1 ▶]\n\n', '二\n\n', '二\n[#1 ▶]\n\n'])
  })

  it('numbers the messages of both sides through', async () => {
    const { window } = open()
    expect(window.nextId()).toBe(1)
    expect(await window.call('sendMessage', { text: '一' })).toMatchObject({ message_id: 2 })
    expect(await window.call('sendDocument', {})).toMatchObject({ message_id: 3 })
  })

  it.each<[string, Record<string, unknown>, string]>([
    ['answerCallbackQuery', { text: '好' }, '· 好\n\n'],
    ['answerCallbackQuery', { text: '' }, ''],
    ['answerCallbackQuery', {}, ''],
    ['answerInlineQuery', { results: [], button: { text: '没有' } }, '· 没有\n\n'],
    ['answerInlineQuery', {}, '· ∅\n\n'],
    ['sendChatAction', { text: '不显示' }, ''],
  ])('says of %s %j what there is to see', async (method, payload, shown) => {
    const { window, written } = open()
    expect(await window.call(method, payload)).toBe(true)
    expect(written.join('')).toBe(shown)
  })
})
