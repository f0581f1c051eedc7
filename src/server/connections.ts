/** Keeps connections to the Bot API server open between calls, and gives all of them up when one of them is dead. */
import { Agent as HttpAgent } from 'node:http'
import { Agent as HttpsAgent } from 'node:https'
import { HttpError, type Transformer } from 'grammy'

export interface Connections {
  /** The agent of this moment, for grammY's `baseFetchConfig`. */
  readonly agent: (url: URL) => HttpAgent
  /** To be installed first, so that it sees every attempt. */
  readonly renewWhenBroken: Transformer
}

/**
 * When packets are swallowed, nobody tells a socket that it is dead, and those that lie idle are as dead as the one whose call failed: the next
 * call would take one of them and wait in vain again. So a call that fails on the way makes all the later ones begin on fresh connections;
 * those under way on the old ones end by themselves.
 */
export function createConnections(): Connections {
  let current = createPool()
  return {
    agent: (url) => (url.protocol === 'https:' ? current.https : current.http),
    renewWhenBroken: async (prev, method, payload, signal) => {
      const pool = current
      try {
        return await prev(method, payload, signal)
      } catch (error) {
        if (!(error instanceof HttpError)) throw error
        if (pool === current) {
          current = createPool()
          retire(pool)
        }
        if (pool.hasConnected() || 'code' in (error.error as object)) throw error
        // Its time ran out without a connection, so nothing was sent: whoever repeats it need not fear to do a thing twice.
        throw new HttpError(error.message, Object.assign(new Error('no connection'), { code: 'ENETUNREACH' }))
      }
    },
  }
}

interface Pool {
  readonly http: HttpAgent
  readonly https: HttpsAgent
  /** Whether any socket of the pool ever came to be connected. */
  hasConnected(): boolean
}

function createPool(): Pool {
  let hasConnected = false
  const watched = <T extends HttpAgent>(agent: T): T => {
    const connect = agent.createConnection.bind(agent)
    agent.createConnection = (options, callback) => {
      const socket = connect(options, callback)
      socket?.once(agent instanceof HttpsAgent ? 'secureConnect' : 'connect', () => {
        hasConnected = true
      })
      return socket
    }
    return agent
  }
  return {
    http: watched(new HttpAgent({ keepAlive: true })),
    https: watched(new HttpsAgent({ keepAlive: true })),
    hasConnected: () => hasConnected,
  }
}

function retire({ http, https }: Pool): void {
  for (const agent of [http, https]) {
    // A socket in use is closed when its call has ended.
    agent.maxFreeSockets = 0
    for (const socket of Object.values(agent.freeSockets).flat()) socket?.destroy()
  }
}
