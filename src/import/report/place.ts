/** Tells names of places from other words, and completes short ones: 新疆 is 新疆维吾尔自治区. */
import type { Level } from '../../corpus/report.ts'
import { LEVELS_OF_PLACES, shortName } from '../../text/place-name.ts'
import { provinces } from '../../text/provinces.ts'

const HAN = '\\p{Script=Han}'
/** The central government's reports speak for the State Council. */
export const STATE_COUNCIL = '国务院'

const LEVEL_BY_SUFFIX: readonly (readonly [RegExp, Level])[] = [
  [/自治区$/u, '自治区'],
  [/省$/u, '省'],
  [/(?:自治州|州|盟|地区)$/u, '州'],
  [/(?:自治县|县|旗)$/u, '县'],
  [/(?:区)$/u, '区'],
  [/市$/u, '市'],
  [/(?:乡|镇)$/u, '乡'],
]

/** The full names of provinces by what people call them: 新疆 is 新疆维吾尔自治区. */
const PROVINCES = new Map(provinces().map((full) => [shortName(full), full]))

/** Level of a place by its name, '' when the name does not tell. */
export function levelOf(place: string): Level | '' {
  if (place === STATE_COUNCIL) return '国'
  return LEVEL_BY_SUFFIX.find(([pattern]) => pattern.test(place))?.[1] ?? ''
}

/** The full name of a province written short, or the name itself. */
export function completePlace(name: string): string {
  return PROVINCES.get(name) ?? name
}

const NAME = new RegExp(
  `^(?:${HAN}{2,15}(?:${LEVELS_OF_PLACES})|${HAN}县|${[...PROVINCES.keys()].join('|')}|${STATE_COUNCIL})$`,
  'u',
)
/** 全市, 我县, 本区: no names. */
const NO_NAME =
  /^中国|^(?:[全我本各该每某]|在|向|和|对|省|市|县|区|州|这|那|新时代|现代化|了|为|把|由|是|的|至|到)|[，。的了]|人民|政府|代表|大会|会议|工作|报告/u

/** True for something that can be a place's name. */
export function isPlaceName(name: string): boolean {
  return NAME.test(name) && !NO_NAME.test(name)
}

/** Words that reports put before 市, 县, 区 and that are no names. */
const VERBS =
  /推[进动广]|完[成善]|加[快强大]|确保|抓好|建[设成立]|实[施现行]|促进|提[升高]|深[化入]|坚持|发[展挥]|强化|扩大|优化|打造|支持|做[好大强]|创[建新]|培育|全面|启动|开展|落实|规划|争创|重点|统筹|带动|围绕|服务|部分|主要|其他|周边|农村|城[乡市镇]|老城|试点|示范|工业|产业|园|贫困|先进|国家|中心|沿海|各|所有|跨|全|入|出|进|经济|项目|数字|社会|改革|我们|我/u

/** True for a name of two to four characters that is no verb and no kind of place. */
export function isLikelyName(name: string): boolean {
  return isPlaceName(name) && !VERBS.test(name)
}
