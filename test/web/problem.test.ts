/** What a visitor is told when a request cannot be answered. */
import { HTTPException } from 'hono/http-exception'
import { describe, expect, it } from 'vitest'
import { BackendUnavailableError } from '../../src/search/backend.ts'
import { TroubleError } from '../../src/web/problem.tsx'
import { openTestSite } from './test-site.ts'

/** A site whose searcher fails like this. */
async function failing(error: unknown) {
  const site = await openTestSite()
  const searcher = {
    ...site.searcher,
    passage: () => Promise.reject(error),
  }
  return await openTestSite({ searcher: () => searcher })
}

describe('a failure', () => {
  it.each<[string, unknown, number, string | null, boolean]>([
    ['of the index', new BackendUnavailableError('cause 1'), 503, '5', true],
    ['of the program', new TypeError('cause 2'), 500, null, true],
    ['that a rule of the web has named', new HTTPException(413), 413, null, false],
    ['that it names as no other', new HTTPException(418), 400, null, false],
    ['of what is asked', new TroubleError('passage'), 404, null, false],
    ['that lasts a while', new TroubleError('unavailable'), 503, '5', false],
  ])('%s', async (_what, error, status, retry, isTold) => {
    for (const path of ['/passages/a-2020_0123456789', '/api/passages/a-2020_0123456789']) {
      const site = await failing(error)
      const response = await site.get(path)
      expect([response.status, response.headers.get('retry-after')]).toEqual([status, retry])
      expect(response.headers.get('cache-control')).toBe('no-store')
      const isForPrograms = path.startsWith('/api/')
      expect(response.headers.get('content-type')).toContain(
        isForPrograms ? 'application/problem+json' : 'text/html',
      )
      const text = await response.text()
      if (isForPrograms) expect(JSON.parse(text)).toMatchObject({ status, type: 'about:blank' })
      expect(text).not.toContain('cause')
      expect(site.errors).toEqual(isTold ? [error] : [])
    }
  })
})
