/** Turns work that may take a while into its outcome; the chat shows "typing" while it lasts longer than a moment. */
import type { BotContext } from '../context.ts'

const SHOW_AFTER_MS = 300
/** Telegram shows an action for five seconds. */
const REPEAT_EVERY_MS = 4_500

export async function withTyping<T>(ctx: BotContext, work: () => Promise<T>): Promise<T> {
  if (ctx.chat === undefined) return await work()
  const show = (): void => {
    // Worth nothing when it fails: the answer is what counts.
    ctx.replyWithChatAction('typing').catch((error) => ctx.log.debug({ err: error }, 'chat action failed'))
  }
  let repeat: NodeJS.Timeout | undefined
  const first = setTimeout(() => {
    show()
    repeat = setInterval(show, REPEAT_EVERY_MS)
  }, SHOW_AFTER_MS)
  try {
    return await work()
  } finally {
    clearTimeout(first)
    clearInterval(repeat)
  }
}
