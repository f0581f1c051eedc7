/** Turns folded phrases into the numbers of the passages that hold them: those that hold their rarest characters are looked at. */
import type { Store } from './store.ts'

type Searched = Pick<Store, 'index' | 'texts'>

/** So many characters together stand in few passages that do not hold the phrases. */
const MOST_CHARACTERS = 3

/**
 * Finds the passages that hold all of some phrases, made by foldPhrase(), in order.
 *
 * @param phrases at least one.
 * @param passes only those that pass are found; null for all.
 */
export function findHolders(
  phrases: readonly string[],
  searched: Searched,
  passes: ((passage: number) => boolean) | null = null,
): number[] {
  const { numbers, sure } = findPossible(phrases, searched)
  const unsure = phrases.filter((phrase) => phrase !== sure)
  // Looking into a text takes far longer than asking whose it is.
  const passing = passes === null ? numbers : numbers.filter(passes)
  if (unsure.length === 0) return passing
  return passing.filter((number) => {
    const text = searched.texts.textOf(number)
    return unsure.every((phrase) => text.includes(phrase))
  })
}

/** The passages that hold a phrase, and others that hold its rarest characters, in order. */
export function findPossibleHolders(phrase: string, searched: Searched): number[] {
  return findPossible([phrase], searched).numbers
}

interface Possible {
  readonly numbers: number[]
  /** The phrase that surely stands in all of them. */
  readonly sure: string | null
}

/**
 * Wherever a phrase is cut out of a text, each Han character in it is a term of that text (pairs are not: white space may
 * divide them there). Without such a character, all texts are looked through.
 */
function findPossible(phrases: readonly string[], { index, texts }: Searched): Possible {
  const scanned = phrases.reduce((longest, phrase) => (phrase.length > longest.length ? phrase : longest))
  const scan = (): Possible => ({ numbers: texts.scan(scanned), sure: scanned })
  const characters = [...new Set(phrases.flatMap((phrase) => phrase.match(/\p{Script=Han}/gu) ?? []))]
  if (characters.length === 0) return scan()
  const rarest = characters
    .map((character) => ({ character, frequency: index.documentFrequency(character) }))
    .sort((a, b) => a.frequency - b.frequency)
    .slice(0, MOST_CHARACTERS)
    .map(({ character }) => character)
  const numbers = index.documentsWith(rarest, 'chars')
  const [only] = characters
  if (phrases.length === 1 && scanned === only) return { numbers, sure: only }
  return numbers.length < SCAN_SHARE * index.documents ? { numbers, sure: null } : scan()
}

/** To go through all texts at the speed of memory takes as long as to look into each of so many of them. */
const SCAN_SHARE = 0.25
