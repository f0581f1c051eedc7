/** Lets administrators look after the corpus by messages and buttons: /stats, /reload, /import, /remove. Nobody else learns that these exist. */

import { FormattedString } from '@grammyjs/parse-mode'
import { Composer, type Middleware } from 'grammy'
import type { Message } from 'grammy/types'
import { REPORT_ID } from '../corpus/report.ts'
import type { AdminActions, ImportOutcome, StoreOutcome } from './admin-actions.ts'
import type { BotContext } from './context.ts'
import { type Document, fetchDocument } from './fetch-document.ts'
import { fitReply, type Keyboard } from './reply.ts'
import { contentOf } from './sending/sending.ts'

export interface AdminOptions {
  readonly admins: ReadonlySet<number>
  readonly actions: AdminActions
}

/** Starts the data of every button here; those of the features start with a figure. */
const DATA = /^A:(import|cancel|remove|really):?([a-z0-9-]{0,40})$/
const MAX_WARNINGS = 5

export function createAdmin({ admins, actions }: AdminOptions): Middleware<BotContext> {
  const root = new Composer<BotContext>()
  // In a group, others would read the answers.
  const admin = root.filter(
    ({ from, chat }) => from !== undefined && admins.has(from.id) && chat?.type === 'private',
  )
  admin.on('message', async (ctx, next) => {
    const [command, ...args] = (ctx.message.text ?? ctx.message.caption ?? '').trim().split(/\s+/)
    const name = command?.toLowerCase().replace(`@${ctx.me.username.toLowerCase()}`, '')
    if (name === '/stats') return sendText(ctx, await actions.stats((key, values) => ctx.t(key, values)))
    if (name === '/reload') return sendText(ctx, ctx.t('admin-reloaded', { outcome: await actions.reload() }))
    if (name === '/import') return previewImport(ctx, actions, args)
    if (name === '/remove') return askToRemove(ctx, actions, args[0] ?? '')
    return next()
  })
  admin.on('callback_query:data', async (ctx, next) => {
    const [, kind, id = ''] = DATA.exec(ctx.callbackQuery.data) ?? []
    if (kind === undefined) return next()
    await ctx.answerCallbackQuery()
    if (kind === 'import') return confirmImport(ctx, actions)
    if (kind === 'remove')
      return editText(ctx, ctx.t('admin-remove-really', { id }), buttons(ctx, 'really', id))
    if (kind === 'really') return editText(ctx, ctx.t('admin-removed', { outcome: await actions.remove(id) }))
    return editText(ctx, ctx.t('admin-cancelled'))
  })
  return root
}

/** Shows what would be imported. The document rides in the message that is replied to, the options in the text. */
async function previewImport(ctx: BotContext, actions: AdminActions, args: readonly string[]): Promise<void> {
  const holder = ctx.message?.document === undefined ? ctx.message?.reply_to_message : ctx.message
  const { document } = holder ?? {}
  if (holder === undefined || document === undefined) return sendText(ctx, ctx.t('admin-import-how'))
  const outcomes = await inspect(ctx, actions, document, args)
  const isUsable = outcomes.some(({ kind }) => kind === 'understood')
  const heading = `/import ${args.join(' ')}`.trim()
  const text = [heading, ...outcomes.map((outcome) => describe(ctx, outcome))].join('\n\n')
  await sendText(ctx, text, isUsable ? buttons(ctx, 'import') : [], {
    reply_parameters: { message_id: holder.message_id, allow_sending_without_reply: true },
  })
}

