/** Which quantity a question asks for, and whether a sentence states such a one. */
import { describe, expect, it } from 'vitest'
import {
  type AskedQuantity,
  namesRate,
  readQuantity,
  statesQuantity,
} from '../../../src/search/verdict/quantity.ts'

const states = (question: string, sentence: string, names: readonly string[] = []): boolean => {
  const asked = readQuantity(question, ['云岭县'])
  if (asked === null) throw new Error(`asks for no quantity: ${question}`)
  return statesQuantity(asked, sentence, names)
}

describe('a question', () => {
  it.each(['云岭县怎么样', '哪几个区', '医生工作怎么样？'])('asks for none: %s', (question) => {
    expect(readQuantity(question, [])).toBeNull()
  })

  it.each<[string, Partial<AskedQuantity>]>([
    ['云岭县粮食产量是多少', { noun: '粮食产量', isNamed: true, owner: '粮食', isOfPlace: false }],
    ['云岭县粮食产量有多少', { noun: '粮食产量', isNamed: false }],
    ['2023年有多少名医生？', { noun: '医生', isTotal: true, isNamed: false }],
    ['多少名医生', { noun: '医生', isTotal: false }],
    ['有多少个标准化厂房', { noun: '标准化厂房', isTotal: false }],
    ['云岭县城南片区老街有多少个村委会', { noun: '村委会', isTotal: false }],
    ['教师人数', { noun: '教师人数', isTotal: true }],
    ['培训教师人数', { isTotal: false }],
    ['云岭县面积', { noun: '面积', isOfPlace: true }],
    ['云岭县绿化面积', { isOfPlace: false, owner: '绿化' }],
    ['云岭县老城 面积', { isOfPlace: false }],
    ['义务教育巩固率是多少', { rate: '巩固率' }],
    ['民生支出占比', { rate: '民生支出' }],
  ])('asks for it: %s: %j', (question, expected) => {
    expect(readQuantity(question, ['云岭县'])).toMatchObject(expected)
  })
})

describe('a sentence', () => {
  it.each([
    // The unit is that of what is asked for.
    ['隧道多长', '隧道全长3.5公里', true],
    ['隧道多长', '隧道投资3.5亿元', false],
    ['入学率有多高', '入学率达到99%', true, ['入学率']],
    ['工资多少', '工资达到3000元', true],
    ['投入多少钱', '投入1,200余万元', true],
    ['投入多少钱', '投入1200人', false],
    ['多少名医生', '引进医生30名', true],
    // Of a name the clause that has it tells, or the one behind it.
    ['粮食产量多少', '粮食总产达到，12.5万吨', true, ['粮食']],
    ['粮食产量多少', '粮食净增5600吨', false, ['粮食']],
    ['粮食产量多少', '粮食丰收，农民增收，棉花总产3万吨', false, ['粮食']],
    ['粮食产量多少', '总产12万吨', false, ['粮食']],
    ['马产业产值多少', '马产业稳步发展，产值3亿元', true, ['马产业']],
    ['马产业产值多少', '总产值3亿元', false, ['马产业']],
    ['多少名医生', '引进30名', true, ['医生']],
    // All that there are, and not those that came.
    ['有多少名医生', '全县现有医生300名', true, ['医生']],
    ['有多少名医生', '引进医生300名', false, ['医生']],
    ['有多少名医生', '现有护士300名', false, ['医生']],
    // A rate is that which is named, in its clause or in one that goes on with it.
    ['义务教育巩固率是多少', '义务教育巩固率95%', true, ['巩固率']],
    ['义务教育巩固率是多少', '参保率95%，巩固率提高', false, ['巩固率']],
    ['义务教育巩固率是多少', '95%的参保率，巩固率上升', false, ['巩固率']],
    ['义务教育巩固率是多少', '参保率达95%', false, ['巩固率']],
    ['义务教育巩固率是多少', '巩固率稳步提升，达到95%', true, ['巩固率']],
    ['义务教育巩固率是多少', '巩固率稳步提升，参保95%', false, ['巩固率']],
    ['义务教育巩固率是多少', '巩固率居第3，达到95%', false, ['巩固率']],
    ['民生支出占比', '将78%的财力用于民生支出', true, ['民生支出']],
    // The place's own area or population.
    ['云岭县面积', '国土面积3500平方公里', true],
    ['云岭县面积', '绿化面积3500亩', false],
    ['云岭县人口', '常住人口30.5万人', true],
    ['云岭县人口', '农村劳动人口3万人', false],
    ['云岭县人口', '全县人口持续稳定增长并且总体上结构不断优化3万人', false],
  ])('%s: %s: %s', (question, sentence, isStated, names: readonly string[] = []) => {
    expect(states(question, sentence, names)).toBe(isStated)
  })
})

it.each([
  ['入学率', true],
  ['群众满意度', true],
  ['占比', true],
  ['效率', false],
  ['汇率', false],
  ['面积', false],
])('%s names a rate: %s', (word, isRate) => {
  expect(namesRate(word)).toBe(isRate)
})
