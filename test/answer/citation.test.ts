import { describe, expect, it } from 'vitest'
import { citeGbt7714, citePassage, citeReport, copyCitation } from '../../src/answer/citation.ts'
import type { Passage, ReportMeta } from '../../src/corpus/report.ts'
import { citeBibtex } from '../../src/export/bibtex.ts'

const passage: Passage = {
  id: 'yunling-2024_0123456789',
  report: 'yunling-2024',
  paragraph: 12,
  section: ['一、2023年工作回顾', '（一）经济运行持续向好'],
  text: '粮食产量达12.6万吨。',
  page: null,
}

const yunling: ReportMeta = {
  id: 'yunling-2024',
  title: '政府工作报告',
  place: '云岭县',
  level: '县',
  meeting: '云岭县第十八届人民代表大会第三次会议',
  date: '2024-01-09',
  year: 2024,
  reviews: 2023,
  plans: 2024,
  speaker: '阿依·古丽',
  post: '县长',
  note: '',
  url: '',
  source: '',
  sha256: '',
  from: {},
}

const bare: ReportMeta = { ...yunling, level: '', meeting: '', date: '', speaker: '', post: '' }

describe('the line for readers', () => {
  it.each<[string, Partial<ReportMeta>, string]>([
    [
      'all that is known',
      {},
      '云岭县2024年政府工作报告（2024年1月9日在云岭县第十八届人民代表大会第三次会议上，县长阿依·古丽）',
    ],
    [
      'a title with its place',
      { title: '2023年云岭县政府工作报告' },
      '2023年云岭县政府工作报告（2024年1月9日在云岭县第十八届人民代表大会第三次会议上，县长阿依·古丽）',
    ],
    [
      'a title with a year alone',
      { title: '2023年政府工作报告' },
      '云岭县2023年政府工作报告（2024年1月9日在云岭县第十八届人民代表大会第三次会议上，县长阿依·古丽）',
    ],
    [
      'a title with a year in Chinese numerals',
      { title: '二〇二三年政府工作报告', meeting: '' },
      '云岭县二〇二三年政府工作报告（2024年1月9日，县长阿依·古丽）',
    ],
    ['no meeting', { meeting: '' }, '云岭县2024年政府工作报告（2024年1月9日，县长阿依·古丽）'],
    [
      'no date',
      { date: '' },
      '云岭县2024年政府工作报告（云岭县第十八届人民代表大会第三次会议，县长阿依·古丽）',
    ],
    [
      'no speaker',
      { speaker: '', post: '' },
      '云岭县2024年政府工作报告（2024年1月9日在云岭县第十八届人民代表大会第三次会议上）',
    ],
  ])('names %s', (_name, fields, source) => {
    expect(citePassage(passage, { ...yunling, ...fields })).toBe(
      `${source} › 一、2023年工作回顾 › （一）经济运行持续向好 › 第12段`,
    )
  })

  it('invents nothing where the front matter is silent', () => {
    expect(citePassage({ ...passage, section: [] }, bare)).toBe('云岭县2024年政府工作报告 › 第12段')
  })

  it('tells the year of the meeting when title and date do not', () => {
    const report = { ...bare, title: '云岭县政府工作报告' }
    expect(citePassage({ ...passage, section: [] }, report)).toBe('云岭县政府工作报告（2024年） › 第12段')
  })

  it('names the page where it is known, and the last paragraph of words that run on', () => {
    const last = { ...passage, paragraph: 13 }
    expect(citePassage({ ...passage, page: 3 }, yunling, last)).toMatch(/ › 第12—13段（第3页）$/u)
  })
})

describe('GB/T 7714', () => {
  it.each<[string, Partial<ReportMeta>, number | null, string]>([
    [
      'on paper',
      {},
      null,
      '阿依·古丽. 政府工作报告[R]. 云岭县: 云岭县第十八届人民代表大会第三次会议, 2024-01-09: 第12段.',
    ],
    [
      'with a page',
      {},
      3,
      '阿依·古丽. 政府工作报告[R]. 云岭县: 云岭县第十八届人民代表大会第三次会议, 2024-01-09: 3, 第12段.',
    ],
    [
      'online',
      { url: 'https://www.example.org/a' },
      null,
      '阿依·古丽. 政府工作报告[R/OL]. 云岭县: 云岭县第十八届人民代表大会第三次会议, 2024-01-09: 第12段. https://www.example.org/a.',
    ],
    [
      'without speaker, meeting and date',
      { speaker: '', meeting: '', date: '' },
      null,
      '政府工作报告[R]. 云岭县: [出版者不详], 2024: 第12段.',
    ],
  ])('cites a report %s', (_name, fields, page, line) => {
    expect(citeGbt7714({ ...passage, page }, { ...yunling, ...fields })).toBe(line)
  })
})

