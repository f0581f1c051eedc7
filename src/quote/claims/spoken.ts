/** Tells a sentence as people say it in the order and the words of a report: 涨了8个点 is 涨了8%. */

import { escapePattern } from '../../text/occurrences.ts'
import { tellInFigures } from '../numerals.ts'

const RELATIVE = '[去今明前]年|现在|目前|如今'
const YEAR = '(?:19|20)\\d{2}年'
const NUMBER = '(?!\\d+[年月日号时])\\d[\\d.,]*(?:%|[十百千万亿]*\\p{sc=Han}{0,4}?)(?:左右|以上|以内)?'
/** What a number or a statement is of, told behind it: no number of its own but a year. */
const TOLD_BEHIND = `(?<behind>(?:[^，,。；;：:？?！!\\d“”]|${YEAR}){4,28})`

/** Who told it, which is no part of what is told: 朋友说, 网上都传, 我记得. */
const TELLER =
  '(?:人家?|别人|有的人|朋友(?:圈里?)?|同[事学]|邻居|亲戚|家里人?|老师|领导|记者|网[上友]|微信群?里?|群里|抖音上?|视频[里上]|外[面头]|新闻[里上]?|大家|他们?|她|好多人|不少人)'
const HEARSAY = new RegExp(
  `^(?:(?:我|俺)?(?:昨天|今天|前几天|刚才?|最近|之前)?(?:(?:在|从|跟|听|有)?${TELLER}+(?:都|在|跟我|给我|告诉我|总|老|也)*(?:说|讲|传|写|看到|看见|报道|爆料)|听说|据说|据传|据报道|传言|传闻|网传|有传|听到|看到说|记得|印象[里中]?|觉得)(?:是|过(?!去)|了|的)?|好像|其实|貌似|说(?=咱|俺|我们))[，,：:\\s]*(?!的|明|法|到底|话|解|述|台)`,
  'u',
)

/** Words that say the same in fewer or other ones, the longer before the shorter. */
const SAID: readonly (readonly [RegExp, string])[] = [
  // 去年（2023年): the year that is named is the one that is meant.
  [new RegExp(`(?:${RELATIVE})[（(](${YEAR.replace('年', '')})年?[）)]`, 'gu'), '$1年'],
  // 2023年这一年; 仅2023年一年 says that it is no more.
  [new RegExp(`(?<![仅光单只])(${YEAR})(?:这一年|这年|一年里?|那年)`, 'gu'), '$1'],
  // 2022规上工业增加值, 工业增加值2022增长: a number that counts something has its unit behind it.
  [
    /(?<=^|[\p{sc=Han}a-z\s])((?:19|20)\d{2})(?=[\p{sc=Han}a-z])(?![年度多余十百千万亿个亩人户元吨米里套头只匹场次台座条项家所名件处株平立辆公千块斤栋盏班届期倍])/giu,
    '$1年',
  ],
  // 涨了8个点 of an amount is in percent; of a share, which 提高 tells, in points.
  [/(?<=[涨增长跌掉降滑][了过]?(?:[约近超快]|大约|将近|超过)?\d[\d.]*)个点/gu, '%'],
  [/(?<=\p{sc=Han}{2})(?:掉|滑)了(?=\d[\d.]*%)/gu, '下降'],
  // 比全国低0.6个百分点 is printed 低于全国0.6个百分点.
  [
    /比(?![上去前]年|\d)([^，,。；;\d]{2,10}?)(?:都|要|还)?([高低快慢多少])(?:出|了)?(?=\d[\d.]*个?百分点)/gu,
    '$2于$1',
  ],
  // 增长9%，增速高于全省: the growth that was told.
  [/(?<=(?:增长|下降)[^，,。；;]*[，,])其?(?:增速|增幅|涨幅|降幅)(?=[高低快慢]于)/gu, ''],
  [new RegExp(`(?:都|也|已经)?快(?:到|有)?(?=${NUMBER}了)`, 'gu'), '近'],
  // “十二五”那五年, and 区内 of what is told of the place.
  [/(?<=[“"]?十[一二三四]?五[”"]?)(?:[这那]?五年)(?:[间里来]|以来)?/gu, '时期'],
  [/(?<=时期|期间)[省市县区州]内(?=\p{sc=Han}{2})/gu, ''],
  [/占到了?(?=\p{sc=Han}|\d)/gu, '占'],
  // 压到只剩69%, which 压减69% is not; 由240家猛增至1486家.
  [/[压缩砍减降][缩减低]?(?:到|至)(?:只剩|仅剩|剩)(?:下|了)?(?=\d)/gu, '降到'],
  [/(?:[猛激骤剧大陡暴]增|飙升|飙涨|蹿升|攀升)(?=[到至]\d)/gu, '增'],
  // 铺到114公里: how much there is by now.
  [/[修建铺种盖栽做干搞](?:到|成了)(?=\d)/gu, '达到'],
  // 快占到全市30%了.
  [/(?:都|也|已经)?快占到?([^，,。；;\d]{0,8}?)的?(?=\d[\d.]*%了)/gu, '占$1近'],
  [/(?<=\d[万亿千百]*\p{sc=Han}{0,3})往上/gu, '以上'],
  [/够不[着上到](?=\d)/gu, '不足'],
  [/(?<=[高低快慢提升降][了出]?\d[\d.]*)个点/gu, '个百分点'],
  // 就业才60万人: that it is little is the writer's own.
  [
    new RegExp(
      `(?<=\\p{sc=Han}{2}(?:${YEAR})?)(?<![人英天干秀口])(?:才|仅仅?|只)(?=(?:有|是|达到?|[涨升增降跌])?了?(?:下降|增长)?${NUMBER})`,
      'gu',
    ),
    '',
  ],
  [/(?<=\d[万亿千百]*)位(?=\p{sc=Han})/gu, '名'],
  [
    /(?<=GDP|生产总值|收入|投资|增加值|零售总额|进出口)的?(?:预期)?目标(?:是|为)?(?=\d[\d.]*%)/giu,
    '增长目标',
  ],
  [/(?<=[从由][^，,。；;]{1,30})(?:提|抬升|抬高|拉升|拉高|多|扩)[到至](?=\d)/gu, '提高到'],
  // 三年多建了30公里 is more than three years.
  [
    new RegExp(
      `(?<!(?<![上去前同]|\\d{4})[年月天日余])多[出打收产卖挣招建花添修种盖铺装]了?(?=${NUMBER})`,
      'gu',
    ),
    '增加',
  ],
  [new RegExp(`(?:还|又)?(?<!最)多了?(?=${NUMBER})`, 'gu'), '增加'],
  [/(?<=\d)个(?=[万亿](?!元|美元))/gu, ''],
  [/增加了?(?=\d[\d.]*%)/gu, '增长'],
  // 25块奖牌 are no money.
  [/(?<=\d[万亿]?)(?:块钱|块(?=[^\p{sc=Han}]|$|[涨升降提增减以左每的了多一到上下]))/gu, '元'],
  // 是不是头一回超过: asked, and not denied.
  [/是不是|是否/gu, ''],
  [/头一[次回]/gu, '首次'],
  [/连着(?=\d|[一二三四五六七八九十])/gu, '连续'],
]

