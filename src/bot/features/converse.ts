/** Answers what people say beside their questions: small talk, and replies to an answer that change its question. */
import type { Composer } from 'grammy'
import type { Message } from 'grammy/types'
import { answer } from '../../answer/answer.ts'
import type { BotContext } from '../context.ts'
import { placePassage } from '../passage-lookup.ts'
import { type ShownAnswer, showView } from '../question.ts'
import { citationReply } from '../replies/citation-reply.ts'
import { helpReply, talkReply } from '../replies/info-reply.ts'
import { passageReply } from '../replies/passage-reply.ts'
import { HITS_A_PAGE } from '../replies/results-reply.ts'
import { sendLine, sendReply } from '../sending/sending.ts'
import { withTyping } from '../sending/typing.ts'
import { narrowedQuery, readState, type ViewState } from '../state-link.ts'
import { askOnly, changeQuestion, isPlaceOrYear } from '../talk/change-question.ts'
import { type FollowUp, readFollowUp } from '../talk/follow-up.ts'
import { readTalk, type Talk } from '../talk/small-talk.ts'
import { ask } from './ask.ts'
import { linkedPassage } from './cite.ts'

export function installConverse(composer: Composer<BotContext>): void {
  composer.use(async (ctx, next) => {
    if (ctx.route.kind !== 'question') return await next()
    const { text } = ctx.route
    const talk = readTalk(text)
    if (talk !== null) return await answerTalk(ctx, talk)
    // A thumb in a group is for the people there.
    if (isInGroup(ctx) && !/[\p{L}\p{N}]/u.test(text)) return
    const followUp = await readReply(ctx, text)
    if (followUp === null) return await next()
    const state = repliedState(ctx)
    if (state !== null || isAboutPassage(followUp)) {
      if (await answerFollowUp(ctx, followUp, state)) return
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
async function answerTalk(ctx: BotContext, talk: Talk): Promise<void> {
  const isCalled =
    ctx.msg?.entities?.some(({ type }) => type === 'mention' || type === 'text_mention') === true
  if (isInGroup(ctx) && !(isCalled && (talk === 'how' || talk === 'who'))) return
  const catalog = await ctx.searcher.catalog()
  await sendReply(
    ctx,
    talk === 'how' ? helpReply(catalog, ctx.setting) : talkReply(talk, catalog, ctx.setting),
  )
}

/** The message as a follow-up; a reply that names nothing but a place or a year is one without any mark. */
async function readReply(ctx: BotContext, text: string): Promise<FollowUp | null> {
  const [frequency = 0] = text.startsWith('那')
    ? await ctx.searcher.backend.frequencies([text.slice(0, 2)])
    : []
  const followUp = readFollowUp(text, { opensWord: frequency > 0 })
  if (followUp !== null || repliedState(ctx) === null) return followUp
  return (await isPlaceOrYear(ctx.searcher, text)) ? { kind: 'change', words: text, isSure: true } : null
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
  return kind === 'open' || kind === 'cite' || kind === 'paragraph'
}

/** Whether the words mean nothing by themselves; 粮食产量呢 is a question. */
async function needsQuestion(ctx: BotContext, followUp: FollowUp): Promise<boolean> {
  return followUp.kind !== 'change' || followUp.isSure || (await isPlaceOrYear(ctx.searcher, followUp.words))
}

/** False where the message replied to does not have what is asked of it. */
async function answerFollowUp(
  ctx: BotContext,
  followUp: FollowUp,
  state: ViewState | null,
): Promise<boolean> {
  const { searcher, setting } = ctx
  if (followUp.kind === 'open' || followUp.kind === 'cite' || followUp.kind === 'paragraph') {
    return await showPassage(ctx, followUp, state)
  }
  if (state === null) return false
  if (followUp.kind === 'change') {
    const question = await changeQuestion(searcher, state.query, followUp.words)
    if (question === null) return false
    await ask(ctx, question)
    return true
  }
  if (followUp.kind === 'only') {
    await ask(ctx, askOnly(state.query, followUp.words))
    return true
  }
  await show(ctx, async () => await showView(searcher, await nextView(ctx, followUp, state), setting))
  return true
}

type ViewChange = Extract<FollowUp, { kind: 'more' | 'nth' | 'table' }>

async function nextView(ctx: BotContext, followUp: ViewChange, state: ViewState): Promise<ViewState> {
  if (followUp.kind === 'table') return { ...state, view: 'compare', offset: 0, focus: null }
  const list = state.view === 'list' ? state : ({ ...state, view: 'list', offset: 0, focus: null } as const)
  if (followUp.kind === 'more') return { ...list, offset: list.offset + HITS_A_PAGE, focus: null }
  const { number } = followUp
  if (number > HITS_A_PAGE) {
    const offset = Math.floor((number - 1) / HITS_A_PAGE) * HITS_A_PAGE
    return { ...list, offset, focus: { hit: (number - 1) % HITS_A_PAGE, sentences: null } }
  }
  const { hits } = await answer(ctx.searcher, narrowedQuery(list), {
    limit: HITS_A_PAGE,
    offset: list.offset,
  })
  const hit = number < 0 ? hits.length - 1 : number - 1
  // Beyond the last one there is nothing; the view says so.
  if (hit >= hits.length) return { ...list, offset: list.offset + HITS_A_PAGE, focus: null }
  return { ...list, focus: { hit: Math.max(0, hit), sentences: null } }
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
  const placed = wanted === undefined ? null : await placePassage(ctx.searcher, wanted, state)
  if (placed === null) return false
  await sendReply(ctx, passageReply(placed, { page: 0, state }, ctx.setting))
  return true
}

async function show(ctx: BotContext, work: () => Promise<ShownAnswer>): Promise<void> {
  const { reply, match } = await withTyping(ctx, work)
  await sendReply(ctx, reply)
  ctx.reportAnswer('follow-up', match)
}
