/** Brings printed values of one unit to one magnitude, digit by digit: 22015万元 is 2.2015亿元. Nothing is rounded. */

import type { Figure } from '../../figures/figure.ts'
import { readAmount } from '../../figures/quantity.ts'
import { countUp } from '../../text/maps.ts'

type Printed = Pick<Figure, 'value' | 'unit'>

/** Of these the larger one is easier to read; others stay as printed. */
const MAGNITUDES: Readonly<Record<string, number>> = { 亿: 8, 万: 4 }
const MAGNITUDE = /^(?<magnitude>[万亿])(?<base>[^万亿].*)?$/u

/** The unit that most of these are printed in, for each that differs from it by 万 or 亿 alone; null for the others. */
export function commonUnit(printed: readonly Printed[]): ReadonlyMap<string, string> {
  const counts = new Map<string, number>()
  for (const { value, unit } of printed) if (value !== null && unit !== null) countUp(counts, unit)
  const units = [...counts.keys()].filter((unit) => MAGNITUDE.test(unit))
  return new Map(
    units.flatMap((unit): [string, string][] => {
      const alike = units.filter((other) => baseOf(other) === baseOf(unit))
      const most = alike.reduce((best, other) =>
        (counts.get(other) ?? 0) > (counts.get(best) ?? 0) ? other : best,
      )
      return most === unit ? [] : [[unit, most]]
    }),
  )
}

/** The value in another unit of the same base; null where it cannot be told without rounding or reading. */
export function inUnit({ value, unit }: Printed, wanted: string): string | null {
  if (value === null || unit === null || baseOf(unit) !== baseOf(wanted)) return null
  const shift = (MAGNITUDES[unit[0] ?? ''] ?? 0) - (MAGNITUDES[wanted[0] ?? ''] ?? 0)
  const moved = value.split(/([—-])/u).map((part) => (/^[—-]$/u.test(part) ? part : movePoint(part, shift)))
  return moved.every((part) => part !== null) ? moved.join('') : null
}

function baseOf(unit: string): string {
  return MAGNITUDE.exec(unit)?.groups?.base ?? readAmount('1', unit)?.unit ?? unit
}

/** 22015 with the point four places to the left is 2.2015. */
function movePoint(number: string, places: number): string | null {
  const match = /^(\d+)(?:\.(\d+))?$/.exec(number)
  if (match === null) return null
  const [, whole = '', part = ''] = match
  const digits = whole + part
  const point = whole.length + places
  const padded = point <= 0 ? '0'.repeat(1 - point) + digits : digits.padEnd(point, '0')
  const at = Math.max(point, 1)
  const rest = padded.slice(at).replace(/0+$/, '')
  const head = padded.slice(0, at).replace(/^0+(?=\d)/, '')
  return rest === '' ? head : `${head}.${rest}`
}
