/** Turns the configuration into a searcher over the corpus, with the faults of the report files: what every command that searches begins with. */
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { SearchConfig } from '../config.ts'
import { CorpusError, type CorpusFault, formatFault } from '../corpus/read-corpus.ts'
import type { Report } from '../corpus/report.ts'
import type { Backend } from '../search/backend.ts'
import { createSearcher, type Searcher } from '../search/searcher.ts'
import { readVocabulary, type Vocabulary } from '../search/vocabulary.ts'
import { lookAtCorpus } from './corpus-fingerprint.ts'
import { type OpenedIndex, openIndex, type UpdateThread } from './open-index.ts'

export interface OpenedSearch {
  readonly searcher: Searcher
  /** The reports in the index, where it lives in this process. */
  readonly reports: readonly Report[]
  /** What is wrong with report files; they are not in the index, unless an earlier state of them is. */
  readonly faults: readonly CorpusFault[]
  /** Names everything that it was made of; null for a cluster, which knows that itself. */
  readonly fingerprint: string | null
  /** The index itself, where it lives in this process. */
  readonly opened: OpenedIndex | null
  readonly vocabulary: Vocabulary
  close(): Promise<void>
}

export interface OpenOptions {
  /** What was open before: a report whose file is broken now keeps the state that it had there. */
  readonly previous?: OpenedSearch
  /** The thread in which to update what was open before, which goes on answering. Default this one. */
  readonly thread?: UpdateThread
  /** Open a folder without a single usable report, too. Default false. */
  readonly mayBeEmpty?: boolean
}

/**
 * Opens the corpus (or connects to the cluster that holds it). What was open before comes back when nothing has changed since.
 *
 * @throws CorpusError when the folder cannot be read or holds no usable report, VocabularyError when the operator's synonyms are at fault.
 */
export async function openSearch(config: SearchConfig, options: OpenOptions = {}): Promise<OpenedSearch> {
  if (config.searchBackend === 'opensearch')
    return connected(await connectOpenSearch(config), await readVocabulary(config.synonymsFile ?? undefined))
  const { previous } = options
  const state = await lookAtCorpus(config.corpusDir)
  const ofSynonyms = await hashFile(config.synonymsFile)
  const fingerprint = `${state.fingerprint} ${ofSynonyms}`
  if (previous?.fingerprint === fingerprint) return previous
  // Parsing the word lists holds the event loop for tens of milliseconds.
  const vocabulary =
    previous?.fingerprint?.endsWith(` ${ofSynonyms}`) === true
      ? previous.vocabulary
      : await readVocabulary(config.synonymsFile ?? undefined)
  const { openMiniSearchBackend } = await import('../search/embedded/backend.ts')
  const opened = await openIndex(config.corpusDir, {
    state,
    ...(options.thread !== undefined && { thread: options.thread }),
    ...(previous?.opened != null && { earlier: previous.opened }),
  })
  const { index, faults } = opened
  const { reports } = index
  if (reports.length === 0 && options.mayBeEmpty !== true) throw emptyCorpus(config.corpusDir, faults)
  // Each in a turn of its own, since questions are answered meanwhile.
  await nextTurn()
  const backend = openMiniSearchBackend(index)
  const searcher = createSearcher(backend, vocabulary)
  await nextTurn()
  // The names of its places are made ready here, and not in the turn of the first question.
  if (options.thread !== undefined) await searcher.read('')
  return {
    ...{ searcher, reports, faults, fingerprint, opened, vocabulary },
    async close() {
      await backend.close()
      await opened.saved
    },
  }
}

function connected(backend: Backend, vocabulary: Vocabulary): OpenedSearch {
  return {
    searcher: createSearcher(backend, vocabulary),
    ...{ reports: [], faults: [], fingerprint: null, opened: null, vocabulary },
    close: () => backend.close(),
  }
}

/** Of a file that cannot be read the vocabulary says what is wrong. */
async function hashFile(file: string | null): Promise<string> {
  const bytes = file === null ? null : await readFile(file).catch(() => null)
  return bytes === null ? '' : createHash('sha256').update(bytes).digest('hex')
}

/** The line for a folder that is there but answers nothing. */
export function emptyCorpus(folder: string, faults: readonly CorpusFault[]): CorpusError {
  const [first] = faults
  const what =
    first === undefined ? 'holds no report file' : `holds no usable report file (${formatFault(first)})`
  return new CorpusError(
    `corpus folder ${folder}: ${what}; make one with yinju import FILE, or set CORPUS_DIR (--corpus) to another folder`,
  )
}

/** Loaded only here: the cluster's client is larger than all the rest of a command together. */
async function connectOpenSearch(config: SearchConfig): Promise<Backend> {
  const { createOpenSearchBackend } = await import('../search/opensearch/client.ts')
  return createOpenSearchBackend({
    url: config.opensearchUrl ?? '',
    caFile: config.opensearchCa,
    timeoutMs: config.opensearchTimeoutMs,
    index: config.opensearchIndex,
  })
}
