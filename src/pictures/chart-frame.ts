/** Draws what every chart has: title, key, notes. */
import type { CanvasLibrary } from './canvas.ts'
import type { Chart } from './chart.ts'
import { COLOURS, Paper, type WidthOf } from './paper.ts'
import { breakLines } from './text-lines.ts'

export const CHART_WIDTH = 1200
export const SIDE = 64
export const NUMBER_PX = 22
const TITLE_PX = 36
const NOTE_PX = 20
const NOTE_LINE = 30
/** Of what stands above the plot, with and without a line below the title. */
const HEAD = 168
const BARE_HEAD = 128

export interface Frame {
  readonly paper: Paper
  /** Of the plot. */
  readonly top: number
  readonly bottom: number
}

/** @param plotHeight Height between the head and the notes. */
export function drawFrame(
  library: CanvasLibrary,
  chart: Chart,
  { plotHeight, widthOf }: { readonly plotHeight: number; readonly widthOf: WidthOf },
): Frame {
  const room = CHART_WIDTH - 2 * SIDE
  const notes = chart.notes.flatMap((note) =>
    breakLines(note, room - 100, { measure: (run) => widthOf(run, { size: NOTE_PX }) }).map(
      ({ start, end }) => note.slice(start, end),
    ),
  )
  const top = chart.subtitle === '' ? BARE_HEAD : HEAD
  const bottom = top + plotHeight
  const height = Math.ceil(bottom + 36 + Math.max(1, notes.length) * NOTE_LINE + 36)
  const paper = new Paper(library, CHART_WIDTH, height)
  paper.fill(0, 0, CHART_WIDTH, 10, COLOURS.accent)
  const keyWidth = drawKey(paper, chart, widthOf)
  const titleRoom = room - keyWidth
  const full = widthOf(chart.title, { size: TITLE_PX, weight: 700 })
  paper.write(chart.title, SIDE, 82, { size: TITLE_PX * Math.min(1, titleRoom / full), weight: 700 })
  const subtitle = widthOf(chart.subtitle, { size: NUMBER_PX })
  paper.write(chart.subtitle, SIDE, 124, {
    size: NUMBER_PX * Math.min(1, room / Math.max(1, subtitle)),
    colour: COLOURS.faded,
  })
  paper.fill(SIDE, bottom + 24, room, 2, COLOURS.rule)
  const first = bottom + 24 + 12 + NOTE_LINE * 0.75
  for (const [index, note] of notes.entries())
    paper.write(note, SIDE, first + index * NOTE_LINE, { size: NOTE_PX, colour: COLOURS.faded })
  const last = first + Math.max(0, notes.length - 1) * NOTE_LINE
  const right = { size: NOTE_PX, weight: 700, colour: COLOURS.faded, align: 'right' } as const
  paper.write(chart.name, CHART_WIDTH - SIDE, last, right)
  return { paper, top, bottom }
}

const SWATCH = 22

/** A result is filled, a target an outline: it is not there yet. Returns the width that it takes. */
function drawKey(paper: Paper, { kinds, form }: Chart, widthOf: WidthOf): number {
  if (kinds === null) return 0
  let right = CHART_WIDTH - SIDE
  for (const kind of ['target', 'actual'] as const) {
    const words = kinds[kind]
    paper.write(words, right, 80, { size: NUMBER_PX, colour: COLOURS.faded, align: 'right' })
    right -= widthOf(words, { size: NUMBER_PX }) + 10 + SWATCH
    if (form === 'lines')
      drawDot(paper, { x: right + SWATCH / 2, y: 72, colour: COLOURS.accent, isHollow: kind === 'target' })
    else if (kind === 'actual') paper.fill(right, 62, SWATCH, 20, COLOURS.accent)
    else paper.outline(right, 62, SWATCH, 20, COLOURS.accent, 3)
    right -= 28
  }
  return CHART_WIDTH - SIDE - right
}

interface Dot {
  readonly x: number
  readonly y: number
  readonly colour: string
  readonly isHollow: boolean
}

export function drawDot({ context }: Paper, { x, y, colour, isHollow }: Dot): void {
  context.beginPath()
  context.arc(x, y, 7, 0, 2 * Math.PI)
  context.fillStyle = isHollow ? COLOURS.paper : colour
  context.fill()
  if (!isHollow) return
  context.strokeStyle = colour
  context.lineWidth = 3
  context.stroke()
}
