/** The five reports behind the pages, asked without a server. */
import { openPictures } from '../../src/pictures/pictures.ts'
import type { Searcher } from '../../src/search/searcher.ts'
import { createMemoryLimiter } from '../../src/state/limits.ts'
import { createWebApp } from '../../src/web/app.ts'
import type { WebApp } from '../../src/web/environment.ts'
import type { Site } from '../../src/web/site.ts'
import { openFiveReports } from '../five-reports.ts'

export interface TestSite {
  readonly app: WebApp
  readonly searcher: Searcher
  /** What went wrong, as the operator is told. */
  readonly errors: unknown[]
  /** Asks for a page as a Chinese browser does. */
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Response>
  text(path: string, headers?: Readonly<Record<string, string>>): Promise<string>
}

/** What the pages are made from: the five reports, and whatever a test needs otherwise. */
export async function siteWith(changes: Partial<Site> = {}): Promise<Site> {
  const searcher = changes.searcher?.() ?? (await openFiveReports())
  return {
    searcher: () => searcher,
    publicUrl: 'https://example.org/yinju',
    botUsername: () => 'example_bot',
    pictures: openPictures(() => undefined),
    limiter: createMemoryLimiter(),
    limitPerMinute: 0,
    corsOrigins: [],
    now: () => new Date('2026-03-01T20:00:00Z'),
    onError: () => {},
    mcp: async () => new Response(null, { status: 501 }),
    ...changes,
  }
}

export async function openTestSite(changes: Partial<Site> = {}): Promise<TestSite> {
  const errors: unknown[] = []
  const site = await siteWith({ onError: (error) => errors.push(error), ...changes })
  const app = createWebApp(site)
  const get: TestSite['get'] = async (path, headers = {}) =>
    await app.request(path, { headers: { 'accept-language': 'zh-CN', ...headers } })
  return {
    app,
    searcher: site.searcher(),
    errors,
    get,
    text: async (path, headers) => await (await get(path, headers)).text(),
  }
}
