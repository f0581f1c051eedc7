/** Turns a passage's id (on a button, by lot) into the passage in its context. */

import type { Composer } from 'grammy'
import { findKinds } from '../../answer/figures/figure-hits.ts'
import type { ReportSummary } from '../../search/backend.ts'
import { type Filters, isOfPlaceAndYear } from '../../search/filter.ts'
import type { Searcher } from '../../search/searcher.ts'
import { clip } from '../../text/clip.ts'
import { onAction, onCommand } from '../command.ts'
import type { BotContext } from '../context.ts'
import { placePassage } from '../passage-lookup.ts'
import { wholeMessage } from '../replies/inline-reply.ts'
import { passageReply } from '../replies/passage-reply.ts'

import { editReply, sendLine, sendLineInChat, sendReply } from '../sending/sending.ts'
import { withTyping } from '../sending/typing.ts'
import { stateOf } from './browse.ts'

/** `random` gives a number from 0 to below 1. */
export function installPassage(composer: Composer<BotContext>, random: () => number): void {
  onCommand(composer, 'random', async (ctx, words) => {
    const reply = await randomReply(ctx, random, words)
    if (reply === null)
      await sendLine(
        ctx,
        words === '' ? ctx.t('reports-empty') : ctx.t('missing-place', { place: clip(words, 40) }),
      )
    else await sendReply(ctx, reply)
  })
  onAction(composer, ['open'], (ctx, { passage, page }) => open(ctx, passage, page))
  onAction(composer, ['whole'], (ctx, { passage }) => showWhole(ctx, passage))
  onAction(composer, ['random'], async (ctx) => {
    const reply = await randomReply(ctx, random)
    if (reply !== null) await editReply(ctx, reply)
  })
}

async function open(ctx: BotContext, id: string, page: number): Promise<void> {
  const state = stateOf(ctx)
  const placed = await withTyping(ctx, () => placePassage(ctx.searcher, id, state))
  if (placed === null) return await sendLineInChat(ctx, ctx.t('passage-unknown'))
  await editReply(ctx, passageReply(placed, { page, state }, ctx.setting))
}

/** Replaces the snippet of a message sent inline by the whole paragraph. */
async function showWhole(ctx: BotContext, id: string): Promise<void> {
  const found = await ctx.searcher.passage(id)
  if (found === null) return await sendLineInChat(ctx, ctx.t('passage-unknown'))
  const kindsOf = await findKinds(ctx.searcher, [id])
  await editReply(
    ctx,
    wholeMessage(
      found.passage,
      found.report,
      kindsOf(id, () => [0, found.passage.text.length]),
      ctx.setting.botUsername,
    ),
  )
}

async function randomReply(
  ctx: BotContext,
  random: () => number,
  words = '',
): Promise<ReturnType<typeof passageReply> | null> {
  const id = await drawPassage(ctx.searcher, random(), words)
  const placed = id === null ? null : await placePassage(ctx.searcher, id, null)
  if (placed === null) return null
  return passageReply(placed, { page: 0, state: null, isRandom: true }, ctx.setting)
}

/** Every passage of the reports that the words name has the same chance; of all reports, where there are no words. */
async function drawPassage(searcher: Searcher, lot: number, words: string): Promise<string | null> {
  const { reports: all } = await searcher.catalog()
  const { preferences } = await searcher.read(words)
  const reports = words === '' ? all : all.filter((report) => isNamed(report, preferences))
  let at = Math.floor(lot * reports.reduce((sum, { passages }) => sum + passages, 0))
  for (const { id, passages } of reports) {
    if (at < passages) return (await searcher.report(id))?.passages[at]?.id ?? null
    at -= passages
  }
  return null
}

function isNamed(report: ReportSummary, words: Pick<Filters, 'places' | 'years'>): boolean {
  return words.places.length + words.years.length > 0 && isOfPlaceAndYear(report, words)
}
