/** Tells whether the part of the report that a passage stands in looks back or ahead, and on which year. */
import { isGlossaryHeading } from '../corpus/heading.ts'
import type { Report } from '../corpus/report.ts'
import { foldPhrase } from '../text/normalizer.ts'
import type { Kind } from './figure.ts'
import { planEnd, yearOf } from './time.ts'

/** What a figure of the passage is when nothing nearer says otherwise. */
export interface Frame {
  readonly kind: Kind
  readonly year: number
  /** Not a part of the speech: a glossary, of which figures explain words. */
  readonly isGlossary: boolean
  /** 上半年, where the heading says that the section tells of a part of the year only. */
  readonly part: string | undefined
  /** 五年来, 未来五年, where the part or paragraph tells of years together: its sums are theirs. */
  readonly period: string | undefined
  /** True for a text of its own: what its words do not say of time and kind, nothing around it says. */
  readonly isOpen: boolean
}

export function makeFrame(kind: Kind, year: number): Frame {
  return { kind, year, isGlossary: false, part: undefined, period: undefined, isOpen: false }
}

/** The years by which a report says 今年 and 去年. */
export interface Calendar {
  readonly today: number
  readonly reviews: number
  readonly plans: number
}

export function calendarOf(report: Dated): Calendar {
  const plans = report.plans ?? report.year
  const reviews = report.reviews ?? plans - 1
  // A report of December looks back on the year in which it is given.
  const given = Number(report.date.slice(0, 4))
  return { today: given === reviews && given > 0 ? reviews : plans, reviews, plans }
}

type Dated = Pick<Report, 'year' | 'plans' | 'reviews' | 'date'>

/** The frame that the headings and the words of one passage tell by themselves, without those before it. */
export function frameAlone(passage: Report['passages'][number], report: Dated): Frame | undefined {
  return frameSections({ ...report, passages: [passage] }).at(0)
}

/** A frame for each passage, in their order. */
export function frameSections(
  report: Dated & Pick<Report, 'passages'>,
  calendar = calendarOf(report),
): Frame[] {
  let frame = makeFrame('actual', calendar.reviews)
  let path: readonly string[] = []
  // The years together that the headings name, and those to which a sentence turned under them.
  let named: string | undefined
  let turned: string | undefined
  let isOfYears = false
  let isEnded = false
  let parts = ''
  let isGlossary = false
  const turns = turnsOf(calendar)
  return report.passages.map((passage) => {
    const from = passage.section.findIndex((heading, index) => heading !== path[index])
    const headings = from < 0 ? [] : passage.section.slice(from)
    const isSamePath = from < 0 && path.length === passage.section.length
    path = passage.section
    for (const [index, heading] of headings.entries()) {
      // A lead is the beginning of its paragraph, not the title of a part.
      if (passage.text.startsWith(heading)) continue
      frame = withPart(readHeading(foldPhrase(heading), calendar, from + index === 0), heading) ?? frame
    }
    if (!isSamePath) isGlossary = path.some((heading) => isGlossaryHeading(foldPhrase(heading)))
    const above = path.filter((heading) => !passage.text.startsWith(heading))
    if (above.join() !== parts) {
      parts = above.join()
      const folded = above.map(foldPhrase)
      const [last = ''] = folded.slice(-1)
      if (from === 0 || PERIOD.test(last)) isEnded = false
      named = isEnded ? undefined : periodOf(folded)
      isOfYears = folded.some((heading) => OF_YEARS.test(heading))
      if (from === 0 || (ONE_YEAR.test(last) && !OF_YEARS.test(last))) turned = undefined
    }
    if (isGlossary) return { ...frame, isGlossary }
    const opening = foldPhrase(passage.text.slice(0, OPENING_LENGTH))
    frame = readOpening(opening, calendar, frame, turns) ?? frame
    const past = openingPeriod(opening)
    // Behind a paragraph on one year, 2022年，…, nothing is of years together until a heading is.
    if (ONE_YEAR.test(opening.slice(0, MOST_BEFORE))) {
      named = turned = undefined
      isEnded = true
    }
    const period = past ?? turned ?? named
    // 回望过去五年，… in a review of years, or of a year and years, turns to these for what stands behind it.
    if (isOfYears) turned = periodTurnedTo(passage.text) ?? turned
    if (frame.kind === 'actual') return period === undefined ? frame : { ...frame, period }
    // “十四五”时期，… where the next plan is laid out: the paragraph looks back.
    return past === null || endOf(past) > calendar.reviews
      ? frame
      : { ...makeFrame('actual', calendar.reviews), period: past }
  })
}

