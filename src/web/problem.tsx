/** What goes wrong, told in the visitor's language: a page to people, problem details (RFC 9457) to programs. */
import { HTTPException } from 'hono/http-exception'
import { BackendUnavailableError } from '../search/backend.ts'
import { showPage, type WebContext } from './environment.ts'
import { ErrorPage, STATUS, type Trouble } from './pages/error-page.tsx'

/** Whoever is held back may come again after so long. */
export const RETRY_S = 5

/** A request that cannot be answered as it is: thrown by handlers, told by tellTrouble(). */
export class TroubleError extends Error {
  override readonly name = 'TroubleError'
  readonly trouble: Trouble
  /** What exactly is wrong, for programs. */
  readonly detail: string | undefined

  constructor(trouble: Trouble, detail?: string) {
    super(detail ?? trouble)
    this.trouble = trouble
    this.detail = detail
  }
}

export function tellTrouble(
  c: WebContext,
  trouble: Trouble,
  options: { readonly detail?: string | undefined; readonly headers?: Readonly<Record<string, string>> } = {},
): Response {
  const status = STATUS[trouble]
  const visit = c.get('visit')
  const headers = {
    'cache-control': 'no-store',
    vary: 'Accept-Language',
    ...((status === 429 || status === 503) && { 'retry-after': String(RETRY_S) }),
    ...options.headers,
  }
  if (isForPrograms(visit.path)) {
    const problem = {
      type: 'about:blank',
      title: visit.t(`web-error-${trouble}-title`),
      status,
      detail: options.detail ?? visit.t(`web-error-${trouble}`),
    }
    return c.body(JSON.stringify(problem), status, { ...headers, 'content-type': 'application/problem+json' })
  }
  return showPage(c, <ErrorPage visit={visit} trouble={trouble} />, { status, headers })
}

/** Turns whatever was thrown into an answer; only what is broken here is told to the operator. */
export function tellError(c: WebContext, error: unknown): Response | Promise<Response> {
  if (error instanceof TroubleError) return tellTrouble(c, error.trouble, { detail: error.detail })
  if (error instanceof HTTPException) {
    const known = (Object.keys(STATUS) as Trouble[]).find((trouble) => STATUS[trouble] === error.status)
    return tellTrouble(c, known ?? 'bad-request')
  }
  c.get('visit').site.onError(error)
  return tellTrouble(c, error instanceof BackendUnavailableError ? 'unavailable' : 'failure')
}

function isForPrograms(path: string): boolean {
  return path.startsWith('/api/') || path === '/mcp'
}
