import { describe, expect, it } from 'vitest'
import { formatFault, parseReportBytes } from '../../src/corpus/read-corpus.ts'

const file = '/corpus/qinghe-2021.md'
const parse = (source: string | Buffer) => parseReportBytes(file, { bytes: Buffer.from(source) })

describe('parseReportBytes', () => {
  it('reads a report, with the file’s name for its id', () => {
    const { report } = parse('---\ntitle: 题\nplace: 青禾县\nyear: 2021\n---\n\n甲。\n')
    expect(report).toMatchObject({ id: 'qinghe-2021', passages: [{ text: '甲。' }] })
  })

  it.each<[string, string | Buffer, string]>([
    [
      'is not UTF-8',
      Buffer.from([65, 10, 66, 10, 0xff]),
      '3: is not UTF-8; save it as UTF-8, or make it anew with yinju import',
    ],
    [
      'has no fields',
      '---\n题\n---\n\n甲。\n',
      '2: front matter holds no fields; write title:, place:, year: …',
    ],
  ])('names the line of a file that %s', (_what, source, message) => {
    expect(parse(source).faults?.map(formatFault)).toEqual([`${file}:${message}`])
  })

  it('names in the first line what kept the bytes from being read', () => {
    expect(parseReportBytes(file, { fault: 'is a folder' }).faults).toEqual([
      { file, line: 1, message: 'is a folder' },
    ])
  })
})
