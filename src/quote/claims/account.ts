/**
 * Accounts for the words of a claim: turns it into those that say something, and tells which of them a report does not say beside its figures.
 *
 * A word is accounted for where it stands there (a), in another form, a longer one or another word for it (b), where it is blank: it builds the
 * sentence, says whose word it is or how its writer finds it, and tells nothing of a figure (c), or where it is read as what the figure is: a number,
 * a time, a bound, a direction (d). What a verb does is compared by its deeds (deeds.ts). Any other word is left, and nothing with a word left is confirmed.
 */
import { readFileSync } from 'node:fs'
import { wordAt } from '../../figures/lexicon.ts'
import { numberAt } from '../../figures/number.ts'
import { timeAt } from '../../figures/time.ts'
import { isFiller } from '../../search/query/filler-words.ts'
import { foldPhrase } from '../../text/normalizer.ts'
import { dataLines, readWords } from '../../text/word-list.ts'
import { cutJoined } from '../../text/words.ts'
import { deedsIn } from './deeds.ts'

/** What a word stands for in other words, folded: as the synonyms of search have it. */
export type Wordings = (word: string) => readonly string[]

/** The words that say of what a text tells: without times, numbers, and what only tells, asks, or builds its sentence. Folded. */
export function contentWords(text: string): string[] {
  const plain = withoutAmounts(foldPhrase(text).replace(TELLING, blank))
  const words = cutJoined(plain, isFunctionWord, BEGINS_NAMES).map((word) => word.replace(AT_END, ''))
  const telling = words.filter((word) => (word.length > 1 && !isFunctionWord(word)) || DENIES.test(word))
  return [...telling, ...Array.from(plain.matchAll(OF_SOME), ([some]) => some)]
}

/** Some of them alone, by words of which the dictionary makes two that say nothing. */
const OF_SOME = /[高低]端|(?<![\p{sc=Han}])[老山牧郊矿库灾]区/gu

/** Those of the words that a text has not, nor another word for them. `told`: folded. */
export function missingWords(words: readonly string[], told: string, wordings: Wordings): string[] {
  const isSaid = (word: string): boolean => isHeld(word, told) || (PEOPLE.test(word) && OF_PEOPLE.test(told))
  return words.filter(
    (word) => !isSaid(word) && !othersFor(word, wordings).some((other) => isHeld(other, told)),
  )
}

/** Words that a report prints for one that is said. */
export function othersFor(word: string, wordings: Wordings): readonly string[] {
  return [...wordings(word), ...(EVERYDAY.get(word) ?? [])]
}

/** What is said, and what reports print for it: the thing itself, where a search would find more. */
const EVERYDAY = new Map(
  dataLines(readFileSync(new URL('everyday-words.txt', import.meta.url), 'utf8')).map(
    (line): [string, readonly string[]] => {
      const [said = '', ...printed] = line.split(' ')
      return [said, printed]
    },
  ),
)

/** The printed words for what a text says: 国高企业, of which the dictionary makes 国 and 高. */
export function printedFor(text: string): string[] {
  return [...EVERYDAY].flatMap(([said, printed]) => (said.length > 1 && text.includes(said) ? printed : []))
}

/** Whoever they are, the unit or another word says that they are people: 2745人 are 2700多名乡亲. */
const PEOPLE = /^(?:人口|群众|老?百姓|乡亲们?|居民|市民|村民|民众|人家|家庭|人员)$/u
const OF_PEOPLE = /\d[万亿]*[余多]?[人户名位]|群众|百姓|居民|市民|村民|家庭/u

/** A name with what the words are short for as they say it: 老小区改造 for 老旧小区改造. Folded. */
export function shortened(name: string, words: readonly string[]): string {
  return words.reduce((left, word) => {
    if (left.includes(word)) return left
    const range = rangeOfLong(word, left)
    return range === null ? left : left.slice(0, range[0]) + word + left.slice(range[1])
  }, name)
}

/** What a number with such a unit is, is no more than that: 里程30公里. */
const OF_UNIT: readonly (readonly [word: RegExp, unit: RegExp])[] = [
  [/^(?:总?里程|总?长度|全长)$/u, /\d[万千]?(?:公里|千米|米)/u],
  [/^总?面积$/u, /\d[万千百]?(?:亩|公顷|平方)/u],
  [/^(?:资金|金额|款项?)$/u, /\d[万千百亿]*元/u],
  [/^总?人数$/u, /\d[万千百亿]*[余多]?[人名位]/u],
  [/^总?户数$/u, /\d[万千百亿]*[余多]?户/u],
]

