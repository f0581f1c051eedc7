/** What changed between two reports, kept for a state of the corpus. */
import { describe, expect, it } from 'vitest'
import { countPhrase } from '../../src/counts/count.ts'
import { changesToJson, countToJson } from '../../src/counts/json.ts'
import { countKinds, nameOfPair, readChanges } from '../../src/counts/report-changes.ts'
import type { Backend } from '../../src/search/backend.ts'
import { createMiniSearchBackend } from '../../src/search/embedded/backend.ts'
import { report } from '../quote/small-searcher.ts'

const said = (id: string, place: string, year: number, text: string) =>
  report(id, { place, year }, `# 政府工作报告\n\n${text}`)
const NEW = '推广“蜂花大路”。'
const backendOf = (...more: ReturnType<typeof said>[]) =>
  createMiniSearchBackend([
    said('a-2023', '云岭县', 2023, '修路。'),
    said('a-2024', '云岭县', 2024, NEW),
    ...more,
  ])
const changesOf = async (backend: Backend, a = 'a-2023', b = 'a-2024') => {
  const found = await readChanges(backend, a, b)
  if ('missing' in found) throw new Error(found.missing)
  return found
}

describe('readChanges', () => {
  it('keeps what it found, for the pair and the state of the corpus', async () => {
    const backend = backendOf()
    const first = await changesOf(backend)
    expect(await changesOf(backend)).toBe(first)
    expect(await changesOf(backend, 'a-2024', 'a-2023')).not.toBe(first)
    expect(await changesOf({ ...backend })).not.toBe(first)
  })

  it('begins anew with another state of the corpus', async () => {
    let version = 'one'
    const made = backendOf()
    const backend: Backend = { ...made, catalog: async () => ({ ...(await made.catalog()), version }) }
    const first = await changesOf(backend)
    version = 'two'
    expect(await changesOf(backend)).not.toBe(first)
  })

  it('keeps no failure', async () => {
    let isBroken = true
    const made = backendOf()
    const backend: Backend = {
      ...made,
      report: async (id) => {
        if (isBroken) throw new Error('unreachable')
        return await made.report(id)
      },
    }
    await expect(readChanges(backend, 'a-2023', 'a-2024')).rejects.toThrow('unreachable')
    isBroken = false
    expect((await changesOf(backend)).terms.map(({ term }) => term)).toContain('蜂花大路')
  })

  it.each([
    ['nothing', 'zz-2020', '乙县', 2020, '修路。', 1, true],
    ['an earlier report of the place that says it', 'b-2021', '云岭县', 2021, NEW, 2, false],
    ['an earlier report of the place that does not', 'b-2021', '云岭县', 2021, '修路。', 2, true],
    ['a later report of the place that says it', 'b-2025', '云岭县', 2025, NEW, 1, true],
    ['an earlier report of another place that says it', 'b-2021', '乙县', 2021, NEW, 1, true],
  ] as const)(
    'tells as new what no earlier report of the place has: beside %s',
    async (_what, id, place, year, text, earlier, isNew) => {
      const found = await changesOf(backendOf(said(id, place, year, text)))
      expect(found.earlier).toBe(earlier)
      expect(found.terms.some(({ term }) => term === '蜂花大路')).toBe(isNew)
    },
  )

  it('tells before others what other places say since that year, and behind them what they said before', async () => {
    const both = said('a-2024', '云岭县', 2024, '推广“蜂花大路”，建设“甜水长渠”。')
    const first = async (place: string, year: number): Promise<string | undefined> => {
      const others = [1, 2, 3].map((number) => said(`c${number}-${year}`, place, year, '甜水长渠。'))
      const backend = createMiniSearchBackend([said('a-2023', '云岭县', 2023, '修路。'), both, ...others])
      return (await changesOf(backend)).terms[0]?.term
    }
    expect(await first('乙县', 2024)).toBe('甜水长渠')
    expect(await first('乙县', 2025)).toBe('甜水长渠')
    expect(await first('乙县', 2022)).toBe('蜂花大路')
    expect(await first('云岭县', 2025)).toBe('蜂花大路')
  })

  it('says which report is missing', async () => {
    expect(await readChanges(backendOf(), 'a-2023', 'none')).toEqual({ missing: 'none' })
    expect(await readChanges(backendOf(), 'none', 'a-2024')).toEqual({ missing: 'none' })
  })

  it('is counted by kinds, and named by place and years', async () => {
    const backend = backendOf(said('c-2024', '乙县', 2024, '修路。养蜂。'))
    const found = await changesOf(backend, 'a-2023', 'c-2024')
    expect(countKinds(found.changes)).toEqual({ figure: 0, reworded: 0, new: 1, dropped: 0, kept: 1 })
    expect(countKinds((await changesOf(backend)).changes)).toEqual({
      figure: 0,
      reworded: 0,
      new: 1,
      dropped: 1,
      kept: 0,
    })
    expect(nameOfPair(found)).toBe('云岭县 2023 → 乙县 2024')
    expect(nameOfPair(await changesOf(backend))).toBe('云岭县 2023 → 2024')
  })

  it('is written as JSON, with null for the side that is not there', async () => {
    const { changes, terms } = changesToJson(await changesOf(backendOf()))
    expect(changes).toMatchObject([
      { kind: 'new', a: null, b: { text: NEW } },
      { kind: 'dropped', a: { text: '修路。' }, b: null },
    ])
    expect(terms).toMatchObject([{ term: '蜂花大路', count: 1 }])
  })
})

it('writes a count as JSON, with null where nothing says it', async () => {
  const backend = backendOf()
  expect(countToJson(await countPhrase(backend, '修路'))).toMatchObject({
    total: 1,
    without: ['a-2024'],
    first: { report: 'a-2023', year: 2023 },
  })
  expect(countToJson(await countPhrase(backend, '养蜂'))).toMatchObject({
    total: 0,
    first: null,
    reports: [],
  })
})
