/** Reads 一般公共预算支出的86%用于民生领域 as what it says: the share of 民生 in that spending. */
import type { Head } from './noun.ts'
import type { PrintedNumber } from './number.ts'

const WHOLE = /(?<whole>[\p{sc=Han}]{2,14}(?:支出|财力|资金|投资|收入|投入))的$/u
const USED =
  /^(?:都|均|全部)?(?:用于|投向|投入到?|用在)(?:了)?(?<owner>\p{sc=Han}{2,10}?)(?:领域|方面|支出)?(?=[,;。、]|$)/u
/** 将一般公共预算支出的86%. */
const BEFORE = /^(?:全[省市县区州年]|[我本][省市县区州]|将|把)+/u

/** null where the number is no share that is spent. `start`: where the clause begins in the folded text. */
export function readSpent(text: string, start: number, number: PrintedNumber): Head | null {
  if (number.unit !== '%') return null
  const before = WHOLE.exec(text.slice(start, number.start))
  const used = USED.exec(text.slice(number.end, number.end + 24))
  if (before === null || used === null) return null
  const whole = (before.groups?.whole ?? '').replace(BEFORE, '')
  return {
    entry: null,
    start: number.start - 1 - whole.length,
    end: number.end + used[0].length,
    name: `${used.groups?.owner}支出占${whole}比重`,
    subject: null,
    isIncrement: false,
  }
}
