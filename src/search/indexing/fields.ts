/** Turns a passage into the fields that every backend indexes, as ready terms. */
import type { Passage } from '../../corpus/report.ts'
import { termOfCode, visitTerms } from '../../text/analyzer.ts'
import { getOrMake } from '../../text/maps.ts'

/** `grams`: pairs, codes and measures of the text; `chars`: its single characters; `heading`: all of its heading path. */
export const FIELDS = ['grams', 'chars', 'heading'] as const
export type Field = (typeof FIELDS)[number]

/** Boost of each field. */
export const FIELD_BOOST: Readonly<Record<Field, number>> = { grams: 1, chars: 3, heading: 0.5 }

/** The terms of each field, in the order of their places; one that stands twice is there twice. */
export type PassageTerms<T = string> = Readonly<Record<Field, readonly T[]>>

/** How a term is written: itself, or a number that stands for it. */
export interface TermWriting<T> {
  /** @param code of a term, see codeOf(). */
  ofCode(code: number): T
  ofTerm(term: string): T
  /** The terms of headings that were met before; passages of a section share theirs. */
  readonly ofHeadings: Map<string, readonly T[]>
}

/** Makes the terms of a passage's fields. */
export function passageTerms<T>(
  passage: Pick<Passage, 'text' | 'section'>,
  writing: TermWriting<T>,
): PassageTerms<T> {
  const grams: T[] = []
  const chars: T[] = []
  const heading: T[] = []
  addTerms(passage.text, { chars, others: grams }, writing)
  for (const one of passage.section) {
    const terms = getOrMake(writing.ofHeadings, one, () => {
      const made: T[] = []
      addTerms(one, { chars: made, others: made }, writing)
      return made
    })
    for (const term of terms) heading.push(term)
  }
  return { grams, chars, heading }
}

/** One function for texts and headings: the engine inlines what is called from one place alone. */
function addTerms<T>(
  text: string,
  to: { readonly chars: T[]; readonly others: T[] },
  writing: TermWriting<T>,
): void {
  visitTerms(text, {
    short: (code, kind) => (kind === 'char' ? to.chars : to.others).push(writing.ofCode(code)),
    long: (term, kind) => (kind === 'char' ? to.chars : to.others).push(writing.ofTerm(term)),
  })
}

export type PassageFields = Readonly<Record<Field, string>>

/** Makes the fields of a passage: their terms, divided by one space each. */
export function passageFields(passage: Pick<Passage, 'text' | 'section'>): PassageFields {
  const { grams, chars, heading } = passageTerms(passage, {
    ofCode: termOfCode,
    ofTerm: (term) => term,
    ofHeadings: new Map(),
  })
  return { grams: grams.join(' '), chars: chars.join(' '), heading: heading.join(' ') }
}
