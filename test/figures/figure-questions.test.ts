import { describe, expect, it } from 'vitest'
import { openFiveReports } from '../five-reports.ts'
import { askFigureQuestions, readFigureQuestions } from './figure-questions.ts'

const at = (path: string): string => new URL(path, import.meta.url).pathname

/** Raised with every gain; the share of questions whose figures, these and no others, are shown in order. */
const FLOOR = 0.95

describe('questions for figures', () => {
  it('are answered right over the reports of the corpus', async () => {
    const searcher = await openFiveReports()
    const questions = await readFigureQuestions(at('corpus-questions.jsonl'), at('corpus-figures.jsonl'))
    const tried = await askFigureQuestions(searcher, questions)
    const wrong = tried.filter(({ fault }) => fault !== null)
    expect(
      1 - wrong.length / tried.length,
      wrong.map(({ question }) => question.id).join(),
    ).toBeGreaterThanOrEqual(FLOOR)
  })
})
