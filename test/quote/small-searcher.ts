/** Turns report files into a Searcher: the product's, or one that ranks by shared pairs of characters, enough for tests of what is made of its hits. */
import { parseReport } from '../../src/corpus/parse-report.ts'
import type { Report } from '../../src/corpus/report.ts'
import type { Backend, Candidate, Catalog, ReportSummary } from '../../src/search/backend.ts'
import { createMiniSearchBackend } from '../../src/search/embedded/backend.ts'
import type { Query } from '../../src/search/query/query.ts'
import { createSearcher, type Hit, type Searcher } from '../../src/search/searcher.ts'
import { readVocabulary } from '../../src/search/vocabulary.ts'
import { foldPhrase } from '../../src/text/normalizer.ts'

export function report(id: string, fields: Readonly<Record<string, string | number>>, body: string): Report {
  const front = { title: '政府工作报告', place: '云岭县', year: 2024, ...fields }
  const lines = Object.entries(front).map(([name, value]) => `${name}: ${JSON.stringify(value)}`)
  const parsed = parseReport(id, ['---', ...lines, '---', '', body].join('\n'))
  if (parsed.report === undefined)
    throw new Error(parsed.faults.map((fault) => `${fault.line}: ${fault.message}`).join('\n'))
  return parsed.report
}

/** The searcher of the product over these reports. */
export async function openReports(...reports: readonly Report[]): Promise<Searcher> {
  return createSearcher(createMiniSearchBackend(reports), await readVocabulary())
}

export function smallSearcher(reports: readonly Report[]): Searcher {
  const all: Candidate[] = reports.flatMap((one) =>
    one.passages.map((passage) => ({ passage, report: summary(one), score: 0 })),
  )
  const catalog: Catalog = { reports: reports.map(summary), passages: all.length, version: 'small' }
  const findReport = async (id: string) => reports.find((one) => one.id === id) ?? null
  const findPassage = async (id: string) => all.find(({ passage }) => passage.id === id) ?? null
  const backend: Backend = {
    name: 'minisearch',
    search: async ({ phrases, limit, filters }) => {
      const candidates = all.filter(
        ({ passage, report: { id } }) =>
          (filters.reports.length === 0 || filters.reports.includes(id)) &&
          phrases.every((phrase) => foldPhrase(passage.text).includes(phrase)),
      )
      const counts = catalog.reports.flatMap((one) => {
        const count = candidates.filter(({ report: { id } }) => id === one.id).length
        return count === 0 ? [] : [{ report: one, count }]
      })
      return { total: candidates.length, counts, candidates: candidates.slice(0, limit) }
    },
    figures: async () => [],
    catalog: async () => catalog,
    frequencies: async (terms) => terms.map(() => 0),
    mentions: async () => [],
    report: findReport,
    passage: findPassage,
    isReady: async () => true,
    close: async () => {},
  }
  return {
    backend,
    search: async (typed, { limit = 5, offset = 0 } = {}) => {
      const [, only, text = typed] = /^报告:(\S+) (.*)$/su.exec(typed) ?? []
      const hits = all
        .filter(({ report: { id } }) => only === undefined || id === only)
        .map((candidate) => matchPairs(candidate, text))
        .filter(
          (hit) => hit.score > 0 && phrasesOf(text).every((phrase) => hit.passage.text.includes(phrase)),
        )
        .sort((a, b) => b.score - a.score)
      const page = hits.slice(offset, offset + limit)
      return {
        query: queryOf(text),
        match: hits.length > 0 ? 'strong' : 'none',
        total: hits.length,
        hits: page,
        reports: [],
        suggestions: [],
      }
    },
    read: async (text) => queryOf(text),
    // It ranks nothing, and has no plan of a question.
    explain: async (text) => ({ query: queryOf(text), match: 'none', plan: null as never, ranked: [] }),
    wordings: () => [],
    catalog: async () => catalog,
    report: findReport,
    passage: findPassage,
  }
}

function summary(one: Report): ReportSummary {
  const { sections: _sections, passages, ...meta } = one
  return { ...meta, passages: passages.length, characters: 0 }
}

function matchPairs(candidate: Candidate, text: string): Hit {
  const wanted = foldPhrase(text)
  const pairs = new Set(
    Array.from({ length: Math.max(0, wanted.length - 1) }, (_, at) => wanted.slice(at, at + 2)),
  )
  const matches = [...pairs].flatMap((pair, term) => {
    const at = candidate.passage.text.indexOf(pair)
    return at < 0 ? [] : [{ range: [at, at + 2] as const, weight: 1, term }]
  })
  return {
    ...candidate,
    score:
      matches.length + [...pairs].filter((pair) => candidate.passage.section.join().includes(pair)).length,
    matches: matches.sort((a, b) => a.range[0] - b.range[0]),
  }
}

/** An exact phrase is a text in “ ” from end to end. */
function phrasesOf(text: string): string[] {
  const phrase = /^“([^“”]+)”$/u.exec(text)?.[1]
  return phrase === undefined ? [] : [phrase]
}

function queryOf(text: string): Query {
  return {
    text,
    terms: text,
    phrases: phrasesOf(text),
    excluded: [],
    filters: { places: [], years: [], levels: [], reports: [], congresses: [] },
    preferences: { places: [], years: [], newest: [], aspect: null, isNational: false },
    foreign: [],
    named: [],
    group: null,
    speakers: [],
    intent: null,
    part: null,
    faults: [],
  }
}
