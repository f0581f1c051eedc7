/** Confirms what a claim tells as the start of a figure that is confirmed, 由2030元提高到2130元, or again exactly: 八成以上（82.6%）. */
import { firstNumber } from '../../figures/figure.ts'
import { isSameQuantity, type Quantity } from '../../figures/quantity.ts'
import type { StatedFigure } from '../../search/backend.ts'
import type { ClaimCheck } from './check-claim.ts'
import { isSamePart, partsOf } from './figure-parts.ts'
import type { Claim } from './read-claims.ts'
import { startStands, startsOf } from './told-start.ts'

/** A figure that no report states by itself is confirmed as where one that is confirmed began, or as its exact number. */
export function settleStarts(text: string, checks: readonly ClaimCheck[]): ClaimCheck[] {
  return checks.map((check, index) => {
    if (check.supported === true) return check
    const { claim } = check
    const [at] = claim.figure.numbers
    const reached = checks
      .slice(index + 1)
      .filter((one) => one.supported === true && one.claim.figure.indicator === claim.figure.indicator)
      .flatMap(({ stated }) => stated ?? [])
      .find((stated) => at !== undefined && (startStands(text, at, stated) || risesBy(claim, stated)))
    const stated = reached ?? checks.find((one) => isToldAgain(text, claim, one))?.stated
    return stated == null
      ? check
      : { ...check, supported: true, conflicts: [], stated, meant: null, also: null, isNumberSaid: false }
  })
}

/** 八成以上（82.6%）: the number in brackets right behind one that is confirmed is that of the report, too. */
function isToldAgain(
  text: string,
  { figure, parts }: Claim,
  { claim, supported, stated }: ClaimCheck,
): boolean {
  const [[start], end] = [firstNumber(figure), claim.figure.numbers.at(-1)?.[1] ?? claim.figure.end]
  if (supported !== true || stated === null || !BRACKET.test(text.slice(end, start))) return false
  return parts.every((part) =>
    partsOf(stated).some((own) => isSamePart(part, own) && own.bound === part.bound),
  )
}

const BRACKET = /^(?:[以之]?[上下内]|左右)?[（(](?:为|达|即|实际|具体)*$/u

/** 提高3.2个百分点, of 从51.1%提高到54.3%: the one less the other. */
function risesBy({ parts }: Claim, stated: StatedFigure): boolean {
  const reached = partsOf(stated).find(({ of }) => of === 'value')
  return (
    reached !== undefined &&
    parts.every(({ of, isFall, bound, quantity }) => {
      const unit = quantity.unit === '个百分点' ? '%' : quantity.unit
      const unitOf = (one: Quantity): string => one.unit.replace(/\/.*/u, '')
      return startsOf(stated).some((start) => {
        const rise = reached.quantity.low - start.quantity.low
        const isOfUnit = [start.quantity, reached.quantity].every((one) => unitOf(one) === unit)
        const isBy = isSameQuantity({ ...quantity, unit: '' }, withoutNoise(isFall ? -rise : rise))
        return of === 'change' && bound === 'exact' && isOfUnit && isBy
      })
    })
  )
}

/** 57.7 - 53.2 is 4.5, whatever floating point makes of it. */
function withoutNoise(value: number): Quantity {
  const plain = Number(value.toPrecision(12))
  return { low: plain, high: plain, unit: '' }
}
