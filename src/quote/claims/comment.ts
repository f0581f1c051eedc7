/** Tells which clauses of a claim only comment on what the rest of it states: how its writer finds it, and that things go well. */
import { deedsIn } from './deeds.ts'

/** How good, how much, how glad, what it is good for: words that no report is asked for. */
const FINDS = new RegExp(
  [
    '挺|真(?![实正空丝])|可(?:真|不|算|得)|太(?![阳湖空原仓平])|蛮|[得的]很|总算|终于|多亏|怪不得|难怪|幸亏|好在|果然|居然|竟然|毕竟',
    '实在|厉害|不错|[不可真]?不[小少]|不容易|不简单|不一般|不得了|不含糊|不赖|不易|了不起|给力|带劲|真[行牛棒]|还行|惊人|漂亮|难得|值得|可观|可喜|可贵|可圈可点|可歌可泣|有目共睹|来之不易',
    '欣慰|骄傲|自豪|高兴|开心|放心|安心|踏实|期待|盼|奔头|羡慕|佩服|感动|感谢|心意|味儿|动静|手笔|热闹|红火|有意思|方便了|小钱|大数目|担心|压力|有福|福气|福音|沾光|享福|幸福|甜|乐呵|笑|喜上|眉开',
    '点个?赞|竖.{0,2}拇指|叫好|喝彩|加油|好样的|好消息|好事|好日子|日子|饭碗|底气|信心|干劲|后劲|活力|人气|烟火气|名片|答卷|成绩单|蓝图|账本|家底|招牌|看点|亮点|福利|红利|实惠|获得感',
    '更?[稳好强美顺旺足]了$|[啊呀呢嘛哈咯喽哦啦哟吧]$|省[心力事]|这样|暖心|贴心|舒心|安静|宽敞|敞亮|亮堂|干净|整洁|不愁|不怕|不慌|不用(?:再|老|总|天天)?[愁跑等排挤担怕]|再也不|方便[了多]*$|更方便|便捷|便利$|轻松|自在|这下|以后(?!$)|从此|就行|就能|就可以|想去|去看看|看看|瞧瞧|试试|有地方|有盼头|有着落|有保障$|有指望',
    '上台阶|登高|再?提速|加速|提档|加码|加力|升温|扩容|扩围|上新|焕新|蝶变|蜕变|跃升$|跃迁|起势|成势|起飞|腾飞|发力|有力|见效|见成效|见实效|显成效|成效(?:显著|明显)|亮眼|出彩|添彩|增色|厚实|喜人|丰硕|向好|向新|提质|增效|火热|集聚|聚势|步伐|脚步|持续(?:推进|发力|优化|改善|向好|提升|增强|释放)|稳步(?:推进|提升|向好)|扎实推进|稳中|迭出|不减|强劲|迸发|涌动|齐头并进|多点开花|全面开花|再上新|再添|再升级|再发力|再出发|更上|更(?:优|美|强|旺|足|畅|暖|实|有)|守护|护航|赋能|托底|兜牢|筑牢|夯实|擦亮|跑出|交出|绘就|按下|驶入',
    '(?:我|咱|俺)(?:[爸妈爷奶哥姐家们也都]|自己)|老家|乡亲们|老表|大伙|朋友们|各位',
  ].join('|'),
  'u',
)
/** How much, how many of them, at which rank: it can be right or wrong. */
const COUNTS =
  /\d|[一二三四五六七八九十百千万亿两几]+[个成倍年次位名家项条]|第|首|最|冠|唯一|领[先跑]|[增减降升涨跌翻]|多[于了]|少[于了]|[高低快慢大小]于|超|比|占|过半|[一大多]半|多数|全[国省市县区州部]|平均|[人户亩日月]均|每|连续|纪录|目标|任务|计划|指标|取消|停(?!车)|没有|未|[都全]是|[都全]在|均|由|主要|集中在|大多|多[是为]|基本[都上]|大部|其余|其中|来自|位于|属于|仅|只有|但|不过|却|可惜|投[产用入]|之[首冠最]|头名|榜|垫底|倒数|末位|前列|前茅|达标|合格|违规|事故|死亡|亏损|负债|贪|部分|个别|少数/u
/** The same, and of whom or what. */
const STATES = new RegExp(
  `${COUNTS.source}|外资|民[营企]|国[有企]|[农城镇乡山牧郊矿库老新灾]区|境[内外]|农|城镇|男|女|老年|青年|少年|儿童|学生|职工|质量|进度|[国海境]外|进口|出口|外[企商国]|企业家|贫困`,
  'u',
)

/** No number of anything: 这五年, 2023年, “十四五”. */
const YEAR =
  /(?:19|20)\d{2}年|[这过那近]?去?的?五年[来间里]?|[“"]?十[一二三四]?五[”"]?(?:期间|时期|以来)?|大多数?时候/gu
/** 城市建设提速: nothing that was done. */
const WORK = /建设|改造|治理|投入|培训|帮扶|支持/gu

/** Says a clause only how its writer finds the rest: 这力度不小啊, 城市建设提速? Folded. */
export function isComment(text: string): boolean {
  const clause = text.replace(YEAR, '')
  return FINDS.test(clause) && !STATES.test(clause) && isWithoutDeed(clause)
}

/** Only leads to what is stated behind it: 煤电大区的分量由此可见：…. `text`: what of the clause is told nowhere. */
export function isLeadIn(text: string, mark: string): boolean {
  const clause = text.replace(YEAR, '')
  return !STATES.test(clause) && !DENIES.test(clause) && (/[：:]/u.test(mark) || isWithoutDeed(clause))
}

const DENIES = /[不没未无]|[并而]非/u

/** That it goes well and on, by no number: of a topic, which must be told of. */
const TRENDS = new RegExp(
  [
    '(?:势头|热度|热情|人气|劲头|活力)(?:不减|正[劲盛旺浓]|强劲|良好|高涨|十足)|成色十足|底色更[亮浓]|有了?新(?:变化|气象|面貌|起色|进展)',
    '(?:正在?|不断|持续|日益|日渐|逐步|进一步|更加?|加快|稳步)(?:得到|有所|明显)?(?:改善|好转|缓解|优化|完善|健全|壮大|拓展|延伸|丰富|普及|向好|清新|清洁|便捷|便利|舒适|宜居|均衡)了?',
    '越来越(?:好|美|强|旺|热|火|亮|绿|清|净|优|稳|顺|畅|方便|便[捷利]|舒[心适])了?|(?:方便|轻松|舒服|好走|好用|热闹|漂亮|干净)多了',
  ].join('|'),
  'gu',
)
/** The same of how much there is. */
const RISES =
  /越来越[多大高快]|(?:不断|持续|日益|稳步|逐步|进一步)(?:增[加多长强]|提[升高]|上升|扩大|走高|攀升)/gu

/**
 * A clause without what it says of how things go: 空气 of 空气越来越好. Null where it says nothing of it, or says what was done or how much there is.
 *
 * @param isRising The figures beside it tell of a rise: only there is more and more of it.
 */
export function withoutTrend(text: string, isRising: boolean): string | null {
  const clause = text.replace(YEAR, ',')
  const left = (isRising ? clause.replace(RISES, ',') : clause).replace(TRENDS, ',')
  return left === clause || COUNTS.test(left) || !isWithoutDeed(left) ? null : left
}

function isWithoutDeed(clause: string): boolean {
  return deedsIn(clause.replace(WORK, ',')).length === 0
}
