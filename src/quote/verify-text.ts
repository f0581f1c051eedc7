/** Verifies a text of several sentences or lines: one verdict for each, with its place in the text, and one for the whole. */
import type { Searcher } from '../search/searcher.ts'
import { lettersOf } from '../text/normalizer.ts'
import { type Carried, NOTHING_CARRIED } from './claims/read-claims.ts'
import { numbersIn } from './claims/unread-numbers.ts'
import { splitSentences } from './sentences.ts'
import { type Verdict, type VerifyOptions, verify } from './verify.ts'

export interface SentenceVerdict extends Verdict {
  /** `[start, end)` of the sentence in the text, in UTF-16 units. */
  readonly start: number
  readonly end: number
}

export interface TextVerdict extends Verdict {
  /** In the order of the text; one for a text that is one sentence, or stands in a report as a whole. */
  readonly sentences: readonly SentenceVerdict[]
}

/** More sentences than these are a draft. */
const MAX_SENTENCES = 20

/** A quote may run over sentences: only what stands nowhere as a whole is taken apart. */
export async function verifyText(
  searcher: Searcher,
  text: string,
  options: VerifyOptions = {},
): Promise<TextVerdict> {
  const whole = await verify(searcher, text, options)
  const sentences = splitSentences(text)
  const stating = sentences.filter(({ text: sentence }) => !statesNothing(sentence))
  if (isQuotedWhole(whole, text) || stating.length < 2 || sentences.length > MAX_SENTENCES) {
    return { ...whole, sentences: [{ ...whole, start: 0, end: text.length }] }
  }
  const verdicts: SentenceVerdict[] = []
  let carried: Carried = NOTHING_CARRIED
  for (const { text: sentence, start, end } of sentences) {
    const verdict = await verify(searcher, sentence, { carried })
    carried = verdict.carried
    verdicts.push({ ...verdict, start, end })
  }
  return {
    ...whole,
    supported: together(verdicts),
    conflicts: verdicts.flatMap(({ conflicts }) => conflicts),
    aside: verdicts.flatMap(({ aside = [] }) => aside),
    source: verdicts.find(({ source }) => source !== null)?.source ?? whole.source,
    sentences: verdicts,
  }
}

/** More of a text than this being one quotation, the rest is a lead or a question about it. */
const WHOLE_SHARE = 0.5

/** Whose report it was, behind its words: ——2023年石河县政府工作报告. */
const SIGNATURE = /^[—–-]+[^，,。；;]*报告[^，,。；;]{0,4}$/u

/** A question without a number, or a signature: what it names goes with the other sentence. */
function statesNothing(sentence: string): boolean {
  return (/[?？]$/u.test(sentence) && numbersIn(sentence).length === 0) || SIGNATURE.test(sentence)
}

/** A slogan in quotation marks in the midst of a draft is not what the draft says. */
function isQuotedWhole({ check }: Verdict, text: string): boolean {
  if (check.kind !== 'verbatim') return false
  return check.part === undefined || lettersOf(check.part).length >= WHOLE_SHARE * lettersOf(text).length
}

function together(verdicts: readonly Verdict[]): boolean | null {
  if (verdicts.some(({ supported }) => supported === false)) return false
  return verdicts.every(({ supported }) => supported === true) ? true : null
}
