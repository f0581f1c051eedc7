/** Many people asking at a steady rate, by polling and by webhook: how long answers take, what is lost, how much memory it needs. */
import { Agent } from 'node:http'
import { askSteadily, readIds } from './pages.ts'
import { cpuMsOf, question, type StageOptions, setStage } from './stage.ts'

export interface LoadOptions extends StageOptions {
  readonly users: number
  readonly ratePerSecond: number
  readonly seconds: number
  /** Requests a second that hit the pages of the same process meanwhile. Default 0. */
  readonly pagesPerSecond?: number
}

/** Both ways at the rate asked for, then polling at rising rates until p99 passes 100 ms. */
export async function measureLoad(options: LoadOptions, rates: readonly number[]): Promise<void> {
  const rows = [await underLoad(options), await underLoad({ ...options, isWebhook: true })]
  for (const ratePerSecond of rates) {
    const row = await underLoad({ ...options, ratePerSecond, seconds: Math.min(15, options.seconds) })
    rows.push(row)
    if (row.p99 > 100 || row.lost > 0) break
  }
  console.table(rows)
}

async function underLoad(options: LoadOptions) {
  // The limits are for people; the pace of Telegram is not what is measured.
  const env = { LIMIT_WEB: '0', LIMIT_USER: '0', LIMIT_CHAT: '0', LIMIT_BOT: '0', ...options.env }
  const stage = await setStage({
    ...options,
    env,
    start: { flood: { perChatPerSecond: 0 } },
  })
  const cpuBefore = await cpuMsOf(stage.bot.pid)
  const site = `http://127.0.0.1:${stage.port}`
  const agent = new Agent({ keepAlive: true, maxSockets: 64 })
  const { pagesPerSecond = 0 } = options
  const visited =
    pagesPerSecond === 0
      ? Promise.resolve([])
      : askSteadily({ site, agent, ids: await readIds(site) }, pagesPerSecond, options.seconds * 1_000)
  const result = (await stage.emulator.loadTest({
    bot: stage.bot,
    users: options.users,
    ratePerSecond: options.ratePerSecond,
    seconds: options.seconds,
    makeText: question,
  })) as {
    sent: number
    answered: number
    lost: number
    duplicates: number
    latencyMs: { p50: number; p95: number; p99: number; max: number }
    maxRssMb: number
    violations: readonly { kind: string; severity: string }[]
  }
  const visits = await visited
  agent.destroy()
  const cpuMs = (await cpuMsOf(stage.bot.pid)) - cpuBefore
  const { status } = await stage.stop()
  const { sent, answered, lost, duplicates, latencyMs, maxRssMb, violations } = result
  return {
    way: options.isWebhook === true ? 'webhook' : 'polling',
    'a second': options.ratePerSecond,
    ...(pagesPerSecond > 0 && { 'pages a second': pagesPerSecond, visits: visits.length }),
    sent,
    answered,
    lost,
    doubled: duplicates,
    ...latencyMs,
    'RSS MB': maxRssMb,
    'CPU ms each': Math.round((cpuMs / sent) * 10) / 10,
    violations: countKinds(violations),
    exit: status,
  }
}

function countKinds(violations: readonly { kind: string; severity: string }[]): string {
  const counts = new Map<string, number>()
  for (const { kind, severity } of violations) {
    if (severity === 'error') counts.set(kind, (counts.get(kind) ?? 0) + 1)
  }
  return [...counts].map(([kind, count]) => `${kind} ${count}`).join(', ')
}
