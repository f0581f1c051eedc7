/** Turns a follow-up and the message that it follows into the message that answers it. */
import type { Message } from 'grammy/types'
import { answer } from '../../answer/answer.ts'
import { topicText } from '../../search/query/topic-text.ts'
import type { BotContext } from '../context.ts'
import { placePassage } from '../passage-lookup.ts'
import { numberedPassages, type ShownAnswer, showView, verifyClaim } from '../question.ts'
import { citationReply } from '../replies/citation-reply.ts'
import { passageReply } from '../replies/passage-reply.ts'
import { HITS_A_PAGE } from '../replies/results-reply.ts'
import { dropOpened } from '../sending/recall.ts'
import { sendReply } from '../sending/sending.ts'
import { withTyping } from '../sending/typing.ts'
import { firstPage, narrowedQuery, type ViewState } from '../state-link.ts'
import {
  askAll,
  askBeside,
  askElsewhere,
  askOnly,
  changeQuestion,
  isModifier,
} from '../talk/change-question.ts'
import { askPart } from '../talk/continued.ts'
import {
  askAbout,
  askFigure,
  askHowMuch,
  askMentions,
  askWithin,
  stateFigure,
} from '../talk/follow-question.ts'
import type { FollowUp } from '../talk/follow-up.ts'
import { ask } from './ask.ts'
import { linkedPassage } from './cite.ts'
import type { DrawChart } from './files.ts'
import { showHeading, showItem, showNextItem, showsItems } from './items.ts'
import { placeAboveShown, placedQuestion } from './shown-place.ts'

interface Asked {
  readonly followUp: FollowUp
  /** The question of the message that is followed; null where it answers none. */
  readonly state: ViewState | null
  /** The message that is followed. */
  readonly shown: Message | undefined
}

/** False where the message replied to does not have what is asked of it. */
export async function answerFollowUp(ctx: BotContext, asked: Asked, drawChart: DrawChart): Promise<boolean> {
  const { searcher, setting } = ctx
  const { followUp, state, shown } = asked
  switch (followUp.kind) {
    case 'open':
    case 'cite':
    case 'paragraph':
      return await showPassage(ctx, followUp, asked)
    case 'neighbour':
      return await showNeighbour(ctx, followUp, asked)
  }
  if (state === null) return false
  const place = { question: narrowedQuery(state), shown }
  switch (followUp.kind) {
    case 'change': {
      const question = followUp.isOfPlace ? await placedQuestion(ctx, shown, state) : narrowedQuery(state)
      const part = await askPart(searcher, question, followUp.words)
      return await askChanged(ctx, state, part ?? (await changeQuestion(searcher, question, followUp.words)))
    }
    case 'above': {
      const place = await placeAboveShown(ctx, shown, state, followUp.level)
      if (place === null) return false
      return await askChanged(ctx, state, await changeQuestion(searcher, narrowedQuery(state), place))
    }
    case 'about':
      await ask(ctx, await askAbout(searcher, await placedQuestion(ctx, shown, state), followUp.words))
      return true
    case 'within': {
      const question = await placedQuestion(ctx, shown, state)
      return await askWords(ctx, await askWithin(searcher, question, followUp.words))
    }
    case 'again':
      await ask(ctx, askHowMuch(unstated(state)))
      return true
    case 'meaning':
      return await askWords(ctx, await termShown(ctx, state))
    case 'mentions':
      return await askWords(ctx, await askMentions(searcher, narrowedQuery(state), followUp.words))
    case 'claim':
      return await checkFigure(ctx, followUp, state)
    case 'weigh': {
      const question = narrowedQuery(state)
      const every = followUp.isOfPlaces ? await askElsewhere(searcher, question, '地') : question
      const compared = firstPage('compare', askAll(every) ?? every)
      await show(ctx, async () => await showView(searcher, compared, setting))
      return true
    }
    case 'item':
      return (await showHeading(ctx, followUp.number, place)) || (await showItem(ctx, followUp.number, state))
    case 'beside':
      return await askChanged(ctx, state, await askBeside(searcher, narrowedQuery(state), followUp.words))
    case 'why':
      await ask(ctx, `${narrowedQuery(state)} 为什么`)
      return true
    case 'chart':
      await drawChart(ctx, state)
      await dropOpened(ctx)
      return true
    case 'only':
      return await askChanged(ctx, state, askOnly(unstated(state), followUp.words))
    case 'elsewhere':
      return await askChanged(ctx, state, await askElsewhere(searcher, narrowedQuery(state), followUp.level))
    case 'nth':
      return (await showHeading(ctx, followUp.number, place)) || (await showNumbered(ctx, followUp, state))
    case 'step':
      if (await showNextItem(ctx, followUp.by, state)) return true
  }
  await show(ctx, async () => await showView(searcher, await nextView(ctx, followUp, state), setting))
  return true
}

