import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { parseReport } from '../../src/corpus/parse-report.ts'
import { importSource } from '../../src/import/import-report.ts'
import { readSourcesFromBytes } from '../../src/import/read-source.ts'
import type { Source } from '../../src/import/source/source.ts'
import { withSource } from '../../src/import/write-report.ts'
import { lettersOf } from '../../src/text/normalizer.ts'

const corpus = fileURLToPath(new URL('../../corpus', import.meta.url))

const EXPECTED = {
  'xinyuan-2023': {
    title: '政府工作报告',
    place: '新源县',
    level: '县',
    meeting: '新源县第十八届人民代表大会第三次会议',
    date: '2023-01-30',
    year: 2023,
    reviews: 2022,
    plans: 2023,
    speaker: '热合木·艾木拉',
    post: '新源县委副书记，政府副县长、代县长',
    passages: 74,
    headings: 14,
  },
  'zhaosu-2025': {
    title: '政府工作报告',
    place: '昭苏县',
    level: '县',
    meeting: '昭苏县第十八届人民代表大会第六次会议',
    date: '2025-01-19',
    year: 2025,
    reviews: 2024,
    plans: 2025,
    speaker: '阿比连·阿布力海依尔',
    post: '县长',
    passages: 64,
    headings: 12,
  },
  'yining-2023': {
    title: '政府工作报告',
    place: '伊宁市',
    level: '市',
    meeting: '伊宁市第十八届人民代表大会第三次会议',
    date: '2023-01-12',
    year: 2023,
    reviews: 2022,
    plans: 2023,
    speaker: '哈米提·阿克木',
    post: '市长',
    passages: 77,
    headings: 11,
  },
  'xinjiang-2024': {
    title: '政府工作报告',
    place: '新疆维吾尔自治区',
    level: '自治区',
    meeting: '新疆维吾尔自治区第十四届人民代表大会第二次会议',
    date: '2024-01-30',
    year: 2024,
    reviews: 2023,
    plans: 2024,
    speaker: '艾尔肯·吐尼亚孜',
    post: '自治区主席',
    passages: 62,
    headings: 19,
  },
  'wuqia-2023': {
    title: '2022年乌恰县政府工作报告',
    place: '乌恰县',
    level: '县',
    meeting: '乌恰县第十七届人民代表大会第三次会议',
    date: '2023-01-10',
    year: 2023,
    reviews: 2022,
    plans: 2023,
    speaker: '木塔力甫·塞衣皮',
    post: '县长',
    passages: 42,
    headings: 20,
  },
} as const

/** Every run of letters that the five report files leave out, front matter apart. */
const LEFT_OUT: Readonly<Record<keyof typeof EXPECTED, readonly string[]>> = {
  'xinyuan-2023': ['page number', 'web address', 'page number', 'page number'],
  'zhaosu-2025': [],
  'yining-2023': ['rest of a line above the report'],
  'xinjiang-2024': ['advertising'],
  'wuqia-2023': [
    'site navigation',
    'site navigation',
    'site navigation',
    'publication data',
    'publication data',
    'publication data',
    'publication data',
    'publication data',
    'editor’s note',
    'related articles',
  ],
}

async function original(id: string): Promise<Source> {
  const name = `${id}.txt`
  const [read] = await readSourcesFromBytes(name, readFileSync(join(corpus, 'originals', name)))
  if (read === undefined || read.error !== undefined) throw new Error(`${name} cannot be read`)
  return read
}

describe.each(Object.entries(EXPECTED))('the report file %s', (id, expected) => {
  const file = readFileSync(join(corpus, `${id}.md`), 'utf8')
  const { report } = parseReport(id, file)

  it('is what importing its original comes to', async () => {
    const imported = importSource(await original(id), { id })
    expect(imported.status === 'imported' ? withSource(imported.text, `originals/${id}.txt`) : '').toBe(file)
  })

  it('has its metadata in full', () => {
    const { passages, headings, ...meta } = expected
    expect(report).toMatchObject({ ...meta, from: {} })
    expect(report?.passages).toHaveLength(passages)
    expect(report?.sections.filter((section) => section.level > 1)).toHaveLength(headings)
  })

  it('holds each passage character for character, and none that stops in mid-sentence', () => {
    for (const passage of report?.passages ?? []) {
      expect(file).toContain(passage.text)
      expect(passage.text).toMatch(/[。！：:!][”）]?$/u)
    }
  })

  it('has the letters and figures of the original in reading order, but for what it names', async () => {
    const source = await original(id)
    const imported = importSource(source, { id })
    if (imported.status !== 'imported') throw new Error(imported.reason)
    expect(imported.dropped.map((item) => item.reason)).toEqual(LEFT_OUT[id as keyof typeof EXPECTED])

    const turned = /lines (\d+) to (\d+)/.exec(imported.warnings.join())?.slice(1).map(Number) ?? []
    const gone = new Set(
      imported.dropped.filter((item) => !item.reason.startsWith('rest')).map((item) => item.line),
    )
    const lines = source.lines.map((line, index) => (gone.has(index + 1) ? '' : line.text))
    const [from = 0, to = 0] = turned
    const page = lines.slice(from - 1, to).reverse()
    if (to > 0) lines.splice(from - 1, page.length, ...page)
    const start = lines.findIndex((line) => /^各位代表/.test(line))
    const body = file.split('\n').slice(file.split('\n').findIndex((line) => /^各位代表/.test(line)))
    expect(lettersOf(body.join(''))).toBe(lettersOf(lines.slice(start).join('')))
  })
})

