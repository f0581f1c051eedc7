/** Answers words typed after @bot in any chat, or a mention of the bot where it is a guest, with passages to send. */

import type { Composer } from 'grammy'
import type { InlineQueryResultArticle, InlineQueryResultPhoto } from 'grammy/types'
import { answer } from '../../answer/answer.ts'
import { type AnsweredHit, answerHits } from '../../answer/answered-hit.ts'
import { findKinds } from '../../answer/figures/figure-hits.ts'
import { findNamed, type Named } from '../../answer/named-report.ts'
import { takeSentences } from '../../answer/sentence.ts'
import type { Passage } from '../../corpus/report.ts'
import { loadAskedNames } from '../../figures/asked.ts'
import { statesClaim } from '../../quote/claims/read-claims.ts'
import { verifyText } from '../../quote/verify-text.ts'
import type { ReportSummary } from '../../search/backend.ts'
import type { Searcher } from '../../search/searcher.ts'
import { clip } from '../../text/clip.ts'
import { findSentences } from '../../text/sentences.ts'
import { PASSAGE_ID } from '../callback-data.ts'
import { reportsByDate } from '../catalog-order.ts'
import type { BotContext } from '../context.ts'
import { passageArticle, passagePhoto, reportArticle, textArticle } from '../replies/inline-reply.ts'
import type { Setting } from '../replies/source-line.ts'
import { guestWords } from '../route.ts'
import { bareQuestion } from '../talk/bare-question.ts'
import { readFollowUpIn } from '../talk/read-follow-up.ts'
import { readSlots } from '../talk/slots.ts'
import { readTalk } from '../talk/small-talk.ts'

const RESULTS_A_PAGE = 20
const MAX_TITLE_UTF16 = 120
/** The corpus changes rarely; an hour after a reload everybody sees the new one. */
const CACHE_SECONDS = 3_600
const CACHE_NOTHING_SECONDS = 300
// Cached for everybody, so in both languages at once.
const OPEN_LABEL = '引据 yinju'

interface InlinePage {
  /** What to write instead, for words that mean nothing by themselves; absent otherwise. */
  readonly hint?: string
  readonly results: readonly (InlineQueryResultArticle | InlineQueryResultPhoto)[]
  /** How many there are over all pages. */
  readonly total: number
}

/** `isRestricted`: results are kept for the user who asked and shown to nobody else. */
export function installInline(composer: Composer<BotContext>, isRestricted: boolean): void {
  composer.on('inline_query', async (ctx) => {
    const { query, offset } = ctx.inlineQuery
    const from = readOffset(offset)
    const page =
      from === null ? NOTHING : await findPage(ctx, bareQuestion(await finished(ctx.searcher, query)), from)
    const isMore = from !== null && from + RESULTS_A_PAGE < page.total
    const isNothing = page.total === 0
    await ctx.answerInlineQuery(page.results, {
      cache_time: isNothing ? CACHE_NOTHING_SECONDS : CACHE_SECONDS,
      // The line that says that nothing was found is in the user's language.
      is_personal: isRestricted || isNothing,
      next_offset: isMore ? String(from + RESULTS_A_PAGE) : '',
      button: {
        text: page.hint ?? (isNothing ? ctx.t('inline-none') : OPEN_LABEL),
        start_parameter: 'inline',
      },
    })
  })
}

