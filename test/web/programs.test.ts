/** The lines of docs/programs.md, run as they stand against a real server. */
import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createWebListener } from '../../src/web/serve.ts'
import { siteWith } from './test-site.ts'

const run = promisify(execFile)
const hasCurl = await run('curl', ['--version']).then(
  () => true,
  () => false,
)
const lines = (await readFile('docs/programs.md', 'utf8'))
  .split('\n')
  .filter((line) => line.startsWith('curl '))

describe.skipIf(!hasCurl)('the lines for curl', () => {
  let server: Server
  beforeAll(async () => {
    server = createServer(createWebListener(await siteWith({})))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  })
  afterAll(() => server.close())

  it('are some', () => {
    expect(lines.length).toBeGreaterThan(3)
  })

  it.each(lines)('%s', async (line) => {
    const { port } = server.address() as AddressInfo
    const command = line.replace('http://localhost:8080', `http://127.0.0.1:${port}`)
    const { stdout } = await run('sh', ['-c', `${command} -w '\\n%{http_code}'`])
    const [answer, status] = [stdout.slice(0, stdout.lastIndexOf('\n')), stdout.split('\n').at(-1)]
    expect(status).toBe('200')
    expect(answer).toMatch(line.includes('csv') ? /昭苏县,/u : /^\{.*\}$/su)
  })
})
