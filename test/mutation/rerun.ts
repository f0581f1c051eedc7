/** Turns the mutants of a room into what its tests say of each, all in one process; what cannot be told so is left to a process of its own. */
import { execFileSync } from 'node:child_process'
import { appendFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Placed } from './reach.ts'
import type { RerunLine } from './rerun-setup.ts'
import { runVitest } from './run-vitest.ts'
import { canSwitch, idOf, insertSwitches } from './switches.ts'

export type Outcome = 'noticed' | 'survived' | 'unknown'

/** A process that stands still is ended, and begun anew without the mutant that it stood at. */
const STILL_MS = 30_000
const MAX_PROCESSES = 8

export async function rerunTests(
  copy: string,
  mutants: readonly Placed[],
  tests: readonly string[],
): Promise<ReadonlyMap<string, Outcome>> {
  const switched = mutants.filter(canSwitch)
  const file = join(copy, 'rerun.jsonl')
  rmSync(file, { force: true })
  if (switched.length > 0 && tests.length > 0) {
    for (const path of new Set(switched.map((mutant) => mutant.path))) {
      const text = readFileSync(join(copy, path), 'utf8')
      const own = switched.filter((mutant) => mutant.path === path)
      writeFileSync(join(copy, path), insertSwitches(text, own))
    }
    try {
      for (let process = 0; process < MAX_PROCESSES; process++) {
        const options = {
          timeoutMs: 30 * 60_000,
          env: { MUTATE_RERUN: file },
          watched: { file, stillMs: STILL_MS },
        }
        const isEnded = await runVitest(copy, tests, options)
        const last = readLines(file).at(-1)
        if (isEnded || last?.kind !== 'begun') break
        // Said at once: by a file that stands at a mutant the next process would be ended, too.
        appendFileSync(file, `${JSON.stringify({ id: last.id, kind: 'noticed' } satisfies RerunLine)}\n`)
      }
    } finally {
      execFileSync('git', ['checkout', '--quiet', '--', 'src'], { cwd: copy })
    }
  }
  const lines = readLines(file)
  const outcomeOf = (mutant: Placed): Outcome => {
    const own = lines.filter(({ id }) => id === idOf(mutant))
    if (own.some(({ kind }) => kind === 'noticed')) return 'noticed'
    const isAsked = own.some(({ kind }) => kind === 'run') && !own.some(({ kind }) => kind === 'skipped')
    return isAsked ? 'survived' : 'unknown'
  }
  return new Map(mutants.map((mutant) => [idOf(mutant), outcomeOf(mutant)]))
}

function readLines(file: string): RerunLine[] {
  if (!existsSync(file)) return []
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line) => (line === '' ? [] : [JSON.parse(line) as RerunLine]))
}
