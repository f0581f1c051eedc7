/** Where a report begins and ends among the lines of its source. */
import { describe, expect, it } from 'vitest'
import { divideLines, findHeadAgain } from '../../../src/import/report/body.ts'
import { linesOf } from '../lines/line-of.ts'

const PROSE = '全年完成造林三万亩，改造渠道五十公里，新建学校六所，群众的生活一天比一天好。'

interface Divided {
  readonly head: string[]
  readonly body: string[]
  readonly dropped: string[]
}

function divide(...texts: string[]): Divided {
  const { head, body, dropped } = divideLines(linesOf(texts))
  return {
    head: head.map(({ text }) => text),
    body: body.map(({ text }) => text),
    dropped: dropped.map(({ text, reason }) => `${reason}: ${text}`),
  }
}

describe('the body of a report', () => {
  it('begins at the salutation, the lines of the head above it', () => {
    expect(divide('网站首页', '政府工作报告', '县长 李明', '各位代表：', PROSE, PROSE)).toEqual({
      head: ['政府工作报告', '县长 李明'],
      body: ['各位代表：', PROSE, PROSE],
      dropped: [expect.stringContaining('网站首页')],
    })
  })

  it('begins with the first running text where nobody is addressed, be it the first line', () => {
    expect(divide(PROSE, PROSE).body).toEqual([PROSE, PROSE])
    expect(divide('政府工作报告', '二〇二四年', PROSE).body).toEqual([PROSE])
  })

  it('begins at a salutation that one line of text stands above, and not at one in the middle of the text', () => {
    expect(divide('政府工作报告', PROSE, '各位代表：', PROSE, PROSE).body).toEqual([
      '各位代表：',
      PROSE,
      PROSE,
    ])
    expect(divide('政府工作报告', PROSE, PROSE, '各位代表：', PROSE).body).toEqual([
      PROSE,
      PROSE,
      '各位代表：',
      PROSE,
    ])
    const long = PROSE.repeat(6)
    expect(divide('政府工作报告', long, '各位代表：', PROSE).body).toEqual([long, '各位代表：', PROSE])
  })

  it('has no table of contents, be it numbered or below its name', () => {
    const headings = ['一、工业', '（一）抓好项目，扩大有效投资', '二、农业，重中之重的工作']
    const body = ['各位代表：', ...headings.flatMap((heading) => [heading, PROSE]), '各位代表：', PROSE]
    const listed = (...contents: readonly string[]) =>
      divide('政府工作报告', ...contents, ...body).dropped.filter((text) => text.startsWith('table of'))
    expect(divide('政府工作报告', ...headings.map((heading) => `${heading}\t12`), ...body).body).toEqual(body)
    expect(listed(...headings.map((heading, at) => `${heading}………… ${at}`))).toHaveLength(3)
    expect(listed('目 录', ...headings)).toHaveLength(3)
    expect(listed(...headings)).toHaveLength(0)
    expect(listed('结束语12')).toHaveLength(0)
  })

  it('is cut from a head that lost its line breaks', () => {
    const head = '政府工作报告——2024年1月5日在云岭县第一届人民代表大会第四次会议上 县长 李明'
    expect(divide(`${head} 各位代表：现在报告工作。`, PROSE, PROSE)).toMatchObject({
      head: [head],
      body: ['各位代表：现在报告工作。', PROSE, PROSE],
    })
  })

  it('has no teaser of its first words above it', () => {
    const teaser = '全年完成造林三万亩，改造渠道五十公里，新建…'
    const { body, dropped } = divide('政府工作报告', teaser, '各位代表：', PROSE, PROSE)
    expect(body).toEqual(['各位代表：', PROSE, PROSE])
    expect(dropped).toEqual([`teaser of the text below: ${teaser}`])
    const short = '全年完成造林三万…'
    expect(divide('政府工作报告', '各位代表：', PROSE, short, PROSE).dropped).toEqual([])
  })

  it('ends before the page’s own lines and before an annex that has nothing below its heading', () => {
    const report = ['政府工作报告', '各位代表：', ...Array.from({ length: 8 }, () => PROSE)]
    expect(divide(...report, '附件：名词解释').body.at(-1)).toBe(PROSE)
    expect(divide(...report, '附件', '1.夜校：指晚上开的课。').body.slice(-2)).toEqual([
      '附件',
      '1.夜校：指晚上开的课。',
    ])
    expect(divide(...report, '谢谢大家！', '责任编辑：王五', '分享到：').body.at(-1)).toBe('谢谢大家！')
  })
})

