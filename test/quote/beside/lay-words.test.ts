/** Which texts without a number follow from a sentence of a report, told in other words. */
import { describe, expect, it } from 'vitest'
import { verify } from '../../../src/quote/verify.ts'
import { openReports, report } from '../small-searcher.ts'

const searcher = await openReports(
  report(
    'yunling-2024',
    { level: '县', reviews: 2023, plans: 2024, speaker: '白云' },
    `# 政府工作报告

## 一、2023年工作回顾

拆除了西河收费站。成立全县首家公证处，建成全省首家茶叶学院。县医院门诊楼建成启用、中医院住院楼主体封顶。东山桥建成通车，南山隧道、北山隧道开工建设。

歌曲《采茶》荣获全国“百花奖”。与青河共建茶叶实验区，与白河共建丝绸实验区。90%以上的乡镇建成文明乡镇。茶园管理被省农业厅评为“示范单位”。市容考核全市第二、居民满意度全市第一。

## 二、2024年工作安排

推动西山水库扩建工程落地，开展第四次茶树普查。`,
  ),
)

describe('a text without a number', () => {
  it.each([
    '云岭县2023年把西河收费站给拆了',
    '全省首家茶叶学院在云岭县建成，对吧？',
    '云岭县的歌曲《采茶》拿过全国“百花奖”吗？',
    '白云在报告中指出，东山桥2023年建成通车',
    '云岭县2024年是不是要搞第四次茶树普查？',
  ])('follows from a sentence: %s', async (text) => {
    const { supported, told } = await verify(searcher, text)
    expect(supported).toBe(true)
    expect(told?.figure.quote).toBe(told?.passage.text.slice(told.figure.start, told.figure.end))
  })

  it.each([
    ['another thing', '云岭县2023年拆除了东河收费站'],
    ['another reach', '全国首家茶叶学院在云岭县建成'],
    ['what the next of a list is', '云岭县的县医院门诊楼、中医院住院楼2023年建成启用'],
    ['another stage', '云岭县南山隧道2023年通车了'],
    ['each with the other', '云岭县2023年与白河共建茶叶实验区，与青河共建丝绸实验区'],
    ['all for a part', '云岭县所有乡镇2023年建成文明乡镇'],
    ['another giver', '云岭县茶园管理被国务院评为“示范单位”'],
    ['a plan, as done', '云岭县2024年已经开展了第四次茶树普查'],
    ['what is worked for', '云岭县2024年西山水库扩建工程要落地'],
    ['another year', '云岭县2022年拆除了西河收费站'],
    ['ranks in each other’s place', '云岭县2023年市容考核全市第一、居民满意度全市第二'],
    ['more than is told', '云岭县2023年拆除了西河收费站，引来群众投诉'],
  ])('does not that tells %s: %s', async (_what, text) => {
    expect((await verify(searcher, text)).supported).not.toBe(true)
  })

  it('is shown as a quote where it is one with a slip', async () => {
    expect((await verify(searcher, '拆除了西河的收费站，开展第四次茶树普查')).told).toBeUndefined()
  })
})
