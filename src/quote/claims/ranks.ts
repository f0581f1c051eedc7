/** Tells of which number each rank of a sentence is told, and whether a claim ranks its numbers as the report does. */

import { foldPhrase } from '../../text/normalizer.ts'
import { readNumeral } from '../../text/numeral.ts'
import { overlap, type Range } from '../../text/runs.ts'
import { afterMark, beforeMark, STOPS, sentenceStart } from '../../text/sentences.ts'
import { contentWords, missingWords, type Wordings } from './account.ts'
import type { ClaimCheck } from './check-claim.ts'
import { clauseAround } from './stretch.ts'
import { numbersIn } from './unread-numbers.ts'

/** 居全省第二, 位列榜首: said of the figure beside it. 第一产业 is no rank. */
const RANK =
  /(?<of>世界|全球|亚洲|全国|全[省市县区州疆]|全自治区|西部|中部|东部)?(?<rank>第(?:[一二三四五六七八九十]+|\d+)(?!\d|个五年|产业|[批期届次轮季阶方梯])|首位(?!度)|之[首冠]|榜首|头名|头一[名位]|末位)/gu

const RANKED = new RegExp(`(?:增速|增幅|总量|规模)?(?:[均位名]?[居列为]|排[名在]?)*${RANK.source}`, 'gu')

/** 增速列全省第三, of a rank that the report gives. */
export function withoutRank(clause: string): string {
  return clause.replace(RANKED, '，')
}

interface Rank {
  readonly said: string
  /** 全省 of 全省第二, or of the rank before it in its list. */
  readonly of: string | undefined
  readonly place: number | null
  /** What stands before it in its clause, behind the last number. */
  readonly lead: string
  /** Told of how fast it grows, not of how much it is. */
  readonly isOfGrowth: boolean
  /** The numbers that it is told of; null where its lead names what it is of. */
  readonly numbers: readonly Range[] | null
}

/** What stands before a rank and names nothing that is ranked. */
const OF_RANK =
  /增[速幅量]|涨幅|总量|规模|位次|排[名位]?|继续|保持|稳|[均位名]*[居列]|首次|跻身|进入|[跃升]|分别|[分均都皆]|[至到为]/gu
const OF_GROWTH = /增[速幅量]|涨幅/u
const OF_LEVEL = /总[量数额]|规模/u
const GROWS = /(?:增长|增加|上升|提高|提升|下降|减少|降低|增[速幅]|[增升降涨跌])[了为达]?(?:近|约|超过?)?$/u
const OF_ALL = /[均都皆]|双双/u

/** Between the ranks of a list: 全省第二、第三. */
const NEXT_RANK = /^[位名]?(?:[、和与及]|以及)[^，,。；;\d]{0,2}$/u
/** Between the numbers of one: 分别增长21%、13.5%. */
const NEXT_NUMBER = /^(?:[、和与及]|以及)(?:近|约|超过?|逾)?$/u
const LIST = /[、和与及]|以及/u

/** The ranks of a sentence, each with what it is told of. */
export function ranksIn(sentence: string): Rank[] {
  const found = Array.from(sentence.matchAll(RANK))
  if (found.length === 0) return []
  const amounts = amountsIn(sentence)
  const ranks: Rank[] = []
  for (let first = 0, last = 0; first < found.length; first = last) {
    for (last = first + 1; last < found.length; last++)
      if (!NEXT_RANK.test(sentence.slice(endOf(found[last - 1]), found[last]?.index))) break
    ranks.push(
      ...ranksOf(sentence, { group: found.slice(first, last), amounts, since: endOf(found[first - 1]) }),
    )
  }
  return ranks
}

function endOf(match: RegExpMatchArray | undefined): number {
  return match === undefined ? 0 : (match.index ?? 0) + match[0].length
}

interface Amount {
  readonly at: Range
  /** The same for the numbers of one thing: 88.2亿元、增长9%. */
  readonly thing: number
  /** The same for those of a list: 21%、13.5%. */
  readonly list: number
  readonly isOfGrowth: boolean
}

/** By how many places it rose, or how often it was so. */
const PLACES = /^[位名](?!\p{sc=Han})/u
const OFTEN = /连续$/u

function amountsIn(sentence: string): Amount[] {
  const all: Amount[] = []
  for (const { at, quantity } of numbersIn(sentence)) {
    const isOfPlaces = quantity?.unit === '' && PLACES.test(sentence.slice(at[1]))
    if (isOfPlaces || OFTEN.test(sentence.slice(0, at[0]))) continue
    const last = all.at(-1)
    const between = sentence.slice(last?.at[1] ?? 0, at[0])
    const isListed = last !== undefined && NEXT_NUMBER.test(between)
    const isOfThing =
      last !== undefined &&
      !isListed &&
      !/其中|另/u.test(between) &&
      contentWords(withoutRank(between)).length === 0
    all.push({
      at,
      thing: (last?.thing ?? 0) + (isOfThing ? 0 : 1),
      list: (last?.list ?? 0) + (isListed ? 0 : 1),
      isOfGrowth: isListed ? last.isOfGrowth : GROWS.test(between),
    })
  }
  return all
}

interface Group {
  /** Ranks of a list. */
  readonly group: readonly RegExpMatchArray[]
  readonly amounts: readonly Amount[]
  /** Where the ranks before it end. */
  readonly since: number
}

