/** Which hits are worth a line beside the first, and which questions are not to be answered with what only touches them. */
import { describe, expect, it } from 'vitest'
import type { Answer } from '../../src/answer/answer.ts'
import { furtherHits, readUnanswerable } from '../../src/answer/further-hits.ts'

interface Hit {
  readonly place?: string
  readonly year?: number
  readonly isPlan?: boolean
  readonly text?: string
  /** Weights by term. */
  readonly weights: Readonly<Record<number, number | readonly number[]>>
}

function answerOf(
  hits: readonly Hit[],
  { match = 'strong', places = [] as readonly string[], years = [] as readonly number[] } = {},
): Answer {
  return {
    match,
    query: { preferences: { places, years: years.map((year) => ({ from: year, to: year })) } },
    hits: hits.map(({ place = '海滨市', year = 2023, isPlan = false, text = '', weights }) => ({
      report: { place, year, reviews: year - 1, plans: year, date: `${year}-01-20` },
      kinds: [],
      isPlan,
      passage: { text },
      matches: Object.entries(weights).flatMap(([term, all]) =>
        [all].flat().map((weight) => ({ term: Number(term), weight, range: [0, 1] })),
      ),
    })),
  } as unknown as Answer
}

describe('the hits that get a line', () => {
  it.each<[string, readonly Hit[], readonly number[]]>([
    [
      'match six tenths of the best',
      [{ weights: { 1: 10 } }, { weights: { 1: 6 } }, { weights: { 1: 5.9 } }],
      [0, 1],
    ],
    ['count a term once', [{ weights: { 1: 10 } }, { weights: { 1: [3, 3, 3] } }], [0]],
    ['count the best place of a term', [{ weights: { 1: 10 } }, { weights: { 1: [1, 7, 2] } }], [0, 1]],
    ['add up terms', [{ weights: { 1: 10 } }, { weights: { 1: 3, 2: 3 } }], [0, 1]],
    ['count no figures', [{ weights: { 1: 10 } }, { weights: { [-1]: 9, 1: 3 } }], [0]],
    ['count the first term', [{ weights: { 1: 5, 0: 5 } }, { weights: { 1: 5 } }], [0]],
    ['count little weights as they are', [{ weights: { 0: 1 } }, { weights: { 0: 0.5 } }], [0]],
    ['are all where none matches', [{ weights: {} }, { weights: {} }], [0, 1]],
  ])('%s', (_, hits, expected) => {
    expect(furtherHits(answerOf(hits), 0)).toEqual(expected)
  })

  it('are the best of each place and of each year that are asked about together', () => {
    const far = { weights: { 1: 1 } }
    const ofPlaces = [{ weights: { 1: 10 } }, far, { ...far, place: '云岭县' }, { ...far, place: '云岭县' }]
    expect(furtherHits(answerOf(ofPlaces, { places: ['海滨市', '云岭县'] }), 0)).toEqual([0, 2])
    const ofYears = [{ weights: { 1: 10 } }, far, { ...far, isPlan: true }, { ...far, year: 2024 }]
    expect(furtherHits(answerOf(ofYears, { years: [2022, 2023] }), 0)).toEqual([0, 2])
    expect(furtherHits(answerOf(ofYears, { years: [2022] }), 0)).toEqual([0])
  })

  it('are all of a further page', () => {
    expect(furtherHits(answerOf([{ weights: { 1: 10 } }, { weights: { 1: 1 } }]), 1)).toEqual([0, 1])
    expect(furtherHits(answerOf([{ weights: { 1: 10 } }, { weights: { 1: 1 } }]), 10)).toEqual([0, 1])
  })

  it('are three at the most, each with a match, where the answer is weak', () => {
    const hits = [{ weights: { 1: 1 } }, ...Array.from({ length: 4 }, () => ({ weights: { 1: 1 } }))]
    expect(furtherHits(answerOf(hits, { match: 'weak' }), 0)).toEqual([0, 1, 2])
    expect(furtherHits(answerOf([{ weights: {} }], { match: 'weak' }), 0)).toEqual([])
  })

  it('are of the place where the first is: its own report, or a passage that names it', () => {
    const hits = [
      { place: '云岭县', weights: { 1: 1 } },
      { weights: { 1: 1 } },
      { weights: { 1: 1 }, text: '与云岭共建园区' },
    ]
    expect(furtherHits(answerOf(hits, { places: ['云岭县'] }), 0)).toEqual([0, 2])
    expect(furtherHits(answerOf(hits.slice(1), { places: ['云岭县'] }), 0)).toEqual([0, 1])
    expect(furtherHits(answerOf(hits), 0)).toEqual([0, 1, 2])
  })
})

