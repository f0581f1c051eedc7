/** What search engines are told: which pages there are, and which to leave alone. */
import type { Catalog } from '../search/backend.ts'
import type { Visit } from './site.ts'

/** A sitemap may name no more. */
const MAX_ADDRESSES = 50_000

/** null without a public address: a sitemap needs whole ones. */
export function sitemap(visit: Visit, { reports }: Catalog): string | null {
  const paths = ['/', '/reports', '/about', ...reports.map(({ id }) => `/reports/${id}`)]
  const addresses = paths.slice(0, MAX_ADDRESSES).map((path) => visit.outside(path))
  if (addresses[0] === null) return null
  const entries = addresses.map((address) => `<url><loc>${address}</loc></url>`)
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ...entries,
    '</urlset>',
    '',
  ].join('\n')
}

/** Answers to questions are without number; reports and passages are not. */
export function robotsText(visit: Visit): string {
  const { prefix } = visit
  const sitemapAddress = visit.outside('/sitemap.xml')
  return [
    'User-agent: *',
    ...['/search', '/verify', '/figures', '/count', '/compare', '/changes', '/api/'].map(
      (path) => `Disallow: ${prefix}${path}`,
    ),
    ...(sitemapAddress === null ? [] : [`Sitemap: ${sitemapAddress}`]),
    '',
  ].join('\n')
}
