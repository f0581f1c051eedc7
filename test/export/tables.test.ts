import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvFile } from '../../src/export/tables.ts'

/** Reads CSV as RFC 4180 has it. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [[]]
  for (const [, quoted, plain = '', end = ''] of text.matchAll(
    /(?:"((?:[^"]|"")*)"|([^,\r\n]*))(,|\r\n|$)/gy,
  )) {
    rows.at(-1)?.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'))
    if (end === '') break
    if (end === '\r\n') rows.push([])
  }
  return rows.slice(0, -1)
}

const cells = fc.oneof(fc.string(), fc.constantFrom('a,b', '"', 'x\ny', '\r\n', '伊宁市，“好”', '+3.8%', ''))

describe('csvFile', () => {
  it('gives every cell back, whatever is in it', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(cells, cells, cells), { minLength: 1, maxLength: 8 }), (rows) => {
        const text = csvFile({ columns: ['a', 'b', 'c'], rows })
        expect(text.codePointAt(0)).toBe(0xfeff)
        expect(readCsv(text.slice(1))).toEqual([['a', 'b', 'c'], ...rows])
      }),
    )
  })
})
