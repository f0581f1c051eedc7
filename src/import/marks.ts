/** A line's opening in, what kind of mark opens it out: 一、 （一） 1. —— and the like. */

const CHINESE_NUMBER = '[一二三四五六七八九十百○〇零]{1,4}'

/** 一、 and 第一部分: the outer headings. */
export const SECTION_MARK = new RegExp(`^(?:${CHINESE_NUMBER}、|第${CHINESE_NUMBER}(?:部分|章|篇)[、：:\\s]?)`, 'u')
/** （一） and (一): the inner headings. */
export const SUBSECTION_MARK = new RegExp(`^[（(]${CHINESE_NUMBER}[）)]`, 'u')
const DASH = /^(?:—{1,3}|－{2,3}|-{2,4}|─{1,3})/u
export const SALUTATION = /^(?:各位代表|各位委员|同志们|女士们|代表们)(?:[、，：:！!,]|$)/u
const NUMBERED = /^(?:\d{1,3}[.．、](?!\d)|[①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳]|[（(]\d{1,2}[）)])/u

/** True where a new paragraph or heading surely begins. */
export function startsBlock(text: string): boolean {
  return (
    SECTION_MARK.test(text) || SUBSECTION_MARK.test(text) || DASH.test(text) || SALUTATION.test(text) || NUMBERED.test(text)
  )
}
