/** Every address of the API: what it takes, what it gives, how it answers. */
import type { z } from 'zod'
import { answer } from '../../answer/answer.ts'
import { citePassage } from '../../answer/citation.ts'
import { compare } from '../../answer/compare.ts'
import { answerFigures } from '../../answer/figures/answer-figures.ts'
import { figuresToJson } from '../../answer/figures/json.ts'
import { answerToJson, hitToJson, verdictToJson } from '../../answer/json.ts'
import type { ReportMeta } from '../../corpus/report.ts'
import { findConcordance } from '../../counts/concordance.ts'
import { countPhrase } from '../../counts/count.ts'
import { changesToJson, countToJson } from '../../counts/json.ts'
import { readChanges } from '../../counts/report-changes.ts'
import { changesFile } from '../../export/changes-file.ts'
import { changesSheet } from '../../export/changes-sheet.ts'
import {
  concordanceTable,
  countsTable,
  csvFile,
  figuresTable,
  lineToJson,
  resultsTable,
  type Table,
} from '../../export/tables.ts'
import { verifyText } from '../../quote/verify-text.ts'
import type { Searcher } from '../../search/searcher.ts'
import type { Translate } from '../../text/translate.ts'
import { TroubleError } from '../problem.tsx'
import * as schema from './schemas.ts'

/** An answer that is not JSON: a table or a document to take away. */
export class FileAnswer {
  readonly type: string
  readonly body: string | Uint8Array<ArrayBuffer>
  /** What it is saved as, in ASCII. */
  readonly name: string

  constructor(type: string, body: FileAnswer['body'], name: string) {
    this.type = type
    this.body = body
    this.name = name
  }
}

function csv(table: Table, name: string): FileAnswer {
  return new FileAnswer('text/csv; charset=utf-8', csvFile(table), `yinju-${name}.csv`)
}

export interface Asked {
  readonly searcher: Searcher
  /** The part of the path that stands for `{id}`. */
  readonly id: string
  /** As checked by `query` or `body`. */
  readonly input: Readonly<Record<string, unknown>>
  /** The words of a document that are not the reports' own. */
  readonly t: Translate
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

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

export const ENDPOINTS: readonly Endpoint[] = [
  endpoint({
    method: 'get',
    path: '/api/search',
    summary: 'Passages that answer a question, word for word; the same object as `yinju search --json`',
    input: schema.searchQuery,
    response: schema.searchAnswer,
    otherTypes: ['text/csv'],
    handle: async ({ searcher, input: { q, limit, offset, format } }) => {
      if (format === 'csv')
        return csv(resultsTable(await answer(searcher, q, { limit: schema.MAX_TABLE_ROWS })), 'results')
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
      const found = await answerFigures(searcher, q)
      if (format === 'json') return { question: q, ...figuresToJson(found, limit) }
      return csv(figuresTable(found, limit), 'figures')
    },
  }),
  endpoint({
    method: 'get',
    path: '/api/count',
    summary: 'How often the reports say a phrase; the same object as `yinju count --json`',
    input: schema.countQuery,
    response: schema.countAnswer,
    otherTypes: ['text/csv'],
    handle: async ({ searcher, input: { q, format } }) => {
      const count = await countPhrase(searcher.backend, q)
      return format === 'json' ? countToJson(count) : csv(countsTable([count]), 'count')
    },
  }),
  endpoint({
    method: 'get',
    path: '/api/concordance',
    summary: 'A phrase in the midst of its words, wherever it stands; as `yinju count --lines`',
    input: schema.countQuery,
    response: schema.concordanceAnswer,
    otherTypes: ['text/csv'],
    handle: async ({ searcher, input: { q, format } }) => {
      const count = await countPhrase(searcher.backend, q)
      const lines = await findConcordance(searcher.backend, count)
      if (format === 'csv') return csv(concordanceTable(q, lines), 'concordance')
      return { phrase: q, total: count.total, lines: lines.map(lineToJson) }
    },
  }),
  endpoint({
    method: 'get',
    path: '/api/compare',
    summary: 'What each report says about the same words: one passage a report',
    input: schema.compareQuery,
    response: schema.compareAnswer,
    otherTypes: ['text/csv'],
    handle: async ({ searcher, input: { q, format } }) => {
      const found = await compare(searcher, q)
      if (format === 'csv') return csv(resultsTable(found), 'compare')
      const { match, hits, without } = found
      return { match, hits: hits.map((hit) => hitToJson(hit)), without: without.map(({ id }) => id) }
    },
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
    otherTypes: [DOCX, 'text/html'],
    handle: async ({ searcher, input: { a, b, format }, t }) => {
      const found = await readChanges(searcher.backend, a, b)
      if ('missing' in found) throw new TroubleError('report')
      if (format === 'json') return changesToJson(found)
      const bytes = await changesFile(changesSheet(found, t), format)
      const type = format === 'docx' ? DOCX : 'text/html; charset=utf-8'
      return new FileAnswer(type, new Uint8Array(bytes), `${found.a.id}-${found.b.id}.${format}`)
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
      return { reports: reports.map((one) => ({ ...particulars(one), passages: one.passages })), passages }
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
        passages: report.passages.map(({ id, paragraph, section, text }) => ({
          id,
          paragraph,
          section,
          text,
        })),
      }
    },
  }),
]

async function findPassage(searcher: Searcher, id: string): Promise<z.infer<typeof schema.passageAnswer>> {
  const found = await searcher.passage(id)
  if (found === null) throw new TroubleError('passage')
  const { passage, report } = found
  const { title, place, year } = report
  const { section, paragraph, page, text } = passage
  const { passages } = (await searcher.report(report.id)) ?? { passages: [] }
  return {
    ...{ id: passage.id, report: report.id, title, place, year },
    ...{ section: [...section], paragraph, page, text },
    citation: citePassage(passage, report),
    previous: passages[paragraph - 2]?.id ?? null,
    next: passages[paragraph]?.id ?? null,
  }
}

/** What a report says of itself; where its file lies is nobody's concern. */
function particulars({ id, title, place, level, meeting, date, year, speaker, post, note, url }: ReportMeta) {
  return { id, title, place, level, meeting, date, year, speaker, post, note, url }
}
