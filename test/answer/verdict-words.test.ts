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
import type { ClaimCheck } from '../../src/quote/claims/check-claim.ts'
import type { Conflict } from '../../src/quote/claims/conflict.ts'
import type { Verdict } from '../../src/quote/verify.ts'
import { type SentenceVerdict, verifyText } from '../../src/quote/verify-text.ts'
import type { Searcher } from '../../src/search/searcher.ts'
import { keyText as t } from '../key-text.ts'
import { openSmallCorpus, report } from '../search/small-corpus.ts'

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
  const AIM = 'claim-figure 云岭县 2023 旅游收入 4亿元 kind-target'
  const SEA = '接待游客2000万人次，旅游收入260亿元，不搞重复建设。'
  it.each<[string, string[], string[]]>([
    ['云岭县2022年旅游收入增长12%', ['claim-agrees'], [TOURISM]],
    [
      '云岭县旅游热度不减，2022年旅游收入增长12%',
      ['claim-agrees', '~ claim-aside 云岭县旅游热度不减'],
      [TOURISM],
    ],
    ['云岭县2022年旅游收入35000万元', ['claim-agrees', '~ claim-written-otherwise'], [TOURISM]],
    ['云岭县2022年接待游客770万人次', [`✗ claim-differs${TOLD}`], [TOURISM]],
    ['云岭县2022年接待游客760万人次', [`⚠ claim-rounded ${TOLD}`], [TOURISM]],
    ['云岭县2022年旅游收入3.5亿元，增长13%', [`✗ claim-differs${INCOME}`], [TOURISM]],
    // 突破 is left out, and its contrary said.
    ['云岭县2023年旅游收入目标4亿元', ['⚠ claim-boundclaim-instead 4亿元 突破4亿元'], [PLAN]],
    ['云岭县2023年旅游收入目标不到4亿元', [`✗ claim-differs${AIM}`], [PLAN]],
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
        '⚠ claim-unsureclaim-not-stated 云岭县claim-year 2021旅游收入',
        '~ claim-meant 3.5亿元 云岭县 2022 kind-actual',
      ],
      [TOURISM],
    ],
    [
      '云岭县旅游收入5亿元',
      [`✗ claim-differs${INCOME}`, '~ claim-figure 云岭县 2023 旅游收入 4亿元 kind-target'],
      [TOURISM, PLAN],
    ],
    ['旅游收入4亿元', ['⚠ claim-unsureclaim-figure 云岭县 2023 旅游收入 4亿元 kind-target'], [PLAN]],
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

/** A claim of 旅游收入 that is right, but for what is said otherwise. */
const claim = (fields: object = {}): ClaimCheck =>
  ({
    claim: {
      place: { name: '云岭县', places: ['云岭县'] },
      year: null,
      figure: { name: '旅游收入' },
      parts: [],
    },
    supported: true,
    conflicts: [],
    stated: null,
    meant: null,
    also: null,
    isWrittenOtherwise: false,
    isRoundedOff: false,
    isNumberSaid: false,
    ...fields,
  }) as unknown as ClaimCheck
const words = (said: string, source: string): Conflict => ({ kind: 'words', said, source })
const verdict = (fields: object): Verdict =>
  ({
    text: '',
    check: { kind: 'differs' },
    claims: [claim()],
    supported: true,
    conflicts: [],
    ...fields,
  }) as unknown as Verdict

