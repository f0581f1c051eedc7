/** Finds the figures of the reports that may confirm a claim or contradict it. */
import { loadAskedNames } from '../../figures/asked.ts'
import type { StatedFigure } from '../../search/backend.ts'
import type { Hit, Searcher } from '../../search/searcher.ts'
import { foldPhrase } from '../../text/normalizer.ts'
import type { Claim } from './read-claims.ts'
import { isOthersOwn, sameNameAs } from './same-name.ts'

/** Of a name that no list has, the figures of the passages nearest to the text are looked at, too. */
const MAX_NEAR = 8

/** The figures of the passages nearest to a text, for indicators that go by many names. */
export async function findNearby(searcher: Searcher, hits: readonly Hit[]): Promise<readonly StatedFigure[]> {
  const passages = [...new Set(hits.slice(0, MAX_NEAR).map(({ passage }) => passage.id))]
  if (passages.length === 0) return []
  return await searcher.backend.figures({ passages })
}

/** Those of the claim's indicator, of any place, year and kind. `nearby`: of the text that makes the claim. */
export async function findEvidence(
  searcher: Searcher,
  claim: Claim,
  nearby: readonly StatedFigure[],
): Promise<readonly StatedFigure[]> {
  const { indicator, name } = claim.figure
  const meant = meantBy(foldPhrase(name))
  const named = await searcher.backend.figures({ indicators: [...new Set([indicator, ...meant])] })
  const known = new Set(named.map(keyOf))
  const hasName = sameNameAs(claim.figure)
  return [
    ...named.filter((one) => !isOthersOwn(one)),
    ...nearby.filter((one) => hasName(one) && !known.has(keyOf(one))),
  ]
}

/** 失业率 is the surveyed one or the registered one; of 城乡居民收入 each number is one's own, and 居民收入 is that of neither. */
function meantBy(name: string): readonly string[] {
  const { indicators, lookUp } = loadAskedNames()
  if (indicators.lookUp(name)?.pair != null) return []
  const [first = [], ...others] = lookUp(name)?.either ?? []
  return [...first, ...others.flatMap((together) => (together.length === 1 ? together : []))]
}

function keyOf({ figure }: StatedFigure): string {
  return `${figure.passage} ${figure.start} ${figure.indicator} ${figure.numbers.flat().join()}`
}
