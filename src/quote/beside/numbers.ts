/** Reads the numbers of a text, each with its direction and how it is meant, and tells which of a report's a claim's may be. */
import type { Bound, Figure } from '../../figures/figure.ts'
import { boundBefore } from '../../figures/lexicon.ts'
import { boundBehind } from '../../figures/number.ts'
import { isSameQuantity, type Quantity, readQuantity } from '../../figures/quantity.ts'
import { fold } from '../../text/normalizer.ts'
import { overlap, type Range } from '../../text/runs.ts'
import { type FigurePart, isRounded, readParts } from '../claims/figure-parts.ts'
import { changeOf, cut, placeOf, wordsBefore } from '../claims/unread-numbers.ts'

export interface SaidNumber {
  /** `[start, end)` in the text, unit included. */
  readonly at: Range
  readonly quantity: Quantity
  /** Of a rise or a fall; null of what something came to. */
  readonly sign: '+' | '-' | null
  readonly bound: Bound
  readonly isNearly: boolean
  /** So many times as much. */
  readonly isTimes: boolean
}

/** `figures`: those that are read of the text, which know more than the words beside a number. */
export function readNumbers(text: string, figures: readonly Figure[]): SaidNumber[] {
  const { tokens, folded } = cut(text)
  const parts = figures.flatMap((figure) => placedParts(figure, text))
  return tokens.flatMap((token, index): SaidNumber[] => {
    if (token.is !== 'number') return []
    const { number } = token
    const at = placeOf(number, folded)
    const quantity = readQuantity(number.value, number.unit.replace(/\/.*/u, ''))
    if (quantity === null) return []
    const known = parts.find((one) => overlap(one.at, at))
    const [before, behind] = [boundBefore(text, at[0]), boundBehind(text, at[1])]
    const own = {
      sign: changeOf(wordsBefore(tokens, index)),
      bound: behind?.[1] ?? before?.[1] ?? number.bound,
      isNearly: before?.[1] === 'about',
      isTimes: number.unit === '倍',
    }
    if (known === undefined) return [{ at, quantity, ...own }]
    const { of, isFall, bound, isNearly } = known.part
    const sign = of === 'value' ? null : isFall ? '-' : '+'
    return [
      {
        ...own,
        at,
        quantity,
        sign,
        bound: bound === 'exact' ? own.bound : bound,
        isNearly: isNearly || own.isNearly,
      },
    ]
  })
}

function placedParts(figure: Figure, text: string): { at: Range; part: FigurePart }[] {
  return readParts(figure, text).flatMap((part) => {
    const digits = /\d[\d.]*/u.exec(part.printed)?.[0] ?? part.printed
    const at = figure.numbers.find((one) =>
      fold(text.slice(...one))
        .text.replaceAll(',', '')
        .includes(digits),
    )
    return at === undefined ? [] : [{ at, part }]
  })
}

export type Agreement = 'same' | 'implied'

/** Whether a claim's number may be a report's: the same, or one that it implies. */
export function agreementOf(said: SaidNumber, told: SaidNumber, isDone: boolean): Agreement | null {
  const unit = sameUnit(said.quantity, told.quantity)
  if (unit === null) return null
  // 是2010年的2.5倍, of what rose by 1.5倍.
  if (said.isTimes && told.isTimes && said.sign === null && told.sign === '+')
    return agreementOf(
      said,
      {
        ...told,
        sign: null,
        quantity: { unit, low: told.quantity.low + 100, high: told.quantity.high + 100 },
      },
      isDone,
    )
  // 压减69%, and 压到69%.
  const isLoose = unit !== '%' && (said.sign === null || told.sign === null)
  if (said.sign !== told.sign && !isLoose) return null
  const quantity = { ...said.quantity, unit }
  if (isSameQuantity(quantity, { ...told.quantity, unit })) {
    const isBounded =
      said.bound === told.bound ||
      (told.bound === 'over' && said.bound === 'at-least') ||
      (told.bound === 'exact' && said.bound === 'about')
    return isBounded ? 'same' : null
  }
  const part = (one: SaidNumber): FigurePart => ({
    of: 'value',
    isFall: false,
    quantity: { ...one.quantity, unit },
    bound: one.bound,
    isNearly: one.isNearly,
    printed: '',
    bounded: '',
  })
  return isRounded(part(told), part(said), isDone) ? 'implied' : null
}

/** Counted one by one, whatever the classifier. */
const COUNTERS = new Set(
  Array.from('个台部辆架座处所栋幢条件项支根盏间套张块枚株棵名人位款种届艘班列群只头家对'),
)
const OF_SUMS = /^(?:|元)$/u

function sameUnit({ unit: a, low }: Quantity, { unit: b }: Quantity): string | null {
  if (a === b) return a
  if (COUNTERS.has(a) && COUNTERS.has(b)) return a
  if (a === '' && (COUNTERS.has(b) || b === '人次' || (low >= 10000 && OF_SUMS.test(b)))) return b
  if (b === '' && (COUNTERS.has(a) || (low >= 10000 && OF_SUMS.test(a)))) return a
  return null
}
