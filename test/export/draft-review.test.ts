/** A draft beside its verdicts: every character of it once, each sentence with its note. */
import { beforeAll, describe, expect, it } from 'vitest'
import { countVerdicts, reviewDraft } from '../../src/export/draft-review.ts'
import { type SentenceVerdict, verifyText } from '../../src/quote/verify-text.ts'
import type { Searcher } from '../../src/search/searcher.ts'
import { textsIn } from '../../src/web/texts.ts'
import { openSmallCorpus } from '../search/small-corpus.ts'

const TEXT = '云岭县报告如下\n\n粮食产量12万吨。旅游收入3亿元。\n  \n完'
const verdictOf = (words: string, supported: boolean | null): SentenceVerdict =>
  ({
    text: words,
    start: TEXT.indexOf(words),
    end: TEXT.indexOf(words) + words.length,
    supported,
    conflicts: [],
    claims: [],
    check: { kind: 'not-found', nearest: null },
    source: null,
  }) as unknown as SentenceVerdict
const VERDICTS = [
  verdictOf('粮食产量12万吨。', true),
  verdictOf('旅游收入3亿元。', false),
  verdictOf('完', null),
]
it('is laid out line by line, empty ones left out, a sentence at the end of its line too', () => {
  const { title, lines } = reviewDraft(TEXT, VERDICTS, textsIn('zh-hans'))
  expect(title).toBe('核对结果')
  expect(lines.map(({ pieces }) => pieces)).toEqual([
    [{ text: '云岭县报告如下', note: null, supported: null }],
    [
      { text: '粮食产量12万吨。', note: 1, supported: true },
      { text: '旅游收入3亿元。', note: 2, supported: false },
    ],
    [{ text: '完', note: 3, supported: null }],
  ])
  expect(lines.map(({ notes }) => notes.map(({ number }) => number))).toEqual([[], [1, 2], [3]])
  const told = lines.flatMap(({ notes }) => notes.map(({ lines: said }) => said))
  expect(told).toEqual([['✓ 一致'], ['✗ 不符'], ['? 找不到']])
})

it('counts what is right, wrong and missing', () => {
  expect(countVerdicts(VERDICTS)).toEqual({ count: 3, right: 1, wrong: 1, missing: 1 })
  expect(reviewDraft(TEXT, VERDICTS, textsIn('zh-hans')).summary).toBe('3 句：1 一致，1 不符，1 找不到')
})

it('keeps what stands before, between and behind the sentences with a verdict', () => {
  const text = '  一、粮食产量12万吨。（略）旅游收入3亿元。 '
  const at = (words: string, supported: boolean | null): SentenceVerdict => ({
    ...verdictOf(words, supported),
    start: text.indexOf(words),
    end: text.indexOf(words) + words.length,
  })
  const verdicts = [at('粮食产量12万吨。', true), at('旅游收入3亿元。', false)]
  const { lines } = reviewDraft(text, verdicts, textsIn('zh-hans'))
  expect(lines.flatMap(({ pieces }) => pieces).map(({ text: piece, note }) => [piece, note])).toEqual([
    ['  一、', null],
    ['粮食产量12万吨。', 1],
    ['（略）', null],
    ['旅游收入3亿元。', 2],
    [' ', null],
  ])
})

describe('a note', () => {
  let searcher: Searcher
  beforeAll(async () => {
    searcher = await openSmallCorpus()
  })
  /** A text is its key. */
  it.each([
    [
      'says of right figures in other words that they agree, and cites',
      '云岭县2022年旅游收入增长12%',
      true,
      ['draft-verdict-right', 'CITED'],
    ],
    [
      'begins with the figure that stands there instead of a wrong one',
      '云岭县2022年旅游收入增长13%',
      false,
      ['✗ claim-differs', 'CITED'],
    ],
    [
      'says of what stands nowhere that it is not found',
      '轨道交通二号线全线贯通运营。',
      null,
      ['draft-verdict-missing'],
    ],
  ])('%s', async (_, text, supported, expected) => {
    const { sentences } = await verifyText(searcher, text)
    const { lines } = reviewDraft(text, sentences, (key) => key)
    const [note] = lines.flatMap(({ notes }) => notes)
    expect(note?.supported).toBe(supported)
    const told = note?.lines.map((line) => (line.includes('政府工作报告') ? 'CITED' : line)) ?? []
    expect(told.map((line, at) => line.slice(0, expected[at]?.length))).toEqual(expected)
  })
})
