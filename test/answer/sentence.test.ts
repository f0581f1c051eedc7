import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findSentences, pickSentence, takeSentences } from '../../src/answer/sentence.ts'
import type { Passage } from '../../src/corpus/report.ts'
import type { WeightedRange } from '../../src/search/rank/matches.ts'

const passageOf = (text: string, section: readonly string[] = []): Passage => ({
  id: 'a-2023_0123456789',
  report: 'a-2023',
  paragraph: 1,
  section,
  text,
  page: null,
})

/** Matches of these words, each a term of its own and of the same weight. */
function matchesOf(text: string, words: readonly string[]): WeightedRange[] {
  return words.flatMap((word, term) =>
    [...text.matchAll(new RegExp(word, 'gu'))].map(({ index }) => ({
      range: [index, index + word.length] as const,
      weight: 1,
      term,
    })),
  )
}

describe('findSentences', () => {
  it.each([
    ['甲。乙！丙？', ['甲。', '乙！', '丙？']],
    ['他说：“好。很好。”大家笑了。完。', ['他说：“好。很好。”', '大家笑了。', '完。']],
    ['开了会（见附件。第二页）再走。完', ['开了会（见附件。第二页）再走。', '完']],
    ['一句“没有收尾。又一句。', ['一句“没有收尾。', '又一句。']],
    ['增长8.5%；完成3项，分别是甲、乙。', ['增长8.5%；完成3项，分别是甲、乙。']],
    ['第一行\n第二行', ['第一行', '第二行']],
    ['…', ['…']],
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

describe('pickSentence', () => {
  it('picks the sentence with the most of the question, and marks the figure beside it', () => {
    const text = '农业稳步发展。接待游客90万人次，旅游收入56.4亿元，建成公路12公里。旅游宣传加强。'
    const { text: shown, highlights } = pickSentence(passageOf(text), matchesOf(text, ['旅游', '收入']))
    expect(shown).toBe('接待游客90万人次，旅游收入56.4亿元，建成公路12公里。')
    expect(highlights.map((range) => shown.slice(...range)).join()).toBe('旅游收入56.4亿元')
  })

  it('picks the one with a figure where a figure is asked for', () => {
    const text = '赛马事业红火，赛马声名远播。举办赛马149场次。'
    const matches = matchesOf(text, ['赛马'])
    expect(pickSentence(passageOf(text), matches, { wantsFigure: true }).text).toBe('举办赛马149场次。')
    expect(pickSentence(passageOf(text), matches).text).toBe('赛马事业红火，赛马声名远播。')
  })

  it('shows no lead alone: what follows says something of the topic', () => {
    const text = '——旅游业提质增效。新建景区3个。农业增产。'
    const { text: shown } = pickSentence(passageOf(text, ['旅游业提质增效']), matchesOf(text, ['旅游']))
    expect(shown).toBe('——旅游业提质增效。新建景区3个。')
  })

  it('takes a neighbour along that has what the best one lacks', () => {
    const text = '推行“先诊疗后付费”。群众看病不用先交押金。'
    expect(pickSentence(passageOf(text), matchesOf(text, ['诊疗', '押金'])).text).toBe(text)
  })

  it('shows the first sentence where nothing matches in the text', () => {
    expect(pickSentence(passageOf('甲。乙。'), []).text).toBe('甲。')
  })
})

describe('takeSentences', () => {
  it('gives a run of the passage, character for character, whatever the numbers', () => {
    const text = '甲。乙“丙。”丁。戊！己'
    fc.assert(
      fc.property(fc.nat(9), fc.nat(9), (first, last) => {
        const taken = takeSentences(passageOf(text), [], [first, last])
        expect(text.slice(...taken.range)).toBe(taken.text)
        expect(taken.first).toBeLessThanOrEqual(taken.last)
        expect(taken.last).toBeLessThan(taken.count)
      }),
    )
  })
})
