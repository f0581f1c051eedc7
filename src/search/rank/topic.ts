/** Turns a plan into the words that say what the question is about, with their weights, and which of them a passage speaks of. */

import type { Passage } from '../../corpus/report.ts'
import { getOrMake } from '../../text/maps.ts'
import { eachOccurrence, occursIn } from '../../text/occurrences.ts'
import type { Candidate } from '../backend.ts'
import type { Plan, PlannedTerm } from '../query/plan.ts'
import { keptForQuestion } from '../question-time.ts'
import { passageText } from './passage-text.ts'

/** A word of the question: characters that are parts of one word, a code, or a character that is part of no word. */
export interface TopicWord {
  readonly text: string
  /** Share of the question's weight; those of all words add up to 1. */
  readonly weight: number
  readonly characters: readonly TopicCharacter[]
}

interface TopicCharacter {
  /** Place in the plan's text. */
  readonly start: number
  readonly end: number
  readonly weight: number
  readonly terms: readonly PlannedTerm[]
  /** A passage that has any of these speaks of the character: the terms that it is in, or a synonym of its word, which counts as much. */
  readonly said: readonly string[]
}

/** A character outside any word tells less than one of a word of the same rarity. */
const LONE_SHARE = 0.5

/** Words that say what is asked about the topic, or how much of it, and not which topic it is. */
const FRAME_WORDS = new Set(
  (
    '比例 占比 人数 数量 总数 总量 产量 面积 规模 增速 增幅 情况 进展 目标 时候 时间 一年 全年 每年 一次 参加 开始 需要 措施 内容 标准 ' +
    // What people say around a topic, and reports hardly ever.
    '计划 打算 安排 金额 月份 一天 每天 每月 几次 几个 起来 加起 出去 下来 回来 得到 拿到 处理 解决 涉及 增加 帮助 问题 地方 事情 ' +
    '自己 以后 以外 这边 有时 说的 讲的 解释 一下 一句 花了 搞了 修了 盖了 改了 发过 完了 ' +
    '搞 花 给 帮 挣 跑 飞 换 省 拿 叫 请 钱 打 能 要 办'
  ).split(' '),
)
const FRAME_SHARE = 0.3

export function isFrameWord(word: string): boolean {
  return FRAME_WORDS.has(word)
}

/**
 * The characters are weighed rather than the pairs: of 泰州给 a passage that has 泰州 lacks no more than 给, though it has
 * neither 州给 nor anything like it.
 */
export function readTopic(plan: Plan): readonly TopicWord[] {
  // The verdict, what is missing and the suggestions ask for the same of one plan, and of a few hits.
  return keptForQuestion(plan, () => makeTopic(plan))
}

function makeTopic(plan: Plan): TopicWord[] {
  const drafts = new Map<number, Draft>()
  const draft = (start: number, end: number): Draft =>
    getOrMake(drafts, start, () => ({ start, end, weight: 0, terms: [], isJoined: false }))
  for (const term of plan.terms) {
    const { kind, start, end, isWord, isOneWord } = term
    const weight = term.weight * (isFrameWord(term.term) ? FRAME_SHARE : 1)
    if (kind === 'code' && isWord) {
      const code = draft(start, end)
      code.weight = weight
      code.terms.push(term)
    }
    if (kind !== 'pair') continue
    const middle = start + String.fromCodePoint(plan.text.codePointAt(start) ?? 0).length
    const first = draft(start, middle)
    const second = draft(middle, end)
    first.terms.push(term)
    second.terms.push(term)
    if (!isOneWord) continue
    first.weight = Math.max(first.weight, weight / 2)
    second.weight = Math.max(second.weight, weight / 2)
    second.isJoined = true
  }
  for (const term of plan.terms.filter(({ kind }) => kind === 'char')) {
    const character = draft(term.start, term.end)
    if (character.weight > 0) continue
    character.weight =
      term.weight * (term.isWord ? 1 : LONE_SHARE) * (isFrameWord(term.term) ? FRAME_SHARE : 1)
    // 费 of 停车费 stands in any long paragraph: only with a neighbour (车费) or typed by itself does it tell anything.
    if (term.isWord || term.frequency === 0 || character.terms.length === 0) character.terms.push(term)
  }
  return join(
    [...drafts.values()].filter(({ weight }) => weight > 0).sort((a, b) => a.start - b.start),
    plan,
  )
}

