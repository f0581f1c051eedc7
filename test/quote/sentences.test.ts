/** Where the sentences of a text begin and end. */
import { describe, expect, it } from 'vitest'
import { splitSentences } from '../../src/quote/sentences.ts'

function split(text: string): string[] {
  return splitSentences(text).map((sentence) => {
    expect(text.slice(sentence.start, sentence.end)).toBe(sentence.text)
    return sentence.text
  })
}

describe('splitSentences', () => {
  it.each<[string, readonly string[]]>([
    ['甲。乙！丙？丁!戊?己', ['甲。', '乙！', '丙？', '丁!', '戊?', '己']],
    ['甲；乙，丙。', ['甲；乙，丙。']],
    ['甲\n乙\n\n丙', ['甲', '乙', '丙']],
    ['甲。\n乙。', ['甲。', '乙。']],
    ['甲！！！乙', ['甲！！！', '乙']],
    ['甲。[12]乙', ['甲。[12]', '乙']],
    ['甲。［3］乙', ['甲。［3］', '乙']],
    ['甲。[1234]乙', ['甲。', '[1234]乙']],
    ['“甲。”乙。', ['“甲。”', '乙。']],
    ['他说“甲。乙”。丙', ['他说“甲。乙”。', '丙']],
    ['「甲。乙」丙。', ['「甲。乙」丙。']],
    ['『甲。乙』丙。', ['『甲。乙』丙。']],
    ['（甲。乙）丙。', ['（甲。乙）丙。']],
    ['(甲。乙)丙。', ['(甲。乙)丙。']],
    ['“甲。\n乙”丙。', ['“甲。', '乙”丙。']],
    ['“甲。乙', ['“甲。', '乙']],
    ['', []],
    ['。！', []],
    ['甲。——。乙', ['甲。', '乙']],
  ])('cuts %j', (text, sentences) => {
    expect(split(text)).toEqual(sentences)
  })

  it.each(['1.', '2、', '3．', '12）', '4)', '（3）', '(3)', '①', '- ', '* ', '• ', '> ', '>>', '  '])(
    'leaves the mark of an item out: %j',
    (mark) => {
      expect(split(`甲。\n${mark}乙。`)).toEqual(['甲。', '乙。'])
    },
  )

  it.each(['1.5亿元。', '-5%。', '2023年。'])('takes no figure for such a mark: %s', (text) => {
    expect(split(text)).toEqual([text])
  })

  it('looks for the end of a pair within six hundred characters', () => {
    const quoted = (length: number): string => `“甲。${'乙'.repeat(length - 3)}”`
    expect(split(quoted(600))).toHaveLength(1)
    expect(split(quoted(601))).toHaveLength(2)
  })
})
