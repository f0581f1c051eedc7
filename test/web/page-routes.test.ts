/** Which page answers which address, and what it is given of the address. */
import { beforeAll, describe, expect, it } from 'vitest'
import type { Searcher } from '../../src/search/searcher.ts'
import { openSmallCorpus, report } from '../search/small-corpus.ts'
import { openTestSite, type TestSite } from './test-site.ts'
import { wordsOf } from './words-of.ts'

const QUOTE = '治理河道三十公里，修建水渠十二条，不搞重复建设。'
let searcher: Searcher
let site: TestSite
beforeAll(async () => {
  searcher = await openSmallCorpus([
    report('jia-2023', { place: '甲县', level: '县' }, [
      '## 2022年工作回顾',
      '旅游收入达到3亿元，增长12%。',
      QUOTE,
      ...Array.from({ length: 11 }, (_, at) => `新修公路${at + 1}公里，惠及群众${at + 2}万人。`),
    ]),
    report('jia-2022', { place: '甲县', level: '县', year: 2022, reviews: 2021, plans: 2022 }, [
      '新修公路二十公里。',
    ]),
    report('yi-2023', { place: '乙县', level: '县' }, ['## 2022年工作回顾', '种树造林三万亩。']),
  ])
  site = await openTestSite({ searcher: () => searcher })
})

const address = (path: string, parameters: Readonly<Record<string, string>>): string =>
  `${path}?${new URLSearchParams(parameters)}`
const search = (parameters: Readonly<Record<string, string>>): Promise<string> =>
  site.text(address('/search', parameters))
const idsOf = (html: string): string[] =>
  [...html.matchAll(/<article class="hit" id="([^"]+)"/gu)].map(([, id = '']) => id)

describe('a search', () => {
  it('without a question leads to the way in', async () => {
    for (const q of ['', ' ']) {
      const response = await site.get(address('/search', { q }))
      expect([response.status, response.headers.get('location')]).toEqual([302, '/yinju/'])
    }
    expect((await site.get('/search')).status).toBe(302)
  })

  it('has ten hits a page, the next ones on the next', async () => {
    const [first, second] = [
      idsOf(await search({ q: '新修公路' })),
      idsOf(await search({ q: '新修公路', page: '2' })),
    ]
    expect([first.length, second.length]).toEqual([10, 2])
    expect(first.some((id) => second.includes(id))).toBe(false)
  })

  it('checks a quote, and names what is named, on its first page and where nothing narrows it', async () => {
    const isChecked = async (more: Readonly<Record<string, string>>): Promise<boolean> =>
      (await search({ q: QUOTE, ...more })).includes('class="verdict verbatim"')
    expect([await isChecked({}), await isChecked({ page: '2' }), await isChecked({ place: '甲县' })]).toEqual(
      [true, false, false],
    )
    const isNamed = async (more: Readonly<Record<string, string>>): Promise<boolean> =>
      (await search({ q: '乙县2023年政府工作报告', ...more })).includes('aria-label="直接打开"')
    const named = await search({ q: '乙县2023年政府工作报告' })
    expect(named).toContain('href="/yinju/reports/yi-2023"')
    expect([await isNamed({}), await isNamed({ page: '2' })]).toEqual([true, false])
  })
})

