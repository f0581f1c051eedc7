import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { markWords } from '../../src/answer/highlights.ts'
import { makeSnippet } from '../../src/answer/snippet.ts'
import type { Passage } from '../../src/corpus/report.ts'
import type { WeightedRange } from '../../src/search/rank/matches.ts'
import type { Range } from '../../src/text/runs.ts'
import { cutWords } from '../../src/text/words.ts'
import { readFiveReports } from '../five-reports.ts'

function passage(text: string): Passage {
  return { id: 'yunling-2024_0', report: 'yunling-2024', paragraph: 1, section: [], text, page: null }
}

/** Every place of every word, each word a term of its own weight. */
function matchesOf(text: string, words: Readonly<Record<string, number>>): WeightedRange[] {
  return Object.entries(words).flatMap(([word, weight], term) => {
    const found: WeightedRange[] = []
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
      found.push({ range: [at, at + word.length], weight, term })
    }
    return found
  })
}

const filler = '坚持统筹兼顾，推动各项事业全面进步，努力开创新局面。'
const long = `${filler.repeat(8)}全年接待游客100万人次，旅游收入3.5亿元，分别增长12%、15.6%。${filler.repeat(8)}新建旅游公厕6座。${filler.repeat(4)}`

function snippetOf(text: string, words: Readonly<Record<string, number>>, limit?: number) {
  return makeSnippet(passage(text), matchesOf(text, words), limit === undefined ? {} : { limit })
}

describe('the window', () => {
  it('is the whole of a short paragraph', () => {
    expect(snippetOf(filler, { 推动: 1 })).toEqual({
      text: filler,
      highlights: [[7, 9]],
      range: [0, filler.length],
    })
  })

  it('lies where the terms stand together', () => {
    expect(snippetOf(long, { 旅游: 1, 收入: 1, 游客: 1 }).text).toContain(
      '全年接待游客100万人次，旅游收入3.5亿元',
    )
  })

  it('begins with the sentence of the match and runs on behind it', () => {
    expect(snippetOf(long, { 旅游收入: 2 }, 60).text).toMatch(/^…全年接待游客.*15\.6%。.*…$/u)
  })

  it('is the beginning of the paragraph when nothing matches in the text', () => {
    const { text, highlights } = snippetOf(long, {})
    expect(long.startsWith(text.slice(0, -1))).toBe(true)
    expect(highlights).toEqual([])
  })

  it('counts a term once: two different words beat one word twice', () => {
    const text = `${filler.repeat(4)}游客游客游客。${filler.repeat(8)}游客和旅馆。${filler.repeat(8)}`
    expect(snippetOf(text, { 游客: 1, 旅馆: 1 }, 60).text).toContain('游客和旅馆')
  })

  it('shows as much as fits when the match is longer than the window', () => {
    const { text, highlights } = makeSnippet(passage(long), [{ range: [0, long.length], weight: 1, term: 0 }])
    expect(text.length).toBeLessThanOrEqual(200)
    expect(highlights).toEqual([[0, text.length - 1]])
  })

  it('uses its room at the end of a paragraph', () => {
    expect(snippetOf(`${filler.repeat(12)}增收6000元。`, { 增收: 1 }).text.length).toBeGreaterThan(170)
  })

  it.each([
    [49, true],
    [50, false],
  ])(
    'runs to the end of the paragraph when that fits behind the …: %i characters of 50',
    (length, isWhole) => {
      const tail = `公厕${'推进乡村振兴'.repeat(9)}`.slice(0, length - 4)
      const snippet = snippetOf(`${filler.repeat(8)}${tail}，达标。`, { 公厕: 1, 达标: 1 }, 50)
      expect(snippet.text.endsWith('达标。')).toBe(true)
      expect(snippet.text.startsWith('…公厕')).toBe(isWhole)
    },
  )

  it('cuts a word that is longer than the window, but no surrogate pair', () => {
    const { text } = snippetOf(`见${'𠮷'.repeat(400)}`, {}, 20)
    expect(Buffer.from(text).toString()).toBe(text)
    expect(text.length).toBeGreaterThan(10)
  })

  it('keeps a … that the report prints', () => {
    const text = `${filler.repeat(9)}治理河道……植树造林……${filler.repeat(9)}`
    const snippet = snippetOf(text, { 植树: 1 })
    expect(text.slice(...snippet.range)).toBe(snippet.text.slice(1, -1))
  })
})

