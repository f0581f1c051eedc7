import { expect, it } from 'vitest'
import { readComparison } from '../../src/bot/talk/comparison.ts'
import { openFiveReports } from '../five-reports.ts'

it.each([
  ['对比新源和乌恰的就业', '新源 乌恰 就业'],
  ['昭苏2022年和2023年旅游收入对比', '昭苏 2022年 2023年 旅游收入'],
  ['昭苏2024年和2025年的旅游有什么变化', '昭苏 旅游'],
  ['有什么变化：昭苏2024年和2025年旅游', '昭苏 旅游'],
  // A place without a report is compared, unless two with reports are left without it.
  ['特克斯县和尼勒克县旅游收入对比', '特克斯县 尼勒克县 旅游收入'],
  ['昭苏县和尼勒克县2022年2023年旅游收入对比', '昭苏县 尼勒克县 2022年 2023年 旅游收入'],
  ['昭苏 新源 尼勒克县 旅游收入 对比', '昭苏 新源 旅游收入'],
  // What changes is compared between two years alone, and one place of one year with nothing.
  ['昭苏2024年的旅游有什么变化', null],
  ['新源和乌恰的旅游有什么变化', null],
  ['新源和乌恰2023年的旅游有什么变化', null],
  ['昭苏旅游 对比', null],
])('%s sets side by side: %s', async (question, compared) => {
  const searcher = await openFiveReports()
  expect(readComparison(await searcher.read(question))).toBe(compared)
})
