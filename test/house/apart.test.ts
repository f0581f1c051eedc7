import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

it('gives each test file that replaces modules a process of its own', () => {
  const files = readdirSync('test', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.test.ts'))
    .map((file) => join('test', file))
  const mocking = files.filter((file) => /^vi\.mock\(/mu.test(readFileSync(file, 'utf8')))
  const apart = /const APART = \[(?<list>[^\]]*)\]/u.exec(readFileSync('vitest.config.ts', 'utf8'))
  expect(mocking).not.toEqual([])
  expect([...(apart?.groups?.list ?? '').matchAll(/'([^']+)'/gu)].map(([, file]) => file).sort()).toEqual(
    mocking.map((file) => file.replaceAll('\\', '/')).sort(),
  )
})
