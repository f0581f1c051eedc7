/** Turns a message that asks several things into its questions, each whole by itself: 教育、医疗各有什么措施, A多少？B呢. */
import type { Searcher } from '../../search/searcher.ts'
import { fold, foldText, originalRange } from '../../text/normalizer.ts'
import { changeQuestion } from './change-question.ts'
import type { FollowUp } from './follow-up.ts'
import { isHollow } from './hollow.ts'
import { readFollowUp } from './read-follow-up.ts'

/** A longer text is a paste. */
const MAX_ASKING_UTF16 = 120
const MAX_PARTS = 4
const YEAR = /(?:19|20)\d\d年?|去年|今年|明年/u
/** 教育、医疗、养老方面各: topics set beside each other, of each of which the same is asked. */
const TOPICS =
  /(?<list>\p{sc=Han}{2,6}(?:[、，,](?:和|与|以及)?\p{sc=Han}{2,6})*(?:[、，,]|和|与|及|以及)\p{sc=Han}{2,6}?)(?:这)?(?:[两三四几]个?(?:块|方面|项|领域)(?:的?工作)?|(?:等)?(?:几个)?方面(?:的?工作)?(?:各自?|分别|都)?|(?:工作)?(?:各自?|分别)(?!为|是?多少|增|达))/u
const BESIDE = /[、，,]|和|与|及|以及/gu
/** Where one question ends and the next begins. */
const NEXT =
  /[?？;；\n]+|[，,。\s]*(?:还有就是|还有|另外|以及|顺便(?:问一?下)?|同时)(?=.{0,24}(?:多少|几|什么|啥|哪|怎|如何|吗|呢|目标|情况))|[，,](?=.{0,16}(?:多少|几[个家所条座]|什么|啥|哪|怎|如何|第几)|.{1,10}呢[?？\s]*$)/gu
const ASKS = /多少|几|什么|啥|哪|谁|怎|如何|吗|呢|有没有|是不是|是否|目标|情况|how|what|which|who|when/iu

/** Of a question that stands by itself but for its place and year. */
const ASKS_ITSELF = /多少|几|什么|啥|哪|谁|怎|如何/u
/** 还有2025年的目标呢: that more is asked is no part of it. */
const MORE = /^(?:还有就是|还有|另外|以及|顺便(?:问一?下)?|同时)[，,、\s]*/u
/** 招商引资到位资金，2022年完成多少、2023年目标多少: a topic, and what is asked of it. */
const HEADED = /^(?<head>[^，,：:?？]{4,24})[，,：:]\s*(?<rest>.+)$/u
const OF_HEAD = /(?:[、，,；;]|以?及|和|与)(?=(?:19|20)\d\d年|[去今明]年)/u

/** How much it grew and where it ranks stands with the figure, or nowhere. */
const SAID_WITH_IT =
  /^(?:又|也|同比|比去年|比上年)?(?:增长|增加|下降|减少|增速|增幅)(?:了|是|率)*(?:多少|几个点|如何|怎么样)?$|排(?:名)?第?几|排名|名次/u

/** The message alone where it asks one thing, or the part of it that can be asked. */
export async function readQuestionParts(searcher: Searcher, text: string): Promise<readonly string[]> {
  if (text.length > MAX_ASKING_UTF16 || /[“”「」『』"《》:：]/u.test(text)) return [text]
  const topics = await readTopics(searcher, text)
  if (topics.length > 1) return topics
  const headed = readHeaded(text)
  if (headed.length > 1) return headed
  const pieces = split(text)
  const [first, ...others] = pieces
  if (first === undefined || others.length === 0 || pieces.length > MAX_PARTS) return [text]
  const whole = await Promise.all(others.map((piece) => complete(searcher, first, piece)))
  return [first, ...whole.filter((piece) => piece !== null)]
}

async function readTopics(searcher: Searcher, text: string): Promise<string[]> {
  const { named, foreign } = await searcher.read(text)
  const places = [...named, ...foreign]
  // A place before the first topic would be taken for a part of it.
  const bare = places.reduce((rest, place) => rest.replace(place, '。'), text).replace(YEAR, '。')
  const list = TOPICS.exec(bare)?.groups?.list
  if (list === undefined || places.length > 1) return []
  const year = YEAR.exec(text)?.[0]
  const words = list.split(BESIDE).filter((word) => word.length >= 2)
  if (words.length > MAX_PARTS) return []
  return words.map((word) => [...places, ...(year === undefined ? [] : [year]), word].join(' '))
}

function readHeaded(text: string): string[] {
  const { head = '', rest = '' } = HEADED.exec(text)?.groups ?? {}
  const asked = rest.split(OF_HEAD)
  const isAsked = !ASKS.test(head) && asked.every((piece) => YEAR.test(piece) && ASKS.test(piece))
  return isAsked && asked.length <= MAX_PARTS ? asked.map((piece) => head + piece) : []
}

function split(text: string): string[] {
  const folded = fold(text)
  const pieces: string[] = []
  let from = 0
  const take = (start: number, end: number): void => {
    const piece = text
      .slice(...originalRange(folded, start, end))
      .trim()
      .replace(MORE, '')
    if (/[\p{L}\p{N}]{2}/u.test(piece)) pieces.push(piece)
  }
  for (const { 0: mark, index } of folded.text.matchAll(NEXT)) {
    if (!ASKS.test(folded.text.slice(from, index))) continue
    take(from, index)
    from = index + mark.length
  }
  if (from < folded.text.length) take(from, folded.text.length)
  return pieces.filter((piece) => ASKS.test(piece))
}

const CHANGES: ReadonlySet<FollowUp['kind']> = new Set(['only', 'above', 'elsewhere', 'claim', 'beside'])

/** 伊宁的呢, 增长了多少: what the first question has and this one lacks; null for what asks nothing with it either. */
async function complete(searcher: Searcher, first: string, piece: string): Promise<string | null> {
  const [{ named: known }, { named, foreign, terms }] = await Promise.all([
    searcher.read(first),
    searcher.read(piece),
  ])
  if (SAID_WITH_IT.test(foldText(piece).replace(/[\s\p{P}]+/gu, ''))) return null
  if (named.length + foreign.length > 0 && /[\p{L}\p{N}]{2}/u.test(terms)) return piece
  const followUp = readFollowUp(piece)
  // 物价为什么涨？报告怎么解释: nothing but how the first one is to be answered.
  if (followUp !== null && !CHANGES.has(followUp.kind)) return null
  if (followUp === null && !isHollow(piece) && terms !== '' && ASKS_ITSELF.test(piece)) {
    const year = YEAR.test(piece) ? '' : (YEAR.exec(first)?.[0] ?? '')
    return [named.length + foreign.length > 0 ? '' : known.join(''), year, piece].join('')
  }
  const words = followUp?.kind === 'only' ? followUp.words : piece.replace(/呢[?？\s]*$/u, '')
  const changed = await changeQuestion(searcher, first, words)
  return changed ?? (known.length === 0 && terms !== '' ? piece : null)
}
