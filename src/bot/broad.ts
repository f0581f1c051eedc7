/** Offers a question of one word, of which many passages speak, the ways to narrow it, each with how many passages it leaves. */
import type { InlineKeyboardButton } from 'grammy/types'
import type { Answer } from '../answer/answer.ts'
import { isUnfiltered } from '../search/filter.ts'
import type { Searcher } from '../search/searcher.ts'
import { inTurns } from '../search/turns.ts'
import { yearsTold } from './catalog-order.ts'
import { button, type Keyboard, pairRows } from './reply.ts'

/** Fewer passages are leafed through. */
const MIN_PASSAGES = 15
const MAX_OFFERED = 4
/** One run of Han characters, neither a sentence nor a list of words. */
const WORD = /^\p{sc=Han}{2,8}$/u

/** The offers are searches for the word itself, so that their counts are exact; none where the question is narrow already. */
export async function offersFor(searcher: Searcher, { query, match }: Answer): Promise<Keyboard> {
  const { terms, text, preferences, foreign, intent, filters } = query
  const isOneWord = WORD.test(text) && terms === text && foreign.length === 0 && intent === null
  if (match !== 'strong' || !isOneWord || !isUnfiltered(filters) || preferences.years.length > 0) return []
  const phrase = `“${text}”`
  const { total, reports } = await searcher.search(phrase, { limit: 1 })
  if (total < MIN_PASSAGES || reports.length < 2) return []
  const sumBy = (keyOf: (report: (typeof reports)[number]['report']) => string): [string, number][] => {
    const sums = new Map<string, number>()
    for (const { report, count } of reports) sums.set(keyOf(report), (sums.get(keyOf(report)) ?? 0) + count)
    return [...sums].filter(([key]) => key !== '').sort((a, b) => b[1] - a[1])
  }
  const levels = sumBy(({ level }) => level)
  const years = yearsTold(reports).slice(0, MAX_OFFERED)
  // A passage may speak of another year than its report's: that is for the search to say.
  const counted = await inTurns(years, async (year): Promise<[string, number]> => {
    const found = await searcher.search(`年份:${year} ${phrase}`, { limit: 1 })
    return [String(year), found.total]
  })
  const offer = (name: string, [value, count]: [string, number]): InlineKeyboardButton[] =>
    count === 0 ? [] : button(`${value} · ${count}`, { kind: 'ask', text: `${phrase} ${name}:${value}` })
  return pairRows(
    [
      ...(levels.length > 1 ? levels.slice(0, MAX_OFFERED).flatMap((one) => offer('级别', one)) : []),
      ...counted.flatMap((one) => offer('年份', one)),
      ...sumBy(({ place }) => place)
        .slice(0, MAX_OFFERED)
        .flatMap((one) => offer('地区', one)),
    ],
    14,
  )
}
