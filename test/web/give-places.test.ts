import { Hono } from 'hono'
import { beforeEach, describe, expect, it } from 'vitest'
import type { WebEnvironment } from '../../src/web/environment.ts'
import { givePlaces, type Places } from '../../src/web/give-places.ts'
import { makeVisit } from '../../src/web/site.ts'
import { textsIn } from '../../src/web/texts.ts'
import { siteWith } from './test-site.ts'

const site = await siteWith()

/** Visits that are being answered, in the order in which they came to it. */
let begun: { readonly path: string; readonly end: () => void }[] = []
let app: Hono<WebEnvironment>

beforeEach(() => {
  begun = []
  app = makeApp({ atOnce: 2, inLine: 1 })
})

function makeApp(places?: Places): Hono<WebEnvironment> {
  const made = new Hono<WebEnvironment>()
  made.use(async (c, next) => {
    const { path } = c.req
    c.set(
      'visit',
      makeVisit(site, { t: textsIn('zh-hans'), language: 'zh-hans', path, query: new URLSearchParams() }),
    )
    await next()
  })
  made.use(givePlaces(places))
  made.all('*', async (c) => {
    await new Promise<void>((end) => begun.push({ path: c.req.path, end }))
    if (c.req.path === '/broken') throw new Error('broken')
    return c.text('')
  })
  made.onError((_, c) => c.text('', 500))
  return made
}

describe('a visit', () => {
  it('waits until one of those before it is answered, and is told to come back where many wait', async () => {
    const [one, two, three] = ['/one', '/two', '/three'].map((path) => app.request(path))
    expect(await statusOf(app.request('/four'))).toBe(503)
    expect(pathsBegun()).toEqual(['/one', '/two'])
    begun[1]?.end()
    expect(await statusOf(two)).toBe(200)
    expect(pathsBegun()).toEqual(['/one', '/two', '/three'])
    begun[0]?.end()
    begun[2]?.end()
    expect(await Promise.all([one, three].map(statusOf))).toEqual([200, 200])
  })

  it('is one of four that are answered at once, and of four hundred that wait', async () => {
    const all = makeApp()
    const sent = Array.from({ length: 404 }, (_, at) => all.request(`/${at}`))
    expect(await statusOf(all.request('/more'))).toBe(503)
    expect(pathsBegun()).toEqual(['/0', '/1', '/2', '/3'])
    for (let at = 0; at < sent.length; at++) {
      begun[at]?.end()
      expect(await statusOf(sent[at])).toBe(200)
    }
  })

  it('leaves its place when it fails', async () => {
    const all = ['/broken', '/broken', '/next'].map((path) => app.request(path))
    await settle()
    for (const { end } of begun) end()
    expect(await Promise.all(all.slice(0, 2).map(statusOf))).toEqual([500, 500])
    begun[2]?.end()
    expect(await statusOf(all[2])).toBe(200)
  })

  it('that sends a body takes no place: whoever sends slowly would keep it', async () => {
    const sent = ['/a', '/b', '/c'].map((path) => app.request(path, { method: 'POST', body: '{}' }))
    await settle()
    expect(pathsBegun()).toEqual(['/a', '/b', '/c'])
    for (const { end } of begun) end()
    expect(await Promise.all(sent.map(statusOf))).toEqual([200, 200, 200])
  })
})

function pathsBegun(): string[] {
  return begun.map(({ path }) => path)
}

async function statusOf(response: Response | Promise<Response> | undefined): Promise<number | undefined> {
  return (await response)?.status
}

/** Whatever can go on without an end being given has gone on. */
async function settle(): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve))
}
