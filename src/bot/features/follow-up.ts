/** Turns a follow-up and the message that it follows into the message that answers it. */
import type { Message } from 'grammy/types'
import { answer } from '../../answer/answer.ts'
import { answerFigures } from '../../answer/figures/answer-figures.ts'
import { topicText } from '../../search/query/filler-words.ts'
import type { Searcher } from '../../search/searcher.ts'
import { hasNumber } from '../../text/numeral.ts'
import type { BotContext } from '../context.ts'
import { answerPage, numberedPassages, verifyClaim } from '../question.ts'
import { citationReply } from '../replies/citation-reply.ts'
import { HITS_A_PAGE } from '../replies/results-reply.ts'
import { dropOpened } from '../sending/recall.ts'
import { sendReply } from '../sending/sending.ts'
import { firstPage, narrowedQuery, type ViewState } from '../state-link.ts'
import {
  askAll,
  askBeside,
  askElsewhere,
  askNewest,
  askOfAll,
  askOnly,
  changeQuestion,
  isModifier,
  placesAlong,
  yearsAlong,
} from '../talk/change-question.ts'
import { askFigure, askHowMuch, askMentions, askWithin, stateFigure } from '../talk/follow-question.ts'
import { type FollowUp, isAboutPassage, type PassageFollowUp } from '../talk/follow-up.ts'
import { meantBy } from '../talk/unmet.ts'
import { YEAR } from '../talk/years-meant.ts'
import { ask, show, showState } from './ask.ts'
import { showBasis } from './basis.ts'
import { linkedPassage } from './cite.ts'
import type { DrawChart } from './files.ts'
import {
  numberedLine,
  showHeading,
  showItem,
  showNextItem,
  showPlaced,
  showRest,
  showsItems,
} from './items.ts'
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
  const { followUp, state, shown } = asked
  if (isAboutPassage(followUp)) return await showPassage(ctx, followUp, asked)
  if (state === null) return false
  const place = { question: narrowedQuery(state), shown }
  switch (followUp.kind) {
    case 'claim':
      return await checkFigure(ctx, followUp, state)
    case 'weigh':
      return await weigh(ctx, followUp, state)
    case 'item':
      return (
        (await showHeading(ctx, followUp.number, place)) ||
        (await showItem(ctx, followUp.number, state)) ||
        (numberedLine(shown?.text ?? '', followUp.number) !== null &&
          (await showNumbered(ctx, { ...followUp, kind: 'nth', isWhole: false }, state)))
      )
    case 'nth':
      return (await showHeading(ctx, followUp.number, place)) || (await showNumbered(ctx, followUp, state))
    case 'basis':
      return await showBasis(ctx, followUp.words, { ...state, query: unstated(state) })
    case 'chart':
      await drawChart(ctx, state)
      await dropOpened(ctx)
      return true
    case 'step':
      return (
        (await showNextItem(ctx, followUp.by, state)) ||
        (await showState(ctx, nextView(ctx, followUp, state)))
      )
    case 'more':
      return (
        (followUp.isOfShown && (await showRest(ctx, state))) ||
        (await showState(ctx, nextView(ctx, followUp, state)))
      )
    case 'again':
      if (followUp.isSame && state.view !== 'check') return await showState(ctx, state)
      await ask(ctx, askHowMuch(unstated(state)))
      return true
    case 'table':
      return followUp.isOfYears || (state.along ?? []).length > 0
        ? await weigh(ctx, { isOfPlaces: !followUp.isOfYears, words: '' }, state)
        : await showState(ctx, nextView(ctx, followUp, state))
    default: {
      const question = await nextQuestion(ctx, followUp, { state, shown })
      if (question === null) return false
      if (state.view === 'compare' && STAYS_COMPARED.has(followUp.kind))
        return await showState(ctx, firstPage('compare', question))
      const along = await placesAlong(ctx.searcher, { ...place, along: state.along }, question)
      const before = narrowedQuery(state)
      await ask(ctx, question, { along, before, meant: await meantBy(ctx.searcher, question) })
      return true
    }
  }
}

