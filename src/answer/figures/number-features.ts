/** Measures how far each number that the best passages print is the one that a question asks for. */
import type { Passage } from '../../corpus/report.ts'
import { isOfOtherStage } from '../../figures/doing-word.ts'
import type { Kind } from '../../figures/figure.ts'
import { calendarOf } from '../../figures/section-frame.ts'
import type { ReportSummary, StatedFigure } from '../../search/backend.ts'
import type { YearRange } from '../../search/filter.ts'
import type { Plan } from '../../search/query/plan.ts'
import { passageText } from '../../search/rank/passage-text.ts'
import { heldIn, isFrameWord, readTopic, shareIn, type TopicWord } from '../../search/rank/topic.ts'
import { getOrMake } from '../../text/maps.ts'
import { fold, foldPhrase } from '../../text/normalizer.ts'
import { readNumeral } from '../../text/numeral.ts'
import type { Range } from '../../text/runs.ts'
import { afterMark, beforeMark } from '../../text/sentences.ts'
import { type AskedNumber, fitOf } from './asked-number.ts'
import { isDone, isFiller } from './figure-words.ts'
import { findPrintedNumbers, type PrintedRun } from './printed-numbers.ts'

export interface NumberFeatures {
  /** How well its unit and form fit what is asked, see fitOf(). */
  readonly fit: number
  /** Share of the question's words that its clause and what was read of it say, and its sentence with the headings. */
  readonly clause: number
  readonly sentence: number
  /** Share of the longer words that stand whole beside it. */
  readonly words: number
  /** 1 in the passage that ranks first, a half in the second. */
  readonly rank: number
  /** 1 where a growth is asked for and told, -1 where only one of them is of growth. */
  readonly growth: number
  /** 1 where it counts what was added, and the question asks for no such thing. */
  readonly added: number
  /** Share of what is said beside it that the question does not say. */
  readonly excess: number
  /** Share of the name that was read of it that the question says; 0 of a number without one. */
  readonly name: number
  /** Whether its years together (累计, 年均) are those asked for. */
  readonly period: number
  /** -1 of the number from which something rose or fell, 1 where that is asked for. */
  readonly start: number
}

export interface NumberCandidate {
  readonly passage: Passage
  readonly report: ReportSummary
  readonly run: PrintedRun
  /** Folded. */
  readonly printed: string
  /** `[start, end)` in the passage. */
  readonly range: Range
  /** Where its clause stands in the passage. */
  readonly clause: Range
  /** What was read of it, where it was. */
  readonly figure: StatedFigure | null
  readonly year: number
  readonly kind: Kind
  readonly isOfYear: boolean
  readonly isOfKind: boolean
  /** Share of the question's words that its clause and the one before say. */
  readonly told: number
  readonly features: NumberFeatures
}

export interface Wanted {
  /** Folded, without spaces. */
  readonly question: string
  readonly asked: AskedNumber
  readonly plan: Plan
  /** The words of the question that no indicator takes, folded. */
  readonly typed: readonly string[]
  readonly years: readonly YearRange[]
  /** The year of the report that is asked: 2025年报告. */
  readonly reportYear: number | null
  readonly kind: Kind | null
  /** Whatever was read in the passages. */
  readonly stated: readonly StatedFigure[]
}

/** `hits`: the best first. */
export function findCandidates(hits: readonly Hit[], wanted: Wanted): NumberCandidate[] {
  const names = unknownNames(wanted)
  const words = contentWords(wanted)
  // A lone character stands in many a word by chance: 路 in 路沿石.
  if (words.reduce((sum, { text }) => sum + text.length, 0) < 2) return []
  const sought: Sought = {
    ...wanted,
    words,
    longer: words.filter(({ text }) => text.length > 1),
    characters: new Set(wanted.question),
    asksNew: /新|增/u.test(wanted.question),
    numbers: new Set(
      findPrintedNumbers(wanted.question).map(({ start, end }) =>
        printedNumber(wanted.question.slice(start, end)),
      ),
    ),
    asksAll: ASKS_ALL.test(wanted.question),
    asksStart: ASKS_START.test(wanted.question),
    period: periodsIn(wanted.question),
  }
  return hits.flatMap((hit, rank) =>
    names.every((name) => isSpokenOf(name, hit)) ? candidatesOf(hit, rank, sought) : [],
  )
}

/** 天马 of 天马机场: what no dictionary has is a row of lone characters, of which each stands in many a text. */
function unknownNames({ plan, question, typed }: Wanted): readonly (readonly TopicWord[])[] {
  const rows: TopicWord[][] = []
  let end = -1
  for (const word of readTopic(plan)) {
    const { start } = word.characters[0] ?? { start: -1 }
    if (word.text.length > 1) continue
    if (start === end) rows.at(-1)?.push(word)
    else rows.push([word])
    end = word.characters.at(-1)?.end ?? -1
  }
  return rows.filter((row) => {
    const text = foldPhrase(row.map((word) => word.text).join(''))
    const isDeed = ['多少', '几', '了'].some((asks) => question.includes(text + asks))
    return text.length > 1 && !isDeed && typed.some((word) => word.includes(text))
  })
}

