/** The file of chosen languages. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { afterAll, beforeEach, expect, it } from 'vitest'
import { openLanguages } from '../../src/state/languages.ts'

const logged: string[] = []
const log = pino({ level: 'warn' }, { write: (line) => void logged.push(line) })
const folder = await mkdtemp(join(tmpdir(), 'yinju-languages-'))
afterAll(() => rm(folder, { recursive: true }))
beforeEach(() => {
  logged.length = 0
})

it('keeps what was chosen over a restart, and nothing that was forgotten', async () => {
  const path = join(folder, 'deep', 'languages.json')
  const store = await openLanguages(path, log)
  await Promise.all([store.choose(1, 'en'), store.choose(2, 'zh-hant'), store.choose(3, 'en')])
  expect(await store.forget(3)).toBe(true)
  expect(JSON.parse(await readFile(path, 'utf8'))).not.toHaveProperty('3')
  expect(await store.forget(3)).toBe(false)
  const again = await openLanguages(path, log)
  expect([await again.find(1), await again.find(2), await again.find(3)]).toEqual(['en', 'zh-hant', null])
  expect(JSON.parse(await readFile(path, 'utf8'))).toEqual({ 1: 'en', 2: 'zh-hant' })
  expect(logged).toEqual([])
})

it.each([
  ['is cut', '{"1":', 1],
  ['holds what is no language of a user', '{"1":2,"x":"en","1.5":"en","4":"en"}', 0],
])('takes what can be read of a file that %s, and goes on', async (_what, text, warnings) => {
  const path = join(folder, 'damaged.json')
  await writeFile(path, text)
  const store = await openLanguages(path, log)
  expect(await store.find(1)).toBeNull()
  expect(logged).toHaveLength(warnings)
  await store.choose(1, 'en')
  const kept = JSON.parse(await readFile(path, 'utf8')) as object
  expect(kept).toEqual({ 1: 'en', ...(warnings === 0 && { 4: 'en' }) })
})

it('remembers until the end where nothing can be written, and says so', async () => {
  await writeFile(join(folder, 'file'), '')
  const store = await openLanguages(join(folder, 'file', 'languages.json'), log)
  await store.choose(1, 'en')
  expect(await store.find(1)).toBe('en')
  expect(logged).toHaveLength(1)
  expect(logged[0]).toContain('cannot be written')
})
