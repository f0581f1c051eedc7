/** The JSON object of an answer: the command line and the HTTP API print the same. */
import { countToJson } from '../counts/json.ts'
import type { QuoteCheck } from '../quote/check.ts'
import type { Answer, AnsweredHit } from './answer.ts'

/** @param took How long the answer took, in milliseconds. */
export function answerToJson(
  query: string,
  { total, match, hits, quote, mentions }: Answer,
  took: number,
): object {
  return {
    query,
    total,
    match,
    took_ms: Math.round(took * 1000) / 1000,
    answer: mentions === null ? null : { kind: 'mentions', ...countToJson(mentions.count) },
    hits: hits.map(hitToJson),
    ...(quote === null ? {} : { quote: quoteToJson(quote) }),
  }
}

function hitToJson({ passage, report, score, snippet, citation }: AnsweredHit): object {
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
    case 'differs': {
      const diff = quote.diff.map((part) =>
        part.kind === 'moved' ? { ...part, at: part.at.passage.id } : part,
      )
      return { ...head, similarity: quote.similarity, diff }
    }
  }
}
