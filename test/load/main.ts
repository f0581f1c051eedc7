/** Measures the built bot under faults and load: `npm run load -- --emulator PATH faults|load|soak`. */
import { parseArgs } from 'node:util'
import { measureFaults } from './faults.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { emulator: { type: 'string' } },
})
const [what] = positionals
if (values.emulator === undefined || what === undefined) {
  console.log('usage: npm run load -- --emulator PATH faults|load|soak')
  process.exit(2)
}
if (what === 'faults') await measureFaults({ emulator: values.emulator })
process.exit()
