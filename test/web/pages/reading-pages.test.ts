/** The way in, the lists, a report, a passage and what is around every page, by themselves: each with what there is for it. */
import { beforeAll, describe, expect, it } from 'vitest'
import type { Report } from '../../../src/corpus/report.ts'
import type { Catalog } from '../../../src/search/backend.ts'
import type { Searcher } from '../../../src/search/searcher.ts'
import { AboutPage } from '../../../src/web/pages/about-page.tsx'
import { ErrorPage } from '../../../src/web/pages/error-page.tsx'
import { HomePage } from '../../../src/web/pages/home-page.tsx'
import { Layout, type LayoutProps } from '../../../src/web/pages/layout.tsx'
import { PassagePage, type PassagePageProps } from '../../../src/web/pages/passage-page.tsx'
import { ReportPage, type ReportPageProps } from '../../../src/web/pages/report-page.tsx'
import { ReportsPage } from '../../../src/web/pages/reports-page.tsx'
import type { Visit } from '../../../src/web/site.ts'
import { report as makeReport, openSmallCorpus } from '../../search/small-corpus.ts'
import { madeVisit, PICTURES } from '../made-visit.ts'
import { wordsOf } from '../words-of.ts'

let searcher: Searcher
let catalog: Catalog
let visit: Visit
/** With an address from outside, a bot and pictures. */
let whole: Visit
const NOTHING: Catalog = { version: '0', reports: [], passages: 0 } as unknown as Catalog

beforeAll(async () => {
  const jia = (year: number, fields: Readonly<Record<string, string>>, ...body: string[]) =>
    makeReport(
      `jia-${year}`,
      { place: '甲县', level: '县', year, reviews: year - 1, plans: year, ...fields },
      body,
    )
  searcher = await openSmallCorpus([
    jia(2022, { date: '2022-01-05' }, '修路。'),
    jia(
      2023,
      {
        meeting: '甲县人大',
        date: '2023-01-06',
        speaker: '张三',
        post: '县长',
        url: 'https://a.org/x',
        note: '注',
      },
      '各位代表：',
      '## 一、2022年工作回顾',
      '### （一）产业',
      '#### 1.旅游',
      '旅游收入3亿元。',
      '## 三、2023年工作安排',
      '修建水库。',
    ),
    makeReport('yi-2021', { place: '乙县', level: '县', year: 2021, reviews: 2020, plans: 2021 }, ['种树。']),
  ])
  catalog = await searcher.catalog()
  visit = await madeVisit()
  whole = await madeVisit({
    publicUrl: 'https://example.org/y',
    botUsername: () => 'a_bot',
    pictures: PICTURES,
  })
})

const metaOf = (html: string, name: string): string | null =>
  new RegExp(`<meta (?:name|property)="${name}" content="([^"]*)"`, 'u').exec(html)?.[1] ?? null

