/** The promise "findable": any run of characters of a passage, asked for as a phrase, finds every passage that holds it. */
import fc from 'fast-check'
import { Converter } from 'opencc-js/cn2t'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Passage } from '../../src/corpus/report.ts'
import type { Searcher } from '../../src/search/searcher.ts'
import { foldPhrase } from '../../src/text/normalizer.ts'
import { openFiveReports, readFiveReports } from '../five-reports.ts'

const MAX_CUT_UTF16 = 60
const RUNS = 1000
const toTraditional = Converter({ from: 'cn', to: 't' })
/** Words that OpenCC's traditional script spells with another character (傢俱, 資金鍊, 想像): no folding of characters undoes that. */
const SPELT_OTHERWISE = /家具|金链|想象|坐标|熏陶|仿佛/

let searcher: Searcher
let passages: readonly Passage[]
let folded: readonly string[]

beforeAll(async () => {
  const reports = await readFiveReports()
  passages = reports.flatMap((report) => report.passages)
  folded = passages.map(({ text }) => foldPhrase(text))
  searcher = await openFiveReports()
})

/** A passage, where the cut begins, and how long it is: as shares, for the corpus is read later. */
const cuts = fc.record({
  passage: fc.nat(),
  start: fc.nat(),
  length: fc.oneof(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: MAX_CUT_UTF16 })),
})

function cutOf({ passage, start, length }: { passage: number; start: number; length: number }): string {
  const { text } = passages[passage % passages.length]!
  const from = start % text.length
  return text.slice(from, from + length)
}

async function found(query: string): Promise<string[]> {
  const { total, hits } = await searcher.search(query, { limit: 1000 })
  expect(hits).toHaveLength(total)
  return hits.map((hit) => hit.passage.id).sort()
}

function holders(phrase: string): string[] {
  const wanted = foldPhrase(phrase)
  return passages
    .filter((_, number) => folded[number]?.includes(wanted))
    .map(({ id }) => id)
    .sort()
}

const marks = fc.constantFrom<[string, string]>(
  ['“', '”'],
  ['"', '"'],
  ['「', '」'],
  ['『', '』'],
  ['《', '》'],
)

describe('a phrase', () => {
  it('brings back every passage that holds it and none that does not, whatever the cut', async () => {
    await fc.assert(
      fc.asyncProperty(cuts, marks, async (place, [open, close]) => {
        const cut = cutOf(place)
        // A mark within the marks ends the phrase.
        fc.pre(foldPhrase(cut) !== '' && !cut.includes(open) && !cut.includes(close))
        expect(await found(open + cut + close)).toEqual(holders(cut))
      }),
      { numRuns: RUNS },
    )
  })

  it('finds the same in traditional script, in full width and with spaces between', async () => {
    await fc.assert(
      fc.asyncProperty(cuts, async (place) => {
        const cut = cutOf(place)
        fc.pre(foldPhrase(cut) !== '' && !/[“”"]/.test(cut) && !SPELT_OTHERWISE.test(cut))
        const traditional: string = toTraditional(cut)
        const wide = traditional.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0))
        expect(await found(`“${Array.from(wide).join(' ')}”`)).toEqual(holders(cut))
      }),
      { numRuns: 300 },
    )
  })

  it('is highlighted to the character', async () => {
    await fc.assert(
      fc.asyncProperty(cuts, async (place) => {
        const cut = cutOf(place)
        fc.pre(foldPhrase(cut) !== '')
        const { hits } = await searcher.search(`“${cut}”`, { limit: 3 })
        for (const { passage, matches } of hits) {
          expect(matches.length).toBeGreaterThan(0)
          for (const { range } of matches)
            expect(foldPhrase(passage.text.slice(...range))).toBe(foldPhrase(cut))
        }
      }),
      { numRuns: 300 },
    )
  })

  it('shuts out what stands behind a minus', async () => {
    await fc.assert(
      fc.asyncProperty(cuts, cuts, async (one, other) => {
        const [wanted, unwanted] = [cutOf(one), cutOf(other)]
        fc.pre(foldPhrase(wanted) !== '' && foldPhrase(unwanted) !== '')
        const shut = new Set(holders(unwanted))
        expect(await found(`“${wanted}” -“${unwanted}”`)).toEqual(
          holders(wanted).filter((id) => !shut.has(id)),
        )
      }),
      { numRuns: 300 },
    )
  })
})
