/** Finds what a report says beside a figure: its clause, its sentence, and as much around them as tells of the same. */

import { firstNumber } from '../../figures/figure.ts'
import type { StatedFigure } from '../../search/backend.ts'
import { foldPhrase } from '../../text/normalizer.ts'
import type { Range } from '../../text/runs.ts'
import { afterMark, beforeMark, STOPS, sentenceStart } from '../../text/sentences.ts'
import { contentWords, isSaidByUnit, missingWords, type Wordings } from './account.ts'
import { type Deed, deedsIn, sayDeeds, withoutDeeds } from './deeds.ts'
import { isOthersOwn } from './same-name.ts'

/** Marks that part what is told of one number from what is told of the next. */
export const MARKS = `${STOPS}，,、：:（(—`
const COMMAS = `${STOPS}，,`
const NUMBER = /[\d０-９]|[一二三四五六七八九十百千]{2}|分之/u

/** The clause of the text that has the number at these places. */
export function clauseOf(text: string, [start, end]: Range): string {
  return text.slice(afterMark(text, MARKS, start), beforeMark(text, MARKS, end))
}

/** The same; where nothing else is said in it, with those before it as far as one that says something; else the whole text. */
export function clauseAround(text: string, [start, end]: Range): string {
  const to = beforeMark(text, MARKS, end)
  for (let from = afterMark(text, MARKS, start); from > 1; from = afterMark(text, MARKS, from - 1)) {
    const clause = text.slice(from, to)
    if (contentWords(clause).length > 0) return clause
  }
  const lead = text.slice(0, to)
  return contentWords(lead).length > 0 ? lead : text
}

/**
 * Where `said` says all of the figure's clause beside its name, its sentence with the one before, as far as they tell of no other figure of the name; else
 * the clause with those around it that have no number. Folded, with whose report it is and the headings. Null where the clause tells of
 * somebody whom `said` does not name.
 */
export function stretchAround(stated: StatedFigure, said: string, wordings: Wordings): string | null {
  const { passage, figure } = stated
  const { text } = passage
  const [at] = firstNumber(figure)
  const from = sentenceStart(text, at)
  const clause = foldPhrase(text.slice(Math.max(from, afterMark(text, MARKS, at)), at)).replaceAll(
    foldPhrase(figure.name),
    ',',
  )
  // 建了, of what the report has as 建设.
  const deeds = deedsIn(said)
  const words = contentWords(withoutDeeds(clause, (deed) => sayDeeds([deed], deeds)))
  const isAllSaid = missingWords(words, said, wordings).length === 0
  if (!isAllSaid && isOthersOwn(stated)) return null
  const [start, end] = isAllSaid ? ofName(stated, from) : quietAround(text, at, from)
  return foldPhrase([...frameOf(stated), text.slice(start, end)].join('，'))
}

/** Words that a clause says and `told` does not: of its verbs those that say another deed than the figures' own, where these have one. */
export function missingBeside(
  said: string,
  { own, told, wordings }: { own: readonly StatedFigure[]; told: string; wordings: Wordings },
): string[] {
  // 打下粮食3万吨 is 粮食产量3万吨.
  const measured = own.flatMap(({ figure }) =>
    /产量|总产/u.test(foldPhrase(figure.indicator)) ? PRODUCED : [],
  )
  const clause = withoutDeeds(said, (deed) => sayDeeds([deed], measured))
  const done = own.flatMap(deedsBeside)
  const missing = (words: string): string[] =>
    missingWords(contentWords(words), told, wordings).filter((word) => !isSaidByUnit(word, clause))
  if (!isFirstAlike(clause, told)) return [FIRST]
  if (done.length === 0) return missing(clause)
  const number = clause.search(/\d\D*$/u)
  const isSaid = (deed: Deed): boolean =>
    sayDeeds([deed], done) ||
    // 投资3.5亿元建设水库: what is behind the number was done to something else.
    (deed.start > number && deed.end + MIN_OBJECT <= clause.length && told.includes(verbOf(deed)))
  const verbOf = ({ start, end }: Deed): string => clause.slice(start, end)
  const other = deedsIn(clause).filter((deed) => !isSaid(deed))
  return [...other.map(verbOf), ...missing(withoutDeeds(clause))]
}

const MIN_OBJECT = 2
const PRODUCED = deedsIn('生产')

const FIRST = '首次'
/** A number is reached for the first time by whichever of these. */
const REACHES = /^(?:突?破|超|达|跨|迈|站上|登上|越|过)/u

/** 首次实现收入5亿元 is not told by 收入5亿元，增速首次居全市第一: what happened for the first time. Both folded. */
function isFirstAlike(clause: string, told: string): boolean {
  const behind = (text: string): string[] =>
    text
      .split(FIRST)
      .slice(1)
      .map((rest) => rest.slice(0, 2))
  const stated = behind(told)
  return behind(clause).every((said) =>
    stated.some((own) => own === said || (REACHES.test(own) && REACHES.test(said))),
  )
}

