/** What is said first of a claim or a quote, over two small reports; a text is its key and what it is given. */
import { beforeAll, describe, expect, it } from 'vitest'
import {
  isAllChecked,
  isOfFigures,
  placesUnknown,
  statedStretch,
  tellClaims,
  tellKind,
  tellSentence,
  verbatimHeading,
} from '../../src/answer/verdict-words.ts'
import { type SentenceVerdict, verifyText } from '../../src/quote/verify-text.ts'
import type { Searcher } from '../../src/search/searcher.ts'
import type { Translate } from '../../src/text/translate.ts'
import { openSmallCorpus, report } from '../search/small-corpus.ts'

const t: Translate = (key, given = {}) => [key, ...Object.values(given)].join(' ')
const TOURISM = '全年接待游客760.16万人次，实现旅游收入3.5亿元，增长12%。'
const PLAN = '力争接待游客900万人次，旅游收入突破4亿元。'
const ROAD = '新装路灯800盏，打通断头路5条。'

let searcher: Searcher
beforeAll(async () => {
  searcher = await openSmallCorpus([
    report('yunling-2023', { place: '云岭县', level: '县' }, [
      '## 一、2022年工作回顾',
      TOURISM,
      '一般公共预算收入达到6.2亿元，增长8%，坚决淘汰落后产能。',
      ROAD,
      '农业机械总动力达到10.6万千瓦，机收水平达到79%。',
      '## 二、2023年工作安排',
      PLAN,
    ]),
    report('haibin-2023', { place: '海滨市', level: '市' }, [
      '## 2022年工作回顾',
      '接待游客2000万人次，旅游收入260亿元，不搞重复建设。',
    ]),
  ])
})

async function verdictOf(text: string): Promise<SentenceVerdict> {
  const { sentences } = await verifyText(searcher, text)
  expect(sentences).toHaveLength(1)
  return sentences[0] as SentenceVerdict
}

describe('of figures', () => {
  const TOLD = 'claim-figure 云岭县 2022 接待游客 760.16万人次 kind-actual'
  const INCOME = 'claim-figure 云岭县 2022 旅游收入 3.5亿元，增长12% kind-actual'
  const SEA = '接待游客2000万人次，旅游收入260亿元，不搞重复建设。'
  it.each<[string, string[], string[]]>([
    ['云岭县2022年旅游收入增长12%', ['claim-agrees'], [TOURISM]],
    ['云岭县2022年旅游收入35000万元', ['claim-agrees', '~ claim-written-otherwise'], [TOURISM]],
    ['云岭县2022年接待游客770万人次', [`✗ claim-differs${TOLD}`], [TOURISM]],
    ['云岭县2022年接待游客760万人次', [`⚠ claim-rounded ${TOLD}`], [TOURISM]],
    ['云岭县2022年旅游收入3.5亿元，增长13%', [`✗ claim-differs${INCOME}`], [TOURISM]],
    [
      '云岭县2022年接待游客900万人次',
      [`✗ claim-differs${TOLD}`, '~ claim-meant 900万人次 云岭县 2023 kind-target'],
      [TOURISM, PLAN],
    ],
    [
      '云岭县2022年接待游客2000万人次吗？',
      [`✗ claim-no${TOLD}`, '~ claim-meant 2000万人次 海滨市 2022 kind-actual'],
      [TOURISM, SEA],
    ],
    [
      '云岭县2021年旅游收入3.5亿元',
      [
        '✗ claim-differsclaim-not-stated 云岭县claim-year 2021旅游收入',
        '~ claim-meant 3.5亿元 云岭县 2022 kind-actual',
      ],
      [TOURISM],
    ],
    [
      '云岭县旅游收入5亿元',
      [`✗ claim-differs${INCOME}`, '~ claim-figure 云岭县 2023 旅游收入 4亿元 kind-target'],
      [TOURISM, PLAN],
    ],
    ['旅游收入4亿元', ['✗ claim-differsclaim-figure 云岭县 2023 旅游收入 4亿元 kind-target'], [PLAN]],
    [
      '云岭县2022年农机的马力有10.6万千瓦',
      ['⚠ claim-other-words'],
      ['农业机械总动力达到10.6万千瓦，机收水平达到79%。'],
    ],
    ['云岭县2022年接待游客760.16万人次，农民笑开了花', ['⚠ claim-more-words 农民笑开了花'], [TOURISM]],
  ])('is said, with the sentences that say so: %s', async (text, lines, sentences) => {
    const verdict = await verdictOf(text)
    expect(isOfFigures(verdict)).toBe(true)
    const told = tellClaims(verdict, t)
    expect(told.lines.map((line) => (line.isVerdict ? line.text : `~ ${line.text}`))).toEqual(lines)
    expect(told.figures.map((one) => one.passage.text.slice(...statedStretch(one)))).toEqual(sentences)
    expect(tellSentence(verdict, t)).toEqual(lines.map((line) => line.replace(/^~ /u, '')))
  })

  it.each(['云岭县2022年接待游客760.16万人次', '养蜂县2022年养蜂33万箱', '坚决淘汰落后产业'])(
    'is not said: %s',
    async (text) => expect(isOfFigures(await verdictOf(text))).toBe(false),
  )
})

