/** Finds the figures of a noun that is no listed indicator: by its printed name, or in the passages that the question's words find. */
import { doingOf } from '../../figures/doing-word.ts'
import type { StatedFigure } from '../../search/backend.ts'
import type { Filters } from '../../search/filter.ts'
import { heldIn, readTopic } from '../../search/rank/topic.ts'
import type { Hit, Searcher } from '../../search/searcher.ts'
import { askedQuantity } from '../../search/verdict/judge.ts'
import type { AskedQuantity } from '../../search/verdict/quantity.ts'
import { foldPhrase } from '../../text/normalizer.ts'
import { afterMark, beforeMark, STOPS, sentenceAround, sentenceStart } from '../../text/sentences.ts'
import {
  findByClause,
  isElsewhere,
  isTelling,
  leavesOut,
  PASSAGES,
  type PrintedFigures,
} from './clause-figures.ts'
import { COMMON_NOUN_AT_END, isCountedOtherwise, isOfUnit, tellingOf, withoutDeeds } from './counted-thing.ts'
import type { FigureQuestion } from './figure-question.ts'

export interface PrintedOptions {
  readonly filters: Filters
  /** Whether only the printed name itself will do. */
  readonly isExact: boolean
}

/** The same for whether a report is silent on it. */
const TELLING_PASSAGES = 50
/** The least share of a figure's name that the question's words must make up, and of their characters that its sentence must hold. */
const MIN_NAME_SHARE = 0.5
/** Where the unit asked for tells the thing already: 场 of 多少场赛马. */
const MIN_NAME_SHARE_OF_UNIT = 0.2
const MIN_WORDS_SHARE = 0.5

/** Whether the question asks for a size or growth at all, so that a noun in it may be one's name. */
export function mayBePrinted({
  query,
  measure,
  order,
  threshold,
  kind,
  unit,
  words,
  longNames,
}: FigureQuestion): boolean {
  const isAsked =
    query.intent === 'figure' ||
    askedQuantity(query) !== null ||
    measure !== null ||
    order !== null ||
    threshold !== null
  return (words.length > 0 || longNames.length > 0) && (isAsked || kind !== null || unit !== null)
}

export async function findPrintedFigures(
  searcher: Searcher,
  asked: FigureQuestion,
  { filters, isExact }: PrintedOptions,
): Promise<PrintedFigures | null> {
  const names = candidateNames(asked)
  if (names.length === 0) return null
  const exact = await searcher.backend.figures({ filters, indicators: names })
  // 林果产量卖了多少钱 is not told by 吨, nor 多少人脱贫 by 户.
  const isTold = asked.unit === '钱' || asked.unit === '人'
  const told = exact.filter(
    ({ figure }) => isExact || !isTold || figure.value === null || isOfUnit(figure.unit, asked.unit),
  )
  const name = names.find((one) => told.some(({ figure }) => figure.indicator === one))
  if (name !== undefined) {
    const words = asked.words.filter((word) => !name.includes(word))
    return { stated: told.filter(({ figure }) => figure.indicator === name), asked: { ...asked, words } }
  }
  if (isExact || asked.words.length === 0) return null
  const found =
    (await findByClause(searcher, asked, filters)) ?? (await findBySentence(searcher, asked, filters))
  return found !== null && !asksOfDeed(asked) ? await withTotals(searcher, found, filters) : found
}

/** 地铁新增了多少公里, and not 地铁一共多少公里. */
function asksOfDeed({ query: { text } }: FigureQuestion): boolean {
  return /[新增建修改]/u.test(text)
}

const ALL = /一共|总共|总数|总计|合计/u

/** In place of what was added stands all that there is, where its sentence goes on to say it: 新增43公里、总里程达到879公里. */
async function withTotals(
  searcher: Searcher,
  { stated, asked }: PrintedFigures,
  filters: Filters,
): Promise<PrintedFigures | null> {
  const passages = stated.map(({ passage }) => passage.id)
  const all = await searcher.backend.figures({ passages, filters })
  const totals = stated.flatMap((one) => {
    const { indicator, end, unit, passage } = one.figure
    if (doingOf(indicator) !== 'added') return [one]
    const until = beforeMark(one.passage.text, STOPS, end)
    const isTotal = ({ figure }: StatedFigure): boolean =>
      figure.passage === passage &&
      figure.unit === unit &&
      figure.start >= end &&
      figure.end <= until &&
      figure.name.startsWith('总')
    const total = all.find(isTotal)
    return total !== undefined ? [total] : ALL.test(asked.query.text) ? [] : [one]
  })
  return totals.length === 0 ? null : { stated: totals, asked }
}

