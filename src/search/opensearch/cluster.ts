/** Turns a request into the cluster's answer: within a time limit, with one second try, and with errors that name the fix. */
import { BackendUnavailableError } from '../backend.ts'
import { timeLeft } from '../question-time.ts'
import { isOpenSearchAnswer } from './answer-form.ts'

export interface ClusterRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE' | 'HEAD'
  readonly path: string
  readonly query?: Readonly<Record<string, string | number | boolean>>
  readonly body?: object
  /** For _bulk and _msearch instead of `body`: one JSON a line, as a value or as text. */
  readonly lines?: readonly (object | string)[]
}

export interface ClusterResponse {
  readonly status: number
  readonly body: unknown
}

/** Sends a request to one node. Rejects when there is no answer; an answer with any status is an answer. */
export type Send = (
  request: ClusterRequest,
  options: { readonly timeoutMs: number; readonly signal: AbortSignal },
) => Promise<ClusterResponse>

/** What the backend and the indexer ask through. */
export interface Cluster {
  /**
   * For reading: a second try goes to another node when the first fails or is slow, and the sooner answer wins.
   *
   * @throws BackendUnavailableError when neither answers in time, or the cluster cannot serve the request.
   */
  ask<T>(request: ClusterRequest): Promise<T>
  /**
   * For writing: one try.
   *
   * @throws ClusterError when the cluster refuses; BackendUnavailableError when it does not answer.
   */
  tell<T>(request: ClusterRequest, timeoutMs?: number): Promise<T>
  close(): Promise<void>
}

/** What to do where somebody may not do what is asked. */
export const RIGHTS_FIX =
  '; check the user and password in OPENSEARCH_URL and their rights (deploy/SCALING.md, Rights)'
/** Refused whoever asks: an index or the cluster takes no writing, for want of room or because it was told so. */
const BLOCKED = 'cluster_block_exception'

/** The cluster understood and refused. `status` is that of HTTP, `type` OpenSearch's word for it. */
export class ClusterError extends Error {
  override readonly name = 'ClusterError'
  readonly status: number
  readonly type: string

  constructor(request: ClusterRequest, response: ClusterResponse) {
    const { type, reason } = causeOf(response.body)
    const isOfRights = response.status === 401 || (response.status === 403 && type !== BLOCKED)
    super(
      `OpenSearch: ${request.method} ${request.path}: ${response.status} ${type}${reason === '' ? '' : ` (${reason})`}${isOfRights ? RIGHTS_FIX : ''}`,
    )
    this.status = response.status
    this.type = type
  }
}

export interface ClusterOptions {
  /** How long one reading request may take, both tries together, and all of those that one question makes. */
  readonly timeoutMs: number
  /** After how long the second try starts when the first has not answered. Default a tenth of the time limit. */
  readonly hedgeAfterMs?: number
}

/** How long a writing request may take unless it says otherwise. */
const WRITE_TIMEOUT_MS = 60_000
/** Of a hundred requests, this many may be asked twice because they are slow: a busy cluster must not get double work. */
const HEDGES_PER_HUNDRED = 10
/** Busy or on its way up or down: another node may well answer. */
const WORTH_A_SECOND_TRY: ReadonlySet<number> = new Set([429, 500, 502, 503, 504])

export function makeCluster(send: Send, close: () => Promise<void>, options: ClusterOptions): Cluster {
  const { timeoutMs } = options
  const tryTwice = makeTries(send, options)
  return {
    async ask<T>(request: ClusterRequest): Promise<T> {
      const done = new AbortController()
      const timer = setTimeout(
        () => done.abort(new Error(`no answer within ${timeoutMs} ms`)),
        timeLeft(timeoutMs),
      )
      try {
        const response = await Promise.race([tryTwice(request, done.signal), rejection(done.signal)])
        if (response.status >= 400) throw new ClusterError(request, response)
        return response.body as T
      } catch (error) {
        throw unavailable(error)
      } finally {
        clearTimeout(timer)
        done.abort()
      }
    },
    async tell<T>(request: ClusterRequest, writeTimeoutMs = WRITE_TIMEOUT_MS): Promise<T> {
      const options = { timeoutMs: writeTimeoutMs, signal: AbortSignal.timeout(writeTimeoutMs) }
      const response = await send(request, options).catch((error: unknown) => {
        throw unavailable(error)
      })
      try {
        assertAnswer(request, response)
      } catch (error) {
        throw unavailable(error)
      }
      if (response.status >= 400) throw new ClusterError(request, response)
      return response.body as T
    },
    close,
  }
}

type Ask = (request: ClusterRequest, signal: AbortSignal) => Promise<ClusterResponse>

