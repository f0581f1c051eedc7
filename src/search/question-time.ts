/** One time limit for all that a question asks of a cluster, however many requests that takes. */
import { AsyncLocalStorage } from 'node:async_hooks'
import { getOrMake } from '../text/maps.ts'
import { BackendUnavailableError } from './backend.ts'

/** How long a question has waited for the index so far: what Telegram or the ranking takes is not the index's. */
interface Question {
  waitedMs: number
  /** Requests under way; those side by side are waited for once. */
  waiting: number
  since: number
  /** By who keeps it. Held by the question itself: the values of a WeakMap outlive two young collections, and so are copied twice. */
  readonly kept: Map<object, unknown>
}

const questions = new AsyncLocalStorage<Question | null>()

/** Runs one question. Whatever is asked of the index meanwhile shares one time limit; inside another question it is one of its own. */
export function asOneQuestion<T>(work: () => T): T {
  return questions.run({ waitedMs: 0, waiting: 0, since: 0, kept: new Map() }, work)
}

/** Runs what no question must break off, because others need it too. */
export function outsideQuestions<T>(work: () => T): T {
  return questions.run(null, work)
}

/** Stands for the question that is being answered; null outside of any. */
export function currentQuestion(): object | null {
  return questions.getStore() ?? null
}

/** What its owner keeps for the present question: made when first asked for, gone with the question. Outside of any, nothing is kept. */
export function keptForQuestion<T>(owner: object, make: () => T): T {
  const { kept = new Map<object, unknown>() } = questions.getStore() ?? {}
  return getOrMake(kept, owner, make) as T
}

/** What is left of the present question's time; all of it where there is no question. */
export function timeLeft(limitMs: number): number {
  const question = questions.getStore() ?? null
  if (question === null) return limitMs
  const present = question.waiting > 0 ? performance.now() - question.since : 0
  return Math.max(0, limitMs - question.waitedMs - present)
}

/**
 * Waits for a part of the present question, for as long as its time lasts.
 *
 * @throws BackendUnavailableError when it is over; the work is left to its own time limit.
 */
export async function inTime<T>(limitMs: number, work: () => Promise<T>): Promise<T> {
  const question = questions.getStore() ?? null
  if (question === null) return await work()
  const leftMs = timeLeft(limitMs)
  if (question.waiting === 0) question.since = performance.now()
  question.waiting += 1
  let timer: NodeJS.Timeout | undefined
  const over = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new BackendUnavailableError(`no answer within ${limitMs} ms`)), leftMs)
  })
  try {
    return await Promise.race([work(), over])
  } finally {
    clearTimeout(timer)
    question.waiting -= 1
    if (question.waiting === 0) question.waitedMs += performance.now() - question.since
  }
}
