/** Says numbers of nouns: gives each noun its number, and an elided noun the one it had before. */
import { isAddition, isOfAllYears, isSum, totalOf } from './doing-word.ts'
import { fitUnit } from './indicators.ts'
import { type Head, splitCompound } from './noun.ts'
import type { PrintedNumber } from './number.ts'
import { isOtherCount } from './number-list.ts'
import { isOfPlace } from './owner.ts'
import type { Saying } from './predicate.ts'
import {
  isMadeExact,
  isSurpassed,
  type SentenceOptions,
  type State,
  type Statement,
  signOf,
  sortOf,
  when,
  whenAimed,
} from './sentence-state.ts'

/** A sentence as far as it is read. */
export interface Sentence {
  readonly options: SentenceOptions
  readonly made: Statement[]
  readonly state: State
}

/** Adds what the numbers say; returns the statements that an elided noun would mean from here on. */
export function emit(sentence: Sentence, saying: Saying): Statement[] {
  if (saying.isElided) return emitElided(sentence, saying)
  const { made, state, options } = sentence
  const group: Statement[] = []
  for (const { head, number, indicator } of spreadHeads(ownHeads(saying, sentence), saying)) {
    const statement = makeStatement(state, head, indicator, options)
    // 五年来，…由5亿元增长到8亿元: how much there is at the end, no sum of the years.
    if (saying.isTo && state.part === null) statement.scope = null
    const said = options.text.slice(state.clauseStart, number.start)
    const period = periodOf(sentence, number)
    if (saying.isChange ? isBare(state, saying) : isOfAllYears(state, { head, indicator, number, said }))
      statement.scope ??= period
    if (!say(statement, number, saying)) continue
    made.push(statement)
    group.push(statement)
  }
  return group
}

/** “两区”进出口贸易额分别增长…: each number for one of those of whom the sentence speaks. */
function ownHeads({ heads, isEach, numbers }: Saying, { state, options }: Sentence): readonly Head[] {
  const { text, ownNames } = options
  const [head] = heads
  if (head === undefined) return heads
  const [number] = numbers
  if (isOfPlace(text.slice(state.clauseStart, number?.start), ownNames)) state.topic = []
  const { topic } = state
  if (heads.length === 1 && numbers.length > 1 && head.entry === null) {
    const split = splitCompound(head, numbers.length, { isEach })
    if (split.length > 0) return split
  }
  const [owner] = topic
  if (topic.length === 1 && owner !== undefined)
    return heads.map((one) => (one.subject === null ? withOwner(one, owner, text) : one))
  if (topic.length === numbers.length) return topic.map((subject) => ({ ...head, subject }))
  return heads
}

/** 开发区完成主营业务收入5亿元: whose it is, is no part of a name that no list has. */
function withOwner(head: Head, owner: string, text: string): Head {
  const end = text.lastIndexOf(owner, head.start) + owner.length
  if (head.entry !== null || end <= head.start || end >= head.end) return { ...head, subject: owner }
  const name = text.slice(end, head.end).replace(BETWEEN, '')
  return name === '' ? head : { ...head, name, start: head.end - name.length, subject: owner }
}

const BETWEEN = /^(?:[全去今]年|预计|累计|[已共可]|完成|实现|达到?|的)+/u

interface Said {
  readonly head: Head
  readonly number: PrintedNumber
  readonly indicator: string
}

/** Gives each noun its number. Where they do not come out even, nothing is said rather than something wrong. */
function spreadHeads(heads: readonly Head[], { numbers, isChange, isEach }: Saying): Said[] {
  const wide: { head: Head; indicator: (number: PrintedNumber) => string | null }[] = []
  const isOne = numbers.length === 1
  for (const head of heads) {
    const { entry } = head
    if (entry?.pair && numbers.length >= entry.pair.length) {
      wide.push(...entry.pair.map(({ name }) => ({ head, indicator: () => name })))
      continue
    }
    wide.push({
      head,
      indicator: (number) => {
        if (entry === null) return head.name
        return fitUnit(entry, number.unit, isChange)?.name ?? null
      },
    })
  }
  const said: Said[] = []
  const add = (one: (typeof wide)[number] | undefined, number: PrintedNumber | undefined): void => {
    if (one === undefined || number === undefined) return
    const indicator = one.indicator(number)
    if (indicator !== null) said.push({ head: one.head, number, indicator })
  }
  if (isOne) {
    const [number] = numbers
    const known = wide.filter((one) => one.head.entry !== null)
    const joint = isEach || isChange ? null : jointHead(heads)
    if (joint !== null && number !== undefined && number.unit !== '%')
      return [{ head: joint, number, indicator: joint.name }]
    const listed = isEach || known.length === wide.length ? wide : wide.slice(-1)
    for (const one of listed) add(one, number)
    return said
  }
  if (wide.length < numbers.length) {
    if (wide.length === 1 && heads[0]?.entry === null) add(wide[0], numbers[0])
    return said
  }
  const used = wide.slice(-numbers.length)
  for (const [index, one] of used.entries()) add(one, numbers[index])
  return said
}

