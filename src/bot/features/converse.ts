/** Answers what people say beside their questions: small talk, and what follows an answer and changes its question. */
import type { Composer } from 'grammy'
import type { Message } from 'grammy/types'
import { findNamed } from '../../answer/named-report.ts'
import { afterHearsay } from '../../quote/claims/spoken.ts'
import { hasNumber } from '../../text/numeral.ts'
import type { BotContext } from '../context.ts'
import { recallShown } from '../sending/recall.ts'
import { sendLine } from '../sending/sending.ts'
import { firstPage, narrowedQuery, readState, type ViewState } from '../state-link.ts'
import { readAskedOfAnswer } from '../talk/asked-of-answer.ts'
import { bareQuestion } from '../talk/bare-question.ts'
import { isModifier, placesAlong } from '../talk/change-question.ts'
import { asksToConfirm, readStated } from '../talk/claimed.ts'
import { composeQuestion, hasOwnTopic, isOpen, mayFollow, RETURNS, saysNothing } from '../talk/compose.ts'
import { askFigure } from '../talk/follow-question.ts'
import { type FollowUp, isAboutPassage } from '../talk/follow-up.ts'
import { readFollowUpIn } from '../talk/read-follow-up.ts'
import { readTalk, type Talk } from '../talk/small-talk.ts'
import { NOTHING_MEANT } from '../talk/unmet.ts'
import { ask, showState } from './ask.ts'
import type { DrawChart } from './files.ts'
import { answerFollowUp } from './follow-up.ts'
import { showOwnItem } from './items.ts'
import { passageShown, placedQuestion } from './shown-place.ts'
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
    const followUp = readConfirmed(ctx.route.text, text) ?? (await readFollowUpIn(ctx.searcher, said))
    const asked = { words: afterHearsay(said), typed: ctx.route.text }
    if (followUp === null) {
      if (await answerComposed(ctx, asked, replied)) return
      return await next()
    }
    const needsAnswer = await needsQuestion(ctx, followUp)
    const shown = replied ?? (needsAnswer ? ((await recallShown(ctx)) ?? undefined) : undefined)
    const state = stateOf(ctx, shown)
    if (
      state !== null &&
      (await hasOwnTopic(ctx.searcher, followUp, { words: said, question: narrowedQuery(state) }))
    ) {
      if (await answerComposed(ctx, asked, shown)) return
      return await next()
    }
    if (state !== null || isAboutPassage(followUp)) {
      if (await answerFollowUp(ctx, { followUp, state, shown }, drawChart)) return
      if (state !== null && isAboutPassage(followUp)) return await sendLine(ctx, ctx.t('reply-passage'))
      // A number that no report tells of is held against what they say.
      if (state !== null && followUp.kind === 'claim') {
        return await askAgain(ctx, narrowedQuery(state), followUp.amount)
      }
      if (state !== null && followUp.kind === 'basis' && (await answerComposed(ctx, asked, shown))) return
      // 第三个具体干什么, of what numbers nothing, asks nothing by itself either.
      if (state !== null && followUp.kind === 'item') return await sendLine(ctx, ctx.t('reply-unnumbered'))
    }
    if (state === null && needsAnswer && !(await standsAlone(ctx, text, followUp)))
      return await sendLine(ctx, ctx.t('reply-first'))
    await next()
  })
}

/** The question once more, and that nothing says the amount. */
async function askAgain(ctx: BotContext, question: string, amount: string): Promise<void> {
  await ask(ctx, question, { meant: { ...NOTHING_MEANT, how: 'both', own: [amount] } })
}

/** What nobody wrote into the lists of small talk, and says as little: 辛苦啦，下班了明天再问你. */
function readChat(text: string): Talk | null {
  const { asked, lead, strange } = readAskedOfAnswer(text)
  const isTalk = asked === 'talk' && lead >= MIN_LEAD_OF_TALK && strange <= MAX_STRANGE_ALONE
  return isTalk && !/[\d“「『"《]/u.test(text) ? 'assent' : null
}

const MIN_LEAD_OF_TALK = 6

/** What asks for something by itself; 伊宁的 and 第三部分 name reports and their parts as well, and 2023年要干些什么 asks of all. */
async function standsAlone(
  { searcher }: BotContext,
  text: string,
  followUp: FollowUp | null,
): Promise<boolean> {
  const kind = followUp?.kind
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

/** 新源也是22%，对吧: a number for the figure that was shown. A quotation is of whoever says it. */
function readConfirmed(typed: string, words: string): FollowUp | null {
  const asks = asksToConfirm(typed) || (/[?？]\s*$/u.test(typed) && ALSO.test(words))
  if (!asks || /[“「『"]/u.test(words)) return null
  return readStated(afterHearsay(words))
}

/** 龙华好像也是87%？ */
const ALSO = /也|都|好像|似乎|应该/u

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

/** Whether the words mean nothing by themselves; 天津人均寿命83.5岁，对吗 is a question. */
async function needsQuestion(ctx: BotContext, followUp: FollowUp): Promise<boolean> {
  const namesPlace = followUp.kind === 'claim' && (await ctx.searcher.read(followUp.place)).named.length > 0
  return !namesPlace || (await isModifier(ctx.searcher, followUp.place))
}

interface Said {
  /** What the message asks, and all that was typed. */
  readonly words: string
  readonly typed: string
}

/** Asks what the message asks behind the answer that it replies to, or that came last; false where it asks by itself. */
async function answerComposed(
  ctx: BotContext,
  { words, typed }: Said,
  replied: Message | undefined,
): Promise<boolean> {
  const { searcher } = ctx
  if (replied !== undefined && (await saysNothing(searcher, words))) {
    await sendLine(ctx, ctx.t('reply-unclear'))
    return true
  }
  if (!(await mayFollow(searcher, words))) return false
  const needsAnswer = await isOpen(searcher, words)
  const isTalking = ctx.chat !== undefined && ctx.answers.last(ctx.chat.id) !== null
  const mayFollowLast = replied === undefined && (isTalking || needsAnswer)
  if (mayFollowLast && (await saysNothing(searcher, words))) return false
  const shown = replied ?? (mayFollowLast ? ((await recallShown(ctx)) ?? undefined) : undefined)
  const state = stateOf(ctx, shown)
  if (state === null || shown === undefined) {
    if (!needsAnswer || (await standsAlone(ctx, words, null))) return false
    await sendLine(ctx, ctx.t('reply-first'))
    return true
  }
  // Of a statement that was checked its figure is asked about, unless another number is stated.
  const isChecked = state.view === 'check' && !hasNumber(words)
  const query = isChecked ? askFigure(state.query) : state.query
  const isReturning = state.before !== undefined && RETURNS.test(words)
  const followed = isReturning ? firstPage('list', state.before) : { ...state, query }
  const isCompared = followed.view === 'compare'
  const above = isReturning ? undefined : shown
  const asked = narrowedQuery(followed)
  const question = isCompared ? asked : await placedQuestion(ctx, above, followed)
  const answered = { asked, question, found: await passageShown(ctx, above) }
  const composed = await composeQuestion(searcher, answered, words)
  if (composed === null) return false
  if (composed.how === 'itself') {
    await ask(ctx, typed, { before: asked, meant: composed.meant })
    return true
  }
  if (isCompared && composed.how !== 'both')
    return await showState(ctx, firstPage('compare', composed.question))
  const along = await placesAlong(searcher, { question, along: state.along }, composed.question)
  await ask(ctx, composed.question, { along, before: asked, meant: composed.meant })
  return true
}
