import { PassThrough, Readable } from 'node:stream'
import { pino } from 'pino'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Searcher } from '../../src/search/searcher.ts'
import type { CommandIo } from '../../src/terminal/command-io.ts'
import { renderButtons, renderText } from '../../src/terminal/render.ts'
import { runTerminal } from '../../src/terminal/terminal.ts'
import { openFiveReports } from '../five-reports.ts'

let searcher: Searcher
beforeAll(async () => {
  searcher = await openFiveReports()
})

/** Pipes lines in; resolves to everything that came out. */
async function talk(...lines: readonly string[]): Promise<string> {
  const stdout = new PassThrough()
  const chunks: Buffer[] = []
  stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
  const io: CommandIo = {
    stdin: Readable.from(lines.map((line) => `${line}\n`)),
    stdout,
    stderr: new PassThrough(),
    env: {},
  }
  await runTerminal({ io, searcher: () => searcher, log: pino({ enabled: false }) })
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

  it('says nothing of a token by itself', async () => {
    expect(await talk('/about')).not.toContain('BOT_TOKEN')
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
