/** Brings figures and the passages found by words together: the passages that state them first, and each hit with its kinds. */
import type { Kind } from '../../figures/figure.ts'
import type { StatedFigure } from '../../search/backend.ts'
import type { WeightedRange } from '../../search/rank/matches.ts'
import type { Hit, Searcher } from '../../search/searcher.ts'
import type { Range } from '../../text/runs.ts'

/** Terms of the query are numbered from 0; a figure is none of them. */
const FIGURE_TERM = -1

/** Puts the passages of the rows in front, in their order, with the figure's numbers as what matches most. */
export function withFiguresFirst(hits: readonly Hit[], rows: readonly StatedFigure[]): Hit[] {
  const stating = new Map<string, Hit>()
  const heaviest = Math.max(1, ...hits.flatMap(({ matches }) => matches.map(({ weight }) => weight)))
  for (const { figure, passage, report } of rows) {
    const known = stating.get(passage.id) ?? hits.find((hit) => hit.passage.id === passage.id)
    const { score, matches } = known ?? { score: hits[0]?.score ?? 0, matches: [] }
    const weight = heaviest * 2 * (matches.length + 1)
    const stated = figure.numbers.map((range): WeightedRange => ({ range, weight, term: FIGURE_TERM }))
    // The first row of a passage is the one that its sentence is chosen for.
    const all = stating.has(passage.id) ? matches : [...matches, ...stated]
    stating.set(passage.id, {
      passage,
      report,
      score,
      matches: [...all].sort((a, b) => a.range[0] - b.range[0]),
    })
  }
  return [...stating.values(), ...hits.filter(({ passage }) => !stating.has(passage.id))]
}

/** Gives the kinds of a passage's figures in the first of its ranges that states any; a range is read where there are figures. */
export type KindsOf = (passage: string, ...ranges: readonly (() => Range)[]) => readonly Kind[]

/** Asks for the figures of passages once. */
export async function findKinds(searcher: Searcher, passages: readonly string[]): Promise<KindsOf> {
  if (passages.length === 0) return () => []
  const stated = await searcher.backend.figures({ passages })
  return (passage, ...ranges) => {
    const own = stated.filter(({ figure }) => figure.passage === passage)
    if (own.length === 0) return []
    for (const range of ranges) {
      const [start, end] = range()
      const inside = own.filter(({ figure }) =>
        figure.numbers.some(([from, to]) => from >= start && to <= end),
      )
      if (inside.length > 0) return KINDS.filter((kind) => inside.some(({ figure }) => figure.kind === kind))
    }
    return []
  }
}

const KINDS: readonly Kind[] = ['actual', 'target']
