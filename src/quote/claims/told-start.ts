/** Tells whether a number from which a claim lets a figure rise or fall is the one from which the report does: 由2030元提高到2130元. */
import { isSameQuantity, type Quantity, readQuantity } from '../../figures/quantity.ts'
import type { StatedFigure } from '../../search/backend.ts'
import { afterMark } from '../../text/after-mark.ts'
import { foldText } from '../../text/normalizer.ts'
import { findFigures } from '../numbers.ts'

/** What stands between 由 and its number: 由2015年的, 从每月. */
const FROM = /[由从自](?<when>[^,，。；;]{0,16})$/u
const YEAR = /(?:19|20)\d{2}(?=年)/u
const PERIOD = /五年|["“”]?十[一二三四]?五["“”]?(?:时期|期间|以来)/u
const YEARS_OF_PERIOD = 5

/** The number at these places of the text, told as a start, begins the stated figure, too, and in the same year. */
export function startStands(text: string, at: readonly [number, number], stated: StatedFigure): boolean {
  const said = startAt(text, at)
  return (
    said !== null &&
    startsOf(stated).some(
      (one) =>
        isSameQuantity(one.quantity, said.quantity) &&
        (said.year === null || said.year === (one.year ?? yearBefore(stated))),
    )
  )
}

interface Start {
  readonly quantity: Quantity
  /** null where none is printed. */
  readonly year: number | null
}

/** Told as what it was before: 由2015年的20万亩. */
export function isStart(text: string, [start]: readonly [number, number]): boolean {
  return FROM.test(text.slice(0, start))
}

/** null where the number is not told as a start. */
function startAt(text: string, at: readonly [number, number]): Start | null {
  const when = FROM.exec(text.slice(0, at[0]))?.groups?.when
  const quantity = quantityAt(text, at)
  if (when === undefined || quantity === null) return null
  const year = YEAR.exec(when)?.[0]
  return { quantity, year: year === undefined ? null : Number(year) }
}

function startsOf({ figure, passage: { text } }: StatedFigure): Start[] {
  const reached = figure.numbers[0]?.[0] ?? figure.start
  const from = afterMark(text, '，,。；;', reached)
  return findFigures(text.slice(from, reached)).flatMap(
    ([start, end]) => startAt(text, [from + start, from + end]) ?? [],
  )
}

function quantityAt(text: string, [start, end]: readonly [number, number]): Quantity | null {
  const [, number = '', unit = ''] =
    /^([\d.,]+)(.*)$/u.exec(foldText(text.slice(start, end), { dropSpaces: true })) ?? []
  return number === '' ? null : readQuantity(number, unit)
}

/** Where the report prints no year: the one before the period of which it tells; where it tells of none, the year before. */
function yearBefore({ figure, passage }: StatedFigure): number {
  const told = [...passage.section, passage.text.slice(0, figure.end)].some((words) => PERIOD.test(words))
  return figure.year - (told || figure.scope !== null ? YEARS_OF_PERIOD : 1)
}
