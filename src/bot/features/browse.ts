/** Turns buttons of a results message into the same message with another part or view of its answer. */
import type { Composer } from 'grammy'
import { answer } from '../../answer/answer.ts'
import type { Searcher } from '../../search/searcher.ts'
import { inTurns } from '../../search/turns.ts'
import type { Action, Narrowing } from '../callback-data.ts'
import { yearsTold } from '../catalog-order.ts'
import { onAction } from '../command.ts'
import type { BotContext } from '../context.ts'
import { askQuestion, showView } from '../question.ts'
import { button, type Keyboard, pairRows } from '../reply.ts'
import { editKeyboard, editReply, sendLineInChat } from '../sending/sending.ts'
import { withTyping } from '../sending/typing.ts'
import { narrowedQuery, readState, type ViewState } from '../state-link.ts'
import { suggestionHash } from '../suggestion.ts'
import { readQuestionParts } from '../talk/question-parts.ts'
import { ask } from './ask.ts'

/** Most places, and most years, offered to narrow to. */
const MAX_FACETS = 8

export function installBrowse(composer: Composer<BotContext>): void {
  onAction(composer, ['idle'], async () => {})
  onAction(composer, ['ask'], async (ctx, { text }) => {
    if (ctx.chat !== undefined) await ask(ctx, text)
  })
  onAction(composer, QUESTION_ACTIONS, async (ctx, action) => {
    const state = stateOf(ctx)
    if (state === null) return await sendLineInChat(ctx, ctx.t('question-lost'))
    if (action.kind === 'facets') return await editKeyboard(ctx, await facetKeyboard(ctx, state))
    if (action.kind === 'suggestion') return await followSuggestion(ctx, state, action.hash)
    const next = nextState(state, action)
    const { reply, match } = await withTyping(ctx, () => showView(ctx.searcher, next, ctx.setting, action))
    await editReply(ctx, reply)
    ctx.reportAnswer(next.view, match)
  })
}

/** The state that rides in the message whose button was pressed; null for messages sent inline, which Telegram does not show. */
export function stateOf(ctx: BotContext): ViewState | null {
  const message = ctx.callbackQuery?.message
  return message === undefined || !('entities' in message) ? null : readState(message.entities)
}

const QUESTION_ACTIONS = [
  'list',
  'focus',
  'group',
  'compare',
  'mentions',
  'trend',
  'kwic',
  'changes',
  'check',
  'back',
  'facets',
  'narrow',
  'suggestion',
] as const satisfies readonly Action['kind'][]

type QuestionAction = Extract<Action, { kind: (typeof QUESTION_ACTIONS)[number] }>

function nextState(
  state: ViewState,
  action: Exclude<QuestionAction, { kind: 'facets' | 'suggestion' }>,
): ViewState {
  switch (action.kind) {
    case 'back':
      return state
    case 'check':
      return { ...state, view: 'check', narrowing: null, offset: 0, focus: null }
    case 'narrow':
      return { ...state, view: 'list', narrowing: action.narrowing, offset: 0, focus: null }
    case 'focus':
      return { ...state, view: 'list', focus: action.focus }
    default:
      return { ...state, view: action.kind, offset: action.offset, focus: null }
  }
}

async function followSuggestion(ctx: BotContext, state: ViewState, hash: string): Promise<void> {
  const { suggestions } = await answer(ctx.searcher, narrowedQuery(state), { limit: 1 })
  const parts = await readQuestionParts(ctx.searcher, state.query)
  const chosen = [...suggestions, ...parts.map((query) => ({ query }))].find(
    (one) => suggestionHash(one) === hash,
  )
  if (chosen === undefined) return await sendLineInChat(ctx, ctx.t('question-lost'))
  const { reply, match } = await askQuestion(ctx.searcher, chosen.query, ctx.setting)
  await editReply(ctx, reply)
  ctx.reportAnswer('suggestion', match)
}

/** Places and years that occur among the hits, each with how many passages it leaves. */
async function facetKeyboard(ctx: BotContext, state: ViewState): Promise<Keyboard> {
  const { searcher, t } = ctx
  const facets = await withTyping(ctx, () => countFacets(searcher, state.query))
  const buttons = facets.flatMap(({ narrowing, count }) =>
    button(t('button-narrow', { label: narrowing.value, count: countLabel(count) }), {
      kind: 'narrow',
      narrowing,
    }),
  )
  return [...pairRows(buttons, 24), button(t('button-back'), { kind: 'list', offset: state.offset })]
}

/** Words are looked for among the best passages alone: of so many there may be more. */
const MOST_COUNTED = 50

function countLabel(count: number): string {
  return count === MOST_COUNTED ? `${count}+` : String(count)
}

interface Facet {
  readonly narrowing: Narrowing
  readonly count: number
}

async function countFacets(searcher: Searcher, query: string): Promise<Facet[]> {
  const { reports, query: read } = await searcher.search(query, { limit: 1 })
  // The place that is asked about comes first.
  const places = new Set([...read.preferences.places, ...reports.map(({ report }) => report.place)])
  const narrowings: Narrowing[] = [
    ...[...places].slice(0, MAX_FACETS).map((value) => ({ by: 'place', value }) as const),
    ...yearsTold(reports)
      .slice(0, MAX_FACETS)
      .map((year) => ({ by: 'year', value: String(year) }) as const),
  ]
  const counted = await inTurns(narrowings, async (narrowing): Promise<Facet> => {
    const { total } = await searcher.search(narrowedQuery({ query, narrowing }), { limit: 1 })
    return { narrowing, count: total }
  })
  return counted.filter(({ count }) => count > 0)
}
