/** The JSON objects of an answer and of a verdict: the command line and the HTTP API print the same. */
import { countToJson } from '../counts/json.ts'
import type { Kind } from '../figures/figure.ts'
import type { DiffPart } from '../quote/alignment/align.ts'
import type { QuoteCheck } from '../quote/check.ts'
import { type Verdict, verdictKind } from '../quote/verify.ts'
import type { SentenceVerdict, TextVerdict } from '../quote/verify-text.ts'
import type { Answer } from './answer.ts'
import type { AnsweredHit } from './answered-hit.ts'
import { citePassage } from './citation.ts'
import { figuresToJson } from './figures/json.ts'

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

export function verdictToJson(verdict: TextVerdict): object {
  const { sentences } = verdict
  const isOne = sentences.length === 1
  return {
    ...fields(verdict, isOne ? verdictKind(verdict) : kindOfAll(sentences)),
    ...(isOne ? {} : { sentences: sentences.map(sentenceToJson) }),
  }
}

/** One sentence of a draft. */
export function sentenceToJson(verdict: SentenceVerdict): object {
  const { start, end } = verdict
  return { ...fields(verdict, verdictKind(verdict)), start, end }
}

function fields({ text, supported, conflicts, aside = [], check, source }: Verdict, verdict: string): object {
  return {
    text,
    verdict,
    supported,
    conflicts,
    aside,
    diff: check.kind === 'differs' ? check.diff.map(partToJson) : [],
    passage: source?.passage.id ?? null,
    citation: source === null ? null : citePassage(source.passage, source.report),
  }
}

/** Sentences that all stand in reports word for word are put together from them. */
function kindOfAll(sentences: readonly SentenceVerdict[]): string {
  const kinds = sentences.map(verdictKind)
  if (kinds.every((kind) => kind === 'verbatim' || kind === 'pieced')) return 'pieced'
  return kinds.every((kind) => kind === 'not-found') ? 'not-found' : 'differs'
}

/** One part of a comparison. */
function partToJson(part: DiffPart): object {
  return part.kind === 'moved' ? { ...part, at: part.at.passage.id } : part
}
