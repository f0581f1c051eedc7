/** Warns of a settings file that other users of the machine can read: whoever reads its token can speak as the bot. */
import { stat } from 'node:fs/promises'
import type { Logger } from '../log.ts'

/** Says nothing where there is no such file, or where permissions mean nothing (Windows). */
export async function warnOfOpenSettings(path: string, log: Logger): Promise<void> {
  const state = await stat(path).catch(() => null)
  if (process.platform === 'win32' || state === null || (state.mode & 0o077) === 0) return
  log.warn(`${path}: other users of this machine can read it; run chmod 600 ${path}`)
}
