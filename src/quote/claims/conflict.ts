/** What a claim says otherwise than a report: of another place, year or period, planned or done, or another stage of a deed. */
import { firstNumber } from '../../figures/figure.ts'
import { calendarOf } from '../../figures/section-frame.ts'
import type { ReportSummary, StatedFigure } from '../../search/backend.ts'
import { foldPhrase } from '../../text/normalizer.ts'
import { readNumeral } from '../../text/numeral.ts'
import { afterMark, beforeMark, sentenceAround, sentenceStart } from '../../text/sentences.ts'
import { deedsIn, removalIn } from './deeds.ts'
import { isSameLimit, limitsIn } from './figure-parts.ts'
import { isPartOfPlace } from './part-of-whole.ts'
import type { Claim } from './read-claims.ts'
import { isToldBefore } from './same-name.ts'
import { inItem, MARKS } from './stretch.ts'

/** One way in which what is said is not what a report says. */
export interface Conflict {
  readonly kind: 'place' | 'year' | 'kind' | 'bound' | 'figure' | 'words'
  readonly said: string
  readonly source: string
}

/** Of whose figure it is. */
export function placeConflictOf(
  { place, figure: claimed }: Claim,
  { figure, passage, report }: StatedFigure,
): Conflict | null {
  const own = figure.subject
  // 上海市 is read as 上 and 海市: a part of the place's name is nobody else.
  const isPart = claimed.subject !== null && place?.name.includes(claimed.subject) === true
  // 全国户籍人口城镇化率 of the State Council's report: the nation's own.
  const isNations = report.level === '国' && /^(?:全国|我国|中国)$/u.test(claimed.subject ?? '')
  const subject = isPart || isNations ? null : claimed.subject
  const said = place?.name ?? subject ?? ''
  if (place !== null && own !== null && isOneOf(own, place)) return null
  const isReports = place === null || place.places.includes(report.place)
  if (place?.places.length === 0 && tellsOf(place.name, { figure, passage })) return null
  if (!isReports) return { kind: 'place', said, source: own ?? report.place }
  if (
    subject === own ||
    (own !== null && subject !== null && (subject.includes(own) || own.endsWith(subject)))
  )
    return null
  // 青禾集团产值7.5亿元: named in the claim, if not read as whose it is.
  if (own !== null && foldPhrase(claimed.quote).includes(own)) return null
  // 中心城区…，绿化覆盖率35%: told of it in the sentence, if not beside the name.
  if (own === null && subject !== null && isToldBefore(foldPhrase(subject), { figure, passage })) return null
  return { kind: 'place', said: subject ?? said, source: own ?? report.place }
}

/** 合肥开行班列909列, of a town whose report nobody has, in the province's: the clause of the figure names the place itself. */
function tellsOf(
  name: string,
  { figure, passage: { text } }: Pick<StatedFigure, 'figure' | 'passage'>,
): boolean {
  const [at] = firstNumber(figure)
  return foldPhrase(text.slice(afterMark(text, '，。；！？', at), at)).includes(foldPhrase(name))
}

/** 徐水经济开发区 is a part of 徐水. */
function isOneOf(subject: string, { name, places }: Claim['place'] & object): boolean {
  return [name, ...places].some(
    (one) => subject.includes(one) && !isPartOfPlace(subject.slice(subject.indexOf(one) + one.length)),
  )
}

