/** How the pieces of a page lie when it is held upright. */
import type { PDFPageProxy } from 'pdfjs-dist'
import { describe, expect, it } from 'vitest'
import { placeTexts } from '../../../../src/import/extract/pdf/place-texts.ts'

interface Item {
  readonly str: string
  readonly transform: readonly number[]
  readonly width: number
}
/** A page 842 high, as the library tells of it. */
const read = (...items: readonly (Item | object)[]) =>
  placeTexts({
    getViewport: () => ({ transform: [1, 0, 0, -1, 0, 842] }),
    getTextContent: async () => ({ items }),
  } as unknown as PDFPageProxy)
const item = (str: string, x: number, y: number, degrees = 0): Item => {
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)]
  return { str, transform: [16 * cos, 16 * sin, -16 * sin, 16 * cos, x, y], width: str.length * 16 }
}

describe('placeTexts', () => {
  it('gives each piece its place from the top of the page', async () => {
    const { texts, turnedCount } = await read(item('重点', 72, 742))
    expect(texts).toEqual([
      { text: '重点', left: 72, right: 104, baseline: 100, size: 16, followsSpace: false },
    ])
    expect(turnedCount).toBe(0)
  })

  it('tells a piece behind a space, and passes over what is no text', async () => {
    const { texts } = await read(
      item('县长', 72, 742),
      item(' ', 104, 742),
      item('', 104, 742),
      { type: 'mark' },
      item('李明', 110, 742),
      item('上', 150, 742),
    )
    expect(texts.map(({ text, followsSpace }) => [text, followsSpace])).toEqual([
      ['县长', false],
      ['李明', true],
      ['上', false],
    ])
    const joined = await read(item('县长', 72, 742), item('', 104, 742), item('李明', 104, 742))
    expect(joined.texts[1]?.followsSpace).toBe(false)
    expect((await read({ ...item('甲', 72, 742), transform: [0, 0, 0, 0, 72, 742] })).texts).toEqual([])
  })

  it('leaves out what stands aslant by more than a tenth', async () => {
    const slope = (degrees: number) => read(item('重点', 72, 742), item('内部', 72, 600, degrees))
    expect((await slope(5.6)).turnedCount).toBe(0)
    expect((await slope(5.8)).turnedCount).toBe(1)
    expect((await slope(84.2)).texts).toHaveLength(1)
    expect((await slope(45)).texts).toHaveLength(1)
  })

  it.each([90, 180, 270])(
    'reads a page turned by %d degrees as it is read when it is held upright',
    async (degrees) => {
      const along = (distance: number): [number, number] => [
        300 + distance * Math.cos((degrees * Math.PI) / 180),
        400 + distance * Math.sin((degrees * Math.PI) / 180),
      ]
      const { texts, turnedCount } = await read(
        item('重点', ...along(0), degrees),
        item('工作', ...along(40), degrees),
      )
      const [first, second] = texts
      expect(turnedCount).toBe(0)
      expect((second?.left ?? 0) - (first?.left ?? 0)).toBeCloseTo(40)
      expect(second?.baseline).toBeCloseTo(first?.baseline ?? Number.NaN)
      expect((first?.right ?? 0) - (first?.left ?? 0)).toBeCloseTo(32)
    },
  )

  it('tells which way small letters run as it does of large ones', async () => {
    const small = (text: string, x: number): Item => ({
      ...item(text, x, 400, 270),
      transform: [0, -0.5, 0.5, 0, 300, x],
    })
    const { texts } = await read(small('重点', 400), small('工作', 360))
    expect((texts[1]?.left ?? 0) - (texts[0]?.left ?? 0)).toBeCloseTo(40)
  })

  it('puts text across the rest below it, where it is a fifth of all', async () => {
    const { texts, turnedCount } = await read(item('重点工作', 72, 742), item('侧', 300, 400, 90))
    expect(texts.map(({ text }) => text)).toEqual(['重点工作', '侧'])
    expect(texts[1]?.baseline).toBeCloseTo(100 + 4 * 16)
    expect(turnedCount).toBe(0)
    const less = await read(item('重点工作做', 72, 742), item('侧', 300, 400, 90))
    expect(less.texts.map(({ text }) => text)).toEqual(['重点工作做'])
    expect(less.turnedCount).toBe(1)
  })
})