/** So many characters of running text with a comma in it and a full stop. */
const prose = (length: number): string =>
  `${'文'.repeat(Math.ceil((length - 2) / 2))}，${'字'.repeat(Math.floor((length - 2) / 2))}。`

describe('running text', () => {
  it('has 28 characters and a mark of punctuation', () => {
    const starts = (text: string): boolean => divide('政府工作报告', text, prose(60)).body[0] === text
    expect(starts(prose(28))).toBe(true)
    expect(starts(prose(27))).toBe(false)
    expect(starts('文'.repeat(40))).toBe(false)
    for (const mark of ['，', '。', '；', ',', ';']) expect(starts(`${'文'.repeat(40)}${mark}字`)).toBe(true)
  })

  it('above a salutation is the beginning from two lines on, or where it has more than 200 characters', () => {
    const first = (...texts: string[]): string | undefined =>
      divide('政府工作报告', ...texts, '各位代表：', PROSE, PROSE).body[0]
    expect(first(prose(200))).toBe('各位代表：')
    expect(first(prose(201))).toBe(prose(201))
    expect(first(prose(40), prose(50))).toBe(prose(40))
  })

  it('is no line of the meeting, which has fewer than 110 characters', () => {
    const meeting = (length: number): string =>
      `在云岭县第一届人民代表大会第四次会议上，${'文'.repeat(length - 20)}`
    expect(divide('政府工作报告', meeting(109), PROSE).body).toEqual([PROSE])
    expect(divide('政府工作报告', meeting(110), PROSE).body[0]).toBe(meeting(110))
  })
})

describe('a heading above the first text', () => {
  it('is of the body where it has a year or a number', () => {
    expect(divide('政府工作报告', '2023年工作回顾', PROSE, PROSE).body[0]).toBe('2023年工作回顾')
    expect(divide('政府工作报告', '一、工作回顾', PROSE, PROSE).body[0]).toBe('一、工作回顾')
    expect(divide('政府工作报告', '工作回顾', PROSE, PROSE).body[0]).toBe(PROSE)
    expect(divide('政府工作报告', '2023年工作回顾', '各位代表：', PROSE).body[0]).toBe('各位代表：')
  })

  it('with a number opens the body where text stands within four lines below it', () => {
    const body = (between: number): string | undefined =>
      divide('政府工作报告', '一、回顾', ...Array.from({ length: between }, () => '短行'), PROSE).body[0]
    expect(body(3)).toBe('一、回顾')
    expect(body(4)).toBe(PROSE)
  })
})

describe('the head', () => {
  const MEETING = '2024年1月5日在云岭县第一届人民代表大会第四次会议上'
  const head = (...above: string[]): string[] => divide(...above, '各位代表：', PROSE, PROSE).head

  it('is the title and what stands below it: meeting, date, post and name', () => {
    expect(head('首页', '云岭县政府工作报告', MEETING, '县长 李明')).toEqual([
      '云岭县政府工作报告',
      MEETING,
      '县长 李明',
    ])
    expect(head('政府工作报告', '2024年1月5日', '李 明')).toEqual(['政府工作报告', '2024年1月5日', '李 明'])
    expect(head('政府工作报告', '二〇二四年一月五日')).toEqual(['政府工作报告', '二〇二四年一月五日'])
    expect(head('政府工作报告', '云岭概况与风土人情以及其他各种各样的文字')).toEqual(['政府工作报告'])
  })

  it('has a name behind a meeting or a title alone, of sixteen characters', () => {
    expect(head('李明', '政府工作报告')).toEqual(['政府工作报告'])
    expect(head('政府工作报告', '李'.repeat(16))).toHaveLength(2)
    expect(head('政府工作报告', '李'.repeat(17))).toHaveLength(1)
  })

  it('has a post or a date in lines of fewer than 60 characters', () => {
    const line = (length: number): string => `县长${'文'.repeat(length - 2)}`
    expect(head('政府工作报告', line(59))).toHaveLength(2)
    expect(head('政府工作报告', line(60))).toHaveLength(1)
  })

  it('is looked for in all lines above the body', () => {
    const between = Array.from({ length: 14 }, (_, at) => `浏览：${at}`)
    for (const line of ['县长 李明', '政府工作报告', '报告人：李明'])
      expect(head(line, ...between)).toEqual([line])
  })

  it('has a title of fewer than 80 characters, and the title again is dropped', () => {
    const { body, dropped } = divide('政府工作报告', '各位代表：', PROSE, '政府工作报告', PROSE)
    expect(body).toEqual(['各位代表：', PROSE, PROSE])
    expect(dropped).toEqual(['title again: 政府工作报告'])
    expect(divide('政府工作报告', '各位代表：', PROSE, '云岭县政府工作报告', PROSE).body).toHaveLength(4)
  })

  it('of a later copy is one where it names a meeting', () => {
    expect(findHeadAgain(linesOf(['政府工作报告', MEETING])).map(({ text }) => text)).toEqual([
      '政府工作报告',
      MEETING,
    ])
    expect(findHeadAgain(linesOf(['政府工作报告', '2024年1月5日']))).toEqual([])
  })
})

