/** Reads the numbers that stand together, and whether what follows them is what they count. */
import { isWord, type Token } from './lexer.ts'
import { type Head, isSeparator } from './noun.ts'
import type { PrintedNumber } from './number.ts'
import type { SentenceOptions } from './sentence-state.ts'

/** 36835元、18915元; 8.5%和9.5%; 8、9个百分点. */
export function gatherNumbers(
  tokens: readonly Token[],
  at: number,
  isEach: boolean,
): { numbers: PrintedNumber[]; next: number } {
  const numbers: PrintedNumber[] = []
  let next = at
  for (;;) {
    const token = tokens[next]
    if (token?.is !== 'number') break
    numbers.push(token.number)
    next++
    let follows = next
    let joint = tokens[follows]
    if (joint !== undefined && isSeparator(joint)) joint = tokens[++follows]
    else break
    // 8万元、超过4.5万元.
    if (joint?.is === 'word' && joint.word.is === 'bound') joint = tokens[++follows]
    if (joint?.is !== 'number' || !(isEach || isSameSort(token.number, joint.number))) break
    next = follows
  }
  for (let index = numbers.length - 2; index >= 0; index--) {
    const [number, later] = [numbers[index], numbers[index + 1]]
    if (number !== undefined && later !== undefined && number.unit === '') {
      numbers[index] = { ...number, unit: later.unit }
    }
  }
  return { numbers, next }
}

function isSameSort(one: Pick<PrintedNumber, 'unit'>, two: Pick<PrintedNumber, 'unit'>): boolean {
  const bare = (unit: string): string => unit.replace(/^[十百千万亿]+|\/.*$/g, '')
  return one.unit === '' || bare(one.unit) === bare(two.unit)
}

/** 由12家到35家, which by itself is a range: what was reached; null where nothing before it says from what. */
export function reachedOf(
  numbers: readonly PrintedNumber[],
  stretch: readonly Token[],
  text: string,
): { readonly number: PrintedNumber; readonly before: readonly Token[] } | null {
  const [number] = numbers
  const from = stretch.findLastIndex((token) => isWord(token, 'from'))
  if (number === undefined || numbers.length > 1 || from < 1) return null
  const reached = /^\d[^到至]*[到至](?=\d)/.exec(text.slice(number.start, number.end))?.[0].length
  if (reached === undefined) return null
  return {
    number: { ...number, start: number.start + reached, value: number.value.replace(/^.*—/, '') },
    before: stretch.slice(0, from),
  }
}

/** 1446户、2414人: the counts of one thing that stand side by side; where they end. */
export function skipCounts(tokens: readonly Token[], next: number): number {
  const last = tokens[next - 1]
  const joint = tokens[next]
  const at = joint?.is === 'mark' && joint.mark === '、' ? next + 1 : next
  const token = tokens[at]
  const isPair =
    last?.is === 'number' && token?.is === 'number' && isOtherCount(last.number.unit, token.number)
  // 22个5公里的绿道: the second says which.
  return isPair && /[人名户]$/.test(token.number.unit) ? at + 1 : next
}

/** Two counts of one thing in units of their own: households and persons, buildings and square metres. */
export function isOtherCount(unit: string, { unit: other, value, bound }: PrintedNumber): boolean {
  const isCount = [unit, other].every((one) => COUNT.test(one))
  return isCount && bound === 'exact' && /^\d/.test(value) && !isSameSort({ unit }, { unit: other })
}

const COUNT = /^(?!.*(?:%|倍|成|百分点|度|岁|年|瓦|瓦时|级)$).+/

/** 落实4230万亩粮食: the noun behind its number; 'modifier' where the number only says of what kind (19个县财政收入…). */
export function readAfter(
  tokens: readonly Token[],
  next: number,
  numbers: readonly PrintedNumber[],
  options: SentenceOptions,
): { head: Head; next: number } | 'modifier' | null {
  let at = next
  while (isFree(tokens, at, options.text)) at++
  if (at === next) return null
  const stop = tokens[at]
  if (stop?.is === 'number') return 'modifier'
  // 12个分馆为枢纽, 19项经验在全国推广: of the noun nothing more is counted.
  const goesOn = stop !== undefined && isLevel(stop) && isNoun(tokens[at + 1])
  if (stop?.is === 'word' && !goesOn && ['change', 'level', 'bound', 'each', 'share'].includes(stop.word.is))
    return 'modifier'
  const run = tokens.slice(next, at)
  const named = run.find((token) => token.is !== 'word')
  const number = numbers[0]
  if (named === undefined || number === undefined || numbers.length !== 1) return null
  const text = options.text.slice(named.start, named.end)
  // 60岁以上老年人, 1亿元以上企业: the number says which.
  const isLimit = number.bound === 'at-least' || number.bound === 'at-most'
  if (number.unit === '岁' || (isLimit && number.unit.endsWith('元') && LARGE.test(text))) return 'modifier'
  if (named.is === 'name') {
    const entry = options.indicators.lookUp(text)
    const rest = run.slice(run.indexOf(named) + 1)
    const isClosed = rest.every((token) =>
      /^(?:种植|播种|任务|目标|种植任务|生产任务|生产|播种任务|的|目标任务|以上|等)*$/.test(
        options.text.slice(token.start, token.end),
      ),
    )
    if (entry !== undefined && isClosed) {
      return {
        head: { entry, start: named.start, end: named.end, name: text, subject: null, isIncrement: false },
        next: at,
      }
    }
  }
  const last = run.at(-1)
  const from = run.find((token) => !isLevel(token))
  if (last === undefined || from === undefined || /^(?:%|倍|个百分点|百分点|)$/.test(number.unit)) return null
  const name = options.text.slice(from.start, last.end).replace(/^的|的$/g, '')
  if (name === '') return null
  return {
    head: { entry: null, start: from.start, end: last.end, name, subject: null, isIncrement: false },
    next: at,
  }
}

/** Part of what a number counts: a noun, or what became of it: 10.8万农村贫困人口实现稳定脱贫. */
function isFree(tokens: readonly Token[], at: number, text: string): boolean {
  const token = tokens[at]
  if (token?.is !== 'word') return isNoun(token)
  if (isLevel(token)) return !IS.test(text.slice(token.start, token.end)) && isFree(tokens, at + 1, text)
  return token.word.is === 'verb' || token.word.is === 'filler' || token.word.is === 'own'
}

function isNoun(token: Token | undefined): boolean {
  return token?.is === 'text' || token?.is === 'name'
}

function isLevel(token: Token): boolean {
  return token.is === 'word' && token.word.is === 'level' && !token.word.isTo
}

const IS = /^[为是在]$/
const LARGE = /^的?(?:重[大点]|工业|产业|大)?(?:项目|企业|工程|产业|集群)/

/** 固定资产投资500万元以上的项目: the number says which, not how much. */
export function isThreshold(
  tokens: readonly Token[],
  next: number,
  heads: readonly Head[],
  text: string,
): boolean {
  const follows = tokens[next]
  if (follows === undefined || heads.every((head) => head.entry === null)) return false
  const rest = text.slice(follows.start, follows.start + 8)
  // 把失业率控制在4.5%以内作为目标.
  if (/^作?为(?:年度|预期|主要)*目标/.test(rest)) return false
  return (
    follows.is === 'text' ||
    follows.is === 'name' ||
    (rest.startsWith('的') &&
      !/^的(?:目标|任务|水平|增速|速度|增长|规模|关口|大关|基础|较|合理|历史|低水平)/.test(rest))
  )
}
