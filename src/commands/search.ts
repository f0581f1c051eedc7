/** Answers questions, from the arguments or a line each from standard input, as text for people or a line of JSON each. */
import { type Answer, answer } from '../answer/answer.ts'
import type { AnsweredHit } from '../answer/answered-hit.ts'
import { answerToJson } from '../answer/json.ts'
import { verifyAsked } from '../answer/verify-asked.ts'
import { csvRow } from '../export/csv.ts'
import { resultsTable } from '../export/tables.ts'
import type { DiffPart } from '../quote/alignment/align.ts'
import { findChanges } from '../quote/alignment/changes.ts'
import type { Omission } from '../quote/alignment/omissions.ts'
import type { QuoteCheck } from '../quote/check.ts'
import type { TextVerdict } from '../quote/verify-text.ts'
import type { Searcher } from '../search/searcher.ts'
import type { CommandIo } from '../terminal/command-io.ts'
import { defineCommand } from './command.ts'
import {
  CORPUS_HELP,
  CORPUS_OPTIONS,
  corpusEnvironment,
  FORMAT_OPTIONS,
  type Format,
  isColoured,
  printable,
  readFormat,
  readLimit,
  refuseEmpty,
  textsOf,
  writeOut,
} from './corpus-options.ts'
import { figureLine } from './figures-text.ts'
import { sentenceToText } from './verdict-text.ts'
import { withSearcher } from './with-searcher.ts'

const HELP = `usage: yinju search [--json|--csv] [--limit N] [--corpus DIR] [--backend minisearch|opensearch] [QUERY]

Without QUERY it reads a query a line from standard input.

  --json          a line of JSON a query
  --csv           the hits as rows with a head line, for a spreadsheet
  --limit N       at most N hits a query, 1 to 1000 (default 5)
${CORPUS_HELP}
A query: words or a whole question; “an exact phrase”; -word to leave out; 地区:伊宁 年份:2022-2024 级别:县 报告:yining-2023 届:18.
`

export const searchCommand = defineCommand({
  help: HELP,
  options: { ...CORPUS_OPTIONS, ...FORMAT_OPTIONS, limit: { type: 'string', default: '5' } },
  allowPositionals: true,
  run: async ({ values, positionals }, io) => {
    const format = readFormat(values)
    const limit = readLimit(values.limit)
    refuseEmpty(positionals, 'what to look for')
    const env = corpusEnvironment(values, io.env)
    return withSearcher({ command: 'search', env, io }, async (searcher) => {
      if (format === 'csv') await writeOut(io, csvRow(['query', ...resultsTable({ hits: [] }).columns]))
      for await (const query of textsOf(positionals, io)) {
        await writeOut(io, await answerLine(searcher, query, { format, limit, io }))
      }
    })
  },
})

interface LineOptions {
  readonly format: Format
  readonly limit: number
  readonly io: CommandIo
}

async function answerLine(
  searcher: Searcher,
  query: string,
  { format, limit, io }: LineOptions,
): Promise<string> {
  const start = performance.now()
  const found = await answer(searcher, query, { limit })
  const took = performance.now() - start
  if (format === 'csv') {
    const { rows } = resultsTable(found)
    return rows.map((row) => csvRow([query, ...row])).join('')
  }
  if (format === 'json') return `${JSON.stringify(answerToJson(query, found, took))}\n`
  const verdict = await verifyAsked(searcher, query, found)
  return toText(found, verdict, isColoured(io) ? COLOURS : PLAIN)
}

type Paint = readonly [open: string, close: string]

interface Style {
  readonly match: Paint
  readonly source: Paint
  readonly missing: Paint
  readonly added: Paint
}

/** Marks of a word diff where there are no colours. */
const PLAIN: Style = { match: ['', ''], source: ['', ''], missing: ['{+', '+}'], added: ['[-', '-]'] }
const RESET = '\u001B[0m'
const COLOURS: Style = {
  match: ['\u001B[1m', RESET],
  source: ['\u001B[2m', RESET],
  missing: ['\u001B[32;4m', RESET],
  added: ['\u001B[31;9m', RESET],
}

function paint([open, close]: Paint, text: string): string {
  return open + text + close
}

/** So many figures stand before the passages; `yinju figures` tells all. */
const MAX_FIGURES = 5

