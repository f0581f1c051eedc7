/** Calls of the Bot API in, checked by Telegram's rules and recorded; the test fails at the first that Telegram would refuse. */
import { decodeAction } from '../../src/bot/callback-data.ts'

export interface SentButton {
  readonly text: string
  readonly callback_data?: string
  readonly url?: string
  readonly web_app?: { readonly url: string }
  readonly copy_text?: { readonly text: string }
  readonly switch_inline_query_chosen_chat?: { readonly query: string }
}

export interface SentEntity {
  readonly type: string
  readonly offset: number
  readonly length: number
  readonly url?: string
}

export interface SentMessage {
  readonly message_id: number
  readonly chat: { readonly id: number; readonly type: string }
  readonly date: number
  readonly text: string
  readonly entities: readonly SentEntity[]
  readonly reply_markup?: { readonly inline_keyboard: readonly (readonly SentButton[])[] }
}

export interface Call {
  readonly method: string
  // biome-ignore lint/suspicious/noExplicitAny: a test looks into the payload of any method.
  readonly payload: any
}

/** Plays the server for the chats of one test. */
/** The bot of the tests. */
const BOT_ID = 7

export class StrictTelegram {
  readonly calls: Call[] = []
  readonly #messages = new Map<string, SentMessage>()
  readonly #answered = new Set<string>()
  #lastId = 100
  /** Makes the next call of a method fail, as Telegram or the network would. */
  failNext: { readonly method: string; readonly error: unknown } | null = null
  /** What stands between the effect of sendMessage and its answer. */
  beforeAnswer = async (): Promise<void> => {}

  readonly call = async (method: string, payload: Call['payload']): Promise<unknown> => {
    this.calls.push({ method, payload })
    if (this.failNext?.method === method) {
      const { error } = this.failNext
      this.failNext = null
      throw error
    }
    switch (method) {
      case 'sendMessage': {
        const message = this.#send(payload)
        await this.beforeAnswer()
        return message
      }
      case 'editMessageText':
        return this.#edit(payload, { text: payload.text, entities: payload.entities ?? [] })
      case 'editMessageReplyMarkup':
        return this.#edit(payload, {})
      case 'answerCallbackQuery':
        this.#answer(payload.callback_query_id)
        must((payload.text ?? '').length <= 200, 'a notice has at most 200 characters')
        return true
      case 'answerInlineQuery':
        this.#answer(payload.inline_query_id)
        checkInlineAnswer(payload)
        return true
      case 'answerGuestQuery':
        this.#answer(payload.guest_query_id)
        checkResult(payload.result)
        return { inline_message_id: 'guest' }
      case 'sendChatAction':
        return true
      case 'sendPhoto':
        return this.#sendPhoto(payload)
      case 'sendDocument':
        must(payload.document?.filename?.length > 0, 'a document has a name')
        must(!/[/\\\n]/.test(payload.document.filename), 'the name of a document is no path')
        this.#checkReply(payload)
        return { message_id: this.nextId(), date: 1, chat: { id: payload.chat_id, type: 'private' } }
      case 'getFile':
        return { file_id: payload.file_id, file_unique_id: 'x', file_path: `documents/${payload.file_id}` }
      default:
        throw new Error(`unexpected call of ${method}`)
    }
  }

  callsTo(method: string): Call[] {
    return this.calls.filter((call) => call.method === method)
  }

  /** The message as it is now. */
  current(message: SentMessage): SentMessage {
    return this.#messages.get(key(message.chat.id, message.message_id)) ?? message
  }

  /** Messages of the bot, oldest first, as they are now. */
  get messages(): SentMessage[] {
    return [...this.#messages.values()]
  }

  nextId(): number {
    return ++this.#lastId
  }

  isAnswered(id: string): boolean {
    return this.#answered.has(id)
  }

  #answer(id: string): void {
    must(!this.#answered.has(id), `query ${id} is answered twice`)
    this.#answered.add(id)
  }

  #send(payload: Call['payload']): SentMessage & { readonly reply_to_message?: unknown } {
    checkText(payload.text, payload.entities ?? [])
    checkKeyboard(payload.reply_markup)
    checkPreview(payload)
    const message: SentMessage = {
      message_id: this.nextId(),
      chat: { id: payload.chat_id, type: payload.chat_id > 0 ? 'private' : 'supergroup' },
      date: 1,
      text: payload.text,
      entities: payload.entities ?? [],
      ...(payload.reply_markup && { reply_markup: payload.reply_markup }),
    }
    this.#messages.set(key(payload.chat_id, message.message_id), message)
    const replied = this.#messages.get(key(payload.chat_id, payload.reply_parameters?.message_id))
    return replied === undefined
      ? message
      : { ...message, reply_to_message: { ...replied, from: { id: BOT_ID } } }
  }

