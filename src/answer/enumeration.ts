/** Turns a passage that numbers what it says (1.…2.…, 一是…二是…) into the sentences of one of these, or into how each begins. */
import type { Passage } from '../corpus/report.ts'
import type { ReportSummary } from '../search/backend.ts'
import type { Searcher } from '../search/searcher.ts'
import { readNumeral } from '../text/numeral.ts'
import type { Range } from '../text/runs.ts'
import { findSentences, sentencesAcross } from '../text/sentences.ts'
import type { Sentence } from './sentence.ts'
import { thingsSpelt } from './spelt-out.ts'

const HAN = '[一二三四五六七八九十]{1,3}'
/** Numbers in brackets or circles, with a stop, or as 一是 and 第一. */
const MARK = new RegExp(
  `[（(](?:\\d{1,2}|${HAN})[）)]|[①-⑳]|(?<![\\d.])\\d{1,2}[.．、](?!\\d)|(?<=^|[。；;：:，,\\s])(?:第?${HAN}(?:是(?!一)|要|[、，])|其${HAN}[是，])`,
  'gu',
)

/** 四个百万是哪四个, 有哪些问题: asks what there is of something. */
const ASKS_WHICH = /哪|分别|(?:有|是|指|包括|包含)(?:些|了)?(?:什么|啥)|都有/u
/** 四大产业, 四个百万. */
const COUNTED =
  /(?<number>[两二三四五六七八九]|十[一二三四五]?|1?\d)(?:方面|[个大条项件类点种])(?!是|吗|呢|[\p{P}\s]|$)\p{L}{2}/gu
/** 贵州十件民生实事: what is counted is asked for by its name alone. */
const ENDS_COUNTED = new RegExp(`${COUNTED.source}\\p{L}{0,6}[?？]?$`, 'u')

function asksWhich(question: string): boolean {
  return ASKS_WHICH.test(question) || ENDS_COUNTED.test(question)
}

/** A passage may number a thing or two that comes behind those asked for. */
const MAX_MORE = 2

/** Of a report, in order; as few as are at hand. */
export interface ItemPassage {
  readonly id: string
  readonly text: string
  /** Headings above it. */
  readonly section?: readonly string[]
}

export interface Item {
  readonly passage: ItemPassage
  /** In the text of its passage. */
  readonly range: Range
}

/** The hits with what the first one lists. Of things that are asked for by their number the hit that tells just so many comes first, unless it is another place's than the first one. */
export async function withListFirst<H extends ListingHit>(
  searcher: Searcher,
  { text, hits }: { readonly text: string; readonly hits: readonly H[] },
): Promise<{ readonly hits: readonly H[]; readonly items: readonly Item[] }> {
  if (asksWhich(text) && text.search(COUNTED) >= 0)
    for (const hit of hits.filter(({ report }) => report.place === hits[0]?.report.place)) {
      const items = await findItems(searcher, text, hit)
      if (countsItems(text, items)) return { hits: [hit, ...hits.filter((other) => other !== hit)], items }
    }
  return { hits, items: await findItems(searcher, text, hits[0]) }
}

interface ListingHit {
  readonly passage: Passage
  readonly report: Pick<ReportSummary, 'id' | 'place'>
  readonly sentence: Sentence
}

/** The items that the sentence of a hit leads in to; its report is read only where they may stand in the passages behind its own. */
export async function findItems(
  searcher: Searcher,
  question: string,
  hit: ListingHit | undefined,
): Promise<Item[]> {
  if (hit === undefined) return []
  const { passage, report } = hit
  const shown = { passage, range: hit.sentence.range }
  const whole = leadsOn(shown) ? await searcher.report(report.id) : null
  return listItems(question, shown, whole?.passages.slice(passage.paragraph) ?? [])
}

/** Words shown of a passage. */
interface ShownWords {
  readonly passage: ItemPassage
  readonly range: Range
}

/**
 * The things that the words shown lead in to, in order, those among them that are shown as well: numbered in the sentence itself,
 * in those behind it or in the passages behind its own, or told one after the other behind the name that a question counts them by
 * (四大产业是哪四个). Empty where nothing is listed.
 */
export function listItems(question: string, shown: ShownWords, following: readonly ItemPassage[]): Item[] {
  const { passage, range } = shown
  const { text } = passage
  const spelt = thingsSpelt(question, text)
  if (spelt !== null) return spelt.map((item) => ({ passage, range: item }))
  const starts = startsNamed(question, passage) ?? startsBehind(text, range) ?? clausesBehind(text, range)
  if (starts !== null)
    return starts.map((start, index) => ({
      passage,
      range: [start, starts[index + 1] ?? endOf(text, start)],
    }))
  return leadsOn(shown) ? passagesNumbered(following) : []
}

