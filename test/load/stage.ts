/** A Bot API stand-in and the built bot beside it, for measurements: `npm run load -- --emulator PATH WHAT`. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

/** What the measurements use of the stand-in; its README tells the rest. */
export interface Emulator {
  start(options: object): Promise<{ apiRoot: string; token: string }>
  stop(): Promise<void>
  user(fields: object): EmulatedUser
  privateChat(user: EmulatedUser, options?: object): EmulatedChat
  send(chat: EmulatedChat, user: EmulatedUser, text: string): EmulatedMessage
  startBot(user: EmulatedUser): EmulatedMessage
  press(message: EmulatedMessage, target: unknown): { readonly answer: Promise<unknown> }
  inline(user: EmulatedUser, query: string): Promise<unknown>
  nextMessage(chat: EmulatedChat, options?: object): Promise<EmulatedMessage>
  botMessages(chat: EmulatedChat): EmulatedMessage[]
  text(message: EmulatedMessage): string
  current(message: EmulatedMessage): EmulatedMessage
  flush(chat: EmulatedChat): void
  fault(fault: object): { hits: number }
  clearFaults(): void
  settle(options?: object): Promise<void>
  loadTest(options: object): Promise<Record<string, unknown>>
  readonly calls: readonly {
    method: string
    status: number
    t: number
    ms: number
    params: Record<string, unknown>
  }[]
  readonly violations: readonly { kind: string; severity: string; method: string; message: string }[]
  readonly floodLog: readonly { obeyed: boolean | null }[]
}
export type EmulatedUser = { readonly id: number }
export type EmulatedChat = { readonly id: number }
export type EmulatedMessage = { readonly message_id: number }

export interface Stage {
  readonly emulator: Emulator
  /** The process of this moment. */
  bot: ChildProcess
  /** Lines of the bot's log. */
  readonly log: string[]
  readonly port: number
  /** Sends the signal, and resolves to the exit status and how long it took. */
  stop(signal?: NodeJS.Signals): Promise<{ status: number | null; ms: number }>
  /** Kills the bot as a lack of memory would, and starts it again. */
  killAndRestart(): Promise<void>
}

export interface StageOptions {
  /** Folder of the stand-in. */
  readonly emulator: string
  readonly env?: Readonly<Record<string, string>>
  readonly start?: object
  readonly isWebhook?: boolean
  readonly port?: number
  /** Folder of the built project to measure. Default: this one. */
  readonly root?: string
  /** What the bot is told instead of the stand-in's address: that of a proxy before it. */
  readonly through?: (apiRoot: string) => Promise<string>
}

/** What Linux counts processor time in. */
const TICKS_A_SECOND = 100

export const ROOT = resolve(import.meta.dirname, '../..')

/** Starts both and waits until the bot says that it is ready. */
export async function setStage(options: StageOptions): Promise<Stage> {
  const module = (await import(pathToFileURL(resolve(options.emulator, 'emulator.mjs')).href)) as {
    TelegramEmulator: new () => Emulator
  }
  const emulator = new module.TelegramEmulator()
  const { apiRoot, token } = await emulator.start({ username: 'measured_test_bot', ...options.start })
  const port = options.port ?? 18_000 + (process.pid % 1000)
  const dataDir = await mkdtemp(join(tmpdir(), 'yinju-load-'))
  const log: string[] = []
  const launch = await launcher({ ...options, port }, { token, apiRoot, dataDir, log })
  const stage: Stage = {
    emulator,
    bot: await launch(),
    log,
    port,
    async stop(signal = 'SIGTERM') {
      const started = performance.now()
      const exited = once(stage.bot, 'exit')
      stage.bot.kill(signal)
      const [status] = (await exited) as [number | null]
      const ms = Math.round(performance.now() - started)
      await emulator.stop()
      await rm(dataDir, { recursive: true, force: true })
      return { status, ms }
    },
    async killAndRestart() {
      const exited = once(stage.bot, 'exit')
      stage.bot.kill('SIGKILL')
      await exited
      stage.bot = await launch()
    },
  }
  return stage
}

interface Surroundings {
  readonly token: string
  readonly apiRoot: string
  readonly dataDir: string
  readonly log: string[]
}

async function launcher(
  options: StageOptions & { readonly port: number },
  { token, apiRoot, dataDir, log }: Surroundings,
): Promise<() => Promise<ChildProcess>> {
  const { port, root = ROOT } = options
  const env = {
    PATH: process.env.PATH,
    BOT_TOKEN: token,
    TELEGRAM_API_ROOT: (await options.through?.(apiRoot)) ?? apiRoot,
    PORT: String(port),
    DATA_DIR: dataDir,
    LOG_LEVEL: 'info',
    ...(options.isWebhook === true && {
      WEBHOOK_URL: `http://127.0.0.1:${port}/telegram`,
      WEBHOOK_SECRET: 'secret-of-the-measurement',
    }),
    ...options.env,
  }
  return async () => {
    const first = log.length
    const bot = spawn(process.execPath, [join(root, 'dist/cli.js'), 'start'], {
      cwd: root,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    for (const stream of [bot.stdout, bot.stderr]) {
      stream
        ?.setEncoding('utf8')
        .on('data', (text: string) => log.push(...text.split('\n').filter((line) => line !== '')))
    }
    const deadline = Date.now() + 60_000
    while (!log.slice(first).some((line) => line.includes('ready;'))) {
      if (bot.exitCode !== null || Date.now() > deadline)
        throw new Error(`the bot did not start:\n${log.slice(first).join('\n')}`)
      await pause(50)
    }
    return bot
  }
}

export async function rssMb(pid: number | undefined): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8')
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024)
}

/** Processor time that the process has used so far, on all cores. */
export async function cpuMsOf(pid: number | undefined): Promise<number> {
  const fields = (await readFile(`/proc/${pid}/stat`, 'utf8')).split(') ')[1]?.split(' ') ?? []
  const ticks = Number(fields[11]) + Number(fields[12])
  return (ticks * 1000) / TICKS_A_SECOND
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}

/** Questions of many kinds over the five reports, so that no cache answers in the search's place. */
export function question(i: number): string {
  const places = ['伊宁市', '昭苏县', '新源县', '乌恰县', '新疆', '']
  const topics = [
    'GDP',
    '粮食产量',
    '旅游',
    '固定资产投资',
    '城镇新增就业',
    '居民收入',
    '污染防治',
    '财政收入',
    '教育',
    '医疗',
    '招商引资',
    '乡村振兴',
    '营商环境',
    '水利',
    '社会保障',
  ]
  const forms = ['多少', '增长', '目标是什么', '情况', '']
  // Each with each: 450 questions as people ask them. A number behind them would make every one a question that no report answers.
  const topic = topics[Math.floor(i / places.length) % topics.length]
  const form = forms[Math.floor(i / (places.length * topics.length)) % forms.length]
  return `${places[i % places.length]}${topic}${form}`
}
