import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findSentences, sentencesAcross } from '../../src/text/sentences.ts'

describe('findSentences', () => {
  it.each([
    ['甲。乙！丙？', ['甲。', '乙！', '丙？']],
    ['他说：“好。很好。”大家笑了。完。', ['他说：“好。很好。”', '大家笑了。', '完。']],
    ['开了会（见附件。第二页）再走。完', ['开了会（见附件。第二页）再走。', '完']],
    ['一句“没有收尾。又一句。', ['一句“没有收尾。', '又一句。']],
    ['增长8.5%；完成3项，分别是甲、乙。', ['增长8.5%；完成3项，分别是甲、乙。']],
    ['甲；乙；丙。', ['甲；乙；丙。']],
    ['真的？！好。', ['真的？！', '好。']],
    ['第一行\n第二行', ['第一行', '第二行']],
    ['…', ['…']],
    [' 甲。 ', ['甲。']],
    ['', ['']],
    ['  ', ['  ']],
  ])('cuts %s', (text, sentences) => {
    expect(findSentences(text).map((range) => text.slice(...range))).toEqual(sentences)
  })

  it('loses nothing but white space, whatever the text', () => {
    const unit = fc.constantFrom('字', '。', '！', '“', '”', '（', '）', '，', ' ', '\n', '𠮷', '1', '.')
    fc.assert(
      fc.property(fc.string({ unit, minLength: 1, maxLength: 60 }), (text) => {
        const sentences = findSentences(text)
        const kept = sentences.map((range) => text.slice(...range)).join('')
        expect(kept.replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
        for (const [at, [start]] of sentences.entries()) {
          expect(start).toBeGreaterThanOrEqual(sentences[at - 1]?.[1] ?? 0)
        }
      }),
    )
  })
})

describe('sentencesAcross', () => {
  it.each([
    ['within one', [1, 2], [0, 0]],
    ['up to the end of one', [0, 3], [0, 0]],
    ['over two', [2, 5], [0, 1]],
    ['behind the last', [9, 12], [1, 1]],
  ] as const)('%s', (_, run, numbers) => {
    expect(sentencesAcross('甲乙。丙丁。', run)).toEqual(numbers)
  })
})
