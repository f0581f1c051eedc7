/** Makes one application of pages and API, with what every request and every answer passes. */
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { methodNotAllowed } from 'hono/method-not-allowed'
import { secureHeaders } from 'hono/secure-headers'
import { asOneQuestion } from '../search/question-time.ts'
import { addApi } from './api/routes.ts'
import { serveAsset } from './assets.ts'
import { compressText } from './compress.ts'
import { answerConditionally } from './conditional.ts'
import { addDataPages } from './data-routes.tsx'
import type { WebApp, WebContext, WebEnvironment } from './environment.ts'
import { givePlaces } from './give-places.ts'
import { limitRequests } from './limit.ts'
import { addPages } from './page-routes.tsx'
import { addPictures } from './picture-routes.ts'
import { tellError, tellTrouble } from './problem.tsx'
import { readQuery } from './read-query.ts'
import { makeVisit, prefixOf, type Site } from './site.ts'
import { chooseLanguage, LANGUAGE_TAGS, textsIn } from './texts.ts'

/** Drafts are some tens of KB; a scanned document of this size is no draft. */
const MAX_BODY_BYTES = 4 * 1024 * 1024

export function createWebApp(site: Site): WebApp {
  const prefix = prefixOf(site.publicUrl)
  const app: WebApp = new Hono<WebEnvironment>({ getPath: (request) => pathOf(request.url, prefix) })
  app.use(async (c, next) => {
    c.set('visit', visitOf(c, site, prefix))
    await asOneQuestion(next)
    c.header('content-language', LANGUAGE_TAGS[c.get('visit').language])
  })
  app.use(compressText)
  app.use(secureHeaders(HEADERS))
  app.use(
    methodNotAllowed({
      app,
      onMethodNotAllowed: (c, methods) =>
        tellTrouble(c as WebContext, 'method', { headers: { allow: methods.join(', ') } }),
    }),
  )
  app.get('/assets/:hash/:name', serveAsset)
  app.use(limitRequests)
  app.use(givePlaces())
  app.use(answerConditionally)
  app.use(bodyLimit({ maxSize: MAX_BODY_BYTES, onError: (c) => tellTrouble(c as WebContext, 'too-large') }))
  addPages(app)
  addDataPages(app)
  addPictures(app)
  addApi(app, site)
  app.all('/mcp', (c) => site.mcp(c.req.raw))
  app.notFound((c) => tellTrouble(c, 'not-found'))
  app.onError((error, c) => tellError(c, error))
  return app
}

/** Nothing but what comes from here is loaded, nothing is sent elsewhere. Telegram's web clients show the page in a frame. */
const HEADERS: Parameters<typeof secureHeaders>[0] = {
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'", 'data:'],
    connectSrc: ["'self'"],
    formAction: ["'self'"],
    baseUri: ["'none'"],
    frameAncestors: ["'self'", 'https://web.telegram.org', 'https://*.telegram.org'],
  },
  xFrameOptions: false,
  referrerPolicy: 'same-origin',
  crossOriginResourcePolicy: false,
  strictTransportSecurity: false,
}

/** The path without the prefix, whether the proxy has taken it off or not. */
function pathOf(url: string, prefix: string): string {
  const path = /^[^/]*\/\/[^/?#]*([^?#]*)/.exec(url)?.[1] || '/'
  if (prefix === '' || !(path === prefix || path.startsWith(`${prefix}/`))) return path
  return path.slice(prefix.length) || '/'
}

function visitOf(c: WebContext, site: Site, prefix: string) {
  const query = readQuery(c.req.url)
  const language = chooseLanguage(query.get('lang') ?? undefined, c.req.header('accept-language'))
  return makeVisit(site, { t: textsIn(language), language, path: pathOf(c.req.url, prefix), query })
}
