import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldText } from '../../src/text/normalizer.ts'
import { cutJoined, cutWords, cutWordsAround } from '../../src/text/words.ts'
import { readFiveReports } from '../five-reports.ts'

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })

function atOnce(text: string) {
  return Array.from(segmenter.segment(text), ({ index, segment, isWordLike }) => ({
    index,
    segment,
    isWordLike,
  }))
}

describe('cutWords', () => {
  it('cuts the five reports as in one piece', async () => {
    const reports = await readFiveReports()
    for (const { passages } of reports)
      for (const { text } of passages)
        for (const one of [text, foldText(text)]) expect(cutWords(one)).toEqual(atOnce(one))
  })

  it('cuts any text as in one piece', () => {
    const piece = fc.constantFrom(
      ...[
        '发展',
        '乌鲁木齐市',
        '的',
        '1,234.5%',
        'PM2.5',
        '，',
        '。',
        ' ',
        '  ',
        '“',
        '”',
        '-',
        "'",
        '_',
        'の',
        'カタ',
      ],
      ...['\u0301', '\u200d', '😀', 'صلى', '한국', '々', '\n', '(', '㐀', '5', '亿元', '.', ':'],
    )
    fc.assert(
      fc.property(fc.array(piece, { minLength: 30, maxLength: 200 }), (pieces) => {
        const text = pieces.join('')
        expect(cutWords(text)).toEqual(atOnce(text))
      }),
      { numRuns: 500 },
    )
  })

  it('cuts around a run what it cuts of the whole there', async () => {
    const reports = await readFiveReports()
    const text = reports
      .flatMap(({ passages }) => passages.map((passage) => passage.text))
      .join('')
      .slice(0, 20_000)
    const words = cutWords(text)
    fc.assert(
      fc.property(fc.nat(text.length - 9), fc.integer({ min: 1, max: 8 }), (start, length) => {
        const around = cutWordsAround(text, start, start + length)
        const [first, last] = [around[0]?.index ?? 0, around.at(-1)]
        const end = (last?.index ?? 0) + (last?.segment.length ?? 0)
        expect(first).toBeLessThanOrEqual(start)
        expect(end).toBeGreaterThanOrEqual(start + length)
        expect(around).toEqual(words.filter(({ index }) => index >= first && index < end))
      }),
    )
  })
})

it('cuts no more around a run than the stretch between two sure ends', () => {
  const text = '全县茶园，扩面增收，稳中有进'
  expect(cutWordsAround(text, 6, 7).map(({ segment }) => segment)).toEqual(['扩', '面', '增收'])
  expect(cutWordsAround(text, 6, 7)[0]?.index).toBe(5)
  expect(cutWordsAround(text, 0, 1)[0]?.index).toBe(0)
  expect(cutWordsAround(text, 13, 14).at(-1)?.segment).toBe('进')
})

describe('cutJoined', () => {
  const leftOut = (word: string): boolean => ['的', '前', '和'].includes(word)

  it.each([
    ['增长的发展', ['增长', '发展']],
    ['鬫龘', ['鬫龘']],
    ['鬫，龘', ['鬫', '龘']],
    ['鬫的龘', ['鬫', '龘']],
    ['发展鬫龘增长', ['发展', '鬫龘', '增长']],
    ['鬫增长龘', ['鬫', '增长', '龘']],
    ['', []],
  ])('makes of %s the words %j', (text, words) => {
    expect(cutJoined(text, leftOut)).toEqual(words)
  })

  it.each([
    ['前鬫', ['前鬫']],
    ['前，鬫', ['鬫']],
    ['前增长', ['增长']],
    ['和鬫', ['鬫']],
    ['前鬫龘', ['前鬫龘']],
  ])('puts 前 before what it begins: %s is %j', (text, words) => {
    expect(cutJoined(text, leftOut, /^前$/u)).toEqual(words)
  })
})
