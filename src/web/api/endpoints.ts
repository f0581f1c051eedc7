/** Every address of the API: what it takes, what it gives, how it answers. */
import type { z } from 'zod'
import { answer } from '../../answer/answer.ts'
import { citePassage } from '../../answer/citation.ts'
import { answerFigures } from '../../answer/figures/answer-figures.ts'
import { FIGURE_FIELDS, figuresToJson } from '../../answer/figures/json.ts'
import { answerToJson } from '../../answer/json.ts'
import { verdictToJson } from '../../answer/verdict-json.ts'
import type { ReportMeta } from '../../corpus/report.ts'
import { countPhrase } from '../../counts/count.ts'
import { changesToJson, countToJson } from '../../counts/json.ts'
import { readChanges } from '../../counts/report-changes.ts'
import { csvRow } from '../../export/csv.ts'
import { verifyText } from '../../quote/verify-text.ts'
import type { Searcher } from '../../search/searcher.ts'
import { TroubleError } from '../problem.tsx'
import * as schema from './schemas.ts'

/** An answer that is not JSON: a table as CSV. */
export class TextAnswer {
  readonly type: string
  readonly text: string

  constructor(type: string, text: string) {
    this.type = type
    this.text = text
  }
}

export interface Asked {
  readonly searcher: Searcher
  /** The part of the path that stands for `{id}`. */
  readonly id: string
  /** As checked by `query` or `body`. */
  readonly input: Readonly<Record<string, unknown>>
}

export interface Endpoint {
  readonly method: 'get' | 'post'
  /** As OpenAPI writes it: /api/reports/{id} */
  readonly path: string
  readonly summary: string
  readonly query?: z.ZodObject
  readonly body?: z.ZodObject
  readonly response: z.ZodType
  /** Further types that `format` offers. */
  readonly otherTypes?: readonly string[]
  readonly handle: (asked: Asked) => Promise<object>
}

interface Definition<Input extends z.ZodObject> extends Omit<Endpoint, 'query' | 'body' | 'handle'> {
  readonly input?: Input
  readonly handle: (asked: Omit<Asked, 'input'> & { readonly input: z.output<Input> }) => Promise<object>
}

/** Ties the type of the input to its schema. */
function endpoint<Input extends z.ZodObject>({ input, handle, ...rest }: Definition<Input>): Endpoint {
  const taken = input === undefined ? {} : rest.method === 'get' ? { query: input } : { body: input }
  return { ...rest, ...taken, handle: handle as unknown as Endpoint['handle'] }
}

export const ENDPOINTS: readonly Endpoint[] = [
  endpoint({
    method: 'get',
    path: '/api/search',
    summary: 'Passages that answer a question, word for word; the same object as `yinju search --json`',
    input: schema.searchQuery,
    response: schema.searchAnswer,
    handle: async ({ searcher, input: { q, limit, offset } }) => {
      const start = performance.now()
      const found = await answer(searcher, q, { limit, offset })
      return answerToJson(q, found, performance.now() - start)
    },
  }),
  endpoint({
    method: 'get',
    path: '/api/figures',
    summary: 'What the reports state in figures; the same object as `yinju figures --json`',
    input: schema.figuresQuery,
    response: schema.figuresAnswer,
    otherTypes: ['text/csv'],
    handle: async ({ searcher, input: { q, limit, format } }) => {
      const found = figuresToJson(await answerFigures(searcher, q), limit)
      if (format === 'json') return { question: q, ...found }
      const rows = found.rows.map((row) => csvRow(FIGURE_FIELDS.map((name) => row[name] ?? '')))
      return new TextAnswer(
        'text/csv; charset=utf-8',
        SPREADSHEET_MARK + csvRow(FIGURE_FIELDS) + rows.join(''),
      )
    },
  }),
  endpoint({
    method: 'get',
    path: '/api/count',
    summary: 'How often the reports say a phrase; the same object as `yinju count --json`',
    input: schema.countQuery,
    response: schema.countAnswer,
    handle: async ({ searcher, input: { q } }) => countToJson(await countPhrase(searcher.backend, q)),
  }),
  endpoint({
    method: 'post',
    path: '/api/verify',
    summary: 'Whether the reports confirm a text whole; the same object as `yinju verify --json`',
    input: schema.verifyBody,
    response: schema.verdictAnswer,
    handle: async ({ searcher, input: { text } }) => verdictToJson(await verifyText(searcher, text)),
  }),
  endpoint({
    method: 'get',
    path: '/api/changes',
    summary: 'What report b says otherwise than report a, sentence by sentence',
    input: schema.changesQuery,
    response: schema.changesAnswer,
    handle: async ({ searcher, input: { a, b } }) => {
      const found = await readChanges(searcher.backend, a, b)
      if ('missing' in found) throw new TroubleError('report')
      return changesToJson(found)
    },
  }),
  endpoint({
    method: 'get',
    path: '/api/passages/{id}',
    summary: 'One passage with its source',
    response: schema.passageAnswer,
    handle: ({ searcher, id }) => findPassage(searcher, id),
  }),
  endpoint({
    method: 'get',
    path: '/api/reports',
    summary: 'The reports there are',
    response: schema.reportsAnswer,
    handle: async ({ searcher }) => {
      const { reports, passages } = await searcher.catalog()
      return {
        reports: reports.map((report) => ({ ...particulars(report), passages: report.passages })),
        passages,
      }
    },
  }),
  endpoint({
    method: 'get',
    path: '/api/reports/{id}',
    summary: 'A whole report: its particulars, outline and passages',
    response: schema.reportAnswer,
    handle: async ({ searcher, id }) => {
      const report = await searcher.report(id)
      if (report === null) throw new TroubleError('report')
      return {
        ...particulars(report),
        sections: report.sections.map(({ heading, level, first, last }) => ({ heading, level, first, last })),
        passages: report.passages.map((passage) => ({
          id: passage.id,
          paragraph: passage.paragraph,
          section: passage.section,
          text: passage.text,
        })),
      }
    },
  }),
]

/** Without it spreadsheets take Chinese for another encoding. */
const SPREADSHEET_MARK = '\uFEFF'

async function findPassage(searcher: Searcher, id: string): Promise<z.infer<typeof schema.passageAnswer>> {
  const found = await searcher.passage(id)
  if (found === null) throw new TroubleError('passage')
  const { passage, report } = found
  const whole = await searcher.report(report.id)
  return {
    id: passage.id,
    report: report.id,
    title: report.title,
    place: report.place,
    year: report.year,
    section: [...passage.section],
    paragraph: passage.paragraph,
    page: passage.page,
    text: passage.text,
    citation: citePassage(passage, report),
    previous: whole?.passages[passage.paragraph - 2]?.id ?? null,
    next: whole?.passages[passage.paragraph]?.id ?? null,
  }
}

/** What a report says of itself; where its file lies is nobody's concern. */
function particulars({ id, title, place, level, meeting, date, year, speaker, post, note, url }: ReportMeta) {
  return { id, title, place, level, meeting, date, year, speaker, post, note, url }
}
