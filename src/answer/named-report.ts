/** Turns words that name a report, a speaker, a section or a paragraph, and ask for nothing in it, into what they name. */

import { partNumber, withoutNumber } from '../corpus/heading.ts'
import type { Report } from '../corpus/report.ts'
import type { Kind } from '../figures/figure.ts'
import { frameSections } from '../figures/section-frame.ts'
import { newestFirst, type ReportSummary } from '../search/backend.ts'
import { type Filters, isOfPlaceAndYear, isUnfiltered } from '../search/filter.ts'
import { partsOfName } from '../search/query/speakers.ts'
import type { Searcher } from '../search/searcher.ts'
import { foldText, lettersOf } from '../text/normalizer.ts'
import { readNumeral } from '../text/numeral.ts'
import { HEADS_OF_GOVERNMENT } from '../text/place-name.ts'

export type Named =
  /** Reports, the latest first. */
  | { readonly kind: 'reports'; readonly reports: readonly ReportSummary[] }
  /** A section of one report, the sections of one of its parts, or the same one of several reports; `section` is its place in the outline. */
  | {
      readonly kind: 'sections'
      readonly sections: readonly { readonly report: Report; readonly section: number }[]
    }
  | { readonly kind: 'paragraph'; readonly report: Report; readonly paragraph: number }
  /** All reports that are here. */
  | { readonly kind: 'catalog' }

/** Longer words than these ask something. */
const MAX_NAME_UTF16 = 60
/** Reports whose outlines are looked through for a section, and without a place only for what every report may have. */
const MAX_OUTLINES = 30
const MAX_OUTLINES_OF_PLACE = 4
/** In characters: fewer stand in many headings. */
const MIN_OUTLINED = 4
const COMMON = /^(?:名词解释|附件|附录|附注)$/u
const YEAR = /(?:19|20)\d\d\s*年?度?|[一二][零一二三四五六七八九]{3}年/gu
const PARAGRAPH = /第\s*(?<number>[1-9]\d{0,2}|[一二三四五六七八九十百]{1,5})\s*(?:自然)?段/u
const PART =
  /第(?<number>[一二三四五六七八九十]{1,3}|\d{1,2})(?:个|大)*(?:部分|章节?|板块|大点)(?:叫(?:什么|啥))?/u
/** 民生部分: the section whose heading says so. */
const PART_ABOUT =
  /^(?<about>\p{Script=Han}{2,8}?)(?:那|这)?(?:一个|一|个)?(?:部分|章节|板块|一章|一节|一块)$/u
/** 你这里都有哪些报告, …的报告有吗: what is here. */
const HERE =
  '(?:你|您)?们?(?:这里?|这儿|这边|那里?|库里|手[上里])?(?:都|一共|总共|目前|现在)?(?:能查|可以查|收录?了?|收集了?|包括|有)(?:没有|的)?(?:哪[些几]?|几|多少)?[份篇个]?(?:地方|县市?|[市省])?|哪[一几]?[份篇]|[吗么呢](?=[?？\\s]*$)'
/** 报告 by itself is a word to look for. */
const ASKS_WHICH = /报告.*(?:[有哪几]|多少|收录|最[新近])|(?:[有哪几]|多少|收录|最[新近]).*报告/u
const WHO = /(?:是|是个|到底是)?(?:谁|哪位|什么人|何人|干什么的|干嘛的)$/u
/** 分哪几个方面, 分几大块: the headings below one. */
const OUTLINE =
  '(?:一共|总共|都)?(?:分(?:为|成)?了?|有)(?:哪|几|多少)[一二三四五六七八九十几]*(?:个|大)*(?:部分|块|方面|章节?|节|板块|[点条](?!路|线))'
const OUTLINED = new RegExp(OUTLINE, 'u')
/** What is said around the name of a report without asking for anything in it. */
const AROUND = new RegExp(
  `^把|最后(?:的|讲)|[一二三四五六七八九十]+个方面的?(?:工作|任务)?|(?:小?标题|框架|结构)|${OUTLINE}|哪几?年|列(?:个|一?个|出|一下|张|一?份)*(?:单子?|清单|名单|目录|表|出来)?|(?:请|帮我|给我|麻烦|我(?:要|想)(?:看|读)?|看看?|看一下|打开|查看|阅读|发我)|(?:总结|概括|概述|归纳|介绍|说说|讲讲)(?:一?下)?|最[新近]|(?:的)?(?:政府)?(?:工作)?报告|全文|原文|正文|摘要|要点|简介|目录|大纲|提纲|(?:主要)?内容|(?:都|主要)?(?:讲|说|写|谈)了?(?:些|哪些)?(?:什么|啥)(?:内容)?|${HERE}|(?:是|有)?(?:什么|哪些|哪一?[个份篇])|${HEADS_OF_GOVERNMENT}|同志|所?作的|代表|一下|的|里|中|那份|这份`,
  'gu',
)

