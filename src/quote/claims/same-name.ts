/** Tells whether a figure of a name that no list has is the one that a claim speaks of, however either calls it. */

import { doingOf } from '../../figures/doing-word.ts'
import { type Figure, firstNumber } from '../../figures/figure.ts'
import { isListed, loadIndicators } from '../../figures/indicators.ts'
import { opensWithSite } from '../../figures/owner.ts'
import type { StatedFigure } from '../../search/backend.ts'
import { getOrMake } from '../../text/maps.ts'
import { foldPhrase } from '../../text/normalizer.ts'
import { afterMark, STOPS } from '../../text/sentences.ts'
import { contentWords } from './account.ts'
import { withoutDeeds } from './deeds.ts'

/** What a printed name may have before it or within it, and leave out. */
const BESIDE =
  /^(?:新增|累计|实现|完成|年末?|共)+|全[省市县区州国年]|我[省市县区州]|金融机构|各项|[^\p{L}\p{N}]|的/gu
/** 装备制造业增长8% is told of its value added, 补贴300万元 of money. */
const AT_END = /(?<=.{3})(?:增加值|资金)$|(?<=占.+)(?:比重|比例|份额)$/u
const MIN_NAME = 3
/** A shorter part of a name is another name. */
const MIN_SHARE = 0.6

/** What there is by now: 全县高标准农田达73.05万亩. */
const LEVEL = /达到?|共有|总数|累计|现有|拥有|保有/u

/** 新建高标准农田73.05万亩 is not told by how much there is of it. */
export function isOnlyTotal(stated: StatedFigure, claimed: Figure): boolean {
  const [own, said] = [stated.figure.indicator, claimed.indicator].map((name) => doingOf(foldPhrase(name)))
  return said === 'made' && own !== 'made' && isTotal(stated)
}

/** By its words. */
export function isTotal({ figure }: StatedFigure): boolean {
  return LEVEL.test(figure.quote) || /总/u.test(figure.indicator)
}

/** 新增市场主体: what was added, not what there is. An indicator that a list has is called so whatever it counts. */
export function isIncrement(indicator: string): boolean {
  return !isListed(indicator) && doingOf(foldPhrase(indicator)) === 'added'
}

/** Makes the test for the figures beside a claim, of which there are many. */
export function sameNameAs(claimed: Figure): (stated: StatedFigure) => boolean {
  const said = plainName(claimed.indicator)
  return (stated) => isSameName(stated, claimed, said)
}

/** `said`: the plain name of what is claimed. */
function isSameName(stated: StatedFigure, claimed: Figure, said: string): boolean {
  // 人均地区生产总值 is none of 地区生产总值.
  const areListed = [stated.figure, claimed].every((one) => isListed(one.indicator))
  if (areListed) return stated.figure.indicator === claimed.indicator
  const own = plainNameOf(stated.figure)
  // 户厕改造 is 改造户厕.
  if (own === said || (own.length === said.length && lettersOf(own) === lettersOf(said)))
    return !isOthersOwn(stated)
  if (own.at(-1) !== said.at(-1)) return false
  const [short, long] = own.length < said.length ? [own, said] : [said, own]
  const isShort = short.length >= Math.max(MIN_NAME, MIN_SHARE * long.length) && isWithin(short, long)
  if (isShort && !saysOfWhom(long.slice(0, long.indexOf(short.charAt(0))))) return true
  return said.endsWith(own) && isToldBefore(said.slice(0, -own.length).replace(/全?年$/u, ''), stated)
}

/** 规上 of 规上企业产值, which is none of 企业产值: what a name begins with. Folded. */
export function saysOfWhom(beginning: string): boolean {
  return isOfSize(beginning) || contentWords(withoutDeeds(beginning)).length > 0
}

/** Of the large ones alone. */
export function isOfSize(name: string): boolean {
  return /规上|限上|规模以上|限额以上/u.test(name)
}

const plainNames = new WeakMap<Figure, string>()

/** Of a report's figure: every claim beside it asks for it. */
function plainNameOf(stated: Figure): string {
  return getOrMake(plainNames, stated, () => plainName(stated.indicator))
}

