import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { isReportName, readReportBytes, reasonOf } from '../../src/corpus/report-bytes.ts'

it.each([
  [{ code: 'ENOENT' }, 'not found'],
  [{ code: 'EISDIR' }, 'a folder'],
  [{ code: 'ENOTDIR' }, 'not a folder'],
  [{ code: 'EACCES' }, 'no permission'],
  [{ code: 'ELOOP' }, 'a link to itself'],
  [Object.assign(new Error('disk on fire'), { code: 'EIO' }), 'disk on fire'],
  ['odd', 'odd'],
])('says in a word why %j cannot be read', (error, reason) => {
  expect(reasonOf(error)).toBe(reason)
})

it.each([
  ['yining-2023.md', true],
  ['.#yining-2023.md', false],
  ['~$yining-2023.md', false],
  ['#yining-2023.md#', false],
  ['#yining-2023.md', false],
  ['yining-2023.md~', false],
  ['.yining-2023.md.swp', false],
  ['4913', false],
])('takes %s for a report: %s', (name, isOne) => {
  expect(isReportName(name)).toBe(isOne)
})

it('reads a file whole up to the size that is allowed, and says what else it is', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'yinju-bytes-'))
  const path = join(folder, 'a.md')
  await writeFile(path, 'abcd')
  expect((await readReportBytes(path, 4)).bytes?.toString()).toBe('abcd')
  expect((await readReportBytes(path, 3)).fault).toMatch(/^has 0 MB, more than the 0 MB/u)
  await truncate(path, 8 * 2 ** 20)
  expect((await readReportBytes(path)).bytes).toHaveLength(8 * 2 ** 20)
  await truncate(path, 8 * 2 ** 20 + 1)
  expect((await readReportBytes(path)).fault).toBe(
    'has 8 MB, more than the 8 MB that are read; remove it or make it shorter',
  )
  expect((await readReportBytes(folder)).fault).toMatch(
    /^is no regular file .*; put the report in its place/u,
  )
  expect((await readReportBytes(join(folder, 'b.md'))).fault).toMatch(
    /^cannot be read \(not found\); make it/u,
  )
  await rm(folder, { recursive: true })
})