/** The years together that the innermost of the headings that names a time is of; undefined where that is one year. */
function periodOf(headings: readonly string[]): string | undefined {
  const heading = headings.findLast((one) => PERIOD.test(one) || ONE_YEAR.test(one)) ?? ''
  return !ONE_YEAR.test(heading) || YEARS_FIRST.test(heading) ? PERIOD.exec(heading)?.[0] : undefined
}

/** The period with which the last sentence begins that begins with one. */
function periodTurnedTo(text: string): string | null {
  const periods = text.split(/[。！!]/u).map((sentence) => openingPeriod(foldPhrase(sentence)))
  return periods.findLast((period) => period !== null) ?? null
}

/** The period of a sentence or paragraph that begins with it, folded: 五年来，…; null for another. */
export function openingPeriod(opening: string): string | null {
  return PERIOD_OPENS.exec(opening)?.groups?.period ?? (IS_OF_YEARS.test(opening) ? '五年' : null)
}

/** 这是民生福利大幅提升的五年。 */
const IS_OF_YEARS = /^[^\p{L}\p{N}]*(?:这|[一二三四五六七八九十]+)?是[^.。,，]{2,30}的五年[.。,，;；]/u

/** Last year of a plan; 0 for what is past by its words. */
function endOf(period: string): number {
  const plan = PLAN_NAME.exec(period)
  return plan === null ? 0 : planEnd(plan[1] ?? '')
}

const PERIOD =
  /(?:过去|这|近)的?五年(?:来)?|五年(?:来|间)|(?:本届|上届)政府|["“”]十[一二三四]?五["“”](?:时期|期间|以来)?/
/** 过去一年和五年工作回顾. */
const OF_YEARS = new RegExp(`${PERIOD.source}|五年的?(?:工作|发展|历程)`)
const PERIOD_OPENS = new RegExp(
  `^[^\\p{L}\\p{N}]*(?:回[顾望首])?(?<period>${PERIOD.source})(?:[,，:：]|极其?不|是)`,
  'u',
)
/** “十四五”时期和2025年工作回顾. */
const YEARS_FIRST = new RegExp(`(?:${PERIOD.source})[^\\d]{0,8}[和与及、暨](?:19|20)\\d{2}年`)
const ONE_YEAR = /一年来|过去一年|去年|(?:19|20)\d{2}年/

function withPart(frame: Frame | null, heading: string): Frame | null {
  const part = PART_OF_YEAR.exec(heading)?.[0]
  return frame === null || part === undefined ? frame : { ...frame, part }
}

const PART_OF_YEAR = /[上下]半年|前?[一二三四]季度/u
const BACK =
  /回顾|过去|一年来|五年来|以来|工作总结|(?:执行|完成)情况|取得的?(?:主要|重大)?成[就绩]|^.{0,8}(?:主要|重大)?成就|工作情况/
const AHEAD =
  /(?:总体|主要|重点|目标|工作|发展|具体|奋斗|预期|各项|政府|中心|基本|任务)(?:要求|任务|安排|部署|思路|目标|重点|建议|计划|打算|措施)|今后|未来|接下来|工作建议|展望|主要工作|重点工作|的工作$|年工作$|远景|下半年/
