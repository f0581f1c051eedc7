/** Works out and shows trends, concordances and changes of wording. */
import { findConcordance } from '../../counts/concordance.ts'
import { countWords } from '../../counts/count-words.ts'
import { pickReports } from '../../counts/pick-reports.ts'
import { readChanges } from '../../counts/report-changes.ts'
import { trendOf } from '../../counts/trend.ts'
import type { Searcher } from '../../search/searcher.ts'
import type { ChangesPart, KwicSort } from '../callback-data.ts'
import { changesReply } from '../replies/changes-reply.ts'
import { kwicReply } from '../replies/kwic-reply.ts'
import type { Setting } from '../replies/source-line.ts'
import { trendReply } from '../replies/trend-reply.ts'
import { lines, type ShownAnswer } from '../reply.ts'
import type { ViewState } from '../state-link.ts'

/** Characters on each side of the phrase. */
const CONTEXT = 14

export async function showTrend(
  searcher: Searcher,
  state: ViewState,
  setting: Setting,
): Promise<ShownAnswer> {
  const trends = (await countWords(searcher, state.query)).map(trendOf)
  const match = trends.some(({ count }) => count.total > 0) ? 'strong' : 'none'
  return { reply: trendReply(trends, state, setting), match }
}

export async function showKwic(
  searcher: Searcher,
  state: ViewState,
  setting: Setting,
  sort: KwicSort,
): Promise<ShownAnswer> {
  const [count] = await countWords(searcher, state.query)
  if (count === undefined) return { reply: kwicReply(null, state, setting), match: 'none' }
  const found = await findConcordance(searcher.backend, count, { context: CONTEXT, order: sort })
  const match = count.total > 0 ? 'strong' : 'none'
  return { reply: kwicReply({ count, lines: found, sort }, state, setting), match }
}

/** The words name a place with or without years, two places, or two reports. */
export async function showChanges(
  searcher: Searcher,
  { query, offset }: ViewState,
  setting: Setting,
  part: ChangesPart,
): Promise<ShownAnswer> {
  const picked = await pickReports(searcher, query)
  const found =
    picked.problem === undefined ? await readChanges(searcher.backend, picked.a.id, picked.b.id) : null
  if (found === null || 'missing' in found) {
    const text = setting.t(`changes-no-${picked.problem ?? 'place'}`)
    return { reply: { text: lines(text), keyboard: [] }, match: 'none' }
  }
  return { reply: changesReply(found, part, offset, setting), match: 'strong' }
}
