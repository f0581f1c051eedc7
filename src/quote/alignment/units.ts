/** Turns a text into the units that a quote is compared by: folded characters, each with its place in the original. */
import { getOrMake } from '../../text/maps.ts'
import { findOwnCharacters, fold, type Offsets, stringOfUnits } from '../../text/normalizer.ts'

/** What had to be folded before the quote equalled the text. */
export type Folding = 'width' | 'case' | 'script' | 'spaces' | 'punctuation'

/** White space is no unit. A figure's `%` and `.` are words; commas, stops and quotation marks are marks. */
export interface UnitText {
  readonly raw: string
  /** One UTF-16 unit a unit, so that `keys.indexOf` finds units. */
  readonly keys: string
  /** Where unit i begins and ends in `raw`. */
  readonly starts: Offsets
  readonly ends: Offsets
}

/** Marks in other clothes, and the mark that they are taken for. A comma for a semicolon is no fold: it is another mark. */
const CLOTHES = [
  ['"', '“”„‟«»「」『』〝〞〟"‘’‚‛\'`´'],
  ['—', '-—–‐‑‒―─━−'],
  ['·', '•‧∙⋅・'],
  ['(', '〔【['],
  [')', '〕】]'],
  ['~', '〜∼'],
  ['《', '〈'],
  ['》', '〉'],
  ['…', '⋯'],
] as const
/** The mark that each unit is taken for; 0 for a unit that is taken for itself. */
const TAKEN_FOR = new Uint16Array(0x10000)
for (const [mark, others] of CLOTHES)
  for (const other of others) TAKEN_FOR[other.charCodeAt(0)] = mark.charCodeAt(0)

const MARK = 1
const BETWEEN_CODES = 2
const CODE = 4
const CODE_OR_POINT = 8
/** Several of it in a row are one mark. */
const REPEATED = 16
/** Which of these each unit is. Every unit of a comparison is asked several times. */
const CLASSES = new Uint8Array(0x10000)
for (const [characters, bits] of [
  ['"()《》、;!?', MARK],
  ['。…', MARK | REPEATED],
  ['⋯–‐‑‒―─━−', REPEATED],
  ['-', CODE_OR_POINT | REPEATED],
  ['—', MARK | BETWEEN_CODES | REPEATED],
  [',:·~', MARK | BETWEEN_CODES],
  ['0123456789abcdefghijklmnopqrstuvwxyz', CODE | CODE_OR_POINT],
  ['%‰', CODE_OR_POINT],
  ['.', CODE_OR_POINT | REPEATED],
] as const) {
  for (const character of characters) CLASSES[character.charCodeAt(0)] = bits
}

/** No class beyond the ends. */
function classAt(text: string, at: number): number {
  return CLASSES[text.charCodeAt(at)] ?? 0
}

/** Folds width, case, script and the clothes of marks, and drops white space. */
export function unitText(raw: string): UnitText {
  const { text, starts, ends } = fold(raw, { dropSpaces: true })
  const keys = new Uint16Array(text.length)
  const first = new Uint32Array(text.length)
  const last = new Uint32Array(text.length)
  let count = 0
  for (let at = 0; at < text.length; ) {
    const end = (classAt(text, at) & REPEATED) === 0 ? at + 1 : markEnd(text, at)
    keys[count] = keyOf(text, at, end)
    first[count] = starts[at] as number
    last[count++] = ends[end - 1] as number
    at = end
  }
  return {
    raw,
    keys: stringOfUnits(keys.subarray(0, count)),
    starts: first.subarray(0, count),
    ends: last.subarray(0, count),
  }
}

/**
 * Both texts, ready to be compared. Where both are in simplified script 乾 and 干, 著 and 着 are different characters;
 * else one stands for the other.
 */
export function inOneScript(quote: UnitText, text: UnitText): readonly [quote: UnitText, text: UnitText] {
  const [own, ownText] = [withOwnCharacters(quote), withOwnCharacters(text)]
  return own === null || ownText === null ? [quote, text] : [own, ownText]
}

const withOwn = new WeakMap<UnitText, UnitText | null>()

/** The units with the characters kept that simplified script has beside those they fold to; null for traditional script. */
function withOwnCharacters(text: UnitText): UnitText | null {
  return getOrMake(withOwn, text, () => {
    const places = findOwnCharacters(text.raw)
    return places && keepOwnCharacters(text, new Set(places))
  })
}