/** 1971年还是29‰，1978年降到6.1‰ is 从1971年的29‰变为1978年的6.1‰; 现在 is the time of the report. */
const THEN_AND_NOW = new RegExp(
  `(?<first>${YEAR})(?<each>[^，,。；;\\d]{0,8}?)(?:才|还|只|仅|那会儿)*(?:是|有|为)?(?<from>${NUMBER})[，,](?:到|而)?(?<last>${YEAR}|现在|目前|如今)就?(?:已经?)?(?:是|为|有|达到?|到了|变成|变为|(?:上升|提高|增加|下降|减少|升|涨|降|跌|增|减)[到至为]了?)(?<to>${NUMBER})`,
  'gu',
)

/** 收入增长9%，这是2024年的目标. */
const STATEMENT_FIRST = new RegExp(
  `^(?<first>[^。；;]*?\\d[^。；;]*?)，这就?是${TOLD_BEHIND}(?=$|[。？?！!])`,
  'u',
)

/**
 * The text itself where nothing is said otherwise.
 *
 * @param names of the places in it, as typed.
 */
export function tellPlainly(text: string, names: readonly string[] = []): string {
  const told = afterHearsay(tellInFigures(text)).replace(OWN, '')
  const said = placeFirst(yearsInFull(told, names), names)
  const plain = SAID.reduce((left, [pattern, words]) => left.replace(pattern, words), said)
  return plain
    .replace(THEN_AND_NOW, (whole, ...rest) => tellRise(whole, rest.at(-1)))
    .replace(STATEMENT_FIRST, '$<behind>，$<first>')
}

/** 排全国第一 of 有人说排全国第一; the text itself where it does not say first who told it. */
export function afterHearsay(text: string): string {
  return text.replace(HEARSAY, '')
}

/** In UTF-16 units: a shorter rest (我记得是17) states nothing by itself. */
const MIN_TOLD = 7

