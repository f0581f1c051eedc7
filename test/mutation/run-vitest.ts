/** Runs test files over a copy of the project, in a group of processes that is ended as a whole. */
import { spawn } from 'node:child_process'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

export interface RunOptions {
  /** A change can make a loop endless. */
  readonly timeoutMs: number
  readonly env?: Readonly<Record<string, string>>
  /** End with the first failure. Default false. */
  readonly isBailing?: boolean
  /** End when this file has been as it is for so long after its last change. */
  readonly watched?: { readonly file: string; readonly stillMs: number }
}

/** Whether all pass in time, in the order given. */
export function runVitest(copy: string, tests: readonly string[], options: RunOptions): Promise<boolean> {
  const { timeoutMs, env = {}, isBailing = false, watched } = options
  const args = [
    'run',
    '--config',
    'vitest.mutation.config.ts',
    ...(isBailing ? ['--bail', '1'] : []),
    ...tests,
  ]
  const child = spawn(process.execPath, [join(copy, 'node_modules/vitest/vitest.mjs'), ...args], {
    cwd: copy,
    env: { ...process.env, MUTATE_TESTS: tests.join(' '), ...env },
    stdio: process.env.MUTATE_SHOW === undefined ? 'ignore' : 'inherit',
    detached: true,
  })
  const timer = setTimeout(() => endGroup(child.pid), timeoutMs)
  const watch = setInterval(() => {
    if (watched !== undefined && isStill(watched)) endGroup(child.pid)
  }, 2_000)
  return new Promise((resolve) => {
    child.once('exit', (status) => {
      clearTimeout(timer)
      clearInterval(watch)
      endGroup(child.pid)
      resolve(status === 0)
    })
  })
}

/** Only at a mutant that was begun: between two of them a test may take long by itself. */
function isStill({ file, stillMs }: { readonly file: string; readonly stillMs: number }): boolean {
  if (!existsSync(file) || Date.now() - statSync(file).mtimeMs < stillMs) return false
  return readFileSync(file, 'utf8').trimEnd().endsWith('"begun"}')
}

function endGroup(pid: number | undefined): void {
  try {
    if (pid !== undefined) process.kill(-pid, 'SIGKILL')
  } catch {
    // It has ended by itself.
  }
}
