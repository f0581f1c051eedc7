/** The shapes of what the API takes and gives: they check requests, and the description of the API is made from them. */
import { z } from 'zod'
import { MAX_QUERY_UTF16 } from '../../search/query/query.ts'

const MAX_LIMIT = 100
/** Rows of a table that is taken away. */
export const MAX_TABLE_ROWS = 500
const MAX_ROWS = 1_000
const MAX_OFFSET = 10_000

/** A whole number as an address has it. */
const count = (least: number, most: number, preset: number) =>
  z
    .string()
    .regex(/^\d{1,6}$/, 'write a whole number')
    .transform(Number)
    .pipe(z.number().min(least).max(most))
    .default(preset)

const question = z
  .string('write q=…')
  .trim()
  .min(1, 'is empty')
  .max(MAX_QUERY_UTF16, `is longer than ${MAX_QUERY_UTF16} characters`)

/** As a table to take away, too. */
const format = z.enum(['json', 'csv']).default('json')
const match = z.enum(['strong', 'weak', 'none'])

export const searchQuery = z.object({
  q: question.describe('Words, a question, a quote, or filters as 地区:伊宁 年份:2022-2024'),
  limit: count(1, MAX_LIMIT, 5).describe('How many hits'),
  offset: count(0, MAX_OFFSET, 0).describe('How many hits to pass over'),
  format: format.describe(`csv: up to ${MAX_TABLE_ROWS} hits as a table, whatever the limit`),
})

const range = z.tuple([z.int(), z.int()]).describe('Half-open, in UTF-16 units')

const source = {
  id: z.string().describe('The passage: /api/passages/<id>'),
  report: z.string(),
  title: z.string(),
  place: z.string(),
  year: z.int().describe('Year of the meeting'),
  section: z.array(z.string()).describe('Headings from the outermost on'),
  paragraph: z.int().describe('Number of the paragraph in its report, from 1'),
}

const hit = z.looseObject({
  ...source,
  score: z.number().describe('Comparable within one answer only'),
  text: z.string().describe('The paragraph, character for character'),
  snippet: z.string().describe('A run of it, with … where it is cut'),
  highlights: z.array(range).describe('Matches in the snippet'),
  citation: z.string(),
  kind: z
    .enum(['actual', 'target'])
    .nullable()
    .describe('Whether it tells of what was done or of what is planned'),
})

export const searchAnswer = z.looseObject({
  query: z.string(),
  total: z.int().describe('Passages that match, over all pages'),
  match,
  took_ms: z.number(),
  answer: z
    .looseObject({ kind: z.enum(['figures', 'mentions']) })
    .nullable()
    .describe('Figures as of /api/figures, or mentions as of /api/count, where the question asks for them'),
  hits: z.array(hit),
})

export const figuresQuery = z.object({
  q: question.describe('A question for figures: 伊宁市2022年旅游收入多少'),
  limit: count(1, MAX_ROWS, MAX_ROWS).describe('How many rows'),
  format,
})

const figure = z.object({
  report: z.string(),
  place: z.string(),
  level: z.string(),
  year: z.int().describe('The year that the figure is about'),
  indicator: z.string().describe('Canonical name'),
  name: z.string().describe('As printed'),
  kind: z.enum(['actual', 'target']),
  value: z.string().nullable().describe('As printed, without spaces and thousands marks'),
  unit: z.string().nullable(),
  change: z.string().nullable(),
  bound: z.enum(['exact', 'about', 'at-least', 'at-most', 'over']),
  subject: z.string().nullable().describe('Whose it is when not the place’s own'),
  scope: z.string().nullable().describe('A period that is not one year'),
  passage: z.string(),
  paragraph: z.int(),
  start: z.int().describe('Of the quote in the passage, in UTF-16 units'),
  end: z.int(),
  quote: z.string(),
  citation: z.string(),
})

export const figuresAnswer = z.object({
  question: z.string(),
  indicator: z.string().nullable(),
  rows: z.array(figure),
  absent: z
    .array(z.object({ report: z.string(), place: z.string(), year: z.int() }))
    .describe('Reports asked about that do not state it'),
})

export const countQuery = z.object({
  q: question.describe('A phrase, counted exactly after folding'),
  format,
})

