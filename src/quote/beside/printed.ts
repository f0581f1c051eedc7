/** Finds the numbers of passages, each with what the report says of it: its figure, and the words that are its own, its topic's and other numbers'. */
import type { Figure } from '../../figures/figure.ts'
import { calendarOf, frameAlone } from '../../figures/section-frame.ts'
import type { StatedFigure } from '../../search/backend.ts'
import type { Hit } from '../../search/searcher.ts'
import { getOrMake } from '../../text/maps.ts'
import { overlap, type Range } from '../../text/runs.ts'
import { sentenceStart } from '../../text/sentences.ts'
import { readNumbers, type SaidNumber } from './numbers.ts'
import { toldBeside } from './told-beside.ts'
import type { Told } from './words.ts'

export interface Printed {
  readonly number: SaidNumber
  /** Those that have it; where none is read, one without a name, of the time of the nearest. */
  readonly stated: readonly [StatedFigure, ...StatedFigure[]]
  readonly isRead: boolean
  readonly told: Told
}

type Holder = Pick<Hit, 'passage' | 'report'>

/** @param stated the figures of the passage. */
function printedIn(holder: Holder, stated: readonly StatedFigure[]): Printed[] {
  const numbers = readNumbers(
    holder.passage.text,
    stated.map(({ figure }) => figure),
  )
  return numbers.map((number) => {
    const [first, ...others] = stated.filter(({ figure }) =>
      figure.numbers.some((one) => overlap(one, number.at)),
    )
    const figures: Printed['stated'] =
      first === undefined
        ? [nameless(number.at, holder, { stated, unit: number.quantity.unit })]
        : [first, ...others]
    let told: Told | null = null
    return {
      number,
      stated: figures,
      isRead: first !== undefined,
      get told() {
        told ??= toldBeside(number, { figures, numbers, isRead: first !== undefined, beside: stated })
        return told
      },
    }
  })
}

/** A figure for a number that is read as none: of the time and kind of the nearest of its sentence, or else of its part of the report. */
export function nameless(
  at: Range,
  { passage, report }: Holder,
  { stated, unit }: { readonly stated: readonly StatedFigure[]; readonly unit: string | null },
): StatedFigure {
  const { text } = passage
  const distance = ({ figure }: StatedFigure): number => Math.abs(figure.start - at[0])
  const [beside] = stated
    .filter(({ figure }) => sentenceStart(text, figure.end) === sentenceStart(text, at[1]))
    .sort((a, b) => distance(a) - distance(b))
  const frame = beside?.figure ?? frameAlone(passage, report)
  const figure: Figure = {
    indicator: '',
    name: '',
    kind: frame?.kind ?? 'actual',
    year: frame?.year ?? calendarOf(report).reviews,
    value: null,
    unit,
    change: null,
    bound: 'exact',
    subject: beside?.figure.subject ?? null,
    scope: beside?.figure.scope ?? PERIOD.exec(text.slice(sentenceStart(text, at[0]), at[0]))?.[0] ?? null,
    passage: passage.id,
    paragraph: passage.paragraph,
    start: at[0],
    end: at[1],
    quote: text.slice(...at),
    numbers: [at],
  }
  return { figure, passage, report }
}

/** Told of years together. */
const PERIOD = /(?:19|20)\d{2}年以来|[三五]年来|(?:过去|近)[三五]年|累计/u

const known = new WeakMap<
  Holder['passage'],
  { readonly stated: readonly StatedFigure[]; readonly printed: readonly Printed[] }
>()

/** The same for several passages; a draft comes to the same ones sentence after sentence. */
export function printedNear(holders: readonly Holder[], stated: readonly StatedFigure[]): Printed[] {
  return holders.flatMap((holder) => {
    const own = stated.filter(({ passage }) => passage.id === holder.passage.id)
    return getOrMake(known, holder.passage, () => ({ stated: own, printed: printedIn(holder, own) })).printed
  })
}
