/** What the reports say of the same, against a text that they seem to confirm. */
import { describe, expect, it } from 'vitest'
import { verifyText } from '../../../src/quote/verify-text.ts'
import { openReports, report } from '../small-searcher.ts'

const searcher = await openReports(
  report(
    'qingxi-2025',
    { title: '清溪县2025年政府工作报告', place: '清溪县', level: '县', year: 2025, speaker: '林远' },
    '## 一、2024年工作回顾\n\n财政总收入11.36亿元，其中地方公共财政预算收入7.19亿元，增长12.1%。全年完成城建投资49.6亿元，其中中心城区完成投资22.3亿元。农业产值达到78.3亿元（社办工业的产值10.2亿元不包括在内）。\n\n“青岭山羊新品种培育”荣获国家科技进步二等奖，新增高标准粮田12.7万亩。总投资60.5亿元的环湖水资源配置工程开工建设，建成后将惠及4个乡镇18万人。\n\n在全国率先发放育儿补贴，惠及1.7万户。下岗职工2700人，先后有1800人通过多种渠道实现再就业。城镇居民收入五年年均增长5.2%，十年年均增长6.2%。\n',
  ),
)

describe('a text that the reports seem to confirm', () => {
  it.each([
    ['清溪县2024年财政总收入7.19亿元。', false],
    ['清溪县2024年地方公共财政预算收入7.19亿元，增长12.1%。', true],
    ['2024年清溪县全年完成城建投资49.6亿元，都投在了中心城区。', false],
    ['清溪县2024年农业产值达到78.3亿元，其中包括社办工业的产值10.2亿元。', false],
    ['2024年，清溪县的“青岭山羊新品种培育”荣获国家科技进步一等奖，新增高标准粮田12.7万亩。', false],
    ['2024年，清溪县的“青岭山羊新品种培育”荣获国家科技进步二等奖，新增高标准粮田12.7万亩。', true],
    ['2024年清溪县总投资60.5亿元的环湖水资源配置工程建成，惠及4个乡镇18万人。', false],
    ['2024年清溪县总投资60.5亿元的环湖水资源配置工程开工建设。', true],
    ['2024年清溪县在全国率先发放育儿补贴，惠及1.7万户。', true],
    ['2024年清溪县在世界率先发放育儿补贴，惠及1.7万户。', false],
    ['清溪县下岗职工2700人，都已通过多种渠道实现再就业。', false],
    ['听说过去十年清溪县城镇居民收入年均增长6.2%？', true],
    ['听说过去五年清溪县城镇居民收入年均增长6.2%？', false],
    ['清溪县县长林远2025年1月9日向县人代会报告，去年财政总收入11.36亿元。', true],
    ['清溪县县长周平2025年1月9日向县人代会报告，去年财政总收入11.36亿元。', false],
    ['清溪县县长林远2024年1月9日向县人代会报告，2024年财政总收入11.36亿元。', false],
    ['清溪县2024年财政总收入是不是11.36亿元？', true],
  ])('is not, where they say otherwise of the same: %s', async (text, isConfirmed) => {
    expect((await verifyText(searcher, text)).supported === true).toBe(isConfirmed)
  })
})
