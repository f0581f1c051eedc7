/** What the lines of a plain text tell of themselves. */
import { expect, it } from 'vitest'
import { extractText } from '../../../src/import/extract/text.ts'

it('counts pages where form feeds part them', () => {
  expect(extractText('甲\n\f乙\n丙')).toEqual([
    { text: '甲', page: 1 },
    { text: '乙', page: 2 },
    { text: '丙', page: 2 },
  ])
  expect(extractText('甲\n乙')).toEqual([{ text: '甲' }, { text: '乙' }])
})

it('has rows where neighbours have three cells or more between tabs', () => {
  const rows = (...lines: readonly string[]): boolean[] =>
    extractText(lines.join('\n')).map(({ isTableRow = false, isBlock = false }) => isTableRow && isBlock)
  expect(rows('项目\t投资\t进度', '公路\t\t开工', '正文。')).toEqual([true, true, false])
  expect(rows('\t各位代表：', '\t一年来\t成绩', '青禾县\t林小川\t县长', '\t正文。')).toEqual([
    false,
    false,
    false,
    false,
  ])
})
