/** Finds the place that a report speaks for, in its head, opening and body and its file's name. */
import { countUp } from '../../text/maps.ts'
import { shortName } from '../../text/place-name.ts'
import { cities } from '../../text/provinces.ts'
import { completePlace, isLikelyName, isPlaceName, STATE_COUNCIL } from './place.ts'
import { MEETING, NATIONAL } from './read-meeting.ts'

const HAN = '\\p{Script=Han}'
/** A place that is found by counting must be named this often. */
const MIN_NAMED = 4
/** Names that are counted at most. */
const MAX_NAMES = 200

interface PlaceSources {
  readonly joined: string
  readonly opening: string
  readonly body: readonly string[]
  readonly publisher: string
  readonly named: string
}

/** The report's own words first (meeting, post, first sentence, title), then the header, the file's name, the text at large. */
export function readPlace(sources: PlaceSources, from: Record<string, string>, warnings: string[]): string {
  const spoken = placeInText(sources.opening, 'speech')
  const printed = placeInText(sources.joined) || spoken
  // 我代表深圳市罗湖区人民政府 below a title that names 罗湖区 alone.
  const stated = spoken.endsWith(printed) ? spoken : printed
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
  if (guess === '') return ''
  from.place = 'text, by count'
  warnings.push(
    `no line says whose report it is; ${guess} is what the text names most: check it, or give --place`,
  )
  return guess
}

const GOVERNMENT = new RegExp(`(?:代表|——|^|[上：:])(${HAN}{2,14}?)(?:人民政府|管理委员会|管委会|政府)`, 'u')

function placeInText(text: string, kind: 'head' | 'speech' = 'head'): string {
  if (kind === 'speech') {
    if (/代表国务院|国务院(?:，)?向/u.test(text)) return STATE_COUNCIL
    const name = completePlace(
      /代表([^，。：！；、]{2,14}?)(?:人民政府|管理委员会|管委会|政府)/u.exec(text)?.[1] ?? '',
    )
    return isPlaceName(name) ? name : ''
  }
  if (NATIONAL.test(text) || /国务院总理/u.test(text)) return STATE_COUNCIL
  const meeting = MEETING.exec(text)
  const beforeMeeting = (meeting?.[1] ?? '')
    .replace(/^.*(?:[日年]|[在于——–-])/u, '')
    .replace(/^(?:中国共产党|中共)/u, '')
  const candidates = [
    beforeMeeting,
    /(?:(?:19|20)\d\d年度?|^|[—–-])([^年月日，：]{2,14}?)(?:人民)?政府工作报告/u.exec(text)?.[1] ?? '',
    GOVERNMENT.exec(text)?.[1] ?? '',
  ].map((name) =>
    completePlace(
      name
        .replace(YEAR, '')
        .replace(/^(?:在|于|关于)/u, '')
        .replace(/(?:\d{4}年.*|人民)$/u, ''),
    ),
  )
  const names = candidates.filter(isPlaceName)
  return names.find((name) => names.some((other) => other !== name && name.endsWith(other))) ?? names[0] ?? ''
}

/** 二〇二四年, 2024年度: titles and names of files have one. */
const YEAR = /(?:19|20)\d\d(?:年度?)?|[〇○零一二三四五六七八九Oo]{4}年度?/gu

/** A place at the start of the file's name or before 政府工作报告 in it; the more exact one. */
function placeInName(named: string): string {
  if (/国务院/u.test(named)) return STATE_COUNCIL
  const parts = named
    .split(/[_\s\-（）()【】[\]]+/u)
    .map((part) => part.replace(YEAR, '').replace(/^在/u, ''))
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
  const stated = /代表(省|市|州|县|区|旗|自治区|自治州)?(?:人民)?政府/u.exec(opening)?.[1]
  const own = stated ?? '市'
  const text = body.join('')
  const withOwn = (name: string): string => (name.endsWith(own) ? name : name + own)
  const named = new RegExp(`(?<=[，。、；：“”《在于])(${HAN}{2,4}${own})(?=[，。、；”委人第国])`, 'gu')
  const names = [...text.matchAll(THANKED), ...text.matchAll(named)].map((match) => withOwn(match[1] ?? ''))
  // Where the report does not say what it is of, 市 is a guess that its own words must bear out.
  const isNamed = (name: string): boolean => stated !== undefined || text.includes(name)
  const counted = oftenest(names.filter((name) => isLikelyName(name) && isNamed(name))).map((name) => ({
    name,
    count: text.split(name.slice(0, -own.length)).length - 1,
  }))
  const best = counted.sort((a, b) => b.count - a.count)[0]
  if (best !== undefined && best.count >= MIN_NAMED) return best.name
  return own === '市' ? cityByCount(text) : ''
}

/** Different names, those that stand oftenest between marks first; a text has no more places than it could count through. */
function oftenest(names: readonly string[]): string[] {
  const counts = new Map<string, number>()
  for (const name of names) countUp(counts, name)
  if (counts.size <= MAX_NAMES) return [...counts.keys()]
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .slice(0, MAX_NAMES)
    .map(([name]) => name)
}

/** The city that the text names far oftener than any other. */
function cityByCount(text: string): string {
  const counted = cities()
    .map((name) => ({ name, count: text.split(name).length - 1 }))
    .sort((a, b) => b.count - a.count)
  const [first, second] = counted
  if (first === undefined || first.count < 2 || first.count < 2 * (second?.count ?? 0)) return ''
  return `${first.name}市`
}
