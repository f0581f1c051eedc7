/** The configuration in, a searcher over the corpus out, with the faults of the report files: what every command that searches begins with. */
import { basename } from 'node:path'
import type { SearchConfig } from './config.ts'
import { type Corpus, type CorpusFault, readCorpus } from './corpus/read-corpus.ts'
import type { Report } from './corpus/report.ts'
import type { Backend } from './search/backend.ts'
import { createSearcher, type Searcher } from './search/searcher.ts'
import { readVocabulary } from './search/vocabulary.ts'

export interface OpenedSearch {
  readonly searcher: Searcher
  /** The reports in the index, where it lives in this process. */
  readonly reports: readonly Report[]
  /** What is wrong with report files; they are not in the index, unless an earlier state of them is. */
  readonly faults: readonly CorpusFault[]
}

/**
 * Opens the corpus (or connects to the cluster that holds it).
 *
 * @param previous what was open before: a report whose file is broken now keeps the state that it had there.
 * @throws CorpusError when the folder cannot be read, VocabularyError when the operator's synonyms cannot.
 */
export async function openSearch(config: SearchConfig, previous?: OpenedSearch): Promise<OpenedSearch> {
  const vocabulary = await readVocabulary(config.synonymsFile ?? undefined)
  if (config.searchBackend === 'opensearch') {
    return { searcher: createSearcher(await connectOpenSearch(config), vocabulary), reports: [], faults: [] }
  }
  const { createMiniSearchBackend } = await import('./search/minisearch.ts')
  const corpus = await readCorpus(config.corpusDir)
  const reports = withEarlierStates(corpus, previous?.reports ?? [])
  const backend = createMiniSearchBackend(reports)
  return { searcher: createSearcher(backend, vocabulary), reports, faults: corpus.faults }
}

/** Loaded only here: the cluster's client is larger than all the rest of a command together. */
async function connectOpenSearch(config: SearchConfig): Promise<Backend> {
  const { createOpenSearchBackend } = await import('./search/opensearch.ts')
  return createOpenSearchBackend({
    url: config.opensearchUrl ?? '',
    caFile: config.opensearchCa,
    timeoutMs: config.opensearchTimeoutMs,
    index: config.opensearchIndex,
  })
}

function withEarlierStates({ reports, faults }: Corpus, earlier: readonly Report[]): Report[] {
  const broken = new Set(faults.map(({ file }) => basename(file, '.md')))
  return [...reports, ...earlier.filter(({ id }) => broken.has(id))].sort((a, b) => (a.id < b.id ? -1 : 1))
}
