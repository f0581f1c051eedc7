/** What the operator is told when Telegram refuses or cannot be reached. */
import { GrammyError, HttpError } from 'grammy'
import { expect, it } from 'vitest'
import { explainTelegram } from '../../src/server/telegram-error.ts'

const refused = (error_code: number) =>
  new GrammyError('no', { ok: false, error_code, description: 'why' }, 'getMe', {})
const lost = (error: object) => new HttpError('no way', error)

it.each<[string, Error, string | null, RegExp]>([
  ['a wrong token', refused(401), null, /^BOT_TOKEN: .*\(401 why\); copy it anew from @BotFather/],
  ['no token of a bot', refused(404), null, /^BOT_TOKEN: .*\(404 why\); copy it anew/],
  ['a second program', refused(409), null, /^BOT_TOKEN: another program .*\(409 why\); stop that one/],
  ['another refusal', refused(400), null, /^https:\/\/api\.telegram\.org: getMe was refused \(400 why\); /],
  ['no way there', lost({ code: 'ECONNREFUSED' }), null, /cannot be reached \(ECONNREFUSED\); check/],
  ['a fault without a code', lost(new Error('x')), 'http://localhost:1', /^http:\/\/localhost:1: .*\(x\); /],
])('%s', (_what, error, root, message) => {
  const told = explainTelegram(error, root) as Error
  expect(told.message).toMatch(message)
  expect(told.message).not.toContain('\n')
})

it('leaves every other error as it is', () => {
  const other = new Error('corpus')
  expect(explainTelegram(other, null)).toBe(other)
})
