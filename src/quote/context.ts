/** Turns a report and a paragraph of it into the stretch of the report that a quote is looked for in, headings included. */

import type { Passage, Report } from '../corpus/report.ts'
import type { ReportSummary } from '../search/backend.ts'
import { stringOfUnits } from '../text/normalizer.ts'
import type { Range } from '../text/runs.ts'
import type { UnitRun, UnitText } from './alignment/units.ts'
import { joinUnits, unitsOf } from './report-units.ts'

/** Words that a quote stands for, in one paragraph. */
export interface QuotePlace {
  readonly passage: Passage
  /** In `passage.text`; empty when the quote is made of the heading above the paragraph. */
  readonly range: Range
  /** The heading, when the quote is made of it. */
  readonly heading?: string
}

/** A paragraph, or a heading together with the paragraph that follows it. */
interface Segment {
  readonly passage: Passage
  readonly heading: string | null
  /** Where it begins in `text.raw`. */
  readonly start: number
}

/** A stretch of a report: its paragraphs and headings, divided by line breaks. */
export interface QuoteContext {
  readonly report: ReportSummary
  readonly segments: readonly Segment[]
  readonly text: UnitText
}

/** One paragraph by itself. */
export function passageContext(passage: Passage, report: ReportSummary): QuoteContext {
  return { report, segments: [{ passage, heading: null, start: 0 }], text: unitsOf(passage.text) }
}

/** The paragraphs around one, with their headings: on both sides at least as much text as `reach` has UTF-16 units, and a neighbour. */
export function surroundings(
  report: Report,
  summary: ReportSummary,
  around: { readonly paragraph: number; readonly reach: number },
): QuoteContext {
  const { passages } = report
  const start = walk(passages, around.paragraph - 1, { step: -1, reach: around.reach })
  const end = walk(passages, around.paragraph - 1, { step: 1, reach: around.reach })
  const segments: Segment[] = []
  const texts: UnitText[] = []
  let length = 0
  const add = (passage: Passage, heading: string | null): void => {
    const text = unitsOf(heading ?? passage.text)
    segments.push({ passage, heading, start: length })
    texts.push(text)
    length += text.raw.length + 1
  }
  for (const passage of passages.slice(start, end + 1)) {
    for (const section of report.sections) {
      if (section.level > 1 && section.first === passage.paragraph) add(passage, section.heading)
    }
    add(passage, null)
  }
  return { report: summary, segments, text: joinUnits(texts) }
}

function walk(
  passages: readonly Passage[],
  from: number,
  { step, reach }: { readonly step: 1 | -1; readonly reach: number },
): number {
  let at = from
  let walked = 0
  while (walked <= reach && passages[at + step] !== undefined) {
    at += step
    walked += passages[at]?.text.length ?? 0
  }
  return at
}

/** True when a stretch holds a paragraph with both its neighbours: a quote around it need not be looked for again. */
export function covers({ segments }: QuoteContext, paragraph: number): boolean {
  const first = (segments[0] as Segment).passage.paragraph
  const last = (segments.at(-1) as Segment).passage.paragraph
  return (first < paragraph || first === 1) && paragraph < last
}

/** The paragraphs that a run of units covers, in reading order; a run within a heading stands for the paragraph below it. */
export function placesOf(context: QuoteContext, run: UnitRun): QuotePlace[] {
  const start = context.text.starts[run[0]] ?? 0
  const end = context.text.ends[run[1] - 1] ?? start
  const places: QuotePlace[] = []
  let underHeading: QuotePlace | undefined
  for (const { passage, heading, start: at } of context.segments) {
    const length = (heading ?? passage.text).length
    const range: Range = [Math.max(0, start - at), Math.min(length, end - at)]
    if (range[0] >= range[1]) continue
    if (heading === null) places.push({ passage, range })
    else underHeading ??= { passage, range: [0, 0], heading }
  }
  if (places.length > 0 || underHeading === undefined) return places
  return [underHeading]
}

/** The paragraphs of a stretch without the headings between them; null when it has none. */
export interface Body {
  readonly text: UnitText
  /** Where its units are in the stretch. */
  readonly units: readonly number[]
}

export function bodyOf({ segments, text }: QuoteContext): Body | null {
  const headings = segments.flatMap(({ heading, start }) =>
    heading === null ? [] : [[start, start + heading.length] as const],
  )
  if (headings.length === 0) return null
  const units: number[] = []
  let next = 0
  for (let unit = 0; unit < text.keys.length; unit++) {
    const at = text.starts[unit] as number
    while (at >= (headings[next]?.[1] ?? Number.POSITIVE_INFINITY)) next++
    if (at < (headings[next]?.[0] ?? Number.POSITIVE_INFINITY)) units.push(unit)
  }
  return { text: pickUnits(text, units), units }
}

/** A run of the body as runs of the stretch, parted where a heading stands. */
export function runsInStretch({ units }: Body, [start, end]: UnitRun): UnitRun[] {
  const runs: UnitRun[] = []
  for (const unit of units.slice(start, end)) {
    const last = runs.at(-1)
    if (last !== undefined && last[1] === unit) runs[runs.length - 1] = [last[0], unit + 1]
    else runs.push([unit, unit + 1])
  }
  return runs
}

function pickUnits({ raw, keys, starts, ends }: UnitText, units: readonly number[]): UnitText {
  const picked = new Uint16Array(units.length)
  for (let place = 0; place < units.length; place++) picked[place] = keys.charCodeAt(units[place] as number)
  return {
    raw,
    keys: stringOfUnits(picked),
    starts: units.map((unit) => starts[unit] as number),
    ends: units.map((unit) => ends[unit] as number),
  }
}

/**
 * The quote without the stop that it has after a heading: a report file sets a heading apart from the paragraph
 * that it ran into in the original, and its stop goes with the layout.
 */
export function dropHeadingStops(quote: UnitText, context: QuoteContext): UnitText {
  const dropped = new Set<number>()
  for (const { heading } of context.segments) {
    if (heading === null) continue
    const { keys } = unitsOf(heading)
    if (keys === '' || keys.endsWith('。')) continue
    const at = quote.keys.indexOf(`${keys}。`)
    if (at >= 0) dropped.add(at + keys.length)
    // A quote may begin in the midst of a heading.
    const stop = quote.keys.indexOf('。')
    if (stop > 0 && keys.endsWith(quote.keys.slice(0, stop))) dropped.add(stop)
  }
  if (dropped.size === 0) return quote
  const places = Array.from({ length: quote.keys.length }, (_, unit) => unit)
  return pickUnits(
    quote,
    places.filter((unit) => !dropped.has(unit)),
  )
}
