/** Brings the ranges to be marked in a text into order: sorted, merged, and without words of grammar. */
import type { Range } from '../text/runs.ts'
import { cutWordsAround } from '../text/words.ts'

/** Words of one character that carry grammar or a direction; in 去年 or 比例 they are part of another word. */
const GRAMMAR = new Set(
  '的了在是和与及等对把被从于为以也都就还又其之这那个们着过到上下中里要能会可想做有没很更最多少几什么怎样哪谁吗呢吧去比来让给向将并而或则且因所由跟按',
)

/** Nobody looks for 的, 去 or 比: where a match begins or ends with one as a word by itself, it is left unmarked. */
export function markWords(text: string, ranges: readonly Range[]): Range[] {
  return mergeRanges(ranges).flatMap((range) => {
    const [start, end] = range
    if (end - start > WHOLE_UTF16 || !hasGrammarAtAnEdge(text, range)) return [range]
    return cutWordsAround(text, start, end)
      .filter(({ segment }) => GRAMMAR.has(segment))
      .reduce<Range[]>(
        (kept, { index, segment }) => kept.flatMap((part) => without(part, [index, index + segment.length])),
        [range],
      )
  })
}

/** A phrase or quote that is marked whole keeps every character. */
const WHOLE_UTF16 = 8

function hasGrammarAtAnEdge(text: string, [start, end]: Range): boolean {
  return GRAMMAR.has(text[start] ?? '') || GRAMMAR.has(text[end - 1] ?? '')
}

/** Sorts ranges, drops empty ones, and joins those that overlap or touch. */
export function mergeRanges(ranges: readonly Range[]): Range[] {
  const sorted = ranges.filter(([start, end]) => start < end).sort((a, b) => a[0] - b[0])
  const merged: [number, number][] = []
  for (const [start, end] of sorted) {
    const last = merged.at(-1)
    if (last !== undefined && start <= last[1]) last[1] = Math.max(last[1], end)
    else merged.push([start, end])
  }
  return merged
}

/** A word within a longer match stays: only its edges are trimmed. */
function without([start, end]: Range, [from, to]: Range): Range[] {
  if (from <= start && end <= to) return []
  if (from === start) return [[to, end]]
  if (to === end) return [[start, from]]
  return [[start, end]]
}
