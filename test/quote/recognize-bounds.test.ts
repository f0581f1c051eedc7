/** How long and how much alike a text has to be to be taken for a quote, on both sides of each bound. */
import { describe, expect, it } from 'vitest'
import { recognizeQuote } from '../../src/quote/recognize.ts'
import type { Query } from '../../src/search/query/query.ts'
import type { Hit, SearchResult } from '../../src/search/searcher.ts'
import { foldText } from '../../src/text/normalizer.ts'
import { report, smallSearcher } from './small-searcher.ts'

/** Characters that fold to themselves and ask for nothing. */
const CHARACTERS = Array.from({ length: 1_200 }, (_, at) => String.fromCharCode(0x7800 + at)).filter(
  (character) => foldText(character) === character,
)
/** So many characters, no two alike. */
const han = (length: number, from = 0): string => CHARACTERS.slice(from, from + length).join('')
/** With other characters at some places. */
const wrong = (text: string, ...places: readonly number[]): string =>
  Array.from(text, (character, at) => (places.includes(at) ? CHARACTERS[400 + at] : character)).join('')
const without = (text: string, ...places: readonly number[]): string =>
  Array.from(text, (character, at) => (places.includes(at) ? '' : character)).join('')
const insert = (text: string, at: number, words: string): string => text.slice(0, at) + words + text.slice(at)

const QUERY = { phrases: [], excluded: [] } as unknown as Query

/** What a text is taken for whose report says `printed`. Without hits nothing but the check decides. */
async function kindOf(printed: string, typed: string, withHit = false): Promise<string | null> {
  const made = report('yunling-2024', {}, `# 政府工作报告\n\n${printed}`)
  const [passage] = made.passages
  const hit = { passage, report: { id: made.id }, score: 1, matches: [] } as unknown as Hit
  const found = { query: QUERY, hits: withHit ? [hit] : [] } as unknown as SearchResult
  return (await recognizeQuote(smallSearcher([made]), typed, found))?.kind ?? null
}

describe('the same words', () => {
  it.each([
    [10, 'verbatim'],
    [9, null],
  ])('of %i characters: %s', async (length, kind) => {
    expect(await kindOf(han(20), han(length))).toBe(kind)
    expect(await kindOf(han(20), han(length), true)).toBe(kind)
  })

  it.each([
    [han(8), '，', 'verbatim'],
    [han(7), '，', 'verbatim'],
    [han(6), '，', null],
    [han(7), '5', 'verbatim'],
    [han(6), '5', null],
  ])('with a mark or figure are eight: %s with %s is %s', async (words, other, kind) => {
    const typed = insert(words, 3, other)
    expect(await kindOf(`${typed}。`, typed)).toBe(kind)
    expect(await kindOf(`${typed}。`, typed, true)).toBe(kind)
  })

  it('are none, with a mark, where they are a list', async () => {
    expect(await kindOf(`${han(9)}。`, insert(insert(han(8), 3, '，'), 7, ' '))).toBeNull()
  })

  it.each([
    [14, 'verbatim'],
    [13, null],
  ])('behind a place are %i: %s', async (length, kind) => {
    expect(await kindOf(`${han(20)}。`, `云岭县${han(length)}`)).toBe(kind)
  })

  it('behind a place and a mark, or with a figure, are fewer', async () => {
    expect(await kindOf(`${han(20)}。`, `云岭县：${han(10)}`)).toBe('verbatim')
    const figure = insert(han(10), 5, '5')
    expect(await kindOf(`${figure}。`, `云岭县${figure}`)).toBe('verbatim')
  })

  it.each([
    ['“甲乙丙丁”', 'verbatim'],
    ['“甲乙丙”', null],
  ])('in quotation marks are four: %s', async (typed, kind) => {
    expect(await kindOf('甲乙丙丁戊。', typed)).toBe(kind)
  })
})

describe('words that are nine tenths alike', () => {
  it.each([
    ['without marks', 30, [5, 15, 25], 'differs'],
    ['without marks', 29, [5, 15, 25], null],
  ] as const)('%s, of %i with %j wrong: %s', async (_, length, places, kind) => {
    expect(await kindOf(han(60), wrong(han(length), ...places))).toBe(kind)
    expect(await kindOf(han(60), wrong(han(length), ...places), true)).toBe(kind)
  })

  it.each([
    ['at the beginning', (words: string) => `${CHARACTERS[500]}${words}`],
    ['at the end', (words: string) => `${words}${CHARACTERS[500]}`],
  ])('and more %s are a question about them, unless there is a mark', async (_, frame) => {
    const [words, marked] = [han(30), insert(han(29), 9, '，')]
    expect(await kindOf(words, frame(words))).toBeNull()
    expect(await kindOf(marked, frame(marked))).toBe('differs')
  })
})

describe('three quarters alike, with a mark', () => {
  it.each([
    [20, [2, 6, 10, 14, 17], 'differs'],
    [19, [2, 6, 10, 14, 17], null],
  ] as const)('of %i with %j wrong: %s', async (length, places, kind) => {
    const text = insert(han(40), 8, '，')
    expect(await kindOf(text, wrong(text.slice(0, length), ...places))).toBe(kind)
    expect(await kindOf(text, wrong(text.slice(0, length), ...places), true)).toBe(kind)
  })
})

describe('what asks or lists words', () => {
  it.each([
    [40, 'differs'],
    [39, null],
  ])('is nineteen twentieths alike: of %i with two wrong: %s', async (length, kind) => {
    const asking = insert(han(60), 20, '什么')
    expect(await kindOf(asking, wrong(asking.slice(0, length), 5, 30))).toBe(kind)
    const list = insert(han(60), 20, ' ')
    expect(await kindOf(han(60), wrong(list.slice(0, length + 1), 5, 30))).toBe(kind)
  })

  it.each([
    [10, 'differs'],
    [9, null],
  ])('in part is a quote from ten on: %i', async (length, kind) => {
    const text = `${han(3)}5${han(12, 3)}`
    const printed = insert(text, 7, '，')
    expect(await kindOf(printed, insert(wrong(printed.slice(0, length), 5), 3, ' '))).toBe(kind)
  })
})

