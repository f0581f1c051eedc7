/** What goes wrong, told in the visitor's language: a page to people, problem details (RFC 9457) to programs. */
import { HTTPException } from 'hono/http-exception'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { BackendUnavailableError } from '../search/backend.ts'
import { showPage, type WebContext } from './environment.ts'
import { ErrorPage, type Trouble } from './pages/error-page.tsx'

const STATUS: Readonly<Record<Trouble, ContentfulStatusCode>> = {
  'not-found': 404,
  passage: 404,
  report: 404,
  method: 405,
  'bad-request': 400,
  'too-large': 413,
  unreadable: 422,
  picture: 422,
  'too-many': 429,
  unavailable: 503,
  failure: 500,
}

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
    const known = Object.entries(STATUS).find(([, status]) => status === error.status)?.[0] as
      | Trouble
      | undefined
    return tellTrouble(c, known ?? 'bad-request')
  }
  c.get('visit').site.onError(error)
  return tellTrouble(c, error instanceof BackendUnavailableError ? 'unavailable' : 'failure')
}

function isForPrograms(path: string): boolean {
  return path.startsWith('/api/') || path === '/mcp'
}
