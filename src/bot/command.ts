/** Hands a command to the feature that answers it. */
import type { Composer } from 'grammy'
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
