/** Tells of a searcher and questions what became of each question. */
import { makeSnippet } from '../../src/answer/snippet.ts'
import type { Searcher } from '../../src/search/searcher.ts'
import type { Outcome } from './metrics.ts'
import { answers, holdsGold, type Question } from './questions.ts'

const DEPTH = 10

export async function runQuestions(searcher: Searcher, questions: readonly Question[]): Promise<Outcome[]> {
  const outcomes: Outcome[] = []
  for (const question of questions) {
    const { hits, match } = await searcher.search(question.query, { limit: DEPTH })
    const [first] = hits
    const isRight = first !== undefined && answers(question, first)
    outcomes.push({
      id: question.id,
      type: question.type,
      query: question.query,
      match,
      places: hits.flatMap((hit, index) => (answers(question, hit) ? [index + 1] : [])),
      isInSnippet: isRight && holdsGold(question, makeSnippet(first.passage, first.matches).text, first),
      isUnanswerable: question.gold.length === 0,
    })
  }
  return outcomes
}
