/** Reads X还是Y: as the questions for each side, or, where a figure or its course tells which, as the question that it answers. */
import type { Searcher } from '../../search/searcher.ts'
import { foldText } from '../../text/normalizer.ts'

const MARKED =
  /[“"「『](?<one>[^“”"「」『』]{2,24})[”"」』](?:\p{sc=Han}{0,6}[，,])?\p{sc=Han}{0,6}?还是\p{sc=Han}{0,4}?[“"「『](?<other>[^“”"「」『』]{2,24})[”"」』]/u
const PLAIN =
  /(?:是|叫|说|提|写)(?:的是)?(?<one>[\p{L}\p{N}+＋]{3,12}?)[，,\s]*还是(?<other>[\p{L}\p{N}+＋]{3,12}?)[啊呢呀]*[?？。\s]*$/u
const AMOUNT = '\\d[\\d.,]*(?:[十百千万亿]*(?:\\p{L}{1,3}|[%％])?)'
/** 增长5%还是6%, 是30亿元还是40亿元. */
const AMOUNTS = new RegExp(
  `(?:了|是|为)*\\s*${AMOUNT}\\s*[，,]?还是(?:增长|增加|下降|是)?\\s*${AMOUNT}(?=[啊呢呀了]*[?？。\\s]*$)`,
  'u',
)
const UP = '(?:增加|上升|增长|提高|上涨|变多|变好|涨|升|增)'
const DOWN = '(?:减少|下降|降低|下跌|下滑|变少|变差|跌|降|减)'
const COURSE = new RegExp(
  `(?:到底|究竟)?(?:是)?(?:${UP}了?[，,]?还是${DOWN}|${DOWN}了?[，,]?还是${UP})了?(?=[啊呢呀的]*(?:[?？。\\s]|$))`,
  'u',
)
/** 修好了还是还在修, 是做到的还是计划: how far it is. */
const STAGE =
  /(?:^|到底|究竟|这个?|那个?|是|算|已经?)+\p{sc=Han}{1,2}(?:[好完成]|到)?(?:了|的)[，,]?还是(?:还在|在|正在|没|还没|准备|打算|计划|目标|要)\p{sc=Han}{0,3}(?=[啊呢呀的嘛]*[?？。\s]*$)/u

const MORE = '(?<more>更?[高多大快好强低少小慢差])(?:一?[点些])?'
/** 旅游收入伊宁高还是昭苏高, 伊宁还是昭苏旅游收入高: which of them is more. */
const EACH_MORE =
  /^(?<one>\p{L}{2,24}?)(?<same>[高多大快好强低少小慢差])(?:一?[点些])?[，,]?还是(?<other>\p{L}{2,24}?)\k<same>(?:一?[点些])?[啊呢呀]*[?？。\s]*$/u
const WHICH_MORE = new RegExp(
  `^(?<one>[\\p{L}\\d]{2,24}?)(?:的)?还是(?<other>\\p{L}{2,24}?)${MORE}[啊呢呀]*[?？。\\s]*$`,
  'u',
)

/** The question that one figure answers; the words as they are where they ask none. */
export function settleAlternatives(text: string): string {
  return text
    .replace(EACH_MORE, '$<one>和$<other>谁$<same>')
    .replace(WHICH_MORE, '$<one>和$<other>谁$<more>')
    .replace(AMOUNTS, (run) => (/^[了\s]|^\d/u.test(run) ? '多少' : '是多少'))
    .replace(COURSE, '增长多少')
    .replace(STAGE, '进展怎么样')
}

/** The question for the words of each side, in the place that is named; null where words are not weighed against words. */
export async function readAlternatives(
  searcher: Searcher,
  text: string,
): Promise<readonly [string, string] | null> {
  const { one, other } = MARKED.exec(text)?.groups ?? PLAIN.exec(text)?.groups ?? {}
  if (one === undefined || other === undefined) return null
  if (!MARKED.test(text) && !isAlike(one, other)) return null
  const { named } = await searcher.read(text)
  const places = named.filter((place) => !one.includes(place) && !other.includes(place))
  const ask = (words: string): string => [...places, `“${words}”`].join(' ')
  return [ask(one), ask(other)]
}

/** 旅游强县 and 农业强县: two names for one thing have a part in common; 伊宁 and 昭苏 are no such names. */
function isAlike(one: string, other: string): boolean {
  const [a, b] = [foldText(one), foldText(other)]
  return Math.abs(a.length - b.length) <= 2 && (a.slice(0, 2) === b.slice(0, 2) || a.at(-1) === b.at(-1))
}
