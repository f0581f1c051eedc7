/** A line to Telegram on which all packets are swallowed for a while: when the bot hears again, and what is lost or said twice. */
import { TcpProxy } from '../server/tcp-proxy.ts'
import { type EmulatedChat, pause, question, type StageOptions, setStage } from './stage.ts'

const QUESTIONS_A_SECOND = 5
const MAX_SETTLE_MS = 600_000

/** Measures outages of so many seconds. */
export async function measureOutages(options: StageOptions, seconds: readonly number[]): Promise<void> {
  const rows: object[] = []
  for (const duration of seconds) {
    rows.push(await underOutage(options, duration))
    console.log(JSON.stringify(rows.at(-1)))
  }
  console.table(rows)
}

async function underOutage(options: StageOptions, seconds: number): Promise<object> {
  let proxy: TcpProxy | null = null
  const stage = await setStage({
    ...options,
    env: { LIMIT_USER: '0', LIMIT_CHAT: '0', LIMIT_BOT: '0' },
    start: { flood: { perChatPerSecond: 0 } },
    through: async (apiRoot) => {
      proxy = new TcpProxy(Number(new URL(apiRoot).port))
      return `http://127.0.0.1:${await proxy.listen()}`
    },
  })
  if (proxy === null) throw new Error('no proxy')
  const line: TcpProxy = proxy
  const { emulator } = stage
  const chats: EmulatedChat[] = []
  const ask = async (count: number): Promise<void> => {
    for (let i = 0; i < count; i++) {
      const user = emulator.user({ first_name: `U${chats.length}`, language_code: 'zh-hans' })
      const chat = emulator.privateChat(user, { opened: true })
      chats.push(chat)
      emulator.send(chat, user, question(chats.length))
      await pause(1_000 / QUESTIONS_A_SECOND)
    }
  }
  const answers = (chat: EmulatedChat): number => emulator.botMessages(chat).length
  const answered = (): number => chats.filter((chat) => answers(chat) > 0).length
  await ask(10 * QUESTIONS_A_SECOND)
  line.cut()
  await ask(Math.min(seconds, 10) * QUESTIONS_A_SECOND)
  await pause(Math.max(0, seconds - 10) * 1_000)
  const before = answered()
  line.restore()
  const restored = performance.now()
  let firstMs: number | null = null
  const deadline = Date.now() + MAX_SETTLE_MS
  while (Date.now() < deadline && answered() < chats.length) {
    if (firstMs === null && answered() > before) firstMs = Math.round(performance.now() - restored)
    await pause(20)
  }
  const allMs = Math.round(performance.now() - restored)
  await pause(3_000)
  const result = {
    seconds,
    questions: chats.length,
    'first answer after ms': firstMs,
    'all after ms': allMs,
    lost: chats.length - answered(),
    doubled: chats.filter((chat) => answers(chat) > 1).length,
  }
  await stage.stop('SIGKILL')
  line.close()
  return result
}
