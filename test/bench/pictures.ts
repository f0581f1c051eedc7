/** Turns real replies of the bot into two pictures of the chat for the README: `npm run pictures`. */
import { writeFileSync } from 'node:fs'
import type { SentButton, SentMessage } from '../bot/strict-telegram.ts'
import { TestChat } from '../bot/test-chat.ts'
import { openFiveReports } from '../five-reports.ts'
import { readOptions } from '../script-options.ts'

readOptions('usage: npm run pictures', {})

const FONT_PX = 15
const LINE_PX = 23
const BUBBLE_PX = 600
const PADDING_PX = 14
const BUTTON_PX = 34
const COLORS = {
  page: '#d7e3ec',
  own: '#e3fdd0',
  bot: '#ffffff',
  text: '#111',
  link: '#2a7ab8',
  quote: '#eaf3fa',
  button: '#6f8ea5',
}

interface Style {
  readonly isBold: boolean
  readonly isLink: boolean
  readonly isStruck: boolean
  readonly isUnderlined: boolean
  readonly isQuoted: boolean
}

interface Run {
  readonly text: string
  readonly style: Style
}

type Line = readonly Run[]

const chat = new TestChat(await openFiveReports())
await draw('test/bench/chat-question.svg', '伊宁市 2022 旅游收入')
await draw('test/bench/chat-quote.svg', '全年接待游客934.7万人次，实现旅游收入58.4亿元')

async function draw(file: string, question: string): Promise<void> {
  const reply = await chat.say(question)
  const asked = bubble({ text: question, entities: [] }, [], { y: PADDING_PX, isOwn: true })
  const answered = bubble(reply, reply.reply_markup?.inline_keyboard ?? [], {
    y: asked.end + 10,
    isOwn: false,
  })
  const width = BUBBLE_PX + 4 * PADDING_PX
  writeFileSync(
    file,
    [
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${answered.end + PADDING_PX}" font-family="'Noto Sans CJK SC','PingFang SC','Microsoft YaHei',sans-serif" font-size="${FONT_PX}">`,
      `<rect width="100%" height="100%" fill="${COLORS.page}"/>`,
      ...asked.parts,
      ...answered.parts,
      '</svg>\n',
    ].join('\n'),
  )
}

interface Place {
  readonly y: number
  readonly isOwn: boolean
}

function bubble(
  message: Pick<SentMessage, 'text' | 'entities'>,
  rows: readonly (readonly SentButton[])[],
  { y, isOwn }: Place,
): { readonly parts: string[]; readonly end: number } {
  const lines = message.text.split('\n').reduce<{ at: number; all: Line[] }>(
    ({ at, all }, paragraph) => {
      all.push(...wrap(styled(message, at, paragraph)))
      return { at: at + paragraph.length + 1, all }
    },
    { at: 0, all: [] },
  ).all
  const height = lines.length * LINE_PX + 2 * PADDING_PX
  const widest = Math.max(...lines.map((line) => line.reduce((sum, { text }) => sum + widthOf(text), 0)))
  const width = isOwn ? widest + 2 * PADDING_PX : BUBBLE_PX + 2 * PADDING_PX
  const x = isOwn ? BUBBLE_PX + 3 * PADDING_PX - width : PADDING_PX
  const parts = [
    `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="12" fill="${isOwn ? COLORS.own : COLORS.bot}"/>`,
  ]
  lines.forEach((line, index) => {
    const top = y + PADDING_PX + index * LINE_PX
    if (line[0]?.style.isQuoted === true) {
      parts.push(
        `<rect x="${x + 8}" y="${top}" width="${width - 16}" height="${LINE_PX}" fill="${COLORS.quote}"/>`,
        `<rect x="${x + 8}" y="${top}" width="3" height="${LINE_PX}" fill="${COLORS.link}"/>`,
      )
    }
    parts.push(
      `<text x="${x + PADDING_PX + 4}" y="${top + 17}" xml:space="preserve">${line.map(span).join('')}</text>`,
    )
  })
  let end = y + height
  for (const row of rows) {
    end += 4
    const each = (width - 4 * (row.length - 1)) / row.length
    row.forEach((button, index) => {
      const left = x + index * (each + 4)
      parts.push(
        `<rect x="${left}" y="${end}" width="${each}" height="${BUTTON_PX}" rx="6" fill="${COLORS.button}"/>`,
        `<text x="${left + each / 2}" y="${end + 22}" fill="#fff" text-anchor="middle">${escapeXml(button.text)}</text>`,
      )
    })
    end += BUTTON_PX
  }
  return { parts, end }
}

/** The characters of one paragraph with their styles. */
function styled({ entities }: Pick<SentMessage, 'entities'>, start: number, paragraph: string): Run[] {
  let at = start
  return [...paragraph].map((text) => {
    const types = entities
      .filter(({ offset, length }) => at >= offset && at < offset + length)
      .map(({ type }) => type)
    at += text.length
    const has = (type: string): boolean => types.includes(type)
    const style = {
      isBold: has('bold'),
      isLink: has('text_link'),
      isStruck: has('strikethrough'),
      isUnderlined: has('underline'),
      isQuoted: types.some((type) => type.endsWith('blockquote')),
    }
    return { text, style }
  })
}

/** Breaks a paragraph into lines and joins characters of equal style. */
function wrap(chars: readonly Run[]): Line[] {
  const lines: Run[][] = [[]]
  let used = 0
  for (const char of chars) {
    const width = widthOf(char.text)
    if (used + width > BUBBLE_PX - 8) {
      lines.push([])
      used = 0
    }
    used += width
    const line = lines.at(-1) ?? []
    const last = line.at(-1)
    const isSame = last !== undefined && JSON.stringify(last.style) === JSON.stringify(char.style)
    if (isSame) line[line.length - 1] = { text: last.text + char.text, style: last.style }
    else line.push(char)
  }
  return lines
}

/** Han characters are as wide as they are high, Latin ones a little more than half of that. */
function widthOf(text: string): number {
  return [...text].reduce((sum, char) => sum + (/[\u0020-\u024f…·›]/.test(char) ? 0.58 : 1) * FONT_PX, 0)
}

function span({ text, style }: Run): string {
  const attributes = [
    style.isBold ? 'font-weight="bold"' : '',
    style.isLink ? `fill="${COLORS.link}"` : `fill="${COLORS.text}"`,
    style.isStruck
      ? 'text-decoration="line-through"'
      : style.isUnderlined
        ? 'text-decoration="underline"'
        : '',
  ]
  return `<tspan ${attributes.filter((attribute) => attribute !== '').join(' ')}>${escapeXml(text)}</tspan>`
}

function escapeXml(text: string): string {
  return text.replace(/[&<>]/g, (char) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[char] ?? char)
}
