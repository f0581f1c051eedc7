/** Turns a quote and a stretch of a report into the runs that hold the quote word for word, with what had to be folded for it. */
import {
  equalMarks,
  type Folding,
  foldingsBetween,
  indexUncut,
  inOneScript,
  isInsideCode,
  isMark,
  trimMarks,
  type UnitRun,
  type UnitText,
} from './units.ts'

/** A pasted quote: its units, and the runs between the … that say that words are left out. */
export interface Quote {
  readonly text: UnitText
  /** Each has at least one word or figure. */
  readonly parts: readonly UnitRun[]
}

/** A text with more … than a quotation has is no quotation with words left out, and would cost a comparison for each. */
const MAX_PARTS = 40

/** Cuts a quote at its …; what holds no word or figure is no part. */
export function readQuote(text: UnitText): Quote {
  const parts: UnitRun[] = []
  let start = 0
  for (let unit = 0; unit <= text.keys.length; unit++) {
    if (unit < text.keys.length && text.keys[unit] !== '…') continue
    const [from, to] = trimMarks(text, [start, unit])
    if (from < to) parts.push([start, unit])
    start = unit + 1
  }
  if (parts.length <= MAX_PARTS) return { text, parts }
  return { text, parts: [[(parts[0] as UnitRun)[0], (parts.at(-1) as UnitRun)[1]]] }
}

export interface Exact {
  /** One run a part, in the order of the text. */
  readonly runs: readonly UnitRun[]
  readonly folded: ReadonlySet<Folding>
}

/** Finds the parts one after the other, each with or without the marks at its ends; null when one is not there. */
export function findExact(quote: Quote, text: UnitText): Exact | null {
  const [words, report] = inOneScript(quote.text, text)
  // A report may itself print …: then the quote is one part, and leaves nothing out.
  return findParts(words, [[0, words.keys.length]], report) ?? findParts(words, quote.parts, report)
}

/** A part of the quote, or its words alone, and where the same units begin in the text. */
interface FoundPart {
  readonly part: UnitRun
  readonly at: number
}

function findParts(quote: UnitText, parts: readonly UnitRun[], text: UnitText): Exact | null {
  const found: FoundPart[] = []
  let from = 0
  for (const part of parts) {
    const whole = findUncut(text, quote.keys.slice(...part), from)
    const words = whole < 0 ? trimMarks(quote, part) : part
    const at = whole < 0 ? findUncut(text, quote.keys.slice(...words), from) : whole
    if (at < 0) return null
    found.push({ part: words, at })
    from = at + words[1] - words[0]
  }
  const runs: UnitRun[] = []
  const folded = new Set<Folding>()
  for (const {
    part: [start, end],
    at,
  } of closeUp(quote, found, text)) {
    const before = equalMarks(quote, text, { quoteAt: start - 1, textAt: at - 1, step: -1 })
    const after = equalMarks(quote, text, { quoteAt: end, textAt: at + end - start, step: 1 })
    const run: UnitRun = [at - before, at + end - start + after]
    for (const folding of foldingsBetween(quote, start - before, text, run)) folded.add(folding)
    if (hasOwnMarks(quote, end + after, 1) || hasOwnMarks(quote, start - before - 1, -1))
      folded.add('punctuation')
    // An … that leaves nothing out is a mark that the text does not have.
    if (runs.at(-1)?.[1] === run[0]) folded.add('punctuation')
    runs.push(run)
  }
  return { runs, folded }
}

/** Of all places of a part before the next one the last: no more is left out between them than has to be. */
function closeUp(quote: UnitText, found: readonly FoundPart[], text: UnitText): FoundPart[] {
  const close: FoundPart[] = []
  let limit = text.keys.length
  for (const { part, at } of found.toReversed()) {
    const last =
      close.length === 0 ? at : text.keys.lastIndexOf(quote.keys.slice(...part), limit - part[1] + part[0])
    const isUncut = !isInsideCode(text, last) && !isInsideCode(text, last + part[1] - part[0])
    limit = isUncut ? last : at
    close.push({ part, at: limit })
  }
  return close.reverse()
}

/** The first place that divides no figure; if every place does, the first. */
function findUncut(text: UnitText, keys: string, from: number): number {
  const uncut = indexUncut(text, keys, from)
  return uncut < 0 ? text.keys.indexOf(keys, from) : uncut
}

/** Marks at an end that the text does not have there. Quotation marks around a quote are the user's and say nothing. */
function hasOwnMarks(quote: UnitText, from: number, step: 1 | -1): boolean {
  for (let at = from; isMark(quote, at) && quote.keys[at] !== '…'; at += step) {
    if (quote.keys[at] !== '"') return true
  }
  return false
}
