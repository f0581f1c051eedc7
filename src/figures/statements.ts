/** Reads the statements of one sentence: which indicator has which value, which change, how bounded, whose and of when. */
import { readDoing, withDoing } from './doing-word.ts'
import { emit } from './emit.ts'
import { fitUnit } from './indicators.ts'
import type { Token } from './lexer.ts'
import type { Head } from './noun.ts'
import type { PrintedNumber } from './number.ts'
import { isOwner, readOwner, readTopic } from './owner.ts'
import { type Predicate, readClauseOccasion, readPredicate, readSpent } from './predicate.ts'
import { noteTime, type SentenceOptions, type State, type Statement } from './sentence-state.ts'

export function readStatements(tokens: readonly Token[], options: SentenceOptions): Statement[] {
  const made: Statement[] = []
  const first = tokens[0]
  if (first === undefined) return made
  const state: State = {
    stretch: [],
    isCounted: false,
    clauseStart: first.start,
    group: [],
    held: [],
    time: null,
    occasion: null,
    timeBefore: undefined,
    part: options.frame.part ?? null,
    madeBefore: 0,
    cue: null,
    topic: options.owner == null ? [] : [options.owner],
    doing: null,
    isInBrackets: false,
  }
  const outer: Pick<State, 'stretch' | 'group' | 'clauseStart' | 'isCounted' | 'time' | 'doing'>[] = []
  let isTitle = false
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] as Token
    if (token.is === 'mark') {
      if (token.mark === '《' || token.mark === '“') isTitle = true
      else if (token.mark === '》' || token.mark === '”') isTitle = false
      else if (token.mark === '(') {
        outer.push({
          stretch: state.stretch,
          group: state.group,
          clauseStart: state.clauseStart,
          isCounted: state.isCounted,
          time: state.time,
          doing: state.doing,
        })
        state.doing = null
        begin(state, token.end)
        state.isInBrackets = true
      } else if (token.mark === ')') {
        const before = outer.pop()
        if (before !== undefined) Object.assign(state, before)
        state.isInBrackets = outer.length > 0
      } else if (token.mark === '、' && !isBoundary(state)) state.stretch.push(token)
      else if (/[,;:、—―–●■◆▲△※|]/.test(token.mark)) {
        if (!/[、,]/.test(token.mark)) state.doing = null
        if (token.mark === ',') {
          const topic = readTopic(options.text.slice(state.clauseStart, token.start), options.ownNames)
          // In the middle of an enumeration a zone that has no number is one item of it.
          if (topic.length > 0 && made.length === state.madeBefore) state.topic = topic
          state.occasion =
            readClauseOccasion(options.text.slice(state.clauseStart, token.start)) ?? state.occasion
          hold(state, options)
          // 在上半年价格下滑的情况下，产量达到5万吨: of the year.
          if (UNDER.test(options.text.slice(state.clauseStart, token.start)))
            state.part = options.frame.part ?? null
        }
        if (token.mark === ';') {
          // 一般公共预算收入5亿元；增长6%.
          if (!isGrowthAlone(tokens, at)) state.group = []
          state.held = []
          state.topic = []
          state.occasion = null
          state.madeBefore = made.length
        }
        begin(state, token.end)
      }
      continue
    }
    if (token.is !== 'number') {
      noteTime(state, token, options)
      if (!(token.is === 'word' && token.word.is === 'and' && isBoundary(state))) state.stretch.push(token)
      continue
    }
    // 《2021—2025年规划》, “粮食作物一百万亩”: part of a name.
    if (isTitle) continue
    const isOpening = state.clauseStart === first.start
    if (isOpening) {
      const owner = readOwner(options.text.slice(first.start, token.start), options.ownNames)
      if (owner !== null) state.topic = [owner]
    }
    const isEach = state.stretch.some((one) => one.is === 'word' && one.word.is === 'each')
    const { numbers, next } = gatherNumbers(tokens, at, isEach)
    const follows = tokens[next]
    const read = takeHeld(state, readPredicate(state, made.at(-1) ?? null, options))
    // 北山、南山和西山3个项目: the nouns say which, the one behind the number what.
    const isNamed = read.heads.length > 1 && read.heads.length === Number(token.number.value)
    const after =
      read.isElided || read.heads.length === 0 || isNamed ? readAfter(tokens, next, numbers, options) : null
    state.doing = readDoing(state.stretch, {
      text: options.text,
      number: token.number,
      noun: read.heads[0]?.start ?? token.start,
      carried: state.doing,
      last: made.at(-1) ?? null,
    })
    const predicate = { ...read, heads: withDoing(read.heads, state.doing) }
    if (after !== null && after !== 'modifier') {
      state.group = emit(
        made,
        state,
        {
          ...predicate,
          heads: withDoing([after.head], state.doing),
          isElided: false,
          isChange: predicate.isChange && state.doing === null,
        },
        numbers,
        options,
      )
      for (const statement of state.group) statement.end = Math.max(statement.end, after.head.end)
      at = after.next - 1
    } else {
      if (predicate.isForeign) state.group = []
      const spent = readSpent(options.text, state.clauseStart, numbers[0] ?? token.number)
      const shares =
        spent === null
          ? tellShare(made, state, predicate, numbers, options)
          : emit(made, state, { ...predicate, heads: [spent], isElided: false }, numbers, options)
      if (shares !== null) state.group = shares
      else if (predicate.isSkipped) holdHeads(state, predicate.heads)
      else if (predicate.isFrom) tellBefore(made, state, predicate, numbers, options)
      else if (after !== 'modifier' && !isThreshold(tokens, next, predicate, options.text)) {
        const group = emit(made, state, predicate, numbers, options)
        if (group.length > 0) {
          state.group = group
          state.held = []
        }
      }
      at = next - 1
    }
    const subject = made.at(-1)?.subject ?? null
    if (isOpening && state.topic.length === 0 && subject !== null && isOwner(subject)) state.topic = [subject]
    const isJoined = follows !== undefined && follows.is !== 'mark' && after === null
    const clauseStart = state.clauseStart
    begin(state, numbers.at(-1)?.end ?? token.end)
    state.isCounted = (isJoined || after === 'modifier') && follows?.is !== 'word'
    if (isJoined || after === 'modifier') state.clauseStart = clauseStart
  }
  return made
}

