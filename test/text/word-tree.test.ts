import fc from 'fast-check'
import { expect, it } from 'vitest'
import { WordTree } from '../../src/text/word-tree.ts'

const text = (minLength: number, maxLength: number) =>
  fc.string({ unit: fc.constantFrom('山', '水', '乡', 'a'), minLength, maxLength })

it('tells at every place the longest word that ends by the end, however often it is asked', () => {
  fc.assert(
    fc.property(fc.uniqueArray(text(1, 5), { maxLength: 8 }), fc.array(text(1, 8)), (words, texts) => {
      const tree = new WordTree(words)
      for (const given of texts) {
        expect(tree.hasStart(given)).toBe(words.some((word) => word.startsWith(given)))
        for (let at = 0; at < given.length; at++) {
          for (let end = at; end <= given.length; end++) {
            const there = words.filter((word) => at + word.length <= end && given.startsWith(word, at))
            const longest = there.sort((a, b) => b.length - a.length)[0]
            expect(words[tree.longestAt(given, at, end)]).toBe(longest)
          }
        }
      }
    }),
  )
})
