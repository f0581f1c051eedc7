/** What is told of a folder that is watched. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { afterEach, beforeEach, it } from 'vitest'
import { lookAtFolder, watchCorpus } from '../../src/run/watch-corpus.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yinju-watch-'))
  await writeFile(join(folder, 'jia-2024.md'), '甲县')
})
afterEach(() => rm(folder, { recursive: true }))

it.each<[string, () => Promise<void>]>([
  ['comes', () => writeFile(join(folder, 'yi-2024.md'), '乙县')],
  ['changes', () => writeFile(join(folder, 'jia-2024.md'), '丙县')],
  ['goes', () => rm(join(folder, 'jia-2024.md'))],
])('tells of a report that %s while the folder is being read, before it is watched', async (_, change) => {
  const since = await lookAtFolder(folder)
  await change()
  const told = new Promise<void>((resolve) => {
    const watching = watchCorpus(
      folder,
      () => {
        watching.close()
        resolve()
      },
      { log: pino({ level: 'silent' }), since, stillMs: 1 },
    )
  })
  await told
})
