/** Writes down, for each test file, which probes it has run and how long it took: a line of JSON at its end, into the file that MUTATE_REACH names. */
import { appendFileSync } from 'node:fs'
import { afterAll, expect } from 'vitest'

const { MUTATE_REACH } = process.env
const globals = globalThis as {
  __reachOf?: (path: string, count: number) => Uint8Array
  __reached?: Map<string, Uint8Array>
}
// A source file is loaded once for all test files of the process.
globals.__reached ??= new Map()
const reached = globals.__reached
globals.__reachOf = (path, count) => {
  const known = reached.get(path) ?? new Uint8Array(count)
  reached.set(path, known)
  return known
}
for (const probes of reached.values()) probes.fill(0)
const startedAt = performance.now()

afterAll(() => {
  if (MUTATE_REACH === undefined) return
  const { testPath } = expect.getState()
  const ids = [...reached].flatMap(([path, probes]) =>
    [...probes].flatMap((isReached, number) => (isReached === 1 ? [`${path}#${number}`] : [])),
  )
  const line = { test: testPath, ms: Math.round(performance.now() - startedAt), reached: ids }
  appendFileSync(MUTATE_REACH, `${JSON.stringify(line)}\n`)
})
