/** Answers /cite with a passage's id, a link to it or words, and the button below a passage, with the passage's citations. */

import type { Composer } from 'grammy'
import type { Message } from 'grammy/types'
import { findNamed } from '../../answer/named-report.ts'
import type { Candidate } from '../../search/backend.ts'
import { readNumeral } from '../../text/numeral.ts'
import { PASSAGE_ID } from '../callback-data.ts'
import { onAction, onCommand } from '../command.ts'
import type { BotContext } from '../context.ts'
import { citationReply, reportCitationReply } from '../replies/citation-reply.ts'

import { sendLine, sendReply } from '../sending/sending.ts'

const START_LINK = /[?&]start=([\w-]{1,64})/

export function installCite(composer: Composer<BotContext>): void {
  onCommand(composer, 'cite', async (ctx, args) => {
    const replied = ctx.msg?.reply_to_message
    if (args === '' && replied === undefined) return await sendLine(ctx, ctx.t('cite-usage'))
    if (await citeReference(ctx, args)) return
    const id = args === '' ? linkedPassage(replied) : readId(args)
    const found = id === null ? await bestPassage(ctx, args) : await ctx.searcher.passage(id)
    if (found !== null) return await sendReply(ctx, citationReply(found.passage, found.report, ctx.setting))
    await sendLine(ctx, ctx.t(id === null ? 'cite-usage' : 'passage-unknown'))
  })
  onAction(composer, ['cite-report'], async (ctx, { report }) => void (await citeWhole(ctx, report)))
  onAction(composer, ['cite'], async (ctx, { passage }) => {
    if (ctx.chat === undefined) return
    const found = await ctx.searcher.passage(passage)
    // A message of its own: the passage stays where it is being read.
    if (found === null) await sendLine(ctx, ctx.t('passage-unknown'))
    else await sendReply(ctx, citationReply(found.passage, found.report, ctx.setting))
  })
}

/** xinyuan-2023 35, 第35段, zhaosu-2025, 新源县 第35段; false for other words. */
async function citeReference(ctx: BotContext, args: string): Promise<boolean> {
  const { id = '', number = '' } = REFERENCE.exec(args)?.groups ?? {}
  if (id !== '' && number === '') return await citeWhole(ctx, id)
  const replied = PARAGRAPH.exec(args)?.groups?.number
  const linked = linkedPassage(ctx.msg?.reply_to_message as Message | undefined)
  const report = id !== '' ? id : replied === undefined ? '' : (linked?.replace(/_.*$/u, '') ?? '')
  const named = report === '' ? await findNamed(ctx.searcher, args) : null
  if (named?.kind === 'reports') return await citeWhole(ctx, named.reports[0]?.id ?? '')
  const found =
    named?.kind === 'paragraph' ? named.report : report === '' ? null : await ctx.searcher.report(report)
  const paragraph = named?.kind === 'paragraph' ? named.paragraph : numberOf(number || (replied ?? ''))
  const passage = found?.passages[paragraph - 1]
  if (passage === undefined) {
    if (replied === undefined && id === '') return false
    await sendLine(ctx, ctx.t(report === '' ? 'cite-usage' : 'passage-unknown'))
    return true
  }
  const cited = await ctx.searcher.passage(passage.id)
  if (cited === null) return false
  await sendReply(ctx, citationReply(cited.passage, cited.report, ctx.setting))
  return true
}

const REFERENCE = /^(?<id>[a-z0-9-]*-\d{4}(?:-\d+)?)(?:\s+第?(?<number>\d{1,3})段?)?$/u
const PARAGRAPH = /^第?\s*(?<number>[1-9]\d{0,2}|[一二三四五六七八九十百]{1,5})\s*段$/u

function numberOf(text: string): number {
  return readNumeral(text) ?? 0
}

async function citeWhole(ctx: BotContext, id: string): Promise<boolean> {
  const { reports } = await ctx.searcher.catalog()
  const report = reports.find((one) => one.id === id)
  if (report === undefined) return false
  if (ctx.chat !== undefined) await sendReply(ctx, reportCitationReply(report, ctx.setting))
  return true
}

/** `yining-2023_0123456789`, or a link that holds it. */
function readId(words: string): string | null {
  const id = START_LINK.exec(words)?.[1] ?? words
  return PASSAGE_ID.test(id) ? id : null
}

/** The first passage that a message of the bot links to. */
export function linkedPassage(message: Message | undefined): string | null {
  const links = (message?.entities ?? []).flatMap((entity) =>
    entity.type === 'text_link' ? [entity.url] : [],
  )
  return links.map(readId).find((id) => id !== null) ?? null
}

async function bestPassage(
  ctx: BotContext,
  words: string,
): Promise<Pick<Candidate, 'passage' | 'report'> | null> {
  if (words === '') return null
  const { match, hits } = await ctx.searcher.search(words, { limit: 1 })
  return match === 'none' ? null : (hits[0] ?? null)
}
