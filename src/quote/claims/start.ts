/** Confirms what a claim tells as the start of a figure that is confirmed: 由2030元提高到2130元. */
import type { ClaimCheck } from './check-claim.ts'
import { startStands } from './told-start.ts'

/** A figure that no report states by itself is confirmed as where one that is confirmed began. */
export function settleStarts(text: string, checks: readonly ClaimCheck[]): ClaimCheck[] {
  return checks.map((check, index) => {
    if (check.supported === true) return check
    const { claim } = check
    const [at] = claim.figure.numbers
    const reached = checks
      .slice(index + 1)
      .find((one) => one.supported === true && one.claim.figure.indicator === claim.figure.indicator)
    const stated = reached?.stated
    if (at === undefined || stated == null) return check
    return startStands(text, at, stated)
      ? { ...check, supported: true, conflicts: [], stated, meant: null, also: null }
      : check
  })
}
