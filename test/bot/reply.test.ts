/** The parts that replies are made of: rows of buttons, pages, cut texts. */
import { FormattedString } from '@grammyjs/parse-mode'
import { describe, expect, it } from 'vitest'
import { decodeAction } from '../../src/bot/callback-data.ts'
import {
  button,
  copyButton,
  embolden,
  excerpt,
  fitReply,
  lines,
  numberRows,
  pageOf,
  pageRow,
  pairRows,
  quoteBlock,
} from '../../src/bot/reply.ts'

const textsOf = (rows: readonly (readonly { readonly text: string }[])[]): string[] =>
  rows.map((row) => row.map(({ text }) => text).join(' '))
const SHORT = '十二个字以内的标签也算短'
const LONG = '十三个字的标签便是一个长标签'.slice(0, 13)

describe('rows of buttons', () => {
  it.each([
    [[], []],
    [['a'], ['a']],
    [
      ['a', SHORT, 'c'],
      [`a ${SHORT}`, 'c'],
    ],
    [
      ['a', LONG, 'c'],
      ['a', LONG, 'c'],
    ],
    [
      [LONG, 'b', 'c', 'd'],
      [LONG, 'b c', 'd'],
    ],
  ])('hold two that are short: %j', (names, rows) => {
    expect(textsOf(pairRows(names.map((text) => ({ text, callback_data: text }))))).toEqual(rows)
  })

  it('hold five numbers, counted on from the first', () => {
    const idle = Array.from({ length: 7 }, () => ({ kind: 'idle' }) as const)
    expect(textsOf(numberRows(idle))).toEqual(['1 2 3 4 5', '6 7'])
    expect(textsOf(numberRows(idle.slice(0, 2), 6))).toEqual(['6 7'])
  })

  it.each<[number, number, string]>([
    [0, 1, ''],
    [0, 2, '1/2 ▶'],
    [1, 3, '◀ 2/3 ▶'],
    [2, 3, '◀ 3/3'],
  ])('lead from page %i of %i: %s', (page, pages, row) => {
    const shown = pageRow(page, pages, (at) => ({ kind: 'reports', page: at }))
    expect(textsOf([shown])).toEqual([row])
    const leadsTo = shown.flatMap((one) => ('callback_data' in one ? [decodeAction(one.callback_data)] : []))
    expect(leadsTo.flatMap((one) => (one?.kind === 'reports' ? [one.page] : []))).toEqual(
      [page - 1, page + 1].filter((at) => at >= 0 && at < pages),
    )
  })

  it.each<[number, number, { page: number; pages: number; first: number; shown: number[] }]>([
    [0, 0, { page: 0, pages: 1, first: 0, shown: [] }],
    [4, 0, { page: 0, pages: 1, first: 0, shown: [0, 1, 2, 3] }],
    [5, 1, { page: 1, pages: 2, first: 4, shown: [4] }],
    [9, 0, { page: 0, pages: 3, first: 0, shown: [0, 1, 2, 3] }],
    [9, 7, { page: 2, pages: 3, first: 8, shown: [8] }],
  ])('come of %i things at page %i', (length, asked, wanted) => {
    expect(
      pageOf(
        Array.from({ length }, (_, at) => at),
        asked,
        4,
      ),
    ).toEqual(wanted)
  })

  it('copy the first text that is neither empty nor too long, or are left out', () => {
    const copied = (...choices: string[]) =>
      copyButton('复制', ...choices).map((one) => 'copy_text' in one && one.copy_text.text)
    expect(copied('字'.repeat(257), '', '字'.repeat(256), 'b')).toEqual(['字'.repeat(256)])
    expect(copied('', '字'.repeat(257))).toEqual([])
    expect(copied('字')).toEqual(['字'])
    expect(button('', { kind: 'idle' })).toEqual([])
  })
})

