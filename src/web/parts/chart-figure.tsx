/** A chart on its page, to look at and to take away; the table beside it says the same in words. */
import type { Chart } from '../../pictures/chart.ts'
import { CHART_WIDTH } from '../../pictures/chart-frame.ts'
import type { PreviewImage } from '../pages/layout.tsx'
import { hasPictures, type Visit } from '../site.ts'

interface ChartFigureProps {
  readonly visit: Visit
  /** null where the numbers make none. */
  readonly chart: Chart | null
  /** Address of the picture, without the question. */
  readonly path: string
  readonly question: string
}

/** Bars stand in the table itself: shown are lines, and bars only offered. */
export const ChartFigure = ({ visit: { t, to, site }, chart, path, question }: ChartFigureProps) => {
  if (chart === null || !hasPictures(site)) return null
  const address = to(path, { q: question })
  return (
    <figure class="chart">
      {chart.form === 'lines' ? (
        <img
          src={address}
          width={CHART_WIDTH}
          alt={t('web-chart-alt', { title: chart.title })}
          loading="lazy"
        />
      ) : null}
      <figcaption class="actions">
        <a href={address}>{t('web-chart')}</a>
      </figcaption>
    </figure>
  )
}

/** The chart as the picture of previews. */
export function chartPreview(
  { site }: Visit,
  chart: Chart | null,
  { path, question }: { readonly path: string; readonly question: string },
): PreviewImage | null {
  if (chart === null || !hasPictures(site)) return null
  return { path, parameters: { q: question }, size: null }
}
