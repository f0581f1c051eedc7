/** Claims of which a report says otherwise, as people and the press word them. */
import { describe, expect, it } from 'vitest'
import { verify } from '../../../src/quote/verify.ts'
import { openReports, report } from '../small-searcher.ts'

const linshui = report(
  'linshui-2024',
  { place: '临水县', level: '县', reviews: 2023, plans: 2024, speaker: '王平' },
  `# 政府工作报告

## 一、2023年工作回顾

城镇新增就业5200人。竹林覆盖率提高到46.05%。审批时限压减61%。PM2.5年均浓度降至31微克/立方米。先进产能占比达到73%。竹笋达到2.4万亩。社消零总额超过60亿元，增长8.3%。全社会研发经费支出相当于全县生产总值的比例达到2.4%左右。书院总部、茶艺中心分别新认定16家和3家。国家高新技术企业从24家增至86家。引进人才260人。清洁能源消费比重提高1.9个百分点。重点书院招收乡村学员人数增长21.4%。全年城镇登记失业率2.1%。追讨茶农工资76.5万元。“十三五”时期帮助7.5万茶农解决饮水安全问题。“三茶”经费支出下降33.2%，全县茶会数量下降11.4%。建设4.7万亩茶园，竹笋生产“十二连丰”。教育支出占一般公共预算支出的比重为22.6%。集装箱吞吐量13.5万标箱，刷新全省内河码头历史记录。茶市交易总额36亿元。关闭煤矿12家、砖厂3家，新建书屋7家。化解债务5.2亿元。建设筹集安置住房1.6万套、供应0.9万套。全县PM10浓度年均值为48微克/立方米。

临大高铁开通运营，实现乡乡通高铁动车。

获得文明县城等多项称号，五年投入13.7亿元开展河湖治理，水质均值达标。五年来，新增铁路通车里程143公里。

## 二、2024年工作安排

城镇新增就业5000人以上。
`,
)
const searcher = await openReports(linshui)

describe('a claim', () => {
  it.each([
    ['that finds its number small', '临水县2023年城镇新增就业才5200人', '临水县2023年城镇新增就业才5000人'],
    [
      'that finds it small behind the year',
      '临水县竹林覆盖率2023年才46.05%',
      '临水县竹林覆盖率2023年才36.05%',
    ],
    ['of talents, which is no 才', '临水县2023年引进人才260人', '临水县2023年引进人才360人'],
    [
      'that names the place again behind its source',
      '据临水县政府工作报告，2023年临水先进产能占比达到73%',
      '据临水县政府工作报告，2023年临水先进产能占比达到61%',
    ],
    [
      'that names it again behind its speaker',
      '据临水县县长王平介绍，2023年临水PM2.5年均浓度降至31微克/立方米',
      '据临水县县长王平介绍，2023年临水PM2.5年均浓度降至21微克/立方米',
    ],
    [
      'of the place that was named',
      '据临水县政府工作报告，该县2023年先进产能占比达到73%',
      '据临水县政府工作报告，该县2023年先进产能占比达到75%',
    ],
    ['of an area by its unit', '临水县2023年竹笋种植面积达到2.4万亩', '临水县2023年竹笋种植面积达到4.2万亩'],
    [
      'without what a unit is per',
      '临水县2023年PM2.5年均浓度降到了31微克',
      '临水县2023年PM2.5年均浓度降到了21微克',
    ],
    [
      'by a short name that reports print',
      '临水县2023年社消零过了60亿，涨了8.3%',
      '临水县2023年社消零过了60亿，涨了18.3%',
    ],
    [
      'of a share without its whole’s place',
      '临水县2023年全社会研发经费支出相当于生产总值的比例达到2.4%左右',
      '临水县2023年全社会研发经费支出相当于生产总值的比例达到2.5%左右',
    ],
    [
      'of what was added of each',
      '临水县2023年新认定书院总部16家、茶艺中心3家',
      '临水县2023年新认定书院总部3家、茶艺中心16家',
    ],
    [
      'of a steep rise',
      '据临水县政府工作报告，2023年国家高新技术企业由24家猛增至86家',
      '据临水县政府工作报告，2023年国家高新技术企业由34家猛增至86家',
    ],
    [
      'of what was supplied, and not of what was raised for it',
      '临水县2023年建设筹集安置住房1.6万套',
      '临水县2023年供应安置住房1.6万套',
    ],
    [
      'of the mean of the year, whose name has it',
      '临水县2023年PM10年均浓度48微克/立方米',
      '临水县2023年PM10年均浓度38微克/立方米',
    ],
  ])('%s is confirmed, and not with another number', async (_what, right, wrong) => {
    expect((await verify(searcher, right)).supported).toBe(true)
    expect((await verify(searcher, wrong)).supported).not.toBe(true)
  })

  it.each([
    '临水县2023年重点书院招收乡村学员人数增长21.4%',
    '临水县2023年失业率2.1%',
    '临水县“十三五”那五年给7.5万茶农解决了饮水安全',
    '临水县2023年“三茶”经费支出压减33.2%，茶会数量下降11.4%',
    '临水县2023年竹笋“十二连丰”，还建了4.7万亩茶园',
    '据临水县县长所作报告，2023年该县教育支出占到一般公共预算支出的两成以上（22.6%）',
    '据临水县政府工作报告，2023年集装箱吞吐量达13.5万标箱，改写全省内河码头历史纪录',
    '临水县2023年茶市成交总额36亿元',
    '临水县2023年关了12家煤矿',
    '临水县2023年化解债务5.2亿元',
    '临水县2023年书屋7家',
    '2023年临大高铁投运，临水实现乡乡通高铁动车',
  ])('in other words is confirmed: %s', async (text) => {
    expect((await verify(searcher, text)).supported).toBe(true)
  })

  it.each([
    ['without which energy', '临水县2023年能源消费比重提高1.9个百分点'],
    ['without which schools', '临水县2023年书院招收乡村学员人数增长21.4%'],
    ['with another exact number in brackets', '临水县2023年教育支出占到一般公共预算支出的两成以上（23.6%）'],
  ])('is neither confirmed nor contradicted %s: %s', async (_what, text) => {
    expect((await verify(searcher, text)).supported).toBeNull()
  })

  it.each([
    ['what was closed, as what there is', '临水县2023年煤矿达到12家'],
    ['what was closed, as what there is, in a list', '临水县2023年有砖厂3家'],
    ['what was paid back, as what is owed', '临水县2023年债务5.2亿元'],
    ['what was recovered, as what there was', '临水县2023年茶农工资76.5万元'],
    ['what it came to, as by how much', '临水县2023年竹林覆盖率提高了46.05个百分点'],
    ['by how much it fell, as what is left', '临水县2023年审批时限压到只剩61%'],
    ['what years together spent, as of one', '据临水县政府工作报告，2023年该县投入13.7亿元开展河湖治理'],
    ['what years together built, as of one', '据临水县政府工作报告，2023年临水一年新增铁路通车里程143公里'],
    ['a target, as done', '临水县2023年城镇新增就业才5000人'],
    ['another share', '据临水县政府工作报告，2023年临水先进产能占比达到61%'],
  ])('is contradicted that tells %s: %s', async (_what, text) => {
    expect((await verify(searcher, text)).supported).toBe(false)
  })
})
