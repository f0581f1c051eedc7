/** Verifies drafts: a long text, or a document sent in a private chat, answered by the sum, what is wrong, and a file. */
import { type Composer, InputFile } from 'grammy'
import { draftToDocx } from '../../export/draft-docx.ts'
import { reviewDraft } from '../../export/draft-review.ts'
import { isDraftName, readDraft } from '../../import/read-draft.ts'
import { createQueue } from '../../queue.ts'
import { checkVerbatim } from '../../quote/check.ts'
import { splitSentences } from '../../quote/sentences.ts'
import { verifyDraft } from '../../quote/verify-draft.ts'
import type { SentenceVerdict } from '../../quote/verify-text.ts'
import type { BotContext } from '../context.ts'
import { type Document, type FileServer, fetchDocument } from '../fetch-document.ts'
import { sentencesLines } from '../replies/quote-reply.ts'
import { fitReply, lines } from '../reply.ts'
import { sendLine, sendReply } from '../sending/sending.ts'
import { withTyping } from '../sending/typing.ts'

/** A longer text with several sentences is a draft, not a quote; with many it need not be so long. */
const MIN_DRAFT_UTF16 = 400
const MIN_SENTENCES = 4
const MIN_SHORT_DRAFT_UTF16 = 150
const MANY_SENTENCES = 6
const MAX_FILE_BYTES = 20 * 1024 * 1024

export function installDraft(composer: Composer<BotContext>, fetchFile: FileServer['download'] | null): void {
  // A process for each document: strangers get one at a time.
  const inTurn = createQueue()
  composer.use(async (ctx, next) => {
    const document = draftOf(ctx)
    if (fetchFile !== null && document !== null)
      return await inTurn(() => reviewDocument(ctx, document, fetchFile))
    if (ctx.route.kind === 'question' && (await reviewText(ctx, ctx.route.text))) return
    await next()
  })
}

function draftOf(ctx: BotContext): Document | null {
  const document = ctx.chat?.type === 'private' ? ctx.message?.document : undefined
  return document !== undefined && isDraftName(document.file_name ?? '') ? document : null
}

async function reviewDocument(
  ctx: BotContext,
  document: Document,
  fetchFile: FileServer['download'],
): Promise<void> {
  const bytes = await fetchDocument(ctx, document, { maxFileBytes: MAX_FILE_BYTES, download: fetchFile })
  if (typeof bytes === 'string') return await sendLine(ctx, bytes)
  let text: string
  try {
    text = await withTyping(ctx, () => readDraft(document.file_name ?? 'draft', bytes))
  } catch (error) {
    ctx.log.info({ err: error }, 'a draft could not be read')
    const reason = error instanceof Error && error.name === 'SourceError' ? error.message : null
    return await sendLine(
      ctx,
      reason === null ? ctx.t('admin-file-unreachable') : ctx.t('draft-unreadable', { reason }),
    )
  }
  const verdicts = await withTyping(ctx, () => verifyDraft(ctx.searcher, text))
  if (verdicts.length === 0) return await sendLine(ctx, ctx.t('draft-nothing'))
  await sendReview(ctx, text, verdicts)
}

/** True when the text was a draft, and is answered. A long quote that stands in a report is none. */
export async function reviewText(ctx: BotContext, text: string): Promise<boolean> {
  if (text.length < MIN_SHORT_DRAFT_UTF16) return false
  const sentences = splitSentences(text).length
  if (sentences < (text.length < MIN_DRAFT_UTF16 ? MANY_SENTENCES : MIN_SENTENCES)) return false
  if ((await checkVerbatim(ctx.searcher, text)) !== null) return false
  const verdicts = await withTyping(ctx, () => verifyDraft(ctx.searcher, text))
  if (verdicts.length === 0) return false
  await sendReview(ctx, text, verdicts)
  return true
}

async function sendReview(
  ctx: BotContext,
  text: string,
  verdicts: readonly SentenceVerdict[],
): Promise<void> {
  const said = lines(...sentencesLines(verdicts, ctx.setting), '', ctx.t('draft-more'))
  await sendReply(ctx, fitReply({ text: said, keyboard: [] }))
  const file = await draftToDocx(reviewDraft(text, verdicts, ctx.t))
  await ctx.replyWithDocument(new InputFile(file, `${ctx.t('draft-title')}.docx`))
  ctx.reportAnswer('draft', 'strong')
}
