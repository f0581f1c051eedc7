/** Whose the figures of a clause are. */
import { describe, expect, it } from 'vitest'
import { isOfPlace, isWithoutOwner, opensWithSite, readOwner, readTopic } from '../../src/figures/owner.ts'

const OWN = ['青山县', '青山']

describe('who opens a clause', () => {
  it.each<[string, readonly string[]]>([
    ['生产建设兵团综合实力增强', ['生产建设兵团']],
    ['东湖、西湖开发区规划获批', ['东湖开发区', '西湖开发区']],
    ['东湖和西湖高新区规划获批', ['东湖高新区', '西湖高新区']],
    ['产业集聚区不断壮大', ['产业集聚区']],
    ['产业集聚区建设加快', []],
    ['加快开发区改革', []],
    ['引进企业的开发区', []],
    ['3个开发区', []],
    ['在开发区', []],
    ['各开发区', []],
    ['我们大力发展经济', []],
    [`${'长'.repeat(21)}开发区获批`, [`${'长'.repeat(21)}开发区`]],
    [`${'长'.repeat(25)}开发区获批`, []],
  ])('%s is of %j', (clause, names) => {
    expect(readTopic(clause)).toEqual(names)
  })
})

describe('who did what a clause tells', () => {
  it.each<[string, string | null]>([
    ['开发区完成财政收入47亿元', '开发区'],
    ['去年东湖园区实现产值5亿元', '东湖园区'],
    ['2021年,东湖园区预计上缴税收5亿元', '东湖园区'],
    ['一是能源集团达到产值5亿元', '能源集团'],
    ['能源公司已完成投资5亿元', '能源公司'],
    ['开发区完成5亿元', null],
    ['开发区的企业完成产值5亿元', null],
    ['推进开发区完成产值5亿元', null],
    ['全县完成财政收入47亿元', null],
    [`${'长'.repeat(14)}公司完成产值5亿元`, `${'长'.repeat(14)}公司`],
    [`${'长'.repeat(15)}公司完成产值5亿元`, null],
  ])('%s: %s', (clause, owner) => {
    expect(readOwner(clause)).toBe(owner)
  })
})

describe('a clause', () => {
  it.each([
    ['全县完成税收', true],
    ['我县完成税收', true],
    ['占全县的59%', false],
    ['青山完成税收', true],
    ['青山开发区完成税收', false],
    ['青山县经济开发区完成税收', false],
    ['青山县农业和旅游业的发展都比开发区好', true],
    ['白石完成税收', false],
  ])('%s turns back to the place of the report: %j', (clause, isOurs) => {
    expect(isOfPlace(clause, OWN)).toBe(isOurs)
  })

  it.each([
    ['汽车产业基地引进企业6家', true],
    ['产业基地引进企业6家', false],
    ['其中汽车产业基地引进企业6家', true],
    ['能源集团增资', true],
    ['园区建设加快', false],
    ['近零碳园区建设加快', false],
    ['东湖新中心展现新面貌', true],
    ['东湖新城展现新面貌', true],
    ['中心城区展现新面貌', false],
    ['开发区收入增长65.8%', true],
    ['开发区建设提速', false],
    ['开展近零碳园区试点17个', false],
    ['推进园区升级', false],
    ['全县引进企业6家', false],
    [`${'长'.repeat(14)}集团增资`, true],
    [`${'长'.repeat(15)}集团增资`, false],
  ])('%s opens with a base, park or firm: %j', (clause, isSite) => {
    expect(opensWithSite(clause)).toBe(isSite)
  })

  it.each([
    ['完成产值5亿元', true],
    ['全年预计实现税收5亿元', true],
    ['企业完成产值5亿元', false],
    ['完成5亿元', false],
  ])('%s names nobody: %j', (clause, isBare) => {
    expect(isWithoutOwner(clause)).toBe(isBare)
  })
})
