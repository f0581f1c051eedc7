import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Ran, runYinju } from './run-yinju.ts'

const REPORT = '---\ntitle: 政府工作报告\nplace: 甲县\nyear: 2023\n---\n\n## 一、回顾\n\n修建公路12公里。\n'

describe('yinju index', () => {
  let folder = ''
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'yinju-index-'))
  })
  afterEach(() => rm(folder, { recursive: true }))

  function run(...args: string[]): Promise<Ran> {
    return runYinju(['index', '--corpus', folder, ...args], { env: {} })
  }

  it('saves the index that the next start loads', async () => {
    await writeFile(join(folder, 'jia-2023.md'), REPORT)
    expect(await run()).toMatchObject({
      status: 0,
      out: expect.stringMatching(/^1 reports, 1 passages in /),
      err: '',
    })
    expect((await stat(join(folder, '.index', 'minisearch.bin'))).size).toBeGreaterThan(0)
  })

  it('names a broken file with its line, indexes the rest, and ends with status 1', async () => {
    await writeFile(join(folder, 'jia-2023.md'), REPORT)
    await writeFile(join(folder, 'yi-2023.md'), 'no front matter')
    const { status, out, err } = await run()
    expect(status).toBe(1)
    expect(out).toMatch(/^1 reports/)
    expect(err).toMatch(/yi-2023\.md:1: /)
  })

  it('says in one line that a folder holds no report', async () => {
    const { status, err } = await run()
    expect(status).toBe(1)
    expect(err.trim().split('\n')).toEqual([expect.stringContaining('holds no report file')])
  })

  it('says that nothing was saved, and why, where the folder takes no index', async () => {
    await writeFile(join(folder, 'jia-2023.md'), REPORT)
    await writeFile(join(folder, '.index'), 'a file where the folder should be')
    const { status, out, err } = await run()
    expect([status, out]).toEqual([1, ''])
    expect(err).toMatch(/the index cannot be saved \((?:ENOTDIR|EEXIST)/)
    expect(err.trim().split('\n')).toHaveLength(1)
  })
})
