import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { warnOfOpenSettings } from '../../src/run/open-settings.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yinju-settings-'))
})
afterAll(() => rm(folder, { recursive: true }))

it.each([
  [0o600, false],
  [0o400, false],
  [0o640, true],
  [0o604, true],
  [0o644, true],
])('warns of a file of mode %o: %s', async (mode, isWarned) => {
  const path = join(folder, '.env')
  await writeFile(path, 'BOT_TOKEN=x')
  await chmod(path, mode)
  const said: string[] = []
  await warnOfOpenSettings(path, pino({}, { write: (line) => said.push(JSON.parse(line).msg) }))
  const warning = `${path}: other users of this machine can read it; run chmod 600 ${path}`
  expect(said).toEqual(isWarned ? [warning] : [])
  await rm(path, { force: true })
})

it('says nothing where there is no file', async () => {
  const said: string[] = []
  await warnOfOpenSettings(join(folder, 'none'), pino({}, { write: (line) => said.push(line) }))
  expect(said).toEqual([])
})
