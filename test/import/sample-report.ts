/** An invented report of an invented county, as clean paragraphs and as the layouts in which real reports come. */
import { createHash } from 'node:crypto'
import { columns } from '../../src/import/lines/line.ts'
import type { Source, SourceLine } from '../../src/import/source/source.ts'

export const HEAD = [
  '政府工作报告',
  '——2021年2月3日在青禾县第十六届人民代表大会第五次会议上',
  '青禾县人民政府县长 林小川',
] as const

/** Paragraphs and headings of the body; a heading stands alone, without a full stop. */
const BODY = [
  '各位代表：',
  '现在，我代表青禾县人民政府向大会报告工作，请予审议，并请各位政协委员和其他列席人员提出意见。',
  '一、2020年工作回顾',
  '过去的一年，面对突如其来的洪涝灾害和严峻复杂的经济形势，我们在市委、市政府和县委的坚强领导下，紧紧依靠全县人民，保持了经济平稳增长和社会和谐稳定，较好完成了县十六届人大四次会议确定的目标任务。',
  '——农业基础更加稳固。粮食总产量达到18.6万吨，增长2.3%，新建高标准农田4.2万亩。改造灌溉渠道57公里，治理水土流失面积31平方公里，茶叶种植面积扩大到6.8万亩，带动农户9300户。',
  '——工业结构持续优化。规模以上工业增加值增长7.9%，新增规模以上企业12家。竹材加工园二期建成投产，引进项目23个，到位资金14.7亿元，工业用电量增长6.1%，园区产值占全县工业产值的比重提高到62%。',
  '——民生保障不断加强。城镇新增就业4100人，农村劳动力转移就业1.9万人。新建改建学校6所，县医院综合楼投入使用，城乡居民基本医疗保险参保率达到97.4%，改造老旧小区18个、惠及居民2600户。',
  '各位代表！一年来的成绩来之不易。这是上级党委、政府正确领导的结果，是全县人民团结奋斗的结果。在此，我代表县人民政府，向全县人民表示衷心的感谢！',
  '二、2021年主要任务',
  '今年是实施新一轮规划的第一年，做好各项工作意义重大。主要预期目标是：地区生产总值增长7%，一般公共预算收入增长5%，城乡居民人均可支配收入分别增长7.5%、8.5%，居民消费价格涨幅控制在3%左右。',
  '（一）坚持项目带动，持续扩大有效投资',
  '全年安排重点项目86个，完成投资52亿元以上。加快县城至东岭公路、石湾水库除险加固等工程建设，开工建设冷链物流中心，争取专项债券资金6亿元，做好用地、用能等要素保障，确保项目早落地、早投产。',
  '（二）坚持绿色发展，守护青山绿水',
  '全面落实河长制、林长制，完成造林3.5万亩，空气质量优良天数比例保持在98%以上。实施农村生活污水治理，新建乡镇污水处理站5座，管网40公里，推进垃圾分类，整治禁养区内的畜禽养殖场，守住生态红线。',
  '（三）坚持共建共享，办好民生实事',
  '新建幼儿园3所、社区养老服务站9个，改造农村户厕1800户。落实就业优先政策，开展技能培训3600人次，做好根治拖欠农民工工资工作。常态化开展安全生产检查，提高防灾减灾能力，建设平安青禾。',
  '各位代表！新的目标催人奋进。让我们更加紧密地团结起来，真抓实干、攻坚克难，为建设美丽富裕新青禾而努力奋斗！',
] as const

/** Long enough for every judgement of what is a report. */
export const LONG_BODY: readonly string[] = [
  ...BODY.slice(0, -1),
  '三、加强政府自身建设',
  ...['政治建设', '法治建设', '作风建设', '廉政建设'].flatMap((topic, index) => [
    `（${'一二三四'[index]}）抓好${topic}，提高服务水平`,
    ...Array.from(
      { length: 6 },
      (_, round) =>
        `把${topic}摆在更加突出的位置，第${round + 1}季度安排专题学习${index + round + 2}次，办理群众来信${(index + 3) * (round + 7)}件。推动${topic}与日常工作结合，减少会议${index + round + 5}个，压缩文件${(round + 2) * 4}份，让基层有更多时间服务群众，让权力在阳光下运行，以${topic}的新成效赢得群众信任。`,
    ),
  ]),
  BODY.at(-1) ?? '',
]

/** A source of plain lines. */
export function sourceOf(lines: readonly (string | SourceLine)[], name = '青禾县2021.txt'): Source {
  const sourceLines = lines.map((line) => (typeof line === 'string' ? { text: line } : line))
  const bytes = new TextEncoder().encode(sourceLines.map((line) => line.text).join('\n'))
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return {
    file: name,
    name,
    format: 'txt',
    encoding: 'utf-8',
    sha256,
    bytes,
    lines: sourceLines,
    warnings: [],
  }
}

/** Breaks a paragraph as a typesetter does: the first line two ems shorter, no mark at a line's start, figures whole. */
export function wrap(text: string, width: number): string[] {
  const units = text.match(/[“（《]*(?:[\dA-Za-z.%]+|.)[，。、；：！？”）》]*/gu) ?? []
  const lines: string[] = []
  let line = ''
  for (const unit of units) {
    const room = lines.length === 0 ? width - 4 : width
    if (line !== '' && columns(line + unit) > room) {
      lines.push(line)
      line = unit
    } else line += unit
  }
  return [...lines, line]
}
