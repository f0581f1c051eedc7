/** The claims of a sentence: each figure with the place, year and kind that the sentence gives it. */
import { describe, expect, it } from 'vitest'
import {
  type Carried,
  findPlaces,
  leadingPlace,
  NOTHING_CARRIED,
  readClaims,
  readUnread,
  statesClaim,
} from '../../../src/quote/claims/read-claims.ts'
import type { Query } from '../../../src/search/query/query.ts'

const queryOf = (
  named: readonly string[],
  places: readonly string[] = named,
  foreign: readonly string[] = [],
): Query => ({ named, foreign, preferences: { places } }) as unknown as Query
const NONE = queryOf([])
const yearOf = (year: Carried['year']): string => (year === null ? '-' : `${year.year}`)
/** Each with its place, year, kind and the report that it is said to be of. */
const claims = (text: string, query = NONE, carried = NOTHING_CARRIED): string[] =>
  readClaims(text, query, { carried }).map(({ parts, place, year, kind, source }) =>
    [
      parts.map(({ printed }) => printed).join('+'),
      place?.name ?? '-',
      yearOf(year),
      kind ?? '-',
      source ?? '-',
    ].join(' '),
  )

describe('the time of a claim', () => {
  it.each([
    ['2023年旅游收入3亿元', ['3亿元 - 2023 actual -']],
    ['旅游收入3亿元', ['3亿元 - - - -']],
    ['去年旅游收入3亿元', ['3亿元 - -1 actual -']],
    ['2023年旅游收入3亿元，粮食产量5万吨', ['3亿元 - 2023 actual -', '5万吨 - 2023 actual -']],
    ['2023年旅游收入3亿元，2022年粮食产量5万吨', ['3亿元 - 2023 actual -', '5万吨 - 2022 actual -']],
    ['2023年旅游收入目标3亿元', ['3亿元 - 2023 target -']],
    ['2023年旅游收入3亿元，粮食产量目标5万吨', ['3亿元 - 2023 actual -', '5万吨 - 2023 target -']],
    ['2023年预计旅游收入3亿元', ['3亿元 - 2023 - -']],
    ['2024年力争旅游收入3亿元，粮食产量5万吨', ['3亿元 - 2024 target -', '5万吨 - 2024 target -']],
    ['2024年拟旅游收入3亿元。粮食产量5万吨', ['3亿元 - 2024 target -', '5万吨 - 2024 actual -']],
    ['今年的任务：旅游收入3亿元', ['3亿元 - 0 target -']],
    ['2024年政府工作报告：旅游收入3亿元', ['3亿元 - 2024 actual 2024']],
    ['2023年旅游收入怎么样？3亿元', []],
    ['2023年旅游收入3亿元吗？', ['3亿元 - 2023 actual -']],
    ['投资1000万元以上的项目', []],
    ['旅游收入', []],
  ])('%s: %j', (text, expected) => {
    expect(claims(text)).toEqual(expected)
  })

  it('is that of the text before where it tells none', () => {
    const carried: Carried = {
      place: { name: '云岭县', places: ['云岭县'] },
      year: { is: 'named', year: 2021 },
      kind: 'actual',
    }
    expect(claims('旅游收入3亿元', NONE, carried)).toEqual(['3亿元 云岭县 2021 actual -'])
    expect(claims('2023年旅游收入3亿元', NONE, carried)).toEqual(['3亿元 云岭县 2023 actual -'])
    expect(claims('旅游收入目标3亿元', NONE, carried)).toEqual(['3亿元 云岭县 - target -'])
    expect(claims('旅游收入目标3亿元', NONE, { ...carried, kind: 'target' })).toEqual([
      '3亿元 云岭县 2021 target -',
    ])
    expect(claims('旅游收入3亿元', NONE, { ...carried, kind: 'target' })).toEqual([
      '3亿元 云岭县 2021 target -',
    ])
  })

  it('before the place is that of what is told of it', () => {
    const query = queryOf(['石河县'])
    expect(claims('投资2亿元，石河县2024年力争旅游收入3亿元', query)).toEqual([
      '2亿元 石河县 2024 target -',
      '3亿元 石河县 2024 target -',
    ])
    expect(claims('投资2亿元。石河县2024年力争旅游收入3亿元', query)[0]).toBe('2亿元 石河县 - actual -')
    expect(claims('2022年投资2亿元，石河县2024年力争旅游收入3亿元', query)[0]).toBe(
      '2亿元 石河县 2022 actual -',
    )
  })

  it('has beside it what the one before is measured from', () => {
    const bases = readClaims('旅游收入比2020年增长8%，粮食产量增长5%', NONE, {}).map(({ base }) => base)
    expect(bases).toEqual([null, '比2020年'])
  })
})

