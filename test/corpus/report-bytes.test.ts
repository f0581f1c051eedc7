import { expect, it } from 'vitest'
import { isReportName, reasonOf } from '../../src/corpus/report-bytes.ts'

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
