/** Turns text into the text that comparisons see: width, case and script folded, every unit with its place in the original. */

import { endianness } from 'node:os'
import { Converter } from 'opencc-js/t2cn'
import { restoreCharacter } from './radicals.ts'
import type { Range } from './runs.ts'

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
  if (plain !== null) {
    const { folded, hasSpaces } = plain
    return hasSpaces && options.dropSpaces === true
      ? dense(folded)
      : { text: folded, ...identity(text.length) }
  }
  const starts: number[] = []
  const ends: number[] = []
  let folded = ''
  let at = 0
  for (const character of text) {
    const units = foldWith(character, options)
    const end = at + character.length
    folded += units
    while (starts.length < folded.length) {
      starts.push(at)
      ends.push(end)
    }
    at = end
  }
  return { text: folded, starts, ends }
}

/** The folded text alone, for comparisons that need no places. */
export function foldText(text: string, options: FoldOptions = {}): string {
  const plain = foldOneToOne(text, options)
  if (plain !== null)
    return plain.hasSpaces && options.dropSpaces === true ? plain.folded.replace(SPACES, '') : plain.folded
  let folded = ''
  for (const character of text) folded += foldWith(character, options)
  // An equal string is given back itself, so that a folded corpus costs no second copy.
  return folded === text ? text : folded
}

/** What a single unit folds to where that is a single unit, too; 0 where it is not, or has not been asked for. */
const SINGLE = new Uint16Array(0x10000)

/** Where the units of all but very long texts are folded: a buffer for each would be let go at once. */
const UNITS = new Uint16Array(1 << 14)
/** A passage is folded for its terms, its figures and its phrases, one right behind the other. */
let lastPlain = { text: '', folded: '', hasSpaces: false }

/**
 * Folds a text of which every unit stays one unit, as Chinese text mostly does, with its spaces; null where one does not.
 * A text that is folded already is given back itself.
 */
function foldOneToOne(text: string, { punctuation }: FoldOptions): typeof lastPlain | null {
  if (punctuation !== undefined) return null
  if (text === lastPlain.text) return lastPlain
  const units = text.length <= UNITS.length ? UNITS : new Uint16Array(text.length)
  let isFolded = true
  let hasSpaces = false
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    const folded = (SINGLE[code] as number) || learnSingle(code)
    if (folded === 0) return null
    hasSpaces ||= folded <= SPACE
    units[at] = folded
    isFolded &&= folded === code
  }
  lastPlain = { text, folded: isFolded ? text : stringOfUnits(units.subarray(0, text.length)), hasSpaces }
  return lastPlain
}

function dense(folded: string): Folded {
  const text = folded.replace(SPACES, '')
  const [starts, ends] = [new Uint32Array(text.length), new Uint32Array(text.length)]
  for (let at = 0, unit = 0; at < folded.length; at++) {
    if (folded.charCodeAt(at) <= SPACE) continue
    starts[unit] = at
    ends[unit++] = at + 1
  }
  return { text, starts, ends }
}

/** The last unit of ASCII's white space. Other white space that folds to itself is left to the long way. */
const SPACE = 0x20
const SPACES = /[\t-\r ]+/g
const SINGLE_UNIT = /^(?:[\t-\r ]|[^\s\p{Surrogate}\u{10000}-\u{10ffff}])$/u

/** The unit that a unit folds to; 0 where that takes a longer look. */
function learnSingle(code: number): number {
  const folded = foldWith(String.fromCharCode(code), {})
  if (SINGLE_UNIT.test(folded)) SINGLE[code] = folded.charCodeAt(0)
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
export function originalRange(folded: Folded, start: number, end: number): Range {
  return [folded.starts[start] ?? 0, folded.ends[end - 1] ?? 0]
}

/** What each character folds to, worked out once for each way of folding. */
const KNOWN = {
  keep: { spaced: new Map<string, string>(), dense: new Map<string, string>() },
  unify: { spaced: new Map<string, string>(), dense: new Map<string, string>() },
  drop: { spaced: new Map<string, string>(), dense: new Map<string, string>() },
}

function foldWith(character: string, { dropSpaces = false, punctuation = 'keep' }: FoldOptions): string {
  const memory = KNOWN[punctuation][dropSpaces ? 'dense' : 'spaced']
  const known = memory.get(character)
  if (known !== undefined) return known
  const folded = foldCharacter(character)
  const spaced = dropSpaces ? withoutSpaces(folded) : folded
  const made =
    punctuation === 'unify'
      ? unify(spaced)
      : punctuation === 'drop'
        ? spaced.replace(/[^\p{L}\p{N}\s%‰+]/gu, '')
        : spaced
  memory.set(character, made)
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

function foldCharacter(character: string): string {
  const plain = restoreCharacter(character).normalize('NFKD').toLowerCase().normalize('NFKD')
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
  return OWN.has(character)
}

/**
 * Characters of GB 2312, the simplified script's own list, that fold to another, and those that it took up again after that:
 * 瞭 of 瞭望, 剋, 牴 and 扞, which OpenCC keeps as they are, and what the Table of General Standard Characters of 2013 allows in names.
 */
const OWN: ReadonlySet<string> = new Set(
  '乾剋吒夥幺後徵扞拚捱摺於昇榘氾淩渖牴甦瞭祕稆缐腭菸著薹藉袷覆讬谘迳醣釐钜锺镟陞馀鲶麴麽',
)

/** With single spaces for white space, and none at the ends. */
export function tidy(text: string): string {
  return text.replace(/\s+/gu, ' ').trim()
}

export function withoutSpaces(text: string): string {
  return text.replace(/\s+/gu, '')
}

/** The letters and figures of a text, in order, without marks and white space. */
export function lettersOf(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '')
}
