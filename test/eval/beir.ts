/** Turns a folder in BEIR format (corpus.jsonl, queries.jsonl, qrels/*.tsv) into one-passage reports, and how their questions are answered. */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Report } from '../../src/corpus/report.ts'
import type { Searcher } from '../../src/search/searcher.ts'
import { makeMeta } from '../made-meta.ts'
import type { Outcome } from './metrics.ts'

export interface BeirQuestion {
  readonly id: string
  readonly text: string
  /** Ids of the texts that answer. */
  readonly relevant: ReadonlySet<string>
}

export interface BeirCollection {
  readonly reports: readonly Report[]
  readonly questions: readonly BeirQuestion[]
}

/** Reads the collection; of several judgement files the one named test, or else the first. */
export async function readBeir(folder: string): Promise<BeirCollection> {
  const texts = await readLines(join(folder, 'corpus.jsonl'))
  const queries = await readLines(join(folder, 'queries.jsonl'))
  const files = (await readdir(join(folder, 'qrels'))).filter((name) => name.endsWith('.tsv')).sort()
  const judged = files.includes('test.tsv') ? 'test.tsv' : (files[0] ?? 'test.tsv')
  const relevant = new Map<string, Set<string>>()
  for (const line of (await readFile(join(folder, 'qrels', judged), 'utf8')).split('\n').slice(1)) {
    const [query, text, score] = line.trim().split('\t')
    if (query === undefined || text === undefined || Number(score) <= 0) continue
    relevant.set(query, (relevant.get(query) ?? new Set()).add(text))
  }
  return {
    reports: texts.map(({ _id, title, text }) => onePassageReport(_id, title ?? '', text)),
    questions: queries.flatMap(({ _id, text }) => {
      const answers = relevant.get(_id)
      return answers === undefined ? [] : [{ id: _id, text, relevant: answers }]
    }),
  }
}

interface BeirLine {
  readonly _id: string
  readonly title?: string
  readonly text: string
}

async function readLines(file: string): Promise<BeirLine[]> {
  const lines = (await readFile(file, 'utf8')).split('\n').filter((line) => line !== '')
  return lines.map((line) => JSON.parse(line) as BeirLine)
}

const ANY_YEAR = 2000

function onePassageReport(id: string, title: string, text: string): Report {
  const section = title === '' ? [] : [title]
  return {
    ...makeMeta({ id, title, level: '', year: ANY_YEAR, reviews: null, plans: null }),
    sections: section.map((heading) => ({ heading, path: section, level: 2, first: 1, last: 1 })),
    passages: [{ id, report: id, paragraph: 1, section, text, page: null }],
  }
}

const DEPTH = 10

export async function runBeir(searcher: Searcher, questions: readonly BeirQuestion[]): Promise<Outcome[]> {
  const outcomes: Outcome[] = []
  for (const { id, text, relevant } of questions) {
    const { hits, match } = await searcher.search(text, { limit: DEPTH })
    outcomes.push({
      id,
      type: 'beir',
      query: text,
      match,
      places: hits.flatMap((hit, index) => (relevant.has(hit.report.id) ? [index + 1] : [])),
      isInSnippet: false,
      isUnanswerable: false,
    })
  }
  return outcomes
}
