/** Turns text into the text that comparisons see: width, case and script folded, every unit with its place in the original. */
import { endianness } from 'node:os'
import { Converter } from 'opencc-js/t2cn'
import { restoreCharacter } from './radicals.ts'

export interface Folded {
  readonly text: string
  /** `starts[i]` is where the original character begins that unit i of `text` comes from. */
  readonly starts: Offsets
  /** `ends[i]` is where that original character ends, in UTF-16 units. */
  readonly ends: Offsets
}

/** Places in a text; undefined beyond the last. */
export type Offsets = Readonly<ArrayLike<number>>

export interface FoldOptions {
  /** Drops white space. Default false. */
  readonly dropSpaces?: boolean
  /** `keep` as folded by NFKC; `unify` quotation marks, dashes and stops of every kind; `drop` all but letters and figures. Default keep. */
  readonly punctuation?: 'keep' | 'unify' | 'drop'
}

/**
 * Folds a text character by character: NFKD, so that é is one with e and its mark, lower case, radicals to characters, traditional to simplified, invisible characters out.
 *
 * Characters are folded alone, never as phrases (乾 is always 干), so that a phrase folds to the same run wherever
 * it is cut out of a text.
 */
export function fold(text: string, options: FoldOptions = {}): Folded {
  const plain = foldOneToOne(text, options)
  if (plain !== null) return { text: plain, ...identity(text.length) }
  let units = new Uint16Array(text.length + MOST_UNITS_A_CHARACTER)
  let starts = new Uint32Array(units.length)
  let ends = new Uint32Array(units.length)
  let count = 0
  for (let at = 0; at < text.length; ) {
    if (count + MOST_UNITS_A_CHARACTER > units.length) {
      units = grown(units, new Uint16Array(2 * units.length))
      starts = grown(starts, new Uint32Array(2 * starts.length))
      ends = grown(ends, new Uint32Array(2 * ends.length))
    }
    const single = singleAt(text, at, options)
    if (single !== 0) {
      units[count] = single
      starts[count] = at
      ends[count++] = ++at
      continue
    }
    const point = text.codePointAt(at) as number
    const end = at + (point > 0xffff ? 2 : 1)
    const folded = foldWith(point, options)
    for (let unit = 0; unit < folded.length; unit++) {
      units[count] = folded.charCodeAt(unit)
      starts[count] = at
      ends[count++] = end
    }
    at = end
  }
  return {
    text: stringOfUnits(units.subarray(0, count)),
    starts: starts.subarray(0, count),
    ends: ends.subarray(0, count),
  }
}

/** No character folds to more: ﷺ gives eighteen. */
const MOST_UNITS_A_CHARACTER = 18

function grown<T extends Uint16Array | Uint32Array>(from: T, to: T): T {
  to.set(from)
  return to
}

/** The folded text alone, for comparisons that need no places. */
export function foldText(text: string, options: FoldOptions = {}): string {
  const plain = foldOneToOne(text, options)
  if (plain !== null) return plain
  let folded = ''
  for (let at = 0; at < text.length; ) {
    const point = text.codePointAt(at) as number
    folded += foldWith(point, options)
    at += point > 0xffff ? 2 : 1
  }
  // An equal string is given back itself, so that a folded corpus costs no second copy.
  return folded === text ? text : folded
}

/** What a single unit folds to where that is a single unit, too; 0 where it is not, or has not been asked for. */
const SINGLE = new Uint16Array(0x10000)

/**
 * Folds a text of which every unit stays one unit, as Chinese text without spaces mostly does; null where one does not.
 * A text that is folded already is given back itself.
 */
function foldOneToOne(text: string, options: FoldOptions): string | null {
  let units: Uint16Array | null = null
  for (let at = 0; at < text.length; at++) {
    const folded = singleAt(text, at, options)
    if (folded === 0) return null
    if (units === null) {
      if (folded === text.charCodeAt(at)) continue
      units = new Uint16Array(text.length)
      for (let before = 0; before < at; before++) units[before] = text.charCodeAt(before)
    }
    units[at] = folded
  }
  return units === null ? text : stringOfUnits(units)
}

/** The unit that a unit folds to; 0 where that takes a longer look. */
function singleAt(text: string, at: number, { dropSpaces, punctuation }: FoldOptions): number {
  if (punctuation !== undefined) return 0
  const code = text.charCodeAt(at)
  const folded = (SINGLE[code] as number) || learnSingle(code)
  return folded <= SPACE && dropSpaces === true ? 0 : folded
}

const SPACE = 0x20

function learnSingle(code: number): number {
  const isSurrogate = code >= 0xd800 && code <= 0xdfff
  const folded = isSurrogate ? '' : foldWith(code, {})
  // White space beyond ASCII is rare enough to be left to the long way.
  if (folded.length !== 1 || (folded.charCodeAt(0) > SPACE && /\s/u.test(folded))) return 0
  SINGLE[code] = folded.charCodeAt(0)
  return SINGLE[code] as number
}

const IS_LITTLE_ENDIAN = endianness() === 'LE'

/** The string of these UTF-16 units. */
export function stringOfUnits({ buffer, byteOffset, byteLength }: Uint16Array): string {
  // A fifth of the time of String.fromCharCode.
  const bytes = Buffer.from(buffer as ArrayBuffer, byteOffset, byteLength)
  return (IS_LITTLE_ENDIAN ? bytes : bytes.swap16()).toString('utf16le')
}

let counted = new Uint32Array(0)

/** The places of a text in itself. */
function identity(length: number): Pick<Folded, 'starts' | 'ends'> {
  if (counted.length <= length) counted = Uint32Array.from({ length: 2 * (length + 1) }, (_, at) => at)
  return { starts: counted.subarray(0, length), ends: counted.subarray(1, length + 1) }
}

