/** Every fault of the way to Telegram, one by one and mixed: how many answers are lost, how many come twice. */
import { type EmulatedChat, pause, question, type Stage, type StageOptions, setStage } from './stage.ts'

const QUESTIONS_A_FAULT = 6
const MAX_SETTLE_MS = 70_000

/** Measures the faults of these names (`mixed` for all of them at once that nobody has to wait for); none named: every one. */
export async function measureFaults(options: StageOptions, names: readonly string[]): Promise<void> {
  const rows: object[] = []
  const isWanted = (name: string): boolean => names.length === 0 || names.includes(name)
  for (const { name, ...fault } of FAULTS.filter(({ name }) => isWanted(name)))
    rows.push({ fault: name, ...(await underFault(options, [fault])) })
  if (isWanted('mixed')) {
    const mixed = FAULTS.filter(({ name }) => !name.includes('hang'))
    rows.push({ fault: 'mixed', ...(await underFault(options, mixed, 60)) })
  }
  console.table(rows)
}

const FAULTS: readonly {
  name: string
  kind: string
  times: number
  afterEffect?: boolean
  methods?: string
  ms?: number
  retryAfter?: number
}[] = [
  { name: 'none', kind: '500', times: 0 },
  { name: '500', kind: '500', times: 3 },
  { name: '502', kind: '502', times: 3 },
  { name: '429', kind: '429', times: 2, retryAfter: 1 },
  { name: 'reset', kind: 'reset', times: 2 },
  { name: 'reset, done', kind: 'reset', times: 2, afterEffect: true },
  { name: 'hang 2 s', kind: 'hang', times: 2, ms: 2000 },
  { name: 'hang', kind: 'hang', times: 1 },
  { name: 'hang, done', kind: 'hang', times: 1, afterEffect: true },
  { name: '500, done', kind: '500', times: 2, afterEffect: true },
  { name: 'getUpdates 500', kind: '500', times: 3, methods: 'getUpdates' },
  { name: 'getUpdates 502', kind: '502', times: 3, methods: 'getUpdates' },
  { name: 'getUpdates reset', kind: 'reset', times: 3, methods: 'getUpdates' },
  { name: 'getUpdates 429', kind: '429', times: 1, methods: 'getUpdates', retryAfter: 1 },
]

async function underFault(
  options: StageOptions,
  faults: readonly object[],
  questions = QUESTIONS_A_FAULT,
): Promise<object> {
  const stage = await setStage({
    ...options,
    start: { flood: { perChatPerSecond: 0, perGroupPerMinute: 0 } },
  })
  const { emulator } = stage
  const hits: { hits: number }[] = []
  const users = Array.from({ length: questions }, (_, i) =>
    emulator.user({ first_name: `U${i}`, language_code: 'zh-hans' }),
  )
  const chats = users.map((user) => emulator.privateChat(user, { opened: true }))
  await pause(500)
  for (const fault of faults) hits.push(emulator.fault(fault))
  for (const [i, chat] of chats.entries()) {
    emulator.send(chat, users[i]!, question(i))
    await pause(100)
  }
  await settled(stage, chats)
  const counts = chats.map((chat) => emulator.botMessages(chat).length)
  const result = {
    questions,
    hits: hits.reduce((sum, { hits }) => sum + hits, 0),
    answered: counts.filter((count) => count >= 1).length,
    lost: counts.filter((count) => count === 0).length,
    doubled: counts.filter((count) => count > 1).length,
    'lost in log': stage.log.filter((line) => line.includes('an answer may be lost')).length,
    'waits kept': emulator.floodLog.filter(({ obeyed }) => obeyed !== false).length,
    violations: emulator.violations
      .filter(({ severity }) => severity === 'error')
      .map(({ kind }) => kind)
      .join(' '),
  }
  const { status, ms } = await stage.stop()
  return { ...result, exit: `${status} in ${ms} ms` }
}

/** Waits until every question has its answer and the bot has been still for a while, or until nothing more can come. */
async function settled({ emulator }: Stage, chats: readonly EmulatedChat[]): Promise<void> {
  const deadline = Date.now() + MAX_SETTLE_MS
  let calls = -1
  while (Date.now() < deadline) {
    const isComplete = chats.every((chat) => emulator.botMessages(chat).length > 0)
    if (isComplete && emulator.calls.length === calls) return
    calls = emulator.calls.length
    await pause(1500)
  }
}
