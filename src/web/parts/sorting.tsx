/** Tables that are sorted by links: the order stands in the address, so that a sorted table can be shared. */
import { compareNames } from '../../corpus/naming.ts'
import type { Parameters, Visit } from '../site.ts'

export interface Sorting {
  /** Name of the column; null for the order of the answer itself. */
  readonly by: string | null
  readonly isDescending: boolean
}

/** The order of the answer. */
export const UNSORTED: Sorting = { by: null, isDescending: false }

/** `sort=year`, `sort=-value`; a column that is none leaves the order of the answer. */
export function readSorting(query: URLSearchParams, columns: readonly string[]): Sorting {
  const [, minus, name = ''] = /^(-?)([a-z]+)$/.exec(query.get('sort') ?? '') ?? []
  return { by: columns.includes(name) ? name : null, isDescending: minus === '-' }
}

/** Sorts by the column; rows without a value come last, equal ones stay as they were. */
export function sortRows<Row>(
  rows: readonly Row[],
  { by, isDescending }: Sorting,
  read: (row: Row, column: string) => number | string | null,
): readonly Row[] {
  if (by === null) return rows
  const compare = (a: Row, b: Row): number => {
    const [first, second] = [read(a, by), read(b, by)]
    if (first === null || second === null) return Number(first === null) - Number(second === null)
    const order =
      typeof first === 'number' && typeof second === 'number'
        ? first - second
        : compareNames(String(first), String(second))
    return isDescending ? -order : order
  }
  return [...rows].sort(compare)
}

interface SortHeadsProps {
  readonly visit: Visit
  readonly sorting: Sorting
  /** The address of the table, without its order. */
  readonly path: string
  readonly parameters: Parameters
  readonly columns: readonly Column[]
  /** The column that is not sorted by, behind the others. */
  readonly last: string
}

interface Column {
  readonly column: string
  readonly label: string
  /** Numbers stand to the right. */
  readonly isNumber?: boolean
}

export const SortHeads = ({ columns, last, ...head }: SortHeadsProps) => (
  <thead>
    <tr>
      {columns.map((column) => (
        <SortHead {...head} {...column} />
      ))}
      <th scope="col">{head.visit.t(last)}</th>
    </tr>
  </thead>
)

/** The head of a column, which sorts by it, and at the second press the other way round. */
export const SortHead = (props: Omit<SortHeadsProps, 'columns' | 'last'> & Column) => {
  const { visit, column, sorting, path, parameters, isNumber = false, label } = props
  const isSorted = sorting.by === column
  // Numbers are asked for from the largest down.
  const next = isSorted ? !sorting.isDescending : isNumber
  const order = isSorted ? (sorting.isDescending ? 'descending' : 'ascending') : undefined
  return (
    <th scope="col" class={isNumber ? 'number' : undefined} {...(order && { 'aria-sort': order })}>
      <a href={visit.to(path, { ...parameters, sort: `${next ? '-' : ''}${column}` })}>{visit.t(label)}</a>
      {isSorted ? <span aria-hidden="true">{sorting.isDescending ? ' ▾' : ' ▴'}</span> : null}
    </th>
  )
}
