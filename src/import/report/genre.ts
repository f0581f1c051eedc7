/** Says why a divided source is no government work report; null where it is one. */
import { lettersOf, withoutSpaces } from '../../text/normalizer.ts'
import { isSectionMarked } from '../lines/marks.ts'

/** A speech has at least this many letters; the shortest of some 320 real ones has 4,700. */
const MIN_LETTERS = 2500

const OTHER_GENRE =
  /法治政府建设|法院工作报告|检察院工作报告|常务委员会工作报告|人大常委会工作报告|审计|预算|决算|财政收支|国民经济和社会发展(?:第|计划|统计|五年)|统计公报|信息公开(?:工作)?年度|督查|自评|环境状况|党代会|一图读懂|图解|解读/u
const SPEECH = [
  /各位代表/u,
  /代表.{0,14}(?:政府|管理?委员?会|国务院).{0,10}(?:报告|作)/u,
  /请.{0,8}审议/u,
  /人民代表大会|政协委员/u,
  /政府(?:工作)?报告|管理委员会工作报告|管委会工作/u,
]

/** 现在，我代表县人民政府向大会报告工作，请予审议: every report says so once. */
const OPENING = /代表.{0,20}(?:政府|管?委员?会|国务院|行政公署).{0,12}报告.{0,12}审议/u

export interface GenreInput {
  readonly head: readonly string[]
  readonly body: readonly string[]
  readonly fileName: string
  /** Lines of the whole source that carry text. */
  readonly lineCount: number
}

/** Says in words what the source is instead. */
export function refusal({ head, body, fileName, lineCount }: GenreInput): string | null {
  const prose = body.filter((text) => text.length >= 40)
  const letters = prose.reduce((sum, text) => sum + lettersOf(text).length, 0)
  if (letters < MIN_LETTERS) {
    return `holds only ${letters} letters of running text in ${lineCount} lines: a menu page, a notice or a summary, no report`
  }
  const openings = body.filter((paragraph) => OPENING.test(paragraph))
  if (openings[1] !== undefined)
    return `holds two reports, the second opens with “${openings[1].slice(0, 40)}”: save each in a file of its own`
  const text = body.join('')
  const marks = SPEECH.filter((pattern) => pattern.test(head.join('') + text)).length
  const headings = body.filter(isSectionMarked).length
  const named = [...head, fileName]
    .map((line) => OTHER_GENRE.exec(withoutSpaces(line))?.[0])
    .find((word) => word !== undefined)
  const addressed = (text.match(/各位代表/gu) ?? []).length
  if (named !== undefined && addressed === 0)
    return `is another kind of report (${named}), not a government work report`
  if (named !== undefined && /法院|检察院|常务委员会|人大常委会/u.test(named))
    return `is another body’s report (${named})`
  if (marks >= 3 || (marks >= 2 && headings >= 3) || /政府工作报告/u.test(fileName + head.join('')))
    return null
  return 'reads like no government work report: no address to the deputies, no government that reports'
}