function toText(
  { query, total, match, hits, quote, figures }: Answer,
  verdict: TextVerdict | null,
  style: Style,
): string {
  const count = total === 1 ? '1 passage' : `${total} passages`
  const found =
    match === 'none' ? 'nothing found' : match === 'weak' ? `${count}, only near the question` : count
  const out = [`${printable(query.text)}: ${found}`]
  const claims = verdict?.sentences.filter((one) => one.claims.length > 0) ?? []
  out.push(...claims.flatMap(sentenceToText))
  // That words stand somewhere is no answer to a claim that does not hold.
  const isRefuted = quote?.kind === 'verbatim' && claims.some(({ supported }) => supported !== true)
  if (quote !== null && !isRefuted) out.push(...quoteToText(quote, style))
  const stated = figures?.rows.slice(0, MAX_FIGURES) ?? []
  out.push(...stated.map((one) => `figure: ${figureLine(one)} (${one.report.id} ¶${one.passage.paragraph})`))
  hits.forEach((hit, index) => {
    out.push(`${index + 1}. ${highlight(hit, style)}`, `   ${paint(style.source, printable(hit.citation))}`)
  })
  return `${out.join('\n')}\n\n`
}

function quoteToText(quote: QuoteCheck, style: Style): string[] {
  if (quote.kind === 'not-found') return ['quote: not found in these words']
  const { part, misattributed, hit } = quote
  return [
    ...(part === undefined ? [] : [`quote: of the question only this was checked: ${printable(part)}`]),
    ...verdictToText(quote, style),
    ...(misattributed === undefined
      ? []
      : [`quote: from the report of ${printable(hit.report.place)}, not of ${printable(misattributed)}`]),
  ]
}

function verdictToText(quote: Exclude<QuoteCheck, { kind: 'not-found' }>, style: Style): string[] {
  switch (quote.kind) {
    case 'verbatim': {
      const folded = quote.folded.length === 0 ? '' : ` (but for ${quote.folded.join(', ')})`
      const isWhole = quote.omissions.length === 0
      return [
        isWhole
          ? `quote: stands in the report word for word${folded}`
          : `quote: each part stands in the report${folded}, but words are left out between them`,
        ...quote.omissions.map(omissionToText),
        ...(quote.cutFigure === null ? [] : [`quote: cuts a figure; the report has ${quote.cutFigure}`]),
      ]
    }
    case 'pieced':
      return [
        'quote: each clause stands in the report, but they do not stand together',
        ...quote.pieces.flatMap(({ passage, range, hit, omission }) => [
          ...(omission === null ? [] : [omissionToText(omission)]),
          `   ${hit.report.id} ¶${passage.paragraph}: ${printable(passage.text.slice(...range))}`,
        ]),
      ]
    case 'differs': {
      const diff = quote.diff.map((part) => diffPartToText(part, style)).join('')
      return [
        `quote: ${differences(findChanges(quote.diff).length)}; as printed ${paint(style.missing, 'so')}, as asked ${paint(style.added, 'so')}`,
        `   ${diff}`,
        ...quote.diff.flatMap((part) =>
          part.kind === 'moved' ? [`   ¶${part.at.passage.paragraph} has: ${printable(part.text)}`] : [],
        ),
      ]
    }
  }
}

function differences(count: number): string {
  return count === 1 ? '1 difference' : `${count} differences`
}

const MAX_OMISSION_UTF16 = 80

function omissionToText({ text, length, negation }: Omission): string {
  const count = length === 1 ? '1 character' : `${length} characters`
  const words = text.length <= MAX_OMISSION_UTF16 ? `: ${printable(text)}` : ''
  return `   left out: ${count}${negation === null ? '' : ` with ${negation}`}${words}`
}

function diffPartToText({ kind, text }: DiffPart, style: Style): string {
  if (kind === 'missing') return paint(style.missing, printable(text))
  if (kind === 'added' || kind === 'moved') return paint(style.added, printable(text))
  return printable(text)
}

function highlight({ snippet }: AnsweredHit, style: Style): string {
  let text = ''
  let at = 0
  for (const [start, end] of snippet.highlights) {
    text +=
      printable(snippet.text.slice(at, start)) + paint(style.match, printable(snippet.text.slice(start, end)))
    at = end
  }
  return text + printable(snippet.text.slice(at))
}
