/** Kills `yinju index` again and again, at any moment, while reports come, change and go: does the next start always answer rightly? */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openIndex } from '../../src/run/open-index.ts'
import { buildIndex } from '../../src/search/embedded/builder.ts'
import { syntheticFiles } from '../bench/synthetic.ts'
import { readCorpus } from '../read-corpus.ts'

export interface IndexKillsOptions {
  /** What Node.js is to run for `yinju`, before `index --corpus DIR`. */
  readonly command: readonly string[]
  readonly kills: number
  readonly passages: number
  /** The longest that a process lives, in milliseconds. */
  readonly maxLifeMs: number
}

export interface IndexKills {
  /** Processes that were killed before they had ended. */
  readonly killed: number
  /** Starts that gave another index than a build of the same files. */
  readonly wrong: number
  /** What is left in the index folder at the end, besides the index itself. */
  readonly leftovers: number
}

/** Every other start is looked at, so that kills also pile up. */
const LOOK_EVERY = 2
const CHANGED_AT_ONCE = 3

export async function measureIndexKills(options: IndexKillsOptions): Promise<IndexKills> {
  const folder = await mkdtemp(join(tmpdir(), 'yinju-kills-'))
  const { reports } = await readCorpus('corpus')
  const files = [...syntheticFiles(reports, options.passages)]
  for (const { id, content } of files) await writeFile(join(folder, `${id}.md`), content)
  let [killed, wrong] = [0, 0]
  try {
    for (let kill = 1; kill <= options.kills; kill++) {
      for (let change = 0; change < CHANGED_AT_ONCE; change++) await changeOne(folder, files)
      if (await killOne(folder, options)) killed++
      if (kill % LOOK_EVERY === 0 && !(await isRight(folder))) wrong++
      if (kill % (2 * LOOK_EVERY) === 0) await rm(join(folder, '.index', 'minisearch.bin'), { force: true })
    }
    if (!(await isRight(folder))) wrong++
    const left = await readdir(join(folder, '.index'), { recursive: true })
    return { killed, wrong, leftovers: left.filter((name) => name.endsWith('.tmp')).length }
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** A report comes back, changes or goes. */
async function changeOne(folder: string, files: readonly { id: string; content: string }[]): Promise<void> {
  const { id, content } = files[Math.floor(Math.random() * files.length)] ?? { id: '', content: '' }
  const path = join(folder, `${id}.md`)
  if (Math.random() < 0.3) await rm(path, { force: true })
  else await writeFile(path, `${content}\n第${Math.floor(Math.random() * 1_000)}次修改。\n`)
}

/** Whether it was still at work when it was killed. */
async function killOne(folder: string, { command, maxLifeMs }: IndexKillsOptions): Promise<boolean> {
  const child = spawn(process.execPath, [...command, 'index', '--corpus', folder], { stdio: 'ignore' })
  const timer = setTimeout(() => child.kill('SIGKILL'), Math.random() * maxLifeMs)
  const [, signal] = (await once(child, 'exit')) as [number | null, NodeJS.Signals | null]
  clearTimeout(timer)
  return signal === 'SIGKILL'
}

/** Opens the folder as the next start does, and holds it to a build of its files. */
async function isRight(folder: string): Promise<boolean> {
  const { index } = await openIndex(folder)
  const expected = buildIndex((await readCorpus(folder)).reports)
  return (
    JSON.stringify(index.reports) === JSON.stringify(expected.reports) &&
    Object.entries(expected.arrays).every(([name, array]) => {
      const { buffer, byteOffset, byteLength } = index.arrays[name as keyof typeof index.arrays]
      const bytes = Buffer.from(buffer as ArrayBuffer, byteOffset, byteLength)
      return bytes.equals(Buffer.from(array.buffer as ArrayBuffer, array.byteOffset, array.byteLength))
    })
  )
}
