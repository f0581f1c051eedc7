/** Reads what a question demands beside its topic (a reason, what is not done yet, a month, the fourth of several), and tells whether a sentence states it. */
import { foldText } from '../../text/normalizer.ts'
import { readNumeral, writeHan } from '../../text/numeral.ts'
import { QUOTED } from '../query/question-words.ts'

export interface Demand {
  readonly kind: 'reason' | 'lack' | 'month' | 'ordinal'
  /** The words that demand it, folded. */
  readonly text: string
  /** `sentence`: folded, as the passage that it stands in. */
  readonly isMet: (sentence: string, passage: string) => boolean
}

/** A longer text is a statement or a paste, and demands nothing. */
const MAX_DEMANDING_UTF16 = 60
const REASON =
  /为什么|为何|为啥|为甚么|凭什么|凭啥|(?:什么|啥|何种|哪些)(?:原因|缘故|理由)|原因|(?<![a-z])why(?![a-z])/u
const STATES_REASON =
  /因为|由于|原因|缘于|源于|源自|鉴于|之所以|根源|根子|得益于|归功于|归因|在于|为了|旨在|导致|造成|引发|因(?![此而素地材人时])|受.{1,24}(?:影响|制约|拖累|带动|冲击)|影响下/u

/** 有没有没通水的村, 哪些目标没完成: what is asked for is not there. 没有 at the end only asks, as in 修好了没有. */
const LACK =
  /(?:有没有|有无|是否有|哪[些个几]|多少|几[个户家条所])[^，,。]{0,8}?(?<lack>(?:还|尚|仍)?(?<!(?<!没)有)(?:没有?|未能?)(?!来)(?:(?!的)\p{sc=Han}){1,10})(?:的|[?？]|$)|(?<left>(?:还|尚|仍)(?:没有?|未能?)(?:(?!的)\p{sc=Han}){1,10})的/u
const STATES_LACK = /没|未(?!来)|不(?!断|足|仅|但)|无(?!偿|人机|障碍)|尚|非|剩|空白|禁/u

const MONTH =
  /(?<![\d.几])(?:1[0-2]|[1-9])月(?!亮|球|嫂|光)|(?<![一二三四五六七八九十])(?:十[一二]?|[一二三四五六七八九])月(?!亮|球|嫂|光)|(?:第?[一二三四]|前三)季度|[上下]半年/gu

/** 第四通道, 第三小学; 第三产业 and 第一部分 are names of another kind. */
const ORDINAL =
  /第(?<number>[一二三四五六七八九十]{1,3}|\d{1,3})(?![一二三四五六七八九十百千万零\d])(?!产业|季度|部分|自然段|一|线)(?![章节段条个名位次年届件项点句批种是的来])(?<noun>\p{sc=Han}{2})/u

/** 16号线: another line is another thing. */
const LINE = /\d{1,2}号线/u

/** None of a longer text, which states what it says. */
export function readDemands(text: string): readonly Demand[] {
  if (text.length > MAX_DEMANDING_UTF16) return []
  const folded = foldText(text).replace(QUOTED, ' ')
  const demands: Demand[] = []
  const reason = REASON.exec(folded)?.[0]
  if (reason !== undefined)
    demands.push({ kind: 'reason', text: reason, isMet: (sentence) => STATES_REASON.test(sentence) })
  const { lack, left } = LACK.exec(folded)?.groups ?? {}
  const lacking = lack ?? left
  if (lacking !== undefined)
    demands.push({ kind: 'lack', text: lacking, isMet: (sentence) => STATES_LACK.test(sentence) })
  for (const [month] of folded.matchAll(MONTH)) {
    const names = namesOfMonth(month)
    demands.push({
      kind: 'month',
      text: month,
      isMet: (_, passage) => names.some((name) => new RegExp(`(?<![\\d十])${name}`, 'u').test(passage)),
    })
  }
  const line = LINE.exec(folded)?.[0]
  if (line !== undefined)
    demands.push({
      kind: 'ordinal',
      text: line,
      isMet: (_, passage) =>
        new RegExp(`(?<!\\d)${line.replace('线', '(?:[、和及]\\d+号)*线')}`, 'u').test(passage),
    })
  const { 0: ordinal, groups } = ORDINAL.exec(folded) ?? { 0: '' }
  const { number = '', noun = '' } = groups ?? {}
  if (ordinal !== '')
    demands.push({
      kind: 'ordinal',
      text: ordinal,
      isMet: (_, passage) =>
        [...passage.matchAll(ORDINALS)].some(
          (said) =>
            readNumeral(said.groups?.number ?? '') === readNumeral(number) &&
            said.groups?.behind?.includes(noun.charAt(0)),
        ),
    })
  return demands
}

const ORDINALS = /第(?<number>[一二三四五六七八九十]{1,3}|\d{1,3})(?=(?<behind>.{0,6}))/gu

/** 3月 is 三月 as well. */
function namesOfMonth(month: string): string[] {
  const name = /^(?<number>.+)月$/u.exec(month)?.groups?.number
  if (name === undefined) return [month]
  const number = readNumeral(name) ?? 0
  return [`${number}月`, `${writeHan(number)}月`]
}
