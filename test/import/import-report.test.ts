import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseReport } from '../../src/corpus/parse-report.ts'
import { type Imported, importSource } from '../../src/import/import-report.ts'
import type { SourceLine } from '../../src/import/source/source.ts'
import { findFormer, type ReportSummary } from '../../src/search/backend.ts'
import { lettersOf } from '../../src/text/normalizer.ts'
import { HEAD, LONG_BODY, sourceOf, wrap } from './sample-report.ts'

const isHeading = (text: string): boolean => /^(?:[一二三]、|（[一二三四]）)/.test(text)

function imported(lines: readonly (string | SourceLine)[], name?: string): Imported {
  const outcome = importSource(sourceOf(lines, name))
  if (outcome.status !== 'imported') throw new Error(outcome.reason)
  return outcome
}

/** Headings and paragraphs of the report file, marks off. */
function blocks(outcome: Imported): string[] {
  const body = outcome.text
    .slice(outcome.text.indexOf('\n# ') + 1)
    .split('\n\n')
    .slice(1)
  return body.map((block) => block.trim().replace(/^#+ /, ''))
}

describe('importSource', () => {
  it('keeps a heading apart from the one above it, which fills the last line of a page', () => {
    const second = LONG_BODY.findIndex((_, index) => index > 0 && LONG_BODY[index - 1]?.startsWith('三、'))
    const lines = LONG_BODY.map((text, index) =>
      index === second
        ? { text, page: 2, opens: false }
        : { text, page: index < second ? 1 : 2, opens: true },
    )
    const imported = importSource(sourceOf([...HEAD, ...lines]))
    expect(imported.status === 'imported' && imported.text).toContain(
      `\n## ${LONG_BODY[second - 1]}\n\n### ${LONG_BODY[second]}\n`,
    )
  })

  const wrapped = LONG_BODY.flatMap((text) => (isHeading(text) ? [text] : wrap(text, 56)))
  const layouts: readonly (readonly [string, readonly string[]])[] = [
    ['a paragraph a line', [...HEAD, ...LONG_BODY]],
    [
      'a paragraph a line, with blank lines and indents',
      [...HEAD, ...LONG_BODY].flatMap((text) => ['', `　　${text}`]),
    ],
    ['lines wrapped at 28 characters', [...HEAD, ...wrapped]],
    ['wrapped lines with blank lines between', [...HEAD, ...wrapped].flatMap((text) => [text, ''])],
    [
      'wrapped lines with indents',
      [
        ...HEAD,
        ...LONG_BODY.flatMap((text) =>
          wrap(text, 56).map((line, index) => (index === 0 ? `　　${line}` : line)),
        ),
      ],
    ],
    ['line breaks written out', [[...HEAD, ...LONG_BODY].join('\\r\\n')]],
    [
      'spaces around figures',
      [...HEAD, ...LONG_BODY].map((text) => text.replace(/(\d+(?:\.\d+)?%?)/g, ' $1 ')),
    ],
  ]

  it.each(layouts)('makes the same paragraphs of %s', (_, lines) => {
    expect(blocks(imported(lines))).toEqual(LONG_BODY)
  })

  it.each(layouts)('loses no letter of %s', (_, lines) => {
    const outcome = imported(lines)
    expect(outcome.warnings).toEqual([])
    expect(outcome.dropped).toEqual([])
    expect(outcome.keptChars).toBe(lettersOf(lines.join('').replaceAll('\\r\\n', '')).length)
  })

  it('reads its metadata and gives an id in pinyin', () => {
    expect(imported([...HEAD, ...LONG_BODY]).meta).toMatchObject({
      id: 'qinghe-2021',
      title: '政府工作报告',
      place: '青禾县',
      level: '县',
      meeting: '青禾县第十六届人民代表大会第五次会议',
      date: '2021-02-03',
      year: 2021,
      reviews: 2020,
      plans: 2021,
      speaker: '林小川',
      post: '青禾县人民政府县长',
      from: {},
    })
  })

  it('takes away what a web page puts around a report', () => {
    const above = [
      '当前位置：',
      '首页',
      '>',
      '政务公开',
      '【字体：',
      '大',
      '中',
      '小',
      '】',
      '打印',
      '来源：青禾日报',
      '发布时间：2021-02-09',
    ]
    const below = [
      '相关报道：',
      '邻县2021年政府工作报告',
      '扫一扫在手机打开当前页',
      '主办：青禾县人民政府办公室',
      '某ICP备05000000号-1',
      '您是第 1000 位访客',
    ]
    const outcome = imported([...above, ...HEAD, ...LONG_BODY, ...below])
    expect(blocks(outcome)).toEqual(LONG_BODY)
    expect(outcome.dropped.map((item) => item.line)).toHaveLength(
      [...above, ...below].filter((line) => lettersOf(line) !== '').length,
    )
  })

  it('takes page numbers and a running head out of sentences', () => {
    const lines = wrapped.flatMap((text, index) =>
      index % 17 === 16 ? [text, `— ${(index + 1) / 17} —`, '青禾县人大会议文件'] : [text],
    )
    const outcome = imported([...HEAD, ...lines])
    expect(blocks(outcome)).toEqual(LONG_BODY)
    expect(new Set(outcome.dropped.map((item) => item.reason))).toEqual(
      new Set(['page number', 'running head']),
    )
  })

  it('joins paragraphs that page breaks cut', () => {
    const cut = LONG_BODY.flatMap((text) =>
      text.length > 90 ? [text.slice(0, 47), '', text.slice(47)] : [text],
    )
    expect(blocks(imported([...HEAD, ...cut]))).toEqual(LONG_BODY)
  })

  it('keeps paragraphs apart that open with leads, though one lost its full stop', () => {
    const leads = ['农业强县。', '工业富县。', '生态立县。'].map(
      (lead, index) => `${lead}全年安排重点项目${index + 3}个，完成投资${index + 7}亿元，确保实现“一次办好”`,
    )
    expect(blocks(imported([...HEAD, ...LONG_BODY.slice(0, -1), ...leads, LONG_BODY.at(-1) ?? '']))).toEqual([
      ...LONG_BODY.slice(0, -1),
      ...leads,
      LONG_BODY.at(-1),
    ])
  })

  it('takes away what a page glues to its last words, and its publication data', () => {
    const glued = [...LONG_BODY.slice(0, -1), `${LONG_BODY.at(-1)}扫一扫在手机打开当前页【关闭当前页面】`]
    const below = '政府工作报告二〇二一年政府工作报告发布日期：2021-04-1316:17来源：青禾信息网朗读'
    expect(blocks(imported([...HEAD, ...glued, below]))).toEqual(LONG_BODY)
  })

  it('joins the words that a link set on lines of their own', () => {
    const linked = LONG_BODY.flatMap((text) => {
      const at = text.indexOf('服务群众')
      return at < 0 ? [text] : [text.slice(0, at), '服务群众', text.slice(at + 4)]
    })
    expect(linked.length).toBeGreaterThan(LONG_BODY.length)
    expect(blocks(imported([...HEAD, ...linked]))).toEqual(LONG_BODY)
  })

  it('joins what a link set apart near the beginning of a paragraph', () => {
    const linked = LONG_BODY.flatMap((text, index) => {
      const [, before = '', words = '', after = ''] = /^(把)(..建设)(摆.*)$/u.exec(text) ?? []
      const isBelowHeading = isHeading(LONG_BODY[index - 1] ?? '')
      return before === '' || isBelowHeading || index % 2 === 0 ? [text] : [before, words, after]
    })
    expect(linked.length).toBeGreaterThan(LONG_BODY.length + 4)
    expect(blocks(imported([...HEAD, ...linked]))).toEqual(LONG_BODY)
  })

  it('refuses what an import made before, whose front matter it would lose', () => {
    const [first = '', ...rest] = imported([...HEAD, ...LONG_BODY])
      .text.trim()
      .split('\n')
    const again = importSource(sourceOf([first, ...rest], 'qinghe-2021.md'))
    expect(again.status === 'refused' && again.reason).toMatch(/^is a report file already: copy it/u)
    const other = rest.filter((line) => !line.startsWith('sha256'))
    expect(importSource(sourceOf([first, ...other], 'qinghe-2021.md')).status).toBe('imported')
    expect(importSource(sourceOf([first, ...rest], 'qinghe-2021.md'), { force: true }).status).toBe(
      'imported',
    )
  })

  it('keeps one copy of a text that is printed twice, and says so', () => {
    const outcome = imported([...HEAD, ...LONG_BODY, ...HEAD, ...LONG_BODY])
    expect(blocks(outcome)).toEqual(LONG_BODY)
    expect(outcome.warnings.join()).toContain('twice')
  })

  it('takes date, meeting and speaker from the second copy where the first has none', () => {
    const outcome = imported([HEAD[0], ...LONG_BODY, ...HEAD, ...LONG_BODY], '报告.txt')
    expect(blocks(outcome)).toEqual(LONG_BODY)
    expect(outcome.meta).toMatchObject({
      title: '政府工作报告',
      meeting: '青禾县第十六届人民代表大会第五次会议',
      date: '2021-02-03',
      speaker: '林小川',
      from: {},
    })
    const dateless = imported([HEAD[0], ...LONG_BODY, HEAD[0], '2024年5月1日', ...LONG_BODY])
    expect(dateless.meta.date).toBe('')
  })

  it('takes the meeting from the file name where the text has none, and says so', () => {
    const outcome = imported(
      [HEAD[0], ...LONG_BODY],
      '2021年政府工作报告（在青禾县第十六届人民代表大会第五次会议上）.txt',
    )
    expect(outcome.meta.meeting).toBe('青禾县第十六届人民代表大会第五次会议')
    expect(outcome.meta.from.meeting).toBe('file name')
  })

  it('joins what stray breaks cut in a glossary, and leaves the headings among its entries', () => {
    const glossary = [
      '名词解释',
      '1.林长制：以党政领导负责制为核心，由各级',
      '林长',
      '分级负责的森林保护制度。',
      '［2］河长制：',
      '由各级河长负责的河湖保护制度。',
      '3.三张清单：指正面清单、',
      '负面清单：和责任清单。',
      '二、其他用语',
      '年度目标：新建学校三所。',
    ]
    expect(blocks(imported([...HEAD, ...LONG_BODY, ...glossary])).slice(-6)).toEqual([
      '名词解释',
      '1.林长制：以党政领导负责制为核心，由各级林长分级负责的森林保护制度。',
      '［2］河长制：由各级河长负责的河湖保护制度。',
      '3.三张清单：指正面清单、负面清单：和责任清单。',
      '二、其他用语',
      '年度目标：新建学校三所。',
    ])
  })

  it('gives a run-in heading a line of its own, its full stop gone with it', () => {
    const runIn = LONG_BODY.flatMap((text, index) =>
      text.startsWith('（')
        ? [`${text}。${LONG_BODY[index + 1]}`]
        : LONG_BODY[index - 1]?.startsWith('（')
          ? []
          : [text],
    )
    expect(blocks(imported([...HEAD, ...runIn]))).toEqual(LONG_BODY)
  })

  it('keeps a paragraph of more than 2,000 characters one paragraph', () => {
    const long = Array.from(
      { length: 60 },
      (_, index) => `第${index + 1}个村通了公路，新增停车位${index * 3 + 5}个，绿化村道${index + 2}公里。`,
    ).join('')
    expect(long.length).toBeGreaterThan(1500)
    expect(
      blocks(imported([...HEAD, ...LONG_BODY.slice(0, -1), long + long, LONG_BODY.at(-1) ?? ''])),
    ).toContain(long + long)
  })

  it('makes footmarks leave the words and keeps the notes', () => {
    const marked = LONG_BODY.map((text) =>
      text.replace('高标准农田', '高标准农田[1]').replace('林长制', '林长制[2]'),
    )
    const outcome = imported([
      ...HEAD,
      ...marked,
      '名词解释',
      '[1]高标准农田：旱涝保收的农田。',
      '[2]林长制：以党政领导负责制为核心的森林保护制度。',
    ])
    expect(blocks(outcome)).toEqual([
      ...LONG_BODY,
      '名词解释',
      '[1]高标准农田：旱涝保收的农田。',
      '[2]林长制：以党政领导负责制为核心的森林保护制度。',
    ])
    expect(outcome.dropped.map(({ text, reason }) => `${text} ${reason}`)).toEqual([
      '[1] footmark',
      '[2] footmark',
    ])
  })

  it('puts the rows of a table that lies one cell a line on one line each', () => {
    const cells = [
      '附件',
      '1',
      '新建幼儿园3所',
      '县教育局',
      '2',
      '改造户厕1800户',
      '县农业农村局',
      '3',
      '新建养老服务站9个',
      '县民政局',
    ]
    expect(blocks(imported([...HEAD, ...LONG_BODY, ...cells])).slice(-4)).toEqual([
      '附件',
      '1 | 新建幼儿园3所 | 县教育局',
      '2 | 改造户厕1800户 | 县农业农村局',
      '3 | 新建养老服务站9个 | 县民政局',
    ])
  })

  it('keeps an empty cell of a table', () => {
    const row = (text: string): SourceLine => ({ text, isBlock: true, isTableRow: true })
    const rows = [row('\t2022年\t2023年'), row('外贸总额\t\t3亿元'), row('生产总值\t80亿元\t86亿元')]
    const outcome = imported([...HEAD, ...LONG_BODY.slice(0, 4), ...rows, ...LONG_BODY.slice(4)])
    expect(blocks(outcome).slice(4, 7)).toEqual([
      '| 2022年 | 2023年',
      '外贸总额 |  | 3亿元',
      '生产总值 | 80亿元 | 86亿元',
    ])
  })

  it('never joins the blocks of a format that knows its paragraphs', () => {
    const outcome = imported([...HEAD, ...LONG_BODY].map((text) => ({ text, isBlock: true as const })))
    expect(blocks(outcome)).toEqual(LONG_BODY)
  })

  it('puts the notes at the foot of a page behind the paragraph that the page cuts, and takes their marks out', () => {
    const at = LONG_BODY.findIndex((text) => text.startsWith('全面落实河长制'))
    const cut = LONG_BODY[at] ?? ''
    const half = cut.indexOf('，空气质量')
    const note = (text: string, opens: boolean): SourceLine => ({ text, page: 1, opens, isNote: true })
    const lines: SourceLine[] = LONG_BODY.flatMap((text, index): SourceLine[] => {
      if (index !== at) return [{ text, page: index < at ? 1 : 2, opens: true }]
      return [
        { text: text.slice(0, half).replace('林长制', '林长制[①]'), page: 1, opens: true },
        note('①林长制：保护森林的', true),
        note('制度。', false),
        note('②河长制：保护河流的制度', true),
        { text: text.slice(half), page: 2, opens: false },
      ]
    })
    const outcome = imported([...HEAD, ...lines])
    expect(blocks(outcome)).toEqual([
      ...LONG_BODY.slice(0, at + 1),
      '①林长制：保护森林的制度。',
      '②河长制：保护河流的制度',
      ...LONG_BODY.slice(at + 1),
    ])
    const pages = parseReport(outcome.meta.id, outcome.text).report?.passages
    expect(pages?.find(({ text }) => text.startsWith('①'))?.page).toBe(1)
    expect(outcome.dropped.map(({ text }) => text)).toEqual(['[①]'])
  })

  it('writes down the page on which each paragraph begins', () => {
    const lines = [...HEAD, ...LONG_BODY].map((text, index) => ({
      text,
      page: index < 8 ? 1 : index < 20 ? 2 : 4,
    }))
    const { text, meta } = imported(lines)
    const pages = parseReport(meta.id, text).report?.passages.map((passage) => passage.page)
    expect(new Set(pages)).toEqual(new Set([1, 2, 4]))
    expect(pages).toEqual([...(pages ?? [])].sort())
  })

  it('takes place and year from the file name when the text has none, and says so', () => {
    const outcome = imported(
      LONG_BODY.map((text) =>
        text.replaceAll('青禾县人民政府', '县人民政府').replaceAll(/20(?=[12]\d年)\d\d年/g, ''),
      ),
      '青禾县2021年政府工作报告.txt',
    )
    expect(outcome.meta).toMatchObject({ place: '青禾县', year: 2021 })
    expect(outcome.meta.from).toMatchObject({ place: 'file name', year: 'file name', title: 'file name' })
  })

  it('warns when the file name contradicts the text, and the text wins', () => {
    const outcome = imported([...HEAD, ...LONG_BODY], '白石县2019年政府工作报告.txt')
    expect(outcome.meta).toMatchObject({ place: '青禾县', year: 2021 })
    expect(outcome.warnings).toEqual([
      'the file name says 白石县, the text 青禾县: the text wins',
      'the file name says 2019, the text 2021: the text wins',
    ])
  })

  it('writes radicals as the characters they show, and says so', () => {
    const outcome = importSource(sourceOf([...HEAD, ...LONG_BODY, '今后五年是⻓期规划的起步。']))
    expect(outcome.status === 'imported' ? outcome.text : '').toContain('今后五年是长期规划的起步。')
    expect(outcome.warnings.join()).toContain('1 characters stood as radicals')
  })

  it('gives two reports of one place and year different ids', () => {
    const outcome = importSource(sourceOf([...HEAD, ...LONG_BODY]), {
      holderOf: (id) => (id === 'qinghe-2021' ? '青禾县' : null),
    })
    expect(outcome.status === 'imported' ? outcome.meta.id : '').toBe('qinghe-2021-2')
  })

  it('writes down the id by which older links name the report, and only where it is another', () => {
    const outcome = importSource(sourceOf([...HEAD, ...LONG_BODY]), { place: '陕西省' })
    if (outcome.status !== 'imported') throw new Error(outcome.reason)
    expect(outcome.text).toContain('\nformerly: [shanxi-2021]\n')
    const report = parseReport('shaanxi-2021', outcome.text).report as unknown as ReportSummary
    expect(report.formerly).toEqual(['shanxi-2021'])
    expect(findFormer([report], 'shanxi-2021')).toEqual([report])
    expect(findFormer([report], 'shanxi-2021-2')).toEqual([report])
    expect(findFormer([report], 'shanxi-2022')).toEqual([])
    expect(imported([...HEAD, ...LONG_BODY]).meta.formerly).toBeUndefined()
    expect(imported([...HEAD, ...LONG_BODY]).text).not.toContain('formerly')
  })

  it('lets the person who imports know better', () => {
    const outcome = importSource(sourceOf([...HEAD, ...LONG_BODY]), {
      place: '白石县',
      date: '2022-01-09',
      speaker: '高远',
      id: 'mine',
    })
    expect(outcome.status === 'imported' ? outcome.meta : {}).toMatchObject({
      id: 'mine',
      place: '白石县',
      date: '2022-01-09',
      year: 2022,
      speaker: '高远',
      from: { place: 'option', date: 'option', speaker: 'option' },
    })
  })

  it.each([
    [
      'a page of menus',
      ['首页', '政务公开', '互动交流', '青禾县政府工作报告', '打印', '关闭'],
      /only \d+ letters/,
    ],
    [
      'another kind of report',
      ['青禾县2020年法治政府建设工作报告', ...LONG_BODY.filter((text) => !/各位代表|代表/.test(text))],
      /another kind of report/,
    ],
    ['an empty file', [], /only 0 letters/],
    [
      'a report of no place',
      LONG_BODY.map((text) => text.replaceAll('青禾', '')),
      /names no place; give one with --place/,
    ],
  ])('refuses %s with the reason', (_, lines, reason) => {
    const outcome = importSource(sourceOf(lines, 'file.txt'))
    expect(outcome.status === 'refused' ? outcome.reason : 'imported').toMatch(reason)
  })

  it('refuses a report of no year, and says what to give', () => {
    const lines = LONG_BODY.map((text) => text.replace(/20\d\d年/gu, ''))
    const outcome = importSource(sourceOf(['青禾县政府工作报告', ...lines], 'file.txt'))
    expect(outcome).toMatchObject({
      status: 'refused',
      reason: 'tells no year; give one with --year or --date',
    })
  })

  it('imports by force what it would refuse', () => {
    const outcome = importSource(
      sourceOf(
        ['青禾县2020年法治政府建设工作报告', ...LONG_BODY.filter((text) => !/代表/.test(text))],
        'file.txt',
      ),
      { force: true, place: '青禾县', year: 2021 },
    )
    expect(outcome.status).toBe('imported')
    expect(outcome.warnings.join()).toContain('法治政府建设')
  })

  it('refuses by force all the same what has no text', () => {
    expect(importSource(sourceOf(['— 1 —']), { force: true })).toMatchObject({
      status: 'refused',
      reason: 'holds no text; obtain it again',
    })
  })

  it('takes the level from the place that it is told', () => {
    const outcome = importSource(sourceOf([...HEAD, ...LONG_BODY]), { place: '云山市' })
    expect(outcome).toMatchObject({ status: 'imported', meta: { place: '云山市', level: '市' } })
    const own = importSource(sourceOf([...HEAD, ...LONG_BODY]))
    expect(own).toMatchObject({ status: 'imported', meta: { place: '青禾县', level: '县' } })
  })

  it.each([
    [59, []],
    [60, ['1 paragraphs end without a full stop, first at line']],
  ])('warns of a paragraph of %i characters that no full stop ends', (length, expected) => {
    const lines = [...HEAD, ...LONG_BODY, `全年${'造林护林，'.repeat(12).slice(0, length - 3)}林`, '完成。']
    const { warnings } = importSource({
      ...sourceOf(lines),
      lines: lines.map((text) => ({ text, isBlock: true })),
    })
    expect(
      warnings.filter((one) => one.includes('full stop')).map((one) => one.slice(0, expected[0]?.length)),
    ).toEqual(expected)
  })

  it('accounts for every letter of any lines, and makes a file that its reader reads', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        ...LONG_BODY,
        ...HEAD,
        '— 3 —',
        '首页',
        '#',
        '# 标题',
        '---',
        '**重点**工作',
        '12',
        '附件',
        '名词解释',
        '1.甲：乙。',
        '<!-- 注',
        '-->',
        '\u0000',
        '　　',
        '[3]',
        '\\r\\n',
      ),
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc
        .constantFrom(...LONG_BODY)
        .chain((text) => fc.nat({ max: text.length }).map((at) => text.slice(0, at))),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (lines) => {
        const outcome = importSource(sourceOf(lines), { force: true, place: '青禾县', year: 2021 })
        if (outcome.status !== 'imported') return
        expect(outcome.warnings.filter((warning) => warning.includes('neither'))).toEqual([])
        const { faults } = parseReport(outcome.meta.id, outcome.text)
        expect((faults ?? []).filter((fault) => !fault.message.startsWith('no paragraph'))).toEqual([])
      }),
      { numRuns: 80 },
    )
  })
})
