/** Finds the qualifiers that belong to the figures of a report's words and stand beside them: 左右, 以上, 不低于. */
import { boundBefore } from '../figures/lexicon.ts'
import { boundBehind } from '../figures/number.ts'
import type { Range } from '../text/runs.ts'

const MORE = /^\s*[余多](?=[万亿元个人吨亩])/u
const NUMBER_AT_END =
  /(?:\d[\d.,]*|[一二三四五六七八九十百千万两]成?)\s*(?:[%％‰]|[十百千万亿]*\p{sc=Han}{0,4})$/u
const NUMBER_AT_START = /^\s*[\d]/u

/** The qualifier that a quote cuts off a figure at one of its ends; null when it cuts none. */
export function cutQualifier(text: string, [start, end]: Range): string | null {
  const words = text.slice(start, end)
  const behind = boundBehind(text, end)?.[0] ?? MORE.exec(text.slice(end, end + 4))?.[0].trim()
  if (behind !== undefined && NUMBER_AT_END.test(words)) return behind
  return NUMBER_AT_START.test(words) ? (boundBefore(text, start)?.[0] ?? null) : null
}
