/** Gives way: between the steps of long work, and between calls of the index, whoever else waits for the event loop comes first. */
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Backend } from './backend.ts'

/** A turn of the event loop longer than this makes users wait. */
const MAX_TURN_MS = 10

/** Makes the pause to be awaited after each step: it goes on in the next turn when this one has lasted MAX_TURN_MS. */
export function makePause(): () => Promise<void> {
  let began = performance.now()
  return async () => {
    if (performance.now() - began < MAX_TURN_MS) return
    await nextTurn()
    began = performance.now()
  }
}

/** Searches of an index in this process hold the event loop; those of a cluster only wait, and may do so together. */
const AT_A_TIME = 3

/** The outcomes of many small searches in their order, made a few at a time. */
export async function inTurns<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = []
  for (let at = 0; at < items.length; at += AT_A_TIME) {
    results.push(...(await Promise.all(items.slice(at, at + AT_A_TIME).map(work))))
    await nextTurn()
  }
  return results
}

let turnBegan: number | null = null
let waiting: Promise<void> = Promise.resolve()

/** Between two stages of any long answer stands a call of the backend: there it can be put off. */
export function takingTurns(backend: Backend): Backend {
  const inTurn =
    <T, R>(ask: (wanted: T) => Promise<R>) =>
    async (wanted: T): Promise<R> => {
      if (isTurnOver()) await inNextTurn()
      return ask(wanted)
    }
  return {
    ...backend,
    search: inTurn((request) => backend.search(request)),
    figures: inTurn((request) => backend.figures(request)),
    report: inTurn((id) => backend.report(id)),
    mentions: inTurn((phrases) => backend.mentions(phrases)),
    frequencies: inTurn((terms) => backend.frequencies(terms)),
  }
}

/** The first call of a turn begins its count. */
function isTurnOver(): boolean {
  if (turnBegan !== null) return performance.now() - turnBegan > MAX_TURN_MS
  turnBegan = performance.now()
  setImmediate(() => {
    turnBegan = null
  })
  return false
}

/** One a turn: all who wait together would make one long turn again. What follows begins the count of its turn. */
function inNextTurn(): Promise<void> {
  waiting = waiting.then(() => nextTurn()).then(() => void isTurnOver())
  return waiting
}
