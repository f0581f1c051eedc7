/** The JSON object of a verdict: the command line and the HTTP API print the same. */
import type { DiffPart } from '../quote/alignment/align.ts'
import { type Verdict, verdictKind } from '../quote/verify.ts'
import type { SentenceVerdict, TextVerdict } from '../quote/verify-text.ts'
import { citePassage } from './citation.ts'

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
export function partToJson(part: DiffPart): object {
  return part.kind === 'moved' ? { ...part, at: part.at.passage.id } : part
}
