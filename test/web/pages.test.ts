import { parse } from 'parse5'
import { beforeAll, describe, expect, it } from 'vitest'
import { foldPhrase } from '../../src/text/normalizer.ts'
import { openSmallCorpus, report } from '../search/small-corpus.ts'
import { openTestSite, type TestSite } from './test-site.ts'

let site: TestSite
beforeAll(async () => {
  site = await openTestSite()
})

/** The text of the elements that show a passage, by its id. */
function shownPassages(html: string): [id: string, text: string][] {
  const found: [string, string][] = []
  walk(parse(html) as Node, (node) => {
    const id = node.attrs?.find(({ name }) => name === 'data-passage')?.value
    if (id !== undefined) found.push([id, textOf(node)])
  })
  return found
}

interface Node {
  readonly nodeName: string
  readonly value?: string
  readonly attrs?: readonly { readonly name: string; readonly value: string }[]
  readonly childNodes?: readonly Node[]
}

function walk(node: Node, visit: (node: Node) => void): void {
  visit(node)
  for (const child of node.childNodes ?? []) walk(child, visit)
}

function textOf(node: Node): string {
  let text = ''
  walk(node, ({ nodeName, value }) => {
    if (nodeName === '#text') text += value
  })
  return text
}

/** Every `href` of a page. */
function links(html: string): string[] {
  const found: string[] = []
  walk(parse(html) as Node, ({ attrs }) => {
    const href = attrs?.find(({ name }) => name === 'href')?.value
    if (href !== undefined) found.push(href)
  })
  return found
}

const ask = (question: string): string => `/search?q=${encodeURIComponent(question)}`

describe('a report', () => {
  it('shows every paragraph character for character, each with its anchor', async () => {
    const { reports } = await site.searcher.catalog()
    for (const { id } of reports) {
      const html = await site.text(`/reports/${id}`)
      const report = await site.searcher.report(id)
      expect(shownPassages(html)).toEqual(report?.passages.map((passage) => [passage.id, passage.text]))
      for (const { paragraph } of report?.passages ?? []) expect(html).toContain(`id="p${paragraph}"`)
    }
  })

  it('marks what is looked for in it, and the words stay whole', async () => {
    const html = await site.text(`/reports/yining-2023?q=${encodeURIComponent('旅游收入')}`)
    expect(/<mark>旅游收入/.test(html)).toBe(true)
    const report = await site.searcher.report('yining-2023')
    expect(shownPassages(html)).toEqual(report?.passages.map(({ id, text }) => [id, text]))
  })

  it('names its particulars for reference managers', async () => {
    const html = await site.text('/reports/yining-2023')
    expect(html).toContain('<meta name="citation_publication_date" content="2023/01/12"/>')
    expect(html).toContain('<meta name="citation_author" content="哈米提·阿克木"/>')
  })
})

describe('a search', () => {
  it('shows runs of the passages, with … where they are cut', async () => {
    const html = await site.text(ask('伊宁市旅游收入'))
    const shown = shownPassages(html)
    expect(shown.length).toBeGreaterThan(5)
    for (const [id, text] of shown) {
      const whole = (await site.searcher.passage(id))?.passage.text ?? ''
      expect(whole).toContain(text.replace(/^…|…$/g, ''))
    }
  })

  it('says so when nothing answers directly', async () => {
    const html = await site.text(ask('伊宁市游客满意度第三方测评'))
    expect(html).toMatch(/没有直接对应的段落|没有找到相关段落/)
  })

  it.each([
    ['first', ask('发展'), /rel="next"/, /rel="prev"/],
    ['last', `${ask('发展')}&page=2`, /rel="prev"/, /第 1 页/],
  ])('pages through the hits: the %s page', async (_name, path, has, hasNot) => {
    const html = await site.text(path)
    expect(html).toMatch(has)
    expect(html).not.toMatch(hasNot)
  })

  it('asks within one report, and back again', async () => {
    const html = await site.text(`${ask('就业')}&report=yining-2023`)
    expect(html).toContain('取消筛选')
    for (const [id] of shownPassages(html)) expect(id).toMatch(/^yining-2023_/)
  })

  it('goes home without a question', async () => {
    const response = await site.get('/search?q=%20')
    expect([response.status, response.headers.get('location')]).toEqual([302, '/yinju/'])
  })

  it('tells first who says a phrase and how often, where that is asked', async () => {
    const html = await site.text(ask('哪些报告提到“乡村振兴”'))
    expect(/份报告中有 \d+ 份提到/.test(html)).toBe(true)
  })

  it('tells first what the reports state in figures', async () => {
    const html = await site.text(ask('伊宁市旅游收入是多少'))
    expect(html.indexOf('56.4亿元') < html.indexOf('class="hit"')).toBe(true)
    expect(html.includes('<span class="kind actual">实绩</span>')).toBe(true)
  })

  it('tells the verdict on a pasted quote', async () => {
    const html = await site.text(ask('坚定不移落实“外防输入、内防反弹”总策略，坚定不移贯彻“动态清零”总路线'))
    expect(html).toContain('与原文有出入')
    expect(html).toMatch(/<ins>方针<\/ins><del>路线<\/del>|<del>路线<\/del><ins>方针<\/ins>/)
  })
})

