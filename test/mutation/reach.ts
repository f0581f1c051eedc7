/** Turns the mutants of the source into the test files that run each, by one run of the tests over a copy with probes. */
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Mutant } from './mutants.ts'
import { insertProbes } from './probes.ts'
import { runVitest } from './run-vitest.ts'

export interface Placed extends Mutant {
  readonly path: string
}

/** What a run says of one test file. */
interface ReachLine {
  readonly test: string
  readonly ms: number
  readonly reached: readonly number[]
}

export interface Reach {
  /** Test files that run a mutant, the nearest first: that of its file, those of its room, then the quickest. */
  testsOf(mutant: Placed): { readonly path: string; readonly ms: number }[]
}

const REACH_TIMEOUT_MS = 30 * 60_000

/** Reads what an earlier run over the same source found, and asks only the test files that are new or changed since. */
export async function findReach(copy: string, all: readonly Placed[], cache: string): Promise<Reach> {
  const source = git(copy, 'rev-parse', 'HEAD:src').trim()
  const folder = join(cache, createHash('sha256').update(source).digest('hex').slice(0, 12))
  mkdirSync(folder, { recursive: true })
  const tests = git(copy, 'ls-tree', '-r', 'HEAD', 'test')
    .split('\n')
    .map((line) => /^\d+ blob (\w+)\t(.*\.test\.ts)$/u.exec(line))
    .flatMap((found) => (found === null ? [] : [{ blob: found[1] ?? '', path: found[2] ?? '' }]))
  const fileOf = ({ blob, path }: { blob: string; path: string }): string =>
    join(folder, `${path.replaceAll('/', '-')}-${blob.slice(0, 12)}.json`)
  const unknown = tests.filter((test) => !existsSync(fileOf(test)))
  if (unknown.length > 0) {
    console.error(`running ${unknown.length} test files with probes`)
    for (const line of await runProbed(
      copy,
      all,
      unknown.map(({ path }) => path),
    )) {
      const known = unknown.find(({ path }) => line.test.endsWith(`/${path}`))
      if (known !== undefined) writeFileSync(fileOf(known), JSON.stringify(line))
    }
    // Those that the configuration leaves out.
    for (const test of unknown)
      if (!existsSync(fileOf(test)))
        writeFileSync(fileOf(test), JSON.stringify({ test: '', ms: 0, reached: [] }))
  }
  const lines = tests.map((test) => ({
    path: test.path,
    ...(JSON.parse(readFileSync(fileOf(test), 'utf8')) as ReachLine),
  }))
  return { testsOf: makeOrder(all, lines) }
}

function makeOrder(
  all: readonly Placed[],
  lines: readonly (ReachLine & { readonly path: string })[],
): Reach['testsOf'] {
  const numbers = new Map(all.map((mutant, number) => [mutant, number]))
  const byFile = new Map<string, Set<number>>()
  for (const [mutant, number] of numbers) {
    const known = byFile.get(mutant.path) ?? new Set()
    byFile.set(mutant.path, known.add(number))
  }
  const reached = lines.map((line) => ({ ...line, reached: new Set(line.reached) }))
  return (mutant) => {
    const own = mutant.path.replace(/^src\//u, 'test/').replace(/\.ts$/u, '')
    const nearness = (path: string): number =>
      path.startsWith(`${own}.`)
        ? 0
        : dirname(path) === dirname(own)
          ? 1
          : path.split('/')[1] === own.split('/')[1]
            ? 2
            : 3
    // What runs when a file is loaded runs once for all test files of the process.
    const ids =
      mutant.isTopLevel || mutant.within === null
        ? byFile.get(mutant.path)
        : new Set([numbers.get(mutant) ?? -1])
    return reached
      .filter((line) => [...(ids ?? [])].some((id) => line.reached.has(id)))
      .sort((a, b) => nearness(a.path) - nearness(b.path) || a.ms - b.ms)
      .map(({ path, ms }) => ({ path, ms }))
  }
}

async function runProbed(
  copy: string,
  all: readonly Placed[],
  tests: readonly string[],
): Promise<ReachLine[]> {
  const numbers = new Map(all.map((mutant, number) => [mutant, number]))
  const paths = new Set(all.map(({ path }) => path))
  const out = join(copy, 'reach.jsonl')
  rmSync(out, { force: true })
  for (const path of paths) {
    const file = join(copy, path)
    const mutants = all.filter((mutant) => mutant.path === path)
    writeFileSync(
      file,
      insertProbes(readFileSync(file, 'utf8'), mutants, (mutant) => numbers.get(mutant as Placed) ?? -1),
    )
  }
  try {
    await runVitest(copy, tests, { timeoutMs: REACH_TIMEOUT_MS, env: { MUTATE_REACH: out } })
    const text = existsSync(out) ? readFileSync(out, 'utf8').trim() : ''
    return text === '' ? [] : text.split('\n').map((line) => JSON.parse(line) as ReachLine)
  } finally {
    git(copy, 'checkout', '--quiet', '--', 'src')
  }
}

function git(folder: string, ...args: string[]): string {
  return execFileSync('git', args, { cwd: folder, encoding: 'utf8', maxBuffer: 64 << 20 })
}
