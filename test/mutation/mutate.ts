/** Changes the source in small ways, one at a time, and says which changes no test notices: `npm run mutate -- [--seed N] [--room R] [--count N]`. */
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readOptions } from '../script-options.ts'
import { findMutants } from './mutants.ts'
import { findReach, type Placed, type Reach } from './reach.ts'
import { rerunTests } from './rerun.ts'
import { runVitest } from './run-vitest.ts'
import { canSwitch, idOf } from './switches.ts'

const USAGE = `usage: npm run mutate -- [--seed N] [--room R]... [--count N] [--seconds N]

  --seed N     which mutants (default 1)
  --room R     a folder of src, such as quote or import/lines (default: every room)
  --count N    how many in each room (default 20)
  --seconds N  how long the tests of one mutant may take when nothing is changed (default 30)

A mutant is noticed when a test fails or types do not fit. Of the test files that run the changed place, as many are asked as fit into the time,
the nearest first; so the score is a lower bound. What no test can notice stands in test/mutation/equivalent.tsv with the reason.
`

const { values } = readOptions(USAGE, {
  seed: { type: 'string', default: '1' },
  room: { type: 'string', multiple: true, default: [] },
  count: { type: 'string', default: '20' },
  seconds: { type: 'string', default: '30' },
})

/** Held by the tests that have a server beside them, which are not run here. */
const NEEDS_SERVER = /^src\/(?:state\/redis\.ts|search\/opensearch\/)/u
/** A changed program may be slower than the one that was measured, but not by this much: more is an endless loop. */
const TIMEOUT_MS = 90_000
const top = execFileSync('git', ['rev-parse', '--show-toplevel'], { encoding: 'utf8' }).trim()
const copy = mkdtempSync(join(tmpdir(), 'yinju-mutate-'))
process.on('SIGINT', () => process.exit(130)).on('SIGTERM', () => process.exit(143))
process.on('exit', removeCopy)
// A copy of the last commit: a run that is broken off leaves no fault in the files one works on.
execFileSync('git', ['worktree', 'add', '--force', '--detach', copy, 'HEAD'], { stdio: 'ignore' })
symlinkSync(join(top, 'node_modules'), join(copy, 'node_modules'))
const equivalent = readEquivalent()
const all = findAll()
const reach = await findReach(copy, all, join(tmpdir(), 'yinju-mutate-reach'))
const rooms = values.room.length > 0 ? values.room : [...new Set(all.map(({ path }) => roomOf(path)))]
const scores: string[] = []
for (const room of rooms) scores.push(await scoreRoom(room, reach))
console.log(`\n${scores.join('\n')}`)

async function scoreRoom(room: string, { testsOf }: Reach): Promise<string> {
  const inRoom = all.filter(({ path }) =>
    room === '.' ? roomOf(path) === '.' : path.startsWith(`src/${room}/`),
  )
  const chosen = choose(inRoom, Number(values.count), Number(values.seed))
  const counted = chosen.filter((mutant) => !equivalent.has(nameOf(mutant)))
  const asked = byRank(counted.filter(canSwitch).map((mutant) => nearest(testsOf(mutant))))
  const outcomes = await rerunTests(copy, counted, asked)
  let noticed = 0
  for (const mutant of chosen) {
    const name = nameOf(mutant)
    const known = outcomes.get(idOf(mutant))
    const isKnown =
      known === 'noticed' ||
      (known === 'unknown' && (await isNoticed(mutant, nearest(testsOf(mutant))))) ||
      (known === 'survived' && !fitsTypes(mutant))
    const outcome = known === undefined ? 'equivalent' : isKnown ? 'noticed' : 'SURVIVED'
    if (outcome === 'noticed') noticed++
    console.log(`${outcome}\t${mutant.kind}\tline ${lineOf(mutant)}\t${name}`)
  }
  const share = counted.length === 0 ? 100 : (100 * noticed) / counted.length
  return `${room}\t${noticed} of ${counted.length} noticed\t${share.toFixed(1)} %\tseed ${values.seed}`
}