describe('a passage', () => {
  it('shows the characters that a link points at', async () => {
    const { hits } = await site.searcher.search('伊宁市旅游收入')
    const [hit] = hits
    const at = hit?.passage.text.indexOf('旅游收入') ?? -1
    const html = await site.text(`/passages/${hit?.passage.id}?mark=${at}-${at + 4}`)
    expect(/<mark class="quoted" id="mark">旅游收入<\/mark>/.test(html)).toBe(true)
    expect(html).toContain('<meta name="description" content="旅游收入"/>')
  })

  it.each(['9-5', '0-0', 'a-b', '1-', '-1', '999999-9999999', '5-3,,7'])(
    'leaves out a range that is none: %s',
    async (mark) => {
      const { hits } = await site.searcher.search('旅游收入')
      const html = await site.text(`/passages/${hits[0]?.passage.id}?mark=${mark}`)
      expect(html).not.toContain('<mark')
    },
  )

  it.each([
    ['txt', 'text/plain', /\[R\/OL\].*\[2026-03-02\]\. https:\/\/example\.org\/yinju\/passages\//],
    ['bib', 'application/x-bibtex', /urldate = \{2026-03-02\}/],
    [
      'ris',
      'application/x-research-info-systems',
      /^TY {2}- RPRT\r\n[\s\S]*Y2 {2}- 2026\/03\/02\r\nER {2}- \r\n$/,
    ],
    ['json', 'application/vnd.citationstyles.csl+json', /"date-parts": \[/],
  ])('gives its citation as %s', async (ending, type, content) => {
    const { hits } = await site.searcher.search('旅游收入')
    const response = await site.get(`/passages/${hits[0]?.passage.id}/citation.${ending}`)
    expect(response.headers.get('content-type')).toBe(`${type}; charset=utf-8`)
    expect(await response.text()).toMatch(content)
  })
})

describe('the quote check', () => {
  const check = async (fields: Readonly<Record<string, string | File>>): Promise<string> => {
    const body = new FormData()
    for (const [name, value] of Object.entries(fields)) body.set(name, value)
    const response = await site.app.request('/verify', { method: 'POST', body })
    expect(response.status).toBe(200)
    return await response.text()
  }

  it.each([
    ['supported', '2022年，伊宁市旅游收入达到56.4亿元', '与报告一致 ✓'],
    ['verbatim', '伊宁市实现旅游收入56.4亿元', '与原文一致 ✓'],
    [
      'contradicted',
      '2022年，伊宁市实现旅游收入99亿元',
      '✗ 与报告不符：伊宁市2022年旅游收入56.4亿元（实绩）',
    ],
    ['contradicted', '昭苏县2024年一般公共预算收入增长10%', '“增长10%”是昭苏县2025年的目标。'],
    ['not-found', '贵阳市建成五座跨江大桥', '没有找到这段引文'],
  ])('says %s of %s', async (standing, text, words) => {
    const html = await check({ text })
    expect([...html.matchAll(/class="verdict ([^"]*)"/gu)].map(([, is]) => is)).toEqual([standing])
    expect(html).toContain(words)
  })

  it('keeps the words in the field', async () => {
    expect(
      (await check({ text: '旅游</textarea>收入' })).includes('旅游&lt;/textarea&gt;收入</textarea>'),
    ).toBe(true)
  })

  it('reads a draft that comes as a file, and places each sentence', async () => {
    const draft = '2022年，伊宁市实现旅游收入56.4亿元。贵阳市建成五座跨江大桥。\n'
    const html = await check({ text: '', draft: new File([draft], '稿件.md') })
    expect(html).toContain('1 句有据 · 0 句与报告不符 · 1 句未见于报告')
  })

  it('sends a checked draft as a Word document', async () => {
    const body = new FormData()
    body.set('text', '2022年，伊宁市实现旅游收入99亿元。')
    body.set('as', 'docx')
    const response = await site.app.request('/verify', { method: 'POST', body })
    const bytes = new Uint8Array(await response.arrayBuffer())
    expect(Buffer.from(bytes.subarray(0, 2)).toString()).toBe('PK')
    expect(response.headers.get('content-disposition')).toContain('.docx')
  })

  it('says so when a file cannot be read', async () => {
    const body = new FormData()
    body.set('draft', new File([new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3])], 'old.doc'))
    const response = await site.app.request('/verify', { method: 'POST', body })
    expect([response.status, (await response.text()).includes('无法读取这个文件')]).toEqual([422, true])
  })
})

describe('a long list of changes', () => {
  it('comes in pages, and by kinds', async () => {
    const path = '/changes?a=yining-2023&b=xinyuan-2023'
    const html = await site.text(path)
    expect(html.match(/class="change /g)?.length).toBe(80)
    expect(html.includes('rel="next"')).toBe(true)
    const figures = await site.text(`${path}&kind=figure`)
    expect(figures.includes('class="change figure"') && !figures.includes('class="change new"')).toBe(true)
  })
})

describe('a changed sentence', () => {
  it('marks what was dropped, and nothing that both reports say', async () => {
    const made = (year: number, length: number) =>
      report(`yunling-${year}`, { place: '云岭县', level: '县', year }, [`新修公路${length}公里。`])
    const searcher = await openSmallCorpus([made(2023, 5), made(2024, 8)])
    const own = await openTestSite({ searcher: () => searcher })
    const html = await own.text('/changes?a=yunling-2023&b=yunling-2024')
    expect(html).toMatch(/新修公路<del>5<\/del><ins>8<\/ins>公里。/u)
  })
})

describe('links', () => {
  it('begin with the path of PUBLIC_URL and lead somewhere', async () => {
    const pages = ['/', ask('伊宁市旅游收入'), '/reports', '/reports/wuqia-2023', '/about', '/verify']
    const seen = new Set<string>()
    for (const page of pages) {
      for (const href of links(await site.text(page))) {
        if (/^https:\/\/(?:t\.me|example\.org)\/|^#/.test(href)) continue
        expect(href).toMatch(/^\/yinju\//)
        seen.add(href.replace(/#.*$/, ''))
      }
    }
    for (const href of [...seen].filter((one) => !one.includes('/passages/')).slice(0, 60)) {
      expect([href, (await site.get(href)).status]).toEqual([href, 200])
    }
  })

  it('keep a language that was chosen, and no other', async () => {
    expect(
      links(await site.text('/reports?lang=en')).filter((href) => href.includes('/reports/'))[0],
    ).toMatch(/\?lang=en$/)
    expect(await site.text('/reports')).not.toMatch(/href="[^"]*reports\/[^"]*lang=/)
  })

  it('are named to search engines with the address from outside', async () => {
    const sitemap = await site.text('/sitemap.xml')
    expect(sitemap).toContain('<loc>https://example.org/yinju/reports/yining-2023</loc>')
    expect(await site.text('/robots.txt')).toContain('Sitemap: https://example.org/yinju/sitemap.xml')
  })

  it.each([
    ['/figures', 'https://example.org/yinju/figures'],
    ['/figures?q=%E6%97%85%E6%B8%B8%E6%94%B6%E5%85%A5', null],
  ])('are one for the empty form, and none for what is asked: %s', async (path, canonical) => {
    const html = await site.text(path)
    expect(/rel="canonical" href="([^"]*)"/u.exec(html)?.[1] ?? null).toBe(canonical)
  })

  it('need no public address', async () => {
    const local = await openTestSite({ publicUrl: null, botUsername: () => null })
    expect((await local.get('/sitemap.xml')).status).toBe(404)
    const html = await local.text('/reports/yining-2023')
    expect(html).not.toMatch(/rel="canonical"|og:url|t\.me/)
  })
})

describe('the language', () => {
  it.each([
    ['zh-CN,zh;q=0.9,en;q=0.8', 'zh-Hans', '检索'],
    ['zh-TW,zh;q=0.9', 'zh-Hant', '檢索'],
    ['zh-Hant-HK', 'zh-Hant', '檢索'],
    ['zh-mo', 'zh-Hant', '檢索'],
    ['en', 'en', 'Search'],
    ['en;q=0, zh', 'zh-Hans', '检索'],
    ['de;q=0.5, *', 'zh-Hans', '检索'],
    ['en-GB,en;q=0.9', 'en', 'Search'],
    ['de-DE,de;q=0.9', 'en', 'Search'],
    ['de, zh;q=0.5', 'zh-Hans', '检索'],
    ['', 'zh-Hans', '检索'],
    ['*', 'zh-Hans', '检索'],
  ])('of %j is %s', async (accepted, tag, word) => {
    const response = await site.get('/', { 'accept-language': accepted })
    expect(response.headers.get('content-language')).toBe(tag)
    expect(await response.text()).toContain(word)
  })

  it('of the address wins', async () => {
    expect(await site.text('/?lang=zh-hant')).toContain('<html lang="zh-Hant">')
  })

  it('has every text in each language', async () => {
    for (const lang of ['zh-hans', 'zh-hant', 'en']) {
      const paths = [
        '/',
        '/search?q=x',
        ask('发展'),
        '/reports',
        '/reports/yining-2023',
        '/verify',
        '/about',
        '/no',
      ]
      for (const path of paths) {
        const joined = `${path}${path.includes('?') ? '&' : '?'}lang=${lang}`
        expect([joined, (await site.get(joined)).status]).toEqual([joined, path === '/no' ? 404 : 200])
      }
    }
    expect(site.errors).toEqual([])
  })
})

it('finds in the pages what the passages hold', async () => {
  const html = await site.text(ask('“稳定就业”'))
  for (const [id] of shownPassages(html)) {
    const text = (await site.searcher.passage(id))?.passage
    expect(foldPhrase(`${text?.section.join('')}${text?.text}`)).toContain('稳定就业')
  }
})

describe('what reports say side by side', () => {
  it('tells results and targets apart, and has each passage copied with its source', async () => {
    const html = await site.text('/compare?q=粮食安全')
    const articles = html.split('<article>').slice(1)
    const labelled = articles.filter((one) => /class="kind (?:actual|target)"/u.test(one))
    expect(labelled.length).toBeGreaterThan(0)
    expect(labelled.length).toBeLessThan(articles.length)
    for (const one of articles) expect(one).toMatch(/data-copy="“[^”][^"]*\n[^"]*政府工作报告/u)
  })

  it('has each figure of a table copied with its source', async () => {
    const html = await site.text('/figures?q=各县旅游收入对比')
    const rows = [...html.matchAll(/<td class="words">[\s\S]*?<\/td>/gu)].map(([row]) => row)
    expect(rows.length).toBeGreaterThan(0)
    for (const row of rows) {
      const words = /<q[^>]*>([^<]*)<\/q>/u.exec(row)?.[1]
      expect(row).toContain(`data-copy="“${words}”\n`)
    }
  })
})
