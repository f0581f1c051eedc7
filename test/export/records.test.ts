/** Citations letter by letter, with and without what a report may lack; and the head of a sheet of changes. */
import { beforeAll, describe, expect, it } from 'vitest'
import type { Change, ChangeSide } from '../../src/counts/changes.ts'
import type { ReportChanges } from '../../src/counts/report-changes.ts'
import { citeBibtex } from '../../src/export/bibtex.ts'
import { changesSheet } from '../../src/export/changes-sheet.ts'
import { citeCslJson } from '../../src/export/csl-json.ts'
import { citeRis } from '../../src/export/ris.ts'
import type { ReportSummary } from '../../src/search/backend.ts'
import { keyText } from '../key-text.ts'
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

describe('CSL-JSON', () => {
  const ACCESS = { url: 'https://a.org/x', day: '2026-03-02' }
  const itemOf = (...cited: Parameters<typeof citeCslJson>): unknown => {
    const text = citeCslJson(...cited)
    const items = JSON.parse(text) as unknown[]
    expect(text).toBe(`${JSON.stringify(items, null, 2)}\n`)
    expect(items).toHaveLength(1)
    return items[0]
  }

  it('is a list of one item with all that the report tells', () => {
    expect(itemOf({ ...passage, page: 7 }, report, ACCESS)).toEqual({
      id: passage.id,
      type: 'report',
      title: '政府工作报告',
      author: [{ literal: '张三' }],
      publisher: '第三次会议',
      'publisher-place': '云岭县',
      issued: { 'date-parts': [[2024, 1, 12]] },
      page: '7',
      note: '第1段（第7页）',
      language: 'zh',
      URL: 'https://a.org/x',
      accessed: { 'date-parts': [[2026, 3, 2]] },
    })
  })

  it('leaves out what the report lacks', () => {
    expect(itemOf(passage, { ...report, meeting: '', date: '', speaker: '' })).toEqual({
      id: passage.id,
      type: 'report',
      title: '政府工作报告',
      publisher: '云岭县',
      'publisher-place': '云岭县',
      issued: { 'date-parts': [[2024]] },
      note: '第1段',
      language: 'zh',
    })
  })
})

describe('BibTeX', () => {
  const linesOfEntry = (...cited: Parameters<typeof citeBibtex>): string[] => citeBibtex(...cited).split('\n')

  it('has a line a field, the month by its name', () => {
    const read = { url: 'https://a.org/x{1}', day: '2026-03-02' }
    expect(linesOfEntry({ ...passage, page: 7 }, report, read)).toEqual([
      `@techreport{${passage.id},`,
      '  author = {{张三}},',
      '  title = {政府工作报告},',
      '  institution = {{第三次会议}},',
      '  address = {云岭县},',
      '  year = {2024},',
      '  month = jan,',
      '  date = {2024-01-12},',
      '  pages = {7},',
      '  note = {第1段（第7页）},',
      '  url = {https://a.org/x%7B1%7D},',
      '  urldate = {2026-03-02}',
      '}',
    ])
  })

  it('leaves out what the report lacks', () => {
    const bare = { ...report, meeting: '', date: '', speaker: '' }
    const names = linesOfEntry(passage, bare).flatMap((line) => /^ {2}(\w+) = /.exec(line)?.[1] ?? [])
    expect(names).toEqual(['title', 'institution', 'address', 'year', 'note'])
    expect(citeBibtex(passage, bare)).toContain('institution = {{云岭县}}')
  })
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

describe('a sheet of changes', () => {
  const side = (paragraph: number, text: string): ChangeSide => ({
    passage: '',
    paragraph,
    start: 0,
    end: 0,
    text,
    tells: 'actual',
  })
  const diff = [
    { text: '增长', kind: 'same' },
    { text: '5%', kind: 'removed' },
    { text: '6%', kind: 'added' },
  ] as const
  const changes: Change[] = [
    { kind: 'new', a: null, b: side(2, '新'), diff: [], clauses: [] },
    { kind: 'kept', a: side(3, '同'), b: side(3, '同'), diff: [], clauses: [] },
    { kind: 'figure', a: side(4, '增长5%'), b: side(5, '增长6%'), diff, clauses: diff },
    {
      kind: 'reworded',
      a: side(7, '改'),
      b: side(8, '改'),
      diff: [{ text: '改了', kind: 'same' }],
      clauses: [],
    },
    { kind: 'dropped', a: side(6, '旧'), b: null, diff: [], clauses: [] },
  ]
  const sheetOf = (place: string, terms: ReportChanges['terms'] = []) =>
    changesSheet(
      { a: { ...report, year: 2023 }, b: { ...report, place }, changes, terms, earlier: 4 } as never,
      keyText,
    )

  it('tells every sentence that is not the same, by kinds, with where it stands', () => {
    const { parts, summary } = sheetOf('云岭县')
    expect(summary).toBe('changes-summary 1 1 1 1 1')
    expect(parts).toEqual([
      {
        heading: 'changes-part-figure 1',
        rows: [{ source: '2023 paragraph 4 → 2024 paragraph 5', pieces: diff }],
      },
      {
        heading: 'changes-part-reworded 1',
        rows: [{ source: '2023 paragraph 7 → 2024 paragraph 8', pieces: [{ text: '改了', kind: 'same' }] }],
      },
      {
        heading: 'changes-part-new 1',
        rows: [{ source: '2024 paragraph 2', pieces: [{ text: '新', kind: 'same' }] }],
      },
      {
        heading: 'changes-part-dropped 1',
        rows: [{ source: '2023 paragraph 6', pieces: [{ text: '旧', kind: 'same' }] }],
      },
    ])
  })

  it('names the places where they are two', () => {
    expect(sheetOf('海滨市').parts[0]?.rows[0]?.source).toBe('云岭县 paragraph 4 → 海滨市 paragraph 5')
  })

  it('says of a new term how often it stands, where that is more than once', () => {
    const terms = [
      { term: '甲', count: 1, passage: '' },
      { term: '乙', count: 2, passage: '' },
    ]
    expect(sheetOf('云岭县', terms).terms).toEqual({
      heading: 'changes-termschanges-terms-scope 4',
      words: ['甲', '乙×2'],
    })
    expect(sheetOf('云岭县').terms).toBeNull()
  })
})
