/** Pages over more reports than a page names: what is shown of them, in which order, and how the rest is reached. */
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Searcher } from '../../src/search/searcher.ts'
import { sortRows } from '../../src/web/parts/sorting.tsx'
import { openSmallCorpus, report } from '../search/small-corpus.ts'
import { openTestSite, type TestSite } from './test-site.ts'

const PLACES = [...'甲乙丙丁戊己庚辛壬癸'].flatMap((head) =>
  [...'山川江河湖海林原田泉石桥城关屯岭岗洲湾港峰'].map((tail) => `${head}${tail}县`),
)
/** So many of them say it, the first the most often. */
const SAYING = 100
const OLDER = [2019, 2021, 2020]
let searcher: Searcher
let site: TestSite

beforeAll(async () => {
  const reports = PLACES.map((place, at) =>
    report(`r-${String(at).padStart(3, '0')}`, { place, level: '县', year: 2023 }, [
      '## 2022年工作回顾',
      `全年旅游收入达到${at + 1}亿元。`,
      ...(at < SAYING ? [`深入推进乡村振兴${'，乡村振兴有力有效'.repeat(at % 4)}。`] : []),
    ]),
  )
  const older = OLDER.map((year) =>
    report(`older-${year}`, { place: PLACES[0] ?? '', level: '县', year }, ['建成水库两座。']),
  )
  searcher = await openSmallCorpus([...reports, ...older])
  site = await openTestSite({ searcher: () => searcher })
})

const ask = (path: string, parameters: Readonly<Record<string, string>> = {}): Promise<string> =>
  site.text(`${path}?${new URLSearchParams(parameters)}`)

/** What each row of the table of this class says, cell by cell. */
function rowsOf(html: string, name: string): string[][] {
  const table = new RegExp(`<table class="${name}">[\\s\\S]*?</table>`, 'u').exec(html)?.[0] ?? ''
  return [...table.matchAll(/<tr>([\s\S]*?)<\/tr>/gu)]
    .slice(1)
    .map(([, row = '']) =>
      [...row.matchAll(/<t[hd][^>]*>([\s\S]*?)<\/t[hd]>/gu)].map(([, cell = '']) =>
        cell.replace(/<[^>]*>/gu, '').trim(),
      ),
    )
}

function linksOf(html: string, start: string): string[] {
  return [...html.matchAll(/href="([^"]+)"/gu)]
    .map(([, href = '']) => href.replaceAll('&amp;', '&'))
    .filter((href) => href.startsWith(`/yinju${start}`))
}

describe('the list of reports', () => {
  it('has two hundred places a page, and beyond the last page the last', async () => {
    const [first, second, beyond] = await Promise.all(
      ['1', '2', '7'].map(async (page) => rowsOf(await ask('/reports', { page }), 'reports')),
    )
    expect([first?.length, second?.length]).toEqual([200, PLACES.length - 200])
    expect(beyond).toEqual(second)
    const named = [...(first ?? []), ...(second ?? [])].map(([place]) => place)
    expect(new Set(named)).toEqual(new Set(PLACES))
  })

  it('names the years of a place in order, each with its report', async () => {
    const html = await ask('/reports', { w: PLACES[0] ?? '' })
    expect(rowsOf(html, 'reports')).toEqual([[PLACES[0], '2019202020212023']])
    expect(linksOf(html, '/reports/')).toEqual([
      '/yinju/reports/older-2019',
      '/yinju/reports/older-2020',
      '/yinju/reports/older-2021',
      '/yinju/reports/r-000',
    ])
  })

  it.each([
    ['2020', 1],
    ['甲山县 2020', 1],
    ['甲山县 2018', 0],
    ['甲', 21],
    ['r-00', 10],
  ])('narrowed by %s has %i places', async (w, count) => {
    const html = await ask('/reports', { w })
    expect(rowsOf(html, 'reports')).toHaveLength(count)
    expect(html.includes(`没有名称含“${w}”的报告`)).toBe(count === 0)
  })
})

it('the way in names the twelve newest reports and how many there are', async () => {
  const html = await ask('/')
  const named = linksOf(html, '/reports/').map((href) => href.split('/').at(-1))
  expect(named).toEqual(Array.from({ length: 12 }, (_, at) => `r-${String(at).padStart(3, '0')}`))
  expect(html).toContain(`全部 ${PLACES.length + OLDER.length} 份报告`)
})

