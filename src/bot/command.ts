/** Hands a command or a pressed button to the feature that answers it. */
import type { Composer } from 'grammy'
import type { Action } from './callback-data.ts'
import type { BotContext } from './context.ts'

/** Handles a command, given the words after it. */
export function onCommand(
  composer: Composer<BotContext>,
  name: string,
  handle: (ctx: BotContext, args: string) => Promise<void>,
): void {
  composer.use(async (ctx, next) => {
    const { route } = ctx
    if (route.kind === 'command' && route.name === name) await handle(ctx, route.args)
    else await next()
  })
}

/** Handles the buttons of these kinds. */
export function onAction<Kind extends Action['kind']>(
  composer: Composer<BotContext>,
  kinds: readonly Kind[],
  handle: (ctx: BotContext, action: Extract<Action, { kind: Kind }>) => Promise<void>,
): void {
  composer.use(async (ctx, next) => {
    const { action } = ctx
    if (action !== null && (kinds as readonly string[]).includes(action.kind))
      await handle(ctx, action as Extract<Action, { kind: Kind }>)
    else await next()
  })
}
