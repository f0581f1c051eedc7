/** What a chart shows, read off the strokes that draw it: every number once, lengths and heights in proportion, no words over words. */
import fc from 'fast-check'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { type CanvasLibrary, loadCanvas } from '../../src/pictures/canvas.ts'
import type { BarChart, Chart, ChartBar, ChartPoint, LineChart } from '../../src/pictures/chart.ts'
import { CHART_WIDTH, drawDot, SIDE } from '../../src/pictures/chart-frame.ts'
import { drawChart } from '../../src/pictures/draw-chart.ts'
import { COLOURS, createMeasure, Paper, type TextStyle, type WidthOf } from '../../src/pictures/paper.ts'

interface Box {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}
interface Words extends Box {
  readonly words: string
  readonly size: number
}
interface Surface extends Box {
  readonly colour: string
  readonly isOutline: boolean
}
interface Dot {
  readonly x: number
  readonly y: number
  readonly isHollow: boolean
}
interface Drawn {
  readonly height: number
  readonly words: readonly Words[]
  readonly surfaces: readonly Surface[]
  readonly dots: readonly Dot[]
  /** From, to, and whether it is dashed. */
  readonly strokes: readonly (readonly [x: number, y: number, toX: number, toY: number, isDashed: boolean])[]
}

let library: CanvasLibrary
let widthOf: WidthOf
beforeAll(async () => {
  library = await loadCanvas()
  widthOf = createMeasure(library)
})
afterEach(() => vi.restoreAllMocks())

/** Draws for real, and notes each stroke. */
function draw(chart: Chart): Drawn {
  vi.restoreAllMocks()
  const context = new Paper(library, 1, 1).context
  const prototype = Object.getPrototypeOf(context) as typeof context
  const write = vi.spyOn(Paper.prototype, 'write')
  const fill = vi.spyOn(Paper.prototype, 'fill')
  const outline = vi.spyOn(Paper.prototype, 'outline')
  const dots: Dot[] = []
  const strokes: [number, number, number, number, boolean][] = []
  let at: [number, number] = [0, 0]
  let isDashed = false
  const note = <Name extends 'arc' | 'moveTo' | 'lineTo' | 'setLineDash'>(
    name: Name,
    tell: (...given: Parameters<(typeof context)[Name]>) => void,
  ): void => {
    const own = prototype[name] as (...given: unknown[]) => unknown
    vi.spyOn(prototype, name).mockImplementation(function (this: unknown, ...given: unknown[]) {
      tell(...(given as Parameters<(typeof context)[Name]>))
      return own.apply(this, given)
    } as never)
  }
  note('moveTo', (x, y) => {
    at = [x, y]
  })
  note('lineTo', (x, y) => void strokes.push([...at, x, y, isDashed]))
  note('setLineDash', (dash) => {
    isDashed = dash.length > 0
  })
  const colours: unknown[] = []
  note('arc', (x, y) => void dots.push({ x, y, isHollow: false }))
  const ownFill = prototype.fill as (...given: unknown[]) => void
  vi.spyOn(prototype, 'fill').mockImplementation(function (this: typeof context, ...given: unknown[]) {
    colours.push(this.fillStyle)
    ownFill.apply(this, given)
  } as never)
  const paper = drawChart(library, chart, widthOf)
  return {
    height: paper.canvas.height,
    words: write.mock.calls
      .filter(([words]) => words !== '')
      .map(([words, x, y, style]) => wordsAt(words, x, y, style)),
    surfaces: [...surfacesOf(fill.mock.calls, false), ...surfacesOf(outline.mock.calls, true)],
    dots: dots.map((dot, index) => ({ ...dot, isHollow: colours[index] === COLOURS.paper })),
    strokes,
  }
}

function wordsAt(words: string, x: number, y: number, style: TextStyle): Words {
  const { size, weight = 400, align = 'left' } = style
  const width = widthOf(words, { size, weight })
  const left = align === 'left' ? x : align === 'right' ? x - width : x - width / 2
  return { words, size, left, right: left + width, top: y - size * 0.8, bottom: y + size * 0.1 }
}

