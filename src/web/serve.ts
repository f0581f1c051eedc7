/** The application as a listener of Node's own HTTP server, which other routes may share. */
import type { RequestListener } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { createWebApp } from './app.ts'
import type { Site } from './site.ts'

export function createWebListener(site: Site): RequestListener {
  const app = createWebApp(site)
  const listen = getRequestListener((request, bindings) => app.fetch(request, bindings))
  return (request, response) =>
    void listen(request, response).catch((error) => {
      site.onError(error)
      response.destroy()
    })
}
