import { describe, expect, it } from 'vitest'
import { verdictKind, verify } from '../../../src/quote/verify.ts'
import { verifyText } from '../../../src/quote/verify-text.ts'
import { openReports, report } from '../small-searcher.ts'

const yunling = report(
  'yunling-2024',
  { level: '县', reviews: 2023, plans: 2024 },
  `# 政府工作报告

## 一、2023年工作回顾

全年地区生产总值增长5.5%，一般公共预算收入完成2.3亿元、增长12.4%。固定资产投资增长7%左右。累计接待游客760.1万人次、旅游收入30.38亿元，分别增长16.6%、20%。粮食产量达12.6万吨，农业机械总动力10.6万千瓦。城镇居民人均可支配收入19970元。地区生产总值突破百亿大关，达到101.6亿元，居全州第二；税收收入3.1亿元，居全州第一。社会消费品零售总额21亿元，比2020年增长31.5%。新增规模以上工业企业6家、达到52家。青禾集团实现产值7.5亿元、纳税1.04亿元；金穗公司实现产值3.2亿元、纳税0.4亿元。民生支出占一般公共预算支出的比重达到81%。棉花总产2.6万吨。新增科技园9家、高新技术企业29家。外贸进出口总额增长6.5%（年度目标6%以上）。农民人均纯收入3262元，最低工资标准由2030元/月提高至2130元/月。

五年来，城乡面貌改善。累计改造农村公路210公里。

贫困发生率下降至0.47%，村道硬化率上升到98%。

18万亩高标准农田建设项目竣工，全县高标准农田达73万亩。投资3.5亿元，开工建设青石水库。投资2.4亿元，白石水库实现下闸蓄水。总投资59亿元的青禾风电项目开工建设，总投资14亿元的金穗酒业改建项目加快推进。日供水能力由2万立方米提升至5万立方米。甜瓜总产5.1万吨、占全省91%。创建国家级众创空间1个、省级众创空间3个。推广新能源汽车3000辆。完成公共服务支出24.4亿元，占一般公共预算支出的61.2%。税务部门代收非税收入增长24.6%。森林面积由2018年的20万亩增加到26万亩。建成东坪、西坪和中坪3个冷库项目。工伤事故起数、伤亡人数比2020年分别下降35.3%、28.3%。

云岭经济开发区完成主营业务收入160亿元。完成税收收入1.7亿元，增长38.6%。产业集聚区设施进一步完善，全年完成规模以上工业增加值29亿元。全社会固定资产投资88亿元，增长28%，其中城镇固定资产投资完成74亿元，增长31%。牛羊出栏分别增长5.2%、1.9%。

## 二、2024年工作安排

主要预期目标：地区生产总值增长6.5%左右，一般公共预算收入增长8%，旅游收入达到36亿元以上，城镇登记失业率控制在3%以内，粮食播种面积超30万亩。
`,
)
const baihe = report(
  'baihe-2024',
  { place: '白河县', level: '县', reviews: 2023, plans: 2024 },
  '# 政府工作报告\n\n## 一、2023年工作回顾\n\n全县地区生产总值增长4.1%，旅游收入12亿元，限上社会消费品零售总额5.1亿元、增长9.3%。2019年以来，累计淘汰和转型落后产能企业84家。\n\n## 二、2024年工作安排\n\n力争地区生产总值增长7%以上。\n',
)
const searcher = await openReports(yunling, baihe)
const conflictsOf = async (text: string) => {
  const verdict = await verify(searcher, text)
  return verdict.conflicts.map(({ kind, said, source }) => `${kind}: ${said} ≠ ${source}`)
}

