/** Draws lines by year: results joined, a target an outlined point that a dashed line leads to, years without a figure a gap. */
import type { CanvasLibrary } from './canvas.ts'
import type { ChartPoint, ChartSeries, LineChart } from './chart.ts'
import { CHART_WIDTH, drawDot, drawFrame, NUMBER_PX, SIDE } from './chart-frame.ts'
import { COLOURS, type Paper, type WidthOf } from './paper.ts'

const PLOT = 400
const TICK_PX = 20
const NAME_PX = 21
/** Far enough apart in hue and in light to be told apart without colour, too. */
const HUES = ['#96211d', '#1f4e79', '#b07a12', '#2f6b46', '#6b4a8a', '#5f5a52'] as const
/** Points have their numbers beside them up to here. */
const MAX_NUMBERED = 14

export function drawLines(library: CanvasLibrary, chart: LineChart, widthOf: WidthOf): Paper {
  const { series } = chart
  const { paper, top, bottom } = drawFrame(library, chart, { plotHeight: PLOT + 60, widthOf })
  const points = series.flatMap((one) => one.points)
  const ticks = ticksOf(points.map(({ amount }) => amount))
  const tickRoom = Math.max(...ticks.map((tick) => widthOf(String(tick), { size: TICK_PX })))
  const nameRoom =
    series.length > 1 ? Math.max(...series.map(({ name }) => widthOf(name, { size: NAME_PX }))) + 20 : 0
  const scale = scaleOf(points, ticks, {
    left: SIDE + tickRoom + 40,
    right: CHART_WIDTH - SIDE - nameRoom - 30,
    top: top + 20,
    bottom: bottom - 50,
  })
  drawAxes(paper, chart, { ticks, scale, widthOf })
  for (const [index, one] of series.entries()) drawSeries(paper, one, { scale, hue: hueOf(index) })
  if (points.length <= MAX_NUMBERED && series.length === 1) drawNumbers(paper, points, { scale, widthOf })
  if (series.length > 1) drawNames(paper, series, scale)
  return paper
}

function hueOf(index: number): string {
  return HUES[index % HUES.length] ?? COLOURS.accent
}

interface Scale {
  readonly x: (year: number) => number
  readonly y: (amount: number) => number
  readonly left: number
  readonly right: number
}

