/** Paragraphs in, the outline out: headings with their levels, run-in headings on a line of their own, glossary entries. */
import { SECTION_MARK, SUBSECTION_MARK } from './marks.ts'
import type { Paragraph } from './unwrap.ts'

/** A heading (level 2 and below; 1 is the title's) or a paragraph (level 0) of the report file. */
export interface Block {
  readonly level: number
  readonly text: string
  readonly line: number
  readonly page: number | null
}

/** A heading is not longer than this, in UTF-16 units. */
const MAX_HEADING_UTF16 = 60
const CLOSED = /[。！？；，、：:;,!?…][”’」』）)]*$/u
const YEAR_HEADING = /^(?:过去.{1,2}年|(?:19|20)\d\d年).{0,24}(?:回顾|安排|任务|目标|思路|重点|总结|打算|要求)$/u
const GLOSSARY = /^(?:附[:：]?)?(?:《?政府工作报告》?)?(?:有关|部分)?(?:名词|用语|词语|专业术语)(?:解释|说明|注释)$/u

/** Divides the body of a report into headings and paragraphs. */
export function outline(paragraphs: readonly Paragraph[]): Block[] {
  return paragraphs.flatMap((paragraph) => blocksOf(paragraph))
}

function blocksOf(paragraph: Paragraph): Block[] {
  const { text, line, page } = paragraph
  const level = headingLevel(paragraph)
  if (level !== null) return [{ level, text, line, page }]
  const runIn = splitRunIn(text)
  if (runIn === null) return [{ level: 0, text, line, page }]
  return [
    { level: runIn.level, text: runIn.heading, line, page },
    { level: 0, text: runIn.rest, line, page },
  ]
}

function headingLevel({ text, heading }: Paragraph): number | null {
  const isClosed = CLOSED.test(text)
  if (SECTION_MARK.test(text) && !isClosed && text.length <= MAX_HEADING_UTF16) return 2
  if (SUBSECTION_MARK.test(text) && !isClosed && text.length <= MAX_HEADING_UTF16) return 3
  if (YEAR_HEADING.test(text) || GLOSSARY.test(text)) return 2
  return heading === null ? null : Math.max(2, heading)
}

/** （一）坚持项目带动。坚定不移… → heading and paragraph; the full stop goes with the heading's words. */
function splitRunIn(text: string): { level: number; heading: string; rest: string } | null {
  const level = SECTION_MARK.test(text) ? 2 : SUBSECTION_MARK.test(text) ? 3 : null
  if (level === null) return null
  const match = /^([^。！？]{2,80})。(.+)$/su.exec(text)
  if (match === null) return null
  return { level, heading: match[1] ?? '', rest: match[2] ?? '' }
}
