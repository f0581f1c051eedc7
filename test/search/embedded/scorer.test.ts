import fc from 'fast-check'
import MiniSearch from 'minisearch'
import { describe, expect, it } from 'vitest'
import { mergePostings } from '../../../src/search/embedded/merge-postings.ts'
import type { FrozenArrays } from '../../../src/search/embedded/postings.ts'
import { FrozenIndex } from '../../../src/search/embedded/scorer.ts'
import { TermCounter } from '../../../src/search/embedded/term-counter.ts'

const FIELDS = ['words', 'heading']
const BM25 = { k: 1.4, b: 0.6, d: 0.3 }
const BOOST = { words: 1, heading: 2.5 }
const word = fc.constantFrom('农业', '农', '业', '旅游', 'g577', '2023', '財', '👍', 'a', 'ab')
const text = fc.array(word, { maxLength: 12 })

interface Document {
  readonly id: number
  readonly words: string
  readonly heading: string
}

function build(documents: readonly Document[]): MiniSearch<Document> {
  const index = new MiniSearch<Document>({
    fields: FIELDS,
    tokenize: (joined) => (joined === '' ? [] : joined.split(' ')),
    processTerm: (term) => term,
  })
  index.addAll(documents)
  return index
}

const cut = (joined: string): string[] => (joined === '' ? [] : joined.split(' '))
const numbers = (counter: TermCounter, joined: string): number[] =>
  cut(joined).map((term) => counter.ofTerm(term))

/** Merged of slices of three documents, so that lists have parts in several. */
function freeze(documents: readonly Document[]): FrozenIndex {
  const starts = [...documents.keys()].filter((number) => number % 3 === 0)
  const parts = starts.map((start) => count(documents.slice(start, start + 3)))
  const stretches = starts.map((start, part) => ({
    ...{ part, start, from: 0 },
    to: Math.min(3, documents.length - start),
  }))
  return new FrozenIndex(FIELDS, mergePostings(parts, stretches, FIELDS.length))
}

function count(documents: readonly Document[]): FrozenArrays {
  const counter = new TermCounter(FIELDS)
  for (const { words, heading } of documents)
    counter.add({ words: numbers(counter, words), heading: numbers(counter, heading) })
  return counter.finish()
}

const corpora = fc
  .array(fc.tuple(text, text), { minLength: 1, maxLength: 30 })
  .map((texts) =>
    texts.map(([words, heading], id) => ({ id, words: words.join(' '), heading: heading.join(' ') })),
  )
const queries = fc.uniqueArray(fc.tuple(word, fc.double({ min: 0.1, max: 3, noNaN: true })), {
  minLength: 1,
  maxLength: 6,
  selector: ([term]) => term,
})

