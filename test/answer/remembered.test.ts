/** Which words that no report has are half remembered, and which are a term that none has. */
import { expect, it } from 'vitest'
import { isHalfRemembered, lacksMarks, mayBeRemembered } from '../../src/answer/quote-hits.ts'
import type { Mentions } from '../../src/counts/mentions.ts'
import type { DiffPart } from '../../src/quote/alignment/align.ts'
import type { QuoteCheck } from '../../src/quote/check.ts'

const mentions = (phrase: string, isQuoted: boolean, total: number): Mentions =>
  ({ count: { total }, question: { phrase, isQuoted } }) as unknown as Mentions

it.each<[string, boolean, number, boolean]>([
  ['路虽远行则将至', true, 0, false], // seven characters are a term
  ['路虽远行则必将至', true, 0, true],
  ['路虽远，行则必将至', true, 0, true],
  ['路虽远，行则将至', true, 0, false], // marks are none
  ['路虽远行则必将至', true, 1, false], // a report says it
  ['路虽远行则必将至', false, 0, false], // without marks around it eight are a term, too
  ['路虽远，行则必将至', false, 0, true], // unless one stands within
  ['路虽远 行则必将至', false, 0, true],
  ['路虽远行则必将至。', false, 0, false],
  ['路虽很远行则必将至', false, 0, false],
  ['路虽很远行则必将至也', false, 0, true], // ten are no term
])('%s (in marks: %s, said %d times) is half remembered: %s', (phrase, isQuoted, total, is) => {
  expect(isHalfRemembered(mentions(phrase, isQuoted, total))).toBe(is)
})

it.each<[string, number, boolean]>([
  ['路远行将至', 0, false],
  ['路远，行将至', 0, false],
  ['路远行则将至', 0, true],
  ['路远行则将至', 1, false],
])('%s, said %d times, may be remembered: %s', (phrase, total, may) => {
  expect(mayBeRemembered(mentions(phrase, false, total))).toBe(may)
})

it.each<[string, DiffPart[], boolean]>([
  ['a mark left out', [{ kind: 'missing', text: '，' }], true],
  [
    'another mark',
    [
      { kind: 'missing', text: '，' },
      { kind: 'added', text: '。' },
    ],
    true,
  ],
  ['a word left out', [{ kind: 'missing', text: '必' }], false],
  ['a word put in', [{ kind: 'added', text: '必' }], false],
])('lacks marks alone where it has %s: %j', (_what, parts, lacks) => {
  const [before, behind] = ['路虽远', '行则将至'].map((text): DiffPart => ({ kind: 'same', text }))
  const diff = [before, ...parts, behind]
  expect(lacksMarks({ kind: 'differs', diff } as unknown as QuoteCheck)).toBe(lacks)
  expect(lacksMarks({ kind: 'verbatim', diff } as unknown as QuoteCheck)).toBe(false)
})

it('lacks no marks where nothing is quoted', () => expect(lacksMarks(null)).toBe(false))
