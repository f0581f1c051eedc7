/** Tells whether what a text says beside its confirmed figures stands in the report that confirms them. */
import { doingOf } from '../../figures/doing-word.ts'
import { isListed } from '../../figures/indicators.ts'
import type { StatedFigure } from '../../search/backend.ts'
import type { Query } from '../../search/query/query.ts'
import type { Searcher } from '../../search/searcher.ts'
import { foldPhrase } from '../../text/normalizer.ts'
import { escapePattern } from '../../text/occurrences.ts'
import { overlap, type Range } from '../../text/runs.ts'
import { afterMark, beforeMark, sentenceAround } from '../../text/sentences.ts'
import { isAskedAbout, longestQuotation } from '../frame.ts'
import { tellInFigures } from '../numerals.ts'
import { contentWords, missingWords, type Wordings } from './account.ts'
import type { ClaimCheck } from './check-claim.ts'
import { isComment, withoutTrend } from './comment.ts'
import { foldWithout, nameText, withIndicator } from './named-text.ts'
import { findMisranked, withoutRank } from './ranks.ts'
import { dropsLimit, isSumOfYears, saysMore } from './remarks.ts'
import { saysNoMore } from './same-name.ts'
import { tellComparisons, tellPlainly } from './spoken.ts'
import { missingBeside, sentenceOf, sentencesAround, stretchAround } from './stretch.ts'
import { startStands } from './told-start.ts'
import { numbersIn } from './unread-numbers.ts'

/** What the report does not say: `said` by the text; `source`, where the report ranks it otherwise, else ''. */
export interface Unsaid {
  readonly said: string
  readonly source: string
}

export interface Rest {
  /** The first clause that a report does not say; null when all say nothing else, or nothing that can be right or wrong. */
  readonly unsaid: Unsaid | null
  /** Comments that the report has not: who reads that the rest is right must read that these are the writer's own. */
  readonly aside: readonly string[]
}

interface Told {
  readonly claims: readonly ClaimCheck[]
  readonly query: Query
}

/** Of a text in other words than a report's, what it says as it says it. */
export async function restStands(searcher: Searcher, text: string, told: Told): Promise<Rest> {
  const plain = tellComparisons(tellPlainly(text, told.query.named))
  const comments: string[] = []
  const unsaid = await findUnsaid(searcher, plain, { ...told, typed: text, comments })
  if (unsaid !== null)
    return { unsaid: text.includes(unsaid.said) ? unsaid : { ...unsaid, said: text }, aside: [] }
  const reports = reportsOf(told.claims)
  const aside: string[] = []
  for (const comment of comments) {
    const words = foldWithout(comment, namesIn(told.query)).replace(/^,/u, '')
    if (!(await standsIn(searcher, words, reports))) aside.push(comment)
  }
  return { unsaid: null, aside }
}

async function findUnsaid(
  searcher: Searcher,
  text: string,
  { claims, query, typed, comments }: Told & { readonly typed: string; readonly comments: string[] },
): Promise<Unsaid | null> {
  const wordings: Wordings = (word) => searcher.wordings(word)
  const stated = claims.flatMap((one) => one.stated ?? [])
  const sentences = stated.map(({ passage, figure }) =>
    foldPhrase(sentenceAround(passage.text, figure.start, figure.end)),
  )
  const names = namesIn(query)
  const misranked = findMisranked(text, { claims, names: [...query.named, ...query.foreign], wordings })
  if (misranked !== null && misranked.source !== '') return misranked
  const isRanked = misranked === null
  const about = {
    text,
    typed,
    claims,
    stated,
    sentences,
    names,
    wordings,
    isRanked,
    open: openIn(text, claims, wordings),
  }
  for (const { clause, start } of clausesOf(text.replace(PLAN, ' $1 '))) {
    if (WHENCE.test(clause)) continue
    const weighed = weighClause(clause, start, about)
    if (weighed === 'comment') comments.push(clause)
    else if (weighed === 'elsewhere') {
      if (!(await standsIn(searcher, foldPhrase(clause), reportsOf(claims))))
        return { said: clause, source: '' }
    } else if (weighed !== 'told') return weighed
  }
  return misranked
}

/** The numbers that neither a claim nor a figure's sentence accounts for. */
function openIn(text: string, claims: readonly ClaimCheck[], wordings: Wordings): Range[] {
  const covered = claims.flatMap(({ claim }) => claim.figure.numbers)
  return numbersIn(text)
    .map(({ at }) => at)
    .filter(
      (at) =>
        !covered.some((one) => overlap(at, one)) &&
        !claims.some(
          ({ stated }) =>
            stated !== null && (startStands(text, at, stated) || isToldWithin(text, at, stated, wordings)),
        ),
    )
}

/** What the clauses of a text are weighed against. */
interface Weighed {
  readonly text: string
  readonly typed: string
  readonly claims: readonly ClaimCheck[]
  /** The figures that confirm them. */
  readonly stated: readonly StatedFigure[]
  /** Theirs, folded. */
  readonly sentences: readonly string[]
  readonly names: readonly string[]
  readonly wordings: Wordings
  /** Whether its ranks are those of the report. */
  readonly isRanked: boolean
  readonly open: readonly Range[]
}

