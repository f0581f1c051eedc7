/** Turns a bot over the five reports into people who talk to it: updates go through handleUpdate, calls to a strict Telegram. */
import { pino } from 'pino'
import { type BotDeps, type BotEvent, createBot } from '../../src/bot/bot.ts'
import type { Searcher } from '../../src/search/searcher.ts'
import { type SentButton, type SentMessage, StrictTelegram } from './strict-telegram.ts'

export const BOT = {
  id: 7,
  is_bot: true,
  first_name: '引据',
  username: 'yinju_test_bot',
  can_join_groups: true,
  can_read_all_group_messages: false,
  supports_inline_queries: true,
} as unknown as NonNullable<BotDeps['botInfo']>

export const PERSON = { id: 11, is_bot: false, first_name: '安', language_code: 'zh-hans' }
export const PRIVATE = { id: 11, type: 'private', first_name: '安' } as const
export const GROUP = { id: -100_500, type: 'supergroup', title: '群' } as const

type Fields = Readonly<Record<string, unknown>>
type Update = Parameters<ReturnType<typeof createBot>['handleUpdate']>[0]

export class TestChat {
  readonly telegram = new StrictTelegram()
  readonly events: BotEvent[] = []
  readonly logged: string[] = []
  readonly #bot: ReturnType<typeof createBot>
  #updates = 0
  #queries = 0

  constructor(searcher: Searcher, deps: Partial<BotDeps> = {}) {
    const log = pino({ level: 'debug' }, { write: (line: string) => this.logged.push(line) })
    this.#bot = createBot({
      token: '7:test',
      botInfo: BOT,
      searcher: () => searcher,
      log,
      standIn: this.telegram.call,
      onEvent: (event) => this.events.push(event),
      ...deps,
    })
  }

  /** Sends an update of any kind. */
  async update(fields: Fields): Promise<void> {
    await this.#bot.handleUpdate({ update_id: ++this.#updates, ...fields } as unknown as Update)
  }

  /** Says something; resolves to the bot's last message if it sent any. */
  async say(text: string, fields: Fields = {}): Promise<SentMessage> {
    const message = await this.hear({ text, ...fields })
    if (message === undefined) throw new Error(`no reply to ${text}`)
    return message
  }

  /** Sends a message with any content; resolves to the bot's reply, or undefined. */
  async hear(fields: Fields): Promise<SentMessage | undefined> {
    const before = this.telegram.messages.length
    const message = { message_id: this.telegram.nextId(), date: 1, chat: PRIVATE, from: PERSON, ...fields }
    await this.update({ message })
    return this.telegram.messages.slice(before).at(-1)
  }

  /** Presses a button by its label; resolves to the message as it is then. */
  async press(message: SentMessage, label: string | RegExp, from: Fields = PERSON): Promise<SentMessage> {
    const shown = this.telegram.current(message)
    const data = findButton(shown, label).callback_data
    if (data === undefined) throw new Error(`${label} is not for the bot`)
    await this.pressData(shown, data, from)
    return this.telegram.current(message)
  }

  /** A callback query with any data; resolves to what the button was answered with. */
  async pressData(message: SentMessage, data: string, from: Fields = PERSON): Promise<string | undefined> {
    return await this.callback({ data, from, message: { ...message, from: BOT } })
  }

  async callback(fields: Fields): Promise<string | undefined> {
    const id = `q${++this.#queries}`
    await this.update({ callback_query: { id, from: PERSON, chat_instance: '1', ...fields } })
    const answers = this.telegram
      .callsTo('answerCallbackQuery')
      .filter(({ payload }) => payload.callback_query_id === id)
    if (answers.length !== 1) throw new Error(`the button was answered ${answers.length} times`)
    return answers[0]?.payload.text
  }

  /** Types an inline query; resolves to its answer. */
  // biome-ignore lint/suspicious/noExplicitAny: a test looks into any part of the answer.
  async inline(query: string, offset = '', from: Fields = PERSON): Promise<any> {
    const id = `i${++this.#queries}`
    await this.update({ inline_query: { id, from, query, offset } })
    return this.telegram.callsTo('answerInlineQuery').find(({ payload }) => payload.inline_query_id === id)
      ?.payload
  }
}

export function buttons(message: SentMessage): SentButton[] {
  return (message.reply_markup?.inline_keyboard ?? []).flat()
}

export function labels(message: SentMessage): string[] {
  return buttons(message).map(({ text }) => text)
}

export function findButton(message: SentMessage, label: string | RegExp): SentButton {
  const found = buttons(message).find(({ text }) =>
    typeof label === 'string' ? text === label : label.test(text),
  )
  if (found === undefined) throw new Error(`no button ${label} among ${labels(message).join(' | ')}`)
  return found
}

/** The texts that entities of a type cover. */
export function spans(message: Pick<SentMessage, 'text' | 'entities'>, type: string): string[] {
  return message.entities
    .filter((entity) => entity.type === type)
    .map(({ offset, length }) => message.text.slice(offset, offset + length))
}
