/** Turns candidates and a query's terms into scores: MiniSearch's BM25+ over again, with the frequencies of the whole cluster. */
import type { Passage } from '../../corpus/report.ts'
import type { TermGroup } from '../backend.ts'
import { BM25, COORDINATION, perLengthOf, rarityOf, saturate } from '../indexing/bm25.ts'
import { FIELD_BOOST, FIELDS, type Field, passageFields } from '../indexing/fields.ts'
import { eachField, type PassageSource } from './schema.ts'

/** In how many passages a term stands, field by field. */
export type Frequencies = Readonly<Record<Field, number>>

/** What scoring needs to know of the whole index. */
export interface Statistics {
  readonly passages: number
  /** Mean number of distinct terms of each field. */
  readonly averageLengths: Readonly<Record<Field, number>>
}

/** One term of the query in one field, with all of its score that does not depend on the passage. */
export interface WeightedTerm {
  readonly term: string
  readonly field: Field
  /** Index of its group: a group counts once, whichever of its terms match. */
  readonly group: number
  /** Weight of the term × boost of the field: OpenSearch multiplies by the rest itself. */
  readonly boost: number
  /** Weight of the term × boost of the field × inverse document frequency. */
  readonly weight: number
}

/** The terms that occur at all, each with its weight in every field. */
export function weighTerms(
  groups: readonly TermGroup[],
  statistics: Statistics,
  frequencyOf: (term: string) => Frequencies,
): WeightedTerm[] {
  return groups.flatMap(({ terms }, group) =>
    terms.flatMap(({ term, weight }) =>
      FIELDS.flatMap((field): WeightedTerm[] => {
        const matching = frequencyOf(term)[field]
        if (matching === 0 || FIELD_BOOST[field] === 0) return []
        const boost = weight * FIELD_BOOST[field]
        return [{ term, field, group, boost, weight: boost * rarityOf(matching, statistics.passages) }]
      }),
    ),
  )
}

/**
 * Scores one passage as MiniSearch would.
 *
 * OpenSearch's own score finds the candidates; it has no lower bound d, keeps lengths in one byte and knows nothing of
 * groups, so the final order is made here.
 */
export function scorePassage(
  passage: Passage,
  lengths: PassageSource['lengths'],
  { terms, statistics }: { readonly terms: readonly WeightedTerm[]; readonly statistics: Statistics },
): number {
  if (terms.length === 0) return 0
  const fields = passageFields(passage)
  const padded = eachField((field) => ` ${fields[field]} `)
  const groups = new Set<number>()
  let score = 0
  for (const { term, field, group, weight } of terms) {
    const frequency = countIn(padded[field], ` ${term} `)
    if (frequency === 0) continue
    groups.add(group)
    const perLength = perLengthOf(statistics.averageLengths[field] || 1, BM25)
    score += weight * saturate(frequency, perLength * lengths[field], BM25)
  }
  return score * groups.size ** COORDINATION
}

/** Looking through the text for the few terms of a query is faster than counting all of the terms. Neighbours share a space. */
function countIn(terms: string, term: string): number {
  let count = 0
  for (let at = terms.indexOf(term); at >= 0; at = terms.indexOf(term, at + term.length - 1)) count += 1
  return count
}
