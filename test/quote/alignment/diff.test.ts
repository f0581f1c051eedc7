/** Where a quote in other words stands in a text, and what differs. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isSimilar } from '../../../src/quote/alignment/compare.ts'
import { diffQuote, mostSimilar } from '../../../src/quote/alignment/diff.ts'
import { readQuote } from '../../../src/quote/alignment/exact.ts'
import { unitText } from '../../../src/quote/alignment/units.ts'

const diff = (typed: string, printed: string) => diffQuote(readQuote(unitText(typed)), unitText(printed))
/** 同[-printed-]{+typed+}, with what the quote stands for between bars. */
const show = (typed: string, printed: string): string => {
  const found = diff(typed, printed)
  return (found?.parts ?? [])
    .map(({ kind, text }) => (kind === 'missing' ? `[-${text}-]` : kind === 'added' ? `{+${text}+}` : text))
    .join('')
}

describe('diffQuote', () => {
  it.each([
    ['全县粮食丰收', '今年全县粮食丰收，大家高兴', '全县粮食丰收'],
    ['全县粮食歉收', '今年全县粮食丰收，大家高兴', '全县粮食[-丰-]{+歉+}收'],
    ['。全县粮食歉收，', '今年。全县粮食丰收，大家高兴', '。全县粮食[-丰-]{+歉+}收，'],
    ['，、全县粮食歉收、，', '大家，、全县粮食丰收、，吧', '，、全县粮食[-丰-]{+歉+}收、，'],
    ['今日全县粮食丰收', '去年，今年全县粮食丰收', '今[-年-]{+日+}全县粮食丰收'],
    ['全县粮食丰登了', '全县粮食丰收。大家', '全县粮食丰[-收-]{+登了+}'],
  ])('of %s in %s is %s', (typed, printed, shown) => {
    expect(show(typed, printed)).toBe(shown)
  })

  it('takes up to four wrong characters at an end for as many of the text, and more for foreign ones', () => {
    const text = '甲乙丙丁戊己全县粮食丰收'
    expect(show('子丑寅卯全县粮食丰收', text)).toBe('[-丙丁戊己-]{+子丑寅卯+}全县粮食丰收')
    expect(show('子丑寅卯辰全县粮食丰收', text)).toBe('{+子丑寅卯辰+}全县粮食丰收')
    expect(show('全县粮食丰收子丑寅卯', '全县粮食丰收甲乙丙丁戊己')).toBe(
      '全县粮食丰收[-甲乙丙丁-]{+子丑寅卯+}',
    )
    expect(show('全县粮食丰收子丑寅卯辰', '全县粮食丰收甲乙丙丁戊己')).toBe('全县粮食丰收{+子丑寅卯辰+}')
  })

  it('lacks nothing behind the end of a sentence, nor before it', () => {
    for (const mark of ['。', '！', '？', '；']) {
      expect(show('全县粮食丰收了吧', `全县粮食丰收${mark}大家`)).toBe('全县粮食丰收{+了吧+}')
      expect(show('啊呀全县粮食丰收', `大家${mark}全县粮食丰收`)).toBe('{+啊呀+}全县粮食丰收')
    }
    expect(show('全县粮食丰收了吧', '全县粮食丰收大家')).toBe('全县粮食丰收[-大家-]{+了吧+}')
  })

  it('takes a wrong stop for a stop, and no word for one', () => {
    expect(show('全县粮食丰收；农民', '全县粮食丰收，农户')).toBe('全县粮食丰收[-，-]{+；+}农[-户-]{+民+}')
    expect(show('全县粮食丰收了', '全县粮食丰收，农户')).toBe('全县粮食丰收{+了+}')
  })

  it('keeps a figure whole at an end', () => {
    expect(show('17097万元收入', '达10797万元收入')).toBe('[-10797-]{+17097+}万元收入')
    expect(show('全县收入达170', '全县收入达10797万元')).toBe('全县收入达[-10797-]{+170+}')
  })

  it('finds the parts one behind the other, and tells how alike all of it is', () => {
    const found = diff('全县粮食丰收……农民高兴', '全县粮食丰收，路修好了，农户高兴')
    expect(found?.runs).toHaveLength(2)
    expect(found?.parts.some(({ kind }) => kind === 'cut')).toBe(true)
    expect(found?.similarity).toBeCloseTo(18 / 20)
    expect(found?.onlyPunctuation).toBe(false)
    expect(diff('全县粮食，丰收', '全县粮食、丰收')?.onlyPunctuation).toBe(true)
    expect(diff('甲乙丙', '子丑寅')).toBeNull()
  })
})

describe('likeness', () => {
  it('is told by the share of characters and figures that are the same', () => {
    const quote = readQuote(unitText('全县粮食丰收增产'))
    expect(isSimilar(quote, '全县粮食丰收增产', 1)).toBe(true)
    expect(isSimilar(quote, '全县粮食歉收增产', 14 / 16)).toBe(true)
    expect(isSimilar(quote, '全县粮食歉收增产', 14 / 16 + 0.01)).toBe(false)
  })

  it('is never more than what is said of it at most', () => {
    const texts = fc
      .array(fc.constantFrom(...'全年接待游客，。5.%ab 了'), { minLength: 1, maxLength: 16 })
      .map((all) => all.join(''))
    fc.assert(
      fc.property(texts, texts, (typed, printed) => {
        const [quote, text] = [readQuote(unitText(typed)), unitText(printed)]
        fc.pre(quote.parts.length > 0)
        expect(mostSimilar(quote, text)).toBeGreaterThanOrEqual(
          (diffQuote(quote, text)?.similarity ?? 0) - 1e-9,
        )
      }),
      { numRuns: 400 },
    )
  })

  it('is at most as much as the text has of the quote’s characters', () => {
    const most = (typed: string, printed: string): number =>
      mostSimilar(readQuote(unitText(typed)), unitText(printed))
    expect(most('全县粮食', '全县粮食丰收')).toBe(1)
    expect(most('全县粮食', '全县道路')).toBeCloseTo(4 / 6)
    expect(most('全县粮食', '山水')).toBe(0)
    expect(most('全全全全', '全')).toBeCloseTo(2 / 5)
  })
})
