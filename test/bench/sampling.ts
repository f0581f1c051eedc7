/** Inputs and what to do with each in; how long it takes out, after a warm-up, as percentiles. */

/** In milliseconds. */
export interface Timing {
  readonly p50: number
  readonly p99: number
  readonly most: number
  /** How many runs were measured. */
  readonly n: number
}

export interface SampleOptions {
  /** Rounds through the inputs go on for so long; the first is gone through to its end unless it takes `mostSeconds`. */
  readonly seconds: number
  /** Here even the first round breaks off, so that one slow engine does not hold up the others. Default 45. */
  readonly mostSeconds?: number
  /** No further round begins with so many runs measured. Default 2,000. */
  readonly enough?: number
  /** Milliseconds of the last run by the engine's own clock, for one that sits behind a pipe. Default: this process's. */
  readonly ownMs?: (() => number) | undefined
}

const ENOUGH = 2_000
const MOST_SECONDS = 45
/** Inputs are gone through once to warm up, or as many of them as this share of the time allows. */
const WARM_UP_SHARE = 0.5
/** However slow an engine is, it has compiled its code before it is measured. */
const MIN_WARM_UP = 3

/** Times `run` over all inputs, round by round. */
export async function timeEach<T>(
  inputs: readonly T[],
  run: (input: T) => unknown,
  options: SampleOptions,
): Promise<Timing> {
  const { seconds, mostSeconds = MOST_SECONDS, enough = ENOUGH, ownMs } = options
  await warmUp(inputs, run, seconds * WARM_UP_SHARE)
  const times: number[] = []
  const begun = performance.now()
  const end = begun + seconds * 1_000
  const lastEnd = begun + mostSeconds * 1_000
  do {
    for (const input of inputs) {
      const start = performance.now()
      if (times.length > 0 && start > lastEnd) break
      await run(input)
      times.push(ownMs === undefined ? performance.now() - start : ownMs())
    }
  } while (performance.now() < end && times.length < enough)
  return summarize(times)
}

/** Runs through the inputs once, or as many of them as fit into so many seconds. */
export async function warmUp<T>(
  inputs: readonly T[],
  run: (input: T) => unknown,
  seconds: number,
): Promise<void> {
  const end = performance.now() + seconds * 1_000
  for (const [number, input] of inputs.entries()) {
    if (number >= MIN_WARM_UP && performance.now() > end) break
    await run(input)
  }
}

/** Percentiles of measured milliseconds. @throws RangeError without any. */
export function summarize(times: readonly number[]): Timing {
  if (times.length === 0) throw new RangeError('nothing was measured')
  const sorted = [...times].sort((a, b) => a - b)
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] as number
  return { p50: at(0.5), p99: at(0.99), most: at(1), n: sorted.length }
}

/** The middle one of a few measurements of the same thing. */
export function median(values: readonly number[]): number {
  return summarize(values).p50
}
