/** What the tools promise a model: pages that together are all of it, word for word, and a way on from what cannot be answered. */
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { citeGbt7714, citePassage } from '../../src/answer/citation.ts'
import { changesToJson } from '../../src/counts/json.ts'
import { type ReportChanges, readChanges } from '../../src/counts/report-changes.ts'
import { citeBibtex } from '../../src/export/bibtex.ts'
import { citeCslJson } from '../../src/export/csl-json.ts'
import { citeRis } from '../../src/export/ris.ts'
import { makeMcpHandler } from '../../src/mcp/serve.ts'
import { BackendUnavailableError } from '../../src/search/backend.ts'
import type { Searcher } from '../../src/search/searcher.ts'
import { openFiveReports } from '../five-reports.ts'
import { openSmallCorpus, report } from '../search/small-corpus.ts'

type Fields = Record<string, unknown>

const ADDRESS = new URL('http://localhost/mcp')
let searcher: Searcher
let present: () => Searcher
let client: Client

beforeAll(async () => {
  searcher = await openFiveReports()
  present = () => searcher
  client = await connect(() => present())
})
afterAll(() => client.close())

async function connect(of: () => Searcher): Promise<Client> {
  const handler = makeMcpHandler({ searcher: of, publicUrl: null, version: '0.0.0' }, () => {})
  const connected = new Client({ name: 'test', version: '1.0.0' })
  const fetch = (url: string | URL, init?: RequestInit): Promise<Response> => handler(new Request(url, init))
  await connected.connect(new StreamableHTTPClientTransport(ADDRESS, { fetch }))
  return connected
}

async function ask<T = Fields>(name: string, input: Fields, of = client): Promise<T> {
  const { isError, structuredContent, content } = await of.callTool({ name, arguments: input })
  expect(isError ?? false, JSON.stringify(content)).toBe(false)
  return structuredContent as T
}

async function refusal(name: string, input: Fields): Promise<string> {
  const { isError, content } = await client.callTool({ name, arguments: input })
  expect(isError).toBe(true)
  return JSON.stringify(content)
}

