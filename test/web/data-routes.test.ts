/** The pages of figures, counts, comparisons and changes, and pictures, by their addresses. */
import { beforeAll, describe, expect, it } from 'vitest'
import type { Chart } from '../../src/pictures/chart.ts'
import type { Pictures } from '../../src/pictures/pictures.ts'
import type { Searcher } from '../../src/search/searcher.ts'
import { openSmallCorpus, report } from '../search/small-corpus.ts'
import { openTestSite, type TestSite } from './test-site.ts'
import { wordsOf } from './words-of.ts'

let searcher: Searcher
let site: TestSite
beforeAll(async () => {
  const jia = (year: number, ...body: string[]) =>
    report(`jia-${year}`, { place: '甲县', level: '县', year, reviews: year - 1, plans: year }, body)
  searcher = await openSmallCorpus([
    jia(2022, '## 2021年工作回顾', '新修公路5公里，旅游收入达到2亿元。'),
    jia(2023, '## 2022年工作回顾', '新修公路8公里，旅游收入达到3亿元。'),
    report('yi-2023', { place: '乙县', level: '县' }, ['## 2022年工作回顾', '旅游收入达到4亿元。']),
  ])
  site = await openTestSite({ searcher: () => searcher, publicUrl: null })
})

const address = (path: string, parameters: Readonly<Record<string, string>> = {}): string =>
  `${path}?${new URLSearchParams(parameters)}`
const ask = (path: string, parameters: Readonly<Record<string, string>> = {}): Promise<string> =>
  site.text(address(path, parameters))

describe('a page of data', () => {
  it.each([
    ['/figures', 'class="figures"'],
    ['/count', 'class="counts"'],
    ['/compare', '<article>'],
  ])('%s asks where nothing is asked, and answers else', async (path, answered) => {
    for (const q of ['', ' ']) expect(await ask(path, { q })).not.toContain(answered)
    expect(await ask(path)).not.toContain(answered)
    expect(await ask(path, { q: '旅游收入' })).toContain(answered)
  })

  it('gives examples of the first report’s place', async () => {
    const { reports } = await searcher.catalog()
    expect(await ask('/figures')).toContain(reports[0]?.place)
  })

  it('is sorted as its address asks', async () => {
    const first = async (sort: string): Promise<string | undefined> =>
      wordsOf((await ask('/count', { q: '旅游', sort })).split('<tr>')[2] ?? '')[1]
    expect([await first('year'), await first('-year')]).toEqual(['2022', '2023'])
  })
})

describe('the page of changes', () => {
  it.each([
    [{}, 200, false],
    [{ a: 'jia-2022' }, 200, false],
    [{ b: 'jia-2022' }, 200, false],
    [{ a: 'jia-2022', b: 'jia-2023' }, 200, true],
    [{ a: 'jia-2022', b: 'none-2023' }, 404, false],
    [{ a: 'none-2022', b: 'jia-2023' }, 404, false],
  ])('of %j is %i', async (parameters, status, isAnswered) => {
    const response = await site.get(address('/changes', parameters))
    expect(response.status).toBe(status)
    expect((await response.text()).includes('class="change ')).toBe(isAnswered)
  })

  it('shows one kind where it is asked, and all where there is no such kind', async () => {
    const kindsOf = async (kind: string): Promise<(string | undefined)[]> =>
      [
        ...(await ask('/changes', { a: 'jia-2022', b: 'jia-2023', kind })).matchAll(/class="change (\w+)"/gu),
      ].map(([, is]) => is)
    expect([await kindsOf('figure'), await kindsOf('new'), await kindsOf('x')]).toEqual([
      ['figure'],
      [],
      ['figure'],
    ])
  })
})

describe('pictures', () => {
  const BYTES = new Uint8Array([1, 2, 3])
  /** Draws three bytes, and tells what of. */
  const pictures = (drawn: unknown[], refused?: string): Pictures => {
    const draw = async (...what: unknown[]) => {
      drawn.push(...what)
      return refused === undefined ? { kind: 'drawn', bytes: BYTES } : { kind: 'refused', reason: refused }
    }
    return { isAvailable: () => true, card: draw, chart: draw } as unknown as Pictures
  }
  async function get(path: string, drawn: unknown[] = [], refused?: string): Promise<Response> {
    const own = await openTestSite({
      searcher: () => searcher,
      publicUrl: null,
      pictures: pictures(drawn, refused),
    })
    return await own.get(path)
  }
  const cardOf = async (): Promise<string> =>
    `/cards/${(await searcher.report('yi-2023'))?.passages[0]?.id ?? ''}`

  it.each([
    ['png', '', 'image/png', 'wide', 'png'],
    ['jpg', '', 'image/jpeg', 'wide', 'jpeg'],
    ['png', '?shape=square', 'image/png', 'square', 'png'],
    ['png', '?shape=round', 'image/png', 'wide', 'png'],
    ['png', '?shape=toString', 'image/png', 'wide', 'png'],
  ])('of a passage: .%s%s', async (ending, query, type, shape, format) => {
    const drawn: unknown[] = []
    const response = await get(`${await cardOf()}.${ending}${query}`, drawn)
    expect([
      response.status,
      response.headers.get('content-type'),
      response.headers.get('content-length'),
    ]).toEqual([200, type, '3'])
    expect(drawn.slice(1)).toEqual([shape, format])
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(BYTES)
  })

  it('of no passage, and in no other form, are none', async () => {
    expect((await get('/cards/yi-2023_0000000000.png')).status).toBe(404)
    expect((await get(`${await cardOf()}.gif`)).status).toBe(404)
  })

  it.each([
    ['/charts/figures.png', '各县旅游收入'],
    ['/charts/count.png', '旅游收入'],
  ])('of what is asked: %s', async (path, q) => {
    const drawn: unknown[] = []
    expect((await get(address(path, { q }), drawn)).status).toBe(200)
    expect((drawn[0] as Chart).title).toContain('旅游收入')
    for (const none of ['', '讲讲公路吧', '木星隧道'])
      expect((await get(address(path, { q: none }))).status).toBe(422)
  })

  it.each([
    ['too-long', 422],
    ['characters', 422],
    ['unavailable', 404],
    ['busy', 503],
  ])('that are refused as %s are %i', async (reason, status) => {
    expect((await get(`${await cardOf()}.png`, [], reason)).status).toBe(status)
  })

  it('are none where nothing draws them', async () => {
    const own = await openTestSite({ searcher: () => searcher, pictures: null })
    expect((await own.get(`${await cardOf()}.png`)).status).toBe(404)
  })
})
