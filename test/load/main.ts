/** Measures the built bot under faults, load and time: `npm run load -- --emulator PATH faults|load|soak|kills|outages`, and `npm run load -- fuzz|fuzz-files|calls|index-kills`. */
import { join } from 'node:path'
import { fuzz } from '../bot/fuzz.ts'
import { openFiveReports } from '../five-reports.ts'
import { endWithUsage, readOptions } from '../script-options.ts'
import { measureCalls } from './calls.ts'
import { measureFaults } from './faults.ts'
import { fuzzImport, fuzzReports } from './fuzz-files.ts'
import { measureIndexKills } from './index-kills.ts'
import { measureKills } from './kills.ts'
import { measureLoad } from './load.ts'
import { measureOutages } from './outages.ts'
import { measurePages } from './pages.ts'
import { measureSoak } from './soak.ts'
import { ROOT } from './stage.ts'

const USAGE = `usage: npm run load -- --emulator PATH load|soak
       npm run load -- --emulator PATH faults [NAME…]
       npm run load -- --emulator PATH kills [--kills N] [polling] [webhook]
       npm run load -- --emulator PATH outages [SECONDS…]
       npm run load -- calls [--calls N]
       npm run load -- pages [--corpus DIR | --passages N] [--requests N] [--rates N,N,…]
       npm run load -- fuzz [--updates N]
       npm run load -- fuzz-files [--files N]
       npm run load -- index-kills [--kills N]

  --emulator PATH  folder of a stand-in for the Bot API server with emulator.mjs
  --root DIR       folder of the built project to measure (default: this one)
  --kills N        how often it is killed, by polling and again by webhook (default 20); index-kills: yinju index
  --calls N        calls of the API and the MCP tools (default 100000)
  --corpus DIR     report files of the pages (default: the five reports)
  --passages N     pages: so many synthetic passages instead
  --requests N     of each page, one after the other (default 200)
  --pages N        load: requests a second that hit the pages meanwhile (default 0)
  --users N        people who ask (default 200)
  --rate N         messages a second (default 100; soak: 50)
  --seconds N      how long (default 30; soak: 600)
  --rates N,N,…    further rates to try, until p99 passes 100 ms; pages: of each page and of all, until p99 passes 50 ms (default none)
`

const FUZZ_BATCH = 5_000

const { values, positionals } = readOptions(
  USAGE,
  {
    emulator: { type: 'string' },
    root: { type: 'string' },
    kills: { type: 'string', default: '20' },
    users: { type: 'string', default: '200' },
    rate: { type: 'string' },
    seconds: { type: 'string' },
    updates: { type: 'string', default: '100000' },
    files: { type: 'string', default: '10000' },
    calls: { type: 'string', default: '100000' },
    rates: { type: 'string', default: '' },
    corpus: { type: 'string' },
    passages: { type: 'string' },
    requests: { type: 'string', default: '200' },
    pages: { type: 'string', default: '0' },
  },
  true,
)
const { emulator, users, rate, seconds, rates } = values
const [what, ...names] = positionals
const further = rates
  .split(',')
  .filter((item) => item !== '')
  .map(Number)
if (what === 'fuzz-files') {
  const count = Number(values.files)
  const reports = { import: await fuzzImport(count), read: await fuzzReports(count) }
  console.log(JSON.stringify(reports, null, 2))
  process.exit(reports.import.crashes.length + reports.read.crashes.length === 0 ? 0 : 1)
}
if (what === 'index-kills') {
  const command = [join(values.root ?? ROOT, 'dist/cli.js')]
  const kills = await measureIndexKills({
    command,
    kills: Number(values.kills),
    passages: 1_000,
    maxLifeMs: 3_000,
  })
  console.log(kills)
  process.exit(kills.wrong === 0 ? 0 : 1)
}
if (what === 'calls') {
  const root = values.root === undefined ? {} : { root: values.root }
  process.exit((await measureCalls({ calls: Number(values.calls), ...root })) ? 0 : 1)
}
if (what === 'pages') {
  await measurePages({
    requests: Number(values.requests),
    rates: further,
    ...(values.root !== undefined && { root: values.root }),
    ...(values.corpus !== undefined && { corpus: values.corpus }),
    ...(values.passages !== undefined && { passages: Number(values.passages) }),
  })
  process.exit()
}
if (what === 'fuzz') {
  const started = performance.now()
  const searcher = await openFiveReports()
  const batches = Math.ceil(Number(values.updates) / FUZZ_BATCH)
  let [updates, slowestMs] = [0, 0]
  const [crashes, failures]: [string[], Set<string>] = [[], new Set()]
  for (let batch = 0; batch < batches; batch++) {
    const report = await fuzz(searcher, FUZZ_BATCH)
    updates += report.updates
    slowestMs = Math.max(slowestMs, report.slowestMs)
    crashes.push(...report.crashes)
    for (const failure of report.failures.keys()) failures.add(failure)
  }
  console.log({
    updates,
    crashes,
    failures: [...failures],
    slowestMs,
    seconds: Math.round((performance.now() - started) / 1000),
  })
  process.exit(crashes.length + failures.size === 0 ? 0 : 1)
}
const MEASUREMENTS = ['faults', 'load', 'soak', 'kills', 'outages']
if (what === undefined || !MEASUREMENTS.includes(what))
  endWithUsage(USAGE, `${what ?? 'nothing'}: is no measurement`)
if (emulator === undefined) endWithUsage(USAGE, `${what}: needs --emulator`)
const stage = { emulator, ...(values.root !== undefined && { root: values.root }) }
if (what === 'kills') await measureKills(stage, Number(values.kills), names)
if (what === 'outages') await measureOutages(stage, names.length > 0 ? names.map(Number) : [5, 60])
if (what === 'faults') await measureFaults(stage, names)
if (what === 'load') {
  await measureLoad(
    {
      ...stage,
      pagesPerSecond: Number(values.pages),
      users: Number(users),
      ratePerSecond: Number(rate ?? 100),
      seconds: Number(seconds ?? 30),
    },
    further,
  )
}
if (what === 'soak')
  await measureSoak({ ...stage, ratePerSecond: Number(rate ?? 50), minutes: Number(seconds ?? 600) / 60 })
process.exit()
