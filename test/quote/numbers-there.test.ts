/** What contradicts a text whose numbers all stand in the reports. */
import { describe, expect, it } from 'vitest'
import { verifyText } from '../../src/quote/verify-text.ts'
import { openReports, report } from './small-searcher.ts'

const searcher = await openReports(
  report(
    'qingxi-2025',
    { title: '清溪县2025年政府工作报告', place: '清溪县', level: '县', year: 2025 },
    '## 一、2024年工作回顾\n\n全县地区生产总值48.2亿元，增长6.1%；旅游收入3.4亿元，增长9.5%。全社会研发投入18.5亿元、增长11.8%，占地区生产总值比重提升至5.81%。\n\n## 二、2025年工作安排\n\n做强特色产业，力争蓝莓产能达到1200万斤，产值达到1.2亿元。地区生产总值增长5%左右。全力推动总投资177.63亿元的26项重点项目建设，年内完成投资26.75亿元。\n',
  ),
)

describe('a text whose numbers all stand in the reports', () => {
  it.each([
    ['清溪县2025年想把蓝莓做大，产能奔1200万斤去，产值争取做到12000万元。', null],
    [
      '过去一年，清溪县全社会研发投入占GDP比重升至5.81%，总额18.5亿元，增长11.8%——2025年该县政府工作报告如此总结。',
      null,
    ],
    ['清溪县今年26项重点项目总投资177.63亿元，年内要完成26.75亿元。', null],
    ['清溪县2024年地区生产总值48.2亿元，增长5%。', false],
    ['清溪县2024年旅游收入48.2亿元，增长9.5%。', false],
    ['清溪县2024年地区生产总值48.2亿元，增长6.1%。', true],
  ])('is contradicted by another figure of the same alone: %s', async (text, supported) => {
    expect((await verifyText(searcher, text)).supported).toBe(supported)
  })
})
