/** Turns what was asked into a verdict, where it is a pasted quote or states something of a report. */
import { isUnsure } from '../quote/claims/check-claim.ts'
import { statesClaim } from '../quote/claims/read-claims.ts'
import { splitSentences } from '../quote/sentences.ts'
import { type TextVerdict, verifyText } from '../quote/verify-text.ts'
import type { Searcher } from '../search/searcher.ts'
import type { Answer } from './answer.ts'
import { asksForItems } from './enumeration.ts'

/** The verdict on a pasted quote, or on what a question states; null where there is neither. `found`: the answer to the text. */
export async function verifyAsked(
  searcher: Searcher,
  text: string,
  found: Pick<Answer, 'quote' | 'query' | 'items' | 'figures'>,
): Promise<TextVerdict | null> {
  const { quote, query, figures } = found
  if (asksForPassages(found) || asksForItems(query, found.items)) return null
  // 目标125亿斤完成了吗: the target beside the result tells, and not that it was a target.
  if (figures !== null && figures.asked.kind === 'both' && figures.rows.length > 0) return null
  if (quote !== null && quote.kind !== 'not-found') return await verifyText(searcher, text, { check: quote })
  const isList = text.includes('\n') && splitSentences(text).length > 1
  if (!isList && !statesClaim(withYears(text, query), query)) return null
  const verdict = await verifyText(searcher, text)
  return isTold(verdict) ? verdict : null
}

/** 免税 销售额 2024 names a year, and states no number. */
function withYears(text: string, { preferences }: Answer['query']): string {
  return preferences.years.reduce(
    (rest, { from }) =>
      rest.replace(new RegExp(`(?<![\\d.])${from}(?![\\d.%年]|\\p{sc=Han})`, 'u'), `${from}年`),
    text,
  )
}

/** Longer words in quotation marks are a quote to check; shorter ones ask for every passage that has them. */
const MAX_TERM_UTF16 = 12

function asksForPassages({ query: { phrases, terms } }: Pick<Answer, 'query'>): boolean {
  const [only = '', ...others] = phrases
  return terms === '' && only !== '' && (others.length > 0 || only.length <= MAX_TERM_UTF16)
}

/** Whether the reports tell anything of a text. */
export function isTold({ sentences }: TextVerdict): boolean {
  return sentences.some(
    ({ supported, claims }) =>
      supported !== null || claims.some((claim) => claim.supported === true || isUnsure(claim)),
  )
}
