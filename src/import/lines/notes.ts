/** Takes footmarks out of paragraphs: [1] glued into a word leaves the text; the notes below it stay. */
import type { Dropped } from './clean.ts'
import type { Paragraph } from './unwrap.ts'

const FOOTMARK = /[[［〔【](\d{1,3}|[①-⑳])[\]］〕】]|[¹²³⁴-⁹⁰]+/gu
/** A note opens with its mark. */
const NOTE = /^[[［〔【]?(?:\d{1,3}|[①-⑳])[\]］〕】]/u
/** At the foot of a page it may stand bare. */
const PAGE_NOTE = /^[[［〔【]?(?:\d{1,3}|[①-⑳])/u
/** Fewer marks than this may be text: 新政发〔2019〕3号 has four figures and never counts. */
const MIN_FOOTMARKS = 2

export interface WithoutFootmarks {
  readonly paragraphs: readonly Paragraph[]
  readonly dropped: readonly Dropped[]
}

/** Takes the marks out of running text, where they rise through the report; a note keeps its number. */
export function dropFootmarks(paragraphs: readonly Paragraph[]): WithoutFootmarks {
  const marks = paragraphs
    .filter((paragraph) => !NOTE.test(paragraph.text))
    .flatMap((paragraph) => paragraph.text.match(FOOTMARK) ?? [])
  // A note below tells that a mark is one, however few there are.
  const noted = new Set(marks.map(withoutBrackets))
  const isNoted = paragraphs.some(({ text, isNote }) => {
    const mark = (isNote ? PAGE_NOTE : NOTE).exec(text)?.[0] ?? ''
    return isNote ? noted.has(withoutBrackets(mark)) : marks.includes(mark)
  })
  if (marks.length < MIN_FOOTMARKS && !isNoted) return { paragraphs, dropped: [] }
  const dropped: Dropped[] = []
  const cleaned = paragraphs.map((paragraph) => {
    if (NOTE.test(paragraph.text) || paragraph.isNote) return paragraph
    const text = paragraph.text.replace(FOOTMARK, (mark) => {
      dropped.push({ line: paragraph.line, text: mark, reason: 'footmark' })
      return ''
    })
    return text === paragraph.text ? paragraph : { ...paragraph, text }
  })
  return { paragraphs: cleaned, dropped }
}

function withoutBrackets(mark: string): string {
  return mark.replace(/[[\]［］〔〕【】]/gu, '')
}
