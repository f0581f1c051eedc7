/** Reports in, their index out, laid out flat: MiniSearch counts the terms, and what phrases and years need lies beside. */
import type { Report } from '../../corpus/report.ts'
import type { Figure } from '../../figures/figure.ts'
import { readFigures } from '../../figures/read-figures.ts'
import { layOutFigures } from '../../figures/table.ts'
import { foldPhrase } from '../../text/normalizer.ts'
import { passageYears } from '../indexing/aspect.ts'
import { FIELDS, passageFields } from '../indexing/fields.ts'
import type { SavedIndex } from './file.ts'
import { layOutTexts } from './folded-texts.ts'
import { TermCounter } from './term-counter.ts'

/** Builds the index. Passages are numbered in the order of report ids and paragraphs, so a lower number wins a tie. */
export function buildIndex(reports: readonly Report[]): SavedIndex {
  const sorted = [...reports].sort((a, b) => (a.id < b.id ? -1 : 1))
  const counter = new TermCounter(FIELDS)
  const texts: string[] = []
  const years: number[] = []
  const yearStarts: number[] = [0]
  const figures: (readonly Figure[])[] = []
  for (const report of sorted) {
    const stated = readFigures(report)
    let next = 0
    for (const passage of report.passages) {
      counter.add(passageFields(passage))
      texts.push(foldPhrase(passage.text))
      years.push(...passageYears(passage, report))
      yearStarts.push(years.length)
      // They come in reading order.
      const first = next
      while (stated[next]?.passage === passage.id) next++
      figures.push(stated.slice(first, next))
    }
  }
  return {
    arrays: {
      ...counter.finish(),
      ...layOutTexts(texts),
      ...layOutFigures(figures),
      years: Uint16Array.from(years),
      yearStarts: Uint32Array.from(yearStarts),
    },
    reports: sorted,
  }
}