describe('a slip', () => {
  const [text, short] = [han(12), han(9)]

  it.each([
    ['one wrong', text, wrong(text, 5), 'differs'],
    ['two wrong', text, wrong(text, 3, 8), 'differs'],
    ['two wrong side by side', text, wrong(text, 5, 6), 'differs'],
    ['three wrong', text, wrong(text, 2, 5, 8), null],
    ['one of nine wrong', short, wrong(short, 5), 'differs'],
    ['two of nine wrong', short, wrong(short, 3, 6), 'differs'],
    ['the first of nine wrong', short, wrong(short, 0), null],
    ['the last of nine wrong', short, wrong(short, 8), null],
    ['one of ten missing', han(10), without(han(10), 5), 'differs'],
    ['two of eleven missing', han(11), without(han(11), 5, 6), null],
    ['one added to eight', han(8), insert(han(8), 5, '磾'), 'differs'],
    ['two added to eight', han(8), insert(han(8), 5, '磾磿'), null],
  ])('of words without marks: %s', async (_, printed, typed, kind) => {
    expect(await kindOf(`${han(30, 100)}${printed}${han(30, 200)}`, typed)).toBe(kind)
  })

  it.each([
    ['another figure', '5678.9', 'differs'],
    ['a figure and two characters', '5678.9', null],
  ])('of words with a figure: %s', async (what, figure, kind) => {
    const typed = `${han(5)}${figure}${han(6, 5)}`
    const printed = `${han(5)}1234.5${han(6, 5)}。`
    expect(
      await kindOf(printed, what.endsWith('characters') ? wrong(typed, 2, typed.length - 3) : typed),
    ).toBe(kind)
  })

  it('of words with a figure may be at an end, but adds nothing there', async () => {
    const printed = `${han(5)}1234.5${han(6, 5)}`
    expect(await kindOf(printed, wrong(printed, 0))).toBe('differs')
    expect(await kindOf(printed, `${printed}磾`)).toBeNull()
    expect(await kindOf(printed, `磾${printed}`)).toBeNull()
  })

  it('of eight or nine characters with a mark', async () => {
    const printed = `${insert(han(8), 4, '，')}。`
    expect(await kindOf(printed, wrong(printed.slice(0, 9), 2, 6))).toBe('differs')
    expect(await kindOf(printed, wrong(printed.slice(0, 9), 1, 3, 6))).toBeNull()
    expect(await kindOf(`${printed.slice(0, 9)}`, `${printed.slice(0, 8)}`)).toBe('verbatim')
  })
})

describe('the same words in another order', () => {
  const [a, b] = [han(8), han(3, 20)]

  it('are a quote with a mark, two thirds alike', async () => {
    expect(await kindOf(`${a}，${b}`, `${b}，${a}`)).toBe('differs')
    expect(await kindOf(`${a}，${b}`, `${b}，${a}`, true)).toBe('differs')
  })

  it('are none in a list', async () => {
    expect(await kindOf(`${a}，${b}`, `${b} ${a}`)).toBeNull()
  })
})

describe('prose that no report has', () => {
  const prose = (words: number, marks: number): string =>
    marks === 1 ? insert(han(words), 9, '，') : insert(insert(han(words), 9, '，'), 19, '，')

  it.each([
    [30, 2, 'not-found'],
    [29, 2, null],
    [30, 1, null],
  ])('has %i characters of words and %i marks: %s', async (words, marks, kind) => {
    expect(await kindOf(han(20, 300), prose(words, marks))).toBe(kind)
    expect(await kindOf(han(20, 300), prose(words, marks), true)).toBe(kind)
  })

  it('asks nothing', async () => {
    expect(await kindOf(han(20, 300), `${prose(30, 2)}什么`)).toBeNull()
  })

  it.each([
    [`${han(7)}5亿，${han(5, 7)}6%`, 'not-found'],
    [`${han(7)}5亿，${han(4, 7)}6%`, null],
    [`${han(8)}亿，${han(6, 8)}6%`, null],
    [`${han(8)}5亿${han(6, 8)}6%`, null],
    [`ab${han(3)}c5亿，abc${han(3, 7)}d6%`, null],
    [`${han(7)}5亿，${han(6, 7)}6%吗`, null],
  ])('states two figures in sixteen characters: %s is %s', async (typed, kind) => {
    expect(await kindOf(han(20, 300), typed)).toBe(kind)
    expect(await kindOf(han(20, 300), typed, true)).toBe(kind)
  })
})

describe('with hits', () => {
  it('is looked for where it is like one of them, or like a heading above it', async () => {
    const made = `## ${han(12, 600)}\n\n${han(40)}`
    expect(await kindOf(made, han(12, 600), true)).toBe('verbatim')
    expect(await kindOf(made, wrong(han(12, 600), 5), true)).toBe('differs')
    expect(await kindOf(made, han(12), true)).toBe('verbatim')
    expect(await kindOf(made, wrong(han(12), 2, 5, 8), true)).toBeNull()
  })

  it('is looked for without likeness where it has several clauses', async () => {
    const [a, b, c] = [han(8), han(8, 20), han(8, 40)]
    const printed = `${a}。${c}，${b}。`
    expect(await kindOf(printed, `${b}，${a}`, true)).toBe('pieced')
    expect(await kindOf(printed, `${b}，${a}吗`, true)).toBeNull()
  })
})