describe('a teaser', () => {
  const WORDS = '全年完成造林三万亩改造渠道五十公里'
  it.each([
    ['…', true],
    ['...', true],
    ['。', false],
  ])('ends in %s: %j', (end, isTeaser) => {
    const { dropped } = divide('政府工作报告', `${WORDS}${end}`, '各位代表：', `${WORDS}，${PROSE}`)
    expect(dropped.some((one) => one.startsWith('teaser'))).toBe(isTeaser)
  })

  it('says fourteen letters of the text below it, and stands in the first 60 lines', () => {
    const isTeaser = (letters: number, above = 0): boolean =>
      divide(
        ...Array.from({ length: above }, () => '短行'),
        `${WORDS.slice(0, letters)}…`,
        '各位代表：',
        `${WORDS}，${PROSE}`,
      ).dropped.some((one) => one.startsWith('teaser'))
    expect([isTeaser(13), isTeaser(14)]).toEqual([false, true])
    expect([isTeaser(14, 59), isTeaser(14, 60)]).toEqual([true, false])
  })
})

describe('the end of a report', () => {
  const REPORT = [
    '政府工作报告',
    '各位代表：',
    ...Array.from({ length: 8 }, (_, at) => `${'一二三四五六七八'[at]}，${PROSE}`),
  ]
  const last = (...below: string[]): string | undefined => divide(...REPORT, ...below).body.at(-1)

  it('is a line that closes, an entry, a heading or a row', () => {
    for (const line of ['谢谢大家！', '完？', '（完）', '到此为止；', '1.完', '一、完', '——完'])
      expect(last(line)).toBe(line)
    expect(last('张三李四')).toBe(REPORT.at(-1))
    expect(divide(...REPORT, '谢谢大家！', '张三李四', '王五').body.at(-1)).toBe('谢谢大家！')
  })

  it('stands where the tail of the page begins, with no more than one line of text below it', () => {
    expect(last('上一篇：县志', PROSE)).toBe(REPORT.at(-1))
    expect(last('上一篇：县志', PROSE, PROSE)).toBe(PROSE)
  })

  it('stands above furniture below the last text, unless an annex or its entries follow', () => {
    expect(last('谢谢大家！', '责任编辑：王五', '短行。')).toBe('谢谢大家！')
    expect(last('谢谢大家！', '责任编辑：王五', '附件', '短行。')).toBe('短行。')
    expect(last('谢谢大家！', '责任编辑：王五', '1.夜校。')).toBe('1.夜校。')
    expect(last('谢谢大家！', '12', '短行。')).toBe('短行。')
  })

  it('has behind an annex any line', () => {
    expect(last('附件', '1.夜校。', '张三李四')).toBe('张三李四')
  })
})

describe('what is glued to the first and the last lines', () => {
  const glued = '来自某某县政府数据网'
  it('is cut off there, and left in between', () => {
    const lines = [
      '政府工作报告',
      '各位代表：',
      ...Array.from({ length: 9 }, (_, at) => `${'一二三四五六七八九'[at]}，${PROSE}${PROSE}`),
    ]
    const cut = (at: number): string[] => divide(...lines.with(at, `${lines[at]}${glued}`)).dropped
    expect(cut(2)).toEqual([`advertising: ${glued}`])
    expect(cut(3)).toEqual([])
    expect(cut(7)).toEqual([])
    expect(cut(8)).toEqual([`advertising: ${glued}`])
    expect(cut(10)).toEqual([`advertising: ${glued}`])
  })
})
