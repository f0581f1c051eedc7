/** Turns a passage into the fields that every backend indexes, as ready terms. */
import type { Passage } from '../../corpus/report.ts'
import { analyze, visitTerms } from '../../text/analyzer.ts'

/** `grams`: pairs, codes and measures of the text; `chars`: its single characters; `heading`: all of its heading path. */
export const FIELDS = ['grams', 'chars', 'heading'] as const
export type Field = (typeof FIELDS)[number]

/** Boost of each field. */
export const FIELD_BOOST: Readonly<Record<Field, number>> = { grams: 1, chars: 3, heading: 0.5 }

/** BM25+ as MiniSearch names its parameters. */
export const BM25 = { k: 1.2, b: 0.6, d: 0.3 } as const

/** A score is multiplied by the number of matched groups to this power; MiniSearch itself uses 1. */
export const COORDINATION = 0.5

/** The terms of each field, in the order of their places; one that stands twice is there twice. */
export type PassageTerms = Readonly<Record<Field, readonly string[]>>

/**
 * Makes the terms of a passage's fields.
 *
 * @param ofHeadings the terms of headings that were met before; passages of a section share theirs.
 */
export function passageTerms(
  passage: Pick<Passage, 'text' | 'section'>,
  ofHeadings: Map<string, readonly string[]> = new Map(),
): PassageTerms {
  const grams: string[] = []
  const chars: string[] = []
  visitTerms(passage.text, (term, kind) => {
    if (kind === 'char') chars.push(term)
    else grams.push(term)
  })
  return {
    grams,
    chars,
    heading: passage.section.flatMap((heading) => {
      const terms = ofHeadings.get(heading) ?? analyze(heading).map(({ term }) => term)
      ofHeadings.set(heading, terms)
      return terms
    }),
  }
}

export type PassageFields = Readonly<Record<Field, string>>

/** Makes the fields of a passage: their terms, divided by one space each. */
export function passageFields(passage: Pick<Passage, 'text' | 'section'>): PassageFields {
  const { grams, chars, heading } = passageTerms(passage)
  return { grams: grams.join(' '), chars: chars.join(' '), heading: heading.join(' ') }
}
