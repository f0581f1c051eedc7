/** Which of the years of a question belong to which of its places: 宝安2018年、罗湖2013年. */
import { foldText } from '../../text/normalizer.ts'
import { escapePattern } from '../../text/occurrences.ts'
import type { YearRange } from '../filter.ts'
import type { Query } from './query.ts'

const YEAR = '(?:19|20)\\d\\d(?!\\d)'

/** The years asked of a place: its own where each year stands right behind a place, else all that are named. */
export function yearsAskedOf(
  { text, named, preferences: { places, years } }: Query,
  place: string | null,
): readonly YearRange[] {
  if (place === null || places.length < 2 || years.length < 2) return years
  const names = named.map((name) => foldText(name)).sort((a, b) => b.length - a.length)
  const folded = foldText(text)
  const pair = new RegExp(`(${names.map(escapePattern).join('|')})(?:新区|[省市县区州])?\\s*(${YEAR})`, 'gu')
  const pairs = [...folded.matchAll(pair)]
  if (pairs.length < (folded.match(new RegExp(YEAR, 'gu'))?.length ?? 0)) return years
  const own = pairs
    .filter(([, name = '']) => foldText(place).includes(name))
    .map(([, , year]) => Number(year))
  return own.length > 0 ? own.map((year) => ({ from: year, to: year })) : years
}
