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

/** Judges an engine by questions made from the passages. */
export function judgeMade(
  engine: Engine,
  questions: readonly Question[],
  passages: readonly Judgeable[],
): Promise<Quality> {
  const asked = questions.map(({ text, gold }) => {
    const parts = gold.map(plain)
    return { query: text, isAnswer: ({ text: held }: Judgeable) => holdsAll(plain(held), parts) }
  })
  return judge(engine, asked, passages)
}

/** Judges an engine by the evaluation's questions. */
export function judgeEvaluation(
  engine: Engine,
  questions: readonly Judged[],
  passages: readonly Judgeable[],
): Promise<Quality> {
  const asked = questions.map(({ query, gold, reports }) => ({
    query,
    isAnswer: ({ text, report }: Judgeable): boolean =>
      reports.includes(report) && gold.some((one) => plain(text).includes(plain(one))),
  }))
  return judge(engine, asked, passages)
}

interface Asked {
  readonly query: string
  readonly isAnswer: (passage: Judgeable) => boolean
}

async function judge(
  engine: Engine,
  questions: readonly Asked[],
  passages: readonly Judgeable[],
): Promise<Quality> {
  let first = 0
  let reciprocal = 0
  for (const { query, isAnswer } of questions) {
    const hits = await engine.search(query, HITS)
    const place = hits.findIndex((number) => {
      const passage = passages[number]
      return passage !== undefined && isAnswer(passage)
    })
    if (place === 0) first++
    if (place >= 0) reciprocal += 1 / (place + 1)
  }
  const { length } = questions
  return { successAt1: first / length, mrr: reciprocal / length, questions: length }
}

function holdsAll(text: string, parts: readonly string[]): boolean {
  return parts.every((part) => text.includes(part))
}

/** Compared after NFKC, without white space. */
function plain(text: string): string {
  return text.normalize('NFKC').replace(/\s+/gu, '')
}
