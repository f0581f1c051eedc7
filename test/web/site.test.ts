/** Links, labels and what a browser may keep. */

import { describe, expect, it } from 'vitest'
import { sourceUrl } from '../../src/corpus/naming.ts'
import type { ReportMeta } from '../../src/corpus/report.ts'
import { clip } from '../../src/text/clip.ts'
import { assetPath } from '../../src/web/assets.ts'
import { isNarrowed, narrowQuery, readNarrowing } from '../../src/web/parts/narrowing.ts'
import { makeVisit } from '../../src/web/site.ts'
import { openTestSite, siteWith } from './test-site.ts'

async function visitWith(publicUrl: string | null, query = '') {
  const request = {
    t: (key: string) => key,
    language: 'en',
    path: '/',
    query: new URLSearchParams(query),
  } as const
  return makeVisit(await siteWith({ publicUrl }), request)
}

describe('a link', () => {
  it.each([
    ['https://example.org/yinju', '', '/search', { q: '旅游' }, '/yinju/search?q=%E6%97%85%E6%B8%B8'],
    ['https://example.org', '', '/search', {}, '/search'],
    [null, '', '/search', { q: 'x', page: null, year: '', to: undefined }, '/search?q=x'],
    [null, 'lang=en', '/search', { page: 2 }, '/search?lang=en&page=2'],
    [null, 'lang=en', '/reports/a#p7', {}, '/reports/a?lang=en#p7'],
    [null, '', '/reports/a#p7#x', {}, '/reports/a#p7'],
  ] as const)('at %s after %j to %s with %j is %s', async (publicUrl, query, path, parameters, link) => {
    expect((await visitWith(publicUrl, query)).to(path, parameters)).toBe(link)
  })

  it('from outside names the host and no language, and is none where no address is known', async () => {
    const visit = await visitWith('https://example.org/yinju/', 'lang=en')
    expect(visit.outside('/reports', { page: 2 })).toBe('https://example.org/yinju/reports?page=2')
    expect((await visitWith(null)).outside('/reports')).toBeNull()
  })

  it('is made on the day that it is in China', async () => {
    const site = await siteWith({ now: () => new Date('2026-03-01T16:00:00Z') })
    const request = {
      t: (key: string) => key,
      language: 'en',
      path: '/',
      query: new URLSearchParams(),
    } as const
    expect(makeVisit(site, request).today).toBe('2026-03-02')
    const before = { ...site, now: () => new Date('2026-03-01T15:59:59Z') }
    expect(makeVisit(before, request).today).toBe('2026-03-01')
  })
})

describe('a label', () => {
  it.each([
    ['全年接待游客', 6, '全年接待游客'],
    ['全年接待游客', 5, '全年接待…'],
    [' 全年\n 接待 ', 6, '全年 接待'],
    ['一二三𠮷五', 5, '一二三…'],
    ['一二三𠮷', 5, '一二三𠮷'],
  ])('%j has of %i characters %j', (text, units, label) => {
    expect(clip(text, units)).toBe(label)
  })

  it.each([
    ['https://a.org/x', 'https://a.org/x'],
    ['http://a.org', 'http://a.org/'],
    ['ftp://a.org/x', null],
    ['javascript:alert(1)', null],
    ['http://localhost/x', null],
    ['a.org/x', null],
    ['', null],
  ])('links to the source %s as %s', (url, link) => {
    expect(sourceUrl({ url } as ReportMeta)).toBe(link)
  })
})

describe('filters of a link', () => {
  it.each([
    ['place=伊宁市', { place: '伊宁市' }, '地区:伊宁市 旅游'],
    ['year=2023', { year: '2023' }, '年份:2023 旅游'],
    ['report=yining-2023', { report: 'yining-2023' }, '报告:yining-2023 旅游'],
    ['place=伊宁市&year=2023', { place: '伊宁市', year: '2023' }, '地区:伊宁市 年份:2023 旅游'],
    ['place=a b&year=203&report=A_b', {}, '旅游'],
    [`place=${'州'.repeat(31)}&year=2199&report=${'a'.repeat(41)}`, {}, '旅游'],
  ])('%s', (query, read, question) => {
    const narrowing = readNarrowing(new URLSearchParams(query))
    expect(narrowing).toEqual({ place: null, year: null, report: null, ...read })
    expect(narrowQuery('旅游', narrowing)).toBe(question)
    expect(isNarrowed(narrowing)).toBe(Object.keys(read).length > 0)
  })
})

describe('what a browser keeps', () => {
  it.each([
    ['style.css', 'text/css; charset=utf-8'],
    ['page.js', 'text/javascript; charset=utf-8'],
    ['icon.svg', 'image/svg+xml'],
  ] as const)(
    '%s for good under the address of its content, and under another for a minute',
    async (name, type) => {
      const site = await openTestSite()
      const { headers } = await site.get(`/yinju${assetPath(name)}`)
      expect([headers.get('content-type'), headers.get('cache-control')]).toEqual([
        type,
        'public, max-age=31536000, immutable',
      ])
      const old = await site.get(`/yinju/assets/0000000000/${name}`)
      expect(old.headers.get('cache-control')).toBe('public, max-age=60')
      expect((await old.arrayBuffer()).byteLength).toBe(Number(headers.get('content-length')))
    },
  )

  it('no file that is not there, and no other folder', async () => {
    const site = await openTestSite()
    for (const name of ['none.css', '..%2Ftexts.ts', 'style'])
      expect((await site.get(`/assets/x/${name}`)).status).toBe(404)
  })
})

describe('a page of another origin', () => {
  it.each([
    [['*'], 'https://a.example', '*'],
    [['https://a.example', 'https://b.example'], 'https://b.example', 'https://b.example'],
    [['https://a.example'], 'https://b.example', null],
    [[], 'https://a.example', null],
  ])('where %j may ask: %s is told %s', async (corsOrigins, origin, allowed) => {
    const { headers } = await (await openTestSite({ corsOrigins })).get('/api/reports', { origin })
    expect(headers.get('access-control-allow-origin')).toBe(allowed)
  })
})

describe('work that takes long', () => {
  it.each([
    ['/compare?q=x', true],
    ['/api/changes?a=x&b=y', true],
    ['/cards/x.png', true],
    ['/search?q=x', false],
    ['/api/comparex', false],
  ])('%s has a smaller share of its own: %s', async (path, isHeavy) => {
    const taken: { key: string; perMinute: number }[] = []
    const limiter = {
      take: async (bucket: { key: string; perMinute: number }) => {
        taken.push(bucket)
        return 'ok' as const
      },
    }
    const site = await openTestSite({ limitPerMinute: 11, limiter })
    await site.get(path)
    expect(taken.map(({ key, perMinute }) => [key.split(':')[0], perMinute])).toEqual([
      ['web', 11],
      ...(isHeavy ? [['web-heavy', 3]] : []),
    ])
  })

  it('is done for anybody where there is no limit', async () => {
    const limiter = { take: async () => 'again' as const }
    expect((await (await openTestSite({ limiter })).get('/reports')).status).toBe(200)
    expect((await (await openTestSite({ limiter, limitPerMinute: 1 })).get('/reports')).status).toBe(429)
  })
})
