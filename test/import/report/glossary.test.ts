/** Which lines below 名词解释 are one entry. */
import { describe, expect, it } from 'vitest'
import type { Paragraph } from '../../../src/import/lines/unwrap.ts'
import { joinGlossaryEntries } from '../../../src/import/report/glossary.ts'
import { paragraphOf } from '../lines/line-of.ts'

type Given = string | Paragraph
const join = (...items: readonly Given[]): string[] =>
  joinGlossaryEntries(items.map((item) => (typeof item === 'string' ? paragraphOf(item) : item))).map(
    ({ text }) => text,
  )

describe('joinGlossaryEntries', () => {
  it('puts together what a line break cut, below the heading alone', () => {
    const cut = ['1.林长制：保护', '森林的制度。', '2.河长制：保护河流的制度。']
    expect(join('名词解释', ...cut)).toEqual(['名词解释', '1.林长制：保护森林的制度。', cut[2]])
    expect(join(...cut, '名词解释')).toEqual([...cut, '名词解释'])
    expect(join(...cut)).toEqual(cut)
  })

  it.each(['1.', '1、', '[1]', '［1］', '〔1〕', '（1）', '一、', '十二．', '* 1）'])(
    'knows %s for the beginning of an entry',
    (mark) => {
      const entries = [`${mark}林长制：保护森林`, `${mark}河长制：保护河流`]
      expect(join('名词解释', ...entries)).toEqual(['名词解释', ...entries])
    },
  )

  it.each(['河长制：保护河流。', '“三区三线”指三种区域。', '《条例》，指办法。'])(
    'knows %s for one where entries have names, and for a rest where they have numbers',
    (name) => {
      expect(join('名词解释', '林长制：保护森林', name)).toHaveLength(3)
      expect(join('名词解释', '1.林长制：保护森林', name, '2.田长制：保护田地。')).toHaveLength(3)
    },
  )

  it('has numbered entries where two lines have numbers', () => {
    const named = ['甲长制：保护这些', '乙长制：保护这些']
    expect(join('名词解释', '1.林长制：保护', '2.河长制：保护', ...named)).toHaveLength(3)
    expect(join('名词解释', '1.林长制：保护', ...named)).toHaveLength(4)
  })

  it.each(['。', '！', '？', '；', '。”', '。）'])('ends an entry at %s', (mark) => {
    expect(join('名词解释', `1.林长制：保护森林${mark}`, '人人有责', '2.河长制：保护。')).toHaveLength(4)
    expect(join('名词解释', '1.林长制：保护森林', '人人有责', '2.河长制：保护。')).toHaveLength(3)
  })

  it('leaves apart headings, rows, and what says nothing of a word', () => {
    const two = (above: Given, below: Given): number =>
      join('名词解释', '1.田长制：护田。', '2.路长制：护路。', above, below).length - 3
    expect(two('3.林长制：保护', '森林。')).toBe(1)
    expect(two('3.林长制', '森林。')).toBe(2)
    expect(two('3.林长制，即保护', '森林。')).toBe(1)
    expect(two('林业', '森林。')).toBe(2)
    expect(two(paragraphOf('3.林长制：保护', { isTableRow: true }), '森林。')).toBe(2)
    expect(two('3.林长制：保护', paragraphOf('森林。', { isTableRow: true }))).toBe(2)
    expect(two(paragraphOf('3.林长制：保护', { heading: 3 }), '森林。')).toBe(2)
    expect(two('3.林长制：保护', paragraphOf('森林。', { heading: 3 }))).toBe(2)
    expect(two('3.林长制：保护', '附件2')).toBe(2)
    expect(two('附件2：林业指标', '森林。')).toBe(2)
  })

  it('leaves the first line below the heading apart, and keeps what is known of an entry’s first line', () => {
    expect(join('有关名词解释：', '森林。')).toHaveLength(2)
    const [, entry] = joinGlossaryEntries([
      paragraphOf('名词解释'),
      paragraphOf('1.林长制：保护', { line: 7, page: 2 }),
      paragraphOf('森林。', { line: 8, page: 3 }),
    ])
    expect(entry).toMatchObject({ text: '1.林长制：保护森林。', line: 7, page: 2 })
  })
})
