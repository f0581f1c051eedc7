/** Turns a folded phrase into the numbers of the passages that hold it: those that hold its rarest characters are looked at. */
import type { FoldedTexts } from './folded-texts.ts'
import type { FrozenIndex } from './scorer.ts'

interface Searched {
  readonly index: FrozenIndex
  readonly texts: FoldedTexts
}

/** So many characters together stand in few passages that do not hold the phrase. */
const MOST_CHARACTERS = 3

/** Finds the passages that hold a phrase, made by foldPhrase(), in order. Only those that `passes` are found; by default all. */
export function findHolders(
  phrase: string,
  searched: Searched,
  passes: (passage: number) => boolean = () => true,
): number[] {
  // Looking into a text takes far longer than asking whose it is.
  return findPossibleHolders(phrase, searched).filter(
    (number) => passes(number) && searched.texts.holds(number, phrase),
  )
}

/**
 * The passages that hold a phrase, and others that hold its rarest characters, in order. Wherever it is cut out of a text, each
 * Han character in it is a term of that text (pairs are not: white space may divide them there). Without such a character,
 * all texts are looked through.
 */
export function findPossibleHolders(phrase: string, { index, texts }: Searched): number[] {
  const characters = [...new Set(phrase.match(/\p{Script=Han}/gu))]
  if (characters.length === 0) return texts.scan(phrase)
  const rarest = characters
    .map((character) => ({ character, frequency: index.documentFrequency(character) }))
    .sort((a, b) => a.frequency - b.frequency)
    .slice(0, MOST_CHARACTERS)
    .map(({ character }) => character)
  const found = index.documentsWith(rarest, 'chars')
  const isFast = phrase === characters[0] || found.length < SCAN_SHARE * index.documents
  return isFast ? found : texts.scan(phrase)
}

/** To go through all texts at the speed of memory takes as long as to look into each of so many of them. */
const SCAN_SHARE = 0.25
