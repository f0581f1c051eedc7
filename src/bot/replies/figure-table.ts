/** Lays figures out as a table of monospaced text, narrow enough for a telephone; a character of Han takes two columns. */
import type { FiguresAnswer } from '../../answer/figures/answer-figures.ts'
import { figureNumber, shortNumber } from '../../answer/figures/figure-number.ts'
import { commonUnit, inUnit } from '../../answer/figures/same-unit.ts'
import type { Kind } from '../../figures/figure.ts'
import type { StatedFigure } from '../../search/backend.ts'
import { shortName } from '../../text/place-name.ts'
import type { Translate } from '../../text/translate.ts'

export interface FigureTable {
  /** Lines of equal meaning: a head, then one a figure, numbered from `first`. */
  readonly text: string
  /** What holds for every row and is no column therefore: 2022年, 实绩. */
  readonly shared: readonly string[]
  /** Printed values that stand in another magnitude than in the report: 22015万元. */
  readonly converted: readonly string[]
}

/** Columns of a telephone's line. */
const MAX_COLUMNS = 36
/** A label is not cut to less. */
const MIN_LABEL_COLUMNS = 8
const KINDS: readonly Kind[] = ['actual', 'target']

/** @param page The rows to lay out, of all that the answer has; `first` is the number of the first. */
export function layOutTable(
  answer: FiguresAnswer,
  {
    page,
    first,
    t,
  }: { readonly page: readonly StatedFigure[]; readonly first: number; readonly t: Translate },
): FigureTable {
  const { rows } = answer
  const kinds = KINDS.filter((kind) => rows.some(({ figure }) => figure.kind === kind))
  const years = new Set(rows.map(({ figure }) => figure.year))
  const units = commonUnit(rows.map(({ figure }) => figure))
  const labelOf = makeLabels(rows)
  const cells = page.map((row) => cellOf(row, answer, units))
  const columns: string[][] = [
    ['', ...page.map((_, index) => String(first + index))],
    ['', ...page.map(labelOf)],
    ...(years.size > 1 ? [[t('figures-year'), ...page.map(({ figure }) => String(figure.year))]] : []),
    ...kinds.map((kind) => [
      t(`kind-${kind}`),
      ...page.map(({ figure }, index) => (figure.kind === kind ? (cells[index]?.text ?? '') : '')),
    ]),
  ].filter((column) => column.some((cell) => cell !== ''))
  return {
    text: join(fitLabels(columns)),
    shared: [
      ...(years.size === 1 ? [t('figures-of-year', { year: String([...years][0]) })] : []),
      ...(kinds.length === 1 ? kinds.map((kind) => t(`kind-${kind}`)) : []),
    ],
    converted: cells.flatMap((cell) => cell.converted ?? []),
  }
}

/** What tells the rows apart: the place, or of one place the indicator, or whose figure it is. */
function makeLabels(rows: readonly StatedFigure[]): (row: StatedFigure) => string {
  const isOne = (of: (row: StatedFigure) => string): boolean => new Set(rows.map(of)).size === 1
  if (!isOne(({ report }) => report.place)) {
    const isOneIndicator = isOne(({ figure }) => figure.indicator)
    return ({ report, figure }) =>
      isOneIndicator ? nameOf(report.place) : `${nameOf(report.place)} ${figure.indicator}`
  }
  if (!isOne(({ figure }) => figure.indicator)) return ({ figure }) => figure.indicator
  return ({ figure }) => figure.subject ?? figure.scope ?? ''
}

/** A long name is told by its stem: 新疆维吾尔自治区. */
function nameOf(place: string): string {
  return place.length <= 4 ? place : shortName(place)
}

interface Cell {
  readonly text: string
  readonly converted?: string
}

/** The size and the growth where both find room, else what is asked for. */
function cellOf(
  { figure }: StatedFigure,
  { asked, rows }: FiguresAnswer,
  units: ReadonlyMap<string, string>,
): Cell {
  const wanted = units.get(figure.unit ?? '')
  const value = wanted === undefined ? null : inUnit(figure, wanted)
  const shown = value === null || wanted === undefined ? figure : { ...figure, value, unit: wanted }
  const isChangeFirst = asked.measure === 'change' && figure.change !== null
  const hasTwoKinds = new Set(rows.map((row) => row.figure.kind)).size > 1
  const growth = { ...shown, value: null, bound: figure.value === null ? figure.bound : ('exact' as const) }
  const told = isChangeFirst ? growth : shown
  // Two columns of numbers leave little room for each.
  const text = hasTwoKinds ? shortNumber(told) : figureNumber(told)
  return shown === figure || isChangeFirst ? { text } : { text, converted: `${figure.value}${figure.unit}` }
}

/** Cuts the labels, the second column, to what the others leave of a line. */
function fitLabels(columns: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const others = columns.reduce(
    (sum, column, index) => sum + (index === 1 ? 0 : Math.max(...column.map(widthOf)) + 1),
    0,
  )
  const room = Math.max(MIN_LABEL_COLUMNS, MAX_COLUMNS - others)
  return columns.map((column, index) => (index === 1 ? column.map((cell) => cut(cell, room)) : column))
}

/** Columns side by side, each as wide as its widest cell; where a line would be too long, the gaps shrink to one. */
function join(columns: readonly (readonly string[])[]): string {
  const widths = columns.map((column) => Math.max(...column.map(widthOf)))
  const total = widths.reduce((sum, width) => sum + width, 0)
  const gap = total + 2 * (columns.length - 1) <= MAX_COLUMNS ? '  ' : ' '
  const height = columns[0]?.length ?? 0
  return Array.from({ length: height }, (_, line) =>
    columns
      .map((column, index) => pad(column[line] ?? '', widths[index] ?? 0))
      .join(gap)
      .trimEnd(),
  ).join('\n')
}

function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - widthOf(text)))
}

function cut(text: string, width: number): string {
  if (widthOf(text) <= width) return text
  let kept = ''
  for (const character of text) {
    if (widthOf(kept + character) > width - 2) break
    kept += character
  }
  return `${kept}…`
}

const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6…—]/u

/** Columns that a text takes in a monospaced font. */
export function widthOf(text: string): number {
  let width = 0
  for (const character of text)
    width += WIDE.test(character) || (character.codePointAt(0) ?? 0) > 0xffff ? 2 : 1
  return width
}
