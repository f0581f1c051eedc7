/** Turns a message behind an answer into the questions that it may ask there. */
import { asksWhetherDone } from '../../answer/unreviewed.ts'
import { loadAskedNames } from '../../figures/asked.ts'
import type { ReportSummary, Candidate as SearchedPassage } from '../../search/backend.ts'
import type { Query } from '../../search/query/query.ts'
import { ASKS_WHAT } from '../../search/query/question-words.ts'
import type { Missing, Searcher } from '../../search/searcher.ts'
import { foldText, lettersOf, tidy } from '../../text/normalizer.ts'
import { askCovered, changeQuestion, isModifier } from './change-question.ts'
import { isHollow } from './hollow.ts'
import { NOW, readSlots, type Slots, topicOf } from './slots.ts'
import { numberOfYear } from './years-meant.ts'

export interface Shown {
  /** The question that was answered. */
  readonly asked: string
  /** The same with the place of the answer. */
  readonly question: string
  /** The passage that answered, with its report; null where none did. */
  readonly found: SearchedPassage | null
}

export interface Behind {
  readonly asked: string
  /** The same with the place of the answer. */
  readonly question: string
  /** The passage that answered, folded. */
  readonly said: string
  /** Its report; null where none answered. */
  readonly report: ReportSummary | null
  readonly old: Slots
  readonly words: string
  readonly now: Slots
}

/**
 * The message as it is (`itself`), the question before with the places, years or kind that the message has (`swap`), its words at the
 * place and year of the question (`topic`), or its words and the topic of the question (`both`).
 */
export interface Candidate {
  readonly how: 'itself' | 'swap' | 'topic' | 'both'
  readonly question: string
  /** Without the year of the question before. */
  readonly isUndated: boolean
  /** In the words of the question before, in which one name takes the place of another. */
  readonly isInPlace: boolean
  /** The year of the question before, where the place of the message has no report of it. */
  readonly lacking: readonly Missing[]
}

export async function readBehind(
  searcher: Searcher,
  { asked, question, found }: Shown,
  words: string,
): Promise<Behind> {
  const old = await readSlots(searcher, question)
  const now = await readSlots(searcher, words, {
    asked: numberOfYear(old.years[0] ?? ''),
    told: found?.report.year ?? null,
  })
  const said = foldText(found?.passage.text ?? '')
  return { asked, question, said, report: found?.report ?? null, old, words, now }
}