describe('a search', () => {
  it('has ten hits a page, none twice and none left out', async () => {
    const idsOf = async (page: string): Promise<string[]> =>
      [
        ...(await ask('/search', { q: '“深入推进乡村振兴”', page })).matchAll(
          /<article class="hit" id="([^"]+)"/gu,
        ),
      ].map(([, id = '']) => id)
    const pages = await Promise.all(Array.from({ length: SAYING / 10 }, (_, at) => idsOf(String(at + 1))))
    for (const ids of pages) expect(ids).toHaveLength(10)
    expect(new Set(pages.flat()).size).toBe(SAYING)
    expect(await idsOf(String(SAYING / 10 + 1))).toEqual([])
  })

  it('says past its end that there is no more, and leads back to the last page', async () => {
    const html = await ask('/search', { q: '“深入推进乡村振兴”', page: '40' })
    expect(html).toContain('已经没有更多段落了')
    expect(/<a rel="prev" href="[^"]*page=10"/u.test(html)).toBe(true)
    expect(html).not.toContain('rel="next"')
  })

  it('offers twelve reports to narrow it to', async () => {
    const html = await ask('/search', { q: '“深入推进乡村振兴”' })
    const narrowed = linksOf(html, '/search?').filter((href) => href.includes('report='))
    expect(new Set(narrowed).size).toBe(12)
    expect(linksOf(await ask('/search', { q: '水库', report: 'older-2020' }), '/search?report=')).toEqual([])
  })

  it('names what it is narrowed to', async () => {
    expect(await ask('/search', { q: '水库', report: 'older-2020' })).toContain('筛选：甲山县 2020')
    expect(await ask('/search', { q: '水库', place: '甲山县', year: '2021' })).toContain('筛选：甲山县 2021')
    expect(await ask('/search', { q: '水库', report: 'none' })).toContain('筛选：none')
  })

  it('shows eight figures on its first page and leads to all of them', async () => {
    const html = await ask('/search', { q: '各县旅游收入' })
    expect(rowsOf(html, 'figures')).toHaveLength(8)
    expect(html).toContain(`全部 ${PLACES.length} 条数字`)
    expect(rowsOf(await ask('/search', { q: '各县旅游收入', page: '2' }), 'figures')).toEqual([])
    expect(rowsOf(await ask('/figures', { q: '各县旅游收入' }), 'figures')).toHaveLength(PLACES.length)
  })

  it('shows eight of those who say a phrase, in the order of their years and names', async () => {
    const rows = rowsOf(await ask('/search', { q: '哪些报告提到“乡村振兴”' }), 'counts')
    expect(rows.map((cells) => cells[2])).toEqual(['1', '2', '3', '4', '1', '2', '3', '4'])
  })

  it('says of marks alone that it needs words', async () => {
    expect(await ask('/search', { q: '？！' })).toContain('请用文字提问')
    expect(await ask('/search', { q: '木星隧道' })).toContain('没有找到相关段落')
  })

  it('tells the script of the page where in its passage each shown character stands', async () => {
    for (const q of ['“有力有效”', '各县旅游收入']) {
      const html = await ask('/search', { q })
      const shown = [
        ...html.matchAll(
          /<blockquote lang="zh" data-passage="([^"]+)" data-start="(-?\d+)">([\s\S]*?)<\/blockquote>/gu,
        ),
      ]
      expect(shown.length).toBeGreaterThan(5)
      for (const [, id = '', start, inner = ''] of shown) {
        const text = (await searcher.passage(id))?.passage.text ?? ''
        const words = inner.replace(/<[^>]*>/gu, '')
        const from = words.startsWith('…') ? 1 : 0
        const to = words.endsWith('…') ? -1 : undefined
        expect(text.startsWith(words.slice(from, to), Number(start) + from)).toBe(true)
      }
    }
  })
})