/** The form in which phrases are compared: folded, without white space. */
export function foldPhrase(text: string): string {
  return foldText(text, { dropSpaces: true })
}

/** The places of a folded run in the original. */
export function originalRange(
  folded: Folded,
  start: number,
  end: number,
): readonly [start: number, end: number] {
  return [folded.starts[start] ?? 0, folded.ends[end - 1] ?? 0]
}

/** What each character folds to, worked out once for each way of folding. */
const KNOWN = {
  keep: { spaced: new Map<number, string>(), dense: new Map<number, string>() },
  unify: { spaced: new Map<number, string>(), dense: new Map<number, string>() },
  drop: { spaced: new Map<number, string>(), dense: new Map<number, string>() },
}

function foldWith(point: number, { dropSpaces = false, punctuation = 'keep' }: FoldOptions): string {
  const memory = KNOWN[punctuation][dropSpaces ? 'dense' : 'spaced']
  const known = memory.get(point)
  if (known !== undefined) return known
  const folded = foldPoint(point)
  const spaced = dropSpaces ? folded.replace(/\s+/gu, '') : folded
  const made =
    punctuation === 'unify'
      ? unify(spaced)
      : punctuation === 'drop'
        ? spaced.replace(/[^\p{L}\p{N}\s%‰+]/gu, '')
        : spaced
  memory.set(point, made)
  return made
}

const UNIFIED: readonly (readonly [characters: string, as: string])[] = [
  ['“”„‟«»「」『』〝〞〟', '"'],
  ['‘’‚‛', "'"],
  ['—–‐‑‒―─━−', '-'],
  ['。', '.'],
  ['、', ','],
  ['•‧∙⋅・', '·'],
  ['〔【', '['],
  ['〕】', ']'],
  ['〈', '《'],
  ['〉', '》'],
]
const UNIFY = new Map(
  UNIFIED.flatMap(([characters, as]) => [...characters].map((character) => [character, as] as const)),
)

function unify(folded: string): string {
  return Array.from(folded, (character) => UNIFY.get(character) ?? character).join('')
}

function foldPoint(point: number): string {
  const plain = restoreCharacter(String.fromCodePoint(point))
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
  const visible = /\s/u.test(plain) ? plain : plain.replace(/[\p{Cf}\p{Cc}\p{Variation_Selector}]/gu, '')
  return Array.from(visible, simplify).join('')
}

const fromTraditional = Converter({ from: 't', to: 'cn' })
/** What OpenCC converts only inside phrases, and printed forms of Taiwan and Hong Kong that its standard does not have. */
const ALONE = new Map(
  Array.from(
    '著着 乾干 徵征 瞭了 藉借 覆复 夥伙 於于 〇零 麽么 麼么 幺么 敍叙 枱台 簷檐 粧妆 糭粽 衞卫 侭尽 渖沈 缐线 讬托 谘咨 迳径 钜巨 锺钟 镟旋 馀余 麹曲 麺面 薴苎 暱昵 潀潨 痺痹 睪睾 稆穞 緪縆 腭颚 齶颚 鯰鲇 鲶鲇 甦苏 揹背 濬浚'.split(
      ' ',
    ),
    (pair) => {
      const [from, to] = Array.from(pair)
      return [from, to ?? ''] as const
    },
  ),
)

/** 一九八○年: a circle for the zero of a numeral. */
const CIRCLES = '○◯'

function simplify(character: string): string {
  if (CIRCLES.includes(character)) return '零'
  if (!/\p{Script=Han}/u.test(character)) return character
  return ALONE.get(character) ?? fromTraditional(character)
}

/** Where simplified text has characters beside those that they fold to; null for text with one of the traditional script alone. */
export function findOwnCharacters(text: string): readonly number[] | null {
  const places: number[] = []
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code < FIRST_HAN || code > LAST_HAN || ((SINGLE[code] as number) || learnSingle(code)) === code)
      continue
    if (!isOwnCharacter(text[at] as string)) return null
    places.push(at)
  }
  return places
}

const FIRST_HAN = 0x4e00
const LAST_HAN = 0x9fff

/** Whether simplified text has the character beside the one that it folds to: 乾 beside 干, 著 beside 着, 後 beside 后. */
export function isOwnCharacter(character: string): boolean {
  own ??= new Set(
    Array.from(new TextDecoder('gbk').decode(gb2312Han()) + TAKEN_UP_AGAIN).filter(
      (one) => foldText(one) !== one,
    ),
  )
  return own.has(character)
}

/**
 * Characters that simplified script took up again after GB 2312: 瞭 of 瞭望, 剋, 牴 and 扞, which OpenCC keeps as they are,
 * and those that the Table of General Standard Characters of 2013 allows in names.
 */
const TAKEN_UP_AGAIN = '瞭剋牴扞昇陞甦氾釐淩祕缐讬'

/**
 * Characters of GB 2312, the simplified script's own list, and later ones that fold to another. Made when first asked for: it
 * folds them all.
 */
let own: ReadonlySet<string> | null = null

/** The rows of Han characters, two bytes each. */
function gb2312Han(): Uint8Array {
  const bytes: number[] = []
  for (let row = 0xb0; row <= 0xf7; row++) {
    const last = row === 0xd7 ? 0xf9 : 0xfe
    for (let cell = 0xa1; cell <= last; cell++) bytes.push(row, cell)
  }
  return Uint8Array.from(bytes)
}

/** The letters and figures of a text, in order, without marks and white space. */
export function lettersOf(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '')
}
