/** Tells whether a message may follow an answer, and turns it into the whole question that it asks there. */
import { answer } from '../../answer/answer.ts'
import { findNamed } from '../../answer/named-report.ts'
import { readMentionQuestion } from '../../counts/mention-question.ts'
import type { Searcher } from '../../search/searcher.ts'
import { foldText } from '../../text/normalizer.ts'
import { hasNumber } from '../../text/numeral.ts'
import { isSaidOf, readAskedOfAnswer } from './asked-of-answer.ts'
import {
  ASKS,
  type Behind,
  bare,
  type Candidate,
  candidatesOf,
  looksFor,
  namesIn,
  OF_TOPIC,
  readBehind,
  type Shown,
} from './candidates.ts'
import { isAttribute, isModifier } from './change-question.ts'
import { mostTold, POINTS, says, scoreOf, toldOf, traitsOf } from './evidence.ts'
import type { FollowUp } from './follow-up.ts'
import { isHollow } from './hollow.ts'
import { readSaid, readSlots, type Slots } from './slots.ts'
import { type Meant, ownWords, readMeant } from './unmet.ts'
import { NO_YEARS, readYearsMeant } from './years-meant.ts'

/** A longer message says by itself what it asks, and words in marks are looked for as they are. */
const MAX_FOLLOWING_UTF16 = 40
const BY_ITSELF = /[“”「」『』"《》:：\n]/u
/** Who asks of many places asks of no one of them; 占全国多少 is asked of the one that was shown. */
const OF_MANY =
  /各[省市县区州地]|(?:哪(?:一?[些几个])?|几个|所有|五[个份])(?:的)?(?:[省市县区州]|地方|地区|城市|报告)|(?<![占居在排])全国(?!排)/u
/** A report by its name is opened; a place alone is where the same is asked. */
const OF_REPORT = /报告|第|目录|提纲/u

/** 回到刚才的新三样: of the question before the last. */
export const RETURNS =
  /^(?:那|我们?|再|还是)*(?:说?回到?|回头[再看说]|接着说)|刚才|前面(?:那|的|问)|最开始|一开始(?:那|的|问)/u

/** Whether a message may ask of an answer before it. */
export async function mayFollow(searcher: Searcher, words: string): Promise<boolean> {
  if (words.length > MAX_FOLLOWING_UTF16 || BY_ITSELF.test(words)) return false
  if (OF_TOPIC.test(words) || RETURNS.test(words)) return true
  if (OF_MANY.test(words)) return false
  // 旅游收入2967.15亿元 is a statement.
  if (!ASKS.test(words) && hasNumber(readYearsMeant(words, NO_YEARS).rest)) return false
  const { named } = await searcher.read(words)
  // 伊宁市粮食产量 says all that is asked.
  if (named.length > 0 && namesIn(words).length > 0 && !(await isOpen(searcher, words))) return false
  if (readMentionQuestion(words, named) !== null) return false
  return !OF_REPORT.test(words) || (await findNamed(searcher, words)) === null
}

/** Whether the words mean nothing without an answer before them: 那昭苏呢, 增长多少. */
export async function isOpen(searcher: Searcher, words: string): Promise<boolean> {
  const { isPointing, words: own } = await readSaid(searcher, words)
  return isPointing || own === '' || isHollow(own)
}

/** Whether they ask nothing of any answer: 短一点的. */
export async function saysNothing(searcher: Searcher, words: string): Promise<boolean> {
  const { places, years, content, words: own } = await readSlots(searcher, words)
  const asks =
    ASKS.test(words) || OF_TOPIC.test(words) || POSSESSIVE.test(words) || isHollow(own) || isAttribute(words)
  if (asks || places.length + years.length > 0 || (await isModifier(searcher, words))) return false
  const known = await Promise.all(content.map((word) => isKnown(searcher, word)))
  return !known.includes(true)
}

/** Of which what a follow-up asks is asked by their like alone: 教育类的都列出来 has a topic, and 都列出来 none. */
const WITHOUT_TOPIC: ReadonlySet<FollowUp['kind']> = new Set([
  'elsewhere',
  'weigh',
  'table',
  'more',
  'again',
  'newest',
  'open',
  'step',
  'claim',
])

/** Whether the follow-up would leave out what the message is about. */
export async function hasOwnTopic(
  searcher: Searcher,
  followUp: FollowUp,
  { words, question }: { readonly words: string; readonly question: string },
): Promise<boolean> {
  if (!WITHOUT_TOPIC.has(followUp.kind) || (followUp.kind === 'claim' && followUp.place !== '')) return false
  return await namesTopic(searcher, words, { now: await readSlots(searcher, words), question })
}

/** Whether the words have one that reports print, neither of the question before nor of those who ask so. */
async function namesTopic(
  searcher: Searcher,
  words: string,
  { now, question }: { readonly now: Slots; readonly question: string },
): Promise<boolean> {
  const { asked } = readAskedOfAnswer(words, now.places)
  const isNew = asked === 'new'
  const folded = foldText(question)
  const own = now.content.filter(
    (word) =>
      /^(?!.*[一二两三四五六七八九十百千万亿])\p{L}{2,}$/u.test(word) &&
      !isHollow(word) &&
      !(!isNew && isSaidOf(asked, word)) &&
      !folded.includes(foldText(word)),
  )
  return (await Promise.all(own.map((word) => isKnown(searcher, word)))).includes(true)
}

/** 农村的: a part of what was asked about. */
const POSSESSIVE = /^(?!.*(?:[是有吗嘛]|一?[点些]的$))\p{sc=Han}{2,8}的$/u

/** Whether the reports have the word, or what they print for it (GDP); of three characters or more, of which the index has no term, all its pairs. */
async function isKnown(searcher: Searcher, word: string): Promise<boolean> {
  const found = await Promise.all(
    [word, ...searcher.wordings(foldText(word))].map(async (wording) => {
      const isLong = /^\p{sc=Han}{3,}$/u.test(wording)
      const pairs = Array.from({ length: wording.length - 1 }, (_, at) => wording.slice(at, at + 2))
      return (await searcher.backend.frequencies(isLong ? pairs : [wording])).every((count) => count > 0)
    }),
  )
  return found.includes(true)
}

/** 水泥, behind 钢铁: longer words may be a quotation. */
const MAX_BESIDE_UTF16 = 6

export interface Composed extends Candidate {
  readonly meant: Meant
}

/** null where it asks by itself. */
export async function composeQuestion(
  searcher: Searcher,
  shown: Shown,
  words: string,
): Promise<Composed | null> {
  // The same once more is asked of all.
  if (bare(shown.asked) === bare(words)) return null
  const behind = await readBehind(searcher, shown, words)
  // Words to look for are looked for everywhere, unless they are few.
  const isLookedFor = words.length > MAX_BESIDE_UTF16 && looksFor(behind) && behind.now.years.length === 0
  if (isLookedFor && (await answer(searcher, words)).match === 'strong') return null
  if (await isFoundThere(searcher, shown, behind)) return null
  // 昭苏的马产业怎么样 behind a question of several places, or of none, is not the same of one.
  const isOfOwn =
    behind.now.places.length > 0 &&
    (await readSlots(searcher, shown.asked)).places.length !== 1 &&
    (await namesTopic(searcher, words, behind))
  const candidates = (await candidatesOf(searcher, behind))
    .filter(({ how }) => !(isOfOwn && (how === 'swap' || how === 'both')))
    .map((candidate) => {
      const known = scoreOf(traitsOf(candidate, behind))
      return { candidate, known, most: known + mostTold(candidate, behind) }
    })
  let best: { candidate: Candidate; score: number } | null = null
  for (const { candidate, known, most } of candidates.sort((a, b) => b.most - a.most)) {
    // Each costs a search.
    if (best !== null && most <= best.score) break
    const told = candidates.length === 1 ? 0 : scoreOf(await toldOf(searcher, candidate, behind))
    if (best === null || known + told > best.score) best = { candidate, score: known + told }
  }
  if (best === null) return null
  const chosen =
    (best.candidate.how === 'itself' ? await findAtPlace(searcher, behind, candidates) : null) ??
    best.candidate
  const isSame = bare(chosen.question) === bare(words)
  const candidate: Candidate = isSame ? { ...chosen, how: 'itself' } : chosen
  return { ...candidate, meant: await readMeant(searcher, candidate, behind) }
}

/** The words at the place of the answer, where its reports say all of them. */
async function findAtPlace(
  searcher: Searcher,
  { now }: Behind,
  candidates: readonly { readonly candidate: Candidate }[],
): Promise<Candidate | null> {
  const own = ownWords(now)
  if (own.every((word) => /\d/u.test(word)) || now.places.length > 0) return null
  for (const { candidate } of candidates.filter(({ candidate: { how } }) => how === 'topic')) {
    const { match, hits, query } = await answer(searcher, candidate.question)
    const [hit] = hits
    if (match !== 'strong' || hit === undefined || !query.preferences.places.includes(hit.report.place))
      continue
    if (own.every((word) => says(searcher, foldText(hit.passage.text), word))) return candidate
  }
  return null
}

/** Whether the report that was shown answers the words as they are, all in one sentence: with its place they would ask the same. */
async function isFoundThere(searcher: Searcher, { found }: Shown, { words, now }: Behind): Promise<boolean> {
  const { content, places, years } = now
  if (
    POINTS.test(words) ||
    content.length < MIN_TOGETHER ||
    places.length + years.length > 0 ||
    now.query.text !== words
  )
    return false
  const { match, hits } = await answer(searcher, words)
  const [hit] = hits
  if (match !== 'strong' || hit === undefined || hit.report.id !== found?.report.id) return false
  return content.every((word) => says(searcher, foldText(hit.sentence.text), word))
}

const MIN_TOGETHER = 3
