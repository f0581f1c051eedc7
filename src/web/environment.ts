/** What every handler finds in its context, and how it shows a page. */
import type { HttpBindings } from '@hono/node-server'
import type { Context, Hono } from 'hono'
import type { JSX } from 'hono/jsx/jsx-runtime'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Visit } from './site.ts'

export interface WebEnvironment {
  /** Absent when the app is asked without a server, as tests do. */
  readonly Bindings: Partial<HttpBindings>
  readonly Variables: { visit: Visit }
}

export type WebContext = Context<WebEnvironment>

export type WebApp = Hono<WebEnvironment>

/** Handles an address by a page made of the visit. */
export function page(make: (visit: Visit, c: WebContext) => JSX.Element | Promise<JSX.Element>) {
  return async (c: WebContext): Promise<Response> => showPage(c, await make(c.get('visit'), c))
}

interface PageOptions {
  /** Default 200. */
  readonly status?: ContentfulStatusCode
  readonly headers?: Readonly<Record<string, string>>
}

export function showPage(
  c: WebContext,
  page: JSX.Element,
  { status = 200, headers = {} }: PageOptions = {},
): Response {
  return c.html(`<!doctype html>${page}`, status, { ...headers })
}
