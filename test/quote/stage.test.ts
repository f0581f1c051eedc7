/** How far along a deed is: what was begun is not done. */
import { describe, expect, it } from 'vitest'
import { verify } from '../../src/quote/verify.ts'
import { openReports, report } from './small-searcher.ts'

const shihe = report(
  'shihe-2024',
  { place: '石河县', level: '县', reviews: 2023, plans: 2024 },
  `# 政府工作报告

## 一、2023年工作回顾

开工建设道路110条、桥梁12座，打通断头路23条。推进32个城中村改造项目。签约项目46个。建成停车场9个。启动并完成危房改造600户。开工率达97%。
`,
)
const searcher = await openReports(shihe)

describe('a claim of a deed', () => {
  it.each([
    '石河县2023年建成道路110条',
    '石河县2023年建成桥梁12座',
    '石河县2023年完成城中村改造项目32个',
    '石河县2023年建成项目46个',
    '石河县2023年开工停车场9个',
  ])('that is not so far along is not confirmed: %s', async (text) => {
    expect((await verify(searcher, text)).supported).not.toBe(true)
  })

  it.each([
    '石河县2023年开工建设道路110条',
    '石河县2023年开工建设桥梁12座',
    '石河县2023年推进32个城中村改造项目',
    '石河县2023年建成停车场9个',
    '石河县2023年完成危房改造600户',
  ])('that is as far along is confirmed: %s', async (text) => {
    expect((await verify(searcher, text)).supported).toBe(true)
  })
})
