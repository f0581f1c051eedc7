import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parseReport } from '../../../src/corpus/parse-report.ts'
import { buildIndex } from '../../../src/search/embedded/builder.ts'
import { encodeIndex, readIndexFile, writeIndexFile } from '../../../src/search/embedded/file.ts'

const file =
  '---\ntitle: 政府工作报告\nplace: 甲县\nyear: 2023\n---\n\n## 一、回顾\n\n修建公路12公里。\n\n发展旅游。\n'

describe('the index file', () => {
  const saved = buildIndex(['jia-2023', 'yi-2023'].flatMap((id) => parseReport(id, file).report ?? []))
  const encoded = encodeIndex(saved, 'now')
  const bytes = Buffer.concat([encoded.head, encoded.reports])
  let folder = ''
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'yinju-index-'))
  })
  afterAll(() => rm(folder, { recursive: true }))

  it('gives back what was written and leaves no temporary file', async () => {
    const path = join(folder, 'deep', 'index.bin')
    await writeIndexFile(path, encoded)
    expect((await readIndexFile(path, 'now')).index).toEqual(saved)
    expect(await readdir(join(folder, 'deep'))).toEqual(['index.bin'])
  })

  it('says why a file cannot be used', async () => {
    const path = join(folder, 'index.bin')
    expect((await readIndexFile(path, 'now')).unusable).toBe('missing')
    await writeIndexFile(path, encodeIndex(saved, 'then'))
    expect((await readIndexFile(path, 'now')).unusable).toBe('stale')
    expect((await readIndexFile(folder, 'now')).unusable).toBe('unreadable')
  })

  it('notices any damage: a changed byte, a cut, an empty file', async () => {
    const path = join(folder, 'damaged.bin')
    for (let at = 0; at < bytes.length; at += 97) {
      const changed = Buffer.from(bytes)
      changed[at] = (changed[at] ?? 0) ^ 0x55
      await writeFile(path, changed)
      expect((await readIndexFile(path, 'now')).index, `byte ${at}`).toBeUndefined()
    }
    for (const length of [0, 3, 50, bytes.length - 1]) {
      await writeFile(path, bytes.subarray(0, length))
      expect((await readIndexFile(path, 'now')).unusable, `cut at ${length}`).toBe('damaged')
    }
  })

  it('keeps the earlier file when a later one cannot be written', async () => {
    const path = join(folder, 'kept.bin')
    await writeIndexFile(path, encoded)
    await expect(writeIndexFile(join(path, 'below-a-file.bin'), encoded)).rejects.toThrow()
    expect(await readFile(path)).toEqual(bytes)
  })
})
