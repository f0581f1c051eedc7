/** A number of random updates through the whole bot, gates and admin commands included; out: what failed. */
import fc from 'fast-check'
import type { Update } from 'grammy/types'
import { pino } from 'pino'
import { createAdmin } from '../../src/bot/admin.ts'
import type { AdminActions } from '../../src/bot/admin-actions.ts'
import { createBot } from '../../src/bot/bot.ts'
import { createGate } from '../../src/bot/gate/gate.ts'
import type { Searcher } from '../../src/search/searcher.ts'
import { createMemoryLimiter } from '../../src/state/limits.ts'
import { randomUpdate } from './random-update.ts'
import { BOT } from './test-chat.ts'

export interface FuzzReport {
  readonly updates: number
  /** Updates whose promise was rejected: they would have ended a program less careful. */
  readonly crashes: readonly string[]
  /** Handlers that threw and were caught at their boundary, by message. */
  readonly failures: ReadonlyMap<string, number>
  readonly slowestMs: number
}

/** A busy machine may take a while over one; this long is none. */
const HANG_MS = 60_000

const ACTIONS: AdminActions = {
  maxFileBytes: 1000,
  download: async () => new Uint8Array(3),
  inspect: async (name) => [{ kind: 'failed', file: name, reason: 'fuzz' }],
  store: async (name) => [{ kind: 'stored', file: name, id: 'fuzz-2024', isSearchable: true }],
  find: async () => null,
  remove: async () => '',
  reload: async () => '',
  stats: async () => 'numbers',
}

export async function fuzz(searcher: Searcher, count: number, seed?: number): Promise<FuzzReport> {
  const failures = new Map<string, number>()
  const crashes: string[] = []
  const log = pino({ level: 'error' }, { write: (line) => note(failures, line) })
  let sent = 0
  const bot = createBot({
    token: '7:test',
    botInfo: BOT,
    searcher: () => searcher,
    log,
    before: [
      ...createGate({
        config: { allowedChatIds: null, adminIds: new Set([501]), limits: { user: 0, chat: 0, bot: 0 } },
        limiter: createMemoryLimiter(),
      }),
      createAdmin({ admins: new Set([501]), actions: ACTIONS }),
    ],
    standIn: async (method, payload) =>
      method.startsWith('send')
        ? { message_id: ++sent, date: 0, chat: { id: payload.chat_id, type: 'private' }, text: payload.text }
        : method === 'getFile'
          ? { file_path: 'x' }
          : true,
  })
  let slowestMs = 0
  const updates = fc.sample(randomUpdate, seed === undefined ? count : { numRuns: count, seed })
  for (const [update_id, fields] of updates.entries()) {
    const started = performance.now()
    let timer: NodeJS.Timeout | undefined
    const hang = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => reject(new Error('hangs')), HANG_MS)
    })
    await Promise.race([bot.handleUpdate({ update_id, ...fields } as Update), hang]).catch(
      (error: unknown) => {
        crashes.push(`${String(error)}\n${JSON.stringify(fields).slice(0, 2000)}`)
      },
    )
    clearTimeout(timer)
    slowestMs = Math.max(slowestMs, performance.now() - started)
  }
  return { updates: updates.length, crashes, failures, slowestMs }
}

function note(failures: Map<string, number>, line: string): void {
  const { err } = JSON.parse(line) as { err?: { message?: string; stack?: string } }
  const key = `${err?.message} ${err?.stack?.split('\n')[1]?.trim() ?? ''}`
  failures.set(key, (failures.get(key) ?? 0) + 1)
}