/** `told`: beside the figures; `elsewhere`: only if it stands word for word somewhere in their reports. */
function weighClause(
  clause: string,
  start: number,
  about: Weighed,
): 'told' | 'comment' | 'elsewhere' | Unsaid {
  const { text, claims, stated, names, wordings } = about
  if (isComment(foldWithout(clause, names))) return 'comment'
  const folded = foldPhrase(clause)
  const range: Range = [start, start + clause.length]
  const own = claims.flatMap((one) =>
    one.stated !== null && one.claim.figure.numbers.some((at) => overlap(range, at)) ? [one.stated] : [],
  )
  const isAlone = own.length === 0
  if (isAlone && (standsWhole(range, about) || stated.some((one) => isNext(folded, one)))) return 'told'
  const isOpen = about.open.some((at) => overlap(range, at))
  const plain = foldWithout(about.isRanked ? withoutRank(clause) : clause, names)
  if (isAlone && !isOpen && isTopicTold(plain, about)) return 'comment'
  if (saysMore(plain, { own, stated })) return { said: clause, source: '' }
  // 投资3.5亿元 is told of many; what is said beside it must be said beside it in the report.
  const isOfMany = stated.every(({ figure }) => !isListed(figure.indicator))
  const said = stated.reduce(
    (left, { figure }) => withIndicator(nameText(left), figure.indicator),
    foldWithout(text, names),
  )
  const beside = (isAlone ? stated : own).map((one) =>
    isAlone && !isOfMany ? sentencesAround(one) : (stretchAround(one, said, wordings) ?? ''),
  )
  const words = claims.reduce(withoutName, plain)
  const told = [...beside, ...stated.map(({ figure }) => foldPhrase(figure.indicator))].join()
  if (dropsLimit(contentWords(words), told, text) !== null) return { said: clause, source: '' }
  if (beside.some((one) => one.includes(folded))) return 'told'
  if (own.some((one) => isSumOfYears(one, about.typed))) return { said: clause, source: '累计' }
  if (!isOpen && missingBeside(words, { own, told, wordings }).length === 0) return 'told'
  return isAlone && !isOfMany ? 'elsewhere' : { said: clause, source: '' }
}

/** 空气越来越好, of figures that tell of 空气: how it goes is the writer's own. */
function isTopicTold(clause: string, { claims, stated, wordings }: Weighed): boolean {
  const changes = stated.map(
    ({ figure }) => figure.change ?? (doingOf(foldPhrase(figure.indicator)) === null ? '' : '+'),
  )
  const isRising = changes.some((one) => one.startsWith('+')) && !changes.some((one) => one.startsWith('-'))
  const topic = withoutTrend(clause, isRising)
  if (topic === null) return false
  const left = contentWords(claims.reduce(withoutName, topic))
  return missingWords(left, stated.map(sentencesAround).join(), wordings).length === 0
}

/** “三公”经费连续13年只减不增: all that stands between two marks, but for the place and year of the figures, stands so in a sentence of them. */
function standsWhole([start, end]: Range, { text, names, claims, sentences }: Weighed): boolean {
  const years = claims.flatMap(({ claim: { year } }) => (year?.is === 'named' ? [`${year.year}年`] : []))
  const clause = text.slice(afterMark(text, ENDS, start), beforeMark(text, ENDS, end))
  const words = foldWithout(clause, [...names, ...years]).replace(/^[,\s]+/u, '')
  return !OF_ANOTHER.test(words) && sentences.some((sentence) => sentence.split(CLAUSE_END).includes(words))
}

/** 创历史新高: what has no subject of its own is said of the number before it, whichever that is. */
const OF_ANOTHER =
  /^(?:[再也又均都还并且其该]|同比|[比较占居位列排创增降减升达超共]|高于|低于|快于|连续|首[次个家]|下降|上升|提高|实现|完成|累计|总|新|\d|[一二两三四五六七八九十])/u

const ENDS = '，,。；;！!？?：:、'
const CLAUSE_END = new RegExp(`[${ENDS}]`, 'u')

/** Whether what a text tells around words in marks stands in the sentence that has them: of whom an honour is. */
export function aroundStands(
  searcher: Searcher,
  text: string,
  { names, told }: { readonly names: readonly string[]; readonly told: string },
): boolean {
  const quotation = longestQuotation(text)
  if (quotation === null || isAskedAbout(quotation)) return true
  const around = foldWithout(tellPlainly(`${quotation.before}，${quotation.after}`), names)
  return missingWords(contentWords(around), foldPhrase(told), (word) => searcher.wordings(word)).length === 0
}

/** 整备土地352公顷，连续6年全市第一: the clause follows the figure as it is. */
function isNext(clause: string, { figure, passage }: StatedFigure): boolean {
  const behind = foldPhrase(passage.text.slice(figure.end, figure.end + 2 * clause.length)).replace(
    COMES_TO,
    '',
  )
  const words = clause.replace(JOINS, '').replace(COMES_TO, '')
  return new RegExp(`^[,、]${escapePattern(words)}(?:[,、。;]|$)`, 'u').test(behind)
}

