/** While the bot answers, a reload reads and builds in a thread of its own: what holds the event loop is counted, not timed. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { loadSearchConfig } from '../../src/config.ts'
import { parseReport } from '../../src/corpus/parse-report.ts'
import { type LiveSearch, openLiveSearch } from '../../src/run/live-search.ts'
import { buildPack } from '../../src/search/embedded/builder.ts'

vi.mock('../../src/corpus/parse-report.ts', { spy: true })
vi.mock('../../src/search/embedded/builder.ts', { spy: true })

const reportFile = (crop: string): string =>
  `---\ntitle: 政府工作报告\nplace: 甲县\nyear: 2024\n---\n\n# 政府工作报告\n\n全县${crop}产量达到十二万吨。\n`

let folder: string
let live: LiveSearch

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yinju-thread-'))
  await writeFile(join(folder, 'jia-2024.md'), reportFile('小麦'))
  live = await openLiveSearch(loadSearchConfig({ CORPUS_DIR: folder }), {
    log: pino({ level: 'silent' }),
    isWatched: false,
  })
})

afterAll(async () => {
  await live.close()
  await rm(folder, { recursive: true, force: true })
})

describe('a reload', () => {
  it('finds the start to have read and built here, where nobody waits yet', () => {
    expect(parseReport).toHaveBeenCalled()
    expect(buildPack).toHaveBeenCalled()
  })

  it.each([
    ['of a changed report', reportFile('玉米'), 'swapped'],
    ['of nothing new', reportFile('玉米'), 'unchanged'],
    ['of a report whose file is broken', '---\nyear: soon\n---\n', 'unchanged'],
  ])('%s reads no report and builds no index on the thread that answers', async (_, text, kind) => {
    vi.mocked(parseReport).mockClear()
    vi.mocked(buildPack).mockClear()
    await writeFile(join(folder, 'jia-2024.md'), text)
    expect((await live.reload()).kind).toBe(kind)
    expect(parseReport).not.toHaveBeenCalled()
    expect(buildPack).not.toHaveBeenCalled()
  })
})