describe('what is around every page', () => {
  const pageOf = (own: Visit, props: Partial<LayoutProps> = {}): string =>
    String(Layout({ visit: own, title: 'T', children: 'C', ...props }))
  const titleOf = (html: string): string => /<title>([^<]*)</u.exec(html)?.[1] ?? ''

  it('is named by its title and the site, and the way in by the site alone', () => {
    expect([titleOf(pageOf(visit)), titleOf(pageOf(visit, { title: 'web-name' }))]).toEqual([
      'T · web-name',
      'web-name',
    ])
  })

  it.each<[string, LayoutProps['canonical'], string | null, boolean]>([
    ['an address of its own', { path: '/x', parameters: { a: 'b' } }, 'https://example.org/y/x?a=b', false],
    ['none', null, null, true],
    ['nothing said', undefined, null, false],
  ])('with %s is told so to search engines', (_, canonical, address, isHidden) => {
    const html = pageOf(whole, canonical === undefined ? {} : { canonical })
    expect(/rel="canonical" href="([^"]*)"/u.exec(html)?.[1] ?? null).toBe(address)
    expect(metaOf(html, 'og:url')).toBe(address)
    expect(metaOf(html, 'robots') === 'noindex').toBe(isHidden)
    expect(pageOf(visit, { canonical: { path: '/x' } })).not.toContain('canonical')
  })

  it('has a description for previews where there is one', () => {
    const html = pageOf(visit, { description: 'D' })
    expect([metaOf(html, 'description'), metaOf(html, 'og:description')]).toEqual(['D', 'D'])
    expect(pageOf(visit)).not.toContain('description')
  })

  it.each<[string, LayoutProps['image'], (string | null)[]]>([
    [
      'of a known size',
      { path: '/c.png', parameters: { q: 'a' }, size: [12, 34] },
      ['https://example.org/y/c.png?q=a', 'T', '12', '34', 'summary_large_image'],
    ],
    [
      'of another',
      { path: '/c.png', size: null },
      ['https://example.org/y/c.png', 'T', null, null, 'summary_large_image'],
    ],
    ['that is none', null, [null, null, null, null, null]],
  ])('has a picture for previews %s', (_, image, told) => {
    const names = ['og:image', 'og:image:alt', 'og:image:width', 'og:image:height', 'twitter:card']
    const html = pageOf(whole, { image: image ?? null })
    expect(names.map((name) => metaOf(html, name))).toEqual(told)
    expect(pageOf(visit, { image: image ?? null })).not.toMatch(/og:image|twitter/u)
  })

  it.each([
    ['/', ['[web-name](/)']],
    ['/count', ['[web-nav-count](/count)']],
    ['/search', []],
  ])('marks where one is: %s', async (path, marked) => {
    const own = await madeVisit({}, { path })
    const head = /<header class="masthead">[\s\S]*?<\/header>/u.exec(pageOf(own))?.[0] ?? ''
    const links =
      wordsOf(head)
        .join('')
        .match(/\*?\[[^\]]*\]\([^)]*\)/gu) ?? []
    expect(links).toHaveLength(7)
    expect(links.filter((one) => one.startsWith('*')).map((one) => one.slice(1))).toEqual(marked)
  })

  it('has a field to ask in, with what was asked, but not where the page has a larger one', () => {
    expect(pageOf(visit, { asked: 'A' })).toMatch(/<input type="search" name="q" value="A"/u)
    expect(pageOf(visit)).toMatch(/<input type="search" name="q" value=""/u)
    expect(pageOf(visit, { isHome: true })).not.toContain('<input')
  })

  it('offers the other languages of the same page', async () => {
    const own = await madeVisit({}, { path: '/search', query: { q: 'a' } })
    const foot = /<footer[\s\S]*<\/footer>/u.exec(pageOf(own))?.[0] ?? ''
    expect(wordsOf(foot).at(-1)).toBe(
      '[web-nav-about](/about)[API](/api)[繁體中文](/search?lang=zh-hant&q=a)[English](/search?lang=en&q=a)',
    )
    expect(foot).toContain('hreflang="zh-Hant" lang="zh-Hant"')
  })

  it('has a card of what is selected only where pictures are drawn', () => {
    expect([pageOf(whole), pageOf(visit)].map((html) => html.includes('button-card'))).toEqual([true, false])
  })
})

describe('the way in', () => {
  const pageOf = (own: Catalog): string => String(HomePage({ visit, catalog: own }))

  it('gives examples of the newest report, and names the reports', () => {
    const lines = wordsOf(pageOf(catalog))
    const examples =
      lines.find((line) => line.startsWith('[example-1')) ??
      lines.find((line) => line.includes('example-1')) ??
      ''
    expect(examples.match(/\[[^\]]*\]/gu)).toEqual([
      '[example-1 甲县 2023]',
      '[example-2 甲县]',
      '[example-3 甲县]',
    ])
    expect(lines.slice(lines.indexOf('reports-title') + 1)).toEqual([
      '[甲县 2023](/reports/jia-2023)甲县人大',
      '[甲县 2022](/reports/jia-2022)',
      '[乙县 2021](/reports/yi-2021)',
    ])
  })

  it('says of an empty corpus that it is empty, and gives no examples', () => {
    const lines = wordsOf(pageOf(NOTHING))
    expect(lines.slice(lines.indexOf('reports-title') + 1)).toEqual(['reports-empty'])
    expect(lines.join()).not.toContain('example')
  })

  it.each([
    [12, []],
    [13, ['[web-all-reports 13](/reports)']],
  ])('of %i reports leads to the list of all: %j', (count, link) => {
    const [one] = catalog.reports
    const reports = Array.from({ length: count }, () => one as NonNullable<typeof one>)
    const lines = wordsOf(pageOf({ ...catalog, reports }))
    expect(lines.filter((line) => line.includes('/reports/'))).toHaveLength(12)
    expect(lines.filter((line) => line.includes('web-all-reports'))).toEqual(link)
  })
})

