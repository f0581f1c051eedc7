/** A rolling upgrade: two builds of different formats serve one installation, under questions, and every one is answered. */
import { type ChildProcess, spawn } from 'node:child_process'
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Cluster } from '../../src/search/opensearch/cluster.ts'
import { freePort } from '../free-port.ts'
import { startCluster, type TestCluster } from './cluster.ts'
import { clear, freshAlias, openCluster, whySkipped } from './fixture.ts'

const reason = await whySkipped()
const READY_MS = 120_000
const ASKERS = 3
const QUESTIONS = ['伊宁市 2022 旅游收入', '“财政收入”', '新源县的粮食产量是多少', '昭苏县']

describe.skipIf(reason !== null)('a rolling upgrade', { timeout: 400_000 }, () => {
  const alias = freshAlias()
  const running: ChildProcess[] = []
  let server: TestCluster
  let cluster: Cluster
  let nextBuild: string

  beforeAll(async () => {
    server = await startCluster({ nodes: 2 })
    cluster = openCluster(server.url)
    nextBuild = await copyWithNextFormat()
  })
  afterAll(async () => {
    for (const child of running) child.kill('SIGKILL')
    if (cluster !== undefined) await clear(cluster, alias)
    await cluster?.close()
    await server?.stop()
    if (nextBuild !== undefined) await rm(nextBuild, { recursive: true })
  })

  const start = (build: string, args: readonly string[], env: Record<string, string> = {}): ChildProcess => {
    const child = spawn(process.execPath, ['--import', 'tsx', 'src/cli.ts', ...args], {
      cwd: build,
      env: {
        ...process.env,
        SEARCH_BACKEND: 'opensearch',
        OPENSEARCH_URL: server.url,
        OPENSEARCH_INDEX: alias,
        CORPUS_DIR: 'corpus',
        // What a machine with busy cores takes is not the upgrade's.
        OPENSEARCH_TIMEOUT_MS: '30000',
        LOG_LEVEL: 'error',
        ...env,
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    running.push(child)
    return child
  }
  const runIndex = async (build: string, ...args: string[]): Promise<string> => {
    const child = start(build, ['index', ...args])
    let text = ''
    child.stdout?.on('data', (chunk: Buffer) => {
      text += String(chunk)
    })
    const status = await new Promise((resolve) => child.once('close', resolve))
    expect(status).toBe(0)
    return text
  }
  const serve = async (build: string): Promise<Copy> => {
    const port = await freePort()
    const child = start(build, ['serve', '--port', String(port)], { LIMIT_WEB: '0' })
    return { url: `http://127.0.0.1:${port}`, child }
  }
  const statusOf = async (url: string): Promise<number> =>
    await fetch(url).then(
      async (response) => {
        await response.arrayBuffer()
        return response.status
      },
      () => 0,
    )
  const ready = async ({ url }: Copy): Promise<void> => {
    const end = Date.now() + READY_MS
    while ((await statusOf(`${url}/readyz`)) !== 200) {
      if (Date.now() > end) throw new Error(`${url} does not become ready`)
      await sleep(100)
    }
  }

  it('leaves no question unanswered, on the way there and on the way back', async () => {
    await runIndex(process.cwd())
    let serving = await serve(process.cwd())
    await ready(serving)
    const tally = { answered: 0, unavailable: 0 }
    const failed: string[] = []
    const underWay = new Map<Copy, number>()
    const count = (copy: Copy, by: number): void => {
      underWay.set(copy, (underWay.get(copy) ?? 0) + by)
    }
    let isOver = false
    const asking = Array.from({ length: ASKERS }, async (_, asker) => {
      for (let turn = asker; !isOver; turn++) {
        const question = encodeURIComponent(QUESTIONS[turn % QUESTIONS.length] ?? '')
        const copy = serving
        count(copy, 1)
        const status = await statusOf(`${copy.url}/api/search?q=${question}`)
        count(copy, -1)
        if (status === 200) tally.answered += 1
        else {
          tally.unavailable += 1
          failed.push(`${copy.url}: ${status}`)
        }
        await sleep(20)
      }
    })
    /** As a balancer does: the new copy is asked when it is ready, and the old one leaves when it has answered. */
    const replaceBy = async (copy: Copy): Promise<void> => {
      await ready(copy)
      const old = serving
      serving = copy
      while ((underWay.get(old) ?? 0) > 0) await sleep(50)
      old.child.kill('SIGTERM')
    }
    // A new copy that starts before its index is there is not ready, and so is not asked.
    const early = await serve(nextBuild)
    while ((await statusOf(`${early.url}/healthz`)) !== 200) await sleep(100)
    expect(await statusOf(`${early.url}/readyz`)).toBe(503)
    expect(await runIndex(nextBuild)).toMatch(
      /made anew.*; kept for copies of the version before: yinju-test/,
    )
    await replaceBy(early)
    await replaceBy(await serve(process.cwd()))
    expect(await runIndex(process.cwd(), '--list')).toMatch(/answers this version.*\n.*of another version/)
    expect(await runIndex(process.cwd(), '--remove-old')).toMatch(/nothing to do.*; removed yinju-test/)
    await sleep(500)
    isOver = true
    await Promise.all(asking)
    console.log('opensearch: a rolling upgrade and back', tally)
    expect(failed).toEqual([])
    expect(tally.answered).toBeGreaterThan(50)
  })
})

interface Copy {
  readonly url: string
  readonly child: ChildProcess
}

/** This program with documents of another format. */
async function copyWithNextFormat(): Promise<string> {
  const build = await mkdtemp(join(tmpdir(), 'yinju-next-'))
  await cp('src', join(build, 'src'), { recursive: true })
  await mkdir(join(build, 'corpus'))
  for (const name of ['package.json', 'tsconfig.json']) await cp(name, join(build, name))
  await cp('corpus', join(build, 'corpus'), { recursive: true })
  await symlink(join(process.cwd(), 'node_modules'), join(build, 'node_modules'))
  const schema = join(build, 'src/search/opensearch/schema.ts')
  const source = await readFile(schema, 'utf8')
  const changed = source.replace(/^const FORMAT = \d+$/m, 'const FORMAT = 1_000')
  if (changed === source) throw new Error('schema.ts has no FORMAT to change')
  await writeFile(schema, changed)
  return build
}
