/** Turns a sentence into the claims that it makes: each figure with the place, year and kind that the sentence gives it. */
import type { Figure, Kind } from '../../figures/figure.ts'
import { readStatement, type StatedHere } from '../../figures/read-statement.ts'
import type { Query } from '../../search/query/query.ts'
import { fold, foldPhrase, originalRange } from '../../text/normalizer.ts'
import { escapePattern } from '../../text/occurrences.ts'
import { shortName } from '../../text/place-name.ts'
import { afterMark, beforeMark } from '../../text/sentences.ts'
import { WHETHER } from '../asked-whether.ts'
import { type Around, aroundOf, type FigurePart, readParts } from './figure-parts.ts'
import { tellComparisons, tellPlainly } from './spoken.ts'
import { isStart } from './told-start.ts'
import { findUnread } from './unread-numbers.ts'

/** Whose figures a sentence speaks of. */
export interface ClaimedPlace {
  /** As typed. */
  readonly name: string
  /** Full names as in the catalog; empty for a place that no report is of. */
  readonly places: readonly string[]
}

export interface Claim {
  readonly figure: Figure
  /** Its numbers one by one. */
  readonly parts: readonly FigurePart[]
  /** null where the text names none. */
  readonly place: ClaimedPlace | null
  readonly year: StatedHere['year']
  /** null where it is neither said nor to be taken from a place or year that is named: what is told of one is told as done. */
  readonly kind: Kind | null
  /** 比2020年, told of a figure before it in the sentence: this one may be measured from then, too; null where none is. */
  readonly base: string | null
  readonly around: Around
  /** Year of the report that the text names as where it is told: 石河县2016年报告; null where it names none. */
  readonly source: number | null
}

/** What a sentence takes from those before it where it does not say it itself. */
export interface Carried {
  readonly place: ClaimedPlace | null
  readonly year: StatedHere['year']
  readonly kind: Kind | null
}

export interface ClaimContext {
  /** Default: nothing. */
  readonly carried?: Carried
  /** The places whose reports tell of the country. Default: none. */
  readonly nation?: readonly string[]
}

export const NOTHING_CARRIED: Carried = { place: null, year: null, kind: null }

/** What a question adds to a statement: 增长了8%吗. */
const ASKED = new RegExp(`(?:${WHETHER}|是?[吗么嘛吧])?[\\s?？。!！]*$`, 'u')
/** 2023年收成怎么样？产量12万吨: the answer is of the year that is asked about. */
const ASKED_BEFORE = /[?？](?=[^?？]*\d)/gu
/** Done or not: 预计增长8% is told in reviews and in plans, and so are 安排项目8个, 争取债券资金5亿元 and 控制在3%以内. */
const OPEN = /预计|争取|安排|实事|排[了出定]|控制在(?!了)[^,，。；]{1,12}(?:以内|以下|之内|左右)/u
/** What a report puts forward is a plan or a result. */
const REPORTED = /(?:提出|明确|要求)(?=[^,，。；]*[,，:：]|[^,，。；]{0,16}(?:增长|达到|下降|减少|提高))/u
const BASE = /^[比较与同跟对]/u
export const PLANNED =
  /目标|预期(?!寿命)|计划(?!项目|生育)|规划(?!总投资|面积|范围|建筑)|承诺|未来|今后|[盼期]着|盼望|期望|希望|预算(?:草案)?(?:规定|安排|确定)|力争|拟|将要|打算|准备(?![金率])|(?<![需重主首只纲概摘纪政来前])要(?![求素点闻是])|(?<![思理设联感梦猜回])想(?![象法到起])|(?<![规法一固稳特指制认确决评鉴])定[下的]/u
/** 把…列为主要预期目标. */
const PLAN_BEHIND = /(?:列为|作为|定为)[^，,。；;\d]{0,8}(?:目标|任务)$/u
/** 按照1956年的计划，招生16万人; what has been fulfilled is done. */
const PLAN_LEAD =
  /^(?!.{0,8}(?:完成|实现|落实|执行|超额))(?:[^，,。；;：:\d]|(?:19|20)\d{2}年)*(?:计划|规划|预算|纲要)(?:草案)?(?:规定|提出|要求|确定|安排)?[，,]/u
/** 投资千万元以上的项目 tells which ones are meant. */
const ATTRIBUTE = /^(?:以上|以下|以内)的(?!目标|增[速长幅]|速度|水平)/u