/** Whether the last words of a passage lead in to what the ones behind it say. */
function leadsOn({ passage: { text }, range }: ShownWords): boolean {
  return text.slice(range[1]).trim() === '' && LEADS_IN.test(text.slice(...range))
}

/** In UTF-16 units: what an item is about stands in so many, or is cut there. */
const BEGINNING = /^.{1,40}?(?=[，。；：,;:！!？?]|$)|^.{40}/su
/** In UTF-16 units: so many of what the items say leave room for the rest of a message. */
const MAX_WHOLE_UTF16 = 1_200

/** What each item says, word for word; how each begins, with … behind it, where all together are too long. */
export function itemWords(items: readonly Item[]): string[] {
  const whole = items.map(({ passage: { text }, range }) => text.slice(...range).trim())
  if (whole.reduce((sum, { length }) => sum + length, 0) <= MAX_WHOLE_UTF16) return whole
  return whole.map((words) => `${BEGINNING.exec(words)?.[0] ?? ''}…`)
}

/** 十件实事, 全列出来: whether words ask for just these things, and state nothing. `terms`: without the place. */
export function asksForItems(
  { text, terms }: { readonly text: string; readonly terms: string },
  items: readonly Item[],
): boolean {
  if (items.length === 0) return false
  return LIST.test(text) || (ONLY_COUNTED.test(terms) && countsItems(terms, items))
}

/** Whether words count just so many: 十件实事. */
function countsItems(words: string, { length }: readonly Item[]): boolean {
  return [...words.matchAll(COUNTED)].some(({ groups }) => readNumeral(groups?.number ?? '') === length)
}

const LIST = /列(?:出|全|一|举|个)|罗列|逐[一条项]|[有是]哪/u
const ONLY_COUNTED = new RegExp(`^(?:(?:19|20)\\d\\d年?\\s*)?${COUNTED.source}\\p{L}{0,6}$`, 'u')

/** Where the things begin that a question asks for by their number; null where the passage, named so by itself or by a heading above it, does not tell just so many. */
function startsNamed(question: string, passage: ItemPassage): number[] | null {
  const { text } = passage
  if (!asksWhich(question)) return null
  for (const { 0: name, index, groups } of question.matchAll(COUNTED)) {
    const count = readNumeral(groups?.number ?? '')
    if (count === null) continue
    for (const { at, words } of namingsOf(name, passage)) {
      const things = commonStart(question.slice(index), words).slice(name.length - 2)
      const numbered = at < 0 ? null : (findAlike(text, at, count) ?? findNumbered(text, at, count))
      const starts = numbered ?? findOpened(text, at, { things, count })
      if (starts !== null) return starts
    }
  }
  return null
}

/** Where the passage has the name (`at`), the last time first, since what it names may be over by then; without it a heading above, -1. */
function namingsOf(
  name: string,
  { text, section = [] }: ItemPassage,
): { readonly at: number; readonly words: string }[] {
  const within = [...text.matchAll(new RegExp(name, 'gu'))].map(({ index }) => ({
    at: index,
    words: text.slice(index),
  }))
  const heading = section.find((words) => words.includes(name))
  if (within.length > 0 || heading === undefined) return within.reverse()
  return [{ at: -1, words: heading.slice(heading.indexOf(name)) }]
}

function commonStart(one: string, other: string): string {
  const end = [...one].findIndex((letter, index) => letter !== other[index])
  return end < 0 ? one : one.slice(0, end)
}

/** 还面临不少困难。一是…: what is numbered in the sentence, or right behind it. */
function startsBehind(text: string, [from, to]: Range): number[] | null {
  const starts = [...findStarts(text.slice(from)).values()].map((start) => from + start)
  const [first = text.length] = starts
  if (starts.length < 2 || first === from) return null
  return first < to || (text.slice(to, first).trim() === '' && leadsIn(text.slice(from, to))) ? starts : null
}

/** 还存在不少问题。主要是：…；…；…。: the parts of the sentence behind one that leads in to it. */
function clausesBehind(text: string, [from, to]: Range): number[] | null {
  const next = findSentences(text).find(([start]) => start >= to)
  const sentence = text.slice(from, to)
  if (next === undefined || !LEADS_IN.test(sentence)) return null
  const clauses = [...text.slice(...next).matchAll(/(?:^|；)\s*(?=\S)/gu)]
  if (clauses.length < MIN_CLAUSES && !ADMITS.test(sentence)) return null
  return clauses.map(({ index, 0: mark }) => next[0] + index + mark.length)
}

