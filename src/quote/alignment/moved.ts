/** Turns a comparison into one that tells words which stand elsewhere in the report from words which it does not have. */
import type { Searcher } from '../../search/searcher.ts'
import { findHolders, stretchesOf } from '../candidates.ts'
import { unitsOf } from '../report-units.ts'
import type { DiffPart } from './align.ts'
import type { Differs, Place } from './compare.ts'
import { indexUncut, isMark, trimMarks, type UnitRun, type UnitText, unitText } from './units.ts'

/** Fewer characters than these stand elsewhere by chance; a figure of three is looked for in its own paragraph. */
const MIN_CLAUSE_UNITS = 6
const MIN_FIGURE_UNITS = 3
const MIN_SWAPPED_UNITS = 2
const FIGURE = /[0-9]/u
/** Each costs a search. */
const MAX_CLAUSES = 24
const CLAUSE_END = /[。！!？?；;，,、：:]/u

/** Looks for all that a quote is said to add, first in the paragraphs it is compared with, then in the rest of that report. */
export async function markMoved(searcher: Searcher, found: Differs): Promise<Differs> {
  let left = MAX_CLAUSES
  const diff: DiffPart[] = []
  for (const part of found.diff) {
    if (part.kind !== 'added') {
      diff.push(part)
      continue
    }
    for (const clause of clausesOf(part.text)) {
      const at = left-- > 0 ? await findElsewhere(searcher, clause, found) : null
      diff.push(at === null ? { kind: 'added', text: clause } : { kind: 'moved', text: clause, at })
    }
  }
  return { ...found, diff: joinAdded(diff) }
}

/** Each with the mark that ends it. */
function clausesOf(words: string): string[] {
  const text = unitText(words)
  const clauses: string[] = []
  let from = 0
  for (let unit = 0; unit < text.keys.length; unit++) {
    if (!(CLAUSE_END.test(text.keys[unit] ?? '') && isMark(text, unit))) continue
    const end = text.ends[unit] ?? words.length
    clauses.push(words.slice(from, end))
    from = end
  }
  return [...clauses, words.slice(from)].filter((clause) => clause !== '')
}

async function findElsewhere(searcher: Searcher, clause: string, found: Differs): Promise<Place | null> {
  const text = unitText(clause)
  const words = trimMarks(text, [0, text.keys.length])
  const length = words[1] - words[0]
  const keys = text.keys.slice(...words)
  if (length < MIN_SWAPPED_UNITS) return null
  // 走出去、跑起来 for 跑起来、走出去: what is missing before is added after.
  const swapped = found.diff.some(({ kind, text: other }) => kind === 'missing' && wordsOf(other) === keys)
  if (swapped) return { passage: found.hit.passage, report: found.hit.report }
  const isFigure = FIGURE.test(keys) && length >= MIN_FIGURE_UNITS
  if (!isFigure && length < MIN_CLAUSE_UNITS) return null
  const { report } = found.hit
  const near = found.places.find(({ passage }) => indexUncut(unitsOf(passage.text), keys) >= 0)
  if (near !== undefined) return { passage: near.passage, report }
  if (length < MIN_CLAUSE_UNITS || isOnlyFigure(text, words)) return null
  const { candidates } = await findHolders(searcher, stretchesOf(text, words), [report.id])
  return candidates.find(({ passage }) => indexUncut(unitsOf(passage.text), keys) >= 0) ?? null
}

function wordsOf(words: string): string {
  const text = unitText(words)
  return text.keys.slice(...trimMarks(text, [0, text.keys.length]))
}

/** A figure with its unit stands for other things in other paragraphs. */
function isOnlyFigure(text: UnitText, [start, end]: UnitRun): boolean {
  return /^[0-9.,%]+\p{L}{0,3}$/u.test(text.keys.slice(start, end))
}

function joinAdded(diff: readonly DiffPart[]): DiffPart[] {
  const joined: DiffPart[] = []
  for (const part of diff) {
    const last = joined.at(-1)
    if (last?.kind === 'added' && part.kind === 'added') {
      joined[joined.length - 1] = { kind: 'added', text: last.text + part.text }
    } else joined.push(part)
  }
  return joined
}
