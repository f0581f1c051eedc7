/** Turns the places at which questions were answered into the figures of retrieval quality. */
import type { Match } from '../../src/search/verdict/judge.ts'

/** What became of one question. */
export interface Outcome {
  readonly id: string
  readonly type: string
  readonly query: string
  readonly match: Match
  /** Places (from 1) of the hits that answer, within the depth looked at. */
  readonly places: readonly number[]
  /** Whether the snippet of the first hit holds the gold. */
  readonly isInSnippet: boolean
  /** Whether nothing answers. */
  readonly isUnanswerable: boolean
}

export interface Figures {
  readonly questions: number
  readonly success1: number
  readonly success3: number
  readonly success5: number
  readonly mrr: number
  /** With binary gain and one answer wanted: 1 / log2(place + 1) of the first (Järvelin and Kekäläinen 2002). */
  readonly ndcg10: number
  readonly snippet: number
  /** Answerable questions that are called strong. */
  readonly strong: number
}

export function measure(outcomes: readonly Outcome[]): Figures {
  const share = (count: (outcome: Outcome) => number): number =>
    outcomes.reduce((sum, outcome) => sum + count(outcome), 0) / Math.max(1, outcomes.length)
  const first = ({ places }: Outcome): number => places[0] ?? Number.POSITIVE_INFINITY
  return {
    questions: outcomes.length,
    success1: share((outcome) => Number(first(outcome) <= 1)),
    success3: share((outcome) => Number(first(outcome) <= 3)),
    success5: share((outcome) => Number(first(outcome) <= 5)),
    mrr: share((outcome) => (first(outcome) <= 10 ? 1 / first(outcome) : 0)),
    ndcg10: share((outcome) => (first(outcome) <= 10 ? 1 / Math.log2(first(outcome) + 1) : 0)),
    snippet: share((outcome) => Number(outcome.isInSnippet)),
    strong: share((outcome) => Number(outcome.match === 'strong')),
  }
}

/** Share of the questions that nothing answers which are called strong all the same. */
export function falseStrong(outcomes: readonly Outcome[]): number {
  const unanswerable = outcomes.filter((outcome) => outcome.isUnanswerable)
  return unanswerable.filter(({ match }) => match === 'strong').length / Math.max(1, unanswerable.length)
}
