/** Turns what is typed in pinyin, with or without spaces, into the words of the corpus that sound so. */
import { foldText } from '../../text/normalizer.ts'
import type { Sounds } from '../../text/sounds.ts'
import { type Backend, frequenciesOf } from '../backend.ts'
import { isUnfiltered } from '../filter.ts'
import type { Vocabulary } from '../vocabulary.ts'
import type { Query } from './query.ts'
import { MAX_QUESTION_UTF16 } from './question-words.ts'

export interface PinyinMeans {
  readonly backend: Backend
  readonly sounds: Sounds
  /** Whether letters are a word of the lists by themselves: English, or an abbreviation. Folded. */
  isWord(letters: string): boolean
  /** The one word of the lists that has these initials (gdzctz); null where there is none or more than one. */
  wordOfInitials(initials: string): string | null
}

/** A run of letters in the text, `[start, end)`. */
interface Run {
  readonly start: number
  readonly end: number
  readonly letters: string
  /** Ways to cut it into sounds. */
  readonly cuts: readonly (readonly string[])[]
}

const LETTERS = /[a-zü]+/giu
/** Characters of a sound that are tried: those that stand in the most passages. */
const MAX_CHARACTERS = 20
/** Pairs that are asked for; ten words have some 6,000. */
const MAX_PAIRS = 10_000
/** Ways to read a run that are tried beside its neighbours. */
const MAX_READINGS = 5
/** A pair in fewer passages is chance. */
const SURE_PASSAGES = 2
/** What it costs that no passage has two sounds side by side, and what every sound costs: of two readings the one with fewer sounds is meant. */
const BREAK = -4
const SOUND = -2
/** What a pair across two runs is worth beside one within: people set spaces where words end. */
const ACROSS_RUNS = 0.5
/** Asking words, which reports do not print. */
const ASKING = ['多少', '什么', '怎么', '如何', '哪里', '哪些', '有没有', '多大', '多高', '为什么']

/**
 * The text of a query with its pinyin in characters; null where it has none, or something in it is neither pinyin, initials nor known.
 * Names of places in letters stay as they are: the query knows them.
 */
export async function readPinyin(query: Query, means: PinyinMeans): Promise<string | null> {
  const { text, named, foreign } = query
  if (!isUnfiltered(query.filters) || query.excluded.length > 0) return null
  if (text.length > MAX_QUESTION_UTF16 || !/[a-z]{3}/iu.test(text) || query.phrases.length > 0) return null
  const places = [...named, ...foreign].map((place) => foldText(place))
  const found = [...text.matchAll(LETTERS)].flatMap(({ 0: typed, index }): Run[] => {
    const letters = typed.toLowerCase().replaceAll('ü', 'v')
    if (places.some((place) => place.includes(letters)) || means.isWord(letters)) return []
    return [{ start: index, end: index + typed.length, letters, cuts: means.sounds.cut(letters) }]
  })
  const held = await means.backend.frequencies(found.map(({ letters }) => letters))
  const runs = found.filter((_, number) => held[number] === 0)
  const spelt = runs.map(({ letters, cuts }) => (cuts.length > 0 ? null : means.wordOfInitials(letters)))
  const isUnread = ({ cuts, letters }: Run, at: number): boolean =>
    cuts.length === 0 && spelt[at] === null && !INITIALS.test(letters)
  if (runs.length === 0 || runs.some(isUnread)) return null
  if (runs.every(({ letters, cuts }) => cuts.length > 0 && letters.length < SHORTEST_UTF16)) return null
  const lexicon = await readLexicon(runs, means)
  const readings = runs.map((run, at) => {
    const name = spelt[at] ?? ASKING.find((word) => means.sounds.spellings(word).includes(run.letters))
    return name == null ? readRun(run, lexicon) : [{ text: name, score: 0, isSure: true }]
  })
  const chosen = choose(runs, readings, text, lexicon)
  if (!chosen.some((reading) => reading?.isSure === true)) return null
  let read = ''
  let at = 0
  runs.forEach((run, number) => {
    const word = chosen[number]?.text ?? run.letters
    const between = text.slice(at, run.start)
    // lvyou shouru is 旅游收入, where passages have the two side by side.
    const seam = between.trim() === '' ? `${[...read].at(-1) ?? ''}${[...word][0] ?? ''}` : ''
    read += (lexicon.frequencyOf(seam) >= SURE_PASSAGES ? '' : between) + word
    at = run.end
  })
  return read + text.slice(at)
}

/** A word of one sound by itself may be anything. */
const SHORTEST_UTF16 = 4
/** Initials of a name or word that the lists do not have stay beside what is read: xj lvyou. No English word is so short without a vowel. */
const INITIALS = /^[b-df-hj-np-tw-z]{1,3}$/u

interface Lexicon {
  /** Characters of a sound, the commonest first. */
  charactersOf(sound: string): readonly string[]
  /** In how many passages two characters stand side by side. */
  frequencyOf(pair: string): number
}