describe('the page about it all', () => {
  const pageOf = (own: Catalog, by = visit): string[] =>
    wordsOf(String(AboutPage({ visit: by, catalog: own })))

  it('counts what the corpus holds, and names the newest', () => {
    const lines = pageOf(catalog)
    expect(lines).toContain('about-corpus 3 2 2021 2023 5')
    expect(lines).toContain('about-newest 2023-01-06')
  })

  it('says of an empty corpus that it is empty, and of one without dates no newest', () => {
    const lines = pageOf(NOTHING)
    expect(lines).toContain('reports-empty')
    expect(lines.join()).not.toContain('about-corpus')
    const dateless = { ...catalog, reports: catalog.reports.filter(({ date }) => date === '') }
    expect(pageOf(dateless)).toContain('about-corpus 1 1 2021 2021 5')
    expect(pageOf(dateless).join()).not.toContain('about-newest')
  })

  it('leads to the bot where there is one', () => {
    expect(pageOf(catalog, whole)).toContain('[web-open-bot a_bot](https://t.me/a_bot)')
    expect(pageOf(catalog).join()).not.toContain('web-open-bot')
  })
})

describe('the list of reports', () => {
  const pageOf = (words: string, page = 1, own = catalog): string =>
    String(ReportsPage({ visit: whole, catalog: own, words, page }))
  const belowForm = (html: string): string[] =>
    wordsOf(/<main[\s\S]*?<\/form>([\s\S]*)<\/main>/u.exec(html)?.[1] ?? '')

  it('names each place with its years in order', () => {
    expect(belowForm(pageOf(''))).toEqual([
      'web-place',
      'web-reports-column',
      '甲县',
      '[2022](/y/reports/jia-2022)[2023](/y/reports/jia-2023)',
      '乙县',
      '[2021](/y/reports/yi-2021)',
    ])
    expect(wordsOf(pageOf(''))).toContain('web-corpus 3 5')
  })

  it('names the years in order, in whichever the catalog has its reports', () => {
    const turned = { ...catalog, reports: [...catalog.reports].reverse() }
    expect(belowForm(pageOf('甲', 1, turned)).at(-1)).toBe(
      '[2022](/y/reports/jia-2022)[2023](/y/reports/jia-2023)',
    )
  })

  it('says what is not there', () => {
    expect(belowForm(pageOf('丙'))).toEqual(['web-reports-none 丙'])
    expect(belowForm(pageOf('', 1, NOTHING))).toEqual(['reports-empty'])
  })

  it.each<[string, number, string | null]>([
    ['', 1, 'https://example.org/y/reports'],
    ['甲', 1, null],
    ['', 2, null],
  ])('narrowed by %j, page %i, has the one address %s', (words, page, address) => {
    expect(/rel="canonical" href="([^"]*)"/u.exec(pageOf(words, page))?.[1] ?? null).toBe(address)
  })

  it.each([
    [200, 1, 200, ''],
    [201, 1, 200, 'web-page-of 1 2'],
    [201, 2, 1, 'web-page-of 2 2'],
    [201, 9, 1, 'web-page-of 2 2'],
  ])('of %i places shows on page %i %i', (count, page, shown, words) => {
    const [one] = catalog.reports
    const reports = Array.from({ length: count }, (_, at) => ({
      ...(one as NonNullable<typeof one>),
      place: `p${at}`,
    }))
    const lines = belowForm(pageOf('', page, { ...catalog, reports }))
    expect(lines.filter((line) => /^p\d+$/u.test(line))).toHaveLength(shown)
    expect(lines.join('\n').includes('web-page-of')).toBe(words !== '')
    expect(lines.at(-1)).toContain(words)
  })
})

