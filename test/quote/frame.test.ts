/** Which words of a text are quoted, and whose they are said to be. */
import { describe, expect, it } from 'vitest'
import { isAskedAbout, isRequest, longestQuotation, readAttribution, unframe } from '../../src/quote/frame.ts'
import { findSource } from '../../src/quote/source.ts'
import type { ReportSummary } from '../../src/search/backend.ts'

const REPORTS = [
  ['云岭县', '江一舟'],
  ['云山市东湖区', '高远'],
  ['云山市', '林小川'],
].map(([place, speaker]) => ({ id: place, place, speaker }) as unknown as ReportSummary)
const WORDS = '全年完成造林三万亩，改造渠道五十公里'

describe('the longest quotation', () => {
  it.each([
    ['他说“甲乙”和「丙丁戊」', '丙丁戊', '他说“甲乙”和', ''],
    ['“甲乙”和『丙』', '甲乙', '', '和『丙』'],
    ['"甲"', '甲', '', ''],
  ])('of %s is %s', (text, words, before, after) => {
    expect(longestQuotation(text)).toEqual({ words, before, after, isMarked: true })
  })

  it('is none without marks', () => {
    expect(longestQuotation('甲乙')).toBeNull()
    expect(longestQuotation('“”')).toBeNull()
  })
})

describe('words around a quotation', () => {
  it.each([
    ['', '', true],
    ['县长说', '', true],
    ['报告里', '是真的吗？', true],
    ['', '出自哪份报告', true],
    ['', '给我个引用', true],
    ['推动', '', false],
    ['', '是什么', false],
    ['县长说', '项目建设', false],
  ])('%j and %j only ask about it: %j', (before, after, is) => {
    expect(isAskedAbout({ words: '甲', before, after, isMarked: true })).toBe(is)
  })
})

describe('a request', () => {
  it.each([
    ['核对引文：甲', true],
    ['请帮我核实一下这句话：甲', true],
    ['原文:甲', true],
    ['这句话是谁说的：甲', true],
    ['下面的数字对不对：甲', true],
    ['帮我查句话：甲', true],
    ['求出处：甲', true],
    ['这句出自哪年报告：甲', true],
    ['查一下原文\n甲', true],
    ['今年的主要目标是：甲', false],
    ['甲，报告里是这么写的吧', true],
    ['甲。原话是不是这样说的？', true],
    ['甲乙丙', false],
    ['我们要核对：甲', false],
    ['核对甲', false],
  ])('%s: %j', (text, is) => {
    expect(isRequest(text)).toBe(is)
  })
})

describe('the readings of a text with a lead of its own', () => {
  const readings = (text: string): string[] =>
    unframe(text, REPORTS).map(({ before, words, after }) => [before, words, after].join('|'))

  it.each<[string, readonly string[]]>([
    [WORDS, []],
    [`云岭县：${WORDS}`, [`云岭县：|${WORDS}|`, `云岭|县：${WORDS}|`]],
    [`2023年，${WORDS}`, [`2023年，|${WORDS}|`]],
    [`二〇二三年${WORDS}`, [`二〇二三年|${WORDS}|`]],
    [`县长指出，${WORDS}`, [`县长指出，|${WORDS}|`]],
    [`核对：${WORDS}`, [`核对：|${WORDS}|`]],
    [`1、${WORDS}`, [`1、|${WORDS}|`]],
    [`（3）${WORDS}`, [`（3）|${WORDS}|`]],
    [`①${WORDS}`, [`①|${WORDS}|`]],
    [`${WORDS}[12]。`, [`|${WORDS}|[12]。`]],
    [`${WORDS}②`, [`|${WORDS}|②`]],
    [`${WORDS}，报告里是这么写的吧`, [`|${WORDS}|，报告里是这么写的吧`]],
  ])('of %s', (text, expected) => {
    for (const one of expected) if (!one.startsWith('云岭|')) expect(readings(text)).toContain(one)
    if (expected.length === 0) expect(readings(text)).toEqual([])
  })

  it('has a lead within its first eighty characters', () => {
    const lead = (length: number): string => `云岭县${'：'.repeat(length - 3)}`
    expect(readings(`${lead(80)}${WORDS}`)).toContain(`${lead(80)}|${WORDS}|`)
    expect(readings(`${lead(81)}${WORDS}`)).not.toContain(`${lead(81)}|${WORDS}|`)
  })

  it('has a lead of up to 40 characters before a word of saying', () => {
    const lead = (length: number): string => `${'长'.repeat(length)}指出，`
    expect(readings(`${lead(40)}${WORDS}`)).toEqual([`${lead(40)}|${WORDS}|`])
    expect(readings(`${lead(41)}${WORDS}`)).toEqual([])
  })
})

describe('whose the words are said to be', () => {
  const name = (before: string, after = ''): string | null =>
    readAttribution({ before, after }, REPORTS)?.name ?? null

  it.each<[string, string, string | null]>([
    ['云岭县县长说', '', '云岭县'],
    ['云岭县长说', '', '云岭县'],
    ['', '云岭县2024年政府工作报告', '云岭县'],
    ['江一舟说', '', '江一舟'],
    ['云岭县江一舟说', '', '云岭县'],
    ['云山市东湖区报告', '', '云山市东湖区'],
    ['云山市报告', '', '云山市'],
    ['北山市市长说', '', '北山市'],
    ['全县报告', '', null],
    ['北山市场说', '', null],
    ['他说', '', null],
    ['核对引文：', '', null],
  ])('%j, %j: %j', (before, after, expected) => {
    expect(name(before, after)).toBe(expected)
  })

  it('is the report of that place or speaker', () => {
    const [yunling, donghu] = REPORTS as [ReportSummary, ReportSummary]
    const isSource = (before: string, report: ReportSummary): boolean | undefined =>
      readAttribution({ before, after: '' }, REPORTS)?.isSource(report)
    expect([isSource('云岭县', yunling), isSource('云岭县', donghu)]).toEqual([true, false])
    expect([isSource('江一舟', yunling), isSource('江一舟', donghu)]).toEqual([true, false])
    expect([isSource('东湖区', yunling), isSource('东湖区', donghu)]).toEqual([false, true])
  })
})

describe('the source behind quoted words', () => {
  const source = (text: string): string | null => {
    const at = findSource(text, REPORTS)
    return at === null ? null : text.slice(at)
  }

  it.each([
    '（云岭县2024年政府工作报告）',
    '——《云岭县政府工作报告》',
    '\n云岭县2024年政府工作报告（县长江一舟） › 第4段',
    '\n江一舟. 政府工作报告[R]. 云岭县: [出版者不详], 2024: 第4段.',
    '\n某人. 某书[R/OL]. 2024.',
    '（云岭县县长江一舟）',
    '（来源：云岭县）',
    '—江一舟',
  ])('is %j', (behind) => {
    expect(source(`${WORDS}${behind}`)).toBe(behind)
  })

  it.each([
    '——政府工作报告提出今年减税',
    '（改造项目）',
    '（2024年）',
    '——政府工作报告。今年减税',
    '，云岭县报告',
    '（石河县县长）',
  ])('is none in %j', (behind) => {
    expect(source(`${WORDS}${behind}`)).toBeNull()
  })

  it('has four hundred characters at most, and words before it', () => {
    const behind = (length: number): string => `\n云岭县政府工作报告${' '.repeat(length - 10)}`
    expect(source(`${WORDS}${behind(400)}`)).toBe(behind(400))
    expect(source(`${WORDS}${behind(401)}`)).toBeNull()
    expect(source('（云岭县2024年政府工作报告）')).toBeNull()
  })
})
