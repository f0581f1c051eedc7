import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { beforeAll, describe, expect, it } from 'vitest'
import { citePassage } from '../../src/answer/citation.ts'
import type { Passage, Report } from '../../src/corpus/report.ts'
import { type CanvasLibrary, loadCanvas } from '../../src/pictures/canvas.ts'
import { layOutCard, MARGIN, type QuoteCard, SHAPES, type Shape } from '../../src/pictures/card-layout.ts'
import { missingCharacters, WEIGHTS } from '../../src/pictures/fonts.ts'
import { cardLabels } from '../../src/pictures/labels.ts'
import { COLOURS, createMeasure, Paper, type WidthOf } from '../../src/pictures/paper.ts'
import { openPictures, type Pictures } from '../../src/pictures/pictures.ts'
import { drawCard } from '../../src/pictures/quote-card.ts'
import type { Searcher } from '../../src/search/searcher.ts'
import { findSentences } from '../../src/text/sentences.ts'
import { textsIn } from '../../src/web/texts.ts'
import { openFiveReports } from '../five-reports.ts'
import { cardOf } from './made-card.ts'

let library: CanvasLibrary
let widthOf: WidthOf
let searcher: Searcher
let reports: readonly Report[]
let passages: readonly Passage[]
const pictures = openPictures(() => undefined) as Pictures

beforeAll(async () => {
  library = await loadCanvas()
  widthOf = createMeasure(library)
  searcher = await openFiveReports()
  const { reports: summaries } = await searcher.catalog()
  reports = await Promise.all(summaries.map(async ({ id }) => (await searcher.report(id)) as Report))
  passages = reports.flatMap((report) => report.passages)
})

const shapes = Object.keys(SHAPES) as Shape[]

describe('the words of a card', () => {
  it('are the words of the passage, for every passage there is', () => {
    for (const [index, { text }] of passages.entries()) {
      const shape = shapes[index % shapes.length] as Shape
      const layout = layOutCard(cardOf(text), shape, widthOf)
      expect(layout, text).not.toBeNull()
      if (layout === null) continue
      const { extract, lines } = layout
      expect(lines.map((line) => line.text).join('')).toBe(text.slice(...extract.range))
      for (const line of lines) {
        const drawn = line.runs.map(({ start, end }) => text.slice(extract.range[0]).slice(start, end))
        expect(drawn.join('')).toBe(line.text)
      }
      // What is left out are whole sentences.
      const ends = findSentences(text).map(([, end]) => end)
      if (extract.last < extract.count) expect(ends).toContain(extract.range[1])
      else expect(extract.range).toEqual([0, text.length])
    }
  })

  it('are the sentences that hold what is pointed at, with that marked', () => {
    const text = '全年接待游客93万人次。实现旅游收入56.4亿元，增长12%。森林覆盖率稳步提高。'
    const start = text.indexOf('56.4')
    const marked = [[start, start + 6]] as const
    const layout = layOutCard(cardOf(text, { pointed: marked, marked }), 'wide', widthOf)
    expect(layout?.lines.map((line) => line.text).join('')).toBe('实现旅游收入56.4亿元，增长12%。')
    expect(layout?.extract).toMatchObject({ first: 2, last: 2, count: 3 })
    const [width = 0] = layout?.lines.flatMap(({ marks }) => marks.map(([from, to]) => to - from)) ?? []
    expect(width).toBeCloseTo(widthOf('56.4亿元', { size: layout?.size ?? 0 }), -1)
  })

  it('that find no room even in the smallest type are refused, not cut', async () => {
    const endless = `${'全年接待游客九百三十四万人次，'.repeat(90)}。`
    expect(layOutCard(cardOf(endless), 'square', widthOf)).toBeNull()
    expect(await pictures.card(cardOf(endless), 'square')).toMatchObject({
      kind: 'refused',
      reason: 'too-long',
    })
  })

  it('with a character that the typeface lacks are refused, and the character is named', async () => {
    const drawn = await pictures.card(cardOf('全年𪚥接待。'), 'wide')
    expect(drawn).toMatchObject({ kind: 'refused', reason: 'characters', characters: '𪚥' })
  })
})

