/** Turns what a visitor sends to be checked, words or a file, into verdicts sentence by sentence. */
import { readDraft } from '../import/read-draft.ts'
import { SourceError } from '../import/source/source.ts'
import { createQueue } from '../queue.ts'
import { splitSentences } from '../quote/sentences.ts'
import { verifyDraft } from '../quote/verify-draft.ts'
import { type SentenceVerdict, verifyText } from '../quote/verify-text.ts'
import { MAX_QUERY_UTF16 } from '../search/query/query.ts'
import type { Searcher } from '../search/searcher.ts'
import { TroubleError } from './problem.tsx'

export interface CheckedText {
  /** What was checked of it. */
  readonly text: string
  /** In the order of the text; of a draft the sentences that quote or state a figure. */
  readonly sentences: readonly SentenceVerdict[]
  /** Characters at the end that were left unchecked, because the text is too long. */
  readonly unchecked: number
}

/** As many as verifyText() takes apart; more are a draft. */
const SENTENCES_OF_A_QUOTE = 20
/** A draft of this length takes some seconds. */
const MAX_DRAFT_UTF16 = 30_000

export async function checkText(searcher: Searcher, whole: string): Promise<CheckedText> {
  const text = whole.slice(0, MAX_DRAFT_UTF16)
  const isDraft = text.length > MAX_QUERY_UTF16 || splitSentences(text).length > SENTENCES_OF_A_QUOTE
  const sentences = isDraft ? await verifyDraft(searcher, text) : (await verifyText(searcher, text)).sentences
  return { text, sentences, unchecked: whole.length - text.length }
}

/** A reading process needs up to 640 MB: they come one after the other, and no more wait than these. */
const MAX_WAITING = 4
let waiting = 0
const inTurn = createQueue()

/** The text of a file: txt, md, html, docx or pdf. */
export async function readUpload(file: File): Promise<string> {
  if (waiting >= MAX_WAITING) throw new TroubleError('unavailable')
  waiting++
  try {
    const bytes = new Uint8Array(await file.arrayBuffer())
    return await inTurn(() => readDraft(file.name, bytes))
  } catch (error) {
    if (error instanceof SourceError) throw new TroubleError('unreadable', error.message)
    throw error
  } finally {
    waiting--
  }
}
