/** Whether a figure is of the name that a claim speaks of. */
import { describe, expect, it } from 'vitest'
import {
  isCommon,
  isIncrement,
  isOfSize,
  isOnlyTotal,
  isOthersOwn,
  isToldBefore,
  isTotal,
  sameNameAs,
  saysOfWhom,
} from '../../../src/quote/claims/same-name.ts'
import { claimOf, figureOf, figuresOf } from './small-claims.ts'

const lastOf = async (text: string) => {
  const stated = (await figuresOf(text)).at(-1)
  if (stated === undefined) throw new Error(`no figure in ${text}`)
  return stated
}
/** A claim's figure by name alone. */
const named = (indicator: string, quote = indicator) => ({
  ...claimOf('2023年旅游收入3亿元').figure,
  indicator,
  name: indicator,
  quote,
})
const statedAs = async (indicator: string, quote = indicator) => {
  const stated = await figureOf('旅游收入3亿元。')
  return { ...stated, figure: { ...stated.figure, indicator, name: indicator, quote } }
}

describe('one name', () => {
  it.each([
    ['旅游收入', '旅游收入', true],
    ['旅游收入', '粮食产量', false],
    ['户厕改造', '改造户厕', true],
    ['茶园面积', '全县茶园面积', true],
    ['茶园扩面', '茶园', false],
    ['粗钢产量', '“两钢”全年粗钢产量', false],
    ['两钢粗钢产量', '“两钢”全年粗钢产量', true],
    ['汽车销量', '汽车销售量', true],
    ['装备制造业增加值', '装备制造业', true],
    ['青石水库投资', '白石水库投资', false],
    ['企业产值', '规上企业产值', false],
    ['国家级众创空间', '众创空间', false],
    ['人均地区生产总值', '地区生产总值', false],
    ['茶园面积', '果园面积', false],
    ['茶园面积', '茶园产量', false],
  ])('is that of %s and %s: %s', async (said, own, isOne) => {
    expect(sameNameAs(named(said))(await statedAs(own))).toBe(isOne)
  })
})

describe('a name', () => {
  it.each([
    ['新增市场主体', true],
    ['市场主体', false],
    ['新增就业', true],
    ['城镇新增就业', false],
  ])('%s counts what was added: %s', (name, is) => {
    expect(isIncrement(name)).toBe(is)
  })

  it.each([
    ['投资', true],
    ['总投资', true],
    ['产值', true],
    ['利税', true],
    ['旅游收入', false],
    ['固定资产投资', false],
    ['收入', true],
  ])('%s is one that everyone has: %s', (name, is) => {
    expect(isCommon(name)).toBe(is)
  })

  it.each([
    ['规上', true, true],
    ['限额以上', true, true],
    ['外国', true, false],
    ['新建', false, false],
    ['', false, false],
  ])('that begins with %s says of whom: %s, and of what size: %s', (beginning, isOfWhom, isSize) => {
    expect(saysOfWhom(beginning)).toBe(isOfWhom)
    expect(isOfSize(beginning)).toBe(isSize)
  })

  it.each([
    ['高标准农田达73万亩', true],
    ['市场主体总数25家', true],
    ['高标准农田73万亩', false],
  ])('%s tells of all there is: %s', async (quote, is) => {
    expect(isTotal(await statedAs('高标准农田', quote))).toBe(is)
    expect(isOnlyTotal(await statedAs('高标准农田', quote), named('新建高标准农田'))).toBe(is)
    expect(isOnlyTotal(await statedAs('新建高标准农田', quote), named('新建高标准农田'))).toBe(false)
    expect(isOnlyTotal(await statedAs('高标准农田', quote), named('高标准农田'))).toBe(false)
  })
})

describe('whose a figure is', () => {
  it.each([
    ['金穗', '金穗酒业，实现利税5亿元。', true],
    ['金穗', '实现利税5亿元，金穗酒业。', false],
    ['穗', '金穗酒业，实现利税5亿元。', false],
    ['金穗', '金穗酒业再上新水平。预计完成利税5亿元。', false],
    ['金穗', '金穗酒业有3家分店。预计完成利税5亿元。', false],
  ])('%s is told before it: %s %s', async (owner, text, is) => {
    const stated = await lastOf(text)
    expect(isToldBefore(owner, stated)).toBe(is)
  })

  it.each([
    ['实现产值5亿元。', false],
    ['全县实现产值5亿元。', false],
    ['全县企业产值5亿元。', false],
    ['旅游收入5亿元。', false],
    ['东湖产业园设施完善，实现旅游收入5亿元。', true],
    ['设施进一步完善，实现旅游收入5亿元。', false],
  ])('%s is somebody else’s: %s', async (text, is) => {
    const stated = await lastOf(text)
    expect(isOthersOwn({ ...stated, figure: { ...stated.figure, subject: null } })).toBe(is)
  })
})
