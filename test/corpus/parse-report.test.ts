import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { escapeParagraph } from '../../src/corpus/blocks.ts'
import { readFrontMatterField } from '../../src/corpus/front-matter.ts'
import { parseReport } from '../../src/corpus/parse-report.ts'

const FRONT = ['title: 政府工作报告', 'place: 青禾县', 'level: 县', 'date: 2021-02-03', 'year: 2021']
const file = (body: string, front: readonly string[] = FRONT): string =>
  `---\n${front.join('\n')}\n---\n\n# 政府工作报告\n\n${body}\n`
const texts = (source: string): string[] =>
  (parseReport('qinghe-2021', source).report?.passages ?? []).map((passage) => passage.text)
const faults = (source: string, id = 'qinghe-2021'): string[] =>
  (parseReport(id, source).faults ?? []).map((fault) => `${fault.line}: ${fault.message}`)

describe('parseReport', () => {
  it('numbers paragraphs through the report and gives each its heading path', () => {
    const { report } = parseReport(
      'qinghe-2021',
      file('甲段。\n\n## 一、回顾\n\n乙段。\n\n### （一）农业\n\n丙段。\n\n## 二、安排\n\n丁段。'),
    )
    expect(report?.passages.map(({ paragraph, section }) => [paragraph, ...section])).toEqual([
      [1],
      [2, '一、回顾'],
      [3, '一、回顾', '（一）农业'],
      [4, '二、安排'],
    ])
    expect(report?.sections.map(({ path }) => path)).toEqual([
      ['政府工作报告'],
      ['一、回顾'],
      ['一、回顾', '（一）农业'],
      ['二、安排'],
    ])
    expect(report?.sections.map(({ heading, first, last }) => [heading, first, last])).toEqual([
      ['政府工作报告', 1, 4],
      ['一、回顾', 2, 3],
      ['（一）农业', 3, 3],
      ['二、安排', 4, 4],
    ])
  })

  it('survives a hand: CRLF, a byte order mark, indents, trailing spaces, broken lines', () => {
    const source = `\uFEFF${file('　　甲段的第一行，  \n第二行。\n\n乙段。  ')}`.replaceAll('\n', '\r\n')
    expect(texts(source)).toEqual(['甲段的第一行，第二行。', '乙段。'])
  })

  it.each(['# 项目名', '#', '\\# 项目名', '###### 六', '#1项目', '---', '- 一项', '> 引', '**粗**', '1. 一'])(
    'reads a paragraph %s as it is',
    (text) => {
      expect(texts(file(`甲段。\n\n${escapeParagraph(text)}`))).toEqual(['甲段。', text])
    },
  )

  it('gives back any paragraph that the writer escapes', () => {
    const paragraph = fc
      .string({ minLength: 1, maxLength: 40 })
      .map((text) => text.replace(/\s+/gu, ' ').trim())
      .filter((text) => text !== '')
    fc.assert(
      fc.property(paragraph, (text) => {
        expect(texts(file(escapeParagraph(text)))).toEqual([text])
      }),
    )
  })

  it('tells the page on which a passage begins', () => {
    const { report } = parseReport(
      'qinghe-2021',
      file('甲。\n\n乙。\n\n丙。\n\n丁。', [...FRONT, 'pages: [1, 3, 4]']),
    )
    expect(report?.passages.map((passage) => passage.page)).toEqual([1, 1, 2, 3])
  })

  it('keeps a passage’s id when other paragraphs change, and counts repeated ones', () => {
    const [first] = [
      parseReport('qinghe-2021', file('甲段。\n\n各位代表！\n\n各位代表！')).report?.passages ?? [],
    ]
    const [second] = [
      parseReport('qinghe-2021', file('乙段改了。\n\n各位代表！\n\n各位代表！')).report?.passages ?? [],
    ]
    expect(first?.[1]?.id).toBe(second?.[1]?.id)
    expect(first?.[2]?.id).toBe(`${first?.[1]?.id}-2`)
    expect(first?.[0]?.id).not.toBe(second?.[0]?.id)
  })

  it('gives a passage the id that links to it have had from the beginning', () => {
    const { report } = parseReport('qinghe-2021', file('各位代表！'))
    expect(report?.passages[0]?.id).toBe('qinghe-2021_927dee85e0')
  })

  it('joins lines that a hand broke with a space between Latin words only', () => {
    expect(texts(file('建成 Smart\nCity 项目，\n发展 AI\n产业 5\nG'))).toEqual([
      '建成 Smart City 项目，发展 AI产业 5 G',
    ])
  })

  it('reads every field as it is written, and knows what none tells', () => {
    const front = [
      'title: "  政府工作报告 "',
      'place: 青禾县',
      'level: 县',
      'meeting: 第三次会议',
      'date: 2021-02-03',
      'year: 2021',
      'reviews: 2020',
      'plans: 2021',
      'speaker: 张三',
      'post: 县长',
      'note: 2021',
      'url: https://a.org/x',
      'source: originals/x.txt',
      'sha256: abc',
      'formerly: [shanxi-2021]',
      'from: { year: file name }',
    ]
    const { sections: _, passages, ...meta } = parseReport('qinghe-2021', file('甲。', front)).report ?? {}
    expect(passages?.[0]?.page).toBeNull()
    expect(meta).toEqual({
      id: 'qinghe-2021',
      title: '政府工作报告',
      place: '青禾县',
      level: '县',
      meeting: '第三次会议',
      date: '2021-02-03',
      year: 2021,
      reviews: 2020,
      plans: 2021,
      speaker: '张三',
      post: '县长',
      note: '2021',
      url: 'https://a.org/x',
      source: 'originals/x.txt',
      sha256: 'abc',
      formerly: ['shanxi-2021'],
      from: { year: 'file name' },
    })
    const bare = parseReport('qinghe-2021', file('甲。', ['title: 题', 'place: 县', 'year: 2021'])).report
    expect(bare).toMatchObject({
      level: '',
      meeting: '',
      date: '',
      reviews: null,
      plans: null,
      speaker: '',
      from: {},
    })
    expect(bare).not.toHaveProperty('formerly')
  })

  it.each([
    ['pages: [2, 3]', [null, 1]],
    ['pages: []', [null, null]],
    ['pages: [1]', [1, 1]],
  ])('tells no page before the first that is known: %s', (pages, expected) => {
    const { report } = parseReport('qinghe-2021', file('甲。\n\n乙。', [...FRONT, pages]))
    expect(report?.passages.map(({ page }) => page)).toEqual(expected)
  })

  it.each([
    ['no front matter', '# 题\n\n甲。\n', /^1: no front matter; open the file with a line ---/],
    ['an unclosed front matter', '---\ntitle: 题\n\n甲。\n', /^1: no front matter/],
    [
      'YAML that is none',
      file('甲。', ['title: "题', 'year: 2021']),
      /^[23]: front matter is not YAML .*; correct the line$/,
    ],
    [
      'a front matter without fields',
      '---\n政府工作报告\n---\n\n甲。\n',
      /^2: front matter holds no fields; write title:, place:, year: …$/,
    ],
    ['a front matter without lines', '---\n---\n\n甲。\n', /^2: front matter holds no fields/],
    [
      'a front matter that is too long',
      file('甲。', [...FRONT, `note: ${'a'.repeat(70_000)}`]),
      /^1: front matter has 68 KB, more than 64; write only the fields of a report$/,
    ],
    [
      'a field that stands for another',
      file('甲。', [...FRONT, 'note: *重要*']),
      /^7: \*重要\* refers to another field; put the value in quotation marks$/,
    ],
    [
      'a date that is none',
      file('甲。', [...FRONT.filter((line) => !line.startsWith('date')), 'date: 2021年']),
      /^6: date: 2021年 is not a day; write it as 2023-01-12$/,
    ],
    [
      'a level that is none',
      file('甲。', ['title: 题', 'place: 县', 'year: 2021', 'level: 村']),
      /^5: level: 村 is not known; write one of/,
    ],
    ['no year', file('甲。', ['title: 题', 'place: 青禾县']), /^2: year: is missing/],
    ['no place', file('甲。', ['title: 题', 'year: 2021']), /^2: place: is missing/],
    ['no paragraph', file(''), /^7: no paragraph; write the report below the front matter$/],
    ['an empty heading', file('甲。\n\n##\n\n乙。'), /^13: heading without words/],
    [
      'a heading over nothing',
      file('甲。\n\n## 一、回顾'),
      /^13: heading without text \(一、回顾\); write a paragraph under it or remove the #$/,
    ],
  ])('names the line and the fix for %s', (_, source, message) => {
    expect(faults(source)[0]).toMatch(message)
  })

  it.each([
    ['reviews: 1948', 'reviews: 1948 is not a year; write four digits from 1949 to 2100'],
    ['reviews: 1949', null],
    ['reviews: 2100', null],
    ['reviews: 2101', 'reviews: 2101 is not a year'],
    ['reviews: 2020.5', 'reviews: 2020.5 is not a year'],
    ['reviews: "2020"', 'reviews: 2020 is not a year'],
    ['reviews:', null],
    ["reviews: ''", null],
    ['note: [甲]', 'note: is not text; write it on one line'],
    ['note:', null],
    ['from: [甲]', 'from: is not a list of field: origin'],
    ['from: 甲', 'from: is not a list of field: origin'],
    ['pages: [1, x]', 'pages: is not a list of paragraph numbers'],
    ['pages: 1', 'pages: is not a list of paragraph numbers'],
    ['formerly: 甲', 'formerly: is not a list of ids'],
    ['formerly: [1]', 'formerly: is not a list of ids'],
  ])('says of the field %s what is wrong, if anything', (field, message) => {
    const told = faults(file('甲。', [...FRONT, field]))
    expect(told).toEqual(message === null ? [] : [expect.stringContaining(`7: ${message}`)])
  })

  it.each([
    ['a'.repeat(40), true],
    ['a'.repeat(41), false],
    ['Qinghe', false],
    ['a_b', false],
  ])('takes %s for an id: %s', (id, isOne) => {
    expect(faults(file('甲。'), id).length === 0).toBe(isOne)
  })

  it.each([
    ['## 一\n\n## 二\n\n甲。', 1],
    ['## 一\n\n### （一）\n\n甲。', 0],
    ['### （一）\n\n## 二\n\n甲。', 1],
  ])('wants words below each heading: %j', (body, count) => {
    expect(faults(file(body))).toHaveLength(count)
  })

  it('names a file whose name is no id in its first line', () => {
    expect(faults(file('甲。'), 'Qinghe')).toEqual([
      '1: report id Qinghe: rename the file to 1 to 40 of a-z, 0-9 and -',
    ])
  })

  it('takes a front matter of 64 KB', () => {
    const rest = 64 * 1024 - Buffer.byteLength([...FRONT, 'note: '].join('\n'))
    expect(faults(file('甲。', [...FRONT, `note: ${'a'.repeat(rest)}`]))).toEqual([])
  })

  it('reads a body that begins right below the front matter', () => {
    expect(texts(`---\n${FRONT.join('\n')}\n---\n甲。\n\n乙。\n`)).toEqual(['甲。', '乙。'])
  })

  it('ends a paragraph at a heading and at the end of the file, without an empty line', () => {
    const { report } = parseReport('qinghe-2021', `${file('甲。\n## 一、回顾\n乙。')}丙。`)
    expect(report?.passages.map(({ text, section }) => [text, ...section])).toEqual([
      ['甲。'],
      ['乙。丙。', '一、回顾'],
    ])
  })

  it('ends a part of the report, whatever its rank, where the next begins', () => {
    const { report } = parseReport('qinghe-2021', file('甲。\n\n# 附件\n\n乙。\n\n丙。'))
    expect(report?.sections.map(({ heading, first, last }) => [heading, first, last])).toEqual([
      ['政府工作报告', 1, 1],
      ['附件', 2, 3],
    ])
  })

  it('looks for leads among the paragraphs under one heading', () => {
    const rest = '全年完成造林三万亩，改造渠道五十公里。'
    const body = [
      '## 一、农业',
      `稳定粮食生产。${rest}`,
      `壮大乡村产业。${rest}`,
      '## 二、城市',
      `提升城市品质。${rest}`,
      '## 三、民生',
      `扩大就业规模。${rest}`,
    ]
    const { report } = parseReport('qinghe-2021', file(body.join('\n\n')))
    expect(report?.passages.map(({ section }) => section)).toEqual([
      ['一、农业', '稳定粮食生产'],
      ['一、农业', '壮大乡村产业'],
      ['二、城市'],
      ['三、民生'],
    ])
  })

  it.each([
    ['---\nurl: https://a.org\n---\nurl: b', 'https://a.org'],
    ['---\ntitle: 题\n---\nurl: b', ''],
    ['---\nurl: https://a.org\n', ''],
    ['---\n---\nurl: b', ''],
    ['---\n---\nurl: b\n---', ''],
  ])('reads one field of %j without the rest', (source, value) => {
    expect(readFrontMatterField(source, 'url')).toBe(value)
  })

  it('names every fault at once', () => {
    expect(faults(file('甲。\n\n## 一、回顾', ['level: 村']), 'Qinghe 2021')).toHaveLength(6)
  })
})