/** Each once, the nearest of every list before the second of any. */
function byRank(lists: readonly (readonly string[])[]): string[] {
  const ranked = lists.flatMap((paths) => paths.map((path, rank) => ({ path, rank })))
  return [...new Set(ranked.sort((a, b) => a.rank - b.rank).map(({ path }) => path))]
}

/** As many as fit into the time, one at least. */
function nearest(tests: ReturnType<Reach['testsOf']>): string[] {
  let left = Number(values.seconds) * 1_000
  return tests
    .filter(({ ms }, at) => {
      left -= ms
      return at === 0 || left >= 0
    })
    .map(({ path }) => path)
}

/** By a process of its own for the mutant. */
async function isNoticed(mutant: Placed, tests: readonly string[]): Promise<boolean> {
  return withMutant(mutant, async () => {
    const options = { timeoutMs: TIMEOUT_MS, isBailing: true }
    const passes = tests.length === 0 || (await runVitest(copy, tests, options))
    return !passes || !runTypes()
  })
}

function fitsTypes(mutant: Placed): boolean {
  const { path } = mutant
  const text = read(path)
  writeFileSync(join(copy, path), changedText(mutant))
  try {
    return runTypes()
  } finally {
    writeFileSync(join(copy, path), text)
  }
}

async function withMutant<T>(mutant: Placed, work: () => Promise<T>): Promise<T> {
  const text = read(mutant.path)
  writeFileSync(join(copy, mutant.path), changedText(mutant))
  try {
    return await work()
  } finally {
    writeFileSync(join(copy, mutant.path), text)
  }
}

function changedText({ path, start, end, replacement }: Placed): string {
  const text = read(path)
  return text.slice(0, start) + replacement + text.slice(end)
}

function runTypes(): boolean {
  const bin = join(copy, 'node_modules', '.bin', 'tsc')
  return (
    spawnSync(bin, ['--noEmit', '-p', 'tsconfig.build.json'], { cwd: copy, stdio: 'ignore' }).status === 0
  )
}

function removeCopy(): void {
  execFileSync('git', ['worktree', 'remove', '--force', copy], { cwd: top, stdio: 'ignore' })
  rmSync(copy, { recursive: true, force: true })
}

function roomOf(path: string): string {
  return /^src\/([^/]+)\//u.exec(path)?.[1] ?? '.'
}

function findAll(): Placed[] {
  return execFileSync('git', ['ls-files', 'src'], { cwd: copy, encoding: 'utf8' })
    .split('\n')
    .filter((path) => /\.tsx?$/u.test(path) && !NEEDS_SERVER.test(path))
    .flatMap((path) => findMutants(path, read(path)).map((mutant, number) => ({ ...mutant, path, number })))
}

function read(path: string): string {
  return readFileSync(join(copy, path), 'utf8')
}

/** The same for the same seed and source; each mutant once. */
function choose(all: readonly Placed[], count: number, seed: number): Placed[] {
  const left = [...all]
  let state = seed
  const chosen: Placed[] = []
  while (chosen.length < count && left.length > 0) {
    // Park and Miller's generator: enough to draw lots.
    state = (Math.imul(state, 48_271) >>> 0) % 2_147_483_647 || 1
    chosen.push(...left.splice(state % left.length, 1))
  }
  return chosen
}

/** Path, line as it stands, and what the line becomes: a line number would not outlast the next change. */
function nameOf({ path, start, end, replacement }: Placed): string {
  const text = read(path)
  const from = text.lastIndexOf('\n', start - 1) + 1
  const to = text.indexOf('\n', end)
  const line = text.slice(from, to).trim()
  const changed = (text.slice(from, start) + replacement + text.slice(end, to)).trim()
  return `${path}\t${oneLine(line)}\t${oneLine(changed)}`
}

function lineOf({ path, start }: Placed): number {
  return read(path).slice(0, start).split('\n').length
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ')
}

function readEquivalent(): Set<string> {
  const lines = readFileSync(new URL('equivalent.tsv', import.meta.url), 'utf8').split('\n')
  return new Set(lines.filter((line) => line !== '').map((line) => line.split('\t').slice(0, 3).join('\t')))
}
