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
import type { Range } from '../../text/runs.ts'
import { dataLines, readWords } from '../../text/word-list.ts'
import { cutJoined, cutWords, type Word } from '../../text/words.ts'

/** What a word stands for in other words, folded: as the synonyms of search have it. */
export type Wordings = (word: string) => readonly string[]

/** The words that say of what a text tells: without times, numbers, and what only tells, asks, or builds its sentence. Folded. */
export function contentWords(text: string): string[] {
  const plain = withoutAmounts(foldPhrase(text).replace(TELLING, blank))
  const words = cutJoined(plain, isFunctionWord, BEGINS_NAMES).map((word) => word.replace(AT_END, ''))
  const telling = words.filter((word) => (word.length > 1 && !isFunctionWord(word)) || DENIES.test(word))
  return [...telling, ...Array.from(plain.matchAll(OF_SOME), ([some]) => some)]
}

/** The text folded, with spaces for what says nothing of what it tells: every character of it that must be accounted for, where it stands. */
export function contentOf(text: string): string {
  const plain = withoutAmounts(foldPhrase(text).replace(TELLING, blank))
  const words = cutWords(plain)
  const ends = new Set(words.map(({ index, segment }) => index + segment.length))
  let read = 0
  const left = words
    .map(({ segment, index, isWordLike }, place) => {
      const end = index + segment.length
      if (end <= read || !isWordLike) return blank(segment)
      // 同比, of which the dictionary makes two.
      const known = wordAt(plain, index)
      if (
        known !== null &&
        known.length > segment.length &&
        ends.has(index + known.length) &&
        saysNothing(known.word.is, plain.slice(index, index + known.length))
      ) {
        read = index + known.length
        return blank(segment)
      }
      const bare = segment.replace(AT_END, '')
      if (isFunctionWord(segment) || isFunctionWord(bare))
        return BEGINS_NAMES.test(segment) && isSingle(words[place + 1]) ? segment : blank(segment)
      return bare + blank(segment.slice(bare.length))
    })
    .join('')
  return Array.from(plain.matchAll(OF_SOME)).reduce(
    (all, { 0: some, index }) => all.slice(0, index) + some + all.slice(index + some.length),
    left,
  )
}

/** 海 of 前海, which the dictionary lacks. */
function isSingle(word: Word | undefined): boolean {
  return word?.segment.length === 1 && word.isWordLike && !isFunctionWord(word.segment)
}

function saysNothing(is: string, word: string): boolean {
  return READ.has(is) && !TELLS.test(word) && !DENIES.test(word)
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

export function isShortFor(word: string, told: string): boolean {
  return rangeOfLong(word, told) !== null
}

/** Where the long form of a short one stands. */
export function rangeOfLong(word: string, told: string): Range | null {
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
const AT_END = /(?<=.)[的了着过]+$|(?<=..)总$/u
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
  /连续(?:\d+|[一二三四五六七八九十]+)个?(?:年|届|次|月|季度)|[两三四五六七八九十][个大项类](?=领域|方面|指标|目标|任务)|包括|在内的?|(?<![一二三四五六七八九])五年(?:来|里|间|内|下来|之?[间内])?|第[一二三四五六七八九十]{1,3}个五年(?:计划|规划)|[“"]?十[一二三四]?五[”"]?(?:规划|时期|期间|这?五年)?|政府工作报告|工作报告|报告|(?:人民)?政府|国务院|[省市县州区](?:长|主席)|总理|主席|数据|数字|显示|一口气|加起来|愣是|硬是|足足|有?[这那]?一[条项件]|要(?=完成|实现|建成)|投入(?=使用|运营|运行|生产)|所作的?|写着|写到|指出|表示|记者|获悉|了解到|得知|清单|提出|提到|明确|要求|披露|介绍|坦[承言白]|承认|直言|透露|宣布|晒出|强调|统计|公布|写明|成绩单?|收官之?[年时]?|请问|核实|没错|有误|(?:有没)?有问题|对不对|是不是|是吗|对吗|这一?年|方面|当中|的?(?:(?:背景|条件|情况|形势)之?下|(?:过|进)程之?中)|[省市县区州国]里|(?<!\p{sc=Han})[省市县区州]级?(?=[下的])|实绩|其中|[出来摘引]自|(?<=[年五”"])[初末底]|两会上?|(?:专门|也|都)?[提讲说写]过|记了一笔|(?:这样|如此)?总结|如是说|包[括含](?=[:：]|$)/gu

/** To be found in the report as it is said. */
export const DENIES = /[不没未无非]/u
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
  /^(?:[造建修种办招开收产花用做定给把让里头去来带有获得看涨升跌降增减多少线份的话则与及等并还掉据省市县区州国年拟]|作为|贡献|相关|[总共]共?有|一共有|[比率量额]为|中有|用于|取得|获得|进行|带来|开展|推进|落实|实施|一共|总共|共计|合计|数量|总数|总量|共有|总长|全长|总长度|总里程|总面积|规模|水平|任务|草案|规定|拟定|按照|根据|依照|依据|的是|只是|仅|相当|另有|外加|加上|还有|搞了?|弄了?|又是?|享受到?|亮眼|喜人|[吃用住喝]上|年度|一年|全年)$/u

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