export async function findNamed(searcher: Searcher, text: string): Promise<Named | null> {
  if (text.length > MAX_NAME_UTF16) return null
  const query = await searcher.read(text)
  const isFiltered = query.speakers.length === 0 && !isUnfiltered(query.filters)
  if (query.phrases.length + query.excluded.length > 0 || isFiltered) return null
  if (query.foreign.length > 0) return null
  const { reports } = await searcher.catalog()
  const folded = foldText(text)
  const { preferences } = query
  const { places } = preferences
  const ofPlace = reportsOf(reports, preferences).sort(newestFirst)
  const rest = query.named
    .reduce((words, place) => words.replace(foldText(place), ' '), folded)
    .replace(YEAR, ' ')
  const paragraph = PARAGRAPH.exec(rest)
  if (paragraph !== null) {
    const isOnly = besideName(rest.replace(PARAGRAPH, ' ')) === ''
    return isOnly && places.length > 0 ? await findParagraph(searcher, ofPlace, numberOf(paragraph)) : null
  }
  const part = PART.exec(rest)
  if (part !== null) {
    const isOnly = besideName(rest.replace(PART, ' ')) === ''
    const isPart = (heading: string): boolean => partNumber(heading) === numberOf(part)
    const found = isOnly ? await findSections(searcher, ofPlace, isPart) : null
    return OUTLINED.test(rest) ? headingsBelow(found) : found
  }
  const said: Said = { reports, ofPlace, preferences, folded, rest, bare: besideName(rest) }
  if (said.bare === '') return namedReports(said)
  return await findInReports(searcher, said)
}

interface Said {
  readonly reports: readonly ReportSummary[]
  /** Those of the places and years that are named, the latest first. */
  readonly ofPlace: readonly ReportSummary[]
  readonly preferences: Pick<Filters, 'places' | 'years'>
  readonly folded: string
  /** Without the names of places and the years. */
  readonly rest: string
  /** Of the rest, the letters that are not said around every name. */
  readonly bare: string
}

function besideName(words: string): string {
  return lettersOf(words.replace(AROUND, ' '))
}

/** 喀什2024年的报告, 最新的报告, 都有哪些报告: no more than reports is named. */
function namedReports({ reports, ofPlace, preferences: { places }, folded }: Said): Named | null {
  if (places.length === 0 && !ASKS_WHICH.test(folded)) return null
  const wanted = /最[新近]/u.test(folded) ? ofPlace.filter(({ year }) => year === ofPlace[0]?.year) : ofPlace
  if (wanted.length === 0) return null
  return wanted.length === reports.length && places.length === 0
    ? { kind: 'catalog' }
    : { kind: 'reports', reports: wanted }
}

/** The reviewing or planning part of a place's report, a section by what it is about, what somebody spoke, or a section by its heading. */
async function findInReports(searcher: Searcher, said: Said): Promise<Named | null> {
  const { reports, ofPlace, preferences, rest, bare } = said
  const { places } = preferences
  const isOnePlace = new Set(ofPlace.map(({ place }) => place)).size <= 1 && places.length > 0
  if (isOnePlace && bare.length >= MIN_OUTLINED && OUTLINED.test(rest)) {
    // 重点工作安排有几条: the headings below that one.
    const found = await findSections(searcher, ofPlace, (heading) => titleOf(heading).includes(bare))
    if (found !== null) return headingsBelow(found)
  }
  const asked = isOnePlace ? readPart(rest.replace(/(?:政府工作)?报告/gu, ' ')) : null
  if (asked !== null) return await findPart(searcher, said, asked)
  const about = PART_ABOUT.exec(bare)?.groups?.about
  if (about !== undefined && isOnePlace)
    return await findSections(searcher, ofPlace.slice(0, 1), (heading) => foldText(heading).includes(about))
  const speaker = bare.replace(WHO, '')
  const spoken = reports
    .filter((report) => isOfPlaceAndYear(report, preferences) && isSpeaker(report, speaker))
    .sort(newestFirst)
  if (spoken.length > 0) return { kind: 'reports', reports: spoken }
  const wanted = [lettersOf(rest), bare]
  if (
    places.length === 0 ? !wanted.some((words) => COMMON.test(words)) : ofPlace.length > MAX_OUTLINES_OF_PLACE
  )
    return null
  return await findSections(searcher, ofPlace, (heading) => wanted.includes(titleOf(heading)))
}

/** The letters of a heading behind its number. */
function titleOf(heading: string): string {
  return lettersOf(foldText(withoutNumber(heading)))
}

/** A report is of the year in which it was given; where none is, 2022年的报告 is the one that looks back on it. */
function reportsOf(
  reports: readonly ReportSummary[],
  words: Pick<Filters, 'places' | 'years'>,
): ReportSummary[] {
  const given = reports.filter((report) => isOfPlaceAndYear(report, words))
  return given.length > 0
    ? given
    : reports.filter((report) => isOfPlaceAndYear(report, words, [report.reviews]))
}

