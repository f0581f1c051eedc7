/** Turns calls of the Bot API into a chat window in the terminal: it stands in for Telegram, for one chat with one user. */
import { OPENING } from '../bot/sending/recall.ts'
import { type Button, type Entity, renderButtons, renderText } from './render.ts'

/** A button as the bot made it; one of the fields after `text` is set. */
export interface WindowButton extends Button {
  readonly callback_data?: string
  readonly url?: string
  readonly copy_text?: { readonly text: string }
  readonly switch_inline_query_chosen_chat?: { readonly query?: string }
}

export interface WindowMessage {
  readonly message_id: number
  readonly text: string
  readonly entities: readonly Entity[]
  readonly rows: readonly (readonly WindowButton[])[]
}

/** One result of an inline query, as far as it shows. */
interface InlineResult {
  readonly title: string
  readonly description?: string
  readonly input_message_content: { readonly message_text: string; readonly entities?: readonly Entity[] }
}

export interface WindowOptions {
  readonly write: (text: string) => void
  readonly isColored: boolean
}

type Payload = Readonly<Record<string, unknown>>

/** The bot's number. */
export const BOT_ID = 1

/** The one chat, with the one user. */
export const CHAT = { id: 2, type: 'private', first_name: 'You' } as const

/** What every message has; nothing here reads when it was sent. */
export const SENT = { date: 1, chat: CHAT } as const

export class ChatWindow {
  readonly #write: (text: string) => void
  readonly #isColored: boolean
  readonly #messages = new Map<number, WindowMessage>()
  #lastId = 0
  /** The message whose buttons `#2` presses: the one shown last. */
  #shown: WindowMessage | null = null

  constructor({ write, isColored }: WindowOptions) {
    this.#write = write
    this.#isColored = isColored
  }

  /** The message shown last, as it is now. */
  get shown(): WindowMessage | null {
    return this.#shown
  }

  /** Gives the next message a number, for messages of the user too. */
  nextId(): number {
    return ++this.#lastId
  }

  /** Carries out one call of the Bot API. */
  async call(method: string, payload: Payload): Promise<unknown> {
    switch (method) {
      case 'sendMessage':
        return { ...this.#show(this.nextId(), payload), ...this.#repliedTo(payload) }
      case 'editMessageText':
        return this.#show(Number(payload.message_id), payload)
      case 'editMessageReplyMarkup': {
        const old = this.#messages.get(Number(payload.message_id))
        return this.#show(Number(payload.message_id), { ...old, ...payload })
      }
      case 'sendDocument':
        this.#line(
          `${fileName(payload.document)}：终端不收文件。yinju search、figures、count 的 --csv 和 yinju changes 的 --out 写出同样的内容。`,
        )
        return { message_id: this.nextId(), ...SENT }
      case 'answerCallbackQuery':
        if (typeof payload.text === 'string' && payload.text !== '') this.#line(payload.text)
        return true
      case 'answerInlineQuery':
        this.#showResults(payload)
        return true
      default:
        return true
    }
  }

  /** Shows something that Telegram's own window would do. */
  say(text: string): void {
    this.#line(text)
  }

  #show(id: number, payload: Payload): Payload {
    const message: WindowMessage = {
      message_id: id,
      text: String(payload.text ?? ''),
      entities: (payload.entities ?? []) as readonly Entity[],
      rows: rowsOf(payload.reply_markup),
    }
    this.#messages.set(id, message)
    // What is to become the answer is shown when it has.
    if (message.text === OPENING) return { message_id: id, ...SENT, text: message.text }
    this.#shown = message
    const buttons = renderButtons(message.rows)
    const text = renderText(message.text, message.entities, this.#isColored)
    this.#write(`${text}\n${buttons === '' ? '' : `${buttons}\n`}\n`)
    return { message_id: id, ...SENT, text: message.text }
  }

  /** The message that a new one replies to comes back with it, as from Telegram. */
  #repliedTo(payload: Payload): Payload {
    const { message_id: id } = (payload.reply_parameters ?? {}) as { message_id?: number }
    const replied = this.#messages.get(Number(id))
    if (replied === undefined) return {}
    const { message_id, text, entities } = replied
    return {
      reply_to_message: {
        message_id,
        ...SENT,
        from: { id: BOT_ID, is_bot: true, first_name: '引据' },
        text,
        entities,
      },
    }
  }

  #showResults(payload: Payload): void {
    const results = (payload.results ?? []) as readonly InlineResult[]
    const button = payload.button as Button | undefined
    if (results.length === 0) this.#line(button?.text ?? '∅')
    results.forEach((result, index) => {
      this.#write(`${index + 1}. ${result.title}\n   ${result.description ?? ''}\n`)
    })
    const first = results[0]?.input_message_content
    if (first === undefined) return
    this.#write(`\n→\n${renderText(first.message_text, first.entities ?? [], this.#isColored)}\n\n`)
  }

  #line(text: string): void {
    this.#write(`· ${text}\n\n`)
  }
}

function fileName(document: unknown): string {
  return (document as { filename?: string } | undefined)?.filename ?? '∅'
}

function rowsOf(markup: unknown): WindowMessage['rows'] {
  return (markup as { inline_keyboard?: WindowMessage['rows'] } | undefined)?.inline_keyboard ?? []
}
