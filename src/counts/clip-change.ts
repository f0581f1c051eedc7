/** Shortens a comparison to what changed, with some words around it. */
import type { ChangePart } from './compare-sentences.ts'

/** Words that stay at the ends of a run. */
const CONTEXT_UTF16 = 12

/** Long runs are cut to their first and last words, marked by …; beyond `limit` UTF-16 units the rest is cut, too. */
export function clipChange(diff: readonly ChangePart[], limit: number): ChangePart[] {
  const short = diff.map((part, index): ChangePart => {
    if (part.text.length <= 2 * CONTEXT_UTF16 + 1) return part
    // What is the same outside of the changes stands beside one of them only.
    const isSame = part.kind === 'same'
    const head = isSame && index === 0 ? '' : cut(part.text, 0, CONTEXT_UTF16)
    const tail =
      isSame && index === diff.length - 1
        ? ''
        : cut(part.text, part.text.length - CONTEXT_UTF16, part.text.length)
    return { ...part, text: `${head}…${tail}` }
  })
  const parts: ChangePart[] = []
  let left = limit
  for (const part of short) {
    if (left <= 0) break
    if (part.text.length <= left) parts.push(part)
    else parts.push({ kind: part.kind, text: cut(part.text, 0, left) }, { kind: 'same', text: '…' })
    left -= part.text.length
  }
  return parts.filter(({ text }) => text !== '')
}

/** Between characters, never in the middle of one nor of a figure. */
function cut(text: string, start: number, end: number): string {
  let [from, to] = [start, end]
  while (from < to && isWithin(text, from)) from++
  while (from < to && isWithin(text, to)) to--
  return text.slice(from, to)
}

function isWithin(text: string, at: number): boolean {
  return /[\udc00-\udfff]/.test(text.charAt(at)) || /^[\d.,][\d.,%万亿]/.test(text.slice(at - 1, at + 1))
}