describe('readUnanswerable', () => {
  const of = (
    fields: { intent?: string | null; text?: string; match?: string; places?: readonly string[] },
    rows: readonly unknown[] | null = null,
  ) => {
    const { intent = null, text = '问题', match = 'weak', places = [] } = fields
    return readUnanswerable({
      match,
      query: { intent, text, terms: text, named: [], foreign: [], preferences: { places, years: [] } },
      figures: rows === null ? null : { rows },
    } as unknown as Answer)
  }

  it.each([
    [{ intent: 'person' }, 'person'],
    [{ intent: 'service' }, 'service'],
    [{ intent: 'opinion' }, 'opinion'],
    [{ intent: 'opening' }, 'person'],
    [{ intent: 'opening', places: ['云岭县'] }, 'speaker'],
    [{ intent: 'opening', text: '谁作的报告' }, 'speaker'],
    [{ intent: 'date' }, null],
    [{ intent: 'person', match: 'strong' }, null],
    [{ intent: 'opening', match: 'none' }, null],
  ])('says of %j: %s', (fields, kind) => {
    expect(of(fields)).toBe(kind)
  })

  it('says that a quantity is not told where a table for it is empty', () => {
    expect(of({}, [])).toBe('quantity')
    expect(of({}, [{}])).toBeNull()
  })

  /** [..] is the sentence, of the passage, and {..} within it what matches. */
  const asks = (
    text: string,
    marked: string | null,
    {
      foreign = [],
      missing = [],
      term = 0,
    }: { foreign?: readonly string[]; missing?: readonly unknown[]; term?: number } = {},
  ) => {
    const passage = (marked ?? '').replace(/[{}]/gu, '')
    const range = [passage.indexOf('['), passage.indexOf(']') - 1]
    const plain = (marked ?? '').replace(/[[\]]/gu, '')
    const matches = [...plain.matchAll(/\{(.*?)\}/gu)].map(({ 1: word = '', index }, number) => ({
      range: [index - 2 * number, index - 2 * number + word.length],
      term,
    }))
    const sentence = { text: passage.slice((range[0] ?? 0) + 1, (range[1] ?? 0) + 1), range }
    return readUnanswerable({
      match: 'weak',
      query: {
        intent: 'figure',
        text,
        terms: text,
        named: [],
        foreign,
        preferences: { places: [], years: [] },
      },
      figures: null,
      hits: marked === null ? [] : [{ sentence, matches }],
      missing,
    } as unknown as Answer)
  }
  const ROADS = '新装路灯。[打通{断头路}5条。]完成改造。'

  it.each<[string, string | null, string | null]>([
    ['打通多少条断头路', ROADS, null],
    ['打通多少条断头路', '[打通{断头}路5条。]', null],
    ['打通多少条断头路', '[{断头路}5条]', null],
    ['打通多少条断头路', '[打通5条{断头路}]', null],
    ['打通多少条断头路', '[打通断头{路}5条。]', 'quantity'],
    ['打通多少条断头路', '新装{路灯}。[打通断头路5条。]', 'quantity'],
    ['打通多少条断头路', '[打通断头路5条。]新装{路灯}。', 'quantity'],
    ['打通多少条断头路', '[打通{断头路}。]', 'quantity'],
    ['打通多少条断头路', '[打通{断头路}的占5%。]', 'quantity'],
    ['旅游收入占比多少', '[{旅游收入}占比5%。]', null],
    ['打通多少条断头路', null, 'quantity'],
    ['断头路怎么样', '[打通{断头路}。]', null],
  ])('of %s, where the nearest says %s: %s', (text, marked, kind) => {
    expect(asks(text, marked)).toBe(kind)
  })

  it('takes no number of another place, year or thing for near, and no figure for a word', () => {
    expect(asks('打通多少条断头路', ROADS, { foreign: ['海北县'] })).toBe('quantity')
    expect(asks('打通多少条断头路', ROADS, { missing: [{}] })).toBe('quantity')
    expect(asks('打通多少条断头路', ROADS, { term: 1 })).toBeNull()
    expect(asks('打通多少条断头路', ROADS, { term: -1 })).toBe('quantity')
  })
})
