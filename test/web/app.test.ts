/** What every request passes: the path in front, the size of what is sent, the methods that are taken. */
import { describe, expect, it } from 'vitest'
import { openSmallCorpus } from '../search/small-corpus.ts'
import { openTestSite } from './test-site.ts'

const searcher = await openSmallCorpus()
const siteAt = (publicUrl: string | null) => openTestSite({ searcher: () => searcher, publicUrl })

describe('a path', () => {
  it.each([
    ['https://example.org/yinju', '/yinju', 200],
    ['https://example.org/yinju', '/yinju/', 200],
    ['https://example.org/yinju', '/yinju/about', 200],
    ['https://example.org/yinju', '/about', 200],
    ['https://example.org/yinju', '/yinjuabout', 404],
    ['https://example.org', '/about', 200],
    ['https://example.org', '/yinju/about', 404],
    [null, '/about', 200],
  ])('below %s: %s is answered %i', async (publicUrl, path, status) => {
    expect((await (await siteAt(publicUrl)).get(path)).status).toBe(status)
  })
})

describe('what is sent', () => {
  it('has 4 MB, and no more', async () => {
    const { app } = await siteAt(null)
    const send = async (bytes: number): Promise<number> =>
      (await app.request('/api/verify', { method: 'POST', body: 'x'.repeat(bytes) })).status
    const MB4 = 4 * 1024 * 1024
    expect([await send(MB4), await send(MB4 + 1)]).toEqual([400, 413])
  })

  it('is told so where nothing takes it', async () => {
    const response = await (await siteAt(null)).app.request('/about', { method: 'POST', body: 'x' })
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD'])
    expect((await (await siteAt(null)).get('/nowhere')).status).toBe(404)
  })
})

it('an answer names its language', async () => {
  const response = await (await siteAt(null)).get('/about?lang=en')
  expect(response.headers.get('content-language')).toBe('en')
  expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
})