/** Two parts may be what the sentence says anyhow. */
const MIN_CLAUSES = 3
/** 还存在不少问题。: what these are is said right behind it. */
const ADMITS = /(?:存在|面临|有)[^，,。]{0,12}(?:问题|困难|不足|挑战|短板|矛盾)。?$/u

/** In UTF-16 units: a sentence that says more by itself is followed by what is numbered, and does not lead in to it. */
const MAX_LEAD_UTF16 = 40

function leadsIn(sentence: string): boolean {
  return LEADS_IN.test(sentence) || (sentence.length <= MAX_LEAD_UTF16 && !/\d(?!\d*年)/u.test(sentence))
}

/** 认真办好十方面实事。: how many there are, or that they follow. */
const LEADS_IN =
  /[:：]$|困难|不足|挑战|短板|问题|[两二三四五六七八九十\d](?:个?方面|[大件项条类])|如下|以下|主要(?:是|有|表现)/u

/** 1.医疗卫生方面。…, 2.养老帮困方面。…; ——抓好…: passages that number themselves, or that dashes set in a row. */
function passagesNumbered(following: readonly ItemPassage[]): Item[] {
  const items: Item[] = []
  for (const passage of following) {
    const { index, 0: mark = '' } = passage.text.matchAll(MARK).next().value ?? {}
    const isNext = index === 0 && numberOf(mark) === items.length + 1
    if (!isNext && !(DASHED.test(passage.text) && items.every(({ passage: { text } }) => DASHED.test(text))))
      break
    items.push({ passage, range: [0, passage.text.length] })
  }
  return items.length > 1 ? items : []
}

const DASHED = /^[—－–]{1,2}(?=\p{L})/u

/** Nothing tells where the last item ends: its sentence is surely of it. */
function endOf(text: string, start: number): number {
  return findSentences(text).find(([, end]) => end > start)?.[1] ?? text.length
}

/** Where the name opens what is numbered. */
function findNumbered(text: string, named: number, count: number): number[] | null {
  const starts = [...findStarts(text).values()]
  const isTold = starts.length >= count && starts.length <= count + MAX_MORE
  return isTold && starts.every((start) => start > named) ? starts : null
}

/** 大力发展新能源，…。大力发展新材料，…。: of the sentences behind it as many as are asked for begin like the next one. */
function findAlike(text: string, named: number, count: number): number[] | null {
  const starts = findSentences(text)
    .map(([start]) => start)
    .filter((start) => start > named)
  const beginning = (start: number): string => text.slice(start, start + 4)
  const [next] = starts.map(beginning)
  const alike = starts.filter((start) => beginning(start) === next)
  return alike.length === count ? alike : null
}

/** 实施文化提升计划，…。实施旅游提升计划，…。: where just so many sentences speak of one of the things before their first stop. */
function findOpened(
  text: string,
  named: number,
  { things, count }: { readonly things: string; readonly count: number },
): number[] | null {
  const starts = findSentences(text).flatMap(([start, end]) => {
    const [opening = ''] = text.slice(start, end).split(/[，。；：]/u)
    return start > named && opening.includes(things) ? [start] : []
  })
  return starts.length === count ? starts : null
}

function findStarts(text: string): ReadonlyMap<number, number> {
  const starts = new Map<number, number>()
  for (const { 0: mark, index } of text.matchAll(MARK)) {
    const read = numberOf(mark)
    // Each item follows the one before: 30. of a figure is none.
    if (read === starts.size + 1) starts.set(read, index)
  }
  return starts
}

/** Numbers of the first and last sentence of that item; null where the text does not count up to it. */
export function findItem(text: string, number: number): readonly [first: number, last: number] | null {
  const starts = findStarts(text)
  const start = starts.get(number)
  if (start === undefined || starts.size < 2) return null
  return sentencesAcross(text, [start, starts.get(number + 1) ?? endOf(text, start)])
}

/** The number of the item that just these sentences tell; null where they tell none. */
export function itemAt(text: string, [first, last]: readonly [first: number, last: number]): number | null {
  for (let number = 1; ; number++) {
    const item = findItem(text, number)
    if (item === null) return null
    if (item[0] === first && item[1] === last) return number
  }
}

function numberOf(mark: string): number {
  if (/^[①-⑳]/u.test(mark)) return mark.charCodeAt(0) - '①'.charCodeAt(0) + 1
  return readNumeral(/\d+|[一二三四五六七八九十]+/u.exec(mark)?.[0] ?? '') ?? 0
}
