/** What is seen of a corpus folder, and what makes it another. */
import { mkdir, mkdtemp, readFile, rename, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
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

describe('what was hashed', () => {
  const kept = (): string => join(folder, '.index', 'hashes.json')
  const namesKept = async (): Promise<string[]> =>
    Object.keys(JSON.parse(await readFile(kept(), 'utf8').catch(() => '{}')) as object)
  /** Looks as if so much time had gone by since the files changed. */
  const lookLater = async (ms: number) => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + ms })
    return await lookAtCorpus(folder).finally(() => vi.useRealTimers())
  }

  it('is not kept of a file that may still change, and is kept later', async () => {
    await lookAtCorpus(folder)
    expect(await namesKept()).toEqual([])
    await lookLater(60_000)
    expect(await namesKept()).toEqual(['jia-2024.md', 'yi-2024.md'])
  })

  it('is believed of a file that is as it was, and of no other', async () => {
    const { files } = await lookLater(60_000)
    await writeFile(kept(), (await readFile(kept(), 'utf8')).replace(files[0]?.content ?? '', 'as-kept'))
    expect((await lookLater(60_000)).files.map(({ content }) => content)).toEqual([
      'as-kept',
      files[1]?.content,
    ])
    await writeFile(join(folder, 'jia-2024.md'), '丙县')
    const contents = (await lookLater(60_000)).files.map(({ content }) => content)
    expect(contents).not.toContain('as-kept')
    expect(contents[1]).toBe(files[1]?.content)
  })

  it('is not kept of what cannot be read', async () => {
    await mkdir(join(folder, 'ding-2024.md'))
    const { files } = await lookLater(60_000)
    expect(files.map(({ id }) => id)).toContain('ding-2024')
    expect(await namesKept()).toEqual(['jia-2024.md', 'yi-2024.md'])
  })
})
