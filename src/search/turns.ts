/** Turns a Backend into the same, whose calls give way to whoever else waits for the event loop when one turn has gone on for long. */
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Backend } from './backend.ts'
import { MAX_TURN_MS } from './pauses.ts'

let turnBegan: number | null = null
let waiting: Promise<void> = Promise.resolve()

/** Between two stages of any long answer stands a call of the backend: there it can be put off. */
export function takingTurns(backend: Backend): Backend {
  return {
    ...backend,
    search: async (request) => {
      if (isTurnOver()) await inNextTurn()
      return backend.search(request)
    },
    figures: async (request) => {
      if (isTurnOver()) await inNextTurn()
      return backend.figures(request)
    },
    report: async (id) => {
      if (isTurnOver()) await inNextTurn()
      return backend.report(id)
    },
    mentions: async (phrases) => {
      if (isTurnOver()) await inNextTurn()
      return backend.mentions(phrases)
    },
    frequencies: async (terms) => {
      if (isTurnOver()) await inNextTurn()
      return backend.frequencies(terms)
    },
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

/** One a turn: all who wait together would make one long turn again. */
function inNextTurn(): Promise<void> {
  waiting = waiting.then(() => nextTurn())
  return waiting
}
