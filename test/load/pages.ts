/** Asks the built `yinju serve` for its pages: how long each takes to its first byte, alone and at rising rates, and what memory it needs. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { Agent, get } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { layOut } from '../bench/ours.ts'
import { pause, question, ROOT, rssMb } from './stage.ts'

export interface PagesOptions {
  /** Folder of the built project to measure. Default: this one. */
  readonly root?: string
  /** Folder of the report files. Default: the five reports. */
  readonly corpus?: string
  /** So many synthetic passages instead. */
  readonly passages?: number
  /** Requests of each page, one after the other. */
  readonly requests: number
  /** Requests a second of all pages together, tried in this order until p99 passes 50 ms. */
  readonly rates: readonly number[]
}

const PORT = 18_500 + (process.pid % 400)
const SECONDS_A_RATE = 10
const SECONDS_A_PAGE = 4
const MAX_P99_MS = 50
const START_MS = 180_000
/** Asked for anew each time: no cache answers in the page's place. */
const PAGES: Readonly<Record<string, (i: number, ids: Ids) => string>> = {
  '/': () => '/',
  '/search': (i) => `/search?q=${encodeURIComponent(question(i))}`,
  '/reports': () => '/reports',
  '/reports/<id>': (_, { report }) => `/reports/${report}`,
  '/passages/<id>': (i, { passages }) => `/passages/${passages[i % passages.length]}`,
  '/figures': (i) =>
    `/figures?q=${encodeURIComponent(`各地${['旅游收入', '地区生产总值', '粮食产量'][i % 3]}`)}`,
  '/count': (i) =>
    `/count?q=${encodeURIComponent(['乡村振兴', '营商环境', '高质量发展', '就业'][i % 4] ?? '')}`,
  '/compare': (i) => `/compare?q=${encodeURIComponent(['粮食安全', '营商环境', '养老服务'][i % 3] ?? '')}`,
  '/verify': () => `/verify?text=${encodeURIComponent('全年接待游客934.7万人次，实现旅游收入56.4亿元')}`,
  '/cards/<id>.png': (i, { passages }) => `/cards/${passages[i % passages.length]}.png`,
  '/charts/count.png': () => `/charts/count.png?q=${encodeURIComponent('乡村振兴')}`,
}
/** What most visitors ask for. */
const MIX = ['/search', '/passages/<id>', '/search', '/passages/<id>', '/reports', '/count', '/figures', '/']

interface Ids {
  readonly report: string
  readonly passages: readonly string[]
}

export async function measurePages(options: PagesOptions): Promise<void> {
  const { root = ROOT, requests, rates, passages } = options
  if (passages === undefined) return await measureServed(root, options.corpus, { requests, rates })
  const corpus = await mkdtemp(join(tmpdir(), 'yinju-pages-'))
  try {
    await layOut({ kind: 'synthetic', seeds: join(ROOT, 'corpus'), passages }, corpus)
    await measureServed(root, corpus, { requests, rates })
  } finally {
    await rm(corpus, { recursive: true, force: true })
  }
}

async function measureServed(
  root: string,
  corpus: string | undefined,
  { requests, rates }: Pick<PagesOptions, 'requests' | 'rates'>,
): Promise<void> {
  const server = await serve(root, corpus)
  const site = `http://127.0.0.1:${PORT}`
  const agent = new Agent({ keepAlive: true, maxSockets: 64 })
  try {
    const ids = await readIds(site)
    console.log({ 'RSS MB before': await rssMb(server.pid) })
    const rows: object[] = []
    for (const [page, address] of Object.entries(PAGES)) {
      const times: number[] = []
      let bytes = 0
      for (let i = 0; i < requests + 5; i++) {
        const answer = await ask(site + address(i, ids), agent)
        if (answer.status !== 200) throw new Error(`${page}: ${answer.status}`)
        if (i >= 5) times.push(answer.firstByteMs)
        bytes = Math.max(bytes, answer.bytes)
      }
      const row = { page, ...quantiles(times), 'largest KB': Math.round(bytes / 1024) }
      const sustained = await findSustained({ site, agent, ids, rates }, [page])
      rows.push(rates.length > 0 ? { ...row, 'a second within 50 ms': sustained } : row)
      console.log(JSON.stringify(rows.at(-1)))
    }
    console.table(rows)
    await measureRates({ site, agent, ids, rates })
    console.log({ 'RSS MB after': await rssMb(server.pid) })
  } finally {
    agent.destroy()
    const exited = once(server, 'exit')
    server.kill('SIGTERM')
    await exited
  }
}

