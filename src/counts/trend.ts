/** Sets a count out by year and by place. */
import { compareText } from '../search/backend.ts'
import { type Count, perTenThousand } from './count.ts'

export interface TrendYear {
  readonly year: number
  readonly count: number
  /** Reports of that year, and those of them that say it. */
  readonly reports: number
  readonly saying: number
  /** Per 10,000 characters of all reports of that year; two decimals. */
  readonly per10000: number
}

export interface TrendPlace {
  readonly place: string
  /** Its reports by year, those that never say it among them. */
  readonly years: readonly TrendYear[]
  readonly count: number
}

export interface Trend {
  readonly count: Count
  /** Every year of which there is a report, in order. */
  readonly years: readonly TrendYear[]
  /** Most first; places that never say it are left out. */
  readonly places: readonly TrendPlace[]
}

/** A year of fewer reports says little of all places. */
const FEW_REPORTS = 3

export function trendOf(count: Count): Trend {
  const reports = [
    ...count.reports.map(({ report, count: said }) => ({ ...report, said })),
    ...count.without.map((report) => ({ ...report, said: 0 })),
  ]
  const places = [...new Set(count.reports.map(({ report }) => report.place))].map((place): TrendPlace => {
    const years = yearsOf(reports.filter((report) => report.place === place))
    return { place, years, count: years.reduce((sum, year) => sum + year.count, 0) }
  })
  return {
    count,
    years: yearsOf(reports),
    places: places.sort((a, b) => b.count - a.count || compareText(a.place, b.place)),
  }
}

interface Said {
  readonly year: number
  readonly characters: number
  readonly said: number
}

function yearsOf(reports: readonly Said[]): TrendYear[] {
  const years = [...new Set(reports.map(({ year }) => year))].sort((a, b) => a - b)
  return years.map((year) => {
    const own = reports.filter((report) => report.year === year)
    const count = own.reduce((sum, { said }) => sum + said, 0)
    const characters = own.reduce((sum, report) => sum + report.characters, 0)
    const per10000 = perTenThousand(count, characters)
    return { year, count, reports: own.length, saying: own.filter(({ said }) => said > 0).length, per10000 }
  })
}

/** Whether a year has too few reports to be compared with others. */
export function isThin({ reports }: TrendYear): boolean {
  return reports < FEW_REPORTS
}

const BARS = '▁▂▃▄▅▆▇█'

/** Values as bars of a line's height, from 0 to `most`; null, where nothing is known, as a dot. */
export function sparkline(values: readonly (number | null)[], most: number): string {
  return values
    .map((value) => {
      if (value === null) return '·'
      return BARS[most === 0 ? 0 : Math.round((value / most) * (BARS.length - 1))] ?? '·'
    })
    .join('')
}
