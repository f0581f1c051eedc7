/** Reads the statements of one sentence: which indicator has which value, which change, how bounded, whose and of when. */
import { readDoing, withDoing } from './doing-word.ts'
import { emit, type Sentence } from './emit.ts'
import { isWord, type Token } from './lexer.ts'
import type { Head } from './noun.ts'
import { gatherNumbers, isThreshold, reachedOf, readAfter, skipCounts } from './number-list.ts'
import { readOwner, readTopic } from './owner.ts'
import { readClauseOccasion, readPredicate, type Saying } from './predicate.ts'
import { noteTime, type SentenceOptions, type State, type Statement } from './sentence-state.ts'
import { readShares, readSpent } from './share.ts'

export function readStatements(tokens: readonly Token[], options: SentenceOptions): Statement[] {
  const [first] = tokens
  if (first === undefined) return []
  const reading: Reading = {
    tokens,
    options,
    made: [],
    state: beginning(first, options),
    outer: [],
    isTitle: false,
  }
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] as Token
    if (token.is === 'mark') readMark(reading, token)
    else if (token.is !== 'number') readWord(reading, token)
    // 《2021—2025年规划》, “粮食作物一百万亩”: part of a name.
    else if (!reading.isTitle) at = readNumber(reading, token, at) - 1
  }
  return reading.made
}

interface Reading extends Sentence {
  readonly tokens: readonly Token[]
  /** What the brackets that are open interrupt. */
  readonly outer: Interrupted[]
  /** Within the marks of a title or a name. */
  isTitle: boolean
}

type Interrupted = Pick<State, 'stretch' | 'group' | 'clauseStart' | 'isCounted' | 'time' | 'doing'> & {
  readonly part: State['part']
}

function beginning(first: Token, { frame, owner }: SentenceOptions): State {
  return {
    stretch: [],
    isCounted: false,
    clauseStart: first.start,
    group: [],
    held: [],
    time: null,
    occasion: null,
    timeBefore: undefined,
    part: frame.part ?? null,
    partBefore: undefined,
    madeBefore: 0,
    cue: null,
    topic: owner == null ? [] : [owner],
    doing: null,
    isInBrackets: false,
  }
}

function readWord({ state, options }: Reading, token: Token): void {
  noteTime(state, token, options)
  if (!(isWord(token, 'and') && isBoundary(state))) state.stretch.push(token)
}

function readMark(reading: Reading, token: Token & { readonly is: 'mark' }): void {
  const { state } = reading
  const { mark } = token
  if (mark === '《' || mark === '“') reading.isTitle = true
  else if (mark === '》' || mark === '”') reading.isTitle = false
  else if (mark === '(') openBrackets(reading, token)
  else if (mark === ')') closeBrackets(reading)
  else if (mark === '、' && !isBoundary(state)) state.stretch.push(token)
  else if (/[,;:、—―–●■◆▲△※|]/.test(mark)) {
    if (!/[、,]/.test(mark)) state.doing = null
    if (mark === ',') endClause(reading, token.start)
    if (mark === ';') endPart(reading)
    begin(state, token.end)
  }
}

function openBrackets({ state, outer }: Reading, { end }: Token): void {
  const { stretch, group, clauseStart, isCounted, time, doing, part } = state
  outer.push({ stretch, group, clauseStart, isCounted, time, doing, part })
  state.doing = null
  begin(state, end)
  state.isInBrackets = true
}

function closeBrackets({ state, outer }: Reading): void {
  const before = outer.pop()
  if (before !== undefined) {
    const { part, ...interrupted } = before
    Object.assign(state, interrupted)
    state.partBefore = part
  }
  state.isInBrackets = outer.length > 0
}

function endClause({ state, made, options }: Reading, end: number): void {
  const clause = options.text.slice(state.clauseStart, end)
  const topic = readTopic(clause)
  // In the middle of an enumeration a zone that has no number is one item of it.
  if (topic.length > 0 && made.length === state.madeBefore) state.topic = topic
  state.occasion = readClauseOccasion(clause) ?? state.occasion
  hold(state, options)
  // 在上半年价格下滑的情况下，产量达到5万吨: of the year.
  if (clause.endsWith('下') && UNDER.test(clause)) state.part = options.frame.part ?? null
}

/** At a semicolon. */
function endPart({ state, made }: Reading): void {
  state.group = []
  state.held = []
  state.topic = []
  state.occasion = null
  state.madeBefore = made.length
}

