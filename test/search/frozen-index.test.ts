import fc from 'fast-check'
import MiniSearch from 'minisearch'
import { describe, expect, it } from 'vitest'
import { FrozenIndex, freeze } from '../../src/search/frozen-index.ts'

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
    tokenize: (joined) => joined.split(' '),
    processTerm: (term) => term,
  })
  index.addAll(documents)
  return index
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
        const frozen = new FrozenIndex(FIELDS, freeze(mini.toJSON(), FIELDS))
        const expected = mini.search(terms.map(([term]) => term).join(' '), {
          boost: BOOST,
          bm25: BM25,
          boostTerm: (_term, index) => terms[index]?.[1] ?? 1,
        })
        const answer = frozen.search({
          terms: terms.map(([term, weight], group) => ({ term, weight, group })),
          boost: BOOST,
          bm25: BM25,
          coordination: 1,
          limit: documents.length,
        })
        const scores = new Map(answer.documents.map(({ document, score }) => [document, score]))
        expect(answer.total).toBe(expected.length)
        for (const hit of expected) expect(scores.get(hit.id)).toBeCloseTo(hit.score, 9)
      }),
      { numRuns: 3_000 },
    )
  })

  it('returns the best k in order, ties in the order of indexing, and starts each query clean', () => {
    fc.assert(
      fc.property(corpora, queries, fc.integer({ min: 1, max: 5 }), (documents, terms, limit) => {
        const frozen = new FrozenIndex(FIELDS, freeze(build(documents).toJSON(), FIELDS))
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
    const frozen = new FrozenIndex(
      FIELDS,
      freeze(build([{ id: 0, words: '农 业', heading: '' }]).toJSON(), FIELDS),
    )
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

  it('passes over documents that are not accepted and does not count them', () => {
    const documents = [0, 1, 2].map((id) => ({ id, words: '农', heading: '' }))
    const frozen = new FrozenIndex(FIELDS, freeze(build(documents).toJSON(), FIELDS))
    const answer = frozen.search({
      terms: [{ term: '农', weight: 1, group: 0 }],
      boost: BOOST,
      bm25: BM25,
      coordination: 1,
      limit: 10,
      accepts: (document) => document !== 1,
    })
    expect(answer.documents.map(({ document }) => document)).toEqual([0, 2])
    expect(answer.total).toBe(2)
    expect(answer.postingsRead).toBe(3)
  })
})
