/** Takes a place's full name apart: 深圳市罗湖区 is 罗湖区 of 深圳市, for short 罗湖; 内蒙古自治区 is 内蒙古. Also who heads places. */
import { foldPhrase } from './normalizer.ts'

/** Peoples that may stand in an autonomous place's name without 族: 伊犁哈萨克自治州. */
export const BARE_PEOPLES =
  '维吾尔|哈萨克|柯尔克孜|塔吉克|乌孜别克|塔塔尔|锡伯|蒙古|达斡尔|鄂温克|鄂伦春|俄罗斯|朝鲜|土家|布依|仡佬|仫佬|毛南|哈尼|拉祜|景颇|傈僳|纳西|独龙|阿昌|德昂|布朗|基诺|普米|门巴|珞巴|撒拉|保安|东乡|裕固|赫哲|高山'
/** Those of one character are told by 族 alone: 水 of 陵水黎族自治县 is none. 各族 as well. */
export const SHORT_PEOPLES = '[满回藏羌彝白傣壮苗侗瑶黎畲水京佤怒土各]'
const PEOPLE = `(?:(?:${BARE_PEOPLES})族?|${SHORT_PEOPLES}族)`
const AUTONOMOUS = '自治区|自治州|自治县|自治旗'

/** What a place's name ends with, longer ones first: the source of a regular expression. */
export const LEVELS_OF_PLACES = `特别行政区|${AUTONOMOUS}|开发区|新区|矿区|林区|地区|省|市|州|盟|县|区|旗|乡|镇`

/** The offices of those who report for a government: the source of a regular expression, for people's words and reports' alike. */
export const HEADS_OF_GOVERNMENT = '总理|主席|省长|市长|州长|盟长|县长|区长|旗长|乡长|镇长|专员|主任'

/** The unit above, when something that can be a name follows it. */
const PARENT =
  /^(?:\p{Script=Han}{2,12}?(?:自治区|自治州|地区|省|市|州|盟))+(?=\p{Script=Han}+(?:市|县|区|旗|州|盟|乡|镇)$)/u
/** 北京市区, 河北省市县, 秦皇岛市经济技术开发区: kinds of places, no names. */
const NO_UNIT =
  /^(?:[省市县区州]+|(?:高新|经济|技术|产业|工业|城乡|一体化|综合|管理|示范|实验|合作|保税|开发|新|矿|林|地)+区|自治[区州县旗])$/u
/** Zones for one purpose keep their whole name: 石家庄高新技术产业开发区 is not 石家庄. */
const ZONE = /(?:开发|管理|示范|合作|保税|产业|工业|技术|(?<!花)园)区$/u

/** Short names that are not spelt as their characters mostly sound. */
export const SPELT: Readonly<Record<string, string>> = {
  陕西: 'shaanxi',
  乐清: 'yueqing',
  乐亭: 'laoting',
  乐陵: 'laoling',
  单县: 'shanxian',
  尉犁: 'yuli',
  洪洞: 'hongtong',
  大埔: 'dabu',
  大城: 'daicheng',
  长子: 'zhangzi',
  涡阳: 'guoyang',
  歙县: 'shexian',
  黄陂: 'huangpi',
  浚县: 'xunxian',
  郫都: 'pidu',
  筠连: 'junlian',
  繁峙: 'fanshi',
  蔚县: 'yuxian',
  泌阳: 'biyang',
  喀什: 'kashi',
}

/** The units above the last: 深圳市罗湖区 → 深圳市; '' where there are none. */
function parentOf(place: string): string {
  const parent = PARENT.exec(place)?.[0] ?? ''
  return NO_UNIT.test(place.slice(parent.length)) ? '' : parent
}

/** The last unit: 深圳市罗湖区 → 罗湖区. */
export function lastPart(place: string): string {
  return place.slice(parentOf(place).length)
}

/** What people call the place, folded: 深圳市罗湖区 → 罗湖, 西藏自治区 → 西藏, 东乡族自治县 → 东乡. Names of two characters stay whole. */
export function shortName(place: string): string {
  return stemOf(lastPart(foldPhrase(place)))
}

/** Every name by which a text may call the place, the full one first. */
export function namesOfPlace(place: string): string[] {
  const parent = parentOf(place)
  const own = place.slice(parent.length)
  const stem = stemOf(own)
  const names = [place, own, stem]
  const level = /自治([州县旗])$/u.exec(own)?.[1]
  if (level !== undefined) names.push(`${stem}${level}`, `${stem}自治${level}`)
  if (parent !== '') names.push(shortName(parent) + own, shortName(parent) + stem)
  return [...new Set(names)].filter((name) => name.length >= 2)
}

const PEOPLES_AND_LEVEL = new RegExp(`${PEOPLE}*(?:${AUTONOMOUS}|(?<=族)区)$`, 'u')
const LEVEL = new RegExp(`(?:${LEVELS_OF_PLACES})$`, 'u')

/** The name without its level and peoples, as long as two characters are left. */
function stemOf(name: string): string {
  if (ZONE.test(name)) return name
  const bare = name.replace(LEVEL, '')
  // The peoples are stripped from the left on, so that a name that begins with one keeps it: 内蒙古, 鄂温克, 东乡.
  const peoples = PEOPLES_AND_LEVEL.exec(name)
  const stem = peoples === null ? bare : name.slice(0, peoples.index)
  if (stem.length >= 2) return stem
  const own = /^(.{2,})族$/u.exec(bare)?.[1] ?? bare
  return own.length >= 2 ? own : name
}
