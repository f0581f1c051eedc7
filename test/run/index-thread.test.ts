import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { BuildAnswer, BuildMessage } from '../../src/run/build-segment.ts'
import { type IndexThread, makeIndexThread } from '../../src/run/index-thread.ts'
import type { UpdateMessage } from '../../src/run/index-worker.ts'
import { openIndex, type UpdateThread } from '../../src/run/open-index.ts'

const REPORT = '---\ntitle: 政府工作报告\nplace: 甲县\nyear: 2023\n---\n\n## 一、回顾\n\n修建公路12公里。\n'

describe('makeIndexThread', () => {
  let folder = ''
  let thread: IndexThread<BuildMessage | UpdateMessage, BuildAnswer>
  const build = (ids: readonly string[]) => thread.ask({ kind: 'build', folder, code: 'code', ids })
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'yinju-thread-'))
    await writeFile(join(folder, 'jia-2023.md'), REPORT)
    thread = makeIndexThread()
  })
  afterEach(async () => {
    thread.end()
    await rm(folder, { recursive: true })
  })

  it('answers one message after another', async () => {
    thread.tell({ kind: 'prepare', folder })
    expect((await build(['jia-2023'])).ids).toEqual(['jia-2023'])
    await writeFile(join(folder, 'yi-2023.md'), REPORT)
    expect((await build(['yi-2023'])).ids).toEqual(['yi-2023'])
    expect(await readdir(join(folder, '.index', 'segments'))).toHaveLength(2)
  })

  it('goes on after a message that failed', async () => {
    const broken = { kind: 'build', folder, code: 'code', ids: null } as unknown as BuildMessage
    await expect(thread.ask(broken)).rejects.toThrow(TypeError)
    expect((await build(['jia-2023'])).ids).toEqual(['jia-2023'])
  })

  it('rejects what it was asked when it ends, and begins anew', async () => {
    const asked = build(['jia-2023'])
    thread.end()
    await expect(asked).rejects.toThrow('the thread that builds the index ended')
    expect((await build(['jia-2023'])).ids).toEqual(['jia-2023'])
  })

  it('begins an update with the pack that it made last, and not with the file', async () => {
    const updates: UpdateThread = makeIndexThread()
    await writeFile(join(folder, 'yi-2023.md'), REPORT)
    const earlier = await openIndex(folder, { thread: updates })
    expect(earlier.built).toEqual(['jia-2023', 'yi-2023'])
    expect(await earlier.saved).toBe(true)
    await rm(join(folder, '.index'), { recursive: true })
    await writeFile(join(folder, 'yi-2023.md'), REPORT.replace('12', '13'))
    const { built, index, saved } = await openIndex(folder, { thread: updates, earlier })
    expect(built).toEqual(['yi-2023'])
    expect(index.reports.map(({ passages }) => passages[0]?.text)).toEqual([
      '修建公路12公里。',
      '修建公路13公里。',
    ])
    expect(await saved).toBe(true)
    updates.end()
  })
})
