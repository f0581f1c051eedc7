/** Breaks a text into lines of a bounded width by the rules of Chinese print; joined, the lines are the text. */

/** What is drawn in one stroke: a number, a Latin word, a dash, or one character with its marks. */
export interface Run {
  readonly start: number
  readonly end: number
  /** From the start of the line. */
  readonly x: number
  readonly width: number
}

/** A line is `text.slice(start, end)`, with the white space that it ends in. */
export interface TextLine {
  readonly start: number
  readonly end: number
  /** Without the white space at its end. */
  readonly width: number
  readonly runs: readonly Run[]
}

export interface Setting {
  /** Width of a run, in the unit of the line's. */
  readonly measure: (run: string) => number
  /** Breaks between words rather than within: for large type, of which a line holds few characters. Default false. */
  readonly keepsWords?: boolean
}

export function breakLines(text: string, maxWidth: number, setting: Setting): TextLine[] {
  const lines: TextLine[] = []
  let line = emptyLine(0)
  const endLine = (): void => {
    lines.push(line)
    line = emptyLine(line.end)
  }
  const add = (run: Piece): void => {
    const isBlank = BLANK.test(text.slice(run.start, run.end))
    line.runs.push({ ...run, x: line.advance })
    line.end = run.end
    line.advance += run.width
    if (!isBlank) line.width = line.advance
  }
  const fits = (pieces: readonly Piece[]): boolean => line.advance + printedWidth(pieces, text) <= maxWidth
  for (const unit of findUnits(text, setting)) {
    if (!fits(unit) && line.runs.length > 0) endLine()
    if (fits(unit)) unit.forEach(add)
    else {
      // Longer than a line: it is broken where it must be.
      for (const piece of unit.flatMap((one) => (fits([one]) ? [one] : splitRun(one, text, setting)))) {
        if (!fits([piece]) && line.runs.length > 0) endLine()
        add(piece)
      }
    }
    if (text[line.end - 1] === '\n') endLine()
  }
  if (line.runs.length > 0) lines.push(line)
  return lines
}

/** The smallest width that takes no more lines: so the last line is not a single character. */
export function balanceWidth(text: string, maxWidth: number, setting: Setting): number {
  const count = breakLines(text, maxWidth, setting).length
  let [low, high] = [maxWidth / 2, maxWidth]
  for (let step = 0; step < BALANCE_STEPS; step++) {
    const middle = (low + high) / 2
    if (breakLines(text, middle, setting).length > count) low = middle
    else high = middle
  }
  return high
}

const BALANCE_STEPS = 7

interface OpenLine extends TextLine {
  end: number
  width: number
  advance: number
  readonly runs: Run[]
}

function emptyLine(at: number): OpenLine {
  return { start: at, end: at, width: 0, advance: 0, runs: [] }
}

type Piece = Omit<Run, 'x'>

const BLANK = /^\s+$/u
const RUN = /\d+(?:[.,．]\d+)*[%％‰]?|\p{Script=Latin}+|…+|—+|\p{M}+|\P{M}\p{M}*/gu
/** No line begins with these (GB/T 15834—2011, 5.1), nor ends with those (5.1.7). Blanks hang over the end of the line. */
const NO_START = /^[\s，。、；：？！”’）》〉】』」〕,.;:?!)\]}%％‰·…—～]/u
const NO_END = /[“‘（《〈【『「〔([{]$/u

/** Runs that stay on one line. */
function findUnits(text: string, { measure, keepsWords = false }: Setting): Piece[][] {
  const units: Piece[][] = []
  const words = keepsWords ? wordStarts(text) : null
  let before = ''
  for (const { index, 0: run } of text.matchAll(RUN)) {
    const piece = { start: index, end: index + run.length, width: run === '\n' ? 0 : measure(run) }
    const unit = units.at(-1)
    const isWithinWord = words !== null && (!words.has(index) || NUMBER.test(before))
    const isBound = NO_END.test(before) || NO_START.test(run) || (isWithinWord && !BLANK.test(before))
    if (unit !== undefined && isBound && before !== '\n') unit.push(piece)
    else units.push([piece])
    before = run
  }
  return units
}

const NUMBER = /^\d.*[^%％‰]$|^\d$/u
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })

function wordStarts(text: string): ReadonlySet<number> {
  return new Set([...segmenter.segment(text)].map(({ index }) => index))
}

function printedWidth(pieces: readonly Piece[], text: string): number {
  const last = pieces.findLastIndex(({ start, end }) => !BLANK.test(text.slice(start, end)))
  return pieces.slice(0, last + 1).reduce((sum, { width }) => sum + width, 0)
}

function splitRun({ start, end }: Piece, text: string, { measure }: Setting): Piece[] {
  let at = start
  return [...text.slice(start, end)].map((character) => {
    const piece = { start: at, end: at + character.length, width: measure(character) }
    at = piece.end
    return piece
  })
}