describe('a page of the five reports that somebody turns upside down', () => {
  it.each([
    ['xinyuan-2023', 3],
    ['xinyuan-2023', 12],
    ['xinjiang-2024', 5],
    ['xinjiang-2024', 10],
  ])('%s, page %i: the import turns it back', async (id, number) => {
    const source = await original(id)
    // In these two a page's first line begins with a space.
    const starts = source.lines.flatMap((line, index) => (/^ \S/.test(line.text) ? [index] : []))
    const [from, to] = [starts[number] ?? 0, starts[number + 1] ?? 0]
    const lines = [
      ...source.lines.slice(0, from),
      ...source.lines.slice(from, to).reverse(),
      ...source.lines.slice(to),
    ]
    const [turned, straight] = [importSource({ ...source, lines }), importSource(source)]
    expect(turned.status === 'imported' ? turned.text : '').toBe(
      straight.status === 'imported' ? straight.text : '-',
    )
  })
})

describe('the five reports', () => {
  const passage = (id: string, words: string) =>
    parseReport(id, readFileSync(join(corpus, `${id}.md`), 'utf8')).report?.passages.find((one) =>
      one.text.includes(words),
    )

  it.each([
    [
      'a page that stood in reverse',
      'xinyuan-2023',
      '与新源各族群众携手抗疫、共克时艰，充分体现了“相知无远近，万里尚为邻”的深厚情谊。',
    ],
    ['a word cut by a web address', 'xinyuan-2023', '着力保障企业生产原料充足。'],
    ['a page break inside a number’s noun', 'xinjiang-2024', '19个援疆省市投入援疆资金170亿元'],
    ['a footer between two paragraphs', 'xinjiang-2024', '高质量推进“一带一路”核心区建设。积极提升中欧班列'],
    [
      'bold marks cut by a page break',
      'yining-2023',
      '全力促进消费回暖。全域旅游扩能升级。深入实施旅游兴市战略',
    ],
    ['a lead cut from its paragraph', 'zhaosu-2025', '工业规模不断拓展。紧紧围绕农牧业'],
    ['a dash inside a name at a line’s end', 'xinjiang-2024', '“乌—昌—石”区域大气污染深度治理成效明显'],
    ['a slogan with its space', 'zhaosu-2025', '“天山雪都 中国昭苏”'],
    ['a misprint', 'zhaosu-2025', '全会精神and州党委工作会议精神'],
  ])('keep %s whole', (_, id, words) => {
    expect(passage(id, words)).toBeDefined()
  })

  it.each([
    [
      'xinyuan-2023',
      '坚定不移把招商引资',
      ['二、2023年重点工作', '（一）坚持项目带动，持续扩大投资，夯实经济高质量发展基础'],
    ],
    ['xinyuan-2023', '站在新起点', ['三、加强政府自身建设，推进治理体系与治理能力现代化']],
    [
      'xinjiang-2024',
      '积极建设农业强区',
      ['二、2024年主要工作', '（一）坚持农业农村优先发展，扎实推进乡村全面振兴', '积极建设农业强区'],
    ],
    [
      'xinjiang-2024',
      '推进重点领域和关键环节改革。',
      [
        '二、2024年主要工作',
        '（七）深化重点领域改革，大力营造市场化法治化国际化营商环境',
        '推进重点领域和关键环节改革',
      ],
    ],
    ['yining-2023', '——疫情防控', ['2022年工作回顾', '疫情防控夺取重大胜利']],
    ['yining-2023', '“三高”：', ['名词解释']],
    ['zhaosu-2025', '夯实农牧根基', ['二、聚焦产业发展，全力以赴厚植高质量发展优势', '夯实农牧根基']],
    ['zhaosu-2025', '路虽远', ['十、聚焦安全稳定，全力以赴守牢高质量发展底线']],
    [
      'wuqia-2023',
      '始终秉持“人民至上',
      ['一、2022年工作回顾', '(一)坚持“动态清零”总方针,瞄准靶向精准施策,疫情防控形势平稳可控'],
    ],
    [
      'wuqia-2023',
      '——农牧产业',
      [
        '一、2022年工作回顾',
        '(二)坚定不移贯彻新发展理念,应对挑战破除制约,经济社会发展稳中有进',
        '农牧产业持续增效',
      ],
    ],
  ])('%s: %s stands under its headings', (id, words, section) => {
    expect(passage(id, words)?.section).toEqual(section)
  })
})
