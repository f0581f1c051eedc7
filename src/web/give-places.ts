/** Lets a few visits be answered at once, and the others wait in line, so that the chats of the same process are not held up by them. */
import type { MiddlewareHandler } from 'hono'
import type { WebEnvironment } from './environment.ts'
import { tellTrouble } from './problem.tsx'

export interface Places {
  /** Visits that are answered at once. Default 4. */
  readonly atOnce?: number
  /** Visits in line; those that come on top are told to come back. Default 400, some seconds of work. */
  readonly inLine?: number
}

/**
 * All answers give way to each other at every call of the index, chats and pages in one line: with hundreds of pages under
 * way a chat waits for all of them at each of its calls, and none of the pages is done sooner.
 */
export function givePlaces({ atOnce = 4, inLine = 400 }: Places = {}): MiddlewareHandler<WebEnvironment> {
  const line: (() => void)[] = []
  let taken = 0
  const leave = (): void => {
    const next = line.shift()
    if (next === undefined) taken -= 1
    else next()
  }
  return async (c, next) => {
    // The others have a body to send, and whoever sends it slowly would keep the place.
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD') return await next()
    if (taken < atOnce) taken += 1
    else if (line.length < inLine) await new Promise<void>((resolve) => line.push(resolve))
    else return tellTrouble(c, 'unavailable')
    try {
      await next()
    } finally {
      leave()
    }
  }
}
