/** In which order figures are told, and which a bound or a direction shuts out. */
import { describe, expect, it } from 'vitest'
import { arrangeFigures } from '../../src/answer/figures/arrange-figures.ts'
import type { FigureQuestion } from '../../src/answer/figures/figure-question.ts'
import type { Threshold } from '../../src/answer/figures/figure-words.ts'
import type { Figure } from '../../src/figures/figure.ts'
import type { StatedFigure } from '../../src/search/backend.ts'

/** `甲 3亿元 +5%`: place, value and growth, either of which may be missing; 目标 behind the place for what is planned. */
function stated(said: string, fields: Partial<Figure> = {}): StatedFigure {
  const [, place, target, value, unit, change] =
    /^(\S)(目标)? ?(?:([\d.]+)([^\d\s+-]*))? ?([+-]\S+)?$/u.exec(said) ?? []
  const figure = {
    indicator: '旅游收入',
    kind: target === undefined ? 'actual' : 'target',
    value: value ?? null,
    unit: unit === undefined || unit === '' ? null : unit,
    change: change ?? null,
    bound: 'exact',
    quote: said,
    ...fields,
  }
  return { figure, report: { place } } as StatedFigure
}

function arranged(made: readonly (string | StatedFigure)[], fields: Partial<FigureQuestion> = {}): string[] {
  const asked = {
    order: null,
    threshold: null,
    sign: null,
    measure: null,
    years: null,
    ranksSubjects: false,
    ...fields,
  } as FigureQuestion
  const figures = made.map((one) => (typeof one === 'string' ? stated(one) : one))
  return arrangeFigures(figures, asked).map(({ figure }) => figure.quote)
}

const LARGEST = { order: { by: null, isDescending: true, first: null } }
const SMALLEST = { order: { by: null, isDescending: false, first: null } }

describe('the order', () => {
  it.each<[string, readonly string[], Partial<FigureQuestion>, readonly string[]]>([
    ['of one place that of its report', ['甲 1亿元', '甲 3亿元'], {}, ['甲 1亿元', '甲 3亿元']],
    ['of all years that of the years', ['甲 1亿元', '乙 3亿元'], { years: 'all' }, ['甲 1亿元', '乙 3亿元']],
    ['of several places the largest first', ['甲 1亿元', '乙 3亿元'], {}, ['乙 3亿元', '甲 1亿元']],
    [
      'by what is asked for',
      ['甲 3亿元 +1%', '乙 2亿元 +2%'],
      { measure: 'change' },
      ['乙 2亿元 +2%', '甲 3亿元 +1%'],
    ],
    ['the smallest first where that is asked', ['甲 3亿元', '乙 1亿元'], SMALLEST, ['乙 1亿元', '甲 3亿元']],
    ['results before targets', ['甲目标 9亿元', '乙 1亿元'], LARGEST, ['乙 1亿元', '甲目标 9亿元']],
    [
      'not where things are put in order',
      ['乙 1亿元', '甲目标 9亿元'],
      { ...LARGEST, ranksSubjects: true },
      ['甲目标 9亿元', '乙 1亿元'],
    ],
    [
      'each target behind the result of its place',
      ['甲目标 2亿元', '甲 1亿元', '乙目标 5亿元', '乙 4亿元'],
      {},
      ['乙 4亿元', '乙目标 5亿元', '甲 1亿元', '甲目标 2亿元'],
    ],
    [
      'places without results last',
      ['丙目标 9亿元', '甲 1亿元', '乙 4亿元'],
      {},
      ['乙 4亿元', '甲 1亿元', '丙目标 9亿元'],
    ],
    // What states no amount is behind a fall, too, and so is an amount in a unit that few are in.
    ['what states none last', ['甲 3亿元', '乙 -5%'], { measure: 'change' }, ['乙 -5%', '甲 3亿元']],
    [
      'the unit of most first',
      ['甲 9万美元', '乙 1亿元', '丙 2亿元'],
      {},
      ['丙 2亿元', '乙 1亿元', '甲 9万美元'],
    ],
    ['of half that state a size by size', ['甲 +9%', '乙 3亿元'], {}, ['乙 3亿元', '甲 +9%']],
    ['of fewer by growth', ['乙 3亿元', '甲 +5%', '丙 +9%'], {}, ['丙 +9%', '甲 +5%', '乙 3亿元']],
  ])('is %s', (_what, made, asked, order) => {
    expect(arranged(made, asked)).toEqual(order)
  })

  it('is that of the indicators first', () => {
    const grain = stated('甲 9万吨', { indicator: '粮食产量' })
    expect(arranged(['甲 1亿元', grain, '乙 3亿元'])).toEqual(['乙 3亿元', '甲 1亿元', '甲 9万吨'])
    expect(arranged([grain, '甲 1亿元', '乙 3亿元'])).toEqual(['甲 9万吨', '乙 3亿元', '甲 1亿元'])
  })

  it.each<[number, readonly string[], readonly string[]]>([
    [1, ['甲 1亿元', '乙 3亿元', '丙 2亿元'], ['乙 3亿元']],
    [2, ['甲 1亿元', '乙 3亿元', '丙 2亿元'], ['乙 3亿元', '丙 2亿元']],
    // All that the first places state, but of a single place so many figures.
    [2, ['乙 1亿元', '乙 3亿元', '丙 2亿元'], ['乙 3亿元', '丙 2亿元', '乙 1亿元']],
    [2, ['甲 1亿元', '甲 3亿元', '甲 2亿元'], ['甲 3亿元', '甲 2亿元']],
  ])('ends with the first %d: %j', (first, made, left) => {
    expect(arranged(made, { order: { by: null, isDescending: true, first } })).toEqual(left)
  })

  it('of what falls is the deepest first, of what rises the highest', () => {
    const made = ['甲 -2%', '乙 +3%', '丙 -5%', '丁 +4%', '戊 +0%', '己 3亿元']
    expect(arranged(made, { sign: -1, measure: 'change' })).toEqual(['丙 -5%', '甲 -2%'])
    expect(arranged(made, { sign: 1, measure: 'change' })).toEqual(['丁 +4%', '乙 +3%'])
  })
})

