/** Turns any text into the figures that it states, with what its own words say of year and kind: nothing around it tells. */
import { loadAskedNames } from './asked.ts'
import type { Figure, Kind } from './figure.ts'
import { readPassage } from './read-figures.ts'
import { makeFrame } from './section-frame.ts'

export interface StatedHere {
  readonly figure: Figure
  /** A year, or years before (-1: 去年) or after that of the report meant; null where the text says neither. */
  readonly year: { readonly is: 'named' | 'relative'; readonly year: number } | null
  /** null where no word of the text says whether it is done or planned. */
  readonly kind: Kind | null
}

/** No year of a report: so that 今年, and a year that nobody names, are told from named ones. */
const TODAY = -10_000
const UNKNOWN = -20_000
const CALENDAR = { today: TODAY, reviews: UNKNOWN, plans: UNKNOWN }

export function readStatement(text: string): StatedHere[] {
  const { indicators } = loadAskedNames()
  const read = (kind: Kind): Figure[] =>
    readPassage(
      { id: '', paragraph: 1, text },
      {
        calendar: CALENDAR,
        indicators,
        ownNames: [],
        isNational: false,
        frame: { ...makeFrame(kind, UNKNOWN), isOpen: true },
      },
    )
  const planned = read('target')
  return read('actual').map((figure, index) => ({
    figure,
    year: yearOf(figure.year),
    kind: planned[index]?.kind === figure.kind ? figure.kind : null,
  }))
}

function yearOf(year: number): StatedHere['year'] {
  if (year > 0) return { is: 'named', year }
  return Math.abs(year - TODAY) < 10 ? { is: 'relative', year: year - TODAY } : null
}
