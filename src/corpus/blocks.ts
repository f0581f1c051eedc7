/** Turns the lines of a report file into its headings and paragraphs. */
import type { ReportFault } from './report.ts'

/** A block of the body: a heading or a paragraph, with the line of the file on which it starts. */
export interface Block {
  readonly line: number
  /** Number of # marks; 0 for a paragraph. */
  readonly level: number
  readonly text: string
}

const HEADING = /^(#{1,6})(?:\s+(.*))?$/
/** A backslash before a # says that the # is text. */
const ESCAPED = /^\\(?=\\*#{1,6}(?:\s|$))/

/** Cuts the body at blank lines; a heading is a block of its own even without one. `start` is an index into `lines`. */
export function splitBlocks(lines: readonly string[], start: number): Block[] {
  const blocks: Block[] = []
  let open: { line: number; text: string } | null = null
  const close = (): void => {
    if (open !== null) blocks.push({ line: open.line, level: 0, text: open.text.replace(ESCAPED, '') })
    open = null
  }
  for (let index = start; index < lines.length; index++) {
    // White space that a hand left at either end of a line is no part of the passage.
    const line = (lines[index] ?? '').trim()
    const heading = HEADING.exec(line)
    if (heading !== null) {
      close()
      blocks.push({ line: index + 1, level: (heading[1] ?? '').length, text: (heading[2] ?? '').trim() })
    } else if (line === '') close()
    else if (open === null) open = { line: index + 1, text: line }
    else open.text += gap(open.text, line) + line
  }
  close()
  return blocks
}

/** Lines that a hand broke are joined: with a space between Latin words, with nothing in Chinese. */
function gap(before: string, after: string): string {
  return /[A-Za-z\d,.;:]$/.test(before) && /^[A-Za-z]/.test(after) ? ' ' : ''
}

/** Puts the backslash before a paragraph that would read as a heading. */
export function escapeParagraph(text: string): string {
  return /^\\*#{1,6}(?:\s|$)/.test(text) ? `\\${text}` : text
}

/** Headings must have words, and something below them. */
export function checkHeadings(blocks: readonly Block[], faults: ReportFault[]): void {
  blocks.forEach((block, index) => {
    if (block.level === 0) return
    if (block.text === '') {
      faults.push({ line: block.line, message: 'heading without words; write them or remove the mark' })
      return
    }
    const next = blocks[index + 1]
    if (next === undefined || (next.level !== 0 && next.level <= block.level)) {
      const message = `heading without text (${block.text}); write a paragraph under it or remove the #`
      faults.push({ line: block.line, message })
    }
  })
}
