/** What administrators are told of a reload and of the numbers. */
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { loadConfig } from '../../src/config.ts'
import type { CorpusFault } from '../../src/corpus/read-corpus.ts'
import { createCorpusAdmin } from '../../src/run/corpus-admin.ts'
import type { LiveSearch, ReloadOutcome } from '../../src/run/live-search.ts'
import { createMetrics } from '../../src/server/metrics.ts'
import { HEAD, LONG_BODY } from '../import/sample-report.ts'
import { openSmallCorpus } from '../search/small-corpus.ts'

const searcher = await openSmallCorpus()
const faultOf = (line: number): CorpusFault => ({ file: 'jia.md', line, message: 'no year' })

function open(outcome: ReloadOutcome, faults: readonly CorpusFault[] = [], corpusDir = 'corpus') {
  const reload = vi.fn(async () => outcome)
  const live: LiveSearch = {
    searcher: () => searcher,
    faults: () => faults,
    reload,
    close: async () => {},
  }
  const metrics = createMetrics()
  const config = { ...loadConfig({}), botToken: '7:test', corpusDir }
  const startedAt = Date.now() - 90 * 60_000
  return { metrics, reload, actions: createCorpusAdmin({ config, live, metrics, startedAt }) }
}

describe('a reload', () => {
  it.each<[string, ReloadOutcome, string]>([
    ['that failed', { kind: 'failed', message: 'corpus not found' }, '✗ corpus not found'],
    ['of nothing new', { kind: 'unchanged', faults: [] }, '='],
    ['of nothing new but faults', { kind: 'unchanged', faults: [faultOf(4)] }, '=\n⚠ jia.md:4: no year'],
    [
      'of changes',
      {
        kind: 'swapped',
        added: ['a-2024'],
        changed: ['b-2024', 'c-2024'],
        removed: ['d-2024'],
        faults: [faultOf(1)],
        ms: 12,
      },
      '+ a-2024\n~ b-2024\n~ c-2024\n− d-2024\n12 ms\n⚠ jia.md:1: no year',
    ],
  ])('%s is told so', async (_, outcome, told) => {
    expect(await open(outcome).actions.reload()).toBe(told)
  })

  it('lists ten faults at the most', async () => {
    const faults = Array.from({ length: 11 }, (_, at) => faultOf(at))
    const told = await open({ kind: 'unchanged', faults }).actions.reload()
    expect(told.split('\n')).toHaveLength(11)
    expect(told).not.toContain('jia.md:10:')
  })
})

it('says of a report that cannot be written why, and that it is not stored', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'yinju-admin-'))
  await mkdir(join(folder, 'qinghe-2021.md'))
  const { actions, reload } = open({ kind: 'unchanged', faults: [] }, [], folder)
  const bytes = Buffer.from([...HEAD, ...LONG_BODY].join('\n'))
  expect(await actions.store('青禾.txt', bytes, ['id=qinghe-2021'])).toEqual([
    { kind: 'failed', file: '青禾.txt', reason: expect.stringMatching(/qinghe-2021\.md|EISDIR|folder/u) },
  ])
  expect(reload).not.toHaveBeenCalled()
  await actions.store('青禾.txt', bytes, ['id=qinghe-2022'])
  expect(reload).toHaveBeenCalledOnce()
  await rm(folder, { recursive: true })
})

it('has for /stats the totals, the corpus and the hours since the start', async () => {
  const { metrics, actions } = open({ kind: 'unchanged', faults: [] }, [faultOf(2)])
  for (const type of ['message', 'callback_query']) metrics.countUpdate(type)
  for (const reason of ['limit', 'chat', 'chat']) metrics.countRefused(reason)
  metrics.countEvent({ kind: 'blocked' })
  let values: Record<string, unknown> = {}
  const text = await actions.stats((key, given = {}) => {
    values = given
    return key
  })
  expect(text).toBe('admin-stats\n⚠ jia.md:2: no year')
  const { passages } = await searcher.catalog()
  expect(values).toMatchObject({
    hours: 1.5,
    backend: 'minisearch',
    reports: 2,
    passages,
    updates: 2,
    answers: 0,
    failures: 0,
    refused: 3,
    blocked: 1,
    apiErrors: 0,
  })
  const mebibytes = process.memoryUsage.rss() / 2 ** 20
  expect(Number(values.memory) / mebibytes).toBeGreaterThan(0.85)
  expect(Number(values.memory) / mebibytes).toBeLessThan(1.15)
})

it('has 0 for /stats where nothing was counted', async () => {
  const { metrics, actions } = open({ kind: 'unchanged', faults: [] })
  vi.spyOn(metrics, 'totals').mockResolvedValue(new Map())
  await actions.stats((_, given) => {
    expect(given).toMatchObject({ updates: 0, answers: 0, failures: 0, refused: 0, blocked: 0, apiErrors: 0 })
    return ''
  })
})

it('lists ten faults at the most below the numbers', async () => {
  const faults = Array.from({ length: 11 }, (_, at) => faultOf(at))
  const told = await open({ kind: 'unchanged', faults }, faults).actions.stats((key) => key)
  expect(told.split('\n')).toHaveLength(11)
})

it('says of a file that nothing can be read from why, when it is to be stored as when it is looked at', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'yinju-admin-'))
  const { actions, reload } = open({ kind: 'unchanged', faults: [] }, [], folder)
  const bytes = Buffer.from([...HEAD, ...LONG_BODY].join('\n'))
  for (const args of [['year=often'], ['color=red'], ['year']]) {
    const failed = [
      { kind: 'failed', file: '青禾.txt', reason: expect.stringMatching(RegExp(`^${args[0]}: `, 'u')) },
    ]
    expect(await actions.inspect('青禾.txt', bytes, args)).toEqual(failed)
    expect(await actions.store('青禾.txt', bytes, args)).toEqual(failed)
  }
  expect(reload).not.toHaveBeenCalled()
  await rm(folder, { recursive: true })
})

it('stores a report that can be searched once it is read, and tells of one that cannot', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'yinju-admin-'))
  const { actions } = open({ kind: 'unchanged', faults: [] }, [], folder)
  const bytes = Buffer.from([...HEAD, ...LONG_BODY].join('\n'))
  const stored = async (id: string) => await actions.store('青禾.txt', bytes, [`id=${id}`, 'year=2021'])
  expect(await stored('qinghe-2021')).toEqual([
    { kind: 'stored', file: '青禾.txt', id: 'qinghe-2021', isSearchable: false },
  ])
  // A report of this id stands in the searched corpus.
  expect(await stored('yunling-2023')).toEqual([
    { kind: 'stored', file: '青禾.txt', id: 'yunling-2023', isSearchable: true },
  ])
  const [seen] = await actions.inspect('青禾.txt', bytes, ['id=qinghe-2021'])
  expect(seen).toMatchObject({ kind: 'understood', file: '青禾.txt', replaces: true })
  expect(await actions.find('yunling-2023')).toMatchObject({ place: '云岭县' })
  expect(await actions.find('qinghe-2021')).toBeNull()
  expect(await actions.remove('qinghe-2021')).toBe('=')
  const [again] = await actions.inspect('青禾.txt', bytes, ['id=qinghe-2021'])
  expect(again).toMatchObject({ replaces: false })
  await rm(folder, { recursive: true })
})