/**
 * Sets side by side what the words name beside the question; else the places that the same was asked of, one after the other, all
 * places, or what is told of one.
 */
async function weigh(
  ctx: BotContext,
  { isOfPlaces, words }: Omit<Extract<FollowUp, { kind: 'weigh' }>, 'kind'>,
  state: ViewState,
): Promise<true> {
  const { searcher } = ctx
  const question = narrowedQuery(state)
  const { along = [], before = '' } = state
  const earlier = isOfPlaces || along.length > 0 ? '' : await yearsAlong(searcher, before, question)
  const beside = OF_NOW.test(words) ? null : await askBeside(searcher, question, `${words} ${earlier}`)
  if (beside !== null) {
    await ask(ctx, beside)
    return true
  }
  if (!isOfPlaces && along.length === 0)
    return await showState(ctx, firstPage('compare', askAll(question) ?? question))
  const every =
    along.length > 0
      ? await askOfAll(searcher, question, along)
      : await askElsewhere(searcher, question, '地')
  const what = /目标|增速|增幅/u.exec(words)?.[0]
  const asked = what === undefined ? every : ((await changeQuestion(searcher, every, what)) ?? every)
  return await showState(ctx, firstPage('compare', await ofMostPlaces(searcher, asked)))
}

/** 这三个哪个今年目标最高: of the year that each of them plans. */
const OF_NOW = /今年/u

/** The question as it is, or of each place's newest report where more of them have an answer then. */
async function ofMostPlaces(searcher: Searcher, question: string): Promise<string> {
  const placesOf = async (text: string): Promise<number> => {
    const { rows = [] } = (await answerFigures(searcher, text, { isNounEnough: true })) ?? {}
    return new Set(rows.map(({ report }) => report.place)).size
  }
  const newest = askNewest(question) ?? question
  return (await placesOf(newest)) > (await placesOf(question)) ? newest : question
}

/** What changes a comparison leaves it one. */
const STAYS_COMPARED: ReadonlySet<FollowUp['kind']> = new Set(['above', 'only', 'elsewhere', 'beside'])

type Question = Exclude<
  FollowUp,
  | PassageFollowUp
  | { kind: 'basis' | 'claim' | 'weigh' | 'item' | 'nth' | 'chart' | 'step' | 'more' | 'again' | 'table' }
>

/** The follow-up as a question by itself; null where the message that it follows does not have what it asks about. */
async function nextQuestion(
  ctx: BotContext,
  followUp: Question,
  { state, shown }: { readonly state: ViewState; readonly shown: Message | undefined },
): Promise<string | null> {
  const { searcher } = ctx
  const question = narrowedQuery(state)
  switch (followUp.kind) {
    case 'above': {
      const place = await placeAboveShown(ctx, shown, state, followUp.level)
      return place === null ? null : await changeQuestion(searcher, question, place)
    }
    case 'only':
      return askOnly(unstated(state), followUp.words)
    case 'elsewhere':
      return await askElsewhere(searcher, question, followUp.level)
    case 'beside':
      return await askBeside(searcher, question, followUp.words)
    case 'part':
      return await askWithin(searcher, await placedQuestion(ctx, shown, state), followUp.words)
    case 'newest':
      return askNewest(question)
    case 'meaning':
      return await termShown(ctx, state)
    case 'mentions':
      return await askMentions(searcher, question, followUp.words)
    case 'why':
      return `${question.replace(/[?？\s]+$/u, '')} 为什么`
  }
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
  const changed = isPlace ? await changeQuestion(ctx.searcher, asked, place) : asked
  if (changed === null) return false
  const aimed = AIMS.test(place) ? askOnly(changed, '目标') : changed
  // 保定2024年占87%还多, then 龙华好像也是87%: one number takes the place of the other, and of which year nobody said.
  const topic = isPlace && hasNumber(aimed.replace(YEAR, '')) ? askFigure(aimed) : null
  const question = topic === null ? aimed : (askNewest(topic) ?? topic)
  if (!isPlace && place.length >= MIN_OWN_TOPIC) {
    await ask(ctx, await askWithin(ctx.searcher, asked, `${place}${amount}`))
    return true
  }
  const stated = isPlace || place === '' ? await stateFigure(ctx.searcher, question, amount) : null
  // A question for something else than an amount states nothing with one behind it.
  const claim = stated ?? (ASKS.test(question) ? null : `${question}${isPlace ? '' : place}${amount}`)
  const checked = claim === null ? null : await verifyClaim(ctx.searcher, claim, ctx.setting)
  if (checked === null) return false
  await show(ctx, 'follow-up', async () => checked)
  return true
}

