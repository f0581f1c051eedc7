/** Turns many small searches into their outcomes in order, a few at a time: whoever else asks is answered in between. */
import { setImmediate } from 'node:timers/promises'

/** Searches of an index in this process hold the event loop; those of a cluster only wait, and may do so together. */
const AT_A_TIME = 3

export async function inTurns<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = []
  for (let at = 0; at < items.length; at += AT_A_TIME) {
    results.push(...(await Promise.all(items.slice(at, at + AT_A_TIME).map(work))))
    await setImmediate()
  }
  return results
}
