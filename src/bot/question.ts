/** A question and the view of it that is wanted in, the reply out: the one way from words to a message. */
import { answer, compare } from '../answer/answer.ts'
import { checkQuote } from '../answer/quote-check.ts'
import type { Match, Searcher } from '../search/searcher.ts'
import type { Narrowing } from './callback-data.ts'
import { comparisonReply, groupedReply, REPORTS_A_PAGE, type ReportAnswer } from './replies/grouped-reply.ts'
import { quoteReply } from './replies/quote-reply.ts'
import { HITS_A_PAGE, resultsReply } from './replies/results-reply.ts'
import type { Setting } from './replies/source-line.ts'
import type { Reply } from './reply.ts'
import { fitQuestion, type ViewState } from './state-link.ts'

export interface ShownAnswer {
  readonly reply: Reply
  readonly match: Match
}

/** Answers a new question: a pasted quote by its check, everything else by the first page of hits. */
export async function askQuestion(searcher: Searcher, words: string, setting: Setting): Promise<ShownAnswer> {
  const query = fitQuestion(words.trim(), setting.botUsername)
  const state: ViewState = { view: 'list', query, narrowing: null, offset: 0 }
  const found = await answer(searcher, query, { limit: HITS_A_PAGE })
  if (found.quote === null || found.quote.kind === 'not-found') {
    return { reply: resultsReply(found, state, setting), match: found.match }
  }
  const checkedOnly = query.length < words.trim().length ? query.length : null
  return {
    reply: quoteReply({ check: found.quote, checkedOnly }, { ...state, view: 'check' }, setting),
    match: 'strong',
  }
}

/** Shows one view of a question that was asked before. */
export async function showView(searcher: Searcher, state: ViewState, setting: Setting): Promise<ShownAnswer> {
  switch (state.view) {
    case 'list': {
      const options = { limit: HITS_A_PAGE, offset: state.offset }
      const found = await answer(searcher, narrowedQuery(state), options)
      return { reply: resultsReply(found, state, setting), match: found.match }
    }
    case 'group':
      return await showGroups(searcher, state, setting)
    case 'compare': {
      const comparison = await compare(searcher, narrowedQuery(state))
      return { reply: comparisonReply(comparison, state, setting), match: comparison.match }
    }
    case 'check': {
      const check = await checkQuote(searcher, state.query)
      const match = check.kind === 'not-found' ? 'none' : 'strong'
      return { reply: quoteReply({ check, checkedOnly: null }, state, setting), match }
    }
  }
}

/** Checks words as a quote, whether they look like one or not. */
export async function verifyQuote(searcher: Searcher, words: string, setting: Setting): Promise<ShownAnswer> {
  const query = fitQuestion(words.trim(), setting.botUsername)
  const state: ViewState = { view: 'check', query, narrowing: null, offset: 0 }
  const check = await checkQuote(searcher, query)
  const checkedOnly = query.length < words.trim().length ? query.length : null
  const match = check.kind === 'not-found' ? 'none' : 'strong'
  return { reply: quoteReply({ check, checkedOnly }, state, setting), match }
}

/** The question with its narrowing as a filter: in front, where no unclosed quotation mark can swallow it. */
export function narrowedQuery({ query, narrowing }: Pick<ViewState, 'query' | 'narrowing'>): string {
  if (narrowing === null) return query
  const name = { place: '地区', year: '年份', report: '报告' }[narrowing.by]
  return `${name}:${narrowing.value} ${query}`
}

async function showGroups(searcher: Searcher, state: ViewState, setting: Setting): Promise<ShownAnswer> {
  const found = await answer(searcher, narrowedQuery(state), { limit: 1 })
  const counts = found.reports.slice(state.offset, state.offset + REPORTS_A_PAGE)
  const page = await Promise.all(
    counts.map(async ({ report, count }): Promise<ReportAnswer> => {
      const narrowing: Narrowing = { by: 'report', value: report.id }
      const { hits } = await answer(searcher, narrowedQuery({ query: narrowedQuery(state), narrowing }), {
        limit: 1,
      })
      return { report, count, best: hits[0] ?? null }
    }),
  )
  return { reply: groupedReply(found, page, state, setting), match: found.match }
}
