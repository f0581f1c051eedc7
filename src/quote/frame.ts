/** Turns a text that quotes into the words that it quotes, and whose it says that they are. */

import type { ReportSummary } from '../search/backend.ts'
import { fold, foldText, lettersOf } from '../text/normalizer.ts'
import { escapePattern } from '../text/occurrences.ts'
import { HEADS_OF_GOVERNMENT, shortName } from '../text/place-name.ts'
import { namesIn } from './source.ts'

/** The quoted words, and the user's own before and after them. */
export interface Framed {
  readonly words: string
  readonly before: string
  readonly after: string
  /** True for words in quotation marks. */
  readonly isMarked: boolean
}

const QUOTATION = /“[^“”]+”|「[^「」]+」|『[^『』]+』|"[^"]+"/gu
/** What leads to a quotation: its speaker, or the wish to have it checked. */
const SAYING =
  /(?:说过?|指出|提到|提出|提及|表示|强调|写道|写到|写的是|称|讲过?|认为|宣布|要求|报告[里中]?|原文|引文|原话|核对|核实|查证|一句|这句话?|请问)$/u
/** What asks of a quotation whether it is right, and nothing else. */
const CONFIRMS =
  /^(?:这(?:句|段)?话?)?(?:是|说得?|引用?得?)?(?:在报告[里中])?(?:对|真的?|准确|属实|原话|原文|正确|没错|一字不差)?(?:吗|么|嘛|不对|对不对|是不是|是吗|对吗|没有?)?(?:是不是(?:真的|原话|原文)|有没有说过|有说过吗|有吗|出处)?(?:(?:原文|原话|原句)?(?:到底|具体|是)*(?:怎么|如何|咋)(?:写|说|讲)的?)?(?:(?:是|出自|来自|见于|在)*(?:哪里|哪儿|哪一?个?(?:[省市县区州]|地方)|哪一?[年届]|哪一?[份个篇]?(?:政府)?(?:工作)?报告|谁家?)(?:的?(?:政府)?(?:工作)?报告)?(?:里面?|中)?(?:的|(?:说|讲|写)的)?)?(?:要?一字不差)?(?:(?:请|麻烦|帮我|再)*(?:按照?[a-z0-9\p{sc=Han}]{1,10}?)?(?:给|来|要|标|写|列)(?:我|出|一下)*(?:一?[个条]|下)?(?:标准|规范|完整)?的?(?:脚注|尾注|引用|注释|参考文献|出处|来源|引文格式|引用格式))?$/u

/** The longest quotation of a text; null when it has none. */
export function longestQuotation(text: string): Framed | null {
  const found = Array.from(text.matchAll(QUOTATION), ({ 0: marked, index }): Framed => {
    const [before, after] = [text.slice(0, index), text.slice(index + marked.length)]
    return { words: marked.slice(1, -1), before, after, isMarked: true }
  })
  const [longest] = found.sort((a, b) => b.words.length - a.words.length)
  return longest ?? null
}

/** True when the words around a quotation only tell whose it is, or ask whether it is right. */
export function isAskedAbout({ before, after }: Framed): boolean {
  const [lead, rest] = [lettersOf(foldText(before)), lettersOf(foldText(after))]
  return (lead === '' || SAYING.test(lead)) && CONFIRMS.test(rest)
}

/** What people say before words that they want found or checked. */
const WISHED =
  '查|找(?!到|准)|核[对实查]|验证|校对|帮(?:我|忙)|请问|求(?:出处|证)|出处|原[话文句]|引[文用]|摘录|[这那一下]?[句段条][^,:]{0,2}?话|[这那下][面个]的?数[据字]|谁[^,:]{0,4}[说讲写提]|哪[^,:]{0,8}[说讲写提]|对(?:不对|吗|么)|准确?[吗么不]|[这那下一][面句段]'
/** 核对引文：, 帮我查句话：, 这句话是谁说的：, 下面的数字对不对： */
const REQUEST = new RegExp(
  `^\\s*(?!我们要)(?:[^“”「」"《。;!:\\n]{0,16}?(?:${WISHED})[^“”「」"《。;!:\\n]{0,16}?[:\\n]|[^“”「」"《。;!:,\\n]{0,6}?(?:${WISHED})[^“”「」"《。;!:,\\n]{0,10}?,)\\s*`,
  'u',
)
const SPEECH =
  '^[^“”「」"。;!?]{0,40}?(?:说过?|指出|提到|提出|表示|强调|写道|称|讲过?|政府工作报告|报告[里中]?)[》>]?(?:\\([^()]{0,40}\\))?\\s*[:,]\\s*'
/** A lead is a name, a year and a word or two. */
const MAX_LEAD_UTF16 = 80
const YEAR = '(?:[12][0-9]{3}|二[〇零○]..)年(?:的|度)?'
/** 2023年，云岭县…. */
const DATED = new RegExp(`^${YEAR}[,\\s]*`, 'u')
const REPORT_NAME = '(?:的?政府工作报告|的?报告)?[里中]?'
/** What a claim puts before the words of a report. */
const VERB = '(?:实现|完成|累计|共|力争|计划|预计|预期)?'
const POST = `(?:(?:代理?|副)?(?:${HEADS_OF_GOVERNMENT}|书记)|县政府|市政府)?`