describe('what no report says of its figure', () => {
  it.each([
    ['of a zone, in a sentence that leaves it out', '云岭县2023年税收收入1.7亿元'],
    ['of a zone, the growth of it', '云岭县2023年税收收入增长38.6%'],
    ['of a zone that its sentence opens with', '云岭县2023年规模以上工业增加值29亿元'],
    ['of a part behind 其中', '云岭县2023年全社会固定资产投资74亿元'],
    ['of a part behind 其中, the growth of it', '云岭县2023年全社会固定资产投资增长31%'],
    ['of a part, by the name that both share', '云岭县2023年固定资产投资74亿元'],
    ['of a part that its name tells, and of no whole', '白河县2023年社会消费品零售总额5.1亿元'],
    ['of a part that its name tells, the growth of it', '白河县2023年社零增长9.3%'],
    ['of years together, by words that name no figure', '白河县2023年淘汰和转型落后产能企业84家'],
    ['of the other one of two in a word', '云岭县2023年羊出栏增长5.2%'],
    ['of what there is, told as made', '云岭县2023年新建高标准农田73万亩'],
    ['of another project', '云岭县投资3.5亿元建设白石水库'],
    ['of another project, in a clause of its own', '云岭县投资3.5亿元，白石水库实现下闸蓄水'],
    ['of another item of the list', '云岭县总投资59亿元的金穗酒业改建项目开工建设'],
    ['beside it', '云岭县2023年地区生产总值增长5.5%，低于目标'],
    ['beside it, without a comma', '云岭县2023年地区生产总值增长5.5%高于全国平均水平'],
    ['of another level', '云岭县创建国家级众创空间3个'],
    ['of what there is, where its list tells what was added', '云岭县2023年高新技术企业29家'],
    ['of the result, told as the target', '云岭县2023年外贸进出口总额目标增长6.5%'],
    ['of the target, told as the result', '云岭县2023年外贸进出口总额增长6%'],
    ['of the year before that, named beside 去年', '去年（2022年）云岭县地区生产总值增长5.5%'],
    ['of years together, told of 2023 as this one', '云岭县2023年这一年改造农村公路210公里'],
    ['of another, told behind its number', '12.6万吨，这是云岭县2023年的棉花产量'],
    ['of a target, told behind as done', '一般公共预算收入增长8%，这是云岭县2023年的成绩'],
    ['of a fall, told as a rise', '云岭县2023年工伤事故起数比2020年涨了35.3%'],
    ['of another deed', '云岭县2023年新能源汽车产量3000辆'],
    ['of a start in another year', '云岭县森林面积由2019年的20万亩增加到26万亩'],
    ['of one of those that are counted', '云岭县2023年中坪3个'],
    ['of another whole', '云岭县2023年公共服务支出24.4亿元，占地区生产总值的61.2%'],
  ])('is not confirmed: %s', async (_what, text) => {
    expect((await verify(searcher, text)).supported).not.toBe(true)
  })

  it('is not contradicted by another figure of a noun that a place has many of', async () => {
    expect((await verify(searcher, '云岭县投资6亿元建设红石水库')).supported).toBeNull()
  })
})

