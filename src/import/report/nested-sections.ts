/** Finds the marks 一、二、三、 that number a list within a section, and are no sections of the report. */
import { GLOSSARY_HEADING, markNumber, SECTION_MARK, SUBSECTION_MARK, YEAR_HEADING } from '../lines/marks.ts'

/** A list that its section does not go on behind begins within this many paragraphs of the section's heading. */
const MAX_NEAR = 4
/** Where 三、 may be the third of the list or of the sections, it is of the list when that goes on to here: no report has as many sections. */
const LONG_LIST = 7

interface Mark {
  readonly index: number
  /** 0 for （一） and headings of annexes. */
  readonly value: number
  /** A heading without a number stands right above it. */
  readonly isBelowHeading: boolean
}

/** Indices of the paragraphs that open with a mark of a list. */
export function findNestedSections(texts: readonly string[]): Set<number> {
  const nested = new Set<number>()
  const marks = findMarks(texts)
  let outer: Mark | null = null
  let inner = 0
  for (const [at, mark] of marks.entries()) {
    const { value, index } = mark
    if (value === 0) continue
    const section: number = outer?.value ?? 0
    if (value === 1 && outer !== null) {
      const list = followList(marks, at, section)
      const isNested =
        list.resumes || (!mark.isBelowHeading && index - outer.index <= MAX_NEAR && list.length > 1)
      if (isNested) {
        nested.add(index)
        inner = 1
        continue
      }
    } else if (inner > 0 && value === inner + 1 && isOfList(marks, at, section)) {
      nested.add(index)
      inner = value
      continue
    } else if (value > 1 && outer !== null && value !== section + 1) {
      // 七、 below 二、, with nothing between: of a list whose beginning has no marks.
      nested.add(index)
      inner = value
      continue
    }
    outer = mark
    inner = 0
  }
  return nested
}

/** Follows the list that begins with mark `from` inside section number `section`. */
function followList(
  marks: readonly Mark[],
  from: number,
  section: number,
): { length: number; resumes: boolean } {
  let length = 1
  for (let at = from + 1; at < marks.length; at++) {
    const { value } = marks[at] as Mark
    if (value === 0) continue
    if (value === length + 1 && isOfList(marks, at, section)) length = value
    else return { length, resumes: section > 0 && value === section + 1 }
  }
  return { length, resumes: false }
}

/** Says whether the next mark of a list is the list's, and not the next section. */
function isOfList(marks: readonly Mark[], at: number, section: number): boolean {
  const { value } = marks[at] as Mark
  if (value !== section + 1) return true
  let last = value
  for (const other of marks.slice(at + 1)) {
    // Below a new heading numbers begin anew.
    if (other.value === 1 && other.isBelowHeading) break
    if (other.value === value) return true
    if (other.value === last + 1) last = other.value
  }
  return last >= LONG_LIST
}

function findMarks(texts: readonly string[]): Mark[] {
  let lastMark = -1
  return texts.flatMap((text, index) => {
    if (SECTION_MARK.test(text)) {
      const value = markNumber(text) || 0
      const above = texts.slice(lastMark + 1, index)
      lastMark = index
      return [{ index, value, isBelowHeading: above.some(isHeading) }]
    }
    const isOther = SUBSECTION_MARK.test(text) || GLOSSARY_HEADING.test(text)
    if (isOther) lastMark = index
    return isOther ? [{ index, value: 0, isBelowHeading: false }] : []
  })
}

/** 2023年工作目标任务; 加强政府自身建设: short, and no sentence. */
function isHeading(text: string): boolean {
  return YEAR_HEADING.test(text) || (/\p{Script=Han}{4}/u.test(text) && !/[。！？；，：:;,!?…]/u.test(text))
}
