import { describe, expect, it, vi } from 'vitest'
import { answer } from '../../../src/answer/answer.ts'
import { openMiniSearchBackend } from '../../../src/search/embedded/backend.ts'
import { buildIndex } from '../../../src/search/embedded/builder.ts'
import { FrozenIndex } from '../../../src/search/embedded/scorer.ts'
import { BM25, COORDINATION } from '../../../src/search/indexing/bm25.ts'
import { FIELD_BOOST, FIELDS } from '../../../src/search/indexing/fields.ts'
import { asOneQuestion } from '../../../src/search/question-time.ts'
import { createSearcher } from '../../../src/search/searcher.ts'
import { readVocabulary } from '../../../src/search/vocabulary.ts'
import { visitTerms } from '../../../src/text/analyzer.ts'
import { makeQuestions } from '../../bench/questions.ts'
import { syntheticReports } from '../../bench/synthetic.ts'
import { readFiveReports } from '../../five-reports.ts'

const PASSAGES = 2_000

const reports = await readFiveReports()
const index = buildIndex([...syntheticReports(reports, PASSAGES)])

/**
 * Postings a question may read, as a multiple of the passages. Work is counted, not timed, so that a slip shows on a
 * machine as noisy as it likes. Raise a bound only together with a measured gain in quality.
 */
const MOST_POSTINGS_A_PASSAGE = { keyword: 1.9, question: 2.2, quote: 6.2 } as const

/** Searches of the index that a whole answer may ask for, and characters that it may cut into words. */
const MOST_SEARCHES = { keyword: 1.2, question: 1.6, quote: 6.8 } as const
const MOST_CUT_UTF16 = { keyword: 60, question: 120, quote: 250 } as const

/** Strings are what counting terms costs: nearly all terms are counted as numbers. */
const MOST_STRINGS_A_TERM = 0.05

describe('the work of a build', () => {
  it('stays within its bound of strings made of terms', () => {
    const made = { short: 0, long: 0 }
    const visitor = { short: () => made.short++, long: () => made.long++ }
    for (const { text } of reports.flatMap(({ passages }) => passages)) visitTerms(text, visitor)
    expect(made.long / (made.short + made.long)).toBeLessThan(MOST_STRINGS_A_TERM)
    expect(made.long).toBeGreaterThan(0)
  })
})

describe('the work of a whole answer', () => {
  it('stays within its bounds of searches and of characters cut into words', async () => {
    const backend = openMiniSearchBackend(index)
    const search = vi.spyOn(backend, 'search')
    const segment = vi.spyOn(Intl.Segmenter.prototype, 'segment')
    const searcher = createSearcher(backend, await readVocabulary())
    const texts = index.reports.flatMap((report) => report.passages.map(({ text }) => text))
    const questions = makeQuestions(texts, 20)
    for (const kind of ['keyword', 'question', 'quote'] as const) {
      search.mockClear()
      segment.mockClear()
      const ofKind = questions.filter((question) => question.kind === kind)
      for (const { text } of ofKind) await asOneQuestion(async () => await answer(searcher, text))
      const searches = search.mock.calls.length / ofKind.length
      const cut = segment.mock.calls.reduce((sum, [text]) => sum + text.length, 0) / ofKind.length
      expect(searches, `searches a ${kind} asks for`).toBeLessThan(MOST_SEARCHES[kind])
      expect(cut, `characters that a ${kind} cuts into words`).toBeLessThan(MOST_CUT_UTF16[kind])
      expect(Math.min(searches, cut)).toBeGreaterThan(0)
    }
    segment.mockRestore()
  })
})

describe('what a question found', () => {
  it('is asked for once within the question, and again by the next one', async () => {
    const backend = openMiniSearchBackend(index)
    const search = vi.spyOn(backend, 'search')
    const searcher = createSearcher(backend, await readVocabulary())
    const twice = async () => {
      await searcher.search('旅游收入')
      await searcher.search('旅游收入')
    }
    await asOneQuestion(twice)
    const once = search.mock.calls.length
    await asOneQuestion(twice)
    expect(search.mock.calls.length).toBe(2 * once)
    await twice()
    expect(search.mock.calls.length).toBe(4 * once)
  })

  it('is answered once, the page as it comes by default and as it is asked for alike', async () => {
    const searcher = createSearcher(openMiniSearchBackend(index), await readVocabulary())
    const ask = async () => [
      await answer(searcher, '旅游收入'),
      await answer(searcher, '旅游收入', { limit: 5 }),
    ]
    const [first, second] = await asOneQuestion(ask)
    expect(second).toBe(first)
    expect((await asOneQuestion(ask))[0]).not.toBe(first)
  })
})

describe('what words find', () => {
  it('is counted by report for no one, and what holds a phrase is', async () => {
    const { search, ...rest } = openMiniSearchBackend(index)
    let counted = 0
    const counting: typeof search = async (request) => {
      const found = await search(request)
      const { total, candidates } = found
      return {
        total,
        candidates,
        get counts() {
          counted++
          return found.counts
        },
      }
    }
    const searcher = createSearcher({ ...rest, search: counting }, await readVocabulary())
    for (const question of ['旅游收入', '今年新建学校', '耕地面积多少']) await answer(searcher, question)
    expect(counted).toBe(0)
    await searcher.search('“乡村振兴”')
    expect(counted).toBe(1)
  })
})

describe('a phrase in marks', () => {
  it('is looked for in the texts once, though its quote is checked as well', async () => {
    const searcher = createSearcher(openMiniSearchBackend(index), await readVocabulary())
    const lookedFor = vi.spyOn(FrozenIndex.prototype, 'documentsWith')
    const { quote } = await asOneQuestion(async () => await answer(searcher, '“乡村振兴战略”'))
    expect(quote).not.toBeNull()
    expect(lookedFor).toHaveBeenCalledTimes(1)
    lookedFor.mockRestore()
  })
})

describe('the work of a search', () => {
  it('stays within its bounds of postings read', async () => {
    const frozen = new FrozenIndex(FIELDS, index.arrays)
    const searcher = createSearcher(openMiniSearchBackend(index), await readVocabulary())
    const texts = index.reports.flatMap((report) => report.passages.map(({ text }) => text))
    const questions = makeQuestions(texts, 40)
    for (const [kind, most] of Object.entries(MOST_POSTINGS_A_PASSAGE)) {
      let read = 0
      const ofKind = questions.filter((question) => question.kind === kind)
      for (const { text } of ofKind) {
        const { plan } = await searcher.explain(text)
        const terms = plan.groups.flatMap((group, number) =>
          group.terms.map(({ term, weight }) => ({ term, weight, group: number })),
        )
        const query = { terms, boost: FIELD_BOOST, bm25: BM25, coordination: COORDINATION, limit: 50 }
        read += frozen.search(query).postingsRead
      }
      const share = read / ofKind.length / PASSAGES
      expect(share, `postings a ${kind} reads for each passage of the corpus`).toBeLessThan(most)
      expect(share).toBeGreaterThan(0)
    }
  })
})
