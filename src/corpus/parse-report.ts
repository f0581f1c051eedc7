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

function assembleReport(front: FrontMatter, blocks: readonly Block[]): Report {
  const { sections, paths, texts } = outline(blocks)
  const ids = passageIds(front.meta.id, texts)
  const leads = leadsBySection(paths, texts)
  const passages: Passage[] = []
  for (let index = 0; index < texts.length; index++) {
    const path = paths[index] ?? []
    const lead = leads[index] ?? null
    passages.push({
      id: ids[index] ?? '',
      report: front.meta.id,
      paragraph: index + 1,
      section: lead === null ? path : [...path, lead],
      text: texts[index] ?? '',
      page: pageOf(index + 1, front.pages),
    })
  }
  return { ...front.meta, sections, passages }
}

/** More paragraphs may come to it. */
type OpenSection = Omit<Section, 'last'> & { last: number }

interface Outline {
  readonly sections: readonly Section[]
  /** Of each paragraph the headings that it stands under, the title left out. */
  readonly paths: readonly (readonly string[])[]
  readonly texts: readonly string[]
}

function outline(blocks: readonly Block[]): Outline {
  const sections: OpenSection[] = []
  const paths: (readonly string[])[] = []
  const texts: string[] = []
  const open: OpenSection[] = []
  let path: readonly string[] = []
  for (const { level, text } of blocks) {
    if (level === 0) {
      texts.push(text)
      paths.push(path)
      for (const section of open) section.last = paths.length
      continue
    }
    while ((open.at(-1)?.level ?? 0) >= level) open.pop()
    const above = open.filter((section) => section.level > 1).map(({ heading }) => heading)
    const [first, last] = [paths.length + 1, paths.length]
    const section = { heading: text, path: [...above, text], level, first, last }
    open.push(section)
    sections.push(section)
    path = level > 1 ? section.path : above
  }
  return { sections, paths, texts }
}

/** Leads are looked for among the paragraphs that stand under the same heading, next to each other. */
function leadsBySection(paths: readonly (readonly string[])[], texts: readonly string[]): (string | null)[] {
  const sections: string[][] = []
  texts.forEach((text, index) => {
    const [path, before] = [paths[index], paths[index - 1]]
    const isSame = path === before || path?.join('\n') === before?.join('\n')
    if (isSame) sections.at(-1)?.push(text)
    else sections.push([text])
  })
  return findLeads(sections).flat()
}

function pageOf(paragraph: number, pages: readonly number[]): number | null {
  let page = 0
  for (const first of pages) if (first <= paragraph) page++
  return page || null
}
