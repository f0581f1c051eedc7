/** Turns questions in any form (a text, /ask, a mention, a reply; /verify and /compare with their words) into the answer. */

import { FormattedString } from '@grammyjs/parse-mode'
import type { Composer } from 'grammy'
import { onCommand } from '../command.ts'
import type { BotContext } from '../context.ts'
import { askQuestion, showView, verifyQuote } from '../question.ts'
import type { ShownAnswer } from '../reply.ts'

import { sendLine, sendReply } from '../sending/sending.ts'
import { withTyping } from '../sending/typing.ts'
import { carry, firstPage, fitQuestion, type ViewState } from '../state-link.ts'
import { readTalk } from '../talk/small-talk.ts'
import type { Meant } from '../talk/unmet.ts'
import { reviewText } from './draft.ts'
import { sendTalk } from './talk.ts'

export function installAsk(composer: Composer<BotContext>): void {
  composer.filter(
    (ctx) => ctx.route.kind === 'question',
    (ctx) => ask(ctx, ctx.route.kind === 'question' ? ctx.route.text : ''),
  )
  onCommand(composer, 'ask', (ctx, args) => askOrExplain(ctx, args))
  composer.filter(
    (ctx) => ctx.route.kind === 'wordless',
    (ctx) =>
      ctx.route.kind === 'wordless' && ctx.route.cause === 'mention'
        ? askOrExplain(ctx, '')
        : sendLine(ctx, ctx.t('media')),
  )
}

/** /verify checks words as a quote, whether they look like one or not. */
export function installVerify(composer: Composer<BotContext>): void {
  onCommand(composer, 'verify', async (ctx, args) => {
    const words = args || repliedWords(ctx)
    if (words === '') return await sendLine(ctx, ctx.t('verify-usage'))
    if (await reviewText(ctx, words)) return
    await show(ctx, 'verify', () => verifyQuote(ctx.searcher, words, ctx.setting))
  })
}

/** /compare sets the best passages of all reports side by side. */
export function installCompare(composer: Composer<BotContext>): void {
  onCommand(composer, 'compare', async (ctx, args) => {
    const words = args || repliedWords(ctx)
    if (words === '') return await sendLine(ctx, ctx.t('compare-usage'))
    const query = fitQuestion(words, ctx.setting.botUsername)
    const state = firstPage('compare', query)
    await show(ctx, 'compare', () => showView(ctx.searcher, state, ctx.setting))
  })
}

interface Asking {
  /** Places that the same was asked of before. Default none. */
  readonly along?: readonly string[]
  /** The question before this one. */
  readonly before?: string
  /** What a message behind an answer meant. */
  readonly meant?: Meant
}

/** Answers words in a new message. */
export async function ask(
  ctx: BotContext,
  words: string,
  { along = [], before, meant }: Asking = {},
): Promise<void> {
  await show(ctx, 'ask', async () => {
    const shown = await askQuestion(ctx.searcher, words, ctx.setting, meant)
    if (along.length === 0 && before === undefined) return shown
    const { text, keyboard } = shown.reply
    const entities = carry(
      text.entities,
      { along, ...(before !== undefined && { before }) },
      ctx.setting.botUsername,
    )
    return { ...shown, reply: { text: new FormattedString(text.text, entities), keyboard } }
  })
}

/** Without words of its own, a command or mention is about the message it replies to. */
async function askOrExplain(ctx: BotContext, args: string): Promise<void> {
  const words = args || repliedWords(ctx)
  if (words === '') return await sendLine(ctx, ctx.t('ask-usage'))
  const talk = readTalk(words)
  if (talk !== null) return await sendTalk(ctx, talk)
  await ask(ctx, words)
}

/** Answers in a new message; `feature` for the metrics. */
export async function show(
  ctx: BotContext,
  feature: string,
  work: () => Promise<ShownAnswer>,
): Promise<void> {
  const { reply, match } = await withTyping(ctx, work)
  await sendReply(ctx, reply)
  ctx.reportAnswer(feature, match)
}

/** Answers a follow-up with a view of the question that it follows. */
export async function showState(ctx: BotContext, state: ViewState | Promise<ViewState>): Promise<true> {
  await show(ctx, 'follow-up', async () => await showView(ctx.searcher, await state, ctx.setting))
  return true
}

/** The words of the message that this one replies to: the part that was quoted from it, or all of it. */
function repliedWords(ctx: BotContext): string {
  const replied = ctx.msg?.reply_to_message
  return (ctx.msg?.quote?.text ?? replied?.text ?? replied?.caption ?? '').trim()
}
