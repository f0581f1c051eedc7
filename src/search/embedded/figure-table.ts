/** Lays the figures of all reports out flat, so that a saved index can hold them, and finds them again by indicator or passage. */

import type { Bound, Figure, Kind } from '../../figures/figure.ts'
import { firstThat } from '../../text/first-that.ts'
import { getOrMake } from '../../text/maps.ts'
import { stringOfUnits } from '../../text/normalizer.ts'
import type { Range } from '../../text/runs.ts'

/** Figures are numbered in the order of passages and, within a passage, of reading. */
export interface FigureArrays {
  /** Number of the passage that figure n stands in; never falls. */
  readonly figurePassages: Uint32Array
  /** Number of figure n's indicator among the names. */
  readonly figureIndicators: Uint32Array
  readonly figureYears: Uint16Array
  /** 1 for a target, 0 for a result. */
  readonly figureTargets: Uint8Array
  /** What else figure n says, as JSON: `figureRecords[figureStarts[n] … figureStarts[n + 1])`. */
  readonly figureRecords: Uint8Array
  readonly figureStarts: Uint32Array
  /** Name n is the UTF-16 units `indicatorUnits[indicatorStarts[n] … indicatorStarts[n + 1])`. */
  readonly indicatorUnits: Uint16Array
  readonly indicatorStarts: Uint32Array
  /** Those of name n are the figures `groupedFigures[groupStarts[n] … groupStarts[n + 1])`, rising. */
  readonly groupedFigures: Uint32Array
  readonly groupStarts: Uint32Array
}

/** The name is 0 where it is the indicator's own; numbers lie flat. */
type FigureRecord = readonly [
  name: string | 0,
  value: string | null,
  unit: string | null,
  change: string | null,
  bound: Bound,
  subject: string | null,
  scope: string | null,
  start: number,
  end: number,
  numbers: readonly number[],
]

/** Lays out figures, given by passage in the order of the index: `figures[n]` are those of passage n. */
export function layOutFigures(figures: readonly (readonly Figure[])[]): FigureArrays {
  const names = new Map<string, number>()
  const passages: number[] = []
  const indicators: number[] = []
  const years: number[] = []
  const targets: number[] = []
  const records: Buffer[] = []
  const starts: number[] = [0]
  figures.forEach((ofPassage, passage) => {
    for (const figure of ofPassage) {
      passages.push(passage)
      indicators.push(numberOf(names, figure.indicator))
      years.push(figure.year)
      targets.push(figure.kind === 'target' ? 1 : 0)
      const record = Buffer.from(JSON.stringify(recordOf(figure)))
      records.push(record)
      starts.push((starts.at(-1) ?? 0) + record.length)
    }
  })
  const figureIndicators = Uint32Array.from(indicators)
  return {
    figurePassages: Uint32Array.from(passages),
    figureIndicators,
    figureYears: Uint16Array.from(years),
    figureTargets: Uint8Array.from(targets),
    figureRecords: new Uint8Array(Buffer.concat(records)),
    figureStarts: Uint32Array.from(starts),
    ...layOutNames([...names.keys()]),
    ...groupByIndicator(figureIndicators, names.size),
  }
}

function layOutNames(names: readonly string[]): Pick<FigureArrays, 'indicatorUnits' | 'indicatorStarts'> {
  const starts: number[] = [0]
  for (const name of names) starts.push((starts.at(-1) ?? 0) + name.length)
  const units = names.join('')
  return {
    indicatorUnits: Uint16Array.from({ length: units.length }, (_, at) => units.charCodeAt(at)),
    indicatorStarts: Uint32Array.from(starts),
  }
}

/** Figures of some passages that stand side by side in one table, and the number that the first of these gets. */
export interface FigureStretch {
  readonly arrays: FigureArrays
  /** Passages `[from, to)`. */
  readonly from: number
  readonly to: number
  readonly start: number
}

/** Puts stretches one behind the other, as layOutFigures() lays them out together. */
export function mergeFigures(stretches: readonly FigureStretch[]): FigureArrays {
  const names = new Map<string, number>()
  const numbered = new Map<FigureArrays, { readonly own: readonly string[]; readonly numbers: number[] }>()
  const ranges = stretches.map(({ arrays, from, to }) => ({
    first: firstFrom(arrays.figurePassages, from),
    end: firstFrom(arrays.figurePassages, to),
  }))
  const figures = ranges.reduce((sum, { first, end }) => sum + end - first, 0)
  const merged = {
    figurePassages: new Uint32Array(figures),
    figureIndicators: new Uint32Array(figures),
    figureYears: new Uint16Array(figures),
    figureTargets: new Uint8Array(figures),
    figureStarts: new Uint32Array(figures + 1),
  }
  const records: Uint8Array[] = []
  let [at, bytes] = [0, 0]
  stretches.forEach(({ arrays, from, start }, stretch) => {
    const { first, end } = ranges[stretch] as { first: number; end: number }
    const known = getOrMake(numbered, arrays, () => ({ own: readNames(arrays), numbers: [] }))
    merged.figureYears.set(arrays.figureYears.subarray(first, end), at)
    merged.figureTargets.set(arrays.figureTargets.subarray(first, end), at)
    const firstByte = arrays.figureStarts[first] as number
    for (let figure = first; figure < end; figure++, at++) {
      const indicator = arrays.figureIndicators[figure] as number
      const number = known.numbers[indicator] ?? numberOf(names, known.own[indicator] as string)
      known.numbers[indicator] = number
      merged.figureIndicators[at] = number
      merged.figurePassages[at] = (arrays.figurePassages[figure] as number) - from + start
      merged.figureStarts[at + 1] = bytes + (arrays.figureStarts[figure + 1] as number) - firstByte
    }
    records.push(arrays.figureRecords.subarray(firstByte, arrays.figureStarts[end]))
    bytes = merged.figureStarts[at] as number
  })
  return {
    ...merged,
    figureRecords: new Uint8Array(Buffer.concat(records)),
    ...layOutNames([...names.keys()]),
    ...groupByIndicator(merged.figureIndicators, names.size),
  }
}

