/**
 * Remembers which message answers which question, so that an edited question edits its answer, and which of them is the last
 * to a person, so that a follow-up finds it. Ids and digests, in this process; no words.
 */
import { createHash } from 'node:crypto'
import type { Reply } from './reply.ts'

/** Older answers are not edited but followed by a new one: nothing else depends on it. */
const MAX_REMEMBERED = 10_000

export interface NotedAnswer {
  /** The bot's message. */
  readonly message: number
  /** Tells whether it shows the same already: Telegram refuses an edit that changes nothing. */
  readonly digest: string
}

export interface AnswerMemory {
  /** null when it is not known. */
  find(chat: number, question: number): NotedAnswer | null
  note(chat: number, question: number, answer: NotedAnswer): void
  /** The bot's last answer in a chat; null when it is not known. */
  last(chat: number): number | null
  noteLast(chat: number, message: number): void
}

export function createAnswerMemory(): AnswerMemory {
  // In the order in which they came, so that the oldest is at the front.
  const answers = new Map<string, NotedAnswer>()
  const last = new Map<number, number>()
  return {
    find: (chat, question) => answers.get(`${chat}:${question}`) ?? null,
    note(chat, question, answer) {
      answers.set(`${chat}:${question}`, answer)
      dropOldest(answers)
    },
    last: (chat) => last.get(chat) ?? null,
    noteLast(chat, message) {
      last.delete(chat)
      last.set(chat, message)
      dropOldest(last)
    },
  }
}

function dropOldest<Key>(kept: Map<Key, unknown>): void {
  const [oldest] = kept.keys()
  if (kept.size > MAX_REMEMBERED && oldest !== undefined) kept.delete(oldest)
}

export function digestOf({ text, keyboard }: Reply): string {
  return createHash('sha256')
    .update(JSON.stringify([text.text, text.entities, keyboard]))
    .digest('base64')
}
