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
