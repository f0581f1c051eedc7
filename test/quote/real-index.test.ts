/** The quote check over the embedded index of the five reports: its ways to a passage that no phrase leads to. */
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Passage } from '../../src/corpus/report.ts'
import { checkQuote, checkVerbatim } from '../../src/quote/check.ts'
import type { Searcher } from '../../src/search/searcher.ts'
import { openFiveReports, readFiveReports } from '../five-reports.ts'

const FOREIGN = '实施蓝天保卫战三年行动计划，淘汰燃煤锅炉一百台'

let searcher: Searcher
let passages: Passage[]

beforeAll(async () => {
  searcher = await openFiveReports()
  // With three clauses at least, of which the first two are no set phrase.
  passages = (await readFiveReports())
    .flatMap((report) => report.passages)
    .filter(({ text }) => /^[^，。；：]{8,}，[^，。；：]{8,}[，；]/u.test(text))
})

const clausesOf = (text: string): string[] => text.split(/[，。；：]/u)

describe('checkQuote', () => {
  it('finds the passage of a quote whose other half is foreign, and calls it not verbatim', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), async (number) => {
        const { id, text } = passages[number % passages.length] as Passage
        const [first = '', second = ''] = clausesOf(text)
        const check = await checkQuote(searcher, `${first}，${second}，${FOREIGN}。`)
        expect(check.kind).not.toBe('verbatim')
        if (check.kind === 'not-found') return
        const words = check.places.map(({ passage, range }) => passage.text.slice(...range)).join('')
        expect(words, id).toContain(second)
      }),
      { numRuns: 40 },
    )
  })

  it('tells the halves of a quote out of two passages each with its place', async () => {
    const [a, b] = [passages[0], passages.at(-1)] as [Passage, Passage]
    const [one = ''] = clausesOf(a.text)
    const [other = ''] = clausesOf(b.text)
    const check = await checkQuote(searcher, `${one}，${other}。`)
    expect(check).toMatchObject({
      kind: 'pieced',
      pieces: [{ passage: { id: a.id } }, { passage: { id: b.id } }],
    })
  })

  it('finds the passage of a quote that is not among the hits it is given', async () => {
    const { id, text } = passages[3] as Passage
    const { hits } = await searcher.search('人口出生率', { limit: 5 })
    const others = hits.filter(({ passage }) => passage.id !== id)
    const wrong = text.slice(0, 40).replace(/.(?=，)/u, '龘')
    for (const quote of [text.slice(0, 40), wrong]) {
      const check = await checkQuote(searcher, quote, others)
      expect(check.kind).toBe(quote === wrong ? 'differs' : 'verbatim')
      expect(check).toMatchObject({ places: [{ passage: { id } }] })
    }
  })

  it('gives the nearest hit where the words stand nowhere', async () => {
    const check = await checkQuote(searcher, '全市高铁里程达到三千公里，开通地铁十二条')
    expect(check.kind).toBe('not-found')
  })
})

describe('checkVerbatim', () => {
  it.each([
    ['a run of one paragraph', (text: string) => text.slice(0, 30), true],
    ['a run with another character', (text: string) => `${text.slice(0, 15)}龘${text.slice(16, 30)}`, false],
    ['marks alone', () => '……', false],
  ])('of %s', async (_, quoteOf, isFound) => {
    const { id, text } = passages[5] as Passage
    const check = await checkVerbatim(searcher, quoteOf(text))
    expect(check?.places[0]?.passage.id).toBe(isFound ? id : undefined)
  })
})
