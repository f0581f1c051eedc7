/** Finds the notes at the foot of a page: lines below the text that open with a mark and are set smaller, or apart. */
import { countUp } from '../../../text/maps.ts'
import type { PlacedLine } from './layout.ts'

/** What a note is told by. */
export interface NoteSigns {
  /** Page numbers and running heads, which are looked past. */
  readonly running: ReadonlySet<PlacedLine>
  /** The usual distance of lines, in em. */
  readonly pitch: number
}

/** A note is set smaller than the text by this at least. */
const SMALLER = 0.87
/** A note in the size of the text stands apart from it by this many usual distances, and is short. */
const APART = 1.5
const MAX_LINES_APART = 8
/** ① [1] 〔1〕 * ※ 注： */
const SURE_MARK = /^\s*(?:[①-⑳⑴-⒇]|[[［〔【]\d{1,3}[\]］〕】]|[*＊※]|注\s?[\d①-⑳]{0,2}\s?[:：])/u
/** In small print a bare figure is one, too. */
const MARK = new RegExp(
  `${SURE_MARK.source}|^\\s*[（(]?\\d{1,3}[）)]?[.．、:：\\s]?\\s*[\\p{Script=Han}“《]`,
  'u',
)
const FINISHED = /[。！？!?：:；;][”’」』）)]*$/u

/** The lines of all notes, each with whether a note begins there. `pages` are those of layOutPage(). */
export function findFootNotes(
  pages: readonly (readonly (readonly PlacedLine[])[])[],
  { running, pitch }: NoteSigns,
): Map<PlacedLine, boolean> {
  const notes = new Map<PlacedLine, boolean>()
  const size = usualSize(pages.flat(2).filter((line) => !running.has(line)))
  let goesOn = false
  for (const [index, page] of pages.entries()) {
    let hasNotes = false
    const isLast = index === pages.length - 1
    // Small print that fills the next page, too, is an annex.
    const next = (pages[index + 1] ?? []).flat().filter((line) => !running.has(line))
    const isAnnex = !isLast && next.every((line) => line.size <= size * SMALLER)
    for (const column of page) {
      const lines = column.filter((line) => !running.has(line))
      const found = isAnnex ? null : (smallNotes(lines, size, goesOn) ?? notesApart(lines, pitch))
      if (found === null) continue
      hasNotes = true
      for (const line of found) notes.set(line, MARK.test(line.text))
    }
    goesOn = hasNotes
  }
  return notes
}

/** The lines below the last one in the size of the text, from the first mark on; from the first of them where a note goes on. */
function smallNotes(
  lines: readonly PlacedLine[],
  size: number,
  goesOn: boolean,
): readonly PlacedLine[] | null {
  const last = lines.findLastIndex((line) => line.size > size * SMALLER)
  if (last < 0 || isHeading(lines[last]?.text ?? '')) return null
  const small = lines.slice(last + 1).filter((line) => !line.isTableRow)
  const first = goesOn ? 0 : small.findIndex((line) => MARK.test(line.text))
  return first < 0 || small.length === 0 ? null : small.slice(first)
}

/** 名词解释: the small print below a heading is what it heads. */
function isHeading(text: string): boolean {
  return text.trim().length <= 16 && !FINISHED.test(text) && !/[，。；]/u.test(text)
}

/** What stands apart below text that breaks off in mid-sentence. */
function notesApart(lines: readonly PlacedLine[], pitch: number): readonly PlacedLine[] | null {
  for (let at = lines.length - 1; at > 0 && lines.length - at <= MAX_LINES_APART; at--) {
    const [above, line] = [lines[at - 1] as PlacedLine, lines[at] as PlacedLine]
    if ((line.baseline - above.baseline) / line.size <= pitch * APART) continue
    const isNote = SURE_MARK.test(line.text) && !line.isTableRow && !FINISHED.test(above.text)
    return isNote && /[，。；]/u.test(above.text) ? lines.slice(at) : null
  }
  return null
}

/** The size in which most letters are set. */
function usualSize(lines: readonly PlacedLine[]): number {
  const letters = new Map<number, number>()
  for (const { size, text } of lines) countUp(letters, Math.round(size * 4) / 4, text.length)
  return [...letters].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0
}
