import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client'
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio'
import { Client as FirstClient } from '@modelcontextprotocol/sdk/client/index.js'
import { StdioClientTransport as FirstStdio } from '@modelcontextprotocol/sdk/client/stdio.js'
import { StreamableHTTPClientTransport as FirstHttp } from '@modelcontextprotocol/sdk/client/streamableHttp.js'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answer } from '../../src/answer/answer.ts'
import { verdictToJson } from '../../src/answer/json.ts'
import { makeMcpHandler } from '../../src/mcp/serve.ts'
import { MAX_ANSWER_UTF16 } from '../../src/mcp/tool.ts'
import { verifyText } from '../../src/quote/verify-text.ts'
import type { Searcher } from '../../src/search/searcher.ts'
import { readQuestions } from '../eval/questions.ts'
import { openFiveReports } from '../five-reports.ts'

interface ToolAnswer {
  readonly isError?: boolean
  readonly content: readonly { readonly type: string; readonly text?: string }[]
  readonly structuredContent?: Record<string, unknown>
}

/** What the tests need of a client, whichever generation it is of. */
interface AnyClient {
  callTool(params: { name: string; arguments: Record<string, unknown> }): Promise<unknown>
  listTools(): Promise<{
    tools: { name: string; annotations?: { readOnlyHint?: boolean }; outputSchema?: unknown }[]
  }>
  close(): Promise<void>
}

const ADDRESS = new URL('http://localhost/mcp')
const INFO = { name: 'test', version: '1.0.0' }

let searcher: Searcher
let handler: (request: Request) => Promise<Response>
const errors: unknown[] = []

beforeAll(async () => {
  searcher = await openFiveReports()
  const tooling = { searcher: () => searcher, publicUrl: 'https://example.org/yinju', version: '0.0.0' }
  handler = makeMcpHandler(tooling, (error) => errors.push(error))
})

const direct = (url: string | URL, init?: RequestInit): Promise<Response> => handler(new Request(url, init))

async function connect(generation: 'first' | 'second'): Promise<AnyClient> {
  if (generation === 'first') {
    const client = new FirstClient(INFO)
    await client.connect(new FirstHttp(ADDRESS, { fetch: direct }) as never)
    return client as unknown as AnyClient
  }
  const client = new Client(INFO)
  await client.connect(new StreamableHTTPClientTransport(ADDRESS, { fetch: direct }))
  return client as unknown as AnyClient
}

async function call(client: AnyClient, name: string, input: Record<string, unknown>): Promise<ToolAnswer> {
  return (await client.callTool({ name, arguments: input })) as ToolAnswer
}

/** The object of an answer, the same in its one text item and as structured content. */
function objectOf({ isError, content, structuredContent }: ToolAnswer): Record<string, unknown> {
  expect(isError ?? false, content[0]?.text).toBe(false)
  expect(content).toHaveLength(1)
  const read = JSON.parse(content[0]?.text ?? '') as Record<string, unknown>
  expect(structuredContent).toEqual(read)
  return read
}

