import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { balanceWidth, breakLines, type Setting } from '../../src/pictures/text-lines.ts'

/** Han characters are 10 wide, others 5. */
const setting: Setting = {
  measure: (run) => [...run].reduce((sum, one) => sum + (/[\u2e80-\uffef]/u.test(one) ? 10 : 5), 0),
}
const textOf = (text: string, width: number, keepsWords = false): string[] =>
  breakLines(text, width, { ...setting, keepsWords }).map(({ start, end }) => text.slice(start, end))

const CHARACTERS = [...'全年接待游客实现收入，。、；“”（）《》……——9345.%％ A\n\u3000𠮷①']
const texts = fc.string({ unit: fc.constantFrom(...CHARACTERS), maxLength: 120 })

describe('breakLines', () => {
  it('loses, adds and moves no character, whatever the text and the width', () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 1, max: 300 }), fc.boolean(), (text, width, keepsWords) => {
        expect(textOf(text, width, keepsWords).join('')).toBe(text)
      }),
    )
  })

  it('draws every character that is no line break once, in order, and nothing beyond the line', () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 10, max: 300 }), (text, width) => {
        for (const { start, end, runs, width: used } of breakLines(text, width, setting)) {
          expect(runs.map((run) => text.slice(run.start, run.end)).join('')).toBe(text.slice(start, end))
          expect(used).toBeLessThanOrEqual(width)
        }
      }),
    )
  })

  it.each([
    ['begins no line with a full stop', '全年接待游客。实现', 60, ['全年接待游', '客。实现']],
    ['ends no line with an opening mark', '全年“实现收入', 30, ['全年', '“实现', '收入']],
    ['keeps a number whole', '收入56.4亿元', 30, ['收入', '56.4亿', '元']],
    ['keeps two dashes together', '全年——实现', 25, ['全', '年——', '实现']],
    ['ends a line where the report does', '全年\n实现', 100, ['全年\n', '实现']],
    ['breaks what is longer than a line', '123456789', 20, ['1234', '5678', '9']],
  ] as const)('%s', (_name, text, width, expected) => {
    expect(textOf(text, width)).toEqual(expected)
  })

  it.each<[string, number, [string, number][]]>([
    [
      '年年 年',
      20,
      [
        ['年年 ', 20],
        ['年', 10],
      ],
    ],
    [
      '年年  年',
      20,
      [
        ['年年  ', 20],
        ['年', 10],
      ],
    ],
    [
      '年\n\n年',
      20,
      [
        ['年\n', 10],
        ['\n', 0],
        ['年', 10],
      ],
    ],
    [
      '\n年',
      20,
      [
        ['\n', 0],
        ['年', 10],
      ],
    ],
    ['年\n', 20, [['年\n', 10]]],
    ['', 20, []],
    [
      '12345',
      20,
      [
        ['1234', 20],
        ['5', 5],
      ],
    ],
    [
      '年12345年',
      20,
      [
        ['年', 10],
        ['1234', 20],
        ['5年', 15],
      ],
    ],
    // What no line has room for has one to itself.
    [
      '年年',
      5,
      [
        ['年', 10],
        ['年', 10],
      ],
    ],
  ])('has lines as wide as what is printed on them: %j', (text, width, expected) => {
    const lines = breakLines(text, width, setting)
    expect(lines.map((line) => [text.slice(line.start, line.end), line.width])).toEqual(expected)
  })

  it('breaks large type between words', () => {
    expect(textOf('全年接待游客', 50, true)).toEqual(['全年接待', '游客'])
    expect(textOf('全年接待游客', 50, false)).toEqual(['全年接待游', '客'])
  })
})

it('balances lines without adding one', () => {
  fc.assert(
    fc.property(texts, fc.integer({ min: 40, max: 300 }), (text, width) => {
      const balanced = balanceWidth(text, width, setting)
      expect(balanced).toBeLessThanOrEqual(width)
      expect(textOf(text, balanced)).toHaveLength(textOf(text, width).length)
    }),
  )
})

it('balances to a hundred-and-twenty-eighth of the half that may be left free', () => {
  // One character finds room at any width; seven halvings of 128 to 256 end a unit above the least.
  expect(balanceWidth('年', 256, setting)).toBe(129)
})
