import { describe, expect, it } from 'vitest'
import { commonUnit, inUnit } from '../../src/answer/figures/same-unit.ts'
import { readChange, readValue } from '../../src/figures/quantity.ts'

describe('amounts', () => {
  it.each([
    ['56.4', '亿元', 5_640_000_000, '元'],
    ['9500', '万元', 95_000_000, '元'],
    ['1.2', '万亿元', 1_200_000_000_000, '元'],
    ['1920', '万美元', 19_200_000, '美元'],
    ['760', '万人次', 7_600_000, '人次'],
    ['5.5', '%', 5.5, '%'],
    ['15—20', '个', 17.5, ''],
    ['两百', '人', 200, '人'],
    ['3.2', '亿千瓦时', 320_000_000, '千瓦时'],
    ['3.2', '亿度', 320_000_000, '千瓦时'],
    ['120', '千米', 120, '公里'],
    ['500', '千克', 0.5, '吨'],
    ['8', '个百分点', 8, '个百分点'],
    ['8', '百分点', 8, '个百分点'],
    ['3', '成', 30, '%'],
    ['三点五', '亿元', 350_000_000, '元'],
    ['100', '块钱', 100, '元'],
  ])('reads %s%s', (value, unit, number, base) => {
    expect(readValue({ value, unit })).toEqual({ number: expect.closeTo(number, 6), unit: base })
  })

  it.each([
    ['+3.8%', 3.8, '%'],
    ['-10.4%', -10.4, '%'],
    ['+5.0—5.5%', 5.25, '%'],
    ['+6500吨', 6500, '吨'],
    ['-0.3个百分点', -0.3, '个百分点'],
  ])('reads a change of %s', (change, number, unit) => {
    expect(readChange({ change })).toEqual({ number: expect.closeTo(number, 6), unit })
  })

  it('are none without a number', () => {
    expect(readValue({ value: null, unit: null })).toBeNull()
    expect(readChange({ change: null })).toBeNull()
    expect(readValue({ value: '若干', unit: '个' })).toBeNull()
  })
})

describe('one unit for a column', () => {
  it('is the one that most are printed in, and never another currency', () => {
    const printed = [
      { value: '56.4', unit: '亿元' },
      { value: '30.4', unit: '亿元' },
      { value: '9529', unit: '万元' },
      { value: '1920', unit: '万美元' },
    ]
    expect([...commonUnit(printed)]).toEqual([['万元', '亿元']])
  })

  it.each([
    ['22015', '万元', '亿元', '2.2015'],
    ['9529', '万元', '亿元', '0.9529'],
    ['5', '万元', '亿元', '0.0005'],
    ['7.06', '亿元', '万元', '70600'],
    ['100', '亿元', '万元', '1000000'],
    ['15000—20000', '万元', '亿元', '1.5—2'],
  ])('moves the point of %s%s to %s and rounds nothing', (value, unit, wanted, moved) => {
    expect(inUnit({ value, unit }, wanted)).toBe(moved)
  })

  it('leaves alone what is another thing', () => {
    expect(inUnit({ value: '7.4', unit: '亿美元' }, '亿元')).toBeNull()
    expect(inUnit({ value: '十', unit: '万元' }, '亿元')).toBeNull()
  })
})
