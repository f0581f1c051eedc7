/** Turns a passage and the places that match into the sentence that answers: what is shown, copied and shared as one. */

import { isGlossaryHeading } from '../corpus/heading.ts'
import type { Passage } from '../corpus/report.ts'
import { findFigures } from '../quote/numbers.ts'
import type { WeightedRange } from '../search/rank/matches.ts'
import { getOrMake } from '../text/maps.ts'
import { lettersOf } from '../text/normalizer.ts'
import { RecentMap } from '../text/recent-map.ts'
import { overlap, type Range } from '../text/runs.ts'
import { findSentences } from '../text/sentences.ts'
import { markWords, mergeRanges } from './highlights.ts'
import type { Snippet } from './snippet.ts'

/** A run of whole sentences of the passage, never cut; the figures beside the matches are marked as well. */
export interface Sentence extends Snippet {
  /** Numbers of its first and last sentence in the passage, from 0. */
  readonly first: number
  readonly last: number
  /** How many sentences the passage has. */
  readonly count: number
}

/** What a figure is worth where one is asked for, as a share of the query's weight. */
const FIGURE_BONUS = 0.25
/** What a lead (旅游业提质增效。) costs: it names the topic, and what follows says something of it. */
const LEAD_PRICE = 0.2
/** What a neighbour must add, as a share of the query's weight, to be shown with the best sentence. */
const WORTH_ADDING = 0.3
/** Two sentences that are shown together have at most so many UTF-16 units. */
const MAX_PAIR_UTF16 = 240
/** A clause speaks of the question when it holds this share of what the best clause holds. */
const CLAUSE_SHARE = 0.6

export interface SentenceOptions {
  /** Whether a figure is asked for. Default false. */
  readonly wantsFigure?: boolean
}

/** Picks the sentence with the most of the query's weight, the first of equals; with a neighbour that has what it lacks. */
export function pickSentence(
  passage: Passage,
  matches: readonly WeightedRange[],
  { wantsFigure = false }: SentenceOptions = {},
): Sentence {
  const { text } = passage
  const { sentences, leads } = sentencesOf(passage)
  if (isEntry(passage)) return takeSentences(passage, matches, [0, sentences.length - 1])
  const all = weigh(matches, [0, text.length])
  const worth = sentences.map((range, number) => {
    const covered = weigh(matches, range)
    if (covered <= 0) return 0
    const figure = wantsFigure && findFigures(text.slice(...range)).length > 0 ? FIGURE_BONUS : 0
    return covered + all * (figure - (leads[number] === true ? LEAD_PRICE : 0))
  })
  const best = worth.indexOf(Math.max(...worth))
  const joined = [best + 1, best - 1]
    .filter((other) => isShort(sentences[best], sentences[other]))
    .map((other): [first: number, last: number] => [Math.min(best, other), Math.max(best, other)])
    .find(
      ([first, last]) =>
        (first === best &&
          (leads[best] === true || saysNoMore(text, [sentences[best], sentences[last]], matches))) ||
        (all > 0 &&
          weigh(matches, runOf(sentences, first, last)) >=
            weigh(matches, sentences[best] as Range) + all * WORTH_ADDING),
    )
  return takeSentences(passage, matches, joined ?? [best, best])
}

/** An entry of a glossary up to so long is shown whole. */
const MAX_ENTRY_UTF16 = 400
const ENTRY = /^[^\p{L}]*\p{L}[^：:。，]{1,24}[：:]/u

function isEntry({ text, section }: Passage): boolean {
  return (
    text.length <= MAX_ENTRY_UTF16 &&
    ENTRY.test(text) &&
    section.some((heading) => isGlossaryHeading(heading) || /附[件录]/u.test(heading))
  )
}

/** In characters, beside the words that match. */
const MIN_MORE = 8

/** 强力实施“71655”工程。: no more than its question says, where the sentence behind it tells figures. */
function saysNoMore(
  text: string,
  [named, next]: readonly [Range | undefined, Range | undefined],
  matches: readonly WeightedRange[],
): boolean {
  if (named === undefined || next === undefined) return false
  if (findFigures(text.slice(...next)).length === 0) return false
  // What matches is left out, a number in a name as well.
  const rest = [...text.slice(...named)].map((character, at) => {
    const place = named[0] + at
    return matches.some(({ range: [start, end] }) => start <= place && place < end) ? '' : character
  })
  const more = rest.join('')
  return lettersOf(more).length < MIN_MORE && !/\d/u.test(more)
}