describe('a report', () => {
  async function pageOf(id: string, props: Partial<ReportPageProps> = {}, by = whole): Promise<string> {
    const report = (await searcher.report(id)) as Report
    const rest = { question: '', matches: new Map(), figures: new Map(), others: [], ...props }
    return String(ReportPage({ visit: by, report, ...rest }))
  }

  it('leads to its headings', async () => {
    const outline = /<details open[\s\S]*?<\/details>/u.exec(await pageOf('jia-2023'))?.[0] ?? ''
    expect(
      [...outline.matchAll(/class="level-(\d)"><a href="([^"]*)">([^<]*)</gu)].map(([, ...of]) =>
        of.join(' '),
      ),
    ).toEqual(['2 #p2 一、2022年工作回顾', '3 #p2 （一）产业', '4 #p2 1.旅游', '2 #p3 三、2023年工作安排'])
  })

  it('has its headings by their level, right before their paragraphs', async () => {
    const body = /<article[\s\S]*?<\/header>([\s\S]*)<\/article>/u.exec(await pageOf('jia-2023'))?.[1] ?? ''
    const told = body.replace(/<h(\d)>/gu, '<p>h$1 ')
    expect(wordsOf(told).map((line) => line.replace(/\(\/y\/passages.*\)/u, ''))).toEqual([
      '[1]',
      '各位代表：',
      'h2 一、2022年工作回顾',
      'h3 （一）产业',
      'h4 1.旅游',
      '[2]',
      '旅游收入3亿元。',
      'h2 三、2023年工作安排',
      '[3]',
      '修建水库。',
    ])
  })

  it('has its particulars, and none that it lacks', async () => {
    const particularsOf = (html: string): string[] => wordsOf(/<dl[\s\S]*<\/dl>/u.exec(html)?.[0] ?? '')
    expect(particularsOf(await pageOf('jia-2023'))).toEqual([
      ...['web-meeting', '甲县人大', 'web-date', '2023-01-06', 'web-speaker', '县长 张三', 'web-note', '注'],
      ...['button-source', '[a.org](https://a.org/x)'],
    ])
    expect(particularsOf(await pageOf('yi-2021'))).toEqual([])
  })

  it('tells reference managers what it is', async () => {
    const names = ['title', 'author', 'publication_date', 'technical_report_institution', 'public_url']
    const toldOf = (html: string) => names.map((name) => metaOf(html, `citation_${name}`))
    const html = await pageOf('jia-2023')
    expect(toldOf(html)).toEqual(['甲县政府工作报告', '张三', '2023/01/06', '甲县人大', 'https://a.org/x'])
    expect(metaOf(html, 'article:published_time')).toBe('2023-01-06')
    expect(metaOf(html, 'description')).toBe('政府工作报告 · 甲县人大 · 2023-01-06')
    const bare = await pageOf('yi-2021')
    expect(toldOf(bare)).toEqual([
      '乙县政府工作报告',
      null,
      '2021',
      '乙县',
      'https://example.org/y/reports/yi-2021',
    ])
    expect([metaOf(bare, 'article:published_time'), metaOf(bare, 'description')]).toEqual([
      null,
      '政府工作报告',
    ])
    expect(metaOf(await pageOf('yi-2021', {}, visit), 'citation_public_url')).toBeNull()
    const report = { ...((await searcher.report('yi-2021')) as Report), title: '乙县政府工作报告' }
    expect(metaOf(await pageOf('yi-2021', { report }), 'citation_title')).toBe('乙县政府工作报告')
  })

  it('leads to what the other years say otherwise, the older first', async () => {
    const others = catalog.reports.filter(({ id }) => id === 'jia-2022')
    expect(await pageOf('jia-2023', { others })).toContain(
      'href="/y/changes?a=jia-2022&amp;b=jia-2023">web-changes-link 甲县 2022<',
    )
    const later = catalog.reports.filter(({ id }) => id === 'jia-2023')
    expect(await pageOf('jia-2022', { others: later })).toContain(
      'href="/y/changes?a=jia-2022&amp;b=jia-2023">web-changes-link 甲县 2023<',
    )
    expect(await pageOf('jia-2023')).not.toContain('changes-link')
  })

  it('says how many paragraphs hold what is looked for, and marks it', async () => {
    const report = (await searcher.report('jia-2023')) as Report
    const matches = new Map([[report.passages[2]?.id ?? '', [[0, 2]] as const]])
    const html = await pageOf('jia-2023', { question: '修建', matches })
    expect(wordsOf(html)).toContain('web-found-here 1')
    expect(html).toContain('<mark>修建</mark>水库。')
    expect(html).toMatch(/href="\/y\/passages\/[^"]*\?q=%E4%BF%AE%E5%BB%BA"/u)
    expect(await pageOf('jia-2023')).not.toMatch(/web-found-here|<mark/u)
  })

  it('explains its marks where it has figures', async () => {
    const report = (await searcher.report('jia-2023')) as Report
    const passages = report.passages.map(({ id }) => id)
    const stated = await searcher.backend.figures({ passages })
    const figures = new Map(stated.map(({ figure }) => [figure.passage, [figure]]))
    const html = await pageOf('jia-2023', { figures })
    expect(html).toContain('<span class="stated actual">3亿元</span>')
    expect(html).toContain('web-legend')
    expect(await pageOf('jia-2023')).not.toContain('web-legend')
  })
})

