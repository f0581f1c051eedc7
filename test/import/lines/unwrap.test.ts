/** Which lines are one paragraph. */
import { describe, expect, it } from 'vitest'
import type { Line } from '../../../src/import/lines/clean.ts'
import { unwrap } from '../../../src/import/lines/unwrap.ts'
import { LONG_BODY, wrap } from '../sample-report.ts'
import { lineOf, linesOf } from './line-of.ts'

const joined = (texts: readonly string[]): string[] => unwrap(linesOf(texts)).map(({ text }) => text)
/** Whether the second line goes on with the first; those below stand for what a text has besides. */
const goesOn = (a: string, b: string, ...below: readonly string[]): boolean =>
  joined([a, b, ...below])[0] === a + b
/** So many characters that end in no mark. */
const long = (length: number): string =>
  '改造渠道治理水土造林护林惠及群众办好实事'.repeat(20).slice(0, length)
const WHOLE = '全年造林三万亩，改造渠道五十公里，新建学校六所，群众的生活一天比一天好。'

describe('a line that is a paragraph', () => {
  it('stays one where a full stop ends it', () => {
    for (const mark of ['。', '！', '？', '…', '。”', '！）', '？」', '。》'])
      expect(goesOn(`${long(40)}${mark}`, `${long(30)}。`)).toBe(false)
  })

  it('goes on where it stops at a comma, and not at a colon or semicolon', () => {
    for (const mark of ['，', '、', '，”'])
      expect(goesOn(`${WHOLE}${long(20)}${mark}`, `${long(30)}。`)).toBe(true)
    for (const mark of ['：', '；', ':', ';'])
      expect(goesOn(`${WHOLE}${long(20)}${mark}`, `${long(30)}。`)).toBe(false)
  })

  it('goes on where it stops within a sentence', () => {
    expect(goesOn(`${WHOLE}${long(20)}`, `${long(30)}。`)).toBe(true)
  })

  it.each(['一、任务', '（二）任务', '第三部分任务', '4.任务', '——任务', '各位代表：', '名词解释'])(
    'does not go on in %s',
    (next) => {
      expect(goesOn(`${WHOLE}${long(20)}，`, next)).toBe(false)
    },
  )

  it('goes on wherever the next line begins with what closes', () => {
    for (const mark of ['，', '。', '、', '；', '：', '！', '？', '”', '’', '）', '》', ',', ';', ':'])
      expect(goesOn('任务', `${mark}任务`)).toBe(true)
    expect(goesOn('任务', '“任务')).toBe(false)
  })

  it('is a heading where it is short and holds no full stop', () => {
    expect(goesOn(long(33), `${long(30)}。`)).toBe(false)
    expect(goesOn(long(34), `${long(30)}。`)).toBe(true)
    expect(goesOn(`做好。${long(8)}`, `${long(30)}。`)).toBe(true)
    expect(goesOn(`做好；${long(8)}`, `${long(30)}。`)).toBe(true)
  })

  it('is a heading where a mark opens it, however long', () => {
    expect(goesOn(`一、${long(40)}`, `${long(30)}。`)).toBe(false)
    expect(goesOn(`一、${long(40)}。${long(9)}`, `${long(30)}。`)).toBe(true)
    expect(goesOn(`一、${long(40)}；${long(9)}`, `${long(30)}。`)).toBe(true)
  })

  it('goes on where a quotation stands open, from 26 characters on', () => {
    expect(goesOn(`${long(20)}“${long(5)}`, '任务')).toBe(true)
    expect(goesOn(`${long(19)}“${long(5)}`, '任务')).toBe(false)
    expect(goesOn(`${long(20)}“${long(4)}”`, '任务')).toBe(false)
    // Further back than 40 characters it was forgotten.
    expect(goesOn(`${long(20)}。“${long(39)}。`, `${long(20)}。`)).toBe(true)
    expect(goesOn(`${long(20)}。“${long(40)}。`, `${long(20)}。`)).toBe(false)
  })

  it('goes on where nothing in the text ends or begins so', () => {
    // 惠民 and 产业 stand at the end and at the beginning of sentences: a full stop is missing.
    const above = `${WHOLE}大力推进教育惠民`
    const below = '产业不断壮大，园区扩大到三千亩，新增企业十二家。'
    const others = ['办好实事惠民。产业兴旺。', '产业升级。']
    expect(goesOn(above, below)).toBe(true)
    expect(goesOn(above, below, ...others)).toBe(false)
    expect(goesOn(above, below, '办好实事惠民。产业兴旺。')).toBe(false)
    expect(goesOn(above, below, '办好实事惠民。')).toBe(true)
    expect(goesOn(above, below, '产业兴旺。', '产业升级。')).toBe(true)
  })

  it('is told by how sentences begin and end where the two characters that meet are unknown', () => {
    const above = `${WHOLE}大力推进教育惠民`
    const below = '产业不断壮大，园区扩大到三千亩，新增企业十二家。'
    expect(goesOn(above, below, '办好实事惠民。', '产业兴旺。')).toBe(false)
    expect(goesOn(above, below, '办好实事惠民。')).toBe(true)
  })

  it('goes on in a short piece that goes on below it', () => {
    const above = `${WHOLE}大力推进教育惠民`
    const others = ['办好实事惠民。产业兴旺。', '产业升级。', '园区建设，园区建设，园区建设。']
    const isJoined = (piece: string, below: string): boolean =>
      joined([above, piece, below, ...others])[0]?.startsWith(above + piece) ?? false
    expect(isJoined('产业园区', '建设更快。')).toBe(true)
    expect(isJoined('产业园区', '龘龘。')).toBe(false)
    expect(isJoined('发展园区', '龘龘。')).toBe(true)
  })

  it('goes on there all the same where the text is cut at many places', () => {
    const others = ['办好实事惠民。产业兴旺。', '产业升级。']
    const above = `${WHOLE}大力推进教育惠民`
    const below = '产业不断壮大，园区扩大到三千亩，新增企业十二家。'
    const cut = [`${WHOLE}${long(20)}，`, `${long(30)}。`]
    expect(goesOn(above, below, ...others, ...cut, ...cut, ...cut)).toBe(true)
    expect(goesOn(above, below, ...others, ...cut, ...cut)).toBe(false)
  })

  it('stays one of a list where both open with what they are about', () => {
    const one = `筑牢生态屏障。${long(30)}“林长制”`
    expect(goesOn(one, `深化污染防治。${long(30)}。`)).toBe(false)
    expect(goesOn(one, `${long(30)}。`)).toBe(true)
    expect(goesOn(`${long(40)}“林长制”`, `深化污染防治。${long(30)}。`)).toBe(true)
    // A lead has four to fourteen characters.
    expect(goesOn(`筑牢屏。${long(30)}“林长制”`, `深化污染防治。${long(30)}。`)).toBe(true)
    expect(goesOn(`${long(14)}。${long(30)}“林长制”`, `深化污染防治。${long(30)}。`)).toBe(false)
    expect(goesOn(`${long(15)}。${long(30)}“林长制”`, `深化污染防治。${long(30)}。`)).toBe(true)
  })

  it('takes a lead in bold that a page break cut from it', () => {
    const [lead, text] = ['农业更加稳固。', `今年农业连年丰收，${long(40)}。`]
    const bold = (boldStart: number, below: Partial<Line> = {}, words = text): number =>
      unwrap([lineOf(lead, 0, { boldStart }), lineOf(words, 1, below)]).length
    expect(bold(lead.length)).toBe(1)
    expect(bold(0)).toBe(2)
    expect(bold(lead.length - 1)).toBe(2)
    expect(bold(lead.length, { boldStart: 2 })).toBe(2)
    expect(bold(lead.length, {}, `今年工业兴旺，${long(40)}。`)).toBe(2)
    expect(bold(lead.length, {}, '今年农业连年丰收。')).toBe(2)
  })

  it('is what the format says: a block, a row, a heading, or what it knows to open or to go on', () => {
    const two = (above: Partial<Line>, below: Partial<Line> = {}): number =>
      unwrap([lineOf(`${WHOLE}${long(20)}，`, 0, above), lineOf(`${long(30)}。`, 1, below)]).length
    expect(two({})).toBe(1)
    for (const one of [{ isBlock: true }, { isTableRow: true }, { heading: 2 }]) {
      expect(two(one)).toBe(2)
      expect(two({}, one)).toBe(2)
    }
    expect(two({}, { opens: true })).toBe(2)
    expect(unwrap([lineOf(WHOLE), lineOf(WHOLE, 1, { opens: false })])).toHaveLength(1)
    expect(two({ opens: true })).toBe(1)
  })

  it('that opens as a heading does not go on in another, though the format has it so', () => {
    const two = (a: string, b: string): number => unwrap([lineOf(a), lineOf(b, 1, { opens: false })]).length
    expect(two('一、今年的任务', '（一）农业')).toBe(2)
    expect(two('一、今年的任务', '农业')).toBe(1)
    expect(two('今年的任务', '（一）农业')).toBe(1)
    expect(two('一、今年的任务，', '（一）农业')).toBe(1)
  })

  it('does not go on in a heading that stands below it, though no indent shows that', () => {
    const three = (a: string, b: string, opens: boolean | null): number =>
      unwrap([lineOf(a), lineOf(b, 1, { opens: false }), lineOf(WHOLE, 2, { opens })]).length
    expect(three(WHOLE, '二、今年的任务', true)).toBe(3)
    expect(three(WHOLE, '二、今年的任务', false)).toBe(1)
    expect(three(WHOLE, '二、今年的任务。', true)).toBe(2)
    expect(three(WHOLE.slice(0, -1), '二、今年的任务', true)).toBe(2)
  })
})

