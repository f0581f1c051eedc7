/** Turns an update into the fields of its log lines. */
import type { Update } from 'grammy/types'
import type { Config } from '../config.ts'
import { createPseudonymizer } from '../log.ts'

/** What the log says of an update: its id, and with LOG_QUERIES the question and who asked, by another name. */
export function describeUpdates(config: Config): (update: Update) => Record<string, unknown> {
  const nameOf = createPseudonymizer(config.botToken)
  return (update) => {
    const fields = { update: update.update_id }
    if (!config.logQueries) return fields
    const message = update.message ?? update.edited_message
    const from = (message ?? update.callback_query ?? update.inline_query ?? update.chosen_inline_result)
      ?.from
    const query = message?.text ?? update.inline_query?.query
    return {
      ...fields,
      ...(from !== undefined && { user: nameOf(from.id) }),
      ...(message !== undefined && { chat: nameOf(message.chat.id) }),
      ...(query !== undefined && { query }),
    }
  }
}