const UNDER = /在?.*的?(?:情况|背景|形势|条件|影响|冲击|压力)下$/

/** A clause that is nothing but a change. */
function isGrowthAlone(tokens: readonly Token[], at: number): boolean {
  let next = at + 1
  const isWord = (token: Token | undefined): boolean =>
    (token?.is === 'word' && ['change', 'bound', 'filler', 'each'].includes(token.word.is)) ||
    (token?.is === 'time' && (token.time.is === 'base' || token.time.is === 'mean'))
  while (isWord(tokens[next])) next++
  const isChange = tokens.slice(at, next).some((token) => token.is === 'word' && token.word.is === 'change')
  return isChange && tokens[next]?.is === 'number'
}

/** A clause that ends without a number of its own may leave it to the next one. */
function hold(state: State, options: SentenceOptions): void {
  const at = state.stretch.findLastIndex((token) => token.is === 'name')
  // 税费减免政策的基础上: the name is only a part of a noun.
  const behind = state.stretch[at + 1]
  if (at < 0 || state.isCounted || (behind?.is === 'text' && behind.start === state.stretch[at]?.end)) return
  const { heads } = readPredicate({ ...state, stretch: state.stretch.slice(0, at + 1) }, null, options)
  holdHeads(state, heads)
}

function holdHeads(state: State, heads: readonly Head[]): void {
  if (heads.length > 0 && heads.every((head) => head.entry !== null)) {
    state.held = heads
    state.group = []
  }
}

/** 从2020年的8万元提高到9万元: both are told where the earlier year is named. */
function tellBefore(
  made: Statement[],
  state: State,
  predicate: Predicate,
  numbers: readonly PrintedNumber[],
  options: SentenceOptions,
): void {
  const isDated = state.time !== null && state.time !== state.timeBefore
  if (isDated && !predicate.isChange) emit(made, state, predicate, numbers, options)
  state.time = state.timeBefore ?? null
  state.group = []
  state.held = predicate.heads
}