/** Letters that a Chinese word is being typed with, behind words of it: 昭苏l, 昭苏lv'you. */
const TYPING = /(?<=\p{sc=Han})[a-z]+(?:'[a-z]*)*$/u

/** The query as far as it is one: gdp is a word of the reports, and stays. */
async function finished(searcher: Searcher, query: string): Promise<string> {
  const typed = query.trim()
  const letters = TYPING.exec(typed)?.[0] ?? ''
  if (letters === '' || loadAskedNames().find(letters).length > 0) return typed
  const { total } = await searcher.search(`“${letters}”`, { limit: 1 })
  return letters.length > 1 && total > 0 ? typed : typed.slice(0, typed.length - letters.length).trim()
}

const NOTHING: InlinePage = { results: [], total: 0 }

/** The offset that we gave out ourselves; null for anything else. */
function readOffset(offset: string): number | null {
  if (offset === '') return 0
  return /^[1-9]\d{0,4}$/.test(offset) ? Number(offset) : null
}

async function findPage(ctx: BotContext, query: string, from: number): Promise<InlinePage> {
  const { searcher, setting } = ctx
  if (query === '') return reportsPage(reportsByDate(await searcher.catalog()), from, setting)
  const shared = SHARED.exec(query)?.groups
  if (shared !== undefined) return await sharedPassage(ctx, shared)
  if (await isUnfinished(searcher, query)) return { ...NOTHING, hint: ctx.t('inline-unfinished') }
  const named = await findNamed(searcher, query)
  if (named !== null) return await namedPage(ctx, named, from)
  const found = await answer(searcher, query, { limit: RESULTS_A_PAGE, offset: from })
  ctx.reportAnswer('inline', found.match)
  const judged = from === 0 && statesClaim(query, found.query) ? await judgedPassage(searcher, query) : null
  const others = found.hits.filter(({ passage }) => passage.id !== judged?.passage.id)
  const hits = judged === null ? found.hits : [judged, ...others]
  const results = hits.slice(0, RESULTS_A_PAGE).map((hit) => {
    const article = passageArticle(hit.passage, hit.report, hit, setting.botUsername)
    const label = hit === judged ? judged.label : found.match === 'weak' ? '部分相关' : null
    return label === null
      ? article
      : { ...article, title: clip(`${label} · ${article.title}`, MAX_TITLE_UTF16) }
  })
  return { results, total: Math.max(found.total, results.length) }
}

/** 谢谢, 那昭苏呢: there is no answer here that they could follow. */
async function isUnfinished(searcher: Searcher, query: string): Promise<boolean> {
  if (readTalk(query) !== null) return true
  return (await readFollowUpIn(searcher, query)) !== null || (await readSlots(searcher, query)).isPointing
}

/** Reports as their cards, a paragraph or a section in its own words. */
async function namedPage(ctx: BotContext, named: Named, from: number): Promise<InlinePage> {
  const { setting } = ctx
  const upTo = from + RESULTS_A_PAGE
  if (named.kind === 'catalog') return reportsPage(reportsByDate(await ctx.searcher.catalog()), from, setting)
  if (named.kind === 'reports') return reportsPage(named.reports, from, setting)
  const passages =
    named.kind === 'paragraph'
      ? named.report.passages.slice(named.paragraph - 1, named.paragraph)
      : passagesOf(named.sections)
  const found = await Promise.all(passages.slice(from, upTo).map(({ id }) => sharedPassage(ctx, { id })))
  return { results: found.flatMap(({ results }) => results), total: passages.length }
}

/** Each passage once: of the sections of a part some stand in others. */
function passagesOf(sections: Extract<Named, { kind: 'sections' }>['sections']): Passage[] {
  const passages = sections.flatMap(({ report, section }) => {
    const { first = 1, last = 0 } = report.sections[section] ?? {}
    return report.passages.slice(first - 1, last)
  })
  return [...new Set(passages)]
}

/** What a report says of the claim, with the verdict on it, in the only language that everybody's results are kept in. */
async function judgedPassage(
  searcher: Searcher,
  query: string,
): Promise<(AnsweredHit & { readonly label: string }) | null> {
  const { supported, claims } = await verifyText(searcher, query)
  const stated = claims.find((claim) => claim.stated !== null)?.stated ?? null
  if (supported === null || stated === null) return null
  const { figure, passage, report } = stated
  const matches = figure.numbers.map((range, term) => ({ range, weight: 1, term }))
  const [hit] = await answerHits(
    searcher,
    [{ passage, report, score: 0, matches }],
    await searcher.read(query),
  )
  return hit === undefined ? null : Object.assign(hit, { label: supported ? '✓ 与报告一致' : '✗ 与报告不符' })
}

/** What a share button asks for: a passage's id, and the numbers of the sentences that were shown. */
const SHARED = /^(?<id>[a-z0-9-]+_[0-9a-f]+(?:-\d+)?)(?: (?<first>\d{1,3})-(?<last>\d{1,3}))?$/

/** Without numbers: as many sentences from the start as are read at a glance. */
const MAX_GLANCE_UTF16 = 300

async function sharedPassage(
  ctx: BotContext,
  { id = '', first, last }: Readonly<Record<string, string | undefined>>,
): Promise<InlinePage> {
  const found = PASSAGE_ID.test(id) ? await ctx.searcher.passage(id) : null
  if (found === null) return NOTHING
  const { passage, report } = found
  const numbers = [Number(first ?? 0), Number(last ?? lastAtAGlance(passage.text))] as const
  const sentence = takeSentences(passage, [], numbers)
  const kindsOf = await findKinds(ctx.searcher, [passage.id])
  const shared = { sentence, kinds: kindsOf(passage.id, () => sentence.range) }
  const photo = passagePhoto(passage, report, shared, ctx.setting)
  const article = passageArticle(passage, report, shared, ctx.setting.botUsername)
  return { results: photo === null ? [article] : [article, photo], total: 1 }
}

function lastAtAGlance(text: string): number {
  return Math.max(
    0,
    findSentences(text).findLastIndex(([, end]) => end <= MAX_GLANCE_UTF16),
  )
}

function reportsPage(reports: readonly ReportSummary[], from: number, { botUsername }: Setting): InlinePage {
  const page = reports.slice(from, from + RESULTS_A_PAGE)
  return { results: page.map((report) => reportArticle(report, botUsername)), total: reports.length }
}

/** A guest bot may send one message: the best passage, or a line that says that there is none. */
export function installGuest(composer: Composer<BotContext>): void {
  composer.on('guest_message', async (ctx) => {
    const replied = ctx.guestMessage.reply_to_message
    const words = guestWords(ctx.guestMessage, ctx.me) || (replied?.text ?? replied?.caption ?? '').trim()
    if (words === '') return void (await ctx.answerGuestQuery(textArticle(ctx.t('ask-usage'))))
    const { match, hits } = await answer(ctx.searcher, bareQuestion(words), { limit: 1 })
    const [best] = hits
    const article =
      best === undefined
        ? textArticle(ctx.t('results-none'))
        : passageArticle(best.passage, best.report, best, ctx.setting.botUsername)
    await ctx.answerGuestQuery(match === 'weak' ? withNotice(article, ctx.t('only-weak')) : article)
    ctx.reportAnswer('guest', match)
  })
}

/** The article with a line below its text. */
function withNotice(article: InlineQueryResultArticle, notice: string): InlineQueryResultArticle {
  const content = article.input_message_content
  if (!('message_text' in content)) return article
  return {
    ...article,
    input_message_content: { ...content, message_text: `${content.message_text}\n${notice}` },
  }
}