/** 15、20个 is a figure, 1、加强 a number of a list. */
const LIST_NUMBER = /^\s*(?:\d{1,2}[.、．)）]|[(（]\d{1,2}[)）]|[①-⑳])\s*(?=[\p{sc=Han}“"「《])/u
const NOTE_NUMBER = /(?:[[［〔]\^?\d{1,3}[\]］〕]|[①-⑳]|(?<![a-z0-9])[⁰¹²³⁴-⁹]+)[\s。．.”"」]*$/iu

/** …，昭苏报告里是这么写的吧: behind a quote, whether it is one. */
const SAID_SO =
  /[,。;!\s]+(?:\p{L}{0,12}?(?:政府)?(?:工作)?报告(?:里面?|中|上)?|原[话文])(?:真的?|就|的?原[话文])?是(?:不是)?(?:这么|这样|如此)(?:写|说|讲|提|表述)?的?(?:吧|吗|么|对吧|对吗|没错吧)?[?。!\s]*$/u

/** 核对引文：…: a request in words. */
export function isRequest(text: string): boolean {
  const folded = foldText(text)
  return REQUEST.test(folded) || SAID_SO.test(folded)
}

/** The ways to read a text as a quote with a lead of the user's own before it, the shortest lead first, or with the number of a list or a note. */
export function unframe(text: string, reports: readonly ReportSummary[]): Framed[] {
  const folded = fold(text)
  const asked = REQUEST.exec(folded.text)?.[0].length ?? 0
  const rest = folded.text.slice(asked, asked + MAX_LEAD_UTF16)
  const dated = DATED.exec(rest)?.[0] ?? ''
  const names = namesIn(rest, reports).filter((name) => rest.startsWith(name, dated.length))
  const leads = [
    ...names.map(
      (name) =>
        `^${escapePattern(dated + name)}(?:县|市|州|区|自治区)?${POST}(?:${YEAR})?${REPORT_NAME}[:,\\s]*${VERB}`,
    ),
    `^${YEAR}${REPORT_NAME}[:,\\s]*${VERB}`,
    SPEECH,
  ].map((lead) => asked + (new RegExp(lead, 'u').exec(rest)?.[0].length ?? 0))
  const tail = SAID_SO.exec(folded.text)?.index
  const end = tail === undefined ? (NOTE_NUMBER.exec(text)?.index ?? text.length) : (folded.starts[tail] ?? 0)
  const starts = [0, asked, ...leads].map((length) => folded.starts[length] ?? text.length)
  return [...new Set([...starts, LIST_NUMBER.exec(text)?.[0].length ?? 0])]
    .filter((at) => at < end && (at > 0 || end < text.length))
    .map((at) => ({
      words: text.slice(at, end),
      before: text.slice(0, at),
      after: text.slice(end),
      isMarked: false,
    }))
}

/** Whose words the user says that they are. */
export interface Attribution {
  /** As typed, for a reply. */
  readonly name: string
  isSource(report: ReportSummary): boolean
}

/** 北京市市长说: a place that no report is of. */
const PLACE = /^([\p{sc=Han}]{2,7}?(?:自治区|自治州|自治县|[省市县区州旗]))(?!域|场|民|级)/u
const OWN = /^[全我本各该一两]/u

/** The place or speaker named in the words around a quote; null when none is. */
export function readAttribution(
  { before, after }: Pick<Framed, 'before' | 'after'>,
  reports: readonly ReportSummary[],
): Attribution | null {
  const lead = foldText(before).replace(REQUEST, '')
  for (const around of [lead, after]) {
    const folded = foldText(around)
    if (namesIn(folded, reports).length === 0) continue
    const speaker = reports.find(
      (report) => report.speaker.length >= 2 && folded.includes(foldText(report.speaker)),
    )
    const within = reports.filter(
      ({ place }) => folded.includes(foldText(place)) || folded.includes(shortName(place)),
    )
    // 深圳市坪山区: the district is meant.
    const named = within.filter(
      ({ place }) => !within.some((other) => folded.includes(foldText(place + other.place))),
    )
    const [first] = named.sort((a, b) => b.place.length - a.place.length)
    if (first !== undefined) {
      const places = new Set(named.map(({ place }) => place))
      return { name: first.place, isSource: ({ place }) => places.has(place) }
    }
    if (speaker !== undefined)
      return { name: speaker.speaker, isSource: (report) => report.speaker === speaker.speaker }
  }
  const foreign = PLACE.exec(lead.trim())?.[1]
  if (foreign === undefined || OWN.test(foreign)) return null
  return { name: foreign, isSource: ({ place }) => place.includes(foreign) }
}
