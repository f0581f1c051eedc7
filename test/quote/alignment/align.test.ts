/** Two texts unit by unit: which runs are equal, and what differs between them. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { alignRuns, type RunDiff } from '../../../src/quote/alignment/align.ts'
import { type Block, findChain } from '../../../src/quote/alignment/blocks.ts'
import { tokensOf, type UnitRun, unitText } from '../../../src/quote/alignment/units.ts'

function align(typed: string, printed: string, isChained = true): RunDiff {
  const [quote, text] = [unitText(typed), unitText(printed)]
  const [quoteRun, textRun]: UnitRun[] = [
    [0, quote.keys.length],
    [0, text.keys.length],
  ]
  if (quoteRun === undefined || textRun === undefined) throw new Error('no run')
  const blocks = isChained ? findChain(quote.keys, quoteRun, text.keys, textRun) : []
  return alignRuns({ quote, quoteRun, text, textRun, blocks })
}

/** 同[-printed-]{+typed+} */
const show = ({ parts }: RunDiff): string =>
  parts
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'missing' ? `[-${text}-]` : `{+${text}+}`))
    .join('')

describe('alignRuns', () => {
  it.each([
    ['nothing', '全年接待游客', '全年接待游客', '全年接待游客'],
    ['a wrong character', '全年接代游客', '全年接待游客', '全年接[-待-]{+代+}游客'],
    ['a figure, kept whole', '收入58.4亿元', '收入56.4亿元', '收入[-56.4-]{+58.4+}亿元'],
    ['a Latin word, kept whole', '建设5G基站', '建设4G基站', '建设[-4G-]{+5G+}基站'],
    ['what is left out', '全年游客', '全年接待游客', '全年[-接待-]游客'],
    ['what is added', '全年共接待游客', '全年接待游客', '全年{+共+}接待游客'],
    ['at both ends', '今年接待旅客', '全年接待游客', '[-全-]{+今+}年接待[-游-]{+旅+}客'],
    ['a mark', '产业，就业', '产业、就业', '产业[-、-]{+，+}就业'],
    [
      'one character equal by chance',
      '甲乙丙水丁戊己',
      '子丑寅水卯辰巳',
      '[-子丑寅水卯辰巳-]{+甲乙丙水丁戊己+}',
    ],
    ['one equal character between five edited', '甲乙水丁', '子水卯', '[-子水卯-]{+甲乙水丁+}'],
    ['and between four', '甲水丁', '子水卯', '[-子-]{+甲+}水[-卯-]{+丁+}'],
    [
      'a mark between edits',
      '甲乙丙，丁戊己',
      '子丑寅，卯辰巳',
      '[-子丑寅-]{+甲乙丙+}，[-卯辰巳-]{+丁戊己+}',
    ],
    ['one that moved the other way', '坚守天职本分', '坚守职责本分', '坚守[-职责-]{+天职+}本分'],
    ['one wrong before and one missing behind', '甲水分乙', '子水卯分乙', '[-子-]{+甲+}水[-卯-]分乙'],
    ['one added before and one wrong behind', '甲水乙分丙', '水卯分丙', '{+甲+}水[-卯-]{+乙+}分丙'],
    ['one missing before and one wrong behind', '水乙分丙', '子水卯分丙', '[-子-]水[-卯-]{+乙+}分丙'],
    ['a character that seems to have moved', '坚守职责本分', '坚守天职本分', '坚守[-天职-]{+职责+}本分'],
    [
      'two equal characters between edits',
      '甲乙山水丁戊',
      '子丑山水卯辰',
      '[-子丑-]{+甲乙+}山水[-卯辰-]{+丁戊+}',
    ],
  ])('tells %s', (_, typed, printed, shown) => {
    expect(show(align(typed, printed))).toBe(shown)
    expect(show(align(typed, printed, false))).toBe(shown)
  })

  it('counts the tokens that are equal, on both sides', () => {
    expect(align('全年游客', '全年接待游客')).toMatchObject({ same: 8, total: 10, onlyPunctuation: false })
    expect(align('收入58.4亿元', '收入56.4亿元')).toMatchObject({ same: 8, total: 10 })
  })

  it.each([
    ['产业，就业', '产业、就业', true],
    ['产业就业', '产业、就业', true],
    ['产业、就业', '产业就业', true],
    ['产业、就业', '产业、就学', false],
    ['产业', '产业1', false],
  ])('says whether only punctuation differs: %s for %s', (typed, printed, isOnly) => {
    expect(align(typed, printed).onlyPunctuation).toBe(isOnly)
  })

  it('shows what is the same as printed, spaces included', () => {
    expect(show(align('全年接待', '全年 接待'))).toBe('全年 接待')
    expect(show(align('ＧＤＰ增长', 'GDP增长'))).toBe('GDP增长')
  })

  it('puts together the printed text of what is same and missing, and the typed of what is same and added', () => {
    const texts = fc
      .array(fc.constantFrom(...'全年接待游客，。5.%ab 了'), { maxLength: 24 })
      .map((all) => all.join(''))
    fc.assert(
      fc.property(texts, texts, fc.boolean(), (typed, printed, isChained) => {
        const diff = align(typed, printed, isChained)
        const keysOf = (kinds: readonly string[]): string =>
          unitText(diff.parts.map(({ kind, text }) => (kinds.includes(kind) ? text : '')).join('')).keys
        // Without the dot, which joins what it comes to stand between.
        fc.pre(!/[.%]/u.test(typed + printed))
        expect(keysOf(['same', 'missing'])).toBe(unitText(printed).keys)
        expect(keysOf(['same', 'added'])).toBe(unitText(typed).keys)
        const tokens = [typed, printed].map((text) => {
          const units = unitText(text)
          return tokensOf(units, [0, units.keys.length]).length
        })
        expect(diff.total).toBe((tokens[0] ?? 0) + (tokens[1] ?? 0))
        expect(diff.same).toBeLessThanOrEqual(2 * Math.min(tokens[0] ?? 0, tokens[1] ?? 0))
        if (typed === printed) expect(diff.same).toBe(diff.total)
      }),
      { numRuns: 400 },
    )
  })
})

