/** Turns what happened into the numbers that Prometheus scrapes and /stats shows. */
import { GrammyError } from 'grammy'
import { describe, expect, it } from 'vitest'
import type { BotEvent } from '../../src/bot/bot.ts'
import type { Searcher } from '../../src/search/searcher.ts'
import { createMetrics, type Metrics } from '../../src/server/metrics.ts'
import { openSmallCorpus } from '../search/small-corpus.ts'

const answer = { kind: 'answer', feature: 'ask', match: 'strong', ms: 250 } as BotEvent

/** The lines of one metric, without the comments. */
async function linesOf(metrics: Metrics, name: string): Promise<string[]> {
  return (await metrics.text()).split('\n').filter((line) => line.startsWith(`yinju_${name}`))
}

describe('what happened', () => {
  it.each<[string, (metrics: Metrics) => void, string[]]>([
    ['updates_total', (one) => one.countUpdate('message'), ['yinju_updates_total{type="message"} 1']],
    [
      'answers_total',
      (one) => one.countEvent(answer),
      ['yinju_answers_total{feature="ask",match="strong"} 1'],
    ],
    [
      'failures_total',
      (one) => one.countEvent({ kind: 'unavailable', feature: 'ask' } as BotEvent),
      ['yinju_failures_total{feature="ask",kind="unavailable"} 1'],
    ],
    ['blocked_total', (one) => one.countEvent({ kind: 'blocked' } as BotEvent), ['yinju_blocked_total 1']],
    ['refused_total', (one) => one.countRefused('limit'), ['yinju_refused_total{reason="limit"} 1']],
    ['reloads_total', (one) => one.countReload('failed'), ['yinju_reloads_total{outcome="failed"} 1']],
    ['fetch_errors_total', (one) => one.countFetchError(), ['yinju_fetch_errors_total 1']],
  ])('is counted in %s, and nowhere else', async (name, happen, lines) => {
    const metrics = createMetrics()
    happen(metrics)
    expect(await linesOf(metrics, name)).toEqual(lines)
    const counted = [...(await metrics.totals())].filter(([, total]) => total > 0)
    expect(counted).toEqual([[name.replace('_total', ''), 1]])
  })

  it('is timed in seconds, an answer by its feature', async () => {
    const metrics = createMetrics()
    metrics.countEvent(answer)
    const lines = await linesOf(metrics, 'reply_seconds')
    expect(lines).toContain('yinju_reply_seconds_sum{feature="ask"} 0.25')
    expect(lines).toContain('yinju_reply_seconds_bucket{le="0.1",feature="ask"} 0')
    expect(lines).toContain('yinju_reply_seconds_bucket{le="0.25",feature="ask"} 1')
  })

  it('is told by the bounds that panels and alarms know', async () => {
    const metrics = createMetrics()
    metrics.countEvent(answer)
    const lines = await linesOf(metrics, 'reply_seconds_bucket')
    const bounds = lines.map((line) => /le="([^"]+)"/u.exec(line)?.[1])
    expect(bounds.join(' ')).toBe('0.0005 0.001 0.0025 0.005 0.01 0.025 0.05 0.1 0.25 0.5 1 2.5 5 10 +Inf')
  })

  it('has for /stats the sum over all labels, times left out', async () => {
    const metrics = createMetrics()
    for (const type of ['message', 'message', 'inline_query']) metrics.countUpdate(type)
    metrics.countEvent(answer)
    const totals = await metrics.totals()
    expect(totals.get('updates')).toBe(3)
    expect(totals.get('answers')).toBe(1)
    expect([...totals.keys()].filter((name) => /seconds|process|nodejs/.test(name))).toEqual([])
  })
})

it('shows the state of the index', async () => {
  const metrics = createMetrics()
  const catalog = await (await openSmallCorpus()).catalog()
  metrics.setIndex(catalog, 3)
  expect(await linesOf(metrics, 'index_reports')).toEqual(['yinju_index_reports 2'])
  expect(await linesOf(metrics, 'index_passages')).toEqual([`yinju_index_passages ${catalog.passages}`])
  expect(await linesOf(metrics, 'corpus_faults')).toEqual(['yinju_corpus_faults 3'])
})

describe('the calls of the Bot API', () => {
  const call = async (metrics: Metrics, method: string, respond: () => Promise<unknown>) =>
    await metrics.watchApi(respond as never, method as never, {} as never)

  it('are counted and timed by method, the polls left out', async () => {
    const metrics = createMetrics()
    for (const method of ['sendMessage', 'getUpdates'])
      await call(metrics, method, async () => ({ ok: true }))
    expect(await linesOf(metrics, 'api_calls_total')).toEqual([
      'yinju_api_calls_total{method="sendMessage"} 1',
    ])
    expect(await linesOf(metrics, 'api_seconds_count')).toEqual([
      'yinju_api_seconds_count{method="sendMessage"} 1',
    ])
    expect(await linesOf(metrics, 'api_errors_total')).toEqual([])
  })

  const refused = new GrammyError('no', { ok: false, error_code: 403, description: '' }, 'sendMessage', {})
  it.each<[string, () => Promise<unknown>, string, boolean]>([
    ['that is refused', async () => ({ ok: false, error_code: 429, description: '' }), '429', false],
    ['that throws as refused', () => Promise.reject(refused), '403', true],
    ['that does not arrive', () => Promise.reject(new TypeError('fetch failed')), 'network', true],
  ])('one %s is an error by its code', async (_, respond, code, throws) => {
    const metrics = createMetrics()
    const done = call(metrics, 'sendMessage', respond)
    if (throws) await expect(done).rejects.toThrow()
    else await done
    expect(await linesOf(metrics, 'api_errors_total')).toEqual([
      `yinju_api_errors_total{method="sendMessage",code="${code}"} 1`,
    ])
    expect(await linesOf(metrics, 'api_seconds_count')).toHaveLength(1)
  })
})

describe('a watched searcher', () => {
  it('answers as before, is timed, failures too, and is made once', async () => {
    const metrics = createMetrics()
    const searcher = await openSmallCorpus()
    const watched = metrics.watchSearch(searcher)
    expect(metrics.watchSearch(searcher)).toBe(watched)
    expect(await watched.search('旅游收入', { limit: 1 })).toEqual(
      await searcher.search('旅游收入', { limit: 1 }),
    )
    const broken: Searcher = { ...searcher, search: () => Promise.reject(new Error('away')) }
    await expect(metrics.watchSearch(broken).search('旅游')).rejects.toThrow('away')
    const name = searcher.backend.name
    expect(await linesOf(metrics, 'search_seconds_count')).toEqual([
      `yinju_search_seconds_count{backend="${name}"} 2`,
    ])
  })
})