function numberOf(names: Map<string, number>, name: string): number {
  return getOrMake(names, name, () => names.size)
}

function recordOf(figure: Figure): FigureRecord {
  const { indicator, name, value, unit, change, bound, subject, scope, start, end, numbers } = figure
  return [
    name === indicator ? 0 : name,
    value,
    unit,
    change,
    bound,
    subject,
    scope,
    start,
    end,
    flat(numbers),
  ]
}

/** The method of arrays takes ten times as long. */
function flat(ranges: readonly Range[]): number[] {
  const numbers: number[] = []
  for (const [start, end] of ranges) numbers.push(start, end)
  return numbers
}

/** The passage that a figure is read back from. */
interface Source {
  readonly id: string
  readonly paragraph: number
  readonly text: string
}

export interface FigureTable {
  /** Numbers of the figures of an indicator, rising; empty for a name that no figure has. */
  ofIndicator(indicator: string): Uint32Array
  /** Numbers `[first, end)` of the figures in the passages `[from, to)`. */
  inPassages(from: number, to: number): readonly [first: number, end: number]
  passage(figure: number): number
  year(figure: number): number
  kind(figure: number): Kind
  /** The figure itself, out of the passage that passage() names. */
  read(figure: number, source: Source): Figure
}

/** Opens laid-out figures. */
export function openFigureTable(arrays: FigureArrays): FigureTable {
  const { figurePassages, figureIndicators, figureYears, figureTargets, groupedFigures, groupStarts } = arrays
  const names = readNames(arrays)
  const numberOf = new Map(names.map((name, number) => [name, number]))
  const kind = (figure: number): Kind => (figureTargets[figure] === 1 ? 'target' : 'actual')
  return {
    ofIndicator: (indicator) => {
      const name = numberOf.get(indicator)
      return name === undefined
        ? new Uint32Array()
        : groupedFigures.subarray(groupStarts[name], groupStarts[name + 1])
    },
    inPassages: (from, to) => [firstFrom(figurePassages, from), firstFrom(figurePassages, to)],
    passage: (figure) => figurePassages[figure] as number,
    year: (figure) => figureYears[figure] as number,
    kind,
    read: (figure, { id, paragraph, text }) => {
      const [name, value, unit, change, bound, subject, scope, start, end, flat] = readRecord(arrays, figure)
      const indicator = names[figureIndicators[figure] as number] as string
      return {
        indicator,
        name: name === 0 ? indicator : name,
        kind: kind(figure),
        year: figureYears[figure] as number,
        value,
        unit,
        change,
        bound,
        subject,
        scope,
        passage: id,
        paragraph,
        start,
        end,
        quote: text.slice(start, end),
        numbers: pairs(flat),
      }
    },
  }
}

function readNames({ indicatorUnits, indicatorStarts }: FigureArrays): string[] {
  const names: string[] = []
  for (let name = 0; name + 1 < indicatorStarts.length; name++) {
    names.push(stringOfUnits(indicatorUnits.subarray(indicatorStarts[name], indicatorStarts[name + 1])))
  }
  return names
}

/** Puts the figures of each indicator together: in the file, since a bot that takes up a report would do so in one turn. */
function groupByIndicator(
  indicators: Uint32Array,
  names: number,
): Pick<FigureArrays, 'groupedFigures' | 'groupStarts'> {
  const groupStarts = new Uint32Array(names + 1)
  for (const name of indicators) groupStarts[name + 1] = (groupStarts[name + 1] as number) + 1
  for (let name = 0; name < names; name++)
    groupStarts[name + 1] = (groupStarts[name + 1] as number) + (groupStarts[name] as number)
  const next = groupStarts.slice()
  const groupedFigures = new Uint32Array(indicators.length)
  indicators.forEach((name, figure) => {
    const at = next[name] as number
    groupedFigures[at] = figure
    next[name] = at + 1
  })
  return { groupedFigures, groupStarts }
}

/** The first place in a rising array whose value is at least this. */
function firstFrom(rising: Uint32Array, value: number): number {
  return firstThat(0, rising.length, (place) => (rising[place] as number) >= value)
}

function readRecord({ figureRecords, figureStarts }: FigureArrays, figure: number): FigureRecord {
  const { buffer, byteOffset } = figureRecords
  const start = figureStarts[figure] as number
  const bytes = Buffer.from(buffer, byteOffset + start, (figureStarts[figure + 1] as number) - start)
  return JSON.parse(bytes.toString('utf8')) as FigureRecord
}

function pairs(flat: readonly number[]): Range[] {
  const ranges: Range[] = []
  for (let at = 0; at + 1 < flat.length; at += 2) ranges.push([flat[at] as number, flat[at + 1] as number])
  return ranges
}
