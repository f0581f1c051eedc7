/** What a heading tells by itself: its number, and whether a glossary stands below it. */
import { readNumeral } from '../text/numeral.ts'

const NUMBERED = /^[（(]?\s*(?:第?([一二三四五六七八九十]{1,3})(?:部分)?|(\d{1,2}))\s*[）)、.．\s]\s*/u

export function withoutNumber(heading: string): string {
  return heading.replace(NUMBERED, '')
}

/** Of 八、…: the number of a part of the report; (三)… numbers what is in a part. */
export function partNumber(heading: string): number | null {
  const [, han, digits] = /^[（(]/u.test(heading) ? [] : (NUMBERED.exec(heading) ?? [])
  return readNumeral(han ?? digits ?? '')
}

/** Of 八、… and of (三)…, whichever it numbers; null of a heading without a number. */
export function headingNumber(heading: string): number | null {
  const [, han, digits] = NUMBERED.exec(heading) ?? []
  return readNumeral(han ?? digits ?? '')
}

/** 名词解释, 有关术语注释: whether the report explains its words below it. Folded or as printed. */
export function isGlossaryHeading(heading: string): boolean {
  return /名词|术语|注释|注解|附注|用语说明|缩略语/u.test(heading)
}
