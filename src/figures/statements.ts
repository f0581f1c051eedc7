/** Reads the statements of one sentence: which indicator has which value, which change, how bounded, whose and of when. */
import type { Bound, Kind } from './figure.ts'
import type { Indicators } from './indicators.ts'
import type { Token } from './lexer.ts'
import { fits, fitUnit, type Head, type NounOptions, readHeads } from './noun.ts'
import type { PrintedNumber } from './number.ts'
import type { Calendar, Frame } from './section-frame.ts'
import type { Time } from './time.ts'

/** A figure in the making; places are of the folded text. */
export interface Statement {
  readonly head: Head
  readonly indicator: string
  readonly kind: Kind
  readonly year: number
  value: string | null
  unit: string | null
  change: string | null
  bound: Bound
  readonly subject: string | null
  scope: string | null
  start: number
  end: number
  readonly numbers: { readonly start: number; readonly end: number }[]
}

export interface SentenceOptions {
  readonly text: string
  readonly frame: Frame
  readonly calendar: Calendar
  readonly indicators: Indicators
  readonly ownNames: readonly string[]
  readonly isNational: boolean
}

/** What has been read of the sentence so far. */
interface State {
  /** Tokens since the last boundary, brackets left out. */
  stretch: Token[]
  /** The stretch follows a number at once. */
  isCounted: boolean
  /** Where the clause begins. */
  clauseStart: number
  /** Statements of the last list of numbers: what an elided noun means. */
  group: Statement[]
  time: { year: number; scope: string | null } | null
  cue: { kind: Kind; isFirm: boolean } | null
  topic: readonly string[]
  isInBrackets: boolean
}

/** What the words between a noun and its number say. */
interface Predicate {
  readonly heads: readonly Head[]
  readonly isElided: boolean
  readonly isChange: boolean
  readonly sign: '+' | '-'
  readonly isEach: boolean
  readonly isTo: boolean
  readonly bound: Bound
  readonly scope: string | null
  /** Measured against something else: no figure of its own. */
  readonly isSkipped: boolean
  readonly shareOf: string | null
}

export function readStatements(tokens: readonly Token[], options: SentenceOptions): Statement[] {
  const made: Statement[] = []
  const first = tokens[0]
  if (first === undefined) return made
  const state: State = {
    stretch: [],
    isCounted: false,
    clauseStart: first.start,
    group: [],
    time: null,
    cue: null,
    topic: [],
    isInBrackets: false,
  }
  const outer: Pick<State, 'stretch' | 'group' | 'clauseStart' | 'isCounted'>[] = []
  let isTitle = false
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] as Token
    if (token.is === 'mark') {
      if (token.mark === '《') isTitle = true
      else if (token.mark === '》') isTitle = false
      else if (token.mark === '(') {
        outer.push({
          stretch: state.stretch,
          group: state.group,
          clauseStart: state.clauseStart,
          isCounted: state.isCounted,
        })
        begin(state, token.end)
        state.isInBrackets = true
      } else if (token.mark === ')') {
        const before = outer.pop()
        if (before !== undefined) Object.assign(state, before)
        state.isInBrackets = outer.length > 0
      } else if (token.mark === '、' && !isBoundary(state)) state.stretch.push(token)
      else if (/[,;:、]/.test(token.mark)) {
        if (state.topic.length === 0 && made.length === 0 && token.mark === ',')
          state.topic = readTopic(state.stretch, options)
        if (token.mark === ';') state.group = []
        begin(state, token.end)
      }
      continue
    }
    if (isTitle) continue
    if (token.is !== 'number') {
      noteTime(state, token, options)
      if (!(token.is === 'word' && token.word.is === 'and' && isBoundary(state))) state.stretch.push(token)
      continue
    }
    const { numbers, next } = gatherNumbers(tokens, at)
    const follows = tokens[next]
    const predicate = readPredicate(state, options)
    const after =
      predicate.isElided || predicate.heads.length === 0 ? readAfter(tokens, next, numbers, options) : null
    if (after !== null && after !== 'modifier') {
      state.group = emit(
        made,
        state,
        { ...predicate, heads: [after.head], isElided: false },
        numbers,
        options,
      )
      for (const statement of state.group) statement.end = Math.max(statement.end, after.head.end)
      at = after.next - 1
    } else {
      if (after !== 'modifier' && !predicate.isSkipped) {
        const group = emit(made, state, predicate, numbers, options)
        if (group.length > 0) state.group = group
      }
      at = next - 1
    }
    const isJoined = follows !== undefined && follows.is !== 'mark' && after === null
    const clauseStart = state.clauseStart
    begin(state, numbers.at(-1)?.end ?? token.end)
    state.isCounted = (isJoined || after === 'modifier') && follows?.is !== 'word'
    if (isJoined || after === 'modifier') state.clauseStart = clauseStart
  }
  return made
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
function gatherNumbers(tokens: readonly Token[], at: number): { numbers: PrintedNumber[]; next: number } {
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
    if (joint?.is !== 'number' || !isSameSort(token.number, joint.number)) break
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
  const bare = (unit: string): string => unit.replace(/^[十百千万亿]+/, '')
  const isRelative = (unit: string): boolean => /^(?:%|倍|个百分点|成)$/.test(unit)
  return bare(one.unit) === bare(two.unit) || isRelative(one.unit) === isRelative(two.unit)
}

