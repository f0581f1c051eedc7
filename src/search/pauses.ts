/** Long work in steps: between two of them whoever else waits for the event loop comes first. */
import { setImmediate as nextTurn } from 'node:timers/promises'

/** A turn of the event loop longer than this makes users wait. */
export const MAX_TURN_MS = 10

/** Makes the pause to be awaited after each step: it goes on in the next turn when this one has lasted MAX_TURN_MS. */
export function makePause(): () => Promise<void> {
  let began = performance.now()
  return async () => {
    if (performance.now() - began < MAX_TURN_MS) return
    await nextTurn()
    began = performance.now()
  }
}
