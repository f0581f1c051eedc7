import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findRuns } from '../../src/text/runs.ts'

describe('findRuns', () => {
  it.each([
    [
      '发展发展发展',
      ['发展'],
      [
        [0, 2],
        [2, 4],
        [4, 6],
      ],
    ],
    ['啊啊啊', ['啊啊'], [[0, 2]]],
    [
      '快递员和快递小哥',
      ['快递', '快递小哥'],
      [
        [0, 2],
        [4, 8],
      ],
    ],
    ['乡村振兴', ['村振', '乡村'], [[0, 2]]],
    ['乡村', ['', '城市'], []],
  ] as const)('in %s of %j', (text, phrases, runs) => {
    expect(findRuns(text, phrases)).toEqual(runs)
  })

  it('finds what a regular expression with the longest alternative first finds', () => {
    const text = (maxLength: number, minLength = 0) =>
      fc.string({ unit: fc.constantFrom('山', '水', '乡'), minLength, maxLength })
    fc.assert(
      fc.property(text(14), fc.array(text(3, 1), { minLength: 1, maxLength: 4 }), (given, phrases) => {
        const longestFirst = [...phrases].sort((a, b) => b.length - a.length)
        const expected = [...given.matchAll(new RegExp(longestFirst.join('|'), 'gu'))].map(
          ({ 0: run, index }) => [index, index + run.length],
        )
        expect(findRuns(given, phrases)).toEqual(expected)
      }),
      { numRuns: 1_000 },
    )
  })
})
