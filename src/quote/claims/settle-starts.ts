/** Confirms what a claim tells as the start of a figure that is confirmed: 由2030元提高到2130元. */
import { isSameQuantity, type Quantity } from '../../figures/quantity.ts'
import type { StatedFigure } from '../../search/backend.ts'
import type { ClaimCheck } from './check-claim.ts'
import { partsOf } from './figure-parts.ts'
import type { Claim } from './read-claims.ts'
import { startStands, startsOf } from './told-start.ts'

/** A figure that no report states by itself is confirmed as where one that is confirmed began. */
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
    return reached === undefined
      ? check
      : { ...check, supported: true, conflicts: [], stated: reached, meant: null, also: null }
  })
}

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
