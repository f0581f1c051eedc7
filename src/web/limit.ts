/** Holds back an address that asks too much, so that nobody else has to wait. */
import { createMiddleware } from 'hono/factory'
import { addressOf } from './address.ts'
import type { WebEnvironment } from './environment.ts'
import { RETRY_S, tellTrouble } from './problem.tsx'

/** Comparisons of whole reports, drafts, and pictures. */
const HEAVY = /^(?:(?:\/api)?\/(?:changes|compare|concordance|verify)|\/(?:cards|charts)\/.*)$/
const HEAVY_FACTOR = 5

export const limitRequests = createMiddleware<WebEnvironment>(async (c, next) => {
  const { site } = c.get('visit')
  const { limiter, limitPerMinute } = site
  if (limitPerMinute === 0) return await next()
  const policy = { 'ratelimit-policy': `"address";q=${limitPerMinute};w=60` }
  const address = addressOf(c)
  const buckets = [{ key: `web:${address}`, perMinute: limitPerMinute }]
  // What takes much work has a smaller bucket of its own.
  if (HEAVY.test(c.get('visit').path) && c.req.method !== 'HEAD')
    buckets.push({ key: `web-heavy:${address}`, perMinute: Math.ceil(limitPerMinute / HEAVY_FACTOR) })
  const verdicts = await Promise.all(buckets.map((bucket) => limiter.take(bucket)))
  if (verdicts.some((verdict) => verdict !== 'ok'))
    return tellTrouble(c, 'too-many', { headers: { ...policy, ratelimit: `"address";r=0;t=${RETRY_S}` } })
  await next()
  for (const [name, value] of Object.entries(policy)) c.header(name, value)
})
