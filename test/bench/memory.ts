/** Measures what this process holds in memory. Needs Node.js's --expose-gc. */
import { setTimeout } from 'node:timers/promises'

/** In MB of 2^20 bytes. */
export interface Footprint {
  /** Objects and buffers that are in use, after a collection. */
  readonly heapMb: number
  /** Pages of the process in main memory, garbage and code included. */
  readonly residentMb: number
}

/** Collects all garbage, then looks. */
export async function footprint(): Promise<Footprint> {
  // Buffers are swept behind the collector's back: the second collection finds them gone.
  for (let round = 0; round < 2; round++) {
    globalThis.gc?.()
    await setTimeout(100)
  }
  const { heapUsed, arrayBuffers, external, rss } = process.memoryUsage()
  return { heapMb: megabytes(heapUsed + Math.max(arrayBuffers, external)), residentMb: megabytes(rss) }
}

/** What came on top of an earlier look. */
export function added(before: Footprint, after: Footprint): Footprint {
  return {
    heapMb: Math.max(0, after.heapMb - before.heapMb),
    residentMb: Math.max(0, after.residentMb - before.residentMb),
  }
}

export function megabytes(bytes: number): number {
  return bytes / 2 ** 20
}
