/** Tells which clause of a text only says how its writer finds the rest: 这力度不小啊, 城市建设提速. */
import { deedsIn } from './deeds.ts'

/** How good, how much, how glad: words that no report is asked for. */
const FINDS = new RegExp(
  [
    '挺|真(?![实正空丝])|可(?:真|不|算|得)|太(?![阳湖空原仓平])|蛮|[得的]很|总算|终于|多亏|怪不得|难怪',
    '实在|厉害|不错|[不可真]?不[小少]|不容易|不简单|了不起|给力|带劲|真[行牛棒]|还行|惊人|漂亮|难得|值得|可观',
    '欣慰|骄傲|自豪|高兴|开心|放心|安心|踏实|期待|盼头|奔头|羡慕|佩服|感动|心意|味儿|动静|手笔|热闹|红火|有意思|方便了|小钱|大数目|担心|压力',
    '更?[稳好强美顺]了$|[啊呀呢嘛哈咯喽哦]$|省心|这样|暖心|贴心|舒心|安静|不愁|不用(?:再|老|总|天天)?[愁跑等排挤担]|再也不|方便[了多]?$|这下|上台阶|提速|加速|发力|有力|见效|见成效|亮眼|出彩|添彩|厚实|喜人|丰硕|向好|提质|增效|火热',
    '(?:我|咱|俺)(?:[爸妈家们也都]|自己)',
  ].join('|'),
  'u',
)
/** What can be right or wrong. */
const STATES =
  /\d|[一二三四五六七八九十百千万亿两几]+[个成倍年次位名家项条]|第|首|最|冠|唯一|领[先跑]|[增减降升涨跌翻]|多[于了]|少[于了]|[高低快慢大小]于|超|比|占|过半|[一大多]半|多数|全[国省市县区州部]|外资|民[营企]|国[有企]|[农城镇乡山牧郊矿库老新灾]区|境[内外]|农|城镇|男|女|老年|青年|少年|儿童|学生|职工|平均|[人户亩日月]均|每|连续|纪录|目标|任务|计划|指标|取消|停(?!车)|没有|未/u

const YEAR = /(?:19|20)\d{2}年/gu
/** 城市建设提速: nothing that was done. */
const WORK = /建设|改造|治理|投入|培训|帮扶|支持/gu

/** Folded. */
export function isComment(text: string): boolean {
  const clause = text.replace(YEAR, '')
  return FINDS.test(clause) && !STATES.test(clause) && deedsIn(clause.replace(WORK, ',')).length === 0
}
