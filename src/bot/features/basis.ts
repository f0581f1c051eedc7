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
  const { along = [], before } = state
  const beside = await askBeside(searcher, question, words)
  const asked = beside ?? (await askOfAll(searcher, question, along))
  const isAlone = beside === null && along.length === 0
  const told = await Promise.all(
    [asked, ...(isAlone && before !== undefined ? [before] : [])].map(
      async (one) => (await answerFigures(searcher, one, { isNounEnough: true }))?.rows ?? [],
    ),
  )
  if (told.flat().length === 0) return false
  const reply = basisReply(told.flat(), firstPage('compare', asked), setting)
  await show(ctx, 'follow-up', async () => ({ reply, match: 'strong' }))
  return true
}
