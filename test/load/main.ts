/** Measures the built bot under faults, load and time: `npm run load -- --emulator PATH faults|load|soak`. */
import { parseArgs } from 'node:util'
import { measureFaults } from './faults.ts'
import { measureLoad } from './load.ts'
import { measureSoak } from './soak.ts'

const USAGE = `usage: npm run load -- --emulator PATH faults|load|soak

  --emulator PATH  folder of a stand-in for the Bot API server with emulator.mjs
  --users N        people who ask (default 200)
  --rate N         messages a second (default 100; soak: 50)
  --seconds N      how long (default 30; soak: 600)
  --rates N,N,…    further rates to try, until p99 passes 100 ms (default none)
`

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    emulator: { type: 'string' },
    users: { type: 'string', default: '200' },
    rate: { type: 'string' },
    seconds: { type: 'string' },
    rates: { type: 'string', default: '' },
  },
})
const { emulator, users, rate, seconds, rates } = values
const [what] = positionals
if (emulator === undefined || what === undefined || !['faults', 'load', 'soak'].includes(what)) {
  console.log(USAGE)
  process.exit(2)
}
if (what === 'faults') await measureFaults({ emulator })
if (what === 'load') {
  const further = rates
    .split(',')
    .filter((item) => item !== '')
    .map(Number)
  await measureLoad(
    { emulator, users: Number(users), ratePerSecond: Number(rate ?? 100), seconds: Number(seconds ?? 30) },
    further,
  )
}
if (what === 'soak')
  await measureSoak({ emulator, ratePerSecond: Number(rate ?? 50), minutes: Number(seconds ?? 600) / 60 })
process.exit()
