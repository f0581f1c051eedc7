/** Writes down, for each test file, which probes it has run and how long it took: a line of JSON at its end, into the file that MUTATE_REACH names. */
import { appendFileSync } from 'node:fs'
import { afterAll, expect } from 'vitest'

const reached = new Set<string>()
const { MUTATE_REACH } = process.env
Object.assign(globalThis, { __reach: (id: string) => void reached.add(id) })
const startedAt = performance.now()

afterAll(() => {
  if (MUTATE_REACH === undefined) return
  const { testPath } = expect.getState()
  const line = { test: testPath, ms: Math.round(performance.now() - startedAt), reached: [...reached] }
  appendFileSync(MUTATE_REACH, `${JSON.stringify(line)}\n`)
})
