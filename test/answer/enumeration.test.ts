import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findItem } from '../../src/answer/enumeration.ts'
import { findSentences } from '../../src/answer/sentence.ts'

function itemOf(text: string, number: number): string | null {
  const found = findItem(text, number)
  if (found === null) return null
  const sentences = findSentences(text).slice(found[0], found[1] + 1)
  return text.slice(sentences[0]?.[0], sentences.at(-1)?.[1])
}

describe('one of the things that a passage numbers', () => {
  it.each([
    ['办好三件实事。（1）修路。修10公里。（2）建学校。（3）通水。', 1, '（1）修路。修10公里。'],
    ['办好三件实事。（1）修路。修10公里。（2）建学校。（3）通水。', 3, '（3）通水。'],
    ['1.增长3.5%。2.建5.2万亩农田。', 2, '2.建5.2万亩农田。'],
    ['①植树。②治沙。', 2, '②治沙。'],
    ['一是抓工业。二是抓农业。三是抓旅游。', 2, '二是抓农业。'],
    ['要做两件事：一是抓工业；二是抓农业。', 2, '要做两件事：一是抓工业；二是抓农业。'],
  ])('%s, number %i', (text, number, item) => {
    expect(itemOf(text, number)).toBe(item)
  })

  it.each([
    ['建成学校5所。', 1],
    ['（1）修路。（2）建学校。', 3],
    ['增长3.5%，完成2.1亿元。', 2],
    ['一是抓工业。', 2],
  ])('%s has no number %i', (text, number) => {
    expect(findItem(text, number)).toBeNull()
  })

  it('is whole sentences of the text, whatever it says', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('（1）', '（2）', '2.', '一是', '二是', '修路', '3.5%', '。', '；'), {
          maxLength: 12,
        }),
        fc.integer({ min: 1, max: 4 }),
        (parts, number) => {
          const found = findItem(parts.join(''), number)
          const count = findSentences(parts.join('')).length
          return found === null || (found[0] >= 0 && found[0] <= found[1] && found[1] < count)
        },
      ),
    )
  })
})
