/** Scores how well one line of a text goes on in another. */

import { countUp } from '../../text/maps.ts'
import { withoutSpaces } from '../../text/normalizer.ts'

/**
 * How well the end of `x` continues in the start of `y`, in nats: the logarithm of how much oftener the two characters
 * that would meet stand side by side within the lines than chance would have it. 0 when `x` ends a sentence.
 */
export type Continuity = (x: string, y: string) => number

const TERMINALS: ReadonlySet<string> = new Set('。！？!?')
const MAX_NATS = 2
const MIN_NATS = -0.5

/** Counts the pairs of neighbours within the lines, when the first score is asked for: most sources need none. */
export function measureContinuity(lines: readonly string[]): Continuity {
  let counted: Continuity | null = null
  return (x, y) => {
    counted ??= countPairs(lines)
    return counted(x, y)
  }
}

function countPairs(lines: readonly string[]): Continuity {
  const pairs = new Map<string, number>()
  const singles = new Map<string, number>()
  let total = 0
  for (const line of lines) {
    const text = fold(line)
    for (let index = 1; index < text.length; index++) {
      countUp(pairs, text.slice(index - 1, index + 1))
      countUp(singles, text[index] ?? '')
      total += 1
    }
  }
  return (x, y) => {
    if (x === '' || y === '' || TERMINALS.has(x.at(-1) ?? '')) return 0
    // Only the two characters are folded: lines are scored many times over.
    const left = foldFigure(x.trimEnd().at(-1) ?? '')
    const right = foldFigure(y.trimStart()[0] ?? '')
    if (left === '0' && right === '0') return 0
    const seen = (pairs.get(left + right) ?? 0) + 0.1
    const expected = ((singles.get(left) ?? 0) * (singles.get(right) ?? 0)) / Math.max(1, total) + 0.1
    return Math.max(MIN_NATS, Math.min(MAX_NATS, Math.log(seen / expected)))
  }
}

/** Figures count alike: 112|个 is as good as 90|个. */
function fold(line: string): string {
  return withoutSpaces(line).replace(/[\d.]+/g, '0')
}

function foldFigure(char: string): string {
  return /[\d.]/.test(char) ? '0' : char
}
