/** What a page prints twice to make it bold. */
import { describe, expect, it } from 'vitest'
import { withoutOverprint } from '../../../../src/import/extract/pdf/overprint.ts'
import type { PlacedText } from '../../../../src/import/extract/pdf/place-texts.ts'
import { EM, placed } from './placed.ts'

const texts = (...pieces: readonly PlacedText[]): string[] => withoutOverprint(pieces).map(({ text }) => text)

describe('a piece that is printed twice', () => {
  it.each([
    [0, 0, 1],
    [0.24, 0, 1],
    [0.26, 0, 2],
    [-0.24, 0, 1],
    [0, 0.24, 1],
    [0, -0.24, 1],
    [0, 0.26, 2],
  ])('%d em to the right and %d below is %d', (right, below, count) => {
    expect(texts(placed('重点', 72, 100), placed('重点', 72 + right * EM, 100 + below * EM))).toHaveLength(
      count,
    )
  })

  it('stays where the words are others', () => {
    expect(texts(placed('重点', 72, 100), placed('要点', 72, 100))).toHaveLength(2)
  })
})

describe('pieces that lie over each other', () => {
  it('come back letter by letter, each once', () => {
    expect(
      texts(placed('重点工作', 72, 100), placed('重点', 73, 100), placed('工作', 73 + 2 * EM, 100)),
    ).toEqual(['重', '点', '工', '作'])
    const [first, second] = withoutOverprint([placed('重点', 72, 100), placed('重点工', 73, 100)])
    expect([first, second].map((piece) => [piece?.left, piece?.right])).toEqual([
      [72, 88],
      [88, 104],
    ])
  })

  it('stay as they are where less than three tenths of their letters are copies', () => {
    // Of 3 + 7 letters three stand twice; of 3 + 8 less than three tenths do.
    const whole = (letters: number): string => '一二三四五六七八九十'.slice(0, letters)
    expect(texts(placed(whole(7), 72, 100), placed('一二三', 73, 100))).toHaveLength(7)
    expect(texts(placed(whole(8), 72, 100), placed('一二三', 73, 100))).toEqual([whole(8), '一二三'])
  })

  it('are of one line, one size, and overlap by more than three tenths of an em', () => {
    const two = (more: Partial<PlacedText>, left = 73, below = 0): number =>
      texts(placed('重点工', 72, 100), placed('重点', left, 100 + below, more)).length
    expect(two({})).toBe(3)
    expect(two({ size: EM * 1.2 })).toBe(2)
    expect(two({}, 73, 0.3 * EM)).toBe(2)
    const overlap = (share: number): number =>
      texts(placed('重点', 72, 100), placed('点点', 72 + (2 - share) * EM, 100)).length
    expect(overlap(0.25)).toBe(2)
  })

  it('are joined by one that connects them', () => {
    const [a, b, c] = [placed('重点', 72, 100), placed('工作', 72 + 2 * EM, 100), placed('重点工作', 73, 100)]
    expect(texts(a, b, c)).toEqual(['重', '点', '工', '作'])
    expect(texts(a, b)).toEqual(['重点', '工作'])
  })

  it('keep the space before a letter, and put none between figures on the grid of the Chinese', () => {
    const narrow = (left: number): PlacedText => placed('增 8', left, 100)
    const [, figure] = withoutOverprint([narrow(72), placed('增 8长', 73, 100)])
    expect(figure).toMatchObject({ text: '8', followsSpace: true })
    // Each figure takes an em.
    const grid = (left: number, text: string): PlacedText =>
      placed(text, left, 100, { right: left + text.length * EM })
    const letters = withoutOverprint([grid(72, '2024年'), grid(73, '2024')])
    expect(letters.map(({ text, left, right }) => [text, left, right])).toEqual([
      ['2', 72, 88],
      ['0', 88, 104],
      ['2', 104, 120],
      ['4', 120, 136],
      ['年', 136, 152],
    ])
  })

  it('keep a space before a Chinese character, where the figures stand closer than the grid', () => {
    const once = (left: number): PlacedText => placed('20 年', left, 100, { right: left + 48 })
    const letters = withoutOverprint([once(72), placed('20', 73, 100)])
    expect(letters.map(({ text, followsSpace }) => [text, followsSpace])).toEqual([
      ['2', false],
      ['0', false],
      ['年', true],
    ])
  })

  it('are found across the lines of the grid on which they are looked for', () => {
    for (let baseline = 100; baseline < 108; baseline++)
      expect(texts(placed('重点工', 72, baseline), placed('重点', 73, baseline + 3))).toHaveLength(3)
  })

  it('give each letter what its kind takes, where the width of the piece says nothing else', () => {
    /** `left-right` of each letter, from the left edge of two prints that lie over each other. */
    const letters = (text: string, width: number, last: number): string[] =>
      withoutOverprint([
        placed(text, 0, 100, { right: width }),
        placed(text.slice(0, -1), 1, 100, { right: width + 1 - last }),
      ]).map((letter) => `${letter.text} ${Math.round(letter.left)}-${Math.round(letter.right)}`)
    // Two Chinese characters of an em, and two letters that share what is left.
    expect(letters('重ab点', 2 * EM + 16, EM)).toEqual(['重 0-16', 'a 16-24', 'b 24-32', '点 32-48'])
    expect(letters('重点', 2 * EM, EM)).toEqual(['重 0-16', '点 16-32'])
    // A space takes what the others leave, letters half an em at most.
    expect(letters('abc d点', 64, EM)).toEqual(['a 0-8', 'b 8-16', 'c 16-24', 'd 40-48', '点 48-64'])
    // A width that does not fit: all are narrower by the same share, spaces too.
    expect(letters('abc d点', 24, 6.86)).toEqual(['a 0-3', 'b 3-7', 'c 7-10', 'd 14-17', '点 17-24'])
    expect(letters('重ab点', 24, 8)).toEqual(['重 0-8', 'a 8-12', 'b 12-16', '点 16-24'])
  })
})
