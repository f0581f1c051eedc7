/** Which reading of a text is taken for the quote, and how far it is looked for. */
import { describe, expect, it } from 'vitest'
import { checkQuote, checkVerbatim } from '../../src/quote/check.ts'
import type { Hit, Searcher } from '../../src/search/searcher.ts'
import { foldText } from '../../src/text/normalizer.ts'
import { report, smallSearcher } from './small-searcher.ts'

const CHARACTERS = Array.from({ length: 1_200 }, (_, at) => String.fromCharCode(0x7800 + at)).filter(
  (character) => foldText(character) === character,
)
/** So many characters, no two alike. */
const han = (length: number, from = 0): string => CHARACTERS.slice(from, from + length).join('')
const wrong = (text: string, ...places: readonly number[]): string =>
  Array.from(text, (character, at) => (places.includes(at) ? CHARACTERS[400 + at] : character)).join('')

const made = (...paragraphs: readonly string[]) =>
  report('yunling-2024', {}, `# 政府工作报告\n\n${paragraphs.map((text) => `${text}。`).join('\n\n')}`)

/** What parts two paragraphs, so that no stretch around one holds the other. */
const FAR = [han(60, 100), han(60, 200)]

/** What the text is found to be, and the words that were checked where they are not all. */
async function told(text: string, ...paragraphs: readonly string[]): Promise<string> {
  const check = await checkQuote(smallSearcher([made(...paragraphs)]), text)
  const part = check.kind === 'not-found' ? undefined : check.part
  return [check.kind, ...(part === undefined ? [] : [part])].join(' ')
}

describe('the reading that costs the least', () => {
  const rest = han(12)

  it.each([
    // One wrong character costs 1, three words of a lead 1.5.
    ['云岭县', '云山县', 'differs'],
    // Two wrong ones cost 2.
    ['云岭县', '苍山县', `verbatim ${rest}`],
    // Three wrong ones cost 3, five words 2.5.
    ['云岭县2024年', '云山区2023年', `verbatim ${rest}`],
    ['云岭县2024年', '云山县2023年', 'differs'],
    ['云岭县：', '云岭县，', 'differs'],
  ])('of %s before the words, where the report has %s: %s', async (lead, printed, expected) => {
    expect(await told(`${lead}${rest}`, `${printed}${rest}`)).toBe(expected)
  })

  it.each([
    [11, 'pieced'],
    [10, 'pieced'],
    [9, `verbatim ${han(10, 40)}`],
  ])('has clauses joined at the price of ten words: %i before a quotation', async (length, expected) => {
    const lead = han(length)
    expect(await told(`${lead}，“${han(10, 40)}”`, lead, ...FAR, han(10, 40))).toBe(expected)
  })

  it('has its numbers in figures, where they are written out', async () => {
    const searcher = smallSearcher([made('全县增长37.5%')])
    expect(await checkQuote(searcher, '全县增长百分之三十七点五')).toMatchObject({
      kind: 'differs',
      sameValues: true,
      diff: expect.arrayContaining([{ kind: 'added', text: '百分之三十七点五' }]),
    })
  })
})

describe('how far a quote is looked for', () => {
  /** What comes out, and how often all of it was asked for as a question. */
  async function searches(text: string, paragraphs: readonly string[], isKnown = false): Promise<string> {
    const own = made(...paragraphs)
    const searcher = smallSearcher([own])
    let count = 0
    const watched: Searcher = {
      ...searcher,
      search: async (...given) => {
        count++
        return await searcher.search(...given)
      },
    }
    const [passage] = own.passages
    const hit = { passage, report: { id: own.id }, score: 1, matches: [] } as unknown as Hit
    return `${(await checkQuote(watched, text, isKnown ? [hit] : [])).kind} ${count}`
  }

  it.each([
    ['as it stands', han(10), han(10), 'verbatim 0'],
    ['nine tenths alike', `${han(5)}，${han(4, 20)}`, `${han(5)}，${wrong(han(4, 20), 2)}`, 'differs 0'],
    ['less alike', `${han(4)}，${han(4, 20)}`, `${han(4)}，${wrong(han(4, 20), 2)}`, 'differs 1'],
    ['in one stretch', han(20), wrong(han(20), 10), 'differs 1'],
  ])('is told by how much alike a place with its stretches is: %s', async (_, printed, typed, expected) => {
    expect(await searches(typed, [printed])).toBe(expected)
  })

  it('is not asked for again where it was asked for', async () => {
    expect(await searches(wrong(han(12), 3, 8), [han(12)], true)).toBe('differs 0')
    expect(await searches(han(12, 50), [han(12)], true)).toBe('not-found 0')
    expect(await searches(han(12, 50), [han(12)])).toBe('not-found 1')
  })

  it('is the most alike of all places, near or far', async () => {
    const [one, two] = [han(12), han(8, 30)]
    const check = await checkQuote(
      smallSearcher([made(`${one}，${han(20, 60)}`, `${wrong(one, 5)}，${wrong(two, 4)}`)]),
      `${one}，${two}`,
    )
    expect(check).toMatchObject({ kind: 'differs', hit: { passage: { paragraph: 2 } } })
  })

  it.each([
    [5, 'pieced'],
    [4, 'differs'],
  ])('is taken for put together where it adds %i words: %s', async (length, kind) => {
    expect(
      await told(`${han(10)}，${han(length, 40)}`, han(10), ...FAR, `${han(length, 40)}，${han(9, 60)}`),
    ).toBe(kind)
  })
})

describe('the holders of a quote', () => {
  const holders = async (text: string, ...paragraphs: readonly string[]): Promise<number | null> => {
    const check = await checkQuote(smallSearcher([made(...paragraphs)]), text)
    return check.kind === 'verbatim' ? check.holders : null
  }

  it('are the passages that have its words side by side', async () => {
    const [a, b] = [han(8), han(8, 20)]
    expect(await holders(a, a)).toBe(1)
    expect(await holders(a, a, `${a}，${b}`)).toBe(2)
    expect(await holders(`${a}，${b}`, `${a}，${b}`, `${b}，${a}`)).toBe(1)
    expect(await holders(`${a}，${b}`, `${a}，${b}`, `好的${a}，${b}`)).toBe(2)
  })

  it('are counted, however many they are', async () => {
    expect(
      await holders(han(8), ...Array.from({ length: 15 }, (_, at) => `${han(8)}，${han(6, 20 * at)}`)),
    ).toBe(15)
  })
})

it.each([
  [han(12), true],
  [`${han(5)}…${han(5, 7)}`, true],
  [wrong(han(12), 5), false],
  ['，。', false],
  ['', false],
])('checks in one paragraph whether %s stands there', async (text, isFound) => {
  const check = await checkVerbatim(smallSearcher([made(han(12))]), text)
  expect(check?.kind ?? null).toBe(isFound ? 'verbatim' : null)
})