describe('of words', () => {
  it.each<[string, string, string[]]>([
    ['接待游客2000万人次，旅游收入260亿元', 'quote-verbatim', []],
    ['“接待游客2000万人次……不搞重复建设”', 'quote-omits 11', []],
    [
      '“接待游客2000万人次……重复建设”',
      'quote-omits 13',
      ['conflict-line conflict-words ““接待游客2000万人次……重复建设”” “，旅游收入260亿元，不搞”'],
    ],
    [
      '海滨市2022年“打通断头路5条”',
      '⚠ quote-of-other 海滨市 云岭县',
      ['conflict-line conflict-place “海滨市” “云岭县”'],
    ],
    [
      '2019年“打通断头路5条”',
      '⚠ quote-of-other 2019年 2022年',
      ['conflict-line conflict-year “2019年” “2022年”'],
    ],
  ])('is said where they stand: %s', async (text, heading, points) => {
    const verdict = await verdictOf(text)
    if (verdict.check.kind !== 'verbatim') throw new Error(verdict.check.kind)
    expect(verbatimHeading(verdict.check, verdict, t)).toBe(heading)
    expect(tellSentence(verdict, t)).toEqual(points)
  })

  it('is said what they have otherwise', async () => {
    expect(tellSentence(await verdictOf('坚决淘汰落后产业'), t)).toEqual([
      'conflict-line conflict-words “业” “能”',
    ])
  })

  it('is said that the words alone are theirs where something else conflicts', async () => {
    const verdict = await verdictOf('打通断头路5条')
    if (verdict.check.kind !== 'verbatim') throw new Error(verdict.check.kind)
    const heading = (conflicts: SentenceVerdict['conflicts']): string =>
      verbatimHeading(verdict.check as never, { supported: false, conflicts }, t)
    expect(heading([{ kind: 'figure', said: '5', source: '6' }])).toBe('quote-words-only')
    expect(heading([{ kind: 'kind', said: '目标', source: '实绩' }])).toBe('⚠ quote-of-other 目标 实绩')
    const cut = { ...verdict.check, cutQualifier: '约' }
    expect(verbatimHeading(cut, { supported: true, conflicts: [] }, t)).toBe('⚠ quote-cut-qualifier 约')
  })
})

it.each([
  ['云岭县2022年接待游客770万人次', 'claim-of 2022 kind-actual'],
  [PLAN, 'claim-of 2023 kind-target'],
  ['云岭县2021年旅游收入3.5亿元', null],
  ['云岭县2022年接待游客760.16万人次，2023年目标接待游客900万人次', null],
  ['坚决淘汰落后产能', null],
])('tells of %s the one time that its figures are of: %s', async (text, told) => {
  expect(tellKind(await verdictOf(text), t)).toBe(told)
})

it.each([
  ['养蜂县2022年养蜂33万箱', ['养蜂县']],
  ['云岭县2022年养蜂33万箱', []],
  ['云岭县2022年接待游客760.16万人次', []],
  ['坚决淘汰落后产能', []],
])('names the places of %s that have no report: %j', async (text, places) => {
  expect(placesUnknown(await verdictOf(text))).toEqual(places)
})

it.each([
  ['云岭县2022年接待游客760.16万人次', true],
  ['云岭县2022年接待游客770万人次', false],
  ['坚决淘汰落后产能', false],
])('is all checked by its figures: %s %s', async (text, isAll) => {
  expect(isAllChecked(await verdictOf(text))).toBe(isAll)
})

it('shows of a long sentence eighty characters on each side of a figure', async () => {
  const long = `${'前'.repeat(90)}，旅游收入7.7亿元，${'后'.repeat(90)}。`
  const other = await openSmallCorpus([
    report('lanhe-2023', { place: '蓝河县', level: '县' }, ['## 2022年工作回顾', `完。${long}`]),
  ])
  const { claims } = await verifyText(other, '蓝河县2022年旅游收入8亿元')
  const stated = claims[0]?.stated
  if (stated == null) throw new Error('nothing stated')
  const { start, end } = stated.figure
  expect(statedStretch(stated)).toEqual([start - 80, end + 80])
})