function ranksOf(sentence: string, { group, amounts, since }: Group): Rank[] {
  const at = group[0]?.index ?? 0
  const before = amounts.filter((one) => one.at[1] <= at)
  const near = before.filter((one) => one.at[0] >= since)
  const clause = Math.max(afterMark(sentence, ',，、;；:：', at), since, before.at(-1)?.at[1] ?? 0)
  const lead = sentence.slice(clause, at)
  const isNamed = contentWords(lead.replace(OF_RANK, ',')).length > 0
  const told = isNamed
    ? []
    : toldOf(group, { amounts: near.length > 0 ? near : before, isOfAll: OF_ALL.test(lead) })
  // 粮食总产、单产分别居全国第二、第五.
  const names = sentence.slice(Math.max(afterMark(sentence, ',，;；:：', at), since), at).split(LIST)
  let of: string | undefined
  return group.map(({ 0: said, groups }, index): Rank => {
    of = groups?.of ?? of
    const numbers = told[index] ?? []
    const isNameless = group.length > 1 && names.length !== group.length
    return {
      said,
      of,
      place: placeOf(groups?.rank ?? ''),
      lead: group.length > 1 ? (names[index] ?? '') : lead,
      isOfGrowth: OF_GROWTH.test(lead) || (!OF_LEVEL.test(lead) && numbers.at(-1)?.isOfGrowth === true),
      numbers: numbers.length > 0 || isNameless ? numbers.map((one) => one.at) : null,
    }
  })
}

/** 第一, 第1, 首位. */
function placeOf(rank: string): number | null {
  if (/^[首榜头之]/u.test(rank)) return 1
  return /^第\d+$/u.test(rank) ? Number(rank.slice(1)) : readNumeral(rank.slice(1))
}

/** For each rank of a list the numbers before it of which it is told; none where that cannot be told. */
function toldOf(
  group: readonly RegExpMatchArray[],
  { amounts, isOfAll }: { readonly amounts: readonly Amount[]; readonly isOfAll: boolean },
): (readonly Amount[])[] {
  const last = amounts.at(-1)
  if (last === undefined) return []
  const things = [...new Set(amounts.map(({ thing }) => thing))]
  const ofThing = (one: number): Amount[] => amounts.filter(({ thing }) => thing === one)
  const list = amounts.filter((one) => one.list === last.list)
  if (group.length === 1) return [isOfAll ? amounts : list.length > 1 ? list : ofThing(last.thing)]
  if (list.length === group.length) return list.map(({ thing }) => ofThing(thing))
  if (things.length === group.length) return things.map(ofThing)
  // 总量100亿元、增长8%，分居第二、第六.
  if (amounts.length === group.length) return amounts.map((one) => [one])
  // 居全国第五、全省第二.
  const scopes = new Set(group.flatMap(({ groups }) => groups?.of ?? []))
  return scopes.size === group.length ? group.map(() => ofThing(last.thing)) : []
}

interface Compared {
  readonly claims: readonly ClaimCheck[]
  /** Of places in the text. */
  readonly names: readonly string[]
  readonly wordings: Wordings
}

/** The first rank of a text that the report does not give to the figure that has it, `source` the one that it does, else ''. */
export function findMisranked(
  text: string,
  { claims, names, wordings }: Compared,
): { readonly said: string; readonly source: string } | null {
  const plain = names.reduce((left, name) => left.replaceAll(name, ' '.repeat(name.length)), text)
  for (const rank of ranksIn(plain)) {
    const ranked = claims.map((claim) => ({
      claim,
      own: ranksOfClaim(claim, rank, { plain, claims, wordings }),
    }))
    const isOf = ({ claim: { figure } }: ClaimCheck): boolean =>
      figure.numbers.some((at) => rank.numbers?.some((one) => overlap(at, one)))
    const meant = ranked.filter(({ claim }) => isOf(claim))
    const isSame = ({ own }: (typeof ranked)[number]): boolean => own.some((told) => isSameRank(rank, told))
    if (meant.length > 0 ? meant.slice(-1).every(isSame) || meant.every(isSame) : ranked.some(isSame))
      continue
    const other = (meant.length > 0 ? meant : ranked)
      .flatMap(({ own }) => own)
      .find(({ of, isOfGrowth }) => of === rank.of && isOfGrowth === rank.isOfGrowth)
    return { said: rank.said, source: other?.said ?? '' }
  }
  return null
}

/** In 全国同类城市中排第二 it is told among whom. */
function isSameRank(said: Rank, told: Rank): boolean {
  if (said.place !== told.place || said.isOfGrowth !== told.isOfGrowth) return false
  return (
    said.of === undefined || said.of === told.of || (told.of === undefined && told.lead.includes(said.of))
  )
}

/** What is ranked there is named in what is known. */
function isLedAlike(lead: string, known: string, wordings: Wordings): boolean {
  return missingWords(contentWords(lead.replace(OF_RANK, ',')), known, wordings).length === 0
}

/** The ranks that the report gives to what confirms a claim. */
function ranksOfClaim(
  { claim, stated }: ClaimCheck,
  said: Rank,
  { plain, claims, wordings }: Pick<Compared, 'claims' | 'wordings'> & { readonly plain: string },
): Rank[] {
  if (stated === null) return []
  const { figure, passage } = stated
  const from = sentenceStart(passage.text, figure.start)
  const sentence = passage.text.slice(from, beforeMark(passage.text, STOPS, figure.end))
  const [at] = claim.figure.numbers
  // 茶叶…居第二，油茶…居第五: of several things each has its own words.
  const around = claims.length > 1 && at !== undefined ? clauseAround(plain, at) : plain
  const known = foldPhrase([around, said.lead, figure.name, figure.indicator].join())
  return ranksIn(sentence).filter(({ numbers, lead }) =>
    numbers === null
      ? isLedAlike(lead, known, wordings) ||
        (said.numbers === null && isLedAlike(said.lead, foldPhrase(lead), wordings))
      : numbers.some((one) =>
          figure.numbers.some(([start, end]) => overlap(one, [start - from, end - from])),
        ),
  )
}