export async function candidatesOf(
  searcher: Searcher,
  { asked, question: placed, said, report, old, words, now }: Behind,
): Promise<readonly Candidate[]> {
  const made: Candidate[] = []
  const isItself = (question: string): boolean => now.places.length === 0 && bare(question) === bare(words)
  const add = (how: Candidate['how'], parts: readonly (string | null)[], traits: Partial<Candidate> = {}) => {
    const question = tidy(parts.filter((part) => part !== null).join(' '))
    // The same once more asks something else: of all places.
    const isSame = [asked, ...made.map((one) => one.question)].some((one) => bare(one) === bare(question))
    if (question !== '' && !isSame)
      made.push({
        how: isItself(question) ? 'itself' : how,
        question,
        isUndated: false,
        isInPlace: false,
        lacking: [],
        ...traits,
      })
  }
  const topic = topicOf(old)
  // 伊犁马 is no 伊犁 and 马.
  const placesBefore = old.places.filter((place) => !foldText(topic).includes(place))
  const places = now.places.length > 0 ? now.places : placesBefore
  // Another speaker had other years, and what is so now is of no year ahead.
  const isOfNow = old.kind === 'target' && NOW.test(words)
  const isAnyYear = isOfNow || now.query.speakers.length > 0
  const years = now.years.length > 0 || isAnyYear ? now.years : old.years
  const isOfNoYear = now.years.length === 0 && old.years.length > 0
  const isMoved = now.years.length > 0 || namesOther(now, await searcher.read(asked))
  const isOfTopic = OF_TOPIC.test(now.words)
  const kind = kindAsked(old, now)
  const isPure = !isOfTopic && (await isModifier(searcher, now.query.text))
  const isCorrecting = now.query.text !== words
  // 新源 葡萄酒 is looked for, and another indicator is asked for.
  const named = namesIn(now.words)
  const isOwn =
    looksFor({ words, now }) || (named.length > 0 && !named.some((name) => namesIn(asked).includes(name)))
  if (!isOfTopic && !now.isThere && !isOwn && (isMoved || kind !== null || isPure)) {
    const parts = [...now.places, ...now.years, kind ?? (isPure ? now.words : '')]
    // Who spoke in another year, and how much it was then, is asked of the place that answered.
    const base = now.places.length > 0 || old.query.intent === null ? asked : placed
    const swapped = await changeQuestion(searcher, base, parts.join(' '))
    // 要达到多少 asks for a target, whatever stands behind it.
    const isOfKind =
      swapped !== null && (kind === null || (await readSlots(searcher, swapped)).kind === now.kind)
    // What is intended is of no year that is over, and of that for which the report plans.
    const planned =
      report?.plans != null && years.includes(`${report.reviews}年`) ? `${report.plans}年` : null
    if (isOfNow) add('swap', [...places, topic, kind])
    else if (isOfNoYear && INTENDS.test(words)) add('swap', [...places, planned, topic, kind])
    else if (!isOfKind) add('swap', [...places, ...years, topic, kind])
    else {
      const isCarried = now.places.length > 0 && isOfNoYear
      const { question, lacking } = isCarried
        ? await askCovered(searcher, swapped)
        : { question: swapped, lacking: [] }
      add('swap', [question], { lacking })
    }
    // What was aimed at in the year asked about is told of another as a result.
    if (now.years.length > 0 && old.kind === 'target' && now.kind === null && topic !== '')
      add('swap', [...places, ...years, topic])
    if (isPure && made.length > 0) return made
  }
  const changed = isMoved || isOfTopic ? null : await changeQuestion(searcher, placed, now.words)
  const isKept = changed !== null && leaves(changed, [now.words, ...old.places, ...years])
  // 社零 behind GDP目标: both would be asked for.
  const isInPlace = isKept || (!isMoved && named.includes(foldText(now.words)) && namesIn(asked).length > 0)
  if (isInPlace) {
    add('topic', [changed], { isInPlace })
    add('itself', [words])
    return made
  }
  const isOpenEnded = isOfTopic || isHollow(now.words)
  if (!isOpenEnded || now.isThere) {
    add('topic', [...places, ...years, now.words])
    if (isOfNoYear) add('topic', [...places, now.words], { isUndated: true })
    if (old.kind === 'target' && now.kind === null && !asksWhetherDone(words))
      add('topic', [...places, ...years, now.words, '目标'])
    add('itself', [words])
  }
  // What is corrected, or other than what was shown, is not asked of it.
  const isBeside = !looksFor({ words, now }) || now.content.some((word) => said.includes(foldText(word)))
  const isOther = !isBeside || (isCorrecting && !words.endsWith('的')) || OTHERS.test(words)
  if (now.isThere || (!isOpenEnded && isOther)) return made
  add('both', [...places, ...years, topic, now.words])
  if (isOfNoYear) add('both', [...places, topic, now.words], { isUndated: true })
  return made
}

/** Whether it names a place other than those of the question before. */
function namesOther({ places, query }: Slots, asked: Query): boolean {
  const before = asked.preferences.places
  const meant = query.preferences.places
  return places.length > 0 && (meant.length === 0 || meant.some((place) => !before.includes(place)))
}

/** Whether it asks nothing and changes nothing: words to look for. */
export function looksFor({ words, now }: Pick<Behind, 'words' | 'now'>): boolean {
  return (
    now.content.length > 0 &&
    !now.isPointing &&
    now.query.text === words &&
    !OF_SHOWN.test(words) &&
    !ASKS.test(words)
  )
}

/** Whether anything is left of the question without these parts. */
function leaves(question: string, parts: readonly string[]): boolean {
  return parts.reduce((rest, part) => rest.replace(bare(part), ''), bare(question)) !== ''
}

/** The indicators that the words name, as typed. */
export function namesIn(words: string): string[] {
  const folded = foldText(words)
  return loadAskedNames()
    .find(folded)
    .map(({ start, end }) => folded.slice(start, end))
}

export function bare(question: string): string {
  return lettersOf(foldText(question))
}

/** 占GDP多少, 在全国排第几: nothing that could be asked of a place alone. */
export const OF_TOPIC =
  /^(?:那|它|又|能|大概|大约|[在居]?(?:全[国省市区疆州]|省[里内]|国内)?)*(?:占(?!地)|的?(?:占比|比重|份额|排名|名次|位次)|排(?:在|到)?了?(?:第?几|名|多少))/u

/** 农村的, 引水那个, 累计和新增. */
const OF_SHOWN = /的$|[那这]个|和/u
const OTHERS = /别的|其[他它]|另外/u
const INTENDS = /打算|准备|计划(?!目标|数|值|是)|下一步/u

/** Another kind of figure than before; a result is what is asked for where nothing is said. */
function kindAsked(old: Slots, now: Slots): '目标' | '完成情况' | null {
  if (now.kind === null || now.kind === old.kind) return null
  if (now.kind === 'target') return '目标'
  return old.kind === null ? null : '完成情况'
}

/** What asks for something, or whether. */
export const ASKS = new RegExp(`[?？]|${ASKS_WHAT}|[吗么没呢吧不]$`, 'u')