describe('the place of a claim', () => {
  it.each([
    ['云岭县2023年旅游收入3亿元', ['云岭县'], ['3亿元 云岭县 2023 actual -']],
    [
      '云岭县旅游收入3亿元，白河县旅游收入5亿元',
      ['云岭县', '白河县'],
      ['3亿元 云岭县 - actual -', '5亿元 白河县 - actual -'],
    ],
    ['旅游收入3亿元，是云岭县的', ['云岭县'], ['3亿元 云岭县 - actual -']],
    ['云岭县2024年政府工作报告：旅游收入3亿元', ['云岭县'], ['3亿元 云岭县 2024 actual 2024']],
  ])('%s (%j): %j', (text, named, expected) => {
    expect(claims(text, queryOf(named))).toEqual(expected)
  })

  it('is none of those that the corpus lacks, where the report is named', () => {
    const query = queryOf(['石河县'], ['石河县'], ['西坪'])
    expect(claims('西坪机场旅游收入3亿元，石河县2016年报告里说', query)).toEqual([
      '3亿元 石河县 - actual 2016',
    ])
    expect(claims('西坪机场旅游收入3亿元，石河县说', query)[0]).toContain('西坪')
  })
})

describe('the places of a text', () => {
  const names = (text: string, query: Query, nation: readonly string[] = []): string[] =>
    findPlaces(text, query, nation).map(
      ({ name, places, start, end }) => `${name} ${places.join('、')} ${start}-${end}`,
    )

  it.each([
    ['在云岭县', queryOf(['云岭县']), ['云岭县 云岭县 1-4']],
    ['白河县和云岭县', queryOf(['云岭县', '白河县']), ['白河县 白河县 0-3', '云岭县 云岭县 4-7']],
    ['云岭经济开发区', queryOf(['云岭'], ['云岭县']), []],
    ['云岭的路', queryOf(['云岭'], ['云岭县']), ['云岭 云岭县 0-2']],
    ['西坪的路', queryOf([], [], ['西坪']), ['西坪  0-2']],
    ['全国收入', NONE, ['全国 国家 0-2']],
    ['高于全国', NONE, []],
    ['占全国八成', NONE, []],
    ['据北山市政府工作报告', NONE, ['北山市  1-4']],
    ['全市政府工作报告', NONE, []],
    ['修路', NONE, []],
    ['云岭县自治区级企业', queryOf(['云岭县', '自治区']), ['云岭县 云岭县、自治区 0-3']],
  ])('of %s', (text, query, expected) => {
    const found = names(text, query, ['国家'])
    expect(found.map((one) => one.replace('云岭县、自治区', '云岭县'))).toEqual(
      expected.map((one) => one.replace('云岭县、自治区', '云岭县')),
    )
  })

  it.each([
    ['云岭县2023年好', '云岭县'],
    ['据云岭县', '云岭县'],
    ['2023年，云岭县', '云岭县'],
    ['“云岭县', '云岭县'],
    ['好的云岭县', null],
    ['修路的云岭县', null],
  ])('lead %s: %s', (text, expected) => {
    expect(leadingPlace(text, findPlaces(text, queryOf(['云岭县']), []))?.name ?? null).toBe(expected)
  })

  it('lead nothing where the corpus lacks them', () => {
    expect(leadingPlace('西坪2023年', findPlaces('西坪2023年', queryOf([], [], ['西坪']), []))).toBeNull()
  })
})

it.each([
  ['云岭县旅游收入3亿元', ['云岭县'], true],
  ['云岭县旅游收入3亿元吗', ['云岭县'], true],
  ['云岭县旅游收入多少', ['云岭县'], false],
  ['哪些县旅游收入超过3亿元', ['云岭县'], false],
  ['旅游收入3亿元', [], false],
  ['云岭县旅游收入3亿元是实绩还是预计？', ['云岭县'], false],
  ['云岭县好', ['云岭县'], false],
])('%s states a figure of a place: %s %s', (text, named, is) => {
  expect(statesClaim(text, queryOf(named))).toBe(is)
})

describe('the numbers that no claim takes up', () => {
  const unread = (text: string, carried = NOTHING_CARRIED, query = NONE): string[] =>
    readUnread(text, query, { carried, read: readClaims(text, query, { carried }) }).map(
      ({ parts, place, year, kind }) =>
        [parts[0]?.printed, place?.name ?? '-', yearOf(year), kind ?? '-'].join(' '),
    )

  it.each([
    ['3位名家到访', ['3 - - -']],
    ['2023年3位名家到访', ['3 - 2023 actual']],
    ['2023年力争3位名家到访', ['3 - 2023 target']],
    ['2023年预计3位名家到访', ['3 - 2023 -']],
    ['2023年旅游收入3亿元', []],
  ])('%s: %j', (text, expected) => {
    expect(unread(text)).toEqual(expected)
  })

  it('are of the place and time that is told of', () => {
    const carried: Carried = {
      place: { name: '云岭县', places: ['云岭县'] },
      year: { is: 'named', year: 2021 },
      kind: 'target',
    }
    expect(unread('3位名家到访', carried)).toEqual(['3 云岭县 2021 target'])
    expect(unread('白河县3位名家到访', NOTHING_CARRIED, queryOf(['白河县']))).toEqual(['3 白河县 - actual'])
  })
})