function keepOwnCharacters(text: UnitText, places: ReadonlySet<number>): UnitText {
  if (places.size === 0) return text
  const { raw, keys, starts } = text
  const own = new Uint16Array(keys.length)
  for (let unit = 0; unit < own.length; unit++) {
    const start = starts[unit] as number
    own[unit] = places.has(start) ? raw.charCodeAt(start) : keys.charCodeAt(unit)
  }
  return { ...text, keys: stringOfUnits(own) }
}

/** Where the mark ends that begins here: the same character again, or any other dash. */
function markEnd(text: string, at: number): number {
  const code = text.charCodeAt(at)
  const taken = TAKEN_FOR[code]
  let end = at + 1
  while (end < text.length) {
    const next = text.charCodeAt(end)
    if (next !== code && !(taken === DASH && TAKEN_FOR[next] === DASH)) return end
    end++
  }
  return end
}

const DASH = '—'.charCodeAt(0)
const ELLIPSIS = '…'.charCodeAt(0)
const STOP = '。'.charCodeAt(0)
const POINT = '.'.charCodeAt(0)

const SIGN = '-'.charCodeAt(0)
const MINUS = '−'.charCodeAt(0)
/** -5% is another figure than 5%; 2022-2024 and ——5个 have no sign. */
const SIGNED = /(?<![0-9a-z%‰\-—–‐‑‒―─━−])[-−](?=[0-9][0-9.,]*[%‰℃°])/uy

function isSign(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  if (code !== SIGN && code !== MINUS) return false
  SIGNED.lastIndex = at
  return SIGNED.test(text)
}

function keyOf(text: string, at: number, end: number): number {
  const code = text.charCodeAt(at)
  if (code !== POINT && code !== STOP) return isSign(text, at) ? SIGN : (TAKEN_FOR[code] as number) || code
  if (end - at > 1) return ELLIPSIS
  return (classAt(text, at - 1) & classAt(text, end) & CODE) !== 0 ? code : STOP
}

/** True for punctuation; false for words, figures, and what stands inside a figure or a code: 5.5, 10:30, 1-3. */
export function isMark({ keys }: Pick<UnitText, 'keys'>, unit: number): boolean {
  const bits = classAt(keys, unit)
  if ((bits & MARK) === 0) return false
  if ((bits & BETWEEN_CODES) === 0) return true
  return !((classAt(keys, unit - 1) & CODE) !== 0 && (classAt(keys, unit + 1) & CODE) !== 0)
}

/** True when a cut before this unit would divide a figure or a Latin word. */
export function isInsideCode({ keys }: UnitText, unit: number): boolean {
  return (
    (classAt(keys, unit - 1) & CODE_OR_POINT) !== 0 &&
    (classAt(keys, unit) & CODE_OR_POINT) !== 0 &&
    keys[unit - 1] !== '%'
  )
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
  if (typed === printed || isCanonicallyEqual(typed, printed)) return
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

/** One of them may be a letter and its mark in one character, the other the letter or the mark alone. */
function isCanonicallyEqual(a: string, b: string): boolean {
  const [whole, other] = [a.normalize('NFD'), b.normalize('NFD')]
  return (
    whole === other || (/\p{Mn}/u.test(whole + other) && (whole.includes(other) || other.includes(whole)))
  )
}

function surface(text: UnitText, unit: number): string {
  return text.raw.slice(text.starts[unit], text.ends[unit])
}

/** White space and invisible characters before a unit. Two units of one character (㎡ = m2) have none. */
function gapBefore(text: UnitText, unit: number): string {
  return text.raw.slice(text.ends[unit - 1], text.starts[unit]).replace(/\p{Variation_Selector}/gu, '')
}

/** A character, or a whole figure or Latin word. */
export interface Token {
  readonly key: string
  readonly run: UnitRun
}

/** The characters, figures and Latin words of a run. */
export function tokensOf(text: UnitText, [start, end]: UnitRun): Token[] {
  const tokens: Token[] = []
  for (let at = start; at < end; ) {
    let to = at + 1
    while (to < end && isInsideCode(text, to)) to++
    if ((text.keys.codePointAt(at) as number) > 0xffff && to < end) to++
    tokens.push({ key: text.keys.slice(at, to), run: [at, to] })
    at = to
  }
  return tokens
}

/** How many characters of words and figures a text has, marks not counted. */
export function countWords(text: string): number {
  const units = unitText(text)
  let count = 0
  for (let unit = 0; unit < units.keys.length; unit++) if (!isMark(units, unit)) count++
  return count
}

/** How many words and figures, each figure and Latin word as one, marks not counted. */
export function countTokens(text: string): number {
  const units = unitText(text)
  return tokensOf(units, [0, units.keys.length]).filter(({ run }) => !isMark(units, run[0])).length
}