/** Of the period: a year, or years together. */
export function scopeConflictsOf(
  { figure: claimed, year, base, source }: Claim,
  { figure, passage, report }: StatedFigure,
): Conflict[] {
  // 今后五年, in the heading alone.
  const isHeaded = figure.scope === null && isOfYearsTogether({ figure, passage })
  if (sortOf(claimed.scope) === 'period' && OF_YEARS.test(claimed.scope ?? '') && isHeaded) return []
  // Said of no time at all.
  const isUndated = year === null || isOfReport({ year, source }, report)
  if (isUndated && claimed.scope === null && sortOf(figure.scope) === 'period') return []
  // 比2009年 is no base of 比2005年.
  const [ownBase, saidBase] = [figure.scope, claimed.scope].map((scope) => BASE_YEAR.exec(scope ?? '')?.[0])
  if (ownBase !== undefined && saidBase !== undefined && ownBase !== saidBase)
    return [{ kind: 'words', said: claimed.scope ?? '', source: figure.scope ?? '' }]
  // A比2020年下降65%，B下降58%: the base may be that of both.
  if (claimed.scope === null && base !== null && figure.scope === base) return []
  // 2020年年均增长5.4%: a mean is none of one year.
  if (isSameScope(claimed.scope, figure.scope) && !MEAN_OF_YEAR.test(claimed.quote)) return []
  return [{ kind: 'words', said: claimed.scope ?? '', source: figure.scope ?? '' }]
}

const OF_YEARS = /五年|[“"]?十[一二三四]?五[”"]?/u
/** Whether a heading tells of five years, and the figure's sentence of no single one. */
export function isOfYearsTogether({ figure, passage }: Pick<StatedFigure, 'figure' | 'passage'>): boolean {
  const { text, section } = passage
  return OF_YEARS.test(section.join()) && !OF_YEAR.test(sentenceAround(text, figure.start, figure.end))
}

/** What tells of a year, and not of years together. */
export const OF_YEAR = /\d{4}年|[去今]年|全年|当年|同比|比上年/u

/** Behind 比. */
const BASE_YEAR = /(?<=^[比较与同跟对])(?:19|20)\d{2}/u

const MEAN_OF_YEAR = /^[^\d至到—-]{0,16}(?:19|20)\d{2}年(?![来间以底末])[^\d,，五]*(?:年均|平均每年)/u

type Timed = Pick<Claim, 'year' | 'kind'> & { readonly source?: Claim['source'] | undefined }

/** Of year and kind. */
export function timeConflictsOf(claim: Timed, stated: StatedFigure): Conflict[] {
  const { kind } = stated.figure
  const year = yearConflict(claim, stated)
  const own: Conflict[] = year === null ? [] : [year]
  if (claim.kind === null || claim.kind === kind) return own
  return [...own, { kind: 'kind', said: KINDS[claim.kind], source: KINDS[kind] }]
}

const KINDS = { actual: '实绩', target: '目标' } as const

function yearConflict({ year, source }: Timed, { figure, report }: StatedFigure): Conflict | null {
  // 去年, in the report of 2016: no other report's 去年.
  if (year?.is !== 'named' && source != null && report.year !== source)
    return { kind: 'year', said: `${source}年`, source: `${report.year}年` }
  if (year === null) return null
  if (isOfReport({ year, source }, report) && figure.year === calendarOf(report).plans - 1) return null
  const meant = year.is === 'named' ? year.year : calendarOf(report).plans + year.year
  return figure.year === meant ? null : { kind: 'year', said: `${meant}年`, source: `${figure.year}年` }
}

/** 2016年报告: the year is that of the report, which tells of the one before. */
function isOfReport({ year, source }: Pick<Timed, 'year' | 'source'>, report: ReportSummary): boolean {
  return year?.is === 'named' && year.year === source && report.year === source
}

/** A sum or mean over years is not a year's figure; how the period is called does not matter. */
function isSameScope(a: string | null, b: string | null): boolean {
  return sortOf(a) === sortOf(b)
}

function sortOf(scope: string | null): string {
  if (scope === null) return ''
  if (/年均|平均|递增/u.test(scope)) return 'mean'
  if (/半年|季度|月/u.test(scope)) return firstMonths(foldPhrase(scope))
  return 'period'
}

/** 前11个月, 1—11月 and 1至11月 are the same months, 上半年 the first six. */
function firstMonths(part: string): string {
  const [, printed = ''] =
    /^(?:前|[1一]月?[-—–―~至到])([\d一二三四五六七八九十]+)(?:个?月份?)?$/u.exec(part) ?? []
  const quarters = /^(?:第?(?=一)|前)([一二三1-3])个?季度$/u.exec(part)?.[1]
  const months =
    part === '上半年' ? 6 : quarters === undefined ? readNumeral(printed) : 3 * (readNumeral(quarters) ?? 0)
  return months === null ? part : `1-${months}`
}

