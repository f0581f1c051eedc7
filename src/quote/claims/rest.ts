/** Tells whether what a text says beside its confirmed figures stands in the report that confirms them. */
import { loadIndicators } from '../../figures/indicators.ts'
import { withoutTimes } from '../../figures/time.ts'
import type { StatedFigure } from '../../search/backend.ts'
import type { Query } from '../../search/query/query.ts'
import type { Searcher } from '../../search/searcher.ts'
import { afterMark } from '../../text/after-mark.ts'
import { foldPhrase } from '../../text/normalizer.ts'
import { countWords } from '../alignment/units.ts'
import { findFigures } from '../numbers.ts'
import type { ClaimCheck } from './check-claim.ts'
import { isTold } from './comparison.ts'
import { tellPlainly } from './spoken.ts'
import { startStands } from './told-start.ts'

/** Shorter clauses say nothing of their own. */
const MIN_CLAUSE_WORDS = 4
/** Whose words, of when, and how sure: no report has them of itself. */
const FRAME =
  /据|根据|按照|政府工作报告|工作报告|报告|中?(?:显示|指出|提到|提出|表示|称|披露|介绍|说|数据|统计|公布)|(?:19|20)\d{2}年(?:度|底|末)?|全年|去年|今年|当年|同比|其中|分别|预期目标|主要|目标|计划|预计|提出|[县市州区省]政府|人民政府|是|为|吗|的|请问|核实|对吗|了/gu

/** What the report does not say: `said` by the text; `source`, where the report ranks it otherwise, else ''. */
export interface Unsaid {
  readonly said: string
  readonly source: string
}

/** 居全省第二, 位列榜首: said of the figure beside it. */
const RANK =
  /(?<of>全国|全[省市县区州疆]|全自治区|西部|中部|东部)?(?<rank>第[一二三四五六七八九十\d]+|首位|榜首|末位)/gu

/** 增速列全省第三, of a rank that the report gives. */
const RANKED = new RegExp(`(?:增速|增幅|总量|规模)?(?:[均位名]?[居列为]|排名?)*${RANK.source}`, 'gu')
const FIRST = /第一(?![二三四五六七八九十])|首位|榜首/u

interface Told {
  readonly claims: readonly ClaimCheck[]
  readonly query: Query
}

/** The first clause that does not; null when all do. Of a text in other words than a report's, what it says as it says it. */
export async function restStands(searcher: Searcher, text: string, told: Told): Promise<Unsaid | null> {
  const unsaid = await findUnsaid(searcher, tellPlainly(text), told)
  return unsaid === null || text.includes(unsaid.said) ? unsaid : { ...unsaid, said: text }
}

async function findUnsaid(searcher: Searcher, text: string, { claims, query }: Told): Promise<Unsaid | null> {
  const misranked = findMisranked(text, claims)
  if (misranked !== null && misranked.source !== '') return misranked
  const covered = claims.flatMap(({ claim }) => claim.figure.numbers)
  const told = sentencesOf(claims)
  const stretches = claims.flatMap(({ stated }) => (stated === null ? [] : [foldPhrase(stretchOf(stated))]))
  // 投资3.5亿元 is told of many; what is said beside it must be said beside it in the report.
  const isOfMany = claims.every(({ claim }) => loadIndicators().get(claim.figure.indicator) === undefined)
  const reports = new Set(claims.flatMap(({ stated }) => (stated === null ? [] : [stated.report.id])))
  const names = [...query.named, ...query.foreign].map((name) => foldPhrase(name))
  const figures = findFigures(text).filter(
    ([start, end]) =>
      !covered.some(([from, to]) => start < to && from < end) &&
      !claims.some(({ stated }) => stated !== null && startStands(text, [start, end], stated)),
  )
  for (const { clause, start } of clausesOf(text.replace(PLAN, ' $1 '))) {
    const end = start + clause.length
    const isConfirmed = covered.some(([from]) => from >= start && from < end)
    const isOpen = figures.some(([from]) => from >= start && from < end)
    const folded = foldPhrase(clause)
    const compared = COMPARED.exec(folded)?.[0]
    if (isAimTold(text, { clause: folded, start, told })) continue
    const isCompared =
      compared !== undefined &&
      !(isConfirmed && !isOpen && isTold(clause)) &&
      !told.some((sentence) => sentence.includes(compared))
    if (isConfirmed && !isOpen) {
      if (isCompared || (isOfMany && !isToldOf(beside(folded, claims, names), stretches)))
        return { said: clause, source: '' }
      continue
    }
    const plain = withoutTimes(names.reduce((left, name) => left.replaceAll(name, ''), folded))
    const own = (misranked === null ? plain.replace(RANKED, '') : plain).replace(FRAME, '')
    if (!isOpen && !isCompared && countWords(own) < MIN_CLAUSE_WORDS) continue
    if (isOfMany && stretches.some((stretch) => stretch.includes(folded))) continue
    if (isOfMany || !(await standsIn(searcher, folded, reports))) return { said: clause, source: '' }
  }
  return misranked
}

/** “十四五”末: its marks end no clause. */
const PLAN = /[“"](十[一二三四五]?五)[”"]/gu

/** A rank that the sentence of the figure does not give; its own one is what the report says. */
function findMisranked(text: string, claims: readonly ClaimCheck[]): Unsaid | null {
  const told = sentencesOf(claims)
  for (const { 0: said, groups } of text.matchAll(RANK)) {
    const rank = groups?.rank ?? ''
    const isSame = (sentence: string): boolean =>
      sentence.includes(rank) || (FIRST.test(rank) && FIRST.test(sentence))
    if (told.some((sentence) => isSame(sentence) && sentence.includes(groups?.of ?? ''))) continue
    const own = told.flatMap((sentence) => Array.from(sentence.matchAll(RANK)))
    const same = own.find((other) => other.groups?.of === groups?.of)
    return { said, source: same?.[0] ?? '' }
  }
  return null
}