describe('the figures decide', () => {
  const wrong = claim({ supported: false })
  const said = claim({ supported: null, isNumberSaid: true })
  it.each<[string, object, boolean]>([
    ['where they are right in other words', {}, true],
    ['not where there are none', { claims: [], supported: null }, false],
    ['not where the words are the report’s', { check: { kind: 'verbatim' } }, false],
    ['where they are wrong', { claims: [wrong], supported: false }, true],
    [
      'also beside words of the report',
      { check: { kind: 'verbatim', part: {} }, claims: [wrong], supported: false },
      true,
    ],
    [
      'not where all of the words are',
      { check: { kind: 'verbatim' }, claims: [wrong], supported: false },
      false,
    ],
    ['not where one is wrong and the text is not', { claims: [wrong], supported: null }, false],
    ['not where the text is wrong otherwise', { supported: false }, false],
    [
      'where the number alone is said and the words conflict',
      { claims: [said], supported: null, conflicts: [words('a', 'b')] },
      true,
    ],
    ['not where nothing conflicts', { claims: [said], supported: null }, false],
  ])('%s', (_when, fields, decide) => {
    expect(isOfFigures(verdict(fields))).toBe(decide)
  })

  it('with what is said of them', () => {
    const lines = (fields: object): string[] => tellClaims(verdict(fields), t).lines.map(({ text }) => text)
    const open = { supported: null }
    expect(lines({ ...open, conflicts: [words('笑开了花', '')] })).toEqual(['⚠ claim-more-words 笑开了花'])
    expect(lines({ ...open, conflicts: [{ kind: 'year', said: '2', source: '1' }] })).toEqual([
      '⚠ claim-more-words ',
    ])
    expect(lines({ ...open, claims: [said], conflicts: [words('a', 'b')] })).toEqual(['⚠ claim-other-words'])
    expect(lines({ ...open, claims: [said] })).toEqual(['⚠ claim-more-words '])
    expect(
      lines({ ...open, claims: [claim({ isRoundedOff: true }), claim({ isRoundedOff: true })] }),
    ).toEqual(['⚠ claim-rounded claim-not-stated 云岭县旅游收入；claim-not-stated 云岭县旅游收入'])
  })

  const KIND: Conflict = { kind: 'kind', said: '实绩', source: '目标' }

  it.each<[readonly Conflict[], string]>([
    [[words('开工', '建成')], 'claim-instead 开工 建成'],
    [[words('开工', '')], 'claim-not-stated 云岭县旅游收入'],
    [[words('', '建成')], 'claim-not-stated 云岭县旅游收入'],
    [[words('开工', '建成'), words('开工', '建成')], 'claim-not-stated 云岭县旅游收入'],
    [[{ kind: 'figure', said: '3', source: '4' }], 'claim-not-stated 云岭县旅游收入'],
    [[KIND], 'claim-not-reached 云岭县旅游收入'],
    [[KIND, words('开工', '')], 'claim-not-stated 云岭县旅游收入'],
  ])('and the words that the report has instead, where nothing else is wrong: %j', (conflicts, told) => {
    const claims = [claim({ supported: false, conflicts })]
    const { lines } = tellClaims(verdict({ claims, supported: false }), t)
    expect(lines.map(({ text }) => text)).toEqual([`✗ claim-differs${told}`])
  })
})

it.each<[Conflict, string]>([
  [words('开工', '建成'), 'conflict-line conflict-words “开工” “建成”'],
  [words('', '建成'), 'conflict-line conflict-words conflict-unsaid “建成”'],
  [words('开工', ''), 'conflict-unknown conflict-words “开工” conflict-unsaid'],
])('tells a conflict of words, and that the report says nothing of it: %j', (conflict, told) => {
  expect(tellSentence(verdict({ claims: [], supported: null, conflicts: [conflict] }), t)).toEqual([told])
})

describe('a figure', () => {
  const text = '前文。居民收入7亿元。后文。'
  const stated = (fields: object, passage: string = text) =>
    ({
      figure: {
        kind: 'actual',
        year: 2022,
        value: '7',
        unit: '亿元',
        change: null,
        scope: null,
        subject: null,
        passage: 'p',
        numbers: [],
        start: 3,
        end: 10,
        ...fields,
      },
      passage: { text: passage },
      report: { place: '云岭县' },
    }) as never
  const nameOf = (name: string, indicator: string): string => {
    const claims = [claim({ supported: false, stated: stated({ name, indicator }) })]
    return tellClaims(verdict({ claims, supported: false }), t).lines[0]?.text.split(' ')[4] ?? ''
  }

  it.each([
    ['旅游收入', '国内旅游收入', '旅游收入'],
    ['城乡居民人均可支配收入', '农村居民人均可支配收入', '农村居民人均可支配收入'],
    ['赛马场次', '赛事场次', '赛马场次'],
    ['赛马、赛车场次', '赛马场次', '赛马场次'],
    ['赛马和赛车场次', '赛马场次', '赛马场次'],
  ])('is named as printed, of a name for two by its own: %s of %s is %s', (name, indicator, told) => {
    expect(nameOf(name, indicator)).toBe(told)
  })

  it.each<[string, object, string, string]>([
    ['its sentence', {}, text, '居民收入7亿元。'],
    ['its sentence, whose stop is part of it', { end: 11 }, text, '居民收入7亿元。'],
    ['one that begins the text', { start: 0, end: 7 }, text.slice(3), '居民收入7亿元。'],
    ['one that ends the text', {}, text.slice(0, 10), '居民收入7亿元'],
  ])('stands in %s', (_what, fields, passage, sentence) => {
    expect(passage.slice(...statedStretch(stated(fields, passage)))).toBe(sentence)
  })
})