/** The question; of a statement that was checked the topic of its figure. */
function unstated(state: ViewState): string {
  return state.view === 'check' ? askFigure(narrowedQuery(state)) : narrowedQuery(state)
}

/** The verdict on the number that the user has in mind, or else the answer once more. */
async function checkFigure(
  ctx: BotContext,
  { amount, place }: Extract<FollowUp, { kind: 'claim' }>,
  state: ViewState,
): Promise<boolean> {
  const asked = narrowedQuery(state)
  const isPlace = place !== '' && (await isModifier(ctx.searcher, place))
  const question = isPlace ? await changeQuestion(ctx.searcher, asked, place) : asked
  if (question === null) return false
  if (!isPlace && place.length >= MIN_OWN_TOPIC)
    return await askWords(ctx, await askWithin(ctx.searcher, asked, `${place}${amount}`))
  const stated = isPlace || place === '' ? await stateFigure(ctx.searcher, question, amount) : null
  // A question for something else than an amount states nothing with one behind it.
  const claim = stated ?? (ASKS.test(question) ? null : `${question}${isPlace ? '' : place}${amount}`)
  const checked = claim === null ? null : await verifyClaim(ctx.searcher, claim, ctx.setting)
  if (checked === null) await ask(ctx, question)
  else await show(ctx, async () => checked)
  return true
}

/** In characters: fewer before an amount (建了) say of the question's topic what was done. */
const MIN_OWN_TOPIC = 4
const ASKS = /[几哪谁怎咋啥吗么呢?？]|多少|如何/u

const MARKED = /[“「『"](?<term>[^“”「」『』"]{2,16})[”」』"]/gu

/** What the term of the sentence shown means that the question has; else its first one, else the topic of the question. */
async function termShown(ctx: BotContext, state: ViewState): Promise<string | null> {
  const question = narrowedQuery(state)
  const { query, hits } = await answer(ctx.searcher, question, { limit: 1, offset: state.offset })
  const [hit] = hits
  const sentence = hit === undefined ? '' : hit.passage.text.slice(...hit.sentence.range)
  const terms = [...sentence.matchAll(MARKED)].map(({ groups }) => groups?.term ?? '')
  const term = terms.find((one) => question.includes(one)) ?? terms[0] ?? topicText(query).trim()
  return term === '' ? null : `${term}是什么意思`
}

async function askWords(ctx: BotContext, words: string | null): Promise<boolean> {
  if (words === null) return false
  await ask(ctx, words)
  return true
}

/** A comparison stays one. */
async function askChanged(ctx: BotContext, state: ViewState, question: string | null): Promise<boolean> {
  if (question === null) return false
  if (state.view !== 'compare') await ask(ctx, question)
  else {
    const changed = firstPage('compare', question)
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
  { number, isWhole, mayBeItem = false }: Extract<FollowUp, { kind: 'nth' }>,
  state: ViewState,
): Promise<boolean> {
  const { searcher, setting } = ctx
  if (mayBeItem && (await showsItems(ctx, number, state)) && (await showItem(ctx, number, state))) return true
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
  { state, shown }: Pick<Asked, 'state' | 'shown'>,
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
  const id = linkedPassage(shown)
  const found = id === null ? null : await searcher.passage(id)
  if (found === null) return false
  // A quotation that was checked has its paragraph around it.
  const number = found.passage.paragraph + (of === 'sentence' ? 0 : by)
  return await showPassage(ctx, { kind: 'paragraph', number }, { state, shown })
}

type PassageFollowUp = Extract<FollowUp, { kind: 'open' | 'cite' | 'paragraph' }>

async function showPassage(
  ctx: BotContext,
  followUp: PassageFollowUp,
  { state, shown }: Pick<Asked, 'state' | 'shown'>,
): Promise<boolean> {
  const id = linkedPassage(shown)
  const found = id === null ? null : await ctx.searcher.passage(id)
  if (found === null) return false
  if (followUp.kind === 'cite') {
    await sendReply(ctx, citationReply(found.passage, found.report, ctx.setting, state))
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
