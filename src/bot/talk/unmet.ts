/** Tells what of a question that was made of a message and the one before it its answer does not meet: words, place, year, kind of figure. */
import { type Answer, answer } from '../../answer/answer.ts'
import type { AnsweredHit } from '../../answer/answered-hit.ts'
import { isFiller } from '../../search/query/filler-words.ts'
import { passageText } from '../../search/rank/passage-text.ts'
import type { Missing, Searcher } from '../../search/searcher.ts'
import { foldText } from '../../text/normalizer.ts'
import { hasNumber } from '../../text/numeral.ts'
import { findSentences } from '../../text/sentences.ts'
import type { Behind, Candidate } from './candidates.ts'
import { says } from './evidence.ts'
import { isHollow } from './hollow.ts'
import { readSlots, type Slots } from './slots.ts'
import { numberOfYear } from './years-meant.ts'

/** What the user meant by a message behind an answer. */
export interface Meant {
  readonly how: Candidate['how']
  /** Words of the message, and those that the question before it gave. */
  readonly own: readonly string[]
  readonly kept: readonly string[]
  readonly slots: Pick<Slots, 'places' | 'years' | 'kind'>
  /** Of where the answer before was; null where the question says where. */
  readonly left: string | null
  readonly lacking: readonly Missing[]
}

/** Of a question that nothing is known of but its words. */
export const NOTHING_MEANT = {
  own: [],
  kept: [],
  slots: { places: [], years: [], kind: null },
  left: null,
  lacking: [],
} as const

export async function readMeant(
  searcher: Searcher,
  { how, question, lacking }: Candidate,
  { old, now, report }: Behind,
): Promise<Meant> {
  const slots = await readSlots(searcher, question)
  return {
    how,
    own: ownWords(now),
    kept: how === 'topic' || how === 'itself' ? [] : old.content,
    slots,
    lacking,
    left:
      how === 'itself' && slots.places.length === 0 && report !== null
        ? await readLeft(searcher, report.place, now)
        : null,
  }
}

/** The place, where its reports say such words as well. */
async function readLeft(
  searcher: Searcher,
  place: string,
  { content, words }: Slots,
): Promise<string | null> {
  const { hits } = await answer(searcher, `${place} ${words}`)
  const hit = hits.find(({ report }) => report.place === place)
  return hit !== undefined && content.length > 0 && saysAny(searcher, hit, content) ? place : null
}

/** Those of its words that tell what is asked about, and its numbers. */
export function ownWords({ content }: Slots): string[] {
  return content.filter((word) => /^\d/u.test(word) || !(isHollow(word) || hasNumber(word) || isFiller(word)))
}

/** Of a question in words of its own. */
export async function meantBy(searcher: Searcher, question: string): Promise<Meant> {
  return { ...NOTHING_MEANT, how: 'swap', slots: await readSlots(searcher, question) }
}

export type Unmet =
  | { readonly kind: 'words' | 'number' | 'year'; readonly text: string }
  | { readonly kind: 'target' | 'actual' }
  /** Asked of all places, and answered by another than the one before. */
  | { readonly kind: 'elsewhere'; readonly text: string }

export async function findUnmet(
  searcher: Searcher,
  { hits, figures }: Answer,
  meant: Meant,
): Promise<Unmet[]> {
  const [hit] = hits
  if (hit === undefined) return []
  const { how, own, slots, left } = meant
  if (how === 'itself')
    return left === null || hit.report.place === left ? [] : [{ kind: 'elsewhere', text: left }]
  const numbers = own.filter((word) => /\d/u.test(word))
  const others = own.filter((word) => !numbers.includes(word))
  const isUnsaid = (some: readonly string[]): boolean => how !== 'swap' && !saysAny(searcher, hit, some)
  const rows = figures?.rows ?? []
  const told = rows.length > 0 ? rows.map(({ figure }) => figure.kind) : hit.kinds
  const years = slots.years.map(numberOfYear).filter((year) => year !== null)
  const isOfYear =
    years.length === 0 ||
    years.some((year) => isOf(hit, year) || rows.some(({ figure }) => figure.year === year))
  // Then it is said of the figure.
  const isUncovered = rows.length === 0 && figures?.absent.some(({ isCovered }) => !isCovered) === true
  const isOtherKind =
    slots.kind === 'actual'
      ? !told.includes('actual') && (told.length > 0 || hit.isPlan)
      : slots.kind === 'target' && told.length > 0 && !told.includes('target') && !hit.isPlan
  return [
    ...(isUnsaid(others) ? [{ kind: 'words', text: others[0] ?? '' } as const] : []),
    ...(isUnsaid(numbers)
      ? [{ kind: how === 'both' || others.length > 0 ? 'number' : 'words', text: numbers[0] ?? '' } as const]
      : []),
    ...(isOfYear || isUncovered ? [] : [{ kind: 'year', text: years.join('、') } as const]),
    ...(isOtherKind && slots.kind !== null ? [{ kind: slots.kind }] : []),
  ]
}

/** Numbers of the sentence that says most of the words, where the one that would be shown says none; else null. */
export function sentenceOf(
  searcher: Searcher,
  { hits }: Answer,
  { how, own }: Meant,
): readonly [first: number, last: number] | null {
  const [hit] = hits
  if (hit === undefined || how === 'itself' || how === 'swap') return null
  const count = (text: string): number => own.filter((word) => says(searcher, foldText(text), word)).length
  if (count(hit.sentence.text) > 0) return null
  const counts = findSentences(hit.passage.text).map((range) => count(hit.passage.text.slice(...range)))
  const most = Math.max(0, ...counts)
  return most === 0 ? null : [counts.indexOf(most), counts.indexOf(most)]
}

function saysAny(searcher: Searcher, { passage, report }: AnsweredHit, words: readonly string[]): boolean {
  if (words.length === 0) return true
  const { folded, heading } = passageText(passage, report)
  return words.some((word) => says(searcher, `${heading} ${folded}`, word))
}

function isOf({ passage, report: { year, reviews, plans } }: AnsweredHit, asked: number): boolean {
  return [year, reviews, plans].includes(asked) || foldText(passage.text).includes(String(asked))
}

/** The answer as what it is of what was meant: none where something of it is not met, and one where a sentence says all. */
export function holdAgainst(
  searcher: Searcher,
  found: Answer,
  { own, kept, lacking }: Meant,
  unmet: readonly Unmet[],
): Answer {
  const [hit] = found.hits
  if (lacking.length > 0)
    return {
      ...found,
      match: found.match === 'none' ? 'none' : 'weak',
      missing: [...lacking, ...(found.missing ?? [])],
    }
  // Another number than the user has in mind may be the answer.
  if (unmet.some(({ kind }) => kind !== 'elsewhere' && kind !== 'number'))
    return found.match === 'strong' ? { ...found, match: 'weak' } : found
  if (found.match !== 'weak' || hit === undefined || (found.missing ?? []).length > 0) return found
  const sentence = foldText(hit.sentence.text)
  const saysAll = [...own, ...kept].every((word) => says(searcher, sentence, word))
  return saysAll && own.length + kept.length > 1 ? { ...found, match: 'strong', suggestions: [] } : found
}
