/** Where the passage of a quote stands among the hits, and what is marked in it. */
import { expect, it } from 'vitest'
import { markQuote, withQuoteFirst } from '../../src/answer/quote-hits.ts'
import type { QuoteCheck } from '../../src/quote/check.ts'
import type { Hit, SearchResult } from '../../src/search/searcher.ts'

const hit = (id: string, place = '甲县', score = 1): Hit =>
  ({
    passage: { id },
    report: { place },
    score,
    matches: [{ range: [7, 9], weight: 3, term: 0 }],
  }) as unknown as Hit
const [a, b, c] = [hit('a', '甲县', 5), hit('b', '乙县'), hit('c', '丙县')]

const order = (
  hits: readonly Hit[],
  quoted: Hit,
  { places = [], phrases = [] }: { places?: readonly string[]; phrases?: readonly string[] } = {},
): string =>
  withQuoteFirst({ hits, query: { preferences: { places }, phrases } } as unknown as SearchResult, quoted)
    .map(({ passage, score }) => passage.id + score)
    .join(' ')

it.each<[string, () => string, string]>([
  ['one of them', () => order([a, b, c], hit('b', '乙县')), 'b1 a5 c1'],
  ['none of them, in the place of the last', () => order([a, b, c], hit('d')), 'd5 a5 b1'],
  ['none of one', () => order([a], hit('d')), 'd5'],
  ['none of none', () => order([], hit('d', '甲县', 2)), 'd2'],
  [
    'none of them where a phrase is asked for',
    () => order([a, b], hit('d'), { phrases: ['断头路'] }),
    'a5 b1',
  ],
  ['one of them where a phrase is asked for', () => order([a, b], b, { phrases: ['断头路'] }), 'b1 a5'],
  ['another place than is named', () => order([a, b, c], a, { places: ['丙县'] }), 'c1 a5 b1'],
  ['the place that is named', () => order([a, b, c], c, { places: ['丙县'] }), 'c1 a5 b1'],
  ['another place where the named one has no hit', () => order([a, b], b, { places: ['丁县'] }), 'b1 a5'],
])('puts the quoted passage first: %s', (_what, found, expected) => {
  expect(found()).toBe(expected)
})

const place = (id: string, range: readonly [number, number]) => ({ passage: { id }, range })

it('marks the words of the quote, each a term of its own', () => {
  const quote = {
    kind: 'verbatim',
    places: [place('a', [0, 4]), place('a', [5, 5]), place('b', [1, 2])],
    others: [a, b],
  }
  expect(markQuote(a, quote as unknown as Extract<QuoteCheck, { kind: 'verbatim' }>).matches).toEqual([
    { range: [0, 4], weight: 1, term: 0 },
    { range: [7, 9], weight: 1, term: 1 },
  ])
})

it('marks the pieces of a quote, and leaves a passage as it is that holds none', () => {
  const quote = { kind: 'pieced', places: [], pieces: [{ hit: b }] } as unknown as Extract<
    QuoteCheck,
    { kind: 'pieced' }
  >
  expect(markQuote(b, quote).matches).toEqual([{ range: [7, 9], weight: 1, term: 0 }])
  expect(markQuote(a, quote)).toBe(a)
})
