/** Lets work begin a few pieces at a time, the earliest first: of a backlog the oldest questions are answered first, instead of all of them late. */

export interface Admission {
  /** Waits for a place; what it resolves to gives the place back. */
  enter(): Promise<() => void>
}

/** More at a time are no faster: what an update takes of the processor is taken one after the other. */
const DEFAULT_PLACES = 32
/** After so long an update waits for the network (Telegram may tell it to wait for a minute), and holds nobody up. */
const DEFAULT_HOLD_MS = 2_000

/** @param places How many may be at work at a time. @param holdMs After this a place is free again, though its work goes on. */
export function createAdmission(places = DEFAULT_PLACES, holdMs = DEFAULT_HOLD_MS): Admission {
  const waiting: (() => void)[] = []
  let free = places
  const admit = (): (() => void) => {
    let isOver = false
    const leave = (): void => {
      if (isOver) return
      isOver = true
      clearTimeout(timer)
      const next = waiting.shift()
      if (next === undefined) free++
      else next()
    }
    const timer = setTimeout(leave, holdMs)
    timer.unref()
    return leave
  }
  return {
    async enter() {
      if (free > 0) free--
      else await new Promise<void>((resolve) => waiting.push(resolve))
      return admit()
    },
  }
}
