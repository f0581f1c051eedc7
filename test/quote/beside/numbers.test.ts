/** Which number of a report a claim's may be. */
import { expect, it } from 'vitest'
import { agreementOf, readNumbers } from '../../../src/quote/beside/numbers.ts'

it.each([
  ['造林3万亩', '造林30000亩', 'same'],
  ['奖牌25块', '奖牌25枚', 'same'],
  ['占201%', '占201%', 'same'],
  ['超过200%', '完成201.49%', 'implied'],
  ['近800公里', '796公里', 'implied'],
  ['约1420亿元', '1420亿元', 'same'],
  ['是2010年的2.5倍', '比2010年增加1.5倍', 'same'],
  ['造林3万亩', '造林3.1万亩', null],
  ['超过40万人次', '近40万人次', null],
  ['322人', '322户', null],
  ['1100万元', '1100万美元', null],
  ['压到69%', '压减69%', null],
  ['增长8%', '下降8%', null],
  ['9%', '9%以上', null],
])('%s, where it prints %s: %s', (said, told, agreement) => {
  const [one, two] = [said, told].map((text) => readNumbers(text, [])[0])
  if (one === undefined || two === undefined) throw new Error('no number')
  expect(agreementOf(one, two, true)).toBe(agreement)
})
