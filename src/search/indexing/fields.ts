/** A passage in, the fields that every backend indexes out, as ready terms divided by one space each. */
import type { Passage } from '../../corpus/report.ts'
import { analyze, type Term } from '../../text/analyzer.ts'

/** `grams`: pairs, codes and measures of the text; `chars`: its single characters; `heading`: all of its heading path. */
export const FIELDS = ['grams', 'chars', 'heading'] as const
export type Field = (typeof FIELDS)[number]

/** Boost of each field. */
export const FIELD_BOOST: Readonly<Record<Field, number>> = { grams: 1, chars: 3, heading: 0.5 }

/** BM25+ as MiniSearch names its parameters. */
export const BM25 = { k: 1.2, b: 0.6, d: 0.3 } as const

/** A score is multiplied by the number of matched groups to this power; MiniSearch itself uses 1. */
export const COORDINATION = 0.5

export type PassageFields = Readonly<Record<Field, string>>

/** Makes the fields of a passage. */
export function passageFields(passage: Pick<Passage, 'text' | 'section'>): PassageFields {
  const terms = analyze(passage.text)
  return {
    grams: join(terms.filter((term) => term.kind !== 'char')),
    chars: join(terms.filter((term) => term.kind === 'char')),
    heading: join(passage.section.flatMap(analyze)),
  }
}

function join(terms: readonly Term[]): string {
  return terms.map((term) => term.term).join(' ')
}