const PLAN_NAME =
  /[“"”]?((?:十[一二三四五六七八九]?|[一二三四六七八九])五|第[一二三四五六七八九十]{1,2}个五年)[”"]?(?=时期|规划|期间|发展|计划|的|回顾|和|工作|主要|基本|[”"])/
/** 未来产业 and 面向未来 are of no time. */
const NAMES_TIME = /今后|未来[一二三四五六七八九十几\d]+年|过去|五年/
const YEARS = /(?:19|20)\d{2}|二[零〇][零〇一二三四五六七八九]{2}|一九[零〇一二三四五六七八九]{2}/g

/** @param isPart the heading stands outermost; within a part only one that names its time turns to another. */
function readHeading(heading: string, calendar: Calendar, isPart: boolean): Frame | null {
  const isBack = BACK.test(heading)
  const years = (heading.match(YEARS) ?? []).map(yearOf)
  // 为“十三五”开好局 is told of its first year, 编制“十四五”规划 of the year before that.
  const plan = /开好局|开局|起好步|编制|谋划|起草/.test(heading) ? null : PLAN_NAME.exec(heading)
  const planLast = plan === null ? null : planEnd(plan[1] ?? '')
  if (!isPart && years.length === 0 && plan === null && !NAMES_TIME.test(heading)) return null
  if (isBack) {
    // 1998年工作回顾和1999年工作的总体要求: looked back on is what was.
    const past = years.findLast((year) => year <= calendar.reviews) ?? years.at(-1) ?? calendar.reviews
    return makeFrame('actual', Math.min(past, calendar.plans))
  }
  if (plan !== null && planLast !== null && planLast > calendar.reviews) {
    return years.length === 0 ? ofPlan(plan, planLast) : makeFrame('target', years.at(-1) ?? planLast)
  }
  if (planLast !== null && years.length === 0) return makeFrame('actual', calendar.reviews)
  const year = years.at(-1)
  // 以筹办2011年运动会为契机 names what is to be, not when the section is of.
  if (year !== undefined && (isPart || year <= calendar.plans || AHEAD.test(heading)))
    return makeFrame(year <= calendar.reviews ? 'actual' : 'target', year)
  const period = YEARS_AHEAD.exec(heading)?.[0]
  if (period !== undefined) return { ...makeFrame('target', calendar.plans + 4), period }
  return AHEAD.test(heading) ? makeFrame('target', calendar.plans) : null
}

const YEARS_AHEAD = /(?:今后|未来)[五几]年/

/** What is to be added, made or summed up, unless its own words name a year, is so until the last one of the plan. */
function ofPlan([, plan = '']: RegExpExecArray, last: number): Frame {
  return { ...makeFrame('target', last), period: plan.startsWith('第') ? `${plan}时期` : `“${plan}”时期` }
}

const OPENING_LENGTH = 120
const MOST_BEFORE = 24

/** Sentences with which speakers turn from what was done to what is planned, for reports whose headings do not. */
interface Turns {
  readonly plan: RegExp
  readonly year: RegExp
  readonly keyYear: RegExp
}

function turnsOf({ plans }: Calendar): Turns {
  const now = `(?:今年|本年|${plans}年)`
  return {
    // 围绕“十三五”规划总体目标 tells by what the work was led, and turns to nothing.
    plan: new RegExp(
      `(?<!(?:围绕|按照|根据|对照|对标|紧扣|瞄准|锚定|落实|贯彻|实现|完成)[^,.:;!?，。：；！？]{0,12})(?:今后五年|未来五年|${PLAN_NAME.source})(?:时期|期间)?.{0,16}(?:总体要求|指导思想|主要目标|奋斗目标|总体目标|发展目标|预期目标|总体思路)`,
    ),
    year: new RegExp(
      `${now}.{0,14}(?:工作的?(?:总体要求|总体思路|指导思想|总体部署|基本思路|主要任务)|预期目标|预期指标|主要目标|总体要求)`,
    ),
    keyYear: new RegExp(`^(?:各位代表[,:!。]?)?(?:${now},?是|做好${now}|${now},?我们(?:要|将))`),
  }
}

function readOpening(text: string, calendar: Calendar, frame: Frame, turns: Turns): Frame | null {
  // Every plan has 五 in its name, which most openings lack: what looks behind itself is slow.
  const plan = frame.kind === 'actual' && text.includes('五') ? turns.plan.exec(text) : null
  if (plan !== null) {
    const last = plan[1] === undefined ? calendar.plans + 4 : planEnd(plan[1])
    if (last > calendar.reviews)
      return plan[1] === undefined
        ? { ...makeFrame('target', last), period: plan[0].slice(0, 4) }
        : ofPlan(plan, last)
  }
  const turn = turns.year.exec(text)
  if (turn !== null) return makeFrame('target', calendar.plans)
  return frame.kind === 'actual' && turns.keyYear.test(text) ? makeFrame('target', calendar.plans) : null
}
