/** A proxy between a program and a server on this machine whose line can be cut without either of them being told. */

import type { AddressInfo } from 'node:net'
import { createServer, connect as dial, type Server, type Socket } from 'node:net'

export class TcpProxy {
  readonly #server: Server
  readonly #pairs = new Set<readonly [Socket, Socket]>()
  #isDown = false
  /** Connections taken since the line is up again. */
  fresh = 0
  /** Connections that were tried while it is cut. */
  unanswered = 0

  constructor(target: number) {
    this.#server = createServer((client) => {
      if (this.#isDown) {
        this.unanswered++
        // Nobody answers: the connection is made by the machine itself, and then nothing comes.
        client.on('error', () => {})
        client.pause()
        return
      }
      this.fresh++
      const server = dial(target, '127.0.0.1')
      const pair = [client, server] as const
      this.#pairs.add(pair)
      for (const [from, to] of [pair, [server, client] as const]) {
        from.pipe(to)
        from.on('error', () => to.destroy())
        from.on('close', () => {
          this.#pairs.delete(pair)
          to.destroy()
        })
      }
    })
  }

  async listen(): Promise<number> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve))
    return (this.#server.address() as AddressInfo).port
  }

  /** From now on nothing goes through, and what is open never tells. */
  cut(): void {
    this.#isDown = true
    for (const [client, server] of this.#pairs) {
      client.unpipe()
      server.unpipe()
      client.pause()
      server.pause()
    }
  }

  /** New connections go through again; those from before stay dead. */
  restore(): void {
    this.#isDown = false
    this.fresh = 0
  }

  close(): void {
    for (const pair of this.#pairs) for (const socket of pair) socket.destroy()
    this.#server.close()
  }
}
