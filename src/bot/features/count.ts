/** Answers /trend, /kwic and /changes. */
import type { Composer } from 'grammy'
import { onCommand } from '../command.ts'
import type { BotContext } from '../context.ts'
import { showView } from '../question.ts'
import { sendLine } from '../sending/sending.ts'
import { firstPage, fitQuestion } from '../state-link.ts'
import { show } from './ask.ts'

/** Marks alone are no words to count. */
const NAMES = /[\p{L}\p{N}]/u

/** Each with the line that tells how to ask. */
const VIEWS = [
  ['trend', 'trend-usage'],
  ['kwic', 'kwic-usage'],
  ['changes', 'changes-usage'],
] as const

export function installCount(composer: Composer<BotContext>): void {
  for (const [view, usage] of VIEWS)
    onCommand(composer, view, async (ctx, args) => {
      if (!NAMES.test(args)) return await sendLine(ctx, ctx.t(usage))
      const state = firstPage(view, fitQuestion(args, ctx.setting.botUsername))
      await show(ctx, view, () => showView(ctx.searcher, state, ctx.setting))
    })
}
