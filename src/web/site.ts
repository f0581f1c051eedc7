/** Where the pages live and how they link to each other: what an operator says of the site, and one visit's links. */
import type { Pictures } from '../pictures/pictures.ts'
import type { Searcher } from '../search/searcher.ts'
import type { Limiter } from '../state/limits.ts'
import type { Language, Translate } from '../text/translate.ts'

/** What the pages are made from. Everything that can change while they are served is a function. */
export interface Site {
  /** The searcher of this moment, over a corpus that may be read anew. */
  readonly searcher: () => Searcher
  /** Address from outside (PUBLIC_URL), without a final slash; null when it is not known. Its path is put before every link. */
  readonly publicUrl: string | null
  /** Name of the bot in Telegram, or null when there is none. */
  readonly botUsername: () => string | null
  /** Draws quote cards and charts; null where the packages for it are not installed. */
  readonly pictures: Pictures | null
  readonly limiter: Limiter
  /** Requests a minute of one address; 0 for no limit. */
  readonly limitPerMinute: number
  /** Origins whose pages may ask the API from a browser: `*` or a list; empty for none. */
  readonly corsOrigins: readonly string[]
  /** Answers the protocol of language models' tools at /mcp. */
  readonly mcp: (request: Request) => Promise<Response>
  /** The clock, for the day of access in citations. */
  readonly now: () => Date
  /** Told of what goes wrong; the visitor sees only that something did. */
  readonly onError: (error: unknown) => void
}

/** Whether quote cards and charts can be linked to. */
export function hasPictures({ pictures }: Pick<Site, 'pictures'>): boolean {
  return pictures?.isAvailable() === true
}

export type Parameters = Readonly<Record<string, string | number | null | undefined>>

/** One visit: the language, and the links that keep it. */
export interface Visit {
  readonly site: Site
  readonly t: Translate
  readonly language: Language
  /** What was asked for, without the prefix: `/search`. */
  readonly path: string
  readonly query: URLSearchParams
  /** Day of the visit, ISO 8601. */
  readonly today: string
  /** What the site's own paths begin with: the path of PUBLIC_URL. */
  readonly prefix: string
  /** A link within the site: with the prefix, and with the language when the visitor chose it. */
  readonly to: (path: string, parameters?: Parameters) => string
  /** The address from outside, in no particular language; null when PUBLIC_URL is not set. */
  readonly outside: (path: string, parameters?: Parameters) => string | null
}

/** The path of PUBLIC_URL: `/yinju` of https://example.org/yinju; '' where it has none. */
export function prefixOf(publicUrl: string | null): string {
  return publicUrl === null ? '' : new URL(publicUrl).pathname.replace(/\/+$/, '')
}

export function makeVisit(site: Site, request: Pick<Visit, 't' | 'language' | 'path' | 'query'>): Visit {
  const prefix = prefixOf(site.publicUrl)
  const chosen = request.query.has('lang') ? request.language : null
  return {
    ...request,
    site,
    prefix,
    today: isoDay(site.now()),
    to: (path, parameters = {}) => prefix + withQuery(path, { lang: chosen, ...parameters }),
    outside: (path, parameters = {}) =>
      site.publicUrl === null ? null : new URL(site.publicUrl).origin + prefix + withQuery(path, parameters),
  }
}

/** The parameters that are set, before the fragment of the path where it has one. */
function withQuery(path: string, parameters: Parameters): string {
  const [address = '', fragment] = path.split('#')
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== null && value !== undefined && value !== '') query.set(name, String(value))
  }
  const search = query.size === 0 ? '' : `?${query}`
  return `${address}${search}${fragment === undefined ? '' : `#${fragment}`}`
}

/** The calendar day where the reports are read: China keeps one time, eight hours before UTC. */
function isoDay(now: Date): string {
  return new Date(now.getTime() + 8 * 3_600_000).toISOString().slice(0, 10)
}
