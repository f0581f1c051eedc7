/** The benchmark's figures in; out: the README's tables in Markdown on standard output, and a chart of growth as SVG. */
import { readFile, writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import type { Results } from './bench.ts'
import type { Measurement } from './measure.ts'

/** Of the chart, in pixels. */
const WIDTH = 640
const HEIGHT = 320
const MARGIN = 56

const { values } = parseArgs({
  options: {
    results: { type: 'string', default: 'test/bench/results.json' },
    chart: { type: 'string', default: 'test/bench/growth.svg' },
  },
})
const results = JSON.parse(await readFile(values.results, 'utf8')) as Results
console.log(`${results.machine}, Node ${results.node}\n`)
console.log(
  table(
    ['engine', 'build', 'memory', 'question p50 / p99', 'phrase p50', 'success@1', 'MRR@10'],
    results.corpus.map(qualityRow),
  ),
)
console.log(
  table(
    ['engine', 'build', 'memory', 'keyword p50 / p99', 'question p50 / p99', 'phrase', 'quote'],
    results.peers.map(speedRow),
  ),
)
console.log(
  table(
    ['passages', 'build', 'start from saved', 'memory', 'question p50 / p99', 'whole answer p50 / p99'],
    results.growth.map(growthRow),
  ),
)
await writeFile(values.chart, chart(results.growth))
console.log(`The chart is in ${values.chart}.`)

function qualityRow(one: Measurement): string[] {
  const { question, phrase } = one.searchMs
  return [
    one.engine,
    ms(one.buildMs),
    mb(one.memoryMb),
    range(question),
    ms(phrase?.p50),
    one.quality === null ? '' : `${(one.quality.successAt1 * 100).toFixed(1)} %`,
    one.quality === null ? '' : one.quality.mrr.toFixed(3),
  ]
}

function speedRow(one: Measurement): string[] {
  const { keyword, question, phrase, quote } = one.searchMs
  return [
    one.engine,
    ms(one.buildMs),
    mb(one.memoryMb),
    range(keyword),
    range(question),
    range(phrase),
    range(quote),
  ]
}

function growthRow(one: Measurement): string[] {
  return [
    one.passages.toLocaleString('en'),
    ms(one.buildMs),
    ms(one.loadMs ?? undefined),
    mb(one.memoryMb),
    range(one.searchMs.question),
    range(one.answerMs ?? undefined),
  ]
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line), ''].join('\n')
}

function ms(value: number | undefined): string {
  if (value === undefined) return ''
  return value >= 1000 ? `${(value / 1000).toFixed(1)} s` : `${value.toFixed(value < 10 ? 2 : 0)} ms`
}

function mb(value: number): string {
  return `${Math.max(0, value).toFixed(0)} MB`
}

function range(one: { readonly p50: number; readonly p99: number } | undefined): string {
  return one === undefined ? '' : `${ms(one.p50)} / ${ms(one.p99)}`
}

/** Log-log lines: a slope of one is time or memory in proportion to the passages. */
function chart(growth: readonly Measurement[]): string {
  const series: readonly (readonly [label: string, colour: string, value: (one: Measurement) => number])[] = [
    ['build, ms', '#8c564b', (one) => one.buildMs],
    ['start from saved, ms', '#1f77b4', (one) => one.loadMs ?? 1],
    ['question p50, ms', '#2ca02c', (one) => one.searchMs.question?.p50 ?? 1],
    ['memory, MB', '#7f7f7f', (one) => one.memoryMb],
  ]
  const sizes = growth.map(({ passages }) => passages)
  const all = series.flatMap(([, , value]) => growth.map(value)).map((value) => Math.max(value, 0.1))
  const scale = (value: number, range: readonly number[], from: number, to: number): number => {
    const low = Math.log10(Math.min(...range))
    const high = Math.log10(Math.max(...range))
    return from + ((Math.log10(Math.max(value, 0.1)) - low) / (high - low || 1)) * (to - from)
  }
  const x = (value: number): number => scale(value, sizes, MARGIN, WIDTH - 170)
  const y = (value: number): number => scale(value, all, HEIGHT - MARGIN, 20)
  const text = (at: readonly [number, number], words: string, extra = ''): string =>
    `<text x="${at[0].toFixed(1)}" y="${at[1].toFixed(1)}" ${extra}>${words}</text>`
  const lines = series.map(([label, colour, value]) => {
    const points = growth.map((one) => `${x(one.passages).toFixed(1)},${y(value(one)).toFixed(1)}`).join(' ')
    const last = growth.at(-1)
    const end =
      last === undefined
        ? ''
        : text([WIDTH - 164, y(value(last)) + 4], `${label} ${value(last).toFixed(1)}`, `fill="${colour}"`)
    return `<polyline points="${points}" fill="none" stroke="${colour}" stroke-width="2"/>${end}`
  })
  const ticks = growth.map(({ passages }) =>
    text([x(passages), HEIGHT - MARGIN + 20], passages.toLocaleString('en'), 'text-anchor="middle"'),
  )
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" font-family="sans-serif" font-size="12">`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="white"/>`,
    ...lines,
    ...ticks,
    text([WIDTH / 2 - 60, HEIGHT - 12], 'passages (both axes logarithmic)', 'text-anchor="middle"'),
    '</svg>\n',
  ].join('\n')
}
