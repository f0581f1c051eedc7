/** Tells what kind of mark opens a line: 一、 （一） 1. —— and the like. */
import { readNumeral } from '../../text/numeral.ts'

const CHINESE_NUMBER = '[一二三四五六七八九十百]{1,4}'

/** 第一部分: the outermost headings. */
export const PART_MARK = new RegExp(
  `^第${CHINESE_NUMBER}(?:部分|章|篇)(?:[、：:\\s]|$|(?=[^，。]{2,40}$))`,
  'u',
)
/** 一、 */
export const SECTION_MARK = new RegExp(`^${CHINESE_NUMBER}(?:[、．]|\\.(?!\\d))`, 'u')
/** （一） and (一) */
export const SUBSECTION_MARK = new RegExp(`^[（(]${CHINESE_NUMBER}[）)][、．.]?`, 'u')
/** 1. 1． 1、 （1） ① */
const NUMBER_MARK = /^(?:\d{1,3}[.．、](?!\d)|[①-⑳]|[（(]\d{1,2}[）)]|[⑴-⒇]|[⒈-⒛])/u
const DASH_MARK = /^(?:—{1,3}|－{2,3}|-{2,4}|─{1,3}|―{1,2})/u
/** 一是…, 一要…: an enumeration that may stand as paragraphs of its own. */
export const ENUMERATION_MARK = new RegExp(`^${CHINESE_NUMBER}(?:是|要)`, 'u')

/** 各位代表： and the other forms of address that open a report or a part of it. */
export const SALUTATION =
  /^(?:尊敬的)?(?:各位代表|各位委员|各位领导|同志们|女士们|代表们)(?:[、，：:！!,]|$)/u

/** A line that is a report's title: 政府工作报告, 2022年乌恰县政府工作报告, 政府工作报告——2015年…会议上. */
export const TITLE =
  /^[《]?(?:[^，。；：]{0,30}?)(?:政\s*府|管理委员会|管委会)?工\s*作\s*报\s*告[》]?(?:[（(——\-－\d].{0,60})?$/u

/** 2022年工作回顾, 过去五年的主要成就: unnumbered headings of the outer level. */
export const YEAR_HEADING =
  /^(?:(?:过去|今后|未来).{1,3}年|(?:19|20)\d\d年|[“"]?十.五[”"]?(?:时期|期间)?).{0,26}(?:回顾|安排|任务|目标|思路|重点|总结|打算|要求|工作|成就|部署|情况|措施|政府工作)$/u

/** 名词解释, 附件, 注释: what may follow a report's last words. */
export const GLOSSARY_HEADING =
  /^[※＊*【[]*(?:附[件录]?\d?[:：]?)?(?:[《“]?.{0,12}?(?:政府)?工作报告[》”]?)?(?:中?(?:的|有关|部分|相关))?(?:名词|用语|词语|词汇|术语|专业术语|名词术语|缩略语)(?:及用语)?(?:解释|说明|注释|简释|释义)[）)]?$|^[※＊*【[]*(?:注释|注解|名词解释)[※＊*】\]]*[:：]?$/u
export const ANNEX_HEADING =
  /^附\s{0,4}(?:件|表|录)?\s{0,4}[\d一二三四五]{0,2}\s{0,4}[:：]?(?:$|[^，。]{2,50}$)/u

/** True for 1. 1、 ① and other figures that open an entry. */
export function isNumbered(text: string): boolean {
  return NUMBER_MARK.test(text)
}

/** True for —— and the dashes that stand for it. */
export function isDashed(text: string): boolean {
  return DASH_MARK.test(text)
}

/** True for 一、 and （一）. */
export function isSectionMarked(text: string): boolean {
  return SECTION_MARK.test(text) || SUBSECTION_MARK.test(text)
}

/** True for 第一部分, 一、 and （一）. */
export function isMarked(text: string): boolean {
  return PART_MARK.test(text) || isSectionMarked(text)
}

/** True where a new paragraph or heading surely begins. */
export function startsBlock(text: string): boolean {
  return (
    isMarked(text) ||
    isDashed(text) ||
    SALUTATION.test(text) ||
    isNumbered(text) ||
    GLOSSARY_HEADING.test(text)
  )
}

/** Three of 三、…, （三）… and 三是…; NaN where no Han numeral opens the text. */
export function markNumber(text: string): number {
  return readNumeral(/^[第（(]?([一二三四五六七八九十百]{1,4})/u.exec(text)?.[1] ?? '') ?? Number.NaN
}
