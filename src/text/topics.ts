/**
 * Finds the topics of reports that a question in everyday speech is about, by the words in which people talk around them: the
 * rules of synonyms and descriptions of topics, compared softly by the characters and pairs that they share with the question.
 */
import { getOrMake } from './maps.ts'
import { type SynonymRule, wordsOfSide } from './synonyms.ts'
import { eachInSteps, finish, indexUnits, type Steps, unitsOf } from './unit-index.ts'

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
  /** Does one step, of some milliseconds, of what the first find would otherwise do at once; false when nothing is left. */
  prepare(): boolean
}

type Find = (folded: string) => TopicMatch[]

interface Topic {
  /** The first of them name it best. */
  readonly words: readonly string[]
  readonly everyday: readonly string[]
}

/** Topics that explain less of a question than this are about something else. */
const LEAST_SHARE = 0.15
/** A topic that explains less than this share of what the best one explains is passed over. */
const BESIDE_BEST = 0.6
const MOST_TOPICS = 8
/** What the words of a topic get of an exact match's weight, for each part of the question that the topic explains; and the most. */
const SHARE_OF_EXPLAINED = 1.6
const MOST_SHARE = 0.9
/** Words of a topic that a question is widened by. */
const MOST_WORDS = 6
/** How much of the advantage of a longer description is taken away: the `b` of BM25. */
const LENGTH_SHARE = 0.3
/** A longer text is a paste, which its own words find. */
const MAX_QUESTION_UTF16 = 60

/**
 * Makes a topic of all directed rules and descriptions that lead to the same word of the reports.
 *
 * @param readDescriptions Lines of `words of reports, … = everyday words …`, folded; a line that begins with # is a comment.
 */
export function makeTopics(rules: readonly SynonymRule[], readDescriptions = (): string => ''): Topics {
  // The text is long and its index takes a while: both wait for the first question that needs them.
  let making: Steps<Find> | null = null
  let find: Find | null = null
  const take = (): Steps<Find> => {
    const steps = making ?? makeFind(rules, readDescriptions)
    // What fails is begun anew.
    making = null
    return steps
  }
  return {
    find: (folded) => {
      if (folded.length > MAX_QUESTION_UTF16) return []
      find ??= finish(take())
      return find(folded)
    },
    prepare: () => {
      if (find !== null) return false
      const steps = take()
      const step = steps.next()
      if (step.done === true) find = step.value
      else making = steps
      return find === null
    },
  }
}

function* makeFind(rules: readonly SynonymRule[], readDescriptions: () => string): Steps<Find> {
  return yield* prepareFind(yield* gatherTopics(rules, readDescriptions()))
}

/** Of so many rules or lines the topics are gathered in one step. */
const GATHERED_A_STEP = 1_024

function* gatherTopics(rules: readonly SynonymRule[], descriptions: string): Steps<Topic[]> {
  const topics = new Map<string, { words: Set<string>; everyday: string[] }>()
  const gather = (words: readonly string[], everyday: readonly string[]): void => {
    const [name = ''] = words
    const topic = getOrMake(topics, name, () => ({ words: new Set<string>(), everyday: [] }))
    for (const word of words) topic.words.add(word)
    topic.everyday.push(...everyday)
  }
  yield* eachInSteps(rules, GATHERED_A_STEP, ({ left, right }) => {
    if (right !== null) gather(wordsOfSide(right), left)
  })
  yield* eachInSteps(descriptions.split('\n'), GATHERED_A_STEP, (line) => {
    const [words = '', everyday] = line.split(' = ')
    if (everyday !== undefined && !line.startsWith('#')) gather(wordsOfSide(words), [everyday])
  })
  const gathered: Topic[] = []
  yield* eachInSteps(topics.values(), GATHERED_A_STEP, ({ words, everyday }) => {
    gathered.push({ words: [...words].slice(0, MOST_WORDS), everyday })
  })
  return gathered
}

function* prepareFind(topics: readonly Topic[]): Steps<Find> {
  const texts: string[] = []
  yield* eachInSteps(topics, GATHERED_A_STEP, ({ words, everyday }) => {
    texts.push([...everyday, ...words].join(' '))
  })
  const index = yield* indexUnits(texts)
  const mean = index.sizes.reduce((sum, size) => sum + size, 0) / topics.length
  const lengths = Float64Array.from(index.sizes, (size) => 1 - LENGTH_SHARE + (LENGTH_SHARE * size) / mean)
  const scores = new Float64Array(topics.length)
  return (folded) => {
    scores.fill(0)
    let whole = 0
    const units = [...unitsOf(folded)].map((unit) => ({
      unit,
      weight: index.weightOf(unit),
      holders: index.holdersOf(unit),
    }))
    for (const { unit, weight, holders } of units) {
      // A pair that no topic has says nothing of what the question is about; its characters may.
      if (holders.length > 0 || unit.length === 1) whole += weight
      for (const number of holders) scores[number] = (scores[number] as number) + weight
    }
    let best = 0
    for (let number = 0; number < scores.length; number++) {
      const score = (scores[number] as number) / (lengths[number] as number)
      scores[number] = score
      best = Math.max(best, score)
    }
    const least = Math.max(LEAST_SHARE * whole, BESIDE_BEST * best)
    const scored: { readonly number: number; readonly score: number }[] = []
    scores.forEach((score, number) => {
      if (score > 0 && score >= least) scored.push({ number, score })
    })
    return scored
      .sort((a, b) => b.score - a.score)
      .slice(0, MOST_TOPICS)
      .map(({ number, score }) => ({
        words: topics[number]?.words ?? [],
        terms: new Set(units.filter(({ holders }) => holders.includes(number)).map(({ unit }) => unit)),
        share: Math.min(MOST_SHARE, (SHARE_OF_EXPLAINED * score) / whole),
      }))
  }
}