describe('pages', () => {
  it('of a report are its passages, each once, word for word, with its outline beside each page', async () => {
    const report = await searcher.report('yining-2023')
    const read: unknown[] = []
    let pages = 0
    for (let from: number | null = 1; from !== null; pages++) {
      const { outline, passages, next }: { outline: unknown; passages: unknown[]; next: number | null } =
        await ask('read_section', { report: 'yining-2023', from })
      expect(outline).toEqual(
        report?.sections.map(({ heading, level, first, last }) => ({ heading, level, first, last })),
      )
      expect(JSON.stringify(passages).length).toBeLessThan(16_000)
      read.push(...passages)
      from = next
    }
    expect(read).toEqual(
      report?.passages.map(({ id, paragraph, section, text }) => ({ id, paragraph, section, text })),
    )
    const characters = report?.passages.reduce((sum, { text }) => sum + text.length, 0) ?? 0
    expect(pages).toBeLessThanOrEqual(Math.ceil(characters / 7_000))
    expect(await ask('read_section', { report: 'yining-2023', from: 5_000 })).toMatchObject({
      passages: [],
      next: null,
    })
  })

  it.each([
    ['that together have 8,000 characters', [4_000, 4_000, 1], 2],
    ['that together have one more', [4_000, 4_001], 1],
    ['of which the first has more', [8_001, 1], 1],
  ])('of a report hold passages %s', async (_, lengths, count) => {
    const made = await openSmallCorpus([
      report(
        'jia-2023',
        { place: '甲县', level: '县' },
        lengths.map((length) => '修'.repeat(length)),
      ),
    ])
    const own = await connect(() => made)
    const { passages, next } = await ask<{ passages: unknown[]; next: number | null }>(
      'read_section',
      { report: 'jia-2023' },
      own,
    )
    expect([passages.length, next]).toEqual([count, count < lengths.length ? count + 1 : null])
    await own.close()
  })

  it('of the list of reports are all reports, or those of a place or year', async () => {
    const { reports } = await searcher.catalog()
    const ids: unknown[] = []
    for (let offset: number | null = 0; offset !== null; ) {
      const page: { reports: { id: string }[]; in_all: number; next_offset: number | null } = await ask(
        'list_reports',
        { offset, limit: 2 },
      )
      expect(page.in_all).toBe(reports.length)
      ids.push(...page.reports.map(({ id }) => id))
      offset = page.next_offset
    }
    expect(ids).toEqual(reports.map(({ id }) => id))
    const idsOf = async (input: Fields): Promise<unknown[]> =>
      (await ask<{ reports: { id: string }[] }>('list_reports', input)).reports.map(({ id }) => id)
    expect(await idsOf({ place: ' 伊宁 ' })).toEqual(ids.filter((id) => String(id).startsWith('yining')))
    expect(await idsOf({ year: 2023 })).toEqual(ids.filter((id) => String(id).endsWith('2023')))
    expect(await idsOf({ place: '昭苏', year: 2023 })).toEqual([])
    expect(await idsOf({ limit: 1 })).toHaveLength(1)
    expect(await ask('list_reports', { limit: reports.length })).toMatchObject({ next_offset: null })
    expect(await ask('list_reports', { limit: reports.length - 1 })).toMatchObject({
      next_offset: reports.length - 1,
    })
  })

  it('of changes are all that is not the same, and what is said first stands on the first', async () => {
    const found = (await readChanges(searcher.backend, 'xinyuan-2023', 'yining-2023')) as ReportChanges
    const { changes, terms } = changesToJson(found)
    const changed = (changes as { kind: string }[]).filter(({ kind }) => kind !== 'kept')
    const read: unknown[] = []
    for (let offset: number | null = 0; offset !== null; ) {
      const page: { changes: unknown[]; terms: unknown[]; in_all: number; next_offset: number | null } =
        await ask('changes', { a: 'xinyuan-2023', b: 'yining-2023', offset, limit: 60 })
      expect(page.terms).toEqual(offset === 0 ? terms.slice(0, 30) : [])
      expect(page.in_all).toBe(changed.length)
      read.push(...page.changes)
      offset = page.next_offset
    }
    expect(read).toEqual(JSON.parse(JSON.stringify(changed)))
    const { changes: first } = await ask<{ changes: unknown[] }>('changes', {
      a: 'xinyuan-2023',
      b: 'yining-2023',
    })
    expect(first).toEqual(read.slice(0, 30))
  })

  it.each([
    ['count_phrase', { phrase: '新质生产力' }, ['reports', 'without'], ['reports_in_all', 'without_in_all']],
    ['compare', { words: '旅游收入' }, ['passages'], ['in_all']],
  ] as const)('of %s end where asked, and say how many there are', async (name, input, lists, totals) => {
    const whole = await ask(name, input)
    const cut = await ask(name, { ...input, limit: 1 })
    for (const [at, list] of lists.entries()) {
      const all = whole[list] as unknown[]
      expect(cut[list]).toEqual(all.slice(0, 1))
      expect([whole[totals[at] ?? ''], cut[totals[at] ?? '']]).toEqual([all.length, all.length])
    }
  })
})

