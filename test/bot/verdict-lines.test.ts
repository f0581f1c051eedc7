/** What is told of a quote line by line; a text is its key and what it is given. */
import { describe, expect, it } from 'vitest'
import { verdictLines } from '../../src/bot/replies/quote-verdict.ts'
import type { Passage } from '../../src/corpus/report.ts'
import type { DiffPart } from '../../src/quote/alignment/align.ts'
import type { QuotePlace } from '../../src/quote/context.ts'
import type { Verdict } from '../../src/quote/verify.ts'
import type { Hit } from '../../src/search/searcher.ts'
import type { Range } from '../../src/text/runs.ts'
import { jiaReport, keySetting } from './key-setting.ts'

const passage = (text: string, paragraph = 1): Passage => ({
  id: `jia-2023_${String(paragraph).padStart(10, '0')}`,
  report: 'jia-2023',
  paragraph,
  section: [],
  text,
  page: null,
})
const hitOf = (text: string, range?: Range): Hit =>
  ({
    passage: passage(text),
    report: jiaReport,
    matches: range === undefined ? [] : [{ range }],
  }) as unknown as Hit
const place = (text: string, range: Range, paragraph = 1): QuotePlace => ({
  passage: passage(text, paragraph),
  range,
})

function told(check: object): string[] {
  const verdict = { check, claims: [], supported: true, conflicts: [] } as unknown as Verdict
  return verdictLines(verdict, keySetting).flatMap((line) =>
    line === null ? [] : [typeof line === 'string' ? line : line.text],
  )
}

const TEXT = '前文在此。引文在此。后文在此。'
const VERBATIM = {
  kind: 'verbatim',
  omissions: [],
  folded: [],
  cutFigure: null,
  cutQualifier: null,
  others: [],
  holders: 1,
  hit: hitOf(TEXT),
  places: [place(TEXT, [5, 10])],
}
const cited = told(VERBATIM).at(-1) as string

describe('of words that stand in a report', () => {
  it.each<[string, object, readonly string[]]>([
    ['where they stand', {}, ['quote-verbatim', TEXT, cited]],
    [
      'what of them is written otherwise',
      { folded: ['width'] },
      ['quote-verbatim', 'quote-folded folding-width', TEXT, cited],
    ],
    [
      'all that is',
      { folded: ['width', 'case'] },
      ['quote-verbatim', 'quote-folded folding-widthlist-commafolding-case', TEXT, cited],
    ],
    ['what figure they cut', { cutFigure: '15%' }, ['quote-verbatim', '⚠ quote-cut-figure 15%', TEXT, cited]],
    [
      'the heading that they are',
      { places: [{ ...place(TEXT, [0, 0]), heading: '一、回顾' }] },
      ['quote-verbatim', '一、回顾', cited],
    ],
    [
      'both paragraphs that they are of',
      { places: [place(TEXT, [5, 15]), place('再文。', [0, 3], 2)] },
      ['quote-verbatim', TEXT, '再文。'],
    ],
  ])('is told %s', (_what, fields, lines) => {
    expect(told({ ...VERBATIM, ...fields }).slice(0, lines.length)).toEqual(lines)
  })

  it('is cited from the first paragraph to the last', () => {
    const over = told({
      ...VERBATIM,
      places: [place(TEXT, [5, 15]), place('中文。', [0, 3], 2), place('再文。', [0, 3], 3)],
    })
    expect(over.at(-1)).not.toBe(cited)
    expect(over.at(-1)).toMatch(/第1.*3段/u)
  })

  it.each([
    [160, 1],
    [161, 2],
  ])('shows two places of a paragraph together where %d characters lie between them', (between, blocks) => {
    const text = `引文${'间'.repeat(between)}引文`
    const places = [place(text, [0, 2]), place(text, [between + 2, between + 4])]
    expect(told({ ...VERBATIM, places })).toHaveLength(2 + blocks)
  })

  it('shows 1,500 characters of a long one, and sixty more', () => {
    const text = '引'.repeat(2_000)
    const [, shown = ''] = told({ ...VERBATIM, places: [place(text, [0, 2_000])] })
    expect(shown).toBe(`${'引'.repeat(1_560)}…`)
  })

  it.each<[number, number]>([
    [0, 0],
    [1, 1],
    [5, 5],
    [6, 5],
  ])('names of %d others %d, and how many there are', (count, named) => {
    const others = Array.from({ length: count }, () => hitOf(TEXT))
    const lines = told({ ...VERBATIM, others, holders: count + 1 }).slice(3)
    expect(lines).toHaveLength(count === 0 ? 0 : named + 2)
    if (count > 0) expect(lines.slice(0, 2)).toEqual(['', `quote-others ${count}`])
  })

  it('names beside another what it has behind the words', () => {
    const text = '收入5亿元以上。'
    const last = (range?: Range): string | undefined =>
      told({ ...VERBATIM, others: [hitOf(text, range)], holders: 2 }).at(-1)
    expect(last([0, 5])).toMatch(/ ⚠ quote-cut-qualifier 以上$/u)
    expect(last([0, 7])).not.toContain('⚠')
    expect(last()).not.toContain('⚠')
  })
})

