/** The words of pictures that are not the reports' own, in a language. */
import type { CardLabels } from './card-layout.ts'
import type { ChartLabels } from './figure-chart.ts'

/** Looks a text up; numbers come out grouped, so that years and ids are given as strings. */
type Translate = (key: string, variables?: Readonly<Record<string, string | number>>) => string

export function cardLabels(t: Translate): CardLabels {
  return {
    name: t('picture-name'),
    verified: t('card-verified'),
    extract: ({ first, last, count }) =>
      first === last
        ? t('card-sentence', { first: String(first), count: String(count) })
        : t('card-sentences', { first: String(first), last: String(last), count: String(count) }),
  }
}

export function chartLabels(t: Translate): ChartLabels {
  return {
    name: t('picture-name'),
    actual: t('kind-actual'),
    target: t('kind-target'),
    ofYear: (year) => t('figures-of-year', { year: String(year) }),
    unit: (unit) => t('chart-unit', { unit }),
    change: t('chart-change'),
    source: t('chart-source'),
    more: (count) => t('chart-more', { count }),
    rate: t('chart-rate'),
    times: t('chart-times'),
    thin: t('trend-thin'),
  }
}
