/** Times each step that a user waits for: snippet, quote check, count, figures, changes, answer, reply. */
import { answer } from '../../src/answer/answer.ts'
import { makeSnippet } from '../../src/answer/snippet.ts'
import type { Report } from '../../src/corpus/report.ts'
import { countPhrase } from '../../src/counts/count.ts'
import { readChanges } from '../../src/counts/report-changes.ts'
import { checkQuote } from '../../src/quote/check.ts'
import { asOneQuestion } from '../../src/search/question-time.ts'
import type { Searcher } from '../../src/search/searcher.ts'
import { TestChat } from '../bot/test-chat.ts'
import { makeFigureQuestions } from './figure-questions.ts'
import { KINDS, mixKinds, type Question } from './questions.ts'
import type { Operation } from './results.ts'
import { type Timing, timeEach } from './sampling.ts'

/** As many as the bot shows on a page. */
const ANSWER_HITS = 5
/** The stand-in for Telegram keeps all that was ever sent: more would measure that. */
const ENOUGH_REPLIES = 1_000
const PAIRS = 12
/** All that a comparison of two reports may take of the benchmark's time. */
const MOST_CHANGES_SECONDS = 15

export interface OperationTask {
  readonly reports: readonly Report[]
  readonly questions: readonly Question[]
  /** For each operation. */
  readonly seconds: number
}

/** Times each operation for so many seconds, over questions of all kinds where the kind does not matter. */
export async function timeOperations(
  searcher: Searcher,
  { reports, questions, seconds }: OperationTask,
): Promise<Record<Operation, Timing>> {
  const hits = []
  for (const { text } of questions) hits.push(...(await searcher.search(text, { limit: ANSWER_HITS })).hits)
  const pastes = questions.filter(({ kind }) => kind === 'quote')
  const mixed = mixKinds(questions)
  const phrases = questions
    .filter(({ kind }) => kind === 'phrase' || kind === 'character')
    .flatMap(({ gold }) => gold)
  const figureQuestions = makeFigureQuestions(reports, questions.length / KINDS.length)
  const chat = new TestChat(searcher)
  const ask = (text: string) => asOneQuestion(() => answer(searcher, text, { limit: ANSWER_HITS }))
  return {
    snippet: await timeEach(hits, ({ passage, matches }) => makeSnippet(passage, matches), { seconds }),
    'quote check': await timeEach(pastes, ({ text }) => checkQuote(searcher, text), { seconds }),
    'phrase count': await timeEach(phrases, (phrase) => countPhrase(searcher.backend, phrase), { seconds }),
    changes: await timeEach(
      pairsOf(reports),
      // What was compared is kept with its backend: another one has kept nothing.
      ([a, b]) => readChanges({ ...searcher.backend }, a.id, b.id),
      { seconds, mostSeconds: MOST_CHANGES_SECONDS },
    ),
    'figure question': await timeEach(figureQuestions, ask, { seconds }),
    'whole answer': await timeEach(mixed, ({ text }) => ask(text), { seconds }),
    'whole reply': await timeEach(mixed, ({ text }) => chat.say(text), { seconds, enough: ENOUGH_REPLIES }),
  }
}

/** Reports of one place that follow each other; neighbours where no place has two. */
function pairsOf(reports: readonly Report[]): (readonly [Report, Report])[] {
  const sorted = [...reports].sort((a, b) => compare(a.place, b.place) || a.year - b.year)
  const neighbours = sorted.slice(1).map((report, index) => [sorted[index] as Report, report] as const)
  const ofPlaces = neighbours.filter(([a, b]) => a.place === b.place)
  const pairs = ofPlaces.length > 0 ? ofPlaces : neighbours
  const step = Math.max(1, Math.floor(pairs.length / PAIRS))
  return pairs.filter((_, index) => index % step === 0).slice(0, PAIRS)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
