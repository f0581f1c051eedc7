/** What a claim's number is told of otherwise than a report's, by what can be tell for sure: place, time, period, stage, direction, what is counted. */
import { doingOf } from '../../figures/doing-word.ts'
import { isListed } from '../../figures/indicators.ts'
import type { StatedFigure } from '../../search/backend.ts'
import { foldPhrase } from '../../text/normalizer.ts'
import type { Range } from '../../text/runs.ts'
import { afterMark, sentenceStart } from '../../text/sentences.ts'
import type { Wordings } from '../claims/account.ts'
import {
  type Conflict,
  limitConflictsOf,
  placeConflictOf,
  removalConflictsOf,
  scopeConflictsOf,
  timeConflictsOf,
} from '../claims/conflict.ts'
import { deedsIn, isRemoved, PRODUCED, removalIn, sayDeeds } from '../claims/deeds.ts'
import { wholeBeside } from '../claims/part-of-whole.ts'
import type { Claim } from '../claims/read-claims.ts'
import { isCommon } from '../claims/same-name.ts'
import { MARKS } from '../claims/stretch.ts'
import { isScopeBehind } from '../claims/sure.ts'
import { startStands } from '../claims/told-start.ts'
import type { SaidNumber } from './numbers.ts'
import type { Printed } from './printed.ts'
import { accountFor, NOTHING_TOLD, type Told } from './words.ts'

interface Pair {
  readonly text: string
  readonly number: SaidNumber
  /** The words of the number, folded. */
  readonly words: string
  readonly printed: Printed
  /** Indicators that claims of the text are known to mean. */
  readonly meant: readonly string[]
  readonly wordings: Wordings
  /** The figures of the passages near to the text. */
  readonly near: readonly StatedFigure[]
}

/** Of the figure that differs least; none where one does not differ. */
export function differencesOf(claim: Claim | undefined, pair: Pair): readonly Conflict[] {
  const { text, number, printed, near } = pair
  const [{ passage }] = printed.stated
  const isFrom = isStart(text, number.at)
  const other: Conflict = { kind: 'words', said: '', source: '' }
  if (isFrom !== isStart(passage.text, printed.number.at)) return [other]
  if (
    isFrom &&
    isYearSaid(text, number) &&
    !near.some((one) => isAfter(printed, one) && startStands(text, number.at, one))
  )
    return [other]
  if (isOwnerUnsaid(printed.told, pair)) return [other]
  if (claim === undefined) return []
  const all = printed.stated.map((stated) => [
    ...placesOf(claim, stated),
    ...(isFrom ? [] : timesOf(claim, stated, pair)),
    ...removalConflictsOf(claim, stated),
    ...limitConflictsOf(claim, stated),
    ...countedOf(claim, stated, pair),
    ...partsOf(claim, stated, pair),
  ])
  return all.sort((a, b) => a.length - b.length)[0] ?? []
}

/** Told as what it was before: 从2015年的20万亩. */
function isStart(text: string, [start]: Range): boolean {
  return FROM.test(text.slice(Math.max(0, start - FROM_WITHIN), start))
}

const FROM = /[从由](?:[^，,。；;：:\d到至]|(?:19|20)\d{2}年){0,14}$/u
const FROM_WITHIN = 24

/** 由2020年的2.1亿元. */
function isYearSaid(text: string, { at }: SaidNumber): boolean {
  return /[从由][^，,。；;]{0,4}(?:19|20)\d{2}年/u.test(text.slice(Math.max(0, at[0] - FROM_WITHIN), at[0]))
}

/** The figure that comes from there. */
function isAfter(
  { stated: [{ passage }], number: { at } }: Printed,
  { figure, passage: { id } }: StatedFigure,
): boolean {
  return (
    id === passage.id &&
    figure.numbers.some(([start]) => start > at[0]) &&
    sentenceStart(passage.text, figure.end) <= at[0]
  )
}

/** 投资2.6亿元 of a project of which the text says nothing: the first word of each clause says whose it is. */
function isOwnerUnsaid({ owner, name }: Told, { text, words, wordings }: Pair): boolean {
  if (owner === '') return false
  const isNamed = accountFor(words, { ...NOTHING_TOLD, own: foldPhrase(name) }, wordings).some(({ levels }) =>
    levels.includes('none'),
  )
  if (isNamed) return false
  const told = { ...NOTHING_TOLD, own: foldPhrase(text) }
  const firsts = owner
    .split(MARK)
    .flatMap((clause) => accountFor(clause, told, wordings).slice(0, 1))
    .filter((run) => !isCommon(run.text))
  return firsts.length > 0 && firsts.every(({ levels }) => levels[0] !== 'own')
}

const MARK = new RegExp(`[${MARKS}]`, 'u')

function placesOf(claim: Claim, stated: StatedFigure): Conflict[] {
  const { place } = claim
  const { figure, passage, report } = stated
  // 驰援武汉: of where the report tells itself.
  const isTold =
    place !== null &&
    !place.places.includes(report.place) &&
    figure.subject === null &&
    foldPhrase(passage.text).includes(foldPhrase(place.name))
  const other = isTold ? null : placeConflictOf(claim, stated)
  return other === null ? [] : [other]
}