describe('a text', () => {
  it.each<[[number, number], string, [number, number][]]>([
    [
      [0, 6],
      '甲乙丙丁戊己',
      [
        [1, 2],
        [5, 1],
      ],
    ],
    [[0, 4], '甲乙丙丁…', [[1, 2]]],
    [[1, 4], '…乙丙丁…', [[1, 2]]],
    [
      [2, 6],
      '…丙丁戊己',
      [
        [1, 1],
        [4, 1],
      ],
    ],
    [[3, 5], '…丁戊…', []],
  ])('of %j is marked where it is cut, and in bold where it was', (range, text, bold) => {
    const cut = excerpt('甲乙丙丁戊己', range, [
      [1, 3],
      [5, 6],
    ])
    expect(cut.text).toBe(text)
    expect(cut.entities.map(({ offset, length }) => [offset, length])).toEqual(bold)
  })

  it('is in bold up to its last character, and no further', () => {
    const { entities } = embolden('甲乙', [
      [0, 2],
      [1, 1],
      [1, 3],
    ])
    expect(entities).toEqual([{ type: 'bold', offset: 0, length: 2 }])
  })

  it('is quoted whole, folded up when told to', () => {
    const types = [quoteBlock(new FormattedString('甲')), quoteBlock(new FormattedString('甲'), true)].map(
      ({ entities }) => entities,
    )
    expect(types).toEqual([
      [{ type: 'blockquote', offset: 0, length: 1 }],
      [{ type: 'expandable_blockquote', offset: 0, length: 1 }],
    ])
  })

  it('has a line of each part that there is', () => {
    expect(lines('甲', null, new FormattedString('乙'), '').text).toBe('甲\n乙\n')
  })

  it.each([
    [4096, 4096, '字'],
    [4097, 4096, '…'],
  ])('of %i characters is sent as %i that end in %s', (length, sent, end) => {
    const { text, keyboard } = fitReply({ text: new FormattedString('字'.repeat(length)), keyboard: [[]] })
    expect([text.text.length, text.text.at(-1), keyboard]).toEqual([sent, end, []])
  })

  it('keeps what was marked in it when it is cut, and a row of one button', () => {
    const text = new FormattedString('字'.repeat(5_000), [{ type: 'code', offset: 7, length: 2 }])
    const keyboard = [[{ text: 'a', callback_data: 'a' }], []]
    const fitted = fitReply({ text, keyboard })
    expect(fitted.text.entities).toEqual([{ type: 'code', offset: 7, length: 2 }])
    expect(fitted.keyboard).toEqual([keyboard[0]])
  })

  it('with half a character is sent with a mark in its place', () => {
    const sent = (text: string) => fitReply({ text: new FormattedString(text), keyboard: [] }).text.text
    expect(sent('甲\ud83d乙')).toBe('甲\uFFFD乙')
    expect(sent('甲\ude00乙')).toBe('甲\uFFFD乙')
    expect(sent('甲😀乙')).toBe('甲😀乙')
  })

  it.each([
    [100, 100],
    [101, 100],
  ])('of %i links is sent with %i', (links, sent) => {
    const text = new FormattedString(
      '字'.repeat(200),
      Array.from({ length: links }, (_, offset) => ({ type: 'code', offset, length: 1 }) as const),
    )
    expect(fitReply({ text, keyboard: [] }).text.entities).toHaveLength(sent)
  })

  it('with more than a hundred marks loses only as many highlights as are too many', () => {
    const text = new FormattedString(
      '字'.repeat(200),
      Array.from(
        { length: 103 },
        (_, offset) => ({ type: offset % 2 === 0 ? 'bold' : 'code', offset, length: 1 }) as const,
      ),
    )
    const { entities } = fitReply({ text, keyboard: [] }).text
    expect(entities).toHaveLength(100)
    expect(entities.at(-1)).toMatchObject({ type: 'code', offset: 101 })
    expect(entities.filter(({ type }) => type === 'code')).toHaveLength(51)
  })
})
