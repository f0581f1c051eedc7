/** The head and body of a report and its file's name in, its metadata out, with where each guessed field comes from. */
import type { Level } from '../corpus/report.ts'
import { readNumber, ZERO } from './chinese-number.ts'
import { CITIES } from './cities.ts'
import {
  completePlace,
  isLikelyName,
  isPlaceName,
  lastPart,
  levelOf,
  STATE_COUNCIL,
  shortName,
} from './place.ts'
import { readSpeaker, type Speaker } from './speaker.ts'

/** What is known about a report; '' and null where nothing tells. */
export interface Metadata {
  readonly title: string
  readonly place: string
  readonly level: Level | ''
  readonly meeting: string
  readonly date: string
  readonly year: number | null
  readonly reviews: number | null
  readonly plans: number | null
  readonly speaker: string
  readonly post: string
  readonly url: string
  /** Fields that the report itself does not state: `file name` or `text`. */
  readonly from: Readonly<Record<string, string>>
  readonly warnings: readonly string[]
}

export interface MetadataInput {
  /** Lines above the body, layout spaces still in them. */
  readonly head: readonly string[]
  readonly headings: readonly string[]
  /** Paragraphs of the body. */
  readonly body: readonly string[]
  readonly fileName: string
}

const NUMERAL = '[一二三四五六七八九十百\\d]{1,4}'
const HAN = '\\p{Script=Han}'
/** 伊宁市第十八届人民代表大会第三次会议; 第 may be missing, 人大 stand for the assembly. */
const MEETING = new RegExp(
  `((?:${HAN}{2,22}?)?)(第?${NUMERAL}届(?:全国)?(?:人民代表大会|人大)(?:常务委员会)?(?:第?${NUMERAL}次(?:全体)?(?:会议|大会)?|第?${NUMERAL}次))`,
  'u',
)
const NATIONAL = new RegExp(`(第?${NUMERAL}届全国人民代表大会(?:第?${NUMERAL}次会议)?)`, 'u')
const ARABIC_DATE = /((?:19|20)\d\d)\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日/u
const CHINESE_DATE = new RegExp(
  `([二一][${ZERO}一二三四五六七八九]{3})年([一二三四五六七八九十\\d]{1,3})月([一二三四五六七八九十\\d]{1,3})日`,
  'u',
)
const ANY_YEAR = new RegExp(`((?:19|20)\\d\\d|[二一][${ZERO}一二三四五六七八九]{3})\\s*年?`, 'u')

/** A place that is found by counting must be named this often. */
const MIN_NAMED = 4

/** Reads what the report says of itself; what it does not say is taken from the file's name. */
export function readMetadata({ head, headings, body, fileName }: MetadataInput): Metadata {
  const from: Record<string, string> = {}
  const warnings: string[] = []
  const lines = head.map((line) => toHalfWidthDigits(line).replace(/\s+/gu, ''))
  const keyed = readKeyed(head)
  const joined = lines
    .filter((line) => !/^(?:来源URL|年份|发文单位|发文时间|原文链接)[:：]/u.test(line))
    .join('')
  const opening = body.slice(0, 4).join('')
  const named = fileName.replace(/\.[a-z]+$/iu, '')

  const { date, year: dateYear } = readDate(dateLine(lines) ?? joined)
  const place = readPlace({ joined, opening, body, publisher: keyed.publisher, named }, from, warnings)
  const meeting = readMeeting(joined, place)
  const year = dateYear ?? readYear({ lines, headings, named, keyedYear: keyed.year }, from)
  if (dateYear !== null) warnOfYear(dateYear, named, warnings)
  const speaker = readSpeaker({ lines: head, keyed: keyed.speaker, named, place }, from)
  const { reviews, plans } = readPeriods(headings, year, lines)
  return {
    title: readTitle(lines, keyed.title, named, from),
    place,
    level: levelOf(place),
    meeting,
    date,
    year,
    reviews,
    plans,
    speaker: speaker.name,
    post: speaker.post,
    url: keyed.url,
    from,
    warnings,
  }
}

