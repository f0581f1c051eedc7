/** The chain of equal runs, at its bounds. */
import { describe, expect, it } from 'vitest'
import { findChain } from '../../../src/quote/alignment/blocks.ts'

const chain = (quote: string, text: string): string[] =>
  findChain(quote, [0, quote.length], text, [0, text.length]).map(({ quote: at, length }) =>
    quote.slice(at, at + length),
  )
/** So many characters, no two alike. */
const distinct = (length: number, from = 0x5000): string =>
  Array.from({ length }, (_, at) => String.fromCharCode(from + at)).join('')

describe('findChain', () => {
  it('finds runs of two units in a quote of up to 300, and of four in a longer one', () => {
    const found = (length: number, run: number): number => {
      const shared = distinct(run)
      return chain(
        shared + distinct(length - run, 0x6000),
        `${distinct(20, 0x7000)}${shared}${distinct(5, 0x7100)}`,
      ).length
    }
    expect([found(300, 1), found(300, 2)]).toEqual([0, 1])
    expect([found(301, 3), found(301, 4)]).toEqual([0, 1])
  })

  it('looks at the first 32 places of what a quote repeats', () => {
    // The 33rd place alone has the characters that follow in the text.
    const quote = (times: number): string =>
      `${Array.from({ length: times }, (_, at) => `甲乙${distinct(1, 0x6000 + at)}`).join('')}甲乙丙丁`
    expect(chain(quote(31), '甲乙丙丁')).toEqual(['甲乙丙丁'])
    expect(chain(quote(32), '甲乙丙丁')).not.toEqual(['甲乙丙丁'])
  })

  it('takes the longer of two chains, less a price for what lies between', () => {
    expect(chain('甲乙丙丁', '甲乙子丑丙丁')).toEqual(['甲乙', '丙丁'])
    // Two units do not pay for a gap that is much wider on one side.
    expect(chain('甲乙丙丁', `甲乙${distinct(9)}丙丁`)).toEqual(['甲乙', '丙丁'])
    expect(chain('甲乙丙丁', `甲乙${distinct(10)}丙丁`)).toHaveLength(1)
    // As many wrong characters on both sides cost less than a third of a unit each.
    expect(chain(`甲乙${distinct(6, 0x6000)}丙丁`, `甲乙${distinct(6)}丙丁`)).toEqual(['甲乙', '丙丁'])
    expect(chain(`甲乙${distinct(7, 0x6000)}丙丁`, `甲乙${distinct(7)}丙丁`)).toHaveLength(1)
  })

  it('looks within its runs alone', () => {
    const found = findChain('甲乙丙丁', [1, 3], '丙丁乙丙', [0, 4])
    expect(found).toEqual([{ quote: 1, text: 2, length: 2 }])
    const whole = [{ quote: 1, text: 1, length: 2 }]
    expect(findChain('甲乙丙丁', [1, 3], '甲乙丙', [0, 3])).toEqual(whole)
    expect(findChain('甲乙丙', [0, 3], '甲乙丙丁', [1, 3])).toEqual(whole)
    expect(findChain('甲乙丙丁', [1, 3], '甲乙丙丁', [0, 4])).toEqual(whole)
    expect(findChain('甲乙丙丁', [0, 4], '甲乙丙丁', [1, 3])).toEqual(whole)
  })

  it('finds a run behind a character that stands one place off', () => {
    expect(chain('子丑甲乙', '子甲乙')).toEqual(['甲乙'])
    expect(chain('丑甲乙', '丑子甲乙')).toEqual(['甲乙'])
  })

  it('takes the first of two that are as long', () => {
    expect(findChain('甲乙丙丁', [0, 4], '丙丁甲乙', [0, 4])).toEqual([{ quote: 2, text: 0, length: 2 }])
  })

  it('keeps the longest run, and all in order, of more than a thousand that are repeated', () => {
    const many = '甲乙'.repeat(32)
    const text = Array.from({ length: 40 }, (_, at) => `甲乙${distinct(1, 0x6000 + at)}`).join('')
    const found = chain(`${many}春夏秋冬${many}`, `${text}春夏秋冬`)
    expect(found).toContain('春夏秋冬')
    const ends = chain(`春夏秋冬子${many}`, `春夏秋冬丑${text}`)
    expect(ends[0]).toBe('春夏秋冬')
    expect(ends.length).toBeGreaterThan(1)
  })
})
