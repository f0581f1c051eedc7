/** Synonyms in Solr's text format in, a table out that finds the words of a query that have synonyms, with their alternatives. */
import { foldText } from './normalizer.ts'
import { makeOpenings } from './openings.ts'

/** A line of a synonyms file that cannot be used. */
export interface SynonymFault {
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
  readonly faults: readonly SynonymFault[]
}

/**
 * Reads `a, b, c` (equivalent) and `a => b, c` (directed) lines; `#` begins a comment, `\` keeps the next character.
 * A word on the left of a directed rule stays a term of the query.
 */
export function parseSynonyms(text: string): ParsedSynonyms {
  const table = new Map<string, Set<string>>()
  const faults: SynonymFault[] = []
  const relate = (from: string, to: string): void => {
    if (from === to) return
    const known = table.get(from)
    if (known === undefined) table.set(from, new Set([to]))
    else known.add(to)
  }
  text.split(/\r\n|\n|\r/).forEach((line, index) => {
    const rule = line.replace(/(?<!\\)#.*$/, '').trim()
    if (rule === '') return
    const sides = rule.split(/(?<!\\)=>/)
    const [left, right] = [words(sides[0] ?? ''), words(sides[1] ?? '')]
    if (
      sides.length > 2 ||
      left.length === 0 ||
      (sides.length === 2 ? right.length === 0 : left.length < 2)
    ) {
      faults.push({ line: index + 1, message: `${rule}: is no rule; write “a, b” or “a => b”` })
      return
    }
    for (const from of left) for (const to of sides.length === 2 ? right : left) relate(from, to)
  })
  return { synonyms: makeTable(table), faults }
}

function words(side: string): string[] {
  return side
    .split(/(?<!\\),/)
    .map((word) => foldText(word.replace(/\\(.)/g, '$1')).trim())
    .filter((word) => word !== '')
}

function makeTable(related: ReadonlyMap<string, ReadonlySet<string>>): Synonyms {
  const table = new Map(Array.from(related, ([word, others]) => [word, [...others]]))
  const longestFrom = makeOpenings(table.keys())
  return {
    find: (folded) => {
      const matches: SynonymMatch[] = []
      for (let start = 0; start < folded.length; ) {
        const match = longestAt(table, folded, { start, longest: longestFrom(folded, start) })
        if (match !== null) matches.push(match)
        start = match === null ? start + 1 : match.end
      }
      return matches
    },
  }
}

function longestAt(
  table: ReadonlyMap<string, readonly string[]>,
  folded: string,
  { start, longest }: { readonly start: number; readonly longest: number },
): SynonymMatch | null {
  for (let end = Math.min(folded.length, start + longest); end > start; end--) {
    const alternatives = table.get(folded.slice(start, end))
    if (alternatives !== undefined && isWhole(folded, start, end)) return { start, end, alternatives }
  }
  return null
}

/** A Latin word or a figure counts only as a whole: no GDP in gdpr. */
function isWhole(folded: string, start: number, end: number): boolean {
  return (
    !/^[a-z0-9]{2}$/.test(folded.slice(start - 1, start + 1)) &&
    !/^[a-z0-9]{2}$/.test(folded.slice(end - 1, end + 1))
  )
}