/** Marks around a statement, not around a name or what has words left out: “2024年收入分别增长9%、6%”. */
const QUOTED = /[“"「](?=[^“”"「」…]{0,40}\d)[^“”"「」…]{12,}[”"」]/gu

export function readClaims(
  text: string,
  query: Query,
  { carried = NOTHING_CARRIED, nation = [] }: ClaimContext = {},
): Claim[] {
  const { said, plain, source, mentions } = readFrame(text, query, nation)
  const stated = readStatement(tellComparisons(plain.replace(ASKED_BEFORE, '，')))
  let year = carried.year
  let base: string | null = null
  /** Where the plan ends that goes on: 想接待游客60万人次，收入做到5亿元. */
  let planEnd: number | null = null
  const claims = stated.flatMap(({ figure, year: own, kind }): Claim[] => {
    const parts = readParts(figure, said)
    if (parts.length === 0 || ATTRIBUTE.test(said.slice(figure.numbers.at(-1)?.[1]))) return []
    const name = said.lastIndexOf(figure.name, figure.numbers[0]?.[0])
    const place =
      mentions.findLast(({ start }) => start < (name < 0 ? figure.start : name)) ??
      mentions[0] ??
      carried.place
    const before = base
    if (figure.scope !== null) base = BASE.test(figure.scope) ? figure.scope : null
    const isPlanned =
      kind === null &&
      (isOfPlan(plain, figure.start, figure.end) ||
        (planEnd !== null && (own?.year ?? year?.year) === year?.year && goesOn(said, planEnd, figure)))
    planEnd = isPlanned || kind === 'target' ? figure.end : null
    // A plan without a year of its own is not one of the year told of before.
    const told = own ?? lastOfYears(said) ?? (kind === 'target' && carried.kind !== 'target' ? null : year)
    // 由2018年的20万亩增加到26万亩: the year of the start is not that of the end.
    if (!isStart(said, figure.numbers[0] ?? [0, 0])) year = told
    const isOpen = OPEN.test(said.slice(0, figure.end + 4)) || REPORTED.test(said.slice(0, figure.end))
    const isTold = (place !== null || told !== null) && !isOpen
    return [
      {
        figure,
        parts,
        place,
        year: told,
        base: before,
        around: aroundOf(said, figure),
        source: yearOfSource(source, said),
        kind:
          (isOpen && kind === 'actual' && !/已|了/u.test(figure.quote) ? null : kind) ??
          (isPlanned ? 'target' : (carried.kind ?? (isTold ? 'actual' : null))),
      },
    ]
  })
  return claims.map((claim, at) => withTimeOf(claim, claims[at + 1], said, mentions))
}

/** 截至2016年的五年间: the year that ends them. */
function lastOfYears(said: string): StatedHere['year'] {
  const year = /(?:截至|截止|到)((?:19|20)\d{2})年[底末]?的[这前近过去]{0,2}[五5]年/u.exec(said)?.[1]
  return year === undefined ? null : { is: 'named', year: Number(year) }
}

/** 投资2.29亿元，石河县2024年拟新建…: what stands before the place is of the time of what is told of it. */
function withTimeOf(
  claim: Claim,
  next: Claim | undefined,
  said: string,
  mentions: readonly Mention[],
): Claim {
  const { end } = claim.figure
  const [place] = mentions
  if (next === undefined || place === undefined || claim.year !== null || place.start < end) return claim
  if (place.start > next.figure.start || /[。；;！!？?]/u.test(said.slice(end, place.start))) return claim
  return { ...claim, year: next.year, kind: next.kind }
}

/** What is stated, without the question behind it, the report that it is said to be of, and whose figures it may tell of. */
export function readFrame(text: string, query: Query, nation: readonly string[]) {
  const open = text.replace(QUOTED, (whole: string) => ` ${whole.slice(1, -1)} `)
  const said = open.slice(0, ASKED.exec(open)?.index ?? open.length)
  const source = SOURCE.exec(said)
  const mentions = findOwners(said, source, findPlaces(said, query, nation))
  // 保定的, which sets no aim.
  return { said, plain: withoutNames(said, [...mentions, ...findEchoes(said, mentions)]), source, mentions }
}