/** 社区、医院、公园31处: so many of them together, and of none alone. Null for a single noun, or one that is listed. */
function jointHead(heads: readonly Head[]): Head | null {
  const [first] = heads
  const last = heads.at(-1)
  const areNouns = heads.every(({ entry, name }) => entry === null && name.length > 1)
  if (first === undefined || last === undefined || first === last || !areNouns) return null
  return { ...last, start: first.start, name: heads.map(({ name }) => name).join('、') }
}

function makeStatement(state: State, head: Head, indicator: string, options: SentenceOptions): Statement {
  const { kind, year } = when(state, options)
  return {
    head,
    indicator,
    kind,
    year,
    value: null,
    unit: null,
    change: null,
    bound: 'exact',
    subject: head.subject,
    scope: state.part ?? state.time?.scope ?? null,
    start: Math.min(state.clauseStart, head.start),
    end: head.end,
    numbers: [],
    isInBrackets: state.isInBrackets,
  }
}

/** Writes a number into a statement; false where the number cannot be said of it. */
function say(statement: Statement, number: PrintedNumber, saying: Saying): boolean {
  const listed = saying.numbers.at(-1)?.bound ?? 'exact'
  const bound = number.bound !== 'exact' ? number.bound : saying.bound !== 'exact' ? saying.bound : listed
  const isGrowth = statement.indicator === '居民消费价格'
  const isPoints = /百分点$/.test(number.unit)
  if (!saying.isChange && (isPoints || number.unit === '倍')) return false
  // 城镇调查失业率、居民消费价格涨幅分别控制在5%和3%以内: the word of change is the last noun's alone.
  const isRate = saying.isNounChange && isPercent(statement.head, statement.indicator)
  if (!isRate && (saying.isChange || statement.head.isIncrement || isGrowth || isPoints)) {
    if (statement.change !== null) return false
    // 增长-2.6% has its own sign.
    const sign = number.value.startsWith('-') ? '' : saying.sign
    statement.change = `${sign}${number.value}${number.unit}`
    if (statement.value === null) statement.bound = bound
  } else {
    if (statement.value !== null) return false
    statement.value = number.value
    statement.unit = number.unit === '' ? null : number.unit
    statement.bound = bound
  }
  statement.scope = saying.scope ?? statement.scope
  statement.numbers.push({ start: number.start, end: number.digitsEnd })
  statement.end = Math.max(statement.end, saying.numbers.at(-1)?.end ?? number.end)
  return true
}

function isPercent({ entry }: Head, indicator: string): boolean {
  return entry?.candidates.some((one) => one.name === indicator && one.unit === 'percent') === true
}

function emitElided(sentence: Sentence, saying: Saying): Statement[] {
  const { made, state } = sentence
  const { numbers } = saying
  const targets = numbers.length > 1 ? made.slice(state.madeBefore).slice(-numbers.length) : state.group
  if (numbers.length > 1 && targets.length !== numbers.length) return []
  const group: Statement[] = []
  for (const [index, target] of targets.entries()) {
    const number = numbers.length === 1 ? numbers[0] : numbers[index]
    if (number === undefined) continue
    group.push(continueStatement(sentence, target, number, saying))
  }
  return group
}

/** 增长6.5%(年度目标6%以上): of the growth, as the number before. */
function isOfChange({ change, unit, head, indicator }: Statement, number: PrintedNumber): boolean {
  return change !== null && number.unit === '%' && unit !== '%' && !isPercent(head, indicator)
}