function toHalfWidthDigits(text: string): string {
  return text.replace(/[０-９]/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
}

interface Keyed {
  readonly title: string
  readonly speaker: Speaker['name']
  readonly publisher: string
  readonly url: string
  readonly year: string
}

/** 标题：… 报告人：… 来源URL：…: the header that a collection puts above its texts. */
function readKeyed(head: readonly string[]): Keyed {
  const value = (key: RegExp): string => {
    const line = head.find((text) => key.test(text))
    return line === undefined ? '' : line.replace(key, '').trim()
  }
  return {
    title: value(/^标题[:：]/u),
    speaker: value(/^报告人[:：]/u),
    publisher: value(/^发文单位[:：]/u),
    url: /^https?:\/\/\S+/u.exec(value(/^(?:来源URL|原文链接|网址)[:：]/iu))?.[0] ?? '',
    year: value(/^年份[:：]/u),
  }
}

/** The title as printed: the last line that is one; the part before the dash that opens the meeting. */
function readTitle(
  lines: readonly string[],
  keyed: string,
  named: string,
  from: Record<string, string>,
): string {
  const titles = lines
    .filter((line) => /工作报告/u.test(line) && !/^(?:标题|来源URL|发文单位)[:：]/u.test(line))
    .map((line) => /^([^，。：]{0,34}?(?:政府|委员会|管委会)?工作报告)/u.exec(line)?.[1] ?? '')
    .filter((title) => title !== '' && !/会议上/u.test(title))
    .map((title) => title.replace(/^.{0,30}的(?=政府工作报告$)/u, ''))
  const printed = titles.at(-1)
  if (printed !== undefined) return printed.replace(/^[《“]/u, '')
  from.title = keyed !== '' ? 'header' : /报告/u.test(named) ? 'file name' : 'kind of text'
  const other = /[^_\-\d（(]{0,20}(?:\d{4}年)?[^_\-（(]{0,20}工作报告/u.exec(
    keyed === '' ? named : keyed,
  )?.[0]
  return other ?? '政府工作报告'
}

/** The date of delivery stands with the meeting or the speaker; a date alone above the title is the page's. */
function dateLine(lines: readonly string[]): string | undefined {
  const dated = lines.filter((line) => readDate(line).date !== '')
  return (
    dated.find((line) => /届|会议|大会/u.test(line)) ??
    dated.find((line) => line.replace(/[\d年月日〇○零一二三四五六七八九十（）()—-]/gu, '').length >= 2) ??
    dated.at(-1)
  )
}

function readDate(text: string): { date: string; year: number | null } {
  const arabic = ARABIC_DATE.exec(text)
  const chinese = CHINESE_DATE.exec(text)
  const match = arabic === null || (chinese !== null && chinese.index < arabic.index) ? chinese : arabic
  if (match === null) return { date: '', year: null }
  const [year, month, day] = match.slice(1, 4).map(readNumber) as [number, number, number]
  if (!(year >= 1949 && year <= 2100 && month >= 1 && month <= 12 && day >= 1 && day <= 31))
    return { date: '', year: null }
  return { date: `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`, year }
}

interface PlaceSources {
  readonly joined: string
  readonly opening: string
  readonly body: readonly string[]
  readonly publisher: string
  readonly named: string
}

/** The report's own words first (meeting, post, first sentence, title), then the header, the file's name, the text at large. */
function readPlace(sources: PlaceSources, from: Record<string, string>, warnings: string[]): string {
  const stated = placeInText(sources.joined) || placeInText(sources.opening, 'speech')
  const byName = placeInName(sources.named)
  if (stated !== '') {
    const full = byName.endsWith(stated) && byName.length > stated.length ? byName : stated
    if (byName !== '' && !samePlace(byName, stated))
      warnings.push(`the file name says ${byName}, the text ${stated}: the text wins`)
    if (full !== stated) from.place = 'text and file name'
    return full
  }
  const published = completePlace(sources.publisher.replace(/人民政府.*$/u, ''))
  if (isPlaceName(published)) {
    from.place = 'header'
    return published
  }
  if (byName !== '') {
    from.place = 'file name'
    warnOfPlace(byName, sources.body, warnings)
    return byName
  }
  const guess = placeByCount(sources.body, sources.opening)
  if (guess !== '') from.place = 'text, by count'
  return guess
}

const GOVERNMENT = new RegExp(`(?:代表|——|^|[上：:])(${HAN}{2,14}?)(?:人民政府|管理委员会|管委会|政府)`, 'u')

function placeInText(text: string, kind: 'head' | 'speech' = 'head'): string {
  if (kind === 'speech') {
    if (/代表国务院|国务院(?:，)?向/u.test(text)) return STATE_COUNCIL
    const name = completePlace(/代表(.{2,14}?)(?:人民政府|管理委员会|管委会|政府)/u.exec(text)?.[1] ?? '')
    return isPlaceName(name) ? name : ''
  }
  if (NATIONAL.test(text) || /国务院总理/u.test(text)) return STATE_COUNCIL
  const meeting = MEETING.exec(text)
  const beforeMeeting = (meeting?.[1] ?? '')
    .replace(/^.*(?:[日年]|[在于——–-])/u, '')
    .replace(/^(?:中国共产党|中共)/u, '')
  const candidates = [
    beforeMeeting,
    /(?:(?:19|20)\d\d年|^|[—–-])([^年月日，：]{2,14}?)(?:人民)?政府工作报告/u.exec(text)?.[1] ?? '',
    GOVERNMENT.exec(text)?.[1] ?? '',
  ].map((name) => completePlace(name.replace(/^(?:在|于|关于)/u, '').replace(/(?:\d{4}年.*|人民)$/u, '')))
  const names = candidates.filter(isPlaceName)
  return names.find((name) => names.some((other) => other !== name && name.endsWith(other))) ?? names[0] ?? ''
}

/** A place at the start of the file's name or before 政府工作报告 in it; the more exact one. */
function placeInName(named: string): string {
  if (/国务院/u.test(named)) return STATE_COUNCIL
  const parts = named
    .split(/[_\s\-（）()【】[\]]+/u)
    .map((part) => part.replace(/(?:19|20)\d\d年?/gu, '').replace(/^在/u, ''))
  const found = parts.flatMap((part) => {
    const bare = part.replace(
      /(?:第?[一二三四五六七八九十\d]{1,3}届.*|人民政府.*|政府工作报告.*|(?:管理委员会|管委会)?工作报告.*|政府.*)$/u,
      '',
    )
    return [bare, completePlace(bare)].filter(isPlaceName)
  })
  return found.sort((a, b) => b.length - a.length)[0] ?? ''
}

function samePlace(a: string, b: string): boolean {
  return a.endsWith(b) || b.endsWith(a) || shortName(a) === shortName(b)
}

function warnOfPlace(byName: string, body: readonly string[], warnings: string[]): void {
  const short = shortName(byName)
  if (byName !== STATE_COUNCIL && !body.some((text) => text.includes(short)))
    warnings.push(`the file name says ${byName}, the text never names it`)
}

/** The name in the thanks that every report speaks: to all who care for and support the building of X. */
const THANKED = new RegExp(
  `关心[、，和]?.{0,4}支持[、，和]?(?:我们?)?(${HAN}{2,5}?)(?=(?:改革|现代化|经济|社会|城市|事业)?(?:发展|建设|改革|振兴|稳定))`,
  'gu',
)

/** A name with the suffix of the report's own level that stands between marks, or the one that is thanked. */
function placeByCount(body: readonly string[], opening: string): string {
  const own = /代表(省|市|州|县|区|旗|自治区|自治州)?(?:人民)?政府/u.exec(opening)?.[1] ?? '市'
  const text = body.join('')
  const withOwn = (name: string): string => (name.endsWith(own) ? name : name + own)
  const named = new RegExp(`(?<=[，。、；：“”《在于])(${HAN}{2,4}${own})(?=[，。、；”委人第国])`, 'gu')
  const names = [...text.matchAll(THANKED), ...text.matchAll(named)].map((match) => withOwn(match[1] ?? ''))
  const counted = [...new Set(names.filter(isLikelyName))].map((name) => ({
    name,
    count: text.split(name.slice(0, -own.length)).length - 1,
  }))
  const best = counted.sort((a, b) => b.count - a.count)[0]
  if (best !== undefined && best.count >= MIN_NAMED) return best.name
  return own === '市' ? cityByCount(text) : ''
}

/** The city that the text names far oftener than any other. */
function cityByCount(text: string): string {
  const counted = [...CITIES]
    .map((name) => ({ name, count: text.split(name).length - 1 }))
    .sort((a, b) => b.count - a.count)
  const [first, second] = counted
  if (first === undefined || first.count < 2 || first.count < 2 * (second?.count ?? 0)) return ''
  return `${first.name}市`
}

/** The meeting in full, with its place as printed or as known. */
function readMeeting(joined: string, place: string): string {
  const national = NATIONAL.exec(joined)
  if (national !== null) return national[1] ?? ''
  const match = MEETING.exec(joined)
  if (match === null) return ''
  const before = (match[1] ?? '').replace(/^.*(?:[日年月]|[在于—–-])/u, '').replace(/^.*(?:报告|会上)/u, '')
  const name =
    isPlaceName(completePlace(before)) || before.endsWith(lastPart(place))
      ? before
      : place === STATE_COUNCIL
        ? ''
        : place
  return name + (match[2] ?? '')
}

interface YearSources {
  readonly lines: readonly string[]
  readonly headings: readonly string[]
  readonly named: string
  readonly keyedYear: string
}

/** Without a date: the year of the title, of the plans, of the file's name, or the year after the one looked back on. */
function readYear(
  { lines, headings, named, keyedYear }: YearSources,
  from: Record<string, string>,
): number | null {
  const inTitle = lines
    .filter((line) => /工作报告/u.test(line))
    .map((line) => ANY_YEAR.exec(line)?.[1])
    .find((text) => text !== undefined)
  const titled = inTitle === undefined ? null : readNumber(inTitle)
  const { reviewed, planned } = yearsOf(headings)
  if (planned !== null && reviewed !== null && planned === reviewed + 1) {
    if (titled !== planned) from.year = 'headings'
    return planned
  }
  const byName = [...named.matchAll(/(?<!\d)((?:19|20)\d\d)(?!\d)/gu)]
    .map((match) => Number(match[1]))
    .filter(isYear)
  const nearest = byName.find((year) => reviewed === null || year === reviewed + 1) ?? byName.at(-1)
  if (titled !== null && isYear(titled) && (reviewed === null || titled > reviewed)) {
    from.year = 'title'
    return titled
  }
  if (planned !== null) {
    from.year = 'headings'
    return planned
  }
  if (nearest !== undefined) {
    from.year = 'file name'
    return nearest
  }
  if (reviewed !== null) {
    from.year = 'headings'
    return reviewed + 1
  }
  const keyed = readNumber(keyedYear)
  if (!isYear(keyed)) return null
  from.year = 'header'
  return keyed
}

function isYear(value: number): boolean {
  return value >= 1949 && value <= 2100
}

const REVIEW_WORDS = /回顾|总结|成就|完成情况|发展情况|来工作|取得|基本情况/u
const PLAN_WORDS = /主要工作|重点工作|安排|任务|目标|重点|总体要求|思路|打算|部署|计划|预期|要求/u

function yearsOf(headings: readonly string[]): { reviewed: number | null; planned: number | null } {
  const years = (text: string): number[] =>
    [...text.matchAll(new RegExp(ANY_YEAR.source, 'gu'))]
      .map((match) => readNumber(match[1] ?? ''))
      .filter(isYear)
  const reviews = headings
    .filter((text) => REVIEW_WORDS.test(text) && (!PLAN_WORDS.test(text) || /回顾|总结|成就/u.test(text)))
    .flatMap(years)
  const plans = headings.filter((text) => PLAN_WORDS.test(text) && !REVIEW_WORDS.test(text)).flatMap(years)
  const any = headings.flatMap(years)
  const reviewed = reviews[0] ?? null
  return {
    reviewed,
    planned:
      plans.find((year) => reviewed === null || year === reviewed + 1) ??
      (reviewed !== null ? (any.find((year) => year === reviewed + 1) ?? null) : null),
  }
}

/** The year looked back on and the year planned. */
function readPeriods(
  headings: readonly string[],
  year: number | null,
  lines: readonly string[],
): { reviews: number | null; plans: number | null } {
  const { reviewed, planned } = yearsOf(headings)
  if (year === null) return { reviews: reviewed, plans: planned }
  const titled = lines
    .map((line) => /^((?:19|20)\d\d)年.*工作报告$/u.exec(line)?.[1])
    .find((text) => text !== undefined)
  const reviews = reviewed ?? (titled !== undefined && Number(titled) < year ? Number(titled) : year - 1)
  return { reviews, plans: planned ?? (reviewed === year ? year + 1 : year) }
}

function warnOfYear(year: number, named: string, warnings: string[]): void {
  const years = [...named.matchAll(/(?<!\d)((?:19|20)\d\d)(?!\d)/gu)]
    .map((match) => Number(match[1]))
    .filter(isYear)
  if (years.length > 0 && !years.includes(year))
    warnings.push(`the file name says ${years.join(', ')}, the text ${year}: the text wins`)
}