describe('a claim that a report makes', () => {
  it.each([
    '云岭县2023年地区生产总值增长5.5%',
    '2023年，云岭县一般公共预算收入完成2.3亿元，增长12.4%',
    '云岭县2023年GDP增长百分之五点五',
    '云岭县2023年一般公共预算收入23000万元',
    '云岭县2023年旅游收入增长两成',
    '云岭县2024年地区生产总值预期目标增长6.5%左右',
    '云岭2024年计划旅游收入达到36亿元以上',
    '云岭县2023年GDP增长了5.5%吗？',
    '云岭县去年地区生产总值增长5.5%',
    '云岭县2023年旅游收入30.38亿元，一般公共预算收入增长12.4%',
    '云岭县2024年的预期目标包括：城镇登记失业率不超过3%',
    '粮食产量达12.6万吨',
    '云岭县2023年实现旅游收入30.38亿元',
    '云岭县2023年农机总动力10.6万千瓦',
    '云岭县2023年地区生产总值突破百亿，达到101.6亿元',
    '云岭县2023年地区生产总值超过100亿元',
    '云岭县2023年税收收入3.1亿元，居全州第一',
    '云岭县2023年旅游收入约30亿元',
    '云岭县2023年接待游客增长近两成',
    '云岭县2023年新增规模以上工业企业6家',
    '云岭县2023年规模以上工业企业52家',
    '云岭县2023年青禾集团产值7.5亿元',
    '云岭县2023年民生支出占一般公共预算支出的比重为81%',
    '云岭县2023年棉花产量2.6万吨',
    '预计云岭县2024年一般公共预算收入增长8%',
    '云岭县2024年城镇登记失业率控制在3%以内',
    '云岭县2024年计划粮食播种面积30万亩以上',
    '云岭县2023年全县农业机械总动力达10.6万千瓦',
    '云岭县2023年城镇居民人均可支配收入为19970元',
    '云岭县2023年固投增长7%左右',
    '白河县2023年限额以上社会消费品零售总额5.1亿元',
    '白河县2023年限上社零增长9.3%',
    '云岭县2023年财收2.3亿元',
    '云岭县2023年粮食收成12.6万吨',
    '云岭县2023年城市居民收入19970元',
    '云岭县2023年民生支出占一般公共预算支出的81%',
    '云岭县2024年失业率控制在3%以内',
    '云岭县提出，2024年一般公共预算收入增长8%',
    '云岭县把2024年地区生产总值增长目标定在6.5%左右',
    '五年来云岭县累计改造农村公路210公里',
    '云岭县高标准农田达到73万亩',
    '云岭县投资3.5亿元建设青石水库',
    '据2023年统计公报，云岭县2023年粮食产量12.6万吨',
    '云岭县2023年粮食产量12.6万吨，城乡面貌改善',
    '云岭县投资2.4亿元，白石水库下闸蓄水',
    '云岭县日供水能力由2万立方米提升到5万立方米',
    '云岭县总投资14亿元的金穗酒业改建项目加快推进',
    '云岭县贫困发生率降到0.47%',
    '云岭县贫困发生率降低到0.47%',
    '云岭县村道硬化率升至98%',
    '云岭县民生支出占一般公共预算支出的比重为百分之⼋⼗⼀',
    '云岭县2023年接待游客增长16%以上',
    '云岭县2023年甜瓜总产5.1万吨，占全省91%',
    '云岭县2023年新增高新技术企业29家',
    '云岭县2023年外贸进出口总额目标增长6%以上',
    '云岭县2023年外贸进出口总额增长6.5%（年度目标6%以上）',
    '云岭县2023年农民人均纯收入不足3300元',
    '云岭县2023年最低工资标准为2130元',
    '云岭经济开发区2023年完成税收收入1.7亿元',
    '云岭县2023年经济开发区税收收入1.7亿元',
    '云岭县2023年产业集聚区规模以上工业增加值29亿元',
    '云岭县2023年全社会固定资产投资88亿元',
    '云岭县2023年城镇固定资产投资74亿元，增长31%',
    '云岭县2023年羊出栏增长1.9%',
    '云岭县2023年公共服务支出24.4亿元，占一般公共预算支出的61.2%',
    '云岭县2023年税务部门代收非税收入增长近四分之一',
    '云岭县森林面积由2018年的20万亩增加到26万亩',
    '云岭县2023年推广新能源汽车3000辆',
    '760.1万人次，这是云岭县2023年接待的游客',
    '一般公共预算收入增长8%，这是云岭县2024年的预期目标',
    '12.6万吨——云岭县2023年的粮食产量',
    '今年（2024年）云岭县一般公共预算收入的预期目标，就是增8%',
    '云岭县2023年GDP涨了5.5%',
    '云岭县2024年GDP打算增6.5%左右',
    '云岭县2023年城镇居民人均可支配收入到了19970元',
    '听说云岭县2023年财政收入做到2.3亿元，同比涨了12.4%',
    '云岭县2023年工伤事故起数比2020年降了35.3%，伤亡人数降28.3%',
    '云岭县2024年GDP目标6.5%左右',
    '云岭县2023年最低工资标准从2030块涨到了2130块',
    '云岭县森林面积2018年还是20万亩，2023年达到26万亩',
    '云岭县2023年民生支出在一般公共预算支出中的比重达到81%',
    '云岭县2023年GDP增长5.5%，2024年的县政府工作报告里提过',
  ])('is confirmed: %s', async (text) => {
    expect(await verify(searcher, text)).toMatchObject({ supported: true, conflicts: [] })
  })

  it('is said to be written otherwise where only the writing differs', async () => {
    const { claims } = await verify(searcher, '云岭县2023年一般公共预算收入23000万元')
    expect(claims).toMatchObject([{ isWrittenOtherwise: true }])
  })
})

