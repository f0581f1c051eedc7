/** What has been read of a sentence so far: the words since the last boundary, the time, and what an elided noun means. */
import type { Bound, Kind } from './figure.ts'
import type { Indicators } from './indicators.ts'
import type { Token } from './lexer.ts'
import type { Head } from './noun.ts'
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
  /** Said in brackets: of the noun before them, but apart from what was said of it. */
  readonly isInBrackets: boolean
  readonly numbers: { readonly start: number; readonly end: number }[]
}

export interface SentenceOptions {
  readonly text: string
  readonly frame: Frame
  readonly calendar: Calendar
  readonly indicators: Indicators
  readonly ownNames: readonly string[]
  readonly isNational: boolean
  /** Whom the sentence before told of, where this one names nobody; null or absent: the place. */
  readonly owner?: string | null
}

/** What has been read of the sentence so far. */
export interface State {
  /** Tokens since the last boundary, brackets left out. */
  stretch: Token[]
  /** The stretch follows a number at once. */
  isCounted: boolean
  /** Where the clause begins. */
  clauseStart: number
  /** Statements of the last list of numbers: what an elided noun means. */
  group: Statement[]
  /** Nouns whose number is still to come: 旅游收入首次突破百亿大关，达101亿元. */
  held: readonly Head[]
  time: { year: number; scope: string | null } | null
  /** 国庆假期，接待游客…: what the clauses of a sentence tell of. */
  occasion: string | null
  /** 上半年: whose figures are not the year's; what is told of this year is done. */
  part: string | null
  /** What `part` was before brackets that name one, as (1-11月), which hold for the next number alone; undefined where none do. */
  partBefore: string | null | undefined
  /** What `time` was when 从 began to tell of an earlier number; undefined outside of it. */
  timeBefore: State['time'] | undefined
  cue: { kind: Kind; isFirm: boolean } | null
  topic: readonly string[]
  /** 新增: what the items of the list have in common that were done. */
  doing: string | null
  /** How many statements were made before the last semicolon: a list of numbers does not reach behind it. */
  madeBefore: number
  isInBrackets: boolean
}

export function noteTime(state: State, token: Token, options: SentenceOptions): void {
  const { text } = options
  if (token.is === 'time') {
    const printed = text.slice(token.start, token.end)
    const time = readTime(token.time, printed, options)
    // “十四五”期间，五年来…: the length is that of the period named before.
    const isLength = token.time.is === 'period' && token.time.side === 'past'
    if (time !== null && !(isLength && state.time !== null && state.time.scope !== null)) {
      state.time = time
      if (token.time.is !== 'relative') state.part = null
    }
    if (token.time.is === 'part') state.part = printed
    return
  }
  if (token.is !== 'word') return
  if (WHOLE_YEAR.test(text.slice(token.start, token.end))) state.part = null
  if (token.word.is === 'from') state.timeBefore = state.time
  if (token.word.is === 'plan') state.cue = { kind: 'target', isFirm: token.word.isFirm }
  if (token.word.is === 'done') state.cue = { kind: 'actual', isFirm: true }
}

const WHOLE_YEAR = /^(?:全年|年度|年内|年末|年底)/

function readTime(time: Time, printed: string, { calendar, frame }: SentenceOptions): State['time'] {
  const { today, reviews, plans } = calendar
  switch (time.is) {
    case 'year':
      return { year: time.year, scope: null }
    case 'relative':
      // A review that was drafted within its year calls it 今年.
      if (printed === '今年以来' && frame.kind === 'actual') return { year: reviews, scope: null }
      return { year: today + time.years, scope: null }
    case 'period': {
      const scope = printed.replace(/的$/, '')
      if (time.side === 'past' || /以来$/.test(printed)) return { year: reviews, scope }
      if (time.side === 'ahead') return { year: plans + 4, scope }
      // 五年累计.
      if (time.last === null) return { year: frame.year, scope }
      return { year: time.last, scope: /末/.test(printed) ? null : scope }
    }
    default:
      return null
  }
}

/** The nearest evidence: a year that is named, words beside it, else the part of the report. */
export function when(state: State, { frame, calendar }: SentenceOptions): { kind: Kind; year: number } {
  const { time, cue } = state
  if (frame.isOpen) return { kind: cue?.kind ?? frame.kind, year: time?.year ?? frame.year }
  const isPlanned = cue?.kind === 'target' && cue.isFirm
  if (time !== null) {
    if (time.year > calendar.reviews) {
      return {
        kind:
          time.year <= calendar.today &&
          (cue?.kind === 'actual' || (state.part !== null && frame.kind === 'actual'))
            ? 'actual'
            : 'target',
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

/** (年度目标6%以上): of the year of the figure before, unless the bracket names one. */
export function whenAimed({ time }: State, target: Pick<Statement, 'year'>): { kind: Kind; year: number } {
  return { kind: 'target', year: time?.year ?? target.year }
}

export function signOf({ change }: Statement): '+' | '-' {
  return change?.startsWith('-') === true ? '-' : '+'
}

export function isSurpassed(target: Statement, number: PrintedNumber): boolean {
  return target.bound === 'over' && isMadeExact(target, number)
}

/** 不足3300元，为3262元: about what number it is, and which. */
export function isMadeExact(target: Statement, number: PrintedNumber): boolean {
  const [passed, reached] = [sortOf(target.unit ?? ''), sortOf(number.unit)]
  return (
    target.bound !== 'exact' &&
    target.value !== null &&
    target.change === null &&
    (passed === '' || passed === reached)
  )
}

/** A unit without its magnitude. */
export function sortOf(unit: string): string {
  return unit.replace(/^[十百千万亿]+/, '')
}
