/** A report's words with runs of them marked; the words themselves stay character for character. */

import type { Figure } from '../../figures/figure.ts'
import { countUp } from '../../text/maps.ts'
import type { Range } from '../../text/runs.ts'

interface MarkedProps {
  readonly text: string
  /** What the question matched. */
  readonly hits?: readonly Range[]
  /** What a link points at. */
  readonly quoted?: readonly Range[]
  /** Results and targets are told apart. */
  readonly figures?: readonly Pick<Figure, 'kind' | 'numbers'>[]
  /** Id of the first run that is quoted, for links that lead there. */
  readonly anchor?: string
}

/** Marks may overlap: each run of the text carries all that lie over it. */
export const Marked = ({ text, hits = [], quoted = [], figures = [], anchor }: MarkedProps) => {
  const numbers = (kind: Figure['kind']) =>
    figures.filter((figure) => figure.kind === kind).flatMap((figure) => figure.numbers)
  const lists = [hits, quoted, numbers('actual'), numbers('target')]
  const stretches = joinMarked(cutIntoRuns(text, lists))
  const first = stretches.find(({ mark }) => mark === 'quoted')
  return (
    <>
      {stretches.map((stretch) => {
        const inner = stretch.runs.map(({ words, over: [, , isActual, isTarget] }) => {
          const kind = isTarget === true ? 'target' : isActual === true ? 'actual' : null
          return kind === null ? words : <span class={`stated ${kind}`}>{words}</span>
        })
        if (stretch.mark === null) return inner
        if (stretch.mark === 'hit') return <mark>{inner}</mark>
        return (
          <mark class="quoted" id={stretch === first ? anchor : undefined}>
            {inner}
          </mark>
        )
      })}
    </>
  )
}

/** Runs that one mark goes over. */
interface Stretch {
  readonly mark: 'quoted' | 'hit' | null
  readonly runs: Run[]
}

/** A figure within marked words does not part them. */
function joinMarked(runs: readonly Run[]): Stretch[] {
  const stretches: Stretch[] = []
  for (const run of runs) {
    const [isHit, isQuoted] = run.over
    const mark = isQuoted === true ? 'quoted' : isHit === true ? 'hit' : null
    const last = stretches.at(-1)
    if (last?.mark === mark) last.runs.push(run)
    else stretches.push({ mark, runs: [run] })
  }
  return stretches
}

interface Run {
  words: string
  /** For each list of ranges, whether one of them lies over the run. */
  readonly over: readonly boolean[]
}

function cutIntoRuns(text: string, given: readonly (readonly Range[])[]): Run[] {
  const lists = given.map((ranges) => within(ranges, text.length))
  const cuts = new Set([0, text.length, ...lists.flat(2)])
  const places = [...cuts].sort((a, b) => a - b)
  const covered = lists.map((ranges) => coverage(ranges, places))
  const runs: Run[] = []
  for (const [at, start] of places.slice(0, -1).entries()) {
    const words = text.slice(start, places[at + 1])
    const over = covered.map((spans) => spans[at] === true)
    const last = runs.at(-1)
    if (last !== undefined && String(last.over) === String(over)) last.words += words
    else runs.push({ words, over })
  }
  return runs
}

/** As far as they lie in the text. */
function within(ranges: readonly Range[], length: number): Range[] {
  return ranges
    .map(([start, end]): Range => [Math.max(start, 0), Math.min(end, length)])
    .filter(([start, end]) => start < end)
}

/** Which of the runs between neighbouring places the ranges cover. */
function coverage(ranges: readonly Range[], places: readonly number[]): boolean[] {
  const steps = new Map<number, number>()
  for (const [start, end] of ranges) {
    countUp(steps, start)
    countUp(steps, end, -1)
  }
  let depth = 0
  return places.map((place) => {
    depth += steps.get(place) ?? 0
    return depth > 0
  })
}
