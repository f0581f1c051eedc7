/** The API on the application: checks what is asked, answers in JSON, and tells what is wrong as problem details. */
import { cors } from 'hono/cors'
import type { ZodError } from 'zod'
import type { WebApp, WebContext } from '../environment.ts'
import { TroubleError } from '../problem.tsx'
import type { Site } from '../site.ts'
import { ENDPOINTS, type Endpoint, FileAnswer } from './endpoints.ts'
import { describeApi } from './openapi.ts'

export function addApi(app: WebApp, site: Site): void {
  if (site.corsOrigins.length > 0) {
    const origin = site.corsOrigins.includes('*') ? '*' : [...site.corsOrigins]
    app.use(
      '/api/*',
      cors({ origin, allowMethods: ['GET', 'HEAD', 'POST'], exposeHeaders: ['ETag', 'RateLimit-Policy'] }),
    )
  }
  for (const endpoint of ENDPOINTS) {
    const path = endpoint.path.replace('{id}', ':id')
    if (endpoint.method === 'get') app.get(path, (c) => respond(c, endpoint))
    else app.post(path, (c) => respond(c, endpoint))
  }
  app.get('/api/openapi.json', (c) => {
    const visit = c.get('visit')
    return c.json(describeApi(visit.outside('/') ?? `${visit.prefix}/`))
  })
}

async function respond(c: WebContext, endpoint: Endpoint): Promise<Response> {
  const { site, query, t } = c.get('visit')
  const answer = await endpoint.handle({
    searcher: site.searcher(),
    id: c.req.param('id') ?? '',
    input: await readInput(c, endpoint, query),
    t,
  })
  if (!(answer instanceof FileAnswer)) return c.json(answer)
  return c.body(answer.body, 200, {
    'content-type': answer.type,
    'content-disposition': `attachment; filename="${answer.name}"`,
  })
}

async function readInput(c: WebContext, { query, body }: Endpoint, asked: URLSearchParams) {
  if (query !== undefined) {
    const read = query.safeParse(Object.fromEntries(asked))
    if (!read.success) throw new TroubleError('bad-request', explain(read.error))
    return read.data
  }
  if (body === undefined) return {}
  const json: unknown = await c.req.json().catch(() => {
    throw new TroubleError('bad-request', 'the body is not JSON; send for example {"text":"…"}')
  })
  const read = body.safeParse(json)
  if (!read.success) throw new TroubleError('bad-request', explain(read.error))
  return read.data
}

/** `q: is empty; limit: write a whole number` */
function explain({ issues }: ZodError): string {
  return issues
    .map(({ path, message }) => [path.join('.'), message].filter((part) => part !== '').join(': '))
    .join('; ')
}