describe('blank lines between wrapped lines', () => {
  /** So many paragraphs of two full lines each; blank lines stand below those that `isBelow` names. */
  const full = (count: number, isBelow: (line: number) => boolean): Line[] => {
    let number = 0
    return Array.from({ length: 2 * count }, (_, at) => {
      number += at > 0 && isBelow(at - 1) ? 2 : 1
      return lineOf(`${long(39)}${at % 2 === 0 ? '和' : '。'}`, number - 1)
    })
  }
  const paragraphs = (isBelow: (line: number) => boolean): number => unwrap(full(10, isBelow)).length

  it('part paragraphs whose last line is full', () => {
    expect(paragraphs((line) => line % 2 === 1)).toBe(10)
    expect(paragraphs(() => false)).toBe(1)
  })

  it('part none where they stand below every line, or within sentences, too', () => {
    expect(paragraphs(() => true)).toBe(1)
    expect(paragraphs((line) => line % 4 === 1 || line === 8)).toBe(1)
  })
})

describe('a short piece that a link cut out of a sentence', () => {
  // 河长制 and what stands around it are joined elsewhere in the text.
  const known = '全面落实河长制改革，落实河长制改革，落实河长制改革，落实河长制改革。'
  const pieces = (count: number): string[] =>
    Array.from({ length: count }, () => [`今年我们要，不断落实`, '河长制', `改革，守住生态。`]).flat()

  it('is put back where three are cut so, and stays where fewer are', () => {
    expect(
      joined([known, ...pieces(3)]).filter((text) => text.includes('落实河长制改革，守住')),
    ).toHaveLength(3)
    expect(
      joined([known, ...pieces(2)]).filter((text) => text.includes('落实河长制改革，守住')),
    ).toHaveLength(0)
  })
})

