/** Notes what is drawn: each stroke as a line of text, with numbers to the tenth of a pixel. */
import type { CanvasLibrary } from '../../src/pictures/canvas.ts'
import { COLOURS, type WidthOf } from '../../src/pictures/paper.ts'

/** A character is as wide as its type is large, a letter or digit half of it. */
export const evenWidth: WidthOf = (words, { size }) =>
  [...words].reduce((sum, one) => sum + (one < '\u2e80' ? 0.5 : 1), 0) * size

const NAMES = new Map<unknown, string>(Object.entries(COLOURS).map(([name, colour]) => [colour, name]))

/** The library with sheets that note what is drawn on them in `strokes`, and draw nothing. */
export function noteStrokes(library: CanvasLibrary): { library: CanvasLibrary; strokes: string[] } {
  const strokes: string[] = []
  const set: Record<string, unknown> = {}
  let path: string[] = []
  let dash = ''
  const number = (value: unknown): string => String(Math.round(Number(value) * 10) / 10)
  const points = (given: readonly unknown[]): string => given.map(number).join(' ')
  const colour = (name: string): string => NAMES.get(set[name]) ?? String(set[name])
  const context: Record<string, (...given: unknown[]) => void> = {
    fillRect: (...given) => void strokes.push(`fill ${colour('fillStyle')} ${points(given)}`),
    strokeRect: (...given) =>
      void strokes.push(`outline ${colour('strokeStyle')} ${set.lineWidth} ${points(given)}`),
    fillText: (words, ...at) => {
      const [size, weight] = String(set.font).split(/px yinju-/u)
      const style = [number(size), weight, colour('fillStyle'), set.textAlign].join(' ')
      strokes.push(`${words} ${points(at)} ${style}`)
    },
    beginPath: () => {
      path = []
    },
    moveTo: (...to) => void path.push(points(to)),
    lineTo: (...to) => void path.push(points(to)),
    arc: (x, y, radius) => void path.push(`ring ${points([x, y, radius])}`),
    stroke: () =>
      void strokes.push(`line ${colour('strokeStyle')} ${set.lineWidth}${dash} ${path.join(', ')}`),
    fill: () => void strokes.push(`disc ${colour('fillStyle')} ${path.join(', ')}`),
    setLineDash: (dashes) => {
      dash = (dashes as readonly number[]).map((one) => `-${one}`).join('')
    },
  }
  const noting = new Proxy(context, {
    set: (_, name, value) => {
      set[String(name)] = value
      return true
    },
  })
  const createCanvas = (width: number, height: number): object => {
    strokes.push(`sheet ${width} ${height}`)
    return { width, height, getContext: () => noting }
  }
  return { library: { ...library, createCanvas: createCanvas as never }, strokes }
}
