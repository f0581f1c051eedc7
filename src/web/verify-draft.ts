/** Turns what a visitor sends to be checked, words or a file, into verdicts sentence by sentence. */
import { readSourcesSandboxed, SANDBOX_LIMITS } from '../import/sandbox.ts'
import { NOTHING_CARRIED } from '../quote/claims/read-claims.ts'
import { splitSentences } from '../quote/sentences.ts'
import { verify } from '../quote/verify.ts'
import { type SentenceVerdict, verifyText } from '../quote/verify-text.ts'
import { MAX_QUERY_UTF16 } from '../search/query/query.ts'
import type { Searcher } from '../search/searcher.ts'
import { TroubleError } from './problem.tsx'

export interface CheckedText {
  readonly text: string
  /** In the order of the text. */
  readonly sentences: readonly SentenceVerdict[]
  /** How many sentences were left unchecked, because the text is too long. */
  readonly unchecked: number
}

/** Each takes some hundredths of a second. */
const MAX_SENTENCES = 200

/** Checks words as typed: a quote as a whole where it stands as one, else sentence by sentence. */
export async function checkText(searcher: Searcher, text: string): Promise<CheckedText> {
  const short = splitSentences(text).length
  if (text.length > MAX_QUERY_UTF16 || short > SENTENCES_OF_A_QUOTE) return await checkDraft(searcher, text)
  const { sentences } = await verifyText(searcher, text)
  return { text, sentences, unchecked: 0 }
}

/** As many as verifyText() takes apart. */
const SENTENCES_OF_A_QUOTE = 20

async function checkDraft(searcher: Searcher, text: string): Promise<CheckedText> {
  const all = splitSentences(text)
  const sentences: SentenceVerdict[] = []
  let carried = NOTHING_CARRIED
  for (const { text: sentence, start, end } of all.slice(0, MAX_SENTENCES)) {
    const verdict = await verify(searcher, sentence, { carried })
    carried = verdict.carried
    sentences.push({ ...verdict, start, end })
  }
  return { text, sentences, unchecked: Math.max(0, all.length - MAX_SENTENCES) }
}

/** A reading process needs up to 640 MB: they come one after the other, and no more wait than these. */
const MAX_WAITING = 4
let waiting = 0
let last: Promise<unknown> = Promise.resolve()

/** The text of a file: txt, md, html, docx or pdf. Read in a process of its own, which no file can make hang or swell. */
export async function readDraft(file: File): Promise<string> {
  if (waiting >= MAX_WAITING) throw new TroubleError('unavailable')
  waiting++
  const bytes = new Uint8Array(await file.arrayBuffer())
  const reading = last.then(() => readSourcesSandboxed(file.name, bytes, SANDBOX_LIMITS))
  last = reading.catch(() => undefined)
  try {
    const [source] = await reading
    if (source === undefined) throw new TroubleError('unreadable')
    if (source.error !== undefined) throw new TroubleError('unreadable', source.error.message)
    return source.lines.map(({ text }) => text).join('\n')
  } finally {
    waiting--
  }
}
