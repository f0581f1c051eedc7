/** Answers whether figures are reckoned alike by the sentences that tell them. */
import { answerFigures } from '../../answer/figures/answer-figures.ts'
import type { BotContext } from '../context.ts'
import { basisReply } from '../replies/figures-reply.ts'
import { firstPage, narrowedQuery, type ViewState } from '../state-link.ts'
import { askBeside, askOfAll } from '../talk/change-question.ts'
import { show } from './ask.ts'

/** The sentences that tell the figures of the question, and of the place or year that the words name or that it was asked of before. */
export async function showBasis(ctx: BotContext, words: string, state: ViewState): Promise<boolean> {
  const { searcher, setting } = ctx
  const question = narrowedQuery(state)
  const asked =
    (await askBeside(searcher, question, words)) ?? (await askOfAll(searcher, question, state.along ?? []))
  const told = await Promise.all(
    [asked, ...(state.before !== undefined && asked === question ? [state.before] : [])].map(
      async (one) => (await answerFigures(searcher, one, { isNounEnough: true }))?.rows ?? [],
    ),
  )
  if (told.flat().length === 0) return false
  const reply = basisReply(told.flat(), firstPage('compare', asked), setting)
  await show(ctx, 'follow-up', async () => ({ reply, match: 'strong' }))
  return true
}
