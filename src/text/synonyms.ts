/** Turns synonyms in Solr's text format into a table that finds the words of a query that have synonyms, with their alternatives. */

import { getOrMake } from './maps.ts'
import { foldText } from './normalizer.ts'
import { isWholeAt } from './occurrences.ts'
import { WordTree } from './word-tree.ts'

/** A line of a synonyms file that cannot be used. */
interface SynonymFault {
  readonly line: number
  readonly message: string
}

/** A run of the folded query that has synonyms. */
export interface SynonymMatch {
  /** `[start, end)` in the folded query. */
  readonly start: number
  readonly end: number
  /** Folded; without the run itself. The same list at every find. */
  readonly alternatives: readonly string[]
}

export interface Synonyms {
  /** The longest runs that have synonyms, from left to right, none overlapping another. */
  find(folded: string): SynonymMatch[]
}

export interface ParsedSynonyms {
  readonly synonyms: Synonyms
  /** In the order of the lines. */
  readonly rules: readonly SynonymRule[]
  readonly faults: readonly SynonymFault[]
}

/** A line of the text, folded. Its right side is cut when a query first needs it: most rules are never asked for. */
export interface SynonymRule {
  readonly left: readonly string[]
  /** To be cut by wordsOfSide; null in an equivalent group. */
  readonly right: string | null
}

export interface SynonymOptions {
  /** Whether the text is folded already: folding word for word takes most of the time that thousands of rules cost. Default false. */
  readonly isFolded?: boolean
}

const LINE_ENDS = /\r\n|\n|\r/

/**
 * Reads `a, b, c` (equivalent) and `a => b, c` (directed) lines; `#` begins a comment, `\` keeps the next character.
 * A word on the left of a directed rule stays a term of the query.
 */
export function parseSynonyms(text: string, { isFolded = false }: SynonymOptions = {}): ParsedSynonyms {
  const table = new Map<string, readonly SynonymRule[]>()
  const rules: SynonymRule[] = []
  const faults: SynonymFault[] = []
  text.split(LINE_ENDS).forEach((original, index) => {
    const line = isFolded ? original : foldText(original)
    const written = line.replace(/(?<!\\)#.*$/, '').trim()
    if (written === '') return
    const sides = written.split(/(?<!\\)=>/)
    const left = wordsOfSide(sides[0] ?? '')
    const right = sides[1] ?? null
    if (sides.length > 2 || left.length === 0 || (right === null ? left.length < 2 : !/[^,\s]/.test(right))) {
      faults.push({ line: index + 1, message: `${original.trim()}: is no rule; write “a, b” or “a => b”` })
      return
    }
    const own = [{ left, right }]
    rules.push(...own)
    for (const word of left) {
      const known = table.get(word)
      table.set(word, known === undefined ? own : [...known, ...own])
    }
  })
  return { synonyms: makeTable(table), rules, faults }
}

/** What a rule leads to: the words that reports print. */
export function printedBy({ left, right }: SynonymRule): readonly string[] {
  return right === null ? left : wordsOfSide(right)
}

/** The words of one side of a rule. */
export function wordsOfSide(side: string): string[] {
  return side
    .split(/(?<!\\),/)
    .map((word) => word.replace(/\\(.)/g, '$1').trim())
    .filter((word) => word !== '')
}

function makeTable(rules: ReadonlyMap<string, readonly SynonymRule[]>): Synonyms {
  const known = new Map<string, readonly string[]>()
  const alternativesOf = (word: string): readonly string[] =>
    getOrMake(known, word, () =>
      [...new Set(rules.get(word)?.flatMap(printedBy))].filter((other) => other !== word),
    )
  const words = [...rules.keys()]
  const tree = new WordTree(words)
  const wordAt = (folded: string, start: number): string | undefined => {
    let end = folded.length
    for (;;) {
      const word = words[tree.longestAt(folded, start, end)]
      if (word === undefined || isWholeAt(folded, start, start + word.length)) return word
      end = start + word.length - 1
    }
  }
  return {
    find: (folded) => {
      const matches: SynonymMatch[] = []
      for (let start = 0; start < folded.length; ) {
        const word = wordAt(folded, start)
        const end = start + (word?.length ?? 1)
        if (word !== undefined) matches.push({ start, end, alternatives: alternativesOf(word) })
        start = end
      }
      return matches
    },
  }
}
