import { describe, expect, it } from 'vitest'
import type { Paragraph } from '../../../src/import/lines/unwrap.ts'
import { outline } from '../../../src/import/report/outline.ts'
import { paragraphOf } from '../lines/line-of.ts'

const BODY = '全年完成造林三万亩，改造渠道五十公里，新建学校六所，群众的生活一天比一天好。'
/** 一、 to 十、 with words behind them. */
const marks = (from: number, to: number): string[] =>
  [...'一二三四五六七八九十'].slice(from - 1, to).map((mark) => `${mark}、抓好${mark}件实事`)
/** Each block as `level text`. */
const levels = (...texts: (string | Paragraph)[]): string[] =>
  outline(texts.map((text) => (typeof text === 'string' ? paragraphOf(text) : text))).map(
    ({ level, text }) => `${level} ${text === BODY ? '…' : text}`,
  )

describe('outline', () => {
  it('puts 一、 on level 2 and （一） or (一) on level 3', () => {
    expect(levels('一、回顾', BODY, '（一）农业', BODY, '(二)工业', BODY)).toEqual([
      '2 一、回顾',
      '0 …',
      '3 （一）农业',
      '0 …',
      '3 (二)工业',
      '0 …',
    ])
  })
  it('puts a heading with a year beside 一、', () => {
    expect(levels('2020年工作回顾', BODY, '2021年工作安排', BODY, '一、农业', BODY)).toEqual([
      '2 2020年工作回顾',
      '0 …',
      '2 2021年工作安排',
      '0 …',
      '2 一、农业',
      '0 …',
    ])
  })
  it('makes no heading of a remark in brackets', () => {
    expect(levels('一、回顾', BODY, '（带*的词语见名词解释）', BODY)[2]).toBe('0 （带*的词语见名词解释）')
    expect(levels('一、回顾', BODY, '（试点）工作加快推进', BODY)[2]).toBe('3 （试点）工作加快推进')
  })
  it('puts 一、 below 第一部分', () => {
    expect(levels('第一部分 回顾', '一、农业', BODY, '第二部分 安排', '一、农业', BODY)).toEqual([
      '2 第一部分 回顾',
      '3 一、农业',
      '0 …',
      '2 第二部分 安排',
      '3 一、农业',
      '0 …',
    ])
  })
  it('divides a run-in heading from its paragraph, the full stop gone', () => {
    expect(levels(`（一）坚持绿色发展，守护青山绿水。${BODY}`)).toEqual([
      '3 （一）坚持绿色发展，守护青山绿水',
      '0 …',
    ])
  })
  it('divides a heading that lost its line break', () => {
    expect(levels(`一、2020年工作回顾过去的一年，${BODY}`)).toEqual([
      '2 一、2020年工作回顾',
      `0 过去的一年，${BODY}`,
    ])
  })
  it('leaves a sentence with figures in its paragraph', () => {
    const text = `（一）全年生产总值增长5%，财政收入增长8%。${BODY}`
    expect(levels(text)).toEqual([`0 ${text}`])
  })
  it('leaves items of a list paragraphs', () => {
    expect(levels('（一）新建学校六所。', '（二）改造渠道五十公里。', '（三）植树三万亩。')).toEqual([
      '0 （一）新建学校六所。',
      '0 （二）改造渠道五十公里。',
      '0 （三）植树三万亩。',
    ])
  })
  it('leaves 一是 and —— with their paragraphs', () => {
    expect(levels(`一是发展农业。${BODY}`, `——发展工业。${BODY}`).map((block) => block[0])).toEqual([
      '0',
      '0',
    ])
  })
  it('puts an unnumbered short line below the open heading', () => {
    expect(levels('一、回顾', BODY, '（一）农业', '粮食连年丰收', BODY, '茶叶香飘四方', BODY)).toEqual([
      '2 一、回顾',
      '0 …',
      '3 （一）农业',
      '4 粮食连年丰收',
      '0 …',
      '4 茶叶香飘四方',
      '0 …',
    ])
  })
  it('keeps a numbered list inside a section from ending it', () => {
    expect(
      levels('一、回顾', BODY, '二、安排', BODY, '一、修路', BODY, '二、架桥', BODY, '三、保障', BODY),
    ).toEqual([
      '2 一、回顾',
      '0 …',
      '2 二、安排',
      '0 …',
      '3 一、修路',
      '0 …',
      '3 二、架桥',
      '0 …',
      '2 三、保障',
      '0 …',
    ])
  })
  it.each<[string, string[], string[]]>([
    [
      'a list to its end, though the sections have its numbers, too',
      ['一、回顾', '二、安排', ...marks(1, 10)],
      ['2 一、回顾', '2 二、安排', ...marks(1, 10).map((mark) => `3 ${mark}`)],
    ],
    [
      'numbers that begin anew below a heading without one on the level they had',
      ['2023年工作回顾', ...marks(1, 6), '2024年工作安排', ...marks(1, 10)],
      [
        '2 2023年工作回顾',
        ...marks(1, 6).map((mark) => `2 ${mark}`),
        '2 2024年工作安排',
        ...marks(1, 10).map((mark) => `2 ${mark}`),
      ],
    ],
    [
      'a list that goes on past （二） below a section',
      ['一、回顾', '二、安排', '（一）产业', ...marks(1, 3), '（二）民生', ...marks(4, 6), '三、保障'],
      [
        '2 一、回顾',
        '2 二、安排',
        '3 （一）产业',
        ...marks(1, 3).map((mark) => `4 ${mark}`),
        '3 （二）民生',
        ...marks(4, 6).map((mark) => `4 ${mark}`),
        '2 三、保障',
      ],
    ],
    [
      '（一） below the items of a list',
      [
        '一、回顾',
        '二、安排',
        '一、产业',
        '（一）农业',
        '（二）工业',
        '二、民生',
        '（一）教育',
        '三、保障',
        '四、结语',
      ],
      [
        '2 一、回顾',
        '2 二、安排',
        '3 一、产业',
        '4 （一）农业',
        '4 （二）工业',
        '3 二、民生',
        '4 （一）教育',
        '2 三、保障',
        '2 四、结语',
      ],
    ],
  ])('keeps %s', (_, headings, expected) => {
    expect(
      levels(...headings.flatMap((heading) => [heading, BODY])).filter((block) => block[0] !== '0'),
    ).toEqual(expected)
  })
  it.each([
    ['二、安排', '一是加快产业升级，增强发展后劲', '3'],
    ['（一）产业', '二要办好节会：', '4'],
  ])('makes a heading below %s of %s alone above its text', (section, line, level) => {
    expect(levels('一、回顾', BODY, section, BODY, line, BODY).slice(4)).toEqual([
      `${level} ${line.replace('：', '')}`,
      '0 …',
    ])
  })
  it.each([['一是新建学校六所。'], ['一是改造渠道五十公里，'], ['一是坚持创新。二是坚持开放']])(
    'leaves %s above a paragraph in its list',
    (line) => {
      expect(levels('二、安排', BODY, line, BODY)[2]).toBe(`0 ${line}`)
    },
  )
  it.each([
    ['三、全面加强政府', '自身建设和服务能力'],
    ['（五）', '改革开放'],
    ['三、2021年主要任务', '——攻坚克难、奋力争先'],
  ])('joins %s and %s to one heading', (first, second) => {
    const blocks = levels('二、安排', BODY, first, second, BODY, '（六）民生', BODY)
    expect(blocks.map((block) => block.slice(2))).toContain(`${first}${second}`)
  })
  it.each<[string, string[]]>([
    ['two subheadings', ['三、保障', '坚持依法行政', BODY, '改进工作作风', BODY]],
    ['a list of dashes', ['三、保障', '——坚持依法行政', '——改进工作作风', BODY]],
    ['a subheading that comes later', ['三、保障', BODY, '坚持依法行政', BODY]],
    ['text that breaks off in a quotation', ['三、保障', '今年是实施“', BODY]],
  ])('joins no heading with %s', (_, lines) => {
    expect(levels('二、安排', BODY, ...lines).some((block) => block.endsWith('三、保障'))).toBe(true)
  })
  it('takes words that a link set apart for no heading', () => {
    const cut = '在新的一年里，我们要自觉接受县人大的监督，支持'
    expect(levels('二、安排', BODY, cut, '县政协', BODY).slice(2)).toEqual([`0 ${cut}`, '0 县政协', '0 …'])
  })
  it('takes no half of a sentence for a heading', () => {
    const cut = '（一）农业稳步发展。播种面积稳定在四十二万亩，推广水肥一体化技'
    expect(levels('二、安排', BODY, cut)).toEqual([
      '2 二、安排',
      '0 …',
      '3 （一）农业稳步发展',
      `0 ${cut.slice(10)}`,
    ])
  })
  it('makes an entry of the glossary a paragraph, and no heading of it', () => {
    expect(levels('名词解释', '1.林长制：保护森林的制度。', '一、河长制：保护河流的制度。')).toEqual([
      '2 名词解释',
      '0 1.林长制：保护森林的制度。',
      '0 一、河长制：保护河流的制度。',
    ])
  })
  it('makes a paragraph of a heading with nothing below it', () => {
    expect(levels('一、回顾', BODY, '二、安排')).toEqual(['2 一、回顾', '0 …', '0 二、安排'])
  })
  it('believes the format about headings that carry no number', () => {
    expect(levels(paragraphOf('发展历程', { heading: 2 }), BODY)).toEqual(['2 发展历程', '0 …'])
  })
  it('takes 附件 above the glossary in, and puts what an annex numbers one level deeper', () => {
    expect(
      levels('一、回顾', BODY, '附件', '名词解释', '1.林长制：保护森林的制度。', '附件2', '一、指标', BODY),
    ).toEqual([
      '2 一、回顾',
      '0 …',
      '2 附件',
      '3 名词解释',
      '0 1.林长制：保护森林的制度。',
      '2 附件2',
      '3 一、指标',
      '0 …',
    ])
  })
  it('puts below the open heading what has a colon where the first one had, that 一、 follows', () => {
    expect(levels('突破一：农业', '一、种粮', BODY, '突破二：工业', BODY)).toContain('3 突破二：工业')
  })

  it('takes for an annex what has 36 characters', () => {
    const annex = (length: number): string =>
      levels('一、回顾', BODY, `附件${'表'.repeat(length - 2)}`, '一、指标', BODY)[2]?.slice(0, 2) ?? ''
    expect([annex(36), annex(37)]).toEqual(['2 ', '0 '])
  })

  it.each<[string, string[], string]>([
    ['from which 一、 follows', ['一、回顾', BODY, '今年的工作', BODY, '一、农业', BODY], '2 今年的工作'],
    ['that is the first', ['今年的工作', BODY], '2 今年的工作'],
    [
      'with a colon where the first has one',
      ['突破一：农业', BODY, '（一）种粮', BODY, '突破二：工业', BODY],
      '2 突破二：工业',
    ],
    [
      'with a colon elsewhere',
      ['突破一：农业', BODY, '（一）种粮', BODY, '再突破二：工业', BODY],
      '4 再突破二：工业',
    ],
    [
      'from which （一） follows at once',
      ['一、回顾', BODY, '今年的工作', '（一）农业', BODY],
      '2 今年的工作',
    ],
    [
      'from which （一） follows far below',
      ['一、回顾', BODY, '今年的工作', BODY, BODY, BODY, BODY, BODY, '（一）农业', BODY],
      '3 今年的工作',
    ],
  ])('puts an unnumbered heading %s on its level', (_, lines, expected) => {
    expect(levels(...lines)).toContain(expected)
  })

  describe('by its length', () => {
    const han = (length: number): string => '全面加强政府自身建设和服务能力'.repeat(9).slice(0, length)
    const isHeading = (...texts: (string | Paragraph)[]): boolean =>
      (levels('一、回顾', BODY, ...texts)[2] ?? '').startsWith('0') === false

    it('is a heading with a number up to 72 characters, with a full stop up to 60', () => {
      expect(isHeading(`（一）${han(69)}`, BODY)).toBe(true)
      expect(isHeading(`（一）${han(70)}`, BODY)).toBe(false)
      expect(isHeading(`（一）${han(56)}：`, BODY)).toBe(true)
      expect(isHeading(`（一）${han(57)}：`, BODY)).toBe(false)
    })

    it('is a run-in heading up to 60 characters', () => {
      const runIn = (length: number): number =>
        levels('一、回顾', BODY, `（一）${han(length - 3)}。${BODY}`).length
      expect(runIn(60)).toBe(4)
      expect(runIn(61)).toBe(3)
    })

    it('is one without a number from 4 to 36 characters, above 36 characters of text', () => {
      expect([3, 4, 36, 37].map((length) => isHeading(han(length), BODY))).toEqual([false, true, true, false])
      expect(isHeading('农业发展', `${han(35)}。`)).toBe(true)
      expect(isHeading('农业发展', `${han(34)}。`)).toBe(false)
      expect(isHeading('农业发展', '（一）种粮', BODY)).toBe(true)
      expect(isHeading('农业发展', '各位代表：', BODY)).toBe(false)
    })

    it('is none below running text that breaks off, which has more than 36 characters', () => {
      const below = (length: number): string | undefined =>
        levels('一、回顾', BODY, han(length), '农业发展', BODY).at(-2)
      expect(below(36)).toMatch(/^[2-6] 农业发展/u)
      expect(below(37)).toBe('0 农业发展')
    })

    it('is one that the format names up to 72 characters', () => {
      expect(isHeading(paragraphOf(`${han(71)}。`, { heading: 3 }), BODY)).toBe(true)
      expect(isHeading(paragraphOf(`${han(72)}。`, { heading: 3 }), BODY)).toBe(false)
    })

    it('is 一是… alone up to 36 characters, above 36 characters of text', () => {
      expect([36, 37].map((length) => isHeading(`一是${han(length - 2)}`, BODY))).toEqual([true, false])
      expect(isHeading('一是发展农业', `${han(35)}。`)).toBe(true)
      expect(isHeading('一是发展农业', `${han(34)}。`)).toBe(false)
      expect(isHeading('一是发展农业', `二是${BODY}`)).toBe(false)
    })
  })

  it.each([
    ['a figure', `（一）增长5%。${BODY}`],
    ['a sum', `（一）收入5亿。${BODY}`],
    ['fewer than three characters', `（一。${BODY}`],
    ['a number of an entry', `1.发展农业。${BODY}`],
    ['a dash', `——发展农业。${BODY}`],
  ])('divides no run-in heading with %s', (_, text) => {
    expect(levels('一、回顾', BODY, text)[2]).toMatch(/^0/u)
  })

  it('keeps the mark of a run-in heading that is no full stop', () => {
    expect(levels('一、回顾', BODY, `（一）加快发展！${BODY}`)[2]).toBe('3 （一）加快发展！')
  })

  it('puts no heading deeper than the sixth level', () => {
    const deep = ['第一部分 回顾', '第二部分 安排', '一、农业', '（一）种粮', '小麦丰收', '玉米丰收']
    expect(levels(...deep.flatMap((text) => [text, BODY])).filter((block) => !block.startsWith('0'))).toEqual(
      ['2 第一部分 回顾', '2 第二部分 安排', '3 一、农业', '4 （一）种粮', '5 小麦丰收', '5 玉米丰收'],
    )
  })

  it('has parts from two on', () => {
    expect(levels('第一部分 回顾', BODY, '一、农业', BODY)).toContain('2 一、农业')
    expect(levels('第一部分 回顾', BODY, '第二部分 安排', BODY, '一、农业', BODY)).toContain('3 一、农业')
  })

  it('makes a row of a table, a note and an address no heading', () => {
    for (const more of [{ isTableRow: true }, { isNote: true }])
      expect(levels('一、回顾', BODY, paragraphOf('（一）农业', more), BODY)[2]).toBe('0 （一）农业')
    expect(levels('一、回顾', BODY, paragraphOf('各位代表：', { heading: 2 }), BODY)[2]).toBe('0 各位代表：')
  })

  it('takes an entry for a heading where text stands below it', () => {
    expect(levels('一、回顾', BODY, '1.发展农业', BODY)[2]).toBe('3 1.发展农业')
    expect(levels('一、回顾', BODY, '1.发展农业', '2.发展工业', BODY)[2]).toBe('0 1.发展农业')
    expect(levels('一、回顾', BODY, '1.农业：发展', BODY)[2]).toBe('0 1.农业：发展')
  })
})