interface Box {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

function scaleOf(points: readonly ChartPoint[], ticks: readonly number[], box: Box): Scale {
  const years = points.map(({ year }) => year)
  const [first, last] = [Math.min(...years), Math.max(...years)]
  const [low, high] = [Math.min(...ticks), Math.max(...ticks)]
  return {
    x: (year) =>
      first === last
        ? (box.left + box.right) / 2
        : box.left + ((year - first) / (last - first)) * (box.right - box.left),
    y: (amount) => box.bottom - ((amount - low) / (high - low || 1)) * (box.bottom - box.top),
    left: box.left,
    right: box.right,
  }
}

/** Round numbers from 0, so that no difference looks larger than it is. */
function ticksOf(amounts: readonly number[]): number[] {
  const [low, high] = [Math.min(0, ...amounts), Math.max(0, ...amounts)]
  const rough = (high - low || 1) / 4
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = power * ([1, 2, 2.5, 5].find((one) => one * power >= rough) ?? 10)
  const first = Math.floor(low / step)
  const count = Math.ceil(high / step) - first
  return Array.from({ length: count + 1 }, (_, index) => Number(((first + index) * step).toPrecision(12)))
}

interface Axes {
  readonly ticks: readonly number[]
  readonly scale: Scale
  readonly widthOf: WidthOf
}

function drawAxes(paper: Paper, { series, markedYears }: LineChart, { ticks, scale, widthOf }: Axes): void {
  for (const tick of ticks) {
    const y = scale.y(tick)
    const [thickness, colour] = tick === 0 ? [2, COLOURS.faded] : [1, COLOURS.rule]
    paper.fill(scale.left - 20, y, scale.right - scale.left + 40, thickness, colour)
    const style = { size: TICK_PX, colour: COLOURS.faded, align: 'right' } as const
    paper.write(String(tick), scale.left - 30, y + TICK_PX * 0.36, style)
  }
  const years = series.flatMap(({ points }) => points.map(({ year }) => year))
  const [first, last] = [Math.min(...years), Math.max(...years)]
  const width = widthOf('2000', { size: TICK_PX }) + 34
  const every = Math.max(1, Math.ceil(((last - first + 1) * width) / (scale.right - scale.left + width)))
  const y = scale.y(Math.min(...ticks)) + 34
  for (let year = last; year >= first; year -= every) {
    const words = `${year}${markedYears.includes(year) ? '＊' : ''}`
    paper.write(words, scale.x(year), y, { size: TICK_PX, colour: COLOURS.faded, align: 'center' })
  }
}

function drawSeries(
  paper: Paper,
  { points }: ChartSeries,
  { scale, hue }: { readonly scale: Scale; readonly hue: string },
): void {
  const { context } = paper
  const done = points.filter(({ isTarget }) => !isTarget)
  const join = (from: ChartPoint, to: ChartPoint, dash: readonly number[]): void => {
    context.setLineDash([...dash])
    context.beginPath()
    context.moveTo(scale.x(from.year), scale.y(from.amount))
    context.lineTo(scale.x(to.year), scale.y(to.amount))
    context.stroke()
  }
  context.strokeStyle = hue
  context.lineWidth = 3
  done.forEach((point, index) => {
    const before = done[index - 1]
    if (before !== undefined && point.year - before.year === 1) join(before, point, [])
  })
  for (const target of points.filter(({ isTarget }) => isTarget)) {
    const before = done.find(({ year }) => year === target.year - 1)
    if (before !== undefined) join(before, target, [8, 8])
  }
  context.setLineDash([])
  for (const { year, amount, isTarget } of points)
    drawDot(paper, { x: scale.x(year), y: scale.y(amount), colour: hue, isHollow: isTarget })
}

/** The number above its point; below, where another of the same year stands above. */
function drawNumbers(
  paper: Paper,
  points: readonly ChartPoint[],
  { scale, widthOf }: { readonly scale: Scale; readonly widthOf: WidthOf },
): void {
  for (const point of points) {
    const twin = points.find((other) => other !== point && other.year === point.year)
    const isBelow =
      twin !== undefined && (twin.amount > point.amount || (twin.amount === point.amount && point.isTarget))
    const half = widthOf(point.text, { size: NUMBER_PX }) / 2
    const x = Math.min(Math.max(scale.x(point.year), SIDE + half), CHART_WIDTH - SIDE - half)
    paper.write(point.text, x, scale.y(point.amount) + (isBelow ? 34 : -18), {
      size: NUMBER_PX,
      align: 'center',
    })
  }
}

const NAME_LINE = 28

/** Each line's name at its end; names that would lie over one another are moved apart. */
function drawNames(paper: Paper, series: readonly ChartSeries[], scale: Scale): void {
  const names = series
    .flatMap(({ name, points }, index) => {
      const last = points.at(-1)
      return last === undefined ? [] : [{ name, hue: hueOf(index), y: scale.y(last.amount) }]
    })
    .sort((a, b) => a.y - b.y)
  names.forEach((one, index) => {
    const above = names[index - 1]
    if (above !== undefined && one.y - above.y < NAME_LINE) one.y = above.y + NAME_LINE
  })
  const lowest = scale.y(0) + NAME_LINE
  for (let index = names.length - 1, limit = lowest; index >= 0; index--, limit -= NAME_LINE) {
    const one = names[index]
    if (one !== undefined && one.y > limit) one.y = limit
  }
  for (const { name, hue, y } of names)
    paper.write(name, scale.right + 30, y + NAME_PX * 0.36, { size: NAME_PX, weight: 700, colour: hue })
}