describe('a passage', () => {
  async function pageOf(at: number, props: Partial<PassagePageProps> = {}, by = whole): Promise<string> {
    const report = (await searcher.report('jia-2023')) as Report
    const passage = { ...(report.passages[at] as Report['passages'][number]), id: 'p' }
    const summary = catalog.reports.find(({ id }) => id === 'jia-2023') as Catalog['reports'][number]
    return String(
      PassagePage({ visit: by, passage, report, summary, hits: [], quoted: [], figures: [], ...props }),
    )
  }

  it('names where it stands', async () => {
    const trail = /<nav class="trail"[\s\S]*?<\/nav>/u.exec(await pageOf(1))?.[0] ?? ''
    expect(wordsOf(trail).join(' ')).toBe(
      '[甲县 2023](/y/reports/jia-2023)一、2022年工作回顾（一）产业1.旅游',
    )
    expect(/<title>([^<]*)</u.exec(await pageOf(1))?.[1]).toMatch(/^甲县 2023 · .*paragraph 2 · web-name$/u)
  })

  it.each([
    [0, ['[2]', '旅游收入3亿元。']],
    [1, ['[1]', '各位代表：', '[3]', '修建水库。']],
    [2, ['[2]', '旅游收入3亿元。']],
  ])('has the paragraphs beside it: %i', async (at, beside) => {
    const context = /<section class="context"[\s\S]*?<\/section>/u.exec(await pageOf(at))?.[0] ?? ''
    const lines = wordsOf(context).filter((line) => line !== '⁂')
    expect(lines.slice(1, -1).map((line) => line.replace(/\(\/y\/passages.*\)/u, ''))).toEqual(beside)
    expect(lines.at(-1)).toBe(`[web-read-here](/y/reports/jia-2023#p${at + 1})`)
  })

  it('shows what a link points at, to people and to previews', async () => {
    const html = await pageOf(1, { quoted: [[0, 2], [4, 5]] }) // biome-ignore format: two ranges
    expect(html).toContain(
      '<mark class="quoted" id="mark">旅游</mark>收入<mark class="quoted">3</mark>亿元。',
    )
    expect(metaOf(html, 'description')).toBe('旅游……3')
    expect(metaOf(html, 'og:image')).toBe('https://example.org/y/cards/p.png?mark=0-2%2C4-5')
    expect(html).toContain('data-copy="“旅游……3”\n')
    expect(html).toContain('shape=square')
  })

  it('shows the whole where nothing is pointed at', async () => {
    const html = await pageOf(1)
    expect(metaOf(html, 'description')).toBe('旅游收入3亿元。')
    expect(metaOf(html, 'og:image')).toBe('https://example.org/y/cards/p.png')
    expect(html).not.toContain('<mark')
    expect(metaOf(await pageOf(1, {}, visit), 'og:image')).toBeNull()
  })

  it('has a description of two hundred characters', async () => {
    const report = (await searcher.report('jia-2023')) as Report
    const passage = { ...(report.passages[1] as Report['passages'][number]), text: '长'.repeat(201) }
    expect(metaOf(await pageOf(1, { passage }), 'description')).toBe(`${'长'.repeat(199)}…`)
  })

  it('has its citation in each form, the first open', async () => {
    const html = await pageOf(1)
    const formats = /<section class="formats"[\s\S]*?<\/section>/u.exec(html)?.[0] ?? ''
    expect([...formats.matchAll(/<details( open="")?>/gu)].map(([, open]) => open !== undefined)).toEqual([
      true,
      false,
      false,
      false,
    ])
    expect(formats).toContain('urldate = {2026-03-02}')
    expect(formats).toContain('href="/y/passages/p/citation.ris" download="p.ris"')
  })
})

it('trouble is told in its own words, and leads on', () => {
  const html = String(ErrorPage({ visit, trouble: 'passage' }))
  expect(wordsOf(html)).toEqual([
    'web-error-passage-title',
    'web-error-passage',
    '[web-home](/) · [web-nav-reports](/reports)',
  ])
  expect(metaOf(html, 'robots')).toBe('noindex')
})