/** Reads the document once more and stores it: nothing was kept between preview and confirmation. */
async function confirmImport(ctx: BotContext, actions: AdminActions): Promise<void> {
  const preview = ctx.callbackQuery?.message as Message | undefined
  const document = preview?.reply_to_message?.document
  if (preview === undefined || document === undefined) return editText(ctx, ctx.t('admin-import-gone'))
  const args = (preview.text ?? '').split('\n', 1)[0]?.split(/\s+/).slice(1) ?? []
  const bytes = await fetchDocument(ctx, document, actions)
  if (typeof bytes === 'string') return editText(ctx, bytes)
  const stored = await actions.store(document.file_name ?? 'document', bytes, args)
  await editText(ctx, stored.map((outcome) => describeStored(ctx, outcome)).join('\n\n'))
}

async function inspect(
  ctx: BotContext,
  actions: AdminActions,
  document: Document,
  args: readonly string[],
): Promise<readonly ImportOutcome[]> {
  await ctx.replyWithChatAction('typing').catch(() => {})
  const bytes = await fetchDocument(ctx, document, actions)
  if (typeof bytes === 'string') return [{ kind: 'failed', file: document.file_name ?? '?', reason: bytes }]
  return actions.inspect(document.file_name ?? 'document', bytes, args)
}

function describe(ctx: BotContext, outcome: ImportOutcome): string {
  if (outcome.kind === 'failed')
    return ctx.t('admin-import-failed', { file: outcome.file, reason: outcome.reason })
  const { meta, headings, paragraphs, keptChars, droppedChars, warnings, replaces } = outcome
  const facts = ctx.t('admin-import-understood', {
    file: outcome.file,
    id: meta.id,
    title: meta.title,
    place: `${meta.place} ${meta.level}`.trim(),
    year: String(meta.year),
    meeting: meta.meeting || '—',
    date: meta.date || '—',
    speaker: [meta.post, meta.speaker].filter((part) => part !== '').join(' ') || '—',
    headings,
    paragraphs,
    kept: keptChars,
    dropped: droppedChars,
  })
  const notes = warnings.slice(0, MAX_WARNINGS).map((warning) => `⚠ ${warning}`)
  const more = warnings.length > MAX_WARNINGS ? [`⚠ +${warnings.length - MAX_WARNINGS}`] : []
  return [
    facts,
    ...(replaces ? [ctx.t('admin-import-replaces', { id: meta.id })] : []),
    ...notes,
    ...more,
  ].join('\n')
}

function describeStored(ctx: BotContext, outcome: StoreOutcome): string {
  if (outcome.kind === 'failed')
    return ctx.t('admin-import-failed', { file: outcome.file, reason: outcome.reason })
  return ctx.t(outcome.isSearchable ? 'admin-import-stored' : 'admin-import-stored-only', {
    id: outcome.id,
    file: outcome.file,
  })
}

async function askToRemove(ctx: BotContext, actions: AdminActions, id: string): Promise<void> {
  const report = REPORT_ID.test(id) ? await actions.find(id) : null
  if (report === null) return sendText(ctx, ctx.t('admin-remove-how', { id }))
  const text = ctx.t('admin-remove-ask', {
    id,
    title: `${report.place} ${report.year} ${report.title}`,
    passages: report.passages,
  })
  await sendText(ctx, text, buttons(ctx, 'remove', id))
}

/** The next step, and none. */
function buttons({ t }: BotContext, step: 'import' | 'remove' | 'really', id?: string): Keyboard {
  const data = id === undefined ? `A:${step}` : `A:${step}:${id}`
  return [
    [
      { text: t(`admin-button-${step}`), callback_data: data },
      { text: t('admin-button-cancel'), callback_data: 'A:cancel' },
    ],
  ]
}

async function sendText(ctx: BotContext, text: string, keyboard: Keyboard = [], options = {}): Promise<void> {
  const reply = fitReply({ text: new FormattedString(text), keyboard })
  await ctx.reply(reply.text.text, { ...contentOf(reply), ...options })
}

async function editText(ctx: BotContext, text: string, keyboard: Keyboard = []): Promise<void> {
  const reply = fitReply({ text: new FormattedString(text), keyboard })
  await ctx.editMessageText(reply.text.text, contentOf(reply))
}