/** Runs of the words, the longest first: 举办赛马, 赛马. */
function candidateNames({ runs, words }: FigureQuestion): string[] {
  const names = new Set(runs)
  words.forEach((_, start) => {
    for (let end = words.length; end > start; end--) {
      const joined = words.slice(start, end).join('')
      if (runs.some((run) => run.includes(joined))) names.add(joined)
    }
  })
  return [...names].filter((name) => name.length >= 2).sort((a, b) => b.length - a.length)
}

/**
 * Reports in which a word of the noun stands beside a number: whatever they call the figure, they are not silent on it. Of a
 * share the sentence must tell one.
 */
export async function findTelling(
  searcher: Searcher,
  { words, runs, query, share }: FigureQuestion,
): Promise<ReadonlySet<string>> {
  const telling = tellingOf(words.length > 0 ? words : runs).map(foldPhrase)
  const { hits } = await searcher.search(query.text, { limit: TELLING_PASSAGES })
  const isTold = ({ passage: { text } }: Hit): boolean =>
    text.split(/[。；]/u).some((sentence) => {
      if (!/\d/u.test(sentence) || (share !== null && !/占|比[重例]|份额/u.test(sentence))) return false
      const folded = foldPhrase(sentence)
      return telling.some((word) => folded.includes(word))
    })
  return new Set(hits.filter(isTold).map(({ report }) => report.id))
}

async function findBySentence(
  searcher: Searcher,
  asked: FigureQuestion,
  filters: Filters,
): Promise<PrintedFigures | null> {
  const { hits, query } = await searcher.search(asked.query.text, { limit: PASSAGES })
  const { plan } = await searcher.explain(query.text)
  const words = readTopic(plan).filter((word) => isTelling(word, asked))
  const quantity = askedQuantity(asked.query)
  const stated = await searcher.backend.figures({ passages: hits.map(({ passage }) => passage.id), filters })
  const scored = stated
    .filter((one) => isOfQuantity(one, quantity) && !isPartOnly(one, asked) && !isElsewhere(one, asked))
    .map((one) => ({ one, score: scoreOf(one, asked) }))
    .filter(({ score, one }) => {
      const sentence = score > 0 ? sentenceOf(one) : ''
      return score > 0 && heldIn(sentence, words) >= MIN_HELD && !leavesOut(sentence, words, asked)
    })
    .sort((a, b) => b.score - a.score)
  const [best] = scored
  if (best === undefined) return null
  const { indicator } = best.one.figure
  const stating = scored.filter(
    ({ score, one }) => score === best.score || one.figure.indicator === indicator,
  )
  const told = stating.map(({ one }) => one)
  const others = stated.filter((one) => !told.includes(one))
  if (hasSiblings(best.one, others, asked)) return null
  return { stated: told, asked: { ...asked, words: [], isBySubject: true } }
}

/** The least share of the question's words that the figure's sentence and its headings must hold: else it tells of another thing. */
const MIN_HELD = 0.5

function sentenceOf({ figure: { start, end }, passage: { text, section } }: StatedFigure): string {
  return foldPhrase(sentenceAround(text, start, end) + section.join(''))
}

/** A length is told in metres, and not by 5条 of them. */
function isOfQuantity({ figure: { value, unit } }: StatedFigure, quantity: AskedQuantity | null): boolean {
  return value === null || unit === '%' || quantity === null || quantity.units.test(`1${unit ?? ''}`)
}

/** 财政赤字3亿元，其中中央财政赤字1亿元: of what is asked for no more than a part. */
function isPartOnly({ figure, passage: { text } }: StatedFigure, { query, words }: FigureQuestion): boolean {
  const start = afterMark(text, '，,。；;：:（(', figure.start)
  if (!text.startsWith('其中', start) || foldPhrase(query.text).includes(foldPhrase(figure.name)))
    return false
  const whole = foldPhrase(text.slice(sentenceStart(text, start), start))
  return tellingOf(words).every((word) => whole.includes(foldPhrase(word)))
}

