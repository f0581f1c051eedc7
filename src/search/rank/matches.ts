/** Finds the places of a passage that match a query, to the character. */
import type { Passage } from '../../corpus/report.ts'
import { getOrMake } from '../../text/maps.ts'
import { type Folded, fold, foldPhrase, originalRange } from '../../text/normalizer.ts'
import { RecentMap } from '../../text/recent-map.ts'
import type { Range } from '../../text/runs.ts'
import type { Plan } from '../query/plan.ts'
import type { Query } from '../query/query.ts'
import { makeNeedles, NO_FIND } from './needles.ts'

export interface WeightedRange {
  readonly range: Range
  /** Weight of the query term that matches here, for the choice of the snippet. */
  readonly weight: number
  /** Which term of the query it is, so that a window counts every term once. */
  readonly term: number
}

/** A phrase counts for more than all terms together. */
const PHRASE_WEIGHT = 1000

/** What a word in the passage stands for: a term of the query, found as it is or by a synonym. */
interface MarkedWord {
  /** Number of the word among those looked for. */
  readonly word: number
  readonly weight: number
  readonly term: number
}

/**
 * Works out what is looked for, once for all the passages of an answer. Ranges come sorted by their start; those of
 * different terms may overlap. Terms are numbered in the order of the query.
 */
export function prepareMatches(query: Query, plan: Plan): (passage: Passage) => WeightedRange[] {
  const isAll = query.phrases.length === 0 || query.terms !== ''
  const numbers = new Map<string, number>()
  const sought = isAll ? soughtOf(plan, numbers) : []
  const words = [...numbers.keys()]
  const needles = makeNeedles(words)
  return (passage) => {
    const matches = matchPhrases(passage, query.phrases, plan.terms.length)
    if (sought.length > 0) {
      const folded = foldedOf(passage)
      needles.scan(folded.text)
      for (const { word, weight, term } of sought) {
        for (let find = needles.first(word); find !== NO_FIND; find = needles.next(find)) {
          const at = needles.place(find)
          const range = originalRange(folded, at, at + (words[word] as string).length)
          matches.push({ range, weight, term })
        }
      }
    }
    return matches.sort((a, b) => a.range[0] - b.range[0] || a.range[1] - b.range[1] || a.term - b.term)
  }
}

/** What answers one question answers others: some 8 bytes a character, and nearly none where folding changes no place. */
const KEPT_PASSAGES = 500

const kept = new RecentMap<Passage, Folded>(KEPT_PASSAGES)

function foldedOf(passage: Passage): Folded {
  return getOrMake(kept, passage, () => fold(passage.text))
}

function matchPhrases(passage: Passage, phrases: readonly string[], terms: number): WeightedRange[] {
  const matches: WeightedRange[] = []
  if (phrases.length === 0) return matches
  const tight: Folded = fold(passage.text, { dropSpaces: true })
  phrases.forEach((phrase, number) => {
    const wanted = foldPhrase(phrase)
    if (wanted === '') return
    for (let at = tight.text.indexOf(wanted); at >= 0; at = tight.text.indexOf(wanted, at + 1)) {
      const range = originalRange(tight, at, at + wanted.length)
      matches.push({ range, weight: PHRASE_WEIGHT, term: terms + number })
    }
  })
  return matches
}

/** The terms, then for every synonym of a word the terms that the word is made of. Numbers the words as they come. */
function soughtOf({ terms, concepts }: Plan, numbers: Map<string, number>): MarkedWord[] {
  const numberOf = (word: string): number => getOrMake(numbers, word, () => numbers.size)
  const sought: MarkedWord[] = []
  const covered = concepts.map((): Omit<MarkedWord, 'word'>[] => [])
  terms.forEach(({ term, kind, weight, isWord, concepts: partOf }, number) => {
    if (weight === 0) return
    if (kind !== 'char') {
      // A pair across words that no passage has is worth nothing, and marks nothing.
      for (const concept of weight > 0 ? partOf : [])
        covered[concept]?.push({ term: number, weight: weight * (concepts[concept]?.share ?? 0) })
    } else if (!isWord) return
    sought.push({ word: numberOf(term), weight, term: number })
  })
  concepts.forEach(({ alternatives }, concept) => {
    for (const alternative of alternatives) {
      const word = numberOf(alternative)
      for (const match of covered[concept] ?? []) sought.push({ word, ...match })
    }
  })
  return sought
}
