/** Tells an answer of OpenSearch from whatever else may stand behind its address: a login page, a proxy, another service. */

/** What is looked at of a request. */
interface Asked {
  readonly method: string
  readonly path: string
  readonly lines?: readonly unknown[]
}

type Body = Readonly<Record<string, unknown>> & { readonly hits?: { readonly hits?: unknown } }

/** By the last part of the path what an answer must have. */
const FORMS: readonly (readonly [RegExp, (body: Body, request: Asked) => boolean])[] = [
  [/\/_search$/, ({ hits }) => Array.isArray(hits?.hits)],
  [
    /\/_msearch$/,
    ({ responses }, { lines = [] }) => Array.isArray(responses) && responses.length === lines.length / 2,
  ],
  [/\/_count$/, ({ count }) => typeof count === 'number'],
  [/\/_bulk$/, ({ items }) => Array.isArray(items)],
  [/\/_cluster\/health\b/, ({ status }) => typeof status === 'string'],
  [/\/_aliases$/, ({ acknowledged }) => typeof acknowledged === 'boolean'],
]
const CHANGES: ReadonlySet<string> = new Set(['PUT', 'DELETE'])

export function isOpenSearchAnswer(request: Asked, body: unknown): boolean {
  if (typeof body === 'string' && /^\s*</.test(body)) return false
  const form = FORMS.find(([path]) => path.test(request.path))?.[1]
  if (request.method === 'HEAD' || (form === undefined && !CHANGES.has(request.method))) return true
  if (typeof body !== 'object' || body === null) return false
  return form === undefined ? 'acknowledged' in body : form(body as Body, request)
}

/** The same of an answer that tells of indices by their names. */
export function areIndices(body: unknown): boolean {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return false
  return Object.values(body).every(
    (index) => typeof index === 'object' && index !== null && ('aliases' in index || 'mappings' in index),
  )
}
