/** Finds the everyday words of synonyms that a question says in part, with something between, or in another order. */
import { type SynonymRule, wordsOfSide } from './synonyms.ts'
import { MOST_TOPICS, MOST_WORDS, madeAtFirst, type TopicMatch, type Topics } from './topics.ts'
import { indexUnits, type UnitIndex, unitsOf } from './unit-index.ts'

/** An everyday word of which a question says less than this is another word. */
const LEAST_SHARE = 0.35
/** A rule that explains less than this share of what the best one explains is passed over. */
const BESIDE_BEST = 0.25
/** Share of an exact match's weight that the words of a rule get whose everyday word is said in full. */
const WHOLE_SHARE = 0.75
/** The characters of a word stand near one another: within this many times its length, and a few more for what is said between. */
const SPREAD = 2
const SPREAD_UTF16 = 3

interface Everyday {
  /** Numbers of the rules that have the word on their left side. */
  readonly rules: readonly number[]
  readonly units: readonly string[]
  readonly length: number
  /** What all its units weigh. */
  readonly weight: number
}

interface Index extends UnitIndex {
  /** What reports print, rule by rule. */
  readonly words: readonly (readonly string[])[]
  readonly everyday: readonly Everyday[]
}

/** Makes a topic of every directed rule by itself. */
export function makeNearWords(rules: readonly SynonymRule[]): Topics {
  return madeAtFirst(() => {
    const index = makeIndex(rules)
    return (folded) => findTopics(folded, index)
  })
}

function makeIndex(rules: readonly SynonymRule[]): Index {
  const words: string[][] = []
  const rulesOf = new Map<string, number[]>()
  for (const { left, right } of rules) {
    if (right === null) continue
    const number = words.push(wordsOfSide(right).slice(0, MOST_WORDS)) - 1
    for (const word of left) rulesOf.set(word, [...(rulesOf.get(word) ?? []), number])
  }
  const units = [...rulesOf.keys()].map((word) => [...unitsOf(word)])
  const index = indexUnits(units)
  const everyday = [...rulesOf].map(([word, numbers], at): Everyday => {
    const own = units[at] ?? []
    const weight = own.reduce((sum, unit) => sum + index.weightOf(unit), 0)
    return { rules: numbers, units: own, length: word.length, weight }
  })
  return { ...index, words, everyday }
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
    for (const number of index.holdersOf(unit)) said[number] = (said[number] as number) + weight
  }
  const best = new Map<number, Said>()
  for (let number = 0; number < said.length; number++) {
    const weight = said[number] as number
    if (weight === 0) continue
    const word = index.everyday[number] as Everyday
    const share = weight / word.weight
    if (share < LEAST_SHARE) continue
    const terms = word.units.filter((unit) => places.has(unit))
    if (terms.length < 2 || spanOf(terms, places) > SPREAD * word.length + SPREAD_UTF16) continue
    for (const rule of word.rules) {
      const known = best.get(rule)
      if (known === undefined || known.weight * known.share < weight * share)
        best.set(rule, { terms, weight, share })
    }
  }
  const scoreOf = ({ weight, share }: Said): number => weight * share
  const most = Math.max(0, ...[...best.values()].map(scoreOf))
  return [...best]
    .filter(([, said]) => scoreOf(said) >= BESIDE_BEST * most)
    .sort(([a, one], [b, other]) => scoreOf(other) - scoreOf(one) || a - b)
    .slice(0, MOST_TOPICS)
    .map(([number, { terms, share }]) => ({
      words: index.words[number] ?? [],
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
