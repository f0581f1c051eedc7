/** Turns a question and the view of it that is wanted into the reply: the one way from words to a message. */

import { type Answer, answer } from '../answer/answer.ts'
import { compare } from '../answer/compare.ts'
import { answerFigures, type FiguresAnswer } from '../answer/figures/answer-figures.ts'
import { findNamed } from '../answer/named-report.ts'
import { isTold, verifyAsked } from '../answer/verify-asked.ts'
import { compareByPlace } from '../corpus/naming.ts'
import { type TextVerdict, verifyText } from '../quote/verify-text.ts'
import type { ReportSummary } from '../search/backend.ts'
import { isOfPlaceAndYear } from '../search/filter.ts'
import type { Searcher } from '../search/searcher.ts'
import { inTurns } from '../search/turns.ts'
import { foldText } from '../text/normalizer.ts'
import { offersFor } from './broad.ts'
import type { ChangesPart, KwicSort, Narrowing } from './callback-data.ts'
import { showChanges, showKwic, showTrend } from './features/count-views.ts'
import { comparisonReply } from './replies/compare-reply.ts'
import { isTable, tableReply } from './replies/figures-reply.ts'
import { groupedReply, REPORTS_A_PAGE, type ReportAnswer } from './replies/grouped-reply.ts'
import { mentionsReply } from './replies/mentions-reply.ts'
import { namedReply } from './replies/named-reply.ts'
import { foreignLines, questionHeading, unmetLine } from './replies/notices.ts'
import { quoteReply } from './replies/quote-reply.ts'
import { HITS_A_PAGE, resultsReply } from './replies/results-reply.ts'
import type { Setting } from './replies/source-line.ts'
import { fitReply, lines, type Reply, type ShownAnswer } from './reply.ts'
import { answerAlternatives, answerParts, severalReply } from './several.ts'
import { firstPage, fitQuestion, narrowedQuery, type ViewState } from './state-link.ts'
import { bareQuestion } from './talk/bare-question.ts'
import { askAll } from './talk/change-question.ts'
import { readComparison } from './talk/comparison.ts'
import { findUnmet, holdAgainst, type Meant, sentenceOf } from './talk/unmet.ts'

