/** Many people asking at a steady rate, by polling and by webhook: how long answers take, what is lost, how much memory it needs. */
import { question, type StageOptions, setStage } from './stage.ts'

export interface LoadOptions extends StageOptions {
  readonly users: number
  readonly ratePerSecond: number
  readonly seconds: number
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
  const env = { LIMIT_USER: '0', LIMIT_CHAT: '0', LIMIT_BOT: '0', LOG_LEVEL: 'warn', ...options.env }
  const stage = await setStage({
    ...options,
    env: { ...env, LOG_LEVEL: 'info' },
    start: { flood: { perChatPerSecond: 0 } },
  })
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
  const { status } = await stage.stop()
  const { sent, answered, lost, duplicates, latencyMs, maxRssMb, violations } = result
  return {
    way: options.isWebhook === true ? 'webhook' : 'polling',
    'a second': options.ratePerSecond,
    sent,
    answered,
    lost,
    doubled: duplicates,
    ...latencyMs,
    'RSS MB': maxRssMb,
    violations: violations.filter(({ severity }) => severity === 'error').length,
    exit: status,
  }
}
