/** Files that somebody sent, from a file server on this machine. */
import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { downloadFile } from '../../src/run/download-file.ts'

const TWENTY_MB = 20 * 1024 * 1024
const asked: string[] = []
let server: Server
let answer = (response: ServerResponse): void => void response.end()
let config: Parameters<typeof downloadFile>[0]

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(request.url ?? '')
    answer(response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  config = { telegramApiRoot: `http://127.0.0.1:${port}`, botToken: '7:test' }
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

it('fetches a file by the bot’s address, its name encoded', async () => {
  answer = (response) => void response.end('各位代表')
  expect(Buffer.from((await downloadFile(config, 'documents/报告 1.txt')) ?? []).toString()).toBe('各位代表')
  expect(asked.at(-1)).toBe(`/file/bot7:test/documents/${encodeURIComponent('报告 1.txt')}`)
})

it.each([
  [TWENTY_MB, TWENTY_MB],
  [TWENTY_MB + 1, undefined],
])('takes %i bytes of what is sent: %s', async (size, taken) => {
  answer = (response) => void response.end(Buffer.alloc(size))
  expect((await downloadFile(config, 'a.pdf'))?.length).toBe(taken)
})

it('says what the server answered where it has no file, without the token', async () => {
  answer = (response) => void response.writeHead(404).end('no')
  await expect(downloadFile(config, 'a.pdf')).rejects.toThrow(/^the file server answered 404$/)
})
