import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { diffQuote, mostSimilar } from '../../src/quote/alignment/diff.ts'
import { readQuote } from '../../src/quote/alignment/exact.ts'
import { unitText } from '../../src/quote/alignment/units.ts'
import { joinUnits, unitsOf } from '../../src/quote/report-units.ts'

const unit = fc.constantFrom(
  '甲',
  '乙',
  '５',
  '5',
  '.',
  '…',
  '。',
  '—',
  '-',
  '“',
  '，',
  ' ',
  'a',
  '%',
  '°',
  '−',
)
const text = fc.string({ unit, maxLength: 12 })

function plain({ raw, keys, starts, ends }: ReturnType<typeof unitText>) {
  return { raw, keys, starts: [...Array.from(starts)], ends: [...Array.from(ends)] }
}

describe('the units of a report', () => {
  it('joined are those of the texts with line breaks between', () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 5 }), (texts) => {
        expect(plain(joinUnits(texts.map(unitsOf)))).toEqual(plain(unitText(texts.join('\n'))))
      }),
      { numRuns: 2_000 },
    )
  })

  it('are never more like a quote than the bound that is asked for first', () => {
    fc.assert(
      fc.property(text, text, (typed, printed) => {
        const quote = readQuote(unitText(typed))
        fc.pre(quote.parts.length > 0)
        const { similarity } = diffQuote(quote, unitText(printed)) ?? { similarity: 0 }
        expect(similarity).toBeLessThanOrEqual(mostSimilar(quote, unitText(printed)) + 1e-12)
      }),
      { numRuns: 2_000 },
    )
  })
})

it.each([
  ['5', '%', '5%'],
  ['5', '6', '56'],
  ['5', '甲', '5甲'],
  ['甲—', '—乙', '甲—乙'],
  ['甲—', '5', '甲—5'],
  ['甲。', '。乙', '甲…乙'],
  ['甲', '…乙', '甲…乙'],
  ['甲', '-5%', '甲-5%'],
  ['甲.', '5', '甲。5'],
  ['5.', '5', '5.5'],
  ['甲。', '乙', '甲。乙'],
  ['', '甲', '甲'],
  ['甲', '', '甲'],
])('%s and %s behind a line break are compared by the units %s', (before, after, keys) => {
  expect(joinUnits([before, after].map(unitsOf)).keys).toBe(keys)
  expect(joinUnits(['丙', before, after].map(unitsOf)).keys).toBe(`丙${keys}`)
})
