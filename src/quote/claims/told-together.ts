/** Confirms a claim by the figure that stands in a report behind the one that confirms the claim before it: 入库项目63个，总投资625亿元. */
import { NO_FILTERS } from '../../search/filter.ts'
import type { Searcher } from '../../search/searcher.ts'
import { type ClaimCheck, checkClaim } from './check-claim.ts'
import { plainName } from './same-name.ts'

/** A noun that everyone has tells nothing by itself; behind the same figure as in the claim it is the same one's. */
export async function followClaims(
  searcher: Searcher,
  text: string,
  checks: readonly ClaimCheck[],
): Promise<ClaimCheck[]> {
  const settled: ClaimCheck[] = []
  for (const check of checks) {
    const before = settled.at(-1)
    settled.push((await follow(searcher, text, { check, before })) ?? check)
  }
  return settled
}

interface Pair {
  readonly check: ClaimCheck
  readonly before: ClaimCheck | undefined
}

async function follow(searcher: Searcher, text: string, { check, before }: Pair): Promise<ClaimCheck | null> {
  const stated = before?.stated
  if (check.supported !== null || before?.supported !== true || stated == null) return null
  const between = text.slice(before.claim.figure.end, check.claim.figure.numbers[0]?.[0])
  if (/[。；;！？]/u.test(between)) return null
  const found = await searcher.backend.figures({
    indicators: null,
    passages: [stated.passage.id],
    filters: NO_FILTERS,
    kind: null,
  })
  const [at] = stated.figure.numbers
  const [next] = found
    .filter(({ figure }) => (figure.numbers[0]?.[0] ?? 0) > (at?.[0] ?? 0))
    .sort((a, b) => (a.figure.numbers[0]?.[0] ?? 0) - (b.figure.numbers[0]?.[0] ?? 0))
  if (next === undefined || plainName(next.figure.name) !== plainName(check.claim.figure.name)) return null
  if (/[。；;！？]/u.test(stated.passage.text.slice(stated.figure.end, next.figure.numbers[0]?.[0])))
    return null
  const own = checkClaim(check.claim, [next])
  return own.supported === true ? own : null
}
