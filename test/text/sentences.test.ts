import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  afterMark,
  beforeMark,
  findSentences,
  sentenceAround,
  sentencesAcross,
} from '../../src/text/sentences.ts'

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

it('is the place behind the last mark before another place, and 0 without one', () => {
  const text = fc.string({ unit: fc.constantFrom('山', '。', '，', '；'), minLength: 1, maxLength: 12 })
  fc.assert(
    fc.property(text, fc.constantFrom('。', '。；', '，。；'), fc.nat(), (given, marks, place) => {
      const end = 1 + (place % given.length)
      const before = [...given.slice(0, end)].findLastIndex((character) => marks.includes(character))
      expect(afterMark(given, marks, end)).toBe(before + 1)
    }),
  )
})

it('is the beginning where nothing stands before the place, and the end of the text where the place lies beyond', () => {
  expect(['。山', '山'].map((text) => afterMark(text, '。', 0))).toEqual([0, 0])
  expect(afterMark('。山', '。', -1)).toBe(0)
  expect(afterMark('山。', '。', 9)).toBe(2)
})

it.each([
  ['一、二。三', '、。', 0, 1],
  ['一、二。三', '、。', 1, 1],
  ['一、二。三', '、。', 2, 3],
  ['一、二。三', '、。', 4, 5],
  ['', '、', 0, 0],
])('in %s the first of %s from %i on stands at %i, or the text ends there', (text, marks, start, at) => {
  expect(beforeMark(text, marks, start)).toBe(at)
})

it.each([
  ['甲。乙，丙；丁', 3, 4, '乙，丙'],
  ['甲;乙', 0, 1, '甲'],
  ['甲;乙', 2, 3, '乙'],
  ['甲乙', 0, 2, '甲乙'],
])('takes from %s what stands between two stops around %i to %i: %s', (text, start, end, sentence) => {
  expect(sentenceAround(text, start, end)).toBe(sentence)
})