describe('BibTeX', () => {
  it('is a techreport whose key is the id of the passage', () => {
    expect(citeBibtex(passage, yunling)).toBe(
      [
        '@techreport{yunling-2024_0123456789,',
        '  author = {{阿依·古丽}},',
        '  title = {政府工作报告},',
        '  institution = {{云岭县第十八届人民代表大会第三次会议}},',
        '  address = {云岭县},',
        '  year = {2024},',
        '  month = jan,',
        '  date = {2024-01-09},',
        '  note = {一、2023年工作回顾 › （一）经济运行持续向好 › 第12段}',
        '}',
      ].join('\n'),
    )
  })

  it('escapes what TeX takes for markup', () => {
    const entry = citeBibtex(passage, {
      ...yunling,
      title: '50% & {更多}_#1\\~^$',
      url: 'https://a.cn/?q={1}&p=50%25',
    })
    expect(entry).toContain(
      'title = {50\\% \\& \\{更多\\}\\_\\#1\\textbackslash{}\\textasciitilde{}\\textasciicircum{}\\$}',
    )
    expect(entry).toContain('url = {https://a.cn/?q=%7B1%7D&p=50%25}')
  })

  it('leaves out what is not known', () => {
    const entry = citeBibtex(passage, bare)
    expect(entry).not.toMatch(/author|month|date|pages|url/u)
    expect(entry).toContain('institution = {{云岭县}}')
  })
})

describe('what one tap copies', () => {
  it('is the quote and the citation when both fit', () => {
    expect(copyCitation(passage, yunling)).toBe(`“粮食产量达12.6万吨。”\n${citeGbt7714(passage, yunling)}`)
  })

  it('is the words that were quoted, however short the paragraph', () => {
    expect(copyCitation(passage, yunling, { quote: '12.6万吨' })).toMatch(/^“12\.6万吨”\n/u)
  })

  it('takes the shorter quote when the paragraph is too long', () => {
    const long = { ...passage, text: '长'.repeat(300) }
    expect(copyCitation(long, yunling, { quote: '…粮食产量达12.6万吨…' })).toMatch(
      /^“…粮食产量达12\.6万吨…”\n/u,
    )
    expect(copyCitation(long, yunling)).toBe(citeGbt7714(long, yunling))
  })

  it('leaves out the address of the web rather than the citation', () => {
    const report = { ...yunling, url: `https://www.example.org/${'a'.repeat(300)}` }
    const text = copyCitation({ ...passage, text: '长'.repeat(300) }, report)
    expect(text).toBe(citeGbt7714(passage, yunling))
  })

  it('is whole where it is as long as the limit', () => {
    const citation = citeGbt7714(passage, yunling)
    const both = `“${passage.text}”\n${citation}`
    expect(copyCitation(passage, yunling, { limit: both.length })).toBe(both)
    expect(copyCitation(passage, yunling, { limit: both.length - 1 })).toBe(citation)
    expect(copyCitation(passage, yunling, { limit: citation.length })).toBe(citation)
    const cut = copyCitation(passage, yunling, { limit: citation.length - 1 })
    expect(cut).toBe(`${citation.slice(0, -2)}…`)
  })

  it('stays within the limit whatever the front matter holds', () => {
    const report = { ...yunling, title: '𠮷'.repeat(200), meeting: '会'.repeat(200) }
    const text = copyCitation(passage, report)
    expect(text.length).toBeLessThanOrEqual(256)
    expect(Buffer.from(text).toString()).toBe(text)
  })
})

it.each<[Partial<ReportMeta>, string]>([
  [
    yunling,
    '云岭县2024年政府工作报告（2024年1月9日在云岭县第十八届人民代表大会第三次会议上，县长阿依·古丽）',
  ],
  [{ speaker: '阿依·古丽' }, '云岭县2024年政府工作报告（阿依·古丽）'],
  [{}, '云岭县2024年政府工作报告'],
])('cites a report as a whole: %j', (fields, plain) => {
  expect(citeReport({ ...bare, ...fields }).plain).toBe(plain)
})

it('tells the day of access beside an address alone', () => {
  const access = (url: string | null, day: string) => citeGbt7714(passage, bare, { url, day })
  expect(access('https://a.org/x', '2024-05-01')).toContain('[2024-05-01]. https://a.org/x.')
  expect(access(null, '2024-05-01')).not.toContain('2024-05-01')
})
