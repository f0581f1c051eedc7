/** A sheet to draw words, rules and surfaces on, in the colours of the pages; and a measure for words before there is a sheet. */
import type { Canvas, SKRSContext2D } from '@napi-rs/canvas'
import type { CanvasLibrary } from './canvas.ts'
import { BLANK, familyOf, glyphsFor, loadFonts, type Weight } from './fonts.ts'

export const COLOURS = {
  paper: '#fcfbf8',
  ink: '#1d1b18',
  faded: '#6a645b',
  accent: '#96211d',
  rule: '#ddd7cb',
  shade: '#f4f1ea',
  mark: '#fbe6a0',
  right: '#1f6b3a',
} as const

export interface TextStyle {
  /** Pixels of an em. */
  readonly size: number
  /** Default 400. */
  readonly weight?: Weight
  /** Default the ink of the paper. */
  readonly colour?: string
  /** Which end of the words stands at x. Default left. */
  readonly align?: 'left' | 'right' | 'center'
}

/** Width in pixels of words on one line. */
export type WidthOf = (words: string, style: Pick<TextStyle, 'size' | 'weight'>) => number

export class Paper {
  readonly canvas: Canvas
  readonly context: SKRSContext2D
  readonly #library: CanvasLibrary

  constructor(library: CanvasLibrary, width: number, height: number) {
    this.#library = library
    this.canvas = library.createCanvas(width, height)
    this.context = contextOf(this.canvas)
    this.fill(0, 0, width, height, COLOURS.paper)
  }

  fill(x: number, y: number, width: number, height: number, colour: string): void {
    this.context.fillStyle = colour
    this.context.fillRect(x, y, width, height)
  }

  outline(x: number, y: number, width: number, height: number, colour: string, thickness = 2): void {
    this.context.strokeStyle = colour
    this.context.lineWidth = thickness
    this.context.strokeRect(x + thickness / 2, y + thickness / 2, width - thickness, height - thickness)
  }

  /** Writes words on one line; y is where they stand. */
  write(words: string, x: number, y: number, style: TextStyle): void {
    const { size, weight = 400, colour = COLOURS.ink, align = 'left' } = style
    if (BLANK.test(words)) return
    const glyphs = glyphsFor(words)
    loadFonts(this.#library, glyphs, weight)
    this.context.font = fontOf(size, weight)
    this.context.fillStyle = colour
    this.context.textAlign = align
    this.context.fillText(glyphs, x, y)
  }
}

/** A typeface scales evenly: words are measured once, at this size. */
const MEASURED_PX = 100
/** All characters of Chinese, and numbers, which there is no end of. */
const MAX_MEASURED = 20_000

export function createMeasure(library: CanvasLibrary): WidthOf {
  const context = contextOf(library.createCanvas(1, 1))
  const known = new Map<string, number>()
  return (words, { size, weight = 400 }) => {
    const key = `${weight} ${words}`
    let width = known.get(key)
    if (width === undefined) {
      width = BLANK.test(words) ? blankWidth(words) : measure(words, weight)
      if (known.size >= MAX_MEASURED) known.clear()
      known.set(key, width)
    }
    return (width * size) / MEASURED_PX
  }
  function measure(words: string, weight: Weight): number {
    const glyphs = glyphsFor(words)
    loadFonts(library, glyphs, weight)
    context.font = fontOf(MEASURED_PX, weight)
    return context.measureText(glyphs).width
  }
}

/** A blank as wide as a character of Han is one of its own; the others are narrow, and what is no blank to the eye has no width. */
function blankWidth(words: string): number {
  return [...words].reduce((sum, one) => {
    if (one === '\u3000') return sum + MEASURED_PX
    return /[\p{Zs}\t]/u.test(one) ? sum + MEASURED_PX / 4 : sum
  }, 0)
}

function contextOf(canvas: Canvas): SKRSContext2D {
  const context = canvas.getContext('2d')
  // Otherwise the language of the machine chooses between forms of a character.
  context.lang = 'zh-Hans'
  return context
}

function fontOf(size: number, weight: Weight): string {
  return `${size}px ${familyOf(weight)}`
}