/** Answers a new question: a pasted quote by its check, everything else by the first page of hits. */
export async function askQuestion(
  searcher: Searcher,
  words: string,
  setting: Setting,
  meant: Meant | null = null,
): Promise<ShownAnswer> {
  const { query, isCut } = cutToFit(bareQuestion(words), setting)
  const named = await findNamed(searcher, query)
  const shown = named === null ? null : await namedReply(searcher, named, setting)
  if (shown !== null) return { reply: shown, match: 'strong' }
  const sides = await answerAlternatives(searcher, query)
  if (sides !== null && (sides.answered.length > 0 || /[“"「『]/u.test(query))) {
    const match = sides.answered.length > 0 ? 'strong' : 'none'
    return { reply: severalReply(sides, firstPage('list', query), setting), match }
  }
  const found = await answer(searcher, query, { limit: HITS_A_PAGE })
  if (found.mentions !== null) {
    return {
      reply: mentionsReply(found.mentions, found, firstPage('mentions', query), setting),
      match: found.match,
    }
  }
  const verdict = await verifyAsked(searcher, query, found)
  if (verdict !== null) return quoteAnswer(verdict, query, { setting, isCut })
  const unmet = meant === null ? [] : await findUnmet(searcher, found, meant)
  const told = (reply: Reply): Reply =>
    unmet.length === 0 ? reply : fitReply({ ...reply, text: lines(unmetLine(unmet, setting.t), reply.text) })
  if (found.figures !== null && isTable(found.figures)) {
    return {
      reply: told(tableReply(found.figures, firstPage('compare', query), setting)),
      match: found.match,
    }
  }
  if (comparesNothing(found)) {
    const heading = questionHeading(firstPage('list', query), setting)
    return {
      reply: fitReply({ text: lines(heading, setting.t('compare-what')), keyboard: [] }),
      match: 'none',
    }
  }
  const parts = found.quote === null && !isCut ? await answerParts(searcher, query) : null
  const [only, ...others] = parts?.answered ?? []
  if (parts !== null && others.length > 0) {
    return { reply: severalReply(parts, firstPage('list', query), setting), match: 'strong' }
  }
  // Of several questions the one that has an answer is answered, under its own words.
  const isFigure = found.figures === null && (only?.found.figures?.rows.length ?? 0) > 0
  if (only !== undefined && (found.match !== 'strong' || isFigure))
    return await askQuestion(searcher, only.question, setting)
  const compared = found.quote === null ? readComparison(found.query) : null
  if (compared !== null) {
    const { reply, match } = await showComparison(searcher, firstPage('compare', compared), setting)
    const lacking = foreignLines(found.query, setting.t)
    return { reply: fitReply({ ...reply, text: lines(...lacking, reply.text) }), match }
  }
  const sentences = meant === null ? null : sentenceOf(searcher, found, meant)
  const state = { ...firstPage('list', query), ...(sentences && { focus: { hit: 0, sentences } }) }
  const held = meant === null ? found : holdAgainst(searcher, found, meant, unmet)
  const answered = resultsReply(isCut ? withCut(held) : held, state, setting)
  const offers = await offersFor(searcher, held)
  return { reply: told({ ...answered, keyboard: [...answered.keyboard, ...offers] }), match: held.match }
}

/** 两个有什么不一样: which two, nobody knows. */
const BETWEEN_WHICH =
  /^(?:那|这)?(?:(?:两|几|二|三)(?:个|者|份|地|边)?|[它他]们)(?:报告|地方)?(?:之间|的|里)?(?:有|是)?(?:什么|啥|哪些|多大)?(?:不同|不一样|区别|差别|差异|差距)/u

/** 新源比伊宁高多少: of what, nobody knows. */
function comparesNothing({ query: { named, foreign, terms, text } }: Answer): boolean {
  if (BETWEEN_WHICH.test(foldText(text))) return true
  const rest = foreign
    .reduce((words, place) => words.replaceAll(foldText(place), ''), foldText(terms))
    .replace(/(?:19|20)\d\d年?/gu, '')
    .replace(/[比和与跟谁哪个更还要多少高低快慢大小强差得了的些吗呢\s\p{P}]/gu, '')
  return named.length + foreign.length > 1 && rest === '' && /比|谁|哪个/u.test(text)
}

/** The verdict on a statement; null where the reports tell nothing of it. */
export async function verifyClaim(
  searcher: Searcher,
  claim: string,
  setting: Setting,
): Promise<ShownAnswer | null> {
  const verdict = await verifyText(searcher, claim)
  return isTold(verdict) ? quoteAnswer(verdict, claim, { setting, isCut: false }) : null
}

/** Checks words as a quote, whether they look like one or not. */
export async function verifyQuote(searcher: Searcher, words: string, setting: Setting): Promise<ShownAnswer> {
  const { query, isCut } = cutToFit(words, setting)
  return quoteAnswer(await verifyText(searcher, query), query, { setting, isCut })
}

/** What of the words can ride in the reply: the buttons must find the same question that was answered. */
function cutToFit(
  words: string,
  { botUsername }: Setting,
): { readonly query: string; readonly isCut: boolean } {
  const whole = words.trim()
  const query = fitQuestion(whole, botUsername)
  return { query, isCut: query.length < whole.length }
}

function quoteAnswer(
  verdict: TextVerdict,
  query: string,
  { setting, isCut }: { readonly setting: Setting; readonly isCut: boolean },
): ShownAnswer {
  const state = firstPage('check', query)
  const reply = quoteReply({ verdict, checkedOnly: isCut ? query.length : null }, state, setting)
  return { reply, match: verdict.source === null ? 'none' : 'strong' }
}

/** Says that only a part was searched, unless the search has said so itself. */
function withCut(found: Answer): Answer {
  const { faults } = found.query
  if (faults.some(({ kind }) => kind === 'too-long')) return found
  return { ...found, query: { ...found.query, faults: [...faults, { kind: 'too-long', text: '' }] } }
}

/** With the hits of the page that a view shows. */
export function answerPage(searcher: Searcher, state: ViewState): Promise<Answer> {
  return answer(searcher, narrowedQuery(state), { limit: HITS_A_PAGE, offset: state.offset })
}

/** What of a button no state carries. */
interface ViewOptions {
  readonly kind?: string
  readonly sort?: KwicSort
  readonly part?: ChangesPart
}

/** Shows one view of a question that was asked before. */
export async function showView(
  searcher: Searcher,
  state: ViewState,
  setting: Setting,
  { sort = 'date', part = 'overview' }: ViewOptions = {},
): Promise<ShownAnswer> {
  switch (state.view) {
    case 'list': {
      const found = await answerPage(searcher, state)
      return { reply: resultsReply(found, state, setting), match: found.match }
    }
    case 'group':
      return await showGroups(searcher, state, setting)
    case 'compare':
      return await showComparison(searcher, state, setting)
    case 'mentions': {
      const found = await answer(searcher, narrowedQuery(state), { limit: 1 })
      // A question that asks for mentions in this version may have asked for passages in another.
      if (found.mentions === null) return await showView(searcher, { ...state, view: 'list' }, setting)
      return { reply: mentionsReply(found.mentions, found, state, setting), match: found.match }
    }
    case 'trend':
      return await showTrend(searcher, state, setting)
    case 'kwic':
      return await showKwic(searcher, state, setting, sort)
    case 'changes':
      return await showChanges(searcher, state, setting, part)
    case 'check': {
      const verdict = await verifyText(searcher, state.query)
      return quoteAnswer(verdict, state.query, { setting, isCut: false })
    }
  }
}

/** Figures where the words are an indicator, else the passages side by side. */
async function showComparison(searcher: Searcher, state: ViewState, setting: Setting): Promise<ShownAnswer> {
  const figures = await findTable(searcher, narrowedQuery(state))
  if (figures !== null && figures.rows.length > 0)
    return { reply: tableReply(figures, state, setting), match: 'strong' }
  // 甘肃2026年主要目标, which no report sets: that is the answer.
  if (figures?.asked.isOverview) return await showView(searcher, { ...state, view: 'list' }, setting)
  const comparison = await compare(searcher, narrowedQuery(state))
  return { reply: comparisonReply(comparison, state, setting), match: comparison.match }
}

/** Where nothing states the figure of the year and kind asked for, a table shows those of the others. */
async function findTable(searcher: Searcher, words: string): Promise<FiguresAnswer | null> {
  const figures = await answerFigures(searcher, words, { isNounEnough: true })
  if (figures === null || figures.rows.length > 0) return figures
  const all = askAll(words)
  const wider = all === null ? null : await answerFigures(searcher, all, { isNounEnough: true })
  return wider !== null && wider.rows.length > 0 ? wider : figures
}

/** The passages behind the numbers of a table or comparison, in order; none of other views, whose hits are numbered by page. */
export async function numberedPassages(searcher: Searcher, state: ViewState): Promise<readonly string[]> {
  if (state.view !== 'compare') return []
  const figures = await findTable(searcher, narrowedQuery(state))
  const rows = figures?.rows.length ? figures.rows : (await compare(searcher, narrowedQuery(state))).hits
  return rows.map(({ passage }) => passage.id)
}

async function showGroups(searcher: Searcher, state: ViewState, setting: Setting): Promise<ShownAnswer> {
  const found = await answer(searcher, narrowedQuery(state), { limit: 1 })
  const counts = askedFirst(found).slice(state.offset, state.offset + REPORTS_A_PAGE)
  const page = await inTurns(counts, async ({ report, count }): Promise<ReportAnswer> => {
    const narrowing: Narrowing = { by: 'report', value: report.id }
    const query = narrowedQuery({ query: narrowedQuery(state), narrowing })
    const { hits } = await answer(searcher, query, { limit: 1 })
    return { report, count, best: hits[0] ?? null }
  })
  return { reply: groupedReply(found, page, state, setting), match: found.match }
}

/** The reports that are asked about, then the others; each by place and year. */
function askedFirst({ reports, query: { preferences } }: Answer): Answer['reports'] {
  const isAsked = (report: ReportSummary): boolean =>
    isOfPlaceAndYear(report, preferences, [report.year, report.reviews, report.plans])
  return [...reports].sort(
    (a, b) => Number(isAsked(b.report)) - Number(isAsked(a.report)) || compareByPlace(a.report, b.report),
  )
}
