/** Finds the everyday words of synonyms that a question says in part, with something between, or in another order. */
import { type SynonymRule, wordsOfSide } from './synonyms.ts'
import { type TopicMatch, type Topics, unitsOf } from './topics.ts'

/** A pair of neighbours says more than the two characters apart. */
const PAIR_WEIGHT = 2
/** An everyday word of which a question says less than this is another word. */
const LEAST_SHARE = 0.35
/** A rule that explains less than this share of what the best one explains is passed over. */
const BESIDE_BEST = 0.25
/** Share of an exact match's weight that the words of a rule get whose everyday word is said in full. */
const WHOLE_SHARE = 0.75
const MOST_TOPICS = 8
/** Words of a rule that a question is widened by: the first of them name the topic best. */
const MOST_WORDS = 6
/** A longer text is a paste, which its own words find. */
const MAX_QUESTION_UTF16 = 60
/** The characters of a word stand near one another: within this many times its length, and a few more for what is said between. */
const SPREAD = 2
const SPREAD_UTF16 = 3

interface Topic {
  readonly words: readonly string[]
}

interface Everyday {
  /** Numbers of the rules that have the word on their left side. */
  readonly topics: readonly number[]
  readonly units: readonly string[]
  readonly length: number
  /** What all its units weigh. */
  readonly weight: number
}

interface Index {
  readonly topics: readonly Topic[]
  readonly everyday: readonly Everyday[]
  /** Numbers of the everyday words that hold a character or pair. */
  readonly holders: ReadonlyMap<string, readonly number[]>
  readonly weightOf: (unit: string) => number
}

/** Makes a topic of every directed rule by itself. The index over their everyday words is made at the first question. */
export function makeNearWords(rules: readonly SynonymRule[]): Topics {
  let index: Index | null = null
  return {
    find: (folded) => {
      if (folded.length > MAX_QUESTION_UTF16) return []
      index ??= makeIndex(rules)
      return findTopics(folded, index)
    },
  }
}

function makeIndex(rules: readonly SynonymRule[]): Index {
  const topics: Topic[] = []
  const topicsOf = new Map<string, number[]>()
  for (const { left, right } of rules) {
    if (right === null) continue
    const number = topics.push({ words: wordsOfSide(right).slice(0, MOST_WORDS) }) - 1
    for (const word of left) {
      const known = topicsOf.get(word)
      if (known === undefined) topicsOf.set(word, [number])
      else known.push(number)
    }
  }
  const words = [...topicsOf].map(([word, numbers]) => ({ word, numbers, units: [...unitsOf(word)] }))
  const holders = new Map<string, number[]>()
  words.forEach(({ units }, number) => {
    for (const unit of units) {
      const known = holders.get(unit)
      if (known === undefined) holders.set(unit, [number])
      else known.push(number)
    }
  })
  const weights = new Map<string, number>()
  for (const [unit, held] of holders)
    weights.set(unit, Math.log(1 + words.length / (1 + held.length)) * (unit.length > 1 ? PAIR_WEIGHT : 1))
  const weightOf = (unit: string): number => weights.get(unit) ?? 0
  const everyday = words.map(
    ({ word, numbers, units }): Everyday => ({
      topics: numbers,
      units,
      length: word.length,
      weight: units.reduce((sum, unit) => sum + weightOf(unit), 0),
    }),
  )
  return { topics, everyday, holders, weightOf }
}

/** Where the units of a text stand. */
function placesOf(folded: string): Map<string, number[]> {
  return new Map(
    Array.from(unitsOf(folded), (unit) => {
      const places: number[] = []
      for (let at = folded.indexOf(unit); at >= 0; at = folded.indexOf(unit, at + 1)) places.push(at)
      return [unit, places]
    }),
  )
}

/** What of an everyday word a question says. */
interface Said {
  readonly terms: readonly string[]
  readonly weight: number
  readonly share: number
}

function findTopics(folded: string, index: Index): TopicMatch[] {
  const places = placesOf(folded)
  const said = new Float64Array(index.everyday.length)
  for (const unit of places.keys()) {
    const weight = index.weightOf(unit)
    for (const number of index.holders.get(unit) ?? []) said[number] = (said[number] as number) + weight
  }
  const best = new Map<number, Said>()
  index.everyday.forEach((word, number) => {
    const weight = said[number] as number
    const share = weight / word.weight
    if (share < LEAST_SHARE) return
    const terms = word.units.filter((unit) => places.has(unit))
    if (terms.length < 2 || spanOf(terms, places) > SPREAD * word.length + SPREAD_UTF16) return
    for (const topic of word.topics) {
      const known = best.get(topic)
      if (known === undefined || known.weight * known.share < weight * share)
        best.set(topic, { terms, weight, share })
    }
  })
  const scoreOf = ({ weight, share }: Said): number => weight * share
  const most = Math.max(0, ...[...best.values()].map(scoreOf))
  return [...best]
    .filter(([, said]) => scoreOf(said) >= BESIDE_BEST * most)
    .sort(([a, one], [b, other]) => scoreOf(other) - scoreOf(one) || a - b)
    .slice(0, MOST_TOPICS)
    .map(([number, { terms, share }]) => ({
      words: index.topics[number]?.words ?? [],
      terms: new Set(terms),
      share: share * WHOLE_SHARE,
    }))
}

/** The shortest stretch of the question that begins at a place of the rarest unit and holds the nearest place of each. */
function spanOf(terms: readonly string[], places: ReadonlyMap<string, readonly number[]>): number {
  const anchors = terms.map((term) => places.get(term) ?? []).sort((a, b) => a.length - b.length)
  const [first = []] = anchors
  const spans = first.map((from) => {
    const nearest = anchors.map((ats) =>
      ats.reduce((near, at) => (Math.abs(at - from) < Math.abs(near - from) ? at : near), ats[0] ?? from),
    )
    return Math.max(...nearest) - Math.min(...nearest) + 1
  })
  return Math.min(...spans)
}
