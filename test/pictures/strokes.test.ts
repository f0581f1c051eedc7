/** Where everything stands on a picture, and in which colours: strokes as strokes.ts writes them, for words of even width. */
import { encode as encodeQr } from 'uqr'
import { beforeAll, describe, expect, it } from 'vitest'
import { type CanvasLibrary, loadCanvas } from '../../src/pictures/canvas.ts'
import { layOutCard, type QuoteCard, type Shape } from '../../src/pictures/card-layout.ts'
import type { ChartBar, ChartPoint } from '../../src/pictures/chart.ts'
import { drawChart } from '../../src/pictures/draw-chart.ts'
import { drawCard } from '../../src/pictures/quote-card.ts'
import { evenWidth, noteStrokes } from './strokes.ts'

let canvas: CanvasLibrary
beforeAll(async () => {
  canvas = await loadCanvas()
})

const FRAME = {
  title: '旅游收入',
  subtitle: '2022年',
  notes: ['资料来源', '另有3条'],
  kinds: { actual: '实绩', target: '目标' },
  name: '引据',
}

describe('a chart', () => {
  const drawn = (chart: Parameters<typeof drawChart>[1]): string[] => {
    const { library, strokes } = noteStrokes(canvas)
    drawChart(library, chart, evenWidth)
    return strokes
  }
  const bar = (label: string, amount: number, isTarget = false): ChartBar => ({
    label,
    amount,
    text: `${amount}亿`,
    isTarget,
  })
  const point = (year: number, amount: number, isTarget = false): ChartPoint => ({
    year,
    amount,
    text: `${amount}亿`,
    isTarget,
  })

  it('of bars', () => {
    const bars = [bar('甲县', 300), bar('乙丙县', 150, true), bar('丁县', -50), bar('戊县', 0, true)]
    expect(drawn({ ...FRAME, form: 'bars', bars })).toEqual([
      'sheet 1200 484',
      'fill paper 0 0 1200 484',
      'fill accent 0 0 1200 10',
      '目标 1136 80 22 400 faded right',
      'outline accent 3 1061.5 63.5 19 17',
      '实绩 1032 80 22 400 faded right',
      'fill accent 956 62 22 20',
      '旅游收入 64 82 36 700 ink left',
      '2022年 64 124 22 400 faded left',
      'fill rule 64 376 1072 2',
      '资料来源 64 410.5 20 400 faded left',
      '另有3条 64 440.5 20 400 faded left',
      '引据 1136 440.5 20 700 faded right',
      '甲县 130 198.9 22 400 ink right',
      'fill accent 335 177 732 28',
      '300亿 1074 198.9 22 400 ink left',
      '乙丙县 130 244.9 22 400 ink right',
      'outline accent 3 336.5 224.5 363 25',
      '150亿 708 244.9 22 400 ink left',
      '丁县 130 290.9 22 400 ink right',
      'fill accent 213 269 122 28',
      '-50亿 206 290.9 22 400 ink right',
      '戊县 130 336.9 22 400 ink right',
      'outline accent 3 336.5 316.5 3 25',
      '0亿 348 336.9 22 400 ink left',
      'fill faded 334 168 2 184',
    ])
  })

  it('of words that are longer than their room', () => {
    const long = { title: '旅'.repeat(40), subtitle: '年'.repeat(60), notes: ['来'.repeat(49)], kinds: null }
    expect(drawn({ ...FRAME, ...long, form: 'bars', bars: [bar('甲'.repeat(20), 0.5)] })).toEqual([
      'sheet 1200 346',
      'fill paper 0 0 1200 346',
      'fill accent 0 0 1200 10',
      '旅旅旅旅旅旅旅旅旅旅旅旅旅旅旅旅旅旅旅旅旅旅旅旅旅旅旅旅旅旅旅旅旅旅旅旅旅旅旅旅 64 82 26.8 700 ink left',
      '年年年年年年年年年年年年年年年年年年年年年年年年年年年年年年年年年年年年年年年年年年年年年年年年年年年年年年年年年年年年 64 124 17.9 400 faded left',
      'fill rule 64 238 1072 2',
      '来来来来来来来来来来来来来来来来来来来来来来来来来来来来来来来来来来来来来来来来来来来来来来来来 64 272.5 20 400 faded left',
      '来 64 302.5 20 400 faded left',
      '引据 1136 302.5 20 700 faded right',
      '甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲 424 198.9 18 400 ink right',
      'fill accent 438 177 629 28',
      '0.5亿 1074 198.9 22 400 ink left',
      'fill faded 437 168 2 46',
    ])
  })

  it('of one line, with neither a line below the title nor notes', () => {
    const points = [point(2021, 2), point(2022, 4), point(2022, 3, true), point(2023, 5, true)]
    const frame = { ...FRAME, subtitle: '', notes: [], markedYears: [2022] }
    expect(drawn({ ...frame, form: 'lines', series: [{ name: '甲', points }] })).toEqual([
      'sheet 1200 690',
      'fill paper 0 0 1200 690',
      'fill accent 0 0 1200 10',
      '目标 1136 80 22 400 faded right',
      'disc paper ring 1071 72 7',
      'line accent 3 ring 1071 72 7',
      '实绩 1032 80 22 400 faded right',
      'disc accent ring 967 72 7',
      '旅游收入 64 82 36 700 ink left',
      ' 64 124 22 400 faded left',
      'fill rule 64 612 1072 2',
      '引据 1136 646.5 20 700 faded right',
      'fill faded 94 538 1032 2',
      '0 84 545.2 20 400 faded right',
      'fill rule 94 408 1032 1',
      '2 84 415.2 20 400 faded right',
      'fill rule 94 278 1032 1',
      '4 84 285.2 20 400 faded right',
      'fill rule 94 148 1032 1',
      '6 84 155.2 20 400 faded right',
      '2023 1106 572 20 400 faded center',
      '2022＊ 610 572 20 400 faded center',
      '2021 114 572 20 400 faded center',
      'line accent 3 114 408, 610 278',
      'line accent 3-8-8 114 408, 610 343',
      'line accent 3-8-8 610 278, 1106 213',
      'disc accent ring 114 408 7',
      'disc accent ring 610 278 7',
      'disc paper ring 610 343 7',
      'line accent 3 ring 610 343 7',
      'disc paper ring 1106 213 7',
      'line accent 3 ring 1106 213 7',
      '2亿 114 390 22 400 ink center',
      '4亿 610 260 22 400 ink center',
      '3亿 610 377 22 400 ink center',
      '5亿 1106 195 22 400 ink center',
    ])
  })

  it.each([
    [14, 14],
    [15, 8],
    [28, 14],
    [29, 10],
  ])('of %i years names %i below it, the last among them', (years, named) => {
    const points = Array.from({ length: years }, (_, index) => point(2001 + index, index % 7))
    const strokes = drawn({ ...FRAME, form: 'lines', series: [{ name: '甲', points }], markedYears: [] })
    const told = strokes.flatMap((stroke) => /^(20\d\d) .* center$/u.exec(stroke)?.[1] ?? [])
    expect([told.length, told[0]]).toEqual([named, String(2000 + years)])
  })

  it('of two lines', () => {
    const series = [
      { name: '甲县', points: [point(2021, -1), point(2022, 4)] },
      { name: '乙县', points: [point(2021, 1), point(2022, 3.9)] },
    ]
    expect(drawn({ ...FRAME, kinds: null, form: 'lines', series, markedYears: [] })).toEqual([
      'sheet 1200 760',
      'fill paper 0 0 1200 760',
      'fill accent 0 0 1200 10',
      '旅游收入 64 82 36 700 ink left',
      '2022年 64 124 22 400 faded left',
      'fill rule 64 652 1072 2',
      '资料来源 64 686.5 20 400 faded left',
      '另有3条 64 716.5 20 400 faded left',
      '引据 1136 716.5 20 700 faded right',
      'fill rule 104 578 960 1',
      '-2 94 585.2 20 400 faded right',
      'fill faded 104 448 960 2',
      '0 94 455.2 20 400 faded right',
      'fill rule 104 318 960 1',
      '2 94 325.2 20 400 faded right',
      'fill rule 104 188 960 1',
      '4 94 195.2 20 400 faded right',
      '2022 1044 612 20 400 faded center',
      '2021 124 612 20 400 faded center',
      'line accent 3 124 513, 1044 188',
      'disc accent ring 124 513 7',
      'disc accent ring 1044 188 7',
      'line #1f4e79 3 124 383, 1044 194.5',
      'disc #1f4e79 ring 124 383 7',
      'disc #1f4e79 ring 1044 194.5 7',
      '甲县 1074 195.6 21 700 accent left',
      '乙县 1074 223.6 21 700 #1f4e79 left',
    ])
  })
})

