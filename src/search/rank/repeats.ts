/** Ranked hits in, the same out with passages that say the same thing twice moved behind the others. */
import type { Ranked } from './ranker.ts'

/** Passages of one report that share this much of their pairs of characters say the same thing. */
const REPEAT_SHARE = 0.85
/** Only what a reader pages through first is worth comparing. */
const COMPARED_HITS = 20

/** Moves a passage behind the others when a better one of the same report says nearly the same. */
export function demoteRepeats(ranked: readonly Ranked[]): Ranked[] {
  const kept: Ranked[] = []
  const repeats: Ranked[] = []
  for (const hit of ranked.slice(0, COMPARED_HITS)) {
    const isRepeat = kept.some(
      (other) =>
        other.report.id === hit.report.id && similarity(other.passage.text, hit.passage.text) >= REPEAT_SHARE,
    )
    if (isRepeat) repeats.push(hit)
    else kept.push(hit)
  }
  return [...kept, ...ranked.slice(COMPARED_HITS), ...repeats]
}

/** Share of one text's pairs of characters that the other has too; 0 when their lengths differ too much to be alike. */
function similarity(a: string, b: string): number {
  if (Math.min(a.length, b.length) < REPEAT_SHARE * Math.max(a.length, b.length)) return 0
  if (b.length < 2) return Number(a === b)
  if (!looksAlike(a, b)) return 0
  const pairs = new Set<number>()
  for (let at = 0; at + 1 < a.length; at++) pairs.add(pairAt(a, at))
  let shared = 0
  for (let at = 0; at + 1 < b.length; at++) if (pairs.has(pairAt(b, at))) shared++
  return shared / (b.length - 1)
}

const SAMPLES = 12
const SAMPLE_UTF16 = 4

/** Cheap refusal: of a few runs of one text, taken at equal distances, half must stand in the other. */
function looksAlike(a: string, b: string): boolean {
  const step = Math.max(1, Math.floor(b.length / SAMPLES))
  let taken = 0
  let shared = 0
  for (let at = 0; at + SAMPLE_UTF16 <= b.length; at += step) {
    taken++
    if (a.includes(b.slice(at, at + SAMPLE_UTF16))) shared++
  }
  return shared * 2 >= taken
}

function pairAt(text: string, at: number): number {
  return text.charCodeAt(at) * 0x10000 + text.charCodeAt(at + 1)
}