function surfacesOf(calls: readonly Parameters<Paper['outline']>[], isOutline: boolean): Surface[] {
  return calls.map(([x, y, width, height, colour]) => ({
    left: x,
    right: x + width,
    top: y,
    bottom: y + height,
    colour,
    isOutline,
  }))
}

function overlaps(some: readonly Words[]): (readonly [string, string])[] {
  return some.flatMap((one, index) =>
    some
      .slice(index + 1)
      .filter(
        (other) =>
          one.left < other.right &&
          other.left < one.right &&
          one.top < other.bottom &&
          other.top < one.bottom,
      )
      .map((other) => [one.words, other.words] as const),
  )
}

const FRAME = {
  title: '旅游收入',
  subtitle: '2022年 · 实绩',
  notes: ['资料来源：各地政府工作报告', '另有3条未画出'],
  kinds: { actual: '实绩', target: '目标' },
  name: '引据',
}
const bar = (label: string, amount: number, isTarget = false): ChartBar => ({
  label,
  amount,
  text: `${amount}亿元`,
  isTarget,
})
const barChart = (bars: readonly ChartBar[], frame: Partial<BarChart> = {}): BarChart => ({
  ...FRAME,
  form: 'bars',
  bars,
  ...frame,
})
/** The bars themselves, from above. */
const barsOf = ({ surfaces }: Drawn): Surface[] =>
  surfaces.filter(({ colour, top }) => colour === COLOURS.accent && top > 120).sort((a, b) => a.top - b.top)

const amounts = fc.oneof(fc.integer({ min: 0, max: 9_999 }), fc.integer({ min: -500, max: 9_999 }))
const charts = fc
  .array(fc.record({ amount: amounts, length: fc.integer({ min: 1, max: 24 }), isTarget: fc.boolean() }), {
    minLength: 1,
    maxLength: 24,
  })
  .map((bars) =>
    barChart(
      bars.map(({ amount, length, isTarget }, index) =>
        bar(`${index}${'州'.repeat(length)}`, amount, isTarget),
      ),
    ),
  )

