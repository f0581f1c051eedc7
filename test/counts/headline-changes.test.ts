import { expect, it } from 'vitest'
import { readChanges } from '../../src/counts/report-changes.ts'
import { createMiniSearchBackend } from '../../src/search/embedded/backend.ts'
import { report } from '../quote/small-searcher.ts'

const before = `# 政府工作报告

## 一、2022年工作回顾

修整渠道36公里。地区生产总值增长5%。

## 二、2023年主要任务

一般公共预算收入增长6%。`

const after = `# 政府工作报告

## 一、2023年工作回顾

一般公共预算收入增长7%。修整渠道40公里。地区生产总值增长5.5%。`

it('begins with what both reports tell of an indicator, and ends with a result beside a target', async () => {
  const reports = [
    report('yunling-2023', { year: 2023, reviews: 2022, plans: 2023 }, before),
    report('yunling-2024', { year: 2024, reviews: 2023, plans: 2024 }, after),
  ]
  const found = await readChanges(createMiniSearchBackend(reports), 'yunling-2023', 'yunling-2024')
  expect('figures' in found && found.figures.map(({ b }) => b?.text)).toEqual([
    '地区生产总值增长5.5%。',
    '修整渠道40公里。',
    '一般公共预算收入增长7%。',
  ])
})

it.each([
  ['地区生产总值增长5%', '地区生产总值增长6%', true],
  ['地区生产总值达到50亿元', '地区生产总值达到60亿元', true],
  ['地区生产总值增长5%左右', '地区生产总值增长5%以上', true],
])('begins with %s → %s, though it ends with its figure', async (a, b, isFirst) => {
  const reports = [
    report(
      'yunling-2023',
      { year: 2023, reviews: 2022, plans: 2023 },
      `# 题\n\n## 一、2022年工作回顾\n\n修整渠道36公里。\n\n${a}`,
    ),
    report(
      'yunling-2024',
      { year: 2024, reviews: 2023, plans: 2024 },
      `# 题\n\n## 一、2023年工作回顾\n\n修整渠道40公里。\n\n${b}`,
    ),
  ]
  const found = await readChanges(createMiniSearchBackend(reports), 'yunling-2023', 'yunling-2024')
  expect('figures' in found && found.figures[0]?.b?.text === b).toBe(isFirst)
})

it('is empty where no figure is another one', async () => {
  const reports = [
    report('yunling-2023', { year: 2023 }, '# 题\n\n地区生产总值增长5%。'),
    report('yunling-2024', { year: 2024 }, '# 题\n\n地区生产总值增长5%。'),
  ]
  const found = await readChanges(createMiniSearchBackend(reports), 'yunling-2023', 'yunling-2024')
  expect('figures' in found && found.figures).toEqual([])
})
