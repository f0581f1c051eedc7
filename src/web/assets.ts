/** The style sheet, the scripts and the icon: read once, and addressed by their content so that a browser may keep them for good. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createMiddleware } from 'hono/factory'

const FOLDER = new URL('./assets/', import.meta.url)
const TYPES = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
} as const
const NAMES = ['style.css', 'page.js', 'telegram.js', 'icon.svg'] as const
export type AssetName = (typeof NAMES)[number]

interface Asset {
  readonly body: Uint8Array<ArrayBuffer>
  readonly hash: string
  readonly type: string
}

const ASSETS: ReadonlyMap<string, Asset> = new Map(
  NAMES.map((name) => {
    const body = new Uint8Array(readFileSync(new URL(name, FOLDER)))
    const hash = createHash('sha256').update(body).digest('hex').slice(0, 10)
    return [name, { body, hash, type: TYPES[name.split('.')[1] as keyof typeof TYPES] }]
  }),
)

export function assetPath(name: AssetName): string {
  return `/assets/${ASSETS.get(name)?.hash}/${name}`
}

/** Serves `/assets/<hash>/<name>`; an old page's asset gets the new content, for a short while. */
export const serveAsset = createMiddleware(async (c, next) => {
  const asset = ASSETS.get(c.req.param('name') ?? '')
  if (asset === undefined) return await next()
  const isCurrent = c.req.param('hash') === asset.hash
  return c.body(asset.body, 200, {
    'content-type': asset.type,
    'content-length': String(asset.body.length),
    'cache-control': isCurrent ? 'public, max-age=31536000, immutable' : 'public, max-age=60',
  })
})
