/** A searcher and questions in; the time of each step that a user waits for out: snippet, quote check, answer, reply. */
import { answer } from '../../src/answer/answer.ts'
import { makeSnippet } from '../../src/answer/snippet.ts'
import { checkQuote } from '../../src/quote/check.ts'
import type { Searcher } from '../../src/search/searcher.ts'
import { TestChat } from '../bot/test-chat.ts'
import { mixKinds, type Question } from './questions.ts'
import type { Operation } from './results.ts'
import { type Timing, timeEach } from './sampling.ts'

/** As many as the bot shows on a page. */
const ANSWER_HITS = 5
/** The stand-in for Telegram keeps all that was ever sent: more would measure that. */
const ENOUGH_REPLIES = 1_000

/** Times each operation for so many seconds, over questions of all kinds where the kind does not matter. */
export async function timeOperations(
  searcher: Searcher,
  questions: readonly Question[],
  seconds: number,
): Promise<Record<Operation, Timing>> {
  const hits = []
  for (const { text } of questions) hits.push(...(await searcher.search(text, { limit: ANSWER_HITS })).hits)
  const pastes = questions.filter(({ kind }) => kind === 'quote')
  const mixed = mixKinds(questions)
  const chat = new TestChat(searcher)
  return {
    snippet: await timeEach(hits, ({ passage, matches }) => makeSnippet(passage, matches), { seconds }),
    'quote check': await timeEach(pastes, ({ text }) => checkQuote(searcher, text), { seconds }),
    'whole answer': await timeEach(mixed, ({ text }) => answer(searcher, text, { limit: ANSWER_HITS }), {
      seconds,
    }),
    'whole reply': await timeEach(mixed, ({ text }) => chat.say(text), { seconds, enough: ENOUGH_REPLIES }),
  }
}
