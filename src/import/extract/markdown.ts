/** Takes the marks of Markdown off the lines of a text, for they are none of its words; `#` and `**` stay and are read off with the layout. */
import type { SourceLine } from '../source/source.ts'

const QUOTED = /^\s{0,3}(?:>\s?)+/u
/** A dash with a figure and a dash behind it is a page number. */
const ITEM = /^(\s*)[-*+]\s+(?=\S)(?!\d+\s*-\s*$)/u
const IMAGE = /!\[[^\]]*\]\([^)]*\)/gu
const LINK = /\[([^[\]]+)\]\((?:[^()\s]|\([^()]*\))*(?:\s+"[^"]*")?\)/gu
const FOOTMARK = /\[\^(\w{1,4})\](:\s*)?/gu
const ESCAPED = /\\([\\`*_{}[\]()#+.!>~|-])/gu
const HARD_BREAK = /\\$/u
const UNDERLINE = /^\s{0,3}(?:(=+)|-{3,})\s*$/u
const RULE = /^\s{0,3}(?:(?:[-*_]\s*){3,})$/u
const ROW = /^\s*\|(.*)\|\s*$/u
const BORDER = /^[\s|:-]+$/u

/** As many lines as there are: what is nothing but a mark becomes an empty one. */
export function readMarkdown(lines: readonly SourceLine[]): SourceLine[] {
  return lines.map((line, index) => {
    const underline = UNDERLINE.exec(lines[index + 1]?.text ?? '')
    if (RULE.test(line.text) || UNDERLINE.test(line.text)) return { ...line, text: '' }
    const cells = ROW.exec(line.text)?.[1]
    if (cells !== undefined) return readRow(line, cells)
    const text = plain(line.text)
    return underline === null || text.trim() === ''
      ? { ...line, text }
      : { ...line, text, heading: underline[1] === undefined ? 2 : 1 }
  })
}

function readRow(line: SourceLine, cells: string): SourceLine {
  if (BORDER.test(cells)) return { ...line, text: '' }
  const text = cells
    .split(/(?<!\\)\|/u)
    .map((cell) => plain(cell.trim()))
    .join('\t')
  return { ...line, text, isBlock: true, isTableRow: true }
}

function plain(text: string): string {
  return text
    .replace(QUOTED, '')
    .replace(ITEM, '$1')
    .replace(IMAGE, '')
    .replace(LINK, '$1')
    .replace(FOOTMARK, (_, number: string, colon?: string) => `[${number}]${colon === undefined ? '' : ' '}`)
    .replace(ESCAPED, '$1')
    .replace(HARD_BREAK, '')
}
