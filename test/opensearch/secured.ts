/** Secures the nodes of a test: OpenSearch's own plugin, TLS between all by certificates of this run, and nobody let in but the administrator. */
import { execFile } from 'node:child_process'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { Client, errors } from '@opensearch-project/opensearch'
import { DOWNLOADS, downloadOnce, RUNNER_VERSION, type Security } from './cluster.ts'

const PLUGIN = `org.opensearch.plugin:opensearch-security:${RUNNER_VERSION}:zip`
const JARS = join(DOWNLOADS, 'security')
const CONFIG = 'opensearch-security'
const NAMES = ['node', 'admin'] as const

const run = promisify(execFile)

/** A node's security, and how its administrator asks. */
export interface TestSecurity extends Security {
  /** PEM file of the authority that signed the nodes' certificates, and of one that did not. */
  readonly caFile: string
  readonly strangeCaFile: string
  /** The administrator is who has the certificate: no password is made. */
  administer(method: 'GET' | 'PUT' | 'PATCH', url: string, body?: object): Promise<unknown>
  /** Removes the keys. */
  close(): Promise<void>
}

/** Why no node can be secured here, with the fix; null when one can. Downloads the plugin the first time. */
export async function whyNotSecured(): Promise<string | null> {
  if (process.env.OPENSEARCH_URL !== undefined)
    return 'roles are tried on nodes of their own: unset OPENSEARCH_URL'
  try {
    await run('openssl', ['version'])
  } catch {
    return 'certificates are made by openssl: apt-get install openssl'
  }
  try {
    await downloadOnce(JARS, async (folder) => {
      const goal = ['dependency:unpack', `-Dartifact=${PLUGIN}`, `-DoutputDirectory=${folder}`]
      // Maven leaves marks of what it has unpacked where it runs.
      await run('mvn', ['-q', '-B', ...goal], { cwd: folder })
    })
    return null
  } catch (error) {
    return `${PLUGIN} cannot be downloaded: ${String(error).split('\n')[0]}`
  }
}

export async function makeSecurity(): Promise<TestSecurity> {
  const folder = await mkdtemp(join(tmpdir(), 'yinju-certificates-'))
  await makeAuthority(folder, 'ca')
  await makeAuthority(folder, 'strange')
  for (const name of NAMES) await makeCertificate(folder, name)
  const read = async (name: string): Promise<string> => await readFile(join(folder, name), 'utf8')
  const ssl = { ca: await read('ca.pem'), cert: await read('admin.pem'), key: await read('admin.key') }
  const administer: TestSecurity['administer'] = async (method, url, body) => {
    const { origin, pathname } = new URL(url)
    const client = new Client({ node: origin, ssl, maxRetries: 0, requestTimeout: 10_000 })
    try {
      const request = { method, path: pathname, ...(body === undefined ? {} : { body }) }
      return (await client.transport.request(request)).body
    } catch (error) {
      const told = error instanceof errors.ResponseError ? JSON.stringify(error.body) : String(error)
      throw new Error(`${method} ${url}: ${told}`)
    } finally {
      await client.close()
    }
  }
  return {
    jars: JARS,
    module: 'org.opensearch.security.OpenSearchSecurityPlugin',
    caFile: join(folder, 'ca.pem'),
    strangeCaFile: join(folder, 'strange.pem'),
    configure: async (config) => await configure(config, folder),
    ask: async <T>(url: string) => (await administer('GET', url)) as T,
    administer,
    close: async () => await rm(folder, { recursive: true }),
  }
}

async function configure(config: string, certificates: string): Promise<readonly string[]> {
  const own = join(config, CONFIG)
  await cp(join(JARS, 'config'), own, { recursive: true })
  // The plugin comes with users whose passwords everybody knows, and with a role for everybody that covers what ours may lack.
  for (const [file, type] of [
    ['internal_users.yml', 'internalusers'],
    ['roles_mapping.yml', 'rolesmapping'],
  ] as const) {
    await writeFile(join(own, file), `_meta:\n  type: ${type}\n  config_version: 2\n`)
  }
  for (const file of ['ca.pem', 'node.pem', 'node.key'])
    await cp(join(certificates, file), join(config, file))
  const tls = (layer: 'transport' | 'http') => [
    `plugins.security.ssl.${layer}.pemcert_filepath: node.pem`,
    `plugins.security.ssl.${layer}.pemkey_filepath: node.key`,
    `plugins.security.ssl.${layer}.pemtrustedcas_filepath: ca.pem`,
  ]
  return [
    ...tls('transport'),
    ...tls('http'),
    'plugins.security.ssl.http.enabled: true',
    'plugins.security.nodes_dn: ["CN=node"]',
    'plugins.security.authcz.admin_dn: ["CN=admin"]',
    'plugins.security.allow_default_init_securityindex: true',
  ]
}

const NEW_KEY = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes']

async function makeAuthority(folder: string, name: string): Promise<void> {
  const files = ['-keyout', join(folder, `${name}.key`), '-out', join(folder, `${name}.pem`)]
  await run('openssl', ['req', '-x509', ...NEW_KEY, '-days', '2', '-subj', `/CN=${name}`, ...files])
}

async function makeCertificate(folder: string, name: (typeof NAMES)[number]): Promise<void> {
  const file = (ending: string): string => join(folder, `${name}.${ending}`)
  await writeFile(file('ext'), 'subjectAltName=IP:127.0.0.1,DNS:localhost\n')
  await run('openssl', [
    'req',
    '-new',
    ...NEW_KEY,
    '-subj',
    `/CN=${name}`,
    '-keyout',
    file('key'),
    '-out',
    file('csr'),
  ])
  await run('openssl', [
    ...['x509', '-req', '-days', '2', '-in', file('csr'), '-out', file('pem'), '-extfile', file('ext')],
    ...['-CA', join(folder, 'ca.pem'), '-CAkey', join(folder, 'ca.key'), '-CAcreateserial'],
  ])
}
