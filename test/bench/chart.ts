/** Turns figures of growing corpora into a chart as SVG: time and memory over passages, all axes logarithmic, for light and dark pages. */
import type { OwnFigures } from './results.ts'

interface Series {
  readonly label: string
  readonly colour: string
  readonly values: readonly number[]
}

interface Panel {
  readonly title: string
  readonly x: number
  readonly series: readonly Series[]
  /** How a value reads at the axis and at the end of a line. */
  readonly format: (value: number) => string
}

/** In pixels. */
const WIDTH = 950
const HEIGHT = 360
const PLOT = { width: 250, top: 44, bottom: 300 }
const LABEL_HEIGHT = 16

/** Of middle lightness, so that they read on white and on black; told apart by the colour-blind (after Okabe and Ito). */
const BLUE = '#2b83c6'
const GREEN = '#0a9b74'
const ORANGE = '#d2760c'
const PURPLE = '#b766a0'

/** Draws the synthetic corpora of a run; one point a size. */
export function drawGrowth(own: readonly OwnFigures[]): string {
  const sizes = own.map(({ passages }) => passages)
  const values = (value: (one: OwnFigures) => number): number[] => own.map(value)
  const answers = own.every(({ operations }) => operations !== null)
    ? values(({ operations }) => operations?.['whole answer'].p99 ?? 1)
    : null
  const panels: Panel[] = [
    {
      title: 'time',
      x: 64,
      format: duration,
      series: [
        { label: 'build', colour: ORANGE, values: values(({ buildMs }) => buildMs) },
        { label: 'start from saved', colour: PURPLE, values: values(({ loadMs }) => loadMs ?? 1) },
        ...(answers === null ? [] : [{ label: 'whole answer, p99', colour: GREEN, values: answers }]),
        { label: 'question, p50', colour: BLUE, values: values(({ search }) => search.question.p50) },
      ],
    },
    {
      title: 'memory and disk',
      x: 530,
      format: size,
      series: [
        { label: 'building, at most', colour: ORANGE, values: values(({ buildPeakMb }) => buildPeakMb) },
        { label: 'index file', colour: PURPLE, values: values(({ fileMb }) => fileMb) },
        { label: 'index and texts', colour: BLUE, values: values(({ memory }) => memory.heapMb) },
      ],
    },
  ]
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" font-family="sans-serif" font-size="12">`,
    '<style>text{fill:#24292f}.grid{stroke:#8b949e;stroke-opacity:.35}@media(prefers-color-scheme:dark){text{fill:#e6edf3}}</style>',
    ...panels.flatMap((panel) => drawPanel(panel, sizes)),
    write({ x: WIDTH / 2, y: HEIGHT - 12, anchor: 'middle' }, 'passages; all axes logarithmic'),
    '</svg>\n',
  ].join('\n')
}

function drawPanel({ title, x: left, series, format }: Panel, sizes: readonly number[]): string[] {
  const right = left + PLOT.width
  const x = logScale(range(sizes), [left, right])
  const decades = wholeDecades(series.flatMap(({ values }) => values))
  const y = logScale([decades[0] ?? 1, decades.at(-1) ?? 10], [PLOT.bottom, PLOT.top])
  const grid = decades.flatMap((value) => [
    `<path class="grid" d="M${left} ${y(value).toFixed(1)}H${right}"/>`,
    write({ x: left - 6, y: y(value) + 4, anchor: 'end' }, format(value)),
  ])
  const ticks = sizes.map((value) =>
    write({ x: x(value), y: PLOT.bottom + 20, anchor: 'middle' }, short(value)),
  )
  const lines = series.flatMap(({ colour, values }) => {
    const points = values.map(
      (value, place) => [x(sizes[place] ?? 1).toFixed(1), y(value).toFixed(1)] as const,
    )
    return [
      `<polyline points="${points.map((point) => point.join(',')).join(' ')}" fill="none" stroke="${colour}" stroke-width="2.5"/>`,
      ...points.map(([cx, cy]) => `<circle cx="${cx}" cy="${cy}" r="3.5" fill="${colour}"/>`),
    ]
  })
  return [
    write({ x: left, y: 22, anchor: 'start' }, title, 'font-weight="bold" font-size="14"'),
    ...grid,
    ...ticks,
    ...lines,
    ...drawLabels(series, y, { right, format }),
  ]
}

/** Beside the end of each line, pushed apart where ends lie close together. */
function drawLabels(
  series: readonly Series[],
  y: (value: number) => number,
  { right, format }: { readonly right: number; readonly format: Panel['format'] },
): string[] {
  const ends = series
    .map(({ label, colour, values }) => ({ label, colour, value: values.at(-1) ?? 1 }))
    .sort((a, b) => b.value - a.value)
  let lowest = 0
  return ends.flatMap(({ label, colour, value }) => {
    lowest = Math.max(y(value), lowest + LABEL_HEIGHT)
    return [
      `<circle cx="${right + 12}" cy="${lowest.toFixed(1)}" r="4" fill="${colour}"/>`,
      write({ x: right + 20, y: lowest + 4, anchor: 'start' }, `${label} ${format(value)}`),
    ]
  })
}

function logScale(from: readonly [number, number], to: readonly [number, number]): (value: number) => number {
  const [low, high] = [Math.log10(from[0]), Math.log10(from[1])]
  return (value) => to[0] + ((Math.log10(value) - low) / (high - low || 1)) * (to[1] - to[0])
}

function range(values: readonly number[]): [number, number] {
  return [Math.min(...values), Math.max(...values)]
}

/** The powers of ten from below the least to above the greatest value. */
function wholeDecades(values: readonly number[]): number[] {
  const [least, most] = range(values)
  const [low, high] = [Math.floor(Math.log10(least)), Math.ceil(Math.log10(most))]
  return Array.from({ length: high - low + 1 }, (_, step) => 10 ** (low + step))
}

function duration(ms: number): string {
  return ms >= 1_000 ? `${plain(ms / 1_000)} s` : `${plain(ms)} ms`
}

function size(megabytes: number): string {
  return megabytes >= 1_000 ? `${plain(megabytes / 1_000)} GB` : `${plain(megabytes)} MB`
}

/** To two figures. */
function plain(value: number): string {
  return String(Number(value.toPrecision(2)))
}

function short(passages: number): string {
  return passages >= 1_000 ? `${passages / 1_000}k` : String(passages)
}

interface Place {
  readonly x: number
  readonly y: number
  readonly anchor: 'start' | 'middle' | 'end'
}

function write({ x, y, anchor }: Place, words: string, more = ''): string {
  return `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" text-anchor="${anchor}" ${more}>${words}</text>`
}
