/** Wraps a Backend so that its calls let others go first once one turn of the event loop has lasted too long. */
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Backend } from './backend.ts'
import { MAX_TURN_MS } from './pauses.ts'

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
