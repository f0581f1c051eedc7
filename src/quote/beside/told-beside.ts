/** Sorts the words around a number of a report by how near to it they are told: its own item, the topic, other numbers and other sentences. */
import type { StatedFigure } from '../../search/backend.ts'
import { foldPhrase } from '../../text/normalizer.ts'
import { overlap } from '../../text/runs.ts'
import { afterMark, beforeMark, STOPS, sentenceStart } from '../../text/sentences.ts'
import { contentOf } from '../claims/account.ts'
import { deedsIn } from '../claims/deeds.ts'
import { isCommon, isOthersOwn } from '../claims/same-name.ts'
import { MARKS } from '../claims/stretch.ts'
import type { SaidNumber } from './numbers.ts'
import { inShort, type Told } from './words.ts'

/** Names of two things in one. */
const SHARED_NAME = /[、和与及]|城乡/u
const EACH = /分别|依次|各(?=[为达增下占有提\d])|[均都](?=[为达增下占有提超\d])/u
/** 其中交通投资增长38%: what is told before is of the whole. */
const PART = /^其中/u
/** So near before a number stands what tells it from the others of its list. */
const EACH_WITHIN = 24

interface Around {
  /** The figures that have the number; one without a name where none is read. */
  readonly figures: readonly [StatedFigure, ...StatedFigure[]]
  readonly isRead: boolean
  /** All numbers and figures of the passage. */
  readonly numbers: readonly SaidNumber[]
  readonly beside: readonly StatedFigure[]
}

export function toldBeside({ at }: SaidNumber, { figures, numbers, isRead, beside }: Around): Told {
  const [{ passage }] = figures
  const { text } = passage
  const [first, last] = [sentenceStart(text, at[0]), beforeMark(text, STOPS, at[1])]
  const to = beforeMark(text, MARKS, at[1])
  let from = afterMark(text, MARKS, at[0])
  const verbs = verbsOfList(text, from)
  // 增长8%: with the clauses before it as far as one that says something.
  while (from > first && contentOf(text.slice(from, to)).trim() === '')
    from = Math.max(first, afterMark(text, MARKS, from - 1))
  const names = isRead ? figures.map(({ figure }) => figure.indicator) : []
  // 甲、乙分别下降9%、8%: the name that is read for it, and not the last of the list.
  const lead = text.slice(Math.max(first, at[0] - EACH_WITHIN), at[0])
  const each = names.length === 0 ? -1 : lead.search(EACH)
  const isOfList = each >= 0
  const listed = isOfList ? Math.max(first, afterMark(text, '，,。；;：:', at[0])) : last
  const clause = text.slice(from, to)
  const isPart = PART.test(clause)
  const words = {
    topic: frameOf(figures[0]),
    before: [] as string[],
    shared: [] as string[],
    foreign: [] as string[],
  }
  const isNumbered = (start: number, end: number): boolean =>
    numbers.some((one) => overlap(one.at, [start, end]))
  for (let start = first, end = first; start < last; start = end + 1) {
    end = beforeMark(text, MARKS, start)
    if (!isOfList && end > from && start < to) continue
    const isBefore = end <= from
    const isOthers = start >= listed || (isPart && isBefore) || (!isBefore && isNumbered(start, end))
    const where = isOthers ? 'foreign' : !isBefore ? 'shared' : isNumbered(start, end) ? 'before' : 'topic'
    words[where].push(text.slice(start, end))
  }
  const previous = first > 1 ? sentenceStart(text, first - 1) : first
  words[isNumbered(previous, first) ? 'foreign' : 'topic'].push(text.slice(previous, first))
  words.foreign.push(text.slice(last + 1, beforeMark(text, STOPS, last + 1)))
  const next = beforeMark(text, MARKS, Math.min(last, to + 1))
  const isCommonNoun = isRead && figures.some(({ figure }) => isCommon(figure.indicator))
  // 投资2.6亿元，新开垦梯田18万亩: nothing before it in its clause says what it was for.
  const isFirst = contentOf(text.slice(Math.max(first, afterMark(text, '，,：:', at[0])), from)).trim() === ''
  const own = isOfList
    ? [...names, ...namesOf(figures, beside), lead.slice(each).replace(/\d.*$/su, '')]
    : [...names, clause, verbs]
  return {
    own: inShort([...own, isCommonNoun && !isNumbered(to + 1, next) ? text.slice(to + 1, next) : ''].join()),
    topic: inShort(words.topic.join()),
    before: inShort(words.before.join()),
    shared: inShort(words.shared.join()),
    foreign: inShort(words.foreign.join()),
    clause: isOfList ? (names[0] ?? '') : clause,
    name: names[0] ?? '',
    // 投资2.6亿元，新开垦梯田18万亩: what it was for stands behind it, too.
    owner:
      isCommonNoun || (isRead && figures.some(isOthersOwn))
        ? `${text.slice(first, from)}，${isFirst ? text.slice(to + 1, next) : ''}`
        : '',
    isPart,
  }
}

/** Whose report it is, and the headings. */
function frameOf({ report: { place, speaker, title, level }, passage }: StatedFigure): string[] {
  return [
    place,
    speaker,
    title,
    ...passage.section,
    ...(level === '国' ? ['全国', '我国', '国家', '中国'] : []),
  ]
}

/** As printed, but for the names that the figures of a list share. */
function namesOf(figures: readonly StatedFigure[], beside: readonly StatedFigure[]): string[] {
  return figures.flatMap(({ figure: { name, indicator } }) => {
    const isShared = beside.some(({ figure }) => figure.name === name && figure.indicator !== indicator)
    return SHARED_NAME.test(name) || isShared ? [] : name
  })
}

/** 办理建议288件、提案314件: the verbs of the item before in its list that has some. */
function verbsOfList(text: string, start: number): string {
  for (let to = start; text.charAt(to - 1) === '、'; ) {
    const from = afterMark(text, MARKS, to - 1)
    const item = foldPhrase(text.slice(from, to - 1))
    const verbs = deedsIn(item).map((deed) => item.slice(deed.start, deed.end))
    if (verbs.length > 0) return verbs.join()
    to = from
  }
  return ''
}
