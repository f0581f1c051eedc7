/** Turns the lock file into every package that is installed to run the bot, with version and licence: `npm run licenses`. Fails on an unknown licence. */
import { readFileSync } from 'node:fs'
import { readOptions } from './script-options.ts'

readOptions('usage: npm run licenses', {})

interface LockedPackage {
  readonly version: string
  readonly license?: string
  readonly dev?: boolean
  readonly optional?: boolean
}

/** Licences that ask for no more than their text and the names of the authors. */
const ACCEPTED = new Set([
  'MIT',
  'ISC',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'BlueOak-1.0.0',
  'MIT OR Apache-2.0',
  'MIT AND Apache-2.0',
  '(MIT OR Apache-2.0)',
  '(MIT OR WTFPL)',
  '(MIT OR GPL-3.0-or-later)',
  '(MIT AND Zlib)',
  'Unlicense',
  'CC0-1.0',
  'OFL-1.1',
])

const lock = JSON.parse(readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8')) as {
  packages: Record<string, LockedPackage>
}
const unknown: string[] = []
for (const [path, entry] of Object.entries(lock.packages)) {
  if (path === '' || entry.dev === true) continue
  const name = path.replace(/^.*node_modules\//, '')
  const license = entry.license ?? 'unknown'
  if (!ACCEPTED.has(license)) unknown.push(`${name} ${entry.version}: ${license}`)
  console.log(`${name}\t${entry.version}\t${license}`)
}
if (unknown.length > 0) {
  console.error(`licences to look at:\n${unknown.join('\n')}`)
  process.exitCode = 1
}
