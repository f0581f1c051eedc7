/** Turns report files into yinju's own engine, by the very steps of a start: built and saved, then loaded from the file. */
import { cp, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { listReportFiles } from '../../src/corpus/read-corpus.ts'
import { type OpenedIndex, openIndex } from '../../src/run/open-index.ts'
import { openMiniSearchBackend } from '../../src/search/embedded/backend.ts'
import type { SavedIndex } from '../../src/search/embedded/pack.ts'
import { createSearcher, type Searcher } from '../../src/search/searcher.ts'
import { readVocabulary } from '../../src/search/vocabulary.ts'
import { readCorpus } from '../read-corpus.ts'
import { type CorpusName, passagesOf } from './corpora.ts'
import { type Engine, OURS } from './engine.ts'
import { megabytes } from './memory.ts'
import { syntheticFiles } from './synthetic.ts'

export interface BuildFigures {
  readonly reports: number
  readonly passages: number
  /** From report files to an index that is safely on disk and open. */
  readonly buildMs: number
  /** The same in processor time, of all threads. */
  readonly buildCpuMs: number
  readonly buildPeakMb: number
  readonly fileMb: number
}

/** One report more in a folder whose index is saved. */
export interface OneMoreFigures {
  /** From the report file to an index with it that is safely on disk and open. */
  readonly ms: number
  /** The same in processor time, of all threads. */
  readonly cpuMs: number
}

export interface Opened {
  readonly searcher: Searcher
  readonly saved: SavedIndex
  readonly loadMs: number
}

export interface BuildTask {
  readonly corpus: CorpusName
  /** The folder where the report files and their index go. */
  readonly path: string
}

/** Builds the index of a corpus and saves it. */
export async function buildOurs({ corpus, path }: BuildTask): Promise<BuildFigures> {
  await layOut(corpus, path)
  const { index, ms, cpuMs } = await openTimed(path)
  return {
    reports: index.reports.length,
    passages: passagesOf(index.reports).length,
    buildMs: ms,
    buildCpuMs: cpuMs,
    buildPeakMb: process.resourceUsage().maxRSS / 1_024,
    fileMb: megabytes((await stat(join(path, '.index', 'minisearch.bin'))).size),
  }
}

/** Adds a report to a folder whose index buildOurs saved, and takes it away again. */
export async function measureOneMore({ path }: { readonly path: string }): Promise<OneMoreFigures> {
  const [name = ''] = await listReportFiles(path)
  const added = join(path, 'one-more.md')
  await writeFile(added, await readFile(join(path, name), 'utf8'))
  const { ms, cpuMs, built } = await openTimed(path)
  if (built.length !== 1) throw new Error(`${built.length} reports were analyzed for one more`)
  await rm(added)
  await openTimed(path)
  return { ms, cpuMs }
}

async function openTimed(path: string): Promise<OneMoreFigures & Pick<OpenedIndex, 'index' | 'built'>> {
  const [start, cpuBefore] = [performance.now(), process.cpuUsage()]
  const { index, built, saved } = await openIndex(path)
  await saved
  const ms = performance.now() - start
  const { user, system } = process.cpuUsage(cpuBefore)
  return { index, built, ms, cpuMs: (user + system) / 1_000 }
}

/** Writes the report files of a corpus into a folder. */
export async function layOut(corpus: CorpusName, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  if (corpus.kind === 'synthetic') {
    const { reports } = await readCorpus(corpus.seeds)
    for (const { id, content } of syntheticFiles(reports, corpus.passages))
      await writeFile(join(folder, `${id}.md`), content)
    return
  }
  // A report that stands in two of the folders is taken from the first.
  for (const from of [...corpus.folders].reverse())
    for (const name of await listReportFiles(from)) await cp(join(from, name), join(folder, name))
}

/** Opens the saved index, ready to answer. @throws when the folder does not hold what buildOurs wrote. */
export async function openOurs(path: string): Promise<Opened> {
  // Synonyms and place names are the same for any corpus, and so is the time they take: 30 ms, apart from the index.
  const vocabulary = await readVocabulary()
  const start = performance.now()
  const { index, built } = await openIndex(path)
  if (built.length > 0) throw new Error('the index just written cannot be read')
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
