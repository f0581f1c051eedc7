/** The tools that find: passages, one passage, figures, phrases, and what reports say side by side. */
import type { McpServer } from '@modelcontextprotocol/server'
import { z } from 'zod'
import { answer } from '../answer/answer.ts'
import { citePassage } from '../answer/citation.ts'
import { compare } from '../answer/compare.ts'
import { answerFigures } from '../answer/figures/answer-figures.ts'
import { figuresToJson } from '../answer/figures/json.ts'
import { countPhrase } from '../counts/count.ts'
import { countToJson } from '../counts/json.ts'
import { addTool, loose, passageTitle, passageUrl, readPassage, type Tooling, words } from './tool.ts'

const limit = (most: number, preset: number): z.ZodDefault<z.ZodInt> =>
  z.int().min(1).max(most).default(preset).describe('How many at the most')

const SEARCH_HITS = 10

export function addFindingTools(server: McpServer, tooling: Tooling): void {
  addSearch(server, tooling)
  addFetch(server, tooling)
  addFindFigures(server, tooling)
  addCountPhrase(server, tooling)
  addCompare(server, tooling)
}

function addSearch(server: McpServer, tooling: Tooling): void {
  addTool(server, {
    name: 'search',
    title: 'Search the reports',
    description:
      'Finds passages of Chinese government work reports by keywords, a question, or an exact phrase in “…”, with filters such as 地区:昭苏县 年份:2024. Returns ids; fetch gives the words.',
    input: z.object({ query: words('Chinese words or a question; name place and year where you know them') }),
    output: z.object({
      results: z.array(z.object({ id: z.string(), title: z.string(), url: z.string() })),
      match: z.enum(['strong', 'weak', 'none']).describe('weak: nothing answers directly; say so'),
    }),
    call: async ({ query }) => {
      const { match, hits } = await answer(tooling.searcher(), query, { limit: SEARCH_HITS })
      return {
        results: hits.map(({ passage, report }) => ({
          id: passage.id,
          title: passageTitle(passage, report),
          url: passageUrl(tooling, passage.id),
        })),
        match,
      }
    },
  })
}

function addFetch(server: McpServer, tooling: Tooling): void {
  addTool(server, {
    name: 'fetch',
    title: 'Fetch a passage',
    description:
      'The whole text of one passage by its id, word for word, with its citation. Quote from it exactly.',
    input: z.object({ id: z.string().min(1).describe('The id of a passage, as search gives it') }),
    output: z.object({
      id: z.string(),
      title: z.string(),
      text: z.string(),
      url: z.string(),
      metadata: loose,
    }),
    call: async ({ id }) => {
      const { passage, report } = await readPassage(tooling, id)
      return {
        id: passage.id,
        title: passageTitle(passage, report),
        text: passage.text,
        url: passageUrl(tooling, passage.id),
        metadata: {
          citation: citePassage(passage, report),
          report: report.id,
          place: report.place,
          year: report.year,
          date: report.date,
          speaker: report.speaker,
          section: passage.section,
          paragraph: passage.paragraph,
        },
      }
    },
  })
}

function addFindFigures(server: McpServer, { searcher }: Tooling): void {
  addTool(server, {
    name: 'find_figures',
    title: 'Find figures',
    description:
      'What the reports state in figures for a question such as 伊宁市2022年旅游收入多少, 各县旅游收入对比 or 昭苏县2025年GDP目标. Each row has place, year, kind (actual = result, target), value or change as printed, the quote and its citation. absent: reports asked about that do not state it.',
    input: z.object({ question: words('A question for figures, in Chinese'), limit: limit(60, 20) }),
    output: z.object({
      question: z.string(),
      indicator: z.string().nullable(),
      rows: z.array(loose),
      absent: z.array(loose),
    }),
    call: async ({ question, limit: most }) => ({
      question,
      ...figuresToJson(await answerFigures(searcher(), question), most),
    }),
  })
}

function addCountPhrase(server: McpServer, { searcher }: Tooling): void {
  addTool(server, {
    name: 'count_phrase',
    title: 'Count a phrase',
    description:
      'How often each report says a phrase, exactly; which reports never say it; the first by date. For “who mentions X”, “since when”.',
    input: z.object({ phrase: words('The phrase, without quotation marks'), limit: limit(200, 100) }),
    output: z.object({
      phrase: z.string(),
      total: z.int(),
      reports: z.array(loose),
      without: z.array(z.string()),
      first: loose.nullable(),
      reports_in_all: z.int(),
      without_in_all: z.int(),
    }),
    call: async ({ phrase, limit: most }) => {
      const count = countToJson(await countPhrase(searcher().backend, phrase)) as {
        readonly reports: readonly object[]
        readonly without: readonly string[]
      }
      return {
        ...count,
        reports: count.reports.slice(0, most),
        without: count.without.slice(0, most),
        reports_in_all: count.reports.length,
        without_in_all: count.without.length,
      }
    },
  })
}

function addCompare(server: McpServer, { searcher }: Tooling): void {
  addTool(server, {
    name: 'compare',
    title: 'Compare reports',
    description:
      'The passage of each report that says most about the words, side by side. For figures use find_figures.',
    input: z.object({ words: words('What to compare, for example 援疆资金'), limit: limit(40, 15) }),
    output: z.looseObject({
      match: z.enum(['strong', 'weak', 'none']),
      passages: z.array(loose),
      in_all: z.int(),
    }),
    call: async ({ words: compared, limit: most }) => {
      const { match, isSaid, hits, without } = await compare(searcher(), compared)
      return {
        match,
        is_said: isSaid,
        passages: hits.slice(0, most).map(({ passage, report, snippet, citation }) => ({
          id: passage.id,
          place: report.place,
          year: report.year,
          snippet: snippet.text,
          citation,
        })),
        in_all: hits.length,
        without: without.map(({ id }) => id),
      }
    },
  })
}
