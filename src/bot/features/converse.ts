/** Answers what people say beside their questions: small talk, and replies to an answer that change its question. */
import type { Composer } from 'grammy'
import type { Message } from 'grammy/types'
import { answer } from '../../answer/answer.ts'
import type { BotContext } from '../context.ts'
import { placePassage } from '../passage-lookup.ts'
import { numberedPassages, type ShownAnswer, showView } from '../question.ts'
import { citationReply } from '../replies/citation-reply.ts'
import { passageReply } from '../replies/passage-reply.ts'
import { HITS_A_PAGE } from '../replies/results-reply.ts'
import { sendLine, sendReply } from '../sending/sending.ts'
import { withTyping } from '../sending/typing.ts'
import { narrowedQuery, readState, type ViewState } from '../state-link.ts'
import { askElsewhere, askOnly, changeQuestion, isModifier } from '../talk/change-question.ts'
import { type FollowUp, readFollowUp } from '../talk/follow-up.ts'
import { readTalk, type Talk } from '../talk/small-talk.ts'
import { ask } from './ask.ts'
import { linkedPassage } from './cite.ts'
import { sendTalk } from './talk.ts'

export function installConverse(composer: Composer<BotContext>): void {
  composer.use(async (ctx, next) => {
    if (ctx.route.kind !== 'question') return await next()
    const { text } = ctx.route
    const talk = readTalk(text)
    if (talk !== null) {
      if (isForBot(ctx, talk)) await sendTalk(ctx, talk)
      return
    }
    // A thumb in a group is for the people there.
    if (isInGroup(ctx) && !/[\p{L}\p{N}]/u.test(text)) return
    const followUp = await readReply(ctx, text)
    if (followUp === null) return await next()
    const state = repliedState(ctx)
    if (state !== null || isAboutPassage(followUp)) {
      if (await answerFollowUp(ctx, followUp, state)) return
      if (state !== null && isAboutPassage(followUp)) return await sendLine(ctx, ctx.t('reply-passage'))
    }
    if (state === null && (await needsQuestion(ctx, followUp)))
      return await sendLine(ctx, ctx.t('reply-first'))
    await next()
  })
}

function isInGroup(ctx: BotContext): boolean {
  return ctx.chat?.type !== 'private'
}

/** In a group people thank each other; only who calls the bot by its name and asks about it is answered. */
function isForBot(ctx: BotContext, talk: Talk): boolean {
  const isCalled =
    ctx.msg?.entities?.some(({ type }) => type === 'mention' || type === 'text_mention') === true
  return !isInGroup(ctx) || (isCalled && ABOUT_BOT.has(talk))
}

const ABOUT_BOT: ReadonlySet<Talk> = new Set(['how', 'who', 'trust', 'write'])

/** The message as a follow-up; a reply that names nothing but a place, a year or a kind of figure is one without any mark. */
async function readReply(ctx: BotContext, text: string): Promise<FollowUp | null> {
  const [frequency = 0] = text.startsWith('那')
    ? await ctx.searcher.backend.frequencies([text.slice(0, 2)])
    : []
  const followUp = readFollowUp(text, { opensWord: frequency > 0 })
  if (followUp !== null || repliedState(ctx) === null) return followUp
  return (await isModifier(ctx.searcher, text)) ? { kind: 'change', words: text, isSure: true } : null
}

/** The question that the replied-to message answers, or, for a reply to one's own question, asks. */
function repliedState(ctx: BotContext): ViewState | null {
  const replied = ctx.msg?.reply_to_message
  if (replied === undefined) return null
  const state = readState(replied.entities)
  if (state !== null) return state
  const isOwn = replied.from !== undefined && replied.from.id === ctx.from?.id
  return isOwn && replied.text ? { view: 'list', query: replied.text, narrowing: null, offset: 0 } : null
}

function isAboutPassage({ kind }: FollowUp): boolean {
  return kind === 'open' || kind === 'cite' || kind === 'paragraph' || kind === 'neighbour'
}

/** Whether the words mean nothing by themselves; 粮食产量呢 is a question. */
async function needsQuestion(ctx: BotContext, followUp: FollowUp): Promise<boolean> {
  return followUp.kind !== 'change' || followUp.isSure || (await isModifier(ctx.searcher, followUp.words))
}

/** False where the message replied to does not have what is asked of it. */
async function answerFollowUp(
  ctx: BotContext,
  followUp: FollowUp,
  state: ViewState | null,
): Promise<boolean> {
  const { searcher, setting } = ctx
  switch (followUp.kind) {
    case 'open':
    case 'cite':
    case 'paragraph':
      return await showPassage(ctx, followUp, state)
    case 'neighbour':
      return await showNeighbour(ctx, followUp, state)
  }
  if (state === null) return false
  switch (followUp.kind) {
    case 'change':
      return await askChanged(
        ctx,
        state,
        await changeQuestion(searcher, narrowedQuery(state), followUp.words),
      )
    case 'only':
      return await askChanged(ctx, state, askOnly(narrowedQuery(state), followUp.words))
    case 'elsewhere':
      return await askChanged(ctx, state, await askElsewhere(searcher, narrowedQuery(state), followUp.level))
    case 'nth':
      return await showNumbered(ctx, followUp, state)
  }
  await show(ctx, async () => await showView(searcher, await nextView(ctx, followUp, state), setting))
  return true
}

