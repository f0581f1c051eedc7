/** Confirms a number by a figure of the reports that has it, where every word beside the one stands beside the other, whatever either calls it. */
import { doingOf } from '../../figures/doing-word.ts'
import { firstNumber } from '../../figures/figure.ts'
import { isListed } from '../../figures/indicators.ts'
import type { StatedFigure } from '../../search/backend.ts'
import type { Hit, Searcher } from '../../search/searcher.ts'
import { foldPhrase } from '../../text/normalizer.ts'
import type { Range } from '../../text/runs.ts'
import { afterMark, beforeMark, STOPS, sentenceStart } from '../../text/sentences.ts'
import {
  contentWords,
  isFunctionWord,
  missingWords,
  othersFor,
  printedFor,
  shareMissing,
  type Wordings,
} from './account.ts'
import { type ClaimCheck, checkClaim, isUnsure } from './check-claim.ts'
import { deedsIn, withoutDeeds } from './deeds.ts'
import { type FigurePart, isComparable, isRounded, isSamePart, partsOf } from './figure-parts.ts'
import { foldWithout, type NamedText, nameText, withIndicator } from './named-text.ts'
import type { Claim } from './read-claims.ts'
import { isCommon, isOfSize, isOthersOwn, isTotal } from './same-name.ts'
import { clauseAround, clauseOf, missingBeside, sentencesAround, stretchAround } from './stretch.ts'
import { withUnread } from './unread-figures.ts'

export interface Told {
  readonly text: string
  /** Names of places in the text, folded: whose figures it tells of is compared by itself. */
  readonly names: readonly string[]
  readonly checks: readonly ClaimCheck[]
  /** Of numbers that the grammar leaves: no claims of their own until a report has them. */
  readonly unread: readonly Claim[]
  readonly hits: readonly Hit[]
  /** Whether the words have a verdict of their own: then a number in other words adds nothing. */
  readonly areWordsJudged: boolean
}

/** The checks, with those that the reports confirm in other words. */
export async function confirmInWords(
  searcher: Searcher,
  { text, names, checks, unread, hits, areWordsJudged }: Told,
): Promise<ClaimCheck[]> {
  if (unread.length === 0 && checks.every(({ supported }) => supported !== null)) return [...checks]
  const confirmed = checks.flatMap(({ supported, stated }) => (supported === true ? (stated ?? []) : []))
  const known = confirmed.map(({ passage }) => passage.id)
  const passages = [...new Set([...known, ...hits.map(({ passage }) => passage.id)])]
  if (passages.length === 0) return [...checks]
  const near = withUnread(await searcher.backend.figures({ passages }))
  const wordings: Wordings = (word) => searcher.wordings(word)
  const said = nameText(foldWithout(text, names))
  const others = contentWords(said.text).flatMap((word) => othersFor(word, wordings))
  const around: Around = {
    text,
    names,
    near,
    wordings,
    said,
    printed: [said.text, ...others, ...printedFor(said.text)].join(),
    isOneOfSome: checks.length + unread.length > 1,
    confirmed,
  }
  const told = new Set(known)
  const find = (claim: Claim): ClaimCheck | null =>
    findSame(claim, around) ?? (areWordsJudged ? null : findNumber(claim, around, told))
  return [
    ...checks.map((one) => (one.supported !== null || isUnsure(one) ? one : (find(one.claim) ?? one))),
    ...unread.flatMap((claim) => {
      const found = find(claim)
      return found === null || found.supported === false ? [] : found
    }),
  ]
}

/** A text, and the figures of the passages near to it. */
interface Around {
  readonly text: string
  /** Of places, folded. */
  readonly names: readonly string[]
  readonly near: readonly StatedFigure[]
  readonly wordings: Wordings
  readonly said: NamedText
  /** The same, with what reports print for its words. */
  readonly printed: string
  /** The text has several numbers. */
  readonly isOneOfSome: boolean
  /** What some of them are confirmed by. */
  readonly confirmed: StatedFigure[]
}

