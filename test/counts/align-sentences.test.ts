/** Which sentence answers which: how alike two are, and where they stand. */
import { describe, expect, it } from 'vitest'
import { type AlignedPair, alignSentences, alignStatements } from '../../src/counts/align-sentences.ts'
import type { Sentence } from '../../src/counts/sentence.ts'
import { sentence } from './made-sentence.ts'

const sentences = (texts: readonly string[]): Sentence[] => texts.map((text) => sentence(text))
const noPause = async (): Promise<void> => {}
const told = (pairs: readonly AlignedPair[]): string[] => pairs.map(({ a, b }) => `${a}:${b}`).sort()

let next = 0x4e00
/** So many characters that stand nowhere else. */
const fresh = (length: number): string => Array.from({ length }, () => String.fromCharCode(next++)).join('')
/** The weight of a pair of neighbours that two sentences hold, one of either report. */
const SHARED = (1 - Math.log(2) / Math.log(400)) ** 2
/** Two sentences that share two such pairs and have `own` more of their own each. */
const alike = (own: number): [string, string] => {
  const common = fresh(3)
  return [`${common}，${fresh(own + 1)}`, `${common}，${fresh(own + 1)}`]
}
const likenessOf = (own: number): number => (2 * SHARED) / Math.sqrt(2 * SHARED + own)
const fillers = (count: number): string[] => Array.from({ length: count }, () => fresh(5))

describe('two sentences', () => {
  it('are alike by the geometric mean of what they share and of their cosine', async () => {
    const [a, b] = alike(3)
    const [pair] = await alignSentences(sentences([a]), sentences([b]), noPause)
    expect(pair?.score).toBeCloseTo(likenessOf(3))
  })

  it('keep four fifths of that where one is planned and the other done', async () => {
    const same = fresh(9)
    const [pair] = await alignSentences([sentence(same)], [sentence(same, 'target')], noPause)
    expect(pair?.score).toBeCloseTo(0.8 * Math.sqrt(8 * SHARED))
  })

  it('keep three tenths of that where each has a topic that lives on in the other report', async () => {
    const [one, other, before, after] = [fresh(2), fresh(2), fresh(12), fresh(12)]
    const pairs = await alignSentences(
      sentences([`${before}${one}${after}`, other]),
      sentences([`${before}${other}${after}`, one]),
      noPause,
    )
    const whole = 22 * SHARED
    const own = 2 + SHARED
    expect(pairs.find(({ a, b }) => a === 0 && b === 0)?.score ?? 0).toBeCloseTo(
      (0.3 * whole) / Math.sqrt(whole + own),
    )
  })

  it.each([
    [8, true],
    [9, false],
  ])('in the expected place with %i pairs of their own answer each other: %s', async (own, isAnswer) => {
    const [a, b] = alike(own)
    expect(await alignSentences(sentences([a]), sentences([b]), noPause)).toHaveLength(isAnswer ? 1 : 0)
  })

  it.each([
    [5, true],
    [6, false],
  ])('six sentences from the expected place with %i pairs of their own: %s', async (own, isAnswer) => {
    const [a, b] = alike(own)
    const pairs = await alignSentences(sentences([a]), sentences([b, ...fillers(12)]), noPause)
    expect(pairs).toHaveLength(isAnswer ? 1 : 0)
  })

  it.each([
    [15, true],
    [16, false],
  ])('at the end of %i sentences, where the middle is expected: %s', async (count, isAnswer) => {
    const [a, b] = alike(5)
    const pairs = await alignSentences(sentences([a]), sentences([...fillers(count - 1), b]), noPause)
    expect(pairs).toHaveLength(isAnswer ? 1 : 0)
  })

  it.each([
    [15, true],
    [16, false],
  ])('at the beginning of %i sentences: %s', async (count, isAnswer) => {
    const [a, b] = alike(5)
    const pairs = await alignSentences(sentences([a]), sentences([b, ...fillers(count - 1)]), noPause)
    expect(pairs).toHaveLength(isAnswer ? 1 : 0)
  })
})