describe('bars', () => {
  it('have each its label before it and its number behind it, all apart and within the margins', () => {
    fc.assert(
      fc.property(charts, (chart) => {
        const drawn = draw(chart)
        const bars = barsOf(drawn)
        expect(bars).toHaveLength(chart.bars.length)
        chart.bars.forEach(({ label, text, amount }, index) => {
          const [own, before, behind] = [
            bars[index],
            drawn.words.find(({ words }) => words === label),
            drawn.words.filter(({ words }) => words === text),
          ]
          const beside = behind.find(
            ({ top, bottom }) => top >= (own?.top ?? 0) && bottom <= (own?.bottom ?? 0),
          )
          if (own === undefined || before === undefined || beside === undefined)
            throw new Error(`${label} is not there`)
          expect([before.top >= own.top, before.bottom <= own.bottom]).toEqual([true, true])
          expect(before.right).toBeLessThanOrEqual(own.left)
          const gap = amount < 0 ? own.left - beside.right : beside.left - own.right
          expect([gap > 0, gap < 20]).toEqual([true, true])
        })
        expect(overlaps(drawn.words)).toEqual([])
        for (const { left, right, top, bottom } of [...drawn.words, ...bars]) {
          expect(left).toBeGreaterThanOrEqual(SIDE - 0.01)
          expect(right).toBeLessThanOrEqual(CHART_WIDTH - SIDE + 0.01)
          expect([top > 10, bottom < drawn.height - 20]).toEqual([true, true])
        }
      }),
      { numRuns: 40 },
    )
  })

  it('are as long as their amounts say, from one line on, in both directions', () => {
    const [rise, half, fall] = barsOf(draw(barChart([bar('甲', 400), bar('乙', 200), bar('丙', -100)])))
    if (rise === undefined || half === undefined || fall === undefined) throw new Error('three bars')
    const lengths = [rise, half, fall].map(({ left, right }) => right - left)
    expect(lengths[1]).toBeCloseTo((lengths[0] ?? 0) / 2, 5)
    expect(lengths[2]).toBeCloseTo((lengths[0] ?? 0) / 4, 5)
    expect([half.left, fall.right]).toEqual([rise.left, rise.left])
    expect(lengths[0]).toBeGreaterThan(CHART_WIDTH / 3)
  })

  it('are an outline where they are a target, as the key says, and to be seen where they are nothing', () => {
    const drawn = draw(barChart([bar('甲', 0), bar('乙', 3, true), bar('丙', 0, true)]))
    expect(barsOf(drawn).map(({ isOutline }) => isOutline)).toEqual([false, true, true])
    for (const { left, right } of barsOf(drawn)) expect(right - left).toBeGreaterThanOrEqual(2)
    const key = drawn.surfaces.filter(({ top, colour }) => top > 10 && top < 100 && colour === COLOURS.accent)
    const [target, actual] = ['目标', '实绩'].map((kind) => drawn.words.find(({ words }) => words === kind))
    for (const [words, isOutline] of [
      [target, true],
      [actual, false],
    ] as const) {
      const swatch = key.find((one) => one.isOutline === isOutline)
      const gap = (words?.left ?? 0) - (swatch?.right ?? 0)
      expect([gap > 0, gap < 20]).toEqual([true, true])
      const middle = ((swatch?.top ?? 0) + (swatch?.bottom ?? 0)) / 2
      expect([middle < (words?.bottom ?? 0), middle > (words?.top ?? 0)]).toEqual([true, true])
    }
    expect(draw(barChart([bar('甲', 1)], { kinds: null })).words.map(({ words }) => words)).not.toContain(
      '实绩',
    )
  })
})

describe('what stands around a chart', () => {
  it.each([
    ['short', FRAME],
    [
      'long',
      { ...FRAME, title: '旅'.repeat(60), subtitle: '年'.repeat(80), notes: ['来'.repeat(150), '另有'] },
    ],
    ['without a line below the title', { ...FRAME, subtitle: '', notes: [] }],
  ])('is all there, apart and within the margins: %s', (_what, frame) => {
    const drawn = draw(barChart([bar('甲县', 3)], frame))
    const said = drawn.words.map(({ words }) => words)
    expect(said.join('')).toContain(frame.notes.join(''))
    for (const words of [frame.title, frame.name, ...Object.values(frame.kinds)])
      expect(said).toContain(words)
    if (frame.subtitle !== '') expect(said).toContain(frame.subtitle)
    expect(overlaps(drawn.words)).toEqual([])
    for (const { left, right, bottom } of drawn.words) {
      expect(left).toBeGreaterThanOrEqual(SIDE - 0.01)
      expect(right).toBeLessThanOrEqual(CHART_WIDTH - SIDE + 0.01)
      expect(bottom).toBeLessThan(drawn.height - 20)
    }
    const rules = drawn.surfaces.filter(({ colour }) => colour === COLOURS.rule)
    expect(rules).toHaveLength(1)
    expect(rules[0]?.top).toBeGreaterThan(barsOf(drawn)[0]?.bottom ?? 0)
  })
})

const point = (year: number, amount: number, isTarget = false): ChartPoint => ({
  year,
  amount,
  text: `${amount}亿`,
  isTarget,
})
const lineChart = (series: LineChart['series'], frame: Partial<LineChart> = {}): LineChart => ({
  ...FRAME,
  kinds: null,
  form: 'lines',
  series,
  markedYears: [],
  ...frame,
})