describe('FrozenIndex', () => {
  it('scores every document as MiniSearch does', () => {
    fc.assert(
      fc.property(corpora, queries, (documents, terms) => {
        const mini = build(documents)
        const frozen = freeze(documents)
        const expected = mini.search(terms.map(([term]) => term).join(' '), {
          boost: BOOST,
          bm25: BM25,
          boostTerm: (_term, index) => terms[index]?.[1] ?? 1,
        })
        const { documents: best } = frozen.search({
          terms: terms.map(([term, weight], group) => ({ term, weight, group })),
          boost: BOOST,
          bm25: BM25,
          coordination: 1,
          limit: documents.length,
        })
        const scores = new Map(best.map(({ document, score }) => [document, score]))
        expect(scores.size).toBe(expected.length)
        for (const hit of expected) expect(scores.get(hit.id)).toBeCloseTo(hit.score, 9)
      }),
      { numRuns: 3_000 },
    )
  })

  it('returns the best k in order, ties in the order of indexing, and starts each query clean', () => {
    fc.assert(
      fc.property(corpora, queries, fc.integer({ min: 1, max: 5 }), (documents, terms, limit) => {
        const frozen = freeze(documents)
        const query = {
          terms: terms.map(([term, weight], group) => ({ term, weight, group })),
          boost: BOOST,
          bm25: BM25,
          coordination: 0.4,
        }
        const all = frozen.search({ ...query, limit: documents.length }).documents
        const sorted = [...all].sort((a, b) => b.score - a.score || a.document - b.document)
        expect(all).toEqual(sorted)
        expect(frozen.search({ ...query, limit }).documents).toEqual(all.slice(0, limit))
      }),
      { numRuns: 500 },
    )
  })

  it('counts a group once however many of its terms match', () => {
    const frozen = freeze([{ id: 0, words: '农 业', heading: '' }])
    const score = (groups: readonly [number, number]): number =>
      frozen.search({
        terms: [
          { term: '农', weight: 1, group: groups[0] },
          { term: '业', weight: 1, group: groups[1] },
        ],
        boost: BOOST,
        bm25: BM25,
        coordination: 1,
        limit: 1,
      }).documents[0]?.score ?? 0
    expect(score([0, 1])).toBeCloseTo(2 * score([0, 0]), 12)
  })

  it('scores only the documents asked for, and as it scores them among all', () => {
    fc.assert(
      fc.property(corpora, queries, fc.func(fc.boolean()), (documents, terms, isAmong) => {
        const frozen = freeze(documents)
        const query = {
          terms: terms.map(([term, weight], group) => ({ term, weight, group: group >> 1 })),
          boost: BOOST,
          bm25: BM25,
          coordination: 0.5,
          limit: documents.length,
        }
        const all = frozen.search(query).documents
        const among = [...documents.keys()].filter(isAmong)
        const chosen = all.filter(({ document }) => among.includes(document))
        const others = all.filter(({ document }) => !among.includes(document))
        expect(frozen.search({ ...query, among }).documents).toEqual(chosen)
        expect(frozen.search({ ...query, except: new Set(among) }).documents).toEqual(others)
        for (const limit of [1, 2]) {
          expect(frozen.search({ ...query, among, limit }).documents).toEqual(chosen.slice(0, limit))
        }
      }),
      { numRuns: 500 },
    )
  })

  it('finds the documents that hold all of some terms in a field, in order', () => {
    fc.assert(
      fc.property(corpora, fc.uniqueArray(word, { minLength: 1, maxLength: 3 }), (documents, terms) => {
        const frozen = freeze(documents)
        const rarestFirst = [...terms].sort(
          (a, b) => frozen.documentFrequency(a) - frozen.documentFrequency(b),
        )
        for (const field of ['words', 'heading'] as const)
          expect(frozen.documentsWith(rarestFirst, field)).toEqual(
            documents.flatMap((one) =>
              terms.every((term) => cut(one[field]).includes(term)) ? [one.id] : [],
            ),
          )
      }),
      { numRuns: 300 },
    )
  })

  it('visits each document that holds a term, with how often it does', () => {
    const frozen = freeze([
      { id: 0, words: '农 农', heading: '业' },
      { id: 1, words: '业', heading: '' },
      { id: 2, words: '农', heading: '农' },
    ])
    const visited = (term: string, field: string): number[][] => {
      const found: number[][] = []
      frozen.visit(term, field, (document, frequency) => found.push([document, frequency]))
      return found
    }
    expect(visited('农', 'words')).toEqual([
      [0, 2],
      [2, 1],
    ])
    expect(visited('农', 'heading')).toEqual([[2, 1]])
    expect(visited('旅游', 'words')).toEqual([])
  })

  it('finds the same best in many windows without reading all postings', () => {
    // Everyday words everywhere, rare ones in a few places, repeated texts for ties.
    const counter = new TermCounter(FIELDS)
    const documents = 9_000
    for (let n = 0; n < documents; n++) {
      const rare = n % 97 === 0 ? ' 旅游' : n % 501 === 0 ? ' g577 g577' : ''
      counter.add({
        words: numbers(counter, `农${n % 3 === 0 ? ' 业 业' : ''}${n % 7 === 0 ? ' a' : ''}${rare}`),
        heading: numbers(counter, '2023'),
      })
    }
    const frozen = new FrozenIndex(FIELDS, counter.finish())
    const query = {
      terms: ['农', '业', 'a', '旅游', 'g577', '2023'].map((term, group) => ({ term, weight: 1, group })),
      boost: BOOST,
      bm25: BM25,
      coordination: 0.5,
    }
    const all = frozen.search({ ...query, limit: documents })
    const few = frozen.search({ ...query, limit: 10 })
    expect(few.documents).toEqual(all.documents.slice(0, 10))
    expect(few.postingsRead).toBeLessThan(all.postingsRead / 2)
  })

  it('reads postings far apart and frequencies of any size', () => {
    const counter = new TermCounter(FIELDS)
    const rare = new Map([
      [0, 1],
      [70, 2],
      [9_000, 129],
      [9_001, 20_000],
    ])
    for (let document = 0; document < 9_002; document++) {
      counter.add({
        words: Array(rare.get(document) ?? 0).fill(counter.ofTerm('农')),
        heading: [counter.ofTerm('业')],
      })
    }
    const frozen = new FrozenIndex(FIELDS, counter.finish())
    expect(frozen.documentsWith(['农'], 'words')).toEqual([...rare.keys()])
    expect(frozen.documentsWith(['农'], 'heading')).toEqual([])
    expect(frozen.documentsWith(['农', '旅游'], 'words')).toEqual([])
    expect(frozen.documentFrequency('农')).toBe(rare.size)
    const { documents: best } = frozen.search({
      terms: [{ term: '农', weight: 1, group: 0 }],
      boost: BOOST,
      bm25: BM25,
      coordination: 1,
      limit: 9,
    })
    expect(best.map(({ document }) => document)).toEqual([9_001, 9_000, 70, 0])
  })
})