describe('of two windows', () => {
  const sentence = (first = '动'): string => `${first}${'动'.repeat(18)}。`
  const between = (count: number): string => sentence().repeat(count)
  /** By how much of all the weight a window must hold more than the one before it to be shown. */
  const priceOf = (text: string, again = 0): number => {
    const [early, late] = ['甲', '乙'].map((word) => text.indexOf(word)) as [number, number]
    const isLate = (share: number): boolean => {
      const own = [1 - share, 1 + share] as const
      const matches = [early, late].map(
        (at, term): WeightedRange => ({ range: [at, at + 1], weight: own[term] ?? 0, term }),
      )
      const more = Array.from({ length: again }, (_, index): WeightedRange => {
        const at = late + 2 + index
        return { range: [at, at + 1], weight: own[1] / 2, term: 1 }
      })
      return makeSnippet(passage(text), [...matches, ...more], { limit: 100 }).range[1] > late
    }
    let [low, high] = [-1, 1]
    for (let step = 0; step < 40; step++) {
      const middle = (low + high) / 2
      if (isLate(middle)) high = middle
      else low = middle
    }
    return high
  }
  /** The early one begins at 100 and the late one at 700 of 1,000, so that it is 0.03 the worse. */
  const made = (before: string, late = sentence('乙')): string => {
    const text = `${between(5)}${sentence('甲')}${between(30)}`.slice(0, 699 - before.length)
    return `${text}。${before}${late}`.padEnd(1_000, sentence())
  }
  const long = (mark: string): string => `${'动'.repeat(49)}${mark}${'动'.repeat(49)}${mark}`

  it.each<[string, string, number, number]>([
    ['nothing but its place', made(''), 0, 0.03],
    ['a beginning behind a semicolon', made(long('；')), 0, 0.03 + 0.03],
    ['a beginning behind a comma', made(long('，')), 0, 0.03 + 0.05],
    ['a beginning within a list', made(long('、')), 0, 0.03 + 0.07],
    ['a beginning between two words', made(long(' ')), 0, 0.03 + 0.08],
    [
      'thirty characters before its match',
      made('', `${'动'.repeat(30)}乙${'动'.repeat(8)}。`),
      0,
      0.03 + 0.03,
    ],
    ['sixty characters less', made('', `${sentence('乙')}${'1'.repeat(90)}。`), 0, 0.03 + 0.03],
    ['its word once more', made(''), 1, 0.03 - 0.1],
    ['its word twice more', made(''), 2, 0.03 - 0.1],
  ])('the later one that has %s must hold more by its price', (_what, text, again, price) => {
    expect(text).toHaveLength(1_000)
    expect(text.indexOf('乙') >= 700).toBe(true)
    expect(priceOf(text, again)).toBeCloseTo(price, 3)
  })

  it('the last sentence begins one, too', () => {
    const text = `${between(9)}${'动'.repeat(50)}，${'动'.repeat(40)}。${sentence('乙')}`
    const at = text.indexOf('乙')
    const { range } = makeSnippet(passage(text), [{ range: [at, at + 1], weight: 1, term: 0 }], { limit: 90 })
    expect(range).toEqual([at, text.length])
  })

  it('one with a match of no weight of its own is the better by a twentieth of the heaviest', () => {
    const isLate = (text: string): boolean => {
      const matches = [...text.matchAll(/[甲乙]/gu)].map(
        ({ index, 0: word }): WeightedRange => ({
          range: [index, index + 1],
          weight: word === '甲' ? 1 : 0,
          term: word === '甲' ? 0 : 1,
        }),
      )
      return makeSnippet(passage(text), matches, { limit: 100 }).range[1] > 500
    }
    const both = sentence('甲').replace('甲动', '甲乙')
    expect(isLate(made('', both))).toBe(true)
    expect(isLate(made(long('，'), both))).toBe(false)
    expect(isLate(made('', sentence('甲')))).toBe(false)
  })
})

