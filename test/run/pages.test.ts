/** What the operator is told when the pages are opened. */
import { pino } from 'pino'
import { expect, it } from 'vitest'
import { loadConfig } from '../../src/config.ts'
import { openPages } from '../../src/run/pages.ts'
import { createMemoryLimiter } from '../../src/state/limits.ts'
import { openFiveReports } from '../five-reports.ts'

it.each([
  ['that /metrics is closed, where no token opens it', {}, ['METRICS_TOKEN']],
  ['nothing of it where one does', { METRICS_TOKEN: 'the-right-token-of-all' }, []],
])('says %s', async (_what, env, named) => {
  const said: string[] = []
  const searcher = await openFiveReports()
  await openPages(loadConfig(env), {
    searcher: () => searcher,
    botUsername: () => null,
    pictures: null,
    limiter: () => createMemoryLimiter(),
    log: pino({}, { write: (line) => void said.push(JSON.parse(line).msg) }),
  })
  expect(said).toEqual(named.map((name) => expect.stringContaining(name)))
})
