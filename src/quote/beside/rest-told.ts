/** Tells what a text says beside its numbers, and whether the report says it. */
import { doingOf } from '../../figures/doing-word.ts'
import type { StatedFigure } from '../../search/backend.ts'
import type { Searcher } from '../../search/searcher.ts'
import { foldPhrase } from '../../text/normalizer.ts'
import { escapePattern } from '../../text/occurrences.ts'
import { overlap } from '../../text/runs.ts'
import { contentOf, contentWords, missingWords } from '../claims/account.ts'
import type { ClaimCheck } from '../claims/check-claim.ts'
import { isComment, isLeadIn, withoutTrend } from '../claims/comment.ts'
import { findMisranked } from '../claims/ranks.ts'
import { dropsLimit, otherYearsOf, saysMore } from '../claims/remarks.ts'
import { sharesThing } from './doubts.ts'
import { clausesOf, withoutNames } from './items.ts'
import type { Found, Match, ToLay } from './match.ts'
import { NOTHING_UNSAID } from './match.ts'
import { weightsOf } from './weights.ts'

export interface Rest {
  /** What the text says and the report does not, or ranks otherwise: then `source`. null where there is nothing. */
  readonly unsaid: { readonly said: string; readonly source: string } | null
  /** Comments that the report has not. */
  readonly aside: readonly string[]
}

/** So many characters of a clause without a number may be told nowhere. */
const MAX_FREE = 1

export async function weighRest(
  { typed, text, query }: ToLay,
  {
    matches,
    free,
    told,
    searcher,
  }: {
    readonly matches: readonly Match[]
    readonly free: Found['free']
    readonly told: readonly ClaimCheck[]
    readonly searcher: Searcher
  },
): Promise<Rest> {
  const names = [...query.named, ...query.foreign].map(foldPhrase)
  const misranked = findMisranked(text, {
    claims: told,
    names: [...query.named, ...query.foreign],
    wordings: (word) => searcher.wordings(word),
  })
  if (misranked !== null) {
    const at = clausesOf(text).find((one) => text.slice(...one).includes(misranked.said))
    const said = at === undefined || misranked.source !== '' ? misranked.said : text.slice(...at).trim()
    return { unsaid: { said, source: misranked.source }, aside: [] }
  }
  const aside: string[] = []
  const first = Math.min(...matches.map(({ item }) => item.number.at[0]))
  const stated = matches.map(({ printed }) => printed.stated[0])
  const changes = stated.map(
    ({ figure }) => figure.change ?? (doingOf(foldPhrase(figure.indicator)) === null ? '' : '+'),
  )
  const isRising = changes.some((one) => one.startsWith('+')) && !changes.some((one) => one.startsWith('-'))
  const whole = foldPhrase(stated.map(({ passage, figure }) => passage.text + figure.indicator).join())
  const plain = (words: string): string => withoutNames(words, names)
  for (const { at, runs } of free) {
    const clause = text.slice(...at)
    const unsaid = { said: clause.trim(), source: '' }
    if (stated.some((one) => isNext(foldPhrase(clause), one))) continue
    if (dropsLimit(contentWords(plain(clause)), whole, text) !== null) return { unsaid, aside }
    const { none, weak } = weightsOf(runs, NOTHING_UNSAID)
    if (none + weak < MAX_FREE) {
      if (saysMore(plain(clause), { own: [], stated })) return { unsaid, aside }
      continue
    }
    const topic = withoutTrend(plain(clause), isRising)
    const isTrend = TREND.test(clause) || topic !== null || withoutTrend(plain(clause), true) !== null
    const left = runs
      .map(({ text: run, levels }) =>
        levels.map((level, place) => (level === 'none' ? run.charAt(place) : ' ')).join(''),
      )
      .join(' ')
    if (stated.every(({ report }) => isFraming(clause, left, report.year))) continue
    const isTopicTold =
      topic !== null &&
      missingWords(contentWords(topic), whole, (word) => searcher.wordings(word)).length === 0
    const isLead =
      !isTrend && at[1] <= first && !sharesThing(plain(clause), whole) && isLeadIn(left, text.charAt(at[1]))
    if (isLead || isTopicTold || isComment(plain(clause))) aside.push(clause.trim())
    else if (!(await standsIn(searcher, plain(clause).replace(/^,+/u, ''), stated))) return { unsaid, aside }
  }
  for (const at of clausesOf(text)) {
    const own = matches
      .filter(({ item }) => overlap(item.number.at, at))
      .map(({ printed }) => printed.stated[0])
    if (own.length === 0) continue
    const clause = text.slice(...at)
    const years = own.map((one) => otherYearsOf(one, typed)).find((other) => other !== null)
    if (years != null) return { unsaid: { said: clause.trim(), source: years }, aside }
    if (
      saysMore(plain(clause), { own, stated: own }) ||
      dropsLimit(contentWords(plain(clause)), whole, text) !== null
    )
      return { unsaid: { said: clause.trim(), source: '' }, aside }
  }
  return { unsaid: null, aside }
}

const TREND = /越来越|日益|日渐|逐[年步渐]/u

/** Who told it, where and when, but for names: 2020年1月11日向县人代会报告. `left`: what of the clause is told nowhere. */
function isFraming(clause: string, left: string, year: number): boolean {
  const years = clause.match(/(?:19|20)\d{2}(?=年)/gu) ?? []
  return (
    SAYS.test(clause) &&
    contentOf(left.replace(FRAME, ' ')).trim() === '' &&
    years.every((one) => Number(one) === year)
  )
}

const SAYS = /报告|介绍|透露|表示|交代|承诺|总结|宣布|写道|提到|指出|回顾|披露|[说称讲]$/u
const FRAME =
  /(?:19|20)\d{2}年|\d{1,2}[月日]|^\s*\d+\s*$|[副代]|总理|主席|[省市州县区]长|大会|会议?上?|人代|(?:全国)?人大|[一二三四五六七八九十]+[届次]|兼|[向在作时里]|这样|如此|专门|介绍|透露|表示|交代|承诺|总结|宣布|写道|提到|指出|回顾|披露|[说称讲]/gu

/** 整备土地352公顷，连续6年全市第一: the clause follows the figure as it is. */
function isNext(clause: string, { figure, passage }: StatedFigure): boolean {
  const behind = foldPhrase(passage.text.slice(figure.end, figure.end + 2 * clause.length)).replace(
    COMES_TO,
    '',
  )
  const words = clause.replace(/^(?:已经?|并且?|也|还)/u, '').replace(COMES_TO, '')
  return new RegExp(`^[,、]${escapePattern(words)}(?:[,、。;]|$)`, 'u').test(behind)
}

/** 累计17万座, of what the report has as 累计达17万座. */
const COMES_TO = /(?:达到?|为)(?=\d)/gu

/** Word for word somewhere in the reports. */
async function standsIn(
  searcher: Searcher,
  words: string,
  stated: readonly StatedFigure[],
): Promise<boolean> {
  for (const id of new Set(stated.map(({ report }) => report.id))) {
    const report = await searcher.report(id)
    if (report?.passages.some(({ text }) => foldPhrase(text).includes(words))) return true
  }
  return false
}