describe('a report', () => {
  it('is found by its id, or is none', async () => {
    expect((await site.get('/reports/yi-2023')).status).toBe(200)
    expect((await site.get('/reports/none-2023')).status).toBe(404)
  })

  it('leads to the others of its place, and not to itself', async () => {
    const links = (await site.text('/reports/jia-2023')).match(/\/changes\?a=[^"]*/gu)
    expect(links).toEqual(['/changes?a=jia-2022&amp;b=jia-2023'])
    expect(await site.text('/reports/yi-2023')).not.toContain('/changes?a=')
  })

  it('marks what is looked for in it alone', async () => {
    const html = await site.text(address('/reports/jia-2023', { q: '“新修公路”' }))
    expect(wordsOf(html).join()).toContain('11 段')
    expect(html.match(/<mark>新修公路<\/mark>/gu)).toHaveLength(11)
    expect(await site.text(address('/reports/jia-2023', { q: ' ' }))).not.toContain('<mark')
  })

  it('has its figures marked', async () => {
    expect(await site.text('/reports/jia-2023')).toContain('<span class="stated actual">3亿元</span>')
  })
})

describe('a passage', () => {
  const idOf = async (): Promise<string> => (await searcher.report('jia-2023'))?.passages[0]?.id ?? ''

  it('is found by its id, or is none', async () => {
    expect((await site.get(`/passages/${await idOf()}`)).status).toBe(200)
    expect((await site.get('/passages/jia-2023_0000000000')).status).toBe(404)
    expect((await site.get('/passages/jia-2023_0000000000/citation.txt')).status).toBe(404)
    expect((await site.get(`/passages/${await idOf()}/citation.xyz`)).status).toBe(404)
  })

  it('marks what was looked for, what a link points at, and its figures', async () => {
    const id = await idOf()
    expect(await site.text(address(`/passages/${id}`, { q: '旅游收入' }))).toContain('<mark>旅游收入</mark>')
    const html = await site.text(address(`/passages/${id}`, { mark: '0-2' }))
    expect(html).toContain('<mark class="quoted" id="mark">旅游</mark>')
    expect(html).toContain('<span class="stated actual">3亿元</span>')
  })

  it('gives its citation as a file of its own name', async () => {
    const id = await idOf()
    const { headers } = await site.get(`/passages/${id}/citation.ris`)
    expect(headers.get('content-disposition')).toBe(`attachment; filename="${id}.ris"`)
    expect(headers.get('content-type')).toBe('application/x-research-info-systems; charset=utf-8')
  })
})

describe('the check', () => {
  async function post(fields: Readonly<Record<string, string | File>>): Promise<Response> {
    const body = new FormData()
    for (const [name, value] of Object.entries(fields)) body.set(name, value)
    return await site.app.request('/verify', { method: 'POST', body })
  }

  it('takes words, or a file before them', async () => {
    expect(await (await post({ text: QUOTE })).text()).toContain('class="verdict verbatim"')
    const file = await (await post({ text: 'x', draft: new File([QUOTE], 'a.txt') })).text()
    expect(file).toContain('class="verdict verbatim"')
    const empty = await (await post({ text: QUOTE, draft: new File([], 'a.txt') })).text()
    expect(empty).toContain('class="verdict verbatim"')
  })

  it('says of nothing nothing, and of a form without words that it is none', async () => {
    expect(await (await post({ text: ' ' })).text()).not.toMatch(/class="verdict|class="notices"/u)
    expect((await post({ other: 'x' })).status).toBe(400)
    const headers = { 'content-type': 'multipart/form-data' }
    expect((await site.app.request('/verify', { method: 'POST', body: 'x', headers })).status).toBe(400)
  })

  it('sends a Word document where that is asked, of words', async () => {
    const response = await post({ text: QUOTE, as: 'docx' })
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="yinju-check.docx"')
    expect(response.headers.get('content-type')).toContain('wordprocessingml')
    for (const fields of [
      { text: ' ', as: 'docx' },
      { text: QUOTE, as: 'x' },
    ])
      expect((await post(fields)).headers.get('content-type')).toContain('text/html')
  })
})

it('what search engines are told needs an address from outside', async () => {
  expect((await site.get('/sitemap.xml')).headers.get('content-type')).toBe('application/xml; charset=utf-8')
  const local = await openTestSite({ searcher: () => searcher, publicUrl: null })
  expect((await local.get('/sitemap.xml')).status).toBe(404)
  expect(await local.text('/robots.txt')).not.toContain('Sitemap')
})

it('the list of reports takes a hundred characters of words', async () => {
  const html = await site.text(address('/reports', { w: ` ${'长'.repeat(101)} ` }))
  expect(html).toContain(`value="${'长'.repeat(100)}"`)
})

it('the page of the API shows lines that work as they stand', async () => {
  const html = await site.text('/api')
  const id = (await searcher.report((await searcher.catalog()).reports[0]?.id ?? ''))?.passages[0]?.id
  expect(html).toContain(`https://example.org/yinju/api/passages/${id}`)
  const local = await openTestSite({ searcher: () => searcher, publicUrl: null })
  expect(await local.text('http://a.example/api')).toContain('http://a.example/api/')
})
