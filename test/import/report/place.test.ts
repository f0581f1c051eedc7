/** Names of places among other words. */
import { describe, expect, it } from 'vitest'
import { completePlace, isLikelyName, isPlaceName, levelOf } from '../../../src/import/report/place.ts'

describe('a name', () => {
  it.each([
    ['新疆', '新疆维吾尔自治区', '自治区'],
    ['广西', '广西壮族自治区', '自治区'],
    ['云南', '云南省', '省'],
    ['重庆', '重庆市', '市'],
    ['云岭', '云岭', ''],
    ['国务院', '国务院', '国'],
    ['伊犁州', '伊犁州', '州'],
    ['阿里地区', '阿里地区', '州'],
    ['兴安盟', '兴安盟', '州'],
    ['青禾自治县', '青禾自治县', '县'],
    ['额济纳旗', '额济纳旗', '县'],
    ['东湖区', '东湖区', '区'],
    ['云山市', '云山市', '市'],
    ['青石镇', '青石镇', '乡'],
    ['青石乡', '青石乡', '乡'],
  ])('%s in full is %s, of the level %j', (name, full, level) => {
    expect(completePlace(name)).toBe(full)
    expect(levelOf(completePlace(name))).toBe(level)
  })

  it.each([
    ['云岭县', true],
    ['单县', true],
    ['新疆', true],
    ['河北', true],
    ['上海', true],
    ['国务院', true],
    ['云岭', false],
    ['全县', false],
    ['我市', false],
    ['中国市', false],
    ['县人民政府市', false],
    ['为了云岭县', false],
    [`${'云'.repeat(15)}县`, true],
    [`${'云'.repeat(16)}县`, false],
  ])('%s is one: %s', (name, isOne) => {
    expect(isPlaceName(name)).toBe(isOne)
  })

  it.each([
    ['云岭县', true],
    ['建设县', false],
    ['重点区', false],
    ['云岭', false],
  ])('%s is likely one: %s', (name, isOne) => {
    expect(isLikelyName(name)).toBe(isOne)
  })
})
