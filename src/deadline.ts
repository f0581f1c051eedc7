/** Turns a call that takes a signal into the same call with an end: the signal aborts when the time is up. */

/** What of a signal is used: grammY brings a class of its own. */
export interface SignalLike {
  readonly aborted: boolean
  addEventListener(type: 'abort', listener: () => void): void
  removeEventListener(type: 'abort', listener: () => void): void
}

/** A call that ends with its signal tells more than that it was late; so long it is given for that. */
const SETTLE_MS = 100

/**
 * Runs a call for `ms` milliseconds at most, and no longer than `outer` allows. Then its signal aborts, and a call that does not end with
 * that is left to itself: the promise rejects with a DeadlineError.
 *
 * The timer is held here until the call has ended. A signal of `AbortSignal.any` over one of `AbortSignal.timeout` is not:
 * on Node 20 the garbage collection may take both before they fire, and the call never ends.
 */
export async function withDeadline<T>(
  ms: number,
  call: (signal: AbortSignal) => Promise<T>,
  outer?: SignalLike,
): Promise<T> {
  const controller = new AbortController()
  let settling: NodeJS.Timeout | undefined
  const ended = new Promise<never>((_resolve, reject) => {
    const leave = (): void => {
      settling = setTimeout(() => reject(controller.signal.reason), SETTLE_MS)
    }
    controller.signal.addEventListener('abort', leave, { once: true })
  })
  const timer = setTimeout(() => controller.abort(new DeadlineError(`no answer within ${ms} ms`)), ms)
  const onOuter = (): void => controller.abort()
  outer?.addEventListener('abort', onOuter)
  if (outer?.aborted === true) onOuter()
  try {
    const working = call(controller.signal)
    working.catch(() => {})
    return await Promise.race([working, ended])
  } finally {
    clearTimeout(timer)
    clearTimeout(settling)
    outer?.removeEventListener('abort', onOuter)
  }
}

/** The time was up. */
export class DeadlineError extends Error {
  override readonly name = 'DeadlineError'
}