describe('a bound', () => {
  const bound = (
    is: Threshold['is'],
    number: number,
    unit: string,
    by: Threshold['by'] = 'value',
  ): Partial<FigureQuestion> => ({ threshold: { by, is, amount: { number, unit } } })
  const made = ['甲 2亿元', '乙 3亿元', '丙 4亿元']

  it.each<[Threshold['is'], readonly string[]]>([
    ['above', ['丙 4亿元']],
    ['at-least', ['丙 4亿元', '乙 3亿元']],
    ['equal', ['乙 3亿元']],
    ['about', []],
    ['at-most', ['乙 3亿元', '甲 2亿元']],
    ['below', ['甲 2亿元']],
  ])('lets through what is %s it', (is, left) => {
    expect(arranged(made, bound(is, 3e8, '元'))).toEqual(left)
  })

  it.each<[Figure['bound'], Threshold['is'], boolean]>([
    ['over', 'above', true],
    ['over', 'equal', false],
    ['over', 'at-most', false],
    ['over', 'at-least', true],
    ['at-least', 'above', false],
    ['about', 'about', true],
    ['about', 'equal', true],
    ['exact', 'about', false],
  ])('is met by the same number that is meant as %s: %s, %s', (printed, is, passes) => {
    const left = arranged([stated('甲 3亿元', { bound: printed })], bound(is, 3e8, '元'))
    expect(left).toHaveLength(passes ? 1 : 0)
  })

  it.each<[string, Partial<FigureQuestion>, readonly string[]]>([
    ['in another unit is met by nothing', bound('above', 1, '人'), []],
    ['without a unit is one of any', bound('above', 3e8, ''), ['丙 4亿元']],
    ['of growth is none of sizes', bound('above', 1, '%', 'change'), []],
  ])('%s', (_what, asked, left) => {
    expect(arranged(made, asked)).toEqual(left)
  })

  it('of a rate in per cent is one of its value, and not of its growth', () => {
    const rate = stated('甲 62% +1%', { indicator: '常住人口城镇化率' })
    expect(arranged([rate], bound('above', 60, '%', 'change'))).toHaveLength(1)
    expect(arranged([rate], bound('below', 60, '%', 'change'))).toEqual([])
    expect(arranged([stated('甲 +62%')], bound('above', 60, '%', 'change'))).toHaveLength(1)
    const points = stated('甲 62% +1个百分点', { indicator: '常住人口城镇化率' })
    expect(arranged([points], bound('above', 0.5, '个百分点', 'change'))).toHaveLength(1)
  })
})
