/** Turns the text of a report file into a Report, or the list of what is wrong with it and where. */

import { type Block, checkHeadings, splitBlocks } from './blocks.ts'
import { type FrontMatter, parseFrontMatter } from './front-matter.ts'
import { findLeads } from './lead.ts'
import { passageIds } from './passage-id.ts'
import { type Passage, REPORT_ID, type Report, type ReportFault, type Section } from './report.ts'

export type ParsedReport<Fault = ReportFault> =
  | { readonly report: Report; readonly faults?: never }
  | { readonly report?: never; readonly faults: readonly Fault[] }

/** Reads one report file. `id` is the file's name without `.md`. All faults are collected, not only the first. */
export function parseReport(id: string, file: string): ParsedReport {
  const lines = file.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/)
  const end = lines.findIndex((line, index) => index > 0 && line.trimEnd() === '---')
  if (lines[0]?.trimEnd() !== '---' || end < 0) {
    const message = 'no front matter; open the file with a line ---, the fields, and a line ---'
    return { faults: [{ line: 1, message }] }
  }
  const faults: ReportFault[] = []
  if (!REPORT_ID.test(id)) {
    faults.push({ line: 1, message: `report id ${id}: rename the file to 1 to 40 of a-z, 0-9 and -` })
  }
  const front = parseFrontMatter(id, lines.slice(1, end).join('\n'), faults)
  const blocks = splitBlocks(lines, end + 1)
  if (!blocks.some((block) => block.level === 0)) {
    faults.push({ line: end + 1, message: 'no paragraph; write the report below the front matter' })
  }
  checkHeadings(blocks, faults)
  if (front === null || faults.length > 0) return { faults: faults.sort((a, b) => a.line - b.line) }
  return { report: assembleReport(front, blocks) }
}

/** More paragraphs may come to it. */
type OpenSection = Omit<Section, 'last'> & { last: number }

function assembleReport(front: FrontMatter, blocks: readonly Block[]): Report {
  const texts = blocks.filter((block) => block.level === 0).map((block) => block.text)
  const ids = passageIds(front.meta.id, texts)
  const sections: OpenSection[] = []
  const paths: string[][] = []
  let open: OpenSection[] = []
  for (const { level, text } of blocks) {
    if (level > 0) open = open.filter((section) => section.level < level)
    const path = open.filter((section) => section.level > 1).map(({ heading }) => heading)
    if (level === 0) {
      paths.push(path)
      for (const section of open) section.last = paths.length
    } else {
      const [first, last] = [paths.length + 1, paths.length]
      const section = { heading: text, path: [...path, text], level, first, last }
      open.push(section)
      sections.push(section)
    }
  }
  const leads = leadsBySection(paths, texts)
  const passages: Passage[] = texts.map((text, index) => {
    const path = paths[index] ?? []
    const lead = leads[index] ?? null
    return {
      id: ids[index] ?? '',
      report: front.meta.id,
      paragraph: index + 1,
      section: lead === null ? path : [...path, lead],
      text,
      page: pageOf(index + 1, front.pages),
    }
  })
  return { ...front.meta, sections, passages }
}

/** Leads are looked for among the paragraphs that stand under the same heading, next to each other. */
function leadsBySection(paths: readonly (readonly string[])[], texts: readonly string[]): (string | null)[] {
  const sections: string[][] = []
  texts.forEach((text, index) => {
    const isSame = paths[index]?.join('\n') === paths[index - 1]?.join('\n')
    if (isSame) sections.at(-1)?.push(text)
    else sections.push([text])
  })
  return findLeads(sections).flat()
}

function pageOf(paragraph: number, pages: readonly number[]): number | null {
  return pages.filter((first) => first <= paragraph).length || null
}
