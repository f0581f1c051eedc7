/** Cleans one extracted line: layout, invisible characters and written-out escapes removed, words untouched. */

/** Columns of a full-width character, in half-width columns. */
export const EM_COLUMNS = 2

const HAN = '\\p{Script=Han}〇'
/** Punctuation that is set in Chinese text; a space beside it comes from the layout. */
const CJK_MARK = '，。、；：？！“”‘’（）《》〈〉「」『』【】〔〕—…·％～'
const CJK = `${HAN}${CJK_MARK}`

const INVISIBLE =
  /\u034F|[\u00AD\u061C\u180E\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFFFC\uE000-\uF8FF]|[\u{F0000}-\u{10FFFD}]/gu
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is being removed.
const CONTROL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/g
const SPACE_LIKE = /[\u00A0\u1680\u2000-\u200A\u202F\u205F]/g
const WRITTEN_SPACE = /&nbsp;?|&#160;|&#xa0;|&ensp;|&emsp;|&thinsp;|<U\+00A0>|<U\+3000>/gi
const WRITTEN_NOTHING = /<U\+(?:200[B-F]|FEFF|2060|00AD)>|&zwn?j;|&#8203;/gi
const WRITTEN_BREAK = /\\r\\n|\\n(?![a-z])|\\r(?![a-z])/g

/**
 * Replaces what stands for another character or for none: written-out spaces and entities, zero-width, control and
 * private-use characters. Line breaks that were written out (`\r\n`) become real ones, so the answer may hold several lines.
 */
export function decodeLeftovers(text: string): string {
  return text
    .replace(WRITTEN_SPACE, ' ')
    .replace(WRITTEN_NOTHING, '')
    .replace(WRITTEN_BREAK, '\n')
    .replace(
      /&(amp|lt|gt|quot|ldquo|rdquo|lsquo|rsquo|mdash|hellip|middot);/g,
      (_, name: string) => ENTITIES[name] ?? '',
    )
    .replace(INVISIBLE, '')
    .replace(CONTROL, '')
    .replace(SPACE_LIKE, ' ')
    .replace(LOST_SPACE, ' ')
    .replace(LONG_DASH, (dash) => '—'.repeat(dash === '⸺' ? 2 : 3))
}

/** Some fonts draw two or three dashes as one glyph, and a PDF then names that: ⸺, ⸻. */
const LONG_DASH = /[⸺⸻]/gu

/** No-break spaces that a converter without the character wrote as question marks: 县长??杨曙光, ????\t来源. */
const LOST_SPACE = /(?<!\?)\?{2,}(?=[\s\p{Script=Han}—－]|$)|(?=\?)(?<=^\s*)\?+(?=\p{Script=Han})/gmu

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  mdash: '—',
  hellip: '…',
  middot: '·',
}

const SPACES = /[ \t\u3000]+/g
/**
 * Two slogans of one length side by side in quotation marks are divided by a space that the author wrote: “天山雪都 中国昭苏”.
 * Dozens of real reports have one.
 */
const COUPLET = new RegExp(`(?<=[“‘「《]([${HAN}]{2,12})) (?=([${HAN}]{2,12})[”’」》])`, 'gu')
const BESIDE_CJK = new RegExp(`(?<=[${CJK}]) | (?=[${CJK}])`, 'gu')
const BESIDE_HALF_WIDTH_MARK = new RegExp(`(?<=[${HAN}][,;:!?.)(]) (?=[${HAN}\\d(])|(?<=\\d) (?=[%‰℃])`, 'gu')
const KEPT_SPACE = '\u0001'

/** Takes out the spaces that layout put inside Chinese text and between a figure and its unit; words keep theirs. */
export function removeLayoutSpaces(text: string): string {
  return text
    .replace(SPACES, ' ')
    .trim()
    .replace(COUPLET, (space, before: string, after: string) =>
      before.length === after.length ? KEPT_SPACE : space,
    )
    .replace(BESIDE_CJK, '')
    .replace(BESIDE_HALF_WIDTH_MARK, '')
    .replaceAll(KEPT_SPACE, ' ')
}

const OPENING: ReadonlySet<string> = new Set('“‘（《〈「『【〔')
const CLOSING: ReadonlySet<string> = new Set('，。、；：？！”’）》〉」』】〕')

/**
 * Width on the page in half-width columns; `space` is what a space takes. Two full-width marks side by side share a
 * column, as typesetting has it: 。“ and ”、 take three.
 */
export function columns(text: string, space = 1): number {
  let width = 0
  let before = ''
  for (const char of text) {
    if (char === ' ') width += space
    else width += isHalfWidth(char) ? 1 : EM_COLUMNS
    if (CLOSING.has(before) && (OPENING.has(char) || CLOSING.has(char))) width -= 1
    before = char
  }
  return width
}

function isHalfWidth(char: string): boolean {
  const code = char.codePointAt(0) ?? 0
  return code < 0x2000 && code !== 0xb7 && code !== 0xd7
}
