/** Pages of counts, figures, comparisons and changes, by themselves: what stands there, and only where there is something for it. */
import { beforeAll, describe, expect, it } from 'vitest'
import { compare } from '../../../src/answer/compare.ts'
import { answerFigures } from '../../../src/answer/figures/answer-figures.ts'
import { countPhrase } from '../../../src/counts/count.ts'
import { type ReportChanges, readChanges } from '../../../src/counts/report-changes.ts'
import type { Searcher } from '../../../src/search/searcher.ts'
import { ChangesPage } from '../../../src/web/pages/changes-page.tsx'
import { ComparePage } from '../../../src/web/pages/compare-page.tsx'
import { CountPage } from '../../../src/web/pages/count-page.tsx'
import { FiguresPage } from '../../../src/web/pages/figures-page.tsx'
import { UNSORTED } from '../../../src/web/parts/sorting.tsx'
import type { Visit } from '../../../src/web/site.ts'
import { openSmallCorpus, report } from '../../search/small-corpus.ts'
import { madeVisit } from '../made-visit.ts'
import { wordsOf } from '../words-of.ts'

let searcher: Searcher
let visit: Visit
beforeAll(async () => {
  visit = await madeVisit({ publicUrl: 'https://example.org' })
  const jia = (year: number, ...body: string[]) =>
    report(`jia-${year}`, { place: '甲县', level: '县', year, reviews: year - 1, plans: year }, body)
  searcher = await openSmallCorpus([
    jia(2022, '## 2021年工作回顾', '新修公路5公里。', '全县安定团结。', '旅游收入2亿元。'),
    jia(2023, '## 2022年工作回顾', '新修公路8公里。', '全县安定团结。', '夜间经济红红火火，夜间经济步步高。'),
    report('yi-2023', { place: '乙县', level: '县' }, ['## 2022年工作回顾', '旅游收入3亿元。']),
    report('bing-2023', { place: '丙县', level: '县' }, ['## 2022年工作回顾', '修建水库。']),
  ])
})

/** What search engines are told: the one address, or that there is none. */
const addressOf = (html: string): string | null => {
  const canonical = /rel="canonical" href="https:\/\/example\.org([^"]*)"/u.exec(html)?.[1] ?? null
  expect(html.includes('name="robots" content="noindex"')).toBe(canonical === null)
  return canonical
}
const titleOf = (html: string): string => /<title>([^<]*)<\/title>/u.exec(html)?.[1] ?? ''
/** What stands below the form, without tables. */
const belowForm = (html: string): string[] =>
  wordsOf(
    /<main[\s\S]*?<\/form>([\s\S]*)<\/main>/u
      .exec(html)?.[1]
      ?.replace(/<table[\s\S]*<\/table>/u, '<p>TABLE</p>') ?? '',
  )