/** 据石河县政府工作报告，2023年石河…, or 该县…: the place that is named as whose report it is, named again. */
function findEchoes(said: string, mentions: readonly Mention[]): Pick<Mention, 'start' | 'end'>[] {
  const reported = mentions.filter(({ end }) => REPORTED_BY.test(said.slice(end)))
  const names = reported.flatMap(({ name }) => [name, shortName(name)]).map(escapePattern)
  const again = names.length === 0 ? OF_IT : `${OF_IT}|${BEGINS_CLAUSE}(?:${names.join('|')})`
  return mentions.length === 0
    ? []
    : Array.from(said.matchAll(new RegExp(again, 'gu')), ({ 0: name, index }) => ({
        start: index,
        end: index + name.length,
      }))
}

const REPORTED_BY = /^[^，,。；;\d]{0,16}(?:报告|介绍|[省市县区州旗]长|主席|总理)[^，,。；;\d]{0,12}[，,：:]/u
const OF_IT = '该[省市县区州旗](?!级)'
const BEGINS_CLAUSE = '(?<=[，,。；;：:\\s]|[年间来末底])'

/** The numbers that no claim takes up, as claims of figures without a name. */
export function readUnread(
  text: string,
  query: Query,
  { carried = NOTHING_CARRIED, nation = [], read }: ClaimContext & { readonly read: readonly Claim[] },
): Claim[] {
  const { said, plain, source, mentions } = readFrame(text, query, nation)
  const taken = read.flatMap(({ figure }) => figure.numbers)
  return findUnread(plain, taken).flatMap(({ figure, year: own }): Claim[] => {
    const parts = readParts(figure, said)
    if (parts.length === 0) return []
    const place = mentions.findLast(({ start }) => start < figure.start) ?? mentions[0] ?? carried.place
    const year = own ?? carried.year
    const isTold = (place !== null || year !== null) && !OPEN.test(said)
    const kind = PLANNED.test(plain) ? 'target' : (carried.kind ?? (isTold ? 'actual' : null))
    return [
      {
        figure,
        parts,
        place,
        year,
        base: null,
        around: aroundOf(said, figure),
        kind,
        source: yearOfSource(source, said),
      },
    ]
  })
}

/** By its clause, or by what stands before the colon: 今年给自己定的任务：新增就业60万人，…. */
function isOfPlan(said: string, start: number, end: number): boolean {
  const head = said.slice(0, start).match(/^.*[：:]/su)?.[0] ?? ''
  const clause = said.slice(
    afterMark(said, '，,。；;：:', start),
    Math.min(end + 4, beforeMark(said, '，,。；;：:', end)),
  )
  return PLANNED.test(clause) || PLAN_BEHIND.test(said) || PLANNED.test(head) || PLAN_LEAD.test(said)
}

/** Nothing between the end of a plan and a figure ends its sentence, or says of the figure that it is done. */
function goesOn(said: string, from: number, { end }: Figure): boolean {
  return !/[。；;！!]|已|(?<![，,])完成|实际|了(?=\d)/u.test(said.slice(from, end))
}

const SOURCE = /(?<year>(?:19|20)\d{2})年(?:\d+[月日])*[的度]?(?:国务院|(?:人民)?政府)?的?(?:工作)?报告/u

/** null where it is named again, apart from the report: then it is that of the figures. */
function yearOfSource(source: RegExpExecArray | null, said: string): number | null {
  const { year = '' } = source?.groups ?? {}
  return year !== '' && said.split(`${year}年`).length === 2 ? Number(year) : null
}

/** Where the text names the report, the places that no report is of are only what it tells of: 西坪机场…，石河县2016年报告里说. */
function findOwners(
  text: string,
  source: RegExpExecArray | null,
  mentions: readonly Mention[],
): readonly Mention[] {
  const known = mentions.filter(({ places }) => places.length > 0)
  const isNamed = known.some(
    ({ end }) =>
      source !== null && end <= source.index && /^[省市县区州]?的?$/u.test(text.slice(end, source.index)),
  )
  return isNamed ? known : mentions
}

/** What asks for a figure states none, even with one in it: 哪些县旅游收入超过40亿元; nor does what asks which of two it is. */
const ASKS =
  /还是.{1,8}[?？啊呢\s]*$|多少|几|哪|谁|什么|怎|如何|对比|比较|排名|以上的|以下的|超过.{0,12}的[县市州区]/u

/** True for a text that states a figure of a place that the corpus has: 昭苏县2024年GDP增长了8%吗. */
export function statesClaim(text: string, query: Query): boolean {
  if (ASKS.test(text)) return false
  const told = tellPlainly(text, query.named)
  return readClaims(told, query).some(
    (claim) =>
      claim.place !== null && claim.place.places.length > 0 && (/\d/u.test(text) || !isName(told, claim)),
  )
}

