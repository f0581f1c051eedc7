/** Answers /trend, /kwic and /changes, and turns the pages of the last two. */
import type { Composer } from 'grammy'
import { onCommand } from '../command.ts'
import type { BotContext } from '../context.ts'
import { editReply, sendLine, sendLineInChat } from '../sending/sending.ts'
import { withTyping } from '../sending/typing.ts'
import { firstPage, fitQuestion, type ViewState } from '../state-link.ts'
import { show } from './ask.ts'
import { stateOf } from './browse.ts'
import { showChanges, showKwic, showTrend } from './count-views.ts'

export function installCount(composer: Composer<BotContext>): void {
  onCommand(composer, 'trend', async (ctx, args) => {
    if (!NAMES.test(args)) return await sendLine(ctx, ctx.t('trend-usage'))
    await show(ctx, 'trend', () => showTrend(ctx.searcher, stateFor(ctx, 'trend', args), ctx.setting))
  })
  onCommand(composer, 'kwic', async (ctx, args) => {
    if (!NAMES.test(args)) return await sendLine(ctx, ctx.t('kwic-usage'))
    const state = stateFor(ctx, 'kwic', args)
    await show(ctx, 'kwic', () => showKwic(ctx.searcher, { state, sort: 'date' }, ctx.setting))
  })
  onCommand(composer, 'changes', async (ctx, args) => {
    if (!NAMES.test(args)) return await sendLine(ctx, ctx.t('changes-usage'))
    const wanted = { words: args, part: 'overview', offset: 0 } as const
    await show(ctx, 'changes', () => showChanges(ctx.searcher, wanted, ctx.setting))
  })
  composer.use(async (ctx, next) => {
    const { action } = ctx
    if (action?.kind !== 'kwic' && action?.kind !== 'changes') return await next()
    const state = stateOf(ctx)
    if (state === null) return await sendLineInChat(ctx, ctx.t('question-lost'))
    const { reply, match } = await withTyping(ctx, async () => {
      if (action.kind === 'changes')
        return await showChanges(ctx.searcher, { ...action, words: state.query }, ctx.setting)
      const view: ViewState = { ...state, view: 'kwic', offset: action.offset }
      return await showKwic(ctx.searcher, { state: view, sort: action.sort }, ctx.setting)
    })
    await editReply(ctx, reply)
    ctx.reportAnswer(action.kind, match)
  })
}

/** Marks alone are no words to count. */
const NAMES = /[\p{L}\p{N}]/u

function stateFor(ctx: BotContext, view: ViewState['view'], words: string): ViewState {
  return firstPage(view, fitQuestion(words, ctx.setting.botUsername))
}
