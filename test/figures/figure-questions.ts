/** Asks questions whose figures were read by hand, and says of each whether these, no others, and in order were shown. */
import { readFile } from 'node:fs/promises'
import { answerFigures } from '../../src/answer/figures/answer-figures.ts'
import { readFigures } from '../../src/figures/read-figures.ts'
import type { Searcher } from '../../src/search/searcher.ts'

/** What identifies a figure: report, kind, year, value with unit, change. */
interface Stated {
  readonly report: string
  readonly kind: string
  readonly year: number
  readonly value: string | null
  readonly unit: string | null
  readonly change: string | null
}

export interface FigureQuestionCase {
  readonly id: string
  readonly type: string
  readonly question: string
  /** Keys of the figures that answer. */
  readonly expected: readonly string[]
  readonly isOrdered: boolean
  /** Keys of those that may be shown besides. */
  readonly allowed: readonly string[]
  readonly reports: readonly string[]
}

export interface Tried {
  readonly question: FigureQuestionCase
  readonly rows: readonly string[]
  /** null for an answer that is right. */
  readonly fault: string | null
  /** How many of the figures wanted the grammar does not find: no way of asking would show them. */
  readonly unread: number
  readonly ms: number
}

export async function readFigureQuestions(
  questionsFile: string,
  figuresFile: string,
): Promise<FigureQuestionCase[]> {
  const figures = new Map(
    (await readLines<Stated & { readonly id: string }>(figuresFile)).map((one) => [one.id, one]),
  )
  const stated = (ids: readonly string[]): Stated[] => ids.flatMap((id) => figures.get(id) ?? [])
  interface Line {
    readonly id: string
    readonly type: string
    readonly question: string
    readonly expected: readonly string[]
    readonly ordered: boolean
    readonly also_ok: readonly string[]
  }
  return (await readLines<Line>(questionsFile)).map(({ id, type, question, expected, ordered, also_ok }) => ({
    id,
    type,
    question,
    expected: stated(expected).map(keyOf),
    isOrdered: ordered,
    allowed: stated(also_ok).map(keyOf),
    reports: [...new Set(stated(expected).map(({ report }) => report))],
  }))
}

async function readLines<T>(file: string): Promise<T[]> {
  const lines = (await readFile(file, 'utf8')).split('\n').filter((line) => line.trim() !== '')
  return lines.map((line) => JSON.parse(line) as T)
}

function keyOf({ report, kind, year, value, unit, change }: Stated): string {
  return [report, kind, year, value === null ? '' : `${value}${unit ?? ''}`, change ?? ''].join(' ')
}

export async function askFigureQuestions(
  searcher: Searcher,
  questions: readonly FigureQuestionCase[],
): Promise<Tried[]> {
  const tried: Tried[] = []
  for (const question of questions) {
    // The first time compiles; what a user waits for is the second.
    await answerFigures(searcher, question.question)
    const start = performance.now()
    const answer = await answerFigures(searcher, question.question)
    const ms = performance.now() - start
    const rows = (answer?.rows ?? []).map(({ figure, report }) => keyOf({ ...figure, report: report.id }))
    tried.push({
      question,
      rows,
      fault: faultOf(question, rows),
      unread: await countUnread(searcher, question),
      ms,
    })
  }
  return tried
}

function faultOf(
  { expected, allowed, isOrdered }: FigureQuestionCase,
  rows: readonly string[],
): string | null {
  const missing = expected.filter((key) => !rows.includes(key))
  const besides = rows.filter((key) => !expected.includes(key) && !allowed.includes(key))
  if (missing.length > 0 || besides.length > 0) return `${missing.length} missing, ${besides.length} besides`
  const order = rows.filter((key) => expected.includes(key))
  return isOrdered && order.join('|') !== expected.join('|') ? 'in another order' : null
}

async function countUnread(searcher: Searcher, { expected, reports }: FigureQuestionCase): Promise<number> {
  const read = new Set<string>()
  for (const id of reports) {
    const report = await searcher.report(id)
    if (report !== null) for (const figure of readFigures(report)) read.add(keyOf({ ...figure, report: id }))
  }
  return expected.filter((key) => !read.has(key)).length
}