  /** Photos that were sent, by their ids. */
  readonly #photos = new Map<string, number>()

  #sendPhoto(payload: Call['payload']): unknown {
    const { photo, caption = '', caption_entities: entities = [] } = payload
    must(caption.length <= 1024, `a caption has at most 1024 characters, not ${caption.length}`)
    if (caption !== '') checkText(caption, entities)
    checkKeyboard(payload.reply_markup)
    this.#checkReply(payload)
    const isKnown = typeof photo === 'string'
    if (isKnown) must(this.#photos.has(photo), `photo ${photo} is known`)
    else must(photo?.filename?.length > 0, 'a photo has a name')
    const id = isKnown ? photo : `photo-${this.#photos.size + 1}`
    this.#photos.set(id, (this.#photos.get(id) ?? 0) + 1)
    const sizes = [{ file_id: `${id}-small` }, { file_id: id }]
    return {
      message_id: this.nextId(),
      date: 1,
      chat: { id: payload.chat_id, type: 'private' },
      photo: sizes,
    }
  }

  #checkReply({ chat_id, reply_parameters: reply }: Call['payload']): void {
    if (reply === undefined) return
    must(Number.isSafeInteger(reply.message_id), 'a reply names its message')
    must(
      this.#messages.has(key(chat_id, reply.message_id)) || reply.allow_sending_without_reply,
      'the message is there',
    )
  }

  #edit(payload: Call['payload'], change: Partial<SentMessage>): unknown {
    if (change.text !== undefined) {
      checkText(change.text, change.entities ?? [])
      checkPreview(payload)
    }
    checkKeyboard(payload.reply_markup)
    if (payload.inline_message_id !== undefined) return true
    const at = key(payload.chat_id, payload.message_id)
    const { reply_markup: before, ...old } = this.#messages.get(at) ?? missing(at)
    const edited = { ...old, ...change, ...(payload.reply_markup && { reply_markup: payload.reply_markup }) }
    must(
      JSON.stringify(edited) !== JSON.stringify({ ...old, ...(before && { reply_markup: before }) }),
      'message is not modified',
    )
    this.#messages.set(at, edited)
    return edited
  }
}

const key = (chat: number, message: number): string => `${chat}:${message}`

function missing(at: string): never {
  throw new Error(`there is no message ${at} to edit`)
}

function must(isMet: boolean, rule: string): void {
  if (!isMet) throw new Error(`Telegram's rule is broken: ${rule}`)
}

function isWellFormed(text: string): boolean {
  return !/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/.test(text)
}

/** Checks a message's text and entities. */
export function checkText(text: string, entities: readonly SentEntity[]): void {
  must(text.trim() !== '', 'text is not empty')
  must(text.length <= 4096, `text has at most 4096 UTF-16 units, not ${text.length}`)
  must(Buffer.byteLength(text) <= 32_768, 'text has at most 32 KB')
  must(isWellFormed(text), 'text holds no half of a surrogate pair')
  must(entities.length <= 100, `a message has at most 100 entities, not ${entities.length}`)
  // tdlib/telegram-bot-api#165: all entities together may take some 9,500 bytes; each has three numbers and its URL.
  const bytes = entities.reduce((sum, { url = '' }) => sum + 12 + Buffer.byteLength(url), 0)
  must(bytes <= 9_500, `entities have some 9,500 bytes at most, not ${bytes}`)
  for (const { type, offset, length, url } of entities) {
    must(length > 0 && offset >= 0 && offset + length <= text.length, `${type} lies within the text`)
    must(isWellFormed(text.slice(offset, offset + length)), `${type} does not cut a surrogate pair`)
    if (type === 'text_link') must(url !== undefined && URL.canParse(url), `${url} is a URL`)
  }
  const quotes = entities
    .filter(({ type }) => type.endsWith('blockquote'))
    .sort((a, b) => a.offset - b.offset)
  quotes.forEach((quote, index) => {
    const next = quotes[index + 1]
    must(next === undefined || quote.offset + quote.length <= next.offset, 'quotations do not overlap')
  })
}

