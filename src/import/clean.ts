/** Source lines in, the lines of the report out, beside what was dropped and why. */
import { columns, decodeLeftovers, lettersOf } from './line.ts'
import type { SourceLine } from './source.ts'

/** A line with its layout read off and taken away. */
export interface Line {
  readonly text: string
  /** Number of the source line, from 1. */
  readonly number: number
  /** Columns of white space before the first character. */
  readonly indent: number
  readonly page: number | null
  readonly heading: number | null
  /** UTF-16 units at the start of `text` that are set in bold. */
  readonly boldStart: number
  readonly isBlock: boolean
  readonly isTableRow: boolean
}

/** Something of the source that is not in the report file. */
export interface Dropped {
  readonly line: number
  readonly text: string
  readonly reason: string
}

const FURNITURE: readonly (readonly [RegExp, string])[] = [
  [/^[-—–－\s·•]*\d{1,3}[-—–－\s·•]*$/u, 'page number'],
  [/^第\s*\d{1,3}\s*页(?:\s*[,，/共]*\s*\d{1,3}\s*页)?$/u, 'page number'],
  [/^(?:https?:\/\/|www\.)\S+$/i, 'web address'],
  [/^本文(?:内容)?(?:来自|来源于|转自)网络/u, 'advertising'],
  [/搜集整理.*(?:联系我们|删除)/u, 'advertising'],
  [/^(?:\d+\.\s*)?(?:当前位置|您所在的位置|您的位置)\s*[:：]?/u, 'site navigation'],
  [/^(?:\d+\.\s*)?首页\s*>/u, 'site navigation'],
  [/^(?:\d+\.\s*)?[>＞»]+\s*正文$/u, 'site navigation'],
  [/^(?:索\s*引\s*号|发布机构|名\s*称|文\s*号|来\s*源|发布日期|主题分类|有\s*效\s*性)(?:\s|[:：])/u, 'publication data'],
  [/^(?:解读文章|相关解读|相关文件|政策解读)$/u, 'site navigation'],
  [/^[（(]此文有删减[）)]$/u, 'editor’s note'],
]

/** Reads off the layout of each line, undoes written-out escapes, and takes furniture away. */
export function cleanLines(source: readonly SourceLine[]): { lines: Line[]; dropped: Dropped[] } {
  const lines: Line[] = []
  const dropped: Dropped[] = []
  source.forEach((raw, index) => {
    for (const part of decodeLeftovers(raw.text).split('\n')) {
      const { text, heading, boldStart } = readMarks(part.trim(), raw)
      if (text === '') continue
      const reason = FURNITURE.find(([pattern]) => pattern.test(text))?.[1]
      if (reason !== undefined) {
        if (lettersOf(text) !== '') dropped.push({ line: index + 1, text, reason })
        continue
      }
      lines.push({
        text,
        number: index + 1,
        indent: columns(/^\s*/u.exec(part)?.[0] ?? ''),
        page: raw.page ?? null,
        heading,
        boldStart,
        isBlock: raw.isBlock ?? false,
        isTableRow: raw.isTableRow ?? false,
      })
    }
  })
  return { lines, dropped }
}

/** Markdown's # and ** become facts about the line. */
function readMarks(line: string, raw: SourceLine): { text: string; heading: number | null; boldStart: number } {
  const hashes = /^(#{1,6})\s+(.*)$/u.exec(line)
  const heading = raw.heading ?? hashes?.[1]?.length ?? null
  const marked = hashes?.[2] ?? line
  const bold = /^[—\s]*\*\*(.+?)\*\*/u.exec(marked)
  const text = marked.replaceAll('**', '').trim()
  const fromFormat = raw.bold?.find(([start]) => start === 0)?.[1] ?? 0
  return { text, heading, boldStart: bold === null ? fromFormat : bold[0].replaceAll('*', '').length }
}
