/** Turns the name of a corpus into its reports: report files of folders, or passages made up from them. */

import type { Passage, Report } from '../../src/corpus/report.ts'
import { readCorpus } from '../read-corpus.ts'
import { syntheticReports } from './synthetic.ts'

export type CorpusName =
  | { readonly kind: 'folders'; readonly folders: readonly string[] }
  /** Passages recombined from the reports of a folder. */
  | { readonly kind: 'synthetic'; readonly seeds: string; readonly passages: number }

/** A passage with what stands above it, as an engine gets it that knows nothing of reports. */
export interface HeadedPassage {
  readonly text: string
  /** Its heading path. */
  readonly section: readonly string[]
  /** Place, year and title of its report. */
  readonly title: string
}

/** Reads or makes the reports, in the order of their ids: a passage's number is its place among all. */
export async function openCorpus(name: CorpusName): Promise<readonly Report[]> {
  if (name.kind === 'synthetic')
    return [...syntheticReports((await readCorpus(name.seeds)).reports, name.passages)]
  const read = await Promise.all(name.folders.map((folder) => readCorpus(folder)))
  // A report that stands in two of the folders is taken from the first.
  const byId = new Map(read.reverse().flatMap(({ reports }) => reports.map((report) => [report.id, report])))
  return [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
}

/** All passages, numbered through. */
export function passagesOf(reports: readonly Report[]): readonly Passage[] {
  return reports.flatMap(({ passages }) => passages)
}

export function withHeads(reports: readonly Report[]): HeadedPassage[] {
  return reports.flatMap(({ place, year, title, passages }) =>
    passages.map(({ text, section }) => ({ text, section, title: `${place}${year}年${title}` })),
  )
}