function checkPreview(payload: Call['payload']): void {
  must(payload.link_preview_options?.is_disabled === true, 'link previews are off')
}

/** Checks the buttons below a message. */
export function checkKeyboard(
  markup: { inline_keyboard: readonly (readonly SentButton[])[] } | undefined,
): void {
  if (markup === undefined) return
  const rows = markup.inline_keyboard
  must(rows.length > 0, 'a keyboard has rows')
  must(rows.flat().length <= 100, 'a keyboard has at most 100 buttons')
  for (const row of rows) must(row.length >= 1 && row.length <= 8, 'a row has 1 to 8 buttons')
  for (const { text, ...action } of rows.flat()) {
    must(text.length > 0, 'a button has a label')
    must(Object.keys(action).length === 1, `button ${text} does one thing`)
    if (action.callback_data !== undefined) {
      const bytes = Buffer.byteLength(action.callback_data)
      must(bytes >= 1 && bytes <= 64, `callback data has 1 to 64 bytes, not ${bytes}`)
      checkBeginning(text, action.callback_data)
    }
    if (action.copy_text !== undefined) {
      const { length } = action.copy_text.text
      must(length >= 1 && length <= 256, `copied text has 1 to 256 characters, not ${length}`)
    }
    if (action.web_app !== undefined)
      must(/^https:\/\/[^/\s]+/.test(action.web_app.url), `${action.web_app.url} is a https URL`)
    if (action.url !== undefined)
      must(/^https?:\/\/[^/\s]+\.[^/\s]+/.test(action.url), `${action.url} is a URL`)
  }
}

/** Labels of the buttons that turn a page, or lead back to one that was left. */
const LEAVES_THE_FIRST = /^(?:◀|▶|返回结果|返回結果|Back to results)$/u

/** A rule of the bot's own: every other button leads to the beginning of what it opens. */
function checkBeginning(label: string, data: string): void {
  const action = decodeAction(data)
  if (action === null || LEAVES_THE_FIRST.test(label)) return
  const at = 'page' in action ? action.page : 'offset' in action ? action.offset : 0
  if (at !== 0 || (action.kind === 'tree' && action.branch.page !== 0))
    throw new Error(`the button ${label} leads into the midst: ${data}`)
}

function checkInlineAnswer(payload: Call['payload']): void {
  must(payload.results.length <= 50, 'at most 50 results')
  must(Buffer.byteLength(payload.next_offset ?? '') <= 64, 'next_offset has at most 64 bytes')
  must(payload.cache_time >= 0 && payload.cache_time <= 86_400, 'cache_time is at most a day')
  const ids = payload.results.map((result: { id: string }) => result.id)
  must(new Set(ids).size === ids.length, 'results have ids of their own')
  if (payload.button !== undefined) {
    must(payload.button.text.length > 0, 'the button has a label')
    must(/^[\w-]{1,64}$/.test(payload.button.start_parameter), 'start_parameter has 1 to 64 of A-Za-z0-9_-')
  }
  payload.results.forEach(checkResult)
}

function checkResult(result: Call['payload']): void {
  const bytes = Buffer.byteLength(result.id)
  must(bytes >= 1 && bytes <= 64, 'a result id has 1 to 64 bytes')
  checkKeyboard(result.reply_markup)
  if (result.type === 'photo') {
    // https://core.telegram.org/bots/api#inlinequeryresultphoto
    must(
      /^https:\/\/[^/]+\.[^/]+\/.*\.jpe?g(?:\?|$)/.test(result.photo_url),
      'a photo is a JPEG at a https address',
    )
    must(URL.canParse(result.thumbnail_url), 'a photo has a thumbnail')
    must(result.caption.length <= 1024, 'a caption has at most 1024 characters')
    checkText(result.caption, result.caption_entities ?? [])
    return
  }
  must(result.title.trim() !== '', 'an article has a title')
  const content = result.input_message_content
  checkText(content.message_text, content.entities ?? [])
  checkPreview(content)
}
