/** A text in, the units that a quote is compared by out: folded characters, each with its place in the original. */
import { fold } from '../text/normalizer.ts'

/** What had to be folded before the quote equalled the text. */
export type Folding = 'width' | 'case' | 'script' | 'spaces' | 'punctuation'

/** White space is no unit. A figure's `%` and `.` are words; commas, stops and quotation marks are marks. */
export interface UnitText {
  readonly raw: string
  /** One UTF-16 unit a unit, so that `keys.indexOf` finds units. */
  readonly keys: string
  /** Where unit i begins and ends in `raw`. */
  readonly starts: readonly number[]
  readonly ends: readonly number[]
}

/** The same mark in other clothes. A comma for a semicolon is no fold: it is another mark. */
const MARK_FAMILIES: readonly (readonly [RegExp, string])[] = [
  [/(?<=^|[^.])\.{2,}|…+|⋯+|。{2,}/gu, '…'],
  [/[“”„‟«»「」『』〝〞〟"‘’‚‛'`´]/gu, '"'],
  // -5% is another figure than 5%; 2022-2024 and ——5个 have no sign.
  [/(?<![0-9a-z%‰\-—–‐‑‒―─━−])[-−](?=[0-9][0-9.,]*[%‰℃°])/gu, '-'],
  [/[-—–‐‑‒―─━−]+/gu, '—'],
  [/[•‧∙⋅・]/gu, '·'],
  [/[〔【[]/gu, '('],
  [/[〕】\]]/gu, ')'],
  [/[〜∼]/gu, '~'],
  [/〈/gu, '《'],
  [/〉/gu, '》'],
  [/｡|(?<![0-9a-z])\.|\.(?![0-9a-z])/gu, '。'],
]

const MARK = /[。…"—·()~《》,、;:!?]/u
const BETWEEN_CODES = /[—,:·~]/u
const CODE = /[0-9a-z]/u

/** Folds width, case, script and the clothes of marks, and drops white space. */
export function unitText(raw: string): UnitText {
  const folded = fold(raw, { dropSpaces: true })
  const starts: number[] = []
  const ends: number[] = []
  let keys = ''
  const families = findFamilies(folded.text)
  for (let at = 0; at < folded.text.length; ) {
    const family = families.get(at)
    const end = family?.end ?? at + 1
    keys += family?.key ?? folded.text[at]
    starts.push(folded.starts[at] ?? 0)
    ends.push(folded.ends[end - 1] ?? raw.length)
    at = end
  }
  return { raw, keys, starts, ends }
}

function findFamilies(text: string): Map<number, { end: number; key: string }> {
  const found = new Map<number, { end: number; key: string }>()
  const taken = new Set<number>()
  for (const [pattern, key] of MARK_FAMILIES) {
    for (const match of text.matchAll(pattern)) {
      const end = match.index + match[0].length
      if (taken.has(match.index)) continue
      found.set(match.index, { end, key })
      for (let at = match.index; at < end; at++) taken.add(at)
    }
  }
  return found
}

/** True for punctuation; false for words, figures, and what stands inside a figure or a code: 5.5, 10:30, 1-3. */
export function isMark(text: Pick<UnitText, 'keys'>, unit: number): boolean {
  const key = text.keys[unit] ?? ''
  if (!MARK.test(key)) return false
  if (!BETWEEN_CODES.test(key)) return true
  return !(CODE.test(text.keys[unit - 1] ?? '') && CODE.test(text.keys[unit + 1] ?? ''))
}

const CODE_OR_POINT = /[-0-9a-z.%‰]/u

/** True when a cut before this unit would divide a figure or a Latin word. */
export function isInsideCode(text: UnitText, unit: number): boolean {
  const before = text.keys[unit - 1] ?? ''
  const after = text.keys[unit] ?? ''
  return CODE_OR_POINT.test(before) && CODE_OR_POINT.test(after) && before !== '%'
}

/** Where units stand without a figure or Latin word cut in two; -1 when they do not. */
export function indexUncut(text: UnitText, keys: string, from = 0): number {
  for (let at = text.keys.indexOf(keys, from); at >= 0; at = text.keys.indexOf(keys, at + 1)) {
    if (!isInsideCode(text, at) && !isInsideCode(text, at + keys.length)) return at
  }
  return -1
}

/** A run of units, half open. */
export type UnitRun = readonly [start: number, end: number]

/** The run without the marks at its ends: a quote's own 。 or “ ” there says nothing about the text. */
export function trimMarks(text: UnitText, [start, end]: UnitRun): UnitRun {
  let from = start
  let to = end
  while (from < to && isMark(text, from)) from++
  while (to > from && isMark(text, to - 1)) to--
  return [from, to]
}

/** How many marks from there on, outwards from the words, are the same in both. */
export function equalMarks(
  quote: UnitText,
  text: UnitText,
  { quoteAt, textAt, step }: { readonly quoteAt: number; readonly textAt: number; readonly step: 1 | -1 },
): number {
  let count = 0
  for (let at = quoteAt; isMark(quote, at) && quote.keys[at] !== '…'; at += step) {
    if (quote.keys[at] !== text.keys[textAt + count * step]) break
    count++
  }
  return count
}

/** Which folds make the quote's run equal to the text's run of the same keys. */
export function foldingsBetween(quote: UnitText, from: number, text: UnitText, run: UnitRun): Set<Folding> {
  const foldings = new Set<Folding>()
  for (let unit = run[0]; unit < run[1]; unit++) {
    const other = from + unit - run[0]
    addCharacterFolding(foldings, surface(quote, other), surface(text, unit), isMark(text, unit))
    // A line break parts the paragraphs of a report: how the quote parts them is no fold.
    const gap = unit > run[0] ? gapBefore(text, unit) : '\n'
    if (!gap.includes('\n') && gap !== gapBefore(quote, other)) foldings.add('spaces')
  }
  return foldings
}

function addCharacterFolding(
  foldings: Set<Folding>,
  typed: string,
  printed: string,
  isMarkUnit: boolean,
): void {
  if (typed === printed) return
  const [a, b] = [typed.normalize('NFKC'), printed.normalize('NFKC')]
  if (a === b) foldings.add('width')
  else if (isMarkUnit) foldings.add('punctuation')
  else if (/\p{Script=Han}/u.test(a)) foldings.add('script')
  else if (a.toLowerCase() !== b.toLowerCase()) foldings.add('width')
  else {
    foldings.add('case')
    if (typed.toLowerCase() !== printed.toLowerCase()) foldings.add('width')
  }
}

function surface(text: UnitText, unit: number): string {
  return text.raw.slice(text.starts[unit], text.ends[unit])
}

/** White space and invisible characters before a unit. Two units of one character (㎡ = m2) have none. */
function gapBefore(text: UnitText, unit: number): string {
  const end = text.ends[unit - 1] ?? 0
  const start = text.starts[unit] ?? 0
  return start > end ? text.raw.slice(end, start) : ''
}
