/** Lets each user's inline queries be answered one by one: of those that wait for their turn only the newest is still wanted. */
import type { Middleware } from 'grammy'
import type { BotContext } from '../context.ts'

interface Line {
  /** Ends the waiting of the query that has not begun. */
  waiting: ((turn: 'begin' | 'replaced') => void) | null
}

/**
 * People who type ask at every letter, and programs ask hundreds at once: the searches of one user must not stand in the way of the others'. A query
 * that a newer one replaces is answered with nothing, since Telegram's clock would turn for it; nobody looks at that answer.
 */
export function keepNewestInline(): Middleware<BotContext> {
  const lines = new Map<number, Line>()

  const leave = (user: number, line: Line): void => {
    const { waiting } = line
    line.waiting = null
    if (waiting === null) lines.delete(user)
    else waiting('begin')
  }
  return async (ctx, next) => {
    if (ctx.inlineQuery === undefined) return next()
    const user = ctx.inlineQuery.from.id
    const line = lines.get(user) ?? { waiting: null }
    if (lines.has(user)) {
      line.waiting?.('replaced')
      const turn = await new Promise<'begin' | 'replaced'>((resolve) => {
        line.waiting = resolve
      })
      if (turn === 'replaced')
        return void (await ctx.answerInlineQuery([], { cache_time: 0, is_personal: true }))
    }
    lines.set(user, line)
    let isOver = false
    const end = (): void => {
      if (!isOver) leave(user, line)
      isOver = true
    }
    // The search is over when its answer sets out: whether Telegram takes it soon is no matter for the next one.
    ctx.api.config.use((prev, method, payload, signal) => {
      end()
      return prev(method, payload, signal)
    })
    try {
      await next()
    } finally {
      end()
    }
  }
}
