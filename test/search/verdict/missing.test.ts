import { beforeAll, describe, expect, it } from 'vitest'
import type { Searcher } from '../../../src/search/searcher.ts'
import { openFiveReports } from '../../five-reports.ts'
import { openSmallCorpus, report } from '../small-corpus.ts'

let searcher: Searcher
beforeAll(async () => {
  searcher = await openSmallCorpus()
})

describe('what the corpus lacks', () => {
  it.each([
    ['塔城市旅游收入', [{ kind: 'place', text: '塔城市' }]],
    ['云岭县2015年旅游收入', [{ kind: 'year', text: '2015', place: '云岭县', years: [2022, 2023] }]],
    [
      '云岭县2015年旅游收入和2015年港口',
      [{ kind: 'year', text: '2015', place: '云岭县', years: [2022, 2023] }],
    ],
    [`云岭县2015年旅游收入增长。${'天色晴朗，人们慢慢走着。'.repeat(10)}`, []], // a paste, no question about a year
    ['2030年旅游收入', [{ kind: 'year', text: '2030', place: null, years: [2022, 2023] }]],
    ['塔城市2030年旅游收入', [{ kind: 'place', text: '塔城市' }]],
    ['云岭县港口', [{ kind: 'word', text: '港口', places: ['云岭县'], reports: 1 }]],
    ['云岭县量子', [{ kind: 'word', text: '量子', places: ['云岭县'], reports: 0 }]],
    ['量子计算', [{ kind: 'word', text: '量子计算', places: [], reports: 0 }]],
    ['云领县旅游收入', [{ kind: 'place', text: '云领县' }]],
    ['云岭县县委书记是谁', []],
    ['云岭县找不到活干', []],
    ['云岭县吃饭没人管', []],
    ['云岭县的桥老不修', []],
    ['云岭县夏天旅游收入', []],
    ['云岭县旅游收入要付钱', []],
    ['云岭县旅游收入占了七成', []],
    ['云岭县 per 亩旅游收入', []],
    ['谁是县长', []],
    ['云岭县什么时候建磁浮', [{ kind: 'word', text: '磁浮', places: ['云岭县'], reports: 0 }]],
    ['“量子计算”', []],
    ['云岭县旅游收入', []],
    ['云岭县2023年旅游收入', []],
    ['云岭县2015年旅游收入', [{ kind: 'year', text: '2015', place: '云岭县', years: [2022, 2023] }]],
  ])('is told for %s', async (query, missing) => {
    expect((await searcher.search(query)).missing).toEqual(missing)
  })

  it.each([
    ['因资金不足，磁浮列车停工。', false],
    ['磁浮列车停工。因资金不足，道路也停工。', true],
    ['磁浮列车停工。', true],
  ])('is a reason that the sentence of what is asked does not state: %s', async (passage, isMissing) => {
    const made = report('yunling-2023', { place: '云岭县', level: '县' }, ['## 一、工作回顾', passage])
    const { missing } = await (await openSmallCorpus([made])).search('云岭县量子磁浮列车为什么停工')
    expect(missing?.some(({ kind }) => kind === 'reason')).toBe(isMissing)
  })
})

describe('a word of which the place has another one only', () => {
  const ask = async (question: string) => {
    const { missing = [] } = await (await openFiveReports()).search(question)
    return missing.filter(({ kind }) => kind === 'word')
  }

  it('is told where other reports have the word itself', async () => {
    expect(await ask('新源 葡萄酒')).toEqual([
      { kind: 'word', text: '葡萄酒', places: ['新源县'], reports: 2 },
    ])
  })

  it.each(['新源 白酒', '伊宁 下水道', '新疆 葡萄酒', '葡萄酒'])('is not told of %s', async (question) => {
    expect(await ask(question)).toEqual([])
  })
})

describe('a word that another report has', () => {
  const others = ['乙县', '丙县', '丁县', '戊县']
  let made: Searcher
  beforeAll(async () => {
    made = await openSmallCorpus([
      report('a-2023', { place: '甲县', level: '县' }, ['发展白酒产业。', '## 煤矿', '加强安全生产。']),
      ...others.map((place, index) =>
        report(`o${index}-2023`, { place, level: '县' }, [
          '发展白酒产业。',
          ...(index === 0 ? ['发展葡萄酒产业，关闭煤矿。'] : []),
        ]),
      ),
    ])
  })
  const wordsOf = async (question: string) =>
    ((await made.search(question)).missing ?? []).filter(({ kind }) => kind === 'word')

  it.each([
    ['甲县葡萄酒', ['甲县']],
    ['甲县、丙县葡萄酒', ['甲县', '丙县']],
    ['甲县、丙县、丁县葡萄酒', ['甲县', '丙县', '丁县']],
  ])('is told of the places that have another one: %s', async (question, places) => {
    expect(await wordsOf(question)).toEqual([{ kind: 'word', text: '葡萄酒', places, reports: 1 }])
  })

  it.each([
    '甲县白酒',
    '乙县葡萄酒',
    '葡萄酒',
    '甲县、丙县、丁县、戊县葡萄酒',
    '葡萄酒 地区:甲县',
    '甲县煤矿',
    '甲县、乙县葡萄酒',
  ])('is not told of %s', async (question) => {
    expect(await wordsOf(question)).toEqual([])
  })
})