describe('lines of one width', () => {
  const width = 56
  const indented = LONG_BODY.flatMap((text) =>
    wrap(text, width).map((line, at) => ({ text: line, indent: at === 0 ? 4 : 0 })),
  )

  it('are joined up to the next indent, and without one by their width', () => {
    const lines = indented.map(({ text, indent }, at) => lineOf(text, at, { indent }))
    expect(unwrap(lines).map(({ text }) => text)).toEqual(LONG_BODY)
    expect(unwrap(lines.map((line) => ({ ...line, indent: 0 }))).map(({ text }) => text)).toEqual(LONG_BODY)
  })

  it('end before the next of a count, where the line above is full', () => {
    const filler = wrap(LONG_BODY.join(''), 40)
    const first = `六是${'文'.repeat(17)}。`
    const opens = (next: string): boolean =>
      joined([...filler, '修路。', first, `${next}${'字'.repeat(18)}`, '完成。']).some((text) =>
        text.startsWith(`${next}字`),
      )
    expect(['七是', '八是', '六是', '七要'].map(opens)).toEqual([true, false, false, true])
  })

  it.each([32, 40, 48, 64, 80])('are joined at %d columns', (columns) => {
    const lines = LONG_BODY.flatMap((text) => wrap(text, columns))
    expect(joined(lines)).toEqual(LONG_BODY)
  })
})

describe('what is joined', () => {
  it('has a space between two Latin words, and none elsewhere', () => {
    expect(joined([`${WHOLE}${long(20)}Bus Rapid`, 'Transit系统很好。'])).toEqual([
      `${WHOLE}${long(20)}Bus Rapid Transit系统很好。`,
    ])
    expect(joined([`${WHOLE}${long(20)}Bus`, '系统很好。'])).toEqual([`${WHOLE}${long(20)}Bus系统很好。`])
    expect(joined([`${WHOLE}${long(20)}建设`, 'BRT系统很好。'])).toEqual([
      `${WHOLE}${long(20)}建设BRT系统很好。`,
    ])
  })

  it('keeps what is known of its first line, and the spaces between cells', () => {
    const given = { page: 3, heading: 2, boldStart: 90, isTableRow: true, isNote: true }
    expect(unwrap([lineOf('完成 投资 | 12.5 亿元', 6, given)])).toEqual([
      {
        text: '完成投资 | 12.5亿元',
        line: 7,
        page: 3,
        heading: 2,
        boldStart: 13,
        isTableRow: true,
        isNote: true,
      },
    ])
  })
})
