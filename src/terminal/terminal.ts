/** Turns lines of text into the bot's replies: the very same bot as in Telegram, in a terminal or on a pipe. */

import { createInterface } from 'node:readline'
import { createBot } from '../bot/bot.ts'
import type { Logger } from '../log.ts'
import type { Searcher } from '../search/searcher.ts'
import { BOT_ID, CHAT, ChatWindow, SENT, type WindowButton } from './chat-window.ts'
import type { CommandIo } from './command-io.ts'

export interface TerminalOptions {
  readonly io: CommandIo
  readonly searcher: () => Searcher
  readonly log: Logger
  /** Language of the interface, as Telegram gives it. Default `zh-hans`. */
  readonly language?: string
  /** Says first, in one line, how to get a token. Default false. */
  readonly tellsOfToken?: boolean
}

const TOKEN_HINT =
  '未设置 BOT_TOKEN，机器人在此终端运行。要接入 Telegram：向 @BotFather 发送 /newbot，把得到的令牌写进 .env（BOT_TOKEN=…）后重新启动。'
const USAGE_HINT = '输入问题后回车；#2 按第 2 个按钮；@yinju_bot 词语 试内联查询；Ctrl+D 退出。'

const BOT_NAME = 'yinju_bot'
const ME = {
  id: BOT_ID,
  is_bot: true,
  first_name: '引据',
  username: BOT_NAME,
  can_join_groups: true,
  can_read_all_group_messages: false,
  supports_inline_queries: true,
  can_connect_to_business: false,
  has_main_web_app: false,
  has_topics_enabled: false,
  allows_users_to_create_topics: false,
  can_manage_bots: false,
  supports_join_request_queries: false,
} as const

type Bot = ReturnType<typeof createBot>
type Update = Parameters<Bot['handleUpdate']>[0]

/** Runs until the input ends. */
export async function runTerminal(options: TerminalOptions): Promise<void> {
  const { io } = options
  const isInteractive = io.stdin.isTTY === true
  const window = new ChatWindow({
    write: (text) => void io.stdout.write(text),
    isColored: io.stdout.isTTY === true,
  })
  const bot = createBot({
    token: '0:terminal',
    botInfo: ME as unknown as NonNullable<Parameters<typeof createBot>[0]['botInfo']>,
    searcher: options.searcher,
    log: options.log,
    standIn: (method, payload) => window.call(method, payload),
  })
  const session = new Session(bot, window, options.language ?? 'zh-hans')
  if (options.tellsOfToken === true) io.stdout.write(`${TOKEN_HINT}\n`)
  if (isInteractive) {
    io.stdout.write(`${USAGE_HINT}\n\n`)
    await session.take('/start')
  }
  const lines = createInterface({
    input: io.stdin,
    ...(isInteractive && { output: io.stdout, prompt: '› ' }),
    crlfDelay: Number.POSITIVE_INFINITY,
  })
  // A prompt after the end of the input is an error in newer Node.js.
  let isOpen = isInteractive
  lines.once('close', () => {
    isOpen = false
  })
  if (isInteractive) {
    lines.on('SIGINT', () => lines.close())
    lines.prompt()
  }
  for await (const line of lines) {
    await session.take(line)
    if (isOpen) lines.prompt()
  }
  if (isInteractive) io.stdout.write('\n')
}

/** Turns what is typed into updates, one after the other. */
class Session {
  readonly #bot: Bot
  readonly #window: ChatWindow
  readonly #user: Readonly<Record<string, unknown>>
  #updates = 0

  constructor(bot: Bot, window: ChatWindow, language: string) {
    this.#bot = bot
    this.#window = window
    this.#user = { id: CHAT.id, is_bot: false, first_name: CHAT.first_name, language_code: language }
  }

  async take(line: string): Promise<void> {
    const text = line.trim()
    if (text === '') return
    const press = /^[#＃]\s*(\d{1,3})$/.exec(text)
    const inline = new RegExp(`^@${BOT_NAME}(?:\\s+(.*))?$`, 'i').exec(text)
    if (press !== null) await this.#press(Number(press[1]))
    else if (inline !== null) await this.#askInline(inline[1] ?? '')
    else await this.#send(text)
  }

  async #send(text: string): Promise<void> {
    const message = { message_id: this.#window.nextId(), ...SENT, from: this.#user, text }
    await this.#handle({ message })
  }

  async #askInline(query: string): Promise<void> {
    await this.#handle({
      inline_query: { id: '1', from: this.#user, query, offset: '', chat_type: 'sender' },
    })
  }

  async #press(number: number): Promise<void> {
    const { shown } = this.#window
    const button = shown?.rows.flat()[number - 1]
    if (shown === null || button === undefined) {
      this.#window.say(`没有 #${number} 这个按钮。`)
      return
    }
    if (button.callback_data === undefined) return await this.#follow(button)
    const { message_id, text, entities, rows } = shown
    const message = { message_id, ...SENT, from: ME, text, entities, reply_markup: { inline_keyboard: rows } }
    await this.#handle({
      callback_query: { id: '1', from: this.#user, chat_instance: '1', data: button.callback_data, message },
    })
  }

  /** Buttons that Telegram itself would act on: shows what would happen. */
  async #follow({ url, copy_text, switch_inline_query_chosen_chat: share }: WindowButton): Promise<void> {
    if (url !== undefined) this.#window.say(`打开：${url}`)
    if (copy_text !== undefined) this.#window.say(`已复制：\n${copy_text.text}`)
    if (share === undefined) return
    this.#window.say(`选择一个聊天后，其中会出现：@${BOT_NAME} ${share.query ?? ''}`)
    await this.#askInline(share.query ?? '')
  }

  async #handle(update: Readonly<Record<string, unknown>>): Promise<void> {
    await this.#bot.handleUpdate({ update_id: ++this.#updates, ...update } as unknown as Update)
  }
}