describe('the page of counts', () => {
  const pageOf = async (phrase: string): Promise<string> => {
    const count = phrase === '' ? null : await countPhrase(searcher.backend, phrase)
    return String(CountPage({ visit, phrase, count, sorting: UNSORTED }))
  }

  it('asks, before anything is asked', async () => {
    const html = await pageOf('')
    expect([titleOf(html), addressOf(html)]).toEqual(['web-nav-count · web-name', '/count'])
    expect(belowForm(html)).toEqual([])
  })

  it('has a table of those who say it, and names those who do not', async () => {
    const html = await pageOf('公路')
    expect([titleOf(html), addressOf(html)]).toEqual(['公路 - web-nav-count · web-name', null])
    expect(belowForm(html)).toEqual([
      'web-counted 2 2 4',
      'TABLE',
      expect.stringMatching(
        /^web-without 2\[[乙丙]县 2023\]\(\/reports\/\w+-2023\)list-comma\[[乙丙]县 2023\]\(\/reports\/\w+-2023\)$/u,
      ),
      '[web-search-phrase](/search?q=%E2%80%9C%E5%85%AC%E8%B7%AF%E2%80%9D)[web-csv](/api/count?q=%E5%85%AC%E8%B7%AF&format=csv)[web-concordance-csv](/api/concordance?q=%E5%85%AC%E8%B7%AF&format=csv)',
    ])
  })

  it('has neither of what nobody says', async () => {
    expect(belowForm(await pageOf('隧道'))).toEqual([
      'web-counted 0 0 4',
      '[web-search-phrase](/search?q=%E2%80%9C%E9%9A%A7%E9%81%93%E2%80%9D)[web-csv](/api/count?q=%E9%9A%A7%E9%81%93&format=csv)',
    ])
  })

  it('names nobody as silent where all say it', async () => {
    expect((await belowForm(await pageOf('2'))).join(' ')).not.toContain('web-without')
  })

  it.each([
    [60, '', 60],
    [61, '…', 60],
  ])('of %i that are silent ends with %j', async (silent, end, named) => {
    const count = await countPhrase(searcher.backend, '公路')
    const [one] = count.without
    const without = Array.from({ length: silent }, () => one as NonNullable<typeof one>)
    const html = String(CountPage({ visit, phrase: '公路', count: { ...count, without }, sorting: UNSORTED }))
    const line = belowForm(html).find((words) => words.startsWith('web-without')) ?? ''
    expect(line.match(/\/reports\//gu)).toHaveLength(named)
    expect(line.endsWith(`)${end}`)).toBe(true)
    expect(line.startsWith(`web-without ${silent}[`)).toBe(true)
  })
})

describe('the page of figures', () => {
  const pageOf = async (question: string): Promise<string> => {
    const answer = question === '' ? null : await answerFigures(searcher, question)
    return String(FiguresPage({ visit, question, answer, sorting: UNSORTED, sample: '甲县' }))
  }

  it('gives examples, before anything is asked', async () => {
    const html = await pageOf('')
    expect([titleOf(html), addressOf(html)]).toEqual(['web-nav-figures · web-name', '/figures'])
    const [links = '', ...others] = belowForm(html)
    expect(others).toEqual([])
    expect(links.match(/\[web-figures-example-\d 甲县\]/gu)).toHaveLength(3)
  })

  it('has a table with what to do with it', async () => {
    const html = await pageOf('甲县2021年旅游收入')
    expect([titleOf(html), addressOf(html)]).toEqual([
      '甲县2021年旅游收入 - web-nav-figures · web-name',
      null,
    ])
    const address = encodeURIComponent('甲县2021年旅游收入')
    expect(belowForm(html)).toEqual([
      'TABLE',
      `[web-csv](/api/figures?q=${address}&format=csv)[button-results](/search?q=${address})`,
    ])
  })

  it('says that it was asked for no figure, and leads to the search', async () => {
    const address = encodeURIComponent('讲讲公路')
    expect(belowForm(await pageOf('讲讲公路'))).toEqual([
      `web-figures-none-asked  [web-search-instead](/search?q=${address})`,
    ])
  })

  it('says of what nobody states that nobody does, and of whom it asked', async () => {
    const lines = belowForm(await pageOf('丙县旅游收入'))
    expect(lines[0]).toMatch(/^web-figures-none 旅游收入 \[web-search-instead\]/u)
    expect(lines.slice(1)).toEqual([expect.stringMatching(/^web-absent\[web-absent-year 丙县 \d+\]/u)])
  })
})

describe('the page of comparisons', () => {
  const pageOf = async (words: string): Promise<string> =>
    String(ComparePage({ visit, words, comparison: words === '' ? null : await compare(searcher, words) }))

  it('asks, before anything is asked', async () => {
    const html = await pageOf('')
    expect([titleOf(html), addressOf(html)]).toEqual(['web-nav-compare · web-name', '/compare'])
    expect(belowForm(html)).toEqual([])
  })

  it('has a passage of each report that has one', async () => {
    const html = await pageOf('旅游收入')
    expect([titleOf(html), addressOf(html)]).toEqual(['旅游收入 - web-nav-compare · web-name', null])
    const [summary, actions, ...rest] = belowForm(html)
    expect(summary).toBe('web-compared 2')
    expect(actions).toBe(`[web-csv](/api/compare?q=${encodeURIComponent('旅游收入')}&format=csv)`)
    expect(rest.filter((line) => line.includes('web-kind-'))).toEqual([
      expect.stringMatching(/^\[甲县 2022\]\(\/passages\/jia-2022_.*\)web-kind-actual$/u),
      expect.stringMatching(/^\[乙县 2023\]\(\/passages\/yi-2023_.*\)web-kind-actual$/u),
    ])
  })

  it('says that there is none, and offers nothing', async () => {
    expect(belowForm(await pageOf('木星隧道'))).toEqual(['web-found-none 0'])
  })

  it.each([
    ['weak', 'web-compared 2 only-weak'],
    ['strong', 'web-compared 2'],
  ] as const)('says of a %s answer %s', async (match, summary) => {
    const comparison = { ...(await compare(searcher, '旅游收入')), match }
    expect(belowForm(String(ComparePage({ visit, words: '旅游收入', comparison })))[0]).toBe(summary)
  })
})

describe('the page of changes', () => {
  interface Asked {
    readonly a?: string
    readonly b?: string
    readonly kind?: 'figure' | 'kept' | null
    readonly page?: number
    readonly found?: ReportChanges | null
  }
  const PAIR = { a: 'jia-2022', b: 'jia-2023' }
  async function pageOf({ a = '', b = '', kind = null, page = 1, found }: Asked): Promise<string> {
    const read = a === '' ? null : await readChanges(searcher.backend, a, b)
    if (read !== null && 'missing' in read) throw new Error('no such report')
    const catalog = await searcher.catalog()
    return String(ChangesPage({ visit, catalog, a, b, found: found ?? read, kind, page }))
  }
  const LINK = '/changes?a=jia-2022&b=jia-2023'
  const rowsOf = (html: string): string[] =>
    [...html.matchAll(/<div class="change (\w+)">([\s\S]*?)<\/blockquote>/gu)].map(
      ([, kind, row = '']) =>
        `${kind}: ${wordsOf(row.replace(/<(\/?(?:ins|del))>/gu, '{$1}'))
          .join(' ')
          .replace(/\(\/passages[^)]*\)/gu, '')}`,
    )

  it('has two reports to choose, before they are chosen', async () => {
    const html = await pageOf({})
    expect([titleOf(html), addressOf(html)]).toEqual(['web-nav-changes · web-name', '/changes'])
    expect(belowForm(html)).toEqual([])
    expect(wordsOf(html).filter((line) => line.includes('*'))).toEqual([])
    expect(wordsOf(html).filter((line) => line === '甲县 2022')).toHaveLength(2)
  })

  it('shows what was chosen', async () => {
    const html = await pageOf(PAIR)
    expect(addressOf(html)).toBeNull()
    expect(wordsOf(html).filter((line) => line.includes('*'))).toEqual(['*甲县 2022', '*甲县 2023'])
  })

  it('has every sentence that is not the same, and counts each kind', async () => {
    const html = await pageOf(PAIR)
    expect(rowsOf(html)).toEqual([
      'figure: web-change-figure[paragraph 1][paragraph 1] 新修公路{del}5{/del}{ins}8{/ins}公里。',
      expect.stringMatching(/^new: web-change-new\[paragraph 3\] 夜间经济红红火火，夜间经济步步高。$/u),
      expect.stringMatching(/^dropped: web-change-dropped\[paragraph 3\] 旅游收入2亿元。$/u),
    ])
    expect(html).toMatch(/href="\/passages\/jia-2022_\w+\?mark=0-8#mark"/u)
    const lines = belowForm(html)
    expect(lines.find((line) => line.includes('format=docx'))).toBe(
      '[web-changes-docx](/api/changes?a=jia-2022&b=jia-2023&format=docx)[web-changes-html](/api/changes?a=jia-2022&b=jia-2023&format=html)',
    )
    expect(lines.find((line) => line.includes('kind=kept'))).toBe(
      ['figure 1', 'reworded 0', 'new 1', 'dropped 1', 'kept 1'].reduce(
        (all, one) => `${all}[web-change-${one}](${LINK}&kind=${one.split(' ')[0]})`,
        'web-only-in',
      ),
    )
  })

  it('has those of a kind, and leads back to all', async () => {
    const html = await pageOf({ ...PAIR, kind: 'kept' })
    expect(rowsOf(html)).toEqual(['kept: web-change-kept[paragraph 2][paragraph 2] 全县安定团结。'])
    const filters = belowForm(html).find((line) => line.includes('kind=kept')) ?? ''
    expect(filters.match(/\*\[[^\]]*\]/gu)).toEqual(['*[web-change-kept 1]'])
    expect(filters.endsWith(`[web-widen](${LINK})`)).toBe(true)
  })

  it('names the terms that are new, and how often each stands', async () => {
    const found = await readChanges(searcher.backend, 'jia-2022', 'jia-2023')
    if ('missing' in found) throw new Error('no such report')
    const terms = [
      { term: '夜间经济', count: 2, passage: 'p1' },
      { term: '水库', count: 1, passage: 'p2' },
    ]
    const lines = belowForm(await pageOf({ ...PAIR, found: { ...found, terms } }))
    expect(lines.slice(0, 2).map((line) => line.replace(/q=[%\w]+/gu, 'q='))).toEqual([
      'web-new-terms 甲县 2023',
      '[夜间经济 2](/passages/p1?q=)[水库](/passages/p2?q=)',
    ])
    expect(belowForm(await pageOf({ ...PAIR, found: { ...found, terms: [] } })).join()).not.toContain(
      'web-new-terms',
    )
  })

  it.each([
    [1, 80, 'web-page-of 1 3'],
    [2, 80, 'web-page-of 2 3'],
    [3, 1, 'web-page-of 3 3'],
  ])('has eighty sentences a page: page %i has %i', async (page, count, words) => {
    const found = await readChanges(searcher.backend, 'jia-2022', 'jia-2023')
    if ('missing' in found) throw new Error('no such report')
    const [one] = found.changes.filter(({ kind }) => kind === 'new')
    const changes = Array.from({ length: 161 }, () => one as NonNullable<typeof one>)
    const html = await pageOf({ ...PAIR, page, found: { ...found, changes } })
    expect(rowsOf(html)).toHaveLength(count)
    expect(belowForm(html).at(-1)).toContain(words)
  })
})
