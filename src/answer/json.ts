/** The JSON object of an answer: the command line and the HTTP API print the same. */
import { countToJson } from '../counts/json.ts'
import type { Kind } from '../figures/figure.ts'
import type { QuoteCheck } from '../quote/check.ts'
import type { Answer } from './answer.ts'
import type { AnsweredHit } from './answered-hit.ts'
import { figuresToJson } from './figures/json.ts'
import { partToJson } from './verdict-json.ts'

/** @param took How long the answer took, in milliseconds. */
export function answerToJson(query: string, answer: Answer, took: number): object {
  const { total, match, hits, quote } = answer
  const rows = new Map(answer.figures?.rows.toReversed().map(({ figure }) => [figure.passage, figure.kind]))
  return {
    query,
    total,
    match,
    took_ms: Math.round(took * 1000) / 1000,
    answer: questionToJson(answer),
    hits: hits.map((hit) => hitToJson(hit, rows.get(hit.passage.id))),
    ...(quote === null ? {} : { quote: quoteToJson(quote) }),
  }
}

function questionToJson({ figures, mentions }: Answer): object | null {
  if (mentions !== null) return { kind: 'mentions', ...countToJson(mentions.count) }
  return figures === null ? null : { kind: figures.kind, ...figuresToJson(figures) }
}

/** Of a passage that states both kinds the one of the figure that answers is told; of another none. */
export function hitToJson(
  { passage, report, score, snippet, kinds, citation }: AnsweredHit,
  answering?: Kind,
): object {
  return {
    id: passage.id,
    report: report.id,
    title: report.title,
    place: report.place,
    year: report.year,
    section: passage.section,
    paragraph: passage.paragraph,
    score,
    text: passage.text,
    snippet: snippet.text,
    highlights: snippet.highlights,
    citation,
    kind: answering ?? (kinds.length === 1 ? kinds[0] : null),
  }
}

function quoteToJson(quote: QuoteCheck): object {
  if (quote.kind === 'not-found') return { kind: quote.kind, nearest: quote.nearest?.passage.id ?? null }
  const places = quote.places.map(({ passage, range }) => ({ id: passage.id, range }))
  const { part, misattributed } = quote
  const head = {
    kind: quote.kind,
    places,
    ...(part === undefined ? {} : { part }),
    ...(misattributed === undefined ? {} : { misattributed }),
  }
  switch (quote.kind) {
    case 'verbatim':
      return { ...head, folded: quote.folded, omissions: quote.omissions, cutFigure: quote.cutFigure }
    case 'pieced': {
      const pieces = quote.pieces.map(({ passage, range, omission }) => ({ id: passage.id, range, omission }))
      return { ...head, pieces }
    }
    case 'differs':
      return { ...head, similarity: quote.similarity, diff: quote.diff.map(partToJson) }
  }
}
