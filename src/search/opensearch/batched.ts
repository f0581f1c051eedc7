/** Sends the searches that a question asks for in one turn of the event loop as one request: a round trip costs more than most of them. */
import { addTo, getOrMake } from '../../text/maps.ts'
import { currentQuestion } from '../question-time.ts'
import type { Cluster, ClusterRequest } from './cluster.ts'

interface Waiting {
  /** Header and body of each, a line each. */
  readonly searches: readonly string[]
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
      const searches = searchesOf(request)
      if (searches === null) return await cluster.ask<T>(request)
      const question = currentQuestion()
      return await new Promise<T>((resolve, reject) => {
        const waiting: Waiting = {
          searches,
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

/** What several ask for alike is asked once. */
async function send(cluster: Cluster, batch: readonly Waiting[]): Promise<void> {
  const places = new Map<string, number>()
  const wanted = batch.map(({ searches }) =>
    searches.map((search) => getOrMake(places, search, () => places.size)),
  )
  const { responses } = await cluster.ask<{ readonly responses: readonly unknown[] }>({
    method: 'POST',
    path: '/_msearch',
    lines: [...places.keys()].flatMap((search) => search.split('\n')),
  })
  batch.forEach(({ isOne, resolve }, at) => {
    const own = (wanted[at] ?? []).map((place) => responses[place])
    resolve(isOne ? own[0] : { responses: own })
  })
}

/** Each search as the two lines that _msearch takes of it; null for what is none. */
function searchesOf({ method, path, query, body, lines }: ClusterRequest): readonly string[] | null {
  const index = SEARCH.exec(path)?.[1]
  const isSearch = method === 'POST' && index !== undefined
  const given = path === '/_msearch' ? lines : isSearch ? [{ index, ...query }, body ?? {}] : undefined
  const texts = given?.map((line) => (typeof line === 'string' ? line : JSON.stringify(line)))
  return texts?.flatMap((text, at) => (at % 2 === 0 ? [`${text}\n${texts[at + 1]}`] : [])) ?? null
}