describe('a claim that rounds the number of a report', () => {
  it.each([
    ['云岭县2023年接待游客760万人次', 'figure: 760万人次 ≠ 760.1万人次'],
    ['云岭县2023年接待游客七百六十万人次', 'figure: 760万人次 ≠ 760.1万人次'],
  ])('is neither confirmed nor contradicted: %s', async (text, conflict) => {
    const { supported, claims } = await verify(searcher, text)
    expect([supported, claims.map(({ isRoundedOff }) => isRoundedOff)]).toEqual([null, [true]])
    expect(await conflictsOf(text)).toEqual([conflict])
  })

  it.each([
    '云岭县2023年接待游客770万人次',
    '云岭县2023年接待游客760万人次，增长17%',
    '云岭县2023年接待游客增长17%',
  ])('is contradicted where more than a hundredth is left off: %s', async (text) => {
    expect((await verify(searcher, text)).supported).toBe(false)
  })
})

describe('a claim whose number the report states in other words', () => {
  it.each([
    ['云岭县2023年农机的马力有10.6万千瓦', [true]],
    ['云岭县2023年农机的马力有10.7万千瓦', [false]],
    ['云岭县2022年农机的马力有10.6万千瓦', [false]],
    ['云岭县2023年小商品的马力有10.6万千瓦', [false]],
  ])('is neither confirmed nor contradicted: %s', async (text, isNumberSaid) => {
    const { supported, claims, conflicts } = await verify(searcher, text)
    expect([supported, claims.map((claim) => claim.isNumberSaid)]).toEqual([null, isNumberSaid])
    expect(conflicts.length > 0).toBe(isNumberSaid[0])
  })
})

describe('a claim in spoken words with another number', () => {
  it.each([
    '云岭县2024年GDP目标7%左右',
    '云岭县2023年最低工资标准从2030块涨到了2230块',
    '云岭县森林面积2018年还是24万亩，2023年达到26万亩',
    '云岭县森林面积2017年还是20万亩，2023年达到26万亩',
    '云岭县2023年民生支出在一般公共预算支出中的比重达到71%',
  ])('is not confirmed: %s', async (text) => {
    expect((await verify(searcher, text)).supported).not.toBe(true)
  })
})

describe('a claim in quotation marks', () => {
  it.each([
    ['这句话有问题吗：“2023年云岭县累计接待游客760.1万人次、旅游收入30.38亿元，分别增长16.6%、20%”', []],
    [
      '这句话对吗：“2023年云岭县累计接待游客、旅游收入分别增长20%、16.6%”',
      ['figure: 增长20% ≠ 增长16.6%', 'figure: 增长16.6% ≠ 增长20%'],
    ],
    [
      '他说“云岭县2023年一般公共预算收入增长8%”',
      ['figure: 增长8% ≠ 增长12.4%', 'year: 2023年 ≠ 2024年', 'kind: 实绩 ≠ 目标'],
    ],
  ])('is read as without them: %s', async (text, conflicts) => {
    expect(await conflictsOf(text)).toEqual(conflicts)
  })
})

