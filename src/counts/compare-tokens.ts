/** Cuts a sentence into the tokens by which two years' sentences are compared: figures whole, with the words that bound them apart. */
import { fold, originalRange } from '../text/normalizer.ts'

/**
 * `figure`: a number with its sign, range, 万 or 亿, and %; `bound`: 左右, 以上 and the like beside one; `date`: a year, month or day;
 * `code`: Latin letters, and figures that name a thing (G577, 1号); `word`: one character; `mark`: punctuation.
 */
export type CompareTokenKind = 'figure' | 'bound' | 'date' | 'code' | 'word' | 'mark'

export interface CompareToken {
  readonly kind: CompareTokenKind
  /** Folded; a figure without thousands marks and spaces. */
  readonly key: string
  /** Place in the sentence, in UTF-16 units. */
  readonly start: number
  readonly end: number
}

const NUMBER = String.raw`\d[\d,]*(?:\.\d+)?`
const LARGE = '(?:[百千]?[万亿]+)?[%‰]?'
const RANGE = String.raw`(?:\s*(?:-{1,2}|[–—―−~至到])+\s*`
/** Han numerals count things only before a measure; 一个 and 一批 say no number, and 第三 is a name. */
const HAN_NUMBER =
  '(?<!第)(?:[二两三四五六七八九十百千][一二两三四五六七八九十百千]*|一[百十千][一二三四五六七八九十百千]*)'
const MEASURE = '(?=[件项家所座处台辆倍成户场个名](?!五))'
const TOKEN = new RegExp(
  [
    String.raw`(?<date>(?:19|20)\d{2}年|\d{1,2}月(?:\d{1,2}日)?)`,
    String.raw`(?<code>[a-z]+[\d.]*[a-z\d]*(?:[-/.&+][a-z\d]+)*|第\d+(?![\d位名])|\d+号|\d+[a-z]+)`,
    `(?<figure>(?<![\\d.])[-−+]?${NUMBER}${LARGE}${RANGE}${NUMBER}${LARGE})?|第\\d+(?=[位名])|${HAN_NUMBER}(?:万亿|[万亿])?${MEASURE})`,
    '(?<bound>左右|以上|以下|以内|上下|[约近超逾]过?(?=[\\d])|不低于|不少于|不超过|突破(?=\\d))',
    String.raw`(?<mark>[^\p{L}\p{N}\s]+?)`,
    String.raw`(?<word>[\p{L}\p{N}])`,
  ].join('|'),
  'gu',
)

/** The tokens of a sentence in order; white space is none. */
export function tokenizeForComparison(text: string): CompareToken[] {
  const folded = fold(text)
  return [...folded.text.matchAll(TOKEN)].map(({ 0: run, index, groups }) => {
    const kind = (Object.keys(groups ?? {}).find((name) => groups?.[name] !== undefined) ??
      'mark') as CompareTokenKind
    const [start, end] = originalRange(folded, index, index + run.length)
    return { kind, key: kind === 'figure' ? figureKey(run) : run, start, end }
  })
}

function figureKey(run: string): string {
  return run
    .replace(/[\s,]/gu, '')
    .replace(/[–—―−~至到-]+(?=\d)/gu, (_, at: number) => (at === 0 ? '-' : '—'))
}