/** The check of a claim by a figure that says the same in other words, or surely of another time; null where none does. */
function findSame(
  own: Claim,
  { text, names, near, wordings, said, printed, isOneOfSome, confirmed }: Around,
): ClaimCheck | null {
  const at = firstNumber(own.figure)
  // 新增装机1258万千瓦、总量达到6437万千瓦: the total is not what was added.
  const isOfAll = TOTAL.test(text.slice(Math.max(0, at[0] - TOTAL_WITHIN), at[0]))
  const around = foldWithout(clauseAround(text, at), names)
  const clause = nameText(
    isOfAll ? withoutDeedsBefore(around, foldWithout(clauseOf(text, at), names)) : around,
  )
  // 新增充电桩…，其中28个是超充: the other words are those of the other number.
  const isOfOther =
    isOneOfSome &&
    (clause.text === said.text || contentWords(foldWithout(clauseOf(text, at), names)).length === 0)
  const doing = (): string => doingBefore(text, at, clause.text)
  const owner = (noun: string): NamedText => nameText(ownerOf(text, at, { noun, names }))
  const words = { said, printed, clause, owner, doing }
  let other: ClaimCheck | null = null
  for (const stated of near) {
    const claim = asAdded(own, stated)
    if (!mayBe(claim, stated)) continue
    // 收入5亿元，增长8%: the words of the one number are those of the other, where both are one figure's.
    const isOther = isOfOther && !confirmed.some(({ figure }) => figure === stated.figure)
    if (!saysSame({ ...words, isOfOther: isOther }, { stated, near, names, wordings })) continue
    const { indicator } = stated.figure
    const check = checkAs(
      isOfList(claim, stated, confirmed)
        ? { ...claim, figure: { ...claim.figure, scope: stated.figure.scope } }
        : claim,
      stated,
      isOfAll ? indicator.replace(/^新增/u, '') : indicator,
    )
    // The same number of the same, of other years or only planned.
    if (check.supported === false) other ??= { ...check, claim: own }
    if (check.supported !== true) continue
    confirmed.push(stated)
    return { ...check, isWrittenOtherwise: true }
  }
  return other
}

/**
 * The check of a claim whose number a passage has in words that are in part the claim's; null where none has it.
 *
 * @param told The passages that have a number of the text by which they are known: there 50 is the 50 of the text, too.
 */
function findNumber(
  claim: Claim,
  { text, names, near, wordings }: Around,
  told: Set<string>,
): ClaimCheck | null {
  const words = contentWords(foldWithout(clauseAround(text, firstNumber(claim.figure)), names))
  const isSure = claim.parts.some(isTelling)
  for (const stated of near) {
    if (!isSure && !told.has(stated.passage.id)) continue
    if (!mayBe(claim, stated)) continue
    if (missingWords(words, sentencesAround(stated), wordings).length >= words.length) continue
    const own = checkAs(claim, stated, stated.figure.indicator)
    if (own.supported !== true) continue
    told.add(stated.passage.id)
    return { ...own, claim, supported: null, isNumberSaid: true }
  }
  return null
}

/** The check by one figure, under its name. */
function checkAs(claim: Claim, stated: StatedFigure, indicator: string): ClaimCheck {
  return checkClaim({ ...claim, figure: { ...claim.figure, indicator, name: stated.figure.name } }, [stated])
}

/** 病床增加400张 is 新增病床400张. */
function asAdded(claim: Claim, { figure: { indicator } }: StatedFigure): Claim {
  if (doingOf(foldPhrase(indicator)) !== 'added') return claim
  const parts = claim.parts.map((part): FigurePart => {
    const isCounted = part.of === 'change' && !part.isFall && !/%|百分点/u.test(part.quantity.unit)
    return isCounted ? { ...part, of: 'value', printed: part.printed.replace(/^增长/u, '') } : part
  })
  return { ...claim, parts }
}

