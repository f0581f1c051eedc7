/** Turns the mutants of the source into the test files that run each, by one run of the tests over a copy with probes. */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { Mutant } from './mutants.ts'
import { insertProbes } from './probes.ts'
import { runVitest } from './run-vitest.ts'

export interface Placed extends Mutant {
  readonly path: string
  /** Which of the mutants of its file. */
  readonly number: number
}

/** What a run says of one test file; kept until that file changes. */
interface ReachLine {
  readonly test: string
  readonly ms: number
  /** Numbers of the mutants by source file, and the state of the file that they count in. */
  readonly reached: Readonly<Record<string, { readonly blob: string; readonly numbers: readonly number[] }>>
}

interface TestFile {
  readonly path: string
  readonly ms: number
}

export interface Reach {
  /** Test files that run a mutant, the nearest first: that of its file, those of its room, then the quickest. */
  testsOf(mutant: Placed): TestFile[]
}

const REACH_TIMEOUT_MS = 60 * 60_000

/** Reads what earlier runs found, and asks only the test files that are new or changed since. */
export async function findReach(copy: string, all: readonly Placed[], cache: string): Promise<Reach> {
  mkdirSync(cache, { recursive: true })
  const tests = listBlobs(copy, 'test').filter(({ path }) => path.endsWith('.test.ts'))
  const blobs = new Map(listBlobs(copy, 'src').map(({ path, blob }) => [path, blob]))
  const fileOf = ({ blob, path }: Blob): string =>
    join(cache, `${path.replaceAll('/', '-')}-${blob.slice(0, 12)}.json`)
  const unknown = tests.filter((test) => !existsSync(fileOf(test)))
  if (unknown.length > 0) {
    console.error(`running ${unknown.length} test files with probes`)
    const found = await runProbed(copy, all, unknown)
    for (const test of unknown) {
      const { ms = 0, reached = [] } = found.find((line) => line.test.endsWith(`/${test.path}`)) ?? {}
      writeFileSync(fileOf(test), JSON.stringify({ test: test.path, ms, reached: byFile(reached, blobs) }))
    }
  }
  const lines = tests.map((test) => JSON.parse(readFileSync(fileOf(test), 'utf8')) as ReachLine)
  return { testsOf: (mutant) => findTests(mutant, lines, blobs.get(mutant.path) ?? '') }
}

function findTests(mutant: Placed, lines: readonly ReachLine[], blob: string): TestFile[] {
  const own = mutant.path.replace(/^src\//u, 'test/').replace(/\.tsx?$/u, '')
  const isOfRoom = (test: string): boolean => test.split('/')[1] === own.split('/')[1]
  const nearness = ({ test }: ReachLine): number => {
    // Tests of a folder within a room stand in that of the room.
    if (isOfRoom(test) && basename(test).startsWith(`${basename(own)}.`)) return 0
    if (dirname(test) === dirname(own)) return 1
    return isOfRoom(test) ? 2 : 3
  }
  // What runs in threads and children alone leaves no trace in the process of the tests: those of its room start it.
  const isUnseen = lines.every(({ reached }) => reached[mutant.path] === undefined)
  return lines
    .filter((line) => {
      if (isUnseen) return nearness(line) <= 1
      const known = line.reached[mutant.path]
      // What is loaded, or worked out once and kept, runs in the first test file of a process alone.
      if (nearness(line) <= (mutant.isTopLevel ? 1 : 0)) return true
      // What runs when a file is loaded runs once for all test files of a process; and a file that has changed counts anew.
      const isWhole = mutant.isTopLevel || mutant.within === null || known?.blob !== blob
      return known !== undefined && (isWhole || known.numbers.includes(mutant.number))
    })
    .sort((a, b) => nearness(a) - nearness(b) || a.ms - b.ms)
    .map(({ test, ms }) => ({ path: test, ms }))
}

function byFile(reached: readonly string[], blobs: ReadonlyMap<string, string>): ReachLine['reached'] {
  const files: Record<string, { blob: string; numbers: number[] }> = {}
  for (const id of reached) {
    const [path = '', number] = id.split('#')
    files[path] ??= { blob: blobs.get(path) ?? '', numbers: [] }
    files[path]?.numbers.push(Number(number))
  }
  return files
}

interface ProbedLine {
  readonly test: string
  readonly ms: number
  readonly reached: readonly string[]
}

async function runProbed(
  copy: string,
  all: readonly Placed[],
  tests: readonly Blob[],
): Promise<ProbedLine[]> {
  const out = join(copy, 'reach.jsonl')
  for (const path of new Set(all.map((mutant) => mutant.path))) {
    const file = join(copy, path)
    const mutants = all.filter((mutant) => mutant.path === path)
    writeFileSync(file, insertProbes(readFileSync(file, 'utf8'), mutants, path))
  }
  try {
    const paths = tests.map(({ path }) => path)
    await runVitest(copy, paths, { timeoutMs: REACH_TIMEOUT_MS, env: { MUTATE_REACH: out } })
    const text = existsSync(out) ? readFileSync(out, 'utf8').trim() : ''
    return text === '' ? [] : text.split('\n').map((line) => JSON.parse(line) as ProbedLine)
  } finally {
    rmSync(out, { force: true })
    git(copy, 'checkout', '--quiet', '--', 'src')
  }
}

interface Blob {
  readonly path: string
  readonly blob: string
}

function listBlobs(copy: string, folder: string): Blob[] {
  return git(copy, 'ls-tree', '-r', 'HEAD', folder)
    .split('\n')
    .map((line) => /^\d+ blob (\w+)\t(.*)$/u.exec(line))
    .flatMap((found) => (found === null ? [] : [{ blob: found[1] ?? '', path: found[2] ?? '' }]))
}

function git(folder: string, ...args: string[]): string {
  return execFileSync('git', args, { cwd: folder, encoding: 'utf8', maxBuffer: 64 << 20 })
}
