/** The lock file: what is installed is what was looked at, wherever it is fetched from. */
import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'

interface Entry {
  readonly version?: string
  readonly resolved?: string
  readonly integrity?: string
  readonly link?: boolean
}

it('names for every package what it must be, to the letter, and leaves the registry to the machine', async () => {
  const { packages } = JSON.parse(await readFile('package-lock.json', 'utf8')) as {
    packages: Record<string, Entry>
  }
  const entries = Object.entries(packages).filter(([path, { link }]) => path !== '' && link !== true)
  expect(entries.length).toBeGreaterThan(100)
  const unsound = entries.filter(
    ([, { resolved = '', integrity = '' }]) => resolved !== '' || !/^sha512-[\w+/]{86}==$/.test(integrity),
  )
  expect(unsound.map(([path]) => path)).toEqual([])
})