/** Whether the unit of a number in the clause says the word. Both folded. */
export function isSaidByUnit(word: string, clause: string): boolean {
  return OF_UNIT.some(([measure, unit]) => measure.test(word) && unit.test(clause))
}

/** The number and its unit say it. */
const EMPTY =
  /^(?:资金|金额|款项?|经费|面积|里程|人数|户数|个数|数量?|总数|总量|总额|额|产量|标准|项目|工程)$/u

/** The share of a name's characters that a text does not say: 0 to 1, and 1 where it leaves the first word unsaid, which says of what or whom. Both folded. */
export function shareMissing(name: string, said: string, wordings: Wordings): number {
  // 老小区, of which the dictionary makes 老 and 小区.
  const short = contentWords(said).flatMap((word) => [said.charAt(said.indexOf(word) - 1) + word, word])
  const all = contentWords(shortened(name, short))
  const words = all.filter((word) => !EMPTY.test(word) || said.includes(word))
  // 低保”的资金: what the dictionary makes no word of.
  const rest = all.reduce((left, word) => left.replace(word, ''), name).replace(/[^\p{L}\d]|的/gu, '')
  if (words.length === 0) return rest.length > 1 && said.includes(rest) ? 0 : Math.min(1, all.length)
  // 2.6万辆车 of 汽车, 8栋楼 of 大楼.
  const missing = missingWords(words, said, wordings).filter(
    (word) =>
      word.length > 2 || !new RegExp(`\\d[万亿]?\\p{sc=Han}${word.at(-1)}(?!\\p{sc=Han})`, 'u').test(said),
  )
  if (words[0] !== undefined && missing[0] === words[0]) return 1
  const length = (some: readonly string[]): number => some.reduce((sum, word) => sum + word.length, 0)
  return length(missing) / length(words)
}

function isHeld(word: string, told: string): boolean {
  if (told.includes(word) || isShortFor(word, told)) return true
  return (
    word.length > 2 &&
    Array.from(word).every(
      (_, at) =>
        (at > 0 && told.includes(word.slice(at - 1, at + 1))) ||
        (at + 1 < word.length && told.includes(word.slice(at, at + 2))),
    )
  )
}

/** So many characters of the long form stand between two of the short one: 高铁 is 高速铁路, 新能源车 新能源汽车. */
const MAX_GAP = 2

function isShortFor(word: string, told: string): boolean {
  return rangeOfLong(word, told) !== null
}

/** Where the long form of a short one stands. */
function rangeOfLong(word: string, told: string): readonly [number, number] | null {
  if (word.length < 2 || NEVER_SHORT.test(word)) return null
  for (let from = told.indexOf(word.charAt(0)); from >= 0; from = told.indexOf(word.charAt(0), from + 1)) {
    let at = from
    const isWhole = Array.from(word.slice(1)).every((character) => {
      const next = told.indexOf(character, at + 1)
      const isNear = next >= 0 && next - at - 1 <= MAX_GAP && /^\p{sc=Han}*$/u.test(told.slice(at, next))
      at = next
      return isNear
    })
    if (isWhole) return [from, at + 1]
  }
  return null
}

/** 换了, 做的, 报过. */
const AT_END = /(?<=.)[的了着过]+$/u
/** What tells where begins names, too: 前 of 前海. */
const BEGINS_NAMES = /^[前后上下中里外大小新老东西南北]$/u

function blank(run: string): string {
  return ' '.repeat(run.length)
}

/** With spaces for the words of time and the numbers with their units and bounds. */
function withoutAmounts(text: string): string {
  let left = ''
  for (let at = 0; at < text.length; ) {
    const number = numberAt(text, at)
    const length = timeAt(text, at)?.length ?? (number === null ? boundBefore(text, at) : number.end - at)
    left += length > 0 ? ' '.repeat(length) : text.charAt(at)
    at += Math.max(length, 1)
  }
  return left
}

/** Length of a word that bounds the number right behind it, as 不超过: what it says is read with the number. 0 for another. */
function boundBefore(text: string, at: number): number {
  const known = wordAt(text, at)
  const isBound = known?.word.is === 'bound' && numberAt(text, at + known.length, '') !== null
  return isBound ? known.length : 0
}

