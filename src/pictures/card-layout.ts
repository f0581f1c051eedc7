/** Lays a quote card out: which words stand on which line, how large and where. Nothing is drawn yet. */
import type { Range } from '../text/runs.ts'
import { type Extract, extractsOf } from './extract.ts'
import type { WidthOf } from './paper.ts'
import { balanceWidth, breakLines, type Run, type Setting } from './text-lines.ts'

export const SHAPES = { wide: [1200, 675], square: [1080, 1080] } as const
/** `wide` as previews of links show it, `square` as chats and feeds do. */
export type Shape = keyof typeof SHAPES

export interface QuoteCard {
  /** The passage, character for character. */
  readonly text: string
  /** What of it is wanted: the sentences that hold it are shown. Empty: the passage from its start. */
  readonly pointed: readonly Range[]
  /** What of it is highlighted. */
  readonly marked: readonly Range[]
  /** 伊宁市 2023 */
  readonly heading: string
  readonly citation: string
  /** Address of the passage, as words and as a code to photograph; null where there is none. */
  readonly link: string | null
  /** Checks a run of the passage as a quote; asked once it is known what is shown. */
  readonly verify: (range: Range) => Promise<boolean>
  readonly labels: CardLabels
}

export interface CardLabels {
  /** 引据 */
  readonly name: string
  /** 逐字核对 */
  readonly verified: string
  /** 节选：第2—3句，全段共8句 */
  readonly extract: (extract: Extract) => string
}

/** Words on one line, from `x` along the line `y`. */
export interface PlacedLine {
  readonly text: string
  readonly x: number
  /** Where the words stand. */
  readonly y: number
  readonly runs: readonly Run[]
  /** Stretches of the line that are marked, from x to x. */
  readonly marks: readonly (readonly [from: number, to: number])[]
}

export interface CardLayout {
  readonly card: QuoteCard
  readonly shape: Shape
  readonly extract: Extract
  readonly size: number
  /** Joined, their texts are the extract. */
  readonly lines: readonly PlacedLine[]
  readonly notes: readonly PlacedLine[]
  /** Top and bottom of the rule beside the quote. */
  readonly rule: readonly [top: number, bottom: number]
  /** Where the notes begin. */
  readonly footer: number
}

export const MARGIN = 72
/** From the rule to the quote. */
const INDENT = 32
export const NOTE_PX = 21
const NOTE_LINE = 1.55
export const CODE_PX = 124
const HEAD = { wide: 142, square: 168 } as const
const MAX_SIZE = { wide: 64, square: 80 } as const
/** Smaller type is tiring on a telephone: fewer sentences are shown rather. */
const READABLE = { wide: 25, square: 27 } as const
/** For sentences that are to be shown whole: readable once the picture is opened. */
const SMALLEST = { wide: 19, square: 20 } as const
const QUOTE_LINE = 1.6

/** null where the shortest extract does not find room. */
export function layOutCard(card: QuoteCard, shape: Shape, widthOf: WidthOf): CardLayout | null {
  const [width, height] = SHAPES[shape]
  const noteWidth = width - 2 * MARGIN - (card.link === null ? 0 : CODE_PX + 36)
  const notes = layOutNotes(card, noteWidth, widthOf)
  const noteLine = NOTE_PX * NOTE_LINE
  const footer =
    height - MARGIN + 12 - Math.max(notes.length * noteLine, card.link === null ? 0 : CODE_PX) - 24
  const box = {
    left: MARGIN + INDENT,
    top: HEAD[shape],
    width: width - 2 * MARGIN - INDENT,
    height: footer - 28 - HEAD[shape],
  }
  for (const { extract, smallest } of attempts(card, shape)) {
    const text = card.text.slice(...extract.range)
    const size = findSize(text, { box, smallest, largest: MAX_SIZE[shape] }, widthOf)
    if (size === null) continue
    const setting = settingOf(size, widthOf)
    const balanced = balanceWidth(text, box.width, setting)
    const lines = breakLines(text, balanced, setting)
    const [start, end] = extract.range
    // Where all is marked, nothing stands out.
    const isAllMarked = card.marked.some(([from, to]) => from <= start && end <= to)
    const marked = isAllMarked ? [] : card.marked
    const used = lines.length * size * QUOTE_LINE
    const top = box.top + (box.height - used) / 2
    return {
      card,
      shape,
      extract,
      size,
      lines: lines.map((line, index) => {
        const words = text.slice(line.start, line.end)
        const isLast = index === lines.length - 1 || words.endsWith('\n')
        const runs = isLast ? line.runs : justify(line.runs, balanced - line.width, size)
        return {
          text: words,
          x: box.left,
          y: top + (index + 0.5) * size * QUOTE_LINE + size * BASELINE,
          runs,
          marks: marksOf(runs, marked, extract.range[0]),
        }
      }),
      notes: notes.map((line, index) => ({ ...line, y: footer + 24 + (index + 0.75) * noteLine })),
      rule: [top, top + used],
      footer,
    }
  }
  return null
}