function timesOf(claim: Claim, stated: StatedFigure, { text, number, near }: Pair): Conflict[] {
  const { scope, indicator } = stated.figure
  const isSumElsewhere =
    scope === null &&
    OF_YEARS.test(claim.figure.scope ?? '') &&
    near.some(
      ({ figure, report }) =>
        report.id === stated.report.id && figure.indicator === indicator && OF_YEARS.test(figure.scope ?? ''),
    )
  if (isSumElsewhere) return [{ kind: 'words', said: claim.figure.scope ?? '', source: '' }]
  // 五年 may be told at the head of the text, and of the figures behind a number.
  const isPeriodSaid =
    (OF_YEARS.test(text) && OF_YEARS.test(scope ?? '')) ||
    (scope === SUM && text.slice(afterMark(text, MARKS, number.at[0]), number.at[0]).includes(SUM))
  return [
    ...timeConflictsOf(claim, stated),
    ...(isPeriodSaid || number.isTimes || isScopeBehind(stated) ? [] : scopeConflictsOf(claim, stated)),
  ]
}

/** 增长31% of 城镇固定资产投资, where the whole grew by 18%. */
function partsOf(claim: Claim, stated: StatedFigure, { near }: Pair): Conflict[] {
  const whole = wholeBeside(
    claim,
    stated,
    near.filter(({ report }) => report.id === stated.report.id),
  )
  return whole === null ? [] : [{ kind: 'words', said: claim.figure.name, source: whole.figure.name }]
}

const SUM = '累计'
const OF_YEARS = /五年|(?<!\d)5年|十[一二三四]?五/u

/** Of one name with either: 总产 and 单产. */
const CONTRASTS = [
  ['总产', '单产'],
  ['进口', '出口'],
  ['城', '农'],
  ['城', '乡'],
  ['境内', '境外'],
  ['国内', '国外'],
  ['男', '女'],
  ['公办', '民办'],
  ['中学', '小学'],
  ['工业', '农业'],
] as const

function isInstead(said: string, told: string, words: string, { told: { own } }: Printed): boolean {
  return words.includes(said) && !own.includes(said) && own.includes(told) && !words.includes(told)
}

const ADDS = /新[增添上装]|净增|增[加长]|多[了出]|添/u
const LEVEL = /达到?|共有?|总[数量计]|累计|现有|拥有|保有/u

/** Another indicator; what there is, of what was added; what it came to, of by how much it fell; or another base. */
function countedOf({ figure: claimed }: Claim, { figure, passage }: StatedFigure, pair: Pair): Conflict[] {
  const [one, two] = [claimed.indicator, figure.indicator]
  const isMeant = pair.meant.includes(two)
  if (one !== two && !isMeant && isListed(one) && isListed(two))
    return [{ kind: 'words', said: one, source: two }]
  const { text, number, printed, words } = pair
  const before = (of: string, { at }: SaidNumber): string => of.slice(afterMark(of, MARKS, at[0]), at[0])
  const [said, told] = [
    text.slice(afterMark(text, '，,。；;：:', number.at[0]), number.at[0]),
    before(passage.text, printed.number),
  ]
  const contrast = CONTRASTS.find(
    ([a, b]) => isInstead(a, b, words, printed) || isInstead(b, a, words, printed),
  )
  if (contrast !== undefined) return [{ kind: 'words', said: contrast[0], source: contrast[1] }]
  const [by, to] = [BY, TO].map((way) => [way.test(said), way.test(told)] as const)
  if ((by?.[0] && to?.[1]) || (by?.[1] && to?.[0])) return [{ kind: 'words', said, source: told }]
  if (number.isTimes) {
    const [base, own] = [said, told].map((words) => BASE.exec(words)?.[1])
    return base === undefined || base === own ? [] : [{ kind: 'words', said: base, source: own ?? '' }]
  }
  const removal = removalIn(`${foldPhrase(two)}1`)
  if (removal !== null && !isRemoved(text)) return [{ kind: 'words', said: '', source: removal }]
  // 卖出 of what the report has as 总产.
  const isMeasured =
    MEASURED.test(foldPhrase(two)) && deedsIn(words).length > 0 && !sayDeeds(deedsIn(words), PRODUCED)
  if (isMeasured) return [{ kind: 'words', said: words, source: two }]
  if (isListed(two) && number.sign !== printed.number.sign) return [{ kind: 'figure', said, source: told }]
  if (/%|百分点/u.test(number.quantity.unit) || isListed(two)) return []
  const isAdded = doingOf(foldPhrase(two)) === 'added' && !TOTAL.test(told)
  const isSaid = !RISEN.test(said) && !/比/u.test(said) && (number.sign === '+' || ADDS.test(said))
  const isTold =
    printed.number.sign === '+' ||
    ADDS.test(told) ||
    (!TOTAL.test(told) &&
      [two, told].some(
        (words) => doingOf(foldPhrase(words)) !== null || deedsIn(foldPhrase(words)).length > 0,
      ))
  if (isSaid && !isTold) return [{ kind: 'words', said: '新增', source: '' }]
  const isDoneSaid =
    deedsIn(foldPhrase(text.slice(sentenceStart(text, number.at[0]), number.at[1]))).length > 0
  return isAdded && !isSaid && (LEVEL.test(said) || !isDoneSaid)
    ? [{ kind: 'words', said: '', source: '新增' }]
    : []
}

const MEASURED = /产量|总产/u
/** 累计达到973座 behind what was added. */
const TOTAL = /^(?:累计|总[数量计]|共|达到?|现有|拥有)/u
/** 削减了421项, and 削减到421项. */
const BY = /[减降压削缩增升涨][减少低加长高]?了?$/u
const TO = /[到至]了?(?:约|近|超过?)?$/u
/** 增加到360家. */
const RISEN = /(?:增[加长]?|提高|上升|升|扩大?)[到至]/u
/** 是2016年的2倍, 比2016年增加1倍. */
const BASE = /[是为比较于][^，,。；;]{0,8}?((?:19|20)\d{2}年|十[一二三四]?五|五年前|[上去]年)[^，,。；;]*$/u