/** Takes the sentences with these numbers; numbers beyond the passage's mean its first or last one. */
export function takeSentences(
  passage: Passage,
  matches: readonly WeightedRange[],
  numbers: readonly [first: number, last: number],
): Sentence {
  const { sentences } = sentencesOf(passage)
  const within = (number: number): number => Math.max(0, Math.min(number, sentences.length - 1))
  const first = within(numbers[0])
  const last = Math.max(first, within(numbers[1]))
  const range = runOf(sentences, first, last)
  const text = passage.text.slice(...range)
  const inside = matches
    .filter((match) => overlap(match.range, range))
    .map((match) => ({ ...match, range: shift(match.range, range) }))
  return {
    text,
    highlights: mergeRanges([
      ...markWords(
        text,
        inside.map((match) => match.range),
      ),
      ...figuresBeside(text, inside),
    ]),
    range,
    first,
    last,
    count: sentences.length,
  }
}

interface Sentences {
  readonly sentences: readonly Range[]
  /** Which of them is a lead. */
  readonly leads: readonly boolean[]
}

/** A passage is shown as the answer to many questions: of so many at the least its sentences are kept, some 500 bytes each. */
const KEPT_PASSAGES = 1_000

const kept = new RecentMap<Passage, Sentences>(KEPT_PASSAGES)

function sentencesOf(passage: Passage): Sentences {
  return getOrMake(kept, passage, () => {
    const { text, section } = passage
    const sentences = findSentences(text)
    return { sentences, leads: sentences.map((range) => isLead(text.slice(...range), section)) }
  })
}

/** Whether a sentence is the lead that the heading path ends with. */
function isLead(words: string, section: readonly string[]): boolean {
  const lead = lettersOf(section.at(-1) ?? '')
  return lead !== '' && lettersOf(words) === lead
}

function runOf(sentences: readonly Range[], first: number, last: number): Range {
  const [one, other] = [sentences[first], sentences[last]] as [Range, Range]
  return [one[0], other[1]]
}

function isShort(one: Range | undefined, other: Range | undefined): boolean {
  if (one === undefined || other === undefined) return false
  return Math.max(one[1], other[1]) - Math.min(one[0], other[0]) <= MAX_PAIR_UTF16
}

/** The weight of the terms that match inside, each once. */
function weigh(matches: readonly WeightedRange[], [from, to]: Range): number {
  const best = new Map<number, number>()
  for (const { range, weight, term } of matches) {
    const seen = Math.max(0, Math.min(range[1], to) - Math.max(range[0], from)) / (range[1] - range[0])
    best.set(term, Math.max(best.get(term) ?? 0, seen * weight))
  }
  return [...best.values()].reduce((sum, weight) => sum + weight, 0)
}

/** The figures of the clauses that speak of the question: 旅游收入 is what is asked about, 56.4亿元 is what is wanted. */
function figuresBeside(text: string, matches: readonly WeightedRange[]): Range[] {
  const clauses = findClauses(text)
  const worth = clauses.map((clause) => weigh(matches, clause))
  const least = Math.max(...worth) * CLAUSE_SHARE
  if (least <= 0) return []
  return findFigures(text).filter(
    ([start, end]) =>
      // A number without a unit counts something else: 14. of a list.
      /[^\d.,，．]/u.test(text.slice(start, end)) &&
      clauses.some(([from, to], at) => start >= from && start < to && (worth[at] as number) >= least),
  )
}

function findClauses(text: string): Range[] {
  const clauses: Range[] = []
  let start = 0
  for (const { index, 0: mark } of text.matchAll(/[，；：、。]|,(?!\d)/gu)) {
    clauses.push([start, index])
    start = index + mark.length
  }
  return [...clauses, [start, text.length]]
}

function shift([start, end]: Range, [from, to]: Range): Range {
  return [Math.max(start, from) - from, Math.min(end, to) - from]
}
