/** Reads shares: of what a number is a part, by the name that says so. */
import { isWord, type Token } from './lexer.ts'
import type { Head } from './noun.ts'
import type { PrintedNumber } from './number.ts'
import type { SentenceOptions, Statement } from './sentence-state.ts'

/** 民生支出24亿元，占一般公共预算支出的81%. */
const OF_WHOLE =
  /^占(?:[^\d,]{0,8})(?:支出|收入|财力|财政|增加值|产值|产量|销量|利润|税收|[出进]口|零售|工业|贷款|存款|投资|人口|面积|总[量额数])的?$/
const TELLS_SHARE = /比重|占比|比例|份额|贡献率/

/** The share as a noun: from the noun that has it to the end of what it is a share of. */
export function readShare(
  before: readonly Token[],
  { text, indicators }: SentenceOptions,
  last: Statement | null,
): Head | null {
  const end = before.findLast((token) => !isWord(token, 'from'))?.end ?? 0
  const at = before.findIndex((token) => isWord(token, 'share'))
  const own = before.findIndex(
    (token, index) => index < at && !(token.is === 'word' && token.word.is !== 'verb') && token.is !== 'time',
  )
  const first = before[own < 0 ? at : own]
  if (first === undefined) return null
  const printed = text.slice(first.start, end)
  if (before.some((token) => isWord(token, 'compare'))) return null
  // 服务业增加值5亿元，占GDP比重43%: the noun is the one before.
  if (own < 0 && (last === null || !(TELLS_SHARE.test(printed) || OF_WHOLE.test(printed)))) return null
  const name = (own < 0 ? `${last?.head.name}${printed}` : printed).replace(/的$/, '')
  // 研发投入占GDP的4.1% is what 占GDP比重 is.
  const entry = indicators.lookUp(name) ?? indicators.lookUp(`${name}比重`) ?? null
  return { entry, start: first.start, end, name, subject: null, isIncrement: false }
}

/** 三次产业占比, 民营经济增加值、税收占比: the shares that one name tells of, in the order of their numbers. */
export function readShares(share: Head, { indicators }: SentenceOptions): readonly Head[] {
  const at = share.name.search(/占|比重|比例|份额|贡献率/)
  const owners = /^(?:三次|三大|第?一、?第?二[、和]?第?三)次?产业/.test(share.name)
    ? ['第一产业', '第二产业', '第三产业']
    : share.name.slice(0, at).split(/[、和与及]/)
  const measure = /(?:增加值|产值|收入|支出|投资)$/.exec(owners.at(-1) ?? '')?.[0] ?? ''
  return owners.map((owner) => {
    const name = (owner.endsWith(measure) ? owner : owner + measure) + share.name.slice(at)
    return { ...share, name, entry: indicators.lookUp(name) ?? null }
  })
}

const WHOLE = /(?<whole>[\p{sc=Han}]{2,14}(?:支出|财力|资金|投资|收入|投入))(?:的|[中里]的?|[中里]?有)$/u
const USED =
  /^(?:都|均|全部)?(?:用于|投向|投入到?|用在)了?(?<owner>\p{sc=Han}{2,10}?)(?:领域|方面|支出|事业|上)?(?=[,;。、]|$)/u
/** 将一般公共预算支出的86%. */
const BEFORE_WHOLE = /^(?:全?年|全[省市县区州]|[我本][省市县区州]|将|把)+/u

/**
 * 一般公共预算支出的86%用于民生领域 as what it says: the share of 民生 in that spending.
 *
 * null where the number is no share that is spent. `start`: where the clause begins in the folded text.
 */
export function readSpent(text: string, start: number, number: PrintedNumber): Head | null {
  if (number.unit !== '%') return null
  const before = WHOLE.exec(text.slice(start, number.start))
  const used = USED.exec(text.slice(number.end, number.end + 24))
  if (before === null || used === null) return null
  const whole = (before.groups?.whole ?? '').replace(BEFORE_WHOLE, '')
  return {
    entry: null,
    start: text.lastIndexOf(whole, number.start),
    end: number.end + used[0].length,
    name: `${used.groups?.owner}支出占${whole}比重`,
    subject: null,
    isIncrement: false,
  }
}