/** 自治区十件民生实事: a number in words beside nothing but whose and of what it is, and no verb, names a thing. */
function isName(told: string, { figure, parts, place }: Claim): boolean {
  const words = [place?.name ?? '', figure.name, ...parts.map(({ printed }) => printed)]
  return words.reduce((rest, word) => rest.replace(word, ''), told).replace(/[\p{P}\s的]/gu, '') === ''
}

/** With spaces for the names, so that every place in the text stays where it is: 新疆维吾尔自治区 is no part of an indicator's name. */
function withoutNames(text: string, mentions: readonly Pick<Mention, 'start' | 'end'>[]): string {
  return mentions.reduce(
    (left, { start, end }) => left.slice(0, start) + ' '.repeat(end - start) + left.slice(end),
    text,
  )
}

export interface Mention extends ClaimedPlace {
  /** `[start, end)` in the text. */
  readonly start: number
  readonly end: number
}

/** The places that a text names, in its order. */
export function findPlaces(
  text: string,
  { named, foreign, preferences }: Query,
  nation: readonly string[],
): Mention[] {
  const folded = fold(text)
  const find = (name: string, places: readonly string[]): Mention[] => {
    const at = folded.text.indexOf(foldPhrase(name))
    if (at < 0 || ZONE.test(folded.text.slice(at + foldPhrase(name).length))) return []
    const [start, end] = originalRange(folded, at, at + foldPhrase(name).length)
    return [{ name, places, start, end }]
  }
  const meant = (name: string): string[] => {
    const short = foldPhrase(name)
    const own = preferences.places.filter((place) => {
      const full = foldPhrase(place)
      return full.includes(short) || short.includes(full) || short.includes(shortName(place))
    })
    return own.length > 0 ? own : [...preferences.places]
  }
  if (named.length + foreign.length === 0) {
    const country = NATION.exec(text)
    if (country === null) return unlisted(text)
    return [
      { name: country[0], places: nation, start: country.index, end: country.index + country[0].length },
    ]
  }
  // 自治区级企业: the word for a level is no name where a place is named.
  const sure = named.filter((name) => !/^(?:自治区|国务院)$/u.test(name))
  return [
    ...[...new Set(sure.length > 0 ? sure : named)].flatMap((name) => find(name, meant(name))),
    ...[...new Set(foreign)].flatMap((name) => find(name, [])),
  ].sort((a, b) => a.start - b.start)
}

/** 霍尔果斯经济开发区, 上海港 is whose figure it is, not the place. */
const ZONE = /^(?:经济|高新)?(?:技术)?(?:产业)?(?:开发区|兵团|高新区|经开区|港(?![口澳资]))/u

/** What may stand before the place that a sentence and those behind it tell of. */
const BEFORE_PLACE = /^(?:据|根据|在|[\d零〇一二三四五六七八九]{4}年(?:度|底|末)?|今年|去年|[\s,，“"《#*])*$/u

/** The place that a sentence opens with; null when it opens with none. */
export function leadingPlace(text: string, mentions: readonly Mention[]): ClaimedPlace | null {
  const lead = mentions.filter(
    ({ start, name }) => BEFORE_PLACE.test(text.slice(0, start)) && name !== '自治区',
  )
  const { name, places } = lead[0] ?? { name: '', places: [] }
  return places.length === 0 ? null : { name, places }
}

/** Without another place beside it: 高于全国 tells of another, and so does 占全国八成. */
const NATION = /(?<![占居列于比])(?:全国|我国|中国)/u

/** A place that no list has: 据北山市政府工作报告. */
const UNLISTED =
  /(?<![\p{sc=Han}]|\d年)(?:根?据|按照?|在)?([\p{sc=Han}]{1,6}?(?:自治区|自治州|自治县|[省市县区州旗]))(?=(?:人民)?政府|的?(?:工作)?报告|[,，]|20\d\d|去年|今年)/u
const OWN = /^[全我本各该一两]/u

function unlisted(text: string): Mention[] {
  const found = UNLISTED.exec(text)
  const name = found?.[1] ?? ''
  const start = (found?.index ?? 0) + (found?.[0].length ?? 0) - name.length
  return name.length < 2 || OWN.test(name) ? [] : [{ name, places: [], start, end: start + name.length }]
}
