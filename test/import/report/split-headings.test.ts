/** Which heading stands over two paragraphs. */
import { describe, expect, it } from 'vitest'
import type { Paragraph } from '../../../src/import/lines/unwrap.ts'
import { joinSplitHeadings } from '../../../src/import/report/split-headings.ts'
import { paragraphOf } from '../lines/line-of.ts'

const BODY = '全年完成造林三万亩，改造渠道五十公里，新建学校六所，群众的生活一天比一天好。'
type Given = string | Paragraph
const join = (...items: readonly Given[]): string[] =>
  joinSplitHeadings(items.map((item) => (typeof item === 'string' ? paragraphOf(item) : item))).map(
    ({ text }) => text,
  )
/** Whether the two are joined above what stands below. */
const areOne = (first: Given, second: Given, ...below: readonly Given[]): boolean =>
  join(first, second, ...(below.length === 0 ? [BODY] : below)).length === (below.length || 1) + 1
/** So many characters without a mark. */
const han = (length: number): string => '全面加强政府自身建设和服务能力'.repeat(5).slice(0, length)

describe('joinSplitHeadings', () => {
  it('joins the halves of a numbered heading, and keeps what is known of the first', () => {
    expect(join('三、全面加强', '自身建设', BODY)).toEqual(['三、全面加强自身建设', BODY])
    const [whole] = joinSplitHeadings([
      paragraphOf('三、全面加强', { line: 7, heading: 2 }),
      paragraphOf('自身建设', { line: 8 }),
      paragraphOf(BODY),
    ])
    expect(whole).toMatchObject({ line: 7, heading: 2 })
    expect(areOne('全面加强', '自身建设')).toBe(false)
    expect(areOne('名词解释', '自身建设')).toBe(false)
  })

  it.each(['。', '！', '？', '；', '：', ':', ';', '!', '?', '，', '、', ',', '…'])(
    'takes neither for a half where %s ends it',
    (mark) => {
      expect(areOne(`三、全面加强${mark}`, '自身建设')).toBe(false)
      expect(areOne('三、全面加强', `自身建设${mark}`)).toBe(false)
    },
  )

  it('joins halves that come to 60 characters', () => {
    expect(areOne(`三、${han(28)}`, han(30))).toBe(true)
    expect(areOne(`三、${han(28)}`, han(31))).toBe(false)
    expect(join('三、全面加强', '自身建设')).toHaveLength(2)
  })

  it('joins no row of a table and no note', () => {
    for (const more of [{ isTableRow: true }, { isNote: true }]) {
      expect(areOne(paragraphOf('三、全面加强', more), '自身建设')).toBe(false)
      expect(areOne('三、全面加强', paragraphOf('自身建设', more))).toBe(false)
    }
  })

  it('joins a dash that stands alone, and no other mark', () => {
    expect(areOne('三、全面加强', '——自身建设')).toBe(true)
    expect(areOne('三、全面加强', '——自身建设', `——${BODY}`)).toBe(false)
    expect(areOne('三、全面加强', '（一）建设')).toBe(false)
    expect(areOne('三、全面加强', '1.自身建设')).toBe(false)
    expect(areOne('三、全面加强', '5G建设')).toBe(false)
  })

  it('joins nothing where a quotation stands open', () => {
    for (const [open, close] of ['“”', '（）', '《》', '「」']) {
      expect(areOne('三、全面加强', `建设${open}数字`)).toBe(false)
      expect(areOne('三、全面加强', `建设${open}数字${close}`)).toBe(true)
    }
  })

  it('believes the format about what is a heading of its own', () => {
    const half = (heading: number | null): Paragraph => paragraphOf('自身建设', { heading })
    expect(areOne(paragraphOf('三、全面加强', { heading: 2 }), half(2))).toBe(true)
    expect(areOne(paragraphOf('三、全面加强', { heading: 2 }), half(3))).toBe(false)
    expect(areOne(paragraphOf('三、全面加强', { heading: 2 }), half(null))).toBe(true)
    expect(areOne('三、全面加强', half(3))).toBe(false)
  })

  it('takes the second for a subheading where another stands in the section', () => {
    expect(areOne('三、全面加强', '自身建设', BODY, '改进作风', BODY)).toBe(false)
    expect(areOne('三、全面加强', '自身建设', BODY, '四、保障', BODY, '改进作风', BODY)).toBe(true)
    // What is an entry, or shorter than four characters, is none.
    expect(areOne('三、全面加强', '自身建设', BODY, '1.改进作风', BODY)).toBe(true)
    expect(areOne('三、全面加强', '自身建设', BODY, '——改进作风', BODY)).toBe(true)
    expect(areOne('三、全面加强', '自身建设', BODY, '改作风', BODY)).toBe(true)
  })
})
