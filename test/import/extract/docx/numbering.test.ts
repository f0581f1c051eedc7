/** How Word writes the numbers of its lists. */
import { describe, expect, it } from 'vitest'
import { formatNumber, makeNumberer } from '../../../../src/import/extract/docx/numbering.ts'
import { parseXml } from '../../../../src/import/extract/xml.ts'

const write = (format: string, ...values: readonly number[]): string =>
  values.map((value) => formatNumber(value, format)).join(' ')

describe('formatNumber', () => {
  it.each([
    'chineseCounting',
    'chineseCountingThousand',
    'japaneseCounting',
    'taiwaneseCounting',
    'taiwaneseCountingThousand',
    'koreanCounting',
  ])('counts in Chinese: %s', (format) => {
    expect(write(format, 1, 10, 11, 20, 21, 100, 101, 110, 111, 1000, 1001, 1010, 9999)).toBe(
      '一 十 十一 二十 二十一 一百 一百零一 一百一十 一百一十一 一千 一千零一 一千零一十 九千九百九十九',
    )
    expect(write(format, 0, 10_000)).toBe('0 10000')
  })

  it.each([
    ['chineseLegalSimplified', [1, 10, 12, 105, 2030], '壹 壹拾 壹拾贰 壹佰零伍 贰仟零叁拾'],
    ['ideographDigital', [1, 10, 205], '一 一〇 二〇五'],
    ['japaneseDigitalTenThousand', [10], '一〇'],
    ['taiwaneseDigital', [10], '一〇'],
    ['ideographTraditional', [1, 10, 11], '甲 癸 甲'],
    ['ideographZodiac', [1, 12, 13], '子 亥 子'],
    ['decimalFullWidth', [1, 20], '１ ２０'],
    ['decimalFullWidth2', [9], '９'],
    ['decimalEnclosedCircle', [1, 20, 21], '① ⑳ 21'],
    ['decimalEnclosedCircleChinese', [1, 20, 21], '① ⑳ 21'],
    ['decimalEnclosedParen', [1, 20, 21], '⑴ ⒇ 21'],
    ['decimalEnclosedFullstop', [1, 20, 21], '⒈ ⒛ 21'],
    ['decimalZero', [1, 9, 10], '01 09 10'],
    ['upperLetter', [1, 26, 27, 52, 53, 780, 781], `A Z AA ZZ AAA ${'Z'.repeat(30)} 781`],
    ['lowerLetter', [1, 26, 27, 0], 'a z aa 0'],
    ['upperRoman', [1, 4, 9, 14, 40, 90, 400, 1999, 3999], 'I IV IX XIV XL XC CD MCMXCIX MMMCMXCIX'],
    ['lowerRoman', [8, 2024], 'viii mmxxiv'],
    ['upperRoman', [0, 4000], '0 4000'],
    ['decimal', [7], '7'],
    ['hebrew1', [7], '7'],
  ])('writes %s', (format, values, written) => {
    expect(write(format, ...values)).toBe(written)
  })
})

describe('a list', () => {
  const level = (depth: number, style: string, more = ''): string =>
    `<lvl ilvl="${depth}"><start val="1"/><numFmt val="decimal"/><pStyle val="${style}"/><lvlText val="%${depth + 1}."/>${more}</lvl>`
  const numbererOf = (levels: string, more = '') =>
    makeNumberer(
      parseXml(
        new TextEncoder().encode(
          `<numbering><abstractNum abstractNumId="0">${levels}</abstractNum><num numId="1"><abstractNumId val="0"/>${more}</num></numbering>`,
        ),
        'numbering',
      ),
      () => undefined,
    )

  it('knows which of its depths a style has', () => {
    const numberer = numbererOf(level(0, 'One') + level(1, 'Two'))
    expect(['One', 'Two', 'Three'].map((style) => numberer.depthOfStyle('1', style))).toEqual([0, 1, null])
    expect(numberer.depthOfStyle('2', 'One')).toBeNull()
  })

  it('begins its deeper depths anew below each number', () => {
    const numberer = numbererOf(level(0, '') + level(1, ''))
    const next = (depth: number): string => numberer.next({ list: '1', depth })
    expect([0, 1, 1, 0, 1].map(next)).toEqual(['1.', '1.', '2.', '2.', '1.'])
    expect(numberer.next({ list: '2', depth: 0 })).toBe('')
    expect(next(7)).toBe('')
  })

  it('begins where it is told to, once', () => {
    const numberer = numbererOf(level(0, ''), '<lvlOverride ilvl="0"><startOverride val="5"/></lvlOverride>')
    expect([0, 0].map((depth) => numberer.next({ list: '1', depth }))).toEqual(['5.', '6.'])
  })
})
