/** Finds the qualifiers that belong to the figures of a report's words and stand beside them: 左右, 以上, 不低于. */
import type { Range } from '../search/rank/matches.ts'

const AFTER = /^\s*(?:左右|上下|及?以上|以内|以下|之内|之上|[余多](?=[万亿元个人吨亩]))/u
const BEFORE = /(?:不低于|不少于|至少|不超过|不高于|不到|不足|超过|突破|逾|超|接近|近|大约|约)$/u
const NUMBER_AT_END =
  /(?:\d[\d.,]*|[一二三四五六七八九十百千万两]成?)\s*(?:[%％‰]|[十百千万亿]*\p{sc=Han}{0,4})$/u
const NUMBER_AT_START = /^\s*[\d]/u

/** The qualifier that a quote cuts off a figure at one of its ends; null when it cuts none. */
export function cutQualifier(text: string, [start, end]: Range): string | null {
  const words = text.slice(start, end)
  const after = NUMBER_AT_END.test(words) ? AFTER.exec(text.slice(end, end + 4))?.[0] : undefined
  if (after !== undefined) return after.trim()
  return NUMBER_AT_START.test(words)
    ? (BEFORE.exec(text.slice(Math.max(0, start - 3), start))?.[0] ?? null)
    : null
}
