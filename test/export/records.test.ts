/** Citations letter by letter, with and without what a report may lack; and the head of a sheet of changes. */
import { beforeAll, describe, expect, it } from 'vitest'
import type { ReportChanges } from '../../src/counts/report-changes.ts'
import { changesSheet } from '../../src/export/changes-sheet.ts'
import { citeCslJson } from '../../src/export/csl-json.ts'
import { citeRis } from '../../src/export/ris.ts'
import type { ReportSummary } from '../../src/search/backend.ts'
import { report as makeReport, openSmallCorpus } from '../search/small-corpus.ts'

const made = makeReport(
  'yunling-2024',
  { place: '云岭县', year: 2024, meeting: '第三次会议', date: '2024-01-12', speaker: '张三' },
  ['全年接待游客93万人次。'],
)
const [passage] = made.passages as [(typeof made.passages)[number]]
let report: ReportSummary

beforeAll(async () => {
  const { reports } = await (await openSmallCorpus([made])).catalog()
  report = reports[0] as ReportSummary
})

const linesOf = (text: string): string[] => text.split('\r\n')

describe('RIS', () => {
  it('has a line a field, in order, and ends as the format asks', () => {
    expect(
      linesOf(citeRis({ ...passage, page: 7 }, report, { url: 'https://a.org/x', day: '2026-03-02' })),
    ).toEqual([
      'TY  - RPRT',
      `ID  - ${passage.id}`,
      'AU  - 张三',
      'TI  - 政府工作报告',
      'PB  - 第三次会议',
      'CY  - 云岭县',
      'PY  - 2024',
      'DA  - 2024/01/12',
      'SP  - 7',
      'N1  - 第1段（第7页）',
      'LA  - zh',
      'UR  - https://a.org/x',
      'Y2  - 2026/03/02',
      'ER  - ',
      '',
    ])
  })

  it('leaves out what the report lacks', () => {
    const bare = { ...report, meeting: '', date: '', speaker: '' }
    const tags = linesOf(citeRis(passage, bare)).map((line) => line.slice(0, 2))
    expect(tags).toEqual(['TY', 'ID', 'TI', 'PB', 'CY', 'PY', 'N1', 'LA', 'ER', ''])
    expect(citeRis(passage, bare)).toContain('PB  - 云岭县')
  })
})

it('CSL-JSON is a list of one item, set in by two spaces', () => {
  const text = citeCslJson(passage, report)
  expect(text).toBe(`${JSON.stringify(JSON.parse(text), null, 2)}\n`)
  expect(JSON.parse(text)).toHaveLength(1)
})

it.each([
  ['云岭县', '云岭县 2023 → 2024 T'],
  ['海滨市', '云岭县 2023 → 海滨市 2024 T'],
])('a sheet of changes names its two reports: to %s', (place, title) => {
  const found = {
    a: { ...report, year: 2023 },
    b: { ...report, place },
    changes: [],
    terms: [],
    earlier: [],
  } as unknown as ReportChanges
  expect(changesSheet(found, (key) => (key === 'changes-title' ? 'T' : key)).title).toBe(title)
})
