/** A draft beside its verdicts: every character of it once, each sentence with its note. */
import { expect, it } from 'vitest'
import { countVerdicts, reviewDraft } from '../../src/export/draft-review.ts'
import type { SentenceVerdict } from '../../src/quote/verify-text.ts'
import { textsIn } from '../../src/web/texts.ts'

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