describe('of words that differ', () => {
  const same = (text: string): DiffPart => ({ kind: 'same', text })
  const differs = (diff: readonly DiffPart[], fields: object = {}): string[] =>
    told({
      kind: 'differs',
      diff,
      onlyPunctuation: false,
      sameValues: false,
      hit: hitOf(TEXT),
      places: [place(TEXT, [5, 10])],
      ...fields,
    })
  const change = (printed: string, typed: string): DiffPart[] => [
    same('收入'),
    { kind: 'missing', text: printed },
    { kind: 'added', text: typed },
  ]

  it('is told how many they are, and the figures first', () => {
    const lines = differs([...change('甲', '乙'), ...change('5', '6')])
    expect(lines).toEqual([
      'quote-differs 2',
      '⚠ quote-figure 5 6',
      'quote-legend',
      '收入甲乙收入56',
      'quote-true-words',
      TEXT,
      cited,
    ])
  })

  it('is told of a misprint of the report, which is no fault', () => {
    expect(differs(change('and', '和'))[1]).toBe('quote-sic and')
  })

  it('is told of a denial that is on one side only', () => {
    expect(differs([same('可以'), { kind: 'missing', text: '不' }])[1]).toBe('⚠ quote-denial-missing 不')
    expect(differs([same('可以'), { kind: 'added', text: '不' }])[1]).toBe('⚠ quote-denial-added 不')
  })

  it('is told of five of them', () => {
    const six = Array.from({ length: 6 }, (_, index) => change(`${index}`, `${index + 10}`)).flat()
    expect(differs(six).filter((line) => line.startsWith('⚠'))).toHaveLength(5)
    expect(differs(six, { sameValues: true }).filter((line) => line.startsWith('⚠'))).toEqual([])
    expect(differs(six, { sameValues: true })[1]).toBe('quote-same-values')
  })

  it('is told that only marks do', () => {
    expect(differs(change('，', '。'), { onlyPunctuation: true })[0]).toBe('quote-punctuation')
  })

  it('is told where the words stand that have another place', () => {
    const at = { passage: passage('别处。', 7), report: jiaReport }
    const lines = differs([same('收入'), { kind: 'moved', text: '别处。', at } as never])
    expect(lines.find((line) => line.startsWith('quote-moved'))).toMatch(/^quote-moved 别处 .*7/u)
  })

  it.each([
    [1_500, '同'.repeat(1_500)],
    [1_501, `${'同'.repeat(1_500)}…`],
  ])('shows 1,500 characters of them: %d', (length, shown) => {
    expect(differs([same('同'.repeat(length))])).toContain(shown)
  })
})

describe('of words that stand nowhere', () => {
  it('is told what is nearest, if anything', () => {
    expect(told({ kind: 'not-found', nearest: null })).toEqual(['quote-not-found'])
    expect(told({ kind: 'not-found', nearest: hitOf(TEXT) })).toEqual([
      'quote-not-found',
      'quote-nearest',
      TEXT,
      cited,
    ])
  })

  it.each([
    [300, '近'.repeat(300)],
    [301, `${'近'.repeat(300)}…`],
  ])('shows 300 characters of it: %d', (length, shown) => {
    expect(told({ kind: 'not-found', nearest: hitOf('近'.repeat(length)) })[2]).toBe(shown)
  })
})
