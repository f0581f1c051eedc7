/** Which reports a question for figures asks about: of the places, levels and filters that it names, or all. */

import { isOfLevel } from '../../corpus/rank.ts'
import { compareText, type ReportSummary } from '../../search/backend.ts'
import { acceptsReport } from '../../search/filter.ts'
import { groupBy } from '../../text/maps.ts'
import type { FigureQuestion } from './figure-question.ts'

/** The reports by place, the newest of each first. */
export type ReportsByPlace = ReadonlyMap<string, readonly ReportSummary[]>

export function askedReports(asked: FigureQuestion, reports: readonly ReportSummary[]): ReportsByPlace {
  const { filters, preferences } = asked.query
  const passing = reports.filter((report) => acceptsReport(filters, report))
  const isOfNation = asked.isNation || asked.impliesNation
  const nation = isOfNation ? reports.filter(({ level }) => level === '国').map(({ place }) => place) : []
  const named = [...new Set([...preferences.places, ...nation])]
  // What is asked of the country is told by none of its places.
  if (asked.isNation && named.length === 0 && asked.levels.length === 0) return new Map()
  const ofNamed = passing.filter(({ place }) => named.includes(place))
  const ofLevel =
    asked.levels.length === 0 ? passing : passing.filter((report) => isOfLevel(report, asked.levels))
  // 坪山和盐田哪个区: of those two.
  const isOfNamed = asked.levels.length === 0 || named.length > 1
  const chosen = named.length === 0 ? ofLevel : isOfNamed ? ofNamed : within(named, ofLevel)
  const byPlace = groupBy(chosen, ({ place }) => place)
  // Of two of one day the one that is listed later.
  for (const ofPlace of byPlace.values())
    ofPlace.reverse().sort((a, b) => b.year - a.year || compareText(b.date, a.date))
  return byPlace
}

/** 深圳各区: the districts whose name says so; where none does, all of that level, for no report tells what it lies in. */
function within(named: readonly string[], ofLevel: readonly ReportSummary[]): readonly ReportSummary[] {
  const inside = ofLevel.filter(({ place }) => named.some((name) => place !== name && place.startsWith(name)))
  return inside.length > 0
    ? inside
    : ofLevel.filter(({ place }) => !named.includes(place) || ofLevel.length === 1)
}
