/** Draws a quote card as it was laid out. */
import { encode as encodeQr } from 'uqr'
import type { CanvasLibrary } from './canvas.ts'
import { type CardLayout, CODE_PX, MARGIN, NOTE_PX, SHAPES } from './card-layout.ts'
import { isPart } from './extract.ts'
import { COLOURS, Paper, type WidthOf } from './paper.ts'

export interface DrawOptions {
  readonly widthOf: WidthOf
  /** Whether the words were checked as a quote, and stand in the report. */
  readonly isVerified: boolean
}

export function drawCard(library: CanvasLibrary, layout: CardLayout, options: DrawOptions): Paper {
  const { shape, card } = layout
  const [width] = SHAPES[shape]
  const paper = new Paper(library, width, SHAPES[shape][1])
  paper.fill(0, 0, width, 10, COLOURS.accent)
  drawHead(paper, layout, options)
  drawQuote(paper, layout)
  drawNotes(paper, layout)
  if (card.link !== null) drawCode(paper, card.link, { x: width - MARGIN - CODE_PX, y: layout.footer + 24 })
  return paper
}

const HEADING_PX = 32
const LABEL_PX = 21
const LABEL_PADDING = 14

/** Where the words are from, and to the right what is said of them. */
function drawHead(paper: Paper, layout: CardLayout, { widthOf, isVerified }: DrawOptions): void {
  const { card, extract, shape } = layout
  const { heading, labels } = card
  const y = shape === 'wide' ? 88 : 100
  let right = SHAPES[shape][0] - MARGIN
  const addLabel = (words: string, colour: string, hasTick: boolean): void => {
    const width = widthOf(words, { size: LABEL_PX }) + 2 * LABEL_PADDING + (hasTick ? LABEL_PX + 6 : 0)
    paper.outline(right - width, y - 31, width, 42, colour)
    paper.write(words, right - LABEL_PADDING, y - 3, { size: LABEL_PX, colour, align: 'right' })
    if (hasTick) drawTick(paper, right - width + LABEL_PADDING, y - 10, colour)
    right -= width + LABEL_PADDING
  }
  if (isVerified) addLabel(labels.verified, COLOURS.right, true)
  if (isPart(extract)) addLabel(labels.extract(extract), COLOURS.faded, false)
  const full = widthOf(heading, { size: HEADING_PX, weight: 700 })
  const size = HEADING_PX * Math.min(1, (right - MARGIN) / full)
  paper.write(heading, MARGIN, y, { size, weight: 700, colour: COLOURS.accent })
}

function drawTick({ context }: Paper, x: number, y: number, colour: string): void {
  context.strokeStyle = colour
  context.lineWidth = 3
  context.beginPath()
  context.moveTo(x, y)
  context.lineTo(x + 6, y + 7)
  context.lineTo(x + 18, y - 9)
  context.stroke()
}

function drawQuote(paper: Paper, { lines, size, rule: [top, bottom] }: CardLayout): void {
  paper.fill(MARGIN, top + size * 0.25, 5, bottom - top - size * 0.5, COLOURS.accent)
  for (const { x, y, marks } of lines)
    for (const [from, to] of marks)
      paper.fill(x + from - 2, y - size * 0.98, to - from + 4, size * 1.28, COLOURS.mark)
  for (const { text, x, y, runs } of lines) {
    const start = runs[0]?.start ?? 0
    for (const run of runs)
      paper.write(text.slice(run.start - start, run.end - start), x + run.x, y, { size })
  }
}

function drawNotes(paper: Paper, { notes, footer, shape, card }: CardLayout): void {
  const [width] = SHAPES[shape]
  paper.fill(MARGIN, footer, width - 2 * MARGIN, 2, COLOURS.rule)
  const colour = COLOURS.faded
  for (const { text, x, y } of notes) paper.write(text.trimEnd(), x, y, { size: NOTE_PX, colour })
  if (card.link !== null) return
  const y = notes.at(-1)?.y ?? footer
  paper.write(card.labels.name, width - MARGIN, y, { size: NOTE_PX, weight: 700, colour, align: 'right' })
}

/** Border of a code, in its modules: the standard asks for four, and the paper around it gives the rest. */
const QUIET = 1

function drawCode(paper: Paper, link: string, at: { readonly x: number; readonly y: number }): void {
  const { data, size } = encodeQr(link, { ecc: 'M', border: QUIET })
  const module = CODE_PX / size
  paper.fill(at.x, at.y, CODE_PX, CODE_PX, '#ffffff')
  // Edges on whole pixels: a blurred code is not read.
  const edge = (index: number): number => Math.round(index * module)
  for (const [y, row] of data.entries()) {
    for (const [x, isDark] of row.entries()) {
      const [width, height] = [edge(x + 1) - edge(x), edge(y + 1) - edge(y)]
      if (isDark) paper.fill(at.x + edge(x), at.y + edge(y), width, height, COLOURS.ink)
    }
  }
}
