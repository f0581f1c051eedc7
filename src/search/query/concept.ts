/** Turns the synonyms and topics of a question into concepts: what else a passage may say for its words, and what that is worth. */

import { analyze } from '../../text/analyzer.ts'
import { firstThat } from '../../text/first-that.ts'
import { getOrMake } from '../../text/maps.ts'
import { type Folded, originalRange } from '../../text/normalizer.ts'
import { readNumeral, writeHan } from '../../text/numeral.ts'
import type { SynonymMatch, Synonyms } from '../../text/synonyms.ts'
import type { TopicMatch } from '../../text/topics.ts'
import { overlaps } from './question-words.ts'

/** A run of the query that has synonyms, or a topic that some of its characters speak of: then it has no place of its own. */
export interface Concept extends SynonymMatch {
  /** Share of an exact match's weight that one of them gets. */
  readonly share: number
  /** Whether it is a topic, which the question may be about, and no synonym of a word in it. */
  readonly isGuess: boolean
}

/** Share of an exact match's weight that a synonym gets. */
const SYNONYM_SHARE = 0.75
const NO_PLACE = 0

/** The runs of the plan's text that have synonyms, and the numbers of things (十件, 10件) that may be printed in other numerals. */
export function findConcepts(folded: Folded, synonyms: Synonyms): Concept[] {
  const found = synonyms.find(folded.text)
  // A paste has its numbers as they are printed.
  const counted = (folded.text.length > MAX_COUNTING_UTF16 ? [] : findCounted(folded.text)).filter(
    (run) => !found.some((one) => one.start !== run.start && overlaps(one, run)),
  )
  return [...found, ...counted]
    .sort((a, b) => a.end - b.end)
    .map(({ start, end, alternatives }) => {
      const range = originalRange(folded, start, end)
      return { start: range[0], end: range[1], alternatives, share: SYNONYM_SHARE, isGuess: false }
    })
}

/** In UTF-16 units. */
const MAX_COUNTING_UTF16 = 60
const COUNTED =
  /(?<![\d.第一二三四五六七八九十百千])(?<number>[1-9]\d?|[三四五六七八九]|[一二]?十[一二三四五六七八九]?)(?<unit>[件项条大类])/gu

function findCounted(folded: string): SynonymMatch[] {
  return [...folded.matchAll(COUNTED)].map(({ index, 0: run, groups: { number = '', unit = '' } = {} }) => {
    const count = readNumeral(number) ?? 0
    const other = /\d/u.test(number) ? writeHan(count) : String(count)
    return { start: index, end: index + run.length, alternatives: [`${other}${unit}`] }
  })
}

export function aboutTopic({ words, share }: TopicMatch): Concept {
  return { start: NO_PLACE, end: NO_PLACE, alternatives: words, share, isGuess: true }
}

/** Numbers of the concepts that a run lies in. Concepts stand in order, so those that begin late enough are passed over at once. */
export function conceptsAround(concepts: readonly Concept[], start: number, end: number): readonly number[] {
  let low = firstThat(0, concepts.length, (number) => (concepts[number] as Concept).end >= end)
  const around: number[] = []
  for (; low < concepts.length && (concepts[low] as Concept).start <= start; low++) around.push(low)
  return around.length === 0 ? NO_CONCEPTS : around
}

const NO_CONCEPTS: readonly number[] = []

/** Kept for as long as the synonyms themselves: the same words have the same pairs in every query. */
const kept = new WeakMap<readonly string[], readonly string[]>()

/** The terms of synonyms that are no single characters, each once. */
export function pairsOf(alternatives: readonly string[]): readonly string[] {
  return getOrMake(kept, alternatives, () => {
    const terms = alternatives.flatMap(analyze).filter(({ kind }) => kind !== 'char')
    return [...new Set(terms.map(({ term }) => term))]
  })
}
