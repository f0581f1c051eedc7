/** A phrase in the midst of its words: every place that the count counts, word for word. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findConcordance } from '../../src/counts/concordance.ts'
import { countPhrase } from '../../src/counts/count.ts'
import { createMiniSearchBackend } from '../../src/search/embedded/backend.ts'
import { report } from '../quote/small-searcher.ts'

const backendOf = (...bodies: string[]) =>
  createMiniSearchBackend(
    bodies.map((body, index) => report(`r-${2020 + index}`, { year: 2020 + index }, `# 报告\n\n${body}`)),
  )

async function linesOf(
  backend: ReturnType<typeof backendOf>,
  phrase: string,
  options: Parameters<typeof findConcordance>[2] = {},
) {
  const lines = await findConcordance(backend, await countPhrase(backend, phrase), options)
  return lines.map(({ before, words, after }) => [before, words, after].join('|'))
}

describe('findConcordance', () => {
  it('shows each place between the words around it, cut where there are more, the newest report first', async () => {
    const backend = backendOf('一二三四五修路六七八九十。', '## 修路工程\n\n种树。')
    expect(await linesOf(backend, '修路', { context: 3 })).toEqual(['|修路|工程', '…三四五|修路|六七八…'])
    expect(await linesOf(backend, '修路', { context: 5 })).toEqual([
      '|修路|工程',
      '一二三四五|修路|六七八九十…',
    ])
    expect(await linesOf(backend, '修路', { context: 6 })).toEqual([
      '|修路|工程',
      '一二三四五|修路|六七八九十。',
    ])
  })

  it('shows twenty characters on either side where nothing else is asked for', async () => {
    const [line] = await linesOf(backendOf(`${'前'.repeat(30)}修路${'后'.repeat(30)}`), '修路')
    expect(line).toBe(`…${'前'.repeat(20)}|修路|${'后'.repeat(20)}…`)
  })

  it('puts them in the order of what follows, or of what precedes read backwards, by sound', async () => {
    const backend = backendOf('村里修路真好。', '乡里修路，不错。', '不要修路安心。')
    const orderOf = async (order: 'after' | 'before') =>
      (await linesOf(backend, '修路', { order })).map((line) => line.slice(0, 1))
    expect(await orderOf('after')).toEqual(['乡', '不', '村'])
    expect(await orderOf('before')).toEqual(['村', '乡', '不'])
  })

  it('ends after two thousand places', async () => {
    const backend = backendOf('修路。'.repeat(1_500), '修路。'.repeat(1_500))
    expect(await linesOf(backend, '修路', { context: 1 })).toHaveLength(2_000)
  })

  it('has as many places as the count, each a run of the text as printed', async () => {
    const unit = fc.constantFrom('修', '路', '种 树', 'A', 'ａ', '，', '𠮷')
    const text = fc.array(unit, { minLength: 1, maxLength: 12 }).map((units) => `字${units.join('')}`)
    await fc.assert(
      fc.asyncProperty(text, text, fc.constantFrom('修', '路修', '种树', 'a'), async (one, other, phrase) => {
        const backend = backendOf(`## ${one}\n\n${other}`)
        const count = await countPhrase(backend, phrase)
        const lines = await findConcordance(backend, count, { context: 2 })
        expect(lines).toHaveLength(count.total)
        for (const { before, words, after } of lines) {
          const run = `${before.replace(/^…/u, '')}${words}${after.replace(/…$/u, '')}`
          expect([one, other].some((whole) => whole.includes(run))).toBe(true)
        }
      }),
    )
  })
})

it('cuts before what stands one character behind the beginning', async () => {
  expect(await linesOf(backendOf('一二修路。'), '修路', { context: 1 })).toEqual(['…二|修路|。'])
  expect(await linesOf(backendOf('二修路。'), '修路', { context: 1 })).toEqual(['二|修路|。'])
})

it('shows no title of a report, and stops reading where the lines are full', async () => {
  const backend = createMiniSearchBackend([
    report('r-2021', { year: 2021 }, '# 修路报告\n\n种树。'),
    report('r-2022', { year: 2022 }, `# 报告\n\n${'修路。'.repeat(2_000)}`),
    report('r-2020', { year: 2020 }, '# 报告\n\n修路。'),
  ])
  const read: string[] = []
  const watched = {
    ...backend,
    report: async (id: string) => {
      read.push(id)
      return await backend.report(id)
    },
  }
  expect(await findConcordance(watched, await countPhrase(backend, '修路'), { context: 0 })).toHaveLength(
    2_000,
  )
  expect(read).toEqual(['r-2022'])
})