interface Rates {
  readonly site: string
  readonly agent: Agent
  readonly ids: Ids
  readonly rates: readonly number[]
}

async function measureRates({ site, agent, ids, rates }: Rates): Promise<void> {
  const rows: object[] = []
  for (const rate of rates) {
    const times = await askSteadily({ site, agent, ids }, rate, SECONDS_A_RATE * 1_000)
    const measured = quantiles(times)
    rows.push({ 'a second': rate, answered: times.length, ...measured })
    if (measured.p99 > MAX_P99_MS) break
  }
  if (rows.length > 0) console.table(rows)
}

/** The highest of the rates, tried rising, at which p99 stays within the bound; 0 when none does. */
async function findSustained({ rates, ...asked }: Rates, mix: readonly string[]): Promise<number> {
  let sustained = 0
  for (const rate of rates) {
    const times = await askSteadily({ ...asked, mix }, rate, SECONDS_A_PAGE * 1_000)
    if (quantiles(times).p99 > MAX_P99_MS) break
    sustained = rate
  }
  return sustained
}

/** Asks at a steady rate, whether or not what was asked before is answered; resolves when all is. */
export async function askSteadily(
  { site, agent, ids, mix = MIX }: Omit<Rates, 'rates'> & { readonly mix?: readonly string[] },
  ratePerSecond: number,
  durationMs: number,
): Promise<number[]> {
  const started = performance.now()
  const asked: Promise<number>[] = []
  for (let i = 0; performance.now() - started < durationMs; ) {
    const due = ((performance.now() - started) / 1_000) * ratePerSecond
    for (; i < due; i++) {
      const address = PAGES[mix[i % mix.length] ?? '/']?.(i, ids) ?? '/'
      asked.push(ask(site + address, agent).then(({ firstByteMs }) => firstByteMs))
    }
    await pause(2)
  }
  return await Promise.all(asked)
}

export async function readIds(site: string): Promise<Ids> {
  const { reports } = (await (await fetch(`${site}/api/reports`)).json()) as { reports: { id: string }[] }
  const report = reports[0]?.id ?? ''
  const whole = (await (await fetch(`${site}/api/reports/${report}`)).json()) as {
    passages: { id: string }[]
  }
  return { report, passages: whole.passages.map(({ id }) => id) }
}

interface Answered {
  readonly status: number
  readonly firstByteMs: number
  readonly bytes: number
}

/**
 * From the request to the first byte of the answer, with the time that it waits for a connection. A kept connection that the server
 * closes just as it is used again is no answer: the request is made anew, as RFC 9110, 9.2.2 has clients do.
 */
function ask(address: string, agent: Agent, started = performance.now()): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const headers = { 'accept-language': 'zh-CN', 'accept-encoding': 'gzip' }
    const request = get(address, { agent, headers }, (response) => {
      const firstByteMs = performance.now() - started
      let bytes = 0
      response.on('data', (part: Buffer) => {
        bytes += part.length
      })
      response.on('end', () => resolve({ status: response.statusCode ?? 0, firstByteMs, bytes }))
      response.on('error', reject)
    }).on('error', (error: NodeJS.ErrnoException) => {
      if (request.reusedSocket && error.code === 'ECONNRESET') resolve(ask(address, agent, started))
      else reject(error)
    })
  })
}

function quantiles(times: readonly number[]): { readonly p50: number; readonly p99: number } {
  const sorted = [...times].sort((a, b) => a - b)
  const at = (share: number): number =>
    Math.round((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0) * 10) / 10
  return { p50: at(0.5), p99: at(0.99) }
}

async function serve(root: string, corpus: string | undefined): Promise<ChildProcess> {
  const env = { PATH: process.env.PATH, LIMIT_WEB: '0', LOG_LEVEL: 'warn' }
  const folder = corpus === undefined ? [] : ['--corpus', corpus]
  const server = spawn(
    process.execPath,
    [join(root, 'dist/cli.js'), 'serve', '--port', String(PORT), ...folder],
    { cwd: root, env, stdio: ['ignore', 'ignore', 'inherit'] },
  )
  const deadline = Date.now() + START_MS
  while (
    !(await fetch(`http://127.0.0.1:${PORT}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    ))
  ) {
    if (server.exitCode !== null || Date.now() > deadline) throw new Error('yinju serve did not start')
    await pause(100)
  }
  return server
}