/** Whose words, how sure, and whether they are right: no report says it of itself. */
const TELLING =
  /第[一二三四五六七八九十]{1,3}个五年(?:计划|规划)|[“"]?十[一二三四]?五[”"]?(?:规划|时期|期间|这?五年)?|政府工作报告|工作报告|报告|(?:人民)?政府|国务院|[省市县州区](?:长|主席)|总理|主席|数据|数字|显示|一口气|愣是|硬是|足足|有?[这那]?一[条项件]|要(?=完成|实现|建成)|投入(?=使用|运营|运行|生产)|写着|写到|指出|表示|记者|获悉|了解到|得知|清单|提出|提到|明确|要求|披露|介绍|坦[承言白]|承认|直言|透露|宣布|晒出|强调|统计|公布|写明|成绩单?|请问|核实|没错|有误|(?:有没)?有问题|对不对|是不是|是吗|对吗|这一?年|方面|当中|的?(?:背景|条件|情况|形势)之?下|[省市县区州国]里|(?<!\p{sc=Han})[省市县区州]级?(?=[下的])|实绩|其中|[出来摘引]自|两会上?|(?:专门|也|都)?[提讲说写]过|记了一笔|(?:这样|如此)?总结|如是说|包[括含](?=[:：]|$)/gu

/** To be found in the report as it is said. */
const DENIES = /[不没未无非]/u
/** 百元 is not 百亿元. */
const NEVER_SHORT = /[不没未无非一二三四五六七八九十百千万亿\d]/u
/** Words of the grammar that yet say something: of what kind the number is, how it ranks, or of which level. */
const TELLS = /首|历史|新高|率先|连续|平均|名义|逆势|超额|级$/u

/** 增长, 达到, 目标, 左右, 全市: what they say is read as sign, bound, kind and place. */
const READ = new Set([
  'change',
  'level',
  'bound',
  'each',
  'plan',
  'done',
  'from',
  'and',
  'own',
  'of',
  'filler',
])
/** Verbs that leave it to their noun to say what was done. */
const LIGHT =
  /^(?:[造建修种办招开收产花用做定给把让里头去来带有获得看涨升跌降增减多少线份的话则与及等并还掉据省市县区州国年拟]|作为|中有|用于|取得|获得|进行|带来|开展|推进|落实|实施|一共|总共|共计|合计|数量|总数|总量|共有|总长|全长|总长度|总里程|总面积|规模|水平|任务|草案|规定|拟定|按照|根据|依照|依据|的是|只是|仅|相当|另有|外加|加上|还有|搞了?|弄了?|又是?|享受到?|亮眼|喜人|[吃用住喝]上|年度|一年|全年)$/u

/** 眼看, 想方设法, 据了解. */
const BLANK = new Set(readWords(new URL('blank-words.txt', import.meta.url)))
/** 想把, 已经有, 就能: words of the grammar side by side, of which the dictionary makes one. */
const BUILT =
  /^[想要能会可让叫使给把被将对在从到就也还又再已经正才便则而且并与和跟同为于的地得了着过来去起这那此其该是有]+$/u

/** Says nothing of what a number is told of: 达到, 一共, 总长. Folded. */
export function isFunctionWord(word: string): boolean {
  const known = wordAt(word, 0)
  const read = known?.length === word.length && READ.has(known.word.is) ? known.word.is : null
  if (read === 'bound') return true
  if (DENIES.test(word)) return false
  return (
    LIGHT.test(word) ||
    BUILT.test(word) ||
    BLANK.has(word) ||
    isFiller(word) ||
    (read !== null && !TELLS.test(word))
  )
}