function noteTime(state: State, token: Token, { calendar, text }: SentenceOptions): void {
  if (token.is === 'time') {
    const printed = text.slice(token.start, token.end)
    const time = readTime(token.time, printed, calendar)
    if (time !== null) state.time = time
    if (token.time.is === 'part' && state.time === null) return
    return
  }
  if (token.is !== 'word') return
  if (token.word.is === 'plan') state.cue = { kind: 'target', isFirm: token.word.isFirm }
  if (token.word.is === 'done') state.cue = { kind: 'actual', isFirm: true }
}

function readTime(time: Time, printed: string, { today, reviews, plans }: Calendar): State['time'] {
  switch (time.is) {
    case 'year':
      return { year: time.year, scope: null }
    case 'relative':
      return { year: today + time.years, scope: null }
    case 'period': {
      const scope = printed.replace(/的$/, '')
      if (time.side === 'past' || /以来$/.test(printed)) return { year: reviews, scope }
      if (time.side === 'ahead') return { year: plans + 4, scope }
      return time.last === null ? null : { year: time.last, scope: /末/.test(printed) ? null : scope }
    }
    default:
      return null
  }
}

/** 生产建设兵团综合实力显著增强，…: whose the figures of the sentence are. */
function readTopic(stretch: readonly Token[], options: SentenceOptions): string[] {
  const [first] = stretch
  if (first?.is !== 'text') return []
  const parts: string[] = []
  for (const token of stretch) {
    if (token.is === 'text') parts.push(options.text.slice(token.start, token.end))
    else if (token.is === 'mark' && token.mark === '、') parts.push('、')
    else break
  }
  const match = /^(.*?(?:兵团|开发区|高新区|经开区))/.exec(parts.join(''))
  if (match === null) return []
  const words = match[1] ?? ''
  const suffix =
    /(?:生产建设兵团|兵团|经济技术开发区|经济开发区|开发区|高新区|经开区)$/.exec(words)?.[0] ?? ''
  return words.split('、').map((name) => (name.endsWith(suffix) ? name : name + suffix))
}

function readPredicate(state: State, options: SentenceOptions): Predicate {
  const { stretch } = state
  const { text } = options
  let from = stretch.length
  while (from > 0 && isPredicative(stretch[from - 1], stretch[from - 2])) from--
  const words = stretch.slice(from)
  const before = stretch.slice(0, from)
  let change: '+' | '-' | null = null
  let isNounChange = false
  let isTo = false
  let isEach = false
  let bound: Bound = 'exact'
  let scope: string | null = null
  let isDoubled = false
  for (const token of words) {
    if (token.is === 'time') {
      if (token.time.is === 'mean') scope = text.slice(token.start, token.end)
      if (
        token.time.is === 'base' &&
        token.time.year !== null &&
        token.time.year !== options.calendar.reviews - 1
      )
        scope = text.slice(token.start, token.end)
      if (token.time.is === 'part' || token.time.is === 'length') scope = text.slice(token.start, token.end)
      continue
    }
    if (token.is !== 'word') continue
    const { word } = token
    if (word.is === 'change') {
      if (isNounChange && !word.isNoun) isDoubled = true
      change = word.sign
      isNounChange = word.isNoun
      isTo = false
    } else if (word.is === 'level') {
      if (word.isTo) {
        isTo = true
        if (!isNounChange) change = null
      }
    } else if (word.is === 'bound') bound = word.bound
    else if (word.is === 'each') isEach = true
  }
  const per = /每人每[月年]|每[月年日]|日均|月均/.exec(
    text.slice(words[0]?.start ?? 0, words.at(-1)?.end ?? 0),
  )
  if (per !== null) scope ??= per[0]
  for (const token of before) {
    if (
      token.is === 'time' &&
      (token.time.is === 'mean' || token.time.is === 'part' || token.time.is === 'length')
    )
      scope ??= text.slice(token.start, token.end)
    if (token.is === 'word' && token.word.is === 'each') isEach = true
  }
  const lastName = lastIndex(before, (token) => token.is === 'name')
  const tail = before.slice(lastName + 1)
  const isCompared = tail.some(
    (token) => token.is === 'word' && (token.word.is === 'compare' || token.word.is === 'from'),
  )
  const shareAt = tail.findIndex((token) => token.is === 'word' && token.word.is === 'share')
  const nouns: NounOptions = {
    indicators: options.indicators,
    ownNames: options.ownNames,
    isCounted: state.isCounted,
    isNational: options.isNational,
  }
  const shareToken = tail[shareAt]
  const shareOf =
    shareToken === undefined ? null : text.slice(shareToken.start, tail.at(-1)?.end ?? shareToken.end)
  const heads = shareAt >= 0 ? [] : readHeads(before, text, nouns)
  return {
    heads,
    isElided: before.every(
      (token) =>
        token.is !== 'text' && token.is !== 'name' && !(token.is === 'word' && token.word.is === 'verb'),
    ),
    isChange: change !== null,
    sign: change ?? '+',
    isEach,
    isTo,
    bound,
    scope,
    isSkipped: isCompared || shareAt >= 0 || isDoubled,
    shareOf,
  }
}

