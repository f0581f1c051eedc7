/** A question and its hits in; a quote check out when the question looks like a pasted quote, null when it asks or lists words. */
import type { Query } from '../search/query.ts'
import type { Searcher, SearchResult } from '../search/searcher.ts'
import { checkQuote, type QuoteCheck, resemblance } from './quote-check.ts'
import { isMark, trimMarks, unitText } from './quote-text.ts'

/** In quotation marks from end to end: whoever writes so asks about these words. */
const MARKED = /^\s*["“「『‘][^"“”「」『』]*["”」』’]\s*$/u
const MIN_MARKED_UNITS = 8
/** A text this long that reads as prose is a quote even when nothing is like it. */
const MIN_PROSE_UNITS = 30
/** Fewer characters than these are words to look for: the reports' set phrases are as long. */
const MIN_UNITS = 10
/** Below this only words that stand there just so are a quote. */
const MIN_ALTERED_UNITS = 12

/**
 * How alike a passage has to be, measured on the questions of test/eval: misquotes are from 0.90 on, save those with
 * several wrong words, which have punctuation; questions and lists of words reach 0.89.
 */
const MIN_LIKENESS = 0.9
const MIN_PUNCTUATED_LIKENESS = 0.75
/** What asks, or lists words with spaces, has to be all but the same. */
const MIN_ASKING_LIKENESS = 0.95
/** Short words that stand in three passages and more are a set phrase, not a quote. */
const MAX_SET_PHRASE_UNITS = 16
const MAX_OTHERS = 1

const ASKS =
  /[?？吗呢]\s*$|什么|多少|几[个家所条座]|哪[些里个年]|是谁|怎[么样]|如何|是否|有没有|能不能|请问|嗎\s*$|什麼|怎[麼樣]/u
const LIST = /\p{sc=Han}\s+\p{sc=Han}/u

export async function recognizeQuote(
  searcher: Searcher,
  text: string,
  { query, hits }: SearchResult,
): Promise<QuoteCheck | null> {
  if (isFiltered(query)) return null
  const units = unitText(text)
  const [start, end] = trimMarks(units, [0, units.keys.length])
  const length = end - start
  let marks = 0
  for (let unit = start; unit < end; unit++) if (isMark(units, unit)) marks++
  const words = length - marks
  const asks = ASKS.test(text)
  const isMarked = MARKED.test(text) && words >= MIN_MARKED_UNITS
  const isProse = words >= MIN_PROSE_UNITS && marks >= 2 && !asks
  if (!isMarked && length < MIN_UNITS) return null

  const likeness =
    asks || LIST.test(text) ? MIN_ASKING_LIKENESS : marks > 0 ? MIN_PUNCTUATED_LIKENESS : MIN_LIKENESS
  const needed = length < MIN_ALTERED_UNITS ? 1 : likeness
  // Without a hit (a wrong word inside “ ” shuts all out) only the check itself can tell.
  if (!isMarked && !isProse && hits.length > 0 && resemblance(text, hits) < needed) return null
  const check = await checkQuote(searcher, text, hits)
  if (check.kind === 'verbatim' && isSetPhrase(check, { words, marks })) return null
  if (isMarked || isProse) return check
  return isQuote(check, { needed, marks }) ? check : null
}

function isFiltered({ filters, excluded }: Query): boolean {
  return excluded.length > 0 || Object.values(filters).some((values: readonly unknown[]) => values.length > 0)
}

function isSetPhrase(
  { others }: Extract<QuoteCheck, { kind: 'verbatim' }>,
  { words, marks }: { readonly words: number; readonly marks: number },
): boolean {
  return marks === 0 && words <= MAX_SET_PHRASE_UNITS && others.length > MAX_OTHERS
}

function isQuote(
  check: QuoteCheck,
  { needed, marks }: { readonly needed: number; readonly marks: number },
): boolean {
  if (check.kind !== 'differs') return check.kind === 'verbatim'
  // Words put before or after what stands there are an asker's: 昭苏2025年 + 主要预期目标.
  const isFramed = check.diff[0]?.kind === 'added' || check.diff.at(-1)?.kind === 'added'
  return check.similarity >= needed && (marks > 0 || !isFramed)
}
