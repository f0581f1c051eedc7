/** How it is told which reports say something, and which do not; a text is its key and what it is given. */
import { describe, expect, it } from 'vitest'
import type { Answer } from '../../src/answer/answer.ts'
import { mentionsReply } from '../../src/bot/replies/mentions-reply.ts'
import type { Setting } from '../../src/bot/replies/source-line.ts'
import type { ViewState } from '../../src/bot/state-link.ts'
import type { Mentions } from '../../src/counts/mentions.ts'
import { keyTextWithCommas } from '../key-text.ts'
import { keySetting } from './key-setting.ts'

const setting: Setting = {
  ...keySetting,
  // What is given and empty leaves no gap.
  t: (key, given = {}) =>
    keyTextWithCommas(key, Object.fromEntries(Object.entries(given).filter(([, one]) => one !== ''))),
}
const STATE: ViewState = { view: 'mentions', query: '新质', narrowing: null, offset: 0 } as never

const report = (place: string, year: number, date = '') => ({
  id: `p-${year}`,
  place,
  level: '县',
  year,
  date,
  title: '政府工作报告',
})
/** Of a place and a year, so often, with so much of ten thousand characters. */
const said = (place: string, year: number, count = 1, per10000 = 1, date = '') => ({
  report: report(place, year, date),
  count,
  per10000,
  first: { id: `p-${year}_0123456789`, paragraph: 7, section: [], text: '新质', page: null },
})

interface Told {
  readonly reports?: readonly ReturnType<typeof said>[]
  readonly without?: readonly ReturnType<typeof report>[]
  readonly others?: {
    readonly wordings: readonly string[]
    readonly reports: readonly ReturnType<typeof said>[]
  }
  readonly ask?: string
  readonly kind?: string
  readonly first?: ReturnType<typeof said> | null
  readonly phrase?: string
}

function told(
  { reports = [], without = [], others, ask = 'which', kind, first = null, phrase = '新质' }: Told,
  offset = 0,
) {
  const total = reports.reduce((sum, { count }) => sum + count, 0)
  const mentions = {
    count: { phrase, total, reports, without, first, alternatives: [] },
    others:
      others === undefined
        ? null
        : {
            phrase: others.wordings[0],
            alternatives: others.wordings.slice(1),
            reports: others.reports,
            without: [],
            total: 1,
          },
    question: { ask, kind: kind ?? null, phrase, isQuoted: false },
  } as unknown as Mentions
  const answer = {
    query: { text: phrase, named: [], foreign: [], faults: [], preferences: { places: [] } },
    reports: [],
    quote: null,
  } as unknown as Answer
  const { text, keyboard } = mentionsReply(mentions, answer, { ...STATE, offset }, setting)
  const lines = text.text
    .split('\n')
    .slice(1)
    .filter((line) => line !== '')
  const rows = keyboard.map((row) => row.map((button) => button.text).join(' ')).filter((row) => row !== '')
  return { lines, rows, folded: text.entities.filter(({ type }) => type === 'expandable_blockquote').length }
}
const linesOf = (...given: Parameters<typeof told>): string[] => told(...given).lines

describe('what is said first', () => {
  const [a, b] = [said('甲县', 2023, 2), said('乙县', 2022)]
  it.each<[string, Told, readonly string[]]>([
    ['that there is no such report', { kind: '县' }, ['mentions-no-reports 县']],
    ['of one report that it says it', { reports: [a] }, ['mentions-one 新质 甲县 2023 2']],
    [
      'of one report that it does not',
      { without: [report('甲县', 2023)] },
      ['mentions-one-none 新质 甲县 2023 0'],
    ],
    ['that all say it', { reports: [a, b] }, ['mentions-all 新质 2 2 3', 'mentions-scope 2 2 2022–2023']],
    [
      'that some do',
      { reports: [a], without: [report('乙县', 2023)], kind: '县' },
      ['mentions-some 新质 1 2 2', 'mentions-scope 2 2 （县） 2023'],
    ],
    [
      'that none does',
      { without: [report('甲县', 2023), report('甲县', 2022)] },
      ['mentions-none 新质', 'mentions-scope 2 1 2022–2023'],
    ],
  ])('is %s', (_what, given, lines) => {
    expect(linesOf(given).slice(0, lines.length)).toEqual(lines)
  })

  it('cuts a phrase of more than forty characters', () => {
    const shown = (length: number): string =>
      linesOf({ reports: [a, b], phrase: '新'.repeat(length) })[0] ?? ''
    expect(shown(40)).toContain(` ${'新'.repeat(40)} `)
    expect(shown(41)).toContain(` ${'新'.repeat(39)}… `)
  })
})