/** Words that stand between a noun and its number. */
function isPredicative(token: Token | undefined, before: Token | undefined): boolean {
  if (token === undefined) return false
  if (token.is === 'time') return true
  if (token.is !== 'word') return false
  switch (token.word.is) {
    case 'change':
    case 'level':
    case 'bound':
    case 'each':
    case 'plan':
    case 'done':
      return true
    case 'filler':
      return token.end - token.start > 1 || before?.is !== 'text'
    default:
      return false
  }
}

function lastIndex<T>(list: readonly T[], test: (item: T) => boolean): number {
  for (let at = list.length - 1; at >= 0; at--) if (test(list[at] as T)) return at
  return -1
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

/** Adds what the numbers say; returns the statements that an elided noun would mean from here on. */
function emit(
  made: Statement[],
  state: State,
  predicate: Predicate,
  numbers: readonly PrintedNumber[],
  options: SentenceOptions,
): Statement[] {
  const { heads } = predicate
  if (predicate.isElided) return emitElided(made, state, predicate, numbers, options)
  const spread = spreadHeads(heads, numbers, predicate)
  const group: Statement[] = []
  for (const { head, number, indicator } of spread) {
    const statement = makeStatement(state, head, indicator, options)
    if (statement === null) continue
    const isFirst = numbers[0] === number
    if (!say(statement, number, predicate, isFirst ? predicate.bound : 'exact', numbers)) continue
    for (const one of splitTopic(statement, state, numbers)) {
      made.push(one)
      group.push(one)
    }
  }
  return group
}

function splitTopic(statement: Statement, _state: State, _numbers: readonly PrintedNumber[]): Statement[] {
  return [statement]
}

interface Said {
  readonly head: Head
  readonly number: PrintedNumber
  readonly indicator: string
}

/** Gives each noun its number. Where they do not come out even, nothing is said rather than something wrong. */
function spreadHeads(
  heads: readonly Head[],
  numbers: readonly PrintedNumber[],
  predicate: Predicate,
): Said[] {
  const wide: { head: Head; indicator: (number: PrintedNumber) => string | null }[] = []
  const isOne = numbers.length === 1
  for (const head of heads) {
    const { entry } = head
    if (entry?.pair && !isOne && numbers.length >= entry.pair.length) {
      for (const one of entry.pair) {
        wide.push({
          head,
          indicator: (number) =>
            isRelative(number, predicate) || fits(one.unit, number.unit, predicate.isChange)
              ? one.name
              : null,
        })
      }
      continue
    }
    wide.push({
      head,
      indicator: (number) => {
        if (entry === null) return head.name
        return fitUnit(entry, number.unit, predicate.isChange || head.isIncrement)?.name ?? null
      },
    })
  }
  const said: Said[] = []
  const add = (one: (typeof wide)[number] | undefined, number: PrintedNumber | undefined): void => {
    if (one === undefined || number === undefined) return
    const indicator = one.indicator(number)
    if (indicator !== null) said.push({ head: one.head, number, indicator })
    else if (one.head.entry !== null)
      said.push({ head: { ...one.head, entry: null }, number, indicator: one.head.name })
  }
  if (isOne) {
    const [number] = numbers
    const known = wide.filter((one) => one.head.entry !== null)
    const listed = predicate.isEach || known.length === wide.length ? wide : wide.slice(-1)
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

function isRelative(number: PrintedNumber, predicate: Predicate): boolean {
  return predicate.isChange && /^(?:%|个?百分点|倍|成|)$/.test(number.unit)
}

function makeStatement(
  state: State,
  head: Head,
  indicator: string,
  options: SentenceOptions,
): Statement | null {
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
    subject: head.subject ?? (state.topic.length === 1 ? (state.topic[0] ?? null) : null),
    scope: state.time?.scope ?? null,
    start: Math.min(state.clauseStart, head.start),
    end: head.end,
    numbers: [],
  }
}

/** The nearest evidence: a year that is named, words beside it, else the part of the report. */
function when(state: State, { frame, calendar }: SentenceOptions): { kind: Kind; year: number } {
  const { time, cue } = state
  const isPlanned = cue?.kind === 'target' && (cue.isFirm || frame.kind === 'target')
  if (time !== null) {
    if (time.year > calendar.reviews) {
      return {
        kind: cue?.kind === 'actual' && time.year <= calendar.today ? 'actual' : 'target',
        year: time.year,
      }
    }
    return { kind: 'actual', year: time.year }
  }
  if (frame.kind === 'target') {
    if (cue?.kind === 'actual') return { kind: 'actual', year: calendar.reviews }
    return { kind: 'target', year: frame.year }
  }
  return { kind: isPlanned ? 'target' : 'actual', year: isPlanned ? calendar.plans : frame.year }
}

/** Writes a number into a statement; false where the number cannot be said of it. */
function say(
  statement: Statement,
  number: PrintedNumber,
  predicate: Predicate,
  before: Bound,
  numbers: readonly PrintedNumber[],
): boolean {
  const listed = numbers.at(-1)?.bound ?? 'exact'
  const bound = number.bound !== 'exact' ? number.bound : before !== 'exact' ? before : listed
  const isGrowth = statement.indicator === '居民消费价格' && number.unit === '%'
  const isPoints = /百分点$/.test(number.unit)
  if (isPoints && !predicate.isChange) return false
  if (predicate.isChange || statement.head.isIncrement || isGrowth || isPoints) {
    if (statement.change !== null) return false
    statement.change = `${predicate.isChange ? predicate.sign : '+'}${number.value}${number.unit}`
    if (statement.value === null) statement.bound = bound
  } else {
    if (statement.value !== null) return false
    statement.value = number.value
    statement.unit = number.unit === '' ? null : number.unit
    statement.bound = bound
  }
  statement.scope = predicate.scope ?? statement.scope
  statement.numbers.push({ start: number.start, end: number.digitsEnd })
  statement.end = Math.max(statement.end, numbers.at(-1)?.end ?? number.end)
  return true
}

function emitElided(
  made: Statement[],
  state: State,
  predicate: Predicate,
  numbers: readonly PrintedNumber[],
  options: SentenceOptions,
): Statement[] {
  const isChange = predicate.isChange
  let targets = state.group
  if (numbers.length > 1 && targets.length !== numbers.length) targets = made.slice(-numbers.length)
  if (targets.length === 0) return []
  if (numbers.length > 1 && targets.length !== numbers.length) return []
  if (numbers.length === 1 && targets.length > 1 && !predicate.isEach) targets = targets.slice(-1)
  const group: Statement[] = []
  for (const [index, target] of targets.entries()) {
    const number = numbers.length === 1 ? numbers[0] : numbers[index]
    if (number === undefined) continue
    const statement = continueStatement(made, state, target, number, predicate, {
      isChange,
      numbers,
      options,
      before: index === 0 ? predicate.bound : 'exact',
    })
    group.push(statement ?? target)
  }
  return group
}

interface Continuation {
  readonly isChange: boolean
  readonly numbers: readonly PrintedNumber[]
  readonly options: SentenceOptions
  readonly before: Bound
}

/** Says a number of a noun named before: into its statement where that has room, else as a statement of its own. */
function continueStatement(
  made: Statement[],
  state: State,
  target: Statement,
  number: PrintedNumber,
  predicate: Predicate,
  { isChange, numbers, options, before }: Continuation,
): Statement | null {
  const { entry } = target.head
  const isPoints = /百分点$/.test(number.unit)
  if (isPoints && !isChange) return null
  const fitting =
    entry === null || entry.pair !== null
      ? true
      : fitUnit(entry, number.unit, isChange)?.name === target.indicator
  if (!fitting) return null
  const { kind, year } = when(state, options)
  const isOtherTime = kind !== target.kind || year !== target.year
  const isOtherScope = predicate.scope !== null && predicate.scope !== target.scope
  const isFree = isChange ? target.change === null : target.value === null
  if (isFree && !isOtherTime && !isOtherScope && !state.isInBrackets) {
    return say(target, number, predicate, before, numbers) ? target : null
  }
  if (!isChange && !isOtherTime && !state.isInBrackets) return null
  if (entry === null && !isChange) return null
  const statement: Statement = {
    ...target,
    kind,
    year: isOtherScope && state.time === null ? target.year : year,
    value: null,
    unit: null,
    change: null,
    bound: 'exact',
    scope: predicate.scope ?? state.time?.scope ?? null,
    numbers: [],
  }
  if (!say(statement, number, predicate, before, numbers)) return null
  made.push(statement)
  return statement
}