/** 五年来办理建议288件、提案314件: the years told of before are those of the next number, too, where another of its sentence is confirmed. */
function isOfList({ figure }: Claim, stated: StatedFigure, confirmed: readonly StatedFigure[]): boolean {
  return (
    figure.scope !== null &&
    !/平均|年均/u.test(figure.scope) &&
    !figure.quote.includes(figure.scope) &&
    confirmed.some((other) => isInSentence(stated, other))
  )
}

/** So many digits that hardly two things have the same number. */
function isTelling({ printed }: FigurePart): boolean {
  return printed.replace(/\D/gu, '').replace(/^0+|0+$/gu, '').length >= MIN_DIGITS
}
const MIN_DIGITS = 3

const TOTAL = /总[数量]|[一总]共|加起来/u
const TOTAL_WITHIN = 6

/** 添了4个公园，一共119个: the verb is that of the number before. Both folded. */
function withoutDeedsBefore(around: string, own: string): string {
  return around.endsWith(own) ? withoutDeeds(around.slice(0, around.length - own.length)) + own : around
}

/** Has all of its numbers, and neither has the name of another indicator. */
function mayBe({ figure, parts }: Claim, stated: StatedFigure): boolean {
  const own = partsOf(stated)
  const isDone = stated.figure.kind === 'actual'
  const isTold = (part: FigurePart): boolean =>
    own.some((other) => isSamePart(part, other) || isRounded(other, part, isDone))
  if (!parts.every(isTold)) return false
  const { indicator } = stated.figure
  const areListed = [figure.indicator, indicator].every(isListed)
  return !areListed || figure.indicator === indicator
}

interface Said {
  /** The text and the clause of the number, folded and without the names of places. */
  readonly said: NamedText
  readonly printed: string
  readonly clause: NamedText
  /** The clause with those before it that say whose the number of a common noun is. */
  owner(noun: string): NamedText
  /** The clause with the verb that its number has: 产业用房150万平方米 behind 新增产业用地89.5公顷. */
  doing(): string
  /** The words of the clause are those of another number of the text, too. */
  readonly isOfOther: boolean
}

interface Beside {
  readonly stated: StatedFigure
  readonly near: readonly StatedFigure[]
  readonly names: readonly string[]
  readonly wordings: Wordings
}

function saysSame(
  { said, printed, clause, owner, doing, isOfOther }: Said,
  { stated, near, names, wordings }: Beside,
): boolean {
  const { indicator } = stated.figure
  const plain = (name: string): string => foldWithout(name, names).replace(MEASURE, '')
  const unsaid = (name: string, within: NamedText): number =>
    shareMissing(withoutDeeds(plain(name)), withIndicator(within, name), wordings)
  if (!isDoneAlike(clause.text, doing, stated) || (isOfSize(indicator) && !isOfSize(said.text))) return false
  const letters = withoutDeeds(plain(indicator)).replace(/\P{L}/gu, '')
  const named = withIndicator(said, indicator)
  if (isOfOther && Array.from(letters).some((letter) => !named.includes(letter))) return false
  if (
    unsaid(indicator, { ...said, text: printed }) > (SHARE.test(indicator) ? MAX_UNSAID_OF_SHARE : MAX_UNSAID)
  )
    return false
  // 起数、死亡人数分别下降12.8%和10.5%: of the figures of a sentence the one that the words name best.
  const own = unsaid(indicator, clause)
  // 新建公园63个，公园总数达213个.
  const isItsTotal = ({ figure }: StatedFigure): boolean =>
    doingOf(foldPhrase(indicator)) !== null && indicator.endsWith(figure.indicator)
  const rivals = near.filter(
    (other) => isBeside(stated, other) && isOfUnit(stated, other) && !isItsTotal(other),
  )
  const isNamed = (name: string): boolean => withIndicator(clause, name).includes(plain(name))
  if (
    rivals.some(
      ({ figure: { indicator: other } }) =>
        unsaid(other, clause) < own || (isNamed(other) && !isNamed(indicator)),
    )
  )
    return false
  const told = stretchAround(stated, withIndicator(said, indicator), wordings)
  if (told === null) return false
  const isOthers = isOthersOwn(stated)
  const words = withIndicator(isOthers ? owner(indicator) : clause, indicator).replaceAll(
    foldPhrase(indicator),
    ',',
  )
  // What everyone has is somebody's, who must be named; what a name does not say must be said beside it.
  const isBare = isOthers || isFunctionWord(plain(indicator))
  if (isBare && contentWords(withoutDeeds(words)).length === 0) return false
  if (isCommon(indicator) && !said.text.includes(foldPhrase(indicator))) return false
  return missingBeside(words, { own: isOthers ? [] : [stated], told, wordings }).length === 0
}

