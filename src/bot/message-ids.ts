/** The ids of messages seen and sent in; out: which ids between two moments nobody has accounted for. */

export interface MessageIds {
  /** Notes a message that has come from Telegram, whoever wrote it. */
  note(chatId: number, messageId: number): void
  /** The highest id noted so far where the chat's ids are counted; null when there is none. */
  latest(chatId: number): number | null
  /** Ids above `after` and below `before` that were never noted, from the lowest to the highest. */
  unaccounted(chatId: number, after: number, before: number): number[]
}

const MAX_IDS = 20_000

/**
 * Telegram counts the messages of a supergroup or channel by themselves, and those of all other chats of an account together. A
 * gap is therefore a message that was sent without the bot hearing of it, or one by a person whose update is still on its way.
 */
export function createMessageIds(): MessageIds {
  // In the order in which they came, so that the oldest are at the front.
  const noted = new Set<string>()
  const highest = new Map<string, number>()
  return {
    note(chatId, messageId) {
      const scope = scopeOf(chatId)
      noted.add(`${scope}:${messageId}`)
      highest.set(scope, Math.max(highest.get(scope) ?? 0, messageId))
      if (noted.size > MAX_IDS) drop(noted)
      if (highest.size > MAX_IDS) drop(highest)
    },
    latest: (chatId) => highest.get(scopeOf(chatId)) ?? null,
    unaccounted(chatId, after, before) {
      const scope = scopeOf(chatId)
      const ids: number[] = []
      for (let id = after + 1; id < before; id++) if (!noted.has(`${scope}:${id}`)) ids.push(id)
      return ids
    },
  }
}

/** Ids of supergroups and channels begin with -100. */
function scopeOf(chatId: number): string {
  return chatId < -1_000_000_000_000 ? String(chatId) : 'account'
}

function drop(collection: Set<string> | Map<string, number>): void {
  const [oldest] = collection.keys()
  if (oldest !== undefined) collection.delete(oldest)
}