/** Says a number of a noun named before: into its statement where that has room, else as a statement of its own. */
function continueStatement(
  { made, state, options }: Sentence,
  target: Statement,
  number: PrintedNumber,
  saying: Saying,
): Statement {
  const { entry } = target.head
  const isChange = saying.isChange || (saying.isAim && isOfChange(target, number))
  if (entry && !entry.pair && fitUnit(entry, number.unit, isChange)?.name !== target.indicator) return target
  const { kind, year } = saying.isAim ? whenAimed(state, target) : when(state, options)
  // 全国增长5%，我县增长6%: of another place.
  const isOurs = target.subject !== null && tellsOfOwn(state, options)
  const isOtherTime = isOurs || kind !== target.kind || year !== target.year
  const gained = isChange && isBare(state, saying) ? periodOf({ state, options }, number) : null
  const isOtherScope =
    (gained !== null && target.scope === null) || isOfOtherScope(target, { ...saying, isChange }, state.part)
  const isFree = isChange ? target.change === null : target.value === null
  if (isFree && !isOtherTime && !isOtherScope && state.isInBrackets === target.isInBrackets) {
    say(target, number, saying)
    return target
  }
  // 突破200亿元，达204.3亿元: the exact number takes the place of the mark that was passed.
  if (!isChange && isSurpassed(target, number) && !isOtherTime && !options.frame.isOpen) {
    target.value = null
    target.numbers.length = 0
    say(target, number, saying)
    return target
  }
  if (!isChange && !saying.isAim && isAddition(target, number, options.text))
    return addTotal(target, number, saying)
  const total =
    isChange || target.unit !== number.unit ? null : totalOf(target, textBetween(target, number, options))
  const isOwn =
    total !== null || isChange || isBesideCount(target, number, options) || isOfYear(target, number, options)
  const isClaimed = options.frame.isOpen && isMadeExact(target, number)
  const isSame = !isOtherTime && !isOtherScope && !state.isInBrackets && !isClaimed
  if (!isOwn && isSame) return target
  if (!isOwn && entry === null && !(saying.isAim && target.unit === number.unit)) return target
  if (isBesideYear(saying) && !isSum(target.indicator, options.text.slice(target.start, number.start)))
    target.scope = null
  const statement: Statement = {
    ...target,
    head:
      isOurs || total !== null
        ? { ...target.head, name: total ?? target.head.name, subject: isOurs ? null : target.head.subject }
        : target.head,
    indicator: total ?? target.indicator,
    subject: isOurs ? null : target.subject,
    kind,
    year,
    value: null,
    unit: null,
    change: null,
    bound: 'exact',
    scope: saying.scope ?? state.part ?? state.time?.scope ?? gained,
    numbers: [],
    isInBrackets: state.isInBrackets,
  }
  const said = saying.isChange ? saying : { ...saying, isChange, sign: signOf(target) }
  if (!say(statement, number, said)) return target
  made.push(statement)
  return statement
}

/** The years together of which the paragraph tells, as done or planned; 每年新增就业60万人 is no sum of them. */
function periodOf(
  { state, options }: Pick<Sentence, 'state' | 'options'>,
  number: PrintedNumber,
): string | null {
  const { text, frame } = options
  if (frame.period === undefined || frame.kind !== when(state, options).kind) return null
  const said = text.slice(state.clauseStart, number.start)
  return OF_ONE_YEAR.test(said) ? null : (/每年/.exec(said)?.[0] ?? frame.period)
}

const OF_ONE_YEAR = /同比|[全上]年|去年|年增/

/** No word near the number says when. */
function isBare({ time, part }: State, { scope }: Saying): boolean {
  return time === null && part === null && scope === null
}

/** 脱贫1446户2414人, 新建学校5所、1.2万平方米. */
function isBesideCount(target: Statement, number: PrintedNumber, options: SentenceOptions): boolean {
  const { unit } = target
  return unit !== null && /^[、(]?$/.test(textBetween(target, number, options)) && isOtherCount(unit, number)
}

/** 新增学位18万座，其中2021年9000座、2022年2万座. */
function isOfYear(target: Statement, number: PrintedNumber, options: SentenceOptions): boolean {
  return (
    target.value !== null &&
    sortOf(target.unit ?? '') === sortOf(number.unit) &&
    /^(?:以[上内下]|左右|多)?[,、](?:其中)?(?:19|20)\d\d年$/.test(textBetween(target, number, options))
  )
}

/** 年均增长6%，到2025年达到100亿元: the value is one year's. */
function isOfOtherScope(target: Statement, { scope, isChange }: Saying, part: string | null): boolean {
  if (scope !== null) return scope !== target.scope
  return !isChange && (part === null ? /均|半年|季度|月/ : /均/).test(target.scope ?? '')
}

/** 五年来，零售总额44.9亿元，比2011年增长84.5%: what is set beside one year is no sum of five. */
function isBesideYear({ scope }: Saying): boolean {
  return /^[比较与同跟对].*年/.test(scope ?? '')
}

function tellsOfOwn({ stretch }: State, { text }: SentenceOptions): boolean {
  return stretch.some(({ start, end }) => OURS.test(text.slice(start, end)))
}

const OURS = /^(?:[我本][省市州县区镇乡旗]|全[市县区州镇乡旗])$/

function textBetween(
  { numbers, end }: Statement,
  { start }: PrintedNumber,
  { text }: SentenceOptions,
): string {
  return text.slice(numbers.at(-1)?.end ?? end, start)
}

function addTotal(target: Statement, number: PrintedNumber, saying: Saying): Statement {
  target.change = `+${target.value}${target.unit ?? ''}`
  target.value = null
  target.scope = null
  say(target, number, saying)
  return target
}
