/** What holds for every query, over the reports of the corpus: no failure, exact places, both scripts alike. */
import fc from 'fast-check'
import { Converter } from 'opencc-js/cn2t'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Searcher } from '../../src/search/searcher.ts'
import { readQuestions } from '../eval/questions.ts'
import { openFiveReports } from '../five-reports.ts'

const toTraditional = Converter({ from: 'cn', to: 't' })

let searcher: Searcher
let queries: readonly string[]

beforeAll(async () => {
  searcher = await openFiveReports()
  const files = ['public.jsonl', 'own.jsonl'].map((name) => new URL(`../eval/${name}`, import.meta.url))
  queries = (await Promise.all(files.map(readQuestions))).flat().map(({ query }) => query)
})

const PIECES =
  '伊宁 新源 2022年 去年 多少 “ ” " 「 」 《 》 - －  ： : 地区:伊宁 年份:2022-2023 级别:县 届:十八 报告: place: GDP 5.5％ G577线 财政收入 断头路 的 是谁 县长 什么意思 👍 \ud800 \u0000 \\ ( [ *'
const query = fc
  .array(fc.oneof(fc.constantFrom(...PIECES.split(' '), ' '), fc.string({ unit: 'binary', maxLength: 6 })), {
    maxLength: 12,
  })
  .map((pieces) => pieces.join(''))

describe('search', () => {
  it('answers whatever is typed, with places inside the text', async () => {
    await fc.assert(
      fc.asyncProperty(query, async (text) => {
        const { hits, total, match, suggestions } = await searcher.search(text)
        expect(total).toBeGreaterThanOrEqual(hits.length)
        expect(hits.length > 0).toBe(match !== 'none')
        for (const { passage, matches, score } of hits) {
          expect(score).not.toBeNaN()
          for (const { range, weight } of matches) {
            expect(range[0]).toBeGreaterThanOrEqual(0)
            expect(range[1]).toBeGreaterThan(range[0])
            expect(range[1]).toBeLessThanOrEqual(passage.text.length)
            expect(weight).toBeGreaterThan(0)
          }
        }
        if (match === 'strong') expect(suggestions).toEqual([])
      }),
      { numRuns: 400 },
    )
  })

  it('gives every question the same hits in traditional script', async () => {
    const apart: string[] = []
    for (const simplified of queries) {
      const traditional: string = toTraditional(simplified)
      const [a, b] = [await searcher.search(simplified), await searcher.search(traditional)]
      const ids = [a, b].map(({ match, hits }) => [match, ...hits.map(({ passage }) => passage.id)].join(' '))
      if (ids[0] !== ids[1]) apart.push(traditional)
    }
    expect(apart).toEqual([])
  })

  it('gives every question the same hits in full width', async () => {
    const apart: string[] = []
    for (const narrow of queries.filter((text) => /[0-9A-Za-z]/.test(text))) {
      const wide = narrow.replace(/[0-9A-Za-z%.]/g, (sign) =>
        String.fromCharCode(sign.charCodeAt(0) + 0xfee0),
      )
      const [a, b] = [await searcher.search(narrow), await searcher.search(wide)]
      if (a.hits.map(({ passage }) => passage.id).join() !== b.hits.map(({ passage }) => passage.id).join())
        apart.push(wide)
    }
    expect(apart).toEqual([])
  })
})