/** 自主创业脱贫1万人、产业脱贫6万人: of what they have in common neither is all that there is. */
function hasSiblings(
  { figure, report }: StatedFigure,
  others: readonly StatedFigure[],
  { words }: FigureQuestion,
): boolean {
  const name = withoutDeeds(figure.name)
  const common = tellingOf(words).find((word) => word.length > 1 && name.endsWith(word))
  return (
    common !== undefined &&
    common !== name &&
    others.some(
      ({ figure: other, report: { id } }) =>
        id === report.id &&
        other.passage === figure.passage &&
        other.kind === figure.kind &&
        other.year === figure.year &&
        other.indicator !== figure.indicator &&
        other.name.endsWith(common),
    )
  )
}

/** Units that count so many things that they tell none apart. */
const COMMON_UNITS = /^(?:[个人户家项元%钱]|人次|美元|个百分点)$/u

/** 专精特新“小巨人”企业 is asked for without its marks. */
const MARKS = /[“”"‘’「」]/gu

/** 0 for a figure that does not answer. */
function scoreOf(one: StatedFigure, asked: FigureQuestion): number {
  const { words, unit } = asked
  const { figure } = one
  if (isCountedOtherwise(one, asked)) return 0
  const isCommon = unit === null || COMMON_UNITS.test(unit)
  if (!isOfUnit(figure.unit, unit)) return 0
  const telling = tellingOf(words)
  // 总产 is printed where 棉花总产 is meant.
  const printed = figure.indicator.endsWith(figure.name) ? figure.indicator : figure.name
  const name = printed.replace(MARKS, '')
  const nameShare = isSpent(one, asked) ? 1 : shareOf(thingOf(foldPhrase(name), telling), telling)
  // 路 of 多少公里路 is in many a name: 线路.
  const tells = !isCommon && telling.some((word) => word.length > 1 && name.includes(word))
  if (nameShare < (tells ? MIN_NAME_SHARE_OF_UNIT : MIN_NAME_SHARE)) return 0
  const sentence = sentenceOf(one).replace(MARKS, '')
  // 马产业 is printed 马业: what is said in other words has characters in common.
  const characters = [...telling.join('')]
  const wordsShare =
    characters.filter((character) => sentence.includes(character)).length / Math.max(1, characters.length)
  if (wordsShare < MIN_WORDS_SHARE) return 0
  return nameShare + wordsShare + shareOf(foldPhrase(`${figure.subject ?? ''}${name}`), words)
}

/** 治水花了多少钱 is told by 5年投入431亿元，…完成治水任务, where its sentence tells of no other money. */
function isSpent({ figure, passage: { text } }: StatedFigure, { unit, query }: FigureQuestion): boolean {
  const sentence = sentenceAround(text, figure.start, figure.end)
  return (
    unit === '钱' &&
    /[花投]了?多少/u.test(query.text) &&
    SPENT.test(figure.name) &&
    [...sentence.matchAll(/\d\s*[十百千万亿]*元/gu)].length === 1
  )
}

const SPENT = /^(?:累计|财政|各级|[总共])*(?:投入|投资|资金|经费|花费|支出|安排)+(?:资金|经费)?$/u

/** The name without what was done, unless that is all that is asked for. */
function thingOf(name: string, telling: readonly string[]): string {
  const plain = name.replace(COMMON_NOUN_AT_END, '')
  const thing = withoutDeeds(plain)
  return thing === '' || telling.every((word) => withoutDeeds(word) === '') ? plain : thing
}

/** Share of the text that the words make up. */
function shareOf(text: string, words: readonly string[]): number {
  const isHeld = new Array<boolean>(text.length).fill(false)
  for (const word of words.map(foldPhrase)) {
    for (let at = text.indexOf(word); at >= 0 && word !== ''; at = text.indexOf(word, at + 1))
      isHeld.fill(true, at, at + word.length)
  }
  return text.length === 0 ? 0 : isHeld.filter(Boolean).length / text.length
}
