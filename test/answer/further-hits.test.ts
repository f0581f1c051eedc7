/** Which hits are worth a line beside the first, and which questions are not to be answered with what only touches them. */
import { describe, expect, it } from 'vitest'
import type { Answer } from '../../src/answer/answer.ts'
import { furtherHits, readUnanswerable } from '../../src/answer/further-hits.ts'

interface Hit {
  readonly place?: string
  readonly text?: string
  /** Weights by term. */
  readonly weights: Readonly<Record<number, number | readonly number[]>>
}

function answerOf(hits: readonly Hit[], { match = 'strong', places = [] as readonly string[] } = {}): Answer {
  return {
    match,
    query: { preferences: { places } },
    hits: hits.map(({ place = '海滨市', text = '', weights }) => ({
      report: { place },
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
    ['are all where none matches', [{ weights: {} }, { weights: {} }], [0, 1]],
  ])('%s', (_, hits, expected) => {
    expect(furtherHits(answerOf(hits), 0)).toEqual(expected)
  })

  it('are all of a further page', () => {
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
})