/** What stands before a number in its sentence, and behind it in its clause, from where it names somebody who has so much of a common noun. */
function ownerOf(
  text: string,
  [start, end]: Range,
  { noun, names }: { readonly noun: string; readonly names: readonly string[] },
): string {
  const to = beforeMark(text, `${STOPS}，,、`, end)
  const first = sentenceStart(text, start)
  for (let from = start; from > first; ) {
    from = Math.max(first, afterMark(text, '，,', from - 1))
    const words = foldWithout(text.slice(from, to), names)
    const others = contentWords(withoutDeeds(words.replaceAll(foldPhrase(noun), ',')))
    if (others.some((word) => !isCommon(word))) return words
  }
  // 投资3.5亿元，建设青石水库: behind it, where nothing stands before.
  const words = foldWithout(text.slice(first, beforeMark(text, `${STOPS}，,`, to + 1)), names)
  return to < text.length && contentWords(withoutDeeds(words.replaceAll(foldPhrase(noun), ','))).length > 0
    ? words
    : ''
}

/** 市场主体2537家 is told neither by how many were new, nor what is new by how many there are. */
function isDoneAlike(clause: string, doing: () => string, stated: StatedFigure): boolean {
  const said = deedsIn(clause)
  if (doingOf(foldPhrase(stated.figure.indicator)) !== null)
    return said.length > 0 || ANY_DEED.test(clause) || deedsIn(doing()).length > 0
  if (!isTotal(stated)) return true
  return !/新[上装添投增]/u.test(clause) && !said.some(({ start, end }) => NEW.test(clause.slice(start, end)))
}

/** Of each deed people say that it was 弄 or 搞. */
const ANY_DEED = /[弄搞整干][了出成到]/u
const HAS_LEVEL = /达|共|总|现有|拥有|存量|保有/u

/** The words of a clause; where it has no verb and tells no level, with those before it in its sentence. Folded. */
function doingBefore(text: string, [start]: Range, clause: string): string {
  if (HAS_LEVEL.test(clause)) return clause
  return foldPhrase(text.slice(sentenceStart(text, start), start)) + clause
}

const NEW = /新(?!改)|增|添|多/u

const SHARE = /占|比[重例]/u
/** The unit says it. */
const MEASURE = /(?<=.{2})(?:总?产量|总产|数量)/u
/** So much of a name may be left unsaid, but never its first word, which says of what or whom; of a share also not of which whole. */
const MAX_UNSAID = 0.5
const MAX_UNSAID_OF_SHARE = 0.2

/** 收入5亿元 is what nobody takes for the 5亿元 of 投资, but for that of 60万人次. */
function isOfUnit(one: StatedFigure, other: StatedFigure): boolean {
  return partsOf(one).some((part) => partsOf(other).some((own) => isComparable(own, part)))
}

/** Another figure of the sentence. */
function isBeside(stated: StatedFigure, other: StatedFigure): boolean {
  return other.figure.indicator !== stated.figure.indicator && isInSentence(stated, other)
}

function isInSentence({ figure, passage }: StatedFigure, other: StatedFigure): boolean {
  if (other.passage.id !== passage.id) return false
  return sentenceStart(passage.text, figure.end) === sentenceStart(passage.text, other.figure.end)
}