/** Of which ones are counted: 亿元以上项目8个 are none of 千万元以上, nor all of them. */
export function limitConflictsOf(
  { around: { limits, all } }: Claim,
  { figure, passage: { text } }: StatedFigure,
): Conflict[] {
  const [at] = firstNumber(figure)
  const start = sentenceStart(text, at)
  const told = limitsIn(
    text.slice(start, beforeMark(text, MARKS, at)),
    figure.numbers.map(([from, to]) => [from - start, to - start]),
  )
  const beside = told.filter((one) => one.at[0] >= afterMark(text, MARKS, at) - start)
  // 亿元以上项目63个、总投资410亿元.
  const own = beside.length > 0 ? beside : told.slice(-1)
  const other = limits.find((one) => !own.some((known) => isSameLimit(one, known)))
  if (other !== undefined) return [{ kind: 'words', said: other.printed, source: own.at(-1)?.printed ?? '' }]
  const dropped = beside.find((known) => !all.some((one) => isSameLimit(one, known)))
  return dropped === undefined ? [] : [{ kind: 'words', said: '', source: dropped.printed }]
}

/** 关闭煤矿12家 is not how many there are. */
export function removalConflictsOf({ around }: Claim, stated: StatedFigure): Conflict[] {
  if (around.isRemoved) return []
  const removal = inItem(stated, (words) => (deedsIn(words).length > 0 ? [removalIn(words)] : null))?.[0]
  return removal == null ? [] : [{ kind: 'words', said: '', source: removal }]
}

/** How far along a deed is told to be: 开工建设道路110条 is not 建成道路110条, nor 签约 either. */
const STAGES = {
  coming: /(?:即将|将要?)(?:开工|动工|开建|启动|建成|竣工|完工|通车|投用|投产|投入)/gu,
  agreed: /签约|签订|立项|谋划|申报/gu,
  begun: /开工(?!率)|动工|开建|奠基|启动(?!区|资金)|在建|续建|推进|推动|加快/gu,
  done: /建成|修成|盖成|建好|修好|盖好|落成|竣工|完工|完成(?!率)|通车|投用|投入(?:使用|运营|运行)|投产|交付/gu,
} as const
type Stage = keyof typeof STAGES

/** A text that tells of another stage than what a report tells of the same thing, where both tell of one. Both are folded. */
export function otherStageIn(said: string, told: string): Conflict | null {
  return otherStage(stagesIn(said), stagesIn(told))
}

type Stages = ReadonlyMap<Stage, string>

function otherStage(said: Stages | null, told: Stages | null): Conflict | null {
  if (said === null || told === null || [...said.keys()].some((stage) => told.has(stage))) return null
  return { kind: 'words', said: wordsOf(said), source: wordsOf(told) }
}

/** With a mark for each word that tells of a stage. */
export function withoutStages(folded: string): string {
  return Object.values(STAGES).reduce((rest, stage) => rest.replace(stage, ','), folded)
}

function wordsOf(stages: Stages): string {
  return [...stages.values()].join('、')
}

/** 建成后将惠及: what comes when it is built. */
const NOT_YET = new RegExp(`(?:建成|竣工|投产|通车|投用)(?:之?后|以后)|${STAGES.coming.source}`, 'gu')

/** The words that tell of a stage, the last of each; null where none does. */
function stagesIn(text: string): Stages | null {
  const stages = Object.keys(STAGES) as Stage[]
  const reached = text.replace(NOT_YET, '')
  const found = stages.flatMap((stage): [Stage, string][] => {
    const last = (stage === 'coming' ? text : reached).match(STAGES[stage])?.at(-1)
    return last === undefined ? [] : [[stage, last]]
  })
  return found.length === 0 ? null : new Map(found)
}
