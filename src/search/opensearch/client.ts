/** Turns the address of an OpenSearch cluster into a Backend that holds nothing but the catalog in this process. */
import { X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { Client, errors } from '@opensearch-project/opensearch'
import type { Backend } from '../backend.ts'
import { type BackendOptions, createBackend } from './backend.ts'
import { type Cluster, makeCluster, type Send } from './cluster.ts'

export interface OpenSearchOptions {
  /** Address of a node, or several with commas between them; the first may hold user and password. */
  readonly url: string
  /** PEM file of the authority that signs the cluster's certificates; null for those that Node.js trusts. */
  readonly caFile: string | null
  /** How long one question may wait for the cluster, all of its requests together. */
  readonly timeoutMs: number
}

/** The official client behind the few things that we ask of it. */
export function connectCluster({ url, caFile, timeoutMs }: OpenSearchOptions): Cluster {
  const addresses = url.split(',').map((address) => new URL(address))
  const named = addresses.find(({ username }) => username !== '')
  const client = new Client({
    nodes: addresses.map((address) => {
      const bare = new URL(address)
      bare.username = ''
      bare.password = ''
      return { url: bare }
    }),
    ...(named === undefined
      ? {}
      : {
          auth: {
            username: decodeURIComponent(named.username),
            password: decodeURIComponent(named.password),
          },
        }),
    ...(caFile === null ? {} : { ssl: { ca: readCertificate(caFile) } }),
    // Retries and hedging are makeCluster's, so that they share one time limit.
    maxRetries: 0,
  })
  const send: Send = async (request, options) => {
    const pending = client.transport.request(
      {
        method: request.method,
        path: request.path,
        ...(request.query === undefined ? {} : { querystring: request.query }),
        ...(request.body === undefined ? {} : { body: request.body }),
        ...(request.lines === undefined ? {} : { bulkBody: request.lines as object[] }),
      },
      { requestTimeout: options.timeoutMs, maxRetries: 0 },
    )
    const abort = (): void => {
      pending.abort()
    }
    options.signal.addEventListener('abort', abort, { once: true })
    try {
      const { statusCode, body } = await pending
      return { status: statusCode ?? 0, body }
    } catch (error) {
      if (error instanceof errors.ResponseError) return { status: error.statusCode, body: error.body }
      throw error
    } finally {
      options.signal.removeEventListener('abort', abort)
    }
  }
  return makeCluster(send, async () => await client.close(), { timeoutMs })
}

/** Opens the backend at once; the cluster may come up later. */
export function createOpenSearchBackend(options: OpenSearchOptions & BackendOptions): Backend {
  return createBackend(connectCluster(options), { questionMs: options.timeoutMs, ...options })
}

const CERTIFICATE = /-----BEGIN CERTIFICATE-----[\s\S]*?-----END CERTIFICATE-----/g

/** @throws Error when the file cannot be read, or holds no certificate: Node.js would pass over that in silence. */
function readCertificate(file: string): string {
  const pem = readText(file)
  const certificates = pem.match(CERTIFICATE) ?? []
  try {
    for (const certificate of certificates) new X509Certificate(certificate)
  } catch {
    throw notPem(file)
  }
  if (certificates.length === 0) throw notPem(file)
  return pem
}

function notPem(file: string): Error {
  return new Error(
    `OPENSEARCH_CA: ${file} is not a PEM file of certificates; convert it: openssl x509 -inform der -in FILE -out ca.pem`,
  )
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new Error(
      `OPENSEARCH_CA: ${file} cannot be read (${code}); name the PEM file of the certificate authority`,
    )
  }
}
