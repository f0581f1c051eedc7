/** Answers what people say beside their questions: small talk, and what follows an answer and changes its question. */
import type { Composer } from 'grammy'
import type { Message } from 'grammy/types'
import { findNamed } from '../../answer/named-report.ts'
import { afterHearsay } from '../../quote/claims/spoken.ts'
import type { BotContext } from '../context.ts'
import { recallShown } from '../sending/recall.ts'
import { sendLine } from '../sending/sending.ts'
import { firstPage, narrowedQuery, readState, type ViewState } from '../state-link.ts'
import { readAskedOfAnswer } from '../talk/asked-of-answer.ts'
import { bareQuestion } from '../talk/bare-question.ts'
import { isModifier, placesAlong } from '../talk/change-question.ts'
import { asksToConfirm, readStated } from '../talk/claimed.ts'
import { readContinued, weighWords } from '../talk/continued.ts'
import { type FollowUp, isAboutPassage } from '../talk/follow-up.ts'
import { readFollowUpIn } from '../talk/read-follow-up.ts'
import { readTalk, type Talk } from '../talk/small-talk.ts'
import { ask } from './ask.ts'
import { linkedPassage } from './cite.ts'
import type { DrawChart } from './files.ts'
import { answerFollowUp } from './follow-up.ts'
import { showOwnItem } from './items.ts'
import { placedQuestion } from './shown-place.ts'
import { sendTalk } from './talk.ts'

export function installConverse(composer: Composer<BotContext>, drawChart: DrawChart): void {
  composer.use(async (ctx, next) => {
    if (ctx.route.kind !== 'question') return await next()
    const talk = readTalk(ctx.route.text) ?? readChat(ctx.route.text)
    if (talk !== null) {
      if (isForBot(ctx, talk)) await sendTalk(ctx, talk)
      return
    }
    const text = bareQuestion(ctx.route.text)
    // A thumb in a group is for the people there.
    if (isInGroup(ctx) && !/[\p{L}\p{N}]/u.test(text)) return
    if (await showOwnItem(ctx, text)) return
    const replied = ctx.msg?.reply_to_message as Message | undefined
    // 不对，是昭苏: what is talk in a question may be what corrects an answer.
    const said = CORRECTS.test(ctx.route.text) ? ctx.route.text : text
    const confirmed = readConfirmed(ctx.route.text, text)
    const isStated = confirmed?.kind === 'claim'
    const followUp = isStated ? confirmed : ((await readReply(ctx, said, stateOf(ctx, replied))) ?? confirmed)
    if (followUp === null) {
      if (await answerContinued(ctx, text, replied)) return
      return await next()
    }
    const isOpen = await needsQuestion(ctx, followUp)
    const follows = replied === undefined && (isOpen || (await continues(ctx, text, followUp)))
    // 24年目标产量有没有 may be a question by itself.
    const mayStand = replied === undefined && !follows && followUp.kind === 'change'
    if (mayStand && (await answerContinued(ctx, text, replied))) return
    const shown = follows ? ((await recallShown(ctx)) ?? undefined) : replied
    const state = stateOf(ctx, shown)
    if (state !== null || isAboutPassage(followUp)) {
      if (await answerFollowUp(ctx, { followUp, state, shown }, drawChart)) return
      if (state !== null && isAboutPassage(followUp)) return await sendLine(ctx, ctx.t('reply-passage'))
      // 第三个具体干什么, of what numbers nothing, asks nothing by itself either.
      if (state !== null && followUp.kind === 'item') return await sendLine(ctx, ctx.t('reply-unnumbered'))
    }
    if (state === null && isOpen && !(await standsAlone(ctx, text, followUp)))
      return await sendLine(ctx, ctx.t('reply-first'))
    await next()
  })
}