/** The text itself where neither a number nor a quotation would be left. */
export function withoutHearsay(text: string): string {
  const told = afterHearsay(text)
  if (/^["“「『]/u.test(told)) return told
  const isNumbered = /\d|[一二两三四五六七八九十百千半][成倍分万亿]|第一/u.test(told)
  return isNumbered && told.length >= MIN_TOLD ? told : text
}

/** 咱新疆: whose it is says nothing of it. */
const OWN = /^(?:咱们?|我们|俺们?)(?=\p{sc=Han}{2})(?![的这那国省市县区州旗家村乡镇])/u

/** 新源22年 is 新源2022年. Elsewhere 22年 may be a length of time. */
function yearsInFull(text: string, names: readonly string[]): string {
  const before = ['^', '[,，、。；;\\s]', ...names.map(escapePattern)].join('|')
  const short = new RegExp(`(?<=${before})(\\d\\d)年(?=[^代来期内以前多间级免义制后])`, 'gu')
  return text.replace(short, (_, figures: string) => `${Number(figures) < 50 ? 20 : 19}${figures}年`)
}

/** 增长3%，云岭县2023年收入5亿元, of whose first number nothing tells the place and time but what follows. */
function placeFirst(text: string, names: readonly string[]): string {
  const [named] = names
    .map((name) => text.indexOf(name))
    .filter((index) => index >= 0)
    .sort((one, two) => one - two)
  const at = named ?? text.search(HEADED)
  if (!/[，,！!]/u.test(text.charAt(at - 1))) return text
  const [before, rest] = [text.slice(0, at - 1), text.slice(at)]
  const isOpen = !/[。；;：:？?]|(?:19|20)\d{2}年|(?:去|今|明|上)年/u.test(before) && /\d/u.test(before)
  const [, told = '', end = ''] = /^([^。；;？?！!]+)([。！!]?)$/u.exec(rest) ?? []
  if (!isOpen || !TIME.test(told)) return text
  // 净增48万户，云岭县2024年经营主体达680万户，企业157万户: told of the first. 云岭县2024年拟这样建设县城：改厕58座.
  const [first = ''] = NUMBERED.exec(told) ?? []
  return first === '' ? `${told}：${before}${end}` : `${first}，${before}${told.slice(first.length)}${end}`
}

/** As far as the first clause that has a number. */
const NUMBERED = new RegExp(`^(?:${YEAR}|[^\\d])*(?!${YEAR})\\d[^，,]*`, 'u')

/** 1310万人！2013年全国…: the year, where no place is named. */
const HEADED = /(?<=[！!])(?:19|20)\d{2}年/u
const TIME = /(?:19|20)\d{2}年|五年|[“"]?十[一二三四]?五[”"]?|[去今明]年/u

function tellRise(whole: string, groups: Readonly<Record<string, string>>): string {
  const { first = '', each = '', from = '', last = '', to = '' } = groups
  // The earlier year is the start.
  if (/^\d/u.test(last) && first >= last) return whole
  return `${each}从${first}的${from}变为${last}的${to}`
}

const COMPARISON =
  /(?<way>快于|高于|好于|大于|多于|慢于|低于|小于|少于)(?<noun>[^,，。；;、\d]{2,16}?)(?:(?<of>的)(?=(?<number>\d+(?:\.\d+)?))|(?<growth>\d+(?:\.\d+)?)%的(?:增[速幅]|涨幅))/gu
const MORE = /^(?:快|高|好|大|多)于$/u
const LAST_NUMBER = /\d+(?:\.\d+)?(?=[^\d]*$)/u
const GROWTH = /增长|增速|增幅|提高|增加|上涨/u

/** 快于城镇居民的4%, or 快于城镇居民4%的增速, states of the other noun that it rose by 4%: the text with each comparison as that statement, every other character where it was; one that its own numbers belie stays as it is. */
export function tellComparisons(text: string): string {
  return text.replace(COMPARISON, (whole: string, ...rest: unknown[]) => {
    const { way = '', noun = '', of = '', growth, number = growth } = rest.at(-1) as Record<string, string>
    const before = text.slice(0, rest.at(-3) as number)
    const own = LAST_NUMBER.exec(before.slice(-BEFORE_UTF16))?.[0]
    if (own === undefined || Number(own) > Number(number) !== MORE.test(way)) return whole
    if (growth !== undefined) return `${' '.repeat(way.length - 1)}${noun}增${growth}%   `
    return `${' '.repeat(way.length + of.length - 1)}${noun}${GROWTH.test(before.slice(-BEFORE_UTF16)) ? '增' : '达'}`
  })
}

/** The number that is compared stands so near before. */
const BEFORE_UTF16 = 12