/** 第三产业比重由30%提高到35%. Null where the number is no share with a name. */
function tellShare(
  made: Statement[],
  state: State,
  predicate: Predicate,
  numbers: readonly PrintedNumber[],
  options: SentenceOptions,
): Statement[] | null {
  const { share } = predicate
  const [number] = numbers
  if (share === null || number === undefined || numbers.length > 1) return null
  if (!/^(?:%|个?百分点)$/.test(number.unit) && !number.value.includes('分之')) return null
  const own = { ...predicate, heads: [share], isElided: false, isSkipped: false }
  if (!predicate.isFrom) return emit(made, state, own, numbers, options)
  tellBefore(made, state, own, numbers, options)
  return []
}

function takeHeld(state: State, predicate: Predicate): Predicate {
  if (!predicate.isElided || state.held.length === 0 || state.group.length > 0) return predicate
  return { ...predicate, heads: state.held, isElided: false }
}

/** 固定资产投资500万元以上的项目: the number says which, not how much. */
function isThreshold(tokens: readonly Token[], next: number, { heads }: Predicate, text: string): boolean {
  const follows = tokens[next]
  if (follows === undefined || heads.every((head) => head.entry === null)) return false
  if (follows.is === 'mark' || follows.is === 'time' || follows.is === 'number') return false
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

function begin(state: State, at: number): void {
  state.stretch = []
  state.isCounted = false
  state.clauseStart = at
}

/** Nothing but a number stands before. */
function isBoundary(state: State): boolean {
  return state.stretch.length === 0
}

/** 36835元、18915元; 8.5%和9.5%; 8、9个百分点. */
function gatherNumbers(
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
    if (joint !== undefined && isJoint(joint)) joint = tokens[++follows]
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

function isJoint(token: Token): boolean {
  return (token.is === 'mark' && token.mark === '、') || (token.is === 'word' && token.word.is === 'and')
}

function isSameSort(one: PrintedNumber, two: PrintedNumber): boolean {
  if (one.unit === '' || one.unit === two.unit) return true
  const bare = (unit: string): string => unit.replace(/^[十百千万亿]+|\/.*$/g, '')
  const isRelative = (unit: string): boolean => /^(?:%|倍|个百分点|成)$/.test(unit)
  return bare(one.unit) === bare(two.unit) || (isRelative(one.unit) && isRelative(two.unit))
}

/** 落实4230万亩粮食: the noun behind its number; 'modifier' where the number only says of what kind (19个县财政收入…). */
function readAfter(
  tokens: readonly Token[],
  next: number,
  numbers: readonly PrintedNumber[],
  options: SentenceOptions,
): { head: Head; next: number } | 'modifier' | null {
  let at = next
  const isFree = (token: Token | undefined): boolean =>
    token?.is === 'text' ||
    token?.is === 'name' ||
    (token?.is === 'word' &&
      (token.word.is === 'verb' || token.word.is === 'filler' || token.word.is === 'own'))
  while (isFree(tokens[at])) at++
  if (at === next) return null
  const stop = tokens[at]
  if (stop?.is === 'number') return 'modifier'
  if (stop?.is === 'word' && ['change', 'level', 'bound', 'each', 'share'].includes(stop.word.is))
    return 'modifier'
  const run = tokens.slice(next, at)
  const named = run.find((token) => token.is !== 'word')
  const number = numbers[0]
  if (named === undefined || number === undefined || numbers.length !== 1) return null
  const text = options.text.slice(named.start, named.end)
  if (named.is === 'name') {
    const entry = options.indicators.lookUp(text)
    const rest = run.slice(run.indexOf(named) + 1)
    const isClosed = rest.every((token) =>
      /^(?:种植|播种|任务|目标|种植任务|生产任务|生产|播种任务|的|目标任务|以上|等)*$/.test(
        options.text.slice(token.start, token.end),
      ),
    )
    if (entry !== undefined && isClosed && fitUnit(entry, number.unit, false) !== null) {
      return {
        head: { entry, start: named.start, end: named.end, name: text, subject: null, isIncrement: false },
        next: at,
      }
    }
  }
  const last = run.at(-1)
  const from = run[0]
  if (last === undefined || from === undefined || /^(?:%|倍|个百分点|百分点|)$/.test(number.unit)) return null
  const name = options.text.slice(from.start, last.end).replace(/^的|的$/g, '')
  if (name === '') return null
  return {
    head: { entry: null, start: from.start, end: last.end, name, subject: null, isIncrement: false },
    next: at,
  }
}
