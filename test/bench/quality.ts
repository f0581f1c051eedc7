/** An engine and questions with known answers in; how often the answer comes first, and its mean reciprocal rank, out. */
import { readQuestions } from '../eval/questions.ts'
import type { Engine } from './engine.ts'
import type { Question } from './questions.ts'

export interface Quality {
  /** Share of the questions whose first passage answers. */
  readonly successAt1: number
  /** Mean of one over the place of the first passage that answers, among ten; 0 where none does. */
  readonly mrr: number
  readonly questions: number
}

/** A question of the evaluation: a passage of one of these reports answers that holds one of these strings. */
export interface Judged {
  readonly query: string
  readonly gold: readonly string[]
  readonly reports: readonly string[]
}

/** A passage as a judge sees it. */
export interface Judgeable {
  readonly text: string
  readonly report: string
}

const HITS = 10

/** Reads evaluation questions that a passage's own text answers; those about headings and front matter are left out. */
export async function readJudged(files: readonly string[]): Promise<Judged[]> {
  const all = (await Promise.all(files.map((file) => readQuestions(file)))).flat()
  return all
    .filter(
      ({ gold, type, note = '' }) =>
        gold.length > 0 && type !== 'structure' && !note.includes('front matter'),
    )
    .map(({ query, gold, doc, docs }) => ({
      query,
      gold,
      reports: docs ?? (doc === null ? [] : [doc]),
    }))
}

/** Judges what an engine found for questions made from the passages: their numbers, best first. */
export function judgeFound(
  found: ReadonlyMap<Question, readonly number[]>,
  passages: readonly Judgeable[],
): Quality {
  const places = [...found].map(([{ gold }, hits]) => {
    const parts = gold.map(plain)
    return placeOf(hits, passages, ({ text }) => {
      const held = plain(text)
      return parts.every((part) => held.includes(part))
    })
  })
  return summarizePlaces(places)
}

/** Judges an engine by the evaluation's questions. */
export async function judgeEvaluation(
  engine: Engine,
  questions: readonly Judged[],
  passages: readonly Judgeable[],
): Promise<Quality> {
  const places: number[] = []
  for (const { query, gold, reports } of questions) {
    const hits = await engine.search(query, HITS)
    const isAnswer = ({ text, report }: Judgeable): boolean =>
      reports.includes(report) && gold.some((one) => plain(text).includes(plain(one)))
    places.push(placeOf(hits, passages, isAnswer))
  }
  return summarizePlaces(places)
}

/** Place of the first hit that answers, from 0; -1 when none does. */
function placeOf(
  hits: readonly number[],
  passages: readonly Judgeable[],
  isAnswer: (passage: Judgeable) => boolean,
): number {
  return hits.slice(0, HITS).findIndex((number) => {
    const passage = passages[number]
    return passage !== undefined && isAnswer(passage)
  })
}

function summarizePlaces(places: readonly number[]): Quality {
  const reciprocal = places.reduce((sum, place) => sum + (place < 0 ? 0 : 1 / (place + 1)), 0)
  return {
    successAt1: places.filter((place) => place === 0).length / places.length,
    mrr: reciprocal / places.length,
    questions: places.length,
  }
}

/** Compared after NFKC, without white space. */
function plain(text: string): string {
  return text.normalize('NFKC').replace(/\s+/gu, '')
}