describe('who says it first', () => {
  const at = (first: ReturnType<typeof said>, ...others: ReturnType<typeof said>[]): string[] =>
    linesOf({ reports: [...others, first], first, ask: 'first' }).filter((line) =>
      /first|same-year/u.test(line),
    )

  it('is told with the day, the paragraph, and who says it in the same year', () => {
    const first = said('甲县', 2022, 1, 1, '2022-01-05')
    expect(at(first, said('乙县', 2023))).toEqual(['mentions-first甲县 2022（2022-01-05） paragraph 7'])
    expect(at(said('甲县', 2022), said('乙县', 2022))).toEqual([
      'mentions-first甲县 2022 paragraph 7',
      'mentions-same-year 1 乙县',
    ])
    const six = ['乙', '丙', '丁', '戊', '己', '庚'].map((name) => said(`${name}县`, 2022))
    expect(at(first, ...six)[1]).toBe(
      `mentions-same-year 6 ${['乙县', '丙县', '丁县', '戊县', '己县'].join('、')}`,
    )
  })

  it('is not told where nobody asks, nor on a further page', () => {
    const first = said('甲县', 2022)
    expect(linesOf({ reports: [first], first }).join()).not.toContain('mentions-first')
    const many = Array.from({ length: 81 }, () => said('乙县', 2023))
    expect(linesOf({ reports: [...many, first], first, ask: 'first' }, 1).join()).not.toContain(
      'mentions-first',
    )
  })
})

it('tells the five that say it most, of as often the one that is shorter', () => {
  const reports = [
    said('甲县', 2023, 2, 0.52),
    said('乙县', 2023, 9, 3.25),
    said('丙县', 2023, 2, 0.94),
    said('丁县', 2023, 1),
    said('戊县', 2023, 1, 2),
    said('己县', 2023, 1, 0.1),
  ]
  const [line = ''] = linesOf({ reports, ask: 'most' }).filter((one) => one.startsWith('mentions-most'))
  expect(line.replace('mentions-most', '').split('、')).toEqual([
    '乙县 2023mentions-times 9 3.3',
    '丙县 2023mentions-times 2 0.9',
    '甲县 2023mentions-times 2 0.5',
    '戊县 2023mentions-times 1 2.0',
    '丁县 2023mentions-times 1 1.0',
  ])
  expect(linesOf({ reports }).join()).not.toContain('mentions-most')
})

describe('the lists', () => {
  it('are those that say it, with how often, and those that do not, the newest year first', () => {
    const reports = [said('甲县', 2022), said('乙县', 2023, 2), said('丙县', 2023)]
    const without = [report('丁县', 2021)]
    const lists = ['mentions-said 3', '2023：乙县×2、丙县', '2022：甲县', 'mentions-without 1', '2021：丁县']
    expect(linesOf({ reports, without }).slice(2)).toEqual(lists)
    expect(linesOf({ reports, without, ask: 'without' }).slice(2)).toEqual([
      ...lists.slice(3),
      ...lists.slice(0, 3),
    ])
    // Where none says it nothing is gained by naming all.
    expect(linesOf({ without: [report('丁县', 2021), report('戊县', 2021)] }).slice(2)).toEqual([])
  })

  it.each([
    [4, 0],
    [5, 1],
  ])('are folded from more than four lines on: %d', (years, folded) => {
    const reports = Array.from({ length: years }, (_, index) => said('甲县', 2000 + index))
    expect(told({ reports }).folded).toBe(folded)
  })

  it('go on on the next page from eighty names on, a year in two where it must', () => {
    const reports = Array.from({ length: 82 }, () => said('甲县', 2023))
    const names = (offset: number): number =>
      linesOf({ reports, without: [report('乙县', 2020)] }, offset)
        .join()
        .match(/甲/gu)?.length ?? 0
    expect([names(0), names(1), names(9)]).toEqual([80, 2, 2])
    expect(told({ reports }).rows[0]).toMatch(/2/u)
    expect(told({ reports: reports.slice(0, 80) }).rows).toHaveLength(1)
  })

  it('go on where long names fill a page', () => {
    // A name of 27 letters and its comma are 28: twenty of them are 560.
    const long = `${'甲'.repeat(27)}县`
    const reports = Array.from({ length: 21 }, () => said(long, 2023))
    const names = (count: number): number =>
      linesOf({ reports: reports.slice(0, count) })
        .join()
        .match(/甲{27}/gu)?.length ?? 0
    expect([names(19), names(20), names(21)]).toEqual([19, 20, 20])
  })
})

describe('other words for it', () => {
  const others = (count: number) => ({
    wordings: Array.from({ length: count }, (_, index) => `词${index}`),
    reports: [said('丙县', 2023)],
  })
  const [a, b] = [said('甲县', 2023), said('乙县', 2023)]
  it('are told beside it, or in its place', () => {
    expect(linesOf({ reports: [a, b], others: others(1) }).slice(2, 3)).toEqual([
      'mentions-other-words-too “词0” 1',
    ])
    expect(linesOf({ reports: [a, b], others: others(1) }).join()).not.toContain('said-otherwise')
    expect(linesOf({ without: [a.report, b.report], others: others(2) }).slice(2)).toEqual([
      'mentions-other-words “词0”“词1” 1',
      'mentions-said-otherwise 1',
      '2023：丙县',
    ])
  })

  it.each([
    [4, 'mentions-other-words-too “词0”“词1”“词2”“词3” 1'],
    [5, 'mentions-other-words-too “词0”“词1”“词2”“词3” … 1'],
  ])('are four at most: of %d', (count, line) => {
    expect(linesOf({ reports: [a, b], others: others(count) })[2]).toBe(line)
  })
})

it('offers the passages, the course over the years and a file, where there are any', () => {
  expect(told({ reports: [said('甲县', 2023)] }).rows).toEqual(['button-results button-trend button-csv'])
  expect(told({ without: [report('甲县', 2023)] }).rows).toEqual([])
})
