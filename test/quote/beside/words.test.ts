/** How the words of a claim are accounted for by those of a report, and whether the two say the same. */
import { describe, expect, it } from 'vitest'
import { isSaid, weightsOf } from '../../../src/quote/beside/weights.ts'
import { accountFor, type Level, NOTHING_TOLD, unsaidOf } from '../../../src/quote/beside/words.ts'

const NONE = () => []
const TOLD = {
  ...NOTHING_TOLD,
  own: '建成青石水库',
  topic: '茶叶产业',
  before: '改造道路',
  shared: '引水灌溉',
  foreign: '拆除厂房',
}
const levelsOf = (words: string): Level[] => accountFor(words, TOLD, NONE).flatMap(({ levels }) => levels)

describe('a word', () => {
  it.each([
    ['水库', 'own'],
    ['茶叶', 'topic'],
    ['道路', 'before'],
    ['灌溉', 'shared'],
    ['厂房', 'foreign'],
    ['学校', 'none'],
  ])('%s is told %s', (word, level) => {
    expect(new Set(levelsOf(word))).toEqual(new Set([level]))
  })

  it('is told by another for the same deed', () => {
    expect(new Set(levelsOf('盖了水库'))).toEqual(new Set(['own']))
  })

  it('with one character in the place of another is another word', () => {
    expect(levelsOf('白石水库')[0]).toBe('other')
  })

  it('of which one character stands there is told nowhere', () => {
    expect(new Set(levelsOf('仓库'))).toEqual(new Set(['none']))
  })
})

it.each([
  ['建成水库', true],
  ['茶叶产业水库', true],
  ['拆除水库', false],
  ['学校水库', false],
  ['白石水库', false],
])('%s is said by a report: %s', (words, is) => {
  expect(isSaid(weightsOf(accountFor(words, TOLD, NONE), { unsaid: '', cut: '' }))).toBe(is)
})

it('finds what a text leaves out', () => {
  expect(unsaidOf('规模以上工业企业', '工业企业', NONE)).not.toBe('')
  expect(unsaidOf('工业企业', '规模以上工业企业', NONE)).toBe('')
})
