/** Turns a text into its content words, and tells which of them another text does not have in any of its ways to say them. */
import { wordAt } from '../../figures/lexicon.ts'
import { numberAt } from '../../figures/number.ts'
import { timeAt } from '../../figures/time.ts'
import { isFiller } from '../../search/query/filler-words.ts'
import { foldPhrase } from '../../text/normalizer.ts'
import { cutJoined } from '../../text/words.ts'

/** What a word stands for in other words, folded: as the synonyms of search have it. */
export type Wordings = (word: string) => readonly string[]

/** The words that say of what a text tells: without times, numbers, and what only tells, asks, or builds its sentence. Folded. */
export function contentWords(text: string): string[] {
  const plain = withoutAmounts(foldPhrase(text).replace(TELLING, blank))
  const words = cutJoined(plain, isFunctionWord, BEGINS_NAMES).map((word) => word.replace(AT_END, ''))
  return words.filter((word) => (word.length > 1 && !isFunctionWord(word)) || DENIES.test(word))
}

/** Those of the words that a text has not, nor another word for them. `told`: folded. */
export function missingWords(words: readonly string[], told: string, wordings: Wordings): string[] {
  const isSaid = (word: string): boolean => isHeld(word, told) || (PEOPLE.test(word) && OF_PEOPLE.test(told))
  return words.filter(
    (word) => !isSaid(word) && !othersFor(word, wordings).some((other) => isHeld(other, told)),
  )
}

/** Words that a report prints for one that is said. */
export function othersFor(word: string, wordings: Wordings): readonly string[] {
  return [...wordings(word), ...(SPOKEN.get(word) ?? [])]
}

/** What is said, and what reports print for it: the thing itself, where a search would find more. */
const SPOKEN = new Map(
  `
房子 住房 住宅 房屋
公司 企业
厂子 工厂 企业
活儿 任务 工作
钱数 金额 资金
总盘子 总投资 总额
车子 汽车 车辆
轿车 汽车 车辆
老乡 群众 村民
娃 儿童 学生
娃娃 儿童 学生
国高企业 国家高新技术企业
全是 100% 全部 全覆盖
机场 空港 民航
铺子 店铺 商铺
老外 外国 境外 入境
外商 外资
农家 农户
住家 居民
种粮户 种粮农民
环卫工 环卫工人
大学生 高校学生 高校毕业生
小孩 儿童
生意 交易
网购 网络零售 网上零售
快件 快递
`
    .trim()
    .split('\n')
    .map((line): [string, readonly string[]] => {
      const [said = '', ...printed] = line.split(' ')
      return [said, printed]
    }),
)

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

/** With spaces for the words of time and the numbers with their units. */
function withoutAmounts(text: string): string {
  let left = ''
  for (let at = 0; at < text.length; ) {
    const number = numberAt(text, at)
    const length = timeAt(text, at)?.length ?? (number === null ? 0 : number.end - at)
    left += length > 0 ? ' '.repeat(length) : text.charAt(at)
    at += Math.max(length, 1)
  }
  return left
}

/** Whose words, how sure, and whether they are right: no report says it of itself. */
const TELLING =
  /第[一二三四五六七八九十]{1,3}个五年(?:计划|规划)|[“"]?十[一二三四]?五[”"]?(?:规划|时期|期间|这?五年)?|政府工作报告|工作报告|报告|(?:人民)?政府|国务院|[省市县州区](?:长|主席)|总理|主席|数据|数字|显示|一口气|愣是|硬是|足足|有?[这那]?一[条项件]|要(?=完成|实现|建成)|投入(?=使用|运营|运行|生产)|写着|写到|指出|表示|记者|获悉|了解到|得知|清单|提出|提到|明确|要求|披露|介绍|坦[承言白]|承认|直言|透露|宣布|晒出|强调|统计|公布|写明|成绩单?|请问|核实|没错|有误|对不对|是不是|是吗|对吗|这一?年|方面|当中|的?(?:背景|条件|情况|形势)之?下|[省市县区州国]里|(?<!\p{sc=Han})[省市县区州]级?(?=[下的])|实绩|其中|[出来摘引]自|两会上?|(?:专门|也|都)?[提讲说写]过|记了一笔|(?:这样|如此)?总结|如是说/gu

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

/** Says nothing of what a number is told of: 达到, 一共, 总长. Folded. */
export function isFunctionWord(word: string): boolean {
  const known = wordAt(word, 0)
  const read = known?.length === word.length && READ.has(known.word.is) ? known.word.is : null
  if (read === 'bound') return true
  if (DENIES.test(word)) return false
  return LIGHT.test(word) || isFiller(word) || (read !== null && !TELLS.test(word))
}
