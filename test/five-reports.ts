/** The five reports that the project comes with, read once a process: test files that share one share these too, and change nothing of them. */

import type { Report } from '../src/corpus/report.ts'
import { createMiniSearchBackend } from '../src/search/embedded/backend.ts'
import { createSearcher, type Searcher } from '../src/search/searcher.ts'
import { readVocabulary } from '../src/search/vocabulary.ts'
import { readCorpus } from './read-corpus.ts'

let reports: Promise<readonly Report[]> | null = null
let searcher: Promise<Searcher> | null = null

export function readFiveReports(): Promise<readonly Report[]> {
  reports ??= read()
  return reports
}

export function openFiveReports(): Promise<Searcher> {
  searcher ??= open()
  return searcher
}

async function read(): Promise<readonly Report[]> {
  const { reports: all, faults } = await readCorpus(new URL('../corpus', import.meta.url).pathname)
  if (faults.length > 0) throw new Error(JSON.stringify(faults))
  return all
}

async function open(): Promise<Searcher> {
  return createSearcher(createMiniSearchBackend(await readFiveReports()), await readVocabulary())
}
