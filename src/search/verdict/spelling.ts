/** Turns a query with wrongly typed words into the same with the words of the corpus that sound or look alike. */
import { foldText } from '../../text/normalizer.ts'
import { shortName } from '../../text/place-name.ts'
import type { Sounds } from '../../text/sounds.ts'
import { cutWords } from '../../text/words.ts'
import { type Backend, type Catalog, frequenciesOf } from '../backend.ts'
import { FUNCTION_CHARACTERS, type Plan } from '../query/plan.ts'
import type { Query } from '../query/query.ts'

interface Spelling {
  readonly query: Query
  readonly plan: Plan
  readonly catalog: Catalog
  readonly sounds: Sounds
  readonly backend: Backend
}

/** Corrected queries, the surest first: a misspelt name of a place, then a misspelt word. */
export async function correctSpelling(spelling: Spelling): Promise<string[]> {
  return [...correctPlaces(spelling), ...(await correctWords(spelling))]
}

/** More slips than this in one question are none. */
const MAX_SLIPS = 3

/**
 * The question with each misspelt word as the corpus writes it; null where nothing is misspelt.
 *
 * @param read Reads and plans the question again, with what was corrected so far.
 */
export async function correctEveryWord(
  spelling: Spelling,
  read: (text: string) => Promise<Pick<Spelling, 'query' | 'plan'>>,
): Promise<string | null> {
  let known = spelling
  for (let slip = 0; slip < MAX_SLIPS; slip++) {
    const [corrected] = await correctWords(known)
    if (corrected === undefined) break
    known = { ...spelling, ...(await read(corrected)) }
  }
  return known === spelling ? null : known.query.text
}

const HAN = /\p{Script=Han}{2,}/gu
/** What follows the name of a place that is typed with its level. */
const LEVEL = /^[省市县区州旗盟]/u

/** 依宁市 is 伊宁市. A name of two characters must open the query or be followed by its level. */
function correctPlaces({ query, catalog, sounds }: Spelling): string[] {
  const { text, preferences } = query
  if (preferences.places.length > 0) return []
  const places = [...new Set(catalog.reports.map(({ place }) => place))]
  return [...text.matchAll(HAN)].flatMap(({ 0: run, index }) =>
    places.flatMap((place) => {
      const name = shortName(place)
      for (let at = 0; at + name.length <= run.length; at++) {
        const typed = run.slice(at, at + name.length)
        const isMarked = name.length > 2 || at === 0 || LEVEL.test(run.slice(at + name.length))
        if (typed === name || !isMarked || !sounds.areAlike(foldText(typed), name)) continue
        return [text.slice(0, index + at) + name + text.slice(index + at + name.length)]
      }
      return []
    }),
  )
}

/** More doubtful characters than this are no slip. */
const MAX_DOUBTFUL = 4
const MAX_ALIKE = 80
/** At the edge of a run only one neighbour tells: so many passages must have the pair. */
const SURE_PASSAGES = 2

function isOneWord(pair: string): boolean {
  return cutWords(pair).length === 1
}

interface Doubt {
  readonly character: string
  readonly before: string
  readonly after: string
  /** The run of characters as typed, and the place in it. */
  readonly run: string
  readonly at: number
}

/** 户侧改造 is 户厕改造 where the corpus has neither 户侧 nor 侧改, but 户厕 and 厕改. */
async function correctWords({ query, plan, sounds, backend }: Spelling): Promise<string[]> {
  const doubts = findDoubts(plan)
  if (doubts.length === 0 || doubts.length > MAX_DOUBTFUL) return []
  const trials = doubts.flatMap((doubt) =>
    sounds
      .like(doubt.character)
      .slice(0, MAX_ALIKE)
      .map((other) => ({
        doubt,
        other,
        pairs: [
          ...(doubt.before === '' ? [] : [doubt.before + other]),
          ...(doubt.after === '' ? [] : [other + doubt.after]),
        ],
      })),
  )
  const pairs = trials.flatMap((trial) => trial.pairs)
  const frequencyOf = await frequenciesOf(backend, pairs)
  const [best] = trials
    .map((trial) => ({ ...trial, rarest: Math.min(...trial.pairs.map(frequencyOf)) }))
    .filter(({ pairs: [pair = '', other], rarest }) =>
      other === undefined ? rarest >= SURE_PASSAGES && isOneWord(pair) : rarest > 0,
    )
    .filter(({ doubt, other, pairs }) => pairs.length > 1 || isPartOfWord(correct(doubt, other), doubt.at))
    .sort((a, b) => b.pairs.length - a.pairs.length || b.rarest - a.rarest)
  if (best === undefined) return []
  const { run } = best.doubt
  const corrected = correct(best.doubt, best.other)
  return query.text.includes(run) ? [query.text.replace(run, corrected)] : []
}

function correct({ run, at, character }: Doubt, other: string): string {
  return run.slice(0, at) + other + run.slice(at + character.length)
}

/** 业经 is a word, but none in 失业经怎么领. */
function isPartOfWord(run: string, at: number): boolean {
  return cutWords(run).some(
    ({ index, segment }) => index <= at && at < index + segment.length && Array.from(segment).length > 1,
  )
}

/** Characters by themselves, as the segmenter sees it, of which no pair stands in the corpus. */
function findDoubts({ text, terms }: Plan): Doubt[] {
  const frequencyOf = new Map(terms.map(({ term, frequency }) => [term, frequency]))
  const alone = new Set(
    cutWords(text).flatMap(({ index, segment }) => (Array.from(segment).length === 1 ? [index] : [])),
  )
  return [...text.matchAll(HAN)].flatMap(({ 0: run, index }) =>
    Array.from(run).flatMap((character, at, characters): Doubt[] => {
      const before = foldText(characters[at - 1] ?? '')
      const after = foldText(characters[at + 1] ?? '')
      const folded = foldText(character)
      const pairs = [...(before === '' ? [] : [before + folded]), ...(after === '' ? [] : [folded + after])]
      const start = characters.slice(0, at).join('').length
      const isDoubtful =
        !FUNCTION_CHARACTERS.test(folded) &&
        alone.has(index + start) &&
        pairs.every((pair) => frequencyOf.get(pair) === 0)
      // 诗 of 写首诗: beside a character that no pair vouches for either, one neighbour says nothing.
      const next = pairs.length > 1 || characters.length === 2 ? null : at === 0 ? 1 : at - 2
      const isVouched =
        next === null ||
        (frequencyOf.get(foldText((characters[next] ?? '') + (characters[next + 1] ?? ''))) ?? 0) > 0
      return isDoubtful && isVouched ? [{ character: folded, before, after, run, at: start }] : []
    }),
  )
}
