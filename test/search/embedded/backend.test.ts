/** What passes is what a look at every passage and every figure would let pass. */
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Report } from '../../../src/corpus/report.ts'
import type { Backend, FigureRequest, StatedFigure } from '../../../src/search/backend.ts'
import { createMiniSearchBackend } from '../../../src/search/embedded/backend.ts'
import { acceptsReport, acceptsYears, type Filters } from '../../../src/search/filter.ts'
import { passageYears } from '../../../src/search/indexing/aspect.ts'
import { foldPhrase } from '../../../src/text/normalizer.ts'
import { report } from '../small-corpus.ts'

const REPORTS: readonly Report[] = ['云岭县', '海滨市', '东河县'].flatMap((place, at) =>
  [2021, 2023].map((year) =>
    report(
      `${['yunling', 'haibin', 'donghe'][at]}-${year}`,
      { place, level: place.slice(-1), year, reviews: year - 1, plans: year },
      [
        `## ${year - 1}年工作回顾`,
        `旅游收入达到${at + 3}亿元，增长${at + 5}%。`,
        '打通断头路5条，断头路少了。',
        `粮食产量${at + 20}万吨，2019年为10万吨。`,
        `## ${year}年工作安排`,
        `旅游收入突破${at + 4}亿元。`,
        at === 0 ? '修路。' : '打通断头路。',
      ],
    ),
  ),
)
let backend: Backend
beforeAll(() => {
  backend = createMiniSearchBackend(REPORTS)
})

const some = <T>(values: readonly T[]) => fc.subarray([...values], { minLength: 0, maxLength: 2 })
const filters: fc.Arbitrary<Filters> = fc.record({
  places: some(['云岭县', '海滨市', '没有县']),
  levels: some(['县', '市']),
  reports: some(['yunling-2021', 'donghe-2023']),
  years: some([2019, 2020, 2021, 2022, 2023]).map((years) => years.map((year) => ({ from: year, to: year }))),
  congresses: fc.constant([]),
})

describe('a search without words', () => {
  const phrases = some(['断头路', '旅游收入', '路', '打通断头路5条', '没有这句'])

  it('finds the passages that pass every filter and hold every phrase and none that is excluded, in order', async () => {
    await fc.assert(
      fc.asyncProperty(
        filters,
        phrases,
        phrases,
        fc.integer({ min: 1, max: 40 }),
        async (given, held, excluded, limit) => {
          const expected = [...REPORTS]
            .sort((a, b) => (a.id < b.id ? -1 : 1))
            .filter((one) => acceptsReport(given, one))
            .flatMap((one) =>
              one.passages.filter(
                (passage) =>
                  acceptsYears(given, passageYears(passage, one)) &&
                  held.every((phrase) => foldPhrase(passage.text).includes(phrase)) &&
                  !excluded.some((phrase) => foldPhrase(passage.text).includes(phrase)),
              ),
            )
          const request = { groups: [], phrases: held, excluded, filters: given, prefer: null, limit }
          const found = await backend.search(request)
          expect(found.total).toBe(expected.length)
          expect(found.candidates.map(({ passage }) => passage.id)).toEqual(
            expected.slice(0, limit).map(({ id }) => id),
          )
          expect(found.counts.map((one) => [one.report.id, one.count])).toEqual([
            ...expected.reduce(
              (counts, { report: id }) => counts.set(id, (counts.get(id) ?? 0) + 1),
              new Map<string, number>(),
            ),
          ])
        },
      ),
      { numRuns: 200 },
    )
  })
})

describe('the figures asked for', () => {
  const ids = REPORTS.flatMap(({ passages }) => passages.map(({ id }) => id))
  const ask = (request: Partial<FigureRequest>): Promise<readonly StatedFigure[]> =>
    backend.figures({ passages: ids, ...request })

  it('are all that pass, each with its passage and report', async () => {
    const all = await ask({})
    expect(all.length).toBeGreaterThan(20)
    for (const { figure, passage, report: of } of all) {
      expect([figure.passage, passage.report]).toEqual([passage.id, of.id])
      expect(passage.text.slice(figure.start, figure.end)).toBe(figure.quote)
    }
    const names = [...new Set(all.map(({ figure }) => figure.indicator))]
    await fc.assert(
      fc.asyncProperty(
        fc.option(fc.subarray(names), { nil: undefined }),
        fc.option(fc.subarray([...ids, 'yunling-2021_0000000000', 'nowhere']), { nil: undefined }),
        filters,
        fc.constantFrom(null, 'actual' as const, 'target' as const),
        async (indicators, passages, given, kind) => {
          if (indicators === undefined && passages === undefined) return
          const found = await ask({ indicators, passages, filters: given, kind })
          const expected = all.filter(
            ({ figure, report: of }) =>
              (indicators === undefined || indicators.includes(figure.indicator)) &&
              (passages === undefined || passages.includes(figure.passage)) &&
              acceptsReport(given, of) &&
              acceptsYears(given, [figure.year]) &&
              (kind === null || figure.kind === kind),
          )
          expect(found).toEqual(expected)
        },
      ),
      { numRuns: 200 },
    )
  })
})

it.each([
  ['an id of a passage', (id: string) => id, true],
  ['an id that no passage has', (id: string) => `${id.slice(0, -1)}x`, false],
  ['an id without a report', () => 'nowhere', false],
])('knows of %s whether there is one', async (_what, change, isKnown) => {
  const { id } = REPORTS[3]?.passages[1] ?? { id: '' }
  const found = await backend.passage(change(id))
  expect(found === null).toBe(!isKnown)
  if (isKnown) expect([found?.passage.id, found?.report.id]).toEqual([id, 'haibin-2023'])
})

describe('the version of a catalog', () => {
  const versionOf = async (...body: readonly string[]): Promise<string> =>
    (await createMiniSearchBackend([report('yunling-2023', { place: '云岭县' }, body)]).catalog()).version

  it('is another for other words, headings or fields, and the same for the same', async () => {
    const version = await versionOf('## 一、回顾', '修路。')
    expect(version).toMatch(/^[0-9a-f]{16}$/u)
    expect(await versionOf('## 一、回顾', '修路。')).toBe(version)
    expect(await versionOf('## 一、回顾', '修桥。')).not.toBe(version)
    expect(await versionOf('## 一、总结', '修路。')).not.toBe(version)
    const other = createMiniSearchBackend([
      report('yunling-2023', { place: '云山县' }, ['## 一、回顾', '修路。']),
    ])
    expect((await other.catalog()).version).not.toBe(version)
  })

  it('is another where a page is', async () => {
    const [one] = REPORTS
    if (one === undefined) throw new Error('no report')
    const paged = { ...one, passages: one.passages.map((passage) => ({ ...passage, page: 3 })) }
    const versions = await Promise.all(
      [one, paged].map(async (each) => (await createMiniSearchBackend([each]).catalog()).version),
    )
    expect(new Set(versions).size).toBe(2)
  })
})

describe('a report or passage by its id', () => {
  it('is null where there is none', async () => {
    expect((await backend.report('donghe-2023'))?.place).toBe('东河县')
    expect(await backend.report('donghe-2020')).toBeNull()
    const [passage] = REPORTS[0]?.passages ?? []
    expect((await backend.passage(passage?.id ?? ''))?.passage).toEqual(passage)
    expect(await backend.passage('yunling-2021_none')).toBeNull()
    expect(await backend.passage('none-2021_none')).toBeNull()
    expect(await backend.passage('none')).toBeNull()
  })
})
