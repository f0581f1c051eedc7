/** Which heading a number means: one below that of the passage, beside it, or beside those above. */
import { expect, it } from 'vitest'
import { findNumberedHeading } from '../../src/bot/features/numbered-heading.ts'
import { report } from '../search/small-corpus.ts'

const REPORT = report('yunling-2023', { place: '云岭县' }, [
  '## 一、2022年工作回顾',
  '总说。',
  '### （一）产业',
  '产业甲。',
  '### （二）民生',
  '民生甲。',
  '## 二、2023年工作安排',
  '安排总说。',
  '### 抓项目',
  '项目甲。',
  '### 抓民生',
  '民生乙。',
  '### 抓生态',
  '生态甲。',
  '## 名词解释',
  '解释。',
])

it.each([
  ['总说。', 2, '（二）民生'],
  ['总说。', 3, null],
  ['产业甲。', 2, '（二）民生'],
  ['产业甲。', 1, '（一）产业'],
  // Headings without numbers count in their order.
  ['安排总说。', 3, '抓生态'],
  ['生态甲。', 1, '抓项目'],
  ['安排总说。', 4, null],
  // There is nothing below: it is one of the parts.
  ['解释。', 2, '二、2023年工作安排'],
  ['解释。', 3, null],
])('from %j, number %i is %j', (text, number, heading) => {
  const passage = REPORT.passages.find((one) => one.text === text)
  if (passage === undefined) throw new Error('no such passage')
  const index = findNumberedHeading(REPORT, passage, number)
  expect(index === null ? null : REPORT.sections[index]?.heading).toBe(heading)
})