describe('lines', () => {
  const points = [
    point(2019, 100),
    point(2020, 50),
    point(2022, 200),
    point(2023, 150),
    point(2023, 180),
    point(2024, 210, true),
  ]

  it('have a point for each number, in proportion, and numbers and years beside them', () => {
    const drawn = draw(lineChart([{ name: '甲', points }]))
    expect(drawn.dots).toHaveLength(points.length)
    const [first, second, third, , , last] = drawn.dots as [Dot, Dot, Dot, Dot, Dot, Dot]
    expect((third.x - first.x) / (second.x - first.x)).toBeCloseTo(3, 5)
    expect((second.y - first.y) / (first.y - third.y)).toBeCloseTo(0.5, 5)
    expect(drawn.dots.map(({ isHollow }) => isHollow)).toEqual([false, false, false, false, false, true])
    for (const [index, { text, year }] of points.entries()) {
      const { x, y } = drawn.dots[index] as Dot
      const number = drawn.words.find(({ words }) => words === text)
      expect(((number?.left ?? 0) + (number?.right ?? 0)) / 2).toBeCloseTo(x, 5)
      expect(Math.abs((number?.bottom ?? 0) - y)).toBeLessThan(45)
      const below = drawn.words.find(({ words }) => words === String(year))
      expect(((below?.left ?? 0) + (below?.right ?? 0)) / 2).toBeCloseTo(x, 5)
    }
    expect(last.x).toBeGreaterThan(CHART_WIDTH / 2)
    const above = drawn.words.find(({ words }) => words === '180亿')
    const below = drawn.words.find(({ words }) => words === '150亿')
    expect([
      (above?.bottom ?? 0) < (drawn.dots[4]?.y ?? 0),
      (below?.top ?? 0) > (drawn.dots[3]?.y ?? 0),
    ]).toEqual([true, true])
  })

  it('are rings of their colour on the paper where they are a target, and else discs of it', () => {
    const colourAt = (isHollow: boolean, x: number): string => {
      const paper = new Paper(library, 40, 40)
      paper.fill(0, 0, 40, 40, COLOURS.ink)
      drawDot(paper, { x: 20, y: 20, colour: COLOURS.accent, isHollow })
      const [red = 0, green = 0, blue = 0] = paper.context.getImageData(x, 20, 1, 1).data
      return `#${[red, green, blue].map((part) => part.toString(16).padStart(2, '0')).join('')}`
    }
    const [middle, rim, outside] = [20, 26, 34]
    expect([middle, rim, outside].map((x) => colourAt(true, x))).toEqual([
      COLOURS.paper.toLowerCase(),
      COLOURS.accent.toLowerCase(),
      COLOURS.ink.toLowerCase(),
    ])
    expect([middle, outside].map((x) => colourAt(false, x))).toEqual([
      COLOURS.accent.toLowerCase(),
      COLOURS.ink.toLowerCase(),
    ])
  })

  it('join what follows year on year, a target by dashes, and leave a gap where a year is missing', () => {
    const drawn = draw(lineChart([{ name: '甲', points: points.filter((_, index) => index !== 3) }]))
    const byYear = new Map(points.map(({ year }) => [year, 0]))
    points
      .filter((_, index) => index !== 3)
      .forEach(({ year }, index) => {
        byYear.set(year, drawn.dots[index]?.x ?? 0)
      })
    const xs = (from: number, to: number): number[] => [byYear.get(from) ?? 0, byYear.get(to) ?? 0]
    expect(drawn.strokes.map(([x, , toX]) => [x, toX])).toEqual([
      xs(2019, 2020),
      xs(2022, 2023),
      xs(2023, 2024),
    ])
    expect(drawn.strokes.map(([, , , , isDashed]) => isDashed)).toEqual([false, false, true])
  })

  const ticksOf = (amounts: readonly number[]): number[] => {
    const years = amounts.map((amount, index) => point(1901 + index, amount))
    const { words } = draw(lineChart([{ name: '甲', points: years }]))
    return words.flatMap(({ words: one }) =>
      /^-?\d+(?:\.\d+)?$/.test(one) && !years.some(({ year }) => one === String(year)) ? [Number(one)] : [],
    )
  }

  it.each([
    [
      [3, 8],
      [0, 2, 4, 6, 8],
    ],
    [
      [0.4, 0.9],
      [0, 0.25, 0.5, 0.75, 1],
    ],
    // Three times 0.2 is 0.6000000000000001.
    [
      [0.3, 0.6],
      [0, 0.2, 0.4, 0.6],
    ],
    [
      [-3, 5],
      [-4, -2, 0, 2, 4, 6],
    ],
    [
      [400, 1_600],
      [0, 500, 1_000, 1_500, 2_000],
    ],
    [[0, 0], [0]],
  ])('of %j have the round numbers %j beside them', (some, ticks) => {
    expect(ticksOf(some)).toEqual(ticks)
  })

  it('begin at zero, end above the highest, and have few round numbers in equal steps, whatever the amounts', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1e6, max: 1e9 }), { minLength: 1, maxLength: 4 }), (some) => {
        const rounded = some.map((one) => one / 100)
        const ticks = ticksOf(rounded)
        expect(ticks).toContain(0)
        expect(ticks.at(-1)).toBeGreaterThanOrEqual(Math.max(0, ...rounded))
        expect(ticks[0]).toBeLessThanOrEqual(Math.min(0, ...rounded))
        expect([ticks.length >= 1, ticks.length <= 7]).toEqual([true, true])
      }),
      { numRuns: 30 },
    )
  })

  it.each([2, 4, 6])(
    'of %i places have their names at their ends, apart, in colours of their own',
    (count) => {
      const series = Array.from({ length: count }, (_, index) => ({
        name: `某某县${index}`,
        points: [point(2021, 1), point(2022, 2), point(2023, index % 2 === 0 ? 3 : 0)],
      }))
      const drawn = draw(lineChart(series))
      const names = drawn.words.filter(({ words }) => words.startsWith('某某县'))
      expect(names).toHaveLength(count)
      expect(overlaps(names)).toEqual([])
      const axis = Math.max(...drawn.words.filter(({ words }) => words === '2021').map(({ top }) => top))
      for (const { left, right, bottom } of names) {
        expect(left).toBeGreaterThan(Math.max(...drawn.dots.map(({ x }) => x)) + 7)
        expect(right).toBeLessThanOrEqual(CHART_WIDTH - SIDE + 0.01)
        expect(bottom).toBeLessThan(axis + 30)
      }
      expect(drawn.words.some(({ words }) => words === '1亿')).toBe(false)
    },
  )

  it('name one line of one place in the title alone, and no numbers where they are too many', () => {
    const many = Array.from({ length: 15 }, (_, index) => point(2005 + index, index))
    expect(draw(lineChart([{ name: '甲县', points: many }])).words.map(({ words }) => words)).not.toContain(
      '3亿',
    )
    const some = draw(lineChart([{ name: '甲县', points: many.slice(1) }])).words.map(({ words }) => words)
    expect([some.includes('3亿'), some.includes('甲县')]).toEqual([true, false])
  })

  it('leave years out rather than write one over another, and mark those that a note explains', () => {
    const many = Array.from({ length: 60 }, (_, index) => point(1965 + index, index))
    const drawn = draw(lineChart([{ name: '甲', points: many }], { markedYears: [2024] }))
    const years = drawn.words.filter(({ words }) => /^(?:19|20)\d\d＊?$/.test(words))
    expect(years.map(({ words }) => words)).toContain('2024＊')
    expect(years.length).toBeGreaterThan(5)
    expect(overlaps(years)).toEqual([])
  })

  it('stand in the middle where there is but one year', () => {
    const [dot] = draw(lineChart([{ name: '甲', points: [point(2022, 5)] }])).dots
    expect(Math.abs((dot?.x ?? 0) - CHART_WIDTH / 2)).toBeLessThan(100)
  })
})