describe('what a tool tells of itself', () => {
  it.each<[string, string, Fields]>([
    ['find_figures', 'limit', { minimum: 1, maximum: 60, default: 20 }],
    ['count_phrase', 'limit', { minimum: 1, maximum: 200, default: 100 }],
    ['compare', 'limit', { minimum: 1, maximum: 40, default: 15 }],
    ['changes', 'limit', { minimum: 1, maximum: 60, default: 30 }],
    ['changes', 'offset', { minimum: 0, default: 0 }],
    ['list_reports', 'limit', { minimum: 1, maximum: 200, default: 100 }],
    ['list_reports', 'offset', { minimum: 0, default: 0 }],
    ['read_section', 'from', { minimum: 1, default: 1 }],
    ...[
      'search.query',
      'find_figures.question',
      'count_phrase.phrase',
      'compare.words',
      'verify_quote.text',
    ].map((path): [string, string, Fields] => [
      ...(path.split('.') as [string, string]),
      { minLength: 1, maxLength: 5_000 },
    ]),
    ...['fetch.id', 'cite.id', 'read_section.report', 'changes.a', 'changes.b'].map(
      (path): [string, string, Fields] => [...(path.split('.') as [string, string]), { minLength: 1 }],
    ),
  ])('are the bounds of %s: %s', async (name, field, bounds) => {
    const { tools } = await client.listTools()
    const properties = tools.find((tool) => tool.name === name)?.inputSchema.properties
    expect((properties as Record<string, Fields>)[field]).toMatchObject(bounds)
  })

  it('is that a search has ten results at the most', async () => {
    expect((await ask<{ results: unknown[] }>('search', { query: '乡村振兴' })).results).toHaveLength(10)
  })
})

describe('a passage', () => {
  it('is fetched word for word with where it stands, and cited in every format', async () => {
    const passage = (await searcher.report('yining-2023'))?.passages[11]
    const found = await searcher.passage(passage?.id ?? '')
    if (found === null) throw new Error('no such passage')
    const { report } = found
    const { id, text, section, paragraph } = found.passage
    const { place, year, date, speaker } = report
    const citation = citePassage(found.passage, report)
    const url = `yinju://passages/${id}`
    const title = [`${place} ${year}`, ...section, `第${paragraph}段`].join(' › ')
    expect(await ask('fetch', { id })).toEqual({
      id,
      title,
      text,
      url,
      metadata: { citation, report: report.id, place, year, date, speaker, section, paragraph },
    })
    for (const [format, cite] of Object.entries({
      gbt7714: citeGbt7714,
      bibtex: citeBibtex,
      ris: citeRis,
      'csl-json': citeCslJson,
    }))
      expect(await ask('cite', { id, format })).toEqual({
        citation,
        formatted: cite(found.passage, report),
        url,
      })
    expect((await ask('cite', { id })).formatted).toBe(citeGbt7714(found.passage, report))
  })
})

describe('a sentence', () => {
  it.each([
    ['实现旅游收入56.4亿元', true, true],
    ['新源县2022年实现旅游收入56.4亿元', false, false],
    ['伊宁市2019年实现旅游收入56.4亿元', false, false],
    ['伊宁市2022年实现旅游收入57.4亿元', false, true],
    ['完全没有这样一句话在任何报告里面', false, null],
  ] as const)('%s: stands there %s, where it is said to: %s', async (text, stands, isThere) => {
    const { stands_there, is_where_you_say } = await ask('verify_quote', { text })
    expect([stands_there, is_where_you_say]).toEqual([stands, isThere])
  })
})

