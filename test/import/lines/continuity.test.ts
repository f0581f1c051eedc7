/** How well a line goes on in another. */
import { describe, expect, it } from 'vitest'
import { measureContinuity } from '../../../src/import/lines/continuity.ts'

describe('measureContinuity', () => {
  const continuity = measureContinuity([
    '甲乙甲乙甲乙甲乙',
    '丙丁丙丁丙丁丙丁',
    '戊己庚辛壬癸子丑寅卯辰巳午未',
  ])

  it('is the logarithm of how much oftener two characters meet than chance would have it', () => {
    // Of four pairs 甲乙 is one; 甲 stands behind another character once, and 乙 twice.
    const four = measureContinuity(['甲乙丙', '丙乙甲'])
    expect(four('…甲', '乙…')).toBeCloseTo(Math.log(1.1 / ((1 * 2) / 4 + 0.1)), 6)
    expect(four('…丙', '甲…')).toBeCloseTo(Math.max(-0.5, Math.log(0.1 / ((1 * 1) / 4 + 0.1))), 6)
    // Of what is not known nothing is expected.
    expect(four('…丁', '甲…')).toBe(0)
  })

  it('tells what belongs together from what does not', () => {
    expect(continuity('甲', '乙')).toBeGreaterThan(1)
    expect(continuity('子', '丑')).toBe(2)
    expect(continuity('乙', '丁')).toBe(-0.5)
  })

  it.each(['。', '！', '？', '!', '?'])('is 0 behind %s', (mark) => {
    expect(continuity(`甲${mark}`, '乙')).toBe(0)
  })

  it('is 0 beside nothing, and between two figures', () => {
    expect(continuity('', '乙')).toBe(0)
    expect(continuity('甲', '')).toBe(0)
    expect(continuity('甲1', '2乙')).toBe(0)
  })

  it('looks through white space at the ends, and counts figures alike', () => {
    expect(continuity('甲 ', '　乙')).toBe(continuity('甲', '乙'))
    const figures = measureContinuity(['完成112个', '完成9.5个', '全部都好'])
    expect(figures('达3', '个')).toBe(figures('达84', '个'))
    expect(figures('达3', '个')).toBeGreaterThan(0.5)
    expect(figures('达成', '7个')).toBeGreaterThan(0.5)
    expect(figures('达3', '好')).toBeLessThan(figures('达3', '个'))
  })
})