/** 累计17万座, of what the report has as 累计达17万座. */
const COMES_TO = /(?:达到?|为)(?=\d)/gu

/** 已连续6年第一, of what the report has as 连续6年第一. */
const JOINS = /^(?:已经?|并且?|也|还)/u

/** 是2010年的3倍, 千万元以上的项目: what a number is measured by, or counts, as the sentence of the figure has it. */
function isToldWithin(text: string, [start, end]: Range, stated: StatedFigure, wordings: Wordings): boolean {
  const base = BASE_OF_RATIO.exec(text.slice(0, start))?.groups?.base
  const counted = COUNTED.exec(text.slice(start))?.[0]
  const told = tellInFigures(sentenceOf(stated))
  if (counted !== undefined && told.includes(foldPhrase(counted))) return true
  if (isShareTold(text, [start, end], told)) return true
  const [, ratio = '', unit] = /^(\d+(?:\.\d+)?)(倍多?|%)$/u.exec(text.slice(start, end)) ?? []
  if (base === undefined || unit === undefined) return false
  // 是2010年的3.2倍: three times of it and more.
  const isMore = /多/u.test(text.slice(start, end + 1))
  const isSame = ratiosIn(told, unit.charAt(0)).some((times) =>
    isMore ? Number(ratio) < times && times < Number(ratio) + 1 : times === Number(ratio),
  )
  const years = base.match(/\d{4}/gu) ?? []
  return (
    isSame &&
    years.every((year) => told.includes(year)) &&
    missingWords(contentWords(base), told, wordings).length === 0
  )
}

/** 占全市近30%, which the sentence has as 占全市近三成. */
function isShareTold(text: string, [start, end]: Range, told: string): boolean {
  const share = SHARE_BEFORE.exec(text.slice(0, start))?.[0]
  if (share === undefined) return false
  const printed = foldPhrase(share + text.slice(start, end) + (BOUND_BEHIND.exec(text.slice(end))?.[0] ?? ''))
  const at = told.indexOf(printed)
  return at >= 0 && !BOUND_BEHIND.test(told.slice(at + printed.length))
}

const SHARE_BEFORE = /占[^，,。；;\d]{0,10}$/u
const BOUND_BEHIND = /^(?:以[上下内]|左右|多|\d)/u

/** How many times the base, or how many percent of it: 比1978年增加1倍 is 2倍. */
function ratiosIn(told: string, unit: string): number[] {
  return Array.from(told.matchAll(RATIO)).flatMap(([, rise, number, sort]) => {
    if (sort !== unit || (rise !== undefined && unit === '%')) return []
    return rise === undefined ? [Number(number)] : [Math.round((Number(number) + 1) * 1000) / 1000]
  })
}

const RATIO = /(增[长加]|提高|上升|扩大)?了?(\d+(?:\.\d+)?)([倍%])/gu
const BASE_OF_RATIO =
  /(?:是|为|相当于|等于|顶)(?<base>[^，,。；;：:\d]{0,2}(?:(?:\d{4})?[^，,。；;：:\d]{0,10}){0,2}的)$/u
const COUNTED =
  /^(?:\d[\d.]*|[一二三五百千万亿]+)[十百千万亿]*\p{sc=Han}{1,2}(?:以上|以下|以内)的?\p{sc=Han}{2}/u

/** Whence it is known. */
const WHENCE = /^(?:根据|按照|依据|依照|据)[^\d]*(?:\d{4}年[^\d]*)?(?:清单|方案|公报|统计|数据|安排|部署)$/u

/** Without what names the figure of a claim, as the report or people call it, or the text, where it says no more. */
function withoutName(text: string, { claim, stated }: ClaimCheck): string {
  const own = [claim.figure.name, claim.figure.indicator].filter(
    (name) => stated !== null && saysNoMore(name, stated),
  )
  const names = [...own, stated?.figure.name, stated?.figure.indicator]
  return names
    .map((name) => foldPhrase(name ?? ''))
    .filter((name) => name !== '')
    .sort((one, two) => two.length - one.length)
    .reduce((left, name) => left.replaceAll(name, ','), withIndicator(nameText(text), claim.figure.indicator))
}

/** “十四五”末: its marks end no clause. */
const PLAN = /[“"](十[一二三四五]?五)[”"]/gu

function clausesOf(text: string): { clause: string; start: number }[] {
  return Array.from(text.matchAll(/[^，,。；;：:！!？?、\n“”"]+/gu), ({ 0: clause, index }) => ({
    clause: clause.trim(),
    start: index,
  }))
}

function namesIn({ named, foreign }: Query): string[] {
  return [...named, ...foreign].map(foldPhrase)
}

function reportsOf(claims: readonly ClaimCheck[]): Set<string> {
  return new Set(claims.flatMap(({ stated }) => stated?.report.id ?? []))
}

async function standsIn(searcher: Searcher, clause: string, reports: ReadonlySet<string>): Promise<boolean> {
  for (const id of reports) {
    const report = await searcher.report(id)
    if (report?.passages.some(({ text }) => foldPhrase(text).includes(clause))) return true
  }
  return false
}