/** How good, how much, how glad, what it is good for: words that no report is asked for. */
const FINDS = new RegExp(
  [
    '挺|真(?![实正空丝])|可(?:真|不|算|得)|太(?![阳湖空原仓平])|蛮|[得的]很|总算|终于|多亏|怪不得|难怪|幸亏|好在|果然|居然|竟然|毕竟',
    '实在|厉害|不错|[不可真]?不[小少]|不容易|不简单|不一般|不得了|不含糊|不赖|不易|了不起|给力|带劲|真[行牛棒]|还行|惊人|漂亮|难得|值得|可观|可喜|可贵|可圈可点|可歌可泣|有目共睹|来之不易',
    '欣慰|骄傲|自豪|高兴|开心|放心|安心|踏实|期待|盼|奔头|羡慕|佩服|感动|感谢|心意|味儿|动静|手笔|热闹|红火|有意思|方便了|小钱|大数目|担心|压力|有福|福气|福音|沾光|享福|幸福|甜|乐呵|笑|喜上|眉开',
    '点个?赞|竖.{0,2}拇指|叫好|喝彩|加油|好样的|好消息|好事|好日子|日子|饭碗|底气|信心|干劲|后劲|活力|人气|烟火气|名片|答卷|成绩单|蓝图|账本|家底|招牌|看点|亮点|福利|红利|实惠|获得感',
    '更?[稳好强美顺旺足]了$|[啊呀呢嘛哈咯喽哦啦哟吧]$|省[心力事]|这样|暖心|贴心|舒心|安静|宽敞|敞亮|亮堂|干净|整洁|不愁|不怕|不慌|不用(?:再|老|总|天天)?[愁跑等排挤担怕]|再也不|方便[了多]?$|更方便|便捷|便利$|轻松|自在|这下|以后(?!$)|从此|就行|就能|就可以|想去|去看看|看看|瞧瞧|试试|有地方|有盼头|有着落|有保障$|有指望',
    '上台阶|登高|再?提速|加速|提档|加码|加力|升温|扩容|扩围|上新|焕新|蝶变|蜕变|跃升$|跃迁|起势|成势|起飞|腾飞|发力|有力|见效|见成效|见实效|显成效|成效(?:显著|明显)|亮眼|出彩|添彩|增色|厚实|喜人|丰硕|向好|向新|提质|增效|火热|集聚|聚势|步伐|脚步|持续(?:推进|发力|优化|改善|向好|提升|增强|释放)|稳步(?:推进|提升|向好)|扎实推进|稳中|迭出|不减|强劲|迸发|涌动|齐头并进|多点开花|全面开花|再上新|再添|再升级|再发力|再出发|更上|更(?:优|美|强|旺|足|畅|暖|实|有)|守护|护航|赋能|托底|兜牢|筑牢|夯实|擦亮|跑出|交出|绘就|按下|驶入',
    '(?:我|咱|俺)(?:[爸妈爷奶哥姐家们也都]|自己)|老家|乡亲们|老表|大伙|朋友们|各位',
  ].join('|'),
  'u',
)
/** What can be right or wrong. */
const STATES =
  /\d|[一二三四五六七八九十百千万亿两几]+[个成倍年次位名家项条]|第|首|最|冠|唯一|领[先跑]|[增减降升涨跌翻]|多[于了]|少[于了]|[高低快慢大小]于|超|比|占|过半|[一大多]半|多数|全[国省市县区州部]|外资|民[营企]|国[有企]|[农城镇乡山牧郊矿库老新灾]区|境[内外]|农|城镇|男|女|老年|青年|少年|儿童|学生|职工|平均|[人户亩日月]均|每|连续|纪录|目标|任务|计划|指标|取消|停(?!车)|没有|未|[都全]是|[都全]在|均|由|主要|集中在|大多|多[是为]|基本[都上]|大部|其余|其中|来自|位于|属于|仅|只有|但|不过|却|可惜|质量|进度|投[产用入]|[国海境]外|进口|出口|外[企商国]|企业家|之[首冠最]|头名|榜|垫底|倒数|末位|前列|前茅|达标|合格|违规|事故|死亡|亏损|负债|贪|部分|个别|少数|贫困/u

/** No number of anything: 这五年, 2023年, “十四五”. */
const YEAR =
  /(?:19|20)\d{2}年|[这过那近]?去?的?五年[来间里]?|[“"]?十[一二三四]?五[”"]?(?:期间|时期|以来)?|大多数?时候/gu
/** 城市建设提速: nothing that was done. */
const WORK = /建设|改造|治理|投入|培训|帮扶|支持/gu

/** Says a clause only how its writer finds the rest: 这力度不小啊, 城市建设提速? Folded. */
export function isComment(text: string): boolean {
  const clause = text.replace(YEAR, '')
  return FINDS.test(clause) && !STATES.test(clause) && deedsIn(clause.replace(WORK, ',')).length === 0
}
