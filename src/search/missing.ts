/** A Query and the catalog in; out: the places asked about that no report is of, and the years that the reports do not cover. */
import type { Catalog } from './backend.ts'
import type { Query, YearRange } from './query.ts'
import type { Match, Missing } from './searcher.ts'

export function findMissing({ foreign, preferences }: Query, { reports }: Catalog, match: Match): Missing[] {
  const places = [...new Set(foreign)].map((text): Missing => ({ kind: 'place', text }))
  // A passage of another year's report may name the year (到2035年): what answers is not missing.
  if (match === 'strong') return places
  // Of a place without a report nothing more is to be said.
  const asked = preferences.places.length > 0 ? preferences.places : places.length > 0 ? [] : [null]
  const years = asked.flatMap((place): Missing[] => {
    const covered = reports
      .filter((report) => place === null || report.place === place)
      .flatMap(({ year, reviews, plans }) => [year, reviews, plans])
    const known = [...new Set(covered.filter((year) => year !== null))].sort((a, b) => a - b)
    const isCovered = ({ from, to }: YearRange): boolean => known.some((year) => year >= from && year <= to)
    return preferences.years
      .filter((range) => !isCovered(range))
      .map((range): Missing => ({ kind: 'year', text: label(range), place, years: known }))
  })
  return [...places, ...years]
}

function label({ from, to }: YearRange): string {
  return from === to ? String(from) : `${from}–${to}`
}
