/** Shortens a comparison to what changed, with some words around it. */
import type { ChangePart } from './compare-sentences.ts'

/** Words that stay beside a change. */
const CONTEXT_UTF16 = 12

/** Runs that are the same are cut to a few words, marked by …; beyond `limit` UTF-16 units the rest is cut, too. */
export function clipChange(diff: readonly ChangePart[], limit: number): ChangePart[] {
  const short = diff.map((part, index): ChangePart => {
    if (part.kind !== 'same' || part.text.length <= 2 * CONTEXT_UTF16 + 1) return part
    const head = index === 0 ? '' : cut(part.text, 0, CONTEXT_UTF16)
    const tail =
      index === diff.length - 1 ? '' : cut(part.text, part.text.length - CONTEXT_UTF16, part.text.length)
    return { kind: 'same', text: `${head}…${tail}` }
  })
  const parts: ChangePart[] = []
  let left = limit
  for (const part of short) {
    if (left <= 0) break
    if (part.text.length <= left) parts.push(part)
    else parts.push({ kind: part.kind, text: cut(part.text, 0, left) }, { kind: 'same', text: '…' })
    left -= part.text.length
  }
  return parts
}

/** Between characters, never in the middle of one. */
function cut(text: string, start: number, end: number): string {
  const isLow = (at: number): boolean => /[\udc00-\udfff]/.test(text[at] ?? '')
  return text.slice(isLow(start) ? start + 1 : start, isLow(end) ? end - 1 : end)
}
