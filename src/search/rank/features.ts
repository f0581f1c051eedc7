/** Measures how far a candidate is of the place, year and kind that a query asks for. */

import { isGlossaryHeading } from '../../corpus/heading.ts'
import { foldPhrase, lettersOf } from '../../text/normalizer.ts'
import { hasNumber } from '../../text/numeral.ts'
import { shortName } from '../../text/place-name.ts'
import type { Candidate } from '../backend.ts'
import { acceptsYears, type Filters, NO_FILTERS } from '../filter.ts'
import type { Aspect } from '../indexing/aspect.ts'
import type { Plan } from '../query/plan.ts'
import type { Query } from '../query/query.ts'
import { type PassageText, passageText } from './passage-text.ts'

export interface PassageFeatures {
  /** 1 when the report is of the place asked about, less when the passage names it. */
  readonly place: number
  /** 1 for the State Council's report when the country is asked about. */
  readonly nation: number
  /** 1 when its part of the report is about the year asked about, or 今年 means its report's; less when it names the year. */
  readonly year: number
  /** 1 for the part of the report that is meant (review or plan), -1 for the other; half of it when only implied. */
  readonly aspect: number
  /** 1 for a passage that explains what is asked about, half of it for another entry of a glossary. */
  readonly definition: number
  /** Natural logarithm of the passage's length, in parts of a common one: 0 for such a one, less for a shorter, more for a longer one. */
  readonly length: number
}

/** About the median of 20,000 passages of 277 reports. */
const COMMON_LENGTH_UTF16 = 200

export interface SentenceFeatures {
  /** 1 when a question for a figure finds one beside its words, half of it when it finds one in their sentence; for a date 1 in both. */
  readonly figure: number
  /** 1 when a synonym stands in the sentence beside the very characters that it is typed beside (GDP增长, 生产总值增长). */
  readonly joined: number
}

/** What a query wants beside its words, worked out once for all candidates. */
export interface WantedBeside {
  readonly letters: string
  readonly places: readonly string[]
  readonly placeNames: readonly string[]
  readonly isNational: boolean
  readonly years: Filters | null
  readonly newest: ReadonlySet<string>
  readonly aspect: Aspect | null
  readonly isAspectImplied: boolean
  readonly isDefinition: boolean
  /** Words after which the figure is looked for; null when none is asked for. */
  readonly figureWords: readonly string[] | null
  readonly isDate: boolean
  /** Synonyms with the characters before or behind what they stand for. */
  readonly joints: readonly string[]
}

export function readWantedBeside(query: Query, plan: Plan): WantedBeside {
  const { preferences, intent } = query
  // A question for a figure without a year means what was reached, not what is planned.
  const isAspectImplied = preferences.aspect === null && intent === 'figure' && preferences.years.length === 0
  const heavy = plan.weight / Math.max(1, plan.terms.length)
  const words = plan.terms
    .filter(({ weight, kind }) => weight >= heavy && kind === 'pair')
    .map(({ term }) => term)
  return {
    letters: lettersOf(foldPhrase([query.terms, ...query.phrases].join(' '))),
    places: preferences.places,
    placeNames: preferences.places.map(shortName),
    isNational: preferences.isNational,
    years: preferences.years.length === 0 ? null : { ...NO_FILTERS, years: preferences.years },
    newest: new Set(preferences.newest),
    aspect: isAspectImplied ? 'review' : preferences.aspect,
    isAspectImplied,
    joints: jointsOf(plan),
    isDefinition: intent === 'definition',
    isDate: intent === 'date',
    figureWords:
      intent === 'figure' ? [...words, ...plan.concepts.flatMap(({ alternatives }) => alternatives)] : null,
  }
}

/** How much of what a synonym stands beside must stand beside it again. */
const JOINT_UTF16 = 2
/** A text with more synonyms than a question has is a paste, which its own words find. */
const MAX_JOINED_CONCEPTS = 8

