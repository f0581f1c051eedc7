/** Tells from the word lists which letters are words, and which word has which initials. */
import type { Vocabulary } from '../vocabulary.ts'
import type { PinyinMeans } from './pinyin.ts'

/** Shorter initials stand for too many words. */
const SHORTEST = 3
const LONGEST = 8

/** The table of initials is made at the first question that needs it. */
export function makeSpellings({
  synonyms,
  sounds,
  printed,
}: Vocabulary): Pick<PinyinMeans, 'isWord' | 'wordOfInitials'> {
  let words: ReadonlyMap<string, string | null> | null = null
  const make = (): Map<string, string | null> => {
    const made = new Map<string, string | null>()
    for (const word of printed()) {
      const length = Array.from(word).length
      if (length < SHORTEST || length > LONGEST || !/^\p{Script=Han}+$/u.test(word)) continue
      for (const initials of initialsOf(word, sounds)) {
        const known = made.get(initials)
        made.set(initials, known === undefined || known === word ? word : null)
      }
    }
    return made
  }
  return {
    isWord: (letters) => {
      const [match] = synonyms.find(letters)
      return match?.start === 0 && match.end === letters.length
    },
    wordOfInitials: (initials) => {
      if (initials.length < SHORTEST) return null
      words ??= make()
      return words.get(initials) ?? null
    },
  }
}

function initialsOf(word: string, sounds: Vocabulary['sounds']): string[] {
  return Array.from(word).reduce<string[]>(
    (heads, character) => {
      const firsts = new Set(sounds.spellings(character).map((sound) => sound[0] ?? ''))
      return heads.flatMap((head) => [...firsts].map((first) => head + first))
    },
    [''],
  )
}
