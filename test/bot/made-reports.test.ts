/** Replies over reports that were made for them: many years of one place, and one word in many passages. */
import { beforeAll, describe, expect, it } from 'vitest'
import type { Searcher } from '../../src/search/searcher.ts'
import { openSmallCorpus, report } from '../search/small-corpus.ts'
import { labels, TestChat } from './test-chat.ts'

const made = (place: string, year: number, paragraphs: readonly string[]) =>
  report(
    `p${place.codePointAt(0)}-${year}`,
    { place, year, level: place.slice(-1), reviews: year - 1, plans: year },
    paragraphs,
  )

describe('a word that many passages have', () => {
  const manyOf = (word: string, count: number): string[] =>
    Array.from({ length: count }, (_, at) => `第${at}项${word}。`)
  const chatOver = async (first: number, second: number): Promise<TestChat> => {
    const reports = [
      made('甲县', 2022, manyOf('修路', first)),
      ...(second > 0 ? [made('乙市', 2023, manyOf('修路', second))] : []),
    ]
    return new TestChat(await openSmallCorpus(reports))
  }
  const offers = async (chat: TestChat, words: string): Promise<string[]> =>
    labels(await chat.say(words)).filter((label) => / · \d+$/u.test(label))

  it('is offered by level, year and place, with how many passages each leaves', async () => {
    const chat = await chatOver(9, 6)
    expect(await offers(chat, '修路')).toEqual(
      expect.arrayContaining(['县 · 9', '市 · 6', '甲县 · 9', '乙市 · 6']),
    )
    const shown = await chat.say('修路')
    expect((await chat.press(shown, '乙市 · 6')).text).toContain('乙市')
  })

  it.each([
    ['fewer passages', 9, 5, '修路'],
    ['one report', 20, 0, '修路'],
    ['a place named with it', 9, 6, '甲县 修路'],
    ['a question', 9, 6, '修路多少'],
  ])('is not, of %s', async (_what, first, second, words) => {
    expect(await offers(await chatOver(first, second), words)).toEqual([])
  })
})

describe('a report that names no speaker', () => {
  const openUnsigned = () =>
    openSmallCorpus([
      report(
        'unsigned-2022',
        {
          place: '丁县',
          year: 2022,
          level: '县',
          reviews: 2021,
          plans: 2022,
          speaker: '',
          post: '',
          date: '2022-01-27',
          meeting: '丁县第三届人民代表大会第二次会议',
        },
        ['现在，我代表县人民政府，向大会报告工作。', '丁县经济增长8%。'],
      ),
    ])

  it('is told for one, with when and where it was given, and no other passage', async () => {
    const { text } = await new TestChat(await openUnsigned()).say('丁县县长是谁')
    expect(text).toContain(
      '报告没有写明作报告的人：\n丁县 2022 · 2022-01-27 · 丁县第三届人民代表大会第二次会议',
    )
    expect(text).not.toContain('经济增长')
  })

  it('is cited by its day behind that', async () => {
    const chat = new TestChat(await openUnsigned())
    await chat.say('丁县县长是谁')
    expect((await chat.say('那会是哪天开的')).text).toContain('2022-01-27')
  })
})

describe('what stands around a quote', () => {
  it.each([
    [60, false],
    [61, true],
  ])('of %i characters is shown, and marked by … only where it is cut: %s', async (length, isCut) => {
    const words = '全县新建乡村公路三百二十公里，建成水库两座，惠及群众五万余人。'
    const around = '前'.repeat(length)
    const chat = new TestChat(await openSmallCorpus([made('甲县', 2023, [`${around}${words}`])]))
    const { text } = await chat.say(`/verify ${words}`)
    expect(text).toContain(`${isCut ? '…' : '\n'}${'前'.repeat(60)}全县新建`)
  })
})

describe('many years of one place', () => {
  let searcher: Searcher
  beforeAll(async () => {
    const years = Array.from({ length: 14 }, (_, at) => 2011 + at)
    searcher = await openSmallCorpus(years.map((year) => made('甲县', year, ['修路。', `种树${year}棵。`])))
  })

  it('has with /trend the last ten a line each, and those before together', async () => {
    const { text } = await new TestChat(searcher).say('/trend 修路')
    const told = text.split('\n').flatMap((line) => /^(20\d\d)(?!.*20)/u.exec(line)?.[1] ?? [])
    expect(told).toEqual(Array.from({ length: 10 }, (_, at) => String(2024 - at)))
    expect(text).toMatch(/2011.*2014/u)
  })

  it('has with /changes no list of new terms where there are none', async () => {
    const { text } = await new TestChat(searcher).say('/changes 甲县')
    expect(text).toContain('2023')
    expect(text).not.toContain('新提法')
  })

  it('is asked without a filter that finds nothing, by a button with a cross', async () => {
    const shown = await new TestChat(searcher).say('地区:乙市 修路')
    expect(labels(shown).filter((label) => label.startsWith('✕ '))).toHaveLength(1)
  })
})

describe('what /about tells of the corpus', () => {
  it.each([
    ['one report', 1, '1 份报告'],
    ['none', 0, '还没有'],
  ])('of %s', async (_, count, told) => {
    const reports = Array.from({ length: count }, () => made('甲县', 2023, ['修路。']))
    const { text } = await new TestChat(await openSmallCorpus(reports)).say('/about')
    expect(text).toContain(told)
  })
})
