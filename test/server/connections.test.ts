/** Connections to the Bot API that are kept, and given up together. */
import { createServer, get, type Server } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { GrammyError, HttpError } from 'grammy'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Connections, createConnections } from '../../src/server/connections.ts'

let server: Server
let url: URL
const sockets = new Set<Socket>()
let hold: Promise<void> | null = null

beforeEach(async () => {
  hold = null
  server = createServer(async (_, response) => {
    await hold
    response.end('ok')
  })
  server.on('connection', (socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
})
afterEach(() => {
  server.closeAllConnections()
  server.close()
})

const call = ({ agent }: Connections): Promise<void> =>
  new Promise((resolve, reject) => {
    get(url, { agent: agent(url) }, (response) => response.resume().on('end', resolve)).on('error', reject)
  })

const failWith = async ({ renewWhenBroken }: Connections, error: unknown): Promise<unknown> =>
  await renewWhenBroken(() => Promise.reject(error), 'getMe' as never, {} as never).catch(
    (thrown: unknown) => thrown,
  )
const broken = (cause: object = new Error('timeout')) => new HttpError('no answer', cause)

/** Until what the system does of itself has come about. */
const until = async (condition: () => boolean): Promise<void> => {
  for (let i = 0; i < 400 && !condition(); i++) await new Promise((resolve) => setTimeout(resolve, 5))
  expect(condition()).toBe(true)
}

describe('a connection', () => {
  it('is kept from call to call', async () => {
    const connections = createConnections()
    for (let i = 0; i < 3; i++) await call(connections)
    expect(sockets.size).toBe(1)
    expect(connections.agent(new URL('https://a'))).not.toBe(connections.agent(new URL('http://a')))
  })

  it('that lies idle is closed when a call fails on the way, and the next is a fresh one', async () => {
    const connections = createConnections()
    const before = connections.agent(url)
    await call(connections)
    await failWith(connections, broken())
    await until(() => sockets.size === 0)
    expect(connections.agent(url)).not.toBe(before)
    await call(connections)
    expect(sockets.size).toBe(1)
  })

  it('that is in use then goes on to the end of its call, and is closed', async () => {
    const connections = createConnections()
    let release = (): void => {}
    hold = new Promise((resolve) => {
      release = resolve
    })
    const slow = call(connections)
    await until(() => sockets.size === 1)
    await failWith(connections, broken())
    expect(sockets.size).toBe(1)
    release()
    await slow
    await until(() => sockets.size === 0)
  })

  it.each([
    ['Telegram refuses', new GrammyError('no', { ok: false, error_code: 403, description: '' }, 'getMe', {})],
    ['the program is wrong', new TypeError('no')],
  ])('is kept where %s', async (_, error) => {
    const connections = createConnections()
    const before = connections.agent(url)
    expect(await failWith(connections, error)).toBe(error)
    expect(connections.agent(url)).toBe(before)
  })

  it('is renewed once for all calls that fail on it', async () => {
    const connections = createConnections()
    const fail: ((error: unknown) => void)[] = []
    const calls = [1, 2].map(() =>
      connections
        .renewWhenBroken(() => new Promise((_, reject) => fail.push(reject)), 'getMe' as never, {} as never)
        .catch(() => {}),
    )
    for (const one of fail) one(broken())
    await calls[0]
    const fresh = connections.agent(url)
    await calls[1]
    expect(connections.agent(url)).toBe(fresh)
  })
})

describe('a failure', () => {
  it('without any connection is told as one by which nothing was sent', async () => {
    expect(await failWith(createConnections(), broken())).toMatchObject({ error: { code: 'ENETUNREACH' } })
  })

  it('with a reason of its own keeps it', async () => {
    const error = broken(Object.assign(new Error('reset'), { code: 'ECONNRESET' }))
    expect(await failWith(createConnections(), error)).toBe(error)
  })

  it('after a connection may have sent something', async () => {
    const connections = createConnections()
    await call(connections)
    const error = broken()
    expect(await failWith(connections, error)).toBe(error)
  })
})