describe('the expected place', () => {
  const [first, second, third, last] = [fresh(9), fresh(9), fresh(9), fresh(9)] as const

  it.each([
    [18, true],
    [9, false],
  ])('lies between the firm pairs of the longest run that rises: %i', async (place, isAnswer) => {
    const [a, b] = alike(6)
    const between = fillers(17)
    const other = [third, first, second, ...between, last]
    other.splice(place, 0, b)
    const pairs = await alignSentences(sentences([first, second, third, a, last]), sentences(other), noPause)
    expect(pairs.some((pair) => pair.a === 3)).toBe(isAnswer)
    expect(pairs.filter((pair) => pair.a !== 3)).toHaveLength(4)
  })

  it('chooses among several that are equally alike', async () => {
    const same = fresh(6)
    const pairs = await alignSentences(
      sentences([first, same, second]),
      sentences([same, first, ...fillers(3), same, second, same]),
      noPause,
    )
    expect(told(pairs)).toEqual(['0:1', '1:5', '2:6'])
  })

  it('of a firm pair is its own', async () => {
    const [a, b] = alike(6)
    const pairs = await alignSentences(
      sentences([a, first, second]),
      sentences([b, ...fillers(6), first, second]),
      noPause,
    )
    expect(told(pairs)).toEqual(['0:0', '1:7', '2:8'])
  })
})

describe('a pairing', () => {
  it('takes the better of two first, and each sentence once', async () => {
    const whole = fresh(12)
    const pairs = await alignSentences(
      sentences([`${whole.slice(0, 9)}${fresh(3)}`, whole]),
      sentences([whole]),
      noPause,
    )
    expect(told(pairs.filter(({ score }) => score > 2.5))).toEqual(['1:0'])
  })

  it('keeps the order of those that are alike', async () => {
    const same = fresh(6)
    expect(told(await alignSentences(sentences([same, same]), sentences([same, same]), noPause))).toEqual([
      '0:0',
      '1:1',
    ])
  })

  it('gives a sentence that was left over to one of which it says a part, once', async () => {
    const [one, two, own] = [fresh(8), fresh(8), fresh(6)]
    // Both halves of a sentence; the second is said again in a sentence with an answer of its own.
    const pairs = await alignSentences(
      sentences([`${one}，${two}`, own]),
      sentences([one, two, `${own}，${two}`]),
      noPause,
    )
    expect(pairs.filter(({ b }) => b === 1)).toHaveLength(1)
    expect(pairs).toHaveLength(3)
  })

  it('says twice in part of a sentence only what is much alike', async () => {
    const counts = await Promise.all(
      [4, 5].map(async (length) => {
        const [one, two] = [fresh(12), fresh(length)]
        return (await alignSentences(sentences([`${one}，${two}`]), sentences([one, two]), noPause)).length
      }),
    )
    expect(counts).toEqual([1, 1])
    const [one, two] = [fresh(12), fresh(11)]
    expect(told(await alignSentences(sentences([`${one}，${two}`]), sentences([one, two]), noPause))).toEqual(
      ['0:0', '0:1'],
    )
  })

  it('pauses behind each sentence of the first report', async () => {
    let pauses = 0
    await alignSentences(sentences(fillers(3)), sentences(fillers(2)), async () => void pauses++)
    expect(pauses).toBe(3)
  })
})

describe('two statements', () => {
  it('are clauses that hold a figure each, of sentences that tell the same', async () => {
    const [words, more] = [fresh(2), fresh(3)]
    const a = [sentence(fresh(4)), sentence(`${more}，${words}12`)]
    const b = [sentence(`${words}15`)]
    expect(await alignStatements(a, b, noPause)).toMatchObject([{ a: 1, b: 0 }])
    expect(await alignStatements(a, [sentence(`${words}15`, 'target')], noPause)).toEqual([])
    expect(await alignStatements(a, [sentence(words)], noPause)).toEqual([])
  })

  it.each([
    [1, 0],
    [2, 1],
  ])('with %i characters before the figure and nothing else: %i', async (length, count) => {
    const words = fresh(length)
    const pairs = await alignStatements(sentences([`${words}12`]), sentences([`${words}15`]), noPause)
    expect(pairs).toHaveLength(count)
  })
})