/** Under any of the names that are known for it. */
function isSpokenOf(name: readonly TopicWord[], { passage }: Hit): boolean {
  const text = foldPhrase(passage.text + passage.section.join(''))
  return name.some((word) => shareIn(word, text) > 0)
}

interface Hit {
  readonly passage: Passage
  readonly report: ReportSummary
}

interface Sought extends Wanted {
  readonly words: readonly TopicWord[]
  readonly longer: readonly TopicWord[]
  readonly characters: ReadonlySet<string>
  readonly asksNew: boolean
  readonly asksAll: boolean
  /** Those that the question names itself: 156个单位里有几个. */
  readonly numbers: ReadonlySet<string>
  readonly asksStart: boolean
  readonly period: readonly boolean[]
}

/** What asks, and how it is reckoned, is no word that a number stands beside. */
const ASKS =
  /^(?:多少|几|第|排名?|倍|成|百分|之|点|占比?|比重|第一|[年月天元吨亩家个座人件次]|万?亿|万人?|公里|多|久|时间|长|提前|比|现在|连续|来着|到底|全[国市省县区]|[那这]?份?报告|[那这]份|各[地县市省区]?|[省市县区州]|哪[个些]?|谁|最[高多大快好低少慢小差]|增[速幅]?|[速幅涨降额]|\d[\d.]*)+$/u

function contentWords({ plan, question }: Wanted): readonly TopicWord[] {
  return readTopic(plan).filter(({ text }) => {
    const word = foldPhrase(text)
    return !isFiller(word) && !isFrameWord(word) && !ASKS.test(word) && !isDone(word, question)
  })
}

const ASKS_ALL = /[一总]共|总[数计量]|合计|[共现]有/u
const ASKS_START = /(?<!\d)(?:[几两三四五六七八九十]年)前|那会|原来|起初|从(?:多少|几)/u
const PERIODS: readonly RegExp[] = [
  /[一每单][天日]|日均/u,

  /年均|年平均/u,
  /累计|[三四五]年|十[一二三四]?五(?!五)/u,
  /每|人均|户均/u,
  /[上下]半年|季度/u,
]

function periodsIn(text: string): boolean[] {
  return PERIODS.map((period) => period.test(text))
}

const CLAUSE = ',。;:!?'
const STOPS = '。;!?'
const GROWS =
  /(?:增长|增加|上升|上涨|提高|提升|下降|降低|减少|压缩|压减|下调|上调|增幅|涨幅|[增降涨减]|[高低快慢]于\p{sc=Han}{0,4})[了约近超过逾达:]*$/u
const STARTS = /[从由][^,。;、到至]{0,6}$/u
const ADDED = /新[增建开设引培认型]|净增/u
/** 比一九六四年 is not when it was. */
const YEARS = /(?<![比较\d])(?:(?:19|20)\d\d|[一二][〇○零一二三四五六七八九]{3})(?=年)/gu
/** Between numbers of one list stand no more characters than these, and none of the question. */
const MAX_GAP = 8

