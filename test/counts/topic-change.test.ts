import { describe, expect, it } from 'vitest'
import { makeTopicTest } from '../../src/counts/topic-change.ts'
import { sentence } from './made-sentence.ts'

/** Whether the two are of another topic in reports that say each other's topics, too. */
function isOther(a: string, b: string, alsoInA = '', alsoInB = ''): boolean {
  const [one, other] = [sentence(a), sentence(b)]
  return makeTopicTest([one, sentence(alsoInA)], [other, sentence(alsoInB)])(one, other)
}

describe('another topic', () => {
  it.each([
    ['开展文物普查工作', '开展农业普查工作', '农业', '文物', true],
    ['开展文物普查工作', '开展农业普查工作', '', '文物', false],
    ['开展文物普查工作', '开展农业普查工作', '农业', '', false],
    // Of one character, of seven, and of a word of doing.
    ['开展山区普查工作', '开展水区普查工作', '水区', '山区', false],
    ['开展甲乙丙丁戊己普查工作', '开展子丑寅卯辰巳普查工作', '子丑寅卯辰巳', '甲乙丙丁戊己', true],
    ['开展甲乙丙丁戊己庚普查工作', '开展子丑寅卯辰巳午普查工作', '子丑寅卯辰巳午', '甲乙丙丁戊己庚', false],
    ['认真推进普查工作', '认真加快普查工作', '加快', '推进', false],
    // Not between two characters on either side.
    ['展文物普查工作', '展农业普查工作', '农业', '文物', false],
    ['开展文物普', '开展农业普', '农业', '文物', false],
    ['开展文物普查', '开展农业普查', '农业', '文物', true],
    ['，展文物普查', '，展农业普查', '农业', '文物', false],
    ['开展文物普查，修路种树', '开展农业普查，修渠种树', '农业', '文物', true],
    ['开展普查工作', '开展农业普查工作', '农业', '', false],
  ])('%s, %s, with %s and %s elsewhere: %s', (a, b, alsoInA, alsoInB, expected) => {
    expect(isOther(a, b, alsoInA, alsoInB)).toBe(expected)
  })

  it.each([
    [22, 22, true],
    [23, 22, false],
    [22, 23, false],
  ])('is looked for in sentences of thirty characters: %i and %i around it', (ofA, ofB, expected) => {
    const around = (count: number): string => '一二三四五六七八九十'.repeat(3).slice(0, count)
    expect(isOther(`${around(ofA)}开展文物普查工作`, `${around(ofB)}开展农业普查工作`, '农业', '文物')).toBe(
      expected,
    )
  })
})