/** From the middle of a line down to where its characters stand, in em. */
const BASELINE = 0.36

function* attempts(
  { text, pointed }: QuoteCard,
  shape: Shape,
): Generator<{ readonly extract: Extract; readonly smallest: number }> {
  for (const smallest of [READABLE[shape], SMALLEST[shape]])
    for (const extract of extractsOf(text, pointed)) yield { extract, smallest }
}

interface Room {
  readonly box: { readonly width: number; readonly height: number }
  readonly smallest: number
  readonly largest: number
}

/** The largest type in which the text finds room. */
function findSize(text: string, { box, smallest, largest }: Room, widthOf: WidthOf): number | null {
  const fits = (size: number): boolean => {
    const most = Math.floor(box.height / (size * QUOTE_LINE))
    // A character takes a quarter of an em at least: longer texts need not be measured.
    if (text.length * size * 0.25 > most * box.width) return false
    return breakLines(text, box.width, settingOf(size, widthOf)).length <= most
  }
  let [low, high] = [smallest, largest]
  if (!fits(low)) return null
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (fits(middle)) low = middle
    else high = middle - 1
  }
  return low
}

/** Of larger type a line holds so few characters that words should stay whole. */
const LARGE_PX = 34

function settingOf(size: number, widthOf: WidthOf): Setting {
  return { measure: (run) => widthOf(run, { size }), keepsWords: size >= LARGE_PX }
}

/** Spreads what a line lacks between its characters, as far as that is not seen. */
function justify(runs: readonly Run[], rest: number, size: number): readonly Run[] {
  const gap = rest / Math.max(1, runs.length - 1)
  return gap > size * 0.05 ? runs : runs.map((run, index) => ({ ...run, x: run.x + index * gap }))
}

function marksOf(
  runs: readonly Run[],
  marked: readonly Range[],
  offset: number,
): readonly (readonly [number, number])[] {
  const marks: [number, number][] = []
  for (const { start, end, x, width } of runs) {
    const share = (at: number): number => Math.min(1, Math.max(0, (at - offset - start) / (end - start)))
    for (const [from, to] of marked) {
      const [left, right] = [x + width * share(from), x + width * share(to)]
      if (left >= right) continue
      const last = marks.at(-1)
      if (last !== undefined && left - last[1] < width / 2) last[1] = right
      else marks.push([left, right])
    }
  }
  return marks
}

/** The citation, what part of the passage it is, and the address, one below the other. */
function layOutNotes(
  { citation, link }: QuoteCard,
  width: number,
  widthOf: WidthOf,
): Omit<PlacedLine, 'y'>[] {
  const setting = { measure: (run: string) => widthOf(run, { size: NOTE_PX }) }
  return [citation, ...(link === null ? [] : [link.replace(/^https?:\/\//, '')])].flatMap((note) =>
    breakLines(note, balanceWidth(note, width, setting), setting).map(({ start, end, runs }) => ({
      text: note.slice(start, end),
      x: MARGIN,
      runs,
      marks: [],
    })),
  )
}
