/** After each test that passes, runs it again for each mutant that it has run, with that one on; what is found goes into the file that MUTATE_RERUN names. */
import { appendFileSync, existsSync, readFileSync } from 'node:fs'
import type { RunnerTestCase, RunnerTestSuite } from 'vitest'
import { afterEach, beforeEach } from 'vitest'
import { getFn, getHooks } from 'vitest/suite'

/**
 * `begun`: a run that does not end leaves only this. `run`: a test has run the changed place and passed. `skipped`: a test that runs it has hooks
 * of its own, and was not asked.
 */
export interface RerunLine {
  readonly id: string
  readonly kind: 'begun' | 'noticed' | 'run' | 'skipped'
}

interface State {
  active: string | null
  hits: number
  readonly reached: Set<string>
  readonly done: Set<string>
  readonly spentMs: Map<string, number>
}

/** A test that takes longer says nothing that quicker ones do not. */
const MAX_TEST_MS = 4_000
const MAX_MUTANT_MS = 30_000
/** More runs of one place than any test needs: its loop has no end. */
const MAX_HITS = 3_000_000

const { MUTATE_RERUN: file } = process.env
const globals = globalThis as { __state?: State; __mutant?: (id: string) => boolean }
globals.__state ??= { active: null, hits: 0, reached: new Set(), done: readDone(), spentMs: new Map() }
const state = globals.__state
globals.__mutant = (id) => {
  if (state.active !== id) {
    state.reached.add(id)
    return false
  }
  if (++state.hits > MAX_HITS) throw new Error('runs without end')
  return true
}

let startedAt = 0
beforeEach(() => {
  state.reached.clear()
  startedAt = performance.now()
})
afterEach(async ({ task }) => {
  const took = performance.now() - startedAt
  if (file === undefined || took > MAX_TEST_MS || task.result?.state === 'fail') return
  if (hasOwnHooks(task)) {
    for (const id of state.reached) if (!state.done.has(id)) tell(id, 'skipped')
    return
  }
  for (const id of state.reached) {
    const spent = state.spentMs.get(id) ?? 0
    if (state.done.has(id) || spent > MAX_MUTANT_MS) continue
    state.spentMs.set(id, spent + took)
    tell(id, 'begun')
    const isPassed = await passes(task, id)
    if (state.hits === 0) continue
    // A fault that stays when the mutant is off again is of the running again: such a test is asked of none.
    if (!isPassed && !(await passes(task, null))) {
      for (const other of state.reached) if (!state.done.has(other)) tell(other, 'skipped')
      return
    }
    tell(id, isPassed ? 'run' : 'noticed')
    if (!isPassed) state.done.add(id)
  }
}, 600_000)

async function passes(task: RunnerTestCase, id: string | null): Promise<boolean> {
  state.active = id
  state.hits = 0
  try {
    await getFn(task)()
    return true
  } catch {
    return false
  } finally {
    state.active = null
  }
}

/** What hooks set up is not set up again. Each file has those of this file. */
function hasOwnHooks({ suite, file: top }: RunnerTestCase): boolean {
  for (let at: RunnerTestSuite | undefined = suite ?? top; at !== undefined; at = at.suite ?? undefined) {
    const { beforeEach: before, afterEach: after } = getHooks(at)
    const own = at === (top as RunnerTestSuite) ? 1 : 0
    if (before.length > own || after.length > own) return true
    if (own === 1) return false
  }
  const { beforeEach: before, afterEach: after } = getHooks(top)
  return before.length > 1 || after.length > 1
}

function tell(id: string, kind: RerunLine['kind']): void {
  appendFileSync(file ?? '', `${JSON.stringify({ id, kind } satisfies RerunLine)}\n`)
}

/** What an earlier process found. */
function readDone(): Set<string> {
  const text = file !== undefined && existsSync(file) ? readFileSync(file, 'utf8') : ''
  const lines = text.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line) as RerunLine]))
  return new Set(lines.filter(({ kind }) => kind === 'noticed').map(({ id }) => id))
}