describe('a claim that a report contradicts', () => {
  it.each([
    [
      'a target told as done',
      '云岭县2023年一般公共预算收入增长8%',
      ['figure: 增长8% ≠ 增长12.4%', 'year: 2023年 ≠ 2024年', 'kind: 实绩 ≠ 目标'],
    ],
    [
      "another place's figure",
      '白河县2023年地区生产总值增长5.5%',
      ['figure: 增长5.5% ≠ 增长4.1%', 'place: 白河县 ≠ 云岭县'],
    ],
    ['another figure', '云岭县2023年旅游收入38.30亿元', ['figure: 38.30亿元 ≠ 30.38亿元']],
    [
      'another figure under a shorter name',
      '云岭县2023年农机总动力16.6万千瓦',
      ['figure: 16.6万千瓦 ≠ 10.6万千瓦'],
    ],
    ['another rank', '云岭县2023年地区生产总值101.6亿元，居全州第一', ['words: 全州第一 ≠ 全州第二']],
    [
      'the growth of years told as that of one',
      '云岭县2023年社会消费品零售总额增长31.5%',
      ['words:  ≠ 比2020年'],
    ],
    ['the size told as growth', '云岭县2023年旅游收入增长30.38亿元', ['figure: 增长30.38亿元 ≠ 30.38亿元']],
    ['a spoken name', '云岭县固投增长12%左右', ['figure: 增长12%左右 ≠ 增长7%左右']],
    ['another share', '云岭县2023年民生支出占一般公共预算支出的71%', ['figure: 71% ≠ 81%']],
    ['a sum of years told as of one', '云岭县2023年累计改造农村公路210公里', ['words:  ≠ 五年来']],
    ['what there is told as added', '云岭县2023年新增规模以上工业企业52家', ['figure: 52家 ≠ 6家']],
    ['a round number that is not near', '云岭县2023年旅游收入约40亿元', ['figure: 40亿元 ≠ 30.38亿元']],
    [
      'a target that rounds a result',
      '云岭县2023年地区生产总值增长6.5%左右',
      ['figure: 增长6.5%左右 ≠ 增长5.5%', 'year: 2023年 ≠ 2024年', 'kind: 实绩 ≠ 目标'],
    ],
    ['another unit', '云岭县2023年粮食产量达12.6吨', ['figure: 12.6吨 ≠ 12.6万吨']],
    ['another sign', '云岭县2023年地区生产总值下降5.5%', ['figure: 下降5.5% ≠ 增长5.5%']],
    ['a qualifier cut off', '云岭县2023年固定资产投资增长7%', ['bound: 增长7% ≠ 增长7%左右']],
    ['a qualifier cut off the words', '固定资产投资增长7%', ['bound: 固定资产投资增长7% ≠ 左右']],
    ['no year', '云岭县GDP增长8%', ['figure: 增长8% ≠ 增长5.5%']],
    ['a question', '云岭县2023年GDP增长了8%吗', ['figure: 增长8% ≠ 增长5.5%']],
    [
      'the wrong one of two',
      '云岭县2023年地区生产总值增长5.5%，旅游收入31亿元',
      ['figure: 31亿元 ≠ 30.38亿元'],
    ],
  ])('is not confirmed, and told why: %s', async (_name, text, conflicts) => {
    const verdict = await verify(searcher, text)
    expect(verdict.supported).toBe(false)
    expect(await conflictsOf(text)).toEqual(conflicts)
  })

  it.each([
    ['a target, told of its year as done', '云岭县2024年一般公共预算收入增长8%', ['kind: 实绩 ≠ 目标']],
    ['a result, told as the target', '云岭县2023年地区生产总值目标增长5.5%', ['kind: 目标 ≠ 实绩']],
    [
      "another place's figure",
      '白河县2022年地区生产总值增长5.5%',
      ['place: 白河县 ≠ 云岭县', 'year: 2022年 ≠ 2023年'],
    ],
  ])('may be one of a report that nobody has, and is not confirmed: %s', async (_name, text, conflicts) => {
    expect((await verify(searcher, text)).supported).toBeNull()
    expect(await conflictsOf(text)).toEqual(conflicts)
  })

  it('is no verbatim quote, though its words stand in a report', async () => {
    expect(verdictKind(await verify(searcher, '云岭县2023年一般公共预算收入增长8%'))).toBe('differs')
  })
})

describe('a claim of which the reports are silent', () => {
  it.each([
    '北山市2023年地区生产总值增长5.5%',
    '云岭县2023年森林覆盖率达到60%',
    '云岭县2019年地区生产总值增长4%',
    '云岭县2023年纳税1.04亿元',
    '云岭县2023年青禾集团利润0.4亿元',
  ])('is neither confirmed nor contradicted: %s', async (text) => {
    expect(await verify(searcher, text)).toMatchObject({ supported: null, conflicts: [] })
  })

  it('is not confirmed with words that the report does not have', async () => {
    const text = '云岭县2023年地区生产总值增长5.5%，增速位居全州第一'
    expect(await verify(searcher, text)).toMatchObject({
      supported: null,
      conflicts: [{ kind: 'words', said: '增速位居全州第一' }],
    })
  })
})