describe('the ink of a card', () => {
  it.each(shapes)('stands within the margins, for the longest and the shortest passages (%s)', (shape) => {
    const byLength = [...passages].sort((a, b) => a.text.length - b.text.length)
    for (const { text, report: id } of [...byLength.slice(0, 2), ...byLength.slice(-3)]) {
      const report = reports.find((one) => one.id === id) as Report
      const citation = citePassage(byLength.at(-1) as Passage, report)
      const card = cardOf(text, { citation, heading: '某某蒙古族藏族哈萨克族自治州某某某自治县 2023' })
      const layout = layOutCard(card, shape, widthOf)
      if (layout === null) throw new Error('no layout')
      const paper = drawCard(library, layout, { widthOf, isVerified: true })
      const [width, height] = SHAPES[shape]
      const isBlank = (x: number, y: number, w: number, h: number): boolean => {
        const { data } = paper.context.getImageData(x, y, w, h)
        return !data.some((value, at) => value !== PAPER[at % 4])
      }
      expect(isBlank(0, 12, MARGIN - 2, height - 12)).toBe(true)
      expect(isBlank(width - MARGIN + 4, 12, MARGIN - 4, height - 12)).toBe(true)
      expect(isBlank(0, height - MARGIN / 2, width, MARGIN / 2)).toBe(true)
      expect(layout.rule[1]).toBeLessThan(layout.footer)
      expect(layout.notes.at(-1)?.y).toBeLessThan(height - MARGIN / 2)
    }
  })

  it.each(WEIGHTS)(
    'shows no empty box for any character of the reports, nor for rare ones (%i)',
    (weight) => {
      const rare = '踔勠①⑩○臺灣％‰Ａ９—…·“”《》【】〔〕￥㎡℃×ⅡⅫ'
      const characters = [...new Set(passages.map(({ text }) => text).join('') + rare)].filter((one) =>
        /\S/u.test(one),
      )
      expect(missingCharacters(characters.join(''))).toBe('')
      expect(characters.length).toBeGreaterThan(1_500)
      const columns = 64
      const cell = 24
      const rows = Math.ceil(characters.length / columns) + 1
      const paper = new Paper(library, columns * cell, rows * cell)
      // A noncharacter has no glyph anywhere.
      const shown = ['\u{10fffe}', ...characters]
      for (const [index, one] of shown.entries()) {
        const [x, y] = [(index % columns) * cell, Math.floor(index / columns) * cell]
        paper.write(one, x + 2, y + 18, { size: 18, weight })
      }
      const inkOf = (index: number): string => {
        const [x, y] = [(index % columns) * cell, Math.floor(index / columns) * cell]
        return String(paper.context.getImageData(x, y, cell, cell).data)
      }
      const [box, blank] = [inkOf(0), inkOf(rows * columns - 1)]
      expect(box).not.toBe(blank)
      const empty = characters.filter((_, index) => [box, blank].includes(inkOf(index + 1)))
      expect(empty).toEqual([])
    },
  )

  it('says 逐字核对 when the words were checked, and not otherwise', () => {
    const layout = layOutCard(cardOf('全年接待游客93万人次。'), 'wide', widthOf)
    if (layout === null) throw new Error('no layout')
    const hasGreen = (isVerified: boolean): boolean => {
      const { data } = drawCard(library, layout, { widthOf, isVerified }).context.getImageData(
        600,
        40,
        540,
        80,
      )
      const green = [0x1f, 0x6b, 0x3a]
      return data.some(
        (_, at) => at % 4 === 0 && green.every((value, channel) => data[at + channel] === value),
      )
    }
    expect(hasGreen(true)).toBe(true)
    expect(hasGreen(false)).toBe(false)
  })

  it('asks for the check of exactly the words that it shows', async () => {
    const asked: string[] = []
    const text = '全年接待游客93万人次。实现旅游收入56.4亿元。'
    const verify: QuoteCard['verify'] = async (range) => {
      asked.push(text.slice(...range))
      return true
    }
    await pictures.card(cardOf(text, { verify, pointed: [[0, 4]] }), 'square')
    expect(asked).toEqual(['全年接待游客93万人次。'])
  })
})