/** A comparison stays one. */
async function askChanged(ctx: BotContext, state: ViewState, question: string | null): Promise<boolean> {
  if (question === null) return false
  if (state.view !== 'compare') await ask(ctx, question)
  else {
    const changed: ViewState = { view: 'compare', query: question, narrowing: null, offset: 0 }
    await show(ctx, async () => await showView(ctx.searcher, changed, ctx.setting))
  }
  return true
}

type ViewChange = Extract<FollowUp, { kind: 'more' | 'step' | 'table' }>

async function nextView(ctx: BotContext, followUp: ViewChange, state: ViewState): Promise<ViewState> {
  if (followUp.kind === 'table') return { ...state, view: 'compare', offset: 0, focus: null }
  const list = asList(state)
  if (followUp.kind === 'more') return { ...list, offset: list.offset + HITS_A_PAGE, focus: null }
  const at = Math.max(0, list.offset + (state.focus?.hit ?? 0) + followUp.by)
  return await focusOn(ctx, list, at)
}

function asList(state: ViewState): ViewState {
  return state.view === 'list' ? state : { ...state, view: 'list', offset: 0, focus: null }
}

/** The page of the hit, from 0, with that hit shown; beyond the last one there is nothing, and the view says so. */
async function focusOn(ctx: BotContext, list: ViewState, at: number): Promise<ViewState> {
  const offset = Math.floor(at / HITS_A_PAGE) * HITS_A_PAGE
  const { total } = await answer(ctx.searcher, narrowedQuery(list), { limit: 1 })
  if (at >= total) return { ...list, offset: Math.max(offset, HITS_A_PAGE), focus: null }
  return { ...list, offset, focus: { hit: at % HITS_A_PAGE, sentences: null } }
}

/** What the number stands for in the message replied to: a row of its table, or a hit of its list. */
async function showNumbered(
  ctx: BotContext,
  { number, isWhole }: Extract<FollowUp, { kind: 'nth' }>,
  state: ViewState,
): Promise<boolean> {
  const { searcher, setting } = ctx
  const rows = await numberedPassages(searcher, state)
  const row = rows.at(number < 0 ? -1 : number - 1)
  if (row !== undefined) return await showPlaced(ctx, row, state)
  const list = asList(state)
  const { hits } = await answer(searcher, narrowedQuery(list), { limit: HITS_A_PAGE, offset: list.offset })
  // The numbers of a page begin with 1; larger ones count from the first page.
  const at =
    number < 0
      ? list.offset + Math.max(0, hits.length - 1)
      : number <= HITS_A_PAGE
        ? list.offset + number - 1
        : number - 1
  const whole = isWhole ? hits[at - list.offset]?.passage.id : undefined
  if (whole !== undefined) return await showPlaced(ctx, whole, state)
  await show(ctx, async () => await showView(searcher, await focusOn(ctx, list, at), setting))
  return true
}

/** The sentence shown, with the one before or behind it; of a whole paragraph, its neighbour. */
async function showNeighbour(
  ctx: BotContext,
  { of, by }: Extract<FollowUp, { kind: 'neighbour' }>,
  state: ViewState | null,
): Promise<boolean> {
  const { searcher, setting } = ctx
  if (of === 'sentence' && state?.view === 'list') {
    const hit = state.focus?.hit ?? 0
    const { hits } = await answer(searcher, narrowedQuery(state), {
      limit: HITS_A_PAGE,
      offset: state.offset,
    })
    const sentence = hits[hit]?.sentence
    if (sentence === undefined) return false
    const [first, last] = state.focus?.sentences ?? [sentence.first, sentence.last]
    const wider =
      by < 0
        ? ([Math.max(0, first - 1), last] as const)
        : ([first, Math.min(sentence.count - 1, last + 1)] as const)
    const widened: ViewState = { ...state, focus: { hit, sentences: wider } }
    await show(ctx, async () => await showView(searcher, widened, setting))
    return true
  }
  const id = linkedPassage(ctx.msg?.reply_to_message as Message | undefined)
  const found = id === null ? null : await searcher.passage(id)
  if (found === null) return false
  return await showPassage(ctx, { kind: 'paragraph', number: found.passage.paragraph + by }, state)
}

type PassageFollowUp = Extract<FollowUp, { kind: 'open' | 'cite' | 'paragraph' }>

async function showPassage(
  ctx: BotContext,
  followUp: PassageFollowUp,
  state: ViewState | null,
): Promise<boolean> {
  const id = linkedPassage(ctx.msg?.reply_to_message as Message | undefined)
  const found = id === null ? null : await ctx.searcher.passage(id)
  if (found === null) return false
  if (followUp.kind === 'cite') {
    await sendReply(ctx, citationReply(found.passage, found.report, ctx.setting))
    return true
  }
  const report = followUp.kind === 'paragraph' ? await ctx.searcher.report(found.report.id) : null
  const wanted = followUp.kind === 'paragraph' ? report?.passages[followUp.number - 1]?.id : found.passage.id
  return wanted !== undefined && (await showPlaced(ctx, wanted, state))
}

async function showPlaced(ctx: BotContext, id: string, state: ViewState | null): Promise<boolean> {
  const placed = await placePassage(ctx.searcher, id, state)
  if (placed === null) return false
  await sendReply(ctx, passageReply(placed, { page: 0, state }, ctx.setting))
  return true
}

async function show(ctx: BotContext, work: () => Promise<ShownAnswer>): Promise<void> {
  const { reply, match } = await withTyping(ctx, work)
  await sendReply(ctx, reply)
  ctx.reportAnswer('follow-up', match)
}
