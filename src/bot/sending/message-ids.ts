/** Finds which message ids a failed call may have taken, from the ids of messages seen and sent. */

export interface MessageIds {
  /** Notes a message that has come from Telegram, whoever wrote it. `sentAt`: when its sending began, for one of ours. */
  note(chatId: number, messageId: number, sentAt?: number): void
  /** The highest id noted so far where the chat's ids are counted; null when there is none. */
  latest(chatId: number): number | null
  /** Ids never noted, from the lowest to the highest, that a call of this span may have taken. */
  unaccounted(chatId: number, span: Span): number[]
}

/** When a call was under way. */
export interface Span {
  /** The latest id when it began. */
  readonly after: number
  /** When it failed: what was sent later has a higher id than it can have. */
  readonly failedAt: number
}

const MAX_IDS = 20_000

/**
 * Telegram counts the messages of a supergroup or channel by themselves, and those of all other chats of an account together. A
 * gap is therefore a message that was sent without the bot hearing of it, or one by a person whose update is still on its way.
 */
export function createMessageIds(): MessageIds {
  // In the order in which they came, so that the oldest are at the front.
  const noted = new Map<string, number>()
  const highest = new Map<string, number>()
  return {
    note(chatId, messageId, sentAt = Number.NEGATIVE_INFINITY) {
      const scope = scopeOf(chatId)
      const key = `${scope}:${messageId}`
      noted.set(key, Math.max(noted.get(key) ?? sentAt, sentAt))
      highest.set(scope, Math.max(highest.get(scope) ?? 0, messageId))
      if (noted.size > MAX_IDS) drop(noted)
      if (highest.size > MAX_IDS) drop(highest)
    },
    latest: (chatId) => highest.get(scopeOf(chatId)) ?? null,
    unaccounted(chatId, { after, failedAt }) {
      const scope = scopeOf(chatId)
      const last = highest.get(scope) ?? after
      const ids: number[] = []
      for (let id = after + 1; id < last; id++) {
        const sentAt = noted.get(`${scope}:${id}`)
        if (sentAt === undefined) ids.push(id)
        else if (sentAt >= failedAt) break
      }
      return ids
    },
  }
}

/** Ids of supergroups and channels begin with -100. */
function scopeOf(chatId: number): string {
  return chatId < -1_000_000_000_000 ? String(chatId) : 'account'
}

function drop(collection: Map<string, number>): void {
  const [oldest] = collection.keys()
  if (oldest !== undefined) collection.delete(oldest)
}
