/** Whether a noun of a question may be the name of a figure, and which figure it is not. */
import { expect, it } from 'vitest'
import { answerFigures } from '../../src/answer/figures/answer-figures.ts'
import type { FigureQuestion } from '../../src/answer/figures/figure-question.ts'
import { mayBePrinted } from '../../src/answer/figures/printed-figures.ts'
import { openFiveReports } from '../five-reports.ts'

const nothing = {
  query: { intent: null },
  measure: null,
  order: null,
  threshold: null,
  kind: null,
  unit: null,
  words: [],
  longNames: [],
}

it.each<[object, boolean]>([
  [{}, false],
  [{ words: ['赛马'] }, false],
  [{ query: { intent: 'figure' } }, false],
  [{ words: ['赛马'], query: { intent: 'figure' } }, true],
  [{ longNames: ['赛马场次'], query: { intent: 'figure' } }, true],
  [{ words: ['赛马'], measure: 'change' }, true],
  [{ words: ['赛马'], order: 'most' }, true],
  [{ words: ['赛马'], threshold: {} }, true],
  [{ words: ['赛马'], kind: 'target' }, true],
  [{ words: ['赛马'], unit: '场' }, true],
  [{ words: ['赛马'], query: { intent: 'definition' } }, false],
])('of %j: %s', (fields, isPossible) => {
  expect(mayBePrinted({ ...nothing, ...fields } as unknown as FigureQuestion)).toBe(isPossible)
})

it.each([
  ['昭苏县马匹收入是多少', '300吨'],
  ['伊宁市小游园面积多少', '63个'],
  ['昭苏县改造了多少户棚户区', '户厕改造600户'],
  ['新源县修了多少公里路', '改造10千伏线路30千米'],
  ['伊宁市打算修几条路', '6条道路路沿石'],
])('answers %s with no %s', async (question) => {
  expect(await answerFigures(await openFiveReports(), question)).toBeNull()
})

it('takes 新增了 for what is counted, and not for growth', async () => {
  const found = await answerFigures(await openFiveReports(), '伊宁市2022年新增了7家高新技术企业')
  expect(found?.lacking ?? null).toBeNull()
})

it('tells which reports say it in other words than those of the table', async () => {
  const found = await answerFigures(await openFiveReports(), '各地援疆资金多少')
  expect(found?.otherwise.map(({ report }) => report.place)).toContain('伊宁市')
  expect(found?.absent.map(({ report }) => report.place)).not.toContain('伊宁市')
})

it('takes what is done for what is asked where a question names no thing', async () => {
  const found = await answerFigures(await openFiveReports(), '昭苏县改造了多少户')
  expect(found?.rows.map(({ figure }) => `${figure.name} ${figure.value}`)).toEqual(['户厕改造 600'])
})