describe('a card', () => {
  const CARD: QuoteCard = {
    text: '修路9条。收入56.4亿元。',
    pointed: [[7, 9]],
    marked: [[8, 12]],
    heading: '某市 2023',
    citation: '某市2023年政府工作报告',
    link: 'https://example.org/p/1',
    verify: async () => false,
    labels: {
      name: '引据',
      verified: '逐字核对',
      extract: ({ first, last, count }) => `节选${first}—${last}/${count}`,
    },
  }
  const drawn = (card: QuoteCard, shape: Shape, isVerified: boolean): string[] => {
    const { library, strokes } = noteStrokes(canvas)
    const layout = layOutCard(card, shape, evenWidth)
    if (layout === null) throw new Error('no layout')
    drawCard(library, layout, { widthOf: evenWidth, isVerified })
    return strokes
  }

  it('that is wide, of a part that was checked, with an address', () => {
    expect(drawn(CARD, 'wide', true).filter((stroke) => !stroke.startsWith('fill ink'))).toEqual([
      'sheet 1200 675',
      'fill paper 0 0 1200 675',
      'fill accent 0 0 1200 10',
      'outline right 2 990 58 137 40',
      '逐字核对 1114 85 21 400 right right',
      'line right 3 1003 78, 1009 85, 1021 69',
      'outline faded 2 853.5 58 120.5 40',
      '节选2—2/2 961 85 21 400 faded right',
      '某市 2023 72 88 32 700 accent left',
      'fill accent 72 255.3 5 70.4',
      'fill mark 262 250.8 164 81.9',
      '收 104 313.5 64 400 ink left',
      '入 168 313.5 64 400 ink left',
      '56.4 232 313.5 64 400 ink left',
      '亿 360 313.5 64 400 ink left',
      '元 424 313.5 64 400 ink left',
      '。 488 313.5 64 400 ink left',
      'fill rule 72 467 1056 2',
      '某市2023年政府工作报告 72 515.4 21 400 faded left',
      'example.org/p/1 72 548 21 400 faded left',
      'fill #ffffff 1004 491 124 124',
    ])
  })

  it('that is square, of the whole, all of it marked and not checked, with a long heading and citation', () => {
    const card: QuoteCard = {
      ...CARD,
      text: '修路9条，收入56.4亿元。',
      pointed: [],
      marked: [[0, 14]],
      heading: '某某蒙古族藏族哈萨克族自治州某某某自治县 2023',
      citation: '某'.repeat(60),
      link: null,
    }
    expect(drawn(card, 'square', false)).toEqual([
      'sheet 1080 1080',
      'fill paper 0 0 1080 1080',
      'fill accent 0 0 1080 10',
      '某某蒙古族藏族哈萨克族自治州某某某自治县 2023 72 100 32 700 accent left',
      'fill accent 72 427.5 5 216',
      '修 104 500.3 80 400 ink left',
      '路 184.4 500.3 80 400 ink left',
      '9 264.9 500.3 80 400 ink left',
      '条 305.3 500.3 80 400 ink left',
      '， 385.8 500.3 80 400 ink left',
      '收 466.2 500.3 80 400 ink left',
      '入 546.6 500.3 80 400 ink left',
      '56.4 104 628.3 80 400 ink left',
      '亿 264 628.3 80 400 ink left',
      '元 344 628.3 80 400 ink left',
      '。 424 628.3 80 400 ink left',
      'fill rule 72 930.9 936 2',
      '某某某某某某某某某某某某某某某某某某某某某某某某某某某某某某 72 979.3 21 400 faded left',
      '某某某某某某某某某某某某某某某某某某某某某某某某某某某某某某 72 1011.9 21 400 faded left',
      '引据 1008 1011.9 21 700 faded right',
    ])
  })

  it('has the code of its address in whole pixels, a module of white around it', () => {
    const { data, size } = encodeQr(CARD.link ?? '', { ecc: 'M', border: 1 })
    const modules = drawn(CARD, 'wide', true).flatMap((stroke) => {
      const [, at] = /^fill ink (.*)$/u.exec(stroke) ?? []
      return at === undefined ? [] : [at.split(' ').map(Number)]
    })
    const edges = Array.from({ length: size + 1 }, (_, index) => Math.round((index * 124) / size))
    const dark = data.flatMap((row, y) =>
      row.flatMap((isDark, x) => {
        const [left = 0, right = 0, top = 0, bottom = 0] = [x, x + 1, y, y + 1].map((at) => edges[at] ?? 0)
        return isDark ? [[1004 + left, 491 + top, right - left, bottom - top]] : []
      }),
    )
    expect(modules).toEqual(dark)
    expect(data[0]?.some((isDark) => isDark)).toBe(false)
    expect(data[1]?.[1]).toBe(true)
  })
})
