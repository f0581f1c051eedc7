/** The tools that read: which reports there are, a section of one, and the citation of a passage. */
import type { McpServer } from '@modelcontextprotocol/server'
import { z } from 'zod'
import { citeGbt7714, citePassage } from '../answer/citation.ts'
import type { Report } from '../corpus/report.ts'
import { citeBibtex } from '../export/bibtex.ts'
import { citeCslJson } from '../export/csl-json.ts'
import { citeRis } from '../export/ris.ts'
import type { ReportSummary } from '../search/backend.ts'
import { addTool, loose, pageOf, passageUrl, readPassage, ToolError, type Tooling } from './tool.ts'

/** A section is given in pieces of at most so many UTF-16 units of text. */
const MAX_SECTION_UTF16 = 8_000
const FORMATS = { gbt7714: citeGbt7714, bibtex: citeBibtex, ris: citeRis, 'csl-json': citeCslJson } as const

export function addReadingTools(server: McpServer, tooling: Tooling): void {
  addReportList(server, tooling)
  addSection(server, tooling)
  addCitation(server, tooling)
}

function addReportList(server: McpServer, { searcher }: Tooling): void {
  addTool(server, {
    name: 'list_reports',
    title: 'List the reports',
    description:
      'Which reports there are, by place and year. A place or year that is not here cannot be answered.',
    input: z.object({
      place: z.string().default('').describe('Part of the name of a place, or empty for all'),
      year: z.int().optional().describe('Year of the meeting'),
      offset: z.int().min(0).default(0),
      limit: z.int().min(1).max(200).default(100),
    }),
    output: z.object({ reports: z.array(loose), in_all: z.int(), next_offset: z.int().nullable() }),
    call: async ({ place, year, offset, limit }) => {
      const { reports } = await searcher().catalog()
      const wanted = reports.filter(
        (report) => report.place.includes(place.trim()) && (year === undefined || report.year === year),
      )
      const { shown, ...rest } = pageOf(wanted, { offset, limit })
      return { reports: shown.map(particulars), ...rest }
    },
  })
}

function particulars({ id, title, place, level, year, date, speaker, passages }: ReportSummary): object {
  return { id, title, place, level, year, date, speaker, passages }
}

function addSection(server: McpServer, { searcher }: Tooling): void {
  addTool(server, {
    name: 'read_section',
    title: 'Read a report in order',
    description:
      'The outline of a report and its passages from a paragraph on, in reading order, word for word.',
    input: z.object({
      report: z.string().min(1).describe('Id of the report'),
      from: z.int().min(1).default(1).describe('Number of the first paragraph'),
    }),
    output: z.object({ outline: z.array(loose), passages: z.array(loose), next: z.int().nullable() }),
    call: async ({ report: id, from }) => {
      const report = await searcher().report(id)
      if (report === null) throw new ToolError(`${id}: there is no such report; list_reports names them`)
      const passages: object[] = []
      let length = 0
      const left = report.passages.slice(from - 1)
      for (const { id: passage, paragraph, section, text } of left) {
        if (passages.length > 0 && length + text.length > MAX_SECTION_UTF16) break
        length += text.length
        passages.push({ id: passage, paragraph, section, text })
      }
      return {
        outline: report.sections.map(({ heading, level, first, last }) => ({ heading, level, first, last })),
        passages,
        next: passages.length < left.length ? from + passages.length : null,
      }
    },
  })
}

function addCitation(server: McpServer, tooling: Tooling): void {
  addTool(server, {
    name: 'cite',
    title: 'Cite a passage',
    description: 'The citation of a passage: a line for readers, and GB/T 7714, BibTeX, RIS or CSL-JSON.',
    input: z.object({
      id: z.string().min(1).describe('The id of a passage'),
      format: z.enum(['gbt7714', 'bibtex', 'ris', 'csl-json']).default('gbt7714'),
    }),
    output: z.object({ citation: z.string(), formatted: z.string(), url: z.string() }),
    call: async ({ id, format }) => {
      const { passage, report } = await readPassage(tooling, id)
      return {
        citation: citePassage(passage, report),
        formatted: FORMATS[format](passage, report),
        url: passageUrl(tooling, id),
      }
    },
  })
}

/** A report as Markdown, headings where they stand. */
export function reportText({ title, sections, passages }: Report): string {
  const lines = [`# ${title}`]
  for (const { paragraph, text } of passages) {
    for (const { heading, level, first } of sections) {
      if (first === paragraph && level > 1) lines.push(`${'#'.repeat(level)} ${heading}`)
    }
    lines.push(text)
  }
  return lines.join('\n\n')
}
