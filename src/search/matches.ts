/** A passage and a plan in, the places of the passage that match out, to the character. */
import type { Passage } from '../corpus/report.ts'
import { type Folded, fold, foldPhrase, originalRange } from '../text/normalizer.ts'
import { eachOccurrence } from './occurrences.ts'
import { type Plan, SYNONYM_SHARE } from './plan.ts'
import type { Query } from './query.ts'
import type { WeightedRange } from './searcher.ts'

/** A phrase counts for more than all terms together. */
const PHRASE_WEIGHT = 1000

/** Ranges sorted by their start; those of different terms may overlap. Terms are numbered in the order of the query. */
export function findMatches(passage: Passage, query: Query, plan: Plan): WeightedRange[] {
  const folded = fold(passage.text)
  const matches: WeightedRange[] = []
  const add = (
    text: Folded,
    found: string,
    match: { readonly weight: number; readonly term: number },
  ): void => {
    eachOccurrence(text.text, found, (at) => {
      matches.push({ range: originalRange(text, at, at + found.length), ...match })
    })
  }
  const tight = query.phrases.length === 0 ? null : fold(passage.text, { dropSpaces: true })
  query.phrases.forEach((phrase, number) => {
    const wanted = foldPhrase(phrase)
    if (tight === null || wanted === '') return
    for (let at = tight.text.indexOf(wanted); at >= 0; at = tight.text.indexOf(wanted, at + 1)) {
      const range = originalRange(tight, at, at + wanted.length)
      matches.push({ range, weight: PHRASE_WEIGHT, term: plan.terms.length + number })
    }
  })
  if (query.phrases.length === 0 || query.terms !== '') {
    plan.terms.forEach(({ term, kind, weight, isWord }, number) => {
      if (kind === 'char' && !isWord) return
      if (weight > 0) add(folded, term, { weight, term: number })
    })
    plan.concepts.forEach(({ start, end, alternatives }) => {
      const covered = plan.terms.flatMap((term, number) =>
        term.start >= start && term.end <= end && term.kind !== 'char'
          ? [{ term: number, weight: term.weight * SYNONYM_SHARE }]
          : [],
      )
      for (const alternative of alternatives) for (const match of covered) add(folded, alternative, match)
    })
  }
  return matches.sort((a, b) => a.range[0] - b.range[0] || a.range[1] - b.range[1] || a.term - b.term)
}