describe('what cannot be answered', () => {
  it.each([
    ['fetch', { id: 'nothing' }, 'search gives the ids'],
    ['cite', { id: 'nothing' }, 'search gives the ids'],
    ['read_section', { report: 'nothing' }, 'list_reports'],
    ['changes', { a: 'yining-2023', b: 'nothing' }, 'list_reports'],
    ['changes', { a: 'nothing', b: 'yining-2023' }, 'list_reports'],
    ['search', { query: ' ' }, 'query'],
    ['list_reports', { limit: 0 }, 'limit'],
    ['list_reports', { year: 3.5 }, 'year'],
    ['changes', { a: 'yining-2023', b: 'xinyuan-2023', limit: 61 }, 'limit'],
  ])('is told with the way on: %s %j', async (name, input, said) => {
    expect(await refusal(name, input)).toContain(said)
  })

  it.each([
    ['find_figures', { question: '旅游收入' }, 60],
    ['count_phrase', { phrase: '乡村振兴' }, 200],
    ['compare', { words: '旅游收入' }, 40],
    ['changes', { a: 'yining-2023', b: 'xinyuan-2023' }, 60],
  ])('is told of a longer page of %s than there is: %j', async (name, input, most) => {
    await ask(name, { ...input, limit: most })
    expect(await refusal(name, { ...input, limit: most + 1 })).toContain('limit')
  })

  it('is told of a question that is too long', async () => {
    expect(await refusal('search', { query: '旅'.repeat(5_001) })).toContain('query')
  })

  it('is told of an answer of more than 60,000 characters', async () => {
    const passageOf = async (length: number): Promise<[Client, string]> => {
      const made = await openSmallCorpus([
        report('jia-2023', { place: '甲县', level: '县' }, ['修'.repeat(length)]),
      ])
      const [passage] = (await made.report('jia-2023'))?.passages ?? []
      const own = await connect(() => made)
      return [own, passage?.id ?? '']
    }
    const [short, id] = await passageOf(1)
    const frame = JSON.stringify(await ask('fetch', { id }, short)).length - 1
    const [longest, longestId] = await passageOf(60_000 - frame)
    expect(JSON.stringify(await ask('fetch', { id: longestId }, longest))).toHaveLength(60_000)
    const [longer, longerId] = await passageOf(60_001 - frame)
    const { isError, content } = await longer.callTool({ name: 'fetch', arguments: { id: longerId } })
    expect([isError, content]).toEqual([
      true,
      [{ type: 'text', text: 'the answer has 60001 characters, more than 60000; ask for less with limit' }],
    ])
    await Promise.all([short, longest, longer].map((one) => one.close()))
  })

  it('is told of a request of more than a megabyte', async () => {
    const statusOf = async (bytes: number): Promise<number> => {
      const handler = makeMcpHandler(
        { searcher: () => searcher, publicUrl: null, version: '0.0.0' },
        () => {},
      )
      const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'ping' }).padEnd(bytes)
      const headers = {
        'content-type': 'application/json',
        accept: 'application/json, text/event-stream',
        'content-length': String(bytes),
      }
      return (await handler(new Request(ADDRESS, { method: 'POST', headers, body }))).status
    }
    expect([await statusOf(1024 * 1024), await statusOf(1024 * 1024 + 1)]).toEqual([200, 413])
  })

  it('is told of a search that is away for a while as such', async () => {
    present = () => {
      throw new BackendUnavailableError('cluster is red')
    }
    try {
      expect(await refusal('search', { query: '旅游' })).toContain('try again')
    } finally {
      present = () => searcher
    }
  })
})

describe('a report', () => {
  it('is a resource, whole, with its headings where they stand', async () => {
    const { resources } = await client.listResources()
    const { reports } = await searcher.catalog()
    expect(resources.map(({ uri }) => uri)).toEqual(reports.map(({ id }) => `yinju://reports/${id}`))
    expect(resources.map(({ name }) => name)).toEqual(reports.map(({ place, year }) => `${place} ${year}`))
    const { contents } = await client.readResource({ uri: 'yinju://reports/yining-2023' })
    const [content] = contents as { text: string; mimeType: string }[]
    const report = await searcher.report('yining-2023')
    const lines = content?.text.split('\n\n') ?? []
    expect(content?.mimeType).toBe('text/markdown')
    expect(lines.filter((line) => !line.startsWith('#'))).toEqual(report?.passages.map(({ text }) => text))
    expect(lines.filter((line) => line.startsWith('#'))).toEqual([
      `# ${report?.title}`,
      ...(report?.sections ?? [])
        .filter(({ level }) => level > 1)
        .map(({ heading, level }) => `${'#'.repeat(level)} ${heading}`),
    ])
    await expect(client.readResource({ uri: 'yinju://reports/nothing' })).rejects.toThrow('no such report')
  })

  it('has a prompt that hands a draft over whole', async () => {
    const draft = '伊宁市旅游收入56.4亿元。'
    const { messages } = await client.getPrompt({ name: 'check_draft', arguments: { draft } })
    expect(messages).toHaveLength(1)
    expect(JSON.stringify(messages[0])).toContain(draft)
  })
})
