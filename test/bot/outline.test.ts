/** A report to leaf through: its outline, and its sections page by page. */
import { describe, expect, it } from 'vitest'
import { outlineReply, partReply, sectionReply } from '../../src/bot/replies/reports-reply.ts'
import type { Reply } from '../../src/bot/reply.ts'
import type { Report } from '../../src/corpus/report.ts'
import type { StatedFigure } from '../../src/search/backend.ts'
import { report } from '../search/small-corpus.ts'
import { setting } from './made-setting.ts'

const rowsOf = ({ keyboard }: Reply): string[] =>
  keyboard.map((row) => row.map(({ text }) => text).join(' | '))
const linesOf = ({ text }: Reply): string[] => text.text.split('\n')

const made = (body: readonly string[], fields = {}): Report =>
  report('jia-2023', { place: '甲县', level: '县', ...fields }, body)
/** Paragraphs of so many characters under one heading. */
const ofLengths = (...lengths: readonly number[]): Report =>
  made(['## 工作', ...lengths.map((length, at) => `${at}${'字'.repeat(length - 2)}。`)])

describe('the outline of a report', () => {
  it('tells what is known of it, and nothing of what is not', () => {
    const body = ['开头。', '## 一、回顾', '做了。', '### （一）农业', '丰收了。', '## 二、安排', '要做。']
    const whole = outlineReply(
      made(body, {
        meeting: '第三次会议',
        date: '2023-01-10',
        post: '县长',
        speaker: '张三',
        note: '删节本',
      }),
      0,
      setting,
    )
    expect(linesOf(whole).slice(0, 4)).toEqual([
      '📖 甲县 2023',
      '政府工作报告',
      '第三次会议',
      '2023-01-10 · 县长 张三',
    ])
    expect(linesOf(whole)).toHaveLength(6)
    expect(linesOf(whole)[4]).toContain('删节本')
    expect(rowsOf(whole)).toEqual(['一、回顾', '· （一）农业', '二、安排', '从头阅读 | 引用', '全部报告'])
    const bare = outlineReply(made(body), 0, setting)
    expect(linesOf(bare).slice(0, 2)).toEqual(['📖 甲县 2023', '政府工作报告'])
    expect(linesOf(bare)).toHaveLength(3)
    expect(linesOf(bare)[2]).toMatch(/4.*3/u)
    const spoken = outlineReply(made(body, { post: '县长' }), 0, setting)
    expect(linesOf(spoken)[2]).toBe('县长')
  })

  it('has no button to read or cite what has no paragraph', () => {
    const rows = rowsOf(outlineReply({ ...made(['开头。']), passages: [], sections: [] }, 0, setting))
    expect(rows).toEqual(['全部报告'])
  })

  it('has ten sections on a page', () => {
    const sections = Array.from({ length: 11 }, (_, at) => [`## 第${at + 1}节`, '做了。']).flat()
    const rows = (page: number): string[] => rowsOf(outlineReply(made(sections), page, setting))
    expect(rows(0).slice(0, 11)).toEqual([
      ...Array.from({ length: 10 }, (_, at) => `第${at + 1}节`),
      '1/2 | ▶',
    ])
    expect(rows(1).slice(0, 2)).toEqual(['第11节', '◀ | 2/2'])
  })

  it('has headings of thirty-four characters and figures of sixty at the most', () => {
    const one = made([`## ${'长'.repeat(34)}`, '做了。', `## ${'长'.repeat(35)}`, '做了。'])
    const figure = { figure: { quote: '字'.repeat(61) }, passage: { id: 'jia-2023_0', paragraph: 6 } }
    const reply = outlineReply(one, 0, setting, [figure as unknown as StatedFigure])
    expect(rowsOf(reply).slice(0, 2)).toEqual(['长'.repeat(34), `${'长'.repeat(33)}…`])
    expect(linesOf(reply).find((line) => line.startsWith('· '))).toBe(`· ${'字'.repeat(59)}… 第6段`)
  })
})

describe('a section of a report', () => {
  const pagesOf = (one: Report): number[] => {
    const shown = (page: number): Reply | null => sectionReply(one, 0, page, setting)
    const count = Number(/1\/(\d+)/u.exec(rowsOf(shown(0) as Reply).join())?.[1] ?? 1)
    return Array.from({ length: count }, (_, page) => (shown(page)?.keyboard[0] ?? []).length)
  }

  it.each<[number[], number[]]>([
    [[50], [1]],
    [Array.from({ length: 5 }, () => 50), [5]],
    [Array.from({ length: 6 }, () => 50), [5, 1]],
    [[1_400, 1_400], [2]],
    [
      [1_400, 1_401],
      [1, 1],
    ],
    [
      [1_000, 900, 900, 10],
      [3, 1],
    ],
    [
      [3_000, 10],
      [1, 1],
    ],
  ])('of paragraphs of %j characters has pages of %j', (lengths, pages) => {
    expect(pagesOf(ofLengths(...lengths))).toEqual(pages)
  })

  it.each([
    [2_800, 2_800, '。'],
    [2_801, 2_801, '…'],
  ])('shows of a paragraph of %i characters %i, the last of which is %s', (length, shown, end) => {
    const { text } = sectionReply(ofLengths(length), 0, 0, setting) as Reply
    const [quote] = text.entities.filter(({ type }) => type === 'blockquote')
    const words = text.text.slice(quote?.offset, (quote?.offset ?? 0) + (quote?.length ?? 0))
    expect([words.length, words.at(-1)]).toEqual([shown, end])
  })

  it('stands between those before and after it that have words, each by fourteen characters of its heading', () => {
    const one = made([
      '开头。',
      `## ${'前'.repeat(15)}`,
      '做了。',
      '## 中',
      '做了。',
      `## ${'后'.repeat(14)}`,
      '要做。',
    ])
    const at = (index: number): string[] => rowsOf(sectionReply(one, index, 0, setting) as Reply)
    expect(at(1)).toContain(`‹ ${'前'.repeat(13)}… | ${'后'.repeat(14)} ›`)
    expect(at(0)).toContain('中 ›')
    expect(at(2)).toContain('‹ 中')
    expect(sectionReply(one, 3, 0, setting)).toBeNull()
    const beyond = sectionReply(one, 1, 9, setting) as Reply
    expect(beyond.text.text).toBe((sectionReply(one, 1, 0, setting) as Reply).text.text)
    expect(beyond.text.text).toMatch(/^📖 甲县 2023\n中\n\n1 第3段\n做了。$/u)
  })

  it('is read from a list of headings by its number', () => {
    const one = made(['## 一、回顾', '做了。', '## 二、安排', '要做。'])
    const reply = partReply(one, [0, 1], setting)
    expect(reply.text.text).toBe('📖 甲县 2023\n1 一、回顾\n2 二、安排')
    expect(rowsOf(reply)[0]).toBe('1 | 2')
  })
})
