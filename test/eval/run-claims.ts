/** Asks for the verdict on claims. */
import { verify } from '../../src/quote/verify.ts'
import type { Searcher } from '../../src/search/searcher.ts'
import type { MadeClaim } from './make-claims.ts'

export interface ClaimOutcome {
  readonly claim: MadeClaim
  readonly supported: boolean | null
  /** What conflicts, for the list of misses. */
  readonly why: string
}

export async function runClaims(searcher: Searcher, claims: readonly MadeClaim[]): Promise<ClaimOutcome[]> {
  const outcomes: ClaimOutcome[] = []
  for (const claim of claims) {
    const { supported, conflicts } = await verify(searcher, claim.text)
    const why = conflicts.map(({ kind, said, source }) => `${kind}: ${said} ≠ ${source}`).join('; ')
    outcomes.push({ claim, supported, why })
  }
  return outcomes
}
