/** The typeface of the pictures, Noto Sans SC: loaded slice by slice, as far as the words that are drawn need it. */
import { readFileSync } from 'node:fs'
import { getOrMake } from '../text/maps.ts'
import { type CanvasLibrary, fontFile } from './canvas.ts'
import { charactersOfFont } from './font-characters.ts'

export const WEIGHTS = [400, 700] as const
export type Weight = (typeof WEIGHTS)[number]

/** The name of a weight for the canvas: `font = '32px yinju-400'`. */
export function familyOf(weight: Weight): string {
  return `yinju-${weight}`
}

/** What is drawn for words: Roman numerals as the letters that they look like, because the typeface has no others. */
export function glyphsFor(words: string): string {
  return words.replace(/[\u2160-\u217f]/gu, (numeral) => numeral.normalize('NFKC'))
}

/** Characters of the text that the typeface does not have, each once: a picture with them would show empty boxes. */
export function missingCharacters(text: string): string {
  const missing = new Set([...text].filter((one) => [...glyphsFor(one)].some((glyph) => !isKnown(glyph))))
  return [...missing].join('')
}

function isKnown(character: string): boolean {
  return BLANK.test(character) || findSlice(character, 400) !== null
}

/** Registers what the text needs and is not there yet. */
export function loadFonts({ GlobalFonts }: CanvasLibrary, text: string, weight: Weight): void {
  for (const character of new Set(text)) {
    const slice = BLANK.test(character) ? null : findSlice(character, weight)
    if (slice === null || slice.isLoaded) continue
    slice.isLoaded = true
    GlobalFonts.register(slice.read(), familyOf(weight))
  }
}

/** What takes room and leaves no ink. */
export const BLANK = /^[\s\p{Cc}\p{Cf}\p{Zs}]+$/u

/** A file of the typeface, which has some hundred characters. */
class Slice {
  readonly ranges: readonly (readonly [from: number, to: number])[]
  isLoaded = false
  readonly #file: string
  #characters: ReadonlySet<number> | null = null

  constructor(file: string, ranges: Slice['ranges']) {
    this.#file = file
    this.ranges = ranges
  }

  read(): Buffer {
    return readFileSync(fontFile(this.#file))
  }

  /** The ranges are asked first: they need no file. */
  has(code: number): boolean {
    if (!this.ranges.some(([from, to]) => from <= code && code <= to)) return false
    this.#characters ??= charactersOfFont(this.read())
    return this.#characters.has(code)
  }
}

interface Typeface {
  readonly slices: readonly Slice[]
  readonly found: Map<string, Slice | null>
}

const typefaces = new Map<Weight, Typeface>()

function findSlice(character: string, weight: Weight): Slice | null {
  const { slices, found } = getOrMake(typefaces, weight, () => readTypeface(weight))
  const code = character.codePointAt(0) ?? 0
  // Where two have it, the one that the style sheet names last, as a browser takes it.
  return getOrMake(found, character, () => slices.findLast((one) => one.has(code)) ?? null)
}

const FACE = /url\(\.\/(files\/[^)]+\.woff2)\)[^;]*;\s*unicode-range:\s*([^;]+);/g

function readTypeface(weight: Weight): Typeface {
  const css = readFileSync(fontFile(`${weight}.css`), 'utf8')
  const slices = [...css.matchAll(FACE)].map(([, file = '', ranges = '']) => {
    const spans = ranges.split(',').map((range) => {
      const [from = '', to = from] = range.trim().slice('U+'.length).split('-')
      return [Number.parseInt(from, 16), Number.parseInt(to, 16)] as const
    })
    return new Slice(file, spans)
  })
  return { slices, found: new Map() }
}