describe('the end of the window', () => {
  it.each([
    [6, '。…'],
    [7, '月…'],
  ])('is that of a sentence where it leaves an eighth of the limit unused at most: %i of 50', (left, end) => {
    const text = `${'年'.repeat(48 - left)}。${'月'.repeat(left)}，${'日'.repeat(60)}`
    expect(snippetOf(text, {}, 50).text.slice(-2)).toBe(end)
  })

  it.each([
    [200, undefined, 200],
    [201, undefined, 200],
    [16, 3, 16],
    [17, 3, 16],
  ])('is that of %i characters without marks with the limit %s: %i are shown', (length, limit, shown) => {
    expect(snippetOf('a'.repeat(length), {}, limit).text).toHaveLength(shown)
  })

  it('counts of a long match a hundred characters as the whole', () => {
    const text = `${filler.repeat(3)}公厕。${filler.repeat(8)}${'年'.repeat(180)}。${filler.repeat(3)}`
    const at = text.indexOf('年')
    const shows = (weight: number): boolean =>
      makeSnippet(
        passage(text),
        [
          { range: [text.indexOf('公厕'), text.indexOf('公厕') + 2], weight: 1, term: 0 },
          { range: [at, at + 180], weight, term: 1 },
        ],
        { limit: 104 },
      ).text.includes('年年')
    expect([shows(0.8), shows(1.4)]).toEqual([false, true])
  })
})

describe('a text without marks', () => {
  const words = '推进产业升级建设美丽乡村改善人居环境提高服务水平'
  const text = `${words.repeat(12)}旅游公厕${words.repeat(12)}`

  it('is cut between words, as near to the limit as they allow', () => {
    const snippet = snippetOf(text, { 旅游公厕: 1 }, 60)
    expect(snippet.text).toContain('旅游公厕')
    expect(snippet.text.length).toBeGreaterThan(50)
    expect(snippet.text.length).toBeLessThanOrEqual(60)
    const [start, end] = snippet.range
    const starts = new Set([...cutWords(text)].map(({ index }) => index))
    expect([starts.has(start), starts.has(end)]).toEqual([true, true])
  })

  it('is cut inside a word only where the word is longer than the window', () => {
    const address = 'a'.repeat(320)
    expect(snippetOf(address, {}, 40).text).toBe(`${address.slice(0, 39)}…`)
  })
})

describe('a figure', () => {
  it.each(['1,234,567.8', '1 234 567', '10:30', '12.5%', '3.5万亿', 'G219'])(
    'is cut by no window: %s',
    (figure) => {
      const text = `推进产业升级建设美丽乡村达到${figure}`.repeat(12)
      const places = [...text.matchAll(new RegExp(figure.replace('.', '\\.'), 'gu'))].map(
        ({ index }) => index,
      )
      const cut = Array.from({ length: 60 }, (_, extra) => snippetOf(text, { 美丽: 1 }, 40 + extra))
        .flatMap(({ range }) => range)
        .filter((edge) => places.some((at) => at < edge && edge < at + figure.length))
      expect(cut).toEqual([])
    },
  )
})

