/** Chooses which hits of a page are worth a line beside the one that is shown whole. */

import { calendarOf } from '../figures/section-frame.ts'
import { acceptsYears } from '../search/filter.ts'
import type { Query } from '../search/query/query.ts'
import { askedQuantity } from '../search/verdict/judge.ts'
import { type AskedQuantity, statesQuantity } from '../search/verdict/quantity.ts'
import { foldText } from '../text/normalizer.ts'
import { shortName } from '../text/place-name.ts'
import type { Answer } from './answer.ts'
import type { AnsweredHit } from './answered-hit.ts'

/**
 * Share of the weight of the page's best match that a hit must match. Passages that share one common word with the question
 * (旅游 of 旅游收入, 富裕 of 共同富裕) have 0.1 to 0.58 of it.
 */
const LEAST_SHARE = 0.6
/** What only touches the question is not worth more lines. */
const MAX_TOUCHING = 3

/** Places on the page, from 0: of the first page those that tell of the question; whoever turns the page wants what is there. */
export function furtherHits({ hits, query, match }: Answer, offset: number): number[] {
  const all = hits.map((_, index) => index)
  if (offset > 0) return all
  const weights = hits.map(matchedWeight)
  const least = Math.max(0, ...weights) * LEAST_SHARE
  const { places } = query.preferences
  const isOfPlace = ({ report, passage }: AnsweredHit): boolean =>
    places.includes(report.place) || places.some((place) => passage.text.includes(shortName(place)))
  const [first] = hits
  const isPlaced = places.length > 0 && first !== undefined && isOfPlace(first)
  const firsts = partsAsked(query).map((isOf) => hits.findIndex(isOf))
  const near = all.filter((index) => {
    const hit = hits[index] as AnsweredHit
    const isNear = (weights[index] ?? 0) >= least && (!isPlaced || isOfPlace(hit))
    return isNear || firsts.includes(index)
  })
  if (match !== 'weak') return near
  return near.filter((index) => (weights[index] ?? 0) > 0).slice(0, MAX_TOUCHING)
}

/** Of several places, or several years, that are asked about together each has its own answer. */
function partsAsked({ preferences: { places, years } }: Query): ((hit: AnsweredHit) => boolean)[] {
  if (places.length > 1)
    return places.map(
      (place) =>
        ({ report }) =>
          report.place === place,
    )
  if (years.length < 2) return []
  return years.map((range) => ({ report, kinds, isPlan }) => {
    const { reviews, plans } = calendarOf(report)
    const isAhead = isPlan || (kinds.length === 1 && kinds[0] === 'target')
    return acceptsYears({ years: [range] }, [isAhead ? plans : reviews])
  })
}

/** The weight of the question's terms that stand in the passage, each counted once. */
function matchedWeight({ matches }: AnsweredHit): number {
  const weights = new Map<number, number>()
  // Numbers below 0 are figures, which are no terms.
  for (const { term, weight } of matches)
    if (term >= 0) weights.set(term, Math.max(weights.get(term) ?? 0, weight))
  return [...weights.values()].reduce((sum, weight) => sum + weight, 0)
}

/** Questions that hardly any report answers, by what they ask for; null for all others. */
export type Unanswerable = 'person' | 'service' | 'opinion' | 'quantity' | 'speaker'

/** Of these a sentence that only touches the question would be taken for an answer. */
export function readUnanswerable({ query, match, figures, hits, missing = [] }: Answer): Unanswerable | null {
  if (match === 'strong') return null
  const { intent, text } = query
  if (intent === 'person' || intent === 'service' || intent === 'opinion') return intent
  if (match === 'none') return null
  // Who holds an office that nobody's place is told of may be anybody.
  if (intent === 'opening')
    return query.preferences.places.length > 0 || text.includes('报告') ? 'speaker' : 'person'
  if (figures !== null) return figures.rows.length === 0 ? 'quantity' : null
  const asked = askedQuantity(query)
  if (asked === null) return null
  // The figure of another place, year or thing is not near.
  const isElsewhere = query.foreign.length > 0 || missing.length > 0
  return !isElsewhere && hits[0] !== undefined && statesNearly(asked, hits[0]) ? null : 'quantity'
}

/** Whether the nearest sentence states such a quantity beside what it says of the question: it is no answer for sure, and may be it. */
function statesNearly(asked: AskedQuantity, { sentence: { text, range }, matches }: AnsweredHit): boolean {
  const names = matches
    .filter(
      ({ range: [start, end], term }) => term >= 0 && end - start > 1 && start >= range[0] && end <= range[1],
    )
    .map(({ range: [start, end] }) => foldText(text.slice(start - range[0], end - range[0])))
  // Of things that are counted no share is the number.
  const isCounted = asked.units.test('1%') && asked.units.test('1户')
  const said = foldText(text).replace(isCounted ? /\d[\d.]*[%‰]/gu : /(?!)/u, '')
  return names.length > 0 && statesQuantity(asked, said, names)
}
