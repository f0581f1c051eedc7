/** Finds what the lines above and below a report print about its text: 此文有删减, 摘登, 根据录音整理. */
import { withoutSpaces } from '../../text/normalizer.ts'

/** The words of a note that something was left out, as a pattern. */
export const ABRIDGED = '(?:此文|本文|全文|原文|报告|本报告)?(?:内容)?(?:略|已)?有(?:所)?(?:删减|删节|删改)'
const EXCERPT = '摘要|摘登|摘编|摘录|节选'
const TAKEN_DOWN = '(?:现场)?文字实录|(?:本文|本报告)?(?:系|由)?根据.{1,14}整理'
const OPEN = '[（(【[]'
const CLOSE = '[）)】\\]]'

/** A line that is such a note from end to end. 摘要 alone heads a web page's teaser and is none. */
const WHOLE_LINE = new RegExp(
  `^(?:${OPEN}(?:注[:：])?(?:${ABRIDGED}|${EXCERPT}|${TAKEN_DOWN})[。.]?${CLOSE}|(?:注[:：])?(?:${ABRIDGED}|摘登|节选|${TAKEN_DOWN})[。.]?)$`,
  'u',
)
/** 政府工作报告（摘要）: a note behind the title. */
const BEHIND_TITLE = new RegExp(`${OPEN}(${ABRIDGED}|${EXCERPT}|${TAKEN_DOWN})${CLOSE}`, 'u')

export interface NoteSources {
  /** Lines that tell title, meeting and speaker. */
  readonly head: readonly string[]
  /** Lines that stand above, below or between what is the report. */
  readonly dropped: readonly string[]
}

/** The notes as printed, without brackets, each once; '' when there is none. */
export function readPrintedNote({ head, dropped }: NoteSources): string {
  const behind = head.map(withoutSpaces).map((line) => BEHIND_TITLE.exec(line)?.[1] ?? '')
  const whole = [...head, ...dropped]
    .map(withoutSpaces)
    .filter((line) => WHOLE_LINE.test(line))
    .map((line) => line.replace(/^[（(【[]|[。.）)】\]]+$/gu, ''))
  return [...new Set([...behind, ...whole])].filter((note) => note !== '').join('；')
}
