/** Turns the text of a PDF page into pieces with their places, each page seen with most of its text upright. */
import type { PDFPageProxy } from 'pdfjs-dist'

/** A piece of text on a page; y runs downwards, all in the page's own units. */
export interface PlacedText {
  readonly text: string
  readonly left: number
  readonly right: number
  readonly baseline: number
  /** Height of the font: one em. */
  readonly size: number
  /** A space character stands before it in the file. */
  readonly followsSpace?: boolean
}

export interface PlacedPage {
  readonly texts: readonly PlacedText[]
  /** Pieces that stand aslant, or across the page's other text. */
  readonly turnedCount: number
}

/** Text turned further than this from a right angle is a watermark. */
const MAX_SLOPE = 0.1
/** Of text across the rest of a page, this share is the page's own, a table set sideways; less is a mark in the margin. */
const MIN_ACROSS_SHARE = 0.2

/** One of the four ways a line may run: 0 to the right, 1 down, 2 to the left and upside down, 3 up. */
type Turn = 0 | 1 | 2 | 3

interface TurnedText extends PlacedText {
  readonly turn: Turn
}

/** Reads the page as it lies when most of its letters stand upright; what runs across them comes after. */
export async function placeTexts(page: PDFPageProxy): Promise<PlacedPage> {
  const view = page.getViewport({ scale: 1 }).transform as unknown as Matrix
  // The library's own normalization would replace characters.
  const content = await page.getTextContent({ disableNormalization: true })
  const pieces: TurnedText[] = []
  let aslant = 0
  let followsSpace = false
  for (const item of content.items) {
    if (!('str' in item)) continue
    if (item.str.trim() === '') {
      followsSpace ||= item.str !== ''
      continue
    }
    const matrix = multiply(view, item.transform as unknown as Matrix)
    const turn = turnOf(matrix)
    if (turn === null) aslant++
    else {
      const placed = place(item.str, { matrix, turn, width: item.width })
      if (placed.size > 0) pieces.push({ ...placed, turn, followsSpace })
    }
    followsSpace = false
  }
  return settle(pieces, aslant)
}

/** Upright text first, in a frame of its own; text across it below, or left out where it is little. */
function settle(pieces: readonly TurnedText[], aslant: number): PlacedPage {
  const letters: [number, number, number, number] = [0, 0, 0, 0]
  for (const { text, turn } of pieces) letters[turn] += text.length
  const total = letters.reduce((sum, count) => sum + count, 0)
  const turns = ([0, 1, 2, 3] as const)
    .filter((turn) => letters[turn] > 0)
    .sort((a, b) => letters[b] - letters[a] || a - b)
  const kept = turns.filter((turn, index) => index === 0 || letters[turn] >= total * MIN_ACROSS_SHARE)
  const texts: PlacedText[] = []
  for (const turn of kept) {
    const group = pieces.filter((piece) => piece.turn === turn)
    const below = Math.max(0, ...texts.map((piece) => piece.baseline)) + (group[0]?.size ?? 0) * 4
    const top = Math.min(...group.map((piece) => piece.baseline))
    const shift = texts.length === 0 ? 0 : below - top
    texts.push(...group.map(({ turn: _, ...piece }) => ({ ...piece, baseline: piece.baseline + shift })))
  }
  return { texts, turnedCount: aslant + pieces.length - texts.length }
}

/** Which of the four ways the text runs on the page as it is shown, whose y grows downwards; null for aslant. */
function turnOf([a, b]: Matrix): Turn | null {
  if (Math.abs(b) <= MAX_SLOPE * Math.abs(a)) return a >= 0 ? 0 : 2
  if (Math.abs(a) <= MAX_SLOPE * Math.abs(b)) return b > 0 ? 1 : 3
  return null
}

interface Run {
  readonly matrix: Matrix
  readonly turn: Turn
  readonly width: number
}

/** The place in the frame in which the text stands upright: its line runs to the right, the next line is below. */
function place(text: string, { matrix, turn, width }: Run): PlacedText {
  const [a, b, , d, x, y] = matrix
  const size = Math.hypot(a, b) || Math.abs(d)
  const [left, baseline] = (
    [
      [x, y],
      [y, -x],
      [-x, -y],
      [-y, x],
    ] as const
  )[turn]
  return { text, left, right: left + width, baseline, size }
}

type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number]

/** Affine transformations after PDF 32000-1, 8.3.4: first `inner`, then `outer`. */
function multiply([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix {
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f]
}