/** What was done with what a figure counts: the verbs of its item, or of the last item before it in its list that has some. */
function deedsBeside(stated: StatedFigure): Deed[] {
  const deeds = inItem(stated, (words) => {
    const found = deedsIn(words)
    return found.length === 0 ? null : found
  })
  return [...(deeds ?? []), ...deedsIn(foldPhrase(stated.figure.indicator))]
}

/** What is read of the words of a figure's item, folded, or else of the last item before it in its list of which something is. */
export function inItem<T>(
  { figure, passage: { text } }: StatedFigure,
  read: (words: string) => T | null,
): T | null {
  const [at, end] = firstNumber(figure)
  let from = afterMark(text, MARKS, at)
  let found = read(foldPhrase(text.slice(from, beforeMark(text, MARKS, end))))
  while (found === null && text.charAt(from - 1) === '、') {
    const to = from - 1
    from = afterMark(text, MARKS, to)
    found = read(foldPhrase(text.slice(from, to)))
  }
  return found
}

/** The sentence with a figure up to what tells of another number, or of a part. Folded. */
export function sentenceOf({ passage: { text }, figure }: StatedFigure): string {
  const [from, to] = firstNumber(figure)
  return foldPhrase(text.slice(sentenceStart(text, from), quietBehind(text, to, OF_PART)))
}

/** What is said of a figure alone: its own words, the clauses behind it that have no number, and those before it where no number is before them. Folded. */
export function saidOfIt({ passage: { text }, figure }: StatedFigure): string {
  const [at] = firstNumber(figure)
  const from = sentenceStart(text, at)
  const [before, to] = quietAround(text, at, from)
  const own = before === from ? from : Math.max(from, afterMark(text, '，,', at))
  return foldPhrase(`${figure.quote}，${text.slice(own, to)}`)
}

/** The sentences with a figure, and those on both sides of it. Folded. */
export function sentencesAround(stated: StatedFigure): string {
  const { passage, figure } = stated
  const { text } = passage
  const from = sentenceStart(text, firstNumber(figure)[0])
  const to = beforeMark(text, STOPS, figure.end)
  const around = text.slice(from < 1 ? 0 : sentenceStart(text, from - 1), beforeMark(text, STOPS, to + 1))
  return foldPhrase([...frameOf(stated), around].join('，'))
}

/** Whose report it is, and the headings. */
function frameOf({ report: { place, speaker, title, meeting, level }, passage }: StatedFigure): string[] {
  return [
    place,
    speaker,
    title,
    meeting,
    ...(level === '国' ? ['全国', '我国', '中国', '国家'] : []),
    ...passage.section,
  ]
}

/**
 * 总投资59亿元的…，总投资14亿元的…: what is told of one is not told of the next, nor in the sentence before, which goes with it otherwise,
 * if it has no number of its own.
 */
function ofName(
  { figure: { start, end, name }, passage: { text } }: StatedFigure,
  from: number,
): [number, number] {
  const previous = from < 1 ? 0 : sentenceStart(text, from - 1)
  const lead = NUMBER.test(text.slice(previous, from)) ? from : previous
  const before = text.lastIndexOf(name, start - 1)
  const comma = before < from ? -1 : text.indexOf('，', before)
  const to = quietBehind(text, end, OF_OTHERS)
  const next = text.indexOf(name, end)
  // 储备项目19个、总投资4亿元，协作项目27个、总投资2亿元: the second projects are the second sum's.
  const last = Math.max(end, text.lastIndexOf('，', next))
  return [
    comma >= from && comma < start ? comma + 1 : before < lead ? lead : from,
    next >= end && next < to ? last : to,
  ]
}

/** The clause of a place, and the clauses around it in its sentence that have no number. */
function quietAround(text: string, at: number, from: number): [number, number] {
  let start = Math.max(from, afterMark(text, '，,', at))
  while (start > from) {
    const before = Math.max(from, afterMark(text, '，,', start - 1))
    if (NUMBER.test(text.slice(before, start))) break
    start = before
  }
  return [start, quietBehind(text, at, NUMBER)]
}

/** What begins a clause that counts something else: 115家签约入驻，32家建成投产. */
const OF_OTHERS = /^[，,]\s*(?:另|此外|有?[\d０-９]|[一二三四五六七八九十百千]{2})/u
/** The same, or one that tells of a part. */
const OF_PART = new RegExp(`${OF_OTHERS.source}|^[，,]\\s*其中`, 'u')

/** The end of the clause of a place, and of those behind it in its sentence up to one that tells of another number. */
function quietBehind(text: string, at: number, isOther: RegExp): number {
  const end = beforeMark(text, STOPS, at)
  let to = beforeMark(text, COMMAS, at)
  while (to < end) {
    const next = beforeMark(text, COMMAS, to + 1)
    if (isOther.test(text.slice(to, next))) break
    to = next
  }
  return to
}
