/** Holds back an address that asks too much, so that nobody else has to wait. */
import { createMiddleware } from 'hono/factory'
import { addressOf } from './address.ts'
import type { WebEnvironment } from './environment.ts'
import { tellTrouble } from './problem.tsx'

const RETRY_S = 5

export const limitRequests = createMiddleware<WebEnvironment>(async (c, next) => {
  const { site } = c.get('visit')
  const { limiter, limitPerMinute } = site
  if (limitPerMinute === 0) return await next()
  const policy = { 'ratelimit-policy': `"address";q=${limitPerMinute};w=60` }
  const verdict = await limiter.take({ key: `web:${addressOf(c)}`, perMinute: limitPerMinute })
  if (verdict !== 'ok')
    return tellTrouble(c, 'too-many', {
      headers: { ...policy, ratelimit: `"address";r=0;t=${RETRY_S}`, 'retry-after': String(RETRY_S) },
    })
  await next()
  for (const [name, value] of Object.entries(policy)) c.header(name, value)
})