describe('findChain', () => {
  const chain = (quote: string, text: string): Block[] =>
    findChain(quote, [0, quote.length], text, [0, text.length])

  it.each<[string, string, string, Block[]]>([
    ['a whole quote', '接待游客', '全年接待游客多', [{ quote: 0, text: 2, length: 4 }]],
    [
      'both sides of a wrong character',
      '接待旅客人次',
      '接待游客人次',
      [
        { quote: 0, text: 0, length: 2 },
        { quote: 3, text: 3, length: 3 },
      ],
    ],
    ['no single character', '甲山乙', '子山丑', []],
    ['nothing in nothing', '', '全年', []],
  ])('finds %s', (_, quote, text, blocks) => {
    expect(chain(quote, text)).toEqual(blocks)
  })

  it('gives equal runs in order that do not overlap', () => {
    const texts = fc.string({ unit: fc.constantFrom(...'山水甲乙'), maxLength: 40 })
    fc.assert(
      fc.property(texts, texts, (quote, text) => {
        let [atQuote, atText] = [0, 0]
        for (const block of chain(quote, text)) {
          expect(quote.slice(block.quote, block.quote + block.length)).toBe(
            text.slice(block.text, block.text + block.length),
          )
          expect(block.quote).toBeGreaterThanOrEqual(atQuote)
          expect(block.text).toBeGreaterThanOrEqual(atText)
          expect(block.length).toBeGreaterThan(0)
          atQuote = block.quote + block.length
          atText = block.text + block.length
        }
      }),
      { numRuns: 400 },
    )
  })
})

it('tells four hundred edits apart, and more as one', () => {
  const distinct = (length: number, from: number): string =>
    Array.from({ length }, (_, at) => String.fromCharCode(from + at)).join('')
  const kinds = (length: number): string[] =>
    align(`${distinct(length, 0x5000)}水山`, `${distinct(length, 0x6000)}水山`, false).parts.map(
      ({ kind }) => kind,
    )
  expect(kinds(200)).toEqual(['missing', 'added', 'same'])
  expect(kinds(201)).toEqual(['missing', 'added'])
})

it('compares runs within their texts alone', () => {
  const [quote, text] = [unitText('甲乙丙丁'), unitText('子乙寅丁')]
  const diff = alignRuns({
    quote,
    quoteRun: [1, 3],
    text,
    textRun: [1, 3],
    blocks: [{ quote: 1, text: 1, length: 1 }],
  })
  expect(show(diff)).toBe('乙[-寅-]{+丙+}')
})
