/** Finds the topics of reports that a question in everyday speech is about, by the words in which people ask for them: the rules of synonyms, compared softly. */
import { type SynonymRule, wordsOfSide } from './synonyms.ts'

/** A topic that a question is about. */
export interface TopicMatch {
  /** What reports print, folded. The same list at every find. */
  readonly words: readonly string[]
  /** Characters and pairs of the question that belong to the topic's everyday words, folded. */
  readonly terms: ReadonlySet<string>
  /** Share of an exact match's weight that its words get, 0 to 1. */
  readonly share: number
}

export interface Topics {
  /** The topics that explain the most of a folded question, best first; none where none explains enough. */
  find(folded: string): TopicMatch[]
}

interface Topic {
  readonly words: readonly string[]
  readonly everyday: readonly string[]
}

/** A pair of neighbours says more than the two characters apart. */
const PAIR_WEIGHT = 2
/** Topics that explain less of a question than this are about something else. */
const LEAST_SHARE = 0.15
/** A topic that explains less than this share of what the best one explains is passed over. */
const BESIDE_BEST = 0.6
const MOST_TOPICS = 8
/** What the words of a topic get of an exact match's weight, for each part of the question that the topic explains; and the most. */
const SHARE_OF_EXPLAINED = 1.3
const MOST_SHARE = 0.9
/** Words of a topic that a question is widened by: the first of its rules name it best. */
const MOST_WORDS = 6
/** A longer text is a paste, which its own words find. */
const MAX_QUESTION_UTF16 = 60

/**
 * Makes a topic of all directed rules that lead to the same word of the reports. The index over their everyday words is
 * made at the first question.
 */
export function makeTopics(rules: readonly SynonymRule[]): Topics {
  let made: { readonly topics: readonly Topic[]; readonly index: Index } | null = null
  const make = (): NonNullable<typeof made> => {
    const topics = gatherTopics(rules)
    return { topics, index: makeIndex(topics) }
  }
  return {
    find: (folded) => {
      if (folded.length > MAX_QUESTION_UTF16) return []
      made ??= make()
      return findTopics(folded, made.topics, made.index)
    },
  }
}

function gatherTopics(rules: readonly SynonymRule[]): Topic[] {
  const topics = new Map<string, { words: Set<string>; everyday: string[] }>()
  for (const { left, right } of rules) {
    if (right === null) continue
    const words = wordsOfSide(right)
    const [name = ''] = words
    const topic = topics.get(name) ?? { words: new Set(), everyday: [] }
    topics.set(name, topic)
    for (const word of words) topic.words.add(word)
    topic.everyday.push(...left)
  }
  return [...topics.values()].map(({ words, everyday }) => ({
    words: [...words].slice(0, MOST_WORDS),
    everyday,
  }))
}

interface Index {
  /** Numbers of the topics whose everyday words hold a character or pair. */
  readonly holders: ReadonlyMap<string, readonly number[]>
  readonly size: number
}

function makeIndex(topics: readonly Topic[]): Index {
  const holders = new Map<string, number[]>()
  topics.forEach(({ words, everyday }, number) => {
    for (const unit of unitsOf([...everyday, ...words].join(' '))) {
      const known = holders.get(unit)
      if (known === undefined) holders.set(unit, [number])
      else known.push(number)
    }
  })
  return { holders, size: topics.length }
}

/** The Han characters of a text and the pairs of neighbours among them, each once. Rare ones beyond the Basic Multilingual Plane are left out. */
export function unitsOf(folded: string): Set<string> {
  const units = new Set<string>()
  for (let at = 0; at < folded.length; at++) {
    if (!isHan(folded.charCodeAt(at))) continue
    units.add(folded[at] as string)
    if (at + 1 < folded.length && isHan(folded.charCodeAt(at + 1))) units.add(folded.slice(at, at + 2))
  }
  return units
}

/** Unified ideographs and those of extension A. A pattern of Unicode's script property takes ten times as long over all the rules. */
function isHan(unit: number): boolean {
  return unit >= 0x3400 && unit <= 0x9fff && (unit <= 0x4dbf || unit >= 0x4e00)
}

function findTopics(folded: string, topics: readonly Topic[], { holders, size }: Index): TopicMatch[] {
  const scores = new Map<number, number>()
  let whole = 0
  const units = unitsOf(folded)
  for (const unit of units) {
    const found = holders.get(unit) ?? []
    const rarity = Math.log(1 + size / (1 + found.length)) * (unit.length > 1 ? PAIR_WEIGHT : 1)
    // A pair that no topic has says nothing of what the question is about; its characters may.
    if (found.length > 0 || unit.length === 1) whole += rarity
    for (const number of found) scores.set(number, (scores.get(number) ?? 0) + rarity)
  }
  const best = Math.max(0, ...scores.values())
  return [...scores]
    .filter(([, score]) => score >= LEAST_SHARE * whole && score >= BESIDE_BEST * best)
    .sort(([a, scoreA], [b, scoreB]) => scoreB - scoreA || a - b)
    .slice(0, MOST_TOPICS)
    .map(([number, score]) => ({
      words: topics[number]?.words ?? [],
      terms: new Set([...units].filter((unit) => holders.get(unit)?.includes(number))),
      share: Math.min(MOST_SHARE, (SHARE_OF_EXPLAINED * score) / whole),
    }))
}