function jointsOf({ text, concepts }: Plan): string[] {
  if (concepts.length > MAX_JOINED_CONCEPTS) return []
  return concepts.flatMap(({ start, end, alternatives }) => {
    if (start === end) return []
    const before = foldPhrase(text.slice(0, start)).slice(-JOINT_UTF16)
    const after = foldPhrase(text.slice(end)).slice(0, JOINT_UTF16)
    return alternatives.flatMap((alternative) => [
      ...(before.length === JOINT_UTF16 ? [before + alternative] : []),
      ...(after.length === JOINT_UTF16 ? [alternative + after] : []),
    ])
  })
}

export function passageFeatures(candidate: Candidate, wanted: WantedBeside): PassageFeatures {
  const text = passageText(candidate.passage, candidate.report)
  return {
    place: placeFeature(candidate, text, wanted),
    nation: wanted.isNational && candidate.report.level === '国' ? 1 : 0,
    year: yearFeature(candidate, text, wanted),
    aspect: aspectFeature(text, wanted),
    definition: wanted.isDefinition ? definitionFeature(candidate, text, wanted) : 0,
    length: Math.log(text.folded.length / COMMON_LENGTH_UTF16),
  }
}

/** @param sentence Folded. */
export function sentenceFeatures(sentence: string, wanted: WantedBeside): SentenceFeatures {
  return {
    figure: figureFeature(sentence, wanted),
    joined: wanted.joints.some((joint) => sentence.includes(joint)) ? 1 : 0,
  }
}

/** A place that the text names, where the report is another's. */
const NAMED_PLACE_SHARE = 0.65

function placeFeature(
  { report }: Candidate,
  { folded }: PassageText,
  { places, placeNames }: WantedBeside,
): number {
  if (places.includes(report.place)) return 1
  return placeNames.some((name) => folded.includes(name)) ? NAMED_PLACE_SHARE : 0
}

/** A year that a passage of another year's part only names. */
const NAMED_YEAR_SHARE = 0.6

function yearFeature({ report }: Candidate, { time }: PassageText, wanted: WantedBeside): number {
  if (wanted.years === null) return wanted.newest.has(report.id) ? 1 : 0
  const { aspect, years } = time()
  const spoken = aspect === 'review' ? report.reviews : aspect === 'plan' ? report.plans : null
  if (spoken !== null && acceptsYears(wanted.years, [spoken])) return 1
  return acceptsYears(wanted.years, years) ? NAMED_YEAR_SHARE : 0
}

/** What an unspoken aspect is worth beside one that is asked for. */
const IMPLIED_ASPECT_SHARE = 0.5

function aspectFeature({ time }: PassageText, wanted: WantedBeside): number {
  if (wanted.aspect === null) return 0
  const { aspect } = time()
  if (aspect === null) return 0
  return (aspect === wanted.aspect ? 1 : -1) * (wanted.isAspectImplied ? IMPLIED_ASPECT_SHARE : 1)
}

/** The entry's head: what stands before its colon, without its number, and the page that it is of. */
const ENTRY_HEAD = /^(?:\(?见?第?\d+页\)?)?[^\p{L}]*([^:。,]{2,22}?)(?::|,?是指)/u

function definitionFeature(
  { passage }: Candidate,
  { folded }: PassageText,
  { letters }: WantedBeside,
): number {
  const head = ENTRY_HEAD.exec(folded)?.[1]
  if (head !== undefined && letters.includes(lettersOf(head))) return 1
  return passage.section.some(isGlossaryHeading) ? 0.5 : 0
}

/** A day, month, year, decade, century or age. Folded. */
const DATE =
  /\d[年月日]|[零一二三四五六七八九十]{1,4}[年月日](?!来)|年[初底末内中]|世纪|年代|季度|时期|上半年|下半年|[春夏秋冬][季天]/u
/** How far behind a word its figure may stand, in UTF-16 units. */
const FIGURE_DISTANCE = 14

function figureFeature(sentence: string, { figureWords: words, isDate }: WantedBeside): number {
  if (isDate) return DATE.test(sentence) ? 1 : 0
  if (words === null) return 0
  if (!hasNumber(sentence)) return 0
  for (const word of words) {
    const at = sentence.indexOf(word)
    if (at >= 0 && hasNumber(sentence.slice(at + word.length, at + word.length + FIGURE_DISTANCE))) return 1
  }
  return 0.5
}
