/** Draws a chart: bars here, lines in line-chart.ts. */
import type { CanvasLibrary } from './canvas.ts'
import type { BarChart, Chart, ChartBar } from './chart.ts'
import { CHART_WIDTH, drawFrame, NUMBER_PX, SIDE } from './chart-frame.ts'
import { drawLines } from './line-chart.ts'
import { COLOURS, type Paper, type WidthOf } from './paper.ts'

export function drawChart(library: CanvasLibrary, chart: Chart, widthOf: WidthOf): Paper {
  return chart.form === 'bars' ? drawBars(library, chart, widthOf) : drawLines(library, chart, widthOf)
}

const BAR = 28
const ROW = 46
const GAP = 14
/** Of the width of the chart; a longer label is written smaller. */
const MAX_LABEL = 0.3

function drawBars(library: CanvasLibrary, chart: BarChart, widthOf: WidthOf): Paper {
  const { bars } = chart
  const { paper, top } = drawFrame(library, chart, { plotHeight: bars.length * ROW, widthOf })
  const style = { size: NUMBER_PX }
  const labelRoom = Math.min(
    CHART_WIDTH * MAX_LABEL,
    Math.max(...bars.map(({ label }) => widthOf(label, style))),
  )
  const widest = (some: readonly ChartBar[]): number =>
    some.length === 0 ? 0 : Math.max(...some.map(({ text }) => widthOf(text, style))) + GAP
  const falling = bars.filter(({ amount }) => amount < 0)
  const rising = bars.filter(({ amount }) => amount >= 0)
  const left = SIDE + labelRoom + GAP + widest(falling)
  const right = CHART_WIDTH - SIDE - widest(rising)
  const amounts = bars.map(({ amount }) => amount)
  const [low, high] = [Math.min(0, ...amounts), Math.max(0, ...amounts)]
  const scale = (right - left) / (high - low || 1)
  const zero = left - low * scale
  bars.forEach(({ label, amount, text, isTarget }, index) => {
    const y = top + index * ROW + (ROW - BAR) / 2
    const middle = y + BAR / 2 + NUMBER_PX * 0.36
    const size = NUMBER_PX * Math.min(1, labelRoom / widthOf(label, style))
    paper.write(label, SIDE + labelRoom, middle, { size, align: 'right' })
    const length = Math.max(2, Math.abs(amount) * scale)
    const x = amount < 0 ? zero - length : zero
    if (isTarget) paper.outline(x, y, Math.max(6, length), BAR, COLOURS.accent, 3)
    else paper.fill(x, y, length, BAR, COLOURS.accent)
    if (amount < 0) paper.write(text, x - GAP / 2, middle, { ...style, align: 'right' })
    else paper.write(text, x + Math.max(length, isTarget ? 6 : 0) + GAP / 2, middle, style)
  })
  paper.fill(zero - 1, top, 2, bars.length * ROW, COLOURS.faded)
  return paper
}
