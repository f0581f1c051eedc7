/** Sends the searches that a question asks for in one turn of the event loop as one request: a round trip costs more than most of them. */
import { addTo } from '../../text/maps.ts'
import { currentQuestion } from '../question-time.ts'
import type { Cluster, ClusterRequest } from './cluster.ts'

interface Waiting {
  /** Header and body of each search. */
  readonly lines: readonly (object | string)[]
  readonly isOne: boolean
  readonly resolve: (body: unknown) => void
  readonly reject: (error: unknown) => void
}

const SEARCH = /^\/([^/]+)\/_search$/

/** Searches of different questions stay apart: one that fails, or is out of time, must not take another with it. */
export function batchSearches(cluster: Cluster): Cluster {
  const batches = new Map<object | null, Waiting[]>()
  const flush = (question: object | null): void => {
    const batch = batches.get(question) ?? []
    batches.delete(question)
    send(cluster, batch).catch((error: unknown) => {
      for (const { reject } of batch) reject(error)
    })
  }
  return {
    ...cluster,
    ask: async <T>(request: ClusterRequest): Promise<T> => {
      const lines = linesOf(request)
      if (lines === null) return await cluster.ask<T>(request)
      const question = currentQuestion()
      return await new Promise<T>((resolve, reject) => {
        const waiting: Waiting = {
          lines,
          isOne: request.lines === undefined,
          resolve: resolve as (body: unknown) => void,
          reject,
        }
        if (!batches.has(question)) setImmediate(flush, question)
        addTo(batches, question, waiting)
      })
    },
  }
}

async function send(cluster: Cluster, batch: readonly Waiting[]): Promise<void> {
  const { responses } = await cluster.ask<{ readonly responses: readonly unknown[] }>({
    method: 'POST',
    path: '/_msearch',
    lines: batch.flatMap(({ lines }) => lines),
  })
  let at = 0
  for (const { lines, isOne, resolve } of batch) {
    const count = lines.length / 2
    resolve(isOne ? responses[at] : { responses: responses.slice(at, at + count) })
    at += count
  }
}

/** A search as the two lines that _msearch takes of it; null for what is none. */
function linesOf({ method, path, query, body, lines }: ClusterRequest): readonly (object | string)[] | null {
  if (path === '/_msearch' && lines !== undefined) return lines
  const index = SEARCH.exec(path)?.[1]
  return method === 'POST' && index !== undefined ? [{ index, ...query }, body ?? {}] : null
}