describe.each(['first', 'second'] as const)('a client of the %s generation', (generation) => {
  let client: AnyClient
  beforeAll(async () => {
    client = await connect(generation)
  })
  afterAll(() => client.close())

  it('sees ten tools that only read, each with the shape of its answer', async () => {
    const { tools } = await client.listTools()
    expect(tools.map(({ name }) => name).sort()).toEqual(
      [
        'search',
        'fetch',
        'verify_quote',
        'find_figures',
        'count_phrase',
        'compare',
        'changes',
        'cite',
        'list_reports',
        'read_section',
      ].sort(),
    )
    expect(tools.filter(({ annotations }) => annotations?.readOnlyHint !== true)).toEqual([])
    expect(tools.filter(({ outputSchema }) => outputSchema === undefined)).toEqual([])
  })

  it('finds what the chat finds, and fetches it word for word', async () => {
    const query = '昭苏县2024年接待游客多少'
    const { results } = objectOf(await call(client, 'search', { query })) as {
      results: { id: string; url: string }[]
    }
    const { hits } = await answer(searcher, query, { limit: 10 })
    expect(results.map(({ id }) => id)).toEqual(hits.map(({ passage }) => passage.id))
    const id = results[0]?.id ?? ''
    expect(results[0]?.url).toBe(`https://example.org/yinju/passages/${id}`)
    const fetched = objectOf(await call(client, 'fetch', { id })) as {
      text: string
      metadata: { place: string }
    }
    expect(fetched.text).toBe(hits[0]?.passage.text)
    expect(fetched.metadata.place).toBe('昭苏县')
  })

  it('gets the verdict of the command line, with what a reader asks as fields of their own', async () => {
    const text = '昭苏县2024年一般公共预算收入增长10%'
    const found = objectOf(await call(client, 'verify_quote', { text }))
    expect(found).toMatchObject(verdictToJson(await verifyText(searcher, text)))
    expect(found.supported).toBe(false)
  })

  it('finds figures with year and kind, counts a phrase, lists, reads and cites', async () => {
    const figures = objectOf(
      await call(client, 'find_figures', { question: '伊宁市2022年旅游收入多少' }),
    ) as {
      rows: { value: string; year: number; kind: string; passage: string }[]
    }
    expect(figures.rows[0]).toMatchObject({ value: '56.4', year: 2022, kind: 'actual' })
    const count = objectOf(await call(client, 'count_phrase', { phrase: '新质生产力' })) as {
      without_in_all: number
    }
    expect(count.without_in_all).toBe(4)
    const { reports } = objectOf(await call(client, 'list_reports', { place: '昭苏' })) as {
      reports: { id: string }[]
    }
    expect(reports.map(({ id }) => id)).toEqual(['zhaosu-2025'])
    const section = objectOf(await call(client, 'read_section', { report: 'zhaosu-2025', from: 3 })) as {
      passages: { paragraph: number }[]
      next: number | null
    }
    expect(section.passages[0]?.paragraph).toBe(3)
    expect(section.next).toBe((section.passages.at(-1)?.paragraph ?? 0) + 1)
    const cited = objectOf(await call(client, 'cite', { id: figures.rows[0]?.passage ?? '' }))
    expect(cited.citation).toContain('伊宁市')
    const changed = objectOf(await call(client, 'changes', { a: 'xinyuan-2023', b: 'yining-2023', limit: 5 }))
    expect(changed.changes).toHaveLength(5)
    expect(changed.next_offset).toBe(5)
    objectOf(await call(client, 'compare', { words: '援疆资金' }))
  })

  it('is told what to do instead of what cannot be answered', async () => {
    const { isError, content } = await call(client, 'fetch', { id: 'nothing' })
    expect(isError).toBe(true)
    expect(content[0]?.text).toContain('search')
  })
})

it.each(['first', 'second'] as const)(
  'serves a client of the %s generation over standard input and output',
  async (generation) => {
    const program = {
      command: process.execPath,
      args: ['--import', 'tsx', 'src/cli.ts', 'mcp'],
      stderr: 'ignore' as const,
    }
    const patience = { timeout: 60_000 }
    const client = generation === 'first' ? new FirstClient(INFO) : new Client(INFO)
    const transport = generation === 'first' ? new FirstStdio(program) : new StdioClientTransport(program)
    await client.connect(transport as never, patience)
    const { tools } = await client.listTools(undefined, patience)
    expect(tools).toHaveLength(10)
    const query = '昭苏县2024年接待游客多少'
    const { results } = objectOf(await call(client as unknown as AnyClient, 'search', { query })) as {
      results: { id: string }[]
    }
    const { hits } = await answer(searcher, query, { limit: 10 })
    expect(results.map(({ id }) => id)).toEqual(hits.map(({ passage }) => passage.id))
    await client.close()
  },
)

it('answers the evaluation’s questions as the command line does, letter for letter', async () => {
  const client = await connect('second')
  const questions = await readQuestions('test/eval/public.jsonl')
  for (const { query } of questions.slice(0, 15)) {
    const { results } = objectOf(await call(client, 'search', { query })) as { results: { id: string }[] }
    const { hits } = await answer(searcher, query, { limit: 10 })
    expect(results.map(({ id }) => id)).toEqual(hits.map(({ passage }) => passage.id))
    const verdict = objectOf(await call(client, 'verify_quote', { text: query }))
    expect(verdict).toMatchObject(
      JSON.parse(JSON.stringify(verdictToJson(await verifyText(searcher, query)))),
    )
  }
  await client.close()
})

it('answers whatever is sent within its bound, without an error of its own', async () => {
  const names = [
    'search',
    'fetch',
    'verify_quote',
    'find_figures',
    'count_phrase',
    'compare',
    'cite',
    'nothing',
  ]
  const headers = { 'content-type': 'application/json', accept: 'application/json, text/event-stream' }
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...names), fc.jsonValue(), fc.string(), async (name, value, text) => {
      const inputs = [value, { query: text, text, id: text, question: text, phrase: text, words: text }]
      for (const input of inputs) {
        const body = JSON.stringify({
          jsonrpc: '2.0',
          id: 1,
          method: 'tools/call',
          params: { name, arguments: input },
        })
        const response = await handler(new Request(ADDRESS, { method: 'POST', headers, body }))
        expect(response.status).toBeLessThan(500)
        expect((await response.text()).length).toBeLessThan(2 * MAX_ANSWER_UTF16)
      }
    }),
    { numRuns: 60 },
  )
})