describe('a count', () => {
  it('says of each report how often, and how often in ten thousand characters, to two places', async () => {
    const rows = rowsOf(await ask('/count', { q: '乡村振兴' }), 'counts')
    expect(rows).toHaveLength(SAYING)
    for (const [place, year, times, share] of rows) {
      const at = PLACES.indexOf(place ?? '')
      const whole = await searcher.report(`r-${String(at).padStart(3, '0')}`)
      const length = whole?.passages.reduce((sum, { text }) => sum + text.length, 0) ?? 0
      expect([year, times]).toEqual(['2023', String(1 + (at % 4))])
      expect(share).toMatch(/^\d+\.\d\d$/u)
      expect(Number(share) * length).toBeGreaterThan(0)
    }
  })

  it('draws bars in proportion to the most', async () => {
    const html = await ask('/count', { q: '乡村振兴' })
    const bars = [...html.matchAll(/<rect[^>]*width="([\d.]+)"/gu)].map(([, width]) => Number(width))
    const counts = rowsOf(html, 'counts').map((cells) => Number(cells[2]))
    expect(bars).toEqual(counts.map((count) => (98 * count) / 4))
  })

  it('names sixty of those who never say it, and counts them all', async () => {
    const html = await ask('/count', { q: '乡村振兴' })
    const never = PLACES.length - SAYING + OLDER.length
    expect(html).toContain(`从未提到的 ${never} 份`)
    const list = /从未提到的[\s\S]*?<\/p>/u.exec(html)?.[0] ?? ''
    expect(linksOf(list, '/reports/')).toHaveLength(60)
    expect(list).toMatch(/…<\/p>$/u)
  })

  it.each([
    ['year', 1, 1],
    ['count', 2, 1],
    ['-count', 2, -1],
    ['share', 3, 1],
    ['-share', 3, -1],
  ])('is in the order that its address asks for: %s', async (sort, column, sign) => {
    const html = await ask('/count', { q: '乡村振兴', sort })
    const numbers = rowsOf(html, 'counts').map((cells) => Number(cells[column]))
    expect(numbers).toEqual([...numbers].sort((a, b) => sign * (a - b)))
    expect(html).toContain(`aria-sort="${sign < 0 ? 'descending' : 'ascending'}"`)
  })

  it('of what nobody says has no table and names nobody', async () => {
    const html = await ask('/count', { q: '木星隧道' })
    expect(html).toContain(`共 0 次；${PLACES.length + OLDER.length} 份报告中有 0 份提到`)
    expect(html).not.toMatch(/<table|从未提到的|逐处下载/u)
  })
})

describe('figures', () => {
  it.each([
    ['value', 1],
    ['-value', -1],
  ])('are in the order that their address asks for: %s', async (sort, sign) => {
    const rows = rowsOf(await ask('/figures', { q: '各县旅游收入', sort }), 'figures')
    const numbers = rows.map((cells) => Number.parseFloat(cells[3] ?? ''))
    expect(numbers).toEqual([...numbers].sort((a, b) => sign * (a - b)))
    expect(numbers).toHaveLength(PLACES.length)
  })

  it('lead to the words that state them', async () => {
    const html = await ask('/figures', { q: '甲川县旅游收入' })
    const [, id = '', start, end] = /\/passages\/([^?"#]+)\?mark=(\d+)-(\d+)#mark/u.exec(html) ?? []
    const text = (await searcher.passage(id))?.passage.text
    expect(text?.slice(Number(start), Number(end))).toBe('全年旅游收入达到2亿元')
  })

  it('that nobody states are said to be none, and what asks for none is told so', async () => {
    expect(await ask('/figures', { q: '各县粮食产量' })).toContain('报告里没有“粮食产量”的数字')
    expect(await ask('/figures', { q: '讲讲乡村振兴' })).toContain('这句话没有问到数字')
    expect(await ask('/figures', { q: '各县旅游收入' })).not.toMatch(/没有问到|的数字。/u)
  })
})

describe('two reports to compare', () => {
  it.each([
    [500, true],
    [501, false],
  ])('of %i are chosen from a list: %s', async (count, isList) => {
    const catalog = await searcher.catalog()
    const reports = Array.from(
      { length: count },
      () => catalog.reports[0] as (typeof catalog.reports)[number],
    )
    const many = { ...searcher, catalog: async () => ({ ...catalog, reports }) }
    const html = await (await openTestSite({ searcher: () => many })).text('/changes')
    expect([html.includes('<select'), html.includes('<input id="a"')]).toEqual([isList, !isList])
  })

  it('are offered on a report’s page, the older one first', async () => {
    const links = linksOf(await ask('/reports/older-2020'), '/changes?')
    expect(links).toEqual([
      '/yinju/changes?a=older-2019&b=older-2020',
      '/yinju/changes?a=older-2020&b=older-2021',
      '/yinju/changes?a=older-2020&b=r-000',
    ])
  })
})

describe('rows', () => {
  const row = fc.record({ key: fc.option(fc.integer({ min: 0, max: 5 })), at: fc.nat() })

  it('are sorted by a column, those without a value last, and equal ones stay as they were', () => {
    fc.assert(
      fc.property(fc.array(row), fc.boolean(), (made, isDescending) => {
        const rows = made.map((one, at) => ({ ...one, at }))
        const sorted = sortRows(rows, { by: 'key', isDescending }, ({ key }) => key)
        expect(new Set(sorted)).toEqual(new Set(rows))
        for (const [index, { key, at }] of sorted.entries()) {
          const next = sorted[index + 1]
          if (next === undefined) continue
          if (key === null) expect(next.key).toBeNull()
          else if (next.key !== null)
            expect(isDescending ? key - next.key : next.key - key).toBeGreaterThanOrEqual(0)
          if (key === next.key) expect(at).toBeLessThan(next.at)
        }
      }),
    )
  })
})
