/** Turns a message of the bot into lines for a terminal: with colours and weights where there are any, plain otherwise. */

/** The parts of a Telegram message entity that show. */
export interface Entity {
  readonly type: string
  readonly offset: number
  readonly length: number
}

export interface Button {
  readonly text: string
}

const ANSI: Readonly<Record<string, readonly [on: string, off: string]>> = {
  bold: ['\u001b[1m', '\u001b[22m'],
  underline: ['\u001b[4m', '\u001b[24m'],
  strikethrough: ['\u001b[9m', '\u001b[29m'],
  text_link: ['\u001b[36m', '\u001b[39m'],
  code: ['\u001b[33m', '\u001b[39m'],
  pre: ['\u001b[33m', '\u001b[39m'],
}

/** Without colours only the comparison of a quote needs marks: words stay unbroken, so that they can be searched for. */
const PLAIN: Readonly<Record<string, readonly [on: string, off: string]>> = {
  underline: ['{+', '+}'],
  strikethrough: ['[-', '-]'],
}

const QUOTES = new Set(['blockquote', 'expandable_blockquote'])

/** Renders text with its entities; quotations stand behind a bar. */
export function renderText(text: string, entities: readonly Entity[], isColored: boolean): string {
  const marks = isColored ? ANSI : PLAIN
  const quotes = entities.filter((entity) => QUOTES.has(entity.type))
  let rendered = ''
  let isLineStart = true
  for (let at = 0; at <= text.length; at++) {
    rendered += entities
      .filter((entity) => entity.offset + entity.length === at)
      .map((entity) => marks[entity.type]?.[1] ?? '')
      .reverse()
      .join('')
    if (at === text.length) break
    if (isLineStart && quotes.some((quote) => at >= quote.offset && at < quote.offset + quote.length)) {
      rendered += '│ '
    }
    rendered += entities
      .filter((entity) => entity.offset === at)
      .map((entity) => marks[entity.type]?.[0] ?? '')
      .join('')
    rendered += text[at] ?? ''
    isLineStart = text[at] === '\n'
  }
  return rendered
}

/** Renders rows of buttons, numbered through from 1. */
export function renderButtons(rows: readonly (readonly Button[])[]): string {
  let number = 0
  return rows.map((row) => row.map((button) => `[#${++number} ${button.text}]`).join(' ')).join('\n')
}