interface Draft {
  readonly start: number
  readonly end: number
  weight: number
  readonly terms: PlannedTerm[]
  /** To the character before it. */
  isJoined: boolean
}

function join(drafts: readonly Draft[], { text, concepts }: Plan): TopicWord[] {
  const sum = drafts.reduce((total, { weight }) => total + weight, 0)
  const words: Draft[][] = []
  for (const draft of drafts) {
    const last = words.at(-1)
    if (draft.isJoined && last !== undefined && last.at(-1)?.end === draft.start) last.push(draft)
    else words.push([draft])
  }
  return words.map((characters) => ({
    text: text.slice(characters[0]?.start, characters.at(-1)?.end),
    weight: weightOf(characters) / sum,
    characters: characters.map(({ start, end, weight, terms }) => ({
      start,
      end,
      weight: weight / sum,
      terms,
      said: [
        ...terms.map(({ term }) => term),
        ...concepts
          .filter((concept) => concept.start <= start && end <= concept.end)
          .flatMap(({ alternatives }) => alternatives),
      ],
    })),
  }))
}

/** Share of a word that a folded text speaks of, 0 to 1. */
export function shareIn({ weight, characters }: TopicWord, folded: string): number {
  const said = characters.filter((one) => one.said.some((term) => occursIn(folded, term)))
  return weightOf(said) / weight
}

/** Share of all the words that a folded text speaks of, 0 to 1; 1 of none. */
export function heldIn(folded: string, words: readonly TopicWord[]): number {
  const held = words.reduce((sum, word) => sum + word.weight * shareIn(word, folded), 0)
  return words.length === 0 ? 1 : held / weightOf(words)
}

/** What words weigh together. */
export function weightOf(words: readonly Pick<TopicWord, 'weight'>[]): number {
  return words.reduce((sum, { weight }) => sum + weight, 0)
}

/** What a passage says of the question's words. */
export interface Spoken {
  /** Share of each word that the passage and its headings speak of, 0 to 1, in the order of the words. */
  readonly shares: readonly number[]
  /** Share of them all: half of it for the passage, half for its best sentence, as what belongs together stands together. */
  readonly topic: number
  /** Sum of the weights that each sentence speaks of, headings included. */
  readonly bySentence: Float64Array
}

export function speakOf(words: readonly TopicWord[], hit: Pick<Candidate, 'passage' | 'report'>): Spoken {
  const ofWords = keptForQuestion(words, () => new Map<Passage, Spoken>())
  return getOrMake(ofWords, hit.passage, () => speakAnew(words, hit))
}

function speakAnew(
  words: readonly TopicWord[],
  { passage, report }: Pick<Candidate, 'passage' | 'report'>,
): Spoken {
  const { folded, sentenceEnds, heading } = passageText(passage, report)
  const places = new Map<string, Uint8Array | null>()
  /** Which sentences have the term; all of them when a heading has it, null when nothing has it. */
  const sentencesOf = (term: string): Uint8Array | null =>
    getOrMake(places, term, () => findSentences(term, folded, sentenceEnds, heading))
  const bySentence = new Float64Array(sentenceEnds.length)
  const shares = words.map(({ weight, characters }) => {
    let share = 0
    for (const character of characters) {
      const found = character.said.flatMap((term) => sentencesOf(term) ?? [])
      if (found.length === 0) continue
      share += character.weight
      for (let number = 0; number < bySentence.length; number++) {
        if (found.some((sentences) => sentences[number] === 1))
          bySentence[number] = (bySentence[number] ?? 0) + character.weight
      }
    }
    return share / weight
  })
  const inPassage = words.reduce((sum, { weight }, place) => sum + weight * (shares[place] ?? 0), 0)
  return { shares, topic: (inPassage + Math.max(...bySentence)) / 2, bySentence }
}

function findSentences(
  term: string,
  folded: string,
  ends: readonly number[],
  heading: string,
): Uint8Array | null {
  if (occursIn(heading, term)) return new Uint8Array(ends.length).fill(1)
  let found: Uint8Array | null = null
  let sentence = 0
  eachOccurrence(folded, term, (start) => {
    while ((ends[sentence] ?? folded.length) <= start) sentence++
    found ??= new Uint8Array(ends.length)
    found[sentence] = 1
  })
  return found
}
