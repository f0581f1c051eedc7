/** Turns pieces of text with their looks into the lines of one block; shared by the formats that know bold and superscript. */
import type { SourceLine } from '../source/source.ts'

/** A run of text in one look. `'break'` stands for a line break inside the block. */
export interface Piece {
  readonly text: string
  readonly isBold?: boolean
  readonly isSuperscript?: boolean
}

export type Inline = Piece | 'break'

/** The words of a line, and which are bold. */
export type Worded = Pick<SourceLine, 'text' | 'bold'>

const SUPERSCRIPT_DIGITS = '⁰¹²³⁴⁵⁶⁷⁸⁹'

/** Joins the pieces; each break begins a new line. Superscript figures become what they mean: m², or a footmark [3]. */
export function joinInline(inlines: readonly Inline[]): Worded[] {
  const lines: { text: string; bold: [number, number][] }[] = [{ text: '', bold: [] }]
  for (const inline of mergeSuperscripts(inlines)) {
    const line = lines.at(-1)
    if (inline === 'break' || line === undefined) {
      lines.push({ text: '', bold: [] })
      continue
    }
    const start = line.text.length
    line.text += inline.isSuperscript === true ? writeSuperscript(line.text, inline.text) : inline.text
    const last = line.bold.at(-1)
    if (inline.isBold !== true || line.text.length === start) continue
    if (last?.[1] === start) last[1] = line.text.length
    else line.bold.push([start, line.text.length])
  }
  return lines.map(withBold)
}

/** Cuts `from` units at the head and all after `to`, the bold ranges with them. */
export function cropLine(line: Worded, from: number, to: number): Worded {
  const text = line.text.slice(from, to)
  const bold = (line.bold ?? [])
    .map(([start, end]): [number, number] => [Math.max(0, start - from), Math.min(text.length, end - from)])
    .filter(([start, end]) => start < end)
  return withBold({ text, bold })
}

function withBold({ text, bold }: Required<Worded>): Worded {
  return bold.length === 0 ? { text } : { text, bold }
}

/** Word cuts `12` into `1` and `2` when it feels like it. */
function mergeSuperscripts(inlines: readonly Inline[]): Inline[] {
  const merged: Inline[] = []
  for (const inline of inlines) {
    const last = merged.at(-1)
    if (
      inline === 'break' ||
      last === undefined ||
      last === 'break' ||
      !inline.isSuperscript ||
      !last.isSuperscript
    ) {
      merged.push(inline)
    } else {
      merged[merged.length - 1] = { ...last, text: last.text + inline.text }
    }
  }
  return merged
}

/**
 * A raised figure must not glue itself to the figures before it: 8.5%¹ is not 8.5%1. After a unit or a power of ten it
 * is a power and has a character of its own; elsewhere it is a footmark and is written as the web writes them.
 */
function writeSuperscript(before: string, raised: string): string {
  const figures = raised.trim()
  if (/^[①-⑳]$/u.test(figures)) return `[${figures}]`
  if (!/^\d{1,3}$/.test(figures)) return raised
  const isPower =
    (/(?:^|[^A-Za-z])[kcdm]?m$/.test(before) && /^[23]$/.test(figures)) || /[×xX]\s*10$/.test(before)
  return isPower ? [...figures].map((digit) => SUPERSCRIPT_DIGITS[Number(digit)]).join('') : `[${figures}]`
}

/**
 * The lines of one block. A single line is a paragraph by itself. One with line breaks inside may be several
 * paragraphs or one line cut for its looks: its lines are left open to be joined, between blank lines.
 */
export function blockLines(texts: readonly Worded[], heading: number): SourceLine[] {
  const first = texts.findIndex((line) => line.text.trim() !== '')
  const last = texts.findLastIndex((line) => line.text.trim() !== '')
  // A break before or after the words, as page breaks are, divides nothing.
  if (first < 0) return [{ text: '' }]
  const printed = texts.slice(first, last + 1)
  const looks = heading === 0 ? {} : { heading }
  if (printed.length === 1) return printed.map((line) => ({ ...line, ...looks, isBlock: true }))
  return [{ text: '' }, ...printed.map((line) => ({ ...line, ...looks })), { text: '' }]
}
