/** What search engines are told of. */
import { expect, it } from 'vitest'
import type { Catalog } from '../../src/search/backend.ts'
import { robotsText, sitemap } from '../../src/web/sitemap.ts'
import { madeVisit } from './made-visit.ts'

const catalogOf = (count: number): Catalog =>
  ({ reports: Array.from({ length: count }, (_, at) => ({ id: `r-${at}` })) }) as unknown as Catalog
const addressesIn = (xml: string | null): string[] =>
  [...(xml ?? '').matchAll(/<loc>([^<]*)<\/loc>/gu)].map(([, address = '']) => address)

it('the pages that do not change, and each report', async () => {
  const visit = await madeVisit({ publicUrl: 'https://example.org/y' })
  const xml = sitemap(visit, catalogOf(2))
  expect(addressesIn(xml)).toEqual(
    ['/', '/reports', '/about', '/reports/r-0', '/reports/r-1'].map((path) => `https://example.org/y${path}`),
  )
  expect(xml).toMatch(/^<\?xml[\s\S]*<\/urlset>\n$/u)
})

it('no more than fifty thousand', async () => {
  const visit = await madeVisit({ publicUrl: 'https://example.org' })
  expect(addressesIn(sitemap(visit, catalogOf(50_001)))).toHaveLength(50_000)
})

it('nothing without an address from outside', async () => {
  expect(sitemap(await madeVisit(), catalogOf(2))).toBeNull()
})

it('to leave alone what answers questions', async () => {
  const lines = robotsText(await madeVisit({ publicUrl: 'https://example.org/y' })).split('\n')
  expect(lines).toContain('Disallow: /y/search')
  expect(lines).toContain('Disallow: /y/api/')
  expect(lines).toContain('Sitemap: https://example.org/y/sitemap.xml')
  expect(robotsText(await madeVisit())).not.toContain('Sitemap')
})
