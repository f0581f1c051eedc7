/** Reports in, yinju's own engine out, by the very steps of a start: built and saved, then loaded from the file. */
import { stat } from 'node:fs/promises'
import { openMiniSearchBackend } from '../../src/search/embedded/backend.ts'
import { buildIndex } from '../../src/search/embedded/builder.ts'
import {
  encodeIndex,
  readIndexFile,
  type SavedIndex,
  writeIndexFile,
} from '../../src/search/embedded/file.ts'
import { createSearcher, type Searcher } from '../../src/search/searcher.ts'
import { readVocabulary } from '../../src/search/vocabulary.ts'
import { type CorpusName, openCorpus, passagesOf } from './corpora.ts'
import { type Engine, OURS } from './engine.ts'
import { megabytes } from './memory.ts'

/** Stands for what the index depends on; here it never goes stale. */
const FINGERPRINT = 'bench'

export interface BuildFigures {
  readonly reports: number
  readonly passages: number
  /** From reports in memory to a file that is safely on disk. */
  readonly buildMs: number
  readonly buildPeakMb: number
  readonly fileMb: number
}

export interface Opened {
  readonly searcher: Searcher
  readonly saved: SavedIndex
  readonly loadMs: number
}

export interface BuildTask {
  readonly corpus: CorpusName
  /** Where the index goes. */
  readonly path: string
}

/** Builds the index of a corpus and saves it. */
export async function buildOurs({ corpus, path }: BuildTask): Promise<BuildFigures> {
  const reports = await openCorpus(corpus)
  const start = performance.now()
  await writeIndexFile(path, encodeIndex(buildIndex(reports), FINGERPRINT))
  const buildMs = performance.now() - start
  return {
    reports: reports.length,
    passages: passagesOf(reports).length,
    buildMs,
    buildPeakMb: process.resourceUsage().maxRSS / 1_024,
    fileMb: megabytes((await stat(path)).size),
  }
}

/** Opens the saved index, ready to answer. @throws when the file is not what buildOurs wrote. */
export async function openOurs(path: string): Promise<Opened> {
  // Synonyms and place names are the same for any corpus, and so is the time they take: 30 ms, apart from the index.
  const vocabulary = await readVocabulary()
  const start = performance.now()
  const { index } = await readIndexFile(path, FINGERPRINT)
  if (index === undefined) throw new Error('the index just written cannot be read')
  const searcher = createSearcher(openMiniSearchBackend(index), vocabulary)
  return { searcher, saved: index, loadMs: performance.now() - start }
}

/** Yinju's search among its peers: passages by their numbers. */
export function asEngine({ searcher, saved }: Opened): Engine {
  const numberOf = new Map(passagesOf(saved.reports).map(({ id }, number) => [id, number]))
  return {
    name: OURS,
    keepsTexts: true,
    search: async (query, limit) => {
      const { hits } = await searcher.search(query, { limit })
      return hits.map(({ passage }) => numberOf.get(passage.id) ?? -1)
    },
  }
}
