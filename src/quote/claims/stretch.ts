/** Finds what a report says beside a figure: its clause, its sentence, and as much around them as tells of the same. */

import { firstNumber } from '../../figures/figure.ts'
import type { StatedFigure } from '../../search/backend.ts'
import { foldPhrase } from '../../text/normalizer.ts'
import type { Range } from '../../text/runs.ts'
import { afterMark, beforeMark, STOPS, sentenceStart } from '../../text/sentences.ts'
import { contentWords } from './account.ts'

/** Marks that part what is told of one number from what is told of the next. */
export const MARKS = `${STOPS}，,、：:（(—`
const COMMAS = `${STOPS}，,`
/** But for 连续6年, which tells of the number before it. */
const NUMBER = /(?<!连续)(?<!连续[\d０-９])[\d０-９]|[一二三四五六七八九十百千]{2}|分之/u

/** The clause of the text that has the number at these places; where nothing else is said in it, with those before it as far as one that says something; else the whole text. */
export function clauseAround(text: string, [start, end]: Range): string {
  const to = beforeMark(text, MARKS, end)
  for (let from = afterMark(text, MARKS, start); from > 1; from = afterMark(text, MARKS, from - 1)) {
    const clause = text.slice(from, to)
    if (contentWords(clause).length > 0) return clause
  }
  const lead = text.slice(0, to)
  return contentWords(lead).length > 0 ? lead : text
}

/** What is read of the words of a figure's item, folded, or else of the last item before it in its list of which something is. */
export function inItem<T>(
  { figure, passage: { text } }: StatedFigure,
  read: (words: string) => T | null,
): T | null {
  const [at, end] = firstNumber(figure)
  let from = afterMark(text, MARKS, at)
  let found = read(foldPhrase(text.slice(from, beforeMark(text, MARKS, end))))
  while (found === null && text.charAt(from - 1) === '、') {
    const to = from - 1
    from = afterMark(text, MARKS, to)
    found = read(foldPhrase(text.slice(from, to)))
  }
  return found
}

/** The sentence with a figure up to what tells of another number, or of a part. Folded. */
export function sentenceOf({ passage: { text }, figure }: StatedFigure): string {
  const [from, to] = firstNumber(figure)
  return foldPhrase(text.slice(sentenceStart(text, from), quietBehind(text, to, OF_PART)))
}

/** What is said of a figure alone: its own words, the clauses behind it that have no number, and those before it where no number is before them. Folded. */
export function saidOfIt({ passage: { text }, figure }: StatedFigure): string {
  const [at] = firstNumber(figure)
  const from = sentenceStart(text, at)
  const [before, to] = quietAround(text, at, from)
  const own = before === from ? from : Math.max(from, afterMark(text, '，,', at))
  return foldPhrase(`${figure.quote}，${text.slice(own, to)}`)
}

/** The clause of a place, and the clauses around it in its sentence that have no number. */
function quietAround(text: string, at: number, from: number): [number, number] {
  let start = Math.max(from, afterMark(text, '，,', at))
  while (start > from) {
    const before = Math.max(from, afterMark(text, '，,', start - 1))
    if (NUMBER.test(text.slice(before, start))) break
    start = before
  }
  return [start, quietBehind(text, at, NUMBER)]
}

/** What begins a clause that counts something else: 115家签约入驻，32家建成投产. */
const OF_OTHERS = /^[，,]\s*(?:另|此外|有?[\d０-９]|[一二三四五六七八九十百千]{2})/u
/** The same, or one that tells of a part. */
const OF_PART = new RegExp(`${OF_OTHERS.source}|^[，,]\\s*其中`, 'u')

/** The end of the clause of a place, and of those behind it in its sentence up to one that tells of another number. */
function quietBehind(text: string, at: number, isOther: RegExp): number {
  const end = beforeMark(text, STOPS, at)
  let to = beforeMark(text, COMMAS, at)
  while (to < end) {
    const next = beforeMark(text, COMMAS, to + 1)
    if (isOther.test(text.slice(to, next))) break
    to = next
  }
  return to
}
