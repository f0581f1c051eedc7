/** The year of a report without a date, where it was read, and the years that it looks back on and plans. */
import { describe, expect, it } from 'vitest'
import { readPeriods, readYear, warnOfYear } from '../../../src/import/report/read-year.ts'

interface Sources {
  readonly lines?: string[]
  readonly headings?: string[]
  readonly named?: string
  readonly keyedYear?: string
}

describe('the year', () => {
  it.each<[string, Sources, number | null, string | undefined]>([
    ['of nothing', {}, null, undefined],
    ['of the title', { lines: ['2024年政府工作报告'] }, 2024, 'title'],
    ['of a title in Chinese figures', { lines: ['二〇二四年政府工作报告'] }, 2024, 'title'],
    [
      'of the first title that has one',
      { lines: ['2023年', '政府工作报告', '2024年政府工作报告'] },
      2024,
      'title',
    ],
    ['of a title from 1949', { lines: ['一九四九年政府工作报告'] }, 1949, 'title'],
    ['of no title before', { lines: ['一九四八年政府工作报告'] }, null, undefined],
    ['of a title to 2100', { lines: ['二一〇〇年政府工作报告'] }, 2100, 'title'],
    ['of no title after', { lines: ['二一〇一年政府工作报告'] }, null, undefined],
    [
      'planned, behind the one looked back on',
      { headings: ['2023年工作回顾', '2024年工作安排'] },
      2024,
      'headings',
    ],
    [
      'planned, which the title says, too',
      { lines: ['2024年政府工作报告'], headings: ['2023年工作回顾', '2024年工作安排'] },
      2024,
      undefined,
    ],
    [
      'planned, where the title has the year looked back on',
      { lines: ['2023年政府工作报告'], headings: ['2023年工作回顾', '2024年工作安排'] },
      2024,
      'headings',
    ],
    [
      'planned, in any heading behind the year looked back on',
      { headings: ['2023年工作回顾', '2024年的新征程'] },
      2024,
      'headings',
    ],
    ['planned, where nothing else tells', { headings: ['2024年主要任务'] }, 2024, 'headings'],
    [
      'of the title, where the plans are of another',
      { lines: ['2025年政府工作报告'], headings: ['2024年主要任务'] },
      2025,
      'title',
    ],
    [
      'behind the one looked back on, which the title has',
      { lines: ['2023年政府工作报告'], headings: ['2023年工作回顾'] },
      2024,
      'headings',
    ],
    ['behind the one looked back on', { headings: ['2023年工作回顾'] }, 2024, 'headings'],
    ['of the file', { named: '云岭县2024年报告' }, 2024, 'file name'],
    ['of the file, the last', { named: '2021-2025规划2024' }, 2021, 'file name'],
    [
      'of the file that is behind the one looked back on',
      { headings: ['2023年工作回顾'], named: '2022_2024_2025' },
      2024,
      'file name',
    ],
    [
      'of the file, the last where none is behind it',
      { headings: ['2023年工作回顾'], named: '2021_2022' },
      2022,
      'file name',
    ],
    ['of no longer number in the file’s name', { named: '120240_20245' }, null, undefined],
    ['of the header', { keyedYear: '2024' }, 2024, 'header'],
    ['of no header before 1949', { keyedYear: '1948' }, null, undefined],
    ['of no header in words', { keyedYear: '今年' }, null, undefined],
  ])('%s', (_, { lines = [], headings = [], named = '', keyedYear = '' }, year, told) => {
    const from: Record<string, string> = {}
    expect(readYear({ lines, headings, named, keyedYear }, from)).toBe(year)
    expect(from.year).toBe(told)
  })
})

describe('the periods', () => {
  it.each<[string, string[], number | null, string[], [number | null, number | null]]>([
    ['stand in the headings', ['2023年工作回顾', '2024年工作安排'], 2024, [], [2023, 2024]],
    ['follow from the year', [], 2024, [], [2023, 2024]],
    ['are unknown without a year', [], null, [], [null, null]],
    ['are those of the headings without a year', ['2023年工作回顾'], null, [], [2023, null]],
    ['begin with that of the title', [], 2024, ['2022年云岭县政府工作报告'], [2022, 2024]],
    ['do not begin with the year itself', [], 2024, ['2024年云岭县政府工作报告'], [2023, 2024]],
    ['go on behind the year looked back on', ['2024年工作回顾'], 2024, [], [2024, 2025]],
    ['take what looks back and plans for a plan', ['2024年取得进展的主要任务'], 2024, [], [2023, 2024]],
    ['take what looks back by name for a look back', ['2023年任务回顾'], 2024, [], [2023, 2024]],
  ])('%s', (_, headings, year, lines, [reviews, plans]) => {
    expect(readPeriods(headings, year, lines)).toEqual({ reviews, plans })
  })
})

it.each([
  ['云岭县2023年', ['the file name says 2023, the text 2024: the text wins']],
  ['2022至2023', ['the file name says 2022, 2023, the text 2024: the text wins']],
  ['2023至2024', []],
  ['云岭县', []],
])('a file named %s is told apart from a text of 2024', (named, expected) => {
  const warnings: string[] = []
  warnOfYear(2024, named, warnings)
  expect(warnings).toEqual(expected)
})