/** The name without what one may print and another leave out: 汽车销量 is 汽车销售, 重大项目固投 重大项目固定资产投资. */
function plainName(name: string): string {
  const plain = foldPhrase(name)
    .replace(BESIDE, '')
    .replace(AT_END, '')
    .replace(/销(?=[量额])/u, '销售')
    .replace(MEASURE, '')
  return withListedEnd(plain)
}

/** Of what there is so much: the number says that. */
const MEASURE = /(?<=.{2})(?:总?产量|总产|总?[量额]|里程|长度|人?数|(?:种植|播种|栽植)面积)$/u

/** A name that ends in that of an indicator, however that is called. */
function withListedEnd(name: string): string {
  for (let cut = 1; cut < name.length - 1; cut++) {
    const entry = loadIndicators().lookUp(name.slice(cut))
    const [one, ...others] = entry?.candidates ?? []
    if (entry?.isWhole === false && one !== undefined && others.length === 0)
      return name.slice(0, cut) + foldPhrase(one.name)
  }
  return name
}

function lettersOf(name: string): string {
  return Array.from(name).sort().join('')
}

/** Has the longer name the shorter one's characters in their order? 两钢粗钢产量, “两钢”全年粗钢产量. */
function isWithin(short: string, long: string): boolean {
  let at = 0
  for (const character of long) if (character === short[at]) at++
  return at === short.length
}

/** 限上工业企业实现利税5亿元: whose it is stands before it in the sentence, and no other of the name between. */
export function isToldBefore(
  owner: string,
  { figure, passage }: Pick<StatedFigure, 'figure' | 'passage'>,
): boolean {
  if (owner.length < 2) return false
  const printed = sentenceBefore(passage.text, figure, '。！？')
  const before = foldPhrase(printed)
  const at = before.lastIndexOf(owner)
  return at >= 0 && !before.slice(at).includes(foldPhrase(figure.name))
}

/** Nouns that everyone has; what is told of a firm in a sentence is not told of the place. */
const COMMON =
  /^(?:总?投资|投入|总?产值|产量|收入|销售收入|销售额|交易额|营业额|营业收入|主营业务收入|利润|利税|税收|纳税|资金|补贴|补助|面积|总投资额?|增加值|贷款|占比|比重)$/u
/** A place has many of them: another one is no other number of this one. */
export function isCommon(indicator: string): boolean {
  return COMMON.test(indicator) && !isListed(indicator)
}

/** More letters than these before it in its sentence say whose it is. */
const MAX_BEFORE = 4
const OWN_WORDS = /全[省市县区州国年]|我[省市县区州]|其中|预计|同时|[\d年去今]|[^\p{L}]/gu

/** A common noun, told of somebody whom its sentence names before; or any, of a site with which the sentence opens. */
export function isOthersOwn({ figure, passage }: StatedFigure): boolean {
  const before = sentenceBefore(passage.text, figure, STOPS)
  if (isCommon(figure.indicator)) return before.replace(OWN_WORDS, '').length > MAX_BEFORE
  if (figure.subject !== null) return false
  const clauses = before.split(/[，,]/u)
  const isBare = BARE_CLAUSE.test(before) && clauses.some(opensWithSite)
  return isBare || (clauses.length > 1 && clauses.at(-1) === '' && opensWithSite(clauses[0] ?? ''))
}

/** Only its verb stands in the clause before the name: …，实现. */
const BARE_CLAUSE = /[，,](?:预计|累计|[共可已])*(?:实现|完成|创造|达到?)$/u

/** From the beginning of its sentence to the figure's name. */
function sentenceBefore(text: string, figure: Figure, stops: string): string {
  const end = nameStart(text, figure)
  return text.slice(afterMark(text, stops, end), end)
}

/** Where the name stands by which a figure is called in its passage. */
export function nameStart(text: string, figure: Figure): number {
  const at = text.lastIndexOf(figure.name, firstNumber(figure)[0])
  return at < 0 ? figure.start : at
}
