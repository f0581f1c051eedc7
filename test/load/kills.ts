/** A bot that is killed again and again while people ask it: how many questions are lost, how many answered twice. */
import { type EmulatedChat, pause, question, type StageOptions, setStage } from './stage.ts'

const QUESTIONS_A_SECOND = 4
/** What a call takes to a server that is far away. */
const LATENCY_MS = 300
const MAX_LIFE_MS = 6_000
/** A question that is not answered when no other was for so long is lost. */
const STILL_MS = 60_000

const WAYS = ['polling', 'webhook']

/** Kills at random moments, by polling and by webhook. */
export async function measureKills(
  options: StageOptions,
  kills: number,
  ways: readonly string[],
): Promise<void> {
  const rows: object[] = []
  for (const way of ways.length > 0 ? ways : WAYS) {
    const isWebhook = way === 'webhook'
    rows.push(await underKills({ ...options, isWebhook }, kills))
    console.log(JSON.stringify(rows.at(-1)))
  }
  console.table(rows)
}

async function underKills(options: StageOptions, kills: number): Promise<object> {
  const stage = await setStage({
    ...options,
    env: { LIMIT_USER: '0', LIMIT_CHAT: '0', LIMIT_BOT: '0' },
    start: {
      flood: { perChatPerSecond: 0 },
      latencyMs: (method: string) => (method === 'getUpdates' ? 0 : LATENCY_MS),
    },
  })
  const { emulator } = stage
  const chats: EmulatedChat[] = []
  let isOver = false
  const asking = (async () => {
    while (!isOver) {
      const user = emulator.user({ first_name: `U${chats.length}`, language_code: 'zh-hans' })
      const chat = emulator.privateChat(user, { opened: true })
      chats.push(chat)
      emulator.send(chat, user, question(chats.length))
      await pause(1_000 / QUESTIONS_A_SECOND)
    }
  })()
  for (let i = 0; i < kills; i++) {
    await pause(Math.random() * MAX_LIFE_MS)
    await stage.killAndRestart()
  }
  await pause(1_000)
  isOver = true
  await asking
  const answers = (chat: EmulatedChat): number => emulator.botMessages(chat).length
  await settled(() => chats.filter((chat) => answers(chat) === 0).length)
  await pause(1_500)
  const result = {
    way: options.isWebhook === true ? 'webhook' : 'polling',
    kills,
    questions: chats.length,
    lost: chats.filter((chat) => answers(chat) === 0).length,
    doubled: chats.filter((chat) => answers(chat) > 1).length,
    'more than twice': chats.filter((chat) => answers(chat) > 2).length,
  }
  await stage.stop()
  return result
}

/** Waits until the count is zero, or does not fall any more. */
async function settled(count: () => number): Promise<void> {
  let [least, since] = [Number.POSITIVE_INFINITY, Date.now()]
  for (let left = count(); left > 0 && Date.now() - since < STILL_MS; left = count()) {
    if (left < least) [least, since] = [left, Date.now()]
    await pause(250)
  }
}
