/** Turns a reply to an answer into what it asks of it: another place or year, more, the second one, only targets, a table. */
import { foldText } from '../../text/normalizer.ts'
import { readNumeral } from '../../text/numeral.ts'

export type FollowUp =
  | { readonly kind: 'more' }
  /** The hit of this number, from 1; the last one for -1. */
  | { readonly kind: 'nth'; readonly number: number }
  | { readonly kind: 'table' }
  /** The paragraph around the words, its citation, or another paragraph of its report. */
  | { readonly kind: 'open' }
  | { readonly kind: 'cite' }
  | { readonly kind: 'paragraph'; readonly number: number }
  /** Only targets, or only results. */
  | { readonly kind: 'only'; readonly words: string }
  /** Other places or years, or another topic, in the same question; `isSure` where it can be nothing else. */
  | { readonly kind: 'change'; readonly words: string; readonly isSure: boolean }

const MORE =
  /^(?:还有(?:没有|别的|其他的?|更多的?|哪些)?|更多|再来(?:一?些|几[条个])?|继续|接着(?:说|来)?|下一?页|往下|后面的|其他的?|more|next|anything else|what else)$/u
const NTH =
  /^(?:看|要|打开)?第?(?<number>[1-9]|1\d|20|[一二三四五六七八九]|十[一二三四五六七八九]?)[条个项处则]?$/u
const PARAGRAPH = /^(?:看|打开)?第(?<number>[1-9]\d{0,2}|[一二三四五六七八九十百]{1,5})(?:段|自然段)$/u
const LAST = /^(?:看|要)?最后(?:一)?[条个段项处则]?$/u
const TABLE =
  /^(?:请|帮我|能不能|可以)?(?:(?:给我)?(?:做|列|整理|汇总|排|弄|画|转)?(?:成|个|一个|一张|张)?(?:表格?|列表|图表)(?:格)?|(?:各地|各县|都)?(?:对比|比较)(?:一下)?|as a table|table|compare)$/u
const OPEN =
  /^(?:看|打开|显示)?(?:一下)?(?:原文|全文|全段|整段|原段|上下文|前后文|详细(?:内容)?|详情|展开|完整的?)$/u
const CITE = /^(?:出处|来源|引用|引文格式|怎么引用|引用格式|在哪|哪里说的|谁说的|出自哪里|source|cite)$/u
const TARGET = /^(?:只|仅|单)?(?:看|要|留|列|显示|给我)?(?:出)?(?:目标|计划|预期目标?|任务)(?:值|数|的)?$/u
const ACTUAL =
  /^(?:只|仅|单)?(?:看|要|留|列|显示|给我)?(?:出)?(?:实绩|实际(?:数|值|完成)?|完成(?:数|情况|的)|结果|已完成的?)$/u
const OPENING = /^(?:那么?|换成?|改成|改为|再看看?|看看|如果是|要是|what about|how about|and)\s*/u
const SURE_OPENING = /^(?:那么?|换成?|改成|改为|what about|how about)/u
const CLOSING = /\s*(?:呢|的呢|怎么样|怎样|如何|又如何|是多少|的情况)$/u

export interface FollowUpOptions {
  /** Whether the first two characters are a word of the reports, as in 那拉提. Default false. */
  readonly opensWord?: boolean
}

export function readFollowUp(text: string, { opensWord = false }: FollowUpOptions = {}): FollowUp | null {
  const plain = foldText(text)
    .replace(/^[\p{P}\p{S}\s]+|[\p{P}\p{S}\s]+$/gu, '')
    .replace(/(?<=\p{sc=Han})[啊呀吧啦嘛哦]+$/u, '')
  const bare = plain.replace(/[吗么呢]$/u, '')
  if (MORE.test(bare)) return { kind: 'more' }
  if (LAST.test(bare)) return { kind: 'nth', number: -1 }
  const number = NTH.exec(bare)?.groups?.number
  if (number !== undefined) return { kind: 'nth', number: readNumber(number) }
  const paragraph = PARAGRAPH.exec(bare)?.groups?.number
  if (paragraph !== undefined) return { kind: 'paragraph', number: readNumber(paragraph) }
  if (TABLE.test(bare)) return { kind: 'table' }
  if (OPEN.test(bare)) return { kind: 'open' }
  if (CITE.test(bare)) return { kind: 'cite' }
  if (TARGET.test(bare)) return { kind: 'only', words: '目标' }
  if (ACTUAL.test(bare)) return { kind: 'only', words: '完成情况' }
  return readChange(plain, opensWord)
}

function readNumber(digits: string): number {
  return /^\d/.test(digits) ? Number(digits) : (readNumeral(digits) ?? 1)
}

/** 那昭苏呢, 换成2023年, 粮食呢: marked before or behind as a change to something said before. */
function readChange(plain: string, opensWord: boolean): FollowUp | null {
  const opening = opensWord ? '' : (OPENING.exec(plain)?.[0] ?? '')
  const words = plain.slice(opening.length).replace(CLOSING, '').trim()
  if (words === '' || (opening === '' && !/呢$/u.test(plain))) return null
  return { kind: 'change', words, isSure: SURE_OPENING.test(opening) }
}