/** Says the numbers that stand together from this one on of their nouns; returns the place of the token behind what was read. */
function readNumber(reading: Reading, token: Token & { readonly is: 'number' }, at: number): number {
  const { tokens, options, made, state } = reading
  const isOpening = state.clauseStart === tokens[0]?.start
  if (isOpening) {
    const owner = readOwner(options.text.slice(state.clauseStart, token.start))
    if (owner !== null) state.topic = [owner]
  }
  const isEach = state.stretch.some((one) => isWord(one, 'each'))
  const { next, ...gathered } = gatherNumbers(tokens, at, isEach)
  const reached = reachedOf(gathered.numbers, state.stretch, options.text)
  if (reached !== null) {
    state.stretch = [...reached.before]
    state.time = state.timeBefore ?? null
  }
  const numbers = reached === null ? gathered.numbers : [reached.number]
  const read = takeHeld(state, readPredicate(state, { numbers, last: made.at(-1) ?? null }, options))
  // 北山、南山和西山3个项目, 北山路等15条断头路: the nouns say which, the one behind the number what.
  const isNamed =
    (read.heads.length > 1 && read.heads.length === Number(token.number.value)) ||
    (options.text.charAt(token.number.start - 1) === '等' && read.heads.at(-1)?.entry === null)
  const behind = read.heads.length === 0 ? skipCounts(tokens, next) : next
  const after = read.heads.length === 0 || isNamed ? readAfter(tokens, behind, numbers, options) : null
  state.doing = readDoing(state.stretch, {
    text: options.text,
    number: token.number,
    noun: read.heads[0]?.start ?? token.start,
    carried: state.doing,
    last: made.at(-1) ?? null,
  })
  const saying = { ...read, heads: withDoing(read.heads, state.doing) }
  if (after !== null && after !== 'modifier') sayOfNext(reading, saying, after.head)
  else sayOfNouns(reading, saying, { next, isModifier: after === 'modifier' })
  const subject = made.at(-1)?.subject ?? null
  if (isOpening && subject !== null) state.topic = [subject]
  goOn(reading, numbers.at(-1)?.end ?? token.end, { next, after })
  return after !== null && after !== 'modifier' && behind === next ? after.next : next
}

/** 落实4230万亩粮食: of the noun behind. */
function sayOfNext(reading: Reading, saying: Saying, head: Head): void {
  const { state } = reading
  state.group = emit(reading, {
    ...saying,
    heads: withDoing([head], state.doing),
    isElided: false,
    isChange: saying.isChange && state.doing === null,
  })
  for (const statement of state.group) statement.end = Math.max(statement.end, head.end)
}

function sayOfNouns(
  reading: Reading,
  saying: Saying,
  { next, isModifier }: { readonly next: number; readonly isModifier: boolean },
): void {
  const { tokens, state, options } = reading
  const [number] = saying.numbers
  const spent = number === undefined ? null : readSpent(options.text, state.clauseStart, number)
  const shares =
    spent === null
      ? tellShare(reading, saying)
      : emit(reading, { ...saying, heads: [spent], isElided: false })
  if (shares !== null) state.group = shares
  else if (saying.isSkipped) holdHeads(state, saying.heads)
  else if (saying.isFrom) tellBefore(reading, saying)
  else if (!isModifier && !isThreshold(tokens, next, saying.heads, options.text)) {
    const group = emit(reading, saying)
    // 生产总值翻了一番，达到3亿元: what is told of it without a figure leaves it to the next clause.
    if (group.length === 0) holdHeads(state, saying.heads)
    else {
      state.group = group
      state.held = []
    }
  }
}

/** Begins anew behind the numbers; what they only modify goes on in their clause. */
function goOn(
  { tokens, state }: Reading,
  end: number,
  { next, after }: { readonly next: number; readonly after: ReturnType<typeof readAfter> },
): void {
  const follows = tokens[next]
  const isModifier = after === 'modifier'
  const isJoined = follows !== undefined && follows.is !== 'mark' && after === null
  const { clauseStart } = state
  begin(state, end)
  state.isCounted = follows?.is !== 'word'
  if (isJoined || isModifier) state.clauseStart = clauseStart
  if (state.partBefore === undefined || state.isInBrackets) return
  state.part = state.partBefore
  state.partBefore = undefined
}

const UNDER = /在?.*的?(?:情况|背景|形势|条件|影响|冲击|压力)下$/

/** A clause that ends without a number of its own may leave it to the next one. */
function hold(state: State, options: SentenceOptions): void {
  const at = state.stretch.findLastIndex((token) => token.is === 'name')
  // 税费减免政策的基础上: the name is only a part of a noun.
  const behind = state.stretch[at + 1]
  if (at < 0 || (behind?.is === 'text' && behind.start === state.stretch[at]?.end)) return
  const before = { ...state, stretch: state.stretch.slice(0, at + 1) }
  const { heads } = readPredicate(before, { numbers: [], last: null }, options)
  holdHeads(state, heads)
}

function holdHeads(state: State, heads: readonly Head[]): void {
  if (heads.length > 0 && heads.every((head) => head.entry !== null)) {
    state.held = heads
    state.group = []
  }
}

/** 从2020年的8万元提高到9万元: both are told where the earlier year is named. */
function tellBefore(sentence: Sentence, saying: Saying): void {
  const { state } = sentence
  const isDated = state.time !== null && state.time !== state.timeBefore
  if (isDated && !saying.isChange) emit(sentence, saying)
  state.time = state.timeBefore ?? null
  state.group = []
  state.held = saying.heads
}

/** 第三产业比重由30%提高到35%. Null where the number is no share with a name. */
function tellShare(sentence: Sentence, saying: Saying): Statement[] | null {
  const { share, numbers } = saying
  const [number] = numbers
  if (share === null || number === undefined) return null
  const shares = numbers.length === 1 ? [share] : saying.isEach ? readShares(share, sentence.options) : []
  if (shares.length !== numbers.length) return null
  if (!/^(?:%|个?百分点)$/.test(number.unit) && !number.value.includes('分之')) return null
  const own = { ...saying, heads: shares, isElided: false, isSkipped: false }
  if (!saying.isFrom) return emit(sentence, own)
  tellBefore(sentence, own)
  return []
}

function takeHeld(state: State, saying: Saying): Saying {
  if (!saying.isElided || state.held.length === 0 || state.group.length > 0) return saying
  return { ...saying, heads: state.held, isElided: false }
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