/** Makes a call that is tried a second time where the first try fails or is slow. */
function makeTries(send: Send, { timeoutMs, hedgeAfterMs = timeoutMs / 10 }: ClusterOptions): Ask {
  let hedgeBudget = HEDGES_PER_HUNDRED

  const attempt: Ask = async (request, signal) => {
    const response = firstFailure(await send(request, { timeoutMs, signal }))
    assertAnswer(request, response)
    if (WORTH_A_SECOND_TRY.has(response.status)) throw new ClusterError(request, response)
    return response
  }

  /** Resolves once the first try is slow, and only as long as the budget lasts. */
  const isTimeForSecond = async (signal: AbortSignal): Promise<void> =>
    await new Promise((resolve) => {
      const timer = setTimeout(() => {
        if (hedgeBudget < 1) return
        hedgeBudget -= 1
        resolve()
      }, hedgeAfterMs)
      signal.addEventListener('abort', () => clearTimeout(timer), { once: true })
    })

  return async (request, signal) => {
    hedgeBudget = Math.min(HEDGES_PER_HUNDRED, hedgeBudget + HEDGES_PER_HUNDRED / 100)
    const first = attempt(request, signal)
    const second = Promise.race([
      isTimeForSecond(signal),
      first.then(
        async () => await new Promise<never>(() => undefined),
        () => undefined,
      ),
    ]).then(async () => await attempt(request, signal))
    return await Promise.any([first, second])
  }
}

/** The address answers, and it is not OpenSearch that does. */
class StrangeAnswerError extends Error {
  override readonly name = 'StrangeAnswerError'
}

function assertAnswer(request: ClusterRequest, { status, body }: ClusterResponse): void {
  if (status < 300 && !isOpenSearchAnswer(request, body))
    throw new StrangeAnswerError(
      `${request.method} ${request.path}: ${status} with an answer that is not OpenSearch's`,
    )
}

/** For who finds out later that an answer is not OpenSearch's. */
export function strangeAnswer(request: Pick<ClusterRequest, 'method' | 'path'>): BackendUnavailableError {
  return unavailable(
    new StrangeAnswerError(`${request.method} ${request.path}: an answer that is not OpenSearch's`),
  )
}

/** One failed search of an _msearch is a failed request: half an answer would be a wrong one. */
function firstFailure(response: ClusterResponse): ClusterResponse {
  const { responses } = (response.body ?? {}) as {
    responses?: readonly { status?: number; error?: unknown }[]
  }
  const failed = responses?.find(({ error }) => error !== undefined)
  return failed === undefined ? response : { status: failed.status ?? 500, body: failed }
}

async function rejection(signal: AbortSignal): Promise<never> {
  return await new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true })
  })
}

/** One kind of error, with the fix where there is one. Two failed tries speak with the voice of the last. */
function unavailable(error: unknown): BackendUnavailableError {
  const cause = error instanceof AggregateError ? (error.errors.at(-1) as unknown) : error
  const message = cause instanceof Error ? cause.message || cause.name : String(cause)
  const said = cause instanceof ClusterError ? message : `OpenSearch: ${message}`
  return new BackendUnavailableError(`${said}${fixOf(cause)}`, { cause })
}

function fixOf(cause: unknown): string {
  if (cause instanceof StrangeAnswerError)
    return '; check that OPENSEARCH_URL names the cluster itself, not a page or proxy before it'
  if (!(cause instanceof ClusterError)) return fixOfConnection(cause)
  // An index, or an alias.
  if (cause.status === 404) return '; fill the index: yinju index --backend opensearch'
  return ''
}

function fixOfConnection(cause: unknown): string {
  const message = cause instanceof Error ? cause.message : ''
  if (/certificate has expired|not yet valid/i.test(message)) return "; renew the cluster's certificate"
  if (/altnames|does not match/i.test(message))
    return "; OPENSEARCH_URL must name the host that the cluster's certificate is for"
  if (/certificate|issuer/i.test(message))
    return "; OPENSEARCH_CA must name the PEM file of the authority that signed the cluster's certificate"
  if (/wrong version number/i.test(message))
    return '; OPENSEARCH_URL says https:// and the cluster answers without TLS: write http://'
  if (/hang up|ECONNRESET/i.test(message))
    return '; check OPENSEARCH_URL (https:// where the cluster takes TLS) and that the cluster runs'
  return '; check OPENSEARCH_URL and that the cluster runs'
}

function causeOf(body: unknown): { readonly type: string; readonly reason: string } {
  const answer = (body ?? {}) as {
    error?: unknown
    _shards?: { failures?: readonly { reason?: unknown }[] }
  }
  // Where each shard refuses for itself, nobody refuses the whole; a sign-in that failed is told in one plain word.
  const word = /^\w+$/.exec(typeof body === 'string' ? body.trim() : '')?.[0]
  const error = word ?? answer.error ?? answer._shards?.failures?.[0]?.reason
  if (typeof error === 'string') return { type: error.slice(0, 200), reason: '' }
  const { type, reason, root_cause } = (error ?? {}) as {
    type?: string
    reason?: string
    root_cause?: readonly { reason?: string }[]
  }
  return { type: type ?? 'error', reason: (root_cause?.[0]?.reason ?? reason ?? '').slice(0, 300) }
}