describe('highlights', () => {
  const text = '全年接待游客100万人次。'
  it.each<[string, Range[], Range[]]>([
    [
      'one within another',
      [
        [2, 6],
        [3, 5],
      ],
      [[2, 6]],
    ],
    [
      'one within another that begins with it',
      [
        [2, 4],
        [2, 6],
      ],
      [[2, 6]],
    ],
    [
      'overlapping ones',
      [
        [2, 4],
        [3, 6],
      ],
      [[2, 6]],
    ],
    [
      'ones that touch',
      [
        [2, 4],
        [4, 6],
      ],
      [[2, 6]],
    ],
    [
      'ones apart',
      [
        [4, 6],
        [0, 2],
      ],
      [
        [0, 2],
        [4, 6],
      ],
    ],
    [
      'the same one twice',
      [
        [2, 4],
        [2, 4],
      ],
      [[2, 4]],
    ],
  ])('of %s are shown once', (_, ranges, expected) => {
    const matches = ranges.map((range, term): WeightedRange => ({ range, weight: 1, term }))
    expect(makeSnippet(passage(text), matches).highlights).toEqual(expected)
  })

  it('stand where they do in the text, also behind the … of a cut', () => {
    const { text: shown, highlights } = snippetOf(long, { 公厕: 3 }, 60)
    expect(shown.startsWith('…')).toBe(true)
    expect(highlights.map((range) => shown.slice(...range))).toEqual(['公厕'])
  })
})

describe('laws over the five reports', async () => {
  const reports = await readFiveReports()
  const passages = reports.flatMap((one) => one.passages)
  const scene = fc.record({
    passage: fc.constantFrom(...passages),
    limit: fc.integer({ min: 16, max: 300 }),
    places: fc.array(
      fc.tuple(fc.nat(4000), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 0, max: 5 })),
      {
        maxLength: 12,
      },
    ),
  })
  const shown = scene.map(({ passage: one, limit, places }) => {
    const { length } = one.text
    const matches = places
      .map(([at, size, term]): WeightedRange => {
        const start = at % length
        return { range: [start, Math.min(length, start + size)], weight: term + 0.5, term }
      })
      .sort((a, b) => a.range[0] - b.range[0])
    return { text: one.text, limit, matches, snippet: makeSnippet(one, matches, { limit }) }
  })

  it('is verbatim, within the limit, with … where it is cut and nowhere else', () => {
    fc.assert(
      fc.property(shown, ({ text, limit, snippet }) => {
        const [start, end] = snippet.range
        const before = start > 0 ? '…' : ''
        const after = end < text.length ? '…' : ''
        expect(snippet.text).toBe(before + text.slice(start, end) + after)
        expect(snippet.text.length).toBeLessThanOrEqual(Math.max(limit, Math.min(limit, text.length)))
        expect(end).toBeGreaterThan(start)
      }),
      { numRuns: 500 },
    )
  })

  it('cuts no surrogate pair and no figure', () => {
    fc.assert(
      fc.property(shown, ({ text, limit, snippet }) => {
        expect(Buffer.from(snippet.text).toString()).toBe(snippet.text)
        fc.pre(limit >= 40)
        for (const edge of snippet.range) {
          expect(text.slice(Math.max(0, edge - 1), edge + 1)).not.toMatch(/^[\d.][\d.%％万亿]$/u)
        }
      }),
      { numRuns: 500 },
    )
  })

  it('highlights exactly the matches that it shows, merged and in order', () => {
    fc.assert(
      fc.property(shown, ({ text, matches, snippet }) => {
        const [start, end] = snippet.range
        const shift = start > 0 ? 1 : 0
        const inText = snippet.highlights.map(
          ([from, to]): Range => [from - shift + start, to - shift + start],
        )
        const expected = markWords(
          text.slice(start, end),
          matches.map(
            ({ range }): Range => [Math.max(start, range[0]) - start, Math.min(end, range[1]) - start],
          ),
        ).map(([from, to]): Range => [from + start, to + start])
        expect(inText).toEqual(expected)
        for (const [from, to] of snippet.highlights) {
          expect(text).toContain(snippet.text.slice(from, to))
        }
      }),
      { numRuns: 500 },
    )
  })
})
