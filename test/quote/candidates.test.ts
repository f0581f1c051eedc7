/** Which passages are compared with a quote. */
import { describe, expect, it } from 'vitest'
import { readQuote } from '../../src/quote/alignment/exact.ts'
import { unitText } from '../../src/quote/alignment/units.ts'
import {
  findLike,
  findNear,
  findQuoteHolders,
  longestStretches,
  MAX_LIKE,
  stretchesOf,
} from '../../src/quote/candidates.ts'
import type { Searcher } from '../../src/search/searcher.ts'
import { report, smallSearcher } from './small-searcher.ts'

const paragraphs = Array.from({ length: 12 }, (_, number) => `修好第${number + 1}条水渠，群众用水方便。`)
const searcher = smallSearcher([report('yunling-2024', {}, `# 政府工作报告\n\n${paragraphs.join('\n\n')}`)])

async function askedFor(text: string): Promise<string> {
  let asked = ''
  const listening: Searcher = {
    ...searcher,
    search: (query, options) => {
      asked = query
      return searcher.search(query, options)
    },
  }
  await findLike(listening, text)
  return asked
}

describe('the passages that share the most words', () => {
  it('are asked for by all the words of a quote, none of them as an operator', async () => {
    expect(await askedFor('粮食')).toBe('粮食')
    expect(await askedFor('“地点：云岭” -修水渠')).toBe('地点 云岭  修水渠')
  })

  it('are asked for by the first 400 characters of a long one', async () => {
    expect(await askedFor(`头${'中'.repeat(398)}尾后面的`)).toBe(`头${'中'.repeat(398)}尾`)
  })

  it('are so many at the most', async () => {
    expect(await findLike(searcher, '修好水渠')).toHaveLength(MAX_LIKE)
  })
})

describe('the stretches between the marks of a quote', () => {
  it.each([
    ['修路三条，造林', ['修路三条', '造林']],
    ['，修路，，造林。', ['修路', '造林']],
    ['修路 三条', ['修路三条']],
    ['增长5.5%，好', ['增长5.5%', '好']],
    ['，。', []],
    ['', []],
  ])('of %s are %j', (text, stretches) => {
    const units = unitText(text)
    expect(stretchesOf(units, [0, units.keys.length])).toEqual(stretches)
  })

  it('are those of a run alone', () => {
    expect(stretchesOf(unitText('修路，造林，引水'), [1, 5])).toEqual(['路', '造林'])
  })

  it.each([
    ['甲乙，丙丁戊，己庚辛壬癸', ['己庚辛壬癸']],
    ['甲乙丙丁，戊己庚辛壬', ['戊己庚辛壬', '甲乙丙丁']],
    ['甲乙丙，戊己庚辛壬', ['戊己庚辛壬']],
    ['甲乙', ['甲乙']],
    ['甲甲甲甲，乙乙乙乙，丙丙丙丙，丁丁丁丁，戊戊戊戊', ['甲甲甲甲', '乙乙乙乙', '丙丙丙丙', '丁丁丁丁']],
    ['甲乙丙丁…戊己庚辛壬', ['戊己庚辛壬', '甲乙丙丁']],
  ])(
    'that tell where %s is from are the longest, four at the most, of four characters: %j',
    (text, phrases) => {
      expect(longestStretches(readQuote(unitText(text)))).toEqual(phrases)
    },
  )
})

describe('the passages that hold a quote', () => {
  const made = (place: string, ...texts: readonly string[]) =>
    report(
      `place-${'甲乙丙'.indexOf(place.charAt(0))}-2024`,
      { place },
      `# 政府工作报告\n\n${texts.map((text) => `${text}。`).join('\n\n')}`,
    )
  const many = (count: number, text: string): string[] =>
    Array.from({ length: count }, (_, at) => `${text}第${at}条`)
  const holders = async (text: string, reports: readonly ReturnType<typeof made>[], named = '') => {
    const quote = readQuote(unitText(text))
    const { candidates, total } = await findQuoteHolders(smallSearcher(reports), quote, {
      phrases: longestStretches(quote),
      isNamed: ({ place }) => place === named,
    })
    return {
      total,
      count: candidates.length,
      places: [...new Set(candidates.map(({ report: { place } }) => place))],
    }
  }

  it('are eleven at the most, and counted', async () => {
    expect(await holders('修好水渠', [made('甲县', ...many(11, '修好水渠'))])).toMatchObject({
      total: 11,
      count: 11,
    })
    expect(await holders('修好水渠', [made('甲县', ...many(12, '修好水渠'))])).toMatchObject({
      total: 12,
      count: 11,
    })
  })

  it('are those of the report that is named, too, where they are too many', async () => {
    const reports = [made('甲县', ...many(12, '修好水渠')), made('乙县', '修好水渠')]
    expect(await holders('修好水渠', reports, '乙县')).toEqual({
      total: 13,
      count: 11,
      places: ['乙县', '甲县'],
    })
    expect(await holders('修好水渠', reports, '甲县')).toEqual({ total: 13, count: 11, places: ['甲县'] })
    expect(await holders('修好水渠', reports, '丙县')).toEqual({ total: 13, count: 11, places: ['甲县'] })
    expect(
      await holders('修好水渠', [made('甲县', ...many(9, '修好水渠')), made('乙县', '修好水渠')], '乙县'),
    ).toEqual({
      total: 10,
      count: 10,
      places: ['甲县', '乙县'],
    })
  })

  it('are those with its marks, where those without are too many', async () => {
    const reports = [made('甲县', ...many(12, '修好水渠和道路村庄')), made('乙县', '修好水渠、道路村庄')]
    expect(await holders('修好水渠、道路村庄', reports)).toEqual({ total: 1, count: 1, places: ['乙县'] })
    expect(await holders('，修好水渠、道路村庄。', reports)).toEqual({ total: 1, count: 1, places: ['乙县'] })
    // None has the marks.
    expect((await holders('修好水渠；道路村庄', reports)).total).toBe(13)
    const few = [made('甲县', ...many(10, '修好水渠和道路村庄')), made('乙县', '修好水渠、道路村庄')]
    expect((await holders('修好水渠、道路村庄', few)).total).toBe(11)
  })

  it('are put in the order of how much of it they hold, what many hold counting little', async () => {
    const reports = [
      made('甲县', '修好水渠', '修好水渠三条', '通村道路五里，办学'),
      made('乙县', '修好水渠，通村道路五里'),
    ]
    const near = await findNear(smallSearcher(reports), ['修好水渠', '通村道路五里'])
    expect(near.map(({ passage, report: { place } }) => `${place} ${passage.paragraph}`)).toEqual([
      '乙县 1',
      '甲县 3',
      '甲县 1',
      '甲县 2',
    ])
  })
})
