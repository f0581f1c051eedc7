import { expect, it } from 'vitest'
import { restoreCharacter, restoreRadicals } from '../../src/text/radicals.ts'

it.each([
  ['⼀⽅', '一方', 2],
  ['⻓江', '长江', 1],
  ['农⼾', '农户', 1],
  ['\uf90a融', '金融', 1],
  ['长江', '长江', 0],
  ['Ａ㎡', 'Ａ㎡', 0],
  ['⺀', '⺀', 0],
  ['\ufacf', '\ufacf', 0],
])('restores %s as %s, with %i characters changed, each of one length', (given, text, count) => {
  expect(restoreRadicals(given)).toEqual({ text, count })
})

it('restores a character alone, whatever its length', () => {
  expect(restoreCharacter('\ufacf')).toBe('\u{2284a}')
  expect(restoreCharacter('㎡')).toBe('㎡')
})
