/** Coded postings, read one after the other or from a document on, are those that were written. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { PostingList } from '../../../src/search/embedded/posting-list.ts'
import { type FrozenArrays, PostingsWriter } from '../../../src/search/embedded/postings.ts'

type Posting = readonly [document: number, frequency: number]

function listOf(postings: readonly Posting[]): PostingList {
  const writer = new PostingsWriter(1)
  for (const [document, frequency] of postings) writer.add(document, frequency)
  writer.endList()
  writer.endTerm('x')
  return new PostingList(writer.finish() as unknown as FrozenArrays, 0)
}

/** Some far apart: so that numbers of every length come. */
const gaps = fc.oneof(
  { arbitrary: fc.integer({ min: 1, max: 300 }), weight: 8 },
  { arbitrary: fc.integer({ min: 1, max: 600_000 }), weight: 1 },
)
const lists = fc
  .array(fc.tuple(gaps, fc.oneof(fc.constant(1), fc.integer({ min: 1, max: 400 }))), {
    minLength: 1,
    maxLength: 400,
  })
  .map((steps) => {
    let document = -1
    return steps.map(([gap, frequency]): Posting => {
      document += gap
      return [document, frequency]
    })
  })

it('one after the other', () => {
  fc.assert(
    fc.property(lists, (postings) => {
      const list = listOf(postings)
      const read: Posting[] = []
      expect(list.read).toBe(0)
      for (let left = list.length; left > 0; left--, list.next()) read.push([list.document, list.frequency])
      expect(read).toEqual(postings)
      expect(list.document).toBeGreaterThan(postings.at(-1)?.[0] ?? 0)
      expect(list.read).toBe(postings.length)
    }),
  )
})

it('from any document on, whatever was read before', () => {
  fc.assert(
    fc.property(lists, fc.array(fc.nat(1_000_000), { maxLength: 8 }), (postings, wanted) => {
      const list = listOf(postings)
      const last = postings.at(-1)?.[0] ?? 0
      for (const document of wanted.map((one) => one % (last + 1)).sort((a, b) => a - b)) {
        list.advance(document)
        const [found, frequency] = postings.find(([one]) => one >= document) ?? []
        expect([list.document, list.frequency]).toEqual([found, frequency])
      }
    }),
  )
})

it('from the last document of each block, and from the one behind it', () => {
  const postings = Array.from({ length: 300 }, (_, at): Posting => [at * 3, at % 7 === 0 ? 1 : at])
  for (let at = 0; at < postings.length; at++) {
    for (const document of [at * 3, at * 3 - 1]) {
      const list = listOf(postings)
      list.advance(document)
      expect([list.document, list.frequency]).toEqual(postings[at])
      expect(list.read).toBeLessThanOrEqual(64)
    }
  }
})
