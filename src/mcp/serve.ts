/** Serves the tools over two streams, or as a handler of HTTP requests that keeps nothing between them. */
import type { Readable, Writable } from 'node:stream'
import { createMcpHandler } from '@modelcontextprotocol/server'
import { StdioServerTransport, serveStdio } from '@modelcontextprotocol/server/stdio'
import { createMcpServer } from './server.ts'
import type { Tooling } from './tool.ts'

export interface McpStreams {
  readonly stdin: NodeJS.ReadableStream
  readonly stdout: NodeJS.WritableStream
}

/** Resolves when the input has ended and what was asked before is answered. */
export async function serveMcpOnStreams(tooling: Tooling, { stdin, stdout }: McpStreams): Promise<void> {
  const transport = new StdioServerTransport(stdin as Readable, stdout as Writable)
  const ended = new Promise<void>((resolve) => stdin.once('close', resolve).once('end', resolve))
  const handle = serveStdio(() => createMcpServer(tooling), { transport })
  await ended
  await handle.close()
}

/** Bytes of one request: a draft to verify is some tens of KB. */
const MAX_REQUEST_BYTES = 1024 * 1024

/** A new server for every request: any copy behind a balancer can answer any of them. */
export function makeMcpHandler(
  tooling: Tooling,
  onError: (error: Error) => void,
): (request: Request) => Promise<Response> {
  const { fetch } = createMcpHandler(() => createMcpServer(tooling), {
    maxRequestBodySize: MAX_REQUEST_BYTES,
    onerror: onError,
  })
  return (request) => fetch(request)
}