const PAPER = [...[1, 3, 5].map((at) => Number.parseInt(COLOURS.paper.slice(at, at + 2), 16)), 255]

describe('the file', () => {
  it.each([
    ['png', [0x89, 0x50, 0x4e, 0x47]],
    ['jpeg', [0xff, 0xd8, 0xff]],
  ] as const)('is a picture of its shape (%s)', async (format, magic) => {
    const drawn = await pictures.card(cardOf('全年接待游客93万人次。'), 'wide', format)
    if (drawn.kind !== 'picture') throw new Error(drawn.reason)
    expect([...drawn.bytes.subarray(0, magic.length)]).toEqual(magic)
    const image = await library.loadImage(Buffer.from(drawn.bytes))
    expect([image.width, image.height]).toEqual(SHAPES.wide)
  })
})

it('is packed as JPEG at a quality of 92', async () => {
  const card = cardOf('全年接待游客93万人次。')
  const layout = layOutCard(card, 'wide', widthOf)
  if (layout === null) throw new Error('no layout')
  const { canvas } = drawCard(library, layout, { widthOf, isVerified: false })
  const drawn = await pictures.card(card, 'wide', 'jpeg')
  expect(drawn.kind === 'picture' && Buffer.compare(drawn.bytes, await canvas.encode('jpeg', 92))).toBe(0)
})

it('draws two pictures at a time, lets thirty wait, and refuses more until some are done', async () => {
  let begun = 0
  let open: () => void = () => undefined
  const gate = new Promise<void>((resolve) => {
    open = resolve
  })
  const verify: QuoteCard['verify'] = async () => {
    begun++
    await gate
    throw new Error('not drawn')
  }
  const card = cardOf('全年接待游客93万人次。', { verify })
  const waiting = Array.from({ length: 30 }, () => pictures.card(card, 'wide'))
  expect(await pictures.card(card, 'wide')).toEqual({ kind: 'refused', reason: 'busy', characters: '' })
  expect(begun).toBe(2)
  open()
  const ended = await Promise.allSettled(waiting)
  expect(ended.map(({ status }) => status)).toEqual(ended.map(() => 'rejected'))
  expect(begun).toBe(30)
  expect((await pictures.card(cardOf('全年接待游客93万人次。'), 'wide')).kind).toBe('picture')
})

it('measures blanks as they are printed, and what is no blank to the eye as nothing', () => {
  const widths = ['\u3000', ' ', '\t', '\u00a0', '\n', '\u200b', ' \u3000'].map((blank) =>
    widthOf(blank, { size: 40 }),
  )
  expect(widths).toEqual([40, 10, 10, 10, 0, 0, 50])
})

it.each(['zh-hans', 'zh-hant', 'en'] as const)(
  'has a typeface for all that it says itself (%s)',
  (language) => {
    const { name, verified, extract } = cardLabels(textsIn(language))
    const said = [1, 2].map((last) => extract({ range: [0, 1], first: 1, last, count: 34567890 }))
    expect(missingCharacters([name, verified, ...said].join(''))).toBe('')
  },
)

it('does without pictures, and says so once, where the drawing library does not run', async () => {
  const module = new URL('../../src/pictures/pictures.ts', import.meta.url).pathname
  const script = `
    const { openPictures } = await import(${JSON.stringify(module)})
    let told = 0
    const pictures = openPictures(() => { told++ })
    const chart = { form: 'bars', title: '', subtitle: '', notes: [], kinds: null, name: '', bars: [] }
    const drawn = [await pictures.chart(chart), await pictures.chart(chart)]
    console.log(JSON.stringify([told, pictures.isAvailable(), drawn.map(({ reason }) => reason)]))`
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--import', 'tsx', '--input-type=module', '--eval', script],
    { env: { PATH: process.env.PATH, NAPI_RS_NATIVE_LIBRARY_PATH: '/nowhere' } },
  )
  expect(JSON.parse(stdout)).toEqual([1, false, ['unavailable', 'unavailable']])
})
