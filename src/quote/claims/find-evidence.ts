/** Finds the figures of the reports that may confirm a claim or contradict it. */
import type { StatedFigure } from '../../search/backend.ts'
import { NO_FILTERS } from '../../search/filter.ts'
import type { Hit, Searcher } from '../../search/searcher.ts'
import { foldPhrase } from '../../text/normalizer.ts'
import type { Claim } from './read-claims.ts'

/** Of a name that no list has, the figures of the passages nearest to the text are looked at, too. */
const MAX_NEAR = 8

/** Those of the claim's indicator, of any place, year and kind. `near`: hits of the text, for indicators that go by many names. */
export async function findEvidence(
  searcher: Searcher,
  claim: Claim,
  near: readonly Hit[],
): Promise<readonly StatedFigure[]> {
  const { indicator } = claim.figure
  const named = await searcher.backend.figures({
    indicators: [indicator],
    passages: null,
    filters: NO_FILTERS,
    kind: null,
  })
  const passages = [...new Set(near.slice(0, MAX_NEAR).map(({ passage }) => passage.id))]
  if (passages.length === 0) return named
  const nearby = await searcher.backend.figures({
    indicators: null,
    passages,
    filters: NO_FILTERS,
    kind: null,
  })
  const known = new Set(named.map(keyOf))
  return [...named, ...nearby.filter((one) => isSameName(one, claim) && !known.has(keyOf(one)))]
}

function keyOf({ figure }: StatedFigure): string {
  return `${figure.passage} ${figure.start} ${figure.indicator} ${figure.numbers.flat().join()}`
}

/** What a printed name may have before it or within it, and leave out. */
const BESIDE = /^(?:新增|累计|实现|完成|年|共)+|全[省市县区州国年]|我[省市县区州]|[^\p{L}\p{N}]|的/gu

/** Names that no list has are the same when one has the other's characters in their order: 两钢粗钢产量, “两钢”全年粗钢产量. */
function isSameName({ figure }: StatedFigure, claim: Claim): boolean {
  const [short, long] = [figure.indicator, claim.figure.indicator]
    .map((name) => foldPhrase(name).replace(BESIDE, ''))
    .sort((a, b) => a.length - b.length) as [string, string]
  if (short === long) return true
  return short.length >= Math.max(MIN_NAME, MIN_SHARE * long.length) && isWithin(short, long)
}

const MIN_NAME = 3
/** A shorter part of a name is another name. */
const MIN_SHARE = 0.6

function isWithin(short: string, long: string): boolean {
  let at = 0
  for (const character of long) if (character === short[at]) at++
  return at === short.length
}