/** What nobody wrote into the lists of small talk, and says as little: 辛苦啦，下班了明天再问你. */
function readChat(text: string): Talk | null {
  const { asked, lead, strange } = readAskedOfAnswer(text)
  const isTalk = asked === 'talk' && lead >= MIN_LEAD_OF_TALK && strange <= MAX_STRANGE_ALONE
  return isTalk && !/[\d“「『"《]/u.test(text) ? 'assent' : null
}

const MIN_LEAD_OF_TALK = 6

/** What asks for something by itself; 伊宁的 and 第三部分 name reports and their parts as well, and 2023年要干些什么 asks of all. */
async function standsAlone({ searcher }: BotContext, text: string, { kind }: FollowUp): Promise<boolean> {
  // 都有哪些报告 asks which say it behind an answer, and which there are without one.
  if (kind === 'mentions') return (await findNamed(searcher, text)) !== null
  if (kind === 'claim') return false
  if (POSSESSIVE.test(text) || /^(?:政府|工作)*报告$|^(?:19|20)\d\d(?!.*呢$)/u.test(text)) return true
  const { named, foreign, intent } = await searcher.read(text)
  const isOfItself = intent !== null && intent !== 'figure' && intent !== 'date'
  if (isOfItself || (await findNamed(searcher, text)) !== null) return true
  const places = [...named, ...foreign]
  if (places.length > 0 && !(await isModifier(searcher, text))) return true
  const { lead, strange } = readAskedOfAnswer(text, places)
  return lead < MIN_LEAD_ALONE || strange > MAX_STRANGE_ALONE
}

/** Where no answer is known that a message could follow, it must be sure to follow one. */
const MIN_LEAD_ALONE = 4
const MAX_STRANGE_ALONE = 3

const CORRECTS = /^\s*(?:不|错|no\b|你\S?错)/iu

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
async function readReply(ctx: BotContext, text: string, state: ViewState | null): Promise<FollowUp | null> {
  const followUp = await readFollowUpIn(ctx.searcher, text)
  if (followUp !== null || (state === null && !POSSESSIVE.test(text))) return followUp
  if (!(await isModifier(ctx.searcher, text))) return null
  return { kind: 'change', words: text.replace(/的$/u, ''), isSure: true }
}

/** 一本上线率39.29%，是不是: of the place that was shown. A quotation is of whoever says it. */
function readConfirmed(typed: string, words: string): FollowUp | null {
  if (!asksToConfirm(typed) || /[“「『"]/u.test(words)) return null
  return readStated(afterHearsay(words))
}

/** 伊宁的: of what was asked before. */
const POSSESSIVE = /^.{2,10}的$/u

/** The name of a report, or of one and a paragraph in it, as the first line of what shows it has it. */
const CARD = /^(?:📖|📄) (?<name>[^·\n]{2,40}?)(?: ·.*)?$/mu

/** The question that a message answers, that a report's card stands for, or that is the user's own. */
function stateOf(ctx: BotContext, shown: Message | undefined): ViewState | null {
  if (shown === undefined) return null
  const state = readState(shown.entities)
  if (state !== null) return state
  const isOwn = shown.from !== undefined && shown.from.id === ctx.from?.id
  const name = CARD.exec(shown.text ?? '')?.groups?.name
  // 乌恰县2023年报告: another place has its report of another year.
  const asked = isOwn ? shown.text : name && `${name.replace(/\s(?=\d{4}$)/u, '')}年报告`
  return asked ? firstPage('list', asked) : null
}

/** Whether the words mean nothing by themselves; 粮食产量呢 and 天津人均寿命83.5岁，对吗 are questions. */
async function needsQuestion(ctx: BotContext, followUp: FollowUp): Promise<boolean> {
  if (followUp.kind === 'within') return false
  if (followUp.kind === 'claim' && (await ctx.searcher.read(followUp.place)).named.length > 0)
    return await isModifier(ctx.searcher, followUp.place)
  return followUp.kind !== 'change' || followUp.isSure || (await isModifier(ctx.searcher, followUp.words))
}

const CONTINUES = /^(?:那|再|还有|(?:and|what about|how about)\b)|呢[?？\s]*$/iu

/** 粮食产量呢 after an answer about a place is about that place. */
async function continues(ctx: BotContext, text: string, followUp: FollowUp): Promise<boolean> {
  const mayContinue = followUp.kind === 'within' || (followUp.kind === 'change' && CONTINUES.test(text))
  if (!mayContinue) return false
  const { named, foreign } = await ctx.searcher.read(followUp.words)
  return named.length + foreign.length === 0
}

/** Asks what a short message asks behind the answer that it replies to, or that came last; false where it asks by itself. */
async function answerContinued(
  ctx: BotContext,
  text: string,
  replied: Message | undefined,
): Promise<boolean> {
  const isTalking = ctx.chat !== undefined && ctx.answers.last(ctx.chat.id) !== null
  const weight = replied !== undefined || isTalking ? await weighWords(ctx.searcher, text) : null
  if (weight === null || (weight === 'nothing' && replied === undefined)) return false
  const shown = replied ?? (await recallShown(ctx)) ?? undefined
  const state = stateOf(ctx, shown)
  if (state === null || shown === undefined) return false
  if (weight === 'nothing') {
    await sendLine(ctx, ctx.t('reply-unclear'))
    return true
  }
  const question = await placedQuestion(ctx, shown, state)
  const answered = { asked: narrowedQuery(state), question, passage: linkedPassage(shown) }
  const asked = await readContinued(ctx.searcher, answered, { words: text, weight })
  if (asked === null) return false
  await ask(ctx, asked, await placesAlong(ctx.searcher, { question, along: state.along }, asked))
  return true
}