export const concordanceAnswer = z.object({
  phrase: z.string(),
  total: z.int(),
  lines: z
    .array(
      z.object({
        report: z.string(),
        place: z.string(),
        year: z.int(),
        passage: z.string(),
        before: z.string().describe('As printed; a cut is marked by …'),
        words: z.string(),
        after: z.string(),
        citation: z.string(),
      }),
    )
    .describe('The newest first, 2,000 at most'),
})

export const compareQuery = z.object({ q: question.describe('What the reports are compared by'), format })

export const compareAnswer = z.object({
  match,
  hits: z.array(hit).describe('One a report, by place and year'),
  without: z.array(z.string()).describe('Reports that do not have the words'),
})

export const countAnswer = z.object({
  phrase: z.string(),
  total: z.int(),
  reports: z.array(
    z.object({
      report: z.string(),
      place: z.string(),
      level: z.string(),
      year: z.int(),
      count: z.int(),
      per_10000: z.number(),
      first: z.string(),
    }),
  ),
  without: z.array(z.string()).describe('Reports that never say it'),
  first: z.object({ report: z.string(), year: z.int(), passage: z.string() }).nullable(),
})

export const verifyBody = z.object({
  text: z
    .string()
    .max(MAX_QUERY_UTF16, `is longer than ${MAX_QUERY_UTF16} characters`)
    .regex(/[\p{L}\p{N}]/u, 'has no words'),
})

const verdict = z.looseObject({
  text: z.string(),
  verdict: z.enum(['verbatim', 'differs', 'pieced', 'not-found']).describe('Of the words'),
  supported: z
    .boolean()
    .nullable()
    .describe(
      'true: words or figures, place, year, kind and qualifier all agree with a report; null: no report says anything of it',
    ),
  conflicts: z.array(
    z.object({
      kind: z.enum(['place', 'year', 'kind', 'bound', 'figure', 'words']),
      said: z.string(),
      source: z.string(),
    }),
  ),
  aside: z.array(z.string()).describe('Comments of a text that is right, which no report has'),
  diff: z.array(
    z.looseObject({ kind: z.enum(['same', 'missing', 'added', 'cut', 'moved']), text: z.string() }),
  ),
  passage: z.string().nullable(),
  citation: z.string().nullable(),
})

export const verdictAnswer = verdict.extend({
  sentences: z
    .array(verdict.extend({ start: z.int(), end: z.int() }))
    .optional()
    .describe('One for each sentence, where there are several'),
})

export const changesQuery = z.object({
  a: z.string().min(1).describe('The earlier report'),
  b: z.string().min(1).describe('The later report'),
  format: z.enum(['json', 'docx', 'html']).default('json').describe('docx, html: a document to read'),
})

const side = z.object({ passage: z.string(), start: z.int(), end: z.int(), text: z.string() }).nullable()

export const changesAnswer = z.object({
  changes: z.array(
    z.object({
      kind: z.enum(['kept', 'reworded', 'figure', 'new', 'dropped']),
      a: side,
      b: side,
      diff: z.array(z.object({ kind: z.enum(['same', 'removed', 'added']), text: z.string() })),
    }),
  ),
  terms: z.array(z.object({ term: z.string(), count: z.int(), passage: z.string() })),
})

export const passageAnswer = z.object({
  ...source,
  page: z.int().nullable().describe('Page of the original, where known'),
  text: z.string(),
  citation: z.string(),
  previous: z.string().nullable().describe('The passage before, or null'),
  next: z.string().nullable(),
})

const reportSummary = z.looseObject({
  id: z.string(),
  title: z.string(),
  place: z.string(),
  level: z.string(),
  meeting: z.string(),
  date: z.string().describe('ISO 8601, or empty when unknown'),
  year: z.int(),
  speaker: z.string(),
  post: z.string(),
  note: z.string(),
  url: z.string(),
  passages: z.int(),
})

export const reportsAnswer = z.object({ reports: z.array(reportSummary), passages: z.int() })

export const reportAnswer = reportSummary.omit({ passages: true }).extend({
  sections: z.array(
    z.object({
      heading: z.string(),
      level: z.int(),
      first: z.int().describe('Its first paragraph'),
      last: z.int(),
    }),
  ),
  passages: z.array(
    z.object({ id: z.string(), paragraph: z.int(), section: z.array(z.string()), text: z.string() }),
  ),
})

export const problem = z.object({ type: z.string(), title: z.string(), status: z.int(), detail: z.string() })