/** The whole name or the part of it before or after a dot: 热合木·艾木拉 is 热合木. */
function isSpeaker({ speaker }: ReportSummary, name: string): boolean {
  const parts = partsOfName(foldText(speaker)).map(lettersOf)
  return (
    name.length >= 2 && (parts.join('') === name || parts.some((part) => part.length >= 3 && part === name))
  )
}

function numberOf(match: RegExpExecArray): number {
  return readNumeral(match.groups?.number ?? '') ?? 0
}

async function findParagraph(
  searcher: Searcher,
  reports: readonly ReportSummary[],
  paragraph: number,
): Promise<Named | null> {
  const [latest] = reports
  const report = latest === undefined ? null : await searcher.report(latest.id)
  if (report === null || report.passages[paragraph - 1] === undefined) return null
  return { kind: 'paragraph', report, paragraph }
}

/** The part of the report that reviews or plans the years; where none is found, the reports of the place. */
async function findPart(
  searcher: Searcher,
  { reports, ofPlace, preferences }: Said,
  part: Kind,
): Promise<Named | null> {
  const by = part === 'actual' ? 'reviews' : 'plans'
  const [latest] = reports
    .filter((report) => isOfPlaceAndYear(report, preferences, [report[by]]))
    .sort(newestFirst)
  const report = latest === undefined ? null : await searcher.report(latest.id)
  const sections = report === null ? [] : sectionsOfPart(report, part).map((section) => ({ report, section }))
  if (sections.length > 0) return { kind: 'sections', sections }
  return ofPlace.length > 0 ? { kind: 'reports', reports: ofPlace } : null
}

/** The sections right below the latest one found; that itself where it has none. */
function headingsBelow(found: Named | null): Named | null {
  const [latest] = found?.kind === 'sections' ? found.sections : []
  if (latest === undefined) return found
  const { report, section } = latest
  const whole = report.sections[section]
  const within = report.sections.flatMap(({ level, first, last }, index) =>
    whole !== undefined && level > whole.level && first >= whole.first && last <= whole.last
      ? [{ report, section: index, level }]
      : [],
  )
  const highest = Math.min(...within.map(({ level }) => level))
  const below = within.filter(({ level }) => level === highest)
  return below.length === 0 ? found : { kind: 'sections', sections: below }
}

async function findSections(
  searcher: Searcher,
  reports: readonly ReportSummary[],
  isWanted: (heading: string) => boolean,
): Promise<Named | null> {
  const sections: { report: Report; section: number }[] = []
  for (const { id } of reports.slice(0, MAX_OUTLINES)) {
    const report = await searcher.report(id)
    if (report === null) continue
    const section = report.sections.findIndex(
      ({ heading, level, first, last }) => level > 1 && last >= first && isWanted(heading),
    )
    if (section >= 0) sections.push({ report, section })
  }
  return sections.length === 0 ? null : { kind: 'sections', sections }
}

/** What was done: 回顾, 做了哪些事. It holds beside words of a plan (任务完成情况). */
const DONE =
  /回顾|总结|(?:做|干|办|完成|取得|实现|干成|做成|办成)(?:了|过|出)|取得|完成情况|进展情况?|成[绩就效果]单?|去年/gu
const PLANNED =
  /安排|部署|打算|计划|准备|重点|主要工作|(?:目标|主要|工作|年度)任务|要点|接下来|下一步|明年|(?:[将会想该]|(?<!主)要)(?=[做干办抓忙推])|[抓做办](?:好|(?=[什啥哪]))/gu
/** What is said around either. */
const BESIDE =
  /政府|工作|任务|今年|主要|重大|突出|具体|各项|着力|集中|推进|大事|实事|好事|事情|事项|方面|[哪几]+[个项件条大]*|[一二三四五六七八九十]+个?(?=方面)|什么|怎么|一些|[有是都还做干办抓忙事些啥的了在里中上]/gu
/** More sections than these are shown by their outermost ones. */
const MAX_SECTIONS = 20

/**
 * The part that is asked for and nothing in it; null for other words.
 *
 * @param words Folded, without the names of places, years and reports.
 */
export function readPart(words: string): Kind | null {
  const rest = words.replace(DONE, ' ').replace(PLANNED, ' ').replace(BESIDE, ' ')
  if (rest.replace(/[\s\p{P}]/gu, '') !== '') return null
  return words.search(DONE) >= 0 ? 'actual' : words.search(PLANNED) >= 0 ? 'target' : null
}

/** Places in the outline of the sections that make the part. */
export function sectionsOfPart(report: Report, part: Kind): number[] {
  const frames = frameSections(report)
  const sections = report.sections.flatMap(({ level, first, last }, index) => {
    const frame = frames[first - 1]
    const isOfPart = level > 1 && last >= first && frame?.kind === part && !frame.isGlossary
    return isOfPart ? [{ level, index }] : []
  })
  let deepest = Math.max(...sections.map(({ level }) => level))
  const outermost = Math.min(...sections.map(({ level }) => level))
  const within = (): { index: number }[] => sections.filter(({ level }) => level <= deepest)
  while (within().length > MAX_SECTIONS && deepest > outermost) deepest--
  return within().map(({ index }) => index)
}
