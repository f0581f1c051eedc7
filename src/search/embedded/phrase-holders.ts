/** Turns a folded phrase into the numbers of the passages that hold it: those that hold its rarest characters are looked at. */
import type { FoldedTexts } from './folded-texts.ts'
import type { FrozenIndex } from './scorer.ts'

interface Searched {
  readonly index: FrozenIndex
  readonly texts: FoldedTexts
}

/** So many characters together stand in few passages that do not hold the phrase. */
const MOST_CHARACTERS = 3

/**
 * Finds the passages that hold a phrase, made by foldPhrase(), in order. Wherever it is cut out of a text, each Han
 * character in it is a term of that text (pairs are not: white space may divide them there). Without such a character,
 * all texts are looked through. Only those that `passes` are found; by default all.
 */
export function findHolders(
  phrase: string,
  { index, texts }: Searched,
  passes: (passage: number) => boolean = () => true,
): number[] {
  const characters = [...new Set(phrase.match(/\p{Script=Han}/gu))]
  if (characters.length === 0) return texts.scan(phrase).filter(passes)
  const [rarest, ...others] = characters
    .map((character) => ({ character, frequency: index.documentFrequency(character) }))
    .sort((a, b) => a.frequency - b.frequency)
    .slice(0, MOST_CHARACTERS)
    .map(({ character }) => index.documentsWith(character, 'chars'))
  const holders = others.reduce(intersect, rarest ?? new Uint32Array(0))
  // Looking into a text takes far longer than asking whose it is.
  const numbers = Array.from(holders.filter(passes))
  return phrase === characters[0] ? numbers : numbers.filter((number) => texts.holds(number, phrase))
}

/** Numbers in both, in order. */
function intersect(few: Uint32Array, many: Uint32Array): Uint32Array {
  let at = 0
  return few.filter((number) => {
    while (at < many.length && (many[at] as number) < number) at++
    return many[at] === number
  })
}
