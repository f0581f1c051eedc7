/** Finds the topics of reports that a question in everyday speech is about, by the words in which people ask for them: the rules of synonyms, compared softly. */
import { type SynonymRule, wordsOfSide } from './synonyms.ts'
import { indexUnits, type UnitIndex, unitsOf } from './unit-index.ts'

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

/** Topics that explain less of a question than this are about something else. */
const LEAST_SHARE = 0.15
/** A topic that explains less than this share of what the best one explains is passed over. */
const BESIDE_BEST = 0.6
export const MOST_TOPICS = 8
/** What the words of a topic get of an exact match's weight, for each part of the question that the topic explains; and the most. */
const SHARE_OF_EXPLAINED = 1.6
const MOST_SHARE = 0.9
/** Words of a topic that a question is widened by: the first of its rules name it best. */
export const MOST_WORDS = 6
/** A longer text is a paste, which its own words find. */
const MAX_QUESTION_UTF16 = 60

/** Makes a topic of all directed rules that lead to the same word of the reports. */
export function makeTopics(rules: readonly SynonymRule[]): Topics {
  return madeAtFirst(() => {
    const topics = gatherTopics(rules)
    const index = indexUnits(topics.map(({ words, everyday }) => unitsOf([...everyday, ...words].join(' '))))
    return (folded) => findTopics(folded, topics, index)
  })
}

/** Topics by an index that takes a while: it is made at the first question. */
export function madeAtFirst(make: () => (folded: string) => TopicMatch[]): Topics {
  let find: ((folded: string) => TopicMatch[]) | null = null
  return {
    find: (folded) => {
      if (folded.length > MAX_QUESTION_UTF16) return []
      find ??= make()
      return find(folded)
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

function findTopics(folded: string, topics: readonly Topic[], index: UnitIndex): TopicMatch[] {
  const scores = new Map<number, number>()
  let whole = 0
  const units = unitsOf(folded)
  for (const unit of units) {
    const found = index.holdersOf(unit)
    const weight = index.weightOf(unit)
    // A pair that no topic has says nothing of what the question is about; its characters may.
    if (found.length > 0 || unit.length === 1) whole += weight
    for (const number of found) scores.set(number, (scores.get(number) ?? 0) + weight)
  }
  const best = Math.max(0, ...scores.values())
  return [...scores]
    .filter(([, score]) => score >= LEAST_SHARE * whole && score >= BESIDE_BEST * best)
    .sort(([a, scoreA], [b, scoreB]) => scoreB - scoreA || a - b)
    .slice(0, MOST_TOPICS)
    .map(([number, score]) => ({
      words: topics[number]?.words ?? [],
      terms: new Set([...units].filter((unit) => index.holdersOf(unit).includes(number))),
      share: Math.min(MOST_SHARE, (SHARE_OF_EXPLAINED * score) / whole),
    }))
}
