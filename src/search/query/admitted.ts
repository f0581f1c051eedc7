/** Reads words that ask for nothing but what a report admits (存在哪些问题, 承认自己有啥毛病), and gives those that reports admit it by. */
import { ASKS_WHAT } from './question-words.ts'

const FAULT =
  '问题|不足|短板|困难|困境|挑战|毛病|缺点|缺陷|弱点|弱项|难题|难处|矛盾|差距|薄弱环节|短处|做得?不好|没做好'
const AROUND =
  '(?:19|20)\\d\\d年?|存在|面临|面对|遇[到上]|碰到|承认|坦承|坦言|检讨|反思|自己|自身|本身|[说讲提](?:到|过)?|认为|[还仍]然?|依然|有|[着的了过、和与及]|以及|目前|主要|突出|最?大|工作|发展|政府|改革|经济社会|方面'
const ASKS = new RegExp(`${ASKS_WHAT}|承认|坦承|坦言|自己`, 'u')
const ONLY_FAULTS = new RegExp(`^(?:${AROUND}|\\s)*(?:(?:${FAULT})(?:${AROUND}|\\s)*)+$`, 'u')
/** Nearly every report begins so what it admits, and says it nowhere else. */
const ADMITTED = '清醒认识问题'

/**
 * The words to look for where a question asks for faults and names no topic; null for all others.
 * @param terms The question's words without those that ask, folded.
 */
export function readAdmitted(folded: string, terms: string): string | null {
  return ASKS.test(folded) && ONLY_FAULTS.test(terms) ? ADMITTED : null
}