/** 2024年还要增加100万吨吗. */
const AIMS = /要|打算|准备|计划|争取|想/u
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
  const pages = Math.max(1, Math.ceil(total / HITS_A_PAGE))
  if (at >= total) return { ...list, offset: pages * HITS_A_PAGE, focus: null }
  return { ...list, offset, focus: { hit: at % HITS_A_PAGE, sentences: null } }
}

/** What the number stands for in the message replied to: a row of its table, or a hit of its list. */
async function showNumbered(
  ctx: BotContext,
  { number, isWhole, mayBeItem = false }: Extract<FollowUp, { kind: 'nth' }>,
  state: ViewState,
): Promise<boolean> {
  const { searcher } = ctx
  if (mayBeItem && (await showsItems(ctx, number, state)) && (await showItem(ctx, number, state))) return true
  const rows = await numberedPassages(searcher, state)
  const row = rows.at(number < 0 ? number : number - 1)
  if (row !== undefined) return await showPlaced(ctx, row, state)
  const list = asList(state)
  const { hits } = await answer(searcher, narrowedQuery(list), { limit: HITS_A_PAGE, offset: list.offset })
  // The numbers of a page begin with 1; larger ones count from the first page.
  const at =
    number < 0
      ? list.offset + Math.max(0, hits.length + number)
      : number <= HITS_A_PAGE
        ? list.offset + number - 1
        : number - 1
  const whole = isWhole ? hits[at - list.offset]?.passage.id : undefined
  if (whole !== undefined) return await showPlaced(ctx, whole, state)
  return await showState(ctx, focusOn(ctx, list, at))
}

/** The paragraph around the words shown, its citation, or another paragraph; of a list the sentence with the one before or behind it. */
async function showPassage(
  ctx: BotContext,
  followUp: PassageFollowUp,
  { state, shown }: Pick<Asked, 'state' | 'shown'>,
): Promise<boolean> {
  if (followUp.kind === 'neighbour' && followUp.of === 'sentence' && state?.view === 'list')
    return await widenSentence(ctx, followUp.by, state)
  const id = linkedPassage(shown)
  const found = id === null ? null : await ctx.searcher.passage(id)
  if (found === null) return false
  const { passage, report } = found
  if (followUp.kind === 'open') return await showPlaced(ctx, passage.id, state)
  if (followUp.kind === 'cite') {
    await sendReply(ctx, citationReply(passage, report, ctx.setting, state))
    return true
  }
  // A quotation that was checked has its paragraph around it.
  const beside = followUp.kind === 'neighbour' && followUp.of === 'paragraph' ? followUp.by : 0
  const number = followUp.kind === 'paragraph' ? followUp.number : passage.paragraph + beside
  const wanted = (await ctx.searcher.report(report.id))?.passages[number - 1]?.id
  return wanted !== undefined && (await showPlaced(ctx, wanted, state))
}

async function widenSentence(ctx: BotContext, by: 1 | -1, state: ViewState): Promise<boolean> {
  const hit = state.focus?.hit ?? 0
  const { hits } = await answerPage(ctx.searcher, state)
  const sentence = hits[hit]?.sentence
  if (sentence === undefined) return false
  const [first, last] = state.focus?.sentences ?? [sentence.first, sentence.last]
  const sentences =
    by < 0
      ? ([Math.max(0, first - 1), last] as const)
      : ([first, Math.min(sentence.count - 1, last + 1)] as const)
  return await showState(ctx, { ...state, focus: { hit, sentences } })
}