/** Asks the corpus for the characters of all sounds, and then for the pairs of those that are tried. */
async function readLexicon(runs: readonly Run[], { backend, sounds }: PinyinMeans): Promise<Lexicon> {
  const heard = [...new Set(runs.flatMap(({ cuts }) => cuts.flat()))]
  const characters = heard.flatMap((sound) => sounds.characters(sound))
  const heldBy = await frequenciesOf(backend, characters)
  const common = new Map(
    heard.map((sound) => [
      sound,
      sounds
        .characters(sound)
        .filter((character) => heldBy(character) > 0)
        .sort((a, b) => heldBy(b) - heldBy(a))
        .slice(0, MAX_CHARACTERS),
    ]),
  )
  const charactersOf = (sound: string): readonly string[] => common.get(sound) ?? []
  const neighbours = new Set<string>()
  const join = (first: string | undefined, second: string | undefined): void => {
    if (first !== undefined && second !== undefined) neighbours.add(`${first} ${second}`)
  }
  runs.forEach(({ cuts }, number) => {
    for (const cut of cuts) for (let at = 1; at < cut.length; at++) join(cut[at - 1], cut[at])
    for (const cut of cuts) for (const next of runs[number + 1]?.cuts ?? []) join(cut.at(-1), next[0])
  })
  const pairs = [...neighbours].flatMap((both) => {
    const [first = '', second = ''] = both.split(' ')
    return charactersOf(first).flatMap((one) => charactersOf(second).map((other) => one + other))
  })
  // What is so long is no question, and a cluster would be asked for more than it answers at once.
  const asked = [...new Set(pairs)].slice(0, MAX_PAIRS)
  return { charactersOf, frequencyOf: await frequenciesOf(backend, asked) }
}

interface Reading {
  readonly text: string
  readonly score: number
  /** Whether each of its characters stands beside one of its neighbours in passages. */
  readonly isSure: boolean
}

/** The likeliest readings of a run, by Viterbi over the pairs of the corpus. */
function readRun({ cuts }: Run, lexicon: Lexicon): Reading[] {
  return cuts
    .flatMap((cut) => readCut(cut, lexicon))
    .sort((a, b) => b.score - a.score)
    .slice(0, MAX_READINGS)
}

function readCut(cut: readonly string[], { charactersOf, frequencyOf }: Lexicon): Reading[] {
  let states: Reading[] = charactersOf(cut[0] ?? '').map((text) => ({ text, score: SOUND, isSure: false }))
  for (const sound of cut.slice(1)) {
    states = charactersOf(sound).flatMap((character): Reading[] => {
      let best: Reading | null = null
      for (const state of states) {
        const last = Array.from(state.text).at(-1) ?? ''
        const score = state.score + SOUND + worth(frequencyOf(last + character))
        if (best === null || score > best.score) best = { text: state.text + character, score, isSure: false }
      }
      return best === null ? [] : [best]
    })
  }
  return states
    .sort((a, b) => b.score - a.score)
    .slice(0, MAX_READINGS)
    .map((state) => ({ ...state, isSure: isSaid(state.text, frequencyOf) }))
}

function worth(frequency: number): number {
  return frequency === 0 ? BREAK : Math.log(1 + frequency)
}

function isSaid(text: string, frequencyOf: (pair: string) => number): boolean {
  const characters = Array.from(text)
  const joins = characters
    .slice(1)
    .map((character, at) => frequencyOf((characters[at] ?? '') + character) >= SURE_PASSAGES)
  return characters.every((_, at) => joins[at - 1] === true || joins[at] === true)
}

/** Picks a reading for each run, so that those of runs with nothing but a space between them go together. */
function choose(
  runs: readonly Run[],
  readings: readonly (readonly Reading[])[],
  text: string,
  { frequencyOf }: Lexicon,
): (Reading | null)[] {
  interface Path {
    readonly chosen: readonly (Reading | null)[]
    readonly score: number
  }
  let paths: Path[] = [{ chosen: [], score: 0 }]
  readings.forEach((options, number) => {
    const isBeside = /^\s*$/u.test(text.slice(runs[number - 1]?.end ?? 0, runs[number]?.start ?? 0))
    const next: Path[] = []
    for (const path of paths) {
      for (const option of options.length > 0 ? options : [null]) {
        const last = Array.from(path.chosen.at(-1)?.text ?? '').at(-1) ?? ''
        const first = Array.from(option?.text ?? '')[0] ?? ''
        const joint = isBeside ? ACROSS_RUNS * Math.max(0, worth(frequencyOf(last + first))) : 0
        next.push({ chosen: [...path.chosen, option], score: path.score + (option?.score ?? 0) + joint })
      }
    }
    paths = next.sort((a, b) => b.score - a.score).slice(0, MAX_READINGS)
  })
  return [...(paths[0]?.chosen ?? [])]
}

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
