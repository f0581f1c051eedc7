import { describe, expect, it } from 'vitest'
import { readCorpus } from '../../src/corpus/read-corpus.ts'
import { createMiniSearchBackend } from '../../src/search/embedded/backend.ts'
import { createSearcher } from '../../src/search/searcher.ts'
import { readVocabulary } from '../../src/search/vocabulary.ts'
import { askFigureQuestions, readFigureQuestions } from './figure-questions.ts'

const at = (path: string): string => new URL(path, import.meta.url).pathname

/** Raised with every gain; the share of questions whose figures, these and no others, are shown in order. */
const FLOOR = 0.95

describe('questions for figures', () => {
  it('are answered right over the reports of the corpus', async () => {
    const { reports } = await readCorpus(at('../../corpus'))
    const searcher = createSearcher(createMiniSearchBackend(reports), await readVocabulary())
    const questions = await readFigureQuestions(at('corpus-questions.jsonl'), at('corpus-figures.jsonl'))
    const tried = await askFigureQuestions(searcher, questions)
    const wrong = tried.filter(({ fault }) => fault !== null)
    expect(
      1 - wrong.length / tried.length,
      wrong.map(({ question }) => question.id).join(),
    ).toBeGreaterThanOrEqual(FLOOR)
  }, 30_000)
})
