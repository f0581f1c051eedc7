/** Calls the API and the MCP tools of the built `yinju serve`, rightly and wildly: how long they take, what memory stays, and whether any fails. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import fc from 'fast-check'
import { pause, question, ROOT, rssMb } from './stage.ts'

export interface CallsOptions {
  readonly calls: number
  /** Folder of the built project to measure. Default: this one. */
  readonly root?: string
}

const AT_A_TIME = 16
const ROWS = 10
const PORT = 19_000 + (process.pid % 1000)
const SITE = `http://127.0.0.1:${PORT}`
/** The widest answer of a tool, doubled by its structured form, with room for the frame. */
const MAX_ANSWER_BYTES = 600_000
const START_MS = 60_000

/** Prints a row for each tenth of the calls. @returns Whether every call was answered without a fault and within the bound. */
export async function measureCalls({ calls, root = ROOT }: CallsOptions): Promise<boolean> {
  const server = await serve(root)
  const rows: object[] = [{ calls: 0, 'RSS MB': await rssMb(server.pid) }]
  const faults: string[] = []
  let next = 0
  for (let row = 1; row <= ROWS; row++) {
    const end = Math.round((calls * row) / ROWS)
    const times: number[] = []
    const worker = async (): Promise<void> => {
      while (next < end) {
        const request = requestOf(next++)
        const started = performance.now()
        const fault = await faultOf(request)
        times.push(performance.now() - started)
        if (fault !== null) faults.push(fault)
      }
    }
    await Promise.all(Array.from({ length: AT_A_TIME }, worker))
    times.sort((a, b) => a - b)
    const at = (share: number): number => Math.round((times[Math.floor(times.length * share)] ?? 0) * 10) / 10
    rows.push({ calls: next, p50: at(0.5), p99: at(0.99), 'RSS MB': await rssMb(server.pid) })
    // So that a run that is broken off has told something.
    console.log(JSON.stringify(rows.at(-1)))
  }
  console.table(rows)
  console.log({ faults: faults.length, first: faults[0] })
  const exited = once(server, 'exit')
  server.kill('SIGTERM')
  await exited
  return faults.length === 0
}

async function serve(root: string): Promise<ChildProcess> {
  const env = { PATH: process.env.PATH, LIMIT_WEB: '0', LOG_LEVEL: 'warn' }
  const server = spawn(process.execPath, [join(root, 'dist/cli.js'), 'serve', '--port', String(PORT)], {
    cwd: root,
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const deadline = Date.now() + START_MS
  while (
    !(await fetch(SITE).then(
      ({ ok }) => ok,
      () => false,
    ))
  ) {
    if (server.exitCode !== null || Date.now() > deadline) throw new Error('yinju serve did not start')
    await pause(100)
  }
  return server
}

interface Call {
  readonly path: string
  readonly body?: string
}

const PHRASES = ['新质生产力', '高质量发展', '乡村振兴', '户厕', '低空经济', '旅游']

/** Three of four calls are right, half of them to the API and half to a tool; the fourth is whatever may come. */
function requestOf(number: number): Call {
  if (number % 4 === 3) return wild(number)
  const text = question(number)
  const phrase = PHRASES[number % PHRASES.length] ?? ''
  const [path, tool, input] = RIGHT(text, phrase)[number % 5] as Right
  return number % 2 === 0 ? { path } : toolCall(tool, input)
}

type Right = readonly [path: string, tool: string, input: Record<string, unknown>]

const RIGHT = (text: string, phrase: string): readonly Right[] => [
  [`/api/search?q=${encodeURIComponent(text)}`, 'search', { query: text }],
  [`/api/figures?q=${encodeURIComponent(text)}`, 'find_figures', { question: text }],
  [`/api/count?q=${encodeURIComponent(phrase)}`, 'count_phrase', { phrase }],
  [`/api/verify?q=${encodeURIComponent(text)}`, 'verify_quote', { text }],
  [`/api/compare?q=${encodeURIComponent(phrase)}`, 'compare', { words: phrase }],
]

function toolCall(name: string, input: unknown): Call {
  const body = { jsonrpc: '2.0', id: 1, method: 'tools/call', params: { name, arguments: input } }
  return { path: '/mcp', body: JSON.stringify(body) }
}

const PATHS = ['search', 'figures', 'count', 'compare', 'changes', 'passages/', 'reports/', 'cite', '']
const TOOLS = [
  'search',
  'fetch',
  'verify_quote',
  'find_figures',
  'count_phrase',
  'compare',
  'cite',
  'changes',
  'x',
]

function wild(seed: number): Call {
  const [value] = fc.sample(fc.jsonValue(), { seed, numRuns: 1 })
  const [text = ''] = fc.sample(fc.string({ unit: 'binary', maxLength: 300 }), { seed, numRuns: 1 })
  // Lone halves of surrogate pairs cannot stand in an address.
  const tail = encodeURIComponent(Buffer.from(text).toString())
  const path = PATHS[seed % PATHS.length] ?? ''
  const kinds: Call[] = [
    { path: `/api/${path}${tail}?q=${tail}&limit=${tail}&a=${tail}&year=${seed}` },
    toolCall(TOOLS[seed % TOOLS.length] ?? '', {
      query: text,
      text,
      id: text,
      question: text,
      phrase: text,
      words: text,
    }),
    toolCall(TOOLS[seed % TOOLS.length] ?? '', value),
    { path: '/mcp', body: JSON.stringify(value) },
    { path: '/mcp', body: text },
  ]
  return kinds[Math.floor(seed / 4) % kinds.length] as Call
}

async function faultOf({ path, body }: Call): Promise<string | null> {
  const headers = { 'content-type': 'application/json', accept: 'application/json, text/event-stream' }
  try {
    const init = body === undefined ? {} : { method: 'POST', headers, body }
    const response = await fetch(`${SITE}${path}`, init)
    const answer = await response.text()
    if (response.status >= 500) return `${response.status} for ${path} ${body ?? ''}`
    const bytes = Buffer.byteLength(answer)
    return bytes > MAX_ANSWER_BYTES ? `${bytes} bytes for ${path} ${body ?? ''}` : null
  } catch (error) {
    return `${String(error)} for ${path} ${body ?? ''}`
  }
}