/** 增长9%，高于6%以上的年度目标, beside （年度目标6%以上）. */
function isAimTold(
  text: string,
  {
    clause,
    start,
    told,
  }: { readonly clause: string; readonly start: number; readonly told: readonly string[] },
): boolean {
  const { aim } = AIM.exec(clause)?.groups ?? {}
  const own = /\d+(?:\.\d+)?(?=[^\d]*$)/u.exec(text.slice(0, start))?.[0]
  if (aim === undefined || own === undefined || Number(own) <= Number.parseFloat(aim)) return false
  return told.some((sentence) => sentence.includes(`目标${aim}`))
}

const AIM = /(?:高于|好于|快于|超过)(?<aim>\d[^的,年]{0,8}?)的?(?:全?年度?|预期|既定)*(?:目标|任务)/u

/** 低于目标, 高于全国平均水平: said of the figure, however short. */
const COMPARED = /(?:高于|低于|好于|快于|慢于|优于|劣于|大于|小于|多于|少于)[^\d]{0,8}/u
/** Words between a noun and its number, and around both. */
const PREDICATE =
  /全[省市县区州国年疆]|我[省市县区州]|[一二三四五六七八九十两近几\d]+年来?|以来|期间|时期|同比|比上年|达到?|实现|完成|增长|增加|下降|减少|提高到?|提升到?|下?降(?:低到?|[到至])|上?升[到至]|[增减][到至]|超过?|突破|约|近|余|多|以上|左右|以内|累计|共计?|总|用于?|占|总额|资金|力争|确保|争取|预期|年内|年[底末]|每人?每?[年月日]|保持|稳定|控制在?/gu

/** What a clause says beside its figure: 建设大洪纳海水库 of 投资3.5亿元建设大洪纳海水库. */
function beside(clause: string, claims: readonly ClaimCheck[], names: readonly string[]): string {
  const taken = [
    ...names,
    ...claims.flatMap(({ claim: { figure } }) => [figure.name, figure.indicator]),
    ...claims.flatMap(
      ({
        claim: {
          figure: { value, unit, change },
        },
      }) => [value, unit, change?.slice(1)],
    ),
  ].map((one) => foldPhrase(one ?? ''))
  return taken
    .filter((one) => one !== '')
    .sort((a, b) => b.length - a.length)
    .reduce((left, one) => left.replaceAll(one, ' '), withoutTimes(clause))
    .replace(FRAME, ' ')
    .replace(PREDICATE, ' ')
    .replace(/[^\p{sc=Han}]+/gu, ' ')
}

/** Verbs that say little: whether it is built or put up, the report may say otherwise. */
const DOING =
  /开工|建设|建成|新建|修建|实施|开展|推进|推动|改造|打造|启动|举办|落实|获得|取得|进行|主要|[的了等在将把]/gu

/** Whether each character stands there beside one of its neighbours: 白石水库 is not 青石水库. */
function isToldOf(words: string, told: readonly string[]): boolean {
  const runs = words
    .replace(DOING, ' ')
    .split(' ')
    .filter((run) => run.length > 1)
  return runs.length === 0 || told.length === 0 || told.some((text) => runs.every((run) => holds(text, run)))
}

function holds(text: string, run: string): boolean {
  return Array.from(run).every(
    (_, at) =>
      (at > 0 && text.includes(run.slice(at - 1, at + 1))) ||
      (at + 1 < run.length && text.includes(run.slice(at, at + 2))),
  )
}

/** The sentences of the figures that confirm, folded. */
function sentencesOf(claims: readonly ClaimCheck[]): string[] {
  return claims.flatMap(({ stated }) =>
    stated === null
      ? []
      : [foldPhrase(sentenceAround(stated.passage.text, stated.figure.start, stated.figure.end))],
  )
}

/** 总投资59亿元的…，总投资14亿元的…: what is told of one is not told of the next. */
function stretchOf({ figure, passage: { text } }: StatedFigure): string {
  const { start, end, name } = figure
  const from = afterMark(text, '。；;', start)
  const before = text.lastIndexOf(name, start - 1)
  const comma = before < from ? -1 : text.indexOf('，', before)
  const behind = text.slice(end).search(/[。；;]/u)
  const to = behind < 0 ? text.length : end + behind
  const next = text.indexOf(name, end)
  return text.slice(comma >= from && comma < start ? comma + 1 : from, next >= end && next < to ? next : to)
}

/** Between two stops: what follows a semicolon is told of the next figure. */
function sentenceAround(text: string, start: number, end: number): string {
  const from = afterMark(text, '。；;', start)
  const to = text.slice(end).search(/[。；;]/u)
  return text.slice(from, to < 0 ? text.length : end + to)
}

function clausesOf(text: string): { clause: string; start: number }[] {
  return Array.from(text.matchAll(/[^，,。；;：:！!？?、\n“”"]+/gu), ({ 0: clause, index }) => ({
    clause: clause.trim(),
    start: index,
  }))
}

async function standsIn(searcher: Searcher, clause: string, reports: ReadonlySet<string>): Promise<boolean> {
  for (const id of reports) {
    const report = await searcher.report(id)
    if (report?.passages.some(({ text }) => foldPhrase(text).includes(clause))) return true
  }
  return false
}
