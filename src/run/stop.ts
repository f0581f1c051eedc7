/** Turns the signals of the process into a promise that resolves when the bot is to stop, and into calls to read the corpus anew. */
import type { Logger } from '../log.ts'

export interface Stop {
  /** Resolves on SIGTERM or SIGINT; rejects when the bot cannot go on. */
  readonly requested: Promise<void>
  fail(error: unknown): void
  /** What SIGHUP asks for. */
  onHangup(reload: () => void): void
  /** Gives the signals back to the process. */
  ignoreSignals(): void
}

export function createStop(log: Logger): Stop {
  let request = (): void => {}
  let fail = (_error: unknown): void => {}
  const requested = new Promise<void>((resolve, reject) => {
    request = resolve
    fail = reject
  })
  // It may reject before anybody waits for it.
  requested.catch(() => {})
  let reload = (): void => {}
  let signals = 0
  const onStop = (signal: NodeJS.Signals): void => {
    // Whoever presses Ctrl-C twice does not want to wait.
    if (++signals > 1) process.exit(130)
    log.info({ signal }, 'stopping')
    request()
  }
  const onHangup = (): void => reload()
  const onRejection = (error: unknown): void =>
    log.error({ err: error }, 'a promise failed that nobody waited for')
  process
    .on('SIGTERM', onStop)
    .on('SIGINT', onStop)
    .on('SIGHUP', onHangup)
    .on('unhandledRejection', onRejection)
  return {
    requested,
    fail: (error) => fail(error),
    onHangup(callback) {
      reload = callback
    },
    ignoreSignals() {
      process
        .off('SIGTERM', onStop)
        .off('SIGINT', onStop)
        .off('SIGHUP', onHangup)
        .off('unhandledRejection', onRejection)
    },
  }
}