describe('a text of several lines or sentences', () => {
  it.each([
    ['lines', '地区生产总值增长5.5%\n旅游收入31亿元\n粮食产量达12.6万吨'],
    ['a numbered list', '1. 地区生产总值增长5.5%\n2. 旅游收入31亿元\n3. 粮食产量达12.6万吨'],
    ['sentences', '云岭县2023年地区生产总值增长5.5%。旅游收入31亿元。粮食产量达12.6万吨。'],
  ])('has a verdict for each: %s', async (_name, text) => {
    const { sentences, supported } = await verifyText(searcher, text)
    expect(sentences.map((one) => one.supported)).not.toContain(null)
    expect(sentences.map((one) => one.supported === true)).toEqual([true, false, true])
    expect(supported).toBe(false)
    for (const { text: sentence, start, end } of sentences) expect(text.slice(start, end)).toBe(sentence)
  })

  it.each([
    ['a question before', '云岭县2023年粮食收成怎么样？产量12.6万吨。', true],
    ['a question of another year before', '云岭县2022年粮食收成怎么样？产量12.6万吨。', false],
    ['the report behind', '去年云岭县GDP增长5.5%。——2024年云岭县政府工作报告', true],
    ['another number', '云岭县2023年粮食收成怎么样？产量13.6万吨。', false],
  ])('is judged with what states nothing by itself: %s', async (_name, text, isSupported) => {
    expect((await verifyText(searcher, text)).supported === true).toBe(isSupported)
  })

  it('takes the place of one sentence over to the next', async () => {
    const { sentences } = await verifyText(searcher, '白河县2023年稳中有进。地区生产总值增长5.5%。')
    expect(sentences[1]?.supported).toBe(false)
  })

  it('takes the year over, and that it is told as done, also for words that stand in the report', async () => {
    const told = '云岭县2023年地区生产总值增长5.5%。一般公共预算收入增长8%。'
    expect((await verifyText(searcher, told)).sentences.map(({ supported }) => supported)).toEqual([
      true,
      false,
    ])
    const planned = '云岭县2024年力争地区生产总值增长6.5%左右。一般公共预算收入增长8%。'
    expect((await verifyText(searcher, planned)).supported).toBe(true)
  })
})

it.each([
  ['云岭县2023年旅游收入超千万元', false],
  ['云岭县2023年旅游收入超10亿元', null],
  ['云岭县2023年旅游收入20亿元以上', null],
  ['云岭县2023年旅游收入不到40亿元', true],
  ['云岭县2023年旅游收入不到50亿元', null],
  ['云岭县2023年旅游收入超40亿元', false],
  ['云岭县2023年地区生产总值下降超过3%', false],
])('neither confirms nor contradicts what lies beyond its bound: %s', async (text, supported) => {
  expect((await verify(searcher, text)).claims.map((claim) => claim.supported)).toEqual([supported])
})

describe('a number that stands in another sentence', () => {
  it('confirms nothing in the words of the one that tells another there', async () => {
    const built = await openReports(
      report(
        'shiqiao-2024',
        { place: '石桥县', level: '县', reviews: 2023, plans: 2024 },
        '# 政府工作报告\n\n## 一、2023年工作回顾\n\n五年中用于城市职工住宅的投资共四百八十亿元，新建住宅三亿五千万平方米。每平方公里产出增至30.2亿元，是全市的2.2倍。\n\n农村新建住宅二十二亿平方米。\n',
      ),
    )
    const supported = async (text: string) => (await verify(built, text)).supported
    expect(await supported('五年中用于城市职工住宅的投资共480亿元，新建住宅3.5亿平方米。')).toBe(true)
    expect(await supported('五年中用于城市职工住宅的投资共480亿元，新建住宅22亿平方米。')).not.toBe(true)
    expect(await supported('每平方公里产出增至30.2亿元，是全市的2.2倍。')).toBe(true)
    expect(await supported('每平方公里产出增至30.2亿元，是全省的2.2倍。')).not.toBe(true)
  })
})
