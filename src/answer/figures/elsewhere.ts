/** Finds what the reports state beside a figure that they do not: of that place another year or a kindred indicator, of other places the same. */
import type { Kind } from '../../figures/figure.ts'
import { type Indicators, loadIndicators } from '../../figures/indicators.ts'
import type { StatedFigure } from '../../search/backend.ts'
import type { Searcher } from '../../search/searcher.ts'

/** So many of the place itself, and of other places. */
const MAX_OWN = 2
const MAX_OTHERS = 2

export interface Missed {
  /** Canonical. */
  readonly indicator: string
  /** The one whose reports are silent. */
  readonly place: string
  /** The year asked about. */
  readonly year: number
  /** What was asked for goes before a nearer year; null where either would do. */
  readonly kind: Kind | null
}

/** As far as some years: asked for a target, who is told the result of the year before is told something else. */
const OTHER_KIND = 5

/** The nearest years first. Empty for an indicator that no list has. */
export async function findElsewhere(
  searcher: Searcher,
  { indicator, place, year, kind }: Missed,
): Promise<readonly StatedFigure[]> {
  const kin = kindred(indicator, loadIndicators())
  if (kin.length === 0) return []
  const stated = await searcher.backend.figures({ indicators: kin })
  const distance = ({ figure }: StatedFigure): number =>
    Math.abs(figure.year - year) * 2 +
    (figure.kind === (kind ?? 'actual') ? 0 : kind === null ? 1 : OTHER_KIND)
  const whole = stated
    .filter(({ figure }) => figure.subject === null && figure.scope === null)
    .sort((a, b) => distance(a) - distance(b) || b.figure.year - a.figure.year)
  const own = whole.filter(({ report }) => report.place === place)
  const others = whole.filter(
    ({ report, figure }) => report.place !== place && figure.indicator === indicator,
  )
  return [
    ...firstOfEach(own, ({ figure }) => figure.indicator, indicator).slice(0, MAX_OWN),
    ...firstOfEach(others, ({ report }) => report.place).slice(0, MAX_OTHERS),
  ]
}

/** The indicator, and those that speak of the same: 粮食产量, 粮食播种面积. */
function kindred(indicator: string, indicators: Indicators): string[] {
  if (indicators.get(indicator) === undefined) return []
  const others = indicators.all.filter(({ name }) => name.slice(0, 2) === indicator.slice(0, 2))
  return [...new Set([indicator, ...others.map(({ name }) => name)])]
}

function firstOfEach(
  stated: readonly StatedFigure[],
  keyOf: (one: StatedFigure) => string,
  first = '',
): StatedFigure[] {
  const found = new Map<string, StatedFigure>()
  for (const one of stated) if (!found.has(keyOf(one))) found.set(keyOf(one), one)
  return [...found].sort(([a], [b]) => Number(b === first) - Number(a === first)).map(([, one]) => one)
}