function candidatesOf({ passage, report }: Hit, rank: number, sought: Sought): NumberCandidate[] {
  const folded = fold(passage.text, { dropSpaces: true })
  const { text } = folded
  const runs = findPrintedNumbers(text).map((run) => ({ run, fit: fitOf(run, sought.asked) }))
  if (!runs.some(({ fit }) => fit > MISFIT)) return []
  const heading = foldPhrase(passage.section.join(''))
  const stated = sought.stated.filter(({ figure }) => figure.passage === passage.id)
  const covers = new Map<string, number>()
  const cover = (piece: string): number => getOrMake(covers, piece, () => heldIn(piece, sought.words))
  const original = (start: number, end: number): Range => [
    folded.starts[start] ?? 0,
    folded.ends[end - 1] ?? 0,
  ]
  const has = (characters: string): number => {
    const letters = characters.replace(/[^\p{sc=Han}a-z]/gu, '')
    if (letters === '') return 0
    return [...letters].filter((one) => sought.characters.has(one)).length / letters.length
  }
  /** Where what is said of a number begins: behind the one before, or where its list does. */
  const beginnings: number[] = []
  const found: NumberCandidate[] = []
  for (const [at, { run, fit }] of runs.entries()) {
    const { start, end } = run
    const sentence = afterMark(text, STOPS, start)
    const before = runs[at - 1]?.run.end ?? 0
    const gap = text.slice(before, start)
    const isListed = before > sentence && gap.length <= MAX_GAP && cover(gap) === 0
    beginnings.push(before <= sentence ? sentence : isListed ? (beginnings[at - 1] as number) : before)
    if (fit <= MISFIT) continue
    const sentenceTo = beforeMark(text, STOPS, end)
    const whole = heading + text.slice(sentence, sentenceTo)
    if (cover(whole) < LEAST) continue
    const from = beginnings[at] as number
    const to = Math.min(beforeMark(text, `${CLAUSE}、()`, end), runs[at + 1]?.run.start ?? text.length)
    const clauseRange: Range = [afterMark(text, CLAUSE, start), beforeMark(text, CLAUSE, end)]
    const range = original(start, end)
    const figure =
      stated.find(({ figure: { numbers } }) => numbers.some(([a, b]) => a < range[1] && b > range[0])) ?? null
    const name = figure === null ? '' : foldPhrase(figure.figure.name)
    const near = text.slice(from, start) + text.slice(end, to) + name
    const next = runs[at + 1]?.run.start ?? text.length
    const isOfList =
      cover(name) > 0 && (isListed || (next - end <= MAX_GAP && cover(text.slice(end, next)) === 0))
    // 农村低保 and 城镇低保 of one list are told apart by what was read of each.
    const clause = isOfList ? name : text.slice(...clauseRange)
    const isBeside = (word: TopicWord): boolean => shareIn(word, isOfList ? name : near) > WHOLE_WORD
    // What stands in the clause as it was typed is not meant by a synonym beside the number.
    const isTyped = (word: TopicWord): boolean =>
      text.slice(...clauseRange).includes(foldPhrase(word.text)) && !near.includes(foldPhrase(word.text))
    if (sought.longer.some((word) => isTyped(word) && isBeside(word))) continue
    const lead = text.slice(from, start)
    const isGrowth =
      GROWS.test(lead.replace(/[\d.%、和]+$/u, '')) ||
      figure?.figure.change?.includes(text.slice(start, end)) === true
    const isStart = STARTS.test(lead)
    const time = timeOf(figure ?? nearest(stated, original(sentence, sentenceTo)), { passage, report })
    const isOf = (one: number): boolean => sought.years.some((range) => range.from <= one && one <= range.to)
    const isEarlier = isStart && sought.years.some((range) => range.to < time.year)
    const ofClause = yearsIn(text.slice(...clauseRange))
    const years = ofClause.length > 0 ? ofClause : [time.year, ...yearsIn(text.slice(sentence, sentenceTo))]
    const isOfYear =
      sought.years.length === 0 || report.year === sought.reportYear || isEarlier || years.some(isOf)
    const isAdded = !sought.asksNew && ADDED.test(text.slice(Math.max(sentence, before), end) + name)
    if ((isAdded && sought.asksAll) || (run.form === 'amount' && isOfOtherStage(sought.question, near)))
      continue
    // So many each, 每4辆有1辆, are none of all that there are.
    if (/^[1一](?!\d|[.十百千万亿])/u.test(text.slice(start, end)) && run.form === 'amount') continue
    if (sought.numbers.has(printedNumber(text.slice(start, end)))) continue
    const periods = periodsIn(near + clause + (figure?.figure.scope ?? ''))
    found.push({
      passage,
      report,
      run,
      printed: text.slice(start, end),
      range,
      clause: original(...clauseRange),
      figure,
      ...time,
      isOfYear,
      isOfKind: sought.kind === null || sought.kind === time.kind,
      told: cover(text.slice(afterMark(text, CLAUSE, clauseRange[0] - 1), clauseRange[1]) + name),
      features: {
        fit,
        clause: cover(clause + name),
        sentence: cover(whole),
        words: sought.longer.filter(isBeside).length / (sought.longer.length || 1),
        rank: 1 / (1 + rank),
        growth: sought.asked.isGrowth === isGrowth ? (isGrowth ? 1 : 0) : -1,
        added: isAdded ? 1 : 0,
        excess: 1 - has(text.slice(from, start) + text.slice(end, to)),
        name: name === '' ? 0 : has(name),
        period: periods.reduce((sum, one, of) => sum + (one !== sought.period[of] ? -1 : one ? 1 : 0), 0),
        start: isStart ? (sought.asksStart || isEarlier ? 1 : -1) : 0,
      },
    })
  }
  return found
}

/** 一百五十六个 and 156 are one number. */
function printedNumber(printed: string): string {
  const [number = ''] = /^[\d.,]+|^[零〇○一二三四五六七八九十百千万亿两]+/u.exec(printed) ?? []
  return String(readNumeral(number) ?? number)
}

function yearsIn(text: string): number[] {
  return [...text.matchAll(YEARS)].map(([year]) => readNumeral(year) ?? 0)
}

/** Below this a number is of another form or unit than the one asked for. */
const MISFIT = -0.5
const WHOLE_WORD = 0.7
/** A sentence that says less of the question answers nothing of it. */
const LEAST = 0.15

/** What was read in the sentence, or else anywhere in the passage. */
function nearest(stated: readonly StatedFigure[], [from, to]: Range): StatedFigure | null {
  return stated.find(({ figure: { start, end } }) => start < to && end > from) ?? stated[0] ?? null
}

function timeOf(
  one: StatedFigure | null,
  { passage, report }: Hit,
): { readonly year: number; readonly kind: Kind } {
  if (one !== null) return { year: one.figure.year, kind: one.figure.kind }
  const { reviews, plans } = calendarOf(report)
  const isPlan = passageText(passage, report).time().aspect === 'plan'
  return isPlan ? { year: plans, kind: 'target' } : { year: reviews, kind: 'actual' }
}
