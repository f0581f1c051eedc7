/** What a claim says of its number beside the name, and a report must say of that very number: of whom, how reckoned, how remarkable. */
import { firstNumber } from '../../figures/figure.ts'
import type { StatedFigure } from '../../search/backend.ts'
import { foldPhrase } from '../../text/normalizer.ts'
import { readNumeral } from '../../text/numeral.ts'
import { beforeMark, STOPS, sentenceAround, sentenceStart } from '../../text/sentences.ts'
import { contentWords } from './account.ts'
import { OF_YEAR } from './conflict.ts'
import { saidOfIt, sentenceOf } from './stretch.ts'

/** Words of a claim, and those of which the report must have one: the same by default. */
type Remark = readonly [said: RegExp, told?: RegExp]

/** Not of all together. */
const EACH: readonly Remark[] = [[/[人户亩日月]均|每[人户亩天日月]/u, /[人户亩日月]均|平均|每/u]]

/** And not that all of them are so: said in a clause of its own, of which the number's sentence must tell. */
const ALL: readonly Remark[] = [
  ...EACH,
  [/(?:[都全]|大多|基本上?)[是在由]/u, /[都均]|全[是在由部都]|全覆盖|100%/u],
]

/** Of whom or what part a number is: it must be said in its clause, or before it in the sentence. */
const WHOSE: readonly Remark[] = [
  [/城区|市区|县城/u],
  [/本级/u],
  [/限上|限额以上/u],
  ...EACH,
  [/农村|农民|乡村/u, /[农乡村]/u],
  [/城镇/u, /城/u],
]

/** How it is reckoned, and that nothing is missing: it must be said in the number's own sentence. */
const HOW: readonly Remark[] = [
  [/减少/u, /[减少降压缩]/u],
  [/实际(?=增|上|提|下|降|投资|利用|到位|使用|外资)/u, /实际/u],
  [/全部|全都|悉数/u, /全部|全都|悉数|全面|均|都|率达?到?100%/u],
]

const MORE = '增长|增加|上升|提高|提升|回升|增多|扩大|变多'
const LESS = '下降|减少|降低|下滑|回落|负增长|缩小|变少'
/** 比上年略有…: the clause has no subject of its own. */
const BY_ITSELF = '^(?:[比较与][上去]年|同期|同比|环比|相比|有所|略有|大幅|小幅|明显|持续|实现|[均也都又还])*'

/** What a clause without a number says of the figure before it, and reports say of many: it must be said of that figure alone. */
const LOOSE: readonly Remark[] = [
  [new RegExp(`${BY_ITSELF}(?:${MORE})了?$`, 'u'), new RegExp(MORE, 'u')],
  [new RegExp(`${BY_ITSELF}(?:${LESS})了?$`, 'u'), new RegExp(LESS, 'u')],
  [/新高|纪录|历史最/u, /新高|[纪记]录|历史最/u],
  [/首次|首个|首家|率先/u],
  [/连续/u],
  [
    /(?:完成|超额|实现|达到|达成).{0,8}(?:目标|任务|计划|预期)/u,
    // 就业超额完成任务 is told of nothing else.
    /(?:^[^,]*|,[^,]{0,2})(?:完成|超额|实现|达到|达成).{0,8}(?:目标|任务|计划|预期)/u,
  ],
]

const RUN = /连续(?<times>\d+|[一二三四五六七八九十两]+)个?(?<unit>年|届|次|月|季度|期)/gu

/** 连续46年 of what the report has as 连续47年居全国首位. */
function isOtherRun(clause: string, sentences: readonly string[]): boolean {
  const runsOf = (words: string): string[] =>
    Array.from(words.matchAll(RUN)).map(({ groups }) => `${readNumeral(groups?.times ?? '')}${groups?.unit}`)
  const told = sentences.flatMap(runsOf)
  return runsOf(clause).some((run) => !told.includes(run))
}

const MADE_UP_TO_NOW =
  /累计(?:已|共)*(?:建成|建设|建起|新建|修建|建|创建|认定|培育|设立|开通|安装|种植|拥有|引进|注册)/u
const SUMMED_UP = /累计|已|达|共|总|有|止|底|末/u

