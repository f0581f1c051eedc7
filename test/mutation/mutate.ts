/** Changes the source in small ways, one at a time, and says which changes no test notices: `npm run mutate -- [--seed N] [--room R] [--count N]`. */
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { findMutants, type Mutant } from './mutants.ts'

const USAGE = `usage: npm run mutate -- [--seed N] [--room R] [--count N]

  --seed N   which mutants (default 1)
  --room R   a folder of src, such as quote or import/lines (default: all)
  --count N  how many (default 20)

A mutant is noticed when a test fails or types do not fit. The tests beside the room are asked first, then all that import the file.
What no test can notice stands in test/mutation/equivalent.tsv with the reason.
`

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    room: { type: 'string', default: '' },
    count: { type: 'string', default: '20' },
    help: { type: 'boolean', default: false },
  },
})
if (values.help) {
  console.log(USAGE)
  process.exit(0)
}

interface Placed extends Mutant {
  readonly path: string
}

const TEST_TIMEOUT_MS = 15 * 60_000
const top = execFileSync('git', ['rev-parse', '--show-toplevel'], { encoding: 'utf8' }).trim()
const copy = mkdtempSync(join(tmpdir(), 'yinju-mutate-'))
try {
  // A copy of the last commit: a run that is broken off leaves no fault in the files one works on.
  execFileSync('git', ['worktree', 'add', '--force', '--detach', copy, 'HEAD'], { stdio: 'ignore' })
  symlinkSync(join(top, 'node_modules'), join(copy, 'node_modules'))
  const equivalent = readEquivalent()
  const mutants = choose(findAll(values.room), Number(values.count), Number(values.seed))
  const survivors = mutants.filter((mutant) => {
    const outcome = equivalent.has(nameOf(mutant)) ? 'equivalent' : isNoticed(mutant) ? 'noticed' : 'SURVIVED'
    console.log(`${outcome}\t${mutant.kind}\tline ${lineOf(mutant)}\t${nameOf(mutant)}`)
    return outcome === 'SURVIVED'
  })
  const counted = mutants.filter((mutant) => !equivalent.has(nameOf(mutant))).length
  const score = counted === 0 ? 100 : (100 * (counted - survivors.length)) / counted
  console.log(
    `\n${counted - survivors.length} of ${counted} noticed (${score.toFixed(1)} %), seed ${values.seed}`,
  )
} finally {
  execFileSync('git', ['worktree', 'remove', '--force', copy], { stdio: 'ignore' })
  rmSync(copy, { recursive: true, force: true })
}

function findAll(room: string): Placed[] {
  const folder = room === '' ? 'src' : `src/${room}`
  const files = execFileSync('git', ['ls-files', folder], { cwd: copy, encoding: 'utf8' }).split('\n')
  return files
    .filter((path) => path.endsWith('.ts'))
    .flatMap((path) => findMutants(path, read(path)).map((mutant) => ({ ...mutant, path })))
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

function isNoticed({ path, start, end, replacement }: Placed): boolean {
  const text = read(path)
  writeFileSync(join(copy, path), text.slice(0, start) + replacement + text.slice(end))
  try {
    const beside = path.replace(/^src\//u, 'test/').replace(/\/[^/]+$/u, '')
    return (
      !passes('vitest', ['run', '--bail', '1', beside, '--passWithNoTests']) ||
      !passes('tsc', ['--noEmit']) ||
      !passes('vitest', ['related', '--run', '--bail', '1', path])
    )
  } finally {
    writeFileSync(join(copy, path), text)
  }
}

/** A test that does not end has noticed it too. */
function passes(command: string, args: readonly string[]): boolean {
  const bin = join(copy, 'node_modules', '.bin', command)
  return spawnSync(bin, args, { cwd: copy, stdio: 'ignore', timeout: TEST_TIMEOUT_MS }).status === 0
}
