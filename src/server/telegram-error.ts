/** Turns what Telegram refuses, or how it cannot be reached, into words for the operator that name the fix. */
import { GrammyError, HttpError } from 'grammy'

/** Puts into words for the operator what went wrong with Telegram; leaves every other error alone. */
export function explainTelegram(error: unknown, apiRoot: string | null): unknown {
  const root = apiRoot ?? 'https://api.telegram.org'
  if (error instanceof GrammyError) {
    const said = `${error.error_code} ${error.description}`
    if (error.error_code === 401 || error.error_code === 404) {
      return new TelegramError(
        `BOT_TOKEN: Telegram does not take it (${said}); copy it anew from @BotFather into .env`,
      )
    }
    if (error.error_code === 409) {
      return new TelegramError(
        `BOT_TOKEN: another program polls Telegram with it (${said}); stop that one, or make a bot of its own for this one`,
      )
    }
    return new TelegramError(
      `${root}: ${error.method} was refused (${said}); correct what it names, or try again later`,
    )
  }
  if (error instanceof HttpError) {
    const { code, message } = error.error as NodeJS.ErrnoException
    const why = code ?? message
    return new TelegramError(
      `${root}: Telegram cannot be reached (${why}); check the network, the proxy and TELEGRAM_API_ROOT`,
    )
  }
  return error
}

/** Telegram refuses the bot, or cannot be reached. The message names the fix. */
class TelegramError extends Error {
  override readonly name = 'TelegramError'
}