/** The sentence of a figure as far as the clause of its number, with what it is called. */
function upToNumber({ passage: { text }, figure }: StatedFigure): string {
  const to = beforeMark(text, `${STOPS}，,、`, figure.numbers.at(-1)?.[1] ?? figure.end)
  const sentence = text.slice(sentenceStart(text, firstNumber(figure)[0]), to)
  return foldPhrase(sentence.replace(/\/(?=[人户亩日月])/gu, '每') + figure.indicator)
}

/** Does a clause say so of numbers of which the report does not? `own`: those that the clause has; `stated`: those of the whole text. */
export function saysMore(
  clause: string,
  { own, stated }: { own: readonly StatedFigure[]; stated: readonly StatedFigure[] },
): boolean {
  const lacks = (remarks: readonly Remark[], words: readonly string[]): boolean =>
    remarks.some(([said, told = said]) => said.test(clause) && !words.some((one) => told.test(one)))
  if (
    isOtherRun(
      clause,
      own.length > 0 ? own.map(sentenceOf) : stated.map(({ passage }) => foldPhrase(passage.text)),
    )
  )
    return true
  const isOfItself = contentWords(clause).some((word) => !LOOSE.some(([said]) => said.test(word)))
  if (own.length === 0)
    return (
      lacks(LOOSE, stated.map(isOfItself ? ({ passage }) => foldPhrase(passage.text) : saidOfIt)) ||
      lacks([...ALL, ...HOW], stated.map(sentenceOf))
    )
  return lacks(WHOSE, own.map(upToNumber)) || lacks(HOW, own.map(sentenceOf))
}

/** 累计建成457个 counts all there is by now, and `text` tells of it as of what was built; or the report tells of years together, and the text of one alone or of more. What the report says; null where it is of the same years. */
export function otherYearsOf({ figure, passage }: StatedFigure, text: string): string | null {
  const told = foldPhrase(figure.quote)
  const other = otherSpan(text, passage.text.slice(0, firstNumber(figure)[0]))
  if (other !== null) return other
  if (ONE_YEAR.test(text) && !ONE_YEAR.test(told) && !SUM.test(text)) {
    const sentence = sentenceAround(passage.text, figure.start, figure.end)
    const heading = OF_YEAR.test(sentence) ? undefined : YEARS.exec(passage.section.join())?.[0]
    const sum = SUM.exec(told)?.[0] ?? heading
    if (sum !== undefined) return sum
  }
  return SUMMED_UP.test(text) ? null : (MADE_UP_TO_NOW.exec(told)?.[0] ?? null)
}

/** 五年年均增长5.2%，十年年均增长6.2%: the years that are told last before a number are those that it is told of. */
function otherSpan(text: string, before: string): string | null {
  const sentence = before.slice(sentenceStart(before, before.length))
  const last = Array.from(sentence.matchAll(SPAN)).at(-1)
  const said = Array.from(text.matchAll(SPAN), yearsOf)
  return last === undefined || said.length === 0 || said.includes(yearsOf(last)) ? null : last[0]
}

function yearsOf({ groups = {} }: RegExpMatchArray): number | null {
  return groups.plan === undefined ? readNumeral(groups.years ?? '') : YEARS_OF_PLAN
}

const YEARS_OF_PLAN = 5
const SPAN =
  /(?<plan>[“"]?十[一二三四]?五[”"]?(?!年))|(?<![\d第续前零〇一二三四五六七八九十])(?<years>[二两三四五六七八九十]|\d{1,2})年(?!级|代|期|制|前|后|[底末以]|免|义)/gu

const SUM = /累计|累积|历年/u
const YEARS = /五年|[“"]十[一二三四]?五[”"]/u
const ONE_YEAR = /全年|当年|年内|一年(?:里|间|就|来)?|[这那]年|(?<!比|较)[去上]年(?![底末])/u

/** 5亿元以上工业企业 are some of them: a word that the report says only of these, and the text of all. Folded. */
export function dropsLimit(words: readonly string[], told: string, text: string): string | null {
  const isLimited = (word: string): boolean => {
    const before = told.split(word).slice(0, -1)
    return before.length > 0 && before.every((part) => LIMIT.test(part))
  }
  return words.find((word) => isLimited(word) && !LIMIT_WORDS.test(text)) ?? null
}

const LIMIT = /(?:以上|以下|规上|限上)的?$/u
const LIMIT_WORDS = /以上|以下|规上|限上|往上|超过/u
