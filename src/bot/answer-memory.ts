/**
 * Remembers which message answers which question, so that an edited question edits its answer, and which of them is the last
 * to a person, so that a follow-up finds it. Ids and digests, in this process; no words.
 */
import { hash } from 'node:crypto'
import { RecentMap } from '../text/recent-map.ts'
import type { Reply } from './reply.ts'

/** Older answers are not edited but followed by a new one: nothing else depends on it. */
const REMEMBERED = 10_000

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
  const answers = new RecentMap<string, NotedAnswer>(REMEMBERED)
  const last = new RecentMap<number, number>(REMEMBERED)
  return {
    find: (chat, question) => answers.get(`${chat}:${question}`) ?? null,
    note: (chat, question, answer) => void answers.set(`${chat}:${question}`, answer),
    last: (chat) => last.get(chat) ?? null,
    noteLast: (chat, message) => void last.set(chat, message),
  }
}

export function digestOf({ text, keyboard }: Reply): string {
  return hash('sha256', JSON.stringify([text.text, text.entities, keyboard]), 'base64')
}
