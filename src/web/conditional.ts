/** Lets browsers and caches keep what does not change: an answer is the same as long as corpus and program are. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { createMiddleware } from 'hono/factory'
import type { WebEnvironment } from './environment.ts'

/** Read through for so long after the corpus has changed. */
const FRESH_S = 60

/** Answers 304 before any work is done when the visitor has the answer already. */
export const answerConditionally = createMiddleware<WebEnvironment>(async (c, next) => {
  if (c.req.method !== 'GET' && c.req.method !== 'HEAD') return await next()
  const { site, language, today, path, query } = c.get('visit')
  const { version } = await site.searcher().catalog()
  const parts = [version, programVersion(), language, today, site.botUsername(), path, query.toString()]
  // Weak: the time an answer took is told in it, and compression changes the bytes.
  const etag = `W/"${createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 24)}"`
  const headers = {
    etag,
    'cache-control': `public, max-age=${FRESH_S}`,
    vary: 'Accept-Language, Accept-Encoding',
  }
  if (isHeld(c.req.header('if-none-match'), etag)) return c.body(null, 304, headers)
  await next()
  if (c.res.status !== 200) return
  for (const [name, value] of Object.entries(headers)) c.header(name, value)
})

function isHeld(held: string | undefined, etag: string): boolean {
  const bare = (tag: string): string => tag.trim().replace(/^W\//, '')
  return (held ?? '').split(',').some((tag) => bare(tag) === bare(etag))
}

let program: string | null = null

/** Names the code that makes the pages, so that a new release is seen at once. */
function programVersion(): string {
  program ??= hashFolder(new URL('../', import.meta.url))
  return program
}

function hashFolder(folder: URL): string {
  const hash = createHash('sha256')
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  for (const name of names.filter((one) => /\.(?:[jt]sx?|ftl|css|txt)$/.test(one)).sort()) {
    hash.update(`${name}\n`).update(readFileSync(new URL(name, folder)))
  }
  return hash.digest('hex')
}
