import fc from 'fast-check'
import { expect, it } from 'vitest'
import { TopK } from '../../../src/search/embedded/top-k.ts'

it('keeps the best, of equal ones the first, whatever the scores and however few are wanted', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 60 }),
      fc.integer({ min: 0, max: 20 }),
      (scores, limit) => {
        const top = new TopK(limit)
        const best: { document: number; score: number }[] = []
        for (const [document, score] of scores.entries()) {
          const least =
            best.length < limit ? Number.NEGATIVE_INFINITY : (best.at(-1)?.score ?? Number.POSITIVE_INFINITY)
          expect(top.least).toBe(least)
          top.offer(document, score)
          best.push({ document, score })
          best.sort((a, b) => b.score - a.score || a.document - b.document)
          best.splice(limit)
        }
        expect(top.take()).toEqual(best)
      },
    ),
    { numRuns: 500 },
  )
})
