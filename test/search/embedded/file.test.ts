import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parseReport } from '../../../src/corpus/parse-report.ts'
import { buildPack } from '../../../src/search/embedded/builder.ts'
import { encodePack, readPackFile, writePackFile } from '../../../src/search/embedded/file.ts'
import { openPack } from '../../../src/search/embedded/pack.ts'

const file =
  '---\ntitle: 政府工作报告\nplace: 甲县\nyear: 2023\n---\n\n## 一、回顾\n\n修建公路12公里。\n\n发展旅游。\n'

describe('the file of a pack', () => {
  const saved = buildPack(
    ['jia-2023', 'yi-2023'].flatMap((id) => {
      const { report } = parseReport(id, file)
      return report === undefined ? [] : [{ report, content: `hash of ${id}` }]
    }),
  )
  const encoded = encodePack(saved, 'now')
  let bytes = Buffer.alloc(0)
  let folder = ''
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'yinju-index-'))
  })
  afterAll(() => rm(folder, { recursive: true }))

  it('gives back what was written and leaves no temporary file', async () => {
    const path = join(folder, 'deep', 'index.bin')
    await writePackFile(path, encoded)
    bytes = await readFile(path)
    expect(await openPack(saved)).toEqual(await openPack((await readPackFile(path, 'now')).pack ?? saved))
    expect((await readPackFile(path, 'now')).pack?.entries).toEqual(saved.entries)
    expect(await readdir(join(folder, 'deep'))).toEqual(['index.bin'])
  })

  it('says why a file cannot be used', async () => {
    const path = join(folder, 'index.bin')
    expect((await readPackFile(path, 'now')).unusable).toBe('missing')
    await writePackFile(path, encodePack(saved, 'then'))
    expect((await readPackFile(path, 'now')).unusable).toBe('stale')
    expect((await readPackFile(folder, 'now')).unusable).toBe('unreadable')
  })

  it('notices any damage: a changed byte, a cut, an empty file', async () => {
    const path = join(folder, 'damaged.bin')
    for (let at = 0; at < bytes.length; at += 97) {
      const changed = Buffer.from(bytes)
      changed[at] = (changed[at] ?? 0) ^ 0x55
      await writeFile(path, changed)
      expect((await readPackFile(path, 'now')).pack, `byte ${at}`).toBeUndefined()
    }
    for (const length of [0, 3, 50, bytes.length - 1]) {
      await writeFile(path, bytes.subarray(0, length))
      expect((await readPackFile(path, 'now')).unusable, `cut at ${length}`).toBe('damaged')
    }
  })

  it('keeps the earlier file when a later one cannot be written', async () => {
    const path = join(folder, 'kept.bin')
    await writePackFile(path, encoded)
    await expect(writePackFile(join(path, 'below-a-file.bin'), encoded)).rejects.toThrow()
    expect(await readFile(path)).toEqual(bytes)
  })
})
