/** What is seen of a corpus folder, and what makes it another. */
import { mkdtemp, rename, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { lookAtCorpus } from '../../src/run/corpus-fingerprint.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yinju-look-'))
  await writeFile(join(folder, 'jia-2024.md'), '甲县')
  await writeFile(join(folder, 'yi-2024.md'), '乙县')
})
afterEach(() => rm(folder, { recursive: true, force: true }))

it('is the same when nothing has changed, whatever the times of the files say', async () => {
  const before = await lookAtCorpus(folder)
  expect(before.files.map(({ id }) => id)).toEqual(['jia-2024', 'yi-2024'])
  await utimes(join(folder, 'jia-2024.md'), 1, 1)
  expect(await lookAtCorpus(folder)).toEqual(before)
})

it.each<[string, () => Promise<void>]>([
  ['a report changes', () => writeFile(join(folder, 'jia-2024.md'), '丙县')],
  ['a report comes', () => writeFile(join(folder, 'bing-2024.md'), '丙县')],
  ['a report goes', () => rm(join(folder, 'jia-2024.md'))],
  ['a report gets another id', () => rename(join(folder, 'yi-2024.md'), join(folder, 'ding-2024.md'))],
  [
    'two reports exchange their ids',
    async () => {
      await writeFile(join(folder, 'jia-2024.md'), '乙县')
      await writeFile(join(folder, 'yi-2024.md'), '甲县')
    },
  ],
])('is another when %s', async (_, change) => {
  const before = await lookAtCorpus(folder)
  await change()
  expect((await lookAtCorpus(folder)).fingerprint).not.toBe(before.fingerprint)
})

it('is the same when a file changes that is no report', async () => {
  const before = await lookAtCorpus(folder)
  await writeFile(join(folder, 'notes.txt'), 'x')
  expect(await lookAtCorpus(folder)).toEqual(before)
})
