import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cutSentences } from '../../src/counts/sentence.ts'

describe('cutSentences', () => {
  it.each([
    ['一产稳。二产进！三产兴', ['一产稳。', '二产进！', '三产兴']],
    ['他说：“路通了。”大家笑了。', ['他说：“路通了。”', '大家笑了。']],
    ['增长5.5%，高于预期。 完', ['增长5.5%，高于预期。 ', '完']],
    ['甲；乙；丙。', ['甲；乙；丙。']],
    ['真的？！好。', ['真的？！', '好。']],
    ['', []],
  ])('%s', (text, sentences) => {
    expect(cutSentences(text).map(([start, end]) => text.slice(start, end))).toEqual(sentences)
  })

  it('gives sentences that put together are the text', () => {
    const unit = fc.constantFrom('山', '。', '！', '”', '）', ' ', '5', '.', '，', '\n')
    fc.assert(
      fc.property(fc.string({ unit }), (text) => {
        expect(
          cutSentences(text)
            .map(([start, end]) => text.slice(start, end))
            .join(''),
        ).toBe(text)
      }),
    )
  })
})
